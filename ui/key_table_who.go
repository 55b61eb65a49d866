package ui

import tea "github.com/charmbracelet/bubbletea"

// whoKeys are the keys of the picker of actors, and of the rail, which is that picker on wide screens. There is a
// caret, so that every printable key is text.
func whoKeys() keymap {
	return keymap{
		{
			keys: []string{"enter"}, show: "Enter",
			does: "show what is ticked, and the one under the cursor where nothing is or a name is typed", foot: "show these",
			in: []mode{inWho}, do: does((*model).keepWho),
		},
		{
			keys: []string{"tab"}, show: "Tab", does: "tick the one under the cursor, or untick it", foot: "tick",
			in: []mode{inWho}, do: does(func(m *model) { m.panes.who.Tick(m.session) }),
		},
		{
			keys: []string{"delete"}, show: "Del",
			does: "without this one; so does Tab or Enter after -name or !name; again: let it in", foot: "without",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.AtEnd() },
			do: does(func(m *model) { m.panes.who.Exclude(m.session) }),
		},
		{
			keys: []string{"esc"}, show: "Esc", does: "back to the filter and the place before", foot: "back",
			in: []mode{inWho}, always: true,
			do: does(func(m *model) { m.panes.who.Cancel(m.session); m.modes.pop() }),
		},
		{
			keys: []string{"right"}, show: "→",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.Empty() && m.panes.who.Folds() },
			foot: "its people", do: does(func(m *model) { m.panes.who.Fold(m.session) }),
		},
		{
			keys: []string{"right"}, show: "→ shift+F4",
			does: "at the end of the line: who this is; on a side first its people, which ← hides", foot: "who is this",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.AtEnd() }, do: does((*model).whoPage),
		},
		{keys: []string{shiftF(4)}, in: []mode{inWho}, do: does((*model).whoPage)},
		{
			keys: []string{"left"},
			in:   []mode{inWho}, when: func(m *model) bool { return m.panes.who.Unfolds() },
			do: does(func(m *model) { m.panes.who.Fold(m.session) }),
		},
		{
			keys: []string{"ctrl+t"}, show: "^t", does: "any or all of the actors ticked", foot: "any/all",
			in: []mode{inWho}, do: does(func(m *model) { m.panes.who.TurnAll(m.session) }),
		},
		{
			keys: []string{"ctrl+o"}, show: "^o", does: "tick only this one", foot: "only this",
			in: []mode{inWho}, do: does(func(m *model) { m.panes.who.Only(m.session) }),
		},
		{
			keys: []string{"backspace"}, show: "Backspace", does: "in the empty line: take the last tick off",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.Empty() },
			do: does(func(m *model) {
				if !m.panes.who.TakeOff(m.session) {
					m.session.SetNotice("nothing is ticked; Esc goes back")
				}
			}),
		},
		{keys: []string{"up", "ctrl+p", "shift+tab"}, in: []mode{inWho}, do: moves(moveWho, -1)},
		{keys: []string{"down", "ctrl+n"}, in: []mode{inWho}, do: moves(moveWho, 1)},
		{keys: []string{"pgup"}, in: []mode{inWho}, do: moves(whoPages, -1)},
		{keys: []string{"pgdown"}, in: []mode{inWho}, do: moves(whoPages, 1)},
		{
			keys: []string{"f5"},
			in:   []mode{inWho}, do: func(m *model, _ string) tea.Cmd { return m.reader.again(m.session) },
		},
		{
			keys: []string{"f11"},
			in:   []mode{inWho}, do: func(m *model, _ string) tea.Cmd { return m.pointer.toggle(m.session) },
		},
	}.under(choosing)
}
