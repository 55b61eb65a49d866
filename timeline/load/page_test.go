package load

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/diag"
)

// pageEvents are the lists of events of some pages, each of four events, by how they are written.
var pageEvents = map[string]string{
	"indented":      "events:\n" + fourTimes("  - date: 2025-01-0%d\n    title: E%[1]d\n    tags:\n      - a\n"),
	"at the margin": "events:\n" + fourTimes("- date: 2025-01-0%d\n  title: E%[1]d\n  summary: >-\n    in\n    lines\n"),
	"in braces":     "events:\n" + fourTimes("  - {date: 2025-01-0%d, title: E%[1]d}\n"),
	"bare":          fourTimes("- date: 2025-01-0%d\n  title: E%[1]d\n"),
	"with a head":   "title: T\nactors:\n  - A\nevents:\n" + fourTimes("  - title: E%[1]d\n    date: 2025-01-0%[1]d\n"),
	"marked":        "events:\n" + fourTimes("  - &e%d\n    date: 2025-01-01\n    title: E%[1]d\n"),
}

// fourTimes returns a text for each number up to four.
func fourTimes(format string) string {
	var list strings.Builder
	for n := range 4 {
		fmt.Fprintf(&list, format, n+1)
	}
	return list.String()
}

// A line that ends the front matter costs no more than one event, wherever it has come into the list, and one error
// says where it is.
func TestFrontMatterGoesOnBelowAFence(t *testing.T) {
	for name, list := range pageEvents {
		lines := strings.SplitAfter(list, "\n")
		for at := 1; at < len(lines)-1; at++ {
			for _, fence := range []string{"---\n", "...\n", "---\n---\n", "...\n\n---\n", "--- \r\n"} {
				text := "---\n" + strings.Join(lines[:at], "") + fence + strings.Join(lines[at:], "") + "---\n\nThe body.\n"
				p := loadText(t, "page.md", text)
				if n := p.Index.Timeline().Len(); n < 3 || p.Problems.Errors() == 0 || p.Problems.Errors() > 2 ||
					p.Problems[0].Pos != (diag.Pos{File: "page.md", Line: at + 2, Column: 1}) {
					t.Errorf("%s, line %d, %q: %d events\n%s", name, at, fence, n, p.Problems)
				}
				if got := p.Index.Timeline().Description(); got != "The body." {
					t.Errorf("%s, line %d, %q: the body is %q", name, at, fence, got)
				}
			}
		}
	}
}

// Two such lines are two errors.
func TestFrontMatterGoesOnBelowTwoFences(t *testing.T) {
	p := loadText(t, "page.md", "---\nevents:\n  - {date: 2025-01-01, title: A}\n---\n  - {date: 2025-01-02, title: B}\n"+
		"...\n  - {date: 2025-01-03, title: C}\n  - {date: 2025-01-04, title: D}\n---\nText.\n")
	want := "page.md:4:1: error: this line ends the front matter, which goes on below it; that is read all the same, " +
		"with 3 events\n"
	if said := p.Problems.String(); p.Index.Timeline().Len() != 4 || p.Problems.Errors() != 2 ||
		!strings.Contains(said, want) || !strings.Contains(said, "page.md:6:1: error: ") {
		t.Errorf("%d events\n%s", p.Index.Timeline().Len(), said)
	}
}

