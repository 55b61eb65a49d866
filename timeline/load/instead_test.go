package load

import (
	"regexp"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// What is said of a map or a list where texts belong can be done, and is read then.
func TestCuresOfMapsWhereTextsBelong(t *testing.T) {
	for key, want := range map[string]string{
		"related": "ids", "tags": "tags: [", "notes": "notes: [", "summary": "key of your own", "location": "key of your own",
		"type": "key of your own", "id": "key of your own",
	} {
		for _, value := range []string{"{url: 'https://x.org'}", "{a: 1, b: [x]}", "[{x: y}]", "\n    x: y\n    z: [1]", "\n  - x: y"} {
			if strings.Contains(want, "own") && (strings.Contains(value, "[{") || strings.Contains(value, "- x")) {
				continue // a list of one is that one
			}
			said := loadText(t, "a.yaml", "- date: 2025-01-01\n  title: T\n  "+key+": "+value+"\n").Problems.String()
			if !strings.Contains(said, "text belongs") || !strings.Contains(said, want) {
				t.Errorf("%s: %s\n%s", key, value, said)
			}
			if as := regexp.MustCompile(`as in (\w+: \[.*?\])`).FindStringSubmatch(said); as != nil {
				said := loadText(t, "a.yaml", "- date: 2025-09-08\n  title: A talk\n  "+as[1]+"\n").Problems.String()
				if strings.Contains(said, "text belongs") {
					t.Errorf("the cure %s\n%s", as[1], said)
				}
			}
		}
	}
	for text, want := range map[string]string{
		"{actors: [{name: X, aliases: {a: b}}], events: []}": "aliases: [",
		"{actors: [{name: X, parent: {a: b}}], events: []}":  "alias of the actor alone",
		"- {date: 2025, title: a, quotes: [{by: {a: b}}]}":   "alias of the actor alone",
		"- {date: 2025, title: a, figures: [{value: [5]}]}":  "one text without brackets",
	} {
		if said := loadText(t, "a.yaml", text).Problems.String(); !strings.Contains(said, want) {
			t.Errorf("%s: want %s\n%s", text, want, said)
		}
	}
}

// A row that is too long is told as that beside one that is too short, whichever comes first.
func TestShortAndLongRowsAreTold(t *testing.T) {
	for _, rows := range []string{"2020-01-01,A\n2020-01-02,B,C,D\n", "2020-01-02,B,C,D\n2020-01-01,A\n"} {
		p := loadText(t, "a.csv", "date,title,place\n"+rows+"2020-01-03,E,F\n")
		var out strings.Builder
		_ = diag.FprintGroups(&out, p.Groups, 200)
		said := out.String()
		if !strings.Contains(said, "a row has fewer cells") || !strings.Contains(said, "the row has 4 cells, the head line 3") ||
			strings.Contains(said, "2 more") {
			t.Errorf("%s%s", rows, said)
		}
	}
}

// What every row of a column says of its key is one problem that counts them, in each of several files.
func TestPlacesCountWhatIsMetThere(t *testing.T) {
	text := "when,what\n2020-01-01,A\n2020-01-02,B\n2020-01-03,C\n"
	p := Files(t.Context(), []File{
		textFile("a.csv", text), textFile("b.csv", text+"2020-01-04,D\n"),
		textFile("c.yaml", "- {when: 2020-02-01, title: E}\n- {when: 2020-02-02, title: F}\n"),
	}, nil)
	met := map[string]int{}
	for _, one := range p.Problems.Of(func(r rule.ID) bool { return r == rule.RoleGuessed }) {
		met[one.Pos.String()] += 1 + one.Again
	}
	for place, want := range map[string]int{"a.csv:1:1": 3, "a.csv:1:6": 3, "b.csv:1:1": 4, "b.csv:1:6": 4, "c.yaml:1:4": 1, "c.yaml:2:4": 1} {
		if met[place] != want {
			t.Errorf("%s is met %d times, want %d: %v", place, met[place], want, met)
		}
	}
}

// What a source says of itself is no key of an event that strayed.
func TestWhatASourceSaysOfItself(t *testing.T) {
	for text, want := range map[string]string{
		"- {date: 2025, title: a, sources: [{title: b, type: c}]}":  "it is kept and shown as it stands",
		"- {date: 2025, title: a, quotes: [{text: b, date: 2024}]}": "it belongs in an event",
	} {
		if said := loadText(t, "a.yaml", text).Problems.String(); !strings.Contains(said, want) {
			t.Errorf("%s: want %s\n%s", text, want, said)
		}
	}
}
