package terminal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// A glass is a terminal that keeps the screen which a reader would see. It takes two cells for some characters for
// which the program takes one.
type glass struct {
	paper
	*vt.Emulator
	wide  *strings.Replacer
	caret bool // the cursor is seen
}

// How terminals find characters wider than the program does: not at all, one by one, and by adding up the code points of
// which a character is made.
var (
	asWide    = strings.NewReplacer()
	wider     = strings.NewReplacer("│", "日", "▂", "日", "є", "日", "…", "日")
	addedUp   = strings.NewReplacer("ำ", "m", "🇺🇦", "日日", "👩\u200d👩\u200d👧", "日日日", "1️⃣", "日日")
	terminals = []*strings.Replacer{asWide, wider, addedUp}

	// The program's own: the most that any takes for a character.
	asDrawn = strings.NewReplacer("ำ", "m", "👩\u200d👩\u200d👧", "日日日")
)

func newGlass(width, height int, wide *strings.Replacer) *glass {
	g := &glass{Emulator: vt.NewEmulator(width, height), wide: wide}
	g.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { g.caret = visible }})
	_, _ = g.WriteString("\x1b[?25l")
	return g
}

func (g *glass) Write(p []byte) (int, error) {
	return g.Emulator.WriteString(g.wide.Replace(string(p)))
}
func (g *glass) Read([]byte) (int, error) { return 0, nil }
func (*glass) Close() error               { return nil }

// rendered is a screen without the looks of blanks that nobody sees: colour, bold, faint and italic.
func rendered(screen *vt.Emulator) string {
	for y := range screen.Height() {
		for x := range screen.Width() {
			if c := screen.CellAt(x, y); c != nil && strings.TrimSpace(c.Content) == "" {
				c.Style.Fg, c.Style.Attrs = nil, c.Style.Attrs&^7
			}
		}
	}
	return screen.Render()
}

// shows is all that a reader sees.
func (g *glass) shows() string {
	screen := fmt.Sprintf("%s\ncursor %v", rendered(g.Emulator), g.caret)
	if g.caret {
		screen += fmt.Sprint(" at ", g.CursorPosition())
	}
	return screen
}

// A drawn frame is rows of segments, each with its runs of text and looks.
var (
	anyLooks = []string{
		"", "", "", "\x1b[1m", "\x1b[2m", "\x1b[7m", "\x1b[1;38;5;32m", "\x1b[38;5;231;48;5;25m", "\x1b[4m",
		"\x1b]8;;https://example.org/\x1b\\\x1b[4m", "\x1b[91m", "\x1b[38;2;4;7;41m", "\x1b[97;48;2;7;4;1m",
	}
	anyText = []string{
		"same", "same", "other", " ", "       ", "              ", "日本", "│", "▂▂", "є", "…", "e\u0301",
		"👩\u200d👩\u200d👧", "🇺🇦",
		"\u2068\u05d0\u05d1\u2069", "x", "1️⃣", "≠", "กำกำ", "ำ",
	}
)

// anyFrame draws a frame of rows that are cut at any columns.
func anyFrame(rt *rapid.T, width, height int) string {
	rows := make([]string, height)
	caret := rapid.IntRange(0, 2*height).Draw(rt, "caret")
	for y := range rows {
		var b strings.Builder
		at := 0
		for n := range rapid.IntRange(1, 3).Draw(rt, "segments") {
			if n > 0 {
				at = rapid.IntRange(at, width).Draw(rt, "at")
				b.WriteString(terminal.ToColumn(at))
			}
			for range rapid.IntRange(0, 3).Draw(rt, "runs") {
				looks, text := rapid.SampledFrom(anyLooks).Draw(rt, "looks"), rapid.SampledFrom(anyText).Draw(rt, "text")
				if at+draw.Cells(text) > width {
					break
				}
				at += draw.Cells(text)
				b.WriteString(looks + text)
				if looks != "" {
					b.WriteString(draw.Reset)
				}
				if strings.HasPrefix(looks, "\x1b]") {
					b.WriteString("\x1b]8;;\x1b\\")
				}
			}
			if y == caret && at < width {
				b.WriteString(string(draw.Caret) + " " + draw.Reset)
				at++
				caret = -1
			}
		}
		rows[y] = b.String()
	}
	return strings.Join(rows, "\n")
}

// edited is a frame with some rows of another, and some moved.
func edited(rt *rapid.T, frame, other string) string {
	rows, others := strings.Split(frame, "\n"), strings.Split(other, "\n")
	for range rapid.IntRange(0, 3).Draw(rt, "rows") {
		y := rapid.IntRange(0, len(rows)-1).Draw(rt, "row")
		rows[y] = others[y]
	}
	if from := rapid.IntRange(0, len(rows)-1).Draw(rt, "from"); rapid.Bool().Draw(rt, "scroll") {
		to := rapid.IntRange(0, len(rows)-1).Draw(rt, "to")
		row := rows[from]
		rows = slices.Insert(slices.Delete(rows, from, from+1), to, row)
	}
	return strings.Join(rows, "\n")
}

