package layout

import (
	"image"
	"testing"

	"pgregory.net/rapid"
)

// TestLayoutCoversTheScreen holds at every size: nothing overlaps, nothing is outside, and every row belongs to a part.
func TestLayoutCoversTheScreen(t *testing.T) {
	for w := 0; w <= 220; w++ {
		for h := 0; h <= 70; h++ {
			for _, state := range []struct {
				reading, typing, across, picking, whole, boxed, all bool
				drop                                                int
			}{
				{},
				{picking: true},
				{picking: true, across: true},
				{reading: true},
				{typing: true},
				{across: true},
				{reading: true, across: true},
				{typing: true, drop: 9},
				{typing: true, across: true, drop: 4},
				{reading: true, whole: true, drop: 2},
				{typing: true, whole: true, boxed: true},
				{typing: true, whole: true, boxed: true, drop: 2},
				{typing: true, whole: true, boxed: true, across: true},
				{typing: true, whole: true, boxed: true, all: true},
			} {
				s := New(w, h, state.reading, state.typing)
				if state.across {
					s = s.Across(h/4, state.reading)
				}
				if state.picking {
					s = s.Picking(w % 30).Divided(h * 10)
				}
				if !state.across && !state.picking && (w+h)%2 == 0 {
					s = s.Yielding(w%40, state.reading)
				}
				before := s
				if s = s.Dropped(state.drop, state.whole); before.List.Dy()+before.Detail.Dy() > 0 && s.List.Dy()+s.Detail.Dy() == 0 {
					t.Fatalf("%d×%d %+v: what hangs from the head leaves no pane", w, h, state)
				}
				if state.boxed {
					if s = s.Boxed(state.all); h > 1 && w > 0 && s.Box.Empty() {
						t.Fatalf("%d×%d %+v: there is no room for the box", w, h, state)
					}
				}
				area := 0
				parts := []image.Rectangle{
					s.Title, s.Overview, s.Query, s.Rule, s.Box, s.Drop, s.Rail, s.RailLine, s.Finder, s.Picker, s.Remains, s.List,
					s.Split, s.Detail, s.Footer,
				}
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
		want Shape
	}{
		{200, 60, Beside},
		{120, 40, Beside},
		{100, 30, Beside},
		{80, 24, Stacked},
		{60, 20, Stacked},
		{40, 10, Single},
		{1, 1, Single},
	} {
		if got := New(c.w, c.h, false, false).Shape; got != c.want {
			t.Errorf("%d×%d has shape %d, want %d", c.w, c.h, got, c.want)
		}
	}
}

// One more column never makes the list narrower while it is beside the detail.
func TestWiderScreenHasNoNarrowerList(t *testing.T) {
	for _, h := range []int{14, 24, 40, 60} {
		for w := 101; w <= 300; w++ {
			narrow, wide := New(w-1, h, false, false), New(w, h, false, false)
			if narrow.Shape == wide.Shape && wide.List.Dx() < narrow.List.Dx() {
				t.Errorf("%d×%d: the list has %d cells, one column less leaves it %d", w, h, wide.List.Dx(), narrow.List.Dx())
			}
		}
	}
}

// TestDividedLayoutCoversTheScreen holds at every size and share.
func TestDividedLayoutCoversTheScreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := New(rapid.IntRange(1, 300).Draw(t, "w"), rapid.IntRange(1, 100).Draw(t, "h"), false, false)
		s := whole.Divided(rapid.IntRange(0, 999).Draw(t, "share"))
		if s.Shape == Single {
			return
		}
		for _, r := range []struct{ is bool }{
			{s.List.Union(s.Split).Union(s.Detail).Union(s.Rail).Union(s.RailLine) == whole.Panes},
			{s.Rail == whole.Rail && !s.RailLine.Overlaps(s.List)},
			{!s.List.Overlaps(s.Split)},
			{!s.Split.Overlaps(s.Detail)},
			{s.List.Dx() > 0 && s.List.Dy() > 0 && s.Detail.Dx() > 0 && s.Detail.Dy() > 0},
			{s.Split.Size() == whole.Split.Size()},
		} {
			if !r.is {
				t.Fatalf("%+v does not cover %v", s, whole.Panes)
			}
		}
		if again := whole.Divided(s.ShareAt(s.Split.Min)); again != s {
			t.Fatalf("the share of a border at %v puts it at %v", s.Split, again.Split)
		}
	})
}

// TestRailLeavesRoom holds at every width: where there is a rail, the list has 68 cells and the detail 40.
func TestRailLeavesRoom(t *testing.T) {
	for w := 1; w <= 300; w++ {
		s := New(w, 40, false, false)
		if has := !s.Rail.Empty(); has != (w >= 146) {
			t.Errorf("%d columns have a rail: %t", w, has)
		} else if has && (s.List.Dx() < 68 || s.Detail.Dx() < 40 || s.Rail.Dx() < 32) {
			t.Errorf("%d columns are cut into %v, %v and %v", w, s.Rail, s.List, s.Detail)
		}
	}
}
