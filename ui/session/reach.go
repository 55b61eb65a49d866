package session

import (
	"sort"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Reach returns the dates of the first and the last event that match, or of all while the filter is paused, by their
// first days; ok is false where none has a first day. What goes on counts only where nothing else does.
func (s *Session) Reach() (from, to edtf.Date, ok bool) {
	events := s.search.result.within
	if s.view.Paused {
		events = s.all
	}
	t, n := s.index.Timeline(), events.Len()
	date := func(k int) edtf.Date { return t.Date(events.At(k)) }
	first := sort.Search(n, func(k int) bool { return date(k).IsZero() || date(k).Earliest() > calendar.Beginning })
	last := sort.Search(n, func(k int) bool { return date(k).IsZero() }) - 1
	if first > last {
		return edtf.Date{}, edtf.Date{}, false
	}
	return date(first), date(last), true
}
