package load

import (
	"strings"
	"testing"

	"dateline/timeline/diag/rule"
)

// A second block of front matter is joined to the first, whatever each is written in, and what only looks like one is
// text.
func TestSecondFrontMatterOfAnyKind(t *testing.T) {
	firsts := []string{"---\ntitle: A\n---\n", "+++\ntitle = \"A\"\n+++\n", "{\n\"title\": \"A\"\n}\n", "```toml\ntitle = \"A\"\n```\n"}
	for _, first := range firsts {
		for _, second := range []string{
			"---\nwhen: 2021-03-04\nplace: Bonn\n---\n", "+++\nwhen = 2021-03-04\nplace = \"Bonn\"\n+++\n",
			"{\n\t\"when\": \"2021-03-04\",\n\t\"place\": \"Bonn\"\n}\n",
		} {
			p := Files(t.Context(), []File{InMemory("a.md", []byte(first+"\n"+second+"\nText.\n"))}, nil)
			e := p.Index.Timeline().Event(0)
			told := p.Problems.Of(func(r rule.ID) bool { return r == rule.JoinedRecords })
			line := 2 + strings.Count(first, "\n")
			if p.Events != 1 || e.Title != "A" || e.Date.EDTF() != "2021-03-04" || e.Location != "Bonn" || e.Summary != "Text." ||
				len(told) != 1 || told[0].Pos.Line != line {
				t.Errorf("%s\n%s: %s %q %q %q\n%s", first, second, e.Date, e.Title, e.Location, e.Summary, p.Problems)
			}
		}
		for _, text := range []string{
			"---\nNote: it was so.\n---", "+++\nand more\n+++", "+++\na = 1\nb = \n+++", "+++\na = 1\n+++", "+++\na = 1\nb = 2",
			"{{< figure >}}\nx", "{\nso it was}\nx", "{\"a\": 1}\nx", "```toml\na = 1\nb = 2\n```",
		} {
			p := Files(t.Context(), []File{InMemory("a.md", []byte(first+"\n"+text+"\n\nText.\n"))}, nil)
			if e := p.Index.Timeline().Event(0); p.Events != 1 || e.Summary != strings.TrimSpace(text)+"\n\nText." ||
				len(p.Problems.Of(func(r rule.ID) bool { return r == rule.JoinedRecords })) > 0 {
				t.Errorf("%s\n%s: %q\n%s", first, text, e.Summary, p.Problems)
			}
		}
	}
}

// The lines of a page with dates are events below front matter of any kind.
func TestChroniclesHaveFrontMatterOfAnyKind(t *testing.T) {
	for _, front := range []string{
		"---\ntitle: Log\n---\n", "+++\ntitle = \"Log\"\n+++\n", "{\n\"title\": \"Log\"\n}\n", "---json\n{\"title\": \"Log\"}\n---\n",
	} {
		p := Files(t.Context(), []File{InMemory("a.md", []byte(front+"\n\n- 2021-03-04: one\n- 2021-03-05: two\n"))}, nil)
		if got := strings.Join(outline(p.Index.Timeline()), ", "); got != "2021-03-04 | one, 2021-03-05 | two" ||
			p.Index.Timeline().Event(0).Pos.Line != 3+strings.Count(front, "\n") || p.Index.Timeline().Title() != "Log" {
			t.Errorf("%s: %s, line %d\n%s", front, got, p.Index.Timeline().Event(0).Pos.Line, p.Problems)
		}
	}
}
