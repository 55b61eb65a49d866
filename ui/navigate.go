package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"

	"dateline/timeline/calendar"
	"dateline/timeline/query"
)

// What the keys that move and read do.

// vertical moves by n: the selection in the list, lines in the detail and the overlays.
func (m *model) vertical(n int) {
	switch m.mode() {
	case inHelp:
		m.help.top = max(0, m.help.top+n)
	case inProblems:
		m.problemList.move(n, len(m.problems))
	case inKept:
		m.keptList.move(n)
	case inDetail:
		m.detail.Scroll(n, m.layout().detail.Dy())
	case inChart:
		m.chart.move(n)
	case inActor:
		m.actorPage.Scroll(n, m.layout().side().Dy())
	case inLanes:
		m.lanes.move(m.session, n)
	default:
		m.choose(m.cursor + n)
	}
}

// pages moves by n half pages.
func (m *model) pages(n int) {
	h := m.layout().panes.Dy()
	switch m.mode() {
	case inDetail:
		h = m.layout().detail.Dy()
	case inActor:
		h = m.layout().side().Dy()
	case inLanes:
		h = m.lanes.page
	case inList:
		h = m.inSight
	}
	half := max(1, (h-1)/2)
	m.vertical(n * half)
}

// end moves to the first or the last.
func (m *model) end(n int) {
	if m.mode() == m.modes.base() && m.hasEvent() {
		m.jump(func() { m.choose((n + 1) / 2 * (m.shown().Len() - 1)) })
		return
	}
	m.vertical(n * (1 << 30))
}

// read goes into the detail.
func (m *model) read() {
	if m.mode() != inDetail {
		m.modes.push(inDetail)
	}
	m.openDetail()
}

// openDetail lays the detail out for the selected event, so that its links are there before it is drawn.
func (m *model) openDetail() {
	m.detail.open(m.session, m.theme, m.selected(), max(1, m.layout().page().Dx()))
}

// nextLink goes into the detail, and there from link to link; past the last it leaves again.
func (m *model) nextLink(n int) {
	if m.mode() == inList {
		m.modes.push(inDetail)
	}
	m.openDetail()
	if !m.detail.Step(n, m.layout().detail.Dy()) {
		m.detail.At = draw.NoLink
		m.modes.home()
	}
}

// otherPane moves the pane that is not in focus.
func (m *model) otherPane(n int) {
	if m.mode() == inDetail {
		m.choose(m.cursor + n)
		return
	}
	if m.hasEvent() {
		m.openDetail()
		m.detail.Scroll(n, m.layout().detail.Dy())
	}
}

// follow acts on the link in focus.
func (m *model) follow() tea.Cmd {
	l, _ := m.detail.link()
	switch l.Kind {
	case toSource:
		return m.outside.openURL(m.session, l.Value)
	case toEvent:
		m.goTo(l.Value)
	case toActor:
		m.toggle(query.ByActor, l.Value)
	case toTag:
		m.toggle(query.ByTag, l.Value)
	case toType:
		m.toggle(query.ByType, l.Value)
	case toLocation:
		m.toggle(query.ByLocation, l.Value)
	case toFigure:
		m.openChart()
	}
	return nil
}

// stepOut goes one step out: from a link, from the detail, from the last part of the filter. It never quits.
func (m *model) stepOut() {
	switch {
	case m.mode() == inDetail && m.detail.onLink():
		m.detail.At = draw.NoLink
	case m.mode() == inDetail:
		m.modes.home()
	case m.view.query != "":
		m.dropPart()
	}
}

// by makes what a key does that goes up or down the list by a unit of time in which something happened.
func by(u calendar.Unit, down int) func(*model) {
	return func(m *model) {
		if !m.leap(u.Start, u.Next, down > 0 != m.view.newest) {
			m.notice = "there is no further " + u.String() + " with an event"
		}
	}
}

// openSource opens the source in focus, else the first.
func (m *model) openSource() tea.Cmd {
	m.openDetail()
	address, ok := m.detail.source()
	if !ok {
		m.notice = "the sources of this event have no link"
		return nil
	}
	return m.outside.openURL(m.session, address)
}

// copyEvent copies the link in focus, else the event with its sources.
func (m *model) copyEvent() tea.Cmd {
	m.openDetail()
	if l, ok := m.detail.link(); ok {
		return m.outside.copyText(m.session, l.Value, "“"+draw.Enough(l.Value, m.size.X)+"”")
	}
	return m.outside.copyText(m.session, eventText(m.index.Timeline(), m.event()), "the event")
}

// openLanes shows the events as lanes, or in lanes changes between a column for each event and columns to scale.
func (m *model) openLanes() {
	if m.mode() == inLanes {
		m.lanes.cols.flip()
		return
	}
	m.modes.rebase(inLanes)
	m.detail.At = draw.NoLink
}

// closeLanes goes back to the list; where nothing matches it first drops the part of the filter that is to blame.
func (m *model) closeLanes() {
	if !m.hasEvent() && m.filtered() {
		m.dropPart()
		return
	}
	m.modes.rebase(inList)
}
