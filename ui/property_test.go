package ui

import (
	"testing"

	"pgregory.net/rapid"

	"dateline/ui/draw"
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

// TestAnyKeysKeepTheScreenInOrder presses any keys at any size: the screen has its size, the selection exists, and the
// query line is one that parses or says why not.
func TestAnyKeysKeepTheScreenInOrder(t *testing.T) {
	record := curated(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 180).Draw(rt, "width"), rapid.IntRange(1, 45).Draw(rt, "height"),
			func(o *Options, _ *draw.Looks) { o.Load = loading(record) })
		if rapid.Bool().Draw(rt, "away") {
			d.askAway()
		}
		for range rapid.IntRange(1, 40).Draw(rt, "keys") {
			if rapid.IntRange(0, 9).Draw(rt, "resize") == 0 {
				d.resize(rapid.IntRange(1, 180).Draw(rt, "w"), rapid.IntRange(1, 45).Draw(rt, "h"))
			}
			d.press(rapid.SampledFrom(anyKey).Draw(rt, "key")).fits()
			if stray := d.stray(); stray != "" {
				rt.Fatal(stray)
			}
		}
	})
}

// TestUndoThenRedoIsTheIdentity holds after any keys.
func TestUndoThenRedoIsTheIdentity(t *testing.T) {
	record := curated(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, 120, 40, func(o *Options, _ *draw.Looks) { o.Load = loading(record) })
		d.press(rapid.SliceOfN(rapid.SampledFrom(anyKey), 1, 25).Draw(rt, "keys")...)
		for d.mode() != inList {
			d.press("esc")
		}
		now, undone := d.view(), 0
		for d.undoable() {
			d.press("u")
			undone++
		}
		for range undone {
			d.press("ctrl+r")
		}
		if d.view() != now {
			rt.Fatalf("%+v became %+v", now, d.view())
		}
	})
}
