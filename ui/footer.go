package ui

import (
	"strings"

	"dateline/ui/draw"
)

// footerRow returns the last row: a notice if there is one, else the keys that do something now.
func (m *model) footerRow(w int) []draw.Span {
	th := m.theme
	if address, ok := strings.CutPrefix(m.session.Notice(), opening); ok {
		return []draw.Span{th.Strong.Span(" " + opening + draw.CutAddress(address, w-2-draw.Cells(opening), th.Glyphs.More))}
	}
	if m.session.Notice() != "" {
		return []draw.Span{th.Strong.Span(" " + th.Fit(m.session.Notice(), w-2))}
	}
	if wrong := m.panes.queryLine.Mistake(m.session); m.mode() == inQueryLine && wrong != nil {
		return []draw.Span{th.Bad.Span(" " + th.Fit(wrong.Error(), w-2))}
	}
	spans := []draw.Span{draw.Plain(" ")}
	mouse := ""
	if m.pointer.on {
		mouse = "mouse on "
		w -= draw.Cells(mouse)
	}
	room := w - 1
	footing := m.actions.footing(m)
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

// footing returns the actions that the footer names: those that count now, and for each key only the one that it does.
func (t keymap) footing(m *model) []*action {
	var list []*action
	claimed := make(map[string]bool)
	for i := range t {
		a := &t[i]
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

// key returns the first of the action's keys, as it is shown.
func (a *action) key() string {
	key, _, _ := strings.Cut(a.show, " ")
	return key
}

// footCells returns the width of the action in the footer.
func (a *action) footCells() int { return draw.Cells(a.key()) + 1 + draw.Cells(a.foot) + 2 }
