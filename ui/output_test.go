package ui

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/vt"
	"github.com/google/go-cmp/cmp"
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

// seen is what a reader sees: the characters with their looks, and of blanks only what is seen of them.
func (g *glass) seen() string {
	const boldFaintItalic = 1 | 2 | 4
	var b strings.Builder
	for y := range g.screen.Height() {
		for x := range g.screen.Width() {
			cell := g.screen.CellAt(x, y)
			if cell == nil {
				continue
			}
			looks := cell.Style
			if cell.Content == " " {
				looks.Fg, looks.Attrs = nil, looks.Attrs&^boldFaintItalic
			}
			b.WriteString(looks.String() + cell.Content)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// As terminals do for readers of Chinese or Japanese, this one takes two cells for what the program draws with, and for
// letters of Cyrillic and the dots of a text that is cut.
func wide(drawn string) *strings.Replacer {
	var pairs []string
	for _, r := range drawn {
		pairs = append(pairs, string(r), "日")
	}
	return strings.NewReplacer(pairs...)
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
				width := rapid.SampledFrom([]*strings.Replacer{nil, wide("•"), wide("•…●◆◇△▲×■□○│─▁▂▃▄▅▆▇█╌▌▐“”–→")}).Draw(rt, "wide")
				d, g := open(t, now[0], now[1], settings...), &glass{screen: vt.NewEmulator(now[0], now[1]), wide: width}
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
				anew := &glass{screen: vt.NewEmulator(now[0], now[1]), wide: width}
				(&terminal.Output{Device: anew}).Show(d.frame(), now[0], now[1])
				if diff := cmp.Diff(anew.seen(), g.seen()); diff != "" {
					rt.Fatalf("not what is shown when it is painted anew (-anew +shown):\n%s", diff)
				}
			})
		})
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
