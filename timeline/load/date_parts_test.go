package load

import (
	"slices"
	"strings"
	"testing"
)

// A key that says the era, the month or the day of a date is said to do so, once, and means nothing else.
func TestPartsOfDatesAreTold(t *testing.T) {
	for name, test := range map[string]struct {
		file, text string
		want       []string
		said       string
	}{
		"era":           {"a.csv", "date,era,title\n44,BC,A\n43,BC,B\n", []string{"-0043 | A", "-0042 | B"}, "`era` is taken for the era of `date`"},
		"era, by lines": {"a.jsonl", `{"date":44,"era":"BCE","title":"A"}`, []string{"-0043 | A"}, "`era` is taken for the era of `date`"},
		"a sign of it":  {"a.csv", "date,bc,title\n44,true,A\n", []string{"-0043 | A"}, "`bc` is taken for the era of `date`"},
		"era of a year": {"a.csv", "year,era,title\n44,BC,A\n", []string{"-0043 | A"}, "`era` is taken for the era of `year`"},
		"era of a day":  {"a.csv", "date,era,title\n0044-03-15,BC,A\n", []string{"-0043-03-15 | A"}, "`era` is taken for the era of `date`"},
		"month":         {"a.csv", "date,month,title\n1914,8,A\n", []string{"1914-08 | A"}, "`month` is taken for the month of `date`"},
		"day":           {"a.csv", "date,month,day,title\n1914,8,3,A\n", []string{"1914-08-03 | A"}, "`day` is taken for the day of `date`"},
		"another era":   {"a.csv", "date,era,title\n1914,Modern,A\n", []string{"1914 | A = Modern"}, "`era` is taken for `type`"},
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, test.file, test.text)
			if got := outline(p.Index.Timeline()); !slices.Equal(got, test.want) {
				t.Errorf("%q, want %q", got, test.want)
			}
			said := p.Problems.String()
			if n := strings.Count(said, test.said); n != 1 {
				t.Errorf("%q is said %d times:\n%s", test.said, n, said)
			}
			if strings.Contains(test.said, "of `") {
				for i := range p.Index.Timeline().Len() {
					if e := p.Index.Timeline().Event(i); e.Type != "" {
						t.Errorf("%s is %q", e.Title, e.Type)
					}
				}
			}
		})
	}
}
