package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
	"dateline/ui/session"
)

// line returns the keys of the query line.
func (keymap) line() keymap {
	return keymap{
		{
			name: "complete", keys: []string{"tab"}, show: "Tab",
			does: "complete the key, name or value; on a blank: list the keys", foot: "complete",
			in: []mode{inQueryLine}, do: does(func(m *model) { m.panes.queryLine.Complete(m.session) }),
		},
		{
			name: "down", keys: []string{"down", "ctrl+n"}, show: "↓ ^n",
			does: "choose from the list, or go to a later filter", foot: "choose",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.Offers() },
			do: moves(func(m *model, n int) { m.panes.queryLine.ChooseOffer(n) }, 1),
		},
		{
			name: "up", keys: []string{"up", "ctrl+p", "shift+tab"},
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.HasChosen() },
			do: moves(func(m *model, n int) { m.panes.queryLine.ChooseOffer(n) }, -1),
		},
		{
			name: "up", keys: []string{"up", "ctrl+p"}, show: "↑ ^p",
			does: "choose from the list, or go to an earlier filter", foot: "earlier",
			in: []mode{inQueryLine}, do: moves(func(m *model, n int) { m.panes.queryLine.Earlier(m.session, n) }, -1),
		},
		{
			name: "down", keys: []string{"down", "ctrl+n"},
			in: []mode{inQueryLine}, do: moves(func(m *model, n int) { m.panes.queryLine.Earlier(m.session, n) }, 1),
		},
		{
			name: "take", keys: []string{"enter"}, show: "Enter", foot: "take",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.HasChosen() },
			do: does(func(m *model) { m.panes.queryLine.Complete(m.session) }),
		},
		{
			name: "keep", keys: []string{"enter"}, show: "Enter", does: "take what is chosen, or keep the filter", foot: "keep",
			in: []mode{inQueryLine}, do: does((*model).keepQueryLine),
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc", foot: "close list",
			in: []mode{inQueryLine}, when: func(m *model) bool { return m.panes.queryLine.Offers() },
			do: does(func(m *model) { m.panes.queryLine.ShutOffers() }),
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc",
			does: "close the list, or take back what was typed", foot: "take back",
			in: []mode{inQueryLine}, do: does((*model).leaveQueryLine),
		},
	}.under("In the filter line")
}

// savedKeys mark events and save views.
func savedKeys() keymap {
	listed := func(m *model) bool { return !m.panes.savedList.Empty() }
	table := keymap{
		{
			name: "mark", keys: []string{"m", "insert"}, show: "m Insert",
			does: "mark the event, or take its mark off", foot: "mark",
			in: inPanes, when: asks((*session.Session).HasEvent), why: lack.event, acts: true,
			do: func(m *model, _ string) tea.Cmd { return command(m.session.ToggleMark()) },
		},
		{
			name: "marks", keys: []string{"'", shiftF(5)}, show: "' shift+F5",
			does: "list the marks and the saved views", foot: "marks",
			in: inPanes, when: asks((*session.Session).HasSaved), do: does((*model).openSaved),
		},
		{name: "marks", keys: []string{"'", shiftF(5)}, in: inPanes, do: does((*model).openSaved)},
		{name: "marks", keys: []string{"'", shiftF(5)}, in: []mode{inSaved}, do: does((*model).close)},
		{
			name: "go", keys: []string{"enter"}, show: "Enter",
			does: "go to the event, or show the view", foot: "go",
			in: []mode{inSaved}, when: listed, why: lack.row, do: does((*model).followSaved),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inSaved}, when: listed, why: lack.row, do: does((*model).followSaved),
		},
		{
			name: "save", keys: []string{"s", "insert"}, show: "s Insert",
			does: "in that list: save the filter as a view", foot: "save this filter",
			in: []mode{inSaved}, when: asks((*session.Session).CanSave), why: lack.filter, do: does((*model).nameView),
		},
		{
			name: "note", keys: []string{`"`}, show: `"`,
			does: "in that list: write a line of your own to a mark", foot: "note",
			in: []mode{inSaved}, when: func(m *model) bool { return m.panes.savedList.OnMark() },
			why: because("a note belongs to a mark"), do: does(func(m *model) {
				m.panes.savedList.BeginNote(m.session)
				m.modes.push(inNaming)
			}),
		},
		{
			name: "drop", keys: []string{"delete"}, show: "Del", does: "forget the mark or the view", foot: "forget",
			in: []mode{inSaved}, when: listed, why: lack.row,
			do: func(m *model, _ string) tea.Cmd { return command(m.panes.savedList.Drop(m.session)) },
		},
		{
			name: "save", keys: []string{"enter"}, show: "Enter", foot: "save",
			in: []mode{inNaming}, do: answers((*model).saveView),
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc", foot: "back",
			in: []mode{inNaming}, do: does((*model).close),
		},
	}
	return append(table, outOf("close", "", (*model).close, inSaved)...).under("Marks and saved views")
}

