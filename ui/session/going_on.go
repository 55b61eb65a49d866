package session

import (
	"dateline/timeline/calendar"
	"dateline/timeline/index"
	"dateline/timeline/query"
)

// What began before the dates that a filter asks for and goes on, such as a war, is true of the first of these dates
// and did not happen on it. It is folded into one line above the list, and counts among what matches, however long it
// lasts: so is a meeting of two days where the second is asked for. A date that is only known to a month does not go
// on.

// ongoing parts what was found for q into the events that began before the dates asked for and go on, and the rest.
// Where nothing else is left, nothing is parted.
func ongoing(x *index.Index, q query.Query, found index.Selection) (goesOn, rest index.Selection) {
	from := q.Period().From
	if from == calendar.Beginning || found.Len() == 0 {
		return index.Selection{}, found
	}
	t := x.Timeline()
	var events []int
	for n := range found.Len() {
		i := found.At(n)
		if t.Start(i) >= from {
			break
		}
		if d := t.Date(i); d.IsInterval() && d.Begins().To < from {
			events = append(events, i)
		}
	}
	if len(events) == 0 || len(events) == found.Len() {
		return index.Selection{}, found
	}
	return found.Part(events)
}

// GoingOn returns the events that match, began before the dates asked for and go on, where they are folded into one
// line above the list. It is empty where there are none, or where they are listed among the others.
func (s *Session) GoingOn() index.Selection { return s.goingOn }

// OnGoingOn reports whether the cursor is on the line of what goes on. The first of these events is then selected.
func (s *Session) OnGoingOn() bool { return s.onGoingOn }

// Standing returns the place of the selected event among those of the list, from 1, and how many these are. What goes
// on counts as if it were listed.
func (s *Session) Standing() (n, of int) {
	n, of = s.cursor+1, s.Shown().Len()+s.goingOn.Len()
	if s.onGoingOn {
		return 1, of
	}
	return n + s.goingOn.Len(), of
}

// OpenGoingOn lists what goes on among the other events.
func (s *Session) OpenGoingOn() {
	if s.goingOn.Len() == 0 {
		return
	}
	first := s.index.Timeline().ID(s.goingOn.At(0))
	s.change(func(v *View) { v.Unfolded, v.Anchor = true, first })
}

// chooseGoingOn puts the cursor on the line of what goes on, above the first event.
func (s *Session) chooseGoingOn() {
	s.moveTo(0)
	s.top, s.onGoingOn = 0, true
	s.view.Anchor = s.index.Timeline().ID(s.Selected())
	s.seen()
}
