package index

import (
	"sort"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
)

// Dated returns how many events have a date. They come before those that have none.
func (x *Index) Dated() int {
	return sort.Search(len(x.when), func(i int) bool { return x.when[i].From == calendar.Forever })
}

// Extent returns the first and the last day that bounds an event, where open ends do not count. Ok is false where no
// event has any bound.
func (x *Index) Extent() (first, last calendar.Day, ok bool) {
	whole := x.whole()
	return whole.From, whole.To, whole.From <= whole.To
}

// wholeOf returns the days from the first bound of a period to the last, where open ends do not count.
func wholeOf(when []calendar.Period) calendar.Period {
	whole := calendar.Never
	for _, p := range when {
		whole = whole.Extend(p)
	}
	return whole
}

// Begins returns the first day on which event i may have begun, as timeline.Timeline.Start does.
func (x *Index) Begins(i int) calendar.Day { return x.when[i].From }

// Known returns how exactly the day on which event i began is known: to the day, the month, the year or worse. Of a
// season only the year is, since it may lie in two.
func (x *Index) Known(i int) calendar.Unit { return x.exact()[i] }

// knownUnits returns what Known does for the events that have a date.
func knownUnits(t *timeline.Timeline, when []calendar.Period, dated int) []calendar.Unit {
	units := make([]calendar.Unit, dated)
	for i := range units {
		units[i] = calendar.Days
		if when[i].From == when[i].To {
			continue
		}
		switch t.Date(i).Precision() {
		case edtf.ToMonth:
			units[i] = calendar.Months
		case edtf.ToSeason, edtf.ToYear:
			units[i] = calendar.Years
		case edtf.ToDecade:
			units[i] = calendar.Decades
		case edtf.ToCentury:
			units[i] = calendar.Centuries
		}
	}
	return units
}

// familiesOf returns the family of every event, by what type has which events.
func familiesOf(t *timeline.Timeline, types *facet) []family.Family {
	families := make([]family.Family, t.Len())
	for n, name := range types.values {
		f := t.Family(name)
		if f == family.Other {
			continue
		}
		for _, i := range types.posts.Row(int32(n)) {
			families[i] = f
		}
	}
	return families
}

// Family returns the family that the type of event i belongs to.
func (x *Index) Family(i int) family.Family { return x.kinds()[i] }

// Families counts the events of s by family, from one cut up to the next: element c is of those with numbers from
// cuts[c] up to, but not including, cuts[c+1]. Cuts are in ascending order.
func (x *Index) Families(s Selection, cuts []int) [][family.Count]int32 {
	counts := make([][family.Count]int32, max(0, len(cuts)-1))
	families, all := x.kinds(), s.Len() == len(x.when)
	for c := range counts {
		of := &counts[c]
		if all {
			for _, f := range families[cuts[c]:cuts[c+1]] {
				of[f]++
			}
			continue
		}
		for _, i := range s.list[s.Rank(cuts[c]):s.Rank(cuts[c+1])] {
			of[families[i]]++
		}
	}
	return counts
}
