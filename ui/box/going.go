package box

import (
	"errors"
	"slices"
	"strings"
	"time"
	"unicode"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A going is a date in the text, and where it leads. The list shows that while the date is in focus.
type going struct {
	from   calendar.Day // the day in view when the box opened
	date   edtf.Date    // zero where the text is none
	to     session.Landing
	leads  string // what there is on that date
	hidden int    // events on it that the filter hides, where it shows none
	first  bool   // it is what the text means before all else
	err    *edtf.Error
}

// open takes the day in view.
func (g *going) open(s *session.Session) {
	*g = going{from: calendar.Forever}
	if at, ok := s.Spot(); ok {
		g.from = at
	}
}

// read reads a text as a date. Commands have none.
func (g *going) read(s *session.Session, text string, commands bool) {
	*g = going{from: g.from}
	if text == "" || commands || s.Index().Timeline().Len() == 0 {
		return
	}
	read, err := s.ReadDate(text, g.from)
	if err != nil {
		if !errors.As(err, &g.err) {
			g.err = &edtf.Error{Message: err.Error()}
		}
		if !nearlyDate(text) {
			g.err = nil
		}
		return
	}
	g.date, g.first = read, isFirst(s, text, read, g.from)
	g.to = s.Landing(read, s.DirectionOf(text, read, g.from), g.from)
	if g.leads = landingWords(g.to); g.to.N == 0 {
		g.hidden = g.to.Hidden
	}
	if !s.HasEvent() && g.hidden == 0 {
		g.leads = "no event, and the filter shows none"
	}
}

// isFirst reports whether a text that is a date means that before all else: it has a digit, is the whole name of a
// month, or counts from a day.
func isFirst(s *session.Session, text string, read edtf.Date, from calendar.Day) bool {
	month := slices.Contains(monthNames(), strings.ToLower(text))
	return month || strings.ContainsFunc(text, unicode.IsDigit) || isRelative(s, text, read, from)
}

// nearlyDate reports whether a text has numbers and else only what begins as months do, so that it may be meant as a
// date: dec 32, 2025-13, 8. augst; not 12:30, a B52 or the G7.
func nearlyDate(text string) bool {
	const signs = "-./~?%,"
	digits := false
	for field := range strings.FieldsSeq(strings.ToLower(text)) {
		word := strings.TrimLeft(field, "0123456789"+signs)
		digits = digits || strings.ContainsFunc(field, unicode.IsDigit)
		switch ordinal := word != field && slices.Contains([]string{"st", "nd", "rd", "th"}, word); {
		case word == "", ordinal:
		case word != field || !slices.ContainsFunc(monthNames(), func(month string) bool {
			return strings.HasPrefix(word, month[:min(3, len(word))])
		}):
			return false
		}
	}
	return digits
}

// monthNames returns the names of the months in lower case.
func monthNames() (names []string) {
	for month := time.January; month <= time.December; month++ {
		names = append(names, strings.ToLower(month.String()))
	}
	return names
}

// isRelative reports whether a text counts from today or from the day in view, as “last month” does and “july” does
// not.
func isRelative(s *session.Session, text string, read edtf.Date, from calendar.Day) bool {
	if _, yearless := edtf.Yearless(text); yearless {
		return false
	}
	const elsewhere = 10_003 // days, after which no day, week, month or year is the same
	today := s.Today()
	if from == calendar.Beginning || from == calendar.Forever {
		from = today
	}
	other, err := edtf.ParseRelative(text, calendar.Days.Shift(today, elsewhere), calendar.Days.Shift(from, elsewhere))
	return err == nil && other != read
}

// show has the list show where the date leads.
func (g *going) show(s *session.Session, before session.Past) {
	if g.to.Toward != session.Anywhere || !s.HasEvent() {
		s.StayAt(before.Anchor)
		return
	}
	s.ChooseEvent(g.to.Event)
}

// take goes where the date leads, which H and undo take back. Where the filter shows nothing it is paused for that.
func (g *going) take(s *session.Session) {
	switch {
	case s.HasEvent():
	case g.hidden > 0:
		s.GoTo(s.Index().Timeline().Event(g.to.Event).ID)
		return
	default:
		s.SetNotice(g.date.String() + ": " + g.leads)
		return
	}
	if g.to.Toward == session.Anywhere {
		s.Jump(func() { s.ChooseEvent(g.to.Event) })
	}
	if g.hidden > 0 {
		s.SetNotice("the filter hides " + draw.Events(g.hidden) + " of " + g.date.String() + "; " + s.Key("pause") +
			" pauses it")
	}
}

// landingWords says what there is where a date leads.
func landingWords(to session.Landing) string {
	hidden := ""
	if to.Hidden > 0 {
		hidden = draw.Events(to.Hidden) + ", hidden by the filter"
	}
	switch {
	case to.N > 0 && hidden != "":
		return draw.Events(to.N) + ", and " + hidden
	case to.N > 0:
		return draw.Events(to.N)
	case to.Toward == session.Later:
		return nothing(hidden, "no later event")
	case to.Toward == session.Earlier:
		return nothing(hidden, "no earlier event")
	case to.Within && hidden == "":
		return "within " + to.Date.String()
	case to.Date.IsZero() && hidden == "":
		return "no event has a date"
	case to.Date.IsZero():
		return hidden
	case hidden == "":
		hidden = "no event"
	}
	return hidden + "; the nearest: " + to.Date.String()
}

// nothing says that there is no event, and before that what the filter hides.
func nothing(hidden, words string) string {
	if hidden == "" {
		return words
	}
	return hidden + "; " + words
}
