package timeline

import (
	"slices"

	"dateline/timeline/calendar"
)

// Bounds of Side, in a record in which everybody belongs to somebody who belongs to somebody, without end.
const (
	maxSideSteps = 1 << 5 // from group to group
	maxSideOf    = 1 << 7 // memberships of an actor that are looked at
)

// Side returns the state or organisation at the top of those to which an actor belonged at a time, which is the actor
// itself where it belonged to none. On the way up, a parent counts before memberships, and of these the one that lasts
// longest into the future. Actors that are above each other in a circle have one side.
func (t *Timeline) Side(a ActorRef, when calendar.Period) ActorRef {
	s := sides{t: t, when: when}
	return s.of(a)
}

// sides finds the sides of several actors at one time.
type sides struct {
	t     *Timeline
	when  calendar.Period
	known map[ActorRef]ActorRef // side of those met so far; nil while these are few
	way   [maxSideSteps]ActorRef
}

// of returns the side of a.
func (s *sides) of(a ActorRef) ActorRef {
	for n := range s.way {
		if side, ok := s.known[a]; ok {
			return s.learn(n, side)
		}
		if at := slices.Index(s.way[:n], a); at >= 0 {
			return s.learn(n, slices.Min(s.way[at:n]))
		}
		s.way[n] = a
		above := s.above(a)
		if above == NoActor {
			return s.learn(n+1, a)
		}
		a = above
	}
	return s.learn(len(s.way), a)
}

// learn keeps the side of the first n on the way, if there is where to keep it.
func (s *sides) learn(n int, side ActorRef) ActorRef {
	if s.known != nil {
		for _, a := range s.way[:n] {
			s.known[a] = side
		}
	}
	return side
}

// above returns the group that an actor belonged to directly, or NoActor.
func (s *sides) above(a ActorRef) ActorRef {
	actor := &s.t.actors[a]
	if actor.Parent != NoActor {
		return actor.Parent
	}
	group, end := NoActor, calendar.Beginning
	for i := range actor.Memberships[:min(len(actor.Memberships), maxSideOf)] {
		m := &actor.Memberships[i]
		p := m.Period()
		if m.Of != NoActor && p.Overlaps(s.when) && (group == NoActor || p.To > end) {
			group, end = m.Of, p.To
		}
	}
	return group
}
