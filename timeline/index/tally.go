package index

import (
	"sort"

	"dateline/timeline/calendar"
)

// A timeSpans is what Extent and Tally need to know of the times of all events.
type timeSpans struct {
	whole calendar.Period // from the first to the last day that bounds an event, without open ends
	long  []int32         // the events that are not known to be of one day, in order
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

// Extent returns the first and the last day that bounds an event, where open ends do not count. Ok is false where no
// event has any bound.
func (x *Index) Extent() (first, last calendar.Day, ok bool) {
	whole := x.spans().whole
	return whole.From, whole.To, whole.From <= whole.To
}

// Tally counts the events of sel in the columns of s, as calendar.Scale.Tally does. Events of one day are in order, so
// it counts them by where a column begins and ends; it looks only at the others one by one.
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

// longOf returns the events of sel that are not known to be of one day.
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

// begun returns how many events may have begun before day d.
func (x *Index) begun(d calendar.Day) int {
	return sort.Search(len(x.when), func(i int) bool { return x.when[i].From >= d })
}
