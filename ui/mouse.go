package ui

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
)

// The mouse is the terminal's own by default: text can be selected, and the wheel sends arrow keys (output.wheel). One key
// captures it; then what it does is found by the rectangles of the layout.

// A pointer is the captured mouse.
type pointer struct {
	on       bool
	dragging bool
	before   view // what was looked at before the border was dragged
}

// wheelStep is how many lines or events the wheel moves by.
const wheelStep = 3

// toggle captures the mouse, or gives it back to the terminal.
func (p *pointer) toggle(s *session) tea.Cmd {
	p.on = !p.on
	if p.on {
		return tea.EnableMouseCellMotion
	}
	p.dragging = false
	s.notice = "the mouse selects text again"
	return tea.DisableMouse
}

// again captures the mouse again after another program had the terminal.
func (p *pointer) again() tea.Cmd {
	if p.on {
		return tea.EnableMouseCellMotion
	}
	return nil
}

// pointed does what the mouse asks for.
func (m *model) pointed(e tea.MouseMsg) tea.Cmd {
	m.notice = ""
	s, at := m.layout(), image.Pt(e.X, e.Y)
	switch {
	case e.Button == tea.MouseButtonWheelUp:
		m.wheel(s, at, -wheelStep)
	case e.Button == tea.MouseButtonWheelDown:
		m.wheel(s, at, wheelStep)
	case m.pointer.dragging:
		m.pointer.drag(m.session, s, e)
	case e.Action != tea.MouseActionPress || e.Button != tea.MouseButtonLeft:
	case at.In(s.query):
		m.clickQuery(at.X)
	case at.In(s.overview):
		m.clickOverview(s, at.X)
	case m.mode() == inList || m.mode() == inDetail:
		return m.clickPane(s, at)
	case m.mode() == inPrompt:
		if m.keepPrompt(); m.mode() == inList {
			return m.clickPane(m.layout(), at)
		}
	default:
		return m.clickOverlay(s, at)
	}
	return nil
}

// wheel scrolls what is beneath the pointer by n.
func (m *model) wheel(s screen, at image.Point, n int) {
	switch {
	case m.mode() == inPanel:
		m.panel.move(n)
	case m.mode() != inList && m.mode() != inDetail:
		m.vertical(n)
	case at.In(s.list):
		m.choose(m.cursor + n)
	case at.In(s.detail) && m.hasEvent():
		m.openDetail()
		m.detail.Scroll(n, s.detail.Dy())
	}
}

// drag moves the border between list and detail to the pointer, until the button is let go.
func (p *pointer) drag(s *session, at screen, e tea.MouseMsg) {
	s.view.share = at.shareAt(image.Pt(e.X, e.Y))
	if e.Action == tea.MouseActionRelease {
		p.dragging = false
		s.changedFrom(p.before)
	}
}

// resize moves the border by n steps towards the detail.
func (m *model) resize(n int) {
	s := m.layout()
	m.change(func(v *view) { v.share = s.shareAt(s.split.Min.Add(image.Pt(4*n, n))) })
}

// clickQuery drops the part of the query under the pointer; elsewhere it opens the line.
func (m *model) clickQuery(x int) {
	if part, ok := m.queryLine.partAt(m.session, m.theme, x, m.layout().query.Dx(), m.mode().lineUse()); ok {
		m.setQuery(m.query.Without(part))
	} else if m.mode() == inList || m.mode() == inDetail {
		m.openPrompt()
	}
}

// clickOverview goes to the column under the pointer.
func (m *model) clickOverview(s screen, x int) {
	strip, o := s.strip(), &m.overview
	if !m.hasOverview() || !o.update(m.session, strip.Dx()) || m.order.dated == 0 {
		return
	}
	i := o.eventAt(m.session, x-strip.Min.X, strip.Dx())
	m.jump(func() { m.choose(m.order.before(i)) })
}

// clickPane acts on the list, the detail, or the border between them.
func (m *model) clickPane(s screen, at image.Point) tea.Cmd {
	switch {
	case !m.hasEvent():
	case at.In(s.split):
		m.pointer.dragging, m.pointer.before = true, m.view
	case at.In(s.list):
		n, ok := m.list.eventAt(m.session, at.Y-s.list.Min.Y, s.list.Dy())
		switch {
		case !ok:
		case n == m.cursor && m.mode() == inList: // a second click reads
			m.read()
		default:
			m.modes.home()
			m.choose(n)
		}
	case at.In(s.detail):
		return m.clickDetail(at.Sub(s.page().Min), s.page().Dy())
	}
	return nil
}

// clickDetail follows the link at a place of the page, of which h rows are seen; elsewhere it goes into the detail.
func (m *model) clickDetail(at image.Point, h int) tea.Cmd {
	from := m.mode()
	m.read()
	if at.Y == h-1 && m.detail.Top+h < len(m.detail.Lines) { // the row that says how much is below
		m.detail.Scroll(h-1, h)
		return nil
	}
	m.detail.At = m.detail.LinkAt(at.X, m.detail.Top+at.Y)
	if !m.detail.onLink() {
		return nil
	}
	cmd := m.follow()
	if m.mode() == inDetail && from == inList { // who reads the list goes on reading it
		m.detail.At = draw.NoLink
		m.modes.home()
	}
	return cmd
}

// clickOverlay acts on what lies over the panes: a click chooses a row, a second click takes it.
func (m *model) clickOverlay(s screen, at image.Point) tea.Cmd {
	over := s.panes
	if s.shape == beside && (m.mode() == inPanel || m.mode() == inChart) {
		over = s.detail
	}
	row := at.Y - over.Min.Y
	switch {
	case m.mode() == inPanel && !at.In(over):
		m.closePanel()
		return m.clickPane(s, at)
	case m.mode() == inChart && !at.In(over):
		m.modes.pop()
		return m.clickPane(s, at)
	case m.mode() == inPanel:
		n := m.panel.Top + row - 1 // below the line that is typed into
		if n == m.panel.At {
			m.panelOnly()
		} else if n >= m.panel.Top {
			m.panel.move(n - m.panel.At)
		}
	case m.mode() == inChart:
		n, ok := m.chart.readingAt(row, over.Dy())
		if ok && n == m.chart.At {
			return m.enterBar()
		} else if ok {
			m.chart.At = n
		}
	case m.mode() == inProblems && row >= 0 && row+m.problemList.Top < len(m.problems):
		m.problemList.move(row+m.problemList.Top-m.problemList.At, len(m.problems))
	}
	return nil
}
