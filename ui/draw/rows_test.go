package draw

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// TestTheCursorIsInItsWindow holds for any list and window: the place is seen, with its margin where the list goes on,
// and a window that shows it already does not move.
func TestTheCursorIsInItsWindow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of, h := rapid.IntRange(1, 50).Draw(t, "of"), rapid.IntRange(1, 20).Draw(t, "h")
		margin := rapid.IntRange(0, (h-1)/2).Draw(t, "margin")
		c := Cursor{Top: rapid.IntRange(0, of).Draw(t, "top")}
		c.Move(rapid.IntRange(-5, 60).Draw(t, "by"), of)
		if c.At < 0 || c.At >= of {
			t.Fatalf("the cursor is at %d of %d", c.At, of)
		}
		c.Fill(of, h)
		if c.Top > 0 && c.Top+h > of {
			t.Fatalf("a window of %d from %d shows more than %d", h, c.Top, of)
		}
		before := c.Top
		c.Window(h, margin)
		if above := min(margin, c.At); c.At-above < c.Top || c.At+margin >= c.Top+h {
			t.Fatalf("%d with %d around it is not in %d rows from %d", c.At, margin, h, c.Top)
		}
		if before <= max(0, c.At-margin) && c.At+margin < before+h && c.Top != before {
			t.Fatalf("the window moved from %d to %d, although %d was in it", before, c.Top, c.At)
		}
	})
}

// TestRowsKeepToTheirRectangle writes more and longer rows than there is room for.
func TestRowsKeepToTheirRectangle(t *testing.T) {
	th := NewTheme(Looks{})
	for name, c := range map[string]struct {
		rows   Rows
		row    Style
		padded bool
	}{
		"short":    {th.Rows(5, 2), "", false},
		"selected": {th.Rows(5, 2), th.Selected, true},
		"padded":   {th.Padded(5, 2), "", true},
		"no room":  {th.Rows(5, -1), "", false},
	} {
		for _, text := range []string{"one", "too long", "third"} {
			c.rows.Add(c.row, Plain(text))
		}
		if name == "no room" {
			if c.rows.Len() > 0 {
				t.Errorf("%s: %q", name, c.rows.Strings())
			}
			continue
		}
		want := []string{"one", "too l"}
		if c.padded {
			want[0] = "one  "
		}
		for n, row := range c.rows.Strings() {
			if n >= len(want) || ansi.Strip(row) != want[n] {
				t.Errorf("%s: row %d is %q, want %q", name, n, row, want)
			}
		}
		if !c.rows.Full() || c.rows.Len() != 2 {
			t.Errorf("%s: %d rows", name, c.rows.Len())
		}
	}
}
