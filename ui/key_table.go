package ui

import (
	"strconv"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/session"
)

// shiftF returns what bubbletea calls the nth function key with Shift: terminals send for it what a further key of
// older keyboards sent.
func shiftF(n int) string { return "f" + strconv.Itoa(n+12) }

// Where keys count that are not those of one mode.
var (
	inPanes    = []mode{inList, inDetail, inLanes}
	overlays   = []mode{inHelp, inProblems, inSaved}
	readable   = append([]mode{inActor, inChart, inAbout}, append(inPanes, overlays...)...)
	everywhere = append([]mode{inQueryLine, inWho, inDate, inOverview, inChips, inNaming}, readable...)
)

// laneKeys are the keys of the lanes.
func laneKeys() keymap {
	return keymap{
		{
			keys: []string{"enter"}, show: "Enter", does: "read the event", foot: "read",
			in: []mode{inLanes}, when: asks((*session.Session).HasEvent), acts: true, do: does((*model).read),
		},
		{
			keys: []string{"right", "l"}, show: "→ l", does: "next event of the lane", foot: "its next",
			in: []mode{inLanes}, do: moves(func(m *model, n int) { m.panes.lanes.Along(m.session, n) }, 1),
		},
		{
			keys: []string{"left", "h"}, show: "← h", does: "the one before",
			in: []mode{inLanes}, do: moves(func(m *model, n int) { m.panes.lanes.Along(m.session, n) }, -1),
		},
		{
			keys: []string{"tab"}, show: "Tab", does: "next event of all", foot: "next of all",
			in: []mode{inLanes}, do: moves(nextOfAll, 1),
		},
		{
			keys: []string{"shift+tab"}, show: "shift+Tab", does: "the one before",
			in: []mode{inLanes}, do: moves(nextOfAll, -1),
		},
		{
			keys: []string{"v", "f6"}, show: "v F6",
			does: "a column for each event, or columns to scale", foot: "scale",
			in: []mode{inLanes}, do: does((*model).openLanes),
		},
		{
			keys: []string{"esc", "backspace"}, show: "Esc", does: "back to the list, at the same event", foot: "list",
			in: []mode{inLanes}, do: does((*model).closeLanes),
		},
	}.under(comparing)
}

// pageKeys are the keys of an actor's page.
func pageKeys() keymap {
	return keymap{
		{
			keys: []string{"enter"}, show: "Enter",
			does: "only the actor in focus, else of the page; or go to the event in focus", foot: "only",
			in: []mode{inActor}, do: does((*model).actorFollow),
		},
		{
			keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9",
			does: "only the actor with this number", foot: "only that one",
			in: []mode{inActor}, do: func(m *model, key string) tea.Cmd { m.actorNumber(key); return nil },
		},
		{
			keys: []string{"tab"}, show: "Tab", does: "to the next name or event", foot: "next name",
			in: []mode{inActor}, do: moves(func(m *model, n int) { m.panes.actorPage.Next(n, m.layout().Side().Dy()) }, 1),
		},
		{
			keys: []string{"shift+tab"}, show: "shift+Tab", does: "to the one before",
			in: []mode{inActor}, do: moves(func(m *model, n int) { m.panes.actorPage.Next(n, m.layout().Side().Dy()) }, -1),
		},
		{
			keys: []string{"right", "l", "i", shiftF(4)}, show: "→ l i shift+F4",
			does: "the page of the actor in focus", foot: "who",
			in: []mode{inActor}, when: func(m *model) bool { _, ok := m.focused(); return ok },
			do: does((*model).openFocused),
		},
		{
			keys: []string{"esc", "left", "h", "backspace", "q"}, show: "Esc ← h",
			does: "back to where the page was opened", foot: "back",
			in: []mode{inActor},
			do: does(func(m *model) {
				if !m.panes.actorPage.Back() {
					m.modes.pop()
				}
			}),
		},
	}.under(knowing)
}

// movingKeys move through what has the keys.
func movingKeys() keymap {
	return keymap{
		{
			keys: []string{"up", "k", "ctrl+p"}, show: "↑ k ^p", does: "previous event, or a line up",
			in: readable, do: moves((*model).vertical, -1),
		},
		{
			keys: []string{"down", "j", "ctrl+n"}, show: "↓ j ^n", does: "next event, or a line down",
			in: readable, do: moves((*model).vertical, 1),
		},
		{
			keys: []string{"pgup", "b", "ctrl+b"}, show: "PgUp b ^b", does: "a page back",
			in: readable, do: moves((*model).pages, -2),
		},
		{
			keys: []string{"pgdown", " ", "ctrl+f"}, show: "PgDn space ^f", does: "a page on",
			in: readable, do: moves((*model).pages, 2),
		},
		{keys: []string{"ctrl+u"}, show: "^u", does: "half a page back", in: readable, do: moves((*model).pages, -1)},
		{keys: []string{"ctrl+d"}, show: "^d", does: "half a page on", in: readable, do: moves((*model).pages, 1)},
		{
			keys: []string{"home", "g"}, show: "g Home", does: "first event, or top",
			in: readable, do: moves((*model).end, -1),
		},
		{
			keys: []string{"end", "G"}, show: "G End", does: "last event, or bottom",
			in: readable, do: moves((*model).end, 1),
		},
		{
			keys: []string{"n"}, show: "n",
			does: "next match, when the others are dimmed or shown", foot: "next match",
			in: inPanes, when: asks((*session.Session).Mixed), do: steps((*session.Session).Match, 1),
		},
		{
			keys: []string{"N"}, show: "N", does: "previous match",
			in: inPanes, when: asks((*session.Session).Mixed), do: steps((*session.Session).Match, -1),
		},
		{
			keys: []string{"H", "alt+left"}, show: "H alt+←", does: "back to where the last jump came from",
			in: inPanes, do: sees((*session.Session).GoBack),
		},
		{
			keys: []string{"L", "alt+right"}, show: "L alt+→", does: "forward again",
			in: inPanes, do: sees((*session.Session).GoForward),
		},
	}.under(moving)
}

