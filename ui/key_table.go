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
	inSplit  = []mode{inList, inDetail, inLanes}
	inPanes  = append([]mode{inReading}, inSplit...)
	readable = append([]mode{inActor, inChart, inAbout, inProblems, inSaved, inCompare, inWrite}, inPanes...)
	helpFrom = append([]mode{inActor, inChart, inAbout, inProblems, inSaved, inCompare, inWrite, inOverview, inChips},
		inPanes...)
	carets     = []mode{inQueryLine, inWho, inBox, inNaming, inFile} // where every key that writes is text
	everywhere = append(append([]mode{inOverview, inChips}, carets...), readable...)
)

// laneKeys are the keys of the lanes.
func laneKeys() keymap {
	nextOfAll := func(m *model, n int) {
		if m.session.Cursor()+n >= 0 || m.session.GoingOn().Len() == 0 { // the lanes do not have what goes on
			m.step(n)
		}
	}
	return keymap{
		{
			name: "read", keys: []string{"enter"}, show: "Enter", does: "read the event", foot: "read",
			in: []mode{inLanes}, when: asks((*session.Session).HasEvent), why: lack.event, acts: true, do: does((*model).read),
		},
		{
			name: "right", keys: []string{"right", "l"}, show: "→ l", does: "next event of the lane", foot: "its next",
			in: []mode{inLanes}, do: moves(func(m *model, n int) { m.panes.lanes.Along(m.session, n) }, 1),
		},
		{
			name: "left", keys: []string{"left", "h"}, show: "← h", does: "the one before",
			in: []mode{inLanes}, do: moves(func(m *model, n int) { m.panes.lanes.Along(m.session, n) }, -1),
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", does: "next event of all", foot: "next of all",
			in: []mode{inLanes}, do: moves(nextOfAll, 1),
		},
		{
			name: "previous", keys: []string{"shift+tab"}, show: "shift+Tab", does: "the one before",
			in: []mode{inLanes}, do: moves(nextOfAll, -1),
		},
		{
			name: "lanes", keys: []string{"v", "f6"}, show: "v F6",
			does: "columns by event, or by day", foot: "by day",
			in: []mode{inLanes}, why: because("the columns are days"), do: does((*model).openLanes),
			when: func(m *model) bool { return !m.panes.lanes.ByDay() },
		},
		{
			name: "lanes", keys: []string{"v", "f6"}, show: "v F6", foot: "by event",
			in: []mode{inLanes}, why: because("the columns are events"), do: does((*model).openLanes),
			when: func(m *model) bool { return m.panes.lanes.ByDay() },
		},
		{
			name: "rows", keys: []string{"r", shiftF(7)}, show: "r shift+F7",
			does: "lanes by side, or by count", foot: "by count",
			in: []mode{inLanes}, when: func(m *model) bool { return !m.session.View().ByCount },
			why: because("lanes stand by count"),
			do:  sees((*session.Session).ToggleByCount),
		},
		{
			name: "rows", keys: []string{"r", shiftF(7)}, show: "r shift+F7", foot: "by side",
			in: []mode{inLanes}, do: sees((*session.Session).ToggleByCount),
		},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc",
			does: "back to the list, at the same event", foot: "list",
			in: []mode{inLanes}, do: does((*model).closeLanes),
		},
		{
			name: "quit", keys: []string{"q"},
			in: []mode{inLanes}, do: does(func(m *model) { m.modes.rebase(inList) }),
		},
	}.under("In the lanes")
}

// pageKeys are the keys of an actor's page.
func pageKeys() keymap {
	return append(keymap{
		{
			name: "only", keys: []string{"enter"}, show: "Enter",
			does: "only the actor in focus, else of the page; or go to the event in focus", foot: "its events",
			in: []mode{inActor}, do: answers((*model).actorFollow), links: true,
		},
		{
			name: "number", keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9",
			does: "only the actor with this number",
			in:   []mode{inActor}, do: func(m *model, key string) tea.Cmd { m.actorNumber(key); return nil },
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", does: "to the next name or event", foot: "next name",
			in: []mode{inActor}, do: moves(func(m *model, n int) { m.panes.actorPage.Next(n, m.layout().Side().Dy()) }, 1),
		},
		{
			name: "previous", keys: []string{"shift+tab"}, show: "shift+Tab", does: "to the one before",
			in: []mode{inActor}, do: moves(func(m *model, n int) { m.panes.actorPage.Next(n, m.layout().Side().Dy()) }, -1),
		},
		{
			name: "who", keys: []string{"i", shiftF(4)}, show: "i → l shift+F4",
			does: "the page of the actor in focus", foot: "who",
			in: []mode{inActor}, when: inFocus, why: lack.name, do: does((*model).openFocused),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inActor}, when: inFocus, why: lack.name, do: does((*model).openFocused),
		},
	}, outOf("back", "back to where the page was opened", func(m *model) {
		if !m.panes.actorPage.Back() {
			m.modes.pop()
		}
	}, inActor)...).under("On an actor's page")
}

