package session

import (
	"slices"
	"sort"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/query"
)

// HasEvent reports whether an event is selected.
func (s *Session) HasEvent() bool { return s.Shown().Len() > 0 }

// Selected returns the number of the selected event; only where HasEvent.
func (s *Session) Selected() int {
	if s.onGoingOn {
		return s.goingOn.At(0)
	}
	return s.order.at(s.cursor)
}

// Event returns the selected event; only where HasEvent. It must not be changed.
func (s *Session) Event() *timeline.Event {
	if t, i := s.index.Timeline(), s.Selected(); s.unpacked.of != t || s.unpacked.i != i {
		s.unpacked = unpacked{of: t, i: i, event: t.Event(i)}
	}
	return s.unpacked.event
}

// An unpacked is an event that was asked for, since it is asked for several times in a frame and may have thousands of
// actors.
type unpacked struct {
	of    *timeline.Timeline
	i     int
	event *timeline.Event

	address *bool // whether HasAddress, once that was asked
}

// Choose puts the cursor on place n of the list. What the reader chose is what a filter brings back later.
func (s *Session) Choose(n int) {
	s.moveTo(n)
	if s.HasEvent() {
		s.view.Anchor = s.index.Timeline().ID(s.Selected())
	}
	s.seen()
}

// ChooseEvent puts the cursor on event i, which is listed, or on the line of what goes on where it is in that.
func (s *Session) ChooseEvent(i int) {
	if s.goingOn.Len() > 0 && s.goingOn.Has(i) {
		s.chooseGoingOn()
		return
	}
	s.Choose(s.order.before(i))
}

// Step moves n events down the list, or up. Above the first is the line of what goes on, if there is one. A step that
// leads nowhere chooses nothing, which it reports as false.
func (s *Session) Step(n int) bool {
	switch to := max(0, min(s.cursor+n, s.Shown().Len()-1)); {
	case s.onGoingOn && n > 0:
		s.Choose(n - 1)
	case s.onGoingOn:
		return false
	case to != s.cursor:
		s.Choose(to)
	case n < 0 && s.goingOn.Len() > 0:
		s.chooseGoingOn()
	default:
		return false
	}
	return true
}

// Hides reports whether the filter hides events from the list.
func (s *Session) Hides() bool { return s.Shown().Len()+s.goingOn.Len() < s.all.Len() }

// EndOfList returns what the event at the end of the list is called to which n leads: first or last, where the newest
// is above them newest or oldest.
func (s *Session) EndOfList(n int) string {
	undated := s.Shown().Len() > s.order.dated // which are last in both orders
	switch {
	case n < 0 && s.view.Newest && s.order.dated > 0:
		return "newest"
	case n < 0:
		return "first"
	case s.view.Newest && !undated:
		return "oldest"
	}
	return "last"
}

// moveTo puts the cursor on place n of the list, or as near as there is.
func (s *Session) moveTo(n int) {
	s.onGoingOn = false
	s.cursor = max(0, min(n, s.Shown().Len()-1))
	s.top = min(s.top, s.cursor) // also while the screen has no height and nothing is drawn
}

// Jump moves by f and keeps the place that it left, for GoBack and for Undo.
func (s *Session) Jump(f func()) {
	before, from := s.Here(), s.view.Anchor
	if s.HasEvent() {
		from = s.index.Timeline().ID(s.Selected())
	}
	f()
	for _, left := range []string{before.Anchor, from} { // the place, and the event where the cursor was instead
		if left != "" && left != s.view.Anchor && s.view.Anchor != before.Anchor {
			s.history.left(left)
		}
	}
	if s.view != before.View {
		s.history.remember(before)
	}
}

// Mixed reports whether the list shows both what matches and what does not.
func (s *Session) Mixed() bool { return s.Shown().Len() > s.matched.Len() && s.matched.Len() > 0 }

// Match moves down, or by −1 up, to the next event that matches.
func (s *Session) Match(n int) {
	matched := newOrder(s.index.Timeline(), s.matched, s.view.Newest)
	at := matched.before(s.Selected())
	if n < 0 {
		at--
	} else if at < s.matched.Len() && matched.at(at) == s.Selected() {
		at++
	}
	if at < 0 || at >= s.matched.Len() {
		s.notice = "there is no further match"
		return
	}
	s.Choose(s.order.before(matched.at(at)))
}

