package ui

import (
	"sort"
	"strings"

	"dateline/timeline"
)

// An actorPanel lists every actor with its count under the other parts of the query: people under their state or
// organisation while nothing is typed, else what the typing finds, best match first.
type actorPanel struct {
	prompt
	rows   []actorRow
	counts []int // by ActorRef, under the query without its actors
	top    int
	cursor int
	last   timeline.ActorRef // the row that the panel was left on
}

// An actorRow is one line of the panel.
type actorRow struct {
	actor timeline.ActorRef
	depth int    // in the tree of organisations
	as    string // the spelling that was found, where it is not the name
}

// openPanel opens the panel on the actor it was left on, or on the first that the query includes.
func (m *model) openPanel() {
	p := &m.panel
	p.open("", m.view)
	p.counts = m.index.ActorCounts(m.index.Select(m.query.DropKey(timeline.ByActor)))
	p.rows = m.actorTree()
	p.cursor, p.top = 0, 0
	want := p.last
	for a := range m.including {
		want = a
	}
	for n, r := range p.rows {
		if r.actor == want {
			p.cursor = n
			break
		}
	}
	m.mode = inPanel
}

// actorTree is every actor under its state or organisation, most frequent first on each level.
func (m *model) actorTree() []actorRow {
	t, counts := m.index.Timeline(), m.panel.counts
	under := map[timeline.ActorRef][]timeline.ActorRef{}
	for a := timeline.ActorRef(0); int(a) < t.Actors(); a++ {
		g := t.Group(a)
		under[g] = append(under[g], a)
	}
	rows := make([]actorRow, 0, t.Actors())
	var add func(of timeline.ActorRef, depth int)
	add = func(of timeline.ActorRef, depth int) {
		level := under[of]
		sort.SliceStable(level, func(i, j int) bool { return counts[level[i]] > counts[level[j]] })
		for _, a := range level {
			rows = append(rows, actorRow{actor: a, depth: depth})
			add(a, depth+1)
		}
	}
	add(timeline.NoActor, 0)
	return rows
}

// narrow lists what the typed text finds.
func (m *model) narrowPanel() {
	p := &m.panel
	text := strings.TrimSpace(p.input.Value())
	p.cursor, p.top = 0, 0
	if text == "" {
		p.rows = m.actorTree()
		return
	}
	t := m.index.Timeline()
	p.rows = p.rows[:0]
	for _, match := range m.index.SearchActors(text) {
		row := actorRow{actor: match.Actor}
		if !strings.Contains(timeline.Fold(t.Actor(match.Actor).Name), timeline.Fold(match.Name)) {
			row.as = match.Name
		}
		p.rows = append(p.rows, row)
	}
}

// chosen is the actor under the cursor.
func (p *actorPanel) chosen() (timeline.ActorRef, bool) {
	if p.cursor >= len(p.rows) {
		return timeline.NoActor, false
	}
	return p.rows[p.cursor].actor, true
}

// move moves the cursor by n rows.
func (p *actorPanel) move(n int) { p.cursor = max(0, min(p.cursor+n, len(p.rows)-1)) }

// draw gives the panel in exactly h rows of at most w cells: the line that is typed into, and the actors.
func (p *actorPanel) draw(m *model, w, h int) []string {
	th := m.theme
	rows := make([]string, 0, h)
	var b strings.Builder
	emit := func(spans []span, row style) {
		b.Reset()
		th.draw(&b, spans, w, row, row != "")
		rows = append(rows, b.String())
	}
	count := number(len(p.rows)) + " actors"
	if len(p.rows) == 1 {
		count = "1 actor"
	}
	head := append([]span{{" Actor: ", th.strong}}, p.spans(th, w-10-cells(count), nil)...)
	head = append(head, span{spaces(w - spanCells(head) - cells(count) - 1), ""}, span{count, th.faint})
	emit(head, "")
	h--
	if len(p.rows) == 0 {
		emit([]span{{"No actor is called so. Backspace takes a letter back.", th.faint}}, "")
	}
	p.top = max(min(p.top, p.cursor), p.cursor-h+1, 0)
	for n := p.top; n < len(p.rows) && n < p.top+h; n++ {
		st := style("")
		if n == p.cursor {
			st = th.selected
		}
		emit(m.actorRow(p.rows[n], w), st)
	}
	return rows
}

// actorRow is the mark, name and count of an actor.
func (m *model) actorRow(r actorRow, w int) []span {
	th, a := m.theme, m.index.Timeline().Actor(r.actor)
	mark, st := "  ", th.actor
	switch n := m.panel.counts[r.actor]; {
	case m.including[r.actor]:
		mark, st = th.glyphs.included+" ", th.actor+th.strong
	case m.excluding[r.actor]:
		mark, st = th.glyphs.excluded+" ", th.faint
	case n == 0:
		st = th.faint
	case a.Kind != timeline.Person:
		st = ""
	}
	count := number(m.panel.counts[r.actor])
	name := timeline.Visible(a.Name)
	as := ""
	if r.as != "" {
		as = "  " + timeline.Visible(r.as)
	}
	room := w - 4 - 2*r.depth - cells(count) - 1
	name = cut(name, room, th.glyphs.more)
	as = cut(as, max(0, room-cells(name)), "")
	return []span{
		{" " + mark + spaces(2*r.depth), th.good},
		{name, st},
		{as, th.faint},
		{spaces(room - cells(name) - cells(as) + 1), ""},
		{count, th.faint},
	}
}