// movingKeys move through what has the keys.
func movingKeys() keymap {
	return keymap{
		{
			name: "up", keys: []string{"up", "k", "ctrl+p"}, show: "↑ k ^p", does: "previous event, or a line up",
			in: readable, do: moves((*model).vertical, -1),
		},
		{
			name: "down", keys: []string{"down", "j", "ctrl+n"}, show: "↓ j ^n", does: "next event, or a line down",
			in: readable, do: moves((*model).vertical, 1),
		},
		{
			name: "page-back", keys: []string{"pgup", "b", "ctrl+b"}, show: "PgUp b ^b", does: "a page back",
			in: readable, do: moves((*model).pages, -2),
		},
		{
			name: "page-on", keys: []string{"pgdown", " ", "ctrl+f"}, show: "PgDn space ^f", does: "a page on",
			in: readable, do: moves((*model).pages, 2),
		},
		{
			name: "half-back", keys: []string{"ctrl+u"}, show: "^u", does: "half a page back",
			in: readable, do: moves((*model).pages, -1),
		},
		{
			name: "half-on", keys: []string{"ctrl+d"}, show: "^d", does: "half a page on",
			in: readable, do: moves((*model).pages, 1),
		},
		{
			name: "first", keys: []string{"home", "g"}, show: "g Home", does: "first event, or top",
			in: readable, do: moves((*model).end, -1),
		},
		{
			name: "last", keys: []string{"end", "G"}, show: "G End", does: "last event, or bottom",
			in: readable, do: moves((*model).end, 1),
		},
		{
			name: "match", keys: []string{"n"}, show: "n",
			does: "next match, when the others are dimmed or shown", foot: "next match",
			in: inPanes, when: asks((*session.Session).Mixed), why: lack.match, do: steps((*session.Session).Match, 1),
		},
		{
			name: "match-before", keys: []string{"N"}, show: "N", does: "previous match",
			in: inPanes, when: asks((*session.Session).Mixed), why: lack.match, do: steps((*session.Session).Match, -1),
		},
		{
			name: "back", keys: []string{"H", "alt+left"}, show: "H alt+←", does: "back to where the last jump came from",
			in: append([]mode{inCompare}, inPanes...), do: reads{}.returns((*session.Session).GoBack),
		},
		{
			name: "forward", keys: []string{"L", "alt+right"}, show: "L alt+→", does: "forward again",
			in: append([]mode{inCompare}, inPanes...), do: reads{}.returns((*session.Session).GoForward),
		},
	}.under("Move")
}

