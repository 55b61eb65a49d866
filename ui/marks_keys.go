package ui

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// What the keys of the list of marks and saved views do.

// openKept opens the list.
func (m *model) openKept() {
	m.modes.push(inKept)
	m.keptList.refresh(m.session)
}

// hasKept says whether there is a row to act on.
func (m *model) hasKept() bool { return len(m.keptList.rows) > 0 }

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

// dropKept forgets the view, or takes the mark off the event, under the cursor.
func (m *model) dropKept() tea.Cmd {
	row := m.keptList.rows[m.keptList.At]
	if row.id == "" {
		return command(m.keep(func(k *Kept) { k.forget(row.view.Name) }))
	}
	return command(m.keep(func(k *Kept) { k.mark(row.id, false) }))
}

// nameView asks for the name under which the filter is saved.
func (m *model) nameView() {
	m.keptList.name.open("")
	m.modes.push(inNaming)
}

// saveView saves the filter under the name that was typed, or else under its own text.
func (m *model) saveView() tea.Cmd {
	v := SavedView{strings.TrimSpace(m.keptList.name.text()), m.query.String(), m.view.dim}
	v.Name = cmp.Or(v.Name, v.Query)
	m.modes.pop()
	cmd := command(m.keep(func(k *Kept) { k.save(v) }))
	m.keptList.At = slices.Index(m.kept.Views, v)
	return cmd
}
