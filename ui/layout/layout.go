// Package layout cuts the terminal into named rectangles, one for each part of the screen.
//
// It is not what is drawn there, nor how lists scroll in it. It is the only place that subtracts one size from another,
// so that what is drawn, what keys move by and what the mouse hits are the same cells.
//
//	s := layout.New(120, 40, false, false).Divided(600)
//	fmt.Println(s.Shape == layout.Beside, s.List, s.Detail)
//
// It imports nothing of dateline.
package layout

import "image"

// A Shape is how the list and the detail are arranged.
type Shape int

// The shapes of a screen, from the smallest to the widest.
const (
	Single  Shape = iota // one pane at a time
	Stacked              // the list above the detail
	Beside               // the list beside the detail
)

// A Screen is the terminal cut into named rectangles; an empty one is not drawn. They never overlap.
type Screen struct {
	Shape    Shape
	Size     image.Point
	Title    image.Rectangle
	Overview image.Rectangle
	Query    image.Rectangle
	Rule     image.Rectangle // between the head and the panes
	Box      image.Rectangle // what is found by what is typed into the box
	Drop     image.Rectangle // what hangs from the head over the list: what completes a filter, a long message
	Panes    image.Rectangle // all that the panes share
	Rail     image.Rectangle // who, what and how sure, on the left of the list
	RailLine image.Rectangle // between the rail and the list
	Finder   image.Rectangle // while actors are picked: what is typed and chosen
	Picker   image.Rectangle // … the actors
	Remains  image.Rectangle // … between them and the list of what would be left
	List     image.Rectangle
	Split    image.Rectangle // between the list and the detail
	Detail   image.Rectangle
	Footer   image.Rectangle
}

// Sizes from which the panes get more room, in cells.
const (
	besideWidth   = 100
	stackedHeight = 14
	stackedWidth  = 24
)

// New cuts a terminal of w × h cells. With reading a screen of one pane shows the detail, else the list. With typing
// the query line is seen whatever the height.
func New(w, h int, reading, typing bool) Screen {
	s := Screen{Size: image.Pt(w, h)}
	if w <= 0 || h <= 0 {
		return s
	}
	top, bottom := 0, h
	row := func() image.Rectangle { top++; return image.Rect(0, top-1, w, top) }
	if h >= 4 {
		s.Title = row()
	}
	if rows := overviewRows(h); rows > 0 {
		s.Overview = image.Rect(0, top, w, top+rows)
		top += rows
	}
	if h >= 7 || typing {
		s.Query = row()
	}
	if h >= 12 {
		s.Rule = row()
	}
	if bottom-top >= 3 {
		bottom--
		s.Footer = image.Rect(0, bottom, w, bottom+1)
	}
	panes := image.Rect(0, top, w, bottom)
	s.Panes = panes
	switch {
	case w >= besideWidth && panes.Dy() >= 6:
		s = s.railed().beside()
	case panes.Dy() >= stackedHeight && w >= stackedWidth:
		s.Shape = Stacked
		middle := panes.Min.Y + (panes.Dy()+1)/2
		s.List = image.Rect(0, panes.Min.Y, w, middle)
		s.Split = image.Rect(0, middle, w, middle+1)
		s.Detail = image.Rect(0, middle+1, w, panes.Max.Y)
	case reading:
		s.Detail = panes
	default:
		s.List = panes
	}
	return s
}

// listWidth returns the width of the list beside the detail on a screen of w cells. It never shrinks as w grows, so
// that a wider window loses no title and no name. Up to twiceWide what is over goes to the detail, whose prose is read
// better in longer lines; beyond, both get half of it.
func listWidth(w int) int {
	const enough, twiceWide = 68, 146
	if w < twiceWide {
		return min(w*29/50, enough)
	}
	return enough + (w-twiceWide)/2
}

// The least size that the list and the detail keep when the border between them is moved, in cells.
const (
	leastWidth  = 36
	leastHeight = 4
)

// Dropped returns s with n rows, or as many as leave the list its own, for what hangs from the head. The detail yields
// its rows first. Beside the list it yields none, unless the rows are to go over the whole width.
func (s Screen) Dropped(n int, whole bool) Screen {
	const leastRows = 3 // of a pane
	n = max(min(n, s.Panes.Dy()-leastRows), min(n, s.Panes.Dy()-1, 1), 0)
	if n == 0 || !s.Finder.Empty() { // the picker leaves no room for it
		return s
	}
	s.Drop = image.Rect(s.Panes.Min.X, s.Panes.Min.Y, s.Panes.Max.X, s.Panes.Min.Y+n)
	switch down := image.Pt(0, n); {
	case s.Shape == Beside && !whole:
		s.Drop.Min.X, s.Drop.Max.X = s.List.Min.X, s.List.Max.X
		s.List.Min.Y += n
		return s
	case s.Shape == Beside:
		if !s.Rail.Empty() {
			s.Rail.Min.Y += n
			s.RailLine.Min.Y += n
		}
		s.List.Min.Y += n
		s.Split.Min.Y += n
		s.Detail.Min.Y += n
	case s.Shape == Single && s.List.Empty():
		s.Detail.Min.Y += n
	case s.Shape == Single:
		s.List.Min.Y += n
	default:
		less := max(0, n-max(0, s.Detail.Dy()-leastRows)) // rows that the list gives
		s.List.Max.Y -= less
		s.Split = s.Split.Sub(image.Pt(0, less))
		s.List, s.Split = s.List.Add(down), s.Split.Add(down)
		s.Detail.Min.Y = s.Split.Max.Y
		if s.List.Dy() < leastRows {
			s.List.Max.Y, s.Shape = s.Panes.Max.Y, Single
			s.Split, s.Detail = image.Rectangle{}, image.Rectangle{}
		}
	}
	s.Panes.Min.Y += n
	return s
}

