package who

import (
	"image"
	"sort"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A Panel lists every actor with its count under the other parts of the query: people under their state or
// organisation while nothing is typed, else what the typing finds, best match first.
type Panel struct {
	line    input.Line
	index   *index.Index // what the rows are of
	rows    []actorRow
	counts  []int // by ActorRef, under the query without its actors, or with those that are all wanted
	widest  int   // cells of the greatest count
	cursor  draw.Cursor
	last    string // id of the actor that the panel was left on
	all     bool   // the next actor added is wanted beside the others, not instead of them
	density axis.Density
	dense   int // cells of a density line; 0 where there is no room for one
}

// An actorRow is one line of the panel.
type actorRow struct {
	actor  timeline.ActorRef
	depth  int      // in the tree of organisations
	found  string   // the spelling that was found
	ranges [][2]int // of it, what was typed
}

// Open opens the panel on the actor that is wanted, or else on the one it was left on.
func (p *Panel) Open(s *session.Session) {
	p.line.Open("")
	p.count(s)
	p.rows = p.tree()
	want := p.last
	if wanted, _ := s.Query().Values(query.ByActor); len(wanted) > 0 {
		if a, ok := s.Index().Timeline().FindActor(wanted[0]); ok && !s.Includes(want) {
			want = s.Index().Timeline().Actor(a).ID
		}
	}
	p.seek(want)
}

// seek puts the cursor on the actor with this id, or else on the first.
func (p *Panel) seek(id string) {
	p.cursor = draw.Cursor{}
	for n, r := range p.rows {
		if p.index.Timeline().Actor(r.actor).ID == id {
			p.cursor.At = n
			break
		}
	}
}

// Refresh lists the actors of a record that has been read further or again, with the cursor where it was.
func (p *Panel) Refresh(s *session.Session) {
	id := p.chosenID()
	p.count(s)
	p.narrow()
	p.seek(id)
}

// count counts the events of every actor: those that it alone would show, or that would be left if it were added to
// others of whom all are wanted.
func (p *Panel) count(s *session.Session) {
	q := s.Query().DropKey(query.ByActor)
	if p.wantsAll(s) {
		wanted, _ := s.Query().Values(query.ByActor)
		for _, v := range wanted {
			q = q.And(query.Query{}.Only(query.ByActor, v))
		}
	}
	p.index = s.Index()
	p.counts = s.Index().ActorCounts(s.Index().Select(q))
	p.widest = 0
	for _, n := range p.counts {
		p.widest = max(p.widest, n)
	}
	p.widest = draw.Cells(draw.Number(p.widest))
}

// tree returns every actor under its state or organisation, most frequent first on each level.
func (p *Panel) tree() []actorRow {
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
func (p *Panel) narrow() {
	text := strings.TrimSpace(p.line.Text())
	p.cursor = draw.Cursor{}
	if text == "" {
		p.rows = p.tree()
		return
	}
	p.rows = p.rows[:0]
	for _, match := range p.index.SearchActors(text) {
		p.rows = append(p.rows, actorRow{actor: match.Actor, found: match.Name, ranges: match.Ranges})
	}
}

// Chosen returns the actor under the cursor.
func (p *Panel) Chosen() (timeline.ActorRef, bool) {
	if p.cursor.At >= len(p.rows) {
		return timeline.NoActor, false
	}
	return p.rows[p.cursor.At].actor, true
}

// chosenID returns the id of the actor under the cursor, "" in an empty list.
func (p *Panel) chosenID() string {
	a, ok := p.Chosen()
	if !ok {
		return ""
	}
	return p.index.Timeline().Actor(a).ID
}

// Move moves the cursor by n rows.
func (p *Panel) Move(n int) { p.cursor.Move(n, len(p.rows)) }

// densityFrom is the width of the panel from which it shows how the events of each actor lie in time.
const densityFrom = 60

// Arrange fits the panel into a size and brings the cursor into sight.
func (p *Panel) Arrange(s *session.Session, size image.Point) {
	p.dense = 0
	if size.X >= densityFrom {
		p.dense = p.density.Fit(s.Index(), max(20, size.X/5))
	}
	p.cursor.Window(size.Y-1, 0)
}

// Draw returns the panel in exactly as many rows as it has: the line that is typed into, and the actors.
func (p Panel) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	rows := th.Rows(size.X, size.Y)
	rows.Add("", p.head(s, th, size.X)...)
	if len(p.rows) == 0 {
		rows.Add("", th.Faint.Span(" No actor is called so. Backspace takes a letter back."))
	}
	for n := p.cursor.Top; n < len(p.rows) && !rows.Full(); n++ {
		st := draw.Style("")
		if n == p.cursor.At {
			st = th.Selected
		}
		rows.Add(st, p.row(s, th, p.rows[n], size.X)...)
	}
	return rows.Strings()
}

// head returns the line that is typed into, how many actors it finds, and the years that the density lines lie between.
func (p *Panel) head(s *session.Session, th *draw.Theme, w int) []draw.Span {
	count := draw.Number(len(p.rows)) + " actors"
	if len(p.rows) == 1 {
		count = "1 actor"
	}
	if all := p.wantsAll(s); all || s.Wanted() > 0 {
		word := "any of "
		if all {
			word = "all of "
		}
		count = word + draw.Number(s.Wanted()) + " " + th.Glyphs.Dot + " " + count
	}
	if p.dense > 0 {
		count += "  " + p.density.Axis() + draw.Spaces(p.widest+1)
	}
	head := append([]draw.Span{th.Strong.Span(" Actor: ")}, p.line.Spans(th, w-10-draw.Cells(count), nil)...)
	return append(head, draw.Plain(draw.Spaces(w-draw.SpanCells(head)-draw.Cells(count)-1)), th.Faint.Span(count))
}

// row returns the mark, name, years and count of an actor.
func (p *Panel) row(s *session.Session, th *draw.Theme, r actorRow, w int) []draw.Span {
	a := p.index.Timeline().Actor(r.actor)
	mark, st := "  ", th.Actor
	switch n := p.counts[r.actor]; {
	case s.Wants(r.actor):
		mark, st = th.Glyphs.Included+" ", th.Actor+th.Strong
	case s.Excludes(r.actor):
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
		right = []draw.Span{
			st.Span(" " + p.density.Line(s, th, r.actor, s.All())),
			th.Faint.Span(draw.Spaces(1+p.widest-draw.Cells(count)) + " " + count + " "),
		}
	}
	room := w - draw.SpanCells(left) - draw.SpanCells(right)
	name := p.foundName(r, a, room, th, st)
	row := left
	for _, part := range name {
		row = draw.AppendColumn(row, part)
	}
	return append(append(row, draw.Plain(draw.Spaces(room-draw.SpanCells(name)))), right...)
}

// foundName returns the name of an actor in at most w cells, with what was typed lit, in it or in the spelling that was
// found.
func (p *Panel) foundName(r actorRow, a *timeline.Actor, w int, th *draw.Theme, st draw.Style) []draw.Span {
	typed := strings.Fields(fold.Fold(p.line.Text()))
	switch {
	case r.found == "":
		return draw.Marked(a.Name, nil, w, st, "", th.Glyphs.More)
	case r.found == a.Name:
		return draw.Marked(a.Name, r.ranges, w, st, th.Match, th.Glyphs.More)
	case strings.Contains(fold.Fold(a.Name), fold.Fold(r.found)):
		return draw.Marked(a.Name, fold.Find(a.Name, typed), w, st, th.Match, th.Glyphs.More)
	}
	name := append(draw.Marked(a.Name, nil, w, st, "", th.Glyphs.More), draw.Plain("  "))
	if room := w - draw.SpanCells(name); room > 0 {
		name = append(name, draw.Marked(r.found, r.ranges, room, th.Faint, th.Match, "")...)
	}
	return name
}

// edit edits the query by the actor under the cursor.
func (p *Panel) edit(s *session.Session, edit func(q query.Query, id string) query.Query) {
	a, ok := p.Chosen()
	if !ok {
		return
	}
	p.all = p.wantsAll(s)
	s.SetQuery(edit(s.Query(), s.Index().Timeline().Actor(a).ID))
	p.count(s)
}

// Add adds the actor to those wanted, or takes it out again.
func (p *Panel) Add(s *session.Session) {
	a, _ := p.Chosen()
	p.edit(s, func(q query.Query, id string) query.Query {
		switch {
		case s.Wants(a):
			return q.Drop(query.ByActor, id)
		case p.all:
			return q.Drop(query.ByActor, id).And(query.Query{}.Only(query.ByActor, id))
		}
		return q.Add(query.ByActor, id)
	})
}

// Exclude excludes the actor, or lets it in again.
func (p *Panel) Exclude(s *session.Session) {
	a, _ := p.Chosen()
	p.edit(s, func(q query.Query, id string) query.Query {
		if s.Excludes(a) {
			return q.Drop(query.ByActor, id)
		}
		return q.Exclude(query.ByActor, id)
	})
}

// wantsAll reports whether all the actors wanted must take part in an event, not just any of them. The query says so
// where it names two or more; the panel remembers it for the next.
func (p *Panel) wantsAll(s *session.Session) bool {
	if wanted, _ := s.Query().Values(query.ByActor); len(wanted) > 1 {
		return !s.Query().Any(query.ByActor).Equal(s.Query())
	}
	return p.all
}

// TurnAll changes between any and all of the actors wanted.
func (p *Panel) TurnAll(s *session.Session) {
	p.all = !p.wantsAll(s)
	if p.all {
		s.SetQuery(s.Query().All(query.ByActor))
	} else {
		s.SetQuery(s.Query().Any(query.ByActor))
	}
	p.count(s)
}

// Type hands a key to the line that is typed into, and lists what that finds.
func (p *Panel) Type(k tea.KeyMsg) {
	if p.line.Update(k) {
		p.narrow()
	}
}

// AtEnd reports whether the cursor is after all that is typed.
func (p *Panel) AtEnd() bool { return p.line.AtEnd() }

// Click moves the cursor to a row of the panel, and reports whether it was there already.
func (p *Panel) Click(row int) (again bool) {
	n := p.cursor.Top + row - 1 // below the line that is typed into
	if n == p.cursor.At {
		return true
	}
	if n >= p.cursor.Top {
		p.Move(n - p.cursor.At)
	}
	return false
}

// Close remembers where the panel was left.
func (p *Panel) Close() { p.last = p.chosenID() }

// Only shows only the events of the actor under the cursor.
func (p *Panel) Only(s *session.Session) {
	p.edit(s, func(q query.Query, id string) query.Query { return q.Only(query.ByActor, id) })
}
