package ui

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/query"
	"dateline/ui/layout"
	"dateline/ui/session"
)

// The mouse is the terminal's own by default: text can be selected, and the wheel sends arrow keys, which the terminal
// is asked for when the screen begins. One key captures it; then what it does is found by the rectangles of the layout.

// A pointer is the captured mouse.
type pointer struct {
	on       bool
	dragging bool
	before   session.View // what was looked at before the border was dragged
}

// toggle captures the mouse, or leaves it to the terminal again.
func (p *pointer) toggle(s *session.Session) tea.Cmd {
	p.on = !p.on
	if p.on {
		return tea.EnableMouseCellMotion
	}
	p.dragging = false
	s.SetNotice("the mouse selects text again")
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
	const wheelStep = 3 // lines or events that the wheel moves by
	m.session.SetNotice("")
	m.settings = ""
	m.session.Touch()
	s, at := m.layout(), image.Pt(e.X, e.Y)
	switch {
	case e.Button == tea.MouseButtonWheelUp:
		m.wheel(s, at, -wheelStep)
	case e.Button == tea.MouseButtonWheelDown:
		m.wheel(s, at, wheelStep)
	case m.pointer.dragging:
		m.pointer.drag(m.session, s, e)
	case e.Action != tea.MouseActionPress || e.Button != tea.MouseButtonLeft:
	case at.In(s.Footer):
		if a, ok := m.actions.footing(m, s.Size.X).at(at.X); ok {
			return a.do(m, a.keys[0])
		}
	case m.mode() == inBox:
		return m.actions.clickBox(m, at)
	case at.In(s.Query):
		m.clickQuery(at.X)
	case at.In(s.Overview):
		m.clickOverview(s, at.X)
	case m.mode() == inReading:
		return reads{m}.click(s, at)
	case m.mode() == inList || m.mode() == inDetail:
		return m.clickPane(s, at)
	case m.mode() == inQueryLine:
		if m.keepQueryLine(); m.mode() == inList {
			return m.clickPane(m.layout(), at)
		}
	default:
		return m.clickOverlay(s, at)
	}
	return nil
}

// wheel scrolls what is beneath the pointer by n.
func (m *model) wheel(s layout.Screen, at image.Point, n int) {
	switch {
	case at.In(s.Rail) && (m.mode() == inWho || m.mode() == inList || m.mode() == inDetail):
		m.panes.who.Wheel(m.session, at.Y-s.Rail.Min.Y, n)
	case m.mode() == inWho && !at.In(s.Panes):
		m.panes.who.Move(m.session, n)
	case m.mode() == inWho && at.In(s.List):
		m.session.Choose(m.session.Cursor() + n)
	case m.mode() != inList && m.mode() != inDetail:
		m.vertical(n)
	case at.In(s.List):
		m.session.Step(n)
	case at.In(s.Detail) && m.session.HasEvent():
		m.session.StayHere()
		m.openDetail()
		m.panes.detail.Scroll(m.session, n, s.Detail.Dy())
	}
}

// drag moves the border between list and detail to the pointer, until the button is let go.
func (p *pointer) drag(s *session.Session, at layout.Screen, e tea.MouseMsg) {
	s.DragShare(at.ShareAt(image.Pt(e.X, e.Y)))
	if e.Action == tea.MouseActionRelease {
		p.dragging = false
		s.ChangedFrom(p.before)
	}
}

// resize moves the border by n steps towards the detail.
func (m *model) resize(n int) {
	s := m.layout()
	m.session.SetShare(s.ShareAt(s.Split.Min.Add(image.Pt(4*n, n))))
}

// clickQuery drops the part of the query under the pointer; elsewhere it opens the line.
func (m *model) clickQuery(x int) {
	part, ok := m.panes.queryLine.PartAt(m.session, m.theme, x, m.layout().Query.Dx(), m.mode().lineUse())
	if ok && m.mode() == inWho {
		m.panes.who.DropPart(m.session, part)
	} else if ok {
		m.session.Drop(m.session.Query().Without(part))
	} else if m.mode() == inList || m.mode() == inDetail {
		m.openQueryLine()
	}
}

