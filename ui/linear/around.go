package linear

import (
	"fmt"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/fold"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Around says which of the events shown begin in the days before an event, or after it, and which is the nearest
// beyond. The event is found by words of its title, of which a number before them says how many days are meant, 7 where
// there is none.
func Around(s *session.Session, text string, before bool) (lines []string) {
	const usual, most = 7, 1_000_000
	days := usual
	first, rest, more := strings.Cut(text, " ")
	if n, ok := Number(first); ok && more && n > 0 && n <= most {
		days, text = n, strings.TrimPrefix(strings.TrimSpace(rest), "days ")
	}
	i, others, ok := titled(s, text)
	if !ok {
		return []string{"No event has “" + text + "” in its title, or in its words."}
	}
	t := s.Index().Timeline()
	d := t.Date(i)
	head := strings.TrimRight(t.EventTitle(i), ".") + ": " + When(d) + "."
	if others > 0 {
		head += " " + Counted(others, "other event") + " would be meant too."
	}
	if d.IsZero() || calendar.Beyond(d.Earliest()) || calendar.Beyond(d.Latest()) {
		return []string{head, "It has no day from which days could be counted."}
	}
	from, to := calendar.Days.Shift(d.Earliest(), -days), d.Earliest()-1
	which, end := "before", "The last before"
	if !before {
		from, to = d.Latest()+1, calendar.Days.Shift(d.Latest(), days)
		which, end = "after", "The first after"
	}
	shown, found, hidden := s.Shown(), 0, 0
	nearest := -1 // beyond the days
	for n := range s.All().Len() {
		if day := t.Start(s.All().At(n)); from <= day && day <= to && !s.Lists(s.All().At(n)) {
			hidden++
		}
	}
	for n := range shown.Len() {
		day := t.Start(shown.At(n))
		switch {
		case t.Date(shown.At(n)).IsZero():
		case from <= day && day <= to:
			found++
			lines = append(lines, When(t.Date(shown.At(n)))+": "+ended(t.EventTitle(shown.At(n))))
		case before && day < from:
			nearest = shown.At(n)
		case !before && day > to && nearest < 0:
			nearest = shown.At(n)
		}
	}
	span := fmt.Sprintf("The %s %s: %s.", Counted(days, "day"), which, Counted(found, "event"))
	if hidden > 0 {
		span += " The filter hides " + draw.Number(hidden) + " more."
	}
	lines = append([]string{head + " " + span}, lines...)
	if found == 0 && nearest >= 0 {
		away := t.Start(nearest).DaysTo(d.Earliest())
		later := "earlier"
		if !before {
			away, later = d.Latest().DaysTo(t.Start(nearest)), "later"
		}
		lines = append(lines, fmt.Sprintf("%s: %s, %s %s: %s", end, When(t.Date(nearest)), draw.Elapsed(int(away)), later,
			ended(t.EventTitle(nearest))))
	}
	return lines
}

// titled returns the event whose title has all words of a text, of several the nearest to the reader, or else one that
// has the words anywhere; others is how many more there are.
func titled(s *session.Session, text string) (event, others int, ok bool) {
	words := strings.Fields(fold.Fold(text))
	if len(words) == 0 {
		return 0, 0, false
	}
	var q query.Query
	for _, word := range words {
		q = q.Add(query.ByWords, word)
	}
	t, here := s.Index().Timeline(), 0
	if s.HasEvent() {
		here = s.Selected()
	}
	has := s.Index().Select(q)
	found, better := -1, 0
	for n := range has.Len() {
		i := has.At(n)
		title := fold.Fold(t.EventTitle(i))
		all := true
		for _, word := range words {
			all = all && strings.Contains(title, word)
		}
		if !all {
			continue
		}
		if better++; found < 0 || max(i-here, here-i) < max(found-here, here-found) {
			found = i
		}
	}
	switch {
	case found >= 0:
		return found, better - 1, true
	case has.Len() > 0:
		return has.At(0), has.Len() - 1, true
	}
	return 0, 0, false
}
