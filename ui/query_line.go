package ui

import (
	"slices"
	"strings"
)

// openPrompt opens the query line behind what it says already.
func (m *model) openPrompt() {
	line := m.view.query
	if line != "" && !strings.HasSuffix(line, " ") {
		line += " "
	}
	m.openLine(line)
	m.modes.push(inPrompt)
}

// preview filters by what is typed so far, and offers what may come next. A key that waits for its value filters nothing.
func (m *model) preview() {
	m.view.query, m.view.paused = strings.TrimSpace(m.prompt.input.Value()), false
	m.parse()
	m.suggest(false)
	if c := &m.prompt.candidates; m.wrong != nil && c.isOpen() && c.slot.Typed == "" {
		m.query = c.slot.Rest
	}
	m.find()
}

// keepPrompt closes the query line and keeps the filter. One that cannot be read stays open.
func (m *model) keepPrompt() {
	if m.wrong != nil {
		m.prompt.candidates.shut() // and the footer says why
		return
	}
	m.modes.home()
	now := m.view
	now.query = m.query.String()
	m.view = m.prompt.from
	m.change(func(v *view) { *v = now })
}

// leavePrompt closes the query line and goes back to the view before it.
func (m *model) leavePrompt() {
	m.modes.pop()
	m.view = m.prompt.from
	m.ask()
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
