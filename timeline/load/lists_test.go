package load

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// readOne reads a text under a name, and returns the outline of its events.
func readOne(t *testing.T, name, text string) (lines []string, p Progress) {
	t.Helper()
	p = Files(t.Context(), []File{InMemory(name, []byte(text))}, nil)
	return outline(p.Index.Timeline()), p
}

func TestListsInOneText(t *testing.T) {
	lines, p := readOne(t, "a.csv", `date,title,people,tags,location,links
2024-01-01,A,"[""Ann Lee"", ""Bob Ray""]","['x', 'y']","['Paris', 'Rome']","['https://e.org', 'https://f.org']"
2024-01-02,B,"{Ann Lee,""Bob Ray""}",[x],"[51.5, -0.1]",
2024-01-03,C,"[{""id"": 1, ""name"": ""Ann Lee""}]","[[x]]",,
`)
	want := []string{
		"2024-01-01 | A @ Paris; Rome + Ann Lee + Bob Ray #x #y",
		"2024-01-02 | B @ [51.5, -0.1] + Ann Lee + Bob Ray #x",
		"2024-01-03 | C + Ann Lee #x",
	}
	for i, line := range want {
		if i >= len(lines) || !strings.HasPrefix(lines[i], line) {
			t.Errorf("%q, want %s", lines, line)
			break
		}
	}
	if n := len(p.Index.Timeline().Event(0).Sources); n != 2 {
		t.Errorf("%d sources", n)
	}
	said := slices.IndexFunc(p.Problems, func(p2 diag.Problem) bool { return p2.Rule == rule.ListSplit })
	if said < 0 || p.Problems[said].Hint != `write a list: ["Ann Lee", "Bob Ray"]` {
		t.Errorf("%v", p.Problems)
	}
	for _, f := range p.Index.Timeline().Event(0).Other {
		if f.Key == "people" {
			return
		}
	}
	t.Error("what was written is not kept")
}

// A title with markup is no longer text of which the summary is made, where there is a text beside it.
func TestMarkupOfATitle(t *testing.T) {
	for name, text := range map[string]string{
		"a.json": `{"events": [{"start_date": {"year": "2024"}, "text": {"headline": "A<br>b", "text": "Beside"}}]}`,
		"b.json": `[{"date": "2024", "name": "A<br/>b", "text": "Beside"}]`,
		"c.csv":  "date,name,text\n2024,<i>A</i> b,Beside\n",
	} {
		lines, p := readOne(t, name, text)
		if e := p.Index.Timeline().Event(0); e.Title != "A b" || e.Summary != "Beside" {
			t.Errorf("%s: %q, %q", name, lines, e.Summary)
		}
	}
	_, p := readOne(t, "d.csv", "date,name\n2024,\"First line\nSecond line\"\n")
	if e := p.Index.Timeline().Event(0); e.Title != "First line" || e.Summary != "First line\nSecond line" {
		t.Errorf("%q, %q", e.Title, e.Summary)
	}
}

// A text with commas whose parts are in other such texts alone stays one name, which is said once for each key, and not
// of what only has a comma.
func TestListsThatStayWhole(t *testing.T) {
	lines, p := readOne(t, "a.csv", `date,title,people,tags
2024-01-01,A,"Ann Lee, Bob Ray","war, sea"
2024-01-02,B,"Bob Ray, Cy Day, Ann Lee","sea, air, war"
2024-01-03,C,"Cy Day, Ann Lee",
2024-01-04,D,"Smith, John",
2024-01-05,E,"Smith, Jane",
2024-01-06,F,"Cy Day, Ann Lee, Eve Fox",
`)
	if want := "2024-01-01 | A + Ann Lee, Bob Ray #war, sea"; len(lines) != 6 || lines[0] != want {
		t.Errorf("%q, want %q first", lines, want)
	}
	var said []string
	for _, one := range p.Groups {
		if one.Places[0].Rule == rule.ListWhole {
			said = append(said, fmt.Sprintf("%d, %d: %s", one.Places[0].Pos.Line, one.Count, one.Places[0].Hint))
		}
	}
	want := []string{
		`2, 3: if they are several, write a list: ["Ann Lee", "Bob Ray"]`, `2, 1: if they are several, write a list: ["war", "sea"]`,
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q, want %q\n%s", said, want, p.Problems)
	}
}

// A title that is taken from another key is stored as it is written, as one under a key of ours is, and is read where it
// is shown.
func TestGuessedTitlesAreStoredAsWritten(t *testing.T) {
	for written, shown := range map[string]string{
		"Nm <br> <i>y</i>": "Nm y", "R&amp;D": "R&D", "a &lt;b&gt; c": "a <b> c", "**Bold** move": "Bold move",
		"[The talks](https://example.org/a) begin": "The talks begin", "AT&T": "AT&T", "x < y": "x < y",
		"<b>R&amp;amp;D</b>": "R&amp;D", "plain": "plain",
	} {
		quoted := strconv.Quote(written)
		for name, text := range map[string]string{
			"a.json":  `[{"date": "2024", "name": ` + quoted + `}]`,
			"b.jsonl": `{"date": "2024", "headline": ` + quoted + "}\n",
			"d.yaml":  "events: [{date: 2024, name: " + quoted + "}]",
			"e.csv":   "date,event\n2024,\"" + written + "\"\n",
			"f.json":  `[{"date": "2024", "title": ` + quoted + `}]`,
		} {
			_, p := readOne(t, name, text)
			record := p.Index.Timeline()
			if got := record.Written(0).Title; got != written {
				t.Errorf("%s: %s is stored as %q", name, written, got)
			}
			if got := record.EventTitle(0); got != shown || record.Event(0).Title != shown {
				t.Errorf("%s: %s is shown as %q", name, written, got)
			}
		}
	}
}
