package diag

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLinesInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := rapid.OneOf(rapid.StringMatching(`[a-c]{0,3}`), rapid.StringMatching(`[a-c]{0,3}`), rapid.Just(strings.Repeat("long", 2000)))
		lines := rapid.SliceOfN(line, 1, 400).Draw(t, "lines")
		in := &File{Text: strings.Join(lines, "\r\n")}
		for _, n := range rapid.SliceOfN(rapid.IntRange(-1, len(lines)+2), 1, 20).Draw(t, "asked") {
			want := ""
			if 1 <= n && n <= len(lines) {
				want = lines[n-1]
			}
			if got := in.Line(n); got != want {
				t.Fatalf("line %d of %d is %q, want %q", n, len(lines), got, want)
			}
		}
	})
}
