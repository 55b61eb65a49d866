package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/calendar"
	"dateline/ui/session"
)

// filteringKeys change the filter.
func filteringKeys() keymap {
	return keymap{
		{
			keys: []string{"a", "f2"}, show: "a F2", does: "pick actors, by name; on wide screens in the rail", foot: "who",
			in: inPanes, when: asks((*session.Session).HasActors), do: does((*model).openWho),
		},
		{
			keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9",
			does: "only the actor with this number in the detail; again: everybody",
			in:   inPanes, when: asks((*session.Session).HasEvent), acts: true,
			do: func(m *model, key string) tea.Cmd { m.session.OnlyNumber(int(key[0] - '1')); return nil },
		},
		{
			keys: []string{"A", shiftF(2)}, show: "A shift+F2",
			does: "only the first actor of the event; again: everybody", foot: "only this actor",
			in: inPanes, when: asks((*session.Session).HasEvent), acts: true, do: sees((*session.Session).OnlyActor),
		},
		{
			keys: []string{"/", "f", "&", "f3"}, show: "/ f & F3", does: "type a filter", foot: "filter",
			in: inPanes, do: does((*model).openQueryLine),
		},
		{
			keys: []string{"esc", "backspace"}, show: "Esc", foot: "drop filter",
			in: []mode{inList}, when: asks((*session.Session).Filtered), do: does((*model).stepOut),
		},
		{
			keys: []string{"F", "alt+up"}, show: "F alt+↑",
			does: "choose a part of the filter, to drop it", foot: "parts",
			in: inPanes, when: asks((*session.Session).HasParts), do: does((*model).openChips),
		},
		{
			keys: []string{"left", "h", "shift+tab"}, show: "←→", foot: "choose",
			in: []mode{inChips}, do: moves(func(m *model, n int) { m.panes.queryLine.MovePart(m.session, n) }, -1),
		},
		{
			keys: []string{"right", "l", "tab"},
			in:   []mode{inChips}, do: moves(func(m *model, n int) { m.panes.queryLine.MovePart(m.session, n) }, 1),
		},
		{
			keys: []string{"home", "g"},
			in:   []mode{inChips}, do: moves(func(m *model, n int) { m.panes.queryLine.MovePart(m.session, n) }, -1<<30),
		},
		{
			keys: []string{"end", "G"},
			in:   []mode{inChips}, do: moves(func(m *model, n int) { m.panes.queryLine.MovePart(m.session, n) }, 1<<30),
		},
		{
			keys: []string{"enter", "backspace", "delete", "x"}, show: "Enter", foot: "drop",
			in: []mode{inChips}, do: does(func(m *model) { m.panes.queryLine.DropPart(m.session) }),
		},
		{
			keys: []string{"esc", "down", "j", "F", "q"}, show: "Esc", foot: "back",
			in: []mode{inChips}, do: does(func(m *model) { m.modes.pop() }),
		},
		{
			keys: []string{"i", shiftF(4)}, show: "i shift+F4",
			does: "who is this: the actor in focus, the one filtered by, or the first of the event",
			in:   inPanes, when: func(m *model) bool { _, ok := m.focused(); return ok }, acts: true,
			do: does((*model).openFocused),
		},
		{
			keys: []string{"v", "f6"}, show: "v F6", does: "lanes: who meets whom, and when", foot: "lanes",
			in: []mode{inList, inDetail}, when: asks((*session.Session).HasEvent), acts: true, do: does((*model).openLanes),
		},
		{
			keys: []string{"x", "f8"}, show: "x F8", does: "hide or dim what does not match",
			in: inPanes, when: asks((*session.Session).Filtered), do: sees((*session.Session).ToggleDim),
		},
		{
			keys: []string{"p", "f9"}, show: "p F9", does: "pause the filter, and resume it",
			in: inPanes, when: asks((*session.Session).Filtered), do: sees((*session.Session).TogglePause),
		},
		{
			keys: []string{"u", "alt+backspace"}, show: "u alt+Backspace",
			does: "undo the last change of the view", foot: "undo",
			in: []mode{inList, inDetail, inChips}, when: func(m *model) bool { return m.session.CanUndo() },
			do: sees((*session.Session).Undo),
		},
		{
			keys: []string{"ctrl+r"}, show: "^r", does: "redo it",
			in: []mode{inList, inDetail, inChips}, do: sees((*session.Session).Redo),
		},
		{
			keys: []string{"esc", "left", "h"}, show: "Esc ← h",
			does: "one step out: from the link, the detail, the last part of the filter", foot: "back",
			in: []mode{inDetail}, do: does((*model).stepOut),
		},
		{
			keys: []string{"esc", "left", "h", "backspace"},
			in:   []mode{inList}, do: func(*model, string) tea.Cmd { return nil },
		},
	}.under(filtering)
}

