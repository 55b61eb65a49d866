package pane

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A DateLine is the line that a date is typed into, to go there. While it is typed, the list shows where it leads.
type DateLine struct {
	line   input.Line
	before session.Past // what was looked at before the line opened; Esc goes back to it
	from   calendar.Day // the day in view when the line opened
	read   edtf.Date
	leads  string // what there is on that date
	hidden int    // events on it that the filter hides, where it shows none
	err    *edtf.Error
}

// Open opens the line.
func (d *DateLine) Open(s *session.Session) {
	*d = DateLine{before: s.Here(), from: calendar.Forever}
	d.line.Open("")
	if at, ok := s.Spot(); ok {
		d.from = at
	}
}

// preview goes where the typed text leads. One that cannot be read leaves the last place.
func (d *DateLine) preview(s *session.Session) {
	text := d.line.Text()
	d.err, d.read = nil, edtf.Date{}
	if strings.TrimSpace(text) == "" {
		s.StayAt(d.before.Anchor)
		return
	}
	read, err := s.ReadDate(text, d.from)
	if err != nil {
		if !errors.As(err, &d.err) {
			d.err = &edtf.Error{Message: err.Error()}
		}
		return
	}
	d.read = read
	to := s.Landing(read, s.DirectionOf(text, read, d.from), d.from)
	d.leads, d.hidden = landingWords(to), 0
	if to.N == 0 {
		d.hidden = to.Hidden
	}
	if to.Toward != session.Anywhere {
		s.StayAt(d.before.Anchor)
		return
	}
	s.ChooseEvent(to.Event)
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

// Draw returns the line that is typed into, which takes the place of the query line.
func (d *DateLine) Draw(th *draw.Theme, w int) []draw.Span {
	var bad *query.Error
	if err := d.err; err != nil {
		bad = &query.Error{Start: err.Start, End: err.End}
	}
	return append([]draw.Span{th.Faint.Span(" : ")}, d.line.Spans(th, w-4, bad)...)
}

// Words say how the typed text is read, and what there is; or what to type.
func (d *DateLine) Words(th *draw.Theme) draw.Span {
	switch {
	case d.err != nil:
		return th.Bad.Span(d.err.Error())
	case d.read.IsZero():
		return th.Faint.Span("a date, such as 2025-09, 8 sep, 2025-Q3, yesterday or 3 weeks later")
	}
	return th.Strong.Span(d.read.String() + ": " + d.leads)
}

// Type hands a key to the line, and goes where the text leads then.
func (d *DateLine) Type(s *session.Session, k tea.KeyMsg) input.Typed {
	typed := d.line.Update(k)
	if typed.Changed {
		d.preview(s)
	}
	return typed
}

// Keep ends the line where it led. One that cannot be read stays open, which it reports as false.
func (d *DateLine) Keep(s *session.Session) bool {
	if d.err != nil {
		return false
	}
	to := s.View().Anchor
	d.Leave(s)
	if i, ok := s.Index().Timeline().Find(to); ok && !d.read.IsZero() {
		s.Jump(func() { s.ChooseEvent(i) })
	}
	if d.hidden > 0 {
		s.SetNotice("the filter hides " + draw.Events(d.hidden) + " of " + d.read.String() + "; p pauses it")
	}
	return true
}

// Leave goes back to where the line opened.
func (d *DateLine) Leave(s *session.Session) { s.BackTo(d.before) }
