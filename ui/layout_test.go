package ui

import (
	"image"
	"testing"
)

// TestLayoutCoversTheScreen holds at every size: nothing overlaps, nothing is outside, and every row belongs to a part.
func TestLayoutCoversTheScreen(t *testing.T) {
	for w := 0; w <= 220; w++ {
		for h := 0; h <= 70; h++ {
			for _, state := range []struct{ reading, typing, across bool }{{}, {reading: true}, {typing: true}, {across: true}, {reading: true, across: true}} {
				s := layout(w, h, state.reading, state.typing)
				if state.across {
					s = s.across(h/4, state.reading)
				}
				area := 0
				parts := []image.Rectangle{s.title, s.overview, s.query, s.rule, s.list, s.split, s.detail, s.footer}
				for i, r := range parts {
					if !r.In(image.Rect(0, 0, w, h)) {
						t.Fatalf("%d×%d %+v: part %d is outside: %v", w, h, state, i, r)
					}
					for _, other := range parts[i+1:] {
						if r.Overlaps(other) {
							t.Fatalf("%d×%d %+v: %v and %v overlap", w, h, state, r, other)
						}
					}
					area += r.Dx() * r.Dy()
				}
				if area != w*h {
					t.Fatalf("%d×%d %+v: %d of %d cells belong to a part: %+v", w, h, state, area, w*h, s)
				}
			}
		}
	}
}

func TestLayoutShapes(t *testing.T) {
	for _, c := range []struct {
		w, h int
		want shape
	}{{200, 60, beside}, {120, 40, beside}, {100, 30, beside}, {80, 24, stacked}, {60, 20, stacked}, {40, 10, single}, {1, 1, single}} {
		if got := layout(c.w, c.h, false, false).shape; got != c.want {
			t.Errorf("%d×%d has shape %d, want %d", c.w, c.h, got, c.want)
		}
	}
}
