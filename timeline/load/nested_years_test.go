package load

import (
	"slices"
	"strings"
	"testing"
)

// The keys of maps that are years, and then months and days, date what is below them, and what has a date of its own
// keeps a year that this does not say.
func TestNestedYearsDateWhatIsBelow(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2020:\n  - date: 5 March\n    title: A\n2021:\n  - date: March 6\n    title: B\n", "2020-03-05 A, 2021-03-06 B"},
		{`{"2021":{"January":[{"day":5,"title":"Raid"}]}}`, "2021-01-05 Raid"},
		{`{"2021":{"January":[{"date":"5","title":"Raid"},{"title":"D"}]}}`, "2021-01 D, 2021-01-05 Raid"},
		{`{"2020":{"01":[{"title":"A"}]}}`, "2020-01 A"},
		{`{"2021":{"01":{"05":"Raid","06":"Arrest"}}}`, "2021-01-05 Raid, 2021-01-06 Arrest"},
		{`{"2021":{"1":{"5":"Raid"},"2":{"6":"Arrest"}}}`, "2021-01-05 Raid, 2021-02-06 Arrest"},
		{`{"2021":{"5 March":"Raid","Q3":[{"title":"B"}]},"2022":["C went"]}`, "2021-03-05 Raid, 2021-35 B, 2022 C went"},
		{`{"2021":{"03-05":"Raid"}}`, "2021-03-05 Raid"},
		{`{"2021":{"2021-03-05":"Raid"},"2022":{}}`, "2021-03-05 Raid"},
		{`{"2021":{"January":[{"time":"10:30","title":"A"},{"time":"11","title":"B"}],"May":[]}}`, "2021-01 A, 2021-01 B"},
		{`{"2021":[{"month":"January","day":5,"title":"Raid"}],"2022":[]}`, "2021-01-05 Raid"},
		{`{"2021-01":{"05":"Raid"},"2021-02":{"01":"Trial","2":[]}}`, "2021-01-05 Raid, 2021-02-01 Trial"},
		{"title: Log\n2020:\n  May:\n    5: Raid\n    6th: Arrest\n", "2020-05-05 Raid, 2020-05-06 Arrest"},
		{`{"log":{"2021":{"January":[{"day":5,"title":"Raid"}]}}}`, "2021-01-05 Raid"},
		{`{"2021":{"February":{"28":"a","29":"b"}}}`, " b, 2021-02-28 a"}, // and 29 is told to be none
		{`{"2021":{"1":{"title":"A"},"2":{"title":"B"}}}`, ""},            // which may be numbers of anything
		{`{"2021":{"13":[{"title":"A"}],"01":[{"title":"B"}]}}`, ""},
		{`{"2021":{"Berlin":[{"title":"A"}],"May":[{"title":"B"}]}}`, ""},
		{`{"3000":{"May":[{"title":"A"}]}}`, ""},
	} {
		p := loadText(t, "a.yaml", c.text)
		got := said(p.Index.Timeline())
		slices.Sort(got)
		if got := strings.Join(got, ", "); got != c.want {
			t.Errorf("%s\ngives %s, want %s\n%v", c.text, got, c.want, p.Problems)
		}
	}
	p := loadText(t, "a.yaml", `{"2021":[{"date":"2019-01-05","title":"A"}],"2022":[{"date":"2022-01-05","title":"B"}]}`)
	if a := p.Index.Timeline().Event(0); !slices.Equal(a.Tags, []string{"2021"}) {
		t.Errorf("A of 2019 below 2021 has the tags %q", a.Tags)
	}
	if b := p.Index.Timeline().Event(1); len(b.Tags) > 0 {
		t.Errorf("B of 2022 below 2022 has the tags %q", b.Tags)
	}
}
