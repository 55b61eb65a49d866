package joined

import (
	"fmt"
	"strings"
	"testing"
)

func TestGroups(t *testing.T) {
	known := map[string]int32{"doj": 1, "Justice": 2, "DOJ": 1, "MOD": 3, "Defence": 4, "Rubio": 5, "Marco Rubio": 5}
	find := func(name string) (int32, bool) {
		a, ok := known[name]
		return a, ok
	}
	for _, tt := range []struct{ name, lists, want string }{
		{"two actors", "DOJ, Justice", "DOJ, Justice: 1 2"},
		{"one of which is not known", "Dept, Justice", "Dept, Justice: 2"},
		{"none is known", "A, B", ""},
		{"one name", "DOJ", ""},
		{"one name twice", "DOJ, doj, D.O.J.", ""},
		{"no name", " , ", ""},
		{"two names of one actor", "Marco Rubio, Rubio", "Marco Rubio, Rubio: 5"},
		{"a name that two lists share", "Defence, MOD; Justice, mod", "Defence, MOD, Justice: 4 3 2"},
		{"one that the record does not have", "Defence, army; Army, Justice", "Defence, army, Justice: 4 2"},
		{"an actor that two lists share", "Rubio, DOJ; Marco Rubio, MOD", "Rubio, DOJ, Marco Rubio, MOD: 5 1 3"},
		{"two lists that a third one joins", "DOJ, x; MOD, y; y, x", "DOJ, x, MOD, y: 1 3"},
		{"two groups", "MOD, Defence; DOJ, Justice", "MOD, Defence: 3 4; DOJ, Justice: 1 2"},
		{"a list of one name joins nothing", "Rubio, DOJ; Marco Rubio; MOD, Justice", "Rubio, DOJ: 5 1; MOD, Justice: 3 2"},
	} {
		var lists [][]string
		for list := range strings.SplitSeq(tt.lists, ";") {
			var names []string
			for name := range strings.SplitSeq(list, ",") {
				names = append(names, strings.TrimSpace(name))
			}
			lists = append(lists, names)
		}
		var got []string
		for _, g := range Groups(lists, find) {
			got = append(got, strings.Join(g.Names, ", ")+": "+strings.Trim(fmt.Sprint(g.Actors), "[]"))
		}
		if got := strings.Join(got, "; "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}
