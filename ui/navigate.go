package ui

import (
	"cmp"
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/calendar"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/pane"
)

// What the keys that move and read do.

// vertical moves by n: the selection in the list, lines in the detail and the overlays.
func (m *model) vertical(n int) {
	switch m.mode() {
	case inBox:
		m.panes.box.Move(m.session, n)
	case inAbout:
		m.panes.about.Scroll(n, m.layout().Panes.Dy())
	case inProblems:
		m.panes.problemList.Move(m.session, n)
	case inSaved:
		m.panes.savedList.Move(n)
	case inCompare:
		if !m.panes.compare.Move(m.session, n) && m.panes.compare.HasEvent() {
			m.session.SetNotice("there is no further event of either that way")
		}
	case inWrite:
		m.panes.write.Move(max(-99, min(n, 99)))
	case inDetail, inReading:
		if h := m.layout().Detail.Dy(); (reads{m}).page().OnLink() && (n == 1 || n == -1) {
			reads{m}.page().Walk(m.session, n, h)
		} else if moved := (reads{m}).page().Scroll(m.session, n, h); !moved {
			m.session.SetNotice(reads{m}.edge(n))
		}
	case inChart:
		m.panes.chart.Move(n)
	case inActor:
		m.panes.actorPage.Scroll(n, m.layout().Side().Dy())
	case inLanes:
		m.panes.lanes.Move(m.session, n)
	default:
		m.step(n)
	}
}

// step moves n events down the list, or up, and says so where there is none.
func (m *model) step(n int) {
	if !m.session.HasEvent() {
		m.session.SetNotice(cmp.Or(m.session.NewsUnknown(), lack{m}.event()))
		return
	}
	if m.session.Step(n) {
		return
	}
	words := "this is the " + m.session.EndOfList(n) + " event"
	if m.session.Hides() {
		words += " that the filter shows"
	}
	m.session.SetNotice(words)
}

// pages moves by n half pages.
func (m *model) pages(n int) {
	h := m.layout().Panes.Dy()
	switch m.mode() {
	case inDetail, inReading:
		h = m.layout().Detail.Dy()
	case inActor:
		h = m.layout().Side().Dy()
	case inLanes:
		h = m.panes.lanes.InSight()
	case inList:
		h = m.session.InSight()
	case inCompare:
		h = m.panes.compare.InSight()
	}
	half := max(1, (h-1)/2)
	m.vertical(n * half)
}

// end moves to the first or the last.
func (m *model) end(n int) {
	if m.mode() == m.modes.base() && m.session.HasEvent() {
		m.session.Jump(func() { m.step(n * (1 << 30)) })
		return
	}
	m.vertical(n * (1 << 30))
}

// openAbout shows what the record says of itself, and how much of everything it has.
func (m *model) openAbout() {
	m.panes.about.Begin()
	m.modes.push(inAbout)
}

// close goes back to where what has the keys was opened, if that is still there.
func (m *model) close() {
	m.modes.pop()
	if m.mode() == inDetail && !m.session.HasEvent() {
		m.modes.home()
	}
}

// read goes into the detail, or where that cannot hold the event opens it on the whole screen.
func (m *model) read() {
	if r := (reads{m}); r.held() {
		r.detail()
	} else {
		r.open()
	}
}

// openDetail lays the page that has the keys, or else the detail, out for the selected event, so that its links are
// there before it is drawn.
func (m *model) openDetail() {
	if m.mode() == inReading {
		m.panes.reading.Open(m.session, m.theme, m.session.Selected(), max(1, m.layout().Sheet().Dx()))
		return
	}
	m.panes.detail.Open(m.session, m.theme, m.session.Selected(), max(1, m.layout().Page().Dx()))
}

// nextLink goes into the detail, and there from link to link; past the last it leaves again.
func (m *model) nextLink(n int) {
	if m.mode() == inList {
		m.modes.push(inDetail)
	}
	m.openDetail()
	if (reads{m}).page().Step(m.session, n, m.layout().Detail.Dy()) {
		return
	}
	reads{m}.page().Leave()
	if m.mode() == inDetail {
		m.modes.pop()
	}
}