// TestChangesAreTheFrame shows any frames one after the other: the terminal shows what it would show had the last been
// written alone, however wide it finds the characters about which terminals differ.
func TestChangesAreTheFrame(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		width, height := rapid.IntRange(1, 60).Draw(rt, "width"), rapid.IntRange(1, 14).Draw(rt, "height")
		wide := rapid.SampledFrom(terminals).Draw(rt, "wide")
		g := newGlass(width, height, wide)
		out, frame := &terminal.Output{Device: g}, anyFrame(rt, width, height)
		for range rapid.IntRange(1, 8).Draw(rt, "frames") {
			if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
				width, height = rapid.IntRange(1, 60).Draw(rt, "width"), rapid.IntRange(1, 14).Draw(rt, "height")
				g.Resize(width, height)
				frame = anyFrame(rt, width, height)
			}
			frame = edited(rt, frame, anyFrame(rt, width, height))
			out.Show(frame, width, height)
		}
		anew := newGlass(width, height, wide)
		(&terminal.Output{Device: anew}).Show(frame, width, height)
		if diff := cmp.Diff(anew.shows(), g.shows()); diff != "" {
			rt.Fatalf("not what is shown when it is painted anew (-anew +shown):\n%s\nof %q", diff, frame)
		}
	})
}

// TestWhatIsAtTheRightIsThere draws rows with text of which terminals add up the code points, and after two blanks and
// more a word. The word is where it was drawn, all of it, whatever is written over what before.
func TestWhatIsAtTheRightIsThere(t *testing.T) {
	const width = 40
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("กำx ")), 1, 20, -1)
		looks := rapid.SampledFrom([]string{"", "\x1b[1m", "\x1b[7m", "\x1b[38;5;231;48;5;25m"})
		g := newGlass(width, 1, addedUp)
		out := &terminal.Output{Device: g}
		for range rapid.IntRange(1, 6).Draw(rt, "frames") {
			before, look := text.Draw(rt, "text"), looks.Draw(rt, "looks")
			at := draw.Cells(before) + rapid.IntRange(2, 8).Draw(rt, "blanks")
			out.Show(look+before+draw.Spaces(at-draw.Cells(before))+"disputed"+draw.Reset+terminal.ToColumn(width-1)+"│", width, 1)
			shown := []rune(strings.NewReplacer("ำ", "").Replace(g.String()))
			if got := string(shown[min(at, len(shown)):]); !strings.HasPrefix(got, "disputed ") || shown[width-1] != '│' {
				rt.Fatalf("%q is on the screen, and not at %d a word and then the border", string(shown), at)
			}
		}
	})
}

// TestAFrameIsWhatWasDrawn compares the frame that is shown with its own text, as a terminal shows that.
func TestAFrameIsWhatWasDrawn(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		width, height := rapid.IntRange(1, 60).Draw(rt, "width"), rapid.IntRange(1, 14).Draw(rt, "height")
		frame, g, itself := anyFrame(rt, width, height), newGlass(width, height, asDrawn), newGlass(width, height, asDrawn)
		frame = strings.NewReplacer("\u2068", "", "\u2069", "").Replace(frame) // for which the emulator has cells of their own
		(&terminal.Output{Device: g}).Show(frame, width, height)
		_, _ = itself.Write([]byte("\x1b[?7l" + strings.ReplaceAll(frame, "\n", "\r\n")))
		if diff := cmp.Diff(itself.String(), g.String()); diff != "" {
			rt.Fatalf("not what was drawn (-drawn +shown):\n%s\nof %q", diff, frame)
		}
	})
}

// TestFramesThatCrowdAreNotAllShown shows frames at once: the first is written, and of the rest the last.
func TestFramesThatCrowdAreNotAllShown(t *testing.T) {
	g := newGlass(20, 1, asWide)
	written := make(chan string, 10)
	out := &terminal.Output{Device: listener{g, written}, Rest: 20 * time.Millisecond}
	for n := range 1000 {
		out.Show(fmt.Sprint("frame ", n), 20, 1)
	}
	first, last := <-written, <-written
	if !strings.Contains(first, "frame 0") || !strings.Contains(last, "999") {
		t.Errorf("%q and %q are written", first, last)
	}
}

// A listener says what is written to a terminal.
type listener struct {
	*glass
	written chan string
}

func (l listener) Write(p []byte) (int, error) {
	l.written <- string(p)
	return len(p), nil
}

