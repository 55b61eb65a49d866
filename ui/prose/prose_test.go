package prose_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/ui/draw"
	"dateline/ui/prose"
)

// drawn returns a page of w cells with a text on it, and the addresses that it leads to; those that the words of their
// links do not say have a question mark.
func drawn(text prose.Text, w int, lead string) (lines string, leads []string) {
	p := draw.Page{Width: w}
	text.Add(&p, prose.Look{Theme: draw.NewTheme(draw.Looks{}), Lead: draw.Plain(lead)})
	var all []string
	for _, line := range p.Lines {
		words := ""
		for _, piece := range line {
			words += piece.Text
		}
		all = append(all, strings.TrimRight(words, " "))
	}
	for _, l := range p.Links {
		if l.Told {
			leads = append(leads, l.Value)
		} else {
			leads = append(leads, "?"+l.Value)
		}
	}
	return strings.Join(all, "\n"), leads
}

// Markup is read only in a text that may have it: its lists are lists, its code stays, its links lead on.
func TestTextsAreRead(t *testing.T) {
	for name, c := range map[string]struct {
		text, want string
		may        bool
		leads      []string
	}{
		"as written": {"**a** <b>x</b>", "**a** <b>x</b>", false, nil},
		"markdown":   {"A **bold** [word](https://a.org).", "A bold word.", true, []string{"?https://a.org"}},
		"html":       {"<p>See <a href=\"https://a.org\">it</a></p>", "See it", true, []string{"?https://a.org"}},
		"a list":     {"Two:\n\n- one thing of many words\n- two", "Two:\n\n- one thing of\n  many words\n- two", true, nil},
		"numbered":   {"1. one thing of many words\n2. two", "1. one thing of\n   many words\n2. two", true, nil},
		"code":       {"```\na   b\n  c\n```", "```\na   b\n  c\n```", true, nil},
		"paragraphs": {"one\ntwo\n\n\nthree", "one two\n\nthree", true, nil},
		"no list":    {"- one thing of many words", "- one thing of\nmany words", false, nil},
		"no web":     {"[x](javascript:a)\nfile:///etc/x", "[x](javascript:a)\nfile:///etc/x", true, nil},
	} {
		got, leads := drawn(prose.Read(c.text, c.may), 18, "")
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if !slices.Equal(leads, c.leads) {
			t.Errorf("%s leads to %q, want %q", name, leads, c.leads)
		}
	}
}

// The lines of a text are under its first, and those of an item under its words.
func TestLinesAreUnderEachOther(t *testing.T) {
	got, _ := drawn(prose.Read("Two of them:\n- one of many words\n  - within", true), 14, "* ")
	const want = "* Two of them:\n  - one of\n    many words\n    - within"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got, _ = drawn(prose.Read("first line\n\nsecond one", true), 20, "* ")
	if diff := cmp.Diff("* first line\n\n  second one", got); diff != "" {
		t.Error(diff)
	}
}

// A link says by its words where it leads, or it does not: then the address has to be shown.
func TestALinkTellsItsAddress(t *testing.T) {
	for text, want := range map[string]string{
		"https://a.org/b":                    "https://a.org/b",
		"[a.org/b](https://a.org/b)":         "https://a.org/b",
		"[https://a.org/b](https://a.org/b)": "https://a.org/b",
		"[a.org](https://a.org/b)":           "?https://a.org/b",
		"[a.org/b](https://evil.org/b)":      "?https://evil.org/b",
		"x[a.org/b](https://a.org/b)":        "?https://a.org/b",     // a part of a longer word
		"[а.org](https://а.org)":             "?https://xn--80a.org", // a Cyrillic letter
	} {
		_, leads := drawn(prose.Read(text, true), 80, "")
		if !slices.Equal(leads, []string{want}) {
			t.Errorf("%s leads to %q, want %q", text, leads, want)
		}
	}
}

// A quotation has its signs around the words and leads on as the text in it does. An address is listed once.
func TestQuoted(t *testing.T) {
	text := prose.Read("  See https://a.org, https://b.org and https://a.org \n", false)
	if got := text.Addresses(); !slices.Equal(got, []string{"https://a.org", "https://b.org"}) {
		t.Errorf("%q", got)
	}
	got, leads := drawn(text.Quoted("“", "”"), 80, "")
	if got != "“See https://a.org, https://b.org and https://a.org”" {
		t.Error(got)
	}
	if want := []string{"https://a.org", "https://b.org", "https://a.org"}; !slices.Equal(leads, want) {
		t.Errorf("%q, want %q", leads, want)
	}
}
