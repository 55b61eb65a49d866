package ui

import (
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
)

// A group is a heading of the help.
type group string

const (
	moving    group = "Move"
	timing    group = "Time"
	reading   group = "Read"
	filtering group = "Filter"
	asking    group = "In the filter line"
	choosing  group = "In the actor panel"
	keeping   group = "Marks and saved views"
	knowing   group = "On an actor's page"
	comparing group = "In the lanes"
	leaving   group = "Program"
)

var groups = []group{moving, timing, reading, filtering, asking, choosing, knowing, comparing, keeping, leaving}

// An action is what a key does. The table of actions is the one place where keys are named: dispatch, footer, help and
// README all come from it.
type action struct {
	keys   []string // as bubbletea spells them
	show   string   // as help and README spell them
	does   string   // what it does; "" keeps it out of help
	foot   string   // its word in the footer; "" keeps it out
	always bool     // in the footer even where others have to give way
	group  group
	in     []mode
	when   func(*model) bool // nil is always
	do     func(*model, string) tea.Cmd
}

// helpGroups are what the help lists of a table of actions.
func helpGroups(table []action) []helpGroup {
	var list []helpGroup
	for _, group := range groups {
		g := helpGroup{title: string(group)}
		for _, a := range table {
			if a.group == group && a.does != "" {
				g.keys = append(g.keys, helpKey{a.show, a.does})
			}
		}
		list = append(list, g)
	}
	return list
}

// counts says whether the action's keys do something now.
func (a *action) counts(m *model) bool {
	for _, in := range a.in {
		if in == m.mode() {
			return a.when == nil || a.when(m)
		}
	}
	return false
}

// run finds the action of a key and does it; false where the key means nothing now.
func (m *model) run(key string) (tea.Cmd, bool) {
	for i := range m.actions {
		a := &m.actions[i]
		for _, k := range a.keys {
			if k == key && a.counts(m) {
				return a.do(m, key), true
			}
		}
	}
	return nil, false
}

// does makes an action of a method without key or command.
func does(f func(*model)) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m); return nil }
}

// moves makes an action that moves by n.
func moves(f func(*model, int), n int) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m, n); return nil }
}

// asks makes a condition of one of the session.
func asks(f func(*session) bool) func(*model) bool {
	return func(m *model) bool { return f(m.session) }
}

// sees makes an action of a method of the session.
func sees(f func(*session)) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m.session); return nil }
}

// steps makes an action of a method of the session that moves by n.
func steps(f func(*session, int), n int) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m.session, n); return nil }
}

