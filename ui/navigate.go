package ui

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/draw"
)

// What the keys that move and read do.

// hasEvent says whether an event is selected.
func (m *model) hasEvent() bool { return m.shown().Len() > 0 }

// selected is the number of the selected event; only where hasEvent.
func (m *model) selected() int { return m.list.at(m.list.cursor) }

// event is the selected event; only where hasEvent.
func (m *model) event() *timeline.Event { return m.index.Timeline().Event(m.selected()) }

// choose puts the cursor on place n of the list. What the reader chose is what a filter brings back later.
func (m *model) choose(n int) {
	m.list.move(n)
	if m.hasEvent() {
		m.view.anchor = m.index.Timeline().ID(m.selected())
	}
	m.seen()
}

// vertical moves by n: the selection in the list, lines in the detail and the overlays.
func (m *model) vertical(n int) {
	switch m.mode {
	case inHelp:
		m.help.top = max(0, m.help.top+n)
	case inProblems:
		m.problemList.move(n, len(m.problems))
	case inKept:
		m.keptList.move(n)
	case inDetail:
		m.detail.Scroll(n, m.layout().detail.Dy())
	case inChart:
		m.chart.move(n)
	case inActor:
		m.person.Scroll(n, m.layout().side().Dy())
	case inLanes:
		m.lanes.move(m, n)
	default:
		m.choose(m.list.cursor + n)
	}
}

// pages moves by n half pages.
func (m *model) pages(n int) {
	h := m.layout().panes.Dy()
	switch m.mode {
	case inDetail:
		h = m.layout().detail.Dy()
	case inActor:
		h = m.layout().side().Dy()
	case inLanes:
		h = m.lanes.page
	case inList:
		h = m.list.page
	}
	half := max(1, (h-1)/2)
	m.vertical(n * half)
}

// end moves to the first or the last.
func (m *model) end(n int) {
	if m.mode == m.base && m.hasEvent() {
		m.jump(func() { m.choose((n + 1) / 2 * (m.shown().Len() - 1)) })
		return
	}
	m.vertical(n * (1 << 30))
}

// jump moves by f and keeps the place that it left, for goBack and for undo.
func (m *model) jump(f func()) {
	before, from := m.view, m.view.anchor
	if m.hasEvent() {
		from = m.index.Timeline().ID(m.selected())
	}
	f()
	if m.view.anchor != from && from != "" {
		m.past.jumped(from)
	}
	if m.view != before {
		m.past.remember(before)
	}
}

// mixed says whether the list shows both what matches and what does not.
func (m *model) mixed() bool { return m.shown().Len() > m.matched.Len() && m.matched.Len() > 0 }

// match moves down, or by −1 up, to the next event that matches.
func (m *model) match(n int) {
	matched := newOrder(m.index.Timeline(), m.matched, m.view.newest)
	at := matched.before(m.selected())
	if n < 0 {
		at--
	} else if at < m.matched.Len() && matched.at(at) == m.selected() {
		at++
	}
	if at < 0 || at >= m.matched.Len() {
		m.notice = "no further match"
		return
	}
	m.choose(m.list.before(matched.at(at)))
}

// read goes into the detail.
func (m *model) read() { m.mode = inDetail; m.openDetail() }

// openDetail lays the detail out for the selected event, so that its links are there before it is drawn.
func (m *model) openDetail() { m.detail.open(m, m.selected(), max(1, m.layout().page().Dx())) }

// nextLink goes into the detail, and there from link to link; past the last it leaves again.
func (m *model) nextLink(n int) {
	if m.mode == inList {
		m.mode = inDetail
	}
	m.openDetail()
	if !m.detail.Step(n, m.layout().detail.Dy()) {
		m.detail.At = draw.NoLink
		m.mode = m.base
	}
}

// onLink says whether a link of the detail is in focus.
func (m *model) onLink() bool { return m.detail.At != draw.NoLink }

// otherPane moves the pane that is not in focus.
func (m *model) otherPane(n int) {
	if m.mode == inDetail {
		m.choose(m.list.cursor + n)
		return
	}
	if m.hasEvent() {
		m.openDetail()
		m.detail.Scroll(n, m.layout().detail.Dy())
	}
}

// goTo selects the event with this id, dropping the filter where it hides it.
func (m *model) goTo(id string) {
	i, ok := m.index.Timeline().Find(id)
	if !ok {
		return
	}
	m.jump(func() {
		if !m.shown().Has(i) {
			m.view.anchor, m.view.paused = id, true
			m.ask()
			m.notice = "the filter hid that event and is paused; p resumes it"
		}
		if m.shown().Has(i) { // else a search is under way, and place finds it
			m.choose(m.list.before(i))
		}
	})
}

// goBack goes to the event that the last jump left.
func (m *model) goBack() { m.retrace(m.past.goBack) }

// goForward undoes goBack.
func (m *model) goForward() { m.retrace(m.past.goForward) }

// retrace follows one way through the places that were left.
func (m *model) retrace(way func(string) (string, bool)) {
	id, ok := way(m.view.anchor)
	if !ok {
		m.notice = "there is no further place on this way"
		return
	}
	m.change(func(v *view) { v.anchor = id })
}

// follow acts on the link in focus.
func (m *model) follow() tea.Cmd {
	l := m.detail.Links[m.detail.At]
	switch l.Kind {
	case toSource:
		return m.openURL(l.Value)
	case toEvent:
		m.goTo(l.Value)
	case toActor:
		m.toggle(timeline.ByActor, l.Value)
	case toTag:
		m.toggle(timeline.ByTag, l.Value)
	case toType:
		m.toggle(timeline.ByType, l.Value)
	case toLocation:
		m.toggle(timeline.ByLocation, l.Value)
	case toFigure:
		m.openChart()
	}
	return nil
}

// sourceURLs are the addresses of the selected event's sources.
func (m *model) sourceURLs() []string {
	m.openDetail()
	var list []string
	for _, l := range m.detail.Links {
		if l.Kind == toSource {
			list = append(list, l.Value)
		}
	}
	return list
}

// openSource opens the source in focus, else the first.
func (m *model) openSource() tea.Cmd {
	urls := m.sourceURLs()
	switch {
	case m.onLink() && m.detail.Links[m.detail.At].Kind == toSource:
		return m.openURL(m.detail.Links[m.detail.At].Value)
	case len(urls) == 0:
		m.notice = "the sources of this event have no link"
		return nil
	}
	return m.openURL(urls[0])
}

// copyEvent copies the link in focus, else the event with its sources.
func (m *model) copyEvent() tea.Cmd {
	m.openDetail()
	if m.onLink() {
		l := m.detail.Links[m.detail.At]
		return m.copyText(l.Value, "“"+draw.Enough(l.Value, m.size.X)+"”")
	}
	t, e := m.index.Timeline(), m.event()
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", e.Date, e.Title)
	for _, ref := range e.Sources {
		s := t.Source(ref)
		words := []string{}
		for _, w := range []string{s.Title, s.Publisher, s.URL} {
			if w != "" {
				words = append(words, w)
			}
		}
		fmt.Fprintf(&b, "\n%s", strings.Join(words, ". "))
	}
	return m.copyText(b.String(), "the event")
}

// editEvent opens the editor at the selected event.
func (m *model) editEvent() tea.Cmd { return m.edit(m.event().Pos) }

// editProblem opens the editor at the selected problem.
func (m *model) editProblem() tea.Cmd {
	if len(m.problems) == 0 {
		return nil
	}
	return m.edit(m.problems[m.problemList.At].Pos)
}
