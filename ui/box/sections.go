package box

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/session"
)

// A Kind is what a row of the list is.
type Kind int

// The kinds, in the order of their sections.
const (
	Filter Kind = iota // the text as a filter, or a value of a key
	Actor
	Event
	Words
	View
	Do       // a command
	Language // a key of the filter
	Date
)

// How many rows a section has: few, some more in a high box, and many where it is the only one.
const (
	limit     = 3
	limitHigh = 5
	high      = 18 // rows of the box
	mostAlone = 100
)

// A row is one thing that the text may mean.
type row struct {
	kind    Kind
	near    closeness
	id      string // of an actor or an event
	actor   timeline.ActorRef
	match   index.ActorMatch
	event   int
	hidden  bool        // by the filter
	filter  query.Query // of a filter, its words or a view
	text    string      // of a filter or a key of it
	means   string
	speaks  bool // of an actor that only speaks
	view    session.SavedView
	command *Command
	n       int // events, or unknown
}

// A section is the rows of a kind, the nearest first.
type section struct {
	title string
	rows  []*row
	shown int // of them
}

// is reports whether two rows are of the same thing.
func (r *row) is(o *row) bool {
	switch {
	case r.kind != o.kind:
		return false
	case r.kind == Do:
		return r.command.ID == o.command.ID
	}
	return r.id == o.id && r.text == o.text && r.view == o.view
}

// list lists what is known of what the text means.
func (b *Box) list(s *session.Session) {
	text, commands := b.text()
	switch {
	case commands || text == "":
		b.sections = b.commandSections(s, text)
	default:
		b.sections = b.anything(s, text)
	}
	b.cut()
}

// limit returns how many rows each of the sections has.
func (b *Box) limit() int {
	switch text, commands := b.text(); {
	case len(b.sections) < 2 || commands || text == "":
		return mostAlone
	case b.height >= high:
		return limitHigh
	}
	return limit
}

// cut lists as many rows of each section as it may have. What was in focus stays so, in its row of the screen.
func (b *Box) cut() {
	was := b.focus()
	down := b.drawn.first(b.at) - b.top
	b.rows, b.most = nil, b.limit()
	for i := range b.sections {
		one := &b.sections[i]
		one.shown = min(len(one.rows), b.most)
		b.rows = append(b.rows, one.rows[:one.shown]...)
	}
	b.drawn.lines = nil
	if at := slices.IndexFunc(b.rows, func(r *row) bool { return was != nil && r.is(was) }); at >= 0 {
		b.at, b.drawn.keep, b.drawn.down = at, at > 0, down
	} else {
		b.at = max(0, min(b.at, len(b.rows)-1))
	}
}

// anything returns what a text may mean: a date that has to be one first, then by kind, what only sounds so last.
func (b *Box) anything(s *session.Session, text string) []section {
	whole, values := b.wholeRow(), b.values()
	if len(whole) > 0 {
		whole, values = append(whole, values...), nil
	}
	all := []section{
		{title: "FILTER", rows: whole},
		{title: "WHO", rows: b.actors(s, text)},
		{title: "EVENTS", rows: b.events(s)},
		{title: "WORDS", rows: b.wordsRow(text)},
		{title: "VIEWS", rows: b.views(s, text)},
		{title: "FILTER", rows: values},
		{title: "DO", rows: b.matching(text)},
	}
	if b.going.first {
		all = slices.Insert(all, 0, section{title: "GO TO", rows: b.dateRow()})
	} else {
		all = append(all, section{title: "GO TO", rows: b.dateRow()})
	}
	isLoose := func(r *row) bool { return r.near >= loose }
	if slices.ContainsFunc(all, func(one section) bool { return len(one.rows) > 0 && !isLoose(one.rows[0]) }) {
		for n := range all { // a command that only has the letters is no answer beside one
			if all[n].title == "DO" {
				all[n].rows = slices.DeleteFunc(all[n].rows, isLoose)
			}
		}
	}
	all = slices.DeleteFunc(all, func(one section) bool { return len(one.rows) == 0 })
	from := 0
	if len(all) > 0 && (all[0].rows[0].kind == Date || all[0].rows[0].kind == Filter && all[0].rows[0].near == exact) {
		from = 1
	}
	slices.SortStableFunc(all[from:], func(a, b section) int { return a.order() - b.order() })
	return all
}

// order returns where a section comes among the others: one whose first row is what is typed first, one that has only
// what sounds so or what finds nothing last.
func (s *section) order() int {
	switch r := s.rows[0]; {
	case r.near >= loose, r.n == 0 && (r.kind == Actor || r.kind == View):
		return 2
	case r.near == exact && (r.kind == Actor || r.kind == View):
		return 0
	}
	return 1
}

// dateRow returns the row of the date that the text is.
func (b *Box) dateRow() []*row {
	if b.going.date.IsZero() {
		return nil
	}
	return []*row{{kind: Date, near: exact, text: b.going.date.EDTF(), n: b.going.to.N}}
}

// wholeRow returns the row of the text as a filter.
func (b *Box) wholeRow() []*row {
	if b.asked.whole.IsZero() || b.answer.whole == 0 {
		return nil
	}
	return []*row{{
		kind: Filter, near: exact, filter: b.asked.whole, text: b.asked.whole.String(), n: b.answer.whole,
	}}
}