// Divided returns s with the border moved to where the list has a share of its room with the detail, in thousandths. A
// share of 0 leaves the border where it is.
func (s Screen) Divided(share int) Screen {
	if share == 0 || s.Split.Empty() {
		return s
	}
	room := s.shared()
	by := image.Pt(bounded(room.Dx()*share/1000, room.Dx(), leastWidth)-s.List.Dx(), 0)
	if s.Shape == Stacked {
		by = image.Pt(0, bounded(room.Dy()*share/1000, room.Dy(), leastHeight)-s.List.Dy())
	}
	s.List.Max = s.List.Max.Add(by)
	s.Split = s.Split.Add(by)
	s.Detail.Min = s.Detail.Min.Add(by)
	return s
}

// Yielding returns s with the rows of a list above the detail that it does not want gone to the detail, and while that
// is read about two thirds of the room: the pane that has the keys gets it.
func (s Screen) Yielding(want int, reading bool) Screen {
	if s.Shape != Stacked {
		return s
	}
	h, room := s.List.Dy(), s.shared().Dy()
	if reading {
		h = min(h, max(room/3, leastHeight))
	}
	by := image.Pt(0, min(h, max(want, leastHeight))-s.List.Dy())
	s.List.Max = s.List.Max.Add(by)
	s.Split = s.Split.Add(by)
	s.Detail.Min = s.Detail.Min.Add(by)
	return s
}

// bounded returns the size n of the list in a whole, such that both panes keep the least size.
func bounded(n, whole, least int) int {
	least = min(least, whole/3)
	return max(least, min(n, whole-least))
}

// ShareAt returns the share of that room that the list has when the border is moved to a place, in thousandths.
func (s Screen) ShareAt(at image.Point) int {
	room := s.shared()
	n, whole := at.X-room.Min.X, room.Dx()
	if s.Shape == Stacked {
		n, whole = at.Y-room.Min.Y, room.Dy()
	}
	return max(1, min((1000*n+whole-1)/max(1, whole), 999)) // rounded up, so that Divided comes to n again
}

// overviewRows returns the height of the overview on a screen of h rows: its bars, the line that they stand on, and
// from three rows on the names of months and years.
func overviewRows(h int) int {
	switch {
	case h >= 50:
		return 5
	case h >= 30:
		return 4
	case h >= 22:
		return 3
	case h >= 14:
		return 2
	}
	return 0
}

// Strip returns where the overview is drawn: with a margin on both sides if there is room.
func (s Screen) Strip() image.Rectangle {
	r := s.Overview
	if r.Dx() > 20 {
		r.Min.X++
		r.Max.X--
	}
	return r
}

// Across returns the screen with the list over the whole width and the detail below it. The list gets the rows that it
// wants, but at most three fifths. A small screen shows one of the two.
func (s Screen) Across(want int, reading bool) Screen {
	s.List, s.Split, s.Detail = s.Panes, image.Rectangle{}, image.Rectangle{}
	s.Rail, s.RailLine = image.Rectangle{}, image.Rectangle{}
	s.Shape = Single
	switch r := s.Panes; {
	case r.Dy() >= stackedHeight && r.Dx() >= stackedWidth:
		s.Shape = Stacked
		middle := r.Min.Y + min(want, r.Dy()*3/5)
		s.List.Max.Y = middle
		s.Split = image.Rect(r.Min.X, middle, r.Max.X, middle+1)
		s.Detail = image.Rect(r.Min.X, middle+1, r.Max.X, r.Max.Y)
	case reading:
		s.List, s.Detail = image.Rectangle{}, r
	}
	return s
}

// Side returns the place of what covers the detail: the detail beside the list, on other screens all panes.
func (s Screen) Side() image.Rectangle {
	if s.Shape == Beside {
		return s.Detail
	}
	return s.Panes
}

// Events returns the place of the events, or of the words that say why there are none.
func (s Screen) Events(any bool) image.Rectangle {
	if any || s.Shape == Beside || !s.Picker.Empty() {
		return s.List
	}
	return s.Panes
}

// Page returns the place of the detail's text. It has a margin on both sides, of which the split may be one.
func (s Screen) Page() image.Rectangle { return s.Inset(s.Detail) }

// Whole returns the place of a page that lies over all panes, with the margins of a page.
func (s Screen) Whole() image.Rectangle {
	s.Shape = Single
	return s.Inset(s.Panes)
}

// Inset returns r without the margins of a page, and no wider than prose is read well.
func (s Screen) Inset(r image.Rectangle) image.Rectangle {
	const longestLine = 96 // of prose
	if r.Dx() <= 20 {
		return r
	}
	if s.Shape != Beside {
		r.Min.X++
	}
	r.Max.X = min(r.Max.X-1, r.Min.X+longestLine)
	return r
}
