package index

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// An affiliation says that an actor belongs to a group for a time: a person to an office and to the state which that
// serves, an organisation to its parent.
type affiliation struct {
	group timeline.ActorRef
	when  calendar.Period
}

// affiliations holds the affiliations of every actor, direct ones and those through others.
type affiliations [][]affiliation

// Bounds for a record in which everybody belongs to everybody, or to something that belongs to something, without end.
const (
	maxAffiliations    = 1 << 8  // of one actor; each of them is entered with every event of the actor
	maxSteps           = 1 << 10 // parents and memberships that are followed to find them
	maxAllAffiliations = 1 << 22 // of all actors together, after which …
	fewAffiliations    = 1 << 4  // … an actor has these at most
)

// newAffiliations follows parents and memberships. A membership of a membership holds for as long as both do.
func newAffiliations(t *timeline.Timeline) affiliations {
	all := make(affiliations, t.Actors())
	g := affiliationGatherer{t: t, latest: make([]latestOf, len(all)), limit: maxAffiliations}
	total := 0
	for a := range all {
		g.begin(timeline.ActorRef(a))
		if total > maxAllAffiliations {
			g.limit = fewAffiliations
		}
		g.follow(timeline.ActorRef(a), calendar.Always)
		all[a] = slices.Clone(g.found)
		total += len(g.found)
	}
	return all
}

// any reports whether any actor belongs to another.
func (all affiliations) any() bool {
	return slices.ContainsFunc(all, func(of []affiliation) bool { return len(of) > 0 })
}

// includes reports whether a may have belonged to group at some time of a period.
func (all affiliations) includes(group, a timeline.ActorRef, when calendar.Period) bool {
	return slices.ContainsFunc(all[a], func(one affiliation) bool { return one.group == group && one.when.Overlaps(when) })
}

// An affiliationGatherer gathers the affiliations of one actor after the other. For each group it keeps a list of those
// found, so that to look for a group does not take a walk through all of them.
type affiliationGatherer struct {
	t        *timeline.Timeline
	actor    timeline.ActorRef
	steps    int
	limit    int // of found
	found    []affiliation
	previous []int32    // for each of found, the one before it with the same group, or −1
	latest   []latestOf // by group
}

// A latestOf is the latest affiliation with a group. It counts only while its actor is gathered, so that nothing needs
// to be emptied for the next one.
type latestOf struct {
	actor timeline.ActorRef // counted from 1
	at    int32             // in found
}

// begin goes on to the next actor.
func (g *affiliationGatherer) begin(a timeline.ActorRef) {
	g.actor, g.steps, g.found, g.previous = a, 0, g.found[:0], g.previous[:0]
}

// follow enters the affiliations of b, to which the actor belongs at that time or which it is.
func (g *affiliationGatherer) follow(b timeline.ActorRef, when calendar.Period) {
	actor := g.t.Actor(b)
	g.enter(actor.Parent, when)
	for i := range actor.Memberships {
		m := &actor.Memberships[i]
		g.enter(m.Of, when.Intersect(m.Period()))
	}
}

// enter adds an affiliation and those that follow from it, unless there is nothing new in it.
func (g *affiliationGatherer) enter(group timeline.ActorRef, when calendar.Period) {
	g.steps++
	if group == timeline.NoActor || group == g.actor || when.From > when.To ||
		g.steps > maxSteps || len(g.found) == g.limit || g.covers(group, when) {
		return
	}
	g.previous = append(g.previous, g.latestOf(group))
	g.latest[group] = latestOf{g.actor + 1, int32(len(g.found))}
	g.found = append(g.found, affiliation{group, when})
	g.follow(group, when)
}

// latestOf returns the place in found of the latest affiliation with a group, or −1.
func (g *affiliationGatherer) latestOf(group timeline.ActorRef) int32 {
	if l := g.latest[group]; l.actor == g.actor+1 {
		return l.at
	}
	return -1
}

// covers reports whether the actor is known to belong to the group all that time.
func (g *affiliationGatherer) covers(group timeline.ActorRef, when calendar.Period) bool {
	for i := g.latestOf(group); i >= 0; i = g.previous[i] {
		if known := g.found[i].when; known.From <= when.From && when.To <= known.To {
			return true
		}
	}
	return false
}
