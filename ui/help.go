package ui

import (
	"fmt"
	"strings"
)

// help is the overlay that lists every key, from the table of actions.
type help struct{ top int }

// draw gives at most h rows of w cells, in two columns where there is room.
func (p *help) draw(m *model, w, h int) []string {
	th := m.theme
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
	var sides [2][][]span
	side, filled := 0, 0
	for _, b := range blocks {
		if columns == 2 && side == 0 && filled > 0 && filled+len(b)/2 > total/2 {
			side = 1
		}
		sides[side] = append(sides[side], b...)
		filled += len(b)
	}
	pg := page{w: w}
	pg.columns([][][]span{sides[0], sides[1]}[:columns], 1, cw, gap)
	p.top = max(0, min(p.top, len(pg.lines)-h))
	var rows []string
	var b strings.Builder
	for n := p.top; n < len(pg.lines) && len(rows) < h; n++ {
		b.Reset()
		spans := make([]span, len(pg.lines[n]))
		for k := range spans {
			spans[k] = pg.lines[n][k].span
		}
		if len(rows) == h-1 && n < len(pg.lines)-1 {
			spans = []span{{fmt.Sprintf(" %s %d more lines", th.glyphs.down, len(pg.lines)-n), th.faint}}
		}
		th.draw(&b, spans, w, "", false)
		rows = append(rows, b.String())
	}
	return rows
}

// helpBlocks are the groups of keys, each a heading and its lines.
func (m *model) helpBlocks(w int) [][][]span {
	th := m.theme
	keys := 0
	for _, a := range m.actions {
		keys = max(keys, cells(a.show))
	}
	var blocks [][][]span
	for _, group := range groups {
		block := [][]span{{{string(group), th.strong}}}
		for _, a := range m.actions {
			if a.group != group || a.does == "" {
				continue
			}
			for k, line := range wrap(a.does, max(8, w-keys-2)) {
				show := ""
				if k == 0 {
					show = a.show
				}
				block = append(block, []span{{show + spaces(keys-cells(show)+2), th.key}, {line, ""}})
			}
		}
		blocks = append(blocks, append(block, nil))
	}
	return blocks
}

// footerRow is a notice where there is one, else the keys that count now.
func (m *model) footerRow(w int) []span {
	th := m.theme
	if m.notice != "" {
		return []span{{" " + cut(m.notice, w-2, th.glyphs.more), th.strong}}
	}
	if m.mode == inDate {
		return m.dateFooter(w)
	}
	if wrong := m.mistake(); m.mode == inPrompt && wrong != nil {
		return []span{{" " + cut(wrong.Error(), w-2, th.glyphs.more), th.bad}}
	}
	spans := []span{{" ", ""}}
	mouse := ""
	if m.pointer.on {
		mouse = "mouse on "
		w -= cells(mouse)
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
		spans = append(spans, span{a.key(), th.key}, span{" " + a.foot + "  ", th.faint})
	}
	if mouse != "" {
		spans = append(spans, span{spaces(w - spanCells(spans)), ""}, span{mouse, th.strong})
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
func (a *action) footCells() int { return cells(a.key()) + 1 + cells(a.foot) + 2 }
