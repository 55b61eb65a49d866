package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// lineKeys are the keys of the query line.
func lineKeys() keymap {
	return keymap{
		{
			keys: []string{"tab"}, show: "Tab",
			does: "complete the key, name or value; on a blank: list the keys", foot: "complete",
			in: []mode{inQueryLine}, do: does(func(m *model) { m.panes.queryLine.Complete(m.session) }),
		},
		{
			keys: []string{"down", "ctrl+n"}, show: "↓ ^n",
			does: "choose from the list, or go to a later filter", foot: "choose",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.Offers() },
			do: moves(func(m *model, n int) { m.panes.queryLine.ChooseOffer(n) }, 1),
		},
		{
			keys: []string{"up", "ctrl+p", "shift+tab"},
			in:   []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.HasChosen() },
			do: moves(func(m *model, n int) { m.panes.queryLine.ChooseOffer(n) }, -1),
		},
		{
			keys: []string{"up", "ctrl+p"}, show: "↑ ^p",
			does: "choose from the list, or go to an earlier filter", foot: "earlier",
			in: []mode{inQueryLine}, do: moves(func(m *model, n int) { m.panes.queryLine.Earlier(m.session, n) }, -1),
		},
		{
			keys: []string{"down", "ctrl+n"},
			in:   []mode{inQueryLine}, do: moves(func(m *model, n int) { m.panes.queryLine.Earlier(m.session, n) }, 1),
		},
		{
			keys: []string{"enter"}, show: "Enter", foot: "take",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.HasChosen() },
			do: does(func(m *model) { m.panes.queryLine.Complete(m.session) }),
		},
		{
			keys: []string{"enter"}, show: "Enter", does: "take what is chosen, or keep the filter", foot: "keep",
			in: []mode{inQueryLine}, do: does((*model).keepQueryLine),
		},
		{
			keys: []string{"esc"}, show: "Esc", foot: "close list",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.Offers() },
			do: does(func(m *model) { m.panes.queryLine.ShutOffers() }),
		},
		{
			keys: []string{"esc"}, show: "Esc", does: "close the list, or take back what was typed", foot: "take back",
			in: []mode{inQueryLine}, do: does((*model).leaveQueryLine),
		},
	}.under(asking)
}

// savedKeys mark events and save views.
func savedKeys() keymap {
	return keymap{
		{
			keys: []string{"m", "insert"}, show: "m Insert",
			does: "mark the event, or take its mark off", foot: "mark",
			in: inPanes, when: asks((*session.Session).HasEvent), acts: true,
			do: func(m *model, _ string) tea.Cmd { return command(m.session.ToggleMark()) },
		},
		{
			keys: []string{"'", shiftF(5)}, show: "' shift+F5",
			does: "list the marks and the saved views", foot: "marks",
			in: inPanes, do: does((*model).openSaved),
		},
		{
			keys: []string{"enter", "right", "l"}, show: "Enter",
			does: "go to the event, or show the view", foot: "go",
			in: []mode{inSaved}, when: func(m *model) bool { return !m.panes.savedList.Empty() },
			do: does((*model).followSaved),
		},
		{
			keys: []string{"s", "insert"}, show: "s Insert",
			does: "in that list: save the filter as a view", foot: "save this filter",
			in: []mode{inSaved}, when: asks((*session.Session).CanSave), do: does((*model).nameView),
		},
		{
			keys: []string{"delete", "backspace", "x"}, show: "Del",
			does: "forget the mark or the view", foot: "forget",
			in: []mode{inSaved}, when: func(m *model) bool { return !m.panes.savedList.Empty() },
			do: func(m *model, _ string) tea.Cmd { return command(m.panes.savedList.Drop(m.session)) },
		},
		{
			keys: []string{"enter"}, show: "Enter", foot: "save",
			in: []mode{inNaming}, do: func(m *model, _ string) tea.Cmd { return m.saveView() },
		},
		{
			keys: []string{"esc"}, show: "Esc", foot: "back",
			in: []mode{inNaming}, do: does(func(m *model) { m.modes.pop() }),
		},
		{
			keys: []string{"Y", shiftF(3)}, show: "Y shift+F3", does: "copy this view as a command line",
			in: inPanes, acts: true,
			do: func(m *model, _ string) tea.Cmd { return m.outside.copyCommand(m.session) },
		},
	}.under(keeping)
}

