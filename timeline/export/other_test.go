package export_test

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/timeline/export"
)

// Keys that the format does not know may come to one name: spelled as another is named that is within a list, in two
// files, or of actors and sources that are one. No format loses a value of them, nor a key without one.
func TestKeysOfOneNameAreAllExported(t *testing.T) {
	const events = `
sources: [{id: s, title: S, "x": fifth, X: sixth}]
events:
  - date: 2025-01-01
    title: t
    "quotes[0].x": first
    "quotes[1].x": third
    quotes: [{text: a, x: second}, {text: b, x: fourth}]
    Zork: upper
    zork: lower
    "": nameless
    empty:
    sources: [s, {title: In place, "y": seventh, "Y": eighth}]
`
	for _, format := range export.Formats {
		out := exported(t, recordOf("x.yaml", events).Index, format)
		for _, value := range []string{
			"first", "second", "third", "fourth", "upper", "lower", "nameless", "empty",
			"fifth", "sixth", "seventh", "eighth",
		} {
			if !strings.Contains(out, value) {
				t.Errorf("%s has no %q:\n%s", format, value, out)
			}
		}
	}
	var got []struct {
		Other   map[string]string
		Sources []struct{ Other map[string]string }
	}
	if err := json.Unmarshal([]byte(exported(t, recordOf("x.yaml", events).Index, export.JSON)), &got); err != nil {
		t.Fatal(err)
	}
	if x := got[0].Other["quotes[0].x"]; x != "first\nsecond" {
		t.Errorf("in JSON the value of both is %q", x)
	}
	if s := got[0].Sources; len(s) != 2 || len(s[0].Other) != 2 || len(s[1].Other) != 2 {
		t.Errorf("sources have %v", s)
	}
	const head = "\"\": nameless\nempty:\nnote: one\nevents: [{date: 2025, title: t}]\n---\n" +
		"note: two\nevents: [{date: 2026, title: u}]\n---\nnote: one\nevents: [{date: 2027, title: v}]\n---\n" +
		"note: three\nevents: [{date: 2028, title: w}]\n"
	x := recordOf("x.yaml", head).Index
	for format, want := range map[export.Format]string{
		export.Text:     "  : nameless\n  empty:\n  note: one\n  note: two\n  note: three\n\n",
		export.Markdown: "**:** nameless\n\n**empty:**\n\n**note:** one\n\n**note:** two\n\n**note:** three\n\n",
		export.JSON:     `"other":{"":"nameless","empty":"","note":"one\ntwo\nthree"}`,
	} {
		if out := exportedHead(t, x, format); !strings.Contains(out, want) {
			t.Errorf("%s:\n%s\nwant %s", format, out, want)
		}
	}
}
