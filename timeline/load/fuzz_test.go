package load

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// addRecords seeds a fuzz target with the records of testdata, and with whether each is Markdown.
func addRecords(f *testing.F) {
	seeds, err := filepath.Glob("testdata/*.[ym]*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range seeds {
		text, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text), strings.HasSuffix(name, ".md"))
	}
}

// FuzzLoad holds that Files always comes to an end, with an id for every event and every problem in its place.
func FuzzLoad(f *testing.F) {
	addRecords(f)
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		name := "record.yaml"
		if markdown {
			name = "record.md"
		}
		checkWhole(t, name, text, loadText(t, name, text))
	})
}

// FuzzShapes holds the same of a text under each ending of a name, in a folder and not, and that no more comes of a text
// than it can hold.
func FuzzShapes(f *testing.F) {
	for kind, pattern := range []string{"*.yaml", "*.json", "*.jsonl", "*.csv", "*.ics", "*/*.toml", "*/*.md"} {
		for _, text := range testrecord.FilesLike(f, "testdata/door/"+pattern) {
			f.Add(text, uint8(kind), false)
			f.Add(text, uint8(kind), true)
		}
	}
	f.Fuzz(func(t *testing.T, text string, kind uint8, inFolder bool) {
		endings := []string{"", ".json", ".jsonl", ".csv", ".ics", ".toml", ".md", ".yaml"}
		name := "record" + endings[int(kind)%len(endings)]
		files := []File{InMemory(name, []byte(text))}
		if inFolder {
			files, _ = Folder(fstest.MapFS{name: {Data: []byte(text)}}, ".")
		}
		p := Files(t.Context(), files, nil)
		heedFaults(t, p)
		if n := p.Index.Timeline().Len(); n > 1+len(text)/2 {
			t.Errorf("%d events of %d bytes", n, len(text))
		}
		if !inFolder {
			checkWhole(t, name, text, p)
		}
	})
}

// checkWhole checks what was loaded of a text.
func checkWhole(t *testing.T, name, text string, p Progress) {
	t.Helper()
	lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	for _, problem := range p.Problems {
		at := problem.Pos
		if at.File != name || at.Line > len(lines) || at.Column > 0 && at.Line < 1 {
			t.Errorf("%v of %d lines: %s", at, len(lines), problem)
		} else if after := utf8.RuneCountInString(problem.Excerpt) + 1; at.Column > 0 &&
			(problem.Width < 1 || problem.Excerpt != "" && at.Column > after) {
			t.Errorf("%v, %d wide, is not in %q", at, problem.Width, problem.Excerpt)
		}
	}
	if report := p.Problems.String(); !utf8.ValidString(report) || sanitize.Text(report) != report {
		t.Errorf("unsafe report %q", report)
	}
	record := p.Index.Timeline()
	if record.Len() == 0 && p.Problems.Errors() == 0 {
		t.Error("neither events nor errors")
	}
	for i := range record.Len() {
		if e := record.Event(i); e.ID == "" || e.Title == "" {
			t.Errorf("event without id or title: %+v", e)
		}
		if found, ok := record.Find(record.ID(i)); !ok || found != i {
			t.Errorf("Find(%q) = %d, %v, want %d", record.ID(i), found, ok, i)
		}
		if i > 0 && record.Date(i-1).Compare(record.Date(i)) > 0 {
			t.Errorf("event %d is before %d", i, i-1)
		}
	}
}
