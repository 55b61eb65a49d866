package timeline

import (
	"slices"

	"dateline/timeline/calendar"
)

// Group returns the state or organisation that is above an actor in a tree of actors: its parent, or else that of the
// membership which lasts longest into the future, the first of several such. It returns NoActor if there is neither.
// Going from group to group always ends: where actors are above each other in a circle, the first of them has no group.
func (t *Timeline) Group(a ActorRef) ActorRef {
	t.group()
	return t.groups[a]
}

// Top returns the actor that is above all others in an actor's tree: the last that Group leads to, or the actor itself
// where it has no group.
func (t *Timeline) Top(a ActorRef) ActorRef {
	t.group()
	return t.tops[a]
}

// group finds the group and the top of every actor when one is first asked for.
func (t *Timeline) group() {
	t.grouping.Do(func() {
		t.groups = groupsOf(t.actors)
		t.tops = make([]ActorRef, len(t.groups))
		for a := range t.tops {
			t.tops[a] = NoActor
		}
		for a := range t.tops {
			t.findTop(ActorRef(a))
		}
	})
}

// groupsOf returns the Group of every actor.
func groupsOf(actors []Actor) []ActorRef {
	groups := make([]ActorRef, len(actors))
	for a := range actors {
		groups[a] = actors[a].group()
	}
	for _, a := range circles(len(groups), func(a ActorRef) ActorRef { return groups[a] }) {
		groups[slices.Min(a)] = NoActor
	}
	return groups
}

// findTop finds the top of an actor and of all on the way to it. Each way is gone once.
func (t *Timeline) findTop(of ActorRef) {
	top := of
	for t.tops[top] == NoActor && t.groups[top] != NoActor {
		top = t.groups[top]
	}
	if t.tops[top] != NoActor {
		top = t.tops[top]
	}
	for a := of; a != NoActor && t.tops[a] == NoActor; a = t.groups[a] {
		t.tops[a] = top
	}
}

// circles returns the circles in the graph of n actors that has an edge from each actor to next of it, unless that is
// NoActor. It asks for the next of an actor at most twice.
func circles(n int, next func(ActorRef) ActorRef) [][]ActorRef {
	var found [][]ActorRef
	walk := make([]int, n) // number of the walk that first came to each actor, from 1; 0 before that
	for start := range n {
		a := ActorRef(start)
		for a != NoActor && walk[a] == 0 {
			walk[a] = 1 + start
			a = next(a)
		}
		if a == NoActor || walk[a] != 1+start {
			continue
		}
		circle := []ActorRef{a}
		for b := next(a); b != a; b = next(b) {
			circle = append(circle, b)
		}
		found = append(found, circle)
	}
	return found
}

// group returns the group of an actor, which may be part of a circle.
func (a *Actor) group() ActorRef {
	if a.Parent != NoActor {
		return a.Parent
	}
	group, end := NoActor, calendar.Beginning
	for i := range a.Memberships {
		if m := &a.Memberships[i]; m.Of != NoActor && (group == NoActor || m.Period().To > end) {
			group, end = m.Of, m.Period().To
		}
	}
	return group
}
