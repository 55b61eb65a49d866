package ui

import "image"

// A shape is how the panes stand to each other.
type shape int

const (
	single  shape = iota // one pane at a time
	stacked              // the list over the detail
	beside               // the list beside the detail
)

// A screen is the terminal cut into named rectangles; an empty one is not drawn. They never overlap.
type screen struct {
	shape  shape
	size   image.Point
	title  image.Rectangle
	query  image.Rectangle
	rule   image.Rectangle // between the head and the panes
	panes  image.Rectangle // all that the panes share
	list   image.Rectangle
	split  image.Rectangle // between the list and the detail
	detail image.Rectangle
	footer image.Rectangle
}

// Sizes from which the panes get more room, in cells.
const (
	besideWidth   = 100
	stackedHeight = 14
	stackedWidth  = 24
)

// layout cuts a terminal of w × h cells. reading says which pane a single-pane screen shows, typing that the query line
// must be seen whatever the height. It is the only place that subtracts.
func layout(w, h int, reading, typing bool) screen {
	s := screen{size: image.Pt(w, h)}
	if w <= 0 || h <= 0 {
		return s
	}
	top, bottom := 0, h
	row := func() image.Rectangle { top++; return image.Rect(0, top-1, w, top) }
	if h >= 4 {
		s.title = row()
	}
	if h >= 7 || typing {
		s.query = row()
	}
	if h >= 12 {
		s.rule = row()
	}
	if bottom-top >= 3 {
		bottom--
		s.footer = image.Rect(0, bottom, w, bottom+1)
	}
	panes := image.Rect(0, top, w, bottom)
	s.panes = panes
	switch {
	case w >= besideWidth && panes.Dy() >= 6:
		s.shape = beside
		left := w * 29 / 50
		s.list = image.Rect(0, panes.Min.Y, left, panes.Max.Y)
		s.split = image.Rect(left, panes.Min.Y, left+3, panes.Max.Y)
		s.detail = image.Rect(left+3, panes.Min.Y, w, panes.Max.Y)
	case panes.Dy() >= stackedHeight && w >= stackedWidth:
		s.shape = stacked
		middle := panes.Min.Y + panes.Dy()/2
		s.list = image.Rect(0, panes.Min.Y, w, middle)
		s.split = image.Rect(0, middle, w, middle+1)
		s.detail = image.Rect(0, middle+1, w, panes.Max.Y)
	case reading:
		s.detail = panes
	default:
		s.list = panes
	}
	return s
}

// page is where the detail's text stands: with a margin on both sides, of which the split beside the list is one.
func (s screen) page() image.Rectangle {
	r := s.detail
	if r.Dx() <= 20 {
		return r
	}
	if s.shape != beside {
		r.Min.X++
	}
	r.Max.X--
	return r
}
