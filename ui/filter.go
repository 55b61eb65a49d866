package ui

import (
	"errors"

	"dateline/timeline"
	"dateline/timeline/query"
)

// What the keys that filter do. All of them edit the query line.

// ask selects what the query line wants and keeps the reader's place. A line that cannot be read leaves the last good
// result where it is.
func (s *session) ask() {
	s.parse()
	s.find()
}

// parse reads the query line.
func (s *session) parse() {
	q, err := query.Parse(s.view.query)
	s.wrong = nil
	if err != nil && !errors.As(err, &s.wrong) {
		s.wrong = &query.Error{Message: err.Error()}
	}
	if s.wrong == nil {
		s.query = q
	}
	s.changed.query = true
}

// find shows what the query wants, now or when it is known.
func (s *session) find() {
	if !s.answered() {
		return
	}
	found := &s.search.result
	grown := found.index.Timeline() != s.index.Timeline()
	if grown {
		s.carryOver(found.index.Timeline())
	}
	s.index, s.all, s.matched = found.index, found.all, found.matched
	s.words = s.query.Words()
	wanted, unwanted := s.query.Values(query.ByActor)
	s.including, s.excluding = s.named(wanted), s.named(unwanted)
	shown := s.matched
	if s.view.paused || s.view.dim {
		shown = s.all
	}
	s.order = newOrder(s.index.Timeline(), shown, s.view.newest)
	s.place()
	s.seen()
	if grown {
		s.tellChanges()
	}
}

// named are the actors that the values of a query name exactly.
func (s *session) named(values []string) map[timeline.ActorRef]bool {
	set := make(map[timeline.ActorRef]bool, len(values))
	for _, v := range values {
		if a, ok := s.index.Timeline().FindActor(v); ok {
			set[a] = true
		}
	}
	return set
}

// change makes another view, which undo takes back.
func (s *session) change(f func(*view)) {
	before := s.view
	f(&s.view)
	if s.view != before {
		s.history.remember(before)
		s.remember(s.view.query)
		s.ask()
	}
}

// setQuery asks q.
func (s *session) setQuery(q query.Query) {
	s.change(func(v *view) { v.query, v.paused = q.String(), false })
}

// canUndo reports whether there is a change of the view to take back.
func (s *session) canUndo() bool { return len(s.history.done) > 0 }

// undo takes back the last change of the view.
func (s *session) undo() {
	if v, ok := s.history.undo(s.view); ok {
		s.view = v
		s.ask()
		return
	}
	s.notice = "there is nothing to undo"
}

// redo takes back an undo.
func (s *session) redo() {
	if v, ok := s.history.redo(s.view); ok {
		s.view = v
		s.ask()
		return
	}
	s.notice = "there is nothing to redo"
}

// filtered says whether there is a filter.
func (s *session) filtered() bool { return s.view.query != "" }

// dimmed says whether event i is shown although it does not match.
func (s *session) dimmed(i int) bool { return s.view.dim && !s.view.paused && !s.matched.Has(i) }

// toggleDim shows what does not match, dimmed, or hides it again.
func (s *session) toggleDim() { s.change(func(v *view) { v.dim = !v.dim; v.paused = false }) }

// toggleNewest turns the list around.
func (s *session) toggleNewest() { s.change(func(v *view) { v.newest = !v.newest }) }

// togglePause shows everything, with the filter kept for later.
func (s *session) togglePause() { s.change(func(v *view) { v.paused = !v.paused }) }

// toggle makes value the one thing asked of key; where it is that already, nothing is asked of key any more.
func (s *session) toggle(key query.Key, value string) {
	if s.query.Only(key, value).Equal(s.query) {
		s.setQuery(s.query.DropKey(key))
		return
	}
	s.setQuery(s.query.Only(key, value))
}

// onlyNumber filters by the actor with a number in the detail.
func (s *session) onlyNumber(n int) {
	actors := s.event().Actors
	if n >= len(actors) {
		s.notice = "this event has no actor of that number"
		return
	}
	s.toggle(query.ByActor, s.index.Timeline().Actor(actors[n].Actor).ID)
}

// onlyActor filters by the first actor of the selected event. Where the filter is one of its actors already, it goes.
func (s *session) onlyActor() {
	for n, p := range s.event().Actors {
		if id := s.index.Timeline().Actor(p.Actor).ID; s.query.Only(query.ByActor, id).Equal(s.query) {
			s.onlyNumber(n)
			return
		}
	}
	s.onlyNumber(0)
}

// dropPart drops the part of the query that is next to go.
func (s *session) dropPart() {
	n := s.nextPart()
	if s.wrong != nil || n < 0 {
		s.change(func(v *view) { v.query = "" })
		return
	}
	s.setQuery(s.query.Without(n))
}

// nextPart is the part of the query that emptied the list, else its last; −1 where there is none.
func (s *session) nextPart() int {
	if found := &s.search.result; found.query.Equal(s.query) && found.blamed {
		return found.blame.Part
	}
	return len(s.query.Parts()) - 1
}

// isIncluded says whether the query wants the actor with this id.
func (s *session) isIncluded(id string) bool {
	a, ok := s.index.Timeline().FindActor(id)
	return ok && s.including[a]
}

// canSave says whether there is a filter to save.
func (s *session) canSave() bool { return !s.query.IsZero() }

// hasChips says whether there is a part to choose.
func (s *session) hasChips() bool { return s.wrong == nil && !s.query.IsZero() }
