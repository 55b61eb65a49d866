package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/outline"
)

// What the keys of a chart do.

// openChart opens the chart of the figure in focus, else of the first that has one.
func (m *model) openChart() {
	figure := 0
	if l, ok := (reads{m}).page().Link(); ok && (m.mode() == inDetail || m.mode() == inReading) {
		switch l.Kind {
		case outline.ToFigure:
			figure = l.Index
		case outline.ToOwnFigure:
			figure = len(m.session.Event().Figures) + l.Index
		}
	}
	m.panes.chart.Open(m.session, figure)
	m.modes.push(inChart)
}

// enterBar goes to the event of the selected bar.
func (m *model) enterBar() tea.Cmd {
	id := m.session.Index().Timeline().ID(m.panes.chart.Event())
	m.modes.pop()
	m.session.GoTo(id)
	return nil
}
