package box

import (
	"strings"

	"dateline/timeline/fold"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// What rows look like.

// widths are the cells of the columns of rows.
type widths struct {
	all   int // of a row
	name  int // of actors, views and parts of a filter
	date  int
	count int
	key   int // of commands
}

// Bounds of columns.
const (
	widest     = 84 // cells of a row with a count, so that this is near to what is counted
	widestName = 32
	widestDate = 22
	widestKey  = 22
	mostLines  = 3 // of a row
	gap        = 2
)

// widths returns the columns of rows of w cells.
func (b *Box) widths(th *draw.Theme, w int) widths {
	c := widths{all: max(1, w)}
	for _, r := range b.rows {
		switch r.kind {
		case Actor:
			c.name = max(c.name, draw.Cells(th.Fit(b.called(r.actor), widestName)))
		case View:
			c.name = max(c.name, draw.Cells(th.Fit(r.view.Name, widestName)))
		case Filter, Language:
			c.name = max(c.name, draw.Cells(th.Fit(r.text, widestName)))
		case Event:
			c.date = max(c.date, draw.Cells(th.Fit(b.dateWords(r), widestDate)))
		case Do:
			c.key = max(c.key, min(draw.Cells(r.command.Show), widestKey))
		}
		if r.kind != Event && r.kind != Do && r.kind != Language && r.kind != Date {
			c.count = max(c.count, draw.Cells(countWords(r.n)))
		}
	}
	c.name = min(c.name, max(8, c.all/2))
	c.date = min(c.date, max(6, c.all/3))
	return c
}

// dateWords returns the date of an event.
func (b *Box) dateWords(r *row) string {
	d := b.index.Timeline().Date(r.event)
	if d.IsZero() {
		return "undated"
	}
	return months.Replace(d.String())
}

// months shorten the months of a date.
var months = strings.NewReplacer("January", "Jan", "February", "Feb", "March", "Mar", "April", "Apr", "June", "Jun",
	"July", "Jul", "August", "Aug", "September", "Sep", "October", "Oct", "November", "Nov", "December", "Dec")

// countWords says how many events something has.
func countWords(n int) string {
	if n == unknown {
		return "…"
	}
	return draw.Events(n)
}

// row adds the lines of a row, with the name of its section before it, in so many cells.
func (b *Box) row(th *draw.Theme, r *row, c widths, title string, lead int) {
	l := &b.drawn
	n := len(l.from)
	l.from = append(l.from, len(l.lines))
	for _, spans := range b.cells(th, r, c) {
		head := []draw.Span{draw.Plain(" "), th.Faint.Span(title + draw.Spaces(lead-draw.Cells(title))), draw.Plain(" ")}
		l.lines = append(l.lines, line{n, append(head, spans...)})
		title = ""
	}
}

// cells returns the lines of a row.
func (b *Box) cells(th *draw.Theme, r *row, c widths) [][]draw.Span {
	switch r.kind {
	case Event:
		return b.eventCells(th, r, c)
	case Do:
		return b.commandCells(th, r, c)
	case Language:
		return keyed(th, th.Strong.Span(th.Fit(r.text, c.name)), c.name, r.means, "", c.all)
	case Date:
		words := "go to " + b.going.date.String() + ": " + b.going.leads
		return wrapped(nil, 0, words, th.Strong, c.all)
	case Words:
		quoted := th.Glyphs.QuoteOpen + th.Fit(r.text, max(4, c.all-c.count-8)) + th.Glyphs.More + th.Glyphs.QuoteClose
		words := quoted + " in titles, summaries, quotes"
		return [][]draw.Span{counted(th, []draw.Span{draw.Plain(th.Fit(words, c.all-c.count-gap))}, r.n, c)}
	case View:
		name := []draw.Span{th.Strong.Span(th.Fit(r.view.Name, c.name))}
		return [][]draw.Span{counted(th, named(th, name, r.view.Query, c), r.n, c)}
	case Actor:
		who := b.isWho(r)
		if r.speaks {
			who = strings.TrimSuffix(r.speaking().String()+"; "+who, "; ")
		}
		name := draw.Marked(b.called(r.actor), b.typedIn(r), c.name, th.Actor, th.Match, th.Glyphs.More)
		return [][]draw.Span{counted(th, named(th, name, who, c), r.n, c)}
	}
	if room := min(c.all, widest) - c.count - gap; draw.Cells(r.text) > c.name { // it has the room of what it means too
		return [][]draw.Span{counted(th, []draw.Span{th.Strong.Span(th.Fit(r.text, room))}, r.n, c)}
	}
	return [][]draw.Span{counted(th, named(th, []draw.Span{th.Strong.Span(th.Fit(r.text, c.name))}, r.means, c), r.n, c)}
}

// typedIn returns the parts of an actor's name that were typed.
func (b *Box) typedIn(r *row) [][2]int {
	if name := b.called(r.actor); r.match.Name == name {
		return r.match.Ranges()
	}
	return nil
}

// isWho says of an actor by which other name it was found, and what it is on the day in view: its office, or what kind
// of actor, and whose.
func (b *Box) isWho(r *row) string {
	t := b.index.Timeline()
	words := t.Office(r.actor, b.office)
	if words == "" {
		words = string(t.Actor(r.actor).Kind)
	}
	if g := t.Group(r.actor); g >= 0 && !strings.Contains(fold.Fold(words), fold.Fold(t.Actor(g).Name)) {
		words = strings.TrimPrefix(words+", "+t.Actor(g).Name, ", ")
	}
	if name := b.called(r.actor); r.match.Name != name && !strings.Contains(fold.Fold(name), fold.Fold(r.match.Name)) {
		words = strings.TrimSuffix("also "+r.match.Name+"; "+words, "; ")
	}
	return words
}

// named returns a name in its column and what it means beside it, if there is room.
func named(th *draw.Theme, name []draw.Span, means string, c widths) []draw.Span {
	room := min(c.all, widest) - c.name - gap - c.count - gap
	if means == "" || room < 6 {
		return draw.AppendColumn(nil, name...)
	}
	spans := draw.AppendColumn(nil, name...)
	spans = append(spans, draw.Plain(draw.Spaces(c.name-draw.SpanCells(name)+gap)))
	return draw.AppendColumn(spans, th.Faint.Span(th.Fit(means, room)))
}

// counted returns a row with its count at the end.
func counted(th *draw.Theme, spans []draw.Span, n int, c widths) []draw.Span {
	words := countWords(n)
	room := min(c.all, widest) - draw.SpanCells(spans) - draw.Cells(words)
	if room < 1 {
		return spans
	}
	return append(spans, draw.Plain(draw.Spaces(room)), th.Faint.Span(words))
}

// eventCells returns an event: its date, its glyph and its title, whole where that takes some lines.
func (b *Box) eventCells(th *draw.Theme, r *row, c widths) [][]draw.Span {
	t := b.index.Timeline()
	kind := t.EventType(r.event)
	f := t.Family(kind)
	glyph := th.Families[f].Span(th.TypeGlyph(kind, t.TypeGlyph(kind), f))
	if kind == "" {
		glyph = draw.Plain(" ")
	}
	date := th.Fit(b.dateWords(r), c.date)
	head := []draw.Span{th.Faint.Span(date + draw.Spaces(c.date-draw.Cells(date)+gap)), glyph, draw.Plain(" ")}
	first := draw.SpanCells(head)
	text, _ := b.text()
	lines := titleLines(th, t.EventTitle(r.event), max(1, c.all-first))
	out := make([][]draw.Span, 0, len(lines))
	for n, one := range lines {
		lit := draw.Lit(one, strings.Fields(fold.Fold(text)), "", th.Match)
		if hidden := "  hidden by the filter"; r.hidden && n == len(lines)-1 && first+draw.Cells(one+hidden) <= c.all {
			lit = append(lit, th.Faint.Span(hidden))
		}
		if n > 0 {
			head = []draw.Span{draw.Plain(draw.Spaces(first))}
		}
		out = append(out, draw.AppendColumn(head, lit...))
	}
	return out
}

// titleLines breaks a title into lines of w cells, the last of which is cut where they would be too many.
func titleLines(th *draw.Theme, title string, w int) []string {
	lines := draw.Wrap(sanitize.Line(draw.Enough(title, (mostLines+1)*w)), w)
	if len(lines) > mostLines {
		lines[mostLines-1] = draw.Cut(lines[mostLines-1]+" "+lines[mostLines], w, th.Glyphs.More)
		lines = lines[:mostLines]
	}
	if len(lines) == 0 {
		lines = []string{""}
	}
	return lines
}

// commandCells returns a command: in the list of keys its key first, as there; else the key at the end.
func (b *Box) commandCells(th *draw.Theme, r *row, c widths) [][]draw.Span {
	after := ""
	if text, _ := b.text(); b.keys && text != "" && !r.command.Here {
		after = "  " + strings.ToLower(r.command.Group[:1]) + r.command.Group[1:]
	}
	key := th.Key.Span(th.Fit(r.command.Show, c.key))
	if b.keys {
		return keyed(th, key, c.key, r.command.Does, after, c.all)
	}
	w := min(c.all, widest)
	if w < besideKeys { // the key has the end of the last line, or one of its own
		lines := wrapped(nil, 0, r.command.Does, "", w)
		last := len(lines) - 1
		if room := w - draw.SpanCells(lines[last]) - draw.Cells(key.Text); room > 0 {
			lines[last] = append(lines[last], draw.Plain(draw.Spaces(room)), key)
			return lines
		}
		return append(lines, []draw.Span{draw.Plain(draw.Spaces(w - draw.Cells(key.Text))), key})
	}
	lines := wrapped(nil, 0, r.command.Does, "", w-c.key-gap)
	lines[0] = append(lines[0], draw.Plain(draw.Spaces(w-c.key-draw.SpanCells(lines[0]))), key)
	return lines
}

// keyed returns a key in a column of so many cells, and beside it what it does; where there is too little room, that is
// under the key.
func keyed(th *draw.Theme, key draw.Span, column int, does, after string, w int) [][]draw.Span {
	first := column + gap
	var lines [][]draw.Span
	if w < besideKeys {
		lines = [][]draw.Span{{key}}
		lines = append(lines, wrapped(nil, gap, does, "", w)...)
	} else {
		head := []draw.Span{key, draw.Plain(draw.Spaces(first - draw.Cells(key.Text)))}
		lines = wrapped(head, first, does, "", w)
	}
	if last := len(lines) - 1; after != "" && draw.SpanCells(lines[last])+draw.Cells(after) <= w {
		lines[last] = append(lines[last], th.Faint.Span(after))
	}
	return lines
}

// wrapped returns a text in lines of w cells, of which the first so many are those of head, or blank.
func wrapped(head []draw.Span, first int, text string, st draw.Style, w int) [][]draw.Span {
	var lines [][]draw.Span
	for _, one := range draw.Wrap(sanitize.Line(text), max(1, w-first)) {
		if lines != nil || head == nil {
			head = []draw.Span{draw.Plain(draw.Spaces(first))}
		}
		lines = append(lines, append(head, st.Span(one)))
	}
	if lines == nil {
		lines = [][]draw.Span{head}
	}
	return lines
}
