package linear

import (
	"fmt"
	"strings"

	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// What the filter shows, and what has changed.

// A State is what a command may change.
type State struct {
	view     session.View
	at       string // id of the selected event
	shown, n int
}

// StateOf returns what is looked at now.
func StateOf(s *session.Session) State {
	st := State{view: s.View(), shown: s.Shown().Len(), n: s.Matched().Len()}
	if s.HasEvent() {
		st.at = s.Event().ID
	}
	return st
}

// Changed says what has changed since before: the filter, the order, the place. It says nothing where all is as it was.
func Changed(s *session.Session, before State) []string {
	now := StateOf(s)
	v, w := now.view, before.view
	filtered := now.Filters(before)
	switch {
	case filtered && !s.HasEvent():
		return []string{Filter(s)}
	case filtered:
		return []string{joined(" ", Filter(s), standing(s))}
	case v.Newest != w.Newest && v.Newest:
		return []string{joined(" ", "The newest event comes first.", standing(s))}
	case v.Newest != w.Newest:
		return []string{joined(" ", "The oldest event comes first.", standing(s))}
	case now.at != before.at:
		return Place(s)
	}
	return nil
}

// Filters reports whether another filter shows other events than before.
func (now State) Filters(before State) bool {
	v, w := now.view, before.view
	return v.Query != w.Query || v.Paused != w.Paused || v.Dim != w.Dim || v.Unfolded != w.Unfolded ||
		now.n != before.n || now.shown != before.shown
}

// standing says briefly where the reader is.
func standing(s *session.Session) string {
	if !s.HasEvent() {
		return ""
	}
	n, of := s.Standing()
	e := s.Event()
	return fmt.Sprintf("You are at %s of %s: %s, %s", draw.Number(n), draw.Number(of), When(e.Date), ended(e.Title))
}

// Filter says what the filter asks, and how many events match it.
func Filter(s *session.Session) string {
	n, all, v := s.Matched().Len(), s.All().Len(), s.View()
	of := draw.Number(n) + " of " + draw.Number(all)
	switch {
	case !s.Filtered() && all == 1:
		return "No filter: the only event is shown."
	case !s.Filtered():
		return "No filter: all " + draw.Events(all) + " are shown."
	case v.Paused:
		return "The filter is paused: all " + draw.Events(all) + " are shown, of which " + draw.Number(n) + " match " +
			v.Query + ". pause resumes it."
	case v.Dim:
		return asked(s) + ": " + of + ". The others are shown too. dim hides them."
	case n == 0:
		return asked(s) + ": nothing matches."
	}
	return asked(s) + ": " + of + "."
}

// asked says what the filter asks: of actors alone their names, else its text.
func asked(s *session.Session) string {
	q := s.Query()
	wanted, unwanted := q.Values(query.ByActor)
	if len(wanted) == 0 || len(unwanted) > 0 || !q.DropKey(query.ByActor).IsZero() {
		return "Filter " + q.String()
	}
	var names []string
	for _, v := range wanted {
		name := v
		if a, ok := s.Index().Timeline().FindActor(v); ok && !strings.HasSuffix(v, "*") {
			name = s.Index().Timeline().ActorName(a)
		}
		names = append(names, name)
	}
	switch {
	case len(names) == 1:
		return "Only " + names[0]
	case q.Equal(q.Any(query.ByActor)):
		return "Only " + listed(names, "or")
	case q.Equal(q.All(query.ByActor)):
		return capital(listed(names, "and")) + " together"
	}
	return "Filter " + q.String()
}

// FilterParts returns the parts of the filter, each with its number.
func FilterParts(s *session.Session) (lines []string) {
	for n, part := range s.Query().Parts() {
		lines = append(lines, fmt.Sprintf("%d %s", n+1, part))
	}
	return lines
}

// Mistake says why a filter cannot be read, and where that is, in words.
func Mistake(text string, wrong *query.Error) string {
	where := "at its end"
	if at := strings.TrimSpace(text[min(wrong.Start, len(text)):min(wrong.End, len(text))]); at != "" {
		where = "at “" + at + "”"
		if before := strings.Fields(text[:wrong.Start]); len(before) > 0 {
			where += " after “" + before[len(before)-1] + "”"
		}
	}
	words := "That filter cannot be read " + where + ": " + ended(wrong.Message)
	if wrong.Hint != "" {
		words += " " + Sentence(wrong.Hint)
	}
	return words + " The filter before stays."
}