// firstLink goes to the first link of the detail; from there arrows lead to the others.
func (m *model) firstLink() {
	m.openDetail()
	reads{m}.page().First(m.layout().Detail.Dy())
}

// otherPane moves the pane that is not in focus.
func (m *model) otherPane(n int) {
	if m.mode() == inDetail {
		m.step(n)
		return
	}
	if m.session.HasEvent() {
		m.openDetail()
		m.panes.detail.Scroll(m.session, n, m.layout().Detail.Dy())
	}
}

// follow acts on the link in focus.
func (m *model) follow() tea.Cmd {
	l, _ := reads{m}.page().Link()
	switch l.Kind {
	case outline.ToSource, outline.ToAddress:
		return m.outside.openURL(m.session, l.Value)
	case outline.ToEvent:
		if m.mode() == inReading {
			reads{m}.goTo(l.Value)
			return nil
		}
		m.session.GoTo(l.Value)
	case outline.ToActor:
		m.session.Toggle(query.ByActor, l.Value)
	case outline.ToTag:
		m.session.Toggle(query.ByTag, l.Value)
	case outline.ToType:
		m.session.Toggle(query.ByType, l.Value)
	case outline.ToLocation:
		m.session.Toggle(query.ByLocation, l.Value)
	case outline.ToOwnValue:
		m.session.Toggle(query.OwnKey(m.session.Event().Other[l.Index].Key), l.Value)
	case outline.ToFigure, outline.ToOwnFigure:
		m.openChart()
	}
	return nil
}

// stepOut goes one step out: from a link, from the detail, from the last part of the filter. It never quits.
func (m *model) stepOut() {
	switch {
	case m.mode() == inDetail && m.panes.detail.OnLink():
		m.panes.detail.Leave()
	case m.mode() == inDetail:
		m.modes.pop()
	case m.session.View().Query != "":
		m.session.DropPart()
	}
}

// by makes what a key does that goes up or down the list by a unit of time in which something happened.
func by(u calendar.Unit, down int) func(*model) {
	return func(m *model) {
		if !m.session.Leap(u.Start, u.Next, down > 0 != m.session.View().Newest) {
			m.session.SetNotice("there is no further " + u.String() + " with an event")
		}
	}
}

// openSource opens the address in focus, else that of the first source, else the first that the event has.
func (m *model) openSource() tea.Cmd {
	m.openDetail()
	address, ok := reads{m}.page().Address()
	if !ok {
		m.session.SetNotice(lack{m}.source())
		return nil
	}
	return m.outside.openURL(m.session, address)
}

// copyEvent copies the link in focus, else the event with its sources.
func (m *model) copyEvent() tea.Cmd {
	m.openDetail()
	if l, ok := (reads{m}).page().Link(); ok {
		return m.outside.copyText(m.session, l.Value, "“"+draw.Enough(l.Value, m.size.X)+"”")
	}
	return m.outside.copyText(m.session, pane.EventText(m.session.Index().Timeline(), m.session.Event()), "the event")
}

// openLanes shows the events as lanes, or in lanes changes between a column for each event and columns to scale.
func (m *model) openLanes() {
	if m.mode() == inLanes {
		m.panes.lanes.Flip()
		return
	}
	m.modes.rebase(inLanes)
	m.panes.detail.Leave()
	if m.session.OnGoingOn() { // which the lanes do not have
		m.session.Choose(0)
	}
}

// closeLanes goes back to the list; where nothing matches it first drops the part of the filter that is to blame.
func (m *model) closeLanes() {
	if !m.session.HasEvent() && m.session.Filtered() {
		m.session.DropPart()
		return
	}
	m.modes.rebase(inList)
}

// resize moves the border by n steps towards the detail.
func (m *model) resize(n int) {
	s := m.layout()
	m.session.SetShare(s.ShareAt(s.Split.Min.Add(image.Pt(4*n, n))))
}
