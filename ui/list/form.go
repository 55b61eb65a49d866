package list

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/ui/draw"
)

// A form is an event as it is written: its lines, each with a first cell for the cursor.
type form struct {
	lines [][]draw.Span
	cut   bool // the title is not whole
	names int  // how many names of actors are whole
}

// narrow is the width in cells below which a list has less room between its columns.
const narrow = 40

// dateColumn is the width of a date, and markSpan the place of the cell for a mark in the first line of an event.
const (
	dateColumn = 6
	markSpan   = 2
)

// gutter returns how many cells are before the thread, and how many from there to the text. They become wider by no
// more than the list does, so that a title that is whole in one list is whole in a wider one.
func (w *writer) gutter() (before, after int) {
	switch {
	case w.of.asked.w < narrow || !w.of.asked.typed:
		return dateColumn + 2, 2
	case w.of.asked.w == narrow:
		return dateColumn + 3, 2
	}
	return dateColumn + 3, 3
}

// room returns how many cells the text of a line has. The last cell of a line is a margin.
func (w *writer) room() int {
	before, after := w.gutter()
	return max(1, w.of.asked.w-before-after-1)
}

// roomForNames returns how many cells of a line names and what follows them get.
func (w *writer) roomForNames() int {
	const besideDetail = 45 // cells in the narrowest list beside the detail
	if w.of.asked.above {
		return min(w.room(), besideDetail)
	}
	return w.room()
}

// A looks are the styles of an event's words.
type looks struct {
	base, faint, who, match draw.Style
	words                   []string // to be lit
	dimmed                  bool
}

// looksOf returns the styles of event i.
func (w *writer) looksOf(i int) looks {
	if w.s.Dimmed(i) {
		aside := w.th.Aside
		return looks{base: aside, faint: aside, who: aside, dimmed: true}
	}
	return looks{base: "", faint: w.th.Faint, who: w.th.Actor, match: w.th.Match, words: w.s.Words()}
}

// compose writes event i, with at most so many lines of its title.
func (w *writer) compose(i, titleLines int) form {
	w.t.Read(i, &w.e)
	look := w.looksOf(i)
	c := composer{w: w, look: look, room: w.room()}
	title, cut := wrapTitle(w.th.Fit(w.e.Title, (titleLines+1)*c.room), c.room, titleLines, w.th.Glyphs.More)
	c.form.cut = cut
	c.people = w.peopleOf(&w.e, w.of.rows == 3)
	c.right = w.badges(look)
	switch {
	case w.of.tight:
		c.tight(title)
	case w.of.rows == 1:
		c.one(title)
	default:
		c.more(title)
	}
	summary := c.summary(w.of.summary)
	if text := w.excerpt(&c, summary); text != nil {
		c.line(text...)
		summary = summary[:max(0, len(summary)-1)]
	}
	for _, text := range summary {
		c.line(c.lit(text, look.faint)...)
	}
	return c.form
}

// A composer writes an event line by line.
type composer struct {
	w      *writer
	look   looks
	room   int
	people people
	right  badges
	form   form
	named  string // the names that are in sight
}

// line adds a line of text after the date and the thread. Blanks have the style of what is beside them, so that the row
// under the cursor changes it less often.
func (c *composer) line(spans ...draw.Span) {
	w := c.w
	before, after := w.gutter()
	row := make([]draw.Span, 0, len(spans)+4)
	row = append(row, draw.Plain(" "))
	if len(c.form.lines) == 0 {
		date := w.e.Date.Short()
		style, glyph := c.look.base, c.look.faint.Span(w.th.Glyphs.Vertical)
		if inexact(w.e.Date) {
			style = c.look.faint
		}
		if w.of.asked.typed {
			f := w.t.Family(w.e.Type)
			glyph = w.th.Families[f].Span(w.th.TypeGlyph(w.e.Type, w.t.TypeGlyph(w.e.Type), f))
			if c.look.dimmed {
				glyph.Style = c.look.faint
			}
		}
		row = append(row, style.Span(draw.Spaces(dateColumn-draw.Cells(date))+date), style.Span(" "),
			glyph.Style.Span(draw.Spaces(before-dateColumn-2)), glyph, glyph.Style.Span(draw.Spaces(after-1)))
	} else {
		row = append(row, draw.Plain(draw.Spaces(before-1)),
			c.look.faint.Span(w.th.Glyphs.Vertical+draw.Spaces(after-1)))
	}
	c.form.lines = append(c.form.lines, draw.AppendColumn(row, spans...))
}

