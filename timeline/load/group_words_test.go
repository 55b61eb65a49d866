package load

import (
	"context"
	"regexp"
	"slices"
	"testing"

	"dateline/timeline/diag/rule"
)

// What a group of guesses says in the words of its first holds for each of its members, but for a name or a date in it.
func TestGroupsSpeakForEach(t *testing.T) {
	varies := regexp.MustCompile("`[^`]*`|-?[0-9][-0-9X/.~?%]*")
	guesses := []rule.ID{rule.TitleGuessed, rule.ShapeGuessed, rule.DateGuessed, rule.DateAsWritten}
	files := []File{
		textFile("n/2020-05-06 note.md", "Plain text of a note.\n"),
		textFile("n/2020-05-07 other.md", "---\ntags: [a]\n---\nPlain text of another.\n"),
		textFile("n/c.md", "---\ntitle: C\ndate: March 5th, 2020\n---\nx\n"),
		textFile("n/item.md", "---\ntags: [a]\ndate: 2020-03-05\n---\nSome text here. And more.\n"),
		textFile("n/My walk.md", "---\ntags: [a]\ndate: 2020-03-06\n---\nText.\n"),
		textFile("t.json", `[{"date":"2020-01-01","msg":"Some long words here"},{"date":"2020-01-02","memo":"Other words are here"},`+
			`{"date":"2020-01-03","type":"war"},{"date":"2020-01-04","type":"war","location":"Oslo"},`+
			`{"date":"2020-01-05","summary":"First words. Second."},{"date":"2020-01-06","city":"Oslo"}]`),
		textFile("s.yaml", "- {date: 2020, title: {name: A}}\n- {date: 2021, title: B, location: {city: Oslo}}\n"+
			"- {date: 2022, title: C, summary: {text: X}}\n- {date: 2023, title: D, who: [Ann, 5]}\n"),
		textFile("g.yaml", "- year: 2020\n  name: G\n  events: [{title: A}, {title: B}]\n"),
	}
	p := Files(context.Background(), files, nil)
	seen := 0
	for _, g := range p.Groups {
		lead := varies.ReplaceAllString(g.Lead().Message, "*")
		for _, one := range g.Places {
			if slices.Contains(guesses, one.Rule) {
				if seen++; varies.ReplaceAllString(one.Message, "*") != lead {
					t.Errorf("%q is told as %q", one.Message, g.Problem().Message)
				}
			}
		}
	}
	if seen < 12 {
		t.Errorf("only %d guesses: %s", seen, p.Problems)
	}
}
