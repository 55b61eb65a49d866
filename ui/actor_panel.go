package ui

import (
	"image"
	"sort"
	"strings"

	"dateline/ui/draw"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// An actorPanel lists every actor with its count under the other parts of the query: people under their state or
// organisation while nothing is typed, else what the typing finds, best match first.
type actorPanel struct {
	line   input        // what is typed
	index  *index.Index // what the rows are of
	rows   []actorRow
	counts []int // by ActorRef, under the query without its actors, or with those that are all wanted
	widest int   // cells of the greatest count
	draw.Cursor
	last    string // id of the actor that the panel was left on
	all     bool   // the next actor added is wanted beside the others, not instead of them
	density density
	dense   int // cells of a density line; 0 where there is no room for one
}

// An actorRow is one line of the panel.
type actorRow struct {
	actor  timeline.ActorRef
	depth  int      // in the tree of organisations
	found  string   // the spelling that was found
	ranges [][2]int // of it, what was typed
}

// open opens the panel on the actor that is wanted, or else on the one it was left on.
func (p *actorPanel) open(s *session) {
	p.line.open("")
	p.count(s)
	p.rows = p.tree()
	want := p.last
	if wanted, _ := s.query.Values(query.ByActor); len(wanted) > 0 {
		if a, ok := s.index.Timeline().FindActor(wanted[0]); ok && !s.isIncluded(want) {
			want = s.index.Timeline().Actor(a).ID
		}
	}
	p.seek(want)
}

// seek puts the cursor on the actor with this id, or else on the first.
func (p *actorPanel) seek(id string) {
	p.Cursor = draw.Cursor{}
	for n, r := range p.rows {
		if p.index.Timeline().Actor(r.actor).ID == id {
			p.At = n
			break
		}
	}
}

// refresh lists the actors of a record that has been read further or again, with the cursor where it was.
func (p *actorPanel) refresh(s *session) {
	id := p.chosenID()
	p.count(s)
	p.narrow()
	p.seek(id)
}

// count counts the events of every actor: those that it alone would show, or that would be left if it were added to
// others of whom all are wanted.
func (p *actorPanel) count(s *session) {
	q := s.query.DropKey(query.ByActor)
	if p.wantsAll(s) {
		wanted, _ := s.query.Values(query.ByActor)
		for _, v := range wanted {
			q = q.And(query.Query{}.Only(query.ByActor, v))
		}
	}
	p.index = s.index
	p.counts = s.index.ActorCounts(s.index.Select(q))
	p.widest = 0
	for _, n := range p.counts {
		p.widest = max(p.widest, n)
	}
	p.widest = draw.Cells(draw.Number(p.widest))
}

// tree is every actor under its state or organisation, most frequent first on each level.
func (p *actorPanel) tree() []actorRow {
	t, counts := p.index.Timeline(), p.counts
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
func (p *actorPanel) narrow() {
	text := strings.TrimSpace(p.line.text())
	p.Cursor = draw.Cursor{}
	if text == "" {
		p.rows = p.tree()
		return
	}
	p.rows = p.rows[:0]
	for _, match := range p.index.SearchActors(text) {
		p.rows = append(p.rows, actorRow{actor: match.Actor, found: match.Name, ranges: match.Ranges})
	}
}

// chosen is the actor under the cursor.
func (p *actorPanel) chosen() (timeline.ActorRef, bool) {
	if p.At >= len(p.rows) {
		return timeline.NoActor, false
	}
	return p.rows[p.At].actor, true
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
func (p *actorPanel) move(n int) { p.Move(n, len(p.rows)) }

// densityFrom is the width of the panel from which it shows how the events of each actor lie in time.
const densityFrom = 60

// arrange fits the panel into a size and brings the cursor into sight.
func (p *actorPanel) arrange(s *session, size image.Point) {
	p.dense = 0
	if size.X >= densityFrom {
		p.dense = p.density.fit(s.index, max(20, size.X/5))
	}
	p.Window(size.Y-1, 0)
}

// draw gives the panel in exactly as many rows as it has: the line that is typed into, and the actors.
func (p actorPanel) draw(s *session, th *draw.Theme, size image.Point, _ bool) []string {
	rows := th.Rows(size.X, size.Y)
	rows.Add("", p.head(s, th, size.X)...)
	if len(p.rows) == 0 {
		rows.Add("", th.Faint.Span(" No actor is called so. Backspace takes a letter back."))
	}
	for n := p.Top; n < len(p.rows) && !rows.Full(); n++ {
		st := draw.Style("")
		if n == p.At {
			st = th.Selected
		}
		rows.Add(st, p.row(s, th, p.rows[n], size.X)...)
	}
	return rows.Strings()
}

// head is the line that is typed into, how many actors it finds, and the years that the density lines lie between.
func (p *actorPanel) head(s *session, th *draw.Theme, w int) []draw.Span {
	count := draw.Number(len(p.rows)) + " actors"
	if len(p.rows) == 1 {
		count = "1 actor"
	}
	if all := p.wantsAll(s); all || len(s.including) > 0 {
		word := "any of "
		if all {
			word = "all of "
		}
		count = word + draw.Number(len(s.including)) + " " + th.Glyphs.Dot + " " + count
	}
	if p.dense > 0 {
		count += "  " + p.density.axis() + draw.Spaces(p.widest+1)
	}
	head := append([]draw.Span{th.Strong.Span(" Actor: ")}, p.line.spans(th, w-10-draw.Cells(count), nil)...)
	return append(head, draw.Plain(draw.Spaces(w-draw.SpanCells(head)-draw.Cells(count)-1)), th.Faint.Span(count))
}

// row is the mark, name, years and count of an actor.
func (p *actorPanel) row(s *session, th *draw.Theme, r actorRow, w int) []draw.Span {
	a := p.index.Timeline().Actor(r.actor)
	mark, st := "  ", th.Actor
	switch n := p.counts[r.actor]; {
	case s.including[r.actor]:
		mark, st = th.Glyphs.Included+" ", th.Actor+th.Strong
	case s.excluding[r.actor]:
		mark, st = th.Glyphs.Excluded+" ", th.Faint
	case n == 0:
		st = th.Faint
	case a.Kind != timeline.Person:
		st = ""
	}
	count := draw.Number(p.counts[r.actor])
	left := []draw.Span{th.Good.Span(" " + mark + draw.Spaces(2*r.depth))}
	right := []draw.Span{th.Faint.Span(" " + count + " ")}
	if p.dense > 0 {
		right = []draw.Span{st.Span(" " + p.density.line(s, th, r.actor)), th.Faint.Span(draw.Spaces(1+p.widest-draw.Cells(count)) + " " + count + " ")}
	}
	room := w - draw.SpanCells(left) - draw.SpanCells(right)
	name := p.foundName(r, a, room, th, st)
	row := left
	for _, part := range name {
		row = draw.AppendColumn(row, part)
	}
	return append(append(row, draw.Plain(draw.Spaces(room-draw.SpanCells(name)))), right...)
}

// foundName is the name of an actor in at most w cells, with what was typed lit, in it or in the spelling that was found.
func (p *actorPanel) foundName(r actorRow, a *timeline.Actor, w int, th *draw.Theme, st draw.Style) []draw.Span {
	typed := strings.Fields(fold.Fold(p.line.text()))
	switch {
	case r.found == "":
		return marked(a.Name, nil, w, st, "", th.Glyphs.More)
	case r.found == a.Name:
		return marked(a.Name, r.ranges, w, st, th.Match, th.Glyphs.More)
	case strings.Contains(fold.Fold(a.Name), fold.Fold(r.found)):
		return marked(a.Name, fold.Find(a.Name, typed), w, st, th.Match, th.Glyphs.More)
	}
	name := append(marked(a.Name, nil, w, st, "", th.Glyphs.More), draw.Plain("  "))
	if room := w - draw.SpanCells(name); room > 0 {
		name = append(name, marked(r.found, r.ranges, room, th.Faint, th.Match, "")...)
	}
	return name
}

// marked is a name in at most w cells with some of its bytes in another style.
func marked(name string, ranges [][2]int, w int, base, match draw.Style, more string) []draw.Span {
	shown := sanitize.Line(name)
	short := draw.Cut(shown, w, more)
	if shown != name || len(ranges) == 0 { // the bytes are others
		return []draw.Span{base.Span(short)}
	}
	end := len(short)
	if short != shown {
		end -= len(more)
	}
	var spans []draw.Span
	at := 0
	for _, r := range ranges {
		from, to := max(r[0], at), min(r[1], end)
		if from >= to {
			continue
		}
		spans = append(spans, base.Span(short[at:from]), match.Span(short[from:to]))
		at = to
	}
	return append(spans, base.Span(short[at:]))
}

// edit edits the query by the actor under the cursor.
func (p *actorPanel) edit(s *session, edit func(q query.Query, id string) query.Query) {
	a, ok := p.chosen()
	if !ok {
		return
	}
	p.all = p.wantsAll(s)
	s.setQuery(edit(s.query, s.index.Timeline().Actor(a).ID))
	p.count(s)
}

// add adds the actor to those wanted, or takes it out again.
func (p *actorPanel) add(s *session) {
	a, _ := p.chosen()
	p.edit(s, func(q query.Query, id string) query.Query {
		switch {
		case s.including[a]:
			return q.Drop(query.ByActor, id)
		case p.all:
			return q.Drop(query.ByActor, id).And(query.Query{}.Only(query.ByActor, id))
		}
		return q.Add(query.ByActor, id)
	})
}

// exclude excludes the actor, or lets it in again.
func (p *actorPanel) exclude(s *session) {
	a, _ := p.chosen()
	p.edit(s, func(q query.Query, id string) query.Query {
		if s.excluding[a] {
			return q.Drop(query.ByActor, id)
		}
		return q.Exclude(query.ByActor, id)
	})
}

// wantsAll says whether all the actors wanted must take part in an event, not just any of them. The query says so where
// it names two or more; the panel remembers it for the next.
func (p *actorPanel) wantsAll(s *session) bool {
	if wanted, _ := s.query.Values(query.ByActor); len(wanted) > 1 {
		return !s.query.Any(query.ByActor).Equal(s.query)
	}
	return p.all
}

// turnAll changes between any and all of the actors wanted.
func (p *actorPanel) turnAll(s *session) {
	p.all = !p.wantsAll(s)
	if p.all {
		s.setQuery(s.query.All(query.ByActor))
	} else {
		s.setQuery(s.query.Any(query.ByActor))
	}
	p.count(s)
}
