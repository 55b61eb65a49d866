package reading

import (
	"cmp"
	"strings"

	"dateline/timeline"
	"dateline/timeline/accounts"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// Sizes of what sides say, in cells.
const (
	columnFrom = 28 // the least width of a side that is beside another
	gap        = 3  // between two sides, with a line
	atMost     = 3  // sides beside each other
)

// claims writes what each side says, the sides beside each other where there is room.
func (r story) claims() {
	sides := accounts.Sides(r.Record, r.Event)
	if len(sides) == 0 {
		return
	}
	p, th := r.Page, r.Theme
	p.Heading("Who says what", th.Faint)
	columns := max(1, min(len(sides), (p.Width+gap)/(columnFrom+gap), atMost))
	if len(sides) == 4 {
		columns = min(columns, 2)
	}
	w := (p.Width - gap*(columns-1)) / columns
	for at := 0; at < len(sides); at += columns {
		if at > 0 {
			p.Blank()
		}
		beside := sides[at:min(at+columns, len(sides))]
		if len(beside) == 1 { // nothing is beside it
			r.oneSide(beside[0], p.Width, at > 0)
			continue
		}
		r.sides(beside, w, at > 0)
	}
}

// name returns what a side is called.
func (r story) name(s accounts.Side) string {
	if s.Actor != timeline.NoActor {
		return r.Record.ActorName(s.Actor)
	}
	if s.Source == timeline.NoSource {
		return "nobody is named"
	}
	from := r.Record.Source(s.Source)
	return cmp.Or(from.Publisher, from.Author, from.Title, draw.ShortAddress(from.URL), from.ID)
}

// oneSide writes what one side says over w cells; rival is whether it stands against a side above it.
func (r story) oneSide(s accounts.Side, w int, rival bool) {
	r.Page.Spans(0, r.bar(s, w, rival))
	for _, line := range r.says(s, w) {
		r.Page.Spans(0, line)
	}
}

// bar returns the name of a side with a line to the width; rival puts the sign of rivals before it.
func (r story) bar(s accounts.Side, w int, rival bool) []draw.Span {
	th := r.Theme
	var head []draw.Span
	if rival {
		head = append(head, th.Strong.Span(th.Glyphs.Rival+" "))
		w -= draw.Cells(th.Glyphs.Rival) + 1
	}
	name := th.Fit(r.name(s), w)
	head = draw.AppendColumn(head, th.Strong.Span(name))
	if left := w - draw.Cells(name) - 1; left > 0 {
		head = append(head, th.Faint.Span(" "+strings.Repeat(th.Glyphs.Horizontal, left)))
	}
	return head
}

// sides writes what sides say beside each other, in w cells each.
func (r story) sides(beside []accounts.Side, w int, rival bool) {
	th := r.Theme
	head := r.bar(beside[0], w, rival)
	blocks := [][][]draw.Span{r.says(beside[0], w)}
	between := draw.Spaces(gap-1-draw.Cells(th.Glyphs.Rival)) + th.Glyphs.Rival + " "
	for _, s := range beside[1:] {
		head = append(append(head, th.Strong.Span(between)), r.bar(s, w, false)...)
		blocks = append(blocks, r.says(s, w))
	}
	r.Page.Spans(0, head)
	rows := 0
	for _, block := range blocks {
		rows = max(rows, len(block))
	}
	for row := range rows {
		var line []draw.Span
		for n, block := range blocks {
			var cell []draw.Span
			if row < len(block) {
				cell = block[row]
			}
			line = append(line, cell...) // whose parts are in order each by itself
			if n < len(blocks)-1 {
				line = append(line, draw.Plain(draw.Spaces(w-draw.SpanCells(cell))), th.Faint.Span(" "+th.Glyphs.Vertical+" "))
			}
		}
		r.Page.Spans(0, line)
	}
}

// says returns in w cells what a side says: of each claim who makes it, how sure that is, its words and its source. An
// office is said once.
func (r story) says(s accounts.Side, w int) [][]draw.Span {
	var lines [][]draw.Span
	known := make(map[timeline.ActorRef]bool)
	for k, n := range s.Claims {
		c := &r.Event.Claims[n]
		if k > 0 {
			lines = append(lines, nil)
		}
		var status draw.Span
		if c.Status != "" {
			glyph, st := r.Theme.Status(c.Status)
			status = st.Span(r.Theme.Fit(strings.TrimSpace(glyph+" "+c.Status), w))
		}
		office := ""
		if !known[c.By] {
			known[c.By], office = true, r.office(c.By)
		}
		lines = append(lines, r.teller(r.Record.ActorName(c.By), office, status, w)...)
		lines = append(lines, r.told(c.Text, r.Cites(c.Source), w)...)
	}
	return lines
}

// teller returns the lines of a name with an office, and at the right end of the last how sure the claim is, or below.
func (r story) teller(name, office string, status draw.Span, w int) [][]draw.Span {
	th := r.Theme
	var lines [][]draw.Span
	name = sanitize.Line(draw.Enough(name, 2*w))
	long := len(name)
	for _, text := range draw.Wrap(name+sanitize.Line(draw.Enough(office, 4*w)), w) {
		if text == "" {
			continue
		}
		strong := min(long, len(text))
		long = max(0, long-len(text)-1) // a blank is left out between two lines
		line := draw.AppendColumn(nil, th.Strong.Span(text[:strong]))
		lines = append(lines, draw.AppendColumn(line, th.Faint.Span(text[strong:])))
	}
	if status.Text == "" {
		return lines
	}
	used := 0
	if len(lines) > 0 {
		used = draw.SpanCells(lines[len(lines)-1])
	}
	if len(lines) == 0 || used+2+draw.Cells(status.Text) > w {
		lines, used = append(lines, nil), 0
	}
	last := len(lines) - 1
	lines[last] = append(lines[last], draw.Plain(draw.Spaces(w-used-draw.Cells(status.Text))))
	lines[last] = draw.AppendColumn(lines[last], status)
	return lines
}

// told returns the lines of a text with the number of its source at the right end of the last, or below.
func (r story) told(text, number string, w int) [][]draw.Span {
	var lines [][]draw.Span
	for _, l := range draw.Paragraphs(text, w) {
		lines = append(lines, draw.AppendColumn(nil, draw.Lit(l, r.Session.Words(), "", r.Theme.Match)...))
	}
	if number == "" {
		return lines
	}
	used := w
	if len(lines) > 0 {
		used = draw.SpanCells(lines[len(lines)-1])
	}
	if used+1+draw.Cells(number) > w {
		lines, used = append(lines, nil), 0
	}
	last := len(lines) - 1
	lines[last] = append(lines[last], draw.Plain(draw.Spaces(w-used-draw.Cells(number))), r.Theme.Faint.Span(number))
	return lines
}

// quotes writes what each speaker said, under the name and the office of that day.
func (r story) quotes() {
	p, th := r.Page, r.Theme
	for k, s := range accounts.Speakers(r.Event) {
		if k > 0 {
			p.Blank()
		}
		name := r.Record.ActorName(s.By)
		if s.By == timeline.NoActor {
			name = "nobody is named"
		}
		for _, line := range r.teller(name, r.office(s.By), draw.Span{}, p.Width) {
			p.Spans(0, line)
		}
		for _, n := range s.Quotes {
			q := r.Event.Quotes[n]
			r.Read(r.Written.Quotes[n].Text).Quoted(th.Glyphs.QuoteOpen, th.Glyphs.QuoteClose).Add(p, r.Look(th.Slant))
			if number := r.Cites(q.Source); number != "" {
				r.after(number)
			}
		}
	}
}

// after writes a number after the last line, or below it where there is no room.
func (r story) after(number string) {
	p := r.Page
	used, last := 0, len(p.Lines)-1
	for _, one := range p.Lines[last] {
		used += draw.Cells(one.Text)
	}
	if used+1+draw.Cells(number) > p.Width {
		p.Add(draw.Text(number, r.Theme.Faint))
		return
	}
	p.Lines[last] = append(p.Lines[last], draw.Text(" "+number, r.Theme.Faint))
}
