package who

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/session"
)

// What is ticked, and what the keys and clicks make of it.

// A pick is what the filter asks for, or is to be without, that a line can ask for.
type pick struct {
	key   query.Key
	value string
	actor timeline.ActorRef // NoActor for what is no actor, or a text that names none
	out   bool
}

// pickKeys are the keys that lines ask for.
var pickKeys = []query.Key{query.ByActor, query.ByType, query.ByStatus, query.ByIs}

// picksOf returns what a query asks for.
func picksOf(t *timeline.Timeline, q query.Query) []pick {
	var picks []pick
	for _, key := range pickKeys {
		wanted, unwanted := q.Values(key)
		for i, v := range slices.Concat(wanted, unwanted) {
			p := pick{key, v, timeline.NoActor, i >= len(wanted)}
			_, all := query.WantsAll(v)
			if a, ok := t.FindActor(v); ok && key == query.ByActor && !all {
				p.actor = a
			}
			picks = append(picks, p)
		}
	}
	return picks
}

// is reports whether the pick is that of a line.
func (p *pick) is(l line) bool {
	if p.key != l.key {
		return false
	}
	return p.value == l.value || p.actor == l.actor && l.actor != timeline.NoActor
}

// picked reports whether the filter with what is ticked wants what a line asks for, or is to be without it.
func (w *Who) picked(l line) (in, out bool) {
	for i := range w.picks {
		if w.picks[i].is(l) {
			return !w.picks[i].out, w.picks[i].out
		}
	}
	return false, false
}

// drop returns q without what a line asks for, however q spells that.
func (w *Who) drop(q query.Query, l line) query.Query {
	for i := range w.picks {
		if w.picks[i].is(l) {
			q = q.Drop(l.key, w.picks[i].value)
		}
	}
	return q
}

// with returns the filter that wants what a line asks for too.
func (w *Who) with(l line) query.Query {
	q := w.drop(w.base, l)
	if l.key == query.ByIs || l.key == query.ByActor && w.wantsAll() {
		return q.And(query.Query{}.Only(l.key, l.value))
	}
	return q.Add(l.key, l.value)
}

// set goes on with another filter, of which the line that it came from stays under the cursor. What was typed has been
// used.
func (w *Who) set(s *session.Session, l line, q query.Query) {
	w.all, w.beside = w.wantsAll(), false
	if !w.keys {
		s.SetQuery(q)
		return
	}
	w.base = q
	if !w.Empty() {
		w.settled = picksOf(s.Index().Timeline(), q)
	}
	w.line.Set("", "")
	w.Refresh(s, w.rail)
	w.seek(l.key, l.value)
	w.preview(s)
}

// Tick ticks the line under the cursor, or unticks it. Where "without" is typed before a name it excludes it.
func (w *Who) Tick(s *session.Session) {
	if _, without := w.typed(); without {
		w.withLine(s, w.exclude)
		return
	}
	w.withLine(s, w.tick)
}

// nobodyThere is said where a key finds nothing under the cursor.
const nobodyThere = "there is nobody under the cursor"

// withLine does something with the line under the cursor, or says why it cannot.
func (w *Who) withLine(s *session.Session, do func(*session.Session, line)) {
	l, ok := w.chosen()
	if lack := w.lack(); lack != "" || !ok {
		s.SetNotice(cmp.Or(lack, nobodyThere))
		return
	}
	do(s, l)
}

func (w *Who) tick(s *session.Session, l line) {
	if in, _ := w.picked(l); in {
		w.set(s, l, w.drop(w.base, l))
		return
	}
	w.set(s, l, w.with(l))
}

// Exclude excludes the line under the cursor, or lets it in again.
func (w *Who) Exclude(s *session.Session) { w.withLine(s, w.exclude) }

func (w *Who) exclude(s *session.Session, l line) {
	q := w.drop(w.base, l)
	if _, out := w.picked(l); !out {
		q = q.Exclude(l.key, l.value)
	}
	w.set(s, l, q)
}

// Only wants the line under the cursor and nothing else of its key.
func (w *Who) Only(s *session.Session) { w.withLine(s, w.only) }

func (w *Who) only(s *session.Session, l line) {
	q := w.base.Only(l.key, l.value)
	if !w.keys && q.Equal(s.Calling(w.base, l.key, l.value)) { // a second click lets go of it
		q = w.drop(w.base, l)
	}
	w.set(s, l, q)
}

