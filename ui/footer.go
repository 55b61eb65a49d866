package ui

import (
	"slices"
	"strings"

	"dateline/ui/draw"
	"dateline/ui/outline"
)

// The footer is the last row: the keys that do something now, and at its right end where the reader is, or where a link
// leads whose words do not tell it. No message stands on it. What Enter does and the way back are on it at every width,
// however briefly.
//
//	Enter read  a who  / filter  v lanes  o source  y cite  ? help  q quit                                   15 of 45

// footFirst are the keys or names of the actions that the footer has rather than others, the most important first. In
// all modes these are what Enter does, the way back, and what Tab does.
var footFirst = []string{
	"enter", "esc", "box", "tab", "left", "help", "quit", "down", "up", "any-all", "save", "drop", "only", "right",
	"actors", "filter", "news", "source", "cite",
}

// footThen are the names of those that follow once it says where the reader is, the most important first.
var footThen = []string{"lanes", "dim", "walk", "parts", "undo", "mark", "marks", "pause", "compare"}

// footLast are those that it names at its end.
var footLast = []string{"box", "out", "help", "quit"}

// A footing is what the footer has.
type footing struct {
	keys  []footed
	right []draw.Span // at the right end
}

// A footed action is in the footer from one cell to another.
type footed struct {
	*action
	rank     int
	words    string // after its key
	from, to int
}

// footGap is between two actions of the footer, and around what is at its right end.
const footGap = 2

// roomy reports whether the footer has room for the box, or the list of keys where a line is typed into, before most
// others: whoever has only a mouse reaches every action by it.
func (footing) roomy(m *model) bool { return m.size.X >= 60 }

// footing returns the footer of a screen of w cells: of the actions that count now as many as there is room for.
func (t keymap) footing(m *model, w int) footing {
	var f footing
	counting := t.footed(m)
	room := w - 1
	first := 0
	for first < len(counting) && (counting[first].rank == 0 || counting[first].isBack() || counting[first].isBox()) {
		first++
	}
	for _, k := range f.shortened(counting[:first], room) {
		f.keys = append(f.keys, k)
		room -= k.cells() + footGap
	}
	last := len(footFirst)
	fit := func(named bool) {
		for _, k := range counting[first:] {
			if n := k.cells(); named == (k.rank < last) && n <= room {
				room -= n + footGap
				f.keys = append(f.keys, k)
			}
		}
	}
	rightmost := func(at string) {
		if at != "" && draw.Cells(at)+1 <= room {
			room -= draw.Cells(at) + footGap
			f.right = append(f.right, m.theme.Faint.Span(at+" "))
		}
	}
	hidden := f.hidden(m, room-1)
	rightmost(hidden) // before other keys: who opens it must know where it leads
	const filterFrom = 60
	if hidden == "" && w >= filterFrom && m.mode() == inReading && m.session.Filtered() {
		const links = 51                            // cells of what Enter, Tab and Esc do, and of the box
		hidden = reads{m}.filter(min(w/4, w-links)) // which no other row shows there
		rightmost(hidden)
	}
	fit(true)
	if hidden == "" {
		rightmost(f.whereabouts(m, room))
	}
	fit(false)
	f.place()
	return f
}

// shortened returns actions in at most w cells: with all of their words, else with fewer, else none of them.
func (footing) shortened(list []footed, w int) []footed {
	const whole, begun, none = 0, 1, 2 // all words, the first one, only the key
	for _, form := range [][2]int{{whole, whole}, {begun, whole}, {whole, none}, {begun, none}, {none, none}} {
		short, used := slices.Clone(list), -footGap
		for n := range short {
			switch form[min(n, 1)] {
			case begun:
				what := strings.TrimPrefix(short[n].words, "first ") // a link says more than that it is the first
				short[n].words, _, _ = strings.Cut(what, " ")
			case none:
				short[n].words = ""
			}
			used += short[n].cells() + footGap
		}
		if used <= w {
			return short
		}
	}
	return nil
}

// footed returns the actions that the footer could name, those it has rather than others first: of each key the one
// that it does.
func (t keymap) footed(m *model) []footed {
	var list []footed
	claimed := make(map[string]bool)
	for i := range t {
		a := &t[i]
		if !a.counts(m) {
			continue
		}
		if a.foot != "" && !claimed[a.keys[0]] && (a.offer == nil || a.offer(m)) {
			list = append(list, footed{action: a, rank: a.rank(), words: a.foot})
		}
		for _, k := range a.keys {
			claimed[k] = true
		}
	}
	back := slices.ContainsFunc(list, func(k footed) bool { return k.isBack() })
	for n := range list {
		switch {
		case !back && list[n].name == "quit":
			list[n].rank = slices.Index(footFirst, "esc")
		case list[n].name == "box" && !(footing{}).roomy(m):
			list[n].rank = len(footFirst)
		}
	}
	slices.SortStableFunc(list, func(a, b footed) int { return a.rank - b.rank })
	return list
}

