package session

import (
	"dateline/timeline/calendar"
)

// A View is what the reader chose to look at. Everything on the screen follows from it and the record.
type View struct {
	Query  string        // the query line, the single truth about what is wanted
	Anchor string        // id of the event that the reader last chose; it comes back when a filter that hid it goes
	Paused bool          // the query is kept, but everything is shown
	Dim    bool          // what does not match is dimmed, not hidden
	Newest bool          // the list begins with the newest event
	Zoomed bool          // the overview shows a part of time, not all
	Zoom   calendar.Unit // what a column of it is then
	Share  int           // of the list, beside or over the detail, in thousandths; 0 is the layout's own
}

// A history keeps the views that were and the ones that were undone, and the places that jumps left.
type history struct {
	done, undone  []View
	back, forward []string // event ids
}

// remember keeps v, from which the reader goes on to another view.
func (p *history) remember(v View) {
	p.done = append(p.done, v)
	p.undone = p.undone[:0]
}

// undo returns the view before now; ok reports whether there is one.
func (p *history) undo(now View) (v View, ok bool) {
	return step(&p.done, &p.undone, now)
}

// redo returns the view that undo left.
func (p *history) redo(now View) (v View, ok bool) {
	return step(&p.undone, &p.done, now)
}

// jumped keeps the event that a jump left.
func (p *history) jumped(from string) {
	p.back = append(p.back, from)
	p.forward = p.forward[:0]
}

// goBack returns the event that the last jump left.
func (p *history) goBack(now string) (id string, ok bool) { return step(&p.back, &p.forward, now) }

// goForward returns the event that GoBack left.
func (p *history) goForward(now string) (id string, ok bool) { return step(&p.forward, &p.back, now) }

// step takes the last of from and puts now on to.
func step[T any](from, to *[]T, now T) (last T, ok bool) {
	n := len(*from)
	if n == 0 {
		return last, false
	}
	last = (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return last, true
}
