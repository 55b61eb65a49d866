package ui

import (
	"errors"
	"strings"

	"dateline/timeline"
)

// What the keys that filter do. All of them edit the query line.

// ask selects what the query line wants and keeps the reader's place. A line that cannot be read leaves the last good
// result where it is.
func (m *model) ask() {
	q, err := timeline.ParseQuery(m.view.query)
	m.wrong = nil
	if err != nil && !errors.As(err, &m.wrong) {
		m.wrong = &timeline.QueryError{Message: err.Error()}
	}
	if m.wrong == nil {
		m.query = q
	}
	m.matched = m.index.Select(m.query)
	m.words = m.query.Words()
	wanted, unwanted := m.query.Values(timeline.ByActor)
	m.including, m.excluding = m.named(wanted), m.named(unwanted)
	m.list.shown = m.matched
	if m.view.paused || m.view.dim {
		m.list.shown = m.all
	}
	m.place()
}

// named are the actors that the values of a query name exactly.
func (m *model) named(values []string) map[timeline.ActorRef]bool {
	set := make(map[timeline.ActorRef]bool, len(values))
	for _, v := range values {
		if a, ok := m.index.Timeline().FindActor(v); ok {
			set[a] = true
		}
	}
	return set
}

// change makes another view, which undo takes back.
func (m *model) change(f func(*view)) {
	before := m.view
	f(&m.view)
	if m.view != before {
		m.past.remember(before)
		m.ask()
	}
}

// setQuery asks q.
func (m *model) setQuery(q timeline.Query) {
	m.change(func(v *view) { v.query, v.paused = q.String(), false })
}

// undo takes back the last change of the view.
func (m *model) undo() {
	if v, ok := m.past.undo(m.view); ok {
		m.view = v
		m.ask()
		return
	}
	m.notice = "there is nothing to undo"
}

// redo takes back an undo.
func (m *model) redo() {
	if v, ok := m.past.redo(m.view); ok {
		m.view = v
		m.ask()
		return
	}
	m.notice = "there is nothing to redo"
}

// filtered says whether there is a filter.
func (m *model) filtered() bool { return m.view.query != "" }

// dimmed says whether event i is shown although it does not match.
func (m *model) dimmed(i int) bool { return m.view.dim && !m.view.paused && !m.matched.Has(i) }

// toggleDim shows what does not match, dimmed, or hides it again.
func (m *model) toggleDim() { m.change(func(v *view) { v.dim = !v.dim; v.paused = false }) }

// togglePause shows everything, with the filter kept for later.
func (m *model) togglePause() { m.change(func(v *view) { v.paused = !v.paused }) }

// toggle makes value the one thing asked of key; where it is that already, nothing is asked of key any more.
func (m *model) toggle(key timeline.Key, value string) {
	m.setQuery(m.query.Toggle(key, value))
}

// onlyNumber filters by the actor with a number in the detail.
func (m *model) onlyNumber(n int) {
	actors := m.event().Actors
	if n >= len(actors) {
		m.notice = "this event has no actor of that number"
		return
	}
	m.toggle(timeline.ByActor, m.index.Timeline().Actor(actors[n].Actor).ID)
}

// stepOut goes one step out: from a link, from the detail, from the last part of the filter. It never quits.
func (m *model) stepOut() {
	switch {
	case m.mode == inDetail && m.onLink():
		m.detail.at = noLink
	case m.mode == inDetail:
		m.mode = inList
	case m.view.query != "":
		m.dropPart()
	}
}

// dropPart drops the part of the query that emptied the list, else its last part.
func (m *model) dropPart() {
	n := len(m.query.Parts()) - 1
	if m.wrong != nil || n < 0 {
		m.change(func(v *view) { v.query = "" })
		return
	}
	if m.matched.Len() == 0 {
		if blame, ok := m.index.Blame(m.query); ok {
			n = blame.Part
		}
	}
	m.setQuery(m.query.Without(n))
}

// openPrompt opens the query line behind what it says already.
func (m *model) openPrompt() {
	line := m.view.query
	if line != "" && !strings.HasSuffix(line, " ") {
		line += " "
	}
	m.prompt.open(line, m.view)
	m.mode = inPrompt
}

// preview filters by what is typed so far.
func (m *model) preview() {
	m.view.query, m.view.paused = strings.TrimSpace(m.prompt.input.Value()), false
	m.ask()
}

// keepPrompt closes the query line and keeps the filter. One that cannot be read stays open.
func (m *model) keepPrompt() {
	if m.wrong != nil {
		return
	}
	m.mode = inList
	now := m.view
	now.query = m.query.String()
	m.view = m.prompt.from
	m.change(func(v *view) { *v = now })
}

// leavePrompt closes the query line and goes back to the view before it.
func (m *model) leavePrompt() {
	m.mode = inList
	m.view = m.prompt.from
	m.ask()
}

// hasActors says whether there is anybody to choose.
func (m *model) hasActors() bool { return m.index.Timeline().Actors() > 0 }

// panelPage is how many rows of the panel are a page.
func (m *model) panelPage() int { return max(1, m.layout().panes.Dy()-2) }

// closePanel closes the panel and keeps what was chosen in it.
func (m *model) closePanel() {
	if a, ok := m.panel.chosen(); ok {
		m.panel.last = a
	}
	m.mode = inList
}

// panelEdit edits the query by the actor under the cursor.
func (m *model) panelEdit(edit func(q timeline.Query, id string) timeline.Query) {
	if a, ok := m.panel.chosen(); ok {
		m.setQuery(edit(m.query, m.index.Timeline().Actor(a).ID))
	}
}

// panelOnly shows only the events of the actor under the cursor.
func (m *model) panelOnly() {
	if _, ok := m.panel.chosen(); !ok {
		return
	}
	m.panelEdit(func(q timeline.Query, id string) timeline.Query { return q.Only(timeline.ByActor, id) })
	m.closePanel()
}

// panelAdd adds the actor to those wanted, or takes it out again.
func (m *model) panelAdd() {
	a, _ := m.panel.chosen()
	m.panelEdit(func(q timeline.Query, id string) timeline.Query {
		if m.including[a] {
			return q.Drop(timeline.ByActor, id)
		}
		return q.Add(timeline.ByActor, id)
	})
}

// panelExclude excludes the actor, or lets it in again.
func (m *model) panelExclude() {
	a, _ := m.panel.chosen()
	m.panelEdit(func(q timeline.Query, id string) timeline.Query {
		if m.excluding[a] {
			return q.Drop(timeline.ByActor, id)
		}
		return q.Exclude(timeline.ByActor, id)
	})
}