// programKeys are those of the program itself.
func programKeys() keymap {
	return keymap{
		{
			keys: []string{"e", "enter"}, show: "Enter", foot: "edit",
			in: []mode{inProblems},
			do: func(m *model, _ string) tea.Cmd {
				return m.outside.edit(m.session, m.panes.problemList.Place(m.session))
			},
		},
		{
			keys: []string{"?", "f1"}, show: "? F1", does: "this list of keys", foot: "keys", always: true,
			in: inPanes, do: does(func(m *model) { m.panes.help.Open(m.session, m.theme); m.modes.push(inHelp) }),
		},
		{
			keys: []string{"I"}, show: "I", does: "about the record: what it says of itself, and how much it holds",
			in: inPanes, do: does((*model).openAbout),
		},
		{
			keys: []string{"esc", "left", "h", "backspace", "q", "I"}, show: "Esc", foot: "back",
			in: []mode{inAbout}, do: does((*model).closeAbout),
		},
		{
			keys: []string{"enter", "right", "l", "o"}, show: "Enter", foot: "open the link",
			in: []mode{inAbout}, when: func(m *model) bool { _, ok := m.panes.about.Address(); return ok },
			do: func(m *model, _ string) tea.Cmd {
				web, _ := m.panes.about.Address()
				return m.outside.openURL(m.session, web)
			},
		},
		{
			keys: []string{"y"},
			in:   []mode{inAbout}, when: func(m *model) bool { _, ok := m.panes.about.Address(); return ok },
			do: func(m *model, _ string) tea.Cmd {
				web, _ := m.panes.about.Address()
				return m.outside.copyText(m.session, web, "“"+draw.Enough(web, m.size.X)+"”")
			},
		},
		{
			keys: []string{"tab"}, show: "Tab", foot: "next link",
			in: []mode{inAbout}, when: func(m *model) bool { return m.panes.about.HasLinks() },
			do: moves(func(m *model, n int) { m.panes.about.Next(n, m.layout().Panes.Dy()) }, 1),
		},
		{
			keys: []string{"shift+tab"},
			in:   []mode{inAbout}, do: moves(func(m *model, n int) { m.panes.about.Next(n, m.layout().Panes.Dy()) }, -1),
		},
		{
			keys: []string{"!", "f7"}, show: "! F7", does: "what is wrong with the record", foot: "problems",
			in: inPanes, when: func(m *model) bool { return len(m.session.Problems()) > 0 },
			do: does(func(m *model) { m.modes.push(inProblems) }),
		},
		{
			keys: []string{"esc", "left", "h", "q", "?", "f1", "!", "f7", "'", shiftF(5)}, show: "Esc", foot: "close",
			in: overlays, do: does(func(m *model) { m.modes.home() }),
		},
		{
			keys: []string{"R", "f5"}, show: "R F5", does: "read the record again",
			in: inPanes, do: func(m *model, _ string) tea.Cmd { return m.reader.again(m.session) },
		},
		{
			keys: []string{"w", shiftF(6)}, show: "w shift+F6", does: "next event that is new or changed", foot: "news",
			in: inPanes, when: asks((*session.Session).HasNews), do: sees((*session.Session).NextNews),
		},
		{
			keys: []string{"M", "f11"}, show: "M F11",
			does: "capture the mouse: click, drag the border; again: leave it to the terminal",
			in:   readable, do: func(m *model, _ string) tea.Cmd { return m.pointer.toggle(m.session) },
		},
		{
			keys: []string{"ctrl+l"}, show: "^l", does: "draw the screen again",
			in: readable, do: func(*model, string) tea.Cmd { return tea.ClearScreen },
		},
		{
			keys: []string{"ctrl+z"}, show: "^z", does: "suspend; fg comes back",
			in: everywhere, do: func(m *model, _ string) tea.Cmd { return m.outside.suspend(m.session) },
		},
		{
			keys: []string{"q", "Q"}, show: "q ^c", does: "quit", foot: "quit",
			in: inPanes, do: func(*model, string) tea.Cmd { return tea.Quit },
		},
		{
			keys: []string{"ctrl+c", "alt+ctrl+c"},
			in:   everywhere, do: func(*model, string) tea.Cmd { return tea.Quit },
		},
	}.under(leaving)
}
