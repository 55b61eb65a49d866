package load

import (
	"slices"
	"strings"
	"testing"
)

// A group without events beside one that has some is only empty: it is no event, and hides none.
func TestEmptyGroupsAreEmpty(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`[{"year":2020,"events":[{"name":"A"}]},{"year":2021,"events":[]}]`, "2020 A"},
		{`[{"year":2020,"items":[{"name":"A"}]},{"year":2021,"items":[]},{"year":2022,"items":[]}]`, "2020 A"},
		{`{"years":[{"year":2020,"events":[{"name":"A"}]},{"year":2021,"month":3,"events":[]}]}`, "2020 A"},
		{`{"2020":[{"title":"A"}],"2021":[]}`, "2020 A"},
		{`{"2020":[],"2021":[{"title":"A"}],"2022":{},"2023":null}`, "2021 A"},
		{`{"2020-01-05":[{"title":"A"}],"2020-01-06":[]}`, "2020-01-05 A"},
		{`{"log":{"2020":["A went"],"2021":[]}}`, "2020 A went"},
		{"2020:\n  - title: A\n2021:\n", "2020 A"},
		{
			"cases:\n- name: X\n  hearings:\n  - {date: 2021-01-05, title: First}\n- name: Y\n- name: Z\n",
			" Y,  Z, 2021-01-05 First",
		},
		// What says more of itself is an event, and where nothing is said at all there is none.
		{`[{"year":2020,"events":[{"name":"A"}]},{"year":2021,"title":"B","events":[]}]`, "2020 A, 2021 B"},
		{`{"2020":[],"2021":[]}`, ""},
	} {
		p := loadText(t, "a.yaml", c.text)
		got := said(p.Index.Timeline())
		slices.Sort(got)
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s\ngives %s, want %s\n%v", c.text, got, c.want, p.Problems)
		}
	}
}
