package export_test

import (
	"bytes"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/export"
	"dateline/timeline/internal/tabular"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/sanitize"
)

// What is written as CSV is read back as it was, without the apostrophes that keep a spreadsheet from taking it for a
// formula.
func TestCSVIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[a'=+@"; |,\n1-]{0,8}x`)
		title, summary := text.Draw(t, "title"), text.Draw(t, "summary")
		tags := rapid.SliceOfN(text, 1, 3).Draw(t, "tags")
		d := testbuild.NewDraft()
		d.Event("-0044-03-15", title, "", func(e *timeline.EventDraft) { e.Summary, e.Tags = summary, tags })
		var out bytes.Buffer
		if err := exportDraft(&out, d, export.CSV, export.Emphasis{}); err != nil {
			t.Fatal(err)
		}
		e := d.Done().Event(0)
		want := map[string]string{
			"date": "-0044-03-15", "title": sanitize.Line(e.Title), "summary": sanitize.Text(e.Summary),
		}
		for i, tag := range e.Tags {
			e.Tags[i] = sanitize.Line(tag)
		}
		want["tags"] = strings.Join(e.Tags, "\n")
		got := make(map[string]string)
		var problems diag.List
		tabular.Each(diag.NewFile("a.csv", out.String()), out.String(), &problems, func(event *yaml.Node) bool {
			for i := 0; i < len(event.Content); i += 2 {
				got[event.Content[i].Value] = event.Content[i+1].Value
			}
			return true
		})
		for key, text := range want {
			if strings.TrimSpace(got[key]) != strings.TrimSpace(text) {
				t.Errorf("%s is %q, want %q\n%s", key, got[key], text, out.String())
			}
		}
		if problems.Count() > 0 {
			t.Errorf("%s\n%s", problems.Found(), out.String())
		}
	})
}
