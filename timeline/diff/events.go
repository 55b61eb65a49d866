package diff

import (
	"hash/maphash"
	"slices"

	"dateline/timeline"
	"dateline/timeline/review"
)

// matchEvents returns which events are one: as review.Match says, but for what a reader would not take for one. Two
// that have ids of their own, and not the same, are one only if they have one date and title, and one whose id is made
// of these is one with such an event only if the title is the same. Events without ids that have one date and title
// are one by what else they say, and then in their order, since their ids are numbered.
func (d *Diff) matchEvents(wasIn, isIn func(file string) string) review.Pairs {
	pairs := review.Match(d.Old, d.Now, wasIn, isIn)
	for i, was := range pairs.Was {
		if was >= 0 && !d.isOne(was, i) {
			pairs.Was[i] = -1
		}
	}
	d.matchAlike(pairs.Was)
	kept := make([]bool, d.Old.Len())
	for _, was := range pairs.Was {
		if was >= 0 {
			kept[was] = true
		}
	}
	pairs.Gone = pairs.Gone[:0]
	for i := range kept {
		if !kept[i] {
			pairs.Gone = append(pairs.Gone, i)
		}
	}
	return pairs
}

// isOne reports whether two events that may be one are.
func (d *Diff) isOne(was, is int) bool {
	if d.Old.ID(was) == d.Now.ID(is) {
		return true
	}
	sameTitle := d.Old.EventTitle(was) == d.Now.EventTitle(is)
	switch made, makes := d.Old.HasMadeID(was), d.Now.HasMadeID(is); {
	case made && makes:
		return true
	case made || makes:
		return sameTitle
	}
	return sameTitle && d.Old.Date(was) == d.Now.Date(is)
}

// An alike is the date and the title of events without ids. Where several have the same, their ids have numbers, which
// are others when one of them is gone or moved.
type alike struct{ date, title string }

// A group is the events that are alike, in both records.
type group struct{ old, now []int }

// matchAlike makes the pairs anew of events that are alike. Was has of each event now its number before.
func (d *Diff) matchAlike(was []int) {
	var order []alike
	groups := make(map[alike]*group)
	each := func(t *timeline.Timeline, add func(g *group, event int)) {
		for i := range t.Len() {
			if !t.HasMadeID(i) {
				continue
			}
			key := alike{t.Date(i).EDTF(), t.EventTitle(i)}
			g := groups[key]
			if g == nil {
				g = new(group)
				groups[key] = g
				order = append(order, key)
			}
			add(g, i)
		}
	}
	each(d.Old, func(g *group, event int) { g.old = append(g.old, event) })
	each(d.Now, func(g *group, event int) { g.now = append(g.now, event) })
	l := links{was: was, is: make([]int, d.Old.Len())}
	for i := range l.is {
		l.is[i] = -1
	}
	for i, before := range was {
		if before >= 0 {
			l.is[before] = i
		}
	}
	for _, key := range order {
		if g := groups[key]; len(g.old) > 1 || len(g.now) > 1 {
			d.matchGroup(g, &l)
		}
	}
}

// links say of each event of one record which of the other it is, −1 for none.
type links struct{ was, is []int }

func (l *links) set(old, now int) { l.is[old], l.was[now] = now, old }

// matchGroup makes the pairs of a group: first of events that say the same, then as they come. Events that are not in
// the group and were paired with some of it are paired with what is left.
func (d *Diff) matchGroup(g *group, l *links) {
	within := make(map[int]bool, len(g.now))
	for _, i := range g.now {
		within[i] = true
	}
	var olds, nows []int // that are not in the group
	for _, b := range g.old {
		if i := l.is[b]; i >= 0 && !within[i] {
			nows = append(nows, i)
		} else if i >= 0 {
			l.was[i] = -1
		}
		l.is[b] = -1
	}
	for _, i := range g.now {
		if b := l.was[i]; b >= 0 {
			olds = append(olds, b)
		}
		l.was[i] = -1
	}
	seed := maphash.MakeSeed()
	var k keyed
	waiting := make(map[uint64][]int, len(g.old))
	for _, b := range g.old {
		sum := maphash.Bytes(seed, k.entry(d.old.readEvent(b)))
		waiting[sum] = append(waiting[sum], b)
	}
	for _, i := range g.now {
		sum := maphash.Bytes(seed, k.entry(d.now.readEvent(i)))
		if same := waiting[sum]; len(same) > 0 {
			l.set(same[0], i)
			waiting[sum] = same[1:]
		}
	}
	freeOld := slices.DeleteFunc(slices.Clone(g.old), func(b int) bool { return l.is[b] >= 0 })
	freeNow := slices.DeleteFunc(slices.Clone(g.now), func(i int) bool { return l.was[i] >= 0 })
	n := min(len(freeOld), len(freeNow))
	for _, pairs := range [][2][]int{{freeOld[:n], freeNow[:n]}, {freeOld[n:], nows}, {olds, freeNow[n:]}} {
		for i, b := range pairs[0] {
			if i < len(pairs[1]) {
				l.set(b, pairs[1][i])
				continue
			}
			l.is[b] = -1
		}
		for _, i := range pairs[1][min(len(pairs[0]), len(pairs[1])):] {
			l.was[i] = -1
		}
	}
}

// compareEvents compares the events that are one.
func (d *Diff) compareEvents(pairs review.Pairs) {
	gone := pairs.Gone
	untilNow := func(i int) { // adds the events that are gone and come before an event
		for len(gone) > 0 && d.Old.Date(gone[0]).Compare(d.Now.Date(i)) < 0 {
			d.Events = append(d.Events, Change{Old: gone[0], Now: -1})
			gone = gone[1:]
		}
	}
	for i, was := range pairs.Was {
		is := d.now.readEvent(i)
		c := Change{Old: was, Now: i}
		if was >= 0 {
			before := d.old.readEvent(was)
			made := d.Old.HasMadeID(was) && d.Now.HasMadeID(i)
			c.Fields = idField(d.Old.ID(was), d.Now.ID(i), made)
			if !before.same(is) {
				c.Fields = append(c.Fields, fields(before, is)...)
			}
			if len(c.Fields) == 0 {
				continue
			}
		}
		untilNow(i)
		d.Events = append(d.Events, c)
	}
	for _, i := range pairs.Gone {
		d.old.readEvent(i) // for whom it names and what it cites
	}
	for _, i := range gone {
		d.Events = append(d.Events, Change{Old: i, Now: -1})
	}
}
