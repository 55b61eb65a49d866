package timeline

import "slices"

// A stand says that an actor stands under a group for a time: a person under the office and the state it serves, an
// organisation under its parent.
type stand struct {
	of   ActorRef
	when Period
}

// standings holds for every actor what it stands under, directly and through others.
type standings [][]stand

// Bounds for a record in which everybody belongs to everybody, or to something that belongs to something, without end.
const (
	maxStands = 1 << 8  // what one actor stands under; all of it is entered with every event of the actor
	maxSteps  = 1 << 10 // ways that are gone to find it
)

// newStandings follows parents and memberships. A membership of a membership holds for as long as both do.
func newStandings(t *Timeline) standings {
	all := make(standings, t.Actors())
	for a := range all {
		var under []stand
		steps := 0
		var follow func(b ActorRef, when Period)
		enter := func(of ActorRef, when Period) {
			steps++
			if of == NoActor || of == ActorRef(a) || when.From > when.To || steps > maxSteps || len(under) == maxStands || covered(under, of, when) {
				return
			}
			under = append(under, stand{of, when})
			follow(of, when)
		}
		follow = func(b ActorRef, when Period) {
			actor := t.Actor(b)
			enter(actor.Parent, when)
			for i := range actor.Memberships {
				m := &actor.Memberships[i]
				enter(m.Of, when.Intersect(m.Period()))
			}
		}
		follow(ActorRef(a), Always)
		all[a] = under
	}
	return all
}

// covered says whether it is known already that the actor stands under of all that time.
func covered(under []stand, of ActorRef, when Period) bool {
	for _, s := range under {
		if s.of == of && s.when.From <= when.From && when.To <= s.when.To {
			return true
		}
	}
	return false
}

// under says whether a may have stood under group at that time.
func (s standings) under(a, group ActorRef, when Period) bool {
	return slices.ContainsFunc(s[a], func(one stand) bool { return one.of == group && one.when.Overlaps(when) })
}
