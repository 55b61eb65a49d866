package load

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/yamldoc"
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
		"UTF-16":                 {"\xff\xfee\x00v\x00", 0, "record.yaml: error: the file is in UTF-16"},
		"UTF-32":                 {"\xff\xfe\x00\x00e\x00\x00\x00", 0, "record.yaml: error: the file is in UTF-32"},
		"UTF-16 without a mark": {
			inUnits("# ", "", "\x00") + "\x22\x04" + inUnits("\n"+record, "", "\x00"), 0,
			"record.yaml: error: the file is in UTF-16",
		},
		"the other UTF-16":      {inUnits(record, "\x00", ""), 0, "the file is in UTF-16"},
		"UTF-32 without a mark": {inUnits(record, "\x00\x00\x00", ""), 0, "the file is in UTF-32"},
		"the other UTF-32":      {inUnits(record, "", "\x00\x00\x00"), 0, "the file is in UTF-32"},
		"UTF-16 before NULs":    {inUnits(record, "", "\x00") + strings.Repeat("\x00", 999), 0, "the file is in UTF-16"},
		"no text":               {strings.Repeat("\x00\x01\x02", 1<<18), 0, "the file is not text"},
		"no text, and then NUL": {strings.Repeat("\x00\x01\x02", 1<<10) + strings.Repeat("\x00", 99), 0, "not text"},
		"text before a hole":    {record + strings.Repeat("\x00", 1<<12) + record, 0, "the file is not text"},
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

// inUnits returns an ASCII text with something before and after each character.
func inUnits(text, before, after string) string {
	var out strings.Builder
	for _, c := range text {
		out.WriteString(before + string(c) + after)
	}
	return out.String()
}

// NULs after a text, as a power cut leaves them, cost none of it. One error says where they are, and how many.
func TestNULsAfterAText(t *testing.T) {
	var long strings.Builder
	for i := range 300 {
		fmt.Fprintf(&long, "- {date: 2025-01-02, title: E%d}\n# %s\n", i, strings.Repeat("x", 1<<15))
	}
	for _, lines := range []int{1, 2 * yamldoc.UsualPiece >> 14, 600} {
		text := strings.Join(strings.SplitAfter(long.String(), "\n")[:lines], "")
		events := strings.Count(text, "- {")
		for _, n := range []int{1, 64, 4096, filetext.FirstRead, 2 * filetext.Step} {
			bytes := text + strings.Repeat("\x00", n)
			for name, file := range map[string]File{
				"in memory": textFile("a.yaml", bytes), "a stream": Stream("a.yaml", strings.NewReader(bytes)),
			} {
				p := Files(t.Context(), []File{file}, func(Progress) {})
				said := p.Problems.String()
				want := fmt.Sprintf("a.yaml:%d: error: the text is followed by ", lines+1)
				if p.Index.Timeline().Len() != events || len(p.Problems) != 1 || !strings.HasPrefix(said, want) ||
					n < filetext.FirstRead/2 && len(text) < filetext.FirstRead/2 && !strings.Contains(said, "followed by "+diag.Plural(n, "NUL")) {
					t.Errorf("%s, %d NULs after %d events: %d events\n%s", name, n, events, p.Index.Timeline().Len(), said)
				}
			}
		}
	}
}

// A text that ends within a line is read as far as it goes.
func TestNULsWithinALine(t *testing.T) {
	p := loadText(t, "a.yaml", "- date: 2025-01-01\n  title: Kyi\x00\x00\x00")
	if e := p.Index.Timeline().Event(0); e.Title != "Kyi" || len(p.Problems) != 1 ||
		!strings.HasPrefix(p.Problems.String(), "a.yaml:2:13: error: the text is followed by 3 NULs") {
		t.Errorf("%q\n%s", e.Title, p.Problems)
	}
}

// A character that is not allowed is found in its place, whether that is looked at while the file is read or after it.
func TestBadCharactersOfLongFiles(t *testing.T) {
	const lines = 160_000 // some more than filetext.FirstRead and filetext.Step together
	filler := "# " + strings.Repeat("x", 58) + "\n"
	for _, line := range []int{
		1, 2, filetext.FirstRead/len(filler) - 1, filetext.FirstRead / len(filler), filetext.FirstRead/len(filler) + 1, 15_000,
		(filetext.FirstRead + filetext.Step) / len(filler), lines,
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
