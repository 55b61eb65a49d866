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
	shape    shape
	size     image.Point
	title    image.Rectangle
	overview image.Rectangle
	query    image.Rectangle
	rule     image.Rectangle // between the head and the panes
	panes    image.Rectangle // all that the panes share
	list     image.Rectangle
	split    image.Rectangle // between the list and the detail
	detail   image.Rectangle
	footer   image.Rectangle
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
	if rows := overviewRows(h); rows > 0 {
		s.overview = image.Rect(0, top, w, top+rows)
		top += rows
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
		const widestList = 140 // in a wider one, people would be far from their titles
		left := min(w*29/50, widestList)
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

// Sizes that neither the list nor the detail gets less than when their border is moved.
const (
	leastWidth  = 36
	leastHeight = 4
)

// divided is s with the border between list and detail where the list has a share of both, in thousandths; 0 leaves it
// where it is.
func (s screen) divided(share int) screen {
	if share == 0 || s.split.Empty() {
		return s
	}
	by := image.Pt(bounded(s.panes.Dx()*share/1000, s.panes.Dx(), leastWidth)-s.list.Dx(), 0)
	if s.shape == stacked {
		by = image.Pt(0, bounded(s.panes.Dy()*share/1000, s.panes.Dy(), leastHeight)-s.list.Dy())
	}
	s.list.Max = s.list.Max.Add(by)
	s.split = s.split.Add(by)
	s.detail.Min = s.detail.Min.Add(by)
	return s
}

// bounded is the list's size n of a whole, with no less than least for either pane.
func bounded(n, whole, least int) int {
	least = min(least, whole/3)
	return max(least, min(n, whole-least))
}

// shareAt is the share that the list has when the border is moved to a place.
func (s screen) shareAt(at image.Point) int {
	n, whole := at.X-s.panes.Min.X, s.panes.Dx()
	if s.shape == stacked {
		n, whole = at.Y-s.panes.Min.Y, s.panes.Dy()
	}
	return max(1, min((1000*n+whole-1)/max(1, whole), 999)) // rounded up, so that divided comes to n again
}

// overviewRows is the height of the overview on a screen of h rows: bars, and the axis.
func overviewRows(h int) int {
	switch {
	case h >= 50:
		return 5
	case h >= 30:
		return 3
	case h >= 14:
		return 2
	}
	return 0
}

// strip is where the overview is drawn: with a margin on both sides, where there is room.
func (s screen) strip() image.Rectangle {
	r := s.overview
	if r.Dx() > 20 {
		r.Min.X++
		r.Max.X--
	}
	return r
}

// across is the screen with what takes the list's place over the whole width: want rows of it over the detail, or less
// where those are more than three parts of five; on a small screen one at a time.
func (s screen) across(want int, reading bool) screen {
	s.list, s.split, s.detail = s.panes, image.Rectangle{}, image.Rectangle{}
	s.shape = single
	switch r := s.panes; {
	case r.Dy() >= stackedHeight && r.Dx() >= stackedWidth:
		s.shape = stacked
		middle := r.Min.Y + min(want, r.Dy()*3/5)
		s.list.Max.Y = middle
		s.split = image.Rect(r.Min.X, middle, r.Max.X, middle+1)
		s.detail = image.Rect(r.Min.X, middle+1, r.Max.X, r.Max.Y)
	case reading:
		s.list, s.detail = image.Rectangle{}, r
	}
	return s
}

// side is what lies over the detail where that is beside the list, and elsewhere over all panes.
func (s screen) side() image.Rectangle {
	if s.shape == beside {
		return s.detail
	}
	return s.panes
}

// events is where the events are drawn, or why there are none.
func (s screen) events(any bool) image.Rectangle {
	if any || s.shape == beside {
		return s.list
	}
	return s.panes
}

// page is where the detail's text stands: with a margin on both sides, of which the split beside the list is one.
func (s screen) page() image.Rectangle { return s.inset(s.detail) }

// whole is where a page stands that lies over all panes.
func (s screen) whole() image.Rectangle {
	s.shape = single
	return s.inset(s.panes)
}

// inset is r with the margins of a page.
func (s screen) inset(r image.Rectangle) image.Rectangle {
	const longestLine = 96 // of prose
	if r.Dx() <= 20 {
		return r
	}
	if s.shape != beside {
		r.Min.X++
	}
	r.Max.X = min(r.Max.X-1, r.Min.X+longestLine)
	return r
}
