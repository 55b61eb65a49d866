package layout

import "image"

// Sizes of the rail, and what it leaves to the panes beside it, in cells.
const (
	leastRail, usualRail, widestRail = 32, 40, 46

	railHeight           = 8
	railList, railDetail = 68, 40
	line                 = 3 // between two panes: a margin on both sides of the line
)

// railed returns s with a rail, where that leaves enough to the list and the detail.
func (s Screen) railed() Screen {
	w, r := s.Panes.Dx(), s.Panes
	if w < leastRail+line+railList+line+railDetail || r.Dy() < railHeight {
		return s
	}
	right := r.Min.X + min(max(usualRail, w*22/100), w-line-railList-line-railDetail, widestRail)
	s.Rail = image.Rect(r.Min.X, r.Min.Y, right, r.Max.Y)
	s.RailLine = image.Rect(right, r.Min.Y, right+line, r.Max.Y)
	return s
}

// Who returns where actors are picked: the rail, or else the picker; empty where neither is on the screen.
func (s Screen) Who() image.Rectangle {
	if !s.Rail.Empty() {
		return s.Rail
	}
	return s.Picker
}

// shared returns the room that the list and the detail share.
func (s Screen) shared() image.Rectangle {
	r := s.Panes
	if !s.Rail.Empty() {
		r.Min.X = s.RailLine.Max.X
	}
	return r
}

// beside returns s with the list beside the detail, in the room that they share.
func (s Screen) beside() Screen {
	s.Shape = Beside
	r := s.shared()
	left := r.Min.X + listWidth(r.Dx())
	if !s.Rail.Empty() {
		left = r.Min.X + railList + (r.Dx()-railList-line-railDetail)/2
	}
	s.List = image.Rect(r.Min.X, r.Min.Y, left, r.Max.Y)
	s.Split = image.Rect(left, r.Min.Y, left+line, r.Max.Y)
	s.Detail = image.Rect(left+line, r.Min.Y, r.Max.X, r.Max.Y)
	return s
}

// Picking returns the screen while actors are picked: on one with a rail they are picked there, on others below the
// title, and under them is what would be left. The actors get the rows that they want, but no more than the list.
func (s Screen) Picking(want int) Screen {
	const (
		tall   = 8  // rows from which what is chosen has a row of its own
		ruled  = 14 // … and a rule below it
		listed = 5  // rows from which there is a list under the actors
	)
	if !s.Rail.Empty() {
		return s
	}
	w, wide := s.Size.X, s.Shape == Beside || s.Size.X >= besideWidth
	top, bottom := s.Title.Max.Y, s.Panes.Max.Y
	free := bottom - top
	if free <= 0 {
		return s
	}
	var none image.Rectangle
	s.Overview, s.Query, s.Rule, s.List, s.Split, s.Detail = none, none, none, none, none, none
	s.Shape = Single
	cut := func(rows int) image.Rectangle { top += rows; return image.Rect(0, top-rows, w, top) }
	s.Finder = cut(1)
	if free >= tall {
		s.Finder.Max.Y = cut(1).Max.Y
	}
	if free >= ruled {
		s.Rule = cut(1)
	}
	rest := bottom - top
	if rest < listed {
		s.Picker = cut(rest)
		s.Panes = s.Picker
		return s
	}
	s.Picker = cut(max(1, min(want, (rest-1)/2)))
	s.Remains = cut(1)
	s.Panes = cut(bottom - top)
	s.List = s.Panes
	if wide && s.Panes.Dy() >= 6 {
		return s.beside()
	}
	return s
}
