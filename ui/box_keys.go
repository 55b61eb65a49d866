package ui

import (
	"cmp"
	"image"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/ui/box"
	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/pane"
)

// What the keys and the mouse do in the box for anything, and in the list of keys, which is that box with the commands
// alone.

// openBox opens the box for anything, over what has the keys.
func (m *model) openBox() {
	commands := m.actions.commands(m, false)
	m.modes.push(inBox)
	m.panes.box.Open(m.session, commands, nil, false)
}

// openKeys opens the list of keys, under the legend.
func (m *model) openKeys() {
	if m.mode() == inBox {
		m.leaveBox()
	}
	commands := m.actions.commands(m, true)
	m.modes.push(inBox)
	m.panes.box.Open(m.session, commands, func(th *draw.Theme, w int) [][]draw.Span {
		return pane.NewLegend(m.session, th).Lines(th, w)
	}, true)
}

// leaveBox closes the box and goes back to where it opened.
func (m *model) leaveBox() {
	m.panes.box.Leave(m.session)
	m.modes.pop()
}

// commands returns the rows of the table as the box lists them: those that count now, the most useful first, and the
// others by what they are for; to find a key, also those that count elsewhere.
func (t keymap) commands(m *model, keys bool) []box.Command {
	const here = "Here"
	var list []box.Command
	listed, claimed := make(map[string]bool), make(map[string]bool)
	add := func(a *action, group string, counts bool) {
		does := cmp.Or(a.does, a.foot)
		if id := a.name + "\n" + does; !listed[id] {
			listed[id] = true
			list = append(list, box.Command{
				ID: t.number(a), Name: a.name, Keys: a.keys, Show: a.show, Does: does, Group: group, Here: counts,
			})
		}
	}
	itself := "box"
	if keys {
		itself = "help"
	}
	for i := range t { // in the list of keys those that move come first
		if a := &t[i]; keys && (a.name == "up" || a.name == "down") && a.does != "" && a.counts(m) {
			add(a, here, true)
		}
	}
	for _, last := range []bool{false, true} {
		for _, f := range t.footed(m) {
			if slices.Contains(footLast, f.name) == last && f.name != itself {
				add(f.action, here, true)
			}
		}
	}
	var others []*action
	for i := range t {
		a := &t[i]
		counts := a.counts(m) && !claimed[a.keys[0]]
		if counts {
			for _, k := range a.keys {
				claimed[k] = true
			}
		}
		switch {
		case a.does == "" || a.name == itself && counts:
		case counts:
			others = append(others, a)
		case keys:
			others = append(others, a)
		}
	}
	for _, group := range groups {
		for _, counts := range []bool{true, false} {
			for _, a := range others {
				if a.group == group && a.counts(m) == counts {
					add(a, group, counts)
				}
			}
		}
	}
	return list
}

// number returns the place of an action in the table.
func (t keymap) number(a *action) int {
	for i := range t {
		if &t[i] == a {
			return i
		}
	}
	return -1
}

// more tells more about what is in focus in the box: a page, the event, the key in the list of keys.
func (t keymap) more(m *model) tea.Cmd {
	done := m.panes.box.More(m.session)
	if done.Run != nil {
		m.modes.pop()
		m.openKeys()
		m.panes.box.Focus(done.Run.ID)
		return nil
	}
	return t.done(m, done)
}

// done closes the box after what was done in it, and does what is left to the screen.
func (t keymap) done(m *model, done box.Done) tea.Cmd {
	switch {
	case !done.Shut:
		return nil
	case done.Run != nil:
		m.modes.pop()
		return t.runRow(m, done.Run.ID)
	case done.Begin != nil:
		t.beginFilter(m, *done.Begin)
		return nil
	case done.Actor != timeline.NoActor:
		m.modes.pop()
		m.openActor(done.Actor)
		return nil
	}
	if m.modes.events(); done.Kind == box.Event {
		reads{m}.came()
	}
	if done.Event && m.mode() != inReading {
		m.read()
	}
	return nil
}

// beginFilter opens the query line with the beginning of a part.
func (keymap) beginFilter(m *model, begun string) {
	m.modes.pop()
	if m.mode() == inQueryLine {
		if m.keepQueryLine(); m.mode() == inQueryLine {
			return // what it says cannot be read
		}
	}
	m.modes.home()
	m.panes.queryLine.Begin(m.session, begun)
	m.modes.push(inQueryLine)
}

// runRow does what the action with a number does. One that counts elsewhere is offered there.
func (t keymap) runRow(m *model, number int) tea.Cmd {
	a := &t[number]
	switch {
	case a.name == "out" && slices.Equal(a.in, []mode{inBox}):
		return nil // it has closed
	case a.counts(m) && a.isNumbers():
		m.session.SetNotice("press the number itself: " + a.show)
		return nil
	case a.counts(m):
		if a.acts {
			m.session.StayHere()
		}
		return a.do(m, a.keys[0])
	case slices.Contains(a.in, m.mode()):
		m.session.SetNotice(t.lacking(m, a.keys[0]))
		return nil
	}
	return t.leadTo(m, a)
}

// isNumbers reports whether each key of an action is a number, and so does something else.
func (a *action) isNumbers() bool { return len(a.keys) > 1 && a.keys[0] == "1" }