// inexact reports whether a date is less than one sure day.
func inexact(d edtf.Date) bool {
	return d.Precision() < edtf.ToDay || d.IsInterval() || d.IsSet() || d.Approximate() || d.Uncertain()
}

// lit returns text with what matches lit.
func (c *composer) lit(text string, base draw.Style) []draw.Span {
	return draw.Lit(text, c.look.words, base, c.look.match)
}

// one writes an event in one line where the first of its names fit that, else in another one too. So a wider list never
// has fewer names: it has one line only where that has as many as another line would.
func (c *composer) one(title []string) {
	const first = 3 // names that are worth a line
	until := c.until()
	need := draw.Cells(until) + c.right.need()
	least := c.people.fit(c.w.roomForNames()-need, first)
	if len(title) == 1 {
		const share = 3 // parts of a line, of which names get one at most, but for the first
		free := c.room - draw.Cells(title[0]) - len("  ") - need
		k := max(c.people.fit(min(free, c.room/share), len(c.people.names)), c.people.fit(free, least))
		if k >= least && (k > 0 || len(c.people.names) == 0 && free+len("  ") >= 0) {
			c.line(c.ends(c.lit(title[0], c.look.base), c.who(k, until), c.right.needed)...)
			return
		}
	}
	c.rest(title, until, least)
}

// tight writes an event in one line wherever its title fits that, with names only where there is room for them.
func (c *composer) tight(title []string) {
	until := c.until()
	if len(title) > 1 {
		free := c.room - draw.Cells(title[len(title)-1]) - len(joined) - draw.Cells(until) - c.right.need()
		if _, more := c.people.text(0); free < draw.Cells(more) { // so that they have a line of their own
			free = c.room - draw.Cells(until) - c.right.need()
		}
		c.rest(title, until, c.people.fit(free, len(c.people.names)))
		return
	}
	free := c.room - draw.Cells(title[0])
	for _, form := range []struct {
		until string
		right []draw.Span
	}{{until, c.right.needed}, {"", c.right.needed}, {"", c.right.brief}} {
		free := free - draw.Cells(form.until) - draw.SpanCells(form.right)
		if free < 0 {
			continue
		}
		var who []draw.Span
		if k := c.people.fit(free-len("  "), len(c.people.names)); k > 0 || form.until != "" {
			who = c.who(k, form.until)
		}
		c.line(c.ends(c.lit(title[0], c.look.base), who, form.right)...)
		return
	}
	c.rest(title, until, c.people.fit(c.room-draw.Cells(until)-c.right.need(), len(c.people.names)))
}

// rest writes a title of several lines, or one that leaves no room, and after it k names.
func (c *composer) rest(title []string, until string, k int) {
	c.head(title)
	tail := c.lit(title[len(title)-1], c.look.base)
	who := c.who(k, until)
	if len(title) > 1 {
		if left := c.join(tail, who); draw.SpanCells(left)+c.right.need() <= c.room {
			c.line(c.ends(left, nil, c.right.needed)...)
			return
		}
	}
	c.line(tail...)
	if len(who)+len(c.right.needed) > 0 {
		c.line(c.ends(who, nil, c.right.needed)...)
	}
}

// joined is between the end of a title and what follows it.
const joined = " - " // a dot in the middle where there is one

// more writes an event in two lines or more: its title, and who and how sure.
func (c *composer) more(title []string) {
	until := c.until()
	room := c.w.roomForNames() - draw.Cells(until)
	k := max(c.people.fit(room-c.right.need(), 3), c.people.fit(room-c.right.all(), len(c.people.names)))
	who := c.who(k, until)
	used := draw.SpanCells(who)
	right := c.right.in(c.room - used)
	tail := c.lit(title[len(title)-1], c.look.base)
	switch {
	case len(who) > 0:
	case draw.SpanCells(tail)+draw.SpanCells(right) <= c.room:
		c.head(title)
		c.line(c.ends(tail, nil, right)...)
		return
	case c.people.with: // nobody else is in it, so that those who are asked for are better than an empty line
		c.people = c.w.peopleOf(&c.w.e, false)
		c.more(title)
		return
	}
	c.head(title)
	if len(title) > 1 {
		left := c.join(tail, who)
		if free := c.room - draw.SpanCells(left); c.right.all() <= free {
			c.line(c.ends(left, nil, c.right.in(free))...)
			return
		}
	}
	c.line(tail...)
	c.line(c.ends(who, nil, right)...)
}

