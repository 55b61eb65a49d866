package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/calendar"
	"dateline/ui/session"
)

// filteringKeys change the filter.
func filteringKeys() keymap {
	dims := func(m *model) bool { return m.session.Filtered() && m.session.View().Dim && !m.session.View().Paused }
	table := keymap{
		{
			name: "actors", keys: []string{"a", "f2"}, show: "a F2",
			does: "pick actors, by name; on wide screens in the rail", foot: "who",
			in: inPanes, why: lack.nobody, do: does((*model).openWho),
			when: func(m *model) bool { return m.session.HasActors() || !m.layout().Rail.Empty() },
		},
		{
			name: "number", keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9",
			does: "only the actor with this number in the detail; again: everybody",
			in:   inPanes, when: asks((*session.Session).HasEvent), why: lack.event, acts: true, do: eventNumber,
		},
		{
			name: "first-actor", keys: []string{"A", shiftF(2)}, show: "A shift+F2",
			does: "only the first actor of the event; again: everybody",
			in:   inPanes, when: asks((*session.Session).HasEvent), why: lack.event, acts: true,
			do: sees((*session.Session).OnlyActor),
		},
		{
			name: "filter", keys: []string{"/", "f", "&", "f3"}, show: "/ f & F3", does: "type a filter", foot: "filter",
			in: inPanes, do: does((*model).openQueryLine),
		},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc", foot: "drop filter",
			in: []mode{inList}, when: asks((*session.Session).Filtered), do: does((*model).stepOut),
		},
		{
			name: "parts", keys: []string{"F", "alt+up"}, show: "F alt+↑",
			does: "choose a part of the filter, to drop it", foot: "parts",
			in: inPanes, when: asks((*session.Session).HasParts), why: lack.part, do: does((*model).openChips),
		},
		{
			name: "widen", keys: []string{"*"}, show: "*",
			does: "beside the actor of that very name, all whose names begin so",
			in:   inPanes, when: asks((*session.Session).CanWiden), why: lack.others, do: sees((*session.Session).Widen),
		},
		{
			name: "who", keys: []string{"i", shiftF(4)}, show: "i shift+F4",
			does: "who is this: the actor in focus, the one filtered by, or the first of the event",
			in:   inPanes, when: inFocus, why: lack.name, acts: true, do: does((*model).openFocused),
		},
		{
			name: "lanes", keys: []string{"v", "f6"}, show: "v F6", does: "lanes: who meets whom, and when", foot: "lanes",
			in: []mode{inList, inDetail, inReading}, when: asks((*session.Session).HasEvent), why: lack.event, acts: true,
			do: does((*model).openLanes),
		},
		{
			name: "dim", keys: []string{"x", "f8"}, show: "x F8", foot: "hide",
			in: inPanes, when: dims, why: lack.filter,
			do: reads{}.changes((*session.Session).ToggleDim),
		},
		{
			name: "dim", keys: []string{"x", "f8"}, show: "x F8",
			does: "hide or dim what does not match", foot: "dim",
			in: inPanes, when: asks((*session.Session).Filtered), why: lack.filter,
			do: reads{}.changes((*session.Session).ToggleDim),
		},
		{
			name: "pause", keys: []string{"p", "f9"}, show: "p F9", does: "pause the filter, and resume it", foot: "pause",
			in: inPanes, when: asks((*session.Session).Filtered), why: lack.filter,
			do: reads{}.changes((*session.Session).TogglePause),
		},
		{
			name: "undo", keys: []string{"u", "alt+backspace"}, show: "u alt+Backspace",
			does: "undo the last change of the view", foot: "undo",
			in:   append([]mode{inChips, inCompare}, inPanes...),
			when: asks((*session.Session).CanUndo), why: because("nothing is left to undo"),
			do: reads{}.returns((*session.Session).Undo),
		},
		{
			name: "redo", keys: []string{"ctrl+r"}, show: "^r", does: "redo it",
			in: append([]mode{inChips, inCompare}, inPanes...), do: reads{}.returns((*session.Session).Redo),
		},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc ← h",
			does: "one step out: from the link, the detail, the last part of the filter", foot: "back",
			in: []mode{inDetail}, do: does((*model).stepOut),
		},
		{name: "left", keys: []string{"left", "h"}, in: []mode{inDetail}, do: does((*model).stepOut)},
		{name: "quit", keys: []string{"q"}, in: []mode{inDetail}, do: does(func(m *model) { m.modes.home() })},
		{name: "out", keys: []string{"esc", "backspace"}, in: []mode{inList}, do: does((*model).openBox)},
		{name: "left", keys: []string{"left"}, in: []mode{inList}, do: does((*model).openBox)},
		{
			name: "left", keys: []string{"h"},
			in: []mode{inList}, do: tells("← goes out of what is open, and drops no filter; Esc does"),
		},
	}
	return append(append(table, partKeys()...), keysFromALine()...).under("Filter")
}

