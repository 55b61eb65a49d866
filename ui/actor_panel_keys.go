package ui

import (
	"dateline/timeline/query"
)

// What the keys of the actor panel do.

// openPanel opens the panel.
func (m *model) openPanel() {
	m.panel.open(m.session)
	m.modes.push(inPanel)
}

// closePanel closes the panel and keeps where it was.
func (m *model) closePanel() {
	m.panel.last = m.panel.chosenID()
	m.modes.home()
}

// panelOnly shows only the events of the actor under the cursor; where that is so already, who it is.
func (m *model) panelOnly() {
	before := m.view
	m.panel.edit(m.session, func(q query.Query, id string) query.Query { return q.Only(query.ByActor, id) })
	if a, ok := m.panel.chosen(); ok && m.view == before {
		m.openActor(a)
	} else if ok {
		m.closePanel()
	}
}

// panelWho opens the page of the actor under the cursor.
func (m *model) panelWho() {
	if a, ok := m.panel.chosen(); ok {
		m.openActor(a)
	}
}

// panelPages moves by n pages.
func panelPages(m *model, n int) { m.panel.move(n * max(1, m.layout().panes.Dy()-2)) }
