package session

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/review"
)

// The record may change while it is on the screen. One that is read again takes the place of the one on the screen as
// soon as it is read to its end, unless it lacks events and has an error that the other did not have: then a save went
// wrong or a file is gone. Its problems are listed, but what was read before stays until the files read whole again, or
// until the reader asks a second time.

// A reload is what came of reading the record again.
type reload struct {
	whole    bool              // the record on the screen was read to its end
	stale    bool              // what was read last is worse, so that it is not shown
	asked    bool              // the reader asked for the load that is under way
	problems diag.Problems     // of the record on the screen; the session's are of what was read last
	marks    map[string]Change // of events that are new or changed, by id, until they are selected
	records  int               // that came in the place of another
	coming   *review.Changes   // of a record that was read again and is not on the screen yet; else nil
}

// A Change is what became of an event.
type Change string

const (
	IsNew     Change = "new"
	IsChanged Change = "changed"
)

// News are how many events of a record that was read again are new, changed and gone.
type News struct {
	New, Changed, Gone int
	Hidden             int    // of the new and the changed, those that the filter hides
	Since              string // the last visit, in words; "" where the record has changed while it is on the screen
}

// maxMarks is how many events are marked. Where most are new, marks lead nowhere.
const maxMarks = 10_000

// Baseline returns the record that a new one is compared with, nil before there is one.
func (s *Session) Baseline() *timeline.Timeline {
	if !s.reload.whole {
		return nil
	}
	return s.index.Timeline()
}

// Insist says that the reader asked for the load that begins.
func (s *Session) Insist() { s.reload.asked = true }

// Accept shows what was read, by the rule above, and reports whether it was a record that is read again and there to
// its end. worse is the place of the problem for which it is not shown; −1 if it is shown.
func (s *Session) Accept(p load.Progress, c review.Changes) (again bool, worse int) {
	n, checked := &s.reload, s.progress.Checking && p.Index == s.progress.Index
	s.progress = p
	if !p.Checking {
		s.progress.Index = nil // which is shown, or else nobody asks for it any more
	}
	switch {
	case p.Checking && n.whole:
		s.groups = withLikes(p.Groups, s.groups)
	case p.Done || !n.whole:
		s.groups = p.Groups
	}
	switch {
	case checked: // more may be wrong with what was read last, which stands as it was taken
		if s.problems = p.Problems; !n.stale {
			n.problems = p.Problems
		}
		return false, -1
	case !n.whole:
		n.whole, n.problems, s.problems = p.Done, p.Problems, p.Problems
		s.replace(p.Index, nil)
		s.openGiven()
		s.reopened()
		if words := s.guessWords(p.Groups); p.Done && words != "" {
			s.notice = words
		}
		return false, -1
	case !p.Done:
		return false, -1
	}
	s.problems = p.Problems
	was, insisted := n.stale, n.stale && n.asked
	worse = FirstError(n.problems, p.Problems)
	n.stale = c.Gone > 0 && worse >= 0 && !insisted
	switch {
	case n.stale:
		s.notice = "the files no longer read whole: " + s.Key("problems") + " lists why"
		if s.HasKey("reload") {
			s.notice += ", " + s.Key("reload") + " shows what is left"
		} else {
			s.notice += "; shown is what was read before"
		}
	case c.None() && was:
		s.notice = "the files read whole again"
	case c.None() && n.asked:
		s.notice = "read again: the events are as they were"
	}
	n.asked = false
	if n.stale {
		return true, worse
	}
	n.problems = p.Problems
	s.replace(p.Index, &c)
	return true, -1
}

// withLikes returns the groups of a record that was read again, with those of before for what is still sought in it, so
// that their number does not go down for a moment with each save.
func withLikes(groups, before diag.Groups) diag.Groups {
	groups = slices.Concat(groups, before.Of(func(r rule.ID) bool { return r == rule.LookAlike }))
	groups.Sort()
	return append(groups, before.Of(func(r rule.ID) bool { return r == rule.ProbableDouble })...)
}

// FirstError returns the place in now of the first error that before did not have, wherever in the file; −1 if there is
// no such error.
func FirstError(before, now diag.Problems) int {
	known := make(map[diag.Problem]bool, len(before))
	for _, p := range before {
		known[Unplaced(p)] = true
	}
	return slices.IndexFunc(now, func(p diag.Problem) bool {
		return p.Severity() == diag.Error && !known[Unplaced(p)]
	})
}

