package load

import (
	"strings"
	"testing"
)

// What databases write where nothing is known is no name, no place, no title and no date in a file that is not ours; it
// stays under its key. In a record of ours a value is as it is written.
func TestNothingIsKnown(t *testing.T) {
	for _, nothing := range []string{"NULL", "None", "-", "N/A", "nan", `\N`, "?", "—", "NaN", "#N/A", "n.a.", "unknown"} {
		for text, want := range map[string]string{
			"date,title,actors,location\n2020,A,*,*\n2021,B,Ann,Oslo\n":            "2020 | A, 2021 | B @ Oslo + Ann",
			"when,event,who,place_name,link\n2020,A,*,*,*\n2021,B,Ann,Oslo,BBC\n":  "2020 | A, 2021 | B @ Oslo + Ann",
			"date,title,summary,tags\n2020,*,It began. Then more.,*\n2021,B,b,x\n": "2020 | It began, 2021 | B #x",
			"date,title\n*,A\n2021,B\n":                                            "2021 | B,  | A",
			"date,year,title\n*,2020,A\n2021,2021,B\n":                             "2020 | A, 2021 | B",
			"date,title,actors\n2020,A,Ann; *; Bob\n2021,B,*\n":                    "2020 | A + Ann + Bob, 2021 | B",
			"date,event,city,country\n2020,A,Oslo,*\n2021,B,*,Norway\n":            "2020 | A @ Oslo, 2021 | B @ Norway",
		} {
			p := loadText(t, "x.csv", strings.ReplaceAll(text, "*", nothing))
			if got := strings.Join(outline(p.Index.Timeline()), ", "); got != want {
				t.Errorf("%s in %q: %s", nothing, text, got)
			}
			kept := false
			for i := range p.Index.Timeline().Len() {
				for _, f := range p.Index.Timeline().Event(i).Other {
					kept = kept || strings.Contains(f.Value, nothing)
				}
			}
			if !kept {
				t.Errorf("%s in %q is lost", nothing, text)
			}
		}
	}
	ours := loadText(t, "x.yaml", "- {date: 2020, title: None, actors: ['?', NULL Group], location: N/A}\n")
	if got := outline(ours.Index.Timeline())[0]; got != "2020 | None @ N/A + ? + NULL Group" {
		t.Error(got)
	}
	people := loadText(t, "x.csv", "date,title,actors\n2020,A,Nan\n2021,B,Null\n")
	if got := strings.Join(outline(people.Index.Timeline()), ", "); got != "2020 | A + Nan, 2021 | B + Null" {
		t.Error(got)
	}
}
