package diag_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
)

func TestLinesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		short := rapid.StringMatching(`[a-cé]{0,5}`)
		line := rapid.OneOf(short, short, rapid.Just(strings.Repeat("long", 2000)))
		lines := rapid.SliceOfN(line, 1, 400).Draw(t, "lines")
		above := rapid.IntRange(0, 3).Draw(t, "above")
		file := diag.NewPart("x", strings.Join(lines, "\r\n"), above)
		for _, n := range rapid.SliceOfN(rapid.IntRange(-1, len(lines)+2), 1, 20).Draw(t, "asked") {
			want := ""
			if 1 <= n && n <= len(lines) {
				want = lines[n-1]
			}
			if got := file.Line(above + n); got != want {
				t.Fatalf("line %d of %d is %q, want %q", n, len(lines), got, want)
			}
			column := rapid.IntRange(1, 8).Draw(t, "column")
			letters := []rune(want)
			rest := string(letters[min(column-1, len(letters)):])
			if got := file.Rest(above+n, column); got != rest {
				t.Fatalf("line %d of %d from column %d on is %q, want %q", n, len(lines), column, got, rest)
			}
		}
	})
}
