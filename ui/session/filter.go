package session

import (
	"errors"
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/query"
)

// What the keys that filter do. All of them edit the query line.

// ask selects what the query line wants and keeps the reader's place. A line that cannot be read leaves the last good
// result where it is.
func (s *Session) ask() {
	s.parse()
	s.find()
}

// parse reads the query line.
func (s *Session) parse() {
	q, err := query.Parse(s.view.Query)
	s.wrong = nil
	if err != nil && !errors.As(err, &s.wrong) {
		s.wrong = &query.Error{Message: err.Error()}
	}
	if most := s.search.most; s.wrong == nil && most > 0 && values(q) > most {
		message := fmt.Sprintf("the filter asks for %d values, and may ask for %d here", values(q), most)
		s.wrong = &query.Error{End: len(s.view.Query), Message: message}
	}
	if s.wrong == nil {
		s.query = q.On(s.Today())
	}
	s.changed.Query = true
}

// find shows what the query wants, now or when it is known.
func (s *Session) find() {
	if !s.answered() {
		return
	}
	found := &s.search.result
	grown := found.index.Timeline() != s.index.Timeline()
	if grown {
		s.carryOver(found.index.Timeline())
	}
	s.index, s.all, s.matched = found.index, found.all, found.matched
	s.answers++
	s.words = s.query.Words()
	s.strange = s.index.Mistake(s.view.Query, s.query)
	wanted, _ := s.query.Values(query.ByActor)
	s.including = s.named(wanted)
	s.together = eachAlone(s.query)
	shown := found.within
	s.goingOn = found.goingOn
	switch {
	case s.view.Paused || s.view.Dim:
		shown, s.goingOn = s.all, index.Selection{}
	case s.view.Unfolded:
		shown, s.goingOn = s.matched, index.Selection{}
	}
	s.order = newOrder(s.index.Timeline(), shown, s.view.Newest)
	s.place()
	s.settle()
	s.seen()
	if grown {
		s.tellChanges()
	}
	s.reopened()
}

// Answers returns how often what is shown has been found. What is made of an event's row holds until that changes.
func (s *Session) Answers() int { return s.answers }

// named returns the actors that the values of a query name exactly.
func (s *Session) named(values []string) map[timeline.ActorRef]bool {
	set := make(map[timeline.ActorRef]bool, len(values))
	for _, v := range values {
		_, all := query.WantsAll(v)
		if a, ok := s.index.Timeline().FindActor(v); ok && !all {
			set[a] = true
		}
	}
	return set
}

// eachAlone reports whether q has no part that wants one of several actors.
func eachAlone(q query.Query) bool {
	for _, part := range q.Conjuncts() {
		t, ok := part.(query.Term)
		if ok && t.Key == query.ByActor && len(t.Values) > 1 {
			return false
		}
		if _, or := part.(query.Or); or {
			return false
		}
	}
	return true
}

// change makes another view, which undo takes back.
func (s *Session) change(f func(*View)) { s.changeFrom(s.Here(), f) }

// changeFrom makes another view of the one before, to which undo leads back.
func (s *Session) changeFrom(before Past, f func(*View)) {
	s.view = before.View
	f(&s.view)
	if s.view.Query != before.Query {
		s.view.Unfolded = false
	}
	if s.view != before.View {
		s.history.remember(before)
		s.remember(s.view.Query)
		s.ask()
	}
}

// keep makes another view and then the event that it selects the reader's place.
func (s *Session) keep(f func(*View)) {
	s.staying = true
	s.change(f)
	s.settle()
}

// settle makes the selected event the reader's place, if that was asked for and what is asked is known.
func (s *Session) settle() {
	if s.staying && !s.Searching() {
		s.staying = false
		s.StayHere()
	}
}

// SetQuery asks q, and makes the event that it selects the reader's place.
func (s *Session) SetQuery(q query.Query) {
	s.keep(func(v *View) { v.Query, v.Paused = q.String(), false })
}

// Drop asks q, which asks for less than the filter now. What comes back may be the reader's place.
func (s *Session) Drop(q query.Query) {
	s.change(func(v *View) { v.Query, v.Paused = q.String(), false })
}

// Filtered reports whether there is a filter.
func (s *Session) Filtered() bool { return s.view.Query != "" }

// Dimmed reports whether event i is shown although it does not match.
func (s *Session) Dimmed(i int) bool { return s.view.Dim && !s.view.Paused && !s.matched.Has(i) }

// ToggleDim shows what does not match, dimmed, or hides it again.
func (s *Session) ToggleDim() { s.change(func(v *View) { v.Dim = !v.Dim; v.Paused = false }) }

// ToggleNewest turns the list around.
func (s *Session) ToggleNewest() { s.change(func(v *View) { v.Newest = !v.Newest }) }

// CycleRows gives events in the list one line more, and after the most as many as fit again.
func (s *Session) CycleRows() {
	s.change(func(v *View) { v.Rows = (v.Rows + 1) % (maxRows + 1) })
	s.notice = [maxRows + 1]string{
		"each event has as many lines as fit", "each event has one line", "each event has two lines",
		"each event has three lines",
	}[s.view.Rows]
}

// ToggleTrueScale shows time as long as it was, or with silence folded again.
func (s *Session) ToggleTrueScale() { s.change(func(v *View) { v.TrueScale = !v.TrueScale }) }