// readingKeys read an event and draw its figures.
func readingKeys() keymap {
	const kept = "the record is kept elsewhere, and cannot be edited from here"
	hasEvent := asks((*session.Session).HasEvent)
	onLink := func(m *model) bool { return m.panes.detail.OnLink() }
	offLink := func(m *model) bool { return m.panes.detail.HasLinks() && !onLink(m) }
	goingOn := asks((*session.Session).OnGoingOn)
	onEvent := func(m *model) bool { return hasEvent(m) && !goingOn(m) }
	divided := func(m *model) bool { return !m.layout().Split.Empty() }
	cited := func(m *model) bool { return m.session.HasEvent() && len(m.session.Event().Cited()) > 0 }
	table := keymap{
		{
			name: "going-on", keys: []string{"enter"}, show: "Enter", foot: "list what goes on",
			in: []mode{inList}, when: goingOn, why: lack.event, do: sees((*session.Session).OpenGoingOn),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inList}, when: goingOn, why: lack.event, do: sees((*session.Session).OpenGoingOn),
		},
		{
			name: "read", keys: []string{"enter"}, show: "Enter", foot: "read",
			does: "read the event, on the whole screen where it is long",
			in:   []mode{inList}, when: onEvent, why: lack.event, acts: true, do: does((*model).read),
		},
		{
			name: "right", keys: []string{"right", "l"}, show: "→ l",
			does: "into the detail; from there on to the whole screen, where the detail cannot hold the event",
			in:   []mode{inList}, when: onEvent, why: lack.event, acts: true, do: does(func(m *model) { reads{m}.detail() }),
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", does: "to the detail, and from link to link in it",
			in: []mode{inList}, when: hasEvent, why: lack.event, acts: true, do: moves((*model).nextLink, 1),
		},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", foot: "links",
			in: []mode{inDetail}, offer: func(m *model) bool { return m.panes.detail.HasLinks() },
			acts: true, do: moves((*model).nextLink, 1),
		},
		{
			name: "previous", keys: []string{"shift+tab"}, show: "shift+Tab", does: "the link before",
			in: []mode{inList, inDetail}, when: hasEvent, why: lack.event, acts: true, do: moves((*model).nextLink, -1),
		},
		{
			name: "follow", keys: []string{"enter"}, show: "Enter → l",
			does: "follow the link: filter by a name, open a source, go to an event", foot: "follow",
			in: []mode{inDetail}, when: onLink, why: lack.anyLink, acts: true, do: answers((*model).follow),
			links: true, servedDoes: "follow the link: filter by a name, copy the address of a source, go to an event",
		},
		{
			name: "follow", keys: []string{"enter"}, show: "Enter",
			does: "with no link in focus: to the first; from there ↑ ↓ go from link to link", foot: "first link",
			in: []mode{inDetail}, when: offLink, why: lack.anyLink, acts: true, do: does((*model).firstLink),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inDetail}, when: offLink, why: lack.anyLink, acts: true, do: does(func(m *model) { reads{m}.inward() }),
		},
		{
			name: "right", keys: []string{"right", "l"},
			in: []mode{inDetail}, when: onLink, why: lack.anyLink, acts: true, do: answers((*model).follow),
			links: true,
		},
		{
			name: "chart", keys: []string{"c", shiftF(8)}, show: "c shift+F8",
			does: "draw a figure over time, where several events carry it",
			in:   inPanes, when: asks((*session.Session).HasChart), why: lack.chart, acts: true, do: does((*model).openChart),
		},
		{
			name: "go", keys: []string{"enter"}, show: "Enter", foot: "go there",
			in: []mode{inChart}, do: answers((*model).enterBar),
		},
		{name: "right", keys: []string{"right", "l"}, in: []mode{inChart}, do: answers((*model).enterBar)},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", foot: "next figure",
			in: []mode{inChart}, do: does(func(m *model) { m.panes.chart.Turn(m.session) }),
		},
		{name: "chart", keys: []string{"c", shiftF(8)}, in: []mode{inChart}, do: does((*model).close)},
		{
			name: "other-up", keys: []string{"K", "shift+up"}, show: "K shift+↑", does: "the other pane a line up",
			in: inSplit, acts: true, do: moves((*model).otherPane, -1),
		},
		{
			name: "other-down", keys: []string{"J", "shift+down"}, show: "J shift+↓", does: "the other pane a line down",
			in: inSplit, acts: true, do: moves((*model).otherPane, 1),
		},
		{
			name: "more", keys: []string{"+", "shift+right"}, show: "+ shift+→", does: "more room for the list",
			in: inSplit, when: divided, why: lack.border, do: moves((*model).resize, 1),
		},
		{
			name: "less", keys: []string{"-", "shift+left"}, show: "- shift+←", does: "more room for the detail",
			in: inSplit, when: divided, why: lack.border, do: moves((*model).resize, -1),
		},
		{
			name: "source", keys: []string{"o"}, show: "o", foot: "source",
			does: "open the source in the browser, or the address that a text or key has",
			in:   inPanes, when: func(m *model) bool { return cited(m) && m.session.HasAddress() },
			why: lack.source, acts: true, do: answers((*model).openSource), links: true, servedFoot: "copy link",
			servedDoes: "copy the address of the source, or the one that a text or key has",
		},
		{
			name: "source", keys: []string{"o"}, show: "o", foot: "link",
			in: inPanes, when: func(m *model) bool { return !cited(m) && m.session.HasAddress() },
			why: lack.source, acts: true, do: answers((*model).openSource), links: true, servedFoot: "copy link",
		},
		{
			name: "cite", keys: []string{"y"}, show: "y", foot: "cite", offer: cited,
			does: "copy the link in focus, or the event with its sources",
			in:   inPanes, when: hasEvent, why: lack.event, acts: true, do: answers((*model).copyEvent),
		},
		{
			name: "edit", keys: []string{"e"}, show: "e", does: "open the editor at the event's own line",
			in: inPanes, when: hasEvent, why: lack.event, acts: true, outside: kept,
			do: func(m *model, _ string) tea.Cmd { return m.outside.edit(m.session, m.session.Event().Pos) },
		},
	}
	return append(table, outOf("close", "", (*model).close, inChart)...).under("Read")
}
