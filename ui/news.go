package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/draw"
)

// The record may change while it is on the screen. One that is read again takes the place of the one on the screen as
// soon as it is read to its end, unless it lacks events and has an error that the other did not have: then a save went
// wrong or a file is gone. Its problems are listed, but what was read before stays until the files read whole again, or
// until the reader asks a second time.

// News is what came of reading the record again.
type news struct {
	whole    bool              // the record on the screen was read to its end
	stale    bool              // what was read last is worse, so that it is not shown
	asked    bool              // the reader asked for the load that is under way
	problems timeline.Problems // of the record on the screen; the model's are of what was read last
	marks    map[string]change // of events that are new or changed, by id, until they are selected
	coming   *timeline.Changes // of a record that was read again and is not on the screen yet; else nil
}

// A change is what became of an event.
type change string

const (
	isNew     change = "new"
	isChanged change = "changed"
)

// maxMarks is how many events are marked. Where most are new, marks lead nowhere.
const maxMarks = 10_000

// sound is the record that a new one is compared with, nil before there is one.
func (m *model) sound() *timeline.Timeline {
	if !m.news.whole {
		return nil
	}
	return m.index.Timeline()
}

// reload reads the record again because the reader asks for it.
func (m *model) reload() tea.Cmd {
	m.news.asked = true
	return m.load()
}

// take shows what was read, by the rule above.
func (m *model) take(msg loadedMsg) {
	p, c, n := msg.progress, msg.changes, &m.news
	switch {
	case !n.whole:
		n.whole, n.problems, m.problems = p.Done, p.Problems, p.Problems
		m.replace(p.Index, nil)
		return
	case !p.Done:
		return
	}
	m.problemList.follow(m.problems, p.Problems)
	m.problems = p.Problems
	was, insisted := n.stale, n.stale && n.asked
	worse := firstError(n.problems, p.Problems)
	n.stale = c.Gone > 0 && worse >= 0 && !insisted
	switch {
	case n.stale:
		m.notice = "the files no longer read whole: ! lists why, R shows what is left"
	case c.None() && was:
		m.notice = "the files read whole again"
	case c.None() && n.asked:
		m.notice = "read again: the events are as they were"
	}
	n.asked = false
	if n.stale {
		if m.mode != inProblems {
			m.problemList.At = worse
		}
		return
	}
	n.problems = p.Problems
	m.replace(p.Index, &c)
}

// firstError is the place in now of the first error that before did not have, wherever in the file; −1 where there is none.
func firstError(before, now timeline.Problems) int {
	known := make(map[timeline.Problem]bool, len(before))
	for _, p := range before {
		known[unplaced(p)] = true
	}
	return slices.IndexFunc(now, func(p timeline.Problem) bool { return p.Severity == timeline.Error && !known[unplaced(p)] })
}

// unplaced is a problem without its place in the file, which changes with every line that is written above it.
func unplaced(p timeline.Problem) timeline.Problem {
	p.Pos.Line, p.Pos.Column, p.Hint = 0, 0, ""
	return p
}

// mark marks what is new or changed in t, beside what was marked before and is still there.
func (m *model) mark(t *timeline.Timeline, c timeline.Changes) {
	marks := make(map[string]change)
	for id, what := range m.news.marks {
		if now, ok := c.Renamed[id]; ok {
			id = now
		}
		if _, ok := t.Find(id); ok {
			marks[id] = what
		}
	}
	for _, i := range c.Changed {
		if id := t.ID(i); len(marks) < maxMarks && marks[id] == "" {
			marks[id] = isChanged
		}
	}
	for _, i := range c.New {
		if len(marks) < maxMarks {
			marks[t.ID(i)] = isNew
		}
	}
	m.news.marks = marks
}

// replace puts a record in the place of the one on the screen, as soon as it is known what of it is to be shown. Where that
// was read to its end, changes say what became of it.
func (m *model) replace(x *timeline.Index, changes *timeline.Changes) {
	if x.Timeline() != m.newest.Timeline() {
		m.news.coming = changes
		m.setIndex(x)
	}
}

// carryOver readies for t what the reader did in the record on the screen, in whose place it comes.
func (m *model) carryOver(t *timeline.Timeline) {
	c := m.news.coming
	if c == nil {
		return
	}
	m.mark(t, *c)
	if m.view.anchor == "" && m.hasEvent() {
		m.view.anchor = m.event().ID // nothing was chosen yet, but this is where the reader is
	}
	m.view.rename(c.Renamed)
	m.prompt.from.rename(c.Renamed)
	m.past.rename(c.Renamed)
	m.detail.follow(c.Renamed)
}

