package ui

import (
	"image"

	"dateline/ui/layout"
)

// What the keys and the mouse do in the picker of actors, and in the rail, which is that picker on wide screens.

// openWho puts the keys into the rail, or opens the picker.
func (m *model) openWho() {
	m.panes.compare.Pick(false)
	m.panes.who.Open(m.session, !m.layout().Rail.Empty())
	m.modes.push(inWho)
}

// keepWho shows what is ticked, or the actor under the cursor, unless what is typed finds nobody.
func (m *model) keepWho() {
	if m.panes.compare.Picks() {
		comparing{m}.takePicked()
		return
	}
	if m.panes.who.Keep(m.session) {
		m.modes.events()
	}
}

// whoPage opens the page of the actor under the cursor.
func (m *model) whoPage() {
	if a, ok := m.panes.who.Chosen(); ok {
		m.openActor(a)
		return
	}
	m.session.SetNotice("only an actor has a page")
}

// rail draws the rail and the line between it and the list.
func (c *canvas) rail(m *model) {
	if !c.s.Rail.Empty() {
		c.place(c.s.Rail, m.panes.who.Draw(c.th, c.s.Rail.Size()))
		c.upright(c.s.RailLine)
	}
}

// picker draws the picker, and above what would be left how much that is.
func (c *canvas) picker(m *model) {
	s := c.s
	if s.Picker.Empty() {
		return
	}
	c.place(s.Finder, m.panes.who.Finder(c.th, s.Finder.Size()))
	c.place(s.Picker, m.panes.who.Draw(c.th, s.Picker.Size()))
	tee := 0
	if s.Shape == layout.Beside {
		tee = s.Split.Min.X + 1
	}
	c.row(s.Remains, m.panes.who.Remains(c.th, m.session.Matched().Len(), tee, s.Size.X))
}

// clickWho acts on a place of the screen while the picker has the keys. A click on what would be left keeps that.
func (m *model) clickWho(s layout.Screen, at image.Point) {
	switch r := s.Who(); {
	case at.In(s.Finder):
		m.panes.who.ClickFinder(m.session, m.theme, at.Sub(s.Finder.Min), s.Finder.Size())
	case at.In(r):
		if m.panes.who.Click(m.session, m.theme, at.Sub(r.Min), r.Dx()) {
			m.keepWho()
		}
	case at.In(s.Panes):
		n, ok := m.panes.list.EventAt(at.Y - s.List.Min.Y)
		if ok = ok && at.In(s.List) && m.modes.base() == inList && m.session.HasEvent(); ok {
			m.session.Choose(n)
		}
		m.keepWho()
	}
}
