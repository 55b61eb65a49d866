package ui

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// panes are copies of all that draws.
func (m *model) panes() []any {
	lanes := m.lanes
	lanes.rows = slices.Clone(lanes.rows)
	list := m.list
	list.drawn = slices.Clone(list.drawn)
	return []any{list, lanes, m.detail, m.panel, m.person, m.help, m.problemList, m.chart, m.overview, m.keptList, m.prompt.candidates}
}

// TestDrawingChangesNothing presses any keys at any size: a pane that was arranged is after it was drawn what it was before.
func TestDrawingChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.SampledFrom([]int{1, 20, 60, 80, 120, 200}).Draw(rt, "w"), rapid.SampledFrom([]int{1, 5, 10, 24, 40}).Draw(rt, "h")
		d := open(t, w, h)
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			d.press(rapid.SampledFrom(anyKey).Draw(rt, "key"))
			s := d.m.layout()
			d.m.arrange(s)
			before := d.m.panes()
			d.m.draw(s)
			for n, pane := range d.m.panes() {
				if !reflect.DeepEqual(before[n], pane) {
					rt.Fatalf("%T was changed by being drawn", pane)
				}
			}
		}
	})
}
