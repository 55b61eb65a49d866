package ui

// What the keys of the line that a date is typed into do.

// openDate opens the line that a date is typed into.
func (m *model) openDate() {
	m.dates.open(m.session)
	m.modes.push(inDate)
}

// keepDate ends the line where it led. One that cannot be read stays open.
func (m *model) keepDate() {
	if m.dates.err != nil {
		return
	}
	to := m.view.anchor
	m.leaveDate()
	if i, ok := m.index.Timeline().Find(to); ok {
		m.jump(func() { m.choose(m.order.before(i)) })
	}
}

// leaveDate goes back to where the line opened.
func (m *model) leaveDate() {
	m.modes.home()
	m.backTo(m.dates.before)
}