// programKeys are those of the program itself.
func programKeys() keymap {
	const (
		kept  = "the record is kept elsewhere, and cannot be edited from here"
		again = "the record is read again by itself when it changes"
	)
	hasProblems := func(m *model) bool { return len(m.session.Groups())+len(m.opts.Settings) > 0 }
	problems := func(m *model) { m.modes.push(inProblems) }
	onGroup := func(m *model) bool { return m.panes.problemList.OnGroup(m.session) }
	offGroup := func(m *model) bool { return !onGroup(m) }
	edit := func(m *model, _ string) tea.Cmd {
		return m.outside.edit(m.session, m.panes.problemList.Place(m.session))
	}
	quit := func(*model, string) tea.Cmd { return tea.Quit }
	table := keymap{
		{
			name: "help", keys: []string{"?", "f1"}, show: "? F1", foot: "help",
			does: "the keys that count here and all others, found by what is typed, with the legend",
			in:   helpFrom, do: does((*model).openKeys),
		},
		{
			name: "help", keys: []string{"f1"}, show: "F1", foot: "help", offer: footing{}.roomy,
			in: []mode{inQueryLine, inWho, inNaming, inFile}, do: does((*model).openKeys),
		},
		{
			name: "places", keys: []string{"enter"}, show: "Enter", foot: "its places",
			in: []mode{inProblems}, when: onGroup, why: lack.problem,
			do: does(func(m *model) { m.panes.problemList.Toggle(m.session) }),
		},
		{
			name: "edit", keys: []string{"e"}, show: "e", foot: "edit",
			in: []mode{inProblems}, when: onGroup, why: lack.problem, do: edit, outside: kept,
		},
		{
			name: "edit", keys: []string{"e", "enter"}, show: "Enter", foot: "edit",
			in: []mode{inProblems}, when: offGroup, why: lack.problem, do: edit, outside: kept,
		},
		{
			name: "problems", keys: []string{"!", "f7"}, show: "! F7",
			does: "what is wrong with the record", foot: "problems",
			in: inPanes, when: hasProblems, why: lack.problem, do: does(problems),
		},
		{
			name: "problems", keys: []string{"f7"},
			in: carets, when: hasProblems, why: lack.problem, do: does(problems),
		},
		{name: "problems", keys: []string{"!", "f7"}, in: []mode{inProblems}, do: does((*model).close)},
		{
			name: "reload", keys: []string{"R", "f5"}, show: "R F5", does: "read the record again",
			in: readable, when: func(m *model) bool { return m.opts.Once == "" }, why: lack.again, outside: again,
			do: func(m *model, _ string) tea.Cmd { return m.reader.again(m.session) },
		},
		{
			name: "reload", keys: []string{"f5"},
			in: carets, when: func(m *model) bool { return m.opts.Once == "" }, why: lack.again, outside: again,
			do: func(m *model, _ string) tea.Cmd { return m.reader.again(m.session) },
		},
		{
			name: "news", keys: []string{"w", shiftF(6)}, show: "w shift+F6",
			does: "next event that is new or changed", foot: "news",
			in: inPanes, when: asks((*session.Session).HasNews), why: because("nothing is new or changed"),
			do: sees((*session.Session).NextNews),
		},
		{
			name: "mouse", keys: []string{"M", "f11"}, show: "M F11",
			does: "leave the mouse to the terminal, which selects text; again: clicks are heard",
			in:   readable, do: func(m *model, _ string) tea.Cmd { return m.pointer.toggle(m.session) },
		},
		{
			name: "mouse", keys: []string{"f11"},
			in: carets, do: func(m *model, _ string) tea.Cmd { return m.pointer.toggle(m.session) },
		},
		{
			name: "redraw", keys: []string{"ctrl+l"}, show: "^l", does: "draw the screen again",
			in: everywhere, do: func(*model, string) tea.Cmd { return tea.ClearScreen },
		},
		{
			name: "suspend", keys: []string{"ctrl+z"}, show: "^z", does: "suspend; fg comes back",
			in: everywhere, do: does(func(m *model) { m.outside.suspend(m.session) }),
			outside: "the program runs elsewhere, with no shell to go back to",
		},
		{
			name: "quit", keys: []string{"q"}, show: "q", does: "close what is open; from the list: quit", foot: "quit",
			in: []mode{inList}, do: quit,
		},
		{
			name: "quit-now", keys: []string{"Q"}, show: "Q ^c", does: "quit at once",
			in: append([]mode{inOverview, inChips}, readable...), do: quit,
		},
		{name: "quit-now", keys: []string{"ctrl+c", "alt+ctrl+c"}, in: everywhere, do: quit},
	}
	table = append(table, outOf("close", "", (*model).close, inProblems)...)
	return append(table, keymap{}.about()...).under("Program")
}

