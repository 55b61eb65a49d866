package ui

import (
	"errors"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// What the keys that filter do. All of them edit the query line.

// ask selects what the query line wants and keeps the reader's place. A line that cannot be read leaves the last good
// result where it is.
func (m *model) ask() {
	m.parse()
	m.find()
}

// parse reads the query line.
func (m *model) parse() {
	q, err := timeline.ParseQuery(m.view.query)
	m.wrong = nil
	if err != nil && !errors.As(err, &m.wrong) {
		m.wrong = &timeline.QueryError{Message: err.Error()}
	}
	if m.wrong == nil {
		m.query = q
	}
	m.settleChips()
}

// find shows what the query wants, now or when it is known.
func (m *model) find() {
	if !m.answered() {
		return
	}
	found := &m.search.answer
	grown := found.index.Timeline() != m.index.Timeline()
	if grown {
		m.carryOver(found.index.Timeline())
	}
	m.index, m.all, m.matched = found.index, found.all, found.matched
	m.words = m.query.Words()
	wanted, unwanted := m.query.Values(timeline.ByActor)
	m.including, m.excluding = m.named(wanted), m.named(unwanted)
	shown := m.matched
	if m.view.paused || m.view.dim {
		shown = m.all
	}
	m.list.order = newOrder(m.index.Timeline(), shown, m.view.newest)
	m.place()
	m.seen()
	if grown {
		m.replaced()
	}
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
		m.remember(m.view.query)
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

// toggleNewest turns the list around.
func (m *model) toggleNewest() { m.change(func(v *view) { v.newest = !v.newest }) }

// togglePause shows everything, with the filter kept for later.
func (m *model) togglePause() { m.change(func(v *view) { v.paused = !v.paused }) }

// toggle makes value the one thing asked of key; where it is that already, nothing is asked of key any more.
func (m *model) toggle(key timeline.Key, value string) {
	if m.query.Only(key, value) == m.query {
		m.setQuery(m.query.DropKey(key))
		return
	}
	m.setQuery(m.query.Only(key, value))
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

// onlyActor filters by the first actor of the selected event. Where the filter is one of its actors already, it goes.
func (m *model) onlyActor() {
	for n, p := range m.event().Actors {
		if id := m.index.Timeline().Actor(p.Actor).ID; m.query.Only(timeline.ByActor, id) == m.query {
			m.onlyNumber(n)
			return
		}
	}
	m.onlyNumber(0)
}

// stepOut goes one step out: from a link, from the detail, from the last part of the filter. It never quits.
func (m *model) stepOut() {
	switch {
	case m.mode == inDetail && m.onLink():
		m.detail.At = draw.NoLink
	case m.mode == inDetail:
		m.mode = m.base
	case m.view.query != "":
		m.dropPart()
	}
}

// dropPart drops the part of the query that is next to go.
func (m *model) dropPart() {
	n := m.nextPart()
	if m.wrong != nil || n < 0 {
		m.change(func(v *view) { v.query = "" })
		return
	}
	m.setQuery(m.query.Without(n))
}

// nextPart is the part of the query that emptied the list, else its last; −1 where there is none.
func (m *model) nextPart() int {
	if found := &m.search.answer; found.query == m.query && found.blamed {
		return found.blame.Part
	}
	return len(m.query.Parts()) - 1
}

// openPrompt opens the query line behind what it says already.
func (m *model) openPrompt() {
	line := m.view.query
	if line != "" && !strings.HasSuffix(line, " ") {
		line += " "
	}
	m.back = m.mode
	m.openLine(line)
	m.mode = inPrompt
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
	m.mode = m.base
	now := m.view
	now.query = m.query.String()
	m.view = m.prompt.from
	m.change(func(v *view) { *v = now })
}

// leavePrompt closes the query line and goes back to the view before it.
func (m *model) leavePrompt() {
	m.mode = m.back
	m.view = m.prompt.from
	m.ask()
}