// ToggleByCount puts lanes in the order of how many events they have, or by side again.
func (s *Session) ToggleByCount() { s.change(func(v *View) { v.ByCount = !v.ByCount }) }

// TogglePause shows everything, with the filter kept for later.
func (s *Session) TogglePause() { s.change(func(v *View) { v.Paused = !v.Paused }) }

// Toggle makes value the one thing asked of key; where it is that already, nothing is asked of key any more. A filter
// that is paused counts again and does not go, since all is shown already.
func (s *Session) Toggle(key query.Key, value string) {
	only, paused := s.query.Only(key, value), s.view.Paused
	if only.Equal(s.Calling(s.query, key, value)) && !paused {
		s.Drop(s.query.DropKey(key))
		return
	}
	if s.SetQuery(only); paused {
		s.notice = "the filter counts again: " + s.view.Query
	}
}

// Calling returns a filter in which the actor that value names is called so, however the filter calls it. Of another
// key it is the filter as it is.
func (s *Session) Calling(q query.Query, key query.Key, value string) query.Query {
	t := s.index.Timeline()
	one, ok := t.FindActor(value)
	if !ok || key != query.ByActor {
		return q
	}
	return q.Called(key, value, func(text string) bool {
		_, all := query.WantsAll(text)
		a, ok := t.FindActor(text)
		return ok && !all && a == one
	})
}

// OnlyNumber filters by the actor with a number in the detail.
func (s *Session) OnlyNumber(n int) {
	actors := s.Event().Actors
	if n >= len(actors) {
		s.notice = "this event has no actor of that number"
		return
	}
	s.Toggle(query.ByActor, s.index.Timeline().Actor(actors[n].Actor).ID)
}

// OnlyActor filters by the first actor of the selected event. Where the filter is one of its actors already, it goes.
func (s *Session) OnlyActor() {
	for n, p := range s.Event().Actors {
		id := s.index.Timeline().Actor(p.Actor).ID
		if s.query.Only(query.ByActor, id).Equal(s.Calling(s.query, query.ByActor, id)) {
			s.OnlyNumber(n)
			return
		}
	}
	s.OnlyNumber(0)
}

// DropPart drops the part of the query that is next to go.
func (s *Session) DropPart() {
	n := s.NextPart()
	if s.wrong != nil || n < 0 {
		s.change(func(v *View) { v.Query = "" })
		return
	}
	s.Drop(s.query.Without(n))
}

// NextPart returns the part of the query that emptied the list, else its last; −1 in an empty query.
func (s *Session) NextPart() int {
	if found := &s.search.result; found.query.Equal(s.query) && found.blamed {
		return found.blame.Part
	}
	return len(s.query.Parts()) - 1
}

// Includes reports whether the query wants the actor with this id.
func (s *Session) Includes(id string) bool {
	a, ok := s.index.Timeline().FindActor(id)
	return ok && s.including[a]
}

// CanSave reports whether there is a filter to save.
func (s *Session) CanSave() bool { return !s.query.IsZero() }

// HasParts reports whether there is a part to choose.
func (s *Session) HasParts() bool { return s.wrong == nil && !s.query.IsZero() }

// Wants reports whether the filter names an actor as wanted.
func (s *Session) Wants(a timeline.ActorRef) bool { return s.including[a] }

// WantsWithAll reports whether the filter names an actor as wanted in every event, so that each that matches has it.
func (s *Session) WantsWithAll(a timeline.ActorRef) bool { return s.together && s.including[a] }

// Wanted returns how many actors the filter wants.
func (s *Session) Wanted() int { return len(s.including) }

// SoleActor returns the only actor that the filter wants, NoActor where it wants none or several.
func (s *Session) SoleActor() timeline.ActorRef {
	if len(s.including) == 1 {
		for a := range s.including {
			return a
		}
	}
	return timeline.NoActor
}

// Preview asks what the query line says while it is typed. Where that cannot be read, rest, if any, is asked instead.
func (s *Session) Preview(line string, rest *query.Query) {
	s.staying = false
	if line = strings.TrimSpace(line); line != s.view.Query {
		s.view.Unfolded = false
	}
	s.view.Query, s.view.Paused = line, false
	s.parse()
	if s.wrong != nil && rest != nil {
		s.query = *rest
	}
	s.find()
}

// KeepQuery keeps the filter that was typed since before, as one change of the view, and makes the event that it
// selects the reader's place. It reports false for one that cannot be read, which stays as it is.
func (s *Session) KeepQuery(before Past) bool {
	if s.wrong != nil {
		return false
	}
	now := s.view
	now.Query = s.query.String()
	s.staying = true
	s.changeFrom(before, func(v *View) { *v = now })
	s.settle()
	return true
}

// TakeBack goes back to a view from before, which asks for something else.
func (s *Session) TakeBack(before Past) {
	s.view, s.staying = before.View, false
	s.ask()
	s.lift(before)
}

// ShowView shows a saved view.
func (s *Session) ShowView(saved SavedView) {
	s.keep(func(v *View) { v.Query, v.Dim, v.Paused = saved.Query, saved.Dim, false })
}

// SetShare sets the share of the list: of the room that it has together with the detail, in thousandths.
func (s *Session) SetShare(share int) { s.change(func(v *View) { v.Share = share }) }

// DragShare sets the share of the list while it is still being chosen, which Undo does not take back.
func (s *Session) DragShare(share int) { s.view.Share = share }
