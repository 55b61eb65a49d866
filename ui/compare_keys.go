package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/calendar"
	"dateline/timeline/compare"
	"dateline/ui/outline"
	"dateline/ui/terminal"
)

// A comparing is what the keys of two side by side do.
type comparing struct{ *model }

// table has the keys that lead to two side by side, and those of that page.
func (comparing) table() keymap {
	act := func(f func(comparing)) func(*model, string) tea.Cmd { return does(func(m *model) { f(comparing{m}) }) }
	along := func(right bool) func(*model, string) tea.Cmd {
		return does(func(m *model) { m.panes.compare.Along(m.session, right) })
	}
	leap := func(u calendar.Unit, down int) func(*model, string) tea.Cmd {
		return does(func(m *model) {
			if !m.panes.compare.Leap(m.session, u, down) {
				m.session.SetNotice("there is no further " + u.String() + " with an event of either")
			}
		})
	}
	known := func(m *model) bool {
		_, ok := comparing{m}.inFocus()
		return ok || m.session.HasActors()
	}
	hasEvent := func(m *model) bool { return m.panes.compare.HasEvent() }
	keys := []string{"=", shiftF(1)}
	out := does((*model).close)
	in := []mode{inCompare}
	table := keymap{
		{
			name: "compare", keys: keys, show: "= shift+F1",
			does: "compare: the actor in focus is the first of two; again, on another, shows both", foot: "compare",
			in: append([]mode{inActor}, inPanes...), why: lack.nobody, acts: true, do: act(comparing.focus),
			when: known, offer: inFocus,
		},
		{
			name: "read", keys: []string{"enter"}, show: "Enter", does: "read the event", foot: "read",
			in: in, when: hasEvent, why: lack.either, do: act(comparing.read),
		},
		{
			name: "left", keys: []string{"left", "h"}, show: "←→ h l", does: "next event of the left one, or of the right one",
			foot: "only left, right", in: in, do: along(false),
		},
		{name: "right", keys: []string{"right", "l"}, in: in, do: along(true)},
		{
			name: "compare", keys: keys, show: "= shift+F1", does: "each in the other's place", foot: "swap",
			in: in, do: does(func(m *model) { m.panes.compare.Swap() }),
		},
		{
			name: "actors", keys: []string{"a", "f2"}, show: "a F2", does: "another on the right, instead of the one there",
			foot: "another", in: in, do: act(comparing.pickOther),
		},
		{
			name: "cite", keys: []string{"y"}, show: "y", does: "copy both as a table, in Markdown", foot: "copy table",
			in: in, when: hasEvent, why: lack.either,
			do: func(m *model, _ string) tea.Cmd { return comparing{m}.copyTable() },
		},
		{name: "day-on", keys: []string{"d", "ctrl+down"}, in: in, do: leap(calendar.Days, 1)},
		{name: "day-back", keys: []string{"D", "ctrl+up"}, in: in, do: leap(calendar.Days, -1)},
		{name: "month-on", keys: []string{"}", "ctrl+right"}, in: in, do: leap(calendar.Months, 1)},
		{name: "month-back", keys: []string{"{", "ctrl+left"}, in: in, do: leap(calendar.Months, -1)},
		{name: "year-on", keys: []string{")", "ctrl+pgdown"}, in: in, do: leap(calendar.Years, 1)},
		{name: "year-back", keys: []string{"(", "ctrl+pgup"}, in: in, do: leap(calendar.Years, -1)},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc", does: "back to where it was opened", foot: "back",
			in: in, do: out,
		},
		{name: "quit", keys: []string{"q"}, in: in, do: out},
	}
	return append(table, comparing{}.missing()...).under("Comparing two")
}

// missing has the keys of the list that readers look for on that page, with what does the same.
func (comparing) missing() keymap {
	in, never := []mode{inCompare}, func(*model) bool { return false }
	return keymap{
		{
			name: "filter", keys: []string{"/", "f", "&", "f3"}, in: in, when: never,
			why: func(m lack) string { return "Esc goes back, where " + m.session.Key("filter") + " filters both" },
		},
		{
			name: "write", keys: []string{"Y", shiftF(3)}, in: in, when: never,
			why: func(m lack) string { return m.session.Key("cite") + " copies the table of both" },
		},
		{
			name: "mark", keys: []string{"m", "insert"}, in: in, when: never,
			why: func(m lack) string { return "Enter reads the event, and " + m.session.Key("mark") + " marks it there" },
		},
	}
}

