package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/outline"
)

// What the keys of an actor's page do.

// openActor shows the page of an actor. A page that is open already is what Esc goes back to.
func (m *model) openActor(a timeline.ActorRef) {
	m.panes.actorPage.Turn(a, m.mode() == inActor)
	if m.mode() != inActor {
		m.modes.push(inActor)
	}
	s := m.layout()
	m.panes.actorPage.Open(m.session, m.theme, max(1, s.Inset(s.Side()).Dx()))
}

// focused returns the actor that the reader has in mind: the link in focus, the only one wanted, or the first that the
// event lists.
func (m *model) focused() (timeline.ActorRef, bool) {
	l, ok := reads{m}.page().Link()
	if m.mode() == inActor {
		l, ok = m.panes.actorPage.Link()
	}
	if ok && (m.mode() == inDetail || m.mode() == inReading || m.mode() == inActor) {
		if l.Kind == outline.ToActor {
			return m.session.Index().Timeline().FindActor(l.Value)
		}
		return timeline.NoActor, false
	}
	switch {
	case m.mode() == inActor:
		return timeline.NoActor, false
	case m.mode() == inLanes && m.panes.lanes.Actor(m.session) != timeline.NoActor:
		return m.panes.lanes.Actor(m.session), true
	case m.session.Wanted() == 1:
		return m.session.SoleActor(), true
	case m.session.HasEvent() && len(m.session.Event().Actors) > 0:
		return m.session.Event().Actors[0].Actor, true
	}
	return timeline.NoActor, false
}

// inFocus reports whether there is such an actor.
func inFocus(m *model) bool { _, ok := m.focused(); return ok }

// openFocused opens the page of the actor in focus.
func (m *model) openFocused() {
	if a, ok := m.focused(); ok {
		m.openActor(a)
	}
}

// actorNumber shows only the events of the companion with a number.
func (m *model) actorNumber(key string) {
	id, ok := m.panes.actorPage.Numbered(int(key[0]-'0'), m.layout().Side().Dy())
	if !ok {
		m.session.SetNotice("no name in sight has the number " + key)
		return
	}
	m.showOnly(id)
}

// eventNumber shows only the events of the actor with a number in the detail, or again those of everybody. A number
// that is not in sight means nobody.
func eventNumber(m *model, key string) tea.Cmd {
	place := reads{m}.place()
	if place.Empty() {
		m.session.SetNotice("numbers are beside the names of an event; Enter reads it")
		return nil
	}
	m.openDetail()
	id, ok := reads{m}.page().Numbered(int(key[0]-'0'), place.Dy())
	if !ok {
		m.session.SetNotice("no name in sight has the number " + key)
		return nil
	}
	m.session.Toggle(query.ByActor, id)
	return nil
}

// actorFollow acts on the link in focus: only that actor, or that event, or an address. Without a link it shows only
// the page's actor.
func (m *model) actorFollow() tea.Cmd {
	value := m.session.Index().Timeline().Actor(m.panes.actorPage.Actor()).ID
	if l, ok := m.panes.actorPage.Link(); ok {
		value = l.Value
		switch l.Kind {
		case outline.ToAddress:
			return m.outside.openURL(m.session, l.Value)
		case outline.ToEvent:
			m.modes.events()
			m.session.GoTo(l.Value)
			reads{m}.came()
			return nil
		}
	}
	m.showOnly(value)
	return nil
}

// showOnly leaves the page and shows only the events of an actor.
func (m *model) showOnly(id string) {
	m.modes.events()
	m.session.SetQuery(m.session.Query().Only(query.ByActor, id))
}
