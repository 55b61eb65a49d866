package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/terminal"
)

// differing are texts that some terminals measure as whole characters, and others by adding up the code points.
var differing = []string{
	"👨\u200d👩\u200d👧\u200d👦", "👍🏽", "🇺🇦", "1\ufe0f\u20e3", "❤\ufe0f", "🏳\ufe0f\u200d🌈", "⚡\ufe0f", "กำ", "क\u094dष", "का", "e\u0301", "日本",
	"മലയാള്\u200d", "می\u200cخواهم",
}

// measures are the ways in which terminals measure: by code point, and by character (mode 2027).
var measures = map[string]string{"by code point": "\x1b[?2027l", "by character": "\x1b[?2027h"}

// numbered is a text of such characters, with a numbered word after each.
func numbered(word string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s %s%02d ", strings.Repeat(differing[i%len(differing)], 1+i%3), word, i)
	}
	return strings.TrimSpace(b.String())
}

// shownBy is the screen as a terminal shows it that measures in one of these ways, after another frame.
func (d *driver) shownBy(measure, before string) *vt.Emulator {
	size := d.size()
	g := &glass{screen: vt.NewEmulator(size.X, size.Y)}
	_, _ = g.screen.WriteString(measure)
	out := terminal.Output{Device: g}
	out.Show(before, size.X, size.Y)
	out.Show(d.frame(), size.X, size.Y)
	return g.screen
}

// TestBordersStayHoweverTheTerminalMeasures opens every screen on texts about which terminals differ: the line between
// the panes is whole and the way out in the footer can be read, whatever was on the screen before.
func TestBordersStayHoweverTheTerminalMeasures(t *testing.T) {
	var b strings.Builder
	fmt.Fprintf(&b, "title: %s\nevents:\n", numbered("t", 3))
	for n := range 20 {
		fmt.Fprintf(&b, "- {date: 2025-%02d-%02d, title: \"%s\", actors: [\"%s A%d\", \"%s B\"], type: call, location: \"%s\", summary: \"%s\"}\n",
			1+n/10, 1+n%10, numbered("e", 1+n%4), differing[n%len(differing)], n, differing[(n+5)%len(differing)], numbered("l", 2),
			numbered("s", n))
	}
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		d := open(t, size[0], size[1], yaml(b.String()), in256)
		before := d.frame()
		for _, key := range strings.Fields("j j k enter tab tab esc a down esc / esc v tab right esc i tab esc t left esc ? esc ! esc I esc ' esc G") {
			d.press(key).fits()
			for name, measure := range measures {
				screen := d.shownBy(measure, before)
				if at, ok := d.brokenBorder(screen); !ok {
					t.Fatalf("%v, %s, after %q: no border at %v:\n%s", size, name, key, at, screen.String())
				}
			}
			before = d.frame()
		}
	}
}

// brokenBorder returns the first place where the line between list and detail should be and is not; ok is true where
// there is none.
func (d *driver) brokenBorder(screen *vt.Emulator) (at [2]int, ok bool) {
	s := d.layout()
	if s.Shape != layout.Beside || s.Split.Empty() || d.mode().covers() {
		return at, true
	}
	for y := s.Split.Min.Y; y < s.Split.Max.Y; y++ {
		x := s.Split.Min.X + 1
		if c := screen.CellAt(x, y); c == nil || c.Content != d.theme().Glyphs.Vertical {
			return [2]int{x, y}, false
		}
	}
	return at, true
}

// TestNoWordIsLostHoweverTheTerminalMeasures reads a long summary in the detail.
func TestNoWordIsLostHoweverTheTerminalMeasures(t *testing.T) {
	const words = 40
	record := fmt.Sprintf("title: %s\nevents:\n- {date: 2025-01-01, title: One, summary: \"%s\"}\n", numbered("t", 2), numbered("w", words))
	for _, size := range [][2]int{{60, 60}, {80, 60}, {120, 60}, {200, 60}} {
		d := open(t, size[0], size[1], yaml(record)).press("enter")
		for name, measure := range measures {
			shown := d.shownBy(measure, "").String()
			for n := range words {
				if word := fmt.Sprintf("w%02d", n); !strings.Contains(shown, word) {
					t.Fatalf("%v, %s: %s is not seen:\n%s", size, name, word, shown)
				}
			}
			if head, _, _ := strings.Cut(shown, "\n"); !strings.Contains(head, "1 event") {
				t.Errorf("%v, %s: the head has lost how many events there are: %q", size, name, head)
			}
		}
	}
}

// TestNothingBesideASCIIIsSentToATerminalWithoutUTF8 opens every mode, on texts of every script: such a terminal would
// obey bytes of UTF-8.
func TestNothingBesideASCIIIsSentToATerminalWithoutUTF8(t *testing.T) {
	withoutUTF8 := func(_ *Options, l *draw.Looks) { l.NoUTF8 = true }
	odd := "שלום محمد \u061c Київ 日本 e\u0301 ❤\ufe0f – “x” " + numbered("", len(differing))
	record := strings.NewReplacer("Nights", odd, "Who counted", odd, "First night", odd, "Harbour", odd, "The Watch", odd,
		"[monitors]", "[monitors, \""+odd+"\"]", "Quiet", odd).Replace(everyPane)
	for now, opened := range paneOf {
		d := open(t, 120, 40, yaml(record), withQuery("type:strike"), at("third"), in256, inASCII(), withoutUTF8)
		for _, key := range append([]string{""}, opened.keys...) {
			if key != "" {
				d.press(key)
			}
			for _, text := range []string{d.frame(), d.m.outside.title(d.m)} {
				if at := strings.IndexFunc(text, func(r rune) bool { return r > '~' }); at >= 0 {
					t.Errorf("mode %d, after %q: %.40q is sent", now, key, text[at:])
				}
			}
		}
	}
}
