package ui

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/layout"
)

// What clicks do, pane by pane.

// click acts on a place of the screen.
func (p *pointer) click(m *model, s layout.Screen, at image.Point) tea.Cmd {
	switch {
	case at.In(s.Footer):
		if key, ok := m.actions.footing(m, s.Size.X).at(at.X); ok {
			cmd, _ := m.actions.run(m, key)
			return cmd
		}
	case m.saysWrong(s, at):
		p.onWrong(m)
	case m.mode() == inBox:
		return m.actions.clickBox(m, s, at)
	case at.In(s.Query):
		p.onQuery(m, at.X)
	case at.In(s.Overview):
		p.onAxis(m, s, at.X)
	case m.mode() == inReading:
		return reads{m}.click(s, at)
	case m.mode() == inList || m.mode() == inDetail || m.mode() == inLanes:
		return p.onPane(m, s, at)
	case m.mode() == inQueryLine:
		return p.whileTyping(m, s, at)
	case m.mode() == inOverview || m.mode() == inChips:
		if m.mode() == inOverview {
			m.panes.overview.Stay(m.session)
		}
		m.close()
		return p.onPane(m, m.layout(), at)
	default:
		return p.onOverlay(m, s, at)
	}
	return nil
}

// onWrong lists what is wrong, wherever a key does.
func (p *pointer) onWrong(m *model) {
	for i := range m.actions {
		if a := &m.actions[i]; a.name == "problems" && a.counts(m) && m.mode() != inProblems {
			a.do(m, a.keys[0])
			return
		}
	}
}

// onQuery drops the part of the query under the pointer; elsewhere it opens the line.
func (p *pointer) onQuery(m *model, x int) {
	part, ok := m.panes.queryLine.PartAt(m.session, m.theme, x, m.layout().Query.Dx(), m.mode().lineUse())
	switch {
	case m.mode() == inOverview: // which has the row
	case m.mode() == inQueryLine:
		m.panes.queryLine.ClickLine(m.session, m.theme, x, m.layout().Query.Dx())
	case ok && m.mode() == inWho:
		m.panes.who.DropPart(m.session, part)
	case ok:
		m.session.Drop(m.session.Query().Without(part))
	case m.mode() == inChips:
		m.close()
		m.openQueryLine()
	case m.mode() == inList || m.mode() == inDetail || m.mode() == inLanes:
		m.openQueryLine()
	case m.mode() == inCompare:
		m.session.SetNotice(m.actions.lackingOf(m, "filter"))
	}
}

// onAxis goes to the column of the axis under the pointer, and the second time into its island.
func (p *pointer) onAxis(m *model, s layout.Screen, x int) {
	strip, o := s.Strip(), &m.panes.overview
	if !hasOverview(m) || !o.Arrange(m.session, strip.Dx()) || m.session.Dated() == 0 {
		return
	}
	i := o.EventAt(m.session, x-strip.Min.X, strip.Dx())
	choose := func() { m.session.Choose(m.session.Place(i)) }
	switch {
	case i == m.session.Selected() && !m.session.OnGoingOn() && p.hasAxis(m):
		magnify(m, 1)
	case m.mode() == inOverview: // it is the walk that leads there
		choose()
	default:
		m.session.Jump(choose)
	}
}

// whileTyping takes what is offered under the pointer to complete the query line; elsewhere it keeps the line.
func (p *pointer) whileTyping(m *model, s layout.Screen, at image.Point) tea.Cmd {
	if at.In(s.Drop) && m.panes.queryLine.Offers() {
		if m.panes.queryLine.ClickOffer(at.Y-s.Drop.Min.Y, s.Drop.Dy()) {
			m.panes.queryLine.Complete(m.session)
		}
		return nil
	}
	if !at.In(s.Panes) {
		return nil
	}
	m.keepQueryLine()
	if m.mode() == inQueryLine {
		return nil
	}
	return p.onPane(m, m.layout(), at)
}

// onPane acts on the list or the lanes, the detail, the rail, or the border between them.
func (p *pointer) onPane(m *model, s layout.Screen, at image.Point) tea.Cmd {
	switch {
	case m.mode() == inReading: // where the line was opened
	case at.In(s.Rail):
		m.panes.who.Click(m.session, m.theme, at.Sub(s.Rail.Min), s.Rail.Dx())
	case !m.session.HasEvent():
	case at.In(s.Split) && m.modes.base() == inList:
		p.dragging, p.before = true, m.session.View()
	case at.In(s.List) && m.modes.base() == inLanes:
		p.onLanes(m, at.Sub(s.List.Min), s.List.Dx())
	case at.In(s.List):
		p.onList(m, at.Sub(s.List.Min))
	case at.In(s.Detail):
		return p.onDetail(m, at.Sub(s.Page().Min), s.Page().Dy())
	}
	return nil
}

