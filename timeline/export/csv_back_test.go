package export_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
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

// A table that dateline has written is a record again: nothing is wrong with it, and its actors are those of the record,
// with office and role as one. Quotes, figures and claims are kept as they stand.
func TestTableOfOursIsRecordAgain(t *testing.T) {
	const text = `
actors:
  - {id: vz, name: Volodymyr Zelensky, memberships: [{of: Ukraine, role: President (acting), start: 2019}]}
  - {id: ukraine, name: Ukraine, kind: state}
sources:
  - {id: paper, title: "[A title]", publisher: Paper, url: "https://a.org/x", published: 2025-01-02, tier: copper}
events:
  - date: 2025-01-01
    title: One
    actors: [{actor: vz, role: "speaker; host"}, Ann, "Bob, Cy and Dan", {actor: Eve, role: a guest; with others}]
    tags: ["a; b", c]
    related: [two]
    notes: [One; two, "Three, four"]
    quotes: [{by: vz, text: 'Words; and more', source: paper}, {text: Nobody's}]
    figures: [{label: talks, value: about 300, unit: minutes, by: Ann}]
    claims: [{by: Ann, text: 'So; it was', status: reported}]
    sources: [paper, "https://a.org/y", {title: Some title}]
    importance: 8
    areas: [law, trade]
  - {title: Two, id: two, actors: [Ann]}
`
	x := recordOf("a.yaml", text).Index
	out := exported(t, x, export.CSV)
	back := recordOf("copy.csv", out)
	for _, p := range back.Problems {
		if p.Rule != rule.NoDate {
			t.Errorf("%v", p)
		}
	}
	record := back.Index.Timeline()
	e := record.Event(0)
	var got []string
	for _, p := range e.Actors {
		got = append(got, p.Name+" – "+p.Role)
	}
	want := []string{
		"Volodymyr Zelensky – President (acting), Ukraine; speaker; host", "Ann – ", "Bob, Cy and Dan – ",
		"Eve – a guest; with others",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"a; b", "c"}, e.Tags); diff != "" {
		t.Error(diff)
	}
	if len(e.Notes) != 2 || len(e.Related) != 1 || len(e.Sources) != 3 || e.Date.IsZero() {
		t.Errorf("notes %q, related %q, %d sources", e.Notes, e.Related, len(e.Sources))
	}
	if s := record.Source(e.Sources[0]); s.ID != "paper" || s.URL != "https://a.org/x" ||
		s.Title != "Paper, [A title], 2 January 2025 (tier: copper)" {
		t.Errorf("source %+v", s)
	}
	kept := make(map[string]string)
	for _, f := range e.Other {
		kept[f.Key] = f.Value
	}
	for key, value := range map[string]string{
		"figures": "talks: about 300 minutes, says Ann", "claims": "Ann: So; it was (reported)", "importance": "8",
		"areas":  "[law, trade]",
		"quotes": "\"Words; and more\" - Volodymyr Zelensky [paper]\n\"Nobody's\"",
	} {
		if kept[key] != value {
			t.Errorf("%s is %q, want %q", key, kept[key], value)
		}
	}
	if len(kept) != 5 || len(record.Event(1).Other) > 0 {
		t.Errorf("there is more: %v, %v", kept, record.Event(1).Other)
	}
	place := regexp.MustCompile(`copy.csv,[0-9]+`)
	once := place.ReplaceAllString(exported(t, back.Index, export.CSV), "")
	twice := place.ReplaceAllString(exported(t, recordOf("copy.csv", once).Index, export.CSV), "")
	if twice != once {
		t.Errorf("the second time it is another:\n%s\n%s", once, twice)
	}
}
