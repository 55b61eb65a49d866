package ui

import (
	"image"

	"dateline/ui/layout"
)

// What the keys and the mouse do in the picker of actors, and in the rail, which is that picker on wide screens.

// openWho puts the keys into the rail, or opens the picker.
func (m *model) openWho() {
	m.panes.who.Open(m.session, !m.layout().Rail.Empty())
	m.modes.push(inWho)
}

// keepWho shows what is ticked, or the actor under the cursor.
func (m *model) keepWho() {
	m.panes.who.Keep(m.session)
	m.modes.home()
}

// cancelWho goes back to what was before.
func (m *model) cancelWho() {
	m.panes.who.Cancel(m.session)
	m.modes.pop()
}

// whoPage opens the page of the actor under the cursor.
func (m *model) whoPage() {
	if a, ok := m.panes.who.Chosen(); ok {
		m.openActor(a)
		return
	}
	m.session.SetNotice("only an actor has a page")
}

// takeOff takes off what was ticked last.
func (m *model) takeOff() {
	if !m.panes.who.TakeOff(m.session) {
		m.session.SetNotice("nothing is ticked; Esc goes back")
	}
}

// whoPages moves by n pages.
func whoPages(m *model, n int) {
	m.panes.who.Move(m.session, n*max(2, m.whoPlace(m.layout()).Dy()-3))
}

// whoPlace returns where the actors are: in the rail, or in the picker.
func (m *model) whoPlace(s layout.Screen) image.Rectangle {
	if !s.Rail.Empty() {
		return s.Rail
	}
	return s.Picker
}

// arrangeWho arranges the rail or the picker, if one of them is on the screen.
func (m *model) arrangeWho(s layout.Screen) {
	if r := m.whoPlace(s); !r.Empty() {
		m.panes.who.Arrange(m.session, m.theme, r.Size(), m.pointer.on)
	}
}

// drawRail draws the rail and the line between it and the list.
func (m *model) drawRail(c *canvas) {
	if !c.s.Rail.Empty() {
		c.place(c.s.Rail, m.panes.who.Draw(m.theme, c.s.Rail.Size()))
		c.upright(c.s.RailLine)
	}
}

// drawPicker draws the picker, and above what would be left how much that is.
func (m *model) drawPicker(c *canvas) {
	if s := c.s; m.mode() == inWho && s.Rail.Empty() {
		c.place(s.Finder, m.panes.who.Finder(m.theme, s.Finder.Size()))
		c.place(s.Picker, m.panes.who.Draw(m.theme, s.Picker.Size()))
		tee := 0
		if s.Shape == layout.Beside {
			tee = s.Split.Min.X + 1
		}
		c.row(s.Remains, m.panes.who.Remains(m.theme, m.session.Matched().Len(), tee, s.Size.X))
	}
}

// clickWho acts on a place of the screen while the picker has the keys. A click beside it keeps what would be left.
func (m *model) clickWho(s layout.Screen, at image.Point) {
	r := m.whoPlace(s)
	switch {
	case at.In(r):
		if m.panes.who.Click(m.session, m.theme, at.Sub(r.Min), r.Dx()) {
			m.keepWho()
		}
	case at.In(s.Panes):
		m.keepWho()
		if !m.session.HasEvent() {
			return
		}
		if n, ok := m.panes.list.EventAt(m.session, at.Y-s.List.Min.Y, s.List.Dy()); ok && at.In(s.List) &&
			m.modes.base() == inList {
			m.session.Choose(n)
		}
	}
}
