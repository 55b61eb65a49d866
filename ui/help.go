package ui

import (
	"fmt"
	"strings"

	"dateline/ui/draw"
)

// help is the overlay that lists every key, from the table of actions.
type help struct{ top int }

// arrange scrolls the list no further than to its end.
func (p *help) arrange(m *model, w, h int) { p.top = max(0, min(p.top, len(m.helpPage(w).Lines)-h)) }

// helpPage lays the keys out for w cells, in two columns where there is room.
func (m *model) helpPage(w int) draw.Page {
	columns, gap := 1, 4
	if w >= 96 {
		columns = 2
	}
	cw := (w - 2 - gap*(columns-1)) / columns
	blocks := m.helpBlocks(cw)
	total := 0
	for _, b := range blocks {
		total += len(b)
	}
	var sides [2][][]draw.Span
	side, filled := 0, 0
	for _, b := range blocks {
		if columns == 2 && side == 0 && filled > 0 && filled+len(b)/2 > total/2 {
			side = 1
		}
		sides[side] = append(sides[side], b...)
		filled += len(b)
	}
	pg := draw.Page{Width: w}
	pg.Columns([][][]draw.Span{sides[0], sides[1]}[:columns], 1, cw, gap)
	return pg
}

// draw gives at most h rows of w cells.
func (p *help) draw(m *model, w, h int) []string {
	th, pg := m.theme, m.helpPage(w)
	rows := th.Rows(w, h)
	for n := p.top; n < len(pg.Lines) && !rows.Full(); n++ {
		spans := make([]draw.Span, len(pg.Lines[n]))
		for k := range spans {
			spans[k] = pg.Lines[n][k].Span
		}
		if rows.Len() == h-1 && n < len(pg.Lines)-1 {
			spans = []draw.Span{th.Faint.Span(fmt.Sprintf(" %s %d more lines", th.Glyphs.Down, len(pg.Lines)-n))}
		}
		rows.Add("", spans...)
	}
	return rows.Strings()
}

// helpBlocks are the groups of keys, each a heading and its lines.
func (m *model) helpBlocks(w int) [][][]draw.Span {
	th := m.theme
	keys := 0
	for _, a := range m.actions {
		keys = max(keys, draw.Cells(a.show))
	}
	var blocks [][][]draw.Span
	for _, group := range groups {
		block := [][]draw.Span{{th.Strong.Span(string(group))}}
		for _, a := range m.actions {
			if a.group != group || a.does == "" {
				continue
			}
			for k, line := range draw.Wrap(a.does, max(8, w-keys-2)) {
				show := ""
				if k == 0 {
					show = a.show
				}
				block = append(block, []draw.Span{th.Key.Span(show + draw.Spaces(keys-draw.Cells(show)+2)), draw.Plain(line)})
			}
		}
		blocks = append(blocks, append(block, nil))
	}
	return blocks
}

// footerRow is a notice where there is one, else the keys that count now.
func (m *model) footerRow(w int) []draw.Span {
	th := m.theme
	if m.notice != "" {
		return []draw.Span{th.Strong.Span(" " + th.Fit(m.notice, w-2))}
	}
	if m.mode == inDate {
		return m.dateFooter(w)
	}
	if wrong := m.mistake(); m.mode == inPrompt && wrong != nil {
		return []draw.Span{th.Bad.Span(" " + th.Fit(wrong.Error(), w-2))}
	}
	spans := []draw.Span{draw.Plain(" ")}
	mouse := ""
	if m.pointer.on {
		mouse = "mouse on "
		w -= draw.Cells(mouse)
	}
	room := w - 1
	footing := m.footing()
	for _, a := range footing {
		if a.always {
			room -= a.footCells()
		}
	}
	for _, a := range footing {
		n := a.footCells()
		if !a.always {
			if n > room {
				continue
			}
			room -= n
		}
		spans = append(spans, th.Key.Span(a.key()), th.Faint.Span(" "+a.foot+"  "))
	}
	if mouse != "" {
		spans = append(spans, draw.Plain(draw.Spaces(w-draw.SpanCells(spans))), th.Strong.Span(mouse))
	}
	return spans
}

// footing are the actions that the footer names: those that count now, of several for one key only the one that it does.
func (m *model) footing() []*action {
	var list []*action
	claimed := make(map[string]bool)
	for i := range m.actions {
		a := &m.actions[i]
		if !a.counts(m) {
			continue
		}
		if a.foot != "" && !claimed[a.keys[0]] {
			list = append(list, a)
		}
		for _, k := range a.keys {
			claimed[k] = true
		}
	}
	return list
}

// key is the first of the action's keys, as it is shown.
func (a *action) key() string {
	key, _, _ := strings.Cut(a.show, " ")
	return key
}

// footCells is the width of the action in the footer.
func (a *action) footCells() int { return draw.Cells(a.key()) + 1 + draw.Cells(a.foot) + 2 }
