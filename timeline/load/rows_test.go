package load

import (
	"slices"
	"testing"
)

// What other programs make of a table in JSON is a list of events.
func TestTablesInJSON(t *testing.T) {
	want := []string{"2024-01-05 | A", "2024-01-06 | B"}
	for name, text := range map[string]string{
		"lists.json":   `[["date","title"],["2024-01-05","A"],["2024-01-06","B"]]`,
		"lines.jsonl":  "[\"date\",\"title\"]\n[\"2024-01-05\",\"A\"]\n[\"2024-01-06\",\"B\"]\n",
		"split.json":   `{"columns":["date","title"],"index":[0,1],"data":[["2024-01-05","A"],["2024-01-06","B"]]}`,
		"columns.json": `{"date":{"0":"2024-01-05","1":"2024-01-06"},"title":{"0":"A","1":"B"}}`,
		"arrays.json":  `{"date":["2024-01-05","2024-01-06"],"title":["A","B"]}`,
		"deeper.json":  `{"result":{"rows":[["date","title"],["2024-01-05","A"],["2024-01-06","B"]]}}`,
		"after.json":   `[{"page":1},[{"date":"2024-01-05","title":"A"},{"date":"2024-01-06","title":"B"}]]`,
	} {
		if got, p := readOne(t, name, text); !slices.Equal(got, want) {
			t.Errorf("%s: %q\n%s", name, got, p.Problems)
		}
	}
}

func TestListsBesideEvents(t *testing.T) {
	got, _ := readOne(t, "a.json", `{"births":[{"text":"X","year":1900,"pages":[{"title":"P","timestamp":"2024-01-01T00:00:00Z"}]}],`+
		`"events":[{"text":"Z","year":1902}]}`)
	if want := []string{"1900 | X #births", "1902 | Z #events"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

func TestGroupWithoutDates(t *testing.T) {
	got, _ := readOne(t, "a.json", `[{"category":"War","rows":[{"title":"A"},{"title":"B"}]},{"category":"Peace","rows":[{"title":"C"}]}]`)
	if want := []string{" | A #War", " | B #War", " | C #Peace"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A date and a title are found in the maps of an event, where the event itself has none.
func TestNestedKeys(t *testing.T) {
	for name, test := range map[string]struct{ text, want string }{
		"a commit": {
			`[{"sha":"abc","author":{"login":"ann"},"commit":{"author":{"name":"Ann","date":"2024-01-05"},"message":"Fix\n\nlong"}}]`,
			"2024-01-05 | Fix",
		},
		"a page of Notion": {
			`{"results":[{"id":"a","properties":{"When":{"type":"date","date":{"start":"2024-01-05","end":null}},` +
				`"Name":{"title":[{"plain_text":"Hello "},{"plain_text":"world"}]}}}]}`,
			"2024-01-05 | Hello world",
		},
		"start and end":   {`[{"summary":"S","start":{"local":"2024-01-05"},"end":{"local":"2024-01-06"}}]`, "2024-01-05/2024-01-06 | S"},
		"a date of Mongo": {`[{"title":"S","created":{"$date":{"$numberLong":"1704448800000"}}}]`, "2024-01-05T10:00:00Z | S"},
	} {
		if got, p := readOne(t, "a.json", test.text); len(got) != 1 || got[0] != test.want {
			t.Errorf("%s: %q, want %q\n%s", name, got, test.want, p.Problems)
		}
	}
}

// The last resort of a title is no code, and one word only if there is nothing else.
func TestLastTitles(t *testing.T) {
	for text, want := range map[string]string{
		"date,magType,host,zork\n2024,mw,web-1,Ground shook\n": "Ground shook",
		"date,id,zork\n2024,abcdef12,Shock\n":                  "Shock",
		"date,level,msg\n2024,INFO,Started\n":                  "Started",
	} {
		if got, p := readOne(t, "quakes.csv", text); len(got) != 1 || p.Index.Timeline().Event(0).Title != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