// either says why there is no event of either of the two.
func (m lack) either() string { return "neither of the two has an event that the filter leaves" }

// inFocus returns what the reader has in mind: an actor, or who published the source in focus.
func (m comparing) inFocus() (g compare.Thing, ok bool) {
	x := m.session.Index()
	if a, ok := m.focused(); ok {
		return compare.Actor(x, a), true
	}
	if m.mode() == inActor {
		return compare.Actor(x, m.panes.actorPage.Actor()), true
	}
	if l, ok := m.panes.detail.Link(); ok && m.mode() == inDetail && l.Kind == outline.ToSource {
		return compare.Published(x, l.Value)
	}
	if m.session.HasEvent() && len(m.session.Event().Actors) > 0 { // the link in focus is no name
		return compare.Actor(x, m.session.Event().Actors[0].Actor), true
	}
	return g, false
}

// focus takes what is in focus as the first of two, or compares the one taken with it. Where there is none, or the same
// again, the picker opens for the other.
func (m comparing) focus() {
	p := &m.panes.compare
	g, ok := m.inFocus()
	first, taken := p.Taken(m.session)
	switch {
	case ok && taken && !g.Is(first):
		m.show(g)
	case ok && !taken:
		p.Take(m.session, g)
		key := m.session.Key("compare")
		m.session.SetNotice(g.Name + " is the first of two; " + key + " on another compares both, " + key +
			" again picks the other by name")
	default:
		m.openWho()
		p.Pick(true)
		words := "with whom? Enter compares"
		if !taken {
			words = "who is the first of two? Enter takes it"
		}
		m.session.SetNotice(words)
	}
}

// show compares what was taken with something else.
func (m comparing) show(with compare.Thing) {
	m.panes.compare.With(m.session, with)
	m.modes.close(inWho)
	if m.mode() != inCompare {
		m.modes.close(inCompare)
		m.modes.push(inCompare)
	}
}

// lead shows the first two of the selected event, for whoever looks for a key of two side by side.
func (m comparing) lead() {
	if !m.session.HasEvent() || len(m.session.Event().Actors) < 2 {
		m.focus()
		return
	}
	e := m.session.Event()
	m.panes.compare.Take(m.session, compare.Actor(m.session.Index(), e.Actors[0].Actor))
	m.show(compare.Actor(m.session.Index(), e.Actors[1].Actor))
}

// pickOther opens the picker for another on the right.
func (m comparing) pickOther() {
	m.openWho()
	m.panes.compare.Pick(true)
	m.session.SetNotice("with whom? Enter compares")
}

// takePicked takes the actor under the cursor of the picker, or the two that are ticked to be side by side.
func (m comparing) takePicked() {
	p := &m.panes.compare
	if a, b, ok := m.panes.who.Beside(); ok {
		m.panes.who.Cancel(m.session)
		p.Take(m.session, compare.Actor(m.session.Index(), a))
		m.show(compare.Actor(m.session.Index(), b))
		return
	}
	a, ok := m.panes.who.Chosen()
	g := compare.Actor(m.session.Index(), a)
	left, onLeft := p.Left(m.session)
	first, taken := p.Taken(m.session)
	switch {
	case !ok:
		m.session.SetNotice("only actors can be compared")
		return
	case taken && g.Is(first), !taken && m.modes.has(inCompare) && onLeft && g.Is(left):
		m.session.SetNotice("that is the one on the left already; choose another")
		return
	}
	m.panes.who.Cancel(m.session)
	m.modes.pop()
	if taken || m.mode() == inCompare {
		m.show(g)
		return
	}
	p.Pick(false)
	p.Take(m.session, g)
	m.session.SetNotice(g.Name + " is the first of two; " + m.session.Key("compare") + " on another compares both")
}

// read goes to the cursor's event and reads it.
func (m comparing) read() {
	id := m.panes.compare.Event()
	m.session.GoTo(id)
	if !m.session.HasEvent() || m.session.Event().ID != id { // a search is under way
		m.modes.home()
		return
	}
	m.model.read()
}

// copyTable copies the comparison as a table.
func (m comparing) copyTable() tea.Cmd {
	l, r := m.panes.compare.Names()
	return m.outside.copyText(m.session, m.panes.compare.Table(terminal.MaxClipboard), "the table of "+l+" and "+r)
}
