package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"pgregory.net/rapid"

	"dateline/ui/terminal"
)

// A cursor is the terminal's own, at which input methods show what they are about to type.
type cursor struct {
	out    terminal.Output
	screen *vt.Emulator
	seen   bool
}

// cursorOf shows the frames of a driver on a terminal.
func cursorOf(w, h int) *cursor {
	c := &cursor{screen: vt.NewEmulator(w, h)}
	c.screen.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { c.seen = visible }})
	c.out.Device = &glass{screen: c.screen, wide: strings.NewReplacer()}
	_, _ = c.out.Write([]byte("\x1b[?25l"))
	return c
}

// before is what is to the left of the cursor in its row, or "hidden".
func (c *cursor) before(d *driver) string {
	c.out.Show(d.frame(), d.size().X, d.size().Y)
	if !c.seen {
		return "hidden"
	}
	at := c.screen.CursorPosition()
	return ansi.Cut(strings.Split(c.screen.String(), "\n")[at.Y], 0, at.X)
}

// Wherever something is typed, the terminal's cursor is after what is typed, in every line that there is for that, on
// narrow screens and after letters of two cells and marks of none; it is reversed nowhere, and elsewhere hidden.
func TestTheTerminalsCursorIsAtEveryCaret(t *testing.T) {
	const reversed = 1 << 5
	for now, name := range modeNames(t) {
		for _, w := range []int{24, 56, 80, 160} {
			d := open(t, w, 24, yaml(everyPane), withQuery("type:strike"), at("third"))
			c := cursorOf(w, 24)
			if got := c.before(d); got != "hidden" {
				t.Errorf("over the list the cursor is after %q", got)
			}
			keys := paneOf[mode(now)].keys
			if mode(now) == inBox {
				keys = keys[:1]
			}
			d.press(keys...)
			if !slices.Contains(carets, d.mode()) {
				if got := c.before(d); got != "hidden" {
					t.Errorf("%s: the cursor is after %q, where nothing is typed", name, got)
				}
				continue
			}
			d.press("ctrl+u")
			for _, typed := range []string{"ab", "日本", "e\u0301", " x", strings.Repeat("їжак ", 40), "z"} {
				d.typeText(typed)
				got, tail := c.before(d), strings.TrimSuffix(typed, " ")
				if end := []rune(tail); w > 30 && !strings.HasSuffix(strings.TrimRight(got, " "), string(end[max(0, len(end)-3):])) {
					t.Errorf("%s, %d columns: the cursor is after %q, and %q was typed:\n%s", name, w, got, typed, d.screen())
				}
				at := c.screen.CursorPosition()
				if cell := c.screen.CellAt(at.X, at.Y); cell != nil && cell.Style.Attrs&reversed != 0 {
					t.Errorf("%s, %d columns: the cell of the cursor is reversed by itself", name, w)
				}
			}
			d.press("left")
			if got := c.before(d); strings.HasSuffix(got, "z") {
				t.Errorf("%s, %d columns: ← leaves the cursor after %q", name, w, got)
			}
			d.press("home")
			if got := c.before(d); strings.Contains(got, "ab") || got == "hidden" {
				t.Errorf("%s, %d columns: at the beginning the cursor is after %q", name, w, got)
			}
			d.resize(40, 12)
			c.screen.Resize(40, 12)
			if got := c.before(d); got == "hidden" {
				t.Errorf("%s: it is hidden after a resize", name)
			}
			for n := 0; slices.Contains(carets, d.mode()) && n < 4; n++ {
				d.press("esc")
			}
			if got := c.before(d); got != "hidden" {
				t.Errorf("%s: it is after %q when the line has closed", name, got)
			}
		}
	}
}

// There is a caret on the screen exactly while something is typed, at any size and whatever was typed before.
func TestThereIsACaretWhileSomethingIsTyped(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(8, 170).Draw(rt, "w"), rapid.IntRange(4, 50).Draw(rt, "h")
		d := open(t, w, h, yaml(everyPane), withQuery("type:strike"), at("third"))
		c := cursorOf(w, h)
		keys := append([]string{"日", "e\u0301", "👩‍👩‍👧", "ї", "left", "home", "ctrl+u"}, anyKey...)
		for range rapid.IntRange(1, 25).Draw(rt, "keys") {
			d.press(rapid.SampledFrom(keys).Draw(rt, "key"))
			if got := c.before(d); (got == "hidden") == slices.Contains(carets, d.mode()) && !d.bye {
				rt.Fatal(fmt.Sprintf("mode %d, and the cursor is after %q:\n%s", d.mode(), got, d.screen()))
			}
		}
	})
}