// GoTo selects the event with this id, dropping the filter where it hides it.
func (s *Session) GoTo(id string) {
	i, ok := s.index.Timeline().Find(id)
	if !ok {
		return
	}
	s.Jump(func() {
		if !s.Lists(i) {
			s.view.Anchor, s.view.Paused = id, true
			s.ask()
			s.notice = s.pausedNotice()
		}
		if s.Lists(i) { // else a search is under way, and place finds it
			s.ChooseEvent(i)
		}
	})
}

// pausedNotice says why the filter does not count any more.
func (s *Session) pausedNotice() string {
	return "the filter hid that event and is paused; " + s.Key("pause") + " resumes it"
}

// Lists reports whether event i is in the list, or in the line above it.
func (s *Session) Lists(i int) bool {
	return s.Shown().Has(i) || s.goingOn.Len() > 0 && s.goingOn.Has(i)
}

// GoBack goes to the event that the last jump left.
func (s *Session) GoBack() { s.retrace(s.history.goBack) }

// GoForward undoes GoBack.
func (s *Session) GoForward() { s.retrace(s.history.goForward) }

// retrace follows one way through the places that were left.
func (s *Session) retrace(way func(string) (string, bool)) {
	for at := s.view.Anchor; ; {
		id, ok := way(at)
		if !ok {
			s.notice = "there is no further place on this way"
			return
		}
		i, known := s.index.Timeline().Find(id)
		if at = id; !known { // it has gone from the record
			continue
		}
		s.staying = false
		listed := s.Lists(i)
		s.change(func(v *View) { v.Anchor, v.Paused = id, v.Paused || !listed })
		if !listed {
			s.notice = s.pausedNotice()
		} else if s.HasEvent() && s.Lists(i) {
			s.ChooseEvent(i)
		}
		return
	}
}

// Spot returns the day of the selected event.
func (s *Session) Spot() (calendar.Day, bool) {
	if !s.HasEvent() {
		return 0, false
	}
	return day(s.index.Timeline().Date(s.Selected()))
}

// Zoom shows a part of time, depth times entered, or with 0 all of it. That asks nothing anew. undoable is whether Undo
// takes it back by itself.
func (s *Session) Zoom(depth int, undoable bool) {
	if undoable {
		s.history.remember(s.Here())
	}
	s.view.Zoom = depth
}

// HasChart reports whether the selected event has a figure that others can be compared with.
func (s *Session) HasChart() bool { return s.HasEvent() && s.NextSeries(0) >= 0 }

// NextSeries returns the first figure of the selected event, from the given one on and then from the start, which is
// part of a series; −1 where there is none. The keys of the writer's own are counted after the figures.
func (s *Session) NextSeries(from int) int {
	charted, other := s.index.HasSeries(s.Selected()), s.Event().Other
	all := len(charted) + len(other)
	for k := range all {
		n := (from + k) % all
		if n < len(charted) && charted[n] {
			return n
		}
		if own := n - len(charted); own >= 0 && s.index.HasOwnSeries(s.Selected(), &other[own]) {
			return n
		}
	}
	return -1
}

// HasActors reports whether there is anybody to choose.
func (s *Session) HasActors() bool { return s.index.Timeline().Actors() > 0 }

// WantedActors returns the actors that the query names.
func (s *Session) WantedActors() []timeline.ActorRef {
	var actors []timeline.ActorRef
	wanted, _ := s.query.Values(query.ByActor)
	for _, v := range wanted {
		if a, ok := s.index.Timeline().FindActor(v); ok && !slices.Contains(actors, a) {
			actors = append(actors, a)
		}
	}
	return actors
}

// LaneActors returns the actors that have lanes, the most frequent first. Where the query names several actors, these
// have lanes; where it names one, that one and those it meets; else everybody.
func (s *Session) LaneActors() []timeline.ActorRef {
	actors := s.WantedActors()
	switch len(actors) {
	case 0:
		counts := s.index.ActorCounts(s.Shown())
		for a, n := range counts {
			if n > 0 {
				actors = append(actors, timeline.ActorRef(a))
			}
		}
		slices.SortStableFunc(actors, func(a, b timeline.ActorRef) int { return counts[b] - counts[a] })
	case 1:
		for _, c := range s.index.Companions(actors[0], s.Shown()) {
			actors = append(actors, c.Actor)
		}
	}
	return actors
}

