package list

import (
	"strings"
	"unicode"

	"dateline/timeline"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A preface is what a record says of itself, folded to a few rows above the first event while nothing is filtered. They
// scroll away with the list, and the cursor is never on them. The zero value has no rows.
type preface struct {
	of      *timeline.Timeline // what the rows were made of, …
	w, most int                // … for how many cells, how many rows there may be, …
	th      *draw.Theme        // … and in which looks
	rows    [][]draw.Span
	hidden  int // how many of the rows are scrolled away
}

// fold makes the rows for a list of w cells and h rows, unless they are there already. A filter leaves none: whoever
// asks wants to see the answer.
func (p *preface) fold(s *session.Session, th *draw.Theme, w, h int) {
	const narrowest, longestLine = 24, 96
	most := max(0, min(3, (h-6)/2)) // in a low list the events need all rows
	if w < narrowest || s.Filtered() && !s.View().Paused {
		most = 0
	}
	t := s.Index().Timeline()
	if p.of == t && p.th == th && p.w == w && p.most == most {
		return
	}
	*p = preface{of: t, th: th, w: w, most: most, hidden: p.hidden}
	if most == 0 {
		return
	}
	room := min(w-2, longestLine)
	lines, more := p.lines(th, room)
	for n, line := range lines[:min(len(lines), most)] {
		row := []draw.Span{draw.Plain(" ")}
		if n == most-1 && len(lines) > most {
			line, more = line+" "+lines[most], true
		}
		if more && n == min(len(lines), most)-1 {
			row = append(row, p.last(th, s.Key("about"), line, room)...)
		} else {
			row = draw.AppendColumn(row, draw.Plain(line))
		}
		p.rows = append(p.rows, row)
	}
}

// lines returns what the record says of itself in lines of w cells, and at least one more than there is room for, if
// there are as many. cut is whether something was left out before that. It looks at no more of a text than that takes.
func (p *preface) lines(th *draw.Theme, w int) (lines []string, cut bool) {
	text := strings.TrimLeftFunc(p.of.Description(), unicode.IsSpace)
	head := draw.Enough(text, w*(p.most+1))
	for _, line := range draw.Paragraphs(head, w) {
		if line != "" {
			lines = append(lines, line)
		}
	}
	cut = len(head) < len(text)
	for _, f := range OwnFields(p.of) {
		if len(lines) > p.most {
			break
		}
		value := strings.TrimSpace(f.Value)
		all := draw.Enough(f.Key, w) + ": " + strings.Join(strings.Fields(draw.Enough(value, w)), " ")
		line := th.Fit(all, w)
		lines = append(lines, line)
		cut = cut || line != all || len(value) > len(draw.Enough(value, w)) || strings.Contains(value, "\n")
	}
	return lines, cut
}

// last returns the last row, where there is more: so it says, and which key shows it.
func (p *preface) last(th *draw.Theme, key, line string, w int) []draw.Span {
	const word = " more"
	w -= len("  ") + draw.Cells(key) + len(word)
	short := draw.Cut(line, w, th.Glyphs.More)
	if !strings.HasSuffix(short, th.Glyphs.More) {
		short = draw.Cut(line, w-draw.Cells(th.Glyphs.More), "") + th.Glyphs.More
	}
	return append(draw.AppendColumn(nil, draw.Plain(short)), draw.Plain("  "), th.Key.Span(key), th.Faint.Span(word))
}

// arrange hides as many of the rows as the events need in a list of h rows. Those that must be in sight take need rows,
// and all events take all; no row is hidden while there is an empty one.
func (p *preface) arrange(need, all, h int) {
	whole := len(p.rows)
	p.hidden = max(0, min(p.hidden, whole+all-h))
	p.hidden = min(max(p.hidden, whole+need-h), whole)
}

// shown returns the rows that are in sight where the first event is.
func (p *preface) shown() [][]draw.Span { return p.rows[min(p.hidden, len(p.rows)):] }

// OwnFields returns the keys of the record's head that the format does not know. What several files say alike is there
// once.
func OwnFields(t *timeline.Timeline) []timeline.Field {
	var fields []timeline.Field
	seen := make(map[timeline.Field]bool)
	for _, f := range t.Other() {
		if !seen[f] {
			seen[f] = true
			fields = append(fields, f)
		}
	}
	return fields
}
