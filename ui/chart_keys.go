package ui

import tea "github.com/charmbracelet/bubbletea"

// What the keys of a chart do.

// openChart opens the chart of the figure in focus, else of the first that has one.
func (m *model) openChart() {
	figure := 0
	if l, ok := m.detail.link(); ok && m.mode() == inDetail && l.Kind == toFigure {
		figure = l.Index
	}
	m.chart.open(m.session, figure)
	m.modes.push(inChart)
}

// enterBar goes to the event of the selected bar.
func (m *model) enterBar() tea.Cmd {
	id := m.index.Timeline().ID(m.chart.readings[m.chart.At].Event)
	m.modes.pop()
	m.goTo(id)
	return nil
}
