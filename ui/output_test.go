package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/vt"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"
	"pgregory.net/rapid"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// A glass is a terminal that keeps the screen which a reader would see. It finds some characters wider than the program
// does.
type glass struct {
	paper
	screen *vt.Emulator
	wide   *strings.Replacer // the characters; nil: none
}

func (g *glass) Write(p []byte) (int, error) {
	if g.wide == nil {
		return g.screen.Write(p)
	}
	return g.screen.WriteString(g.wide.Replace(string(p)))
}

// lines are all lines and blocks for which terminals that are set up for Chinese or Japanese take two cells.
func lines() string {
	var all strings.Builder
	for r := '\u2500'; r <= '\u2595'; r++ {
		if width.LookupRune(r).Kind() == width.EastAsianAmbiguous {
			all.WriteRune(r)
		}
	}
	return all.String()
}

// wide returns what makes a terminal take two cells for each of these characters.
func wide(drawn string) *strings.Replacer {
	var pairs []string
	for _, r := range drawn {
		pairs = append(pairs, string(r), "日")
	}
	return strings.NewReplacer(pairs...)
}

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

// oddEvents is a record of events that look alike, and of texts about whose width terminals differ.
func oddEvents() string {
	var b strings.Builder
	b.WriteString("events:\n")
	for n := range 120 {
		text := []string{"same", "same", "日本", "👩\u200d👩\u200d👧", "same", "🇺🇦🇺", "क\u094dष", "e\u0301"}[n/3%8]
		fmt.Fprintf(&b, "- {date: 2025-%02d, title: %s, actors: [%[2]s], summary: %[2]s}\n", 1+n/10, text)
	}
	return b.String()
}

// TestChangesShowTheWholeScreen presses any keys: what the terminal shows after all the changes is what it would show
// had the last frame alone been written to it.
func TestChangesShowTheWholeScreen(t *testing.T) {
	steps := []string{"j", "j", "j", "j", "k", "k", "k", "pgdown", "pgup", "G", "g"}
	size := rapid.SampledFrom([][2]int{{120, 40}, {80, 24}, {40, 10}, {200, 60}, {7, 3}})
	for name, record := range map[string]setting{"curated": func(*Options, *draw.Looks) {}, "odd": yaml(oddEvents())} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(rt *rapid.T) {
				settings := []setting{record}
				for _, s := range []setting{in256, inASCII()} {
					if rapid.Bool().Draw(rt, "setting") {
						settings = append(settings, s)
					}
				}
				now := size.Draw(rt, "size")
				wider := rapid.SampledFrom([]*strings.Replacer{nil, wide("•"), wide("•…●◆◇△▲×■□○“”–→" + lines())}).Draw(rt, "wide")
				d, g := open(t, now[0], now[1], settings...), &glass{screen: vt.NewEmulator(now[0], now[1]), wide: wider}
				out := terminal.Output{Device: g}
				for range rapid.IntRange(1, 60).Draw(rt, "keys") {
					if rapid.IntRange(0, 30).Draw(rt, "resize") == 0 {
						now = size.Draw(rt, "size")
						g.screen.Resize(now[0], now[1])
						d.resize(now[0], now[1])
						out.Forget()
					}
					keys := steps
					if rapid.IntRange(0, 5).Draw(rt, "any") == 0 {
						keys = anyKey
					}
					d.press(rapid.SampledFrom(keys).Draw(rt, "key"))
					out.Show(d.frame(), now[0], now[1])
				}
				anew := &glass{screen: vt.NewEmulator(now[0], now[1]), wide: wider}
				(&terminal.Output{Device: anew}).Show(d.frame(), now[0], now[1])
				if diff := cmp.Diff(rendered(anew.screen), rendered(g.screen)); diff != "" {
					rt.Fatalf("not what is shown when it is painted anew (-anew +shown):\n%s", diff)
				}
			})
		})
	}
}

