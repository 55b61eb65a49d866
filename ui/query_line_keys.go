package ui

// What the keys of the query line, and of the parts of the query on it, do.

// openQueryLine opens the query line.
func (m *model) openQueryLine() {
	m.panes.queryLine.Open(m.session)
	m.modes.push(inQueryLine)
}

// listValues opens the query line where the values of the key in focus are listed, each with its number of events.
func (m *model) listValues() {
	if begun, ok := m.panes.about.Key(); ok {
		m.close()
		m.panes.queryLine.Begin(m.session, begun)
		m.modes.push(inQueryLine)
	}
}

// keepQueryLine closes the query line and keeps the filter, if it can be read.
func (m *model) keepQueryLine() {
	if m.panes.queryLine.Keep(m.session) {
		m.modes.events()
	}
}

// leaveQueryLine closes the query line and goes back to the view before it.
func (m *model) leaveQueryLine() {
	m.modes.pop()
	m.panes.queryLine.Leave(m.session)
}

// openChips puts the cursor on the part of the query that is next to go.
func (m *model) openChips() {
	m.modes.push(inChips)
	m.panes.queryLine.OpenParts(m.session)
}