// Where no line ends the events below front matter, it cannot be known whether they are text: that is said.
func TestTextLikeEvents(t *testing.T) {
	below := "  - date: 2025-01-02\n    title: B\n  - date: 2025-01-03\n    title: C\n"
	for _, text := range []string{below, below + "\nText.\n", below + "Text.\n\n---\n\nMore.\n"} {
		p := loadText(t, "page.md", "---\nevents:\n  - date: 2025-01-01\n    title: A\n---\n"+text)
		if said := p.Problems.String(); len(p.Problems) != 1 ||
			!strings.Contains(said, "page.md:5:1: warning: the text below the front matter looks like 2 events") {
			t.Errorf("%q:\n%s", text, said)
		}
		got, _ := p.Index.Timeline().WrittenDescription()
		if want := strings.TrimSpace(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// The text below front matter stays as it is, with whatever rules, lists and examples it has.
func TestTextBelowFrontMatter(t *testing.T) {
	heads := map[string]string{"an event": "date: 2025-01-01\ntitle: E\n"}
	for name, list := range pageEvents {
		heads[name] = list
	}
	for name, head := range heads {
		for _, body := range []string{
			"Text.\n\n---\n\nMore.",
			"---\n\nText.",
			"- one\n- two\n  more\n\n---\n\nText.",
			"- *one* thing\n- &c.\n- {two}\n\n---\n\nText.",
			"- Note: one\n- See: two\n\n---\n\nText.",
			"Note: text\n---\nMore.",
			"# Head\n\n---\n\n  - date: 2025-01-02\n    title: B\n---\n",
			"```yaml\n---\nevents:\n  - date: 2025-01-02\n    title: B\n---\n```\n\nText.",
			"An example:\n\n    - date: 2025-01-02\n      title: B\n\n---\n\nText.",
			"For example:\n```\n- date: 2025-01-02\n  title: B\n```\n---\n",
			"| a | b |\n|---|---|\n| c | d |\n\n---\n",
			"...\n\nText.",
			"Text\n---\n\ndate: 2025\n\n---\n",
		} {
			p := loadText(t, "page.md", "---\n"+head+"---\n"+body)
			record := p.Index.Timeline()
			got, _ := record.WrittenDescription()
			if name == "an event" {
				got = record.Written(0).Summary
			}
			if want := strings.TrimSpace(body); got != want || len(p.Problems) > 0 && !strings.Contains(head, "- A\n") {
				t.Errorf("%s: %q, want %q\n%s", name, got, want, p.Problems)
			}
		}
	}
}

// The text below front matter that has such a text already is kept beside it, and said to be.
func TestTextBesideASummary(t *testing.T) {
	for _, key := range []string{"summary", "description"} {
		p := loadText(t, "page.md", "---\ndate: 2025-01-01\ntitle: A\n"+key+": Given.\n---\n\nText.\n\nMore.\n")
		e := p.Index.Timeline().Event(0)
		if e.Summary != "Given." || len(e.Other) != 1 || e.Other[0] != (timeline.Field{Key: "body", Value: "Text.\n\nMore."}) {
			t.Errorf("%s: %q, %v", key, e.Summary, e.Other)
		}
		if want := "page.md:7: warning: the event has a summary already"; len(p.Problems) != 1 ||
			!strings.Contains(p.Problems.String(), want) {
			t.Errorf("%s", p.Problems)
		}
		if p.Index.Select(asking(t, "more")).Len() != 1 {
			t.Errorf("%s: it is not found", key)
		}
	}
	p := loadText(t, "page.md", "---\ndescription: Given.\nevents:\n  - {date: 2025-01-01, title: A}\n---\nText.\n")
	record := p.Index.Timeline()
	if got := record.Other(); record.Description() != "Given." || len(got) != 1 ||
		got[0] != (timeline.Field{Key: "body", Value: "Text."}) {
		t.Errorf("%q, %v", record.Description(), got)
	}
	if want := "page.md:6: warning: the record has a description already"; len(p.Problems) != 1 ||
		!strings.Contains(p.Problems.String(), want) {
		t.Errorf("%s", p.Problems)
	}
	for _, front := range []string{"", "just text\n", "[]\n", "- a\n", "{}\n", "\"a\n"} {
		p := loadText(t, "page.md", "---\n"+front+"---\nText.\n")
		if got := p.Index.Timeline().Description(); got != "Text." || p.Problems.Errors() == 0 {
			t.Errorf("%q: %q\n%s", front, got, p.Problems)
		}
	}
}

// Front matter without an end costs no event, nor the text below it.
func TestFrontMatterWithoutAnEnd(t *testing.T) {
	for name, list := range pageEvents {
		for _, end := range []string{"", "----\n\n", "\n", "—\n"} {
			p := loadText(t, "page.md", "---\n"+list+end+"The body.\n")
			record := p.Index.Timeline()
			if record.Len() != 4 || p.Problems.Errors() != 1 || !strings.HasSuffix(record.Description(), "The body.") ||
				!strings.HasPrefix(p.Problems.String(), "page.md:1:1: error: the front matter does not end") {
				t.Errorf("%s, %q: %d events, %q\n%s", name, end, record.Len(), record.Description(), p.Problems)
			}
		}
	}
	for _, text := range []string{"---\n\nText.\n", "---\n", "---\nNote: text\n\n- one\n", "---\n# Head\n"} {
		if p := loadText(t, "page.md", text); p.Problems.Errors() != 1 || p.Index.Timeline().Description() != "" {
			t.Errorf("%q:\n%s", text, p.Problems)
		}
	}
}
