package session

import (
	"sort"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// Reach returns the dates of the first and the last event that match, or of all while the filter is paused, by their
// first days; ok is false where none has a first day. One before the calendar is none, but is known to lie there.
func (s *Session) Reach() (from, to edtf.Date, ok bool) {
	events := s.search.result.within
	if s.view.Paused {
		events = s.all
	}
	t, n := s.index.Timeline(), events.Len()
	date := func(k int) edtf.Date { return t.Date(events.At(k)) }
	first := sort.Search(n, func(k int) bool { return date(k).IsZero() || date(k).Earliest() > calendar.Beginning })
	if n > 0 && beginsBeforeTheCalendar(date(0)) {
		first = 0
	}
	last := sort.Search(n, func(k int) bool { return date(k).IsZero() }) - 1
	if first > last {
		return edtf.Date{}, edtf.Date{}, false
	}
	return date(first), date(last), true
}

// beginsBeforeTheCalendar reports whether d begins in a year before the calendar. A start that is open or unknown is on
// the same day, and none of these comes first in order where there is another.
func beginsBeforeTheCalendar(d edtf.Date) bool {
	last := d.Begins().To
	return last > calendar.Beginning && last < calendar.DayOf(calendar.MinYear, time.January, 1)
}
