package export_test

import (
	"bytes"
	"strings"
	"testing"

	"dateline/timeline/export"
	"dateline/timeline/export/record"
	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// annotated returns a record whose events carry lines of the reader's own, in a format.
func annotated(p load.Progress, lines map[string]string, f export.Format) string {
	var out bytes.Buffer
	x := export.New(&out, f, export.Emphasis{})
	x.Annotate(lines)
	_ = x.Write(p.Index.Timeline(), p.Index.Select(query.Query{}), 0)
	_ = x.Close()
	return out.String()
}

// notesOf returns what the events of a record have under the key of a reader's line.
func notesOf(p load.Progress) map[string][]string {
	notes := map[string][]string{}
	for i := range p.Index.Timeline().Len() {
		e := p.Index.Timeline().Event(i)
		for _, f := range e.Other {
			if f.Key == record.ReaderNote {
				notes[e.ID] = append(notes[e.ID], f.Value)
			}
		}
	}
	return notes
}

// A line of the reader's own is beside its event in each format, is no markup there, and is read back as that, and as
// nothing else of the event.
func TestLinesOfTheReaderAreExported(t *testing.T) {
	const events = "- {date: 2025-01-01, id: a, title: First}\n- {date: 2025-01-02, id: b, title: Second, summary: s}\n" +
		"- {date: soon, id: c, title: Third}\n"
	p := recordOf("x.yaml", events)
	for f, want := range map[export.Format]string{
		export.Text:      "2025-01-01  First\n  reader's note: ask *Ann*\n",
		export.Markdown:  "## 1 January 2025: First\n\n> **Reader's note:** ask \\*Ann\\*\n",
		export.YAML:      "    other:\n      reader_note: ask *Ann*\n",
		export.CSV:       "reader_note: ask *Ann*",
		export.JSON:      `"other":{"reader_note":"ask *Ann*"}`,
		export.JSONLines: `"other":{"reader_note":"ask *Ann*"}`,
	} {
		out := annotated(p, map[string]string{"a": "ask *Ann*", "gone": "no event"}, f)
		if f == export.Text {
			want = strings.Replace(want, "2025-01-01", "1 January 2025", 1)
		}
		if !strings.Contains(out, want) || strings.Contains(out, "no event") || strings.Count(out, "Ann") != 1 {
			t.Errorf("%s:\n%s\nwant %s", f, out, want)
		}
	}
	for _, line := range append(testrecord.Hostile(), "- a", "[x]", "{date: 2025, title: t}", "2025-01-01", "note: x", "") {
		line = strings.TrimSpace(strings.Join(strings.Fields(strings.ToValidUTF8(line, "")), " "))
		lines := map[string]string{"a": line, "b": line, "c": line}
		for _, f := range []export.Format{export.YAML, export.JSON, export.JSONLines} {
			text := annotated(p, lines, f)
			copied := readBack(text, f)
			if before, after := said(p), said(copied); line == "" && before != after {
				t.Errorf("%s: without a line it is read back as something else: %s", f, differ(before, after))
			}
			for id, got := range notesOf(copied) {
				if len(got) != 1 || got[0] != line {
					t.Errorf("%s: the line %q of %s is read back as %q from\n%s", f, line, id, got, text)
				}
			}
			if n := len(notesOf(copied)); n != 3 && line != "" || copied.Index.Timeline().Len() != 3 {
				t.Errorf("%s: %q: %d lines and %d events are read back from\n%s", f, line, n,
					copied.Index.Timeline().Len(), text)
			}
			if again := annotated(copied, nil, f); f == export.YAML && again != text {
				t.Errorf("%q is not written again as before: %s", line, differ(text, again))
			}
			for i := range copied.Index.Timeline().Len() {
				if a, b := copied.Index.Timeline().Event(i), p.Index.Timeline().Event(i); a.Summary != b.Summary || a.Title != b.Title {
					t.Errorf("%s: the line %q is taken for %q, %q", f, line, a.Title, a.Summary)
				}
			}
		}
		for _, f := range export.Formats {
			if err := checkFormat(f, annotated(p, lines, f), 3); err != nil {
				t.Errorf("%s with %q: %v", f, line, err)
			}
		}
	}
}