// onList acts on a place of the list: a click chooses, a second one reads, and one on a name shows only that.
func (p *pointer) onList(m *model, at image.Point) {
	n, ok := m.panes.list.EventAt(at.Y)
	a, named := m.panes.list.NameAt(m.session, at.X, at.Y)
	switch {
	case m.panes.list.OnPreface(at.Y):
		m.openAbout()
	case m.panes.list.OnGoingOn(at.Y):
		m.modes.home()
		m.session.OpenGoingOn()
	case named:
		m.modes.home()
		m.session.Choose(n)
		m.session.StayHere()
		m.session.Toggle(query.ByActor, m.session.Index().Timeline().Actor(a).ID)
	case !ok:
	case n == m.session.Cursor() && !m.session.OnGoingOn() && m.mode() == inList:
		m.session.StayHere()
		m.read()
	default:
		m.modes.home()
		m.session.Choose(n)
		p.chose = true
	}
}

// onLanes acts on a place of the lanes: a click chooses a lane and an event, a second one reads that, or on a name says
// who it is.
func (p *pointer) onLanes(m *model, at image.Point, w int) {
	i, again := m.panes.lanes.Click(m.session, at, w)
	switch {
	case i < 0 && again:
		m.openActor(m.panes.lanes.Actor(m.session))
	case i < 0:
	case again && m.mode() == inLanes:
		m.session.StayHere()
		m.read()
	default:
		m.modes.home()
		m.session.ChooseEvent(i)
		p.chose = true
	}
}

// onDetail follows the link at a place of the page, of which h rows are seen; elsewhere it goes into the detail.
func (p *pointer) onDetail(m *model, at image.Point, h int) tea.Cmd {
	from := m.mode()
	m.session.StayHere()
	reads{m}.detail()
	if !m.panes.detail.Click(m.session, at, h) {
		return nil
	}
	cmd := m.follow()
	if m.mode() == inDetail && from != inDetail { // who reads the list goes on reading it
		m.panes.detail.Leave()
		m.modes.home()
	}
	return cmd
}

// onCompared acts on a place of the page of two: a click on a name says who it is, one on an event chooses that, and it
// reports whether that was chosen already.
func (p *pointer) onCompared(m *model, at image.Point) (again bool) {
	page := &m.panes.compare
	if a, named := page.NameAt(at); named && a != timeline.NoActor {
		m.openActor(a)
		return false
	} else if named {
		m.session.SetNotice("only an actor has a page")
		return false
	}
	before := page.Event()
	again = page.Click(m.session, at.Y)
	p.chose = before != page.Event()
	return again
}

// onOverlay acts on what lies over the panes: a click chooses a row, a second click takes it.
func (p *pointer) onOverlay(m *model, s layout.Screen, at image.Point) tea.Cmd {
	over := s.Panes
	if s.Shape == layout.Beside && m.mode().over() {
		over = s.Detail
	}
	row, again := at.Y-over.Min.Y, false
	switch {
	case m.mode() == inWho:
		m.clickWho(s, at)
	case !at.In(over) && m.mode().over() && !m.modes.has(inReading):
		m.modes.pop()
		return p.onPane(m, m.layout(), at)
	case !at.In(over):
	case m.mode() == inChart:
		again = m.panes.chart.Click(row, over.Dy())
	case m.mode() == inActor:
		page := s.Inset(s.Side())
		again = at.In(page) && m.panes.actorPage.Click(at.Sub(page.Min), page.Dy())
	case m.mode() == inAbout:
		page := s.Whole()
		again = at.In(page) && m.panes.about.Click(at.Sub(page.Min), page.Dy())
	case m.mode() == inCompare:
		again = p.onCompared(m, at.Sub(over.Min))
	case m.mode() == inSaved:
		again = m.panes.savedList.Click(m.theme, row, over.Dx())
	case m.mode() == inWrite || m.mode() == inFile:
		return puts{m}.click(at.Sub(over.Min))
	case m.mode() == inProblems:
		again = m.panes.problemList.Click(m.session, row)
	}
	if again {
		cmd, _ := m.actions.run(m, "enter")
		return cmd
	}
	return nil
}
