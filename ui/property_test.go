package ui

import (
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"dateline/timeline"
)

// anyKey are all keys that mean something somewhere, and some letters that are typed.
var anyKey = func() []string {
	keys := []string{"r", "u", "b", ":", "-", "(", "\"", "ї", "backspace", "ctrl+w", "ctrl+a"}
	for _, a := range actions() {
		for _, k := range a.keys {
			switch k {
			case "q", "Q", "ctrl+c", "ctrl+z", "R", "f5": // end the reader's visit, or begin it again
			default:
				keys = append(keys, k)
			}
		}
	}
	return keys
}()

// TestAnyKeysKeepTheScreenInOrder presses any keys at any size: the screen has its size, the selection exists, and the query
// line is one that parses or says why not.
func TestAnyKeysKeepTheScreenInOrder(t *testing.T) {
	record := curated(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 130).Draw(rt, "width"), rapid.IntRange(1, 45).Draw(rt, "height"),
			func(o *Options, _ *termenv.Profile) { o.Load = loading(record) })
		if rapid.Bool().Draw(rt, "away") {
			d.askAway()
		}
		for range rapid.IntRange(1, 40).Draw(rt, "keys") {
			if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
				d.send(tea.WindowSizeMsg{Width: rapid.IntRange(1, 130).Draw(rt, "w"), Height: rapid.IntRange(1, 45).Draw(rt, "h")})
			}
			d.press(rapid.SampledFrom(anyKey).Draw(rt, "key")).fits()
			m := d.m
			if n := m.shown().Len(); m.list.cursor < 0 || n > 0 && m.list.cursor >= n || m.list.top < 0 || m.list.top > m.list.cursor {
				rt.Fatalf("cursor %d, top %d of %d events", m.list.cursor, m.list.top, n)
			}
			if _, err := timeline.ParseQuery(m.view.query); err != nil && m.wrong == nil {
				rt.Fatalf("%q cannot be read, and nobody says so", m.view.query)
			}
		}
	})
}

// TestUndoThenRedoIsTheIdentity holds after any keys.
func TestUndoThenRedoIsTheIdentity(t *testing.T) {
	record := curated(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, 120, 40, func(o *Options, _ *termenv.Profile) { o.Load = loading(record) })
		d.press(rapid.SliceOfN(rapid.SampledFrom(anyKey), 1, 25).Draw(rt, "keys")...)
		for d.m.mode != inList {
			d.press("esc")
		}
		now, undone := d.m.view, 0
		for len(d.m.past.done) > 0 {
			d.press("u")
			undone++
		}
		for range undone {
			d.press("ctrl+r")
		}
		if d.m.view != now {
			rt.Fatalf("%+v became %+v", now, d.m.view)
		}
	})
}
