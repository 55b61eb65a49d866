package ui

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/query"
)

// hasEvent says whether an event is selected.
func (s *session) hasEvent() bool { return s.shown().Len() > 0 }

// selected is the number of the selected event; only where hasEvent.
func (s *session) selected() int { return s.order.at(s.cursor) }

// event is the selected event; only where hasEvent.
func (s *session) event() *timeline.Event { return s.index.Timeline().Event(s.selected()) }

// choose puts the cursor on place n of the list. What the reader chose is what a filter brings back later.
func (s *session) choose(n int) {
	s.moveTo(n)
	if s.hasEvent() {
		s.view.anchor = s.index.Timeline().ID(s.selected())
	}
	s.seen()
}

// moveTo puts the cursor on place n of the list, or as near as there is.
func (s *session) moveTo(n int) {
	s.cursor = max(0, min(n, s.shown().Len()-1))
	s.top = min(s.top, s.cursor) // also while the screen has no height and nothing is drawn
}

// jump moves by f and keeps the place that it left, for goBack and for undo.
func (s *session) jump(f func()) {
	before, from := s.view, s.view.anchor
	if s.hasEvent() {
		from = s.index.Timeline().ID(s.selected())
	}
	f()
	if s.view.anchor != from && from != "" {
		s.history.jumped(from)
	}
	if s.view != before {
		s.history.remember(before)
	}
}

// mixed says whether the list shows both what matches and what does not.
func (s *session) mixed() bool { return s.shown().Len() > s.matched.Len() && s.matched.Len() > 0 }

// match moves down, or by −1 up, to the next event that matches.
func (s *session) match(n int) {
	matched := newOrder(s.index.Timeline(), s.matched, s.view.newest)
	at := matched.before(s.selected())
	if n < 0 {
		at--
	} else if at < s.matched.Len() && matched.at(at) == s.selected() {
		at++
	}
	if at < 0 || at >= s.matched.Len() {
		s.notice = "no further match"
		return
	}
	s.choose(s.order.before(matched.at(at)))
}

// goTo selects the event with this id, dropping the filter where it hides it.
func (s *session) goTo(id string) {
	i, ok := s.index.Timeline().Find(id)
	if !ok {
		return
	}
	s.jump(func() {
		if !s.shown().Has(i) {
			s.view.anchor, s.view.paused = id, true
			s.ask()
			s.notice = "the filter hid that event and is paused; p resumes it"
		}
		if s.shown().Has(i) { // else a search is under way, and place finds it
			s.choose(s.order.before(i))
		}
	})
}

// goBack goes to the event that the last jump left.
func (s *session) goBack() { s.retrace(s.history.goBack) }

// goForward undoes goBack.
func (s *session) goForward() { s.retrace(s.history.goForward) }

// retrace follows one way through the places that were left.
func (s *session) retrace(way func(string) (string, bool)) {
	id, ok := way(s.view.anchor)
	if !ok {
		s.notice = "there is no further place on this way"
		return
	}
	s.change(func(v *view) { v.anchor = id })
}

// spot is where the selected event stands in time.
func (s *session) spot() (calendar.Day, bool) {
	if !s.hasEvent() {
		return 0, false
	}
	return day(s.index.Timeline().Date(s.selected()))
}

// zoom is a change of view that asks nothing anew. undoable is whether undo is to take it back by itself.
func (s *session) zoom(zoomed bool, unit calendar.Unit, undoable bool) {
	if undoable {
		s.history.remember(s.view)
	}
	s.view.zoomed, s.view.zoom = zoomed, unit
}

// chartable says whether the selected event has a figure that others can be compared with.
func (s *session) chartable() bool { return s.hasEvent() && s.nextSeries(0) >= 0 }

// nextSeries is the first figure of the selected event, from the given one on and then from the start, which is part of a
// series; −1 where there is none.
func (s *session) nextSeries(from int) int {
	charted := s.index.HasSeries(s.selected())
	for k := range charted {
		if n := (from + k) % len(charted); charted[n] {
			return n
		}
	}
	return -1
}

// hasActors says whether there is anybody to choose.
func (s *session) hasActors() bool { return s.index.Timeline().Actors() > 0 }

// laneActors are the actors that have lanes, in order.
func (s *session) laneActors() []timeline.ActorRef {
	var actors []timeline.ActorRef
	wanted, _ := s.query.Values(query.ByActor)
	for _, v := range wanted {
		if a, ok := s.index.Timeline().FindActor(v); ok && !slices.Contains(actors, a) {
			actors = append(actors, a)
		}
	}
	switch len(actors) {
	case 0:
		counts := s.index.ActorCounts(s.shown())
		for a, n := range counts {
			if n > 0 {
				actors = append(actors, timeline.ActorRef(a))
			}
		}
		slices.SortStableFunc(actors, func(a, b timeline.ActorRef) int { return counts[b] - counts[a] })
	case 1:
		for _, c := range s.index.Companions(actors[0], s.shown()) {
			actors = append(actors, c.Actor)
		}
	}
	return actors
}

// walkEnd goes to the first event in time, or by 1 to the last that has a date.
func (s *session) walkEnd(n int) {
	if l := &s.order; l.dated > 0 {
		s.choose(l.before(l.shown.At((n + 1) / 2 * (l.dated - 1))))
	}
}

// changedFrom lets undo lead back to a view from which the one now was made step by step.
func (s *session) changedFrom(before view) {
	if s.view != before {
		s.history.remember(before)
	}
}

// arrivedFrom ends a walk along time that began in another view: undo leads back to its zoom, and goBack to its place.
func (s *session) arrivedFrom(before view) {
	now := s.view
	if now.zoomed != before.zoomed || now.zoom != before.zoom {
		s.history.remember(before)
	}
	if now.anchor != before.anchor && before.anchor != "" {
		s.history.jumped(before.anchor)
	}
}

// backTo goes back to a view that asks for the same.
func (s *session) backTo(before view) {
	s.view = before
	s.place()
}
