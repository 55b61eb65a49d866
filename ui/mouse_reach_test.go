package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/vt"
)

// pointAt presses and lets go of the left button at a cell.
func (d *driver) pointAt(at image.Point) *driver {
	d.mouse(at.X, at.Y, tea.MouseButtonLeft, tea.MouseActionPress)
	return d.mouse(at.X, at.Y, tea.MouseButtonLeft, tea.MouseActionRelease)
}

// looks is what a reader sees, and what is asked and selected.
func (d *driver) looks() string {
	return fmt.Sprint(d.screen(), d.query(), d.selected(), d.m.modes, d.bye)
}

// inMode opens each mode there is in turn, on a screen that has told what the mouse does.
func inMode(t *testing.T, w, h int, look func(t *testing.T, open func() *driver)) {
	t.Helper()
	for now, name := range modeNames(t) {
		t.Run(name, func(t *testing.T) {
			look(t, func() *driver {
				d := open(t, w, h, yaml(everyPane), withQuery("type:strike"), at("third"))
				d.browser(func(string) error { return nil })
				d.m.pointer.told = true
				return d.press(paneOf[mode(now)].keys...)
			})
		})
	}
}

// Every hint of every footer is a button: a click on it does what its key does, and one on an arrow what that arrow does.
func TestEveryHintOfTheFooterIsAButton(t *testing.T) {
	arrows := map[rune]string{'←': "left", '→': "right", '↑': "up", '↓': "down"}
	named := strings.NewReplacer("^", "ctrl+", "Enter", "enter", "Esc", "esc", "Tab", "tab", "Del", "delete", "F1", "f1")
	for _, w := range []int{40, 60, 120} {
		inMode(t, w, 24, func(t *testing.T, open func() *driver) {
			d := open()
			footer := []rune(d.footer())
			for _, k := range d.m.actions.footing(d.m, w).keys {
				shown, _, _ := strings.Cut(string(footer[k.from:k.to]), " ")
				for x := k.from; x < k.to; x++ {
					key := named.Replace(shown)
					if r := footer[x]; arrows[r] != "" {
						key = arrows[r]
					} else if first := []rune(shown)[0]; arrows[first] != "" {
						key = arrows[first]
					}
					if x > k.from+1 && x < k.to-1 {
						continue
					}
					clicked, pressed := open().pointAt(image.Pt(x, 23)), open().press(key)
					if clicked.looks() != pressed.looks() {
						t.Errorf("%d columns, mode %d: a click on column %d of %q is not the key %s:\n%s\n%s", w, d.mode(), x,
							string(footer), key, clicked.looks(), pressed.looks())
					}
				}
			}
		})
	}
}

// Every action that has words and counts is reached by clicks alone, whatever has the keys: by the footer, or in the box
// or the list of keys that the footer leads to. A screen of 60 columns is not too small for that.
func TestClicksReachEveryAction(t *testing.T) {
	reached := map[int]bool{}
	inMode(t, 60, 20, func(t *testing.T, open func() *driver) {
		d, buttons := open(), map[*action]bool{}
		if d.mode() == inBox {
			return // where a click on a row or beside them leads on
		}
		for _, k := range d.m.actions.footing(d.m, 60).keys {
			buttons[k.action] = true
		}
		for i, a := range actions() {
			claims := func(b action) bool { return slices.Contains(b.keys, a.keys[0]) && b.counts(d.m) }
			if a.does == "" && a.foot == "" || a.isNumbers() || slices.IndexFunc(d.m.actions, claims) != i ||
				buttons[&d.m.actions[i]] || reached[i] {
				continue
			}
			for _, way := range []string{"box", "help"} {
				e := open()
				e.m.actions[i].do = func(*model, string) tea.Cmd { reached[i] = true; return nil }
				if !reached[i] && e.button(e.numberOf(way)) && e.walkTo(i) {
					e.clickRow().clickRow()
				}
			}
			if !reached[i] {
				t.Errorf("%s (%s%s) is not reached", a.name, a.does, a.foot)
			}
		}
	})
}

// numberOf is the number of the first action of a name that counts.
func (d *driver) numberOf(name string) int {
	return slices.IndexFunc(d.m.actions, func(a action) bool { return a.name == name && a.counts(d.m) })
}

// button clicks the button of an action in the footer, if there is one.
func (d *driver) button(action int) bool {
	for _, k := range d.m.actions.footing(d.m, d.size().X).keys {
		if action >= 0 && k.action == &d.m.actions[action] {
			d.pointAt(image.Pt(k.to-1, d.size().Y-1))
			return true
		}
	}
	return false
}

