package review

import (
	"slices"

	"dateline/timeline"
)

// Changes is how the events of a record differ from those that it had before.
type Changes struct {
	New, Changed []int             // numbers of events in the record as it is now, in order
	Gone         int               // how many events the record has no more
	Renamed      map[string]string // id before -> id now, of the changed events that have another id
}

// None reports whether the events are as they were.
func (c Changes) None() bool { return len(c.New)+len(c.Changed)+c.Gone == 0 }

// Compare returns how the events of now differ from those of before.
//
// An event of now is the event of before that had its id. Where there is none, since an id may be made from date and
// title, it is one of the same file whose id is gone and which has the same title, or else the same date. All others
// are new or gone. An event has changed when it says something else, not when it is in another line. Actors and sources
// are told apart by what events call them: a change in their own records changes no event.
func Compare(before, now *timeline.Timeline) Changes {
	c := Changes{Renamed: make(map[string]string)}
	var lost, found []int
	for i := range before.Len() {
		if _, ok := now.Find(before.ID(i)); !ok {
			lost = append(lost, i)
		}
	}
	var was, is timeline.Event
	for i := range now.Len() {
		n, ok := before.Find(now.ID(i))
		if !ok {
			found = append(found, i)
			continue
		}
		before.ReadWritten(n, &was)
		now.ReadWritten(i, &is)
		if !sameEvent(before, now, &was, &is) {
			c.Changed = append(c.Changed, i)
		}
	}
	for _, key := range []func(*timeline.Event) [3]string{
		func(e *timeline.Event) [3]string { return [3]string{e.Pos.File, "title", e.Title} },
		func(e *timeline.Event) [3]string { return [3]string{e.Pos.File, "date", e.Date.EDTF()} },
	} {
		lost, found = c.pair(before, now, lost, found, key)
	}
	slices.Sort(c.Changed)
	c.New, c.Gone = found, len(lost)
	return c
}

// pair enters as changed and renamed those of the found events of now that have the key of a lost one of before. It
// returns the events that are left.
func (c *Changes) pair(
	before, now *timeline.Timeline, lost, found []int, key func(*timeline.Event) [3]string,
) (stillLost, stillFound []int) {
	waiting := make(map[[3]string][]int, len(lost))
	for _, i := range lost {
		k := key(before.Event(i))
		waiting[k] = append(waiting[k], i)
	}
	paired := make(map[int]bool)
	found = slices.DeleteFunc(found, func(i int) bool {
		k := key(now.Event(i))
		if len(waiting[k]) == 0 {
			return false
		}
		was := waiting[k][0]
		waiting[k], paired[was] = waiting[k][1:], true
		c.Renamed[before.ID(was)] = now.ID(i)
		c.Changed = append(c.Changed, i)
		return true
	})
	return slices.DeleteFunc(lost, func(i int) bool { return paired[i] }), found
}

// sameEvent reports whether event a of t says what event b of u says.
func sameEvent(t, u *timeline.Timeline, a, b *timeline.Event) bool {
	actor := func(a, b timeline.ActorRef) bool {
		if a == timeline.NoActor || b == timeline.NoActor {
			return a == b
		}
		return t.Actor(a).ID == u.Actor(b).ID
	}
	var was, is timeline.Source
	source := func(a, b timeline.SourceRef) bool {
		if a == timeline.NoSource || b == timeline.NoSource {
			return a == b
		}
		t.ReadSource(a, &was)
		u.ReadSource(b, &is)
		return sameSource(&was, &is)
	}
	return a.Date == b.Date && a.Title == b.Title && a.Summary == b.Summary &&
		a.Type == b.Type && a.Status == b.Status && a.Location == b.Location &&
		slices.EqualFunc(a.Actors, b.Actors, samePart) &&
		slices.Equal(a.Tags, b.Tags) && slices.Equal(a.Related, b.Related) && slices.Equal(a.Notes, b.Notes) &&
		slices.Equal(a.Other, b.Other) && slices.EqualFunc(a.Sources, b.Sources, source) &&
		slices.EqualFunc(a.Quotes, b.Quotes, func(p, q timeline.Quote) bool {
			return p.Text == q.Text && actor(p.By, q.By) && source(p.Source, q.Source)
		}) &&
		slices.EqualFunc(a.Figures, b.Figures, func(p, q timeline.Figure) bool {
			same := actor(p.By, q.By) && source(p.Source, q.Source)
			p.By, p.Source, q.By, q.Source = 0, 0, 0, 0
			return same && p == q
		}) &&
		slices.EqualFunc(a.Claims, b.Claims, func(p, q timeline.Claim) bool {
			return p.Text == q.Text && p.Status == q.Status && actor(p.By, q.By) && source(p.Source, q.Source)
		})
}

// sameSource reports whether events that cite a and b cite the same: by the ids, or without any by all that they say.
func sameSource(a, b *timeline.Source) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	return a.Title == b.Title && a.Publisher == b.Publisher && a.Author == b.Author && a.Published == b.Published &&
		a.Accessed == b.Accessed && a.URL == b.URL && a.ArchiveURL == b.ArchiveURL && a.Language == b.Language &&
		slices.Equal(a.Other, b.Other)
}

// samePart reports whether two events say the same of an actor.
func samePart(p, q timeline.Part) bool {
	return p.Name == q.Name && p.Role == q.Role && slices.Equal(p.Also, q.Also)
}
