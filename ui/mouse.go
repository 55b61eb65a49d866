package ui

import (
	"fmt"
	"image"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/session"
)

// The mouse is captured from the start, unless the options leave it to the terminal, and one key does either. What it
// does is found by the rectangles of the layout: one click chooses, a second one does what Enter does. The terminal
// reports no movement but with a button held, and what means nothing does not reach the model.

// A pointer is the captured mouse.
type pointer struct {
	on       bool
	told     bool // the reader knows how text is selected all the same
	held     bool // the button went down, and nothing was said of that it was moved
	dragging bool
	before   session.View // what was looked at before the border was dragged

	at    image.Point // where the button went down last, …
	when  time.Time
	acted bool // … whether that did more than choose, …
	chose bool // … and whether it chose an event, which may have moved under the pointer
}

// toggle captures the mouse, or leaves it to the terminal.
func (p *pointer) toggle(s *session.Session) tea.Cmd {
	if p.on = !p.on; p.on {
		s.SetNotice("clicks are heard; " + s.Key("mouse") + " leaves the mouse to the terminal, which selects text")
		return tea.EnableMouseCellMotion
	}
	p.dragging = false
	s.SetNotice("the mouse selects text; " + s.Key("mouse") + " has it click again")
	return tea.DisableMouse
}

// again captures the mouse at the start, and after another program had the terminal.
func (p *pointer) again() tea.Cmd {
	if p.on {
		return tea.EnableMouseCellMotion
	}
	return nil
}

// hears reports whether a report of the mouse means anything: one that came late, or a text that looks like one, does
// not, nor does a movement while nothing is dragged.
func (p *pointer) hears(e tea.MouseMsg) bool {
	switch {
	case !p.on:
		return false
	case p.dragging:
		return true
	case e.Action == tea.MouseActionMotion && e.Button == tea.MouseButtonLeft:
		return p.held && !p.isNear(image.Pt(e.X, e.Y), 2)
	case e.Action != tea.MouseActionPress:
		return false
	}
	return e.Button == tea.MouseButtonLeft || e.Button == tea.MouseButtonWheelUp || e.Button == tea.MouseButtonWheelDown
}

// pointed does what the mouse asks for.
func (p *pointer) pointed(m *model, e tea.MouseMsg) tea.Cmd {
	const wheelStep = 3 // lines or events that the wheel moves by
	if !p.hears(e) {
		return nil
	}
	s, at := m.layout(), image.Pt(e.X, e.Y)
	pressed := e.Action == tea.MouseActionPress && e.Button == tea.MouseButtonLeft
	p.held = p.held || pressed
	double := pressed && !p.dragging && p.isDouble(m.opts.Now(), at)
	if double && p.acted {
		return nil
	}
	m.session.SetNotice("")
	m.settings = ""
	m.session.Touch()
	switch {
	case e.Action == tea.MouseActionMotion && !p.dragging:
		p.held, p.told = false, false // as one does to select text
		p.tell(m)
	case double && p.chose:
		p.acted = true
		cmd, _ := m.actions.run(m, "enter")
		return cmd
	case e.Button == tea.MouseButtonWheelUp:
		p.wheel(m, s, at, -wheelStep)
	case e.Button == tea.MouseButtonWheelDown:
		p.wheel(m, s, at, wheelStep)
	case p.dragging:
		p.drag(m.session, s, e)
	default:
		before := p.done(m)
		p.chose = false
		cmd := p.click(m, s, at)
		p.acted = cmd != nil || before != p.done(m) && !p.chose
		p.tell(m)
		return cmd
	}
	return nil
}

// isDouble reports whether the button goes down again at once. Where the first time did something, what is under the
// pointer then is another thing, which nobody means; where it chose an event, that is meant.
func (p *pointer) isDouble(now time.Time, at image.Point) bool {
	const soon = 400 * time.Millisecond
	double := now.Sub(p.when) < soon && p.isNear(at, 1)
	p.at, p.when = at, now
	return double
}

// isNear reports whether a place is within n cells of where the button went down last.
func (p *pointer) isNear(at image.Point, n int) bool {
	return at.In(image.Rectangle{p.at, p.at.Add(image.Pt(1, 1))}.Inset(-n))
}

// done returns what a click changes that does more than choose: what is open, and what is asked.
func (p *pointer) done(m *model) string {
	v, q := m.session.View(), m.session.View().Query
	if m.mode() == inWho { // what is under the cursor is asked only to be looked at
		q = m.panes.who.Ticked().String()
	}
	return fmt.Sprint(m.modes, q, v.Dim, v.Paused)
}

// tell says with a click of which nothing else is said that text can be selected, once, where that moves nothing.
func (p *pointer) tell(m *model) {
	if s := m.layout(); p.told || m.session.Notice() != "" || s.Rule.Empty() {
		return
	}
	key := m.session.Key("mouse")
	for _, words := range []string{
		"shift+drag selects text (option or fn on a Mac); " + key + " leaves the mouse to the terminal",
		"shift+drag selects text; " + key + " frees the mouse", "shift+drag selects text",
	} {
		if said := (message{draw.Plain(words)}); draw.Cells(words) <= m.size.X-2*said.margin(m.size.X)-2 {
			m.session.SetNotice(words)
			p.told = true
			return
		}
	}
}

// wheel scrolls what is beneath the pointer by n.
func (p *pointer) wheel(m *model, s layout.Screen, at image.Point, n int) {
	step := max(-1, min(n, 1))
	switch mode := m.mode(); {
	case at.In(s.Overview):
		if p.hasAxis(m) {
			magnify(m, -step)
		}
	case mode == inNaming || mode == inFile:
	case mode == inQueryLine && at.In(s.Drop):
		m.panes.queryLine.ChooseOffer(step)
	case at.In(s.Rail) && (mode == inWho || !mode.covers()):
		m.panes.who.Wheel(m.session, at.Y-s.Rail.Min.Y, n)
	case mode == inWho && !at.In(s.Panes):
		m.panes.who.Move(m.session, n)
	case mode == inWho && at.In(s.List):
		m.session.Choose(m.session.Cursor() + n)
	case mode.over() && s.Shape == layout.Beside && at.In(s.List):
		m.session.Step(n)
	case mode == inWho || mode.covers() || mode.over() || mode == inReading:
		m.vertical(n)
	case at.In(s.List) && m.modes.base() == inLanes:
		m.panes.lanes.Move(m.session, n)
	case at.In(s.List):
		m.session.Step(n)
	case at.In(s.Detail) && m.session.HasEvent():
		m.session.StayHere()
		m.openDetail()
		m.panes.detail.Scroll(m.session, n, s.Detail.Dy())
	}
}

// hasAxis reports whether the mouse acts on the axis: where it is seen, and nothing lies over the events.
func (p *pointer) hasAxis(m *model) bool {
	return hasOverview(m) && !m.mode().covers() && m.mode() != inQueryLine && m.mode() != inWho
}

// drag moves the border between list and detail to the pointer, until the button is let go.
func (p *pointer) drag(s *session.Session, at layout.Screen, e tea.MouseMsg) {
	s.DragShare(at.ShareAt(image.Pt(e.X, e.Y)))
	if e.Action == tea.MouseActionRelease {
		p.dragging = false
		s.ChangedFrom(p.before)
	}
}