// head writes the lines of a title before its last.
func (c *composer) head(title []string) {
	for _, text := range title[:len(title)-1] {
		c.line(c.lit(text, c.look.base)...)
	}
}

// join returns the end of a title and what follows it.
func (c *composer) join(tail, who []draw.Span) []draw.Span {
	if len(who) == 0 {
		return tail
	}
	tail = append(slices.Clip(tail), c.look.faint.Span(" "+c.w.th.Glyphs.Dot+" "))
	return append(tail, who...)
}

// ends returns a line of which a part is at its end, after another.
func (c *composer) ends(left, middle, right []draw.Span) []draw.Span {
	var style draw.Style
	switch {
	case len(middle) > 0 && middle[0].Style != c.look.match: // which is underlined
		style = middle[0].Style
	case len(right) > 0:
		style = right[0].Style
	}
	gap := c.room - draw.SpanCells(left) - draw.SpanCells(middle) - draw.SpanCells(right)
	left = append(left, style.Span(draw.Spaces(gap)))
	return append(append(left, middle...), right...)
}

// until returns until when the event lasts where its date has no room for that, and a separator.
func (c *composer) until() string {
	if words := c.w.e.Date.Until(); words != "" {
		return c.w.th.Fit(words, c.room/2) + "  "
	}
	return ""
}

// who returns until when an event lasts, and the names of its first k actors.
func (c *composer) who(k int, until string) []draw.Span {
	var spans []draw.Span
	if until != "" {
		spans = append(spans, c.look.faint.Span(until))
	}
	names, rest := c.people.text(k)
	c.form.names, c.named = k, names
	if free := c.w.roomForNames() - c.right.need() - draw.Cells(until); k == 0 && !c.w.of.tight {
		names, rest = c.people.beginning(free, c.w.th.Glyphs.More)
	}
	if names == "" && rest == "" {
		return spans
	}
	if c.people.with {
		spans = append(spans, c.look.faint.Span(with))
	}
	spans = append(spans, c.lit(names, c.look.who)...)
	if rest != "" {
		spans = append(spans, c.look.faint.Span(rest))
	}
	return spans
}

// summary returns the first lines of what the event's summary says.
func (c *composer) summary(most int) []string {
	if most == 0 {
		return nil
	}
	lines := c.wrapped(c.w.e.Summary, most)
	if len(lines) > most {
		lines[most-1] = draw.Clip(lines[most-1]+" "+lines[most], c.room, c.w.th.Glyphs.More)
		lines = lines[:most]
	}
	return lines
}

// wrapped returns the lines of a text, or where it has more than so many a few of those too.
func (c *composer) wrapped(text string, most int) []string {
	text = draw.Enough(text, 4*c.room*most) // more than is seen, since lines end with words
	return draw.Paragraphs(text, c.room)
}

// wrapTitle breaks a title into lines of at most w cells, at words but for one that is longer, and at most so many
// lines. What does not fit is cut at the letter.
func wrapTitle(title string, w, most int, more string) (lines []string, cut bool) {
	rest := title
	for len(lines) < most-1 && draw.Cells(rest) > w {
		head := draw.Clip(rest, w, "")
		if head == "" {
			break
		}
		if len(head) < len(rest) && rest[len(head)] != ' ' {
			if i := strings.LastIndexByte(head, ' '); i > 0 {
				head = head[:i]
			}
		}
		lines = append(lines, strings.TrimRight(head, " "))
		rest = strings.TrimLeft(rest[len(head):], " ")
	}
	if draw.Cells(rest) > w {
		return append(lines, draw.Clip(rest, w, more)), true
	}
	return append(lines, rest), false
}
