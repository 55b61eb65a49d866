package ui

import (
	"strings"

	"dateline/ui/draw"
)

// View is the frame that was drawn last, unless something changed: bubbletea asks after every message.
func (m *model) View() string {
	if m.frame == "" && m.size.X > 0 && m.size.Y > 0 {
		m.frame = m.draw()
	}
	return m.frame
}

// draw asks layout for rectangles, asks the panes to draw, and joins them: exactly as many lines as the terminal has.
func (m *model) draw() string {
	s, th := m.layout(), m.theme
	c := canvas{th: th, s: s, lines: make([]strings.Builder, s.size.Y)}
	c.row(s.title, titleRow(m.session, th, s.size.X, m.opts.Name, &m.reader))
	c.row(s.query, m.queryRow(s.size.X))
	c.row(s.rule, []draw.Span{th.Faint.Span(rule(s, th.Glyphs, m.mode()))})
	m.drawPanes(&c)
	c.place(s.strip(), m.overview.Draw(m.session, th, s.strip().Size()))
	c.row(s.footer, m.footerRow(s.size.X))
	return c.String()
}

// drawPanes draws the panes, or what lies over them.
func (m *model) drawPanes(c *canvas) {
	s, th, whole := c.s, m.theme, c.s.panes
	switch {
	case s.side().Empty():
	case m.mode() == inHelp:
		c.place(whole, m.help.Draw(th, whole.Size()))
	case m.mode() == inAbout:
		c.place(s.whole(), m.about.Draw(th, s.whole().Size()))
	case m.mode() == inProblems:
		c.place(whole, m.problemList.Draw(m.session, th, whole.Size()))
	case m.mode().covers():
		c.place(whole, m.savedList.Draw(m.session, th, whole.Size(), m.mode() == inNaming))
	case m.mode().over() && s.shape != beside:
		m.drawOver(c)
	default:
		m.drawEvents(c)
		if m.mode().over() {
			m.drawOver(c)
		} else if page := s.page(); !s.detail.Empty() && m.session.HasEvent() {
			c.place(page, m.detail.Draw(th, page.Size(), m.mode() == inDetail))
		}
	}
}

// drawEvents draws the events as a list or as lanes, or why there are none, with what is offered for the query line over
// them.
func (m *model) drawEvents(c *canvas) {
	th, r := m.theme, c.s.events(m.session.HasEvent())
	focused := m.mode() != inDetail && m.mode() != inChips
	var rows []string
	switch {
	case r.Empty():
	case !m.session.HasEvent():
		rows = drawWords(th, r.Size(), emptyWords(m.session, m.reader.under, m.mode()))
	case m.modes.base() == inLanes:
		rows = m.lanes.Draw(m.session, th, r.Size(), focused)
	default:
		rows = m.list.Draw(m.session, th, r.Size(), focused)
	}
	c.place(r, m.queryLine.Overlay(th, filled(rows, r), r.Dx()))
	if m.session.HasEvent() || c.s.shape == beside {
		c.split()
	}
}

// drawOver draws the actor panel, an actor's page or a chart over the detail.
func (m *model) drawOver(c *canvas) {
	r, th := c.s.side(), m.theme
	switch m.mode() {
	case inPanel:
		c.place(r, m.panel.Draw(m.session, th, r.Size()))
	case inChart:
		c.place(r, m.chart.Draw(m.session, th, r.Size()))
	default:
		r = c.s.inset(r)
		c.place(r, m.actorPage.Draw(th, r.Size()))
	}
}

// queryRow is the query line, or what is in its place.
func (m *model) queryRow(w int) []draw.Span {
	switch m.mode() {
	case inDate:
		return m.dates.Draw(m.theme, w)
	case inOverview:
		return m.overview.Row(m.session, m.theme, w)
	}
	return m.queryLine.Draw(m.session, m.theme, w, m.mode().lineUse())
}
