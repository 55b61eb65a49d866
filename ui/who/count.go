package who

import (
	"slices"
	"sort"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/axis"
	"dateline/ui/session"
)

// A tally is how many events everything would give, under the other parts of the filter. It is kept until what it was
// counted of changes.
type tally struct {
	index  *index.Index
	of     [3]string       // the filters that actors, types and statuses were counted under
	among  index.Selection // the events that actors were counted in
	actors []int           // by ActorRef
	order  []timeline.ActorRef
	types  []index.ValueCount
	status []index.ValueCount
	rivals int // events whose accounts stand against each other
	widest int // the greatest count
}

// Forget lets go the record that was counted. Another has come in its place.
func (w *Who) Forget() { w.tally, w.sides, w.density = tally{}, sides{}, axis.Density{} }

// count counts what has changed since it was last called, and reports whether anything has.
func (w *Who) count(s *session.Session) bool {
	x, found, scope := s.Index(), s.Found(), w.scope()
	t := &w.tally
	if w.sides.of != x.Timeline() {
		w.sides = newSides(x.Timeline())
	}
	of := [3]string{found.DropKey(query.ByActor).String() + "\n" + scope.String()}
	if w.rail {
		of[1], of[2] = found.DropKey(query.ByType).String()+"\n", found.DropKey(query.ByStatus).String()+"\n"
	}
	was := *t
	if was.index == x && was.of == of {
		return false
	}
	t.index, t.of = x, of
	if was.index != x || was.of[0] != of[0] {
		t.among = s.Matched()
		if !scope.Equal(found.OfKey(query.ByActor)) {
			t.among = x.Within(s.Apart(query.ByActor), scope)
		}
		t.countActors(x)
		clear(w.pulses)
	}
	if w.rail && (was.index != x || was.of[1] != of[1]) {
		t.types = x.ValueCounts(query.ByType, s.Apart(query.ByType))
	}
	if w.rail && (was.index != x || was.of[2] != of[2]) {
		among := s.Apart(query.ByStatus)
		t.status = x.ValueCounts(query.ByStatus, among)
		t.rivals = x.TraitCount(rival, among)
	}
	t.widest = 0
	if len(t.order) > 0 {
		t.widest = t.actors[t.order[0]]
	}
	for _, c := range slices.Concat(t.types, t.status) {
		t.widest = max(t.widest, c.N)
	}
	t.widest = max(t.widest, t.rivals)
	return true
}

// countActors counts the events of every actor, and puts the actors in the order of that.
func (t *tally) countActors(x *index.Index) {
	t.actors = x.ActorCounts(t.among)
	t.order = t.order[:0]
	for a := range t.actors {
		t.order = append(t.order, timeline.ActorRef(a))
	}
	sort.SliceStable(t.order, func(i, j int) bool { return t.actors[t.order[i]] > t.actors[t.order[j]] })
}

// scope returns what the filter asks of actors where they are counted. The rail tells who is in what is ticked, and so
// does the picker where all of the actors are wanted together; else each is counted for itself.
func (w *Who) scope() query.Query {
	q := w.base.OfKey(query.ByActor)
	if w.rail || w.wantsAll() {
		return q
	}
	wanted, _ := q.Values(query.ByActor)
	for _, v := range wanted {
		q = q.Drop(query.ByActor, v)
	}
	return q
}

// rival is the value of is: for events whose accounts stand against each other.
const rival = "contested"

// Sides are the states and organisations that are above all others, with those who belong to them.
type sides struct {
	of    *timeline.Timeline
	top   []timeline.ActorRef // sides
	under map[timeline.ActorRef][]timeline.ActorRef
}

// newSides finds the sides of a record.
func newSides(t *timeline.Timeline) sides {
	s := sides{of: t, under: make(map[timeline.ActorRef][]timeline.ActorRef)}
	for a := range timeline.ActorRef(t.Actors()) {
		if g := t.Group(a); g != timeline.NoActor {
			s.under[g] = append(s.under[g], a)
		}
	}
	for a := range timeline.ActorRef(t.Actors()) {
		if t.Group(a) == timeline.NoActor && (len(s.under[a]) > 0 || t.Actor(a).Kind == timeline.State) {
			s.top = append(s.top, a)
		}
	}
	return s
}

// isSide reports whether an actor is a side.
func (s *sides) isSide(a timeline.ActorRef) bool {
	_, found := slices.BinarySearch(s.top, a)
	return found
}
