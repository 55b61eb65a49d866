package ui

import "dateline/ui/layout"

// arrange fits what is on the screen into its place: it scrolls lists to their cursor and lays pages out. It comes at
// the end of every message, so that drawing changes nothing, and so that keys find a page as long as it will be drawn.
func (m *model) arrange() {
	if m.size.X <= 0 || m.size.Y <= 0 {
		return
	}
	m.panes.who.Attend(m.session, m.mode() == inWho, m.modes.has(inWho), !m.layout().Rail.Empty())
	half, yields := halved(m)
	m.panes.list.Measure(m.session, m.theme, half.List.Size(), yields, m.mode() == inDetail)
	m.panes.queryLine.Try(m.panes.who.Opened())
	s := m.layout()
	if r := s.Who(); !r.Empty() {
		m.panes.who.Arrange(m.session, m.theme, r.Size(), m.pointer.on)
	}
	m.panes.list.Arrange(m.session, m.theme, s.List.Size(), s.Shape != layout.Beside)
	m.panes.queryLine.Attend(m.session)
	m.arrangePanes(s)
	m.panes.overview.Arrange(m.session, s.Strip().Dx())
}

// arrangePanes arranges the panes that are drawn.
func (m *model) arrangePanes(s layout.Screen) {
	whole := s.Panes.Size()
	if s.Side().Empty() {
		return
	}
	switch m.mode() {
	case inBox:
		m.panes.box.Attend(m.session)
		m.panes.box.Arrange(m.theme, s.Box.Size())
		if s.Box == s.Panes {
			return
		}
	case inAbout:
		m.panes.about.Arrange(m.session, m.theme, m.opts.Name, s.Whole().Size())
		return
	case inCompare:
		m.panes.compare.Arrange(m.session, m.theme, whole)
		return
	case inProblems:
		m.panes.problemList.Arrange(m.session, m.theme, whole)
		return
	case inWrite, inFile:
		m.panes.write.Attend(m.session)
		m.panes.write.Arrange(whole)
		return
	case inSaved, inNaming:
		m.panes.savedList.Arrange(m.theme, whole, m.mode() == inNaming)
		return
	}
	if m.mode() == inReading {
		if r := s.Sheet(); m.session.HasEvent() {
			m.panes.reading.Open(m.session, m.theme, m.session.Selected(), max(1, r.Dx()))
			m.panes.reading.Scroll(m.session, 0, r.Dy())
		}
		return
	}
	if m.mode().over() {
		m.arrangeOver(s)
		if s.Shape != layout.Beside {
			return
		}
	}
	m.panes.queryLine.Arrange(s.Drop.Dy())
	if !m.session.HasEvent() {
		return
	}
	switch {
	case s.List.Empty():
	case m.modes.base() == inLanes:
		m.panes.lanes.Arrange(m.session, s.List.Size(), s.Detail.Empty())
	default:
		m.panes.list.Window(m.session)
	}
	if page := s.Page(); !s.Detail.Empty() && !m.mode().over() {
		m.panes.detail.Open(m.session, m.theme, m.session.Selected(), page.Dx())
		m.panes.detail.Scroll(m.session, 0, page.Dy())
	}
}

// arrangeOver arranges what lies over the detail.
func (m *model) arrangeOver(s layout.Screen) {
	r := s.Side()
	switch m.mode() {
	case inChart:
		m.panes.chart.Arrange(r.Dy())
	case inActor:
		r = s.Inset(r)
		m.panes.actorPage.Open(m.session, m.theme, r.Dx())
		m.panes.actorPage.Scroll(0, r.Dy())
	}
}