// place puts the keys side by side: what Enter does first, the ways out last, the others by rank.
func (f *footing) place() {
	order := func(k footed) int {
		after := len(footFirst) + len(footThen) + 1
		if last := slices.Index(footLast, k.name); last >= 0 {
			return after + last
		}
		if k.isBack() {
			return after
		}
		return k.rank
	}
	slices.SortStableFunc(f.keys, func(a, b footed) int { return order(a) - order(b) })
	at := 1
	for n := range f.keys {
		k := &f.keys[n]
		k.from, k.to = at, at+k.cells()
		at = k.to + footGap
	}
}

// rank returns the place of an action among those that the footer has rather than others; 0 is the first.
func (a *action) rank() int {
	for n, one := range footFirst {
		if a.name == one || slices.Contains(a.keys, one) {
			return n
		}
	}
	if n := slices.Index(footThen, a.name); n >= 0 {
		return len(footFirst) + n
	}
	return len(footFirst) + len(footThen)
}

// isBack reports whether the action is the way back, whatever it is called.
func (k *footed) isBack() bool { return k.rank == slices.Index(footFirst, "esc") }

// isBox reports whether the action is the way to all others, where there is room for it.
func (k *footed) isBox() bool { return k.rank == slices.Index(footFirst, "box") }

// spans draws the footer in w cells.
func (f footing) spans(th *draw.Theme, w int) []draw.Span {
	spans := []draw.Span{draw.Plain(" ")}
	for n, k := range f.keys {
		if n > 0 {
			spans = append(spans, draw.Plain(draw.Spaces(footGap)))
		}
		spans = append(spans, th.Key.Span(k.key()), th.Faint.Span(strings.TrimRight(" "+k.words, " ")))
	}
	return append(append(spans, draw.Plain(draw.Spaces(w-draw.SpanCells(spans)-draw.SpanCells(f.right)))), f.right...)
}

// at returns the key at column x: of those that are arrows the one there, else the first of the action.
func (f footing) at(x int) (key string, ok bool) {
	arrows := map[rune]string{'←': "left", '→': "right", '↑': "up", '↓': "down"}
	for _, k := range f.keys {
		if k.from > x || x >= k.to {
			continue
		}
		shown, n := []rune(k.key()), x-k.from
		if n < len(shown) && arrows[shown[n]] != "" {
			return arrows[shown[n]], true
		}
		return k.keys[0], true
	}
	return "", false
}

// whereabouts returns the reader's place among what has the keys, as in "15 of 45". It is as wide for every place.
func (footing) whereabouts(m *model, w int) string {
	at, of := 0, 0
	switch m.mode() {
	case inList, inDetail, inLanes, inOverview, inBox:
		at, of = m.session.Standing()
	case inReading:
		return reads{m}.filter(w)
	case inCompare:
		at, of = m.panes.compare.Standing()
	case inProblems:
		at, of = m.panes.problemList.At()+1, m.panes.problemList.Len(m.session)
	}
	if of == 0 {
		return ""
	}
	words, widest := draw.Number(at), draw.Number(of)
	return draw.Spaces(draw.Cells(widest)-draw.Cells(words)) + words + " of " + widest
}

// hidden returns, in w cells, the address that the link in focus opens where its words do not tell it, "" where
// there is none.
func (footing) hidden(m *model, w int) string {
	l, ok := (reads{m}).page().Link()
	if !ok || m.mode() != inDetail && m.mode() != inReading || l.Kind != outline.ToAddress || l.Told || w < 1 {
		return ""
	}
	return draw.CutAddress(draw.ShortAddress(l.Value), w, m.theme.Glyphs.More)
}

// key returns the first of the action's keys, as it is shown.
func (a *action) key() string {
	key, _, _ := strings.Cut(a.show, " ")
	return key
}

// cells returns the width of the action in the footer.
func (k *footed) cells() int {
	if k.words == "" {
		return draw.Cells(k.key())
	}
	return draw.Cells(k.key()) + 1 + draw.Cells(k.words)
}
