package diff

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/names"
)

// matchActors finds which actors are one, and sets what values of both records mean by them. It returns of each actor
// now the one that it was, NoActor for a new one. They are one by their ids and names, else by their ids, else by their
// names, else where one of the records knows the other's name as a spelling.
func (d *Diff) matchActors() (was []timeline.ActorRef) {
	was = make([]timeline.ActorRef, d.Now.Actors())
	is := make([]timeline.ActorRef, d.Old.Actors())
	for a := range was {
		was[a] = timeline.NoActor
	}
	for a := range is {
		is[a] = timeline.NoActor
	}
	pair := func(find func(now timeline.ActorRef) (old timeline.ActorRef, ok bool)) {
		for a := range was {
			now := timeline.ActorRef(a)
			if was[now] != timeline.NoActor {
				continue
			}
			if old, ok := find(now); ok && is[old] == timeline.NoActor {
				was[now], is[old] = old, now
			}
		}
	}
	// by pairs the actors of which key says the same, those of one key in their order.
	by := func(key func(*timeline.Actor) string) {
		old := make(map[string][]timeline.ActorRef)
		for a := range is {
			if k := key(d.Old.Actor(timeline.ActorRef(a))); k != "" && is[a] == timeline.NoActor {
				old[k] = append(old[k], timeline.ActorRef(a))
			}
		}
		pair(func(now timeline.ActorRef) (timeline.ActorRef, bool) {
			k := key(d.Now.Actor(now))
			if len(old[k]) == 0 {
				return timeline.NoActor, false
			}
			first := old[k][0]
			old[k] = old[k][1:]
			return first, true
		})
	}
	by(func(a *timeline.Actor) string { return a.ID + "\n" + a.Name })
	by(func(a *timeline.Actor) string { return a.ID })
	by(func(a *timeline.Actor) string { return names.Key(a.Name) })
	pair(func(now timeline.ActorRef) (timeline.ActorRef, bool) { return d.Old.FindActor(d.Now.Actor(now).Name) })
	for a := range is {
		if is[a] != timeline.NoActor {
			continue
		}
		if now, ok := d.Now.FindActor(d.Old.Actor(timeline.ActorRef(a)).Name); ok && was[now] == timeline.NoActor {
			was[now], is[a] = timeline.ActorRef(a), now
		}
	}
	for a := range d.now.actorIs {
		d.now.actorIs[a] = int32(a)
	}
	for a, now := range is {
		d.old.actorIs[a] = int32(now)
		if now != timeline.NoActor {
			continue
		}
		d.old.actorIs[a] = int32(d.Now.Actors() + a)
		if now, ok := d.Now.FindActor(d.Old.Actor(timeline.ActorRef(a)).Name); ok { // who is a spelling of another now
			d.old.actorIs[a] = int32(now)
		}
	}
	return was
}

// compareActors compares the actors that are one. What is known of an actor only by events that name it is not
// compared: the events say it.
func (d *Diff) compareActors(was []timeline.ActorRef) {
	kept := make([]bool, d.Old.Actors())
	for a, old := range was {
		now := timeline.ActorRef(a)
		if old == timeline.NoActor {
			d.now.readActor(now) // for whom it names
			d.Actors = append(d.Actors, Change{Old: -1, Now: a})
			continue
		}
		kept[old] = true
		before, after := d.Old.Actor(old), d.Now.Actor(now)
		if !before.Recorded && !after.Recorded {
			continue
		}
		changed := idField(before.ID, after.ID, isMadeID(before) && isMadeID(after))
		if e, f := d.old.readActor(old), d.now.readActor(now); !e.same(f) {
			changed = append(changed, d.withoutSpellings(fields(e, f), old, now)...)
		}
		if len(changed) > 0 {
			d.Actors = append(d.Actors, Change{Old: int(old), Now: a, Fields: changed})
		}
	}
	for a := range kept {
		if !kept[a] {
			d.old.readActor(timeline.ActorRef(a))
			d.Actors = append(d.Actors, Change{Old: a, Now: -1})
		}
	}
	d.Actors = slices.DeleteFunc(d.Actors, func(c Change) bool {
		return c.Old < 0 && !d.now.tells(c.Now) || c.Now < 0 && !d.old.tells(c.Old)
	})
}

// tells reports whether the record tells of an actor: in a record of its own, or where anybody names it.
func (s *side) tells(actor int) bool {
	return s.met[actor] || s.t.Actor(timeline.ActorRef(actor)).Recorded
}

// withoutSpellings returns fields without aliases that one record has and the other has not where its events spell the
// actor so: they say what was known.
func (d *Diff) withoutSpellings(all []Field, old, now timeline.ActorRef) (left []Field) {
	for _, f := range all {
		if f.Key == "aliases" {
			f.Added = slices.DeleteFunc(f.Added, func(p Part) bool { return d.old.spells(p[0].Text, old) })
			f.Taken = slices.DeleteFunc(f.Taken, func(p Part) bool { return d.now.spells(p[0].Text, now) })
			if len(f.Added)+len(f.Taken) == 0 && !f.Moved {
				continue
			}
		}
		left = append(left, f)
	}
	return left
}

// spells reports whether an event spells an actor so.
func (s *side) spells(name string, a timeline.ActorRef) bool {
	if s.spellings == nil {
		s.spellings = make(map[string]bool)
		for i := range s.t.Len() {
			s.t.ReadWritten(i, &s.event)
			for n := range s.event.Actors {
				s.spellings[s.event.Actors[n].Name] = true
				for _, also := range s.event.Actors[n].Also {
					s.spellings[also] = true
				}
			}
		}
	}
	ref, known := s.t.FindActor(name)
	return known && ref == a && s.spellings[name]
}
