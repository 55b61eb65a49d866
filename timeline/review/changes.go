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

// Compare returns how the events of now differ from those of before, which are one as Match says. An event has changed
// when it says something else, not when it is in another line. Actors and sources are told apart by what events call
// them: a change in their own records changes no event.
func Compare(before, now *timeline.Timeline) Changes {
	c := Changes{Renamed: make(map[string]string)}
	pairs := Match(before, now, nil, nil)
	c.Gone = len(pairs.Gone)
	var was, is timeline.Event
	for i, n := range pairs.Was {
		if n < 0 {
			c.New = append(c.New, i)
			continue
		}
		if old, id := before.ID(n), now.ID(i); old != id {
			c.Renamed[old] = id
			c.Changed = append(c.Changed, i)
			continue
		}
		before.ReadWritten(n, &was)
		now.ReadWritten(i, &is)
		if !sameEvent(before, now, &was, &is) {
			c.Changed = append(c.Changed, i)
		}
	}
	return c
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
