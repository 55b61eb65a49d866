package ui

import tea "github.com/charmbracelet/bubbletea"

// What the keys of a chart do.

// openChart opens the chart of the figure in focus, else of the first that has one.
func (m *model) openChart() {
	figure := 0
	if m.mode() == inDetail && m.onLink() && m.detail.Links[m.detail.At].Kind == toFigure {
		figure = m.detail.Links[m.detail.At].Index
	}
	m.chart = chart{event: m.selected()}
	m.chart.show(m.session, m.nextSeries(figure))
	m.modes.push(inChart)
}

// drawAgain draws the chart of a record that was read again, or closes it where the figures are gone.
func (m *model) drawAgain() {
	m.closeChart()
	if m.chartable() {
		m.openChart()
	}
}

// turnChart shows the next series of the event.
func (m *model) turnChart() { m.chart.show(m.session, m.nextSeries(m.chart.figure+1)) }

// closeChart goes back to where the chart was opened.
func (m *model) closeChart() { m.modes.pop() }

// enterBar goes to the event of the selected bar.
func (m *model) enterBar() tea.Cmd {
	id := m.index.Timeline().ID(m.chart.readings[m.chart.At].Event)
	m.closeChart()
	m.goTo(id)
	return nil
}
