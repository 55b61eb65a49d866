package ui

import tea "github.com/charmbracelet/bubbletea"

// What the keys of the list of marks and saved views do.

// openKept opens the list.
func (m *model) openKept() {
	m.modes.push(inKept)
	m.keptList.refresh(m.session)
}

// followKept shows the view, or goes to the event, under the cursor.
func (m *model) followKept() {
	row := m.keptList.rows[m.keptList.At]
	switch {
	case row.id == "":
		m.modes.home()
		m.change(func(v *view) { v.query, v.dim, v.paused = row.view.Query, row.view.Dim, false })
	case row.event < 0:
		m.notice = "the record has no event of that id any more; Del takes the mark off"
	default:
		m.modes.home()
		m.goTo(row.id)
	}
}

// nameView asks for the name under which the filter is saved.
func (m *model) nameView() {
	m.keptList.name.open("")
	m.modes.push(inNaming)
}

// saveView saves the filter under the name that was typed.
func (m *model) saveView() tea.Cmd {
	m.modes.pop()
	return command(m.keptList.save(m.session))
}