// clickOverview goes to the column under the pointer.
func (m *model) clickOverview(s layout.Screen, x int) {
	strip, o := s.Strip(), &m.panes.overview
	if !hasOverview(m) || !o.Arrange(m.session, strip.Dx()) || m.session.Dated() == 0 {
		return
	}
	i := o.EventAt(m.session, x-strip.Min.X, strip.Dx())
	m.session.Jump(func() { m.session.Choose(m.session.Place(i)) })
}

// clickPane acts on the list, the detail, or the border between them.
func (m *model) clickPane(s layout.Screen, at image.Point) tea.Cmd {
	switch {
	case at.In(s.Rail):
		m.panes.who.Click(m.session, m.theme, at.Sub(s.Rail.Min), s.Rail.Dx())
	case !m.session.HasEvent():
	case at.In(s.Split):
		m.pointer.dragging, m.pointer.before = true, m.session.View()
	case at.In(s.List) && m.modes.base() == inList && m.panes.list.OnPreface(at.Y-s.List.Min.Y):
		m.openAbout()
	case at.In(s.List) && m.modes.base() == inList && m.panes.list.OnGoingOn(at.Y-s.List.Min.Y):
		m.modes.home()
		m.session.OpenGoingOn()
	case at.In(s.List):
		n, ok := m.panes.list.EventAt(at.Y - s.List.Min.Y)
		a, named := m.panes.list.NameAt(m.session, at.X-s.List.Min.X, at.Y-s.List.Min.Y)
		switch {
		case named && m.modes.base() == inList:
			m.modes.home()
			m.session.Choose(n)
			m.session.StayHere()
			m.session.Toggle(query.ByActor, m.session.Index().Timeline().Actor(a).ID)
		case !ok:
		case n == m.session.Cursor() && !m.session.OnGoingOn() && m.mode() == inList: // a second click reads
			m.session.StayHere()
			m.read()
		default:
			m.modes.home()
			m.session.Choose(n)
		}
	case at.In(s.Detail):
		return m.clickDetail(at.Sub(s.Page().Min), s.Page().Dy())
	}
	return nil
}

// clickDetail follows the link at a place of the page, of which h rows are seen; elsewhere it goes into the detail.
func (m *model) clickDetail(at image.Point, h int) tea.Cmd {
	from := m.mode()
	m.session.StayHere()
	reads{m}.detail()
	if !m.panes.detail.Click(m.session, at, h) {
		return nil
	}
	cmd := m.follow()
	if m.mode() == inDetail && from == inList { // who reads the list goes on reading it
		m.panes.detail.Leave()
		m.modes.home()
	}
	return cmd
}

// clickOverlay acts on what lies over the panes: a click chooses a row, a second click takes it.
func (m *model) clickOverlay(s layout.Screen, at image.Point) tea.Cmd {
	over := s.Panes
	if s.Shape == layout.Beside && m.mode() == inChart {
		over = s.Detail
	}
	row := at.Y - over.Min.Y
	switch {
	case m.mode() == inWho:
		m.clickWho(s, at)
	case m.mode() == inChart && !at.In(over):
		m.modes.pop()
		return m.clickPane(s, at)
	case m.mode() == inChart:
		if m.panes.chart.Click(row, over.Dy()) {
			return m.enterBar()
		}
	case m.mode() == inAbout:
		if page := s.Whole(); at.In(page) && m.panes.about.Click(at.Sub(page.Min), page.Dy()) {
			if _, ok := m.panes.about.Key(); ok {
				m.listValues()
				return nil
			}
			web, _ := m.panes.about.Address()
			return m.outside.openURL(m.session, web)
		}
	case m.mode() == inCompare:
		if m.panes.compare.Click(m.session, row) {
			comparing{m}.read()
		}
	case m.mode() == inWrite || m.mode() == inFile:
		return puts{m}.click(at.Sub(over.Min))
	case m.mode() == inProblems:
		m.panes.problemList.Click(m.session, row)
	}
	return nil
}
