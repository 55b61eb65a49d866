package ui

// What the keys of the actor panel do.

// openPanel opens the panel.
func (m *model) openPanel() {
	m.panes.panel.Open(m.session)
	m.modes.push(inPanel)
}

// closePanel closes the panel and keeps where it was.
func (m *model) closePanel() {
	m.panes.panel.Close()
	m.modes.home()
}

// panelOnly shows only the events of the actor under the cursor, or the page of the actor if only those are shown
// already.
func (m *model) panelOnly() {
	before := m.session.View()
	m.panes.panel.Only(m.session)
	if a, ok := m.panes.panel.Chosen(); ok && m.session.View() == before {
		m.openActor(a)
	} else if ok {
		m.closePanel()
	}
}

// panelWho opens the page of the actor under the cursor.
func (m *model) panelWho() {
	if a, ok := m.panes.panel.Chosen(); ok {
		m.openActor(a)
	}
}

// panelPages moves by n pages.
func panelPages(m *model, n int) { m.panes.panel.Move(n * max(1, m.layout().Panes.Dy()-2)) }
