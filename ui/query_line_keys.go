package ui

// What the keys of the query line, and of the parts of the query on it, do.

// openPrompt opens the query line.
func (m *model) openPrompt() {
	m.panes.queryLine.Open(m.session)
	m.modes.push(inPrompt)
}

// keepPrompt closes the query line and keeps the filter, if it can be read.
func (m *model) keepPrompt() {
	if m.panes.queryLine.Keep(m.session) {
		m.modes.home()
	}
}

// leavePrompt closes the query line and goes back to the view before it.
func (m *model) leavePrompt() {
	m.modes.pop()
	m.panes.queryLine.Leave(m.session)
}

// openChips puts the cursor on the part of the query that is next to go.
func (m *model) openChips() {
	m.modes.push(inChips)
	m.panes.queryLine.OpenParts(m.session)
}
