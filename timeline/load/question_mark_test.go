package load

import (
	"fmt"
	"strings"
	"testing"
)

// A question mark within a text in brackets is text, as in YAML 1.2: in short records and long ones, above the events
// and in them.
func TestQuestionMarksInBrackets(t *testing.T) {
	const head = `title: Talks
sources:
  - {id: s, title: One of b?.yaml, url: https://example.org?id=1}
  - {id: t, title: ?what, url: "https://example.org/?"}
actors: [{name: Who?, aliases: [?who, Who is it ?, a?b]}]
events:
`
	event := func(i int) string {
		return fmt.Sprintf(`  - date: 2025
    title: Who came %d?
    summary: >-
      Did they?
    actors: [?who, Ann?]
    sources: [s, t, https://example.org/%d?id=1&x=2,
      https://example.org/?y, 'https://example.org/z?']
    tags: [a?, ?b, c ?d]
  - {date: 2025, title: One of %d?.yaml, actors: [Who?], tags: [e ?], summary: ?f}
`, i, i, i)
	}
	for name, n := range map[string]int{"short": 2, "long": 3000} {
		for _, anchored := range []bool{false, true} {
			var text strings.Builder
			text.WriteString(head)
			for i := range n {
				text.WriteString(event(i))
			}
			if anchored { // so that it is read whole
				text.WriteString("  - &x {date: 2025, title: last?}\n")
			}
			p := loadText(t, "record.yaml", text.String())
			if p.Problems.Errors() > 0 {
				t.Fatalf("%s: %.2000s", name, p.Problems)
			}
			record := p.Index.Timeline()
			for i := range record.Len() {
				e := record.Event(i)
				whole, _ := strings.CutPrefix(e.Title, "Who came ")
				switch {
				case e.Title == "last?":
				case whole != e.Title:
					if len(e.Sources) != 5 || len(e.Actors) != 2 || record.Actor(e.Actors[0].Actor).Name != "Who?" ||
						strings.Join(e.Tags, "|") != "a?|?b|c ?d" || e.Summary != "Did they?" {
						t.Fatalf("%s: event %d is %+v", name, i, e)
					}
					if url := record.Source(e.Sources[2]).URL; !strings.HasSuffix(url, "?id=1&x=2") {
						t.Fatalf("%s: a source is %s", name, url)
					}
				case !strings.HasSuffix(e.Title, "?.yaml") || e.Summary != "?f" || strings.Join(e.Tags, "|") != "e ?":
					t.Fatalf("%s: event %d is %+v", name, i, e)
				}
			}
			if s := record.Source(0); s.Title != "One of b?.yaml" || s.URL != "https://example.org?id=1" {
				t.Errorf("%s: the first source is %+v", name, s)
			}
		}
	}
}
