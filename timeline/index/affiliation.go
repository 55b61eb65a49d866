package index

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// A stand says that an actor stands under a group for a time: a person under the office and the state it serves, an
// organisation under its parent.
type stand struct {
	of   timeline.ActorRef
	when calendar.Period
}

// standings holds for every actor what it stands under, directly and through others.
type standings [][]stand

// Bounds for a record in which everybody belongs to everybody, or to something that belongs to something, without end.
const (
	maxStands = 1 << 8  // what one actor stands under; all of it is entered with every event of the actor
	maxSteps  = 1 << 10 // ways that are gone to find it
)

// newStandings follows parents and memberships. A membership of a membership holds for as long as both do.
func newStandings(t *timeline.Timeline) standings {
	all := make(standings, t.Actors())
	var under found
	under.last = make([]lastStand, len(all))
	for a := range all {
		under.begin(timeline.ActorRef(a))
		steps := 0
		var follow func(b timeline.ActorRef, when calendar.Period)
		enter := func(of timeline.ActorRef, when calendar.Period) {
			steps++
			if of == timeline.NoActor || of == timeline.ActorRef(a) || when.From > when.To || steps > maxSteps || len(under.stands) == maxStands || under.covers(of, when) {
				return
			}
			under.add(stand{of, when})
			follow(of, when)
		}
		follow = func(b timeline.ActorRef, when calendar.Period) {
			actor := t.Actor(b)
			enter(actor.Parent, when)
			for i := range actor.Memberships {
				m := &actor.Memberships[i]
				enter(m.Of, when.Intersect(m.Period()))
			}
		}
		follow(timeline.ActorRef(a), calendar.Always)
		all[a] = slices.Clone(under.stands)
	}
	return all
}

// A found holds what one actor stands under while that is gathered. It serves one actor after the other, so that a
// group is found in it without going through all of them.
type found struct {
	actor    timeline.ActorRef
	stands   []stand
	previous []int32     // for each of stands, the one before it with the same group, −1 where there is none
	last     []lastStand // by group
}

// A lastStand is the last of the stands that name a group, for the actor in hand.
type lastStand struct {
	actor timeline.ActorRef // whose stands they are, plus one
	at    int32
}

// begin empties it for the next actor.
func (f *found) begin(a timeline.ActorRef) {
	f.actor, f.stands, f.previous = a+1, f.stands[:0], f.previous[:0]
}

// lastOf is the last stand that names the group, −1 where there is none.
func (f *found) lastOf(of timeline.ActorRef) int32 {
	if l := f.last[of]; l.actor == f.actor {
		return l.at
	}
	return -1
}

func (f *found) add(s stand) {
	f.previous = append(f.previous, f.lastOf(s.of))
	f.last[s.of] = lastStand{f.actor, int32(len(f.stands))}
	f.stands = append(f.stands, s)
}

// covers reports whether it is known already that the actor stands under the group all that time.
func (f *found) covers(of timeline.ActorRef, when calendar.Period) bool {
	for i := f.lastOf(of); i >= 0; i = f.previous[i] {
		if s := f.stands[i].when; s.From <= when.From && when.To <= s.To {
			return true
		}
	}
	return false
}

// under says whether a may have stood under group at that time.
func (s standings) under(a, group timeline.ActorRef, when calendar.Period) bool {
	return slices.ContainsFunc(s[a], func(one stand) bool { return one.of == group && one.when.Overlaps(when) })
}
