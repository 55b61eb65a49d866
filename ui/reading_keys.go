package ui

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/layout"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// The page on which an event is read: how it is opened and left, and what its keys do that are not those of the detail.

// A reads does what that page asks of the screen.
type reads struct{ *model }

// keys are the keys of the page on which an event is read.
func (reads) keys() keymap {
	turn := func(m *model, n int) { reads{m}.turn(n) }
	in := []mode{inReading}
	onLink := func(m *model) bool { return m.panes.reading.OnLink() }
	offLink := func(m *model) bool { return m.panes.reading.HasLinks() && !onLink(m) }
	return keymap{
		{
			name: "follow", keys: []string{"enter"}, show: "Enter", foot: "follow",
			in: in, when: onLink, why: lack.anyLink, acts: true, do: answers((*model).follow), links: true,
		},
		{
			name: "follow", keys: []string{"enter"}, show: "Enter",
			does: "follow the link; with none in focus: to the first, from there ↑ ↓ go from link to link", foot: "first link",
			in: in, when: offLink, why: lack.anyLink, acts: true, do: does((*model).firstLink),
		},
		{
			name: "left", keys: []string{"left", "h"}, show: "← h", does: "the event before", foot: "before",
			in: in, offer: func(m *model) bool { return reads{m}.leads(-1) }, acts: true, do: moves(turn, -1),
		},
		{
			name: "right", keys: []string{"right", "l"}, show: "→ l", does: "the next event", foot: "next",
			in: in, offer: func(m *model) bool { return reads{m}.leads(1) }, acts: true, do: moves(turn, 1),
		},
		{name: "other-up", keys: []string{"K", "shift+up"}, show: "K", in: in, acts: true, do: moves(turn, -1)},
		{
			name: "other-down", keys: []string{"J", "shift+down"}, show: "J K", does: "the next event, the one before",
			in: in, acts: true, do: moves(turn, 1),
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", does: "to the next link; shift+Tab: to the one before",
			foot: "links", in: in, offer: func(m *model) bool { return m.panes.reading.HasLinks() },
			acts: true, do: moves((*model).nextLink, 1),
		},
		{name: "previous", keys: []string{"shift+tab"}, in: in, acts: true, do: moves((*model).nextLink, -1)},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc",
			does: "back to the page whose link led here, else to where the first was opened", foot: "back",
			in: in, do: does(func(m *model) { reads{m}.out() }),
		},
		{name: "quit", keys: []string{"q"}, in: in, do: does(func(m *model) { m.modes.home() })},
	}.under("On the page of an event")
}

// page returns the page of the event that has the keys: the one on the whole screen, or the detail.
func (m reads) page() *outline.Page {
	if m.mode() == inReading {
		return &m.panes.reading.Page
	}
	return &m.panes.detail.Page
}

// place returns where the text of that page is.
func (m reads) place() image.Rectangle {
	if m.mode() == inReading {
		return m.layout().Sheet()
	}
	return m.layout().Page()
}

// over reports whether the page on which an event is read has the screen: by itself, or under what lies over it.
func (m reads) over() bool {
	return m.mode() == inReading || m.mode().over() && m.modes.has(inReading)
}

// open opens the selected event on the whole screen.
func (m reads) open() {
	m.modes.push(inReading)
	m.panes.reading.Leap()
	m.openDetail()
}

// goTo goes from the page of an event to that of another, from which Esc leads back.
func (m reads) goTo(id string) {
	m.panes.reading.Came(m.panes.reading.ID(), id)
	m.show(id)
}

// show reads the event with an id.
func (m reads) show(id string) {
	if i, ok := m.session.Index().Timeline().Find(id); ok && m.session.GoingOn().Len() > 0 && m.session.GoingOn().Has(i) {
		m.session.OpenGoingOn() // or it would be one of those of the line above the list
	}
	m.session.GoTo(id)
}

// came notes that something else than a link has led from the page to that of another event.
func (m reads) came() {
	if m.mode() == inReading {
		m.panes.reading.Came(m.panes.reading.ID(), m.session.View().Anchor)
	}
}

// out goes back to the event whose page led here, else to where the page was opened.
func (m reads) out() {
	id, ok := m.panes.reading.Back(m.panes.reading.ID())
	if _, known := m.session.Index().Timeline().Find(id); !ok || !known {
		m.close()
		return
	}
	m.panes.reading.Returns()
	m.show(id)
}

// returns makes an action that leads back to where the reader was: what is read there is as it was left.
func (reads) returns(f func(*session.Session)) func(*model, string) tea.Cmd {
	return does(func(m *model) {
		if m.mode() == inReading || m.mode() == inDetail {
			reads{m}.page().Returns()
		}
		f(m.session)
	})
}

