// Package compare holds two actors, two sides or two sources against each other: which events they share, which each
// has alone, how much each says in its own, whom each meets besides, and when.
//
//	of, _ := compare.Find(x, "Zelensky")
//	with, _ := compare.Find(x, "source:Reuters")
//	c := compare.New(x, x.Select(q), of, with)
//	fmt.Println(c.Both.Len(), c.Sides[0].Alone.Len(), c.Sides[1].Alone.Len())
//	fmt.Println(c.Tell(ctx)[0].Quotes)
//
// New takes as long as reading a few posting lists, a few milliseconds for a million events. What has to look into the
// events is asked for by Tell.
//
// The package draws nothing, writes nothing and knows no file: export has the table, ui/compare the screen. It may
// import timeline, calendar, index, names, query and sanitize.
package compare

import (
	"context"
	"sort"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/index"
)

// A Place says whose an event is: of the first of two, of the second, or of both.
type Place int

// The places of an event. The first two are places in Comparison.Sides too.
const (
	Left Place = iota
	Right
	Both
	Neither
)

// A Side is one of the two, with its events among those that are looked at.
type Side struct {
	Thing
	Events index.Selection
	Alone  index.Selection // those that the other has not
}

// A Comparison is two things side by side.
type Comparison struct {
	Sides [2]Side
	Both  index.Selection // events of each of the two
	Any   index.Selection // events of either, in order of time

	x *index.Index
}

// New compares two things in the events within.
func New(x *index.Index, within index.Selection, of, with Thing) *Comparison {
	c := &Comparison{x: x, Sides: [2]Side{{Thing: of}, {Thing: with}}}
	for n := range c.Sides {
		s := &c.Sides[n]
		s.Events = s.events(x).And(within)
	}
	l, r := &c.Sides[Left], &c.Sides[Right]
	c.Both, c.Any = l.Events.And(r.Events), l.Events.Or(r.Events)
	l.Alone, r.Alone = l.Events.Without(r.Events), r.Events.Without(l.Events)
	return c
}

// Swapped returns c with the two in each other's place.
func (c *Comparison) Swapped() *Comparison {
	d := *c
	d.Sides[Left], d.Sides[Right] = c.Sides[Right], c.Sides[Left]
	return &d
}

// Index returns the record that the two are compared in.
func (c *Comparison) Index() *index.Index { return c.x }

// Place returns whose event i is.
func (c *Comparison) Place(i int) Place {
	switch l, r := c.Sides[Left].Events.Has(i), c.Sides[Right].Events.Has(i); {
	case l && r:
		return Both
	case l:
		return Left
	case r:
		return Right
	}
	return Neither
}

// Span returns the first and the last event of a side that have a date; ok is false where none has one.
func (c *Comparison) Span(p Place) (first, last int, ok bool) {
	t, of := c.x.Timeline(), &c.Sides[p].Events
	n := of.Len()
	for n > 0 && t.Date(of.At(n-1)).IsZero() { // which are at the end
		n--
	}
	if n == 0 {
		return 0, 0, false
	}
	return of.At(0), of.At(n - 1), true
}

// Spread returns how many events each of the two has from one cut up to the next, as index.Selection.Spread does.
func (c *Comparison) Spread(cuts []int) [2][]int {
	return [2][]int{c.Sides[Left].Events.Spread(cuts), c.Sides[Right].Events.Spread(cuts)}
}

// Between returns how many events each of the two has that begin from one day on and before another.
func (c *Comparison) Between(from, to calendar.Day) (counts [2]int) {
	t := c.x.Timeline()
	for n := range c.Sides {
		of := &c.Sides[n].Events
		before := func(d calendar.Day) int {
			return sort.Search(of.Len(), func(k int) bool { return t.Start(of.At(k)) >= d })
		}
		counts[n] = before(to) - before(from)
	}
	return counts
}

// A Telling is what a side says, and whom it meets.
type Telling struct {
	Quotes, Claims int                // of its own in its events; of a source those that rest on it
	Meets          []index.ActorCount // who else its events list but the other of the two, most frequent first
	Busiest        int                // its events in the month in which it has most
}

// Tell looks into the events of both, in as far as ctx lasts. It takes about a microsecond for an event in which
// somebody says something.
func (c *Comparison) Tell(ctx context.Context) (told [2]Telling) {
	var out []timeline.ActorRef
	for n := range c.Sides {
		if a := c.Sides[n].Actor; a != timeline.NoActor {
			out = append(out, a)
		}
	}
	for n := range c.Sides {
		s := &c.Sides[n]
		told[n].Meets = c.x.Met(s.Events, out...)
		told[n].Busiest = c.busiest(s.Events)
		c.count(ctx, s, &told[n])
	}
	return told
}

// count counts quotes and claims.
func (c *Comparison) count(ctx context.Context, s *Side, told *Telling) {
	speaking := s.Events
	if s.Actor != timeline.NoActor {
		speaking = speaking.And(c.x.Speaking(s.Actor).Selection())
	}
	var e timeline.Event
	for n := range speaking.Len() {
		if n%1024 == 0 && ctx.Err() != nil {
			return
		}
		i := speaking.At(n)
		c.x.Timeline().Read(i, &e)
		for q := range e.Quotes {
			if s.says(c.x, e.Quotes[q].By, e.Quotes[q].Source, i) {
				told.Quotes++
			}
		}
		for q := range e.Claims {
			if s.says(c.x, e.Claims[q].By, e.Claims[q].Source, i) {
				told.Claims++
			}
		}
	}
}

// busiest returns the most events of s that begin in one month.
func (c *Comparison) busiest(s index.Selection) (most int) {
	t, n := c.x.Timeline(), 0
	var end calendar.Day
	for at := range s.Len() {
		day := t.Start(s.At(at))
		if n == 0 || day >= end {
			n, end = 0, calendar.Months.Next(calendar.Months.Start(day))
		}
		n++
		most = max(most, n)
	}
	return most
}