// keysFromALine are the keys that open something from where a line is typed into, which they end.
func keysFromALine() keymap {
	afterLine := func(open func(*model)) func(*model, string) tea.Cmd {
		return does(func(m *model) {
			from := m.mode()
			switch {
			case from == inQueryLine:
				m.keepQueryLine()
			case m.panes.who.HasChosen():
				m.keepWho()
			default:
				m.panes.who.Cancel(m.session)
				m.modes.events()
			}
			if m.mode() != from { // a line that cannot be read stays
				open(m)
			}
		})
	}
	hasActors := asks((*session.Session).HasActors)
	return keymap{
		{
			name: "actors", keys: []string{"f2"}, in: []mode{inQueryLine}, when: hasActors,
			why: lack.nobody, do: afterLine((*model).openWho),
		},
		{
			name: "actors", keys: []string{"f2"}, in: []mode{inWho},
			do: tells("actors are being picked; Enter shows them"),
		},
		{name: "filter", keys: []string{"f3"}, in: []mode{inWho}, do: afterLine((*model).openQueryLine)},
		{
			name: "filter", keys: []string{"f3"}, in: []mode{inQueryLine},
			do: tells("the filter is being typed; Enter keeps it"),
		},
		{name: "box", keys: []string{"f4"}, in: []mode{inWho, inQueryLine}, do: afterLine((*model).openBox)},
	}
}

// partKeys choose a part of the filter.
func partKeys() keymap {
	move := func(m *model, n int) { m.panes.queryLine.MovePart(m.session, n) }
	in := []mode{inChips}
	return keymap{
		{name: "left", keys: []string{"left", "h"}, show: "←→", foot: "choose", in: in, do: moves(move, -1)},
		{name: "previous", keys: []string{"shift+tab"}, in: in, do: moves(move, -1)},
		{name: "right", keys: []string{"right", "l"}, in: in, do: moves(move, 1)},
		{name: "next", keys: []string{"tab"}, in: in, do: moves(move, 1)},
		{name: "first", keys: []string{"home", "g"}, in: in, do: moves(move, -1<<30)},
		{name: "last", keys: []string{"end", "G"}, in: in, do: moves(move, 1<<30)},
		{
			name: "drop", keys: []string{"enter", "delete"}, show: "Enter", foot: "drop",
			in: in, do: does(func(m *model) { m.panes.queryLine.DropPart(m.session) }),
		},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc", foot: "back",
			in: in, do: does((*model).close),
		},
		{name: "down", keys: []string{"down", "j", "ctrl+n"}, in: in, do: does((*model).close)},
		{name: "parts", keys: []string{"F"}, in: in, do: does((*model).close)},
		{name: "quit", keys: []string{"q"}, in: in, do: does((*model).close)},
	}
}

