package ui

import "dateline/timeline"

// What the keys of the actor panel do.

// panelPage is how many rows of the panel are a page.
func (m *model) panelPage() int { return max(1, m.layout().panes.Dy()-2) }

// closePanel closes the panel and keeps where it was.
func (m *model) closePanel() {
	m.panel.last = m.panel.chosenID()
	m.modes.home()
}

// panelEdit edits the query by the actor under the cursor.
func (m *model) panelEdit(edit func(q timeline.Query, id string) timeline.Query) {
	a, ok := m.panel.chosen()
	if !ok {
		return
	}
	m.panel.all = m.wantsAll()
	m.setQuery(edit(m.query, m.index.Timeline().Actor(a).ID))
	m.countPanel()
}

// panelOnly shows only the events of the actor under the cursor; where that is so already, who it is.
func (m *model) panelOnly() {
	before := m.view
	m.panelEdit(func(q timeline.Query, id string) timeline.Query { return q.Only(timeline.ByActor, id) })
	if a, ok := m.panel.chosen(); ok && m.view == before {
		m.openActor(a)
	} else if ok {
		m.closePanel()
	}
}

// panelAdd adds the actor to those wanted, or takes it out again.
func (m *model) panelAdd() {
	a, _ := m.panel.chosen()
	m.panelEdit(func(q timeline.Query, id string) timeline.Query {
		switch {
		case m.including[a]:
			return q.Drop(timeline.ByActor, id)
		case m.panel.all:
			return q.Drop(timeline.ByActor, id).And(timeline.Query{}.Only(timeline.ByActor, id))
		}
		return q.Add(timeline.ByActor, id)
	})
}

// panelExclude excludes the actor, or lets it in again.
func (m *model) panelExclude() {
	a, _ := m.panel.chosen()
	m.panelEdit(func(q timeline.Query, id string) timeline.Query {
		if m.excluding[a] {
			return q.Drop(timeline.ByActor, id)
		}
		return q.Exclude(timeline.ByActor, id)
	})
}

// wantsAll says whether all the actors wanted must take part in an event, not just any of them. The query says so where
// it names two or more; the panel remembers it for the next.
func (m *model) wantsAll() bool {
	if wanted, _ := m.query.Values(timeline.ByActor); len(wanted) > 1 {
		return m.query.Any(timeline.ByActor) != m.query
	}
	return m.panel.all
}

// panelAll changes between any and all of the actors wanted.
func (m *model) panelAll() {
	m.panel.all = !m.wantsAll()
	if m.panel.all {
		m.setQuery(m.query.All(timeline.ByActor))
	} else {
		m.setQuery(m.query.Any(timeline.ByActor))
	}
	m.countPanel()
}

// panelWho opens the page of the actor under the cursor.
func (m *model) panelWho() {
	if a, ok := m.panel.chosen(); ok {
		m.openActor(a)
	}
}

// atLineEnd says whether the cursor of the panel's line has nothing more to its right.
func (m *model) atLineEnd() bool {
	in := &m.panel.input
	return in.Position() == len([]rune(in.Value()))
}
