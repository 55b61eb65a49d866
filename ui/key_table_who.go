package ui

// whoKeys are the keys of the picker of actors, and of the rail, which is that picker on wide screens. There is a
// caret, so that every printable key is text.
func whoKeys() keymap {
	folds := func(m *model) bool { return m.panes.who.Empty() && m.panes.who.Folds() }
	asksWho := func(m *model) bool { return m.panes.who.AtEnd() && !folds(m) }
	someone := func(m *model) bool { return m.panes.who.OnLine() }
	keepsTwo := func(m *model) { comparing{m}.takePicked() }
	moveWho := func(m *model, n int) { m.panes.who.Move(m.session, n) }
	whoPages := func(m *model, n int) { moveWho(m, n*max(2, m.layout().Who().Dy()-3)) }
	picksTwo := func(m *model) bool {
		_, _, ok := m.panes.who.Beside()
		return ok || m.panes.compare.Picks()
	}
	onActor := func(m *model) bool { _, ok := m.panes.who.Chosen(); return ok }
	return keymap{
		{
			name: "show", keys: []string{"enter"}, show: "Enter", foot: "compare",
			in: []mode{inWho}, when: picksTwo, why: because("Tab ticks actors"), do: does(keepsTwo),
		},
		{
			name: "show", keys: []string{"enter"}, show: "Enter",
			does: "show what is ticked, and the one under the cursor where nothing is or a name is typed", foot: "show these",
			in: []mode{inWho}, offer: func(m *model) bool { return m.panes.who.Shows() }, do: does((*model).keepWho),
		},
		{
			name: "tick", keys: []string{"tab"}, show: "Tab", does: "tick the one under the cursor, or untick it", foot: "tick",
			in: []mode{inWho}, offer: someone, do: does(func(m *model) { m.panes.who.Tick(m.session) }),
		},
		{
			name: "drop", keys: []string{"delete"}, show: "Del",
			does: "without this one; so does Tab or Enter after -name or !name; again: let it in", foot: "without",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.AtEnd() }, offer: someone,
			do: does(func(m *model) { m.panes.who.Exclude(m.session) }),
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc", does: "back to the filter and the place before", foot: "back",
			in: []mode{inWho},
			do: does(func(m *model) { m.panes.who.Cancel(m.session); m.panes.compare.Unpick(); m.modes.pop() }),
		},
		{
			name: "right", keys: []string{"right"}, show: "→",
			in: []mode{inWho}, when: folds,
			foot: "its people", do: does(func(m *model) { m.panes.who.Fold(m.session) }),
		},
		{
			name: "right", keys: []string{"right"}, show: "→ shift+F4",
			does: "at the end of the line: who this is; on a side first its people, which ← hides", foot: "who is this",
			in: []mode{inWho}, when: asksWho, offer: onActor, do: does((*model).whoPage),
		},
		{name: "who", keys: []string{shiftF(4)}, in: []mode{inWho}, do: does((*model).whoPage)},
		{
			name: "left", keys: []string{"left"},
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.Unfolds() },
			do: does(func(m *model) { m.panes.who.Fold(m.session) }),
		},
		{
			name: "any-all", keys: []string{"ctrl+t"}, show: "^t",
			does: "any or all of the actors ticked; of two also side by side", foot: "any/all",
			in: []mode{inWho}, offer: func(m *model) bool { return m.panes.who.Meet() },
			do: does(func(m *model) { m.panes.who.TurnAll(m.session) }),
		},
		{
			name: "only", keys: []string{"ctrl+o"}, show: "^o", does: "tick only this one", foot: "only this",
			in: []mode{inWho}, offer: someone, do: does(func(m *model) { m.panes.who.Only(m.session) }),
		},
		{
			name: "take-off", keys: []string{"backspace"}, show: "Backspace", does: "in the empty line: take the last tick off",
			in: []mode{inWho}, when: func(m *model) bool { return m.panes.who.Empty() },
			do: does(func(m *model) {
				if !m.panes.who.TakeOff(m.session) {
					m.session.SetNotice("nothing is ticked; Esc goes back")
				}
			}),
		},
		{name: "up", keys: []string{"up", "ctrl+p", "shift+tab"}, in: []mode{inWho}, do: moves(moveWho, -1)},
		{name: "down", keys: []string{"down", "ctrl+n"}, in: []mode{inWho}, do: moves(moveWho, 1)},
		{name: "page-back", keys: []string{"pgup"}, in: []mode{inWho}, do: moves(whoPages, -1)},
		{name: "page-on", keys: []string{"pgdown"}, in: []mode{inWho}, do: moves(whoPages, 1)},
	}.under("Picking actors")
}
