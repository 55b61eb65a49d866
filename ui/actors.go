package ui

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
)

// An actorPanel lists every actor with its count under the other parts of the query: people under their state or
// organisation while nothing is typed, else what the typing finds, best match first.
type actorPanel struct {
	prompt
	index   *timeline.Index // what the rows are of
	rows    []actorRow
	counts  []int // by ActorRef, under the query without its actors, or with those that are all wanted
	widest  int   // cells of the greatest count
	top     int
	cursor  int
	last    string // id of the actor that the panel was left on
	all     bool   // the next actor added is wanted beside the others, not instead of them
	density density
}

// An actorRow is one line of the panel.
type actorRow struct {
	actor  timeline.ActorRef
	depth  int      // in the tree of organisations
	found  string   // the spelling that was found
	ranges [][2]int // of it, what was typed
}

// openPanel opens the panel on the actor that is wanted, or else on the one it was left on.
func (m *model) openPanel() {
	p := &m.panel
	p.open("", m.view)
	m.countPanel()
	p.rows = m.actorTree()
	want := p.last
	if wanted, _ := m.query.Values(timeline.ByActor); len(wanted) > 0 {
		if a, ok := m.index.Timeline().FindActor(wanted[0]); ok && !m.isIncluded(want) {
			want = m.index.Timeline().Actor(a).ID
		}
	}
	p.seek(want)
	m.mode = inPanel
}

// isIncluded says whether the query wants the actor with this id.
func (m *model) isIncluded(id string) bool {
	a, ok := m.index.Timeline().FindActor(id)
	return ok && m.including[a]
}

// seek puts the cursor on the actor with this id, or else on the first.
func (p *actorPanel) seek(id string) {
	p.cursor, p.top = 0, 0
	for n, r := range p.rows {
		if p.index.Timeline().Actor(r.actor).ID == id {
			p.cursor = n
			break
		}
	}
}

// refreshPanel lists the actors of a record that has been read further or again, with the cursor where it was.
func (m *model) refreshPanel() {
	id := m.panel.chosenID()
	m.countPanel()
	m.narrowPanel()
	m.panel.seek(id)
}

// countPanel counts the events of every actor: those that it alone would show, or that would be left if it were added to
// others of whom all are wanted.
func (m *model) countPanel() {
	q := m.query.DropKey(timeline.ByActor)
	if m.wantsAll() {
		wanted, _ := m.query.Values(timeline.ByActor)
		for _, v := range wanted {
			q = q.And(timeline.Query{}.Only(timeline.ByActor, v))
		}
	}
	p := &m.panel
	p.index = m.index
	p.counts = m.index.ActorCounts(m.index.Select(q))
	p.widest = 0
	for _, n := range p.counts {
		p.widest = max(p.widest, n)
	}
	p.widest = cells(number(p.widest))
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
	var waiting []actorRow // those to be listed, the next one last; a list, since a file says how deep the tree is
	wait := func(of timeline.ActorRef, depth int) {
		level := under[of]
		slices.SortStableFunc(level, func(a, b timeline.ActorRef) int { return cmp.Compare(counts[b], counts[a]) })
		for _, a := range slices.Backward(level) {
			waiting = append(waiting, actorRow{actor: a, depth: depth})
		}
	}
	wait(timeline.NoActor, 0)
	for len(waiting) > 0 {
		row := waiting[len(waiting)-1]
		waiting = waiting[:len(waiting)-1]
		rows = append(rows, row)
		wait(row.actor, row.depth+1)
	}
	return rows
}

// narrowPanel lists what the typed text finds.
func (m *model) narrowPanel() {
	p := &m.panel
	text := strings.TrimSpace(p.input.Value())
	p.cursor, p.top = 0, 0
	if text == "" {
		p.rows = m.actorTree()
		return
	}
	p.rows = p.rows[:0]
	for _, match := range m.index.SearchActors(text) {
		p.rows = append(p.rows, actorRow{actor: match.Actor, found: match.Name, ranges: match.Ranges})
	}
}

// chosen is the actor under the cursor.
func (p *actorPanel) chosen() (timeline.ActorRef, bool) {
	if p.cursor >= len(p.rows) {
		return timeline.NoActor, false
	}
	return p.rows[p.cursor].actor, true
}

// chosenID is the id of the actor under the cursor, "" where there is none.
func (p *actorPanel) chosenID() string {
	a, ok := p.chosen()
	if !ok {
		return ""
	}
	return p.index.Timeline().Actor(a).ID
}

// move moves the cursor by n rows.
func (p *actorPanel) move(n int) { p.cursor = max(0, min(p.cursor+n, len(p.rows)-1)) }