// timingKeys go to another time.
func timingKeys() keymap {
	return keymap{
		{
			keys: []string{":", "f4"}, show: ": F4",
			does: "go to a date, as in 2025-09, 8 sep or 3 weeks later", foot: "date",
			in: inPanes, when: asks((*session.Session).HasEvent), do: does((*model).openDate),
		},
		{
			keys: []string{"d", "ctrl+down"}, show: "d ^↓", does: "down to the next day on which something happened",
			in: inPanes, do: does(by(calendar.Days, 1)),
		},
		{
			keys: []string{"D", "ctrl+up"}, show: "D ^↑", does: "up to the next such day",
			in: inPanes, do: does(by(calendar.Days, -1)),
		},
		{
			keys: []string{"}", "ctrl+right"}, show: "} ^→", does: "down to the next month",
			in: inPanes,
			do: does(by(calendar.Months, 1)),
		},
		{
			keys: []string{"{", "ctrl+left"}, show: "{ ^←", does: "up to the next month", in: inPanes,
			do: does(by(calendar.Months, -1)),
		},
		{
			keys: []string{")", "ctrl+pgdown"}, show: ") ^PgDn", does: "down to the next year",
			in: inPanes, do: does(by(calendar.Years, 1)),
		},
		{
			keys: []string{"(", "ctrl+pgup"}, show: "( ^PgUp", does: "up to the next year",
			in: inPanes, do: does(by(calendar.Years, -1)),
		},
		{
			keys: []string{"s", "f12"}, show: "s F12", does: "newest event first, or oldest first",
			in: inPanes, do: sees((*session.Session).ToggleNewest),
		},
		{
			keys: []string{"r", shiftF(7)}, show: "r shift+F7",
			does: "one line for each event, two, three, or as many as fit",
			in:   []mode{inList, inDetail}, when: asks((*session.Session).HasEvent),
			do: sees((*session.Session).CycleRows),
		},
		{
			keys: []string{"t", "f10"}, show: "t F10",
			does: "walk along the axis: ← → by column, ↑ ↓ zoom, Enter stays, Esc goes back",
			in:   inPanes, when: (*model).hasOverview,
			do: does(func(m *model) { m.panes.overview.Begin(m.session); m.modes.push(inOverview) }),
		},
		{
			keys: []string{"z"}, show: "z",
			does: "go into the island of the axis that the event is in, to see its days",
			in:   inPanes, when: (*model).hasOverview, do: moves((*model).magnify, 1),
		},
		{
			keys: []string{"Z"}, show: "Z", does: "go out of it again, to all of time in the end",
			in: inPanes, when: (*model).hasOverview, do: moves((*model).magnify, -1),
		},
		{
			keys: []string{"T"}, show: "T", does: "time to true scale, or with silence folded",
			in: append([]mode{inOverview}, inPanes...), when: (*model).hasOverview,
			do: sees((*session.Session).ToggleTrueScale),
		},
		{
			keys: []string{"right", "l"},
			in:   []mode{inOverview},
			do:   moves(func(m *model, n int) { m.panes.overview.Walk(m.session, m.layout().Strip().Dx(), n) }, 1),
		},
		{
			keys: []string{"left", "h"}, show: "←→", foot: "walk",
			in: []mode{inOverview},
			do: moves(func(m *model, n int) { m.panes.overview.Walk(m.session, m.layout().Strip().Dx(), n) }, -1),
		},
		{
			keys: []string{"up", "z", "+"}, show: "↑", foot: "zoom in",
			in: []mode{inOverview}, do: moves((*model).magnify, 1),
		},
		{
			keys: []string{"down", "Z", "-"}, show: "↓", foot: "zoom out",
			in: []mode{inOverview}, do: moves((*model).magnify, -1),
		},
		{keys: []string{"home", "g"}, in: []mode{inOverview}, do: steps((*session.Session).WalkEnd, -1)},
		{keys: []string{"end", "G"}, in: []mode{inOverview}, do: steps((*session.Session).WalkEnd, 1)},
		{
			keys: []string{"enter", "t", "f10"}, show: "Enter", foot: "stay here",
			in: []mode{inOverview}, do: does(func(m *model) { m.modes.home(); m.panes.overview.Stay(m.session) }),
		},
		{
			keys: []string{"esc", "q"}, show: "Esc", foot: "go back",
			in: []mode{inOverview}, do: does(func(m *model) { m.modes.home(); m.panes.overview.GoBack(m.session) }),
		},
		{keys: []string{"enter"}, show: "Enter", foot: "go", in: []mode{inDate}, do: does((*model).keepDate)},
		{keys: []string{"esc"}, show: "Esc", foot: "take back", in: []mode{inDate}, do: does((*model).leaveDate)},
	}.under(timing)
}