// TestTheCursorIsWhereOneTypes looks for the terminal's own cursor, at which input methods show what they are about to
// type: it is in the line that is typed into, and else hidden. The terminal takes two cells for a letter of Cyrillic.
func TestTheCursorIsWhereOneTypes(t *testing.T) {
	d := open(t, 80, 24)
	g := &glass{screen: vt.NewEmulator(80, 24), wide: wide("є")}
	seen := true
	g.screen.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { seen = visible }})
	out := terminal.Output{Device: g}
	_, _ = out.Write([]byte("\x1b[?25l"))
	at := func(keys ...string) string {
		d.press(keys...)
		out.Show(d.frame(), 80, 24)
		if !seen {
			return "hidden"
		}
		before := strings.Split(g.screen.String(), "\n")[g.screen.CursorPosition().Y]
		return strings.TrimRight(ansi.Cut(before, 0, g.screen.CursorPosition().X), " ")
	}
	for _, step := range []struct{ keys, want string }{
		{"", "hidden"},
		{"/", " /"},
		{"ab", " / ab"},
		{"left", " / a"},
		{"right", " / ab"},
		{"є", " / ab日"},
		{"c", " / ab日c"},
		{"esc", "hidden"},
	} {
		var keys []string
		if _, named := keyTypes[step.keys]; named {
			keys = []string{step.keys}
		} else {
			keys = strings.Split(step.keys, "")
		}
		if got := at(keys...); got != step.want {
			t.Errorf("after %q the cursor comes after %q, want %q", step.keys, got, step.want)
		}
	}
}

// mostBytes is what a step of the cursor may write to a terminal of 120×40 cells.
const mostBytes = 4 << 10

// TestAStepWritesLittle goes down the curated record and up again.
func TestAStepWritesLittle(t *testing.T) {
	d, written := open(t, 120, 40, in256), &paper{}
	out := &terminal.Output{Device: written}
	out.Show(d.frame(), 120, 40)
	n := d.listed()
	for step := range 2 * n {
		written.Reset()
		d.press([]string{"j", "k"}[step/n])
		if out.Show(d.frame(), 120, 40); written.Len() > mostBytes {
			t.Errorf("step %d writes %d bytes, more than %d", step, written.Len(), mostBytes)
		}
	}
}

// BenchmarkStep steps down a list and up again, in a terminal of 120×40 cells, and counts the bytes that are written.
func BenchmarkStep(b *testing.B) {
	text, err := os.ReadFile("testdata/record.yaml")
	if err != nil {
		b.Fatal(err)
	}
	for name, record := range map[string]string{"curated": string(text), "100000": manyEvents(100_000)} {
		b.Run(name, func(b *testing.B) {
			d, written := bench(b, 120, 40, record), &paper{}
			out := &terminal.Output{Device: written}
			keys := slices.Repeat([]tea.KeyMsg{keyMsg("j")}, 44)
			keys = append(keys, slices.Repeat([]tea.KeyMsg{keyMsg("k")}, 44)...)
			out.Show(d.frame(), 120, 40)
			var sizes []int
			for i := 0; b.Loop(); i++ {
				written.Reset()
				d.update(keys[i%len(keys)])
				out.Show(d.frame(), 120, 40)
				sizes = append(sizes, written.Len())
			}
			slices.Sort(sizes)
			b.ReportMetric(float64(sizes[len(sizes)/2]), "bytes/move")
			b.ReportMetric(float64(sizes[len(sizes)*95/100]), "p95-bytes/move")
		})
	}
}

// TestStatusAndCountsAreWholeWhereTerminalsAddUpWidths draws a record in Thai on a terminal that adds up a
// cell for each code point: how sure an event is and how many somebody has are seen whole.
func TestStatusAndCountsAreWholeWhereTerminalsAddUpWidths(t *testing.T) {
	const record = `events:
  - {date: 2025-09-01, title: "น้ำท่วมกรุงเทพ ทำให้", status: disputed, actors: ["นายกรัฐมนตรีน้ำทำคำ"]}
  - {date: 2025-09-02, title: "กำกำกำกำกำกำ", status: disputed, actors: ["ทำทำทำ", "ทำทำทำทำทำทำ"]}
`
	d, g := open(t, 160, 16, yaml(record)), &glass{screen: vt.NewEmulator(160, 16), wide: strings.NewReplacer("ำ", "m")}
	out := terminal.Output{Device: g}
	for _, key := range []string{"k", "j", "k", "j"} {
		d.press(key)
		out.Show(d.frame(), 160, 16)
		shown := g.screen.String()
		if n := strings.Count(shown, " ▚ disputed  │"); n != 2 {
			t.Errorf("after %s %d events are disputed, want 2:\n%s", key, n, shown)
		}
		for _, line := range strings.Split(shown, "\n")[7:10] {
			if rail, _, _ := strings.Cut(line, "│"); !strings.HasSuffix(rail, " 1  ") {
				t.Errorf("after %s the count is not at the end of %q", key, rail)
			}
		}
	}
}
