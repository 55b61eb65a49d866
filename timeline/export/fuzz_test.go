package export_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"dateline/timeline/export"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

// FuzzExport tests that whatever a record says, no terminal obeys what is written of it, JSON is JSON, CSV has no
// formulas and Markdown no markup but its own.
func FuzzExport(f *testing.F) {
	for _, text := range testrecord.FilesLike(f, "../load/testdata/*.yaml") {
		f.Add(text, false)
	}
	for _, text := range testrecord.FilesLike(f, "../load/testdata/*.md") {
		f.Add(text, true)
	}
	for _, text := range testrecord.Hostile()[:8] {
		record, _, _ := strings.Cut(testrecord.EveryField(text), "\n#")
		f.Add(record, false)
	}
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		name := "record.yaml"
		if markdown {
			name = "record.md"
		}
		x := recordOf(name, text).Index
		all := x.Select(query.Query{})
		for _, format := range export.Formats {
			var whole, events, actors bytes.Buffer
			_ = exportHeaded(&whole, x.Timeline(), all, 0, format)
			_ = exportEvents(&events, x.Timeline(), all, 0, format, export.Emphasis{})
			_ = export.Actors(&actors, x, all, format, export.Emphasis{})
			if r := obeyed(whole.String() + events.String() + actors.String()); r != 0 {
				t.Errorf("%s holds %U: %q", format, r, whole.String())
			}
			if err := checkFormat(format, whole.String(), all.Len()); err != nil {
				t.Errorf("with the head: %v", err)
			}
			err := errors.Join(
				checkFormat(format, events.String(), all.Len()),
				checkFormat(format, actors.String(), countActors(x, all)),
			)
			if err != nil {
				t.Error(err)
			}
		}
	})
}
