package ui

import (
	"strings"

	"dateline/ui/draw"
	"dateline/ui/layout"
)

// View returns the frame. It is drawn anew only if something changed, since bubbletea asks after every message.
func (m *model) View() string {
	if m.frame == "" && m.size.X > 0 && m.size.Y > 0 {
		m.frame = m.draw()
	}
	return m.frame
}

// draw asks layout for rectangles, asks the panes to draw, and joins them: exactly as many lines as the terminal has.
func (m *model) draw() string {
	s, th := m.layout(), m.theme
	c := m.canvas(s)
	c.lines = make([]strings.Builder, s.Size.Y)
	if m.mode() == inReading {
		reads{m}.head(&c)
		c.ruleLine = draw.Spaces(s.Size.X)
	} else {
		c.title(m.session, m.opts.Name, &m.reader, m.picking())
		c.row(s.Query, m.queryRow(s.Size.X))
		c.rule(m.mode().covers())
	}
	below := s.Drop.Dy()
	if m.mode() == inQueryLine && m.panes.queryLine.Offers() { // which is what hangs there
		below = 0
	}
	c.tell(m.said(), below, m.mode().typing())
	m.drawPanes(&c)
	if why := m.session.WhyUndated(); why != nil {
		c.place(s.Strip(), c.words(s.Strip().Size(), why))
	} else {
		c.place(s.Strip(), m.panes.overview.Draw(m.session, th, s.Strip().Size()))
	}
	c.row(s.Footer, m.actions.footing(m, s.Size.X).spans(th, s.Size.X))
	return c.String()
}

// canvas returns a frame of which nothing is drawn yet.
func (m *model) canvas(s layout.Screen) canvas {
	c := canvas{th: m.theme, s: s, settings: m.opts.Settings.Count()}
	if m.modes.base() == inLanes {
		c.lanes = &m.panes.lanes
	}
	return c
}

// picking reports whether the row of the title counts what the actors that are being picked would leave.
func (m *model) picking() bool { return m.mode() == inWho && m.panes.who.Shows() }

// drawPanes draws the panes, or what lies over them.
func (m *model) drawPanes(c *canvas) {
	s, th, whole := c.s, m.theme, c.s.Panes
	if m.mode() == inBox {
		c.place(s.Box, m.panes.box.Draw(th, s.Box.Size()))
		if s.Box == s.Panes {
			return
		}
	}
	switch {
	case s.Side().Empty():
	case m.mode() == inReading:
		c.place(s.Sheet(), m.panes.reading.Draw(th, s.Sheet().Size(), true))
	case m.mode() == inAbout:
		c.place(s.Whole(), m.panes.about.Draw(th, s.Whole().Size()))
	case m.mode() == inCompare:
		c.place(whole, m.panes.compare.Draw(th, whole.Size()))
	case m.mode() == inProblems:
		c.place(whole, m.panes.problemList.Draw(m.session, th, whole.Size()))
	case m.mode() == inWrite || m.mode() == inFile:
		c.place(whole, m.panes.write.Draw(m.session, th, whole.Size(), m.mode() == inFile))
	case m.mode() == inSaved || m.mode() == inNaming:
		c.place(whole, m.panes.savedList.Draw(m.session, th, whole.Size(), m.mode() == inNaming))
	case m.mode().over() && s.Shape != layout.Beside:
		m.drawOver(c)
	default:
		c.rail(m)
		c.picker(m)
		m.drawEvents(c)
		if m.mode().over() {
			m.drawOver(c)
		} else if page := s.Page(); !s.Detail.Empty() && m.session.HasEvent() {
			c.place(page, m.panes.detail.Draw(th, page.Size(), m.mode() == inDetail))
		}
	}
}

// drawEvents draws the events as a list or as lanes, or why there are none, and above them what is offered for the
// query line.
func (m *model) drawEvents(c *canvas) {
	th, r := m.theme, c.s.Events(m.session.HasEvent())
	focused := m.mode() != inDetail && m.mode() != inChips && m.mode() != inBox
	if m.mode() == inQueryLine && m.panes.queryLine.Offers() {
		c.place(c.s.Drop, m.panes.queryLine.DrawOffers(th, c.s.Drop.Size()))
	}
	var rows []string
	switch {
	case r.Empty():
	case !m.session.HasEvent():
		rows = c.words(r.Size(), emptyWords(m.session, m.reader.under, m.mode()))
	case m.modes.base() == inLanes:
		rows = m.panes.lanes.Draw(m.session, th, r.Size(), focused)
	default:
		rows = m.panes.list.Draw(m.session, th, r.Size(), focused)
	}
	for len(rows) < r.Dy() {
		rows = append(rows, draw.Spaces(r.Dx())) // so that the detail beside them is aligned
	}
	c.place(r, rows)
	if m.session.HasEvent() || c.s.Shape == layout.Beside {
		c.split()
	}
}

// drawOver draws an actor's page or a chart over the detail.
func (m *model) drawOver(c *canvas) {
	r, th := c.s.Side(), m.theme
	switch m.mode() {
	case inChart:
		c.place(r, m.panes.chart.Draw(m.session, th, r.Size()))
	case inActor:
		r = c.s.Inset(r)
		c.place(r, m.panes.actorPage.Draw(th, r.Size()))
	}
}

// queryRow returns the query line, or what is in its place.
func (m *model) queryRow(w int) []draw.Span {
	switch m.mode() {
	case inBox:
		return m.panes.box.Line(m.theme, w)
	case inOverview:
		return m.panes.overview.Row(m.session, m.theme, w)
	}
	return m.panes.queryLine.Draw(m.session, m.theme, w, m.mode().lineUse())
}
