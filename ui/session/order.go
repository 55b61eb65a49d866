package session

import (
	"sort"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
)

// An order is the shown events in the order of the list: oldest or newest first, the undated at the end of both.
type order struct {
	shown   index.Selection
	newest  bool
	dated   int // how many of the shown have a date
	undated int // number of the first event of the record that has none
}

// newOrder puts a selection in order.
func newOrder(t *timeline.Timeline, shown index.Selection, newest bool) order {
	undated := sort.Search(t.Len(), func(i int) bool { return t.Date(i).IsZero() })
	return order{shown: shown, newest: newest, dated: shown.Rank(undated), undated: undated}
}

// at returns the event at place n.
func (o *order) at(n int) int {
	if o.newest && n < o.dated {
		n = o.dated - 1 - n
	}
	return o.shown.At(n)
}

// before returns how many come before event i: its place, where it is shown.
func (o *order) before(i int) int {
	if o.newest && i < o.undated {
		return o.dated - o.shown.Rank(i+1)
	}
	return o.shown.Rank(i)
}

// begun returns how many of the shown that have a date begin before day d.
func (o *order) begun(t *timeline.Timeline, d calendar.Day) int {
	return sort.Search(o.dated, func(n int) bool { return t.Date(o.shown.At(n)).Earliest() >= d })
}

// during returns the shown events that begin from one day to another, from place lo of the selection up to hi.
func (o *order) during(t *timeline.Timeline, from, to calendar.Day) (lo, hi int) {
	lo = o.begun(t, from)
	hi = lo + sort.Search(o.dated-lo, func(n int) bool { return t.Date(o.shown.At(lo+n)).Earliest() > to })
	return lo, hi
}

// head returns the event that the list has first of those from lo up to hi, places of the selection.
func (o *order) head(lo, hi int) int {
	if o.newest {
		return o.shown.At(hi - 1)
	}
	return o.shown.At(lo)
}

// day returns the day of a date: where it begins, or where it ends if it is open at its start; ok is false where that
// cannot be said.
func day(d edtf.Date) (at calendar.Day, ok bool) {
	at = d.Earliest()
	if at == calendar.Beginning {
		at = d.Latest()
	}
	return at, at != calendar.Forever
}
