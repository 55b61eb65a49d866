package ui

import (
	"dateline/ui/draw"

	"dateline/timeline"
	"dateline/timeline/query"
)

// What the keys of an actor's page do.

// openActor shows the page of an actor. A page that is open already is what Esc goes back to.
func (m *model) openActor(a timeline.ActorRef) {
	m.actorPage.turn(a, m.mode() == inActor)
	if m.mode() != inActor {
		m.modes.push(inActor)
	}
	s := m.layout()
	m.actorPage.open(m.session, m.theme, max(1, s.inset(s.side()).Dx()))
}

// focused is the actor that the reader has before them: the link in focus, the only one wanted, or the first that the
// event lists.
func (m *model) focused() (timeline.ActorRef, bool) {
	at := &m.detail.Sheet
	if m.mode() == inActor {
		at = &m.actorPage.Sheet
	}
	if (m.mode() == inDetail || m.mode() == inActor) && at.At != draw.NoLink {
		if l := at.Links[at.At]; l.Kind == toActor {
			return m.index.Timeline().FindActor(l.Value)
		}
		return timeline.NoActor, false
	}
	switch {
	case m.mode() == inActor:
		return timeline.NoActor, false
	case m.mode() == inLanes && m.lanes.actor != timeline.NoActor:
		return m.lanes.actor, true
	case len(m.including) == 1:
		for a := range m.including {
			return a, true
		}
	case m.hasEvent() && len(m.event().Actors) > 0:
		return m.event().Actors[0].Actor, true
	}
	return timeline.NoActor, false
}

// openFocused opens the page of the actor in focus.
func (m *model) openFocused() {
	if a, ok := m.focused(); ok {
		m.openActor(a)
	}
}

// actorNumber shows only the events of the companion with a number.
func (m *model) actorNumber(key string) {
	n := int(key[0] - '1')
	if n >= len(m.actorPage.companions) {
		m.notice = "nobody here has that number"
		return
	}
	m.showOnly(m.index.Timeline().Actor(m.actorPage.companions[n]).ID)
}

// actorFollow acts on the link in focus: only that actor, or that event. Without a link it shows only the page's actor.
func (m *model) actorFollow() {
	p := &m.actorPage
	value := m.index.Timeline().Actor(p.actor).ID
	if p.At != draw.NoLink {
		l := p.Links[p.At]
		value = l.Value
		if l.Kind == toEvent {
			m.modes.home()
			m.goTo(l.Value)
			return
		}
	}
	m.showOnly(value)
}

// showOnly leaves the page and shows only the events of an actor.
func (m *model) showOnly(id string) {
	m.modes.home()
	m.setQuery(m.query.Only(query.ByActor, id))
}
