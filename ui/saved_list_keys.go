package ui

import tea "github.com/charmbracelet/bubbletea"

// What the keys of the list of marks and saved views do.

// openSaved opens the list of marks and saved views.
func (m *model) openSaved() {
	m.modes.push(inSaved)
	m.panes.savedList.Refresh(m.session)
}

// followSaved shows the view, or goes to the event, under the cursor.
func (m *model) followSaved() {
	if !m.panes.savedList.Follow(m.session) {
		m.session.SetNotice("the record has no event of that id any more; " + m.session.Key("drop") +
			" takes the mark off")
		return
	}
	m.modes.events()
}

// nameView asks for the name under which the filter is saved.
func (m *model) nameView() {
	m.panes.savedList.BeginName()
	m.modes.push(inNaming)
}

// saveView saves the filter under the name that was typed, or the note.
func (m *model) saveView() tea.Cmd {
	m.modes.pop()
	return command(m.panes.savedList.Save(m.session))
}
