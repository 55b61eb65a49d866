package compare

import (
	"image"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/compare"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// Draw returns the rows of the page.
func (p *Page) Draw(th *draw.Theme, size image.Point) []string {
	rows := th.Padded(size.X, size.Y)
	if p.c == nil {
		return rows.Strings()
	}
	for _, spans := range p.head() {
		rows.Add("", spans...)
	}
	if !p.HasEvent() {
		rows.Add("", p.look.centred(th.Faint.Span("neither has an event that the filter leaves"))...)
	}
	for n := range p.rows {
		st := draw.Style("")
		if p.rows[n].place == p.at {
			st = th.Row(true, true)
		}
		rows.Add(st, p.rows[n].spans...)
	}
	for rows.Len() < size.Y-p.look.foot {
		rows.Add("")
	}
	for _, spans := range p.foot() {
		rows.Add("", spans...)
	}
	return rows.Strings()
}

// head returns who is compared, with what they have in all.
func (p *Page) head() [][]draw.Span {
	l, th := &p.look, p.look.th
	var names, offices, counts [2]string
	var room [2]int
	for n := range p.c.Sides {
		names[n] = sanitize.Line(p.c.Sides[n].Name)
		if room[n] = l.side - 1; l.side == 0 {
			room[n] = l.w - edgeCells - draw.Cells(names[n]) - 2
		}
		offices[n] = shorter(room[n], p.office(compare.Place(n))...)
	}
	left, right := p.counts(compare.Left), p.counts(compare.Right)
	for form := range left { // both say the same of themselves
		counts = [2]string{left[form], right[form]}
		if l.head > 1 && draw.Cells(left[form]) <= room[0] && draw.Cells(right[form]) <= room[1] {
			break
		}
	}
	together := "together " + draw.Number(p.c.Both.Len())
	if l.side == 0 {
		return p.headBelow(names, counts, together)
	}
	if l.head == 1 {
		return [][]draw.Span{l.mirrored(th.Actor.Span(names[0]+" "+counts[0]), th.Strong.Span(together),
			th.Actor.Span(names[1]+" "+counts[1]))}
	}
	rows := [][]draw.Span{
		l.mirrored(th.Actor.Span(names[0]), th.Faint.Span("compare"), th.Actor.Span(names[1])),
		l.mirrored(th.Faint.Span(offices[0]), th.Strong.Span(together), th.Faint.Span(offices[1])),
		l.mirrored(draw.Plain(counts[0]), draw.Plain(""), draw.Plain(counts[1])),
		{th.Faint.Span(strings.Repeat(th.Glyphs.Horizontal, l.w))},
	}
	if l.head == 3 { // the counts stand for the offices
		return [][]draw.Span{
			rows[0], l.mirrored(draw.Plain(counts[0]), th.Strong.Span(together), draw.Plain(counts[1])), rows[3],
		}
	}
	return rows[:min(l.head, len(rows))]
}

// headBelow returns the head where one is below the other.
func (p *Page) headBelow(names, counts [2]string, together string) (rows [][]draw.Span) {
	l, th := &p.look, p.look.th
	if l.head == 0 {
		return nil
	}
	if l.head == 1 {
		t := p.of.Timeline()
		row := []draw.Span{draw.Plain(" ")}
		for n, mark := range [...]string{th.Glyphs.OnlyLeft, th.Glyphs.OnlyRight} {
			row = append(row, th.Strong.Span(mark+" "))
			name := th.Fit(t.ShortName(p.c.Sides[n].Actor), l.w-draw.SpanCells(row))
			row = draw.AppendColumn(row, th.Strong.Span(name))
			row = append(row, th.Strong.Span(" "+counts[n]+"  "))
		}
		return [][]draw.Span{append(row, th.Strong.Span(th.Fit(together, max(0, l.w-draw.SpanCells(row)))))}
	}
	for n, at := range [...]compare.Place{compare.Left, compare.Right} {
		row := []draw.Span{th.Actor.Span(" " + l.edge(at) + " ")}
		row = draw.AppendColumn(row, th.Actor.Span(th.Fit(names[n], l.w-edgeCells)))
		rows = append(rows, append(row, th.Faint.Span("  "+counts[n])))
	}
	rule := strings.Repeat(th.Glyphs.Horizontal, 2) + " " + together + " "
	rule += strings.Repeat(th.Glyphs.Horizontal, max(0, l.w-draw.Cells(rule)))
	rows = append(rows, []draw.Span{th.Faint.Span(rule)})
	for len(rows) < l.head {
		rows = append(rows, nil)
	}
	return rows[:l.head]
}

// NameAt returns which of the two has its name at a place of the page, NoActor for a source; ok is false elsewhere.
func (p *Page) NameAt(at image.Point) (a timeline.ActorRef, ok bool) {
	l := &p.look
	if p.c == nil || at.Y < 0 || at.Y >= min(l.head, 2) || l.side > 0 && at.Y > 0 {
		return timeline.NoActor, false
	}
	row := p.head()[at.Y]
	left, right := [2]int{edgeCells, l.w}, [2]int{l.w, l.w} // columns of the names
	switch {
	case l.side > 0:
		left, right = [2]int{draw.Cells(row[0].Text), l.side}, [2]int{l.side + axisCells, draw.SpanCells(row)}
	case l.head == 1:
		second := slices.IndexFunc(row, func(s draw.Span) bool { return s.Text == l.th.Glyphs.OnlyRight+" " })
		left = [2]int{1, draw.SpanCells(row[:max(second, 0)])}
		right[0] = left[1]
	case at.Y == 1:
		left, right = right, left
	}
	for n, of := range [...][2]int{left, right} {
		if of[0] <= at.X && at.X < of[1] {
			return p.c.Sides[n].Actor, true
		}
	}
	return timeline.NoActor, false
}

// shorter returns the first of texts that fits w cells, else nothing.
func shorter(w int, texts ...string) string {
	for _, text := range texts {
		if draw.Cells(text) <= w {
			return text
		}
	}
	return ""
}

// mirrored returns a row with a text that ends at the axis, one on it and one that begins after it.
func (l *looks) mirrored(left, middle, right draw.Span) []draw.Span {
	left.Text, right.Text = l.th.Fit(left.Text, l.side), l.th.Fit(right.Text, l.w-l.side-axisCells)
	return l.about(draw.AppendColumn(nil, left), middle, draw.AppendColumn(nil, right))
}

// about does what mirrored does for texts of several spans that fit.
func (l *looks) about(left []draw.Span, middle draw.Span, right []draw.Span) []draw.Span {
	gap := axisCells - draw.Cells(middle.Text)
	row := append([]draw.Span{draw.Plain(draw.Spaces(l.side - draw.SpanCells(left)))}, left...)
	row = append(row, draw.Plain(draw.Spaces(gap/2)), middle, draw.Plain(draw.Spaces(gap-gap/2)))
	return append(row, right...)
}

// counts returns in words how many events one of the two has, and what it says in them, the fullest form first.
func (p *Page) counts(at compare.Place) (forms []string) {
	s, dot := &p.c.Sides[at], " "+p.look.th.Glyphs.Dot+" "
	events, alone := draw.Events(s.Events.Len()), draw.Number(s.Alone.Len())+" alone"
	if p.known {
		told := &p.told[at]
		said := func(n int, word string) string {
			switch n {
			case 0:
				return ""
			case 1:
				return dot + "1 " + word
			}
			return dot + draw.Number(n) + " " + word + "s"
		}
		quotes, claims := said(told.Quotes, "quote"), said(told.Claims, "claim")
		forms = append(forms, events+quotes+claims+dot+alone, events+quotes+dot+alone)
	}
	return append(forms, events+dot+alone, draw.Number(s.Events.Len())+dot+alone, draw.Number(s.Events.Len()))
}

// office returns what one of the two is, or was last, the fullest form first: the office that it took up last.
func (p *Page) office(at compare.Place) (forms []string) {
	t, a := p.of.Timeline(), p.c.Sides[at].Actor
	if a == timeline.NoActor {
		return nil
	}
	kind := string(t.Actor(a).Kind)
	offices, members := t.Offices(a), t.Actor(a).Memberships
	if len(offices) != len(members) || len(offices) == 0 {
		return []string{kind}
	}
	latest := 0
	for n := range members {
		if members[n].Period().From >= members[latest].Period().From {
			latest = n
		}
	}
	name := sanitize.Line(offices[latest].Name)
	if when := offices[latest].When; when != "" {
		forms = append(forms, name+", "+when)
	}
	return append(forms, name, kind)
}

// foot returns whom each of the two meets besides.
func (p *Page) foot() [][]draw.Span {
	l, th := &p.look, p.look.th
	if l.foot == 0 {
		return nil
	}
	if l.side == 0 {
		rows := [][]draw.Span{nil}
		for _, at := range [...]compare.Place{compare.Left, compare.Right} {
			lead := " " + l.edge(at) + " "
			rows = append(rows, append([]draw.Span{th.Actor.Span(lead)}, l.meets(p, at, l.w-edgeCells)...))
		}
		return rows
	}
	left, right := l.meets(p, compare.Left, l.side), l.meets(p, compare.Right, l.w-l.side-axisCells)
	return [][]draw.Span{nil, l.about(left, draw.Plain(""), right)}
}

// meets says in w cells whom one of the two meets besides, as many as there is room for.
func (l *looks) meets(p *Page, at compare.Place, w int) []draw.Span {
	if len(p.told[at].Meets) == 0 {
		return []draw.Span{l.th.Faint.Span(shorter(w, "meets nobody else"))}
	}
	const words = "meets also:"
	spans, used := []draw.Span{l.th.Faint.Span(l.th.Fit(words, w))}, draw.Cells(words)
	for n, m := range p.told[at].Meets {
		before, name := " ", sanitize.Line(p.of.Timeline().ShortName(m.Actor))
		if n > 0 {
			before = " " + l.th.Glyphs.Dot + " "
		}
		count := " " + draw.Number(m.N)
		if used += draw.Cells(before + name + count); used > w {
			break
		}
		spans = draw.AppendColumn(append(spans, l.th.Faint.Span(before)), l.th.Faint.Span(name))
		spans = append(spans, l.th.Faint.Span(count))
	}
	return spans
}