// clickRow clicks the row in focus of the box.
func (d *driver) clickRow() *driver {
	if d.mode() != inBox {
		return d
	}
	d.resize(d.size().X, d.size().Y) // which brings it into sight
	for y := d.layout().Box.Min.Y; y < d.layout().Box.Max.Y; y++ {
		if strings.HasPrefix(d.lines()[y], "▌") {
			return d.pointAt(image.Pt(8, y))
		}
	}
	return d
}

// The wheel and clicks put every row of the list of keys in focus.
func TestTheMouseGoesThroughTheListOfKeys(t *testing.T) {
	d := open(t, 80, 24)
	d.button(d.numberOf("help"))
	seen, r := map[int]bool{}, d.layout().Box
	for range 45 {
		for y := r.Min.Y; y < r.Max.Y; y++ {
			if d.lit(r)[image.Pt(5, y)] { // a click would do it
				continue
			}
			if d.pointAt(image.Pt(5, y)); d.mode() != inBox {
				t.Fatalf("a click leads to mode %d", d.mode())
			}
			if c, ok := d.m.panes.box.InFocus(); ok {
				seen[c.ID] = true
			}
		}
		d.mouse(5, 10, tea.MouseButtonWheelDown, tea.MouseActionPress)
	}
	if len(seen) < 90 {
		t.Errorf("%d rows are reached", len(seen))
	}
}

// What is under the pointer is what reacts: on every page the cells that are lit while a link is in focus are those where
// a click is on that link.
func TestLinksAreWhereTheyAreDrawn(t *testing.T) {
	for name, keys := range map[string][]string{
		"detail": {"right"}, "reading": {"right", "right"}, "actor": {"i"}, "about": {"I"},
	} {
		for _, size := range []struct{ w, h int }{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			d := open(t, size.w, size.h, at(call))
			if name == "about" {
				d = open(t, size.w, size.h, yaml(described))
			}
			if d.press(keys...); name == "reading" && d.mode() != inReading {
				reads{d.m}.open()
				d.resize(size.w, size.h)
			}
			r, link, click := d.pageUnder()
			links := 0
			for range 30 {
				d.press("tab")
				is := link()
				if is == "" {
					break
				}
				links++
				lit := d.lit(r)
				if len(lit) == 0 {
					t.Errorf("%s, %v: %s is not lit:\n%s", name, size, is, d.screen())
				}
				for c := range lit {
					for x := c.X - 1; x <= c.X+1; x++ {
						found := click(image.Pt(x, c.Y).Sub(r.Min)) && link() == is
						if lit[image.Pt(x, c.Y)] != found {
							t.Errorf("%s, %v: at %d,%d a click is on %q, and what is lit is %q", name, size, x, c.Y, link(), is)
						}
						click(c.Sub(r.Min))
					}
				}
			}
			if links < 2 {
				t.Errorf("%s, %v: %d links:\n%s", name, size, links, d.screen())
			}
		}
	}
}

// pageUnder is where the page is that has the keys, what its link in focus leads to, and how a cell is clicked.
func (d *driver) pageUnder() (r image.Rectangle, link func() string, click func(image.Point) bool) {
	s := d.layout()
	switch d.mode() {
	case inActor:
		r = s.Inset(s.Side())
		return r, func() string {
			l, _ := d.m.panes.actorPage.Link()
			return l.Value
		}, func(at image.Point) bool { return d.m.panes.actorPage.Click(at, r.Dy()) }
	case inAbout:
		r = s.Whole()
		return r, func() string {
			web, _ := d.m.panes.about.Address()
			key, _ := d.m.panes.about.Key()
			return web + key
		}, func(at image.Point) bool { return d.m.panes.about.Click(at, r.Dy()) }
	}
	r = reads{d.m}.place()
	page := reads{d.m}.page()
	return r, func() string {
		l, _ := page.Link()
		return l.Value
	}, func(at image.Point) bool { return page.Click(d.m.session, at, r.Dy()) }
}

// lit are the cells of a rectangle that are shown reversed.
func (d *driver) lit(r image.Rectangle) map[image.Point]bool {
	const reversed = 1 << 5
	screen := vt.NewEmulator(d.size().X, d.size().Y)
	_, _ = screen.Write([]byte("\x1b[?7l" + strings.ReplaceAll(d.m.View(), "\n", "\r\n")))
	cells := map[image.Point]bool{}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if c := screen.CellAt(x, y); c != nil && c.Style.Attrs&reversed != 0 {
				cells[image.Pt(x, y)] = true
			}
		}
	}
	return cells
}
