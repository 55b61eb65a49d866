package session

import (
	"sort"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Reach returns the dates of the first and the last event that match, by their first days; ok is false where none has a
// first day.
func (s *Session) Reach() (from, to edtf.Date, ok bool) {
	t, n := s.index.Timeline(), s.matched.Len()
	date := func(k int) edtf.Date { return t.Date(s.matched.At(k)) }
	first := sort.Search(n, func(k int) bool { return date(k).IsZero() || date(k).Earliest() > calendar.Beginning })
	last := sort.Search(n, func(k int) bool { return date(k).IsZero() }) - 1
	if first > last {
		return edtf.Date{}, edtf.Date{}, false
	}
	return date(first), date(last), true
}
