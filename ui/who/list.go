package who

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A line is what can be asked for: an actor, a type of event or a status.
type line struct {
	key    query.Key
	value  string            // what is asked of key
	actor  timeline.ActorRef // NoActor for what is no actor
	n      int               // events that it would give
	depth  int               // under a side
	fold   folding
	found  string   // the spelling that was found; "" while nothing is typed
	ranges [][2]int // of it, what was typed; of an actor not before the line is in sight
	match  index.ActorMatch
	rule   bool // no such thing, but the line before those that would give nothing
}

// A folding says whether a line has others under it.
type folding int

const (
	flat folding = iota
	shut
	wide
)

// A section is a part of the rail, and the first is all of the picker.
type section struct {
	lines  []line
	giving int  // how many lines come before those that would give nothing
	top    int  // the first line in sight
	rows   int  // for lines and, where they are more, the row that counts the others
	from   int  // the row of the first of them
	found  bool // what is typed finds one of the lines, or nothing is typed
}

// The sections.
const (
	people = iota
	ofSide
	what
	sure
)

// list lists anew what there is to choose.
func (w *Who) list(s *session.Session) {
	t := s.Index().Timeline()
	w.picks = picksOf(t, w.base)
	name, _ := w.typed()
	for n := range w.sections {
		w.sections[n].lines = w.sections[n].lines[:0]
	}
	w.sections[people].lines = w.people(s, name)
	w.sections[people].found = true
	if !w.rail {
		return
	}
	w.sections[ofSide].lines = w.bySide(w.sections[ofSide].lines)
	typed := strings.Fields(fold.Value(name))
	for _, c := range w.tally.types {
		w.add(what, line{key: query.ByType, value: c.Value, n: c.N})
	}
	for _, c := range w.tally.status {
		w.add(sure, line{key: query.ByStatus, value: c.Value, n: c.N})
	}
	if s.Index().Timeline().Len() > 0 {
		w.add(sure, line{key: query.ByIs, value: rival, n: w.tally.rivals})
	}
	for n := range w.sections {
		if n != people {
			w.sections[n].find(typed)
			w.givingFirst(&w.sections[n])
		}
	}
	w.sections[people].giving = slices.IndexFunc(w.sections[people].lines, func(l line) bool { return l.rule })
	if w.sections[people].giving < 0 {
		w.sections[people].giving = len(w.sections[people].lines)
	}
}

// givingFirst puts the lines that would give something, or are ticked, before the others. The people of a side stay
// under it.
func (w *Who) givingFirst(s *section) {
	gives := func(l line) bool {
		in, out := w.picked(l)
		return l.n > 0 || in || out
	}
	var first, rest []line
	given := false
	for _, l := range s.lines {
		if l.depth == 0 {
			given = gives(l)
		}
		if given {
			first = append(first, l)
		} else {
			rest = append(rest, l)
		}
	}
	s.giving = len(first)
	s.lines = append(append(s.lines[:0], first...), rest...)
}

// add adds a line that is no actor.
func (w *Who) add(section int, l line) {
	l.actor = timeline.NoActor
	w.sections[section].lines = append(w.sections[section].lines, l)
}

// find leaves the lines that what is typed finds. Where it finds none they all stay, for the cursor to go to.
func (s *section) find(typed []string) {
	s.found = true
	if len(typed) == 0 {
		return
	}
	found := slices.Clone(s.lines)
	found = slices.DeleteFunc(found, func(l line) bool { return l.actor != timeline.NoActor || !l.finds(typed) })
	if s.found = len(found) > 0; s.found {
		s.lines = append(s.lines[:0], found...)
	}
	for i := range s.lines {
		if s.found {
			s.lines[i].finds(typed)
		}
	}
}

// finds reports whether all words typed begin words of what a line asks for, and notes where.
func (l *line) finds(typed []string) bool {
	text := " " + fold.Value(l.value)
	for _, word := range typed {
		if !strings.Contains(text, " "+word) {
			return false
		}
	}
	if len(typed) > 0 {
		l.found, l.ranges = l.value, fold.Find(l.value, typed)
	}
	return true
}

// people returns the lines of the actors that a name finds, or of all; those that would give nothing come last.
func (w *Who) people(s *session.Session, name string) []line {
	t := s.Index().Timeline()
	lines := w.sections[people].lines
	var none []line
	add := func(a timeline.ActorRef, match index.ActorMatch) {
		l := line{
			key: query.ByActor, value: t.Actor(a).ID, actor: a, n: w.tally.actors[a], found: match.Name, match: match,
		}
		if in, out := w.picked(l); l.n == 0 && !in && !out {
			none = append(none, l)
			return
		}
		lines = append(lines, l)
	}
	if name == "" {
		for _, a := range w.tally.order {
			if !w.rail || !w.sides.isSide(a) {
				add(a, index.ActorMatch{})
			}
		}
	} else {
		for _, match := range s.Index().SearchActors(name) {
			add(match.Actor, match)
		}
	}
	if !w.rail && name == "" { // what was ticked when the line was last typed into comes first
		slices.SortStableFunc(lines, func(a, b line) int { return w.ahead(b) - w.ahead(a) })
	}
	for i := range lines { // what is ticked comes first of those that are as frequent
		for in, _ := w.picked(lines[i]); in && w.rail && name == "" && i > 0 && lines[i-1].n == lines[i].n; i-- {
			lines[i], lines[i-1] = lines[i-1], lines[i]
		}
	}
	if len(none) > 0 {
		lines = append(append(lines, line{rule: true, value: w.noneWords(t), actor: timeline.NoActor}), none...)
	}
	return lines
}

// ahead returns 1 for a line that is ticked or excluded, and was when the line was last typed into, so that a tick
// moves no line from under the cursor; else 0.
func (w *Who) ahead(l line) int {
	in, out := w.picked(l)
	if (in || out) && slices.ContainsFunc(w.settled, func(p pick) bool { return p.is(l) }) {
		return 1
	}
	return 0
}

// noneWords returns what is said above those that would give nothing.
func (w *Who) noneWords(t *timeline.Timeline) string {
	wanted, _ := w.scope().Values(query.ByActor)
	switch {
	case len(wanted) == 0:
		return "would give nothing"
	case len(wanted) > 1:
		return "not with these " + draw.Number(len(wanted))
	}
	if a, ok := t.FindActor(wanted[0]); ok {
		return "not with " + t.ShortName(a)
	}
	return "not with " + wanted[0]
}

// bySide returns the lines of the sides, with their people under those that are unfolded.
func (w *Who) bySide(lines []line) []line {
	var add func(actors []timeline.ActorRef, depth int)
	add = func(actors []timeline.ActorRef, depth int) {
		actors = slices.Clone(actors)
		slices.SortStableFunc(actors, func(a, b timeline.ActorRef) int { return w.tally.actors[b] - w.tally.actors[a] })
		for _, a := range actors {
			l := line{
				key: query.ByActor, value: w.sides.of.Actor(a).ID, actor: a, n: w.tally.actors[a], depth: min(depth, 4),
			}
			if len(w.sides.under[a]) > 0 {
				l.fold = shut
			}
			if w.unfolded[a] && l.fold == shut {
				l.fold = wide
			}
			if lines = append(lines, l); l.fold == wide {
				add(w.sides.under[a], depth+1)
			}
		}
	}
	add(w.sides.top, 0)
	return lines
}

// Want returns how many rows the actors of the picker want.
func (w *Who) Want() int { return max(1, len(w.sections[people].lines)) }
