package guess

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/names"
)

func roles(key string) (roles []string) {
	for _, m := range Meant(key) {
		word := m.Role.String()
		if m.Strong {
			word += "!"
		}
		roles = append(roles, word)
	}
	return roles
}

func TestMeant(t *testing.T) {
	for key, want := range map[string]string{
		"startDate": "date!", "start_date": "date!", "Start Date": "date!", "START-DATE": "date!", "Start Date (UTC)": "date!",
		"year": "date!", "time": "date", "from": "date", "published": "date", "endDate": "end!", "to": "end",
		"name": "title!", "Event": "title!", "headline": "title!", "subject": "title", "título": "title", "TÍTULO": "title",
		"desc": "summary!", "text": "title summary", "who": "actors!", "Key Figures": "actors!", "country": "location actors",
		"city": "location!", "url": "sources", "references": "sources!", "categories": "tags!", "event_type": "type!",
		"updated": "", "modified": "", "accessed": "", "dob": "", "importance": "", "": "", "---": "",
		strings.Repeat("x", 1000): "",
	} {
		if got := strings.Join(roles(key), " "); got != want {
			t.Errorf("%q means %q, want %q", key, got, want)
		}
	}
}

// A name is in the table once for each role, else its rank would be that of either place.
func TestTableNamesEachOnce(t *testing.T) {
	for _, row := range Table {
		seen := map[string]bool{}
		for _, name := range strings.FieldsFunc(row.Strong+" "+row.Weak, func(r rune) bool { return r == ' ' || r == '+' }) {
			if key := Fold(name); seen[key] {
				t.Errorf("%s has %s twice", row.Role, name)
			} else {
				seen[key] = true
			}
		}
	}
}

func TestBetterNames(t *testing.T) {
	for _, pair := range [][2]string{
		{"start_date", "year"},
		{"when", "published"},
		{"year", "created_at"},
		{"time", "published"},
		{"released", "created"},
		{"published", "created_at"},
		{"created_at", "deadline"},
		{"start", "deadline"},
	} {
		better, worse := Meant(pair[0]), Meant(pair[1])
		if len(better) > 0 && len(worse) > 0 && better[0].Rank >= worse[0].Rank {
			t.Errorf("%s is no better than %s", pair[0], pair[1])
		}
	}
}

func TestEnds(t *testing.T) {
	if !Ends("died", "born") || Ends("died", "published") || !Ends("to", "from") || !Ends("End Date", "year") {
		t.Error("what ends what")
	}
}

func TestList(t *testing.T) {
	alone := Alone{}
	for _, name := range []string{"Mira Sol", "Jon Vale", "Iran", "U.S. Army", "Bosnia"} {
		alone[names.Key(name)] = true
	}
	for text, want := range map[string]string{
		"Mira Sol":                         "Mira Sol",
		"Mira Sol; Jon Vale":               "Mira Sol|Jon Vale",
		"X;Y ; ":                           "X|Y",
		"- X\n- Y\n":                       "X|Y",
		"Mira Sol, Jon Vale":               "Mira Sol|Jon Vale",
		"Mira Sol, Jon Vale and Iran":      "Mira Sol|Jon Vale|Iran",
		"Mira Sol, Jon Vale, and Iran":     "Mira Sol|Jon Vale|Iran",
		"Mira Sol and Jon Vale":            "Mira Sol|Jon Vale",
		"Mira Sol & Jon Vale":              "Mira Sol|Jon Vale",
		"Mira Sol/Jon Vale":                "Mira Sol|Jon Vale",
		"Bosnia and Herzegovina":           "Bosnia and Herzegovina",
		"Smith, John":                      "Smith, John",
		"Mira Sol, John":                   "Mira Sol, John",
		"Mira Sol, Bosnia and Herzegovina": "Mira Sol, Bosnia and Herzegovina",
		"X; Mira Sol and Iran":             "X|Mira Sol|Iran",
		"Mira Sol and Jon Vale and Iran":   "Mira Sol and Jon Vale and Iran",
		",":                                ",",
		"/Iran":                            "/Iran", // a joint joins two
		"& Iran":                           "& Iran",
		"Mira Sol, & Iran":                 "Mira Sol|Iran",
	} {
		got, _ := List(text, alone)
		if diff := cmp.Diff(strings.Split(want, "|"), got); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
	if got, may := List("Smith, John", nil); !may || len(got) != 1 {
		t.Errorf("%q may be a list: %v", got, may)
	}
	if _, may := List("Mira Sol; Jon Vale", nil); may {
		t.Error("what a semicolon parts hangs on nothing")
	}
}

func TestSurvey(t *testing.T) {
	var s, o Survey
	s.Column("date").Unclear = 1
	if s.Hangs() {
		t.Error("one unclear date hangs on nothing that is known")
	}
	o.Column("date").DayFirst = 1
	s.Add(&o)
	if !s.Hangs() || s.Seen("other") != (Column{}) {
		t.Error("a day above 12 decides")
	}
	o.Column("date").MonthFirst = 1
	s.Add(&o)
	if s.Hangs() {
		t.Error("dates that contradict each other decide nothing")
	}
	if (&Survey{PassedOver: true}).Hangs() || !(&Survey{PassedOver: true, Foreign: true}).Hangs() {
		t.Error("a weak name counts in a foreign file")
	}
}
