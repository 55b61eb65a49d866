package ui

import (
	"strings"
	"testing"
)

// TestUndoLeadsBackToTheSameScreen goes elsewhere in several ways and undoes it: the screen is what it was, but for the
// footer and what the detail says of the axis. Redo leads there again.
func TestUndoLeadsBackToTheSameScreen(t *testing.T) {
	for name, way := range map[string]func(*driver){
		"a walk along time":            func(d *driver) { d.press("t", "left", "left", "left", "left", "left", "enter") },
		"a walk that goes into a part": func(d *driver) { d.press("t", "left", "left", "up", "left", "left", "enter") },
		"a date":                       func(d *driver) { d.press(":").typeText("2025-07").press("enter") },
		"a filter":                     func(d *driver) { d.press("/").typeText("kyiv").press("enter") },
		"some names":                   func(d *driver) { d.press("a", "tab", "down", "tab", "down", "tab", "enter") },
		"the first event":              func(d *driver) { d.press("g") },
	} {
		t.Run(name, func(t *testing.T) {
			for _, size := range [][2]int{{120, 40}, {160, 45}, {80, 24}} {
				d := open(t, size[0], size[1]).press("k", "k", "j")
				start, was := d.selected(), d.body()
				way(d)
				there, did := d.selected(), d.body()
				if did == was {
					t.Fatal("it leads nowhere")
				}
				undone := 0
				for ; d.undoable(); undone++ {
					d.press("u")
				}
				if d.selected() != start || d.body() != was {
					t.Errorf("%v: undo selects %s on\n%s\nand it was %s on\n%s", size, d.selected(), d.body(), start, was)
				}
				for range undone {
					d.press("ctrl+r")
				}
				if d.selected() != there || d.body() != did {
					t.Errorf("%v: redo selects %s on\n%s\nand it was %s on\n%s", size, d.selected(), d.body(), there, did)
				}
			}
		})
	}
}

// body is the screen without its footer and the line of the filter.
func (d *driver) body() string {
	lines := d.lines()
	return strings.Join(append(lines[:3:3], lines[5:len(lines)-1]...), "\n")
}
