package ui

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/ui/draw"
)

// Drawing changes nothing: what keys and the mouse find is arranged before it, and a frame drawn twice is the same.
func TestDrawingChangesNothing(t *testing.T) {
	record := curated(t)
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 180).Draw(rt, "width"), rapid.IntRange(1, 45).Draw(rt, "height"),
			func(o *Options, _ *draw.Looks) { o.Load = loading(record) })
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			key := rapid.SampledFrom(anyKey).Draw(rt, "key")
			cmd := d.update(keyMsg(key))
			before := d.panes()
			lines := d.lines()
			if now := d.panes(); !reflect.DeepEqual(before, now) {
				rt.Fatalf("after %q, drawing changes a pane from\n%+v to\n%+v", key, before, now)
			}
			if d.redraw(); !cmp.Equal(lines, d.lines()) {
				rt.Fatalf("after %q, drawn again the screen is another:\n%s", key, cmp.Diff(lines, d.lines()))
			}
			d.run(cmd)
		}
	})
}