// replaced shows what has come anew in whatever is open, and says what has changed.
func (m *model) replaced() {
	if !m.hasEvent() && m.mode == inDetail {
		m.mode = m.base
	}
	if m.lanes.of != nil {
		m.lanesOf() // or they would hold on to the record before
	}
	switch m.mode {
	case inPanel:
		m.refreshPanel()
	case inActor:
		m.refreshActor()
	case inChart:
		m.drawAgain()
	}
	m.listKept()
	if c := m.news.coming; c != nil && !c.None() {
		m.notice = m.changeWords(*c)
	}
	m.news.coming = nil
}

// rename puts the new ids of events in the place of those they had.
func (v *view) rename(ids map[string]string) {
	if now, ok := ids[v.anchor]; ok {
		v.anchor = now
	}
}

// rename puts the new ids of events in the place of those they had.
func (p *past) rename(ids map[string]string) {
	for _, views := range [][]view{p.done, p.undone} {
		for i := range views {
			views[i].rename(ids)
		}
	}
	for _, places := range [][]string{p.back, p.forward} {
		for i, id := range places {
			if now, ok := ids[id]; ok {
				places[i] = now
			}
		}
	}
}

// follow keeps the place on the page where the event that it shows has another id now.
func (d *detail) follow(renamed map[string]string) {
	if now, ok := renamed[d.of.id]; ok {
		d.of.id = now
	}
}

// follow keeps the cursor on its problem, or puts it on the next that is left when that one is solved.
func (l *problemList) follow(before, now timeline.Problems) {
	left := make(map[timeline.Problem][]int, len(now))
	for n, p := range now {
		left[unplaced(p)] = append(left[unplaced(p)], n)
	}
	for _, p := range before[min(l.At, len(before)):] {
		if places := left[unplaced(p)]; len(places) > 0 {
			at, _ := slices.BinarySearch(places, l.At)
			l.At = places[min(at, len(places)-1)]
			return
		}
	}
	l.At = max(0, min(l.At, len(now)-1))
}

// seen takes the mark off the selected event.
func (m *model) seen() {
	if len(m.news.marks) > 0 && m.hasEvent() {
		delete(m.news.marks, m.event().ID)
	}
}

// margin puts the mark of a new or changed event before its row.
func (m *model) margin(id string, row []draw.Span) []draw.Span {
	mark, st := "", m.theme.Strong
	switch m.news.marks[id] {
	case isNew:
		mark, st = "+", m.theme.Good+m.theme.Strong
	case isChanged:
		mark = "*"
	default:
		return row
	}
	row[0].Text = row[0].Text[1:]
	return append([]draw.Span{st.Span(mark)}, row...)
}

// hasNews says whether an event is marked as new or changed.
func (m *model) hasNews() bool { return len(m.news.marks) > 0 }

// nextNews goes to the next event that is new or changed, and after the last to the first.
func (m *model) nextNews() {
	var places []int
	for id := range m.news.marks {
		if i, ok := m.index.Timeline().Find(id); ok && m.shown().Has(i) {
			places = append(places, m.list.before(i))
		}
	}
	if len(places) == 0 {
		m.notice = "the filter hides what is new or changed"
		return
	}
	slices.Sort(places)
	next, _ := slices.BinarySearch(places, m.list.cursor)
	m.jump(func() { m.choose(places[next%len(places)]) })
}

// changeWords are what became of the events: "3 new, 1 changed, 2 gone", and what of it is not to be seen.
func (m *model) changeWords(c timeline.Changes) string {
	var words []string
	for _, one := range []struct {
		n    int
		what string
	}{{len(c.New), string(isNew)}, {len(c.Changed), string(isChanged)}, {c.Gone, "gone"}} {
		if one.n > 0 {
			words = append(words, draw.Number(one.n)+" "+one.what)
		}
	}
	said, hidden := strings.Join(words, ", "), 0
	for _, i := range slices.Concat(c.New, c.Changed) {
		if !m.shown().Has(i) {
			hidden++
		}
	}
	switch {
	case hidden > 0:
		said += fmt.Sprintf("; the filter hides %s of them", draw.Number(hidden))
	case m.hasNews() && len(c.New)+len(c.Changed) > 0:
		said += "; w goes through them"
	}
	return said
}
