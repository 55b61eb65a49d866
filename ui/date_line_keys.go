package ui

// What the keys of the line that a date is typed into do.

// openDate opens the line that a date is typed into.
func (m *model) openDate() {
	m.panes.dates.Open(m.session)
	m.modes.push(inDate)
}

// keepDate ends the line where it led, unless it cannot be read.
func (m *model) keepDate() {
	if m.panes.dates.Keep(m.session) {
		m.modes.events()
	}
}

// leaveDate goes back to where the line opened.
func (m *model) leaveDate() {
	m.modes.events()
	m.panes.dates.Leave(m.session)
}
