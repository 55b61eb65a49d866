package ui

import (
	"strings"
	"testing"
)

// In the stacked layout the pane that has the keys gets the room: while the detail is read it has about two thirds, and
// afterwards the list is as it was.
func TestTheDetailThatIsReadGetsTheRoom(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {80, 50}, {99, 40}} {
		d := open(t, size[0], size[1]).press("g", "j", "j", "j", "j", "j")
		before, half := d.screen(), d.layout().Detail.Dy()
		if d.press("right"); d.layout().Detail.Dy() <= half || 10*d.layout().Detail.Dy() < 6*d.layout().Panes.Dy() {
			t.Errorf("%v: what is read has %d of %d rows, before %d:\n%s", size, d.layout().Detail.Dy(), d.layout().Panes.Dy(), half,
				d.screen())
		}
		if row := d.lines()[d.layout().List.Min.Y]; !strings.Contains(row, "──") {
			t.Errorf("%v: the list has no heading:\n%s", size, d.screen())
		}
		d.see("▌").fits()
		if d.press("esc"); d.screen() != before {
			t.Errorf("%v: afterwards the list is not as it was:\n%s\nbefore:\n%s", size, d.screen(), before)
		}
	}
	own := open(t, 80, 24).press("+")
	split := own.layout().Split
	if own.press("right"); own.layout().Split != split {
		t.Errorf("the border is not where the reader put it: %v, was %v", own.layout().Split, split)
	}
}

// A list that has no use for its rows gives them to the detail below it.
func TestNoEmptyRowsAboveTheDetail(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {80, 50}} {
		for _, query := range []string{"actor:lavrov", "type:call", "alaska"} {
			d := open(t, size[0], size[1], withQuery(query))
			s := d.layout()
			if d.m.session.Top() > 0 { // it has more than there is room for
				continue
			}
			for y := s.List.Min.Y + 4; y < s.List.Max.Y; y++ {
				if strings.TrimSpace(d.lines()[y]) == "" {
					t.Errorf("%v, %s: there is an empty row above the detail:\n%s", size, query, d.screen())
					break
				}
			}
			d.press("enter").fits().press("esc", "esc").fits()
			if full := open(t, size[0], size[1]).layout(); d.layout() != full {
				t.Errorf("%v: without the filter the layout is %v, want %v", size, d.layout(), full)
			}
		}
	}
}