// held reports whether the detail, once it has the keys, shows all of the selected event at once.
func (m reads) held() bool {
	if m.mode() != inDetail {
		m.modes.push(inDetail)
		defer m.modes.pop()
	}
	m.openDetail()
	return m.panes.detail.Fits(m.layout().Page().Dy())
}

// inward goes from the detail further in: to the page on the whole screen where there is more than the detail holds,
// else to the first link.
func (m reads) inward() {
	if m.held() {
		m.firstLink()
		return
	}
	m.open()
}

// turn reads the event n further down the list. The line of what goes on is no event.
func (m reads) turn(n int) {
	m.panes.reading.Leap()
	if m.session.OnGoingOn() {
		m.session.OpenGoingOn()
	}
	if n < 0 && m.session.Cursor()+n < 0 && m.session.GoingOn().Len() > 0 {
		m.session.SetNotice("what is above goes on since before; Esc leads to it")
		return
	}
	m.step(n)
}

// edge says that the page has no further line that way, and what leads on where something does.
func (m reads) edge(n int) string {
	key := m.session.Key
	words, on := "the page ends here", "; "+key("other-down")+" goes to the event below"
	if n = min(max(n, -1), 1); n < 0 {
		words, on = "the page begins here", "; "+key("other-up")+" goes to the event above"
	}
	if m.leads(n) {
		words += on
	}
	return words
}

// filter returns in w cells what the filter makes of the events, as in "all shown" where there is none.
func (m reads) filter(w int) string {
	switch v := m.session.View(); {
	case !m.session.Filtered():
		return "all shown"
	case v.Paused:
		return "paused"
	case v.Dim:
		return "dimmed"
	default:
		return m.theme.Fit(v.Query, w)
	}
}

// changes makes an action that changes how the filter shows events, and on the page says what has come of it.
func (reads) changes(f func(*session.Session)) func(*model, string) tea.Cmd {
	return does(func(m *model) {
		f(m.session)
		if m.mode() != inReading {
			return
		}
		words := "only what the filter leaves is shown: " + m.session.View().Query
		switch v := m.session.View(); {
		case v.Paused:
			words = "the filter is paused, and all events are shown; " + m.session.Key("pause") + " resumes it"
		case v.Dim:
			words = "what the filter hid is shown, dimmed; " + m.session.Key("dim") + " hides it again"
		}
		m.session.SetNotice(words)
	})
}

// leads reports whether there is an event n further down the list.
func (m reads) leads(n int) bool {
	n += m.session.Cursor()
	return n >= 0 && n < m.session.Shown().Len() && !m.session.OnGoingOn()
}

// head draws the place of the event that is read, and beside it the events before and after.
func (m reads) head(c *canvas) {
	s := m.session
	if c.s.Title.Empty() || !s.HasEvent() {
		return
	}
	at, of := s.Standing()
	neighbour := func(n int) int {
		if !m.leads(n) {
			return -1
		}
		return s.At(s.Cursor() + n)
	}
	c.row(c.s.Title, m.panes.reading.Head(s, m.theme, c.s.Size.X, at, of, neighbour(-1), neighbour(1)))
}

// click acts on a place of the page: a link is followed, the first row leads to the events before and after.
func (m reads) click(s layout.Screen, at image.Point) tea.Cmd {
	switch r := s.Sheet(); {
	case at.In(s.Title) && at.X < s.Size.X/2:
		m.turn(-1)
	case at.In(s.Title):
		m.turn(1)
	case at.In(r) && m.panes.reading.Click(m.session, at.Sub(r.Min), r.Dy()):
		m.session.StayHere()
		return m.follow()
	}
	return nil
}

// keep has the page on which an event is read follow what has become of the record.
func (m reads) keep(u session.Update) {
	switch {
	case !m.modes.has(inReading):
	case !m.session.HasEvent() && m.mode() == inReading:
		m.modes.close(inReading)
	case u.Record:
		id := m.panes.reading.ID()
		if _, ok := m.session.Index().Timeline().Find(id); !ok && id != "" {
			m.modes.close(inReading)
			m.session.SetNotice("the event that was read is no longer in the record")
		}
	default:
		m.tellHidden()
	}
}

// tellHidden says so where the filter hides the event that was read, and another has come in its place.
func (m reads) tellHidden() {
	const most = 40 // cells of a title
	t := m.session.Index().Timeline()
	i, ok := t.Find(m.panes.reading.ID())
	if !ok || m.mode() != inReading || m.session.Searching() || m.session.Lists(i) {
		return
	}
	name := func(i int) string { return "“" + m.theme.Fit(t.EventTitle(i), most) + "”" }
	m.session.SetNotice("the filter hides " + name(i) + "; this is " + name(m.session.Selected()) +
		"; " + m.session.Key("undo") + " takes that back")
}

// detail goes into the detail.
func (m reads) detail() {
	if m.mode() != inDetail {
		m.modes.push(inDetail)
	}
	m.openDetail()
}