// about returns the keys of the page about the record.
func (keymap) about() keymap {
	linked := func(m *model) bool { _, ok := m.panes.about.Address(); return ok }
	key := func(m *model) bool { _, ok := m.panes.about.Key(); return ok }
	open := func(m *model, _ string) tea.Cmd {
		web, _ := m.panes.about.Address()
		return m.outside.openURL(m.session, web)
	}
	return append(keymap{
		{
			name: "about", keys: []string{"I"}, show: "I",
			does: "about the record: what it says of itself, and how much it holds",
			in:   inPanes, do: does((*model).openAbout),
		},
		{name: "about", keys: []string{"I"}, in: []mode{inAbout}, do: does((*model).close)},
		{
			name: "follow", keys: []string{"enter"}, show: "Enter",
			does: "on a key of your own: its values, each with its number of events", foot: "list its values",
			in: []mode{inAbout}, when: key, why: lack.link, do: does((*model).listValues),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inAbout}, when: key, why: lack.link, do: does((*model).listValues),
		},
		{
			name: "follow", keys: []string{"enter"}, show: "Enter", foot: "open the link",
			in: []mode{inAbout}, when: linked, why: lack.link, do: open, links: true, servedFoot: "copy the link",
		},
		{
			name: "source", keys: []string{"o"},
			in: []mode{inAbout}, when: linked, why: lack.link, do: open, links: true,
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inAbout}, when: linked, why: lack.link, do: open, links: true,
		},
		{
			name: "cite", keys: []string{"y"},
			in: []mode{inAbout}, when: linked, why: lack.link,
			do: func(m *model, _ string) tea.Cmd {
				web, _ := m.panes.about.Address()
				return m.outside.copyText(m.session, web, "“"+draw.Enough(web, m.size.X)+"”")
			},
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", foot: "next link",
			in: []mode{inAbout}, when: func(m *model) bool { return m.panes.about.HasLinks() },
			why: because("the page has no links"),
			do:  moves(func(m *model, n int) { m.panes.about.Next(n, m.layout().Panes.Dy()) }, 1),
		},
		{
			name: "previous", keys: []string{"shift+tab"},
			in: []mode{inAbout}, do: moves(func(m *model, n int) { m.panes.about.Next(n, m.layout().Panes.Dy()) }, -1),
		},
	}, outOf("back", "", (*model).close, inAbout)...)
}