// Unplaced returns a problem without its place in the file, which changes with every line that is written above it.
func Unplaced(p diag.Problem) diag.Problem {
	p.Pos.Line, p.Pos.Column, p.Hint, p.Again = 0, 0, "", 0
	return p
}

// markNews marks what is new or changed in t, beside what was marked before and is still there.
func (s *Session) markNews(t *timeline.Timeline, c review.Changes) {
	marks := make(map[string]Change)
	for id, what := range s.reload.marks {
		if now, ok := c.Renamed[id]; ok {
			id = now
		}
		if _, ok := t.Find(id); ok {
			marks[id] = what
		}
	}
	for _, i := range c.Changed {
		if id := t.ID(i); len(marks) < maxMarks && marks[id] == "" {
			marks[id] = IsChanged
		}
	}
	for _, i := range c.New {
		if len(marks) < maxMarks {
			marks[t.ID(i)] = IsNew
		}
	}
	s.reload.marks = marks
}

// replace puts a record in the place of the one on the screen, as soon as it is known what of it is to be shown. Where
// that was read to its end, changes say what became of it.
func (s *Session) replace(x *index.Index, changes *review.Changes) {
	if x.Timeline() != s.newest.Timeline() {
		s.reload.coming = changes
		s.setIndex(x)
	}
}

// carryOver readies for t what the reader did in the record on the screen, in whose place it comes.
func (s *Session) carryOver(t *timeline.Timeline) {
	c := s.reload.coming
	if c == nil {
		return
	}
	s.markNews(t, *c)
	s.carryNews(t, *c)
	if s.view.Anchor == "" && s.HasEvent() {
		s.view.Anchor = s.Event().ID // nothing was chosen yet, but this is where the reader is
	}
	s.view.Rename(c.Renamed)
	s.history.rename(c.Renamed)
	s.reload.records++
	s.changed.Renamed = c.Renamed
}

// tellChanges says what has changed in the record that is shown now.
func (s *Session) tellChanges() {
	s.changed.Record = true
	c := s.reload.coming
	s.reload.coming = nil
	if c == nil || c.None() {
		return
	}
	s.changed.News = s.count(s.index.Timeline(), *c)
	if s.asksNews() {
		s.ask()
	}
}

// Rename puts the new ids of events in the place of those they had.
func (v *View) Rename(ids map[string]string) {
	if now, ok := ids[v.Anchor]; ok {
		v.Anchor = now
	}
}

// seen takes the mark off the selected event.
func (s *Session) seen() {
	if len(s.reload.marks) > 0 && s.HasEvent() {
		delete(s.reload.marks, s.Event().ID)
	}
}

// HasNews reports whether an event is marked as new or changed.
func (s *Session) HasNews() bool { return len(s.reload.marks) > 0 }

// NextNews goes to the next event that is new or changed, and after the last to the first. Where the reader is at one
// already, which a record may open at, it says so and stays.
func (s *Session) NextNews() {
	var places []int
	for id := range s.reload.marks {
		if i, ok := s.index.Timeline().Find(id); ok && s.Shown().Has(i) {
			places = append(places, s.order.before(i))
		}
	}
	if len(places) == 0 {
		s.notice = "the filter hides what is new or changed"
		return
	}
	slices.Sort(places)
	next, here := slices.BinarySearch(places, s.cursor)
	if here && !s.onGoingOn {
		s.notice = "this event is " + string(s.News(s.Event().ID))
		switch {
		case len(places) > 1:
			s.notice += "; " + s.Key("news") + " again goes to the next that is new or changed"
		case len(s.reload.marks) > 1:
			s.notice += "; the filter hides what else is new or changed"
		default:
			s.notice += "; nothing else is new or changed"
		}
	}
	s.Jump(func() { s.Choose(places[next%len(places)]) })
}

// News returns what became of the event with this id since the reader looked at it last, "" for nothing.
func (s *Session) News(id string) Change { return s.reload.marks[id] }

// Stale reports whether what was read last is so much worse than what is shown that it is not shown.
func (s *Session) Stale() bool { return s.reload.stale }

// count counts what became of the events of t, a record that is shown.
func (s *Session) count(t *timeline.Timeline, c review.Changes) News {
	news := News{New: len(c.New), Changed: len(c.Changed), Gone: c.Gone}
	if t != s.index.Timeline() {
		return news
	}
	for _, i := range slices.Concat(c.New, c.Changed) {
		if !s.Shown().Has(i) {
			news.Hidden++
		}
	}
	return news
}
