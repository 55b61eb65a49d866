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

// toggleMouse captures the mouse, or gives it back to the terminal.
func (m *model) toggleMouse() tea.Cmd {
	m.pointer.on = !m.pointer.on
	if m.pointer.on {
		return tea.EnableMouseCellMotion
	}
	m.pointer.dragging = false
	m.notice = "the mouse selects text again"
	return tea.DisableMouse
}

// mouseAgain captures the mouse again after another program had the terminal.
func (m *model) mouseAgain() tea.Cmd {
	if m.pointer.on {
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
		m.drag(s, e)
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
func (m *model) drag(s screen, e tea.MouseMsg) {
	m.view.share = s.shareAt(image.Pt(e.X, e.Y))
	if e.Action == tea.MouseActionRelease {
		m.pointer.dragging = false
		if m.view != m.pointer.before {
			m.past.remember(m.pointer.before)
		}
	}
}

// resize moves the border by n steps towards the detail.
func (m *model) resize(n int) {
	s := m.layout()
	m.change(func(v *view) { v.share = s.shareAt(s.split.Min.Add(image.Pt(4*n, n))) })
}

// split says whether there is a border to move.
func (m *model) split() bool { return !m.layout().split.Empty() }

// clickQuery drops the part of the query under the pointer; elsewhere it opens the line.
func (m *model) clickQuery(x int) {
	if part, ok := m.queryPartAt(x); ok {
		m.setQuery(m.query.Without(part))
	} else if m.mode() == inList || m.mode() == inDetail {
		m.openPrompt()
	}
}

// queryPartAt is the part of the query whose chip stands at column x of the query line.
func (m *model) queryPartAt(x int) (part int, ok bool) {
	for _, c := range m.queryLine.chips(m.session, m.theme, m.layout().query.Dx(), m.lineUse()) {
		if c.from <= x && x < c.to {
			return c.part, true
		}
	}
	return 0, false
}

// clickOverview goes to the column under the pointer: to the first shown event that begins in it, else to the nearest.
func (m *model) clickOverview(s screen, x int) {
	strip, o, order, t := s.strip(), &m.overview, &m.order, m.index.Timeline()
	if !m.hasOverview() || !o.update(m.session, strip.Dx()) || order.dated == 0 {
		return
	}
	column := o.column(max(0, min(x-strip.Min.X, strip.Dx()-1)), strip.Dx())
	from, to := o.scale.Start(column), o.scale.Start(column+1)-1
	lo, hi := order.during(t, from, to)
	i := order.shown.At(min(lo, order.dated-1))
	if lo < hi {
		i = order.head(lo, hi)
	} else if lo > 0 && (lo == order.dated || from-t.Date(order.shown.At(lo-1)).Earliest() < t.Date(order.shown.At(lo)).Earliest()-to) {
		i = order.shown.At(lo - 1)
	}
	m.jump(func() { m.choose(order.before(i)) })
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
	if !m.onLink() {
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
		m.closeChart()
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