// densityFrom is the width of the panel from which it shows how the events of each actor lie in time.
const densityFrom = 60

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
	dense := 0 // cells of the density line
	if w >= densityFrom {
		dense = p.density.fit(m.index, max(20, w/5))
	}
	emit(p.head(m, w, dense), "")
	h--
	if len(p.rows) == 0 {
		emit([]span{{" No actor is called so. Backspace takes a letter back.", th.faint}}, "")
	}
	p.top = max(min(p.top, p.cursor), p.cursor-h+1, 0)
	for n := p.top; n < len(p.rows) && n < p.top+h; n++ {
		st := style("")
		if n == p.cursor {
			st = th.selected
		}
		emit(m.actorRow(p.rows[n], w, dense), st)
	}
	return rows
}

// head is the line that is typed into, how many actors it finds, and the years that the density lines lie between.
func (p *actorPanel) head(m *model, w, dense int) []span {
	th := m.theme
	count := number(len(p.rows)) + " actors"
	if len(p.rows) == 1 {
		count = "1 actor"
	}
	if all := m.wantsAll(); all || len(m.including) > 0 {
		word := "any of "
		if all {
			word = "all of "
		}
		count = word + number(len(m.including)) + " " + th.glyphs.dot + " " + count
	}
	if dense > 0 {
		count += "  " + p.density.axis() + spaces(p.widest+1)
	}
	head := append([]span{{" Actor: ", th.strong}}, p.spans(th, w-10-cells(count), nil)...)
	return append(head, span{spaces(w - spanCells(head) - cells(count) - 1), ""}, span{count, th.faint})
}

// actorRow is the mark, name, years and count of an actor.
func (m *model) actorRow(r actorRow, w, dense int) []span {
	th, a, p := m.theme, m.index.Timeline().Actor(r.actor), &m.panel
	mark, st := "  ", th.actor
	switch n := p.counts[r.actor]; {
	case m.including[r.actor]:
		mark, st = th.glyphs.included+" ", th.actor+th.strong
	case m.excluding[r.actor]:
		mark, st = th.glyphs.excluded+" ", th.faint
	case n == 0:
		st = th.faint
	case a.Kind != timeline.Person:
		st = ""
	}
	count := number(p.counts[r.actor])
	left := []span{{" " + mark + spaces(min(2*r.depth, w)), th.good}}
	right := []span{{" " + count + " ", th.faint}}
	if dense > 0 {
		right = []span{{" " + p.density.line(m, r.actor), st}, {spaces(1+p.widest-cells(count)) + " " + count + " ", th.faint}}
	}
	room := w - spanCells(left) - spanCells(right)
	name := p.foundName(r, a, room, th, st)
	row := left
	for _, s := range name {
		row = appendIsolated(row, s)
	}
	return append(append(row, span{spaces(room - spanCells(name)), ""}), right...)
}

// foundName is the name of an actor in at most w cells, with what was typed lit, in it or in the spelling that was found.
func (p *actorPanel) foundName(r actorRow, a *timeline.Actor, w int, th *theme, st style) []span {
	typed := strings.Fields(timeline.Fold(p.input.Value()))
	switch {
	case r.found == "":
		return marked(a.Name, nil, w, st, "", th.glyphs.more)
	case r.found == a.Name:
		return marked(a.Name, r.ranges, w, st, th.match, th.glyphs.more)
	case strings.Contains(timeline.Fold(a.Name), timeline.Fold(r.found)):
		return marked(a.Name, timeline.FindFolded(a.Name, typed), w, st, th.match, th.glyphs.more)
	}
	name := append(marked(a.Name, nil, w, st, "", th.glyphs.more), span{"  ", ""})
	if room := w - spanCells(name); room > 0 {
		name = append(name, marked(r.found, r.ranges, room, th.faint, th.match, "")...)
	}
	return name
}

// marked is a name in at most w cells with some of its bytes in another style.
func marked(name string, ranges [][2]int, w int, base, match style, more string) []span {
	shown := timeline.Visible(name)
	short := cut(shown, w, more)
	if shown != name || len(ranges) == 0 { // the bytes are others
		return []span{{short, base}}
	}
	end := len(short)
	if short != shown {
		end -= len(more)
	}
	var spans []span
	at := 0
	for _, r := range ranges {
		from, to := max(r[0], at), min(r[1], end)
		if from >= to {
			continue
		}
		spans = append(spans, span{short[at:from], base}, span{short[from:to], match})
		at = to
	}
	return append(spans, span{short[at:], base})
}
