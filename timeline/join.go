package timeline

import (
	"slices"

	"dateline/timeline/internal/joined"
	"dateline/timeline/names"
)

// Join makes one actor of those who have the names of a list, in each Timeline from now on, which is for one reader:
// the record stays as it is. Lists that share a name are one. The actor is called as the first name is written, or by
// its name where that is an id. What the actors contradict each other in is as the first of them has it.
func (b *Builder) Join(lists [][]string) { b.same = lists }

// Apart returns the record with each actor by itself, as the files have it: t itself, unless some were joined.
func (t *Timeline) Apart() *Timeline {
	if t.apart != nil {
		return t.apart
	}
	return t
}

// join returns the record in which the actors of each list are one: t itself where no list has any.
func (t *Timeline) join(lists [][]string) *Timeline {
	groups := joined.Groups(lists, func(name string) (int32, bool) {
		a, ok := t.names.called(name)
		return int32(a), ok
	})
	if len(groups) == 0 {
		return t
	}
	into, n := t.renumbered(groups)
	j := &Timeline{
		title: t.title, description: t.description, markup: t.markup, other: t.other, types: t.types, looks: t.looks,
		views: t.views, events: t.events, refs: t.refs, generatedIDs: t.generatedIDs, records: t.records, bare: t.bare,
		alone: t.alone, byID: t.byID, actors: make([]Actor, n), names: make(nameTable, len(t.names)), apart: t,
	}
	for key, a := range t.names {
		j.names[key] = into[a]
	}
	j.refs.actorOf = make([]ActorRef, len(t.refs.actorOf))
	for name, a := range t.refs.actorOf {
		j.refs.actorOf[name] = into[a]
	}
	for a := range t.actors {
		j.actors[into[a]] = t.actors[a].moved(into)
	}
	for i := range groups {
		g := &groups[i]
		is := into[g.Actors[0]]
		j.actors[is] = t.joined(g, into)
		for _, name := range g.Names {
			j.names[names.Key(name)] = is
		}
	}
	for _, g := range groups { // when no group has a parent yet, so that none is under itself
		j.setParent(into[g.Actors[0]], t, g.Actors, into)
	}
	j.short = shortNames(j.actors, j.names)
	return j
}

// renumbered returns what each actor is when those of each group are one, and how many there are then. They keep their
// order, and who is joined has the place of the first, so that those with a record still come first.
func (t *Timeline) renumbered(groups []joined.Group) (into []ActorRef, n int) {
	into = make([]ActorRef, len(t.actors))
	for a := range into {
		into[a] = ActorRef(a)
	}
	for _, g := range groups {
		first := ActorRef(slices.Min(g.Actors))
		for _, a := range g.Actors {
			into[a] = first
		}
	}
	for a, first := range into {
		if int(first) < a {
			into[a] = into[first]
			continue
		}
		into[a] = ActorRef(n)
		n++
	}
	return into, n
}

// called returns the actor that a reader means by a name, and reports whether there is one. What is in brackets after
// it need not be known: a short form, the long form, or an office.
func (n nameTable) called(name string) (ActorRef, bool) {
	spellings := []string{name}
	if short, long, ok := names.ShortForm(name); ok {
		spellings = append(spellings, long, short)
	} else if outside, inside, ok := names.SplitBracket(name); ok && names.Office(outside, inside) {
		spellings = append(spellings, outside)
	}
	for _, one := range spellings {
		if a, ok := n[names.Key(one)]; ok {
			return a, true
		}
	}
	return NoActor, false
}

// moved returns the actor with the numbers that others have now.
func (a Actor) moved(into []ActorRef) Actor {
	if a.Parent != NoActor {
		a.Parent = into[a.Parent]
	}
	a.Memberships = slices.Clone(a.Memberships)
	for i := range a.Memberships {
		if m := &a.Memberships[i]; m.Of != NoActor {
			m.Of = into[m.Of]
		}
	}
	return a
}

// joined returns the actor that those of a group are, without a parent.
func (t *Timeline) joined(g *joined.Group, into []ActorRef) Actor {
	is := t.actors[g.Actors[0]]
	is.Aliases, is.Other = slices.Clone(is.Aliases), slices.Clone(is.Other)
	is.Parent, is.Memberships = NoActor, nil
	var held distinct[Membership]
	for n, a := range g.Actors {
		one := t.actors[a].moved(into)
		if n > 0 {
			mergeActor(&is, one)
		}
		if one.Recorded && !is.Recorded {
			is.ID, is.Pos, is.Recorded = one.ID, one.Pos, true
		}
		for _, m := range one.Memberships {
			if m.Of == into[a] { // of what the actor itself is now
				m.Of = NoActor
			}
			if (m.Of != NoActor || m.Role != "") && held.add(m) {
				is.Memberships = append(is.Memberships, m)
			}
		}
	}
	t.rename(&is, g.Names)
	return is
}

// rename calls an actor as the first of names is written, and keeps the others, and those that it had, as aliases. An
// id is none of these.
func (t *Timeline) rename(is *Actor, called []string) {
	spellings := append([]string{is.Name}, is.Aliases...)
	for n, name := range called {
		a, known := t.names.called(name)
		if known && t.actors[a].ID == name && !slices.Contains(spellings, name) {
			name = t.actors[a].Name
		}
		if n == 0 {
			is.Name = name
		}
		spellings = append(spellings, name)
	}
	has := map[string]bool{names.Key(is.Name): true}
	is.Aliases = is.Aliases[:0]
	for _, one := range spellings {
		if key := names.Key(one); !has[key] {
			has[key] = true
			is.Aliases = append(is.Aliases, one)
		}
	}
}

// setParent puts actor is under the first of the parents of those it is made of that is not under it.
func (t *Timeline) setParent(is ActorRef, of *Timeline, actors []int32, into []ActorRef) {
	for _, a := range actors {
		if parent := of.actors[a].Parent; parent != NoActor && !t.isUnder(into[parent], is) {
			t.actors[is].Parent = into[parent]
			return
		}
	}
}

// isUnder reports whether an actor is another, or has it above it.
func (t *Timeline) isUnder(a, other ActorRef) bool {
	const maxSteps = 1 << 10 // who is above each other in longer circles, Group tells apart
	for range maxSteps {
		if a == NoActor || a == other {
			break
		}
		a = t.actors[a].Parent
	}
	return a == other
}