// TestNothingIsShownOnATerminalThatIsLent gives the terminal away as bubbletea does, and takes it again.
func TestNothingIsShownOnATerminalThatIsLent(t *testing.T) {
	written := &paper{}
	out := &terminal.Output{Device: written}
	say := func(words ...string) {
		for _, word := range words {
			_, _ = out.Write([]byte(word))
		}
	}
	say("\x1b[?25l", "\x1b[?1049h", "\x1b[2J", "\x1b[H", "\x1b[?2004h")
	out.Show("one\ntwo", 20, 2)
	say("\x1b[H\r \x1b[K\x1b[1;0H", "\x1b[2K", "\r", "\x1b[?2004l")
	written.Reset()
	out.Show("one\nthree", 20, 2)
	if written.Len() > 0 {
		t.Errorf("%q is written to the terminal of another program", written)
	}
	say("\x1b[?25l", "\x1b[?1049h")
	written.Reset()
	out.Show("one\nthree", 20, 2)
	if got := written.String(); !strings.Contains(got, "one") || !strings.Contains(got, "three") {
		t.Errorf("after that %q is written, which is not the whole frame", got)
	}
}

// TestAPanicAfterARestIsTold writes a frame to a terminal that fails with a panic when the frame before has rested.
func TestAPanicAfterARestIsTold(t *testing.T) {
	failed := make(chan any)
	out := &terminal.Output{
		Device: &fragile{}, Rest: time.Millisecond, Failed: func(v any) { failed <- v },
	}
	out.Show("one", 20, 1)
	out.Show("two", 20, 1)
	if v := <-failed; v != "written twice" {
		t.Errorf("told of %v", v)
	}
}

// A fragile terminal can be written to once.
type fragile struct {
	paper
	written bool
}

func (f *fragile) Write(p []byte) (int, error) {
	if f.written {
		panic("written twice")
	}
	f.written = true
	return len(p), nil
}

// TestAGroundHasNoHole shows a row on a ground, whose text terminals measure differently: all of it is on the ground.
func TestAGroundHasNoHole(t *testing.T) {
	const width, ground = 30, "\x1b[48;5;25m"
	for name, wide := range map[string]*strings.Replacer{"whole": asWide, "added up": addedUp, "as drawn": asDrawn} {
		for _, after := range []string{"", "   disputed"} {
			g := newGlass(width, 1, wide)
			row := "talks 👩\u200d👩\u200d👧 in กำกำ" + after
			out := &terminal.Output{Device: g}
			out.Show(ground+draw.Spaces(width)+draw.Reset, width, 1)
			out.Show(ground+row+draw.Spaces(width-draw.Cells(row))+draw.Reset, width, 1)
			for x := range width {
				if c := g.CellAt(x, 0); c != nil && c.Style.Bg == nil && c.Width > 0 {
					t.Errorf("%s: column %d of %q is not on the ground", name, x, g.Emulator.String())
				}
			}
		}
	}
}

// TestWhatIsBesideStays changes the looks of a text and of the blanks after it, each to any others, on terminals that
// find the text wider: what is beside it, which does not change, is neither written over nor gone. Nor does the last
// column of the terminal change, in which all is written that has no room.
func TestWhatIsBesideStays(t *testing.T) {
	const typed = string(draw.Caret) + " " + draw.Reset
	looks := []string{"", "\x1b[1m", "\x1b[48;5;25m"}
	for _, text := range []string{"same", "є", "│▂", "日є…", "กำ  กำ  єє…", "1️⃣"} {
		for n := range len(terminals) * 5 * 2 * 2 {
			wide, after, caret, beside := terminals[n/20], n/4%5, strings.Repeat(typed, n/2%2), []string{"", "│ beside"}[n%2]
			at := draw.Cells(text) + after + n/2%2
			width := at + 2*draw.Cells(beside)
			var frames, anew []string
			for _, look := range looks {
				for _, blank := range looks {
					frame := look + text + draw.Reset + blank + draw.Spaces(after) + draw.Reset + caret
					if beside != "" {
						frame += terminal.ToColumn(at) + beside
					}
					g := newGlass(width, 1, wide)
					(&terminal.Output{Device: g}).Show(frame, width, 1)
					frames, anew = append(frames, frame), append(anew, g.shows())
					if want := wide.Replace(beside); !strings.HasSuffix(strings.TrimRight(g.String(), " "), want) {
						t.Errorf("%q shows %q, which does not end in %q", frame, g.String(), want)
					}
				}
			}
			g := newGlass(width, 1, wide)
			out := &terminal.Output{Device: g}
			for _, one := range frames {
				for n, other := range frames {
					out.Show(one, width, 1)
					out.Show(other, width, 1)
					if got := g.shows(); got != anew[n] {
						t.Errorf("%q and then %q shows\n%s\nand painted anew\n%s", one, other, got, anew[n])
					}
				}
			}
		}
	}
}