// TakeOff takes off what was ticked last. It reports whether there was anything.
func (w *Who) TakeOff(s *session.Session) bool {
	parts := w.base.Conjuncts()
	for n := len(parts) - 1; n >= 0; n-- {
		part := query.Query{}.And(w.base)
		for i := len(parts) - 1; i >= 0; i-- {
			if i != n {
				part = part.Without(i)
			}
		}
		for _, key := range pickKeys {
			if key != query.ByActor && !w.rail {
				continue
			}
			wanted, unwanted := part.Values(key)
			if values := slices.Concat(wanted, unwanted); len(values) > 0 {
				l, _ := w.chosen()
				w.set(s, l, w.base.Drop(key, values[len(values)-1]))
				return true
			}
		}
	}
	return false
}

// DropPart drops a part of the filter that would be kept.
func (w *Who) DropPart(s *session.Session, part int) {
	l, _ := w.chosen()
	w.set(s, l, w.would().Without(part))
}

// wantsAll reports whether all the actors wanted must take part in an event, not just any of them. The filter says so
// where it names two or more; for the next it is remembered.
func (w *Who) wantsAll() bool {
	if wanted, _ := w.base.Values(query.ByActor); len(wanted) > 1 {
		return !w.base.Any(query.ByActor).Equal(w.base)
	}
	return w.all
}

// Beside returns the two that are ticked where they are to be side by side.
func (w *Who) Beside() (a, b timeline.ActorRef, ok bool) {
	if two := w.two(); w.beside && two != nil {
		return two[0], two[1], true
	}
	return timeline.NoActor, timeline.NoActor, false
}

// two returns the actors that are ticked where they are two, else nil.
func (w *Who) two() []timeline.ActorRef {
	var actors []timeline.ActorRef
	for _, p := range w.picks {
		if p.key == query.ByActor && !p.out {
			actors = append(actors, p.actor)
		}
	}
	if len(actors) != 2 || slices.Contains(actors, timeline.NoActor) || !w.keys {
		return nil
	}
	return actors
}

// A meeting is how the actors wanted are to meet: any or all of them take part, or two are side by side.
type meeting int

const (
	meetAny meeting = iota
	meetAll
	meetBeside
)

// meet has the actors wanted meet in another way.
func (w *Who) meet(s *session.Session, how meeting) {
	l, _ := w.chosen()
	if w.beside = how == meetBeside; w.beside {
		return
	}
	q := w.base.Any(query.ByActor)
	if w.all = how == meetAll; w.all {
		q = w.base.All(query.ByActor)
	}
	if !w.keys {
		s.SetQuery(q)
		return
	}
	w.base = q
	w.Refresh(s, w.rail)
	w.seek(l.key, l.value)
	w.preview(s)
}

// TurnAll changes between any and all of the actors wanted, and of two goes on to side by side.
func (w *Who) TurnAll(s *session.Session) {
	wanted, _ := w.base.Values(query.ByActor)
	switch all := w.wantsAll(); {
	case all && !w.beside && w.two() != nil:
		w.meet(s, meetBeside)
	case len(wanted) == 0:
		w.beside = false
		s.SetNotice("any or all of whom? Tab ticks actors")
	case all:
		w.meet(s, meetAny)
	default:
		w.meet(s, meetAll)
	}
}

// Folds reports whether the line under the cursor is a side whose people can be shown.
func (w *Who) Folds() bool {
	l, ok := w.chosen()
	return ok && l.fold == shut
}

// Unfolds reports whether it is one whose people are shown.
func (w *Who) Unfolds() bool {
	l, ok := w.chosen()
	return ok && l.fold == wide && w.Empty()
}

// Fold shows the people of the side under the cursor, or hides them again.
func (w *Who) Fold(s *session.Session) {
	if l, ok := w.chosen(); ok {
		w.turn(s, l)
	}
}

func (w *Who) turn(s *session.Session, l line) {
	if w.unfolded == nil {
		w.unfolded = make(map[timeline.ActorRef]bool)
	}
	w.unfolded[l.actor] = !w.unfolded[l.actor]
	w.list(s)
	w.seek(l.key, l.value)
}