// leadTo goes to where an action counts, and opens the list of keys there with it in focus.
func (t keymap) leadTo(m *model, a *action) tea.Cmd {
	ways := map[mode]string{ // the actions that lead to modes from the list
		inDetail: "read", inReading: "read", inLanes: "lanes", inActor: "who", inChart: "chart", inQueryLine: "filter",
		inWho: "actors", inChips: "parts", inOverview: "walk", inSaved: "marks", inAbout: "about",
		inProblems: "problems", inBox: "box", inCompare: "compare", inWrite: "write",
	}
	m.modes.rebase(inList)
	to := slices.IndexFunc(a.in, func(in mode) bool { return ways[in] != "" || in == inList })
	if to < 0 {
		return nil
	}
	cmd := tea.Cmd(nil)
	if a.in[to] == inCompare {
		comparing{m}.lead()
	} else {
		cmd = t.enter(m, ways[a.in[to]])
	}
	switch in := a.in[to]; { // an event is read where it finds room
	case in == inReading && m.mode() == inDetail:
		reads{m}.open()
	case in == inDetail && m.mode() == inReading:
		m.modes.close(inReading)
		reads{m}.detail()
	}
	m.arrange() // so that what is there, such as links, is known
	if slices.Contains(a.in, m.mode()) && m.mode() != inBox {
		m.openKeys()
		m.panes.box.Focus(t.number(a))
	}
	return cmd
}

// enter does the action of the list that is called so, or says why it does nothing.
func (t keymap) enter(m *model, name string) tea.Cmd {
	for i := range t {
		a := &t[i]
		if a.name == name && slices.Contains(a.in, inList) && a.counts(m) {
			return t.runRow(m, i)
		}
	}
	for i := range t {
		if a := &t[i]; a.name == name && slices.Contains(a.in, inList) {
			m.session.SetNotice(t.lacking(m, a.keys[0]))
		}
	}
	return nil
}

// clickBox acts on a place of the screen while the box is open: a click chooses a row, a second click does it, one on
// the line puts the caret there, and one beside the box closes it.
func (t keymap) clickBox(m *model, s layout.Screen, at image.Point) tea.Cmd {
	r := s.Box
	switch {
	case at.In(s.Query):
		m.panes.box.ClickLine(at.X, s.Query.Dx())
		return nil
	case !at.In(r):
		m.leaveBox()
		return nil
	}
	if again, ok := m.panes.box.Click(at.Y - r.Min.Y); ok && again {
		return t.done(m, m.panes.box.Take(m.session))
	}
	return nil
}

// box returns the keys of the box. There is a caret, so that every printable key is text.
func (keymap) box() keymap {
	in := []mode{inBox}
	keys := func(m *model) bool { return m.panes.box.Keys() }
	take := answers(func(m *model) tea.Cmd { return m.actions.done(m, m.panes.box.Take(m.session)) })
	add := answers(func(m *model) tea.Cmd { return m.actions.done(m, m.panes.box.Add(m.session)) })
	pages := func(m *model, n int) { m.panes.box.Page(m.session, n) }
	onward := func(m *model, key string) tea.Cmd {
		m.leaveBox()
		cmd, ok := m.actions.run(m, key)
		if words := m.actions.lacking(m, key); !ok && words != "" {
			m.session.SetNotice(words)
		}
		return cmd
	}
	return keymap{
		{
			name: "box", keys: []string{":", "f4"}, show: ": F4", foot: "find",
			does: "the box: an actor, an event, a word, a date, a view or a command, whatever is typed; so does Esc in the list",
			in:   helpFrom, do: does((*model).openBox),
		},
		{
			name: "do", keys: []string{"enter"}, show: "Enter", foot: "go there",
			in: in, when: func(m *model) bool { return m.panes.box.Goes() }, do: take,
		},
		{
			name: "do", keys: []string{"enter"}, show: "Enter", foot: "do it",
			does: "only that actor, go to that event or date, filter by the words, show the view, run the command",
			in:   in, offer: func(m *model) bool { return m.panes.box.Lists() }, do: take,
		},
		{
			name: "add", keys: []string{"tab"}, show: "Tab", foot: "add to filter",
			does: "add it to the filter instead", offer: func(m *model) bool { return m.panes.box.Adds() },
			in: in, do: add,
		},
		{
			name: "right", keys: []string{"right"}, show: "→", foot: "more about it",
			does: "at the end of the line: more about it: the actor's page, the event, what the key is for",
			in:   in, when: func(m *model) bool { return m.panes.box.AtEnd() && m.panes.box.HasMore() },
			do: answers(func(m *model) tea.Cmd { return m.actions.more(m) }),
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc", does: "close the box, and leave all as it was", foot: "close",
			in: in, do: does((*model).leaveBox),
		},
		{
			name: "out", keys: []string{"backspace"}, in: in,
			when: func(m *model) bool { return m.panes.box.Empty() }, do: does((*model).leaveBox),
		},
		{name: "up", keys: []string{"up", "ctrl+p", "shift+tab"}, in: in, do: moves((*model).vertical, -1)},
		{name: "down", keys: []string{"down", "ctrl+n"}, in: in, do: moves((*model).vertical, 1)},
		{name: "page-back", keys: []string{"pgup"}, in: in, do: moves(pages, -1)},
		{name: "page-on", keys: []string{"pgdown"}, in: in, do: moves(pages, 1)},
		{name: "help", keys: []string{"f1"}, in: in, when: keys, do: does((*model).leaveBox)},
		{
			name: "help", keys: []string{"f1"}, in: in,
			when: func(m *model) bool { return !keys(m) }, do: does((*model).openKeys),
		},
		{name: "box", keys: []string{"f4"}, in: in, when: keys, do: does(func(m *model) { m.leaveBox(); m.openBox() })},
		{
			name: "box", keys: []string{"f4"}, in: in,
			when: func(m *model) bool { return !keys(m) }, do: tells("the box is open; Esc closes it"),
		},
		{name: "actors", keys: []string{"f2"}, in: in, do: onward},
		{name: "filter", keys: []string{"f3"}, in: in, do: onward},
	}.under("In the box")
}
