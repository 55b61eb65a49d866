package ui

import (
	"slices"
	"strings"

	"dateline/ui/draw"
)

// The footer is the last row: the keys that do something now, and at its right end where the reader is. No message
// stands on it, and the way back is on it at every width.
//
//	Enter read  a who  / filter  v lanes  o source  y cite  ? help  q quit                                   15 of 45

// footFirst are the names of the actions that the footer has rather than others, the most important first.
var footFirst = []string{
	"out", "help", "quit", "read", "follow", "go", "keep", "take", "only", "right", "next", "actors", "filter", "drop",
	"news", "source", "cite",
}

// footThen are the names of those that follow once it says where the reader is, the most important first.
var footThen = []string{"lanes", "dim", "date", "walk", "parts", "undo", "mark", "marks", "pause"}

// footLast are those that it names at its end.
var footLast = []string{"out", "help", "quit"}

// A footing is what the footer has.
type footing struct {
	keys  []footed
	right []draw.Span // at the right end
}

// A footed action is in the footer from one cell to another.
type footed struct {
	*action
	from, to int
}

// footGap is between two actions of the footer, and around what is at its right end.
const footGap = 2

// footing returns the footer of a screen of w cells: of the actions that count now as many as there is room for.
func (t keymap) footing(m *model, w int) footing {
	var f footing
	counting := t.footed(m)
	room := w - 1
	if m.pointer.on {
		f.right = append(f.right, m.theme.Strong.Span("mouse on "))
		room -= draw.SpanCells(f.right) + footGap
	}
	fit := func(a *action) {
		if n := a.footCells(); n <= room {
			room -= n + footGap
			f.keys = append(f.keys, footed{action: a})
		}
	}
	for _, a := range counting {
		if a.rank() < len(footFirst) {
			fit(a)
		}
	}
	if at := whereabouts(m); at != "" && draw.Cells(at)+1 <= room {
		room -= draw.Cells(at) + footGap
		f.right = append(f.right, m.theme.Faint.Span(at+" "))
	}
	for _, a := range counting {
		if a.rank() >= len(footFirst) {
			fit(a)
		}
	}
	f.place()
	return f
}

// footed returns the actions that the footer could name, those it has rather than others first: of each key the one
// that it does.
func (t keymap) footed(m *model) []*action {
	var list []*action
	claimed := make(map[string]bool)
	sourced := m.session.HasEvent() && len(m.session.Event().Cited()) > 0
	for i := range t {
		a := &t[i]
		if !a.counts(m) {
			continue
		}
		if a.foot != "" && !claimed[a.keys[0]] && (a.name != "cite" || sourced) {
			list = append(list, a)
		}
		for _, k := range a.keys {
			claimed[k] = true
		}
	}
	slices.SortStableFunc(list, func(a, b *action) int { return a.rank() - b.rank() })
	return list
}

// place puts the keys side by side: what Enter does first, the ways out last, the others by rank.
func (f *footing) place() {
	order := func(k footed) int {
		last := slices.Index(footLast, k.name)
		switch {
		case last >= 0:
			return len(footFirst) + len(footThen) + 2 + last
		case k.keys[0] == "enter":
			return -1
		case k.rank() == 0:
			return len(footFirst) + len(footThen) + 1
		}
		return k.rank()
	}
	slices.SortStableFunc(f.keys, func(a, b footed) int { return order(a) - order(b) })
	at := 1
	for n := range f.keys {
		k := &f.keys[n]
		k.from, k.to = at, at+k.footCells()
		at = k.to + footGap
	}
}

// rank returns the place of an action among those that the footer has rather than others; 0 is the first.
func (a *action) rank() int {
	if slices.Contains(a.keys, "esc") { // the way back, whatever it is called
		return 0
	}
	if n := slices.Index(footFirst, a.name); n >= 0 {
		return n
	}
	if n := slices.Index(footThen, a.name); n >= 0 {
		return len(footFirst) + n
	}
	return len(footFirst) + len(footThen)
}

// spans draws the footer in w cells.
func (f footing) spans(th *draw.Theme, w int) []draw.Span {
	spans := []draw.Span{draw.Plain(" ")}
	for n, k := range f.keys {
		if n > 0 {
			spans = append(spans, draw.Plain(draw.Spaces(footGap)))
		}
		spans = append(spans, th.Key.Span(k.key()), th.Faint.Span(" "+k.foot))
	}
	return append(append(spans, draw.Plain(draw.Spaces(w-draw.SpanCells(spans)-draw.SpanCells(f.right)))), f.right...)
}

// at returns the action at column x.
func (f footing) at(x int) (a *action, ok bool) {
	for _, k := range f.keys {
		if k.from <= x && x < k.to {
			return k.action, true
		}
	}
	return nil, false
}

// whereabouts returns the reader's place among what has the keys, as in "15 of 45". It is as wide for every place.
func whereabouts(m *model) string {
	at, of := 0, 0
	switch m.mode() {
	case inList, inDetail, inLanes, inOverview, inDate:
		at, of = m.session.Standing()
	case inProblems:
		at, of = m.panes.problemList.At()+1, len(m.session.Problems())
	}
	if of == 0 {
		return ""
	}
	words, widest := draw.Number(at), draw.Number(of)
	return draw.Spaces(draw.Cells(widest)-draw.Cells(words)) + words + " of " + widest
}

// key returns the first of the action's keys, as it is shown.
func (a *action) key() string {
	key, _, _ := strings.Cut(a.show, " ")
	return key
}

// footCells returns the width of the action in the footer.
func (a *action) footCells() int { return draw.Cells(a.key()) + 1 + draw.Cells(a.foot) }
