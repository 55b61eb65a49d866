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

// takeBack counts one problem less of the kind at n in the tallies, and the event that it was found in.
func (l *List) takeBack(n int) {
	t := &l.tallies[n]
	l.count--
	t.count--
	for _, e := range []*extent{&t.extent, &l.families[t.family].extent} {
		e.events = max(e.events-1, 0)
	}
}