// WalkEnd goes to the first event in time, or by 1 to the last that has a date.
func (s *Session) WalkEnd(n int) {
	if l := &s.order; l.dated > 0 {
		s.Choose(l.before(l.shown.At((n + 1) / 2 * (l.dated - 1))))
	}
}

// ChangedFrom lets Undo lead back to a view from which the one now was made step by step.
func (s *Session) ChangedFrom(before View) {
	if s.view != before {
		s.history.remember(s.past(before))
	}
}

// ArrivedFrom ends a walk along time: Undo leads back to where it began, and GoBack to its place.
func (s *Session) ArrivedFrom(before Past) {
	if s.HasEvent() {
		s.view.Anchor = s.index.Timeline().ID(s.Selected())
	}
	now := s.view
	if now != before.View {
		before.walked = true
		s.history.remember(before)
	}
	if now.Anchor != before.Anchor && before.Anchor != "" {
		s.history.jumped(before.Anchor)
	}
}

// BackTo goes back to where the reader was in a view that asks for the same.
func (s *Session) BackTo(before Past) {
	s.view = before.View
	s.place()
	s.lift(before)
}

// Cursor returns the place of the selected event in the list.
func (s *Session) Cursor() int { return s.cursor }

// At returns the event at place n of the list.
func (s *Session) At(n int) int { return s.order.at(n) }

// Place returns how many events of the list come before event i: its place, where it is shown.
func (s *Session) Place(i int) int { return s.order.before(i) }

// Dated returns how many events of the list have a date.
func (s *Session) Dated() int { return s.order.dated }

// Top returns the place of the first event in sight.
func (s *Session) Top() int { return s.top }

// InSight returns how many events are in sight.
func (s *Session) InSight() int { return s.inSight }

// ScrollTo makes the event at place top the first in sight.
func (s *Session) ScrollTo(top int) { s.top = top }

// SetInSight says how many events are in sight.
func (s *Session) SetInSight(n int) { s.inSight = n }

// DaysInSight returns the days between which the events in sight lie; ok is false where that cannot be said.
func (s *Session) DaysInSight() (from, to calendar.Day, ok bool) {
	t, o := s.index.Timeline(), &s.order
	last := min(s.top+s.inSight, o.shown.Len(), max(o.dated, s.top+1)) - 1
	if s.top > last {
		return 0, 0, false
	}
	from, okFrom := day(t.Date(o.at(s.top)))
	to, okTo := day(t.Date(o.at(last)))
	return min(from, to), max(from, to), okFrom && okTo
}

// CountBetween returns how many events of the list begin from one day to another.
func (s *Session) CountBetween(from, to calendar.Day) int {
	lo, hi := s.order.during(s.index.Timeline(), from, to)
	return hi - lo
}

// CountInMonth returns how many events of the list begin from one day to another and are known to begin in that month.
func (s *Session) CountInMonth(from, to calendar.Day) int {
	o, t := &s.order, s.index.Timeline()
	lo, hi := o.during(t, from, to)
	vague := sort.Search(hi-lo, func(n int) bool { // those of a year or a season come before the first of its days
		d := t.Date(o.shown.At(lo + n))
		return d.Earliest() > from || d.KnowsMonth()
	})
	return hi - lo - vague
}

// EventNear returns the event of the list that comes first of those that begin from one day to another, else the
// nearest. Only where one of them has a date.
func (s *Session) EventNear(from, to calendar.Day) int {
	o, t := &s.order, s.index.Timeline()
	lo, hi := o.during(t, from, to)
	if lo < hi {
		return o.head(lo, hi)
	}
	begins := func(n int) calendar.Day { return t.Date(o.shown.At(n)).Earliest() }
	if lo > 0 && (lo == o.dated || begins(lo-1).DaysTo(from) < to.DaysTo(begins(lo))) {
		lo--
	}
	return o.shown.At(lo)
}
