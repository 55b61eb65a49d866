package ui

import "slices"

// A recall goes through the queries that were asked before, while the query line is open.
type recall struct {
	lines []string // oldest first; the last is what was typed before the recall began
	at    int
}

// remember keeps a query for recall, in memory only.
func (m *model) remember(query string) {
	if query == "" {
		return
	}
	m.history = slices.DeleteFunc(m.history, func(one string) bool { return one == query })
	m.history = append(m.history, query)
}

// openLine opens the query line with text. What can be recalled are the saved views, and behind them what was asked today.
func (m *model) openLine(text string) {
	m.prompt.open(text, m.view)
	m.prompt.candidates.shut()
	r := &m.prompt.recall
	r.lines = r.lines[:0]
	for _, v := range m.kept.Views {
		if !slices.Contains(m.history, v.Query) {
			r.lines = append(r.lines, v.Query)
		}
	}
	r.lines = append(append(r.lines, m.history...), text)
	r.at = len(r.lines) - 1
}

// recall puts an earlier query into the line, or by +1 a later one.
func (m *model) recall(n int) {
	r := &m.prompt.recall
	at := r.at + n
	if at < 0 || at >= len(r.lines) {
		m.notice = "there is no further query on this way"
		return
	}
	if r.at == len(r.lines)-1 {
		r.lines[r.at] = m.prompt.input.Value()
	}
	r.at = at
	m.prompt.input.SetValue(r.lines[at])
	m.prompt.input.CursorEnd()
	m.preview()
	m.prompt.candidates.shut()
}
