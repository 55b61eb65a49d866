package index

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
)

// What is asked of two selections of one record, and of the events of one actor, from posting lists alone.

// And returns the events that are in both.
func (s Selection) And(o Selection) Selection { return s.joined(o, intset.Bits.And) }

// Without returns the events of s that are not in o.
func (s Selection) Without(o Selection) Selection { return s.joined(o, intset.Bits.AndNot) }

// Or returns the events that are in either.
func (s Selection) Or(o Selection) Selection { return s.joined(o, intset.Bits.Or) }

// joined returns what becomes of a copy of s by o: s or o itself, where it is the same events.
func (s Selection) joined(o Selection, join func(_, _ intset.Bits)) Selection {
	words := max(len(s.bits), len(o.bits))
	set, other := make(intset.Bits, words), make(intset.Bits, words)
	copy(set, s.bits)
	copy(other, o.bits)
	join(set, other)
	switch {
	case slices.Equal(set, s.bits):
		return s
	case slices.Equal(set, o.bits):
		return o
	}
	return newSelection(set, max(s.of, o.of))
}

// Spread returns how many events of s are from one cut up to the next. Cuts are event numbers in ascending order, as
// calendar.Scale.Cuts returns them; there is one count less than cuts.
func (s Selection) Spread(cuts []int) []int {
	counts := make([]int, max(0, len(cuts)-1))
	for c := range counts {
		counts[c] = s.Rank(cuts[c+1]) - s.Rank(cuts[c])
	}
	return counts
}

// Speaking returns the events in which a or its people are quoted or claim something.
func (x *Index) Speaking(a timeline.ActorRef) Posts { return Posts{x, x.bySays.Row(int32(a))} }

// Named returns the actors that a value of actor: names: the one of that very name, or else all that begin so.
func (x *Index) Named(name string) []timeline.ActorRef {
	found := x.actors(name)
	actors := make([]timeline.ActorRef, len(found))
	for n, a := range found {
		actors[n] = timeline.ActorRef(a)
	}
	return actors
}

// SourcesNamed returns the sources that a value of source: names: those of that very id, address, title or publisher,
// or else all that have one which begins so.
func (x *Index) SourcesNamed(text string) []timeline.SourceRef {
	found := x.valuesOf(query.BySource, text)
	sources := make([]timeline.SourceRef, len(found))
	for n, s := range found {
		sources[n] = timeline.SourceRef(s)
	}
	return sources
}

// Citing returns the events that cite any of the sources.
func (x *Index) Citing(sources []timeline.SourceRef) Selection {
	set, rows := intset.NewBits(x.t.Len()), make([]int32, len(sources))
	for n, s := range sources {
		rows[n] = int32(s)
	}
	set.SetRows(&x.byCited, rows)
	return x.selection(set)
}

// SpeaksFor reports whether by is a or may have belonged to it on the date of event i.
func (x *Index) SpeaksFor(a, by timeline.ActorRef, i int) bool {
	return by != timeline.NoActor && (by == a || x.belonged(a, by, i))
}

// belonged reports whether by may have belonged to a on the date of event i.
func (x *Index) belonged(a, by timeline.ActorRef, i int) bool {
	if len(x.affiliations[by]) == 0 {
		return false
	}
	return x.affiliations.includes(a, by, x.period(i))
}

// period returns the days on which event i may have been: any where it has no date, since nobody knows better.
func (x *Index) period(i int) calendar.Period {
	if x.when[i] == calendar.Never {
		return calendar.Always
	}
	return x.when[i]
}

// Met returns whom the events of s list, and in how many of them, most frequent first. Those of out, and who takes part
// as one of their people, are not among them.
func (x *Index) Met(s Selection, out ...timeline.ActorRef) []ActorCount {
	counts := make([]int, x.t.Actors())
	for n := range s.Len() {
		i := s.At(n)
		for _, b := range x.listed.Row(int32(i)) {
			who := timeline.ActorRef(b)
			if !slices.ContainsFunc(out, func(a timeline.ActorRef) bool { return x.SpeaksFor(a, who, i) }) {
				counts[b]++
			}
		}
	}
	var met []ActorCount
	for b, n := range counts {
		if n > 0 {
			met = append(met, ActorCount{timeline.ActorRef(b), n})
		}
	}
	slices.SortStableFunc(met, func(a, b ActorCount) int { return cmp.Compare(b.N, a.N) })
	return met
}
