package index

import (
	"sort"

	"dateline/timeline/calendar"
)

// A timeSpans is what an Index counts by, beside the time of each event.
type timeSpans struct {
	whole calendar.Period // of all events, but for their open ends
	long  []int32         // the events that are not known to have been on one day
}

func newTimeSpans(when []calendar.Period) timeSpans {
	s := timeSpans{whole: calendar.Never}
	for i, p := range when {
		s.whole = s.whole.Extend(p)
		if p.From < p.To {
			s.long = append(s.long, int32(i))
		}
	}
	return s
}

// Extent is the first and the last day that bounds an event, leaving out the open ends; ok is false where no event has any
// bound.
func (x *Index) Extent() (first, last calendar.Day, ok bool) {
	whole := x.spans().whole
	return whole.From, whole.To, whole.From <= whole.To
}

// Tally counts the events of sel in the columns of s, as Scale.Tally does. Those of one day stand in order, so that where
// a column begins and ends is enough to count them; only the others are looked at one by one.
func (x *Index) Tally(s calendar.Scale, sel Selection) []calendar.Tally {
	long := Selection{list: x.longOf(sel)}
	tallies := s.Tally(long.Len(), func(n int) calendar.Period { return x.when[long.At(n)] })
	i := x.begun(s.Start(0))
	from, fromLong := sel.Rank(i), long.Rank(i)
	for c := range tallies {
		i = x.begun(s.Start(c + 1))
		to, toLong := sel.Rank(i), long.Rank(i)
		tallies[c].Within += to - from - (toLong - fromLong)
		from, fromLong = to, toLong
	}
	return tallies
}

// longOf are those of sel that are not known to have been on one day.
func (x *Index) longOf(sel Selection) []int32 {
	all := x.spans().long
	if sel.Len() == len(x.when) {
		return all
	}
	var some []int32
	for _, i := range all {
		if sel.bits.Has(i) {
			some = append(some, i)
		}
	}
	return some
}

// begun is the number of events that may have begun before day d.
func (x *Index) begun(d calendar.Day) int {
	return sort.Search(len(x.when), func(i int) bool { return x.when[i].From >= d })
}