// readingKeys read an event and draw its figures.
func readingKeys() keymap {
	return keymap{
		{
			keys: []string{"enter", "right", "l"}, show: "Enter", foot: "list what goes on",
			in: []mode{inList}, when: asks((*session.Session).OnGoingOn), do: sees((*session.Session).OpenGoingOn),
		},
		{
			keys: []string{"enter", "right", "l"}, show: "Enter → l", does: "read the event", foot: "read",
			in: []mode{inList}, when: asks((*session.Session).HasEvent), acts: true, do: does((*model).read),
		},
		{
			keys: []string{"tab"}, show: "Tab", does: "to the detail, and from link to link in it",
			in: []mode{inList, inDetail}, when: asks((*session.Session).HasEvent), acts: true,
			do: moves((*model).nextLink, 1),
		},
		{
			keys: []string{"shift+tab"}, show: "shift+Tab", does: "the link before",
			in: []mode{inList, inDetail}, when: asks((*session.Session).HasEvent), acts: true,
			do: moves((*model).nextLink, -1),
		},
		{
			keys: []string{"enter", "right", "l"}, show: "Enter → l",
			does: "follow the link: filter by a name, open a source, go to an event", foot: "follow",
			in: []mode{inDetail}, when: func(m *model) bool { return m.panes.detail.OnLink() }, acts: true,
			do: func(m *model, _ string) tea.Cmd { return m.follow() },
		},
		{
			keys: []string{"c", shiftF(8)}, show: "c shift+F8",
			does: "draw a figure over time, where several events carry it",
			in:   inPanes, when: asks((*session.Session).HasChart), acts: true, do: does((*model).openChart),
		},
		{
			keys: []string{"enter", "right", "l"}, show: "Enter", foot: "go there",
			in: []mode{inChart}, do: func(m *model, _ string) tea.Cmd { return m.enterBar() },
		},
		{
			keys: []string{"tab"}, show: "Tab", foot: "next figure",
			in: []mode{inChart}, do: does(func(m *model) { m.panes.chart.Turn(m.session) }),
		},
		{
			keys: []string{"esc", "left", "h", "q", "c", shiftF(8)}, show: "Esc", foot: "close",
			in: []mode{inChart}, do: does(func(m *model) { m.modes.pop() }),
		},
		{
			keys: []string{"K", "shift+up"}, show: "K shift+↑", does: "the other pane a line up",
			in: inPanes, acts: true, do: moves((*model).otherPane, -1),
		},
		{
			keys: []string{"J", "shift+down"}, show: "J shift+↓", does: "the other pane a line down",
			in: inPanes, acts: true, do: moves((*model).otherPane, 1),
		},
		{
			keys: []string{"+", "=", "shift+right"}, show: "+ shift+→", does: "more room for the list",
			in: inPanes, when: func(m *model) bool { return !m.layout().Split.Empty() }, do: moves((*model).resize, 1),
		},
		{
			keys: []string{"-", "shift+left"}, show: "- shift+←", does: "more room for the detail",
			in: inPanes, when: func(m *model) bool { return !m.layout().Split.Empty() }, do: moves((*model).resize, -1),
		},
		{
			keys: []string{"o"}, show: "o", does: "open the source in the browser",
			in: inPanes, when: asks((*session.Session).HasEvent), acts: true,
			do: func(m *model, _ string) tea.Cmd { return m.openSource() },
		},
		{
			keys: []string{"y"}, show: "y", does: "copy the link in focus, or the event with its sources",
			in: inPanes, when: asks((*session.Session).HasEvent), acts: true,
			do: func(m *model, _ string) tea.Cmd { return m.copyEvent() },
		},
		{
			keys: []string{"e"}, show: "e", does: "open the editor at the event's own line",
			in: inPanes, when: asks((*session.Session).HasEvent), acts: true,
			do: func(m *model, _ string) tea.Cmd { return m.outside.edit(m.session, m.session.Event().Pos) },
		},
	}.under(reading)
}
