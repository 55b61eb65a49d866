package load

import (
	"context"
	"strings"
	"testing"

	"dateline/timeline/diag"
)

func TestFilesThatAreNoYAMLYet(t *testing.T) {
	record := "events:\n  - {date: 2025, title: First}\n  - {date: 2026, title: Second}\n"
	for name, tt := range map[string]struct {
		text    string
		events  int
		problem string
	}{
		"a mark in front":        {"\ufeff" + record, 2, ""},
		"two files put together": {record + "\ufeff  - {date: 2027, title: Third}\n", 3, ""},
		"a mark within a line":   {strings.Replace(record, "Second", "Sec\ufeffond", 1), 2, "the character U+FEFF"},
		"UTF-16":                 {"\xff\xfee\x00v\x00", 0, "UTF-16"},
		"UTF-32":                 {"\xff\xfe\x00\x00e\x00\x00\x00", 0, "UTF-32"},
		"no text":                {strings.Repeat("\x00\x01\x02", 1<<18), 0, "the file is not text"},
		"text, and then none":    {record + strings.Repeat("\x00", 1<<20), 0, "the file is not text"},
		"a little that is none": {
			record + "  - {date: 2027, title: \"a\x00b\"}\n",
			3, "the control character U+0000",
		},
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, "record.yaml", tt.text)
			if n := p.Index.Timeline().Len(); n != tt.events {
				t.Errorf("%d events, want %d", n, tt.events)
			}
			switch said := p.Problems.String(); {
			case tt.problem == "" && len(p.Problems) > 0, !strings.Contains(said, tt.problem):
				t.Errorf("want %q, got:\n%s", tt.problem, said)
			}
		})
	}
}

// A character that is not allowed is found in its place, whether that is looked at while the file is read or after it.
func TestBadCharactersOfLongFiles(t *testing.T) {
	const lines = 160_000 // some more than firstRead and readStep together
	filler := "# " + strings.Repeat("x", 58) + "\n"
	for _, line := range []int{
		1, 2, firstRead/len(filler) - 1, firstRead / len(filler), firstRead/len(filler) + 1, 15_000,
		(firstRead + readStep) / len(filler), lines,
	} {
		text := strings.Repeat(filler, line-1) + "# a bell \a\n" + strings.Repeat(filler, lines-line) +
			"events:\n  - {date: 2025, title: A}\n"
		p := Files(context.Background(), []File{textFile("record.yaml", text)}, nil)
		if len(p.Problems) != 1 || p.Problems[0].Pos != (diag.Pos{File: "record.yaml", Line: line, Column: 10}) ||
			p.Index.Timeline().Len() != 1 {
			t.Errorf("line %d: %d events, %v", line, p.Index.Timeline().Len(), p.Problems)
		}
	}
}
