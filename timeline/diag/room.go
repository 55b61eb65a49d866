package diag

import "dateline/timeline/diag/rule"

// This file knows how many more problems a list keeps, and which it has already.

// Rest returns an empty list with the room that is left in this one. What it keeps can be taken by this one.
func (l *List) Rest() List { return List{limit: l.limit, kept: l.kept} }

// Spend takes the room that the problems of another list may need.
func (l *List) Spend(other *List) {
	for i := range other.found {
		l.kept[other.found[i].Severity()]++
	}
}

// IsRoomAs reports whether who is given the room of this list and spends as much as before and after that tell is told
// about all of it what who was given the room before is: that there is some, or that there is none.
func (l *List) IsRoomAs(before, after List) bool {
	for s, kept := range l.kept {
		if spent := after.kept[s] - before.kept[s]; before.kept[s] < l.limit && kept+spent >= l.limit {
			return false
		}
	}
	return true
}

// Full reports whether the list keeps no more errors.
func (l *List) Full() bool { return l.kept[Error] >= l.limit }

// hasRoom reports whether the place of one more problem of that rule would be kept.
func (l *List) hasRoom(of rule.ID) bool { return l.kept[severity(of)] < l.limit }

// isTold reports whether the list keeps a problem at a place, of a rule that is told once of each.
func (l *List) isTold(at Pos) bool {
	if l.told == nil {
		l.told = map[Pos]bool{}
		for i := range l.found {
			if l.found[i].Rule.IsOnceAPlace() {
				l.told[l.found[i].Pos] = true
			}
		}
	}
	return l.told[at]
}

// keep keeps a problem of the kind that is counted at n, and of an event by its number.
func (l *List) keep(p Problem, n, event int) {
	l.found, l.kinds, l.in = append(l.found, p), append(l.kinds, int32(n)), append(l.in, int32(event))
	l.again = append(l.again, 0)
	if t := &l.tallies[n]; t.at == 0 && t.first == p {
		t.at = len(l.found)
	}
	l.kept[p.Severity()]++
	if l.told != nil && p.Rule.IsOnceAPlace() {
		l.told[p.Pos] = true
	}
}

// keepOf keeps the problem at i of another list, whose events come after those of this one.
func (l *List) keepOf(other *List, i, n int) {
	event := int(other.in[i])
	if event > 0 {
		event += l.events
	}
	l.keep(other.found[i], n, event)
	l.again[len(l.again)-1] = other.again[i]
}

// takeBack counts some problems of another list no more, by where they are in its found; to has where in the tallies of
// this one its kinds are. An event in which none of the kind is left is counted no more either.
func (l *List) takeBack(other *List, told, to []int) {
	type counted struct { // an event, where it is counted
		in    *extent
		event int32
	}
	extents := func(i int) (*tally, [2]*extent) {
		t := &l.tallies[to[other.kinds[i]]]
		return t, [2]*extent{&t.extent, &l.families[t.family].extent}
	}
	stays := make(map[counted]bool)
	rest := told
	for i, p := range other.found {
		switch {
		case len(rest) > 0 && rest[0] == i:
			rest = rest[1:]
		case p.Rule.IsOnceAPlace() && to[other.kinds[i]] >= 0:
			_, of := extents(i)
			for _, e := range of {
				stays[counted{e, other.in[i]}] = true
			}
		}
	}
	for _, i := range told {
		t, of := extents(i)
		l.count--
		t.count--
		for _, e := range of {
			if one := (counted{e, other.in[i]}); one.event > 0 && !stays[one] {
				stays[one] = true // it goes once
				e.events--
			}
		}
	}
}