// timingKeys go to another time.
func timingKeys() keymap {
	table := keymap{
		{
			name: "day-on", keys: []string{"d", "ctrl+down"}, show: "d ^↓",
			does: "down to the next day on which something happened",
			in:   inPanes, do: does(by(calendar.Days, 1)),
		},
		{
			name: "day-back", keys: []string{"D", "ctrl+up"}, show: "D ^↑", does: "up to the next such day",
			in: inPanes, do: does(by(calendar.Days, -1)),
		},
		{
			name: "month-on", keys: []string{"}", "ctrl+right"}, show: "} ^→", does: "down to the next month",
			in: inSplit,
			do: does(by(calendar.Months, 1)),
		},
		{
			name: "month-back", keys: []string{"{", "ctrl+left"}, show: "{ ^←", does: "up to the next month", in: inSplit,
			do: does(by(calendar.Months, -1)),
		},
		{
			name: "year-on", keys: []string{")", "ctrl+pgdown"}, show: ") ^PgDn", does: "down to the next year",
			in: inSplit, do: does(by(calendar.Years, 1)),
		},
		{
			name: "year-back", keys: []string{"(", "ctrl+pgup"}, show: "( ^PgUp", does: "up to the next year",
			in: inSplit, do: does(by(calendar.Years, -1)),
		},
		{
			name: "newest", keys: []string{"s", "f12"}, show: "s F12",
			does: "newest event first, or oldest first", foot: "turn around",
			in: append([]mode{inCompare}, inSplit...), do: sees((*session.Session).ToggleNewest),
		},
		{
			name: "rows", keys: []string{"r", shiftF(7)}, show: "r shift+F7",
			does: "one line for each event, two, three, or as many as fit", foot: "lines",
			in: []mode{inList, inDetail}, when: asks((*session.Session).HasEvent), why: lack.event,
			do: sees((*session.Session).CycleRows),
		},
		{
			name: "walk", keys: []string{"t", "f10"}, show: "t F10",
			does: "walk along the axis: ← → by column, ↑ ↓ zoom, Enter stays, Esc goes back", foot: "axis",
			in: inSplit, when: hasOverview, why: lack.axis,
			do: does(func(m *model) { m.panes.overview.Begin(m.session); m.modes.push(inOverview) }),
		},
		{
			name: "zoom-in", keys: []string{"z"}, show: "z",
			does: "go into the island of the axis that the event is in, to see its days",
			in:   inSplit, when: hasOverview, why: lack.axis, do: moves(magnify, 1),
		},
		{
			name: "zoom-out", keys: []string{"Z"}, show: "Z", does: "go out of it again, to all of time in the end",
			in: inSplit, when: hasOverview, why: lack.axis, do: moves(magnify, -1),
		},
		{
			name: "scale", keys: []string{"T"}, show: "T", does: "time to true scale, or with silence folded",
			in: append([]mode{inOverview}, inSplit...), when: hasOverview, why: lack.axis,
			do: sees((*session.Session).ToggleTrueScale),
		},
	}
	return append(table, walkKeys()...).under("Time")
}

// walkKeys walk along the overview.
func walkKeys() keymap {
	walk := func(m *model, n int) { m.panes.overview.Walk(m.session, m.layout().Strip().Dx(), n) }
	leave := does(func(m *model) { m.modes.home(); m.panes.overview.GoBack(m.session) })
	stay := does(func(m *model) { m.modes.home(); m.panes.overview.Stay(m.session) })
	in, zoomIn, zoomOut := []mode{inOverview}, moves(magnify, 1), moves(magnify, -1)
	return keymap{
		{name: "right", keys: []string{"right", "l"}, in: in, do: moves(walk, 1)},
		{name: "left", keys: []string{"left", "h"}, show: "←→", foot: "walk", in: in, do: moves(walk, -1)},
		{name: "up", keys: []string{"up", "k", "ctrl+p"}, show: "↑↓", foot: "zoom", in: in, do: zoomIn},
		{name: "zoom-in", keys: []string{"z"}, in: in, do: zoomIn},
		{name: "more", keys: []string{"+"}, in: in, do: zoomIn},
		{name: "down", keys: []string{"down", "j", "ctrl+n"}, in: in, do: zoomOut},
		{name: "zoom-out", keys: []string{"Z"}, in: in, do: zoomOut},
		{name: "less", keys: []string{"-"}, in: in, do: zoomOut},
		{name: "first", keys: []string{"home", "g"}, in: in, do: steps((*session.Session).WalkEnd, -1)},
		{name: "last", keys: []string{"end", "G"}, in: in, do: steps((*session.Session).WalkEnd, 1)},
		{name: "stay", keys: []string{"enter"}, show: "Enter", foot: "stay here", in: in, do: stay},
		{name: "walk", keys: []string{"t", "f10"}, in: in, do: stay},
		{name: "out", keys: []string{"esc", "backspace"}, show: "Esc", foot: "go back", in: in, do: leave},
		{name: "quit", keys: []string{"q"}, in: in, do: leave},
	}
}