// actions is the table of keys. Where two actions share a key, the first that counts is done.
func actions() []action {
	list, panes := []mode{inList}, []mode{inList, inDetail, inLanes}
	lanes, person := []mode{inLanes}, []mode{inActor}
	all := []mode{inList, inDetail, inActor, inLanes, inHelp, inProblems, inChart, inKept}
	everywhere := append([]mode{inPrompt, inPanel, inDate, inOverview, inChips, inNaming}, all...)
	overlays := []mode{inHelp, inProblems, inKept}
	typing, walking := []mode{inPanel}, []mode{inOverview}
	line, chips, kept := []mode{inPrompt}, []mode{inChips}, []mode{inKept}
	return []action{
		{keys: []string{"enter"}, show: "Enter", does: "read the event", foot: "read", group: comparing, in: lanes, when: asks((*session).hasEvent), do: does((*model).read)},
		{keys: []string{"right", "l"}, show: "→ l", does: "next event of the lane", foot: "its next", group: comparing, in: lanes, do: moves(func(m *model, n int) { m.lanes.along(m.session, n) }, 1)},
		{keys: []string{"left", "h"}, show: "← h", does: "the one before", group: comparing, in: lanes, do: moves(func(m *model, n int) { m.lanes.along(m.session, n) }, -1)},
		{keys: []string{"tab"}, show: "Tab", does: "next event of all", foot: "next of all", group: comparing, in: lanes, do: does(func(m *model) { m.choose(m.cursor + 1) })},
		{keys: []string{"shift+tab"}, show: "shift+Tab", does: "the one before", group: comparing, in: lanes, do: does(func(m *model) { m.choose(m.cursor - 1) })},
		{keys: []string{"v", "f6"}, show: "v F6", does: "a column for each event, or columns to scale", foot: "scale", group: comparing, in: lanes, do: does((*model).openLanes)},
		{keys: []string{"esc", "backspace"}, show: "Esc", does: "back to the list, at the same event", foot: "list", group: comparing, in: lanes, do: does((*model).closeLanes)},
		{keys: []string{"enter"}, show: "Enter", does: "only the actor in focus, else of the page; or go to the event in focus", foot: "only", group: knowing, in: person, do: does((*model).actorFollow)},
		{keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9", does: "only the actor with this number", foot: "only that one", group: knowing, in: person, do: func(m *model, key string) tea.Cmd { m.actorNumber(int(key[0] - '1')); return nil }},
		{keys: []string{"tab"}, show: "Tab", does: "to the next name or event", foot: "next name", group: knowing, in: person, do: moves((*model).actorLink, 1)},
		{keys: []string{"shift+tab"}, show: "shift+Tab", does: "to the one before", group: knowing, in: person, do: moves((*model).actorLink, -1)},
		{keys: []string{"right", "l", "i", "f16"}, show: "→ l i shift+F4", does: "the page of the actor in focus", foot: "who", group: knowing, in: person, when: (*model).hasFocused, do: does((*model).openFocused)},
		{keys: []string{"esc", "left", "h", "backspace", "q"}, show: "Esc ← h", does: "back to where the page was opened", foot: "back", group: knowing, in: person, do: does((*model).closeActor)},

		{keys: []string{"up", "k", "ctrl+p"}, show: "↑ k ^p", does: "previous event, or a line up", group: moving, in: all, do: moves((*model).vertical, -1)},
		{keys: []string{"down", "j", "ctrl+n"}, show: "↓ j ^n", does: "next event, or a line down", group: moving, in: all, do: moves((*model).vertical, 1)},
		{keys: []string{"pgup", "b", "ctrl+b"}, show: "PgUp b ^b", does: "a page back", group: moving, in: all, do: moves((*model).pages, -2)},
		{keys: []string{"pgdown", " ", "ctrl+f"}, show: "PgDn space ^f", does: "a page on", group: moving, in: all, do: moves((*model).pages, 2)},
		{keys: []string{"ctrl+u"}, show: "^u", does: "half a page back", group: moving, in: all, do: moves((*model).pages, -1)},
		{keys: []string{"ctrl+d"}, show: "^d", does: "half a page on", group: moving, in: all, do: moves((*model).pages, 1)},
		{keys: []string{"home", "g"}, show: "g Home", does: "first event, or top", group: moving, in: all, do: moves((*model).end, -1)},
		{keys: []string{"end", "G"}, show: "G End", does: "last event, or bottom", group: moving, in: all, do: moves((*model).end, 1)},
		{keys: []string{"n"}, show: "n", does: "next match, when the others are dimmed or shown", foot: "next match", group: moving, in: panes, when: asks((*session).mixed), do: steps((*session).match, 1)},
		{keys: []string{"N"}, show: "N", does: "previous match", group: moving, in: panes, when: asks((*session).mixed), do: steps((*session).match, -1)},
		{keys: []string{"H", "alt+left"}, show: "H alt+←", does: "back to where the last jump came from", group: moving, in: panes, do: sees((*session).goBack)},
		{keys: []string{"L", "alt+right"}, show: "L alt+→", does: "forward again", group: moving, in: panes, do: sees((*session).goForward)},

		{keys: []string{"enter", "right", "l"}, show: "Enter → l", does: "read the event", foot: "read", group: reading, in: list, when: asks((*session).hasEvent), do: does((*model).read)},
		{keys: []string{"tab"}, show: "Tab", does: "to the detail, and from link to link in it", group: reading, in: []mode{inList, inDetail}, when: asks((*session).hasEvent), do: moves((*model).nextLink, 1)},
		{keys: []string{"shift+tab"}, show: "shift+Tab", does: "the link before", group: reading, in: []mode{inList, inDetail}, when: asks((*session).hasEvent), do: moves((*model).nextLink, -1)},
		{keys: []string{"enter", "right", "l"}, show: "Enter → l", does: "follow the link: filter by a name, open a source, go to an event", foot: "follow", group: reading, in: []mode{inDetail}, when: (*model).onLink, do: func(m *model, _ string) tea.Cmd { return m.follow() }},
		{keys: []string{"c", "f20"}, show: "c shift+F8", does: "draw a figure over time, where several events carry it", group: reading, in: panes, when: asks((*session).chartable), do: does((*model).openChart)},
		{keys: []string{"enter", "right", "l"}, show: "Enter", foot: "go there", group: reading, in: []mode{inChart}, do: func(m *model, _ string) tea.Cmd { return m.enterBar() }},
		{keys: []string{"tab"}, show: "Tab", foot: "next figure", group: reading, in: []mode{inChart}, do: does((*model).turnChart)},
		{keys: []string{"esc", "left", "h", "q", "c", "f20"}, show: "Esc", foot: "close", group: reading, in: []mode{inChart}, do: does((*model).closeChart)},
		{keys: []string{"K", "shift+up"}, show: "K shift+↑", does: "the other pane a line up", group: reading, in: panes, do: moves((*model).otherPane, -1)},
		{keys: []string{"J", "shift+down"}, show: "J shift+↓", does: "the other pane a line down", group: reading, in: panes, do: moves((*model).otherPane, 1)},
		{keys: []string{"+", "=", "shift+right"}, show: "+ shift+→", does: "more room for the list", group: reading, in: panes, when: (*model).split, do: moves((*model).resize, 1)},
		{keys: []string{"-", "shift+left"}, show: "- shift+←", does: "more room for the detail", group: reading, in: panes, when: (*model).split, do: moves((*model).resize, -1)},
		{keys: []string{"o"}, show: "o", does: "open the source in the browser", group: reading, in: panes, when: asks((*session).hasEvent), do: func(m *model, _ string) tea.Cmd { return m.openSource() }},
		{keys: []string{"y"}, show: "y", does: "copy the link in focus, or the event with its sources", group: reading, in: panes, when: asks((*session).hasEvent), do: func(m *model, _ string) tea.Cmd { return m.copyEvent() }},
		{keys: []string{"e"}, show: "e", does: "open the editor at the event's own line", group: reading, in: panes, when: asks((*session).hasEvent), do: func(m *model, _ string) tea.Cmd { return m.editEvent() }},

		{keys: []string{"a", "f2"}, show: "a F2", does: "choose an actor", foot: "actors", group: filtering, in: panes, when: asks((*session).hasActors), do: does((*model).openPanel)},
		{keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9", does: "only the actor with this number in the detail; again: everybody", group: filtering, in: panes, when: asks((*session).hasEvent), do: func(m *model, key string) tea.Cmd { m.onlyNumber(int(key[0] - '1')); return nil }},
		{keys: []string{"A", "f14"}, show: "A shift+F2", does: "only the first actor of the event; again: everybody", foot: "only this actor", group: filtering, in: panes, when: asks((*session).hasEvent), do: sees((*session).onlyActor)},
		{keys: []string{"/", "f", "&", "f3"}, show: "/ f & F3", does: "type a filter", foot: "filter", group: filtering, in: panes, do: does((*model).openPrompt)},
		{keys: []string{"esc", "backspace"}, show: "Esc", foot: "drop filter", group: filtering, in: list, when: asks((*session).filtered), do: does((*model).stepOut)},
		{keys: []string{"F", "alt+up"}, show: "F alt+↑", does: "choose a part of the filter, to drop it", foot: "parts", group: filtering, in: panes, when: asks((*session).hasChips), do: does((*model).openChips)},
		{keys: []string{"left", "h", "shift+tab"}, show: "←→", foot: "choose", group: filtering, in: chips, do: moves(func(m *model, n int) { m.queryLine.moveChip(m.session, n) }, -1)},
		{keys: []string{"right", "l", "tab"}, group: filtering, in: chips, do: moves(func(m *model, n int) { m.queryLine.moveChip(m.session, n) }, 1)},
		{keys: []string{"home", "g"}, group: filtering, in: chips, do: moves(func(m *model, n int) { m.queryLine.moveChip(m.session, n) }, -1<<30)},
		{keys: []string{"end", "G"}, group: filtering, in: chips, do: moves(func(m *model, n int) { m.queryLine.moveChip(m.session, n) }, 1<<30)},
		{keys: []string{"enter", "backspace", "delete", "x"}, show: "Enter", foot: "drop", group: filtering, in: chips, do: does(func(m *model) { m.setQuery(m.query.Without(m.queryLine.chip)) })},
		{keys: []string{"esc", "down", "j", "F", "q"}, show: "Esc", foot: "back", group: filtering, in: chips, do: does(func(m *model) { m.modes.pop() })},
		{keys: []string{"i", "f16"}, show: "i shift+F4", does: "who is this: the actor in focus, the one filtered by, or the first of the event", group: filtering, in: panes, when: (*model).hasFocused, do: does((*model).openFocused)},
		{keys: []string{"v", "f6"}, show: "v F6", does: "lanes: who meets whom, and when", foot: "lanes", group: filtering, in: []mode{inList, inDetail}, when: asks((*session).hasEvent), do: does((*model).openLanes)},
		{keys: []string{"x", "f8"}, show: "x F8", does: "hide or dim what does not match", group: filtering, in: panes, when: asks((*session).filtered), do: sees((*session).toggleDim)},
		{keys: []string{"p", "f9"}, show: "p F9", does: "pause the filter, and resume it", group: filtering, in: panes, when: asks((*session).filtered), do: sees((*session).togglePause)},
		{keys: []string{"u", "alt+backspace"}, show: "u alt+Backspace", does: "undo the last change of the view", foot: "undo", group: filtering, in: []mode{inList, inDetail, inChips}, when: func(m *model) bool { return len(m.past.done) > 0 }, do: sees((*session).undo)},
		{keys: []string{"ctrl+r"}, show: "^r", does: "redo it", group: filtering, in: []mode{inList, inDetail, inChips}, do: sees((*session).redo)},
		{keys: []string{"esc", "left", "h"}, show: "Esc ← h", does: "one step out: from the link, the detail, the last part of the filter", foot: "back", group: filtering, in: []mode{inDetail}, do: does((*model).stepOut)},
		{keys: []string{"esc", "left", "h", "backspace"}, group: filtering, in: list, do: func(*model, string) tea.Cmd { return nil }},

		{keys: []string{":", "f4"}, show: ": F4", does: "go to a date, as in 2025-09, 8 sep or 3 weeks later", foot: "date", group: timing, in: panes, when: asks((*session).hasEvent), do: does((*model).openDate)},
		{keys: []string{"d", "ctrl+down"}, show: "d ^↓", does: "down to the next day on which something happened", group: timing, in: panes, do: does(by(timeline.Days, 1))},
		{keys: []string{"D", "ctrl+up"}, show: "D ^↑", does: "up to the next such day", group: timing, in: panes, do: does(by(timeline.Days, -1))},
		{keys: []string{"}", "ctrl+right"}, show: "} ^→", does: "down to the next month", group: timing, in: panes, do: does(by(timeline.Months, 1))},
		{keys: []string{"{", "ctrl+left"}, show: "{ ^←", does: "up to the next month", group: timing, in: panes, do: does(by(timeline.Months, -1))},
		{keys: []string{")", "ctrl+pgdown"}, show: ") ^PgDn", does: "down to the next year", group: timing, in: panes, do: does(by(timeline.Years, 1))},
		{keys: []string{"(", "ctrl+pgup"}, show: "( ^PgUp", does: "up to the next year", group: timing, in: panes, do: does(by(timeline.Years, -1))},
		{keys: []string{"s", "f12"}, show: "s F12", does: "newest event first, or oldest first", group: timing, in: panes, do: sees((*session).toggleNewest)},
		{keys: []string{"t", "f10"}, show: "t F10", does: "walk along the overview: ← → by column, ↑ ↓ zoom, Enter stays, Esc goes back", group: timing, in: panes, when: (*model).hasOverview, do: does((*model).openWalk)},
		{keys: []string{"z"}, show: "z", does: "zoom the overview in: decades, years, quarters, months, weeks, days", group: timing, in: panes, when: (*model).hasOverview, do: does((*model).zoomIn)},
		{keys: []string{"Z"}, show: "Z", does: "zoom it out, to all of time in the end", group: timing, in: panes, when: (*model).hasOverview, do: does((*model).zoomOut)},
		{keys: []string{"right", "l"}, group: timing, in: walking, do: moves((*model).walk, 1)},
		{keys: []string{"left", "h"}, show: "←→", foot: "walk", group: timing, in: walking, do: moves((*model).walk, -1)},
		{keys: []string{"up", "z", "+"}, show: "↑", foot: "zoom in", group: timing, in: walking, do: does((*model).zoomIn)},
		{keys: []string{"down", "Z", "-"}, show: "↓", foot: "zoom out", group: timing, in: walking, do: does((*model).zoomOut)},
		{keys: []string{"home", "g"}, group: timing, in: walking, do: moves((*model).walkEnd, -1)},
		{keys: []string{"end", "G"}, group: timing, in: walking, do: moves((*model).walkEnd, 1)},
		{keys: []string{"enter", "t", "f10"}, show: "Enter", foot: "stay here", group: timing, in: walking, do: does((*model).keepWalk)},
		{keys: []string{"esc", "q"}, show: "Esc", foot: "go back", group: timing, in: walking, do: does((*model).leaveWalk)},
		{keys: []string{"enter"}, group: timing, in: []mode{inDate}, do: does((*model).keepDate)},
		{keys: []string{"esc"}, group: timing, in: []mode{inDate}, do: does((*model).leaveDate)},

		{keys: []string{"enter"}, show: "Enter", does: "only this actor", foot: "only", group: choosing, in: typing, do: does((*model).panelOnly)},
		{keys: []string{"+", " "}, show: "+ space", does: "add the actor to those wanted; again: take it out", foot: "add", group: choosing, in: typing, do: does(func(m *model) { m.panel.add(m.session) })},
		{keys: []string{"-"}, show: "-", does: "exclude the actor; again: let it in", foot: "exclude", group: choosing, in: typing, do: does(func(m *model) { m.panel.exclude(m.session) })},
		{keys: []string{"tab"}, show: "Tab", does: "any or all of the actors wanted", foot: "any/all", group: choosing, in: typing, do: does(func(m *model) { m.panel.turnAll(m.session) })},
		{keys: []string{"f16"}, show: "→ shift+F4", does: "who this is; so does Enter on the one filtered by", foot: "who", group: choosing, in: typing, do: does((*model).panelWho)},
		{keys: []string{"right"}, group: choosing, in: typing, when: func(m *model) bool { return m.panel.line.atEnd() }, do: does((*model).panelWho)},
		{keys: []string{"up", "ctrl+p"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n) }, -1)},
		{keys: []string{"down", "ctrl+n"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n) }, 1)},
		{keys: []string{"pgup"}, group: choosing, in: typing, do: moves((*model).panelPages, -1)},
		{keys: []string{"pgdown"}, group: choosing, in: typing, do: moves((*model).panelPages, 1)},
		{keys: []string{"esc"}, show: "Esc", does: "close the panel", foot: "close", group: choosing, in: typing, do: does((*model).closePanel)},

		{keys: []string{"tab"}, show: "Tab", does: "complete the key, name or value; on a blank: list the keys", foot: "complete", group: asking, in: line, do: does(func(m *model) { m.queryLine.complete(m.session) })},
		{keys: []string{"down", "ctrl+n"}, show: "↓ ^n", does: "choose from the list, or go to a later filter", foot: "choose", group: asking, in: line, when: func(m *model) bool { return m.queryLine.offered.isOpen() }, do: moves(func(m *model, n int) { m.queryLine.offered.choose(n) }, 1)},
		{keys: []string{"up", "ctrl+p", "shift+tab"}, group: asking, in: line, when: func(m *model) bool { return m.queryLine.offered.isChosen() }, do: moves(func(m *model, n int) { m.queryLine.offered.choose(n) }, -1)},
		{keys: []string{"up", "ctrl+p"}, show: "↑ ^p", does: "choose from the list, or go to an earlier filter", foot: "earlier", group: asking, in: line, do: moves(func(m *model, n int) { m.queryLine.earlier(m.session, n) }, -1)},
		{keys: []string{"down", "ctrl+n"}, group: asking, in: line, do: moves(func(m *model, n int) { m.queryLine.earlier(m.session, n) }, 1)},
		{keys: []string{"enter"}, show: "Enter", foot: "take", group: asking, in: line, when: func(m *model) bool { return m.queryLine.offered.isChosen() }, do: does(func(m *model) { m.queryLine.complete(m.session) })},
		{keys: []string{"enter"}, show: "Enter", does: "take what is chosen, or keep the filter", foot: "keep", group: asking, in: line, do: does((*model).keepPrompt)},
		{keys: []string{"esc"}, show: "Esc", foot: "close list", group: asking, in: line, when: func(m *model) bool { return m.queryLine.offered.isOpen() }, do: does(func(m *model) { m.queryLine.offered.shut() })},
		{keys: []string{"esc"}, show: "Esc", does: "close the list, or take back what was typed", foot: "take back", group: asking, in: line, do: does((*model).leavePrompt)},

		{keys: []string{"m", "insert"}, show: "m Insert", does: "mark the event, or take its mark off", foot: "mark", group: keeping, in: panes, when: asks((*session).hasEvent), do: func(m *model, _ string) tea.Cmd { return command(m.toggleMark()) }},
		{keys: []string{"'", "f17"}, show: "' shift+F5", does: "list the marks and the saved views", foot: "marks", group: keeping, in: panes, do: does((*model).openKept)},
		{keys: []string{"enter", "right", "l"}, show: "Enter", does: "go to the event, or show the view", foot: "go", group: keeping, in: kept, when: (*model).hasKept, do: does((*model).followKept)},
		{keys: []string{"s", "insert"}, show: "s Insert", does: "in that list: save the filter as a view", foot: "save this filter", group: keeping, in: kept, when: asks((*session).canSave), do: does((*model).nameView)},
		{keys: []string{"delete", "backspace", "x"}, show: "Del", does: "forget the mark or the view", foot: "forget", group: keeping, in: kept, when: (*model).hasKept, do: func(m *model, _ string) tea.Cmd { return m.dropKept() }},
		{keys: []string{"enter"}, show: "Enter", foot: "save", group: keeping, in: []mode{inNaming}, do: func(m *model, _ string) tea.Cmd { return m.saveView() }},
		{keys: []string{"esc"}, show: "Esc", foot: "back", group: keeping, in: []mode{inNaming}, do: does(func(m *model) { m.modes.pop() })},
		{keys: []string{"Y", "f15"}, show: "Y shift+F3", does: "copy this view as a command line", group: keeping, in: panes, do: func(m *model, _ string) tea.Cmd { return m.copyCommand() }},

		{keys: []string{"e", "enter"}, show: "Enter", foot: "edit", group: leaving, in: []mode{inProblems}, do: func(m *model, _ string) tea.Cmd { return m.editProblem() }},
		{keys: []string{"?", "f1"}, show: "? F1", does: "this list of keys", foot: "keys", always: true, group: leaving, in: panes, do: does((*model).openHelp)},
		{keys: []string{"!", "f7"}, show: "! F7", does: "what is wrong with the record", foot: "problems", group: leaving, in: panes, when: func(m *model) bool { return len(m.problems) > 0 }, do: does((*model).openProblems)},
		{keys: []string{"esc", "left", "h", "q", "?", "f1", "!", "f7", "'", "f17"}, show: "Esc", foot: "close", group: leaving, in: overlays, do: does((*model).closeOverlay)},
		{keys: []string{"R", "f5"}, show: "R F5", does: "read the record again", group: leaving, in: panes, do: func(m *model, _ string) tea.Cmd { return m.reload() }},
		{keys: []string{"w", "f18"}, show: "w shift+F6", does: "next event that is new or changed", foot: "news", group: leaving, in: panes, when: asks((*session).hasNews), do: sees((*session).nextNews)},
		{keys: []string{"M", "f11"}, show: "M F11", does: "capture the mouse: click, drag the border; again: leave it to the terminal", group: leaving, in: all, do: func(m *model, _ string) tea.Cmd { return m.toggleMouse() }},
		{keys: []string{"ctrl+l"}, show: "^l", does: "draw the screen again", group: leaving, in: all, do: func(*model, string) tea.Cmd { return tea.ClearScreen }},
		{keys: []string{"ctrl+z"}, show: "^z", does: "suspend; fg comes back", group: leaving, in: everywhere, do: func(m *model, _ string) tea.Cmd { return m.suspend() }},
		{keys: []string{"q", "Q"}, show: "q ^c", does: "quit", foot: "quit", group: leaving, in: panes, do: func(*model, string) tea.Cmd { return tea.Quit }},
		{keys: []string{"ctrl+c", "alt+ctrl+c"}, group: leaving, in: everywhere, do: func(*model, string) tea.Cmd { return tea.Quit }},
	}
}