// values returns the values of keys that begin as the text does.
func (b *Box) values() []*row {
	var rows []*row
	for _, c := range b.answer.values {
		q, err := query.Parse(c.Text)
		if err == nil && (b.asked.whole.IsZero() || !q.Equal(b.asked.whole)) {
			rows = append(rows, &row{kind: Filter, near: begins, filter: q, text: c.Text, means: c.Name, n: c.N})
		}
	}
	return rows
}

// actors returns the actors whom the text may mean, of those as near the ones with the most events first. One that
// takes part in none is listed with those where it speaks, and last where there are none either.
func (b *Box) actors(s *session.Session, text string) []*row {
	if !b.asked.whole.IsZero() {
		return nil
	}
	found := b.index.SearchActors(text)
	n := func(m index.ActorMatch) int {
		if int(m.Actor) < len(b.counts) {
			return b.counts[m.Actor]
		}
		return 0
	}
	slices.SortStableFunc(found, func(a, b index.ActorMatch) int {
		return cmp.Or(cmp.Compare(a.Far, b.Far), cmp.Compare(n(b), n(a)))
	})
	var rows []*row
	rest := s.Apart(query.ByActor)
	for _, m := range found[:min(len(found), mostAlone)] {
		near := loose
		switch m.Far {
		case 0:
			near = exact
		case 1:
			near = begins
		}
		id := b.index.Timeline().Actor(m.Actor).ID
		r := &row{kind: Actor, near: near, id: id, actor: m.Actor, match: m, n: n(m)}
		if r.n == 0 {
			r.n = b.index.Speaking(m.Actor).Count(rest)
			r.speaks = r.n > 0
		}
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(a, b *row) int { return min(1, b.n) - min(1, a.n) })
	return rows
}

// speaking returns the filter for where an actor speaks.
func (r *row) speaking() query.Query { return query.Query{}.Add(query.BySays, r.id) }

// events returns the events whose titles have the text, of those as near the ones that are listed first.
func (b *Box) events(s *session.Session) []*row {
	var rows []*row
	for _, h := range b.answer.events {
		rows = append(rows, &row{
			kind: Event, near: h.near, id: b.index.Timeline().ID(h.event), event: h.event, hidden: !s.Lists(h.event),
		})
	}
	slices.SortStableFunc(rows, func(a, b *row) int {
		switch {
		case a.near != b.near || a.hidden == b.hidden:
			return int(a.near - b.near)
		case a.hidden:
			return 1
		}
		return -1
	})
	return rows
}

// wordsRow returns the row of the text as words, unless no event has them.
func (b *Box) wordsRow(text string) []*row {
	if !b.asked.whole.IsZero() || b.asked.words.IsZero() || b.answer.words == 0 {
		return nil
	}
	return []*row{{kind: Words, near: begins, filter: b.asked.words, text: text, n: b.answer.words}}
}

// views returns the saved views that the text may mean, with how many events each has.
func (b *Box) views(s *session.Session, text string) []*row {
	rows := viewsLike(s, text)
	for i, r := range rows {
		r.n = unknown
		if i < len(b.answer.views) {
			r.n = b.answer.views[i]
		}
	}
	return rows
}

// viewsLike returns the saved views that a text may mean, the nearest first.
func viewsLike(s *session.Session, text string) []*row {
	var rows []*row
	words := strings.Fields(fold.Fold(text))
	for _, v := range s.Saved().Views {
		near := min(nearest(words, fold.Fold(v.Name)), max(within, nearest(words, fold.Fold(v.Query))))
		if near >= loose {
			continue
		}
		rows = append(rows, &row{kind: View, near: near, view: v})
	}
	slices.SortStableFunc(rows, func(a, b *row) int { return int(a.near - b.near) })
	return rows
}

// commandSections returns the commands that the text finds. Without a text they are in their groups, with the keys of
// the filter behind them.
func (b *Box) commandSections(s *session.Session, text string) []section {
	var all []section
	found := b.matching(text)
	if text != "" {
		all = append(all, section{title: "DO", rows: found})
	} else {
		for _, r := range found {
			if n := len(all); n == 0 || all[n-1].title != r.command.Group {
				all = append(all, section{title: r.command.Group})
			}
			one := &all[len(all)-1]
			one.rows = append(one.rows, r)
		}
	}
	if b.keys {
		all = append(all, section{title: "The language of the filter", rows: b.language(s, text)})
	}
	return slices.DeleteFunc(all, func(one section) bool { return len(one.rows) == 0 })
}

// language returns the keys and signs of the filter that the text finds.
func (b *Box) language(s *session.Session, text string) []*row {
	var rows []*row
	words := strings.Fields(fold.Fold(text))
	add := func(begun, shown, means string) {
		near := begins
		if text != "" {
			near = nearest(words, fold.Fold(shown+" "+means))
		}
		if near < loose {
			rows = append(rows, &row{
				kind: Language, near: near, text: shown, means: means, view: session.SavedView{Query: begun},
			})
		}
	}
	for _, c := range s.Index().Complete(query.Cursor{Key: query.ByWords}, index.Selection{}) {
		add(c.Text, c.Text, c.Name)
	}
	for _, one := range query.Signs {
		add(one.Begun, one.Text, one.Means)
	}
	return rows
}
