package ui

import (
	tea "github.com/charmbracelet/bubbletea"
)

// A mode says what has the reader's keys.
type mode int

const (
	inList mode = iota
	inDetail
	inPrompt
	inPanel
	inHelp
	inProblems
)

// A group is a heading of the help.
type group string

const (
	moving    group = "Move"
	reading   group = "Read"
	filtering group = "Filter"
	choosing  group = "In the actor panel"
	leaving   group = "Program"
)

var groups = []group{moving, reading, filtering, choosing, leaving}

// An action is what a key does. The table of actions is the one place where keys are named: dispatch, footer, help and
// README all come from it.
type action struct {
	keys  []string // as bubbletea spells them
	show  string   // as help and README spell them
	does  string   // what it does; "" keeps it out of help
	foot  string   // its word in the footer; "" keeps it out
	group group
	in    []mode
	when  func(*model) bool // nil is always
	do    func(*model, string) tea.Cmd
}

// counts says whether the action's keys do something now.
func (a *action) counts(m *model) bool {
	for _, in := range a.in {
		if in == m.mode {
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

// actions is the table of keys. Where two actions share a key, the first that counts is done.
func actions() []action {
	list, panes := []mode{inList}, []mode{inList, inDetail}
	all := []mode{inList, inDetail, inHelp, inProblems}
	overlays := []mode{inHelp, inProblems}
	typing := []mode{inPanel}
	return []action{
		{keys: []string{"up", "k", "ctrl+p"}, show: "↑ k ^p", does: "previous event, or a line up", group: moving, in: all, do: moves((*model).vertical, -1)},
		{keys: []string{"down", "j", "ctrl+n"}, show: "↓ j ^n", does: "next event, or a line down", group: moving, in: all, do: moves((*model).vertical, 1)},
		{keys: []string{"pgup", "b", "ctrl+b"}, show: "PgUp b ^b", does: "a page back", group: moving, in: all, do: moves((*model).pages, -2)},
		{keys: []string{"pgdown", " ", "ctrl+f"}, show: "PgDn space ^f", does: "a page on", group: moving, in: all, do: moves((*model).pages, 2)},
		{keys: []string{"ctrl+u"}, show: "^u", does: "half a page back", group: moving, in: all, do: moves((*model).pages, -1)},
		{keys: []string{"ctrl+d"}, show: "^d", does: "half a page on", group: moving, in: all, do: moves((*model).pages, 1)},
		{keys: []string{"home", "g"}, show: "g Home", does: "first event, or top", group: moving, in: all, do: moves((*model).end, -1)},
		{keys: []string{"end", "G"}, show: "G End", does: "last event, or bottom", group: moving, in: all, do: moves((*model).end, 1)},
		{keys: []string{"d"}, show: "d", does: "next day on which something happened", group: moving, in: panes, do: moves((*model).day, 1)},
		{keys: []string{"D"}, show: "D", does: "the day before", group: moving, in: panes, do: moves((*model).day, -1)},
		{keys: []string{"n"}, show: "n", does: "next match, when the others are dimmed or shown", foot: "next match", group: moving, in: panes, when: (*model).mixed, do: moves((*model).match, 1)},
		{keys: []string{"N"}, show: "N", does: "previous match", group: moving, in: panes, when: (*model).mixed, do: moves((*model).match, -1)},
		{keys: []string{"H", "alt+left"}, show: "H alt+←", does: "back to where the last jump came from", group: moving, in: panes, do: does((*model).goBack)},
		{keys: []string{"L", "alt+right"}, show: "L alt+→", does: "forward again", group: moving, in: panes, do: does((*model).goForward)},

		{keys: []string{"enter", "right", "l"}, show: "Enter → l", does: "read the event", foot: "read", group: reading, in: list, when: (*model).hasEvent, do: does((*model).read)},
		{keys: []string{"tab"}, show: "Tab", does: "to the detail, and from link to link in it", group: reading, in: panes, when: (*model).hasEvent, do: moves((*model).nextLink, 1)},
		{keys: []string{"shift+tab"}, show: "shift+Tab", does: "the link before", group: reading, in: panes, when: (*model).hasEvent, do: moves((*model).nextLink, -1)},
		{keys: []string{"enter", "right", "l"}, show: "Enter → l", does: "follow the link: filter by a name, open a source, go to an event", foot: "follow", group: reading, in: []mode{inDetail}, when: (*model).onLink, do: func(m *model, _ string) tea.Cmd { return m.follow() }},
		{keys: []string{"K", "shift+up"}, show: "K shift+↑", does: "the other pane a line up", group: reading, in: panes, do: moves((*model).otherPane, -1)},
		{keys: []string{"J", "shift+down"}, show: "J shift+↓", does: "the other pane a line down", group: reading, in: panes, do: moves((*model).otherPane, 1)},
		{keys: []string{"o"}, show: "o", does: "open the source in the browser", group: reading, in: panes, when: (*model).hasEvent, do: func(m *model, _ string) tea.Cmd { return m.openSource() }},
		{keys: []string{"y"}, show: "y", does: "copy the link in focus, or the event with its sources", group: reading, in: panes, when: (*model).hasEvent, do: func(m *model, _ string) tea.Cmd { return m.copyEvent() }},
		{keys: []string{"e", "v"}, show: "e v", does: "open the editor at the event's own line", group: reading, in: panes, when: (*model).hasEvent, do: func(m *model, _ string) tea.Cmd { return m.editEvent() }},

		{keys: []string{"a", "f2"}, show: "a F2", does: "choose an actor", foot: "actors", group: filtering, in: panes, when: (*model).hasActors, do: does((*model).openPanel)},
		{keys: []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}, show: "1–9", does: "only the actor with this number in the detail; again: everybody", foot: "only this actor", group: filtering, in: panes, when: (*model).hasEvent, do: func(m *model, key string) tea.Cmd { m.onlyNumber(int(key[0] - '1')); return nil }},
		{keys: []string{"/", "f", "&", "f3"}, show: "/ f & F3", does: "type a filter", foot: "filter", group: filtering, in: panes, do: does((*model).openPrompt)},
		{keys: []string{"x", "f8"}, show: "x F8", does: "hide or dim what does not match", group: filtering, in: panes, when: (*model).filtered, do: does((*model).toggleDim)},
		{keys: []string{"p", "f9"}, show: "p F9", does: "pause the filter, and resume it", group: filtering, in: panes, when: (*model).filtered, do: does((*model).togglePause)},
		{keys: []string{"u"}, show: "u", does: "undo the last change of the view", foot: "undo", group: filtering, in: panes, when: func(m *model) bool { return len(m.past.done) > 0 }, do: does((*model).undo)},
		{keys: []string{"ctrl+r"}, show: "^r", does: "redo it", group: filtering, in: panes, do: does((*model).redo)},
		{keys: []string{"esc", "left", "h"}, show: "Esc ← h", does: "one step out: from the link, the detail, the last part of the filter", foot: "back", group: filtering, in: []mode{inDetail}, do: does((*model).stepOut)},
		{keys: []string{"esc", "backspace"}, show: "Esc", foot: "drop filter", group: filtering, in: list, when: (*model).filtered, do: does((*model).stepOut)},
		{keys: []string{"esc", "left", "h", "backspace"}, group: filtering, in: list, do: func(*model, string) tea.Cmd { return nil }},

		{keys: []string{"enter"}, show: "Enter", does: "only this actor", foot: "only", group: choosing, in: typing, do: does((*model).panelOnly)},
		{keys: []string{"+", " "}, show: "+ space", does: "add the actor to those wanted; again: take it out", foot: "add", group: choosing, in: typing, do: does((*model).panelAdd)},
		{keys: []string{"-"}, show: "-", does: "exclude the actor; again: let it in", foot: "exclude", group: choosing, in: typing, do: does((*model).panelExclude)},
		{keys: []string{"up", "ctrl+p"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n) }, -1)},
		{keys: []string{"down", "ctrl+n"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n) }, 1)},
		{keys: []string{"pgup"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n * m.panelPage()) }, -1)},
		{keys: []string{"pgdown"}, group: choosing, in: typing, do: moves(func(m *model, n int) { m.panel.move(n * m.panelPage()) }, 1)},
		{keys: []string{"esc"}, show: "Esc", does: "close the panel", foot: "close", group: choosing, in: typing, do: does((*model).closePanel)},

		{keys: []string{"enter"}, show: "Enter", foot: "keep", group: filtering, in: []mode{inPrompt}, do: does((*model).keepPrompt)},
		{keys: []string{"esc"}, show: "Esc", foot: "take back", group: filtering, in: []mode{inPrompt}, do: does((*model).leavePrompt)},

		{keys: []string{"e", "v", "enter"}, show: "Enter", foot: "edit", group: leaving, in: []mode{inProblems}, do: func(m *model, _ string) tea.Cmd { return m.editProblem() }},
		{keys: []string{"?", "f1"}, show: "? F1", does: "this list of keys", foot: "keys", group: leaving, in: panes, do: does(func(m *model) { m.help.top = 0; m.mode = inHelp })},
		{keys: []string{"!", "f7"}, show: "! F7", does: "what is wrong with the record", foot: "problems", group: leaving, in: panes, when: func(m *model) bool { return len(m.problems) > 0 }, do: does(func(m *model) { m.mode = inProblems })},
		{keys: []string{"esc", "left", "h", "q", "?", "f1", "!", "f7"}, show: "Esc", foot: "close", group: leaving, in: overlays, do: does(func(m *model) { m.mode = inList })},
		{keys: []string{"R", "f5"}, show: "R F5", does: "read the record again", group: leaving, in: panes, do: func(m *model, _ string) tea.Cmd { return m.load() }},
		{keys: []string{"ctrl+l"}, show: "^l", does: "draw the screen again", group: leaving, in: all, do: func(*model, string) tea.Cmd { return tea.ClearScreen }},
		{keys: []string{"ctrl+z"}, show: "^z", does: "suspend; fg comes back", group: leaving, in: []mode{inList, inDetail, inPrompt, inPanel, inHelp, inProblems}, do: func(*model, string) tea.Cmd { return tea.Suspend }},
		{keys: []string{"q", "Q"}, show: "q ^c", does: "quit", foot: "quit", group: leaving, in: panes, do: func(*model, string) tea.Cmd { return tea.Quit }},
		{keys: []string{"ctrl+c"}, group: leaving, in: []mode{inList, inDetail, inPrompt, inPanel, inHelp, inProblems}, do: func(*model, string) tea.Cmd { return tea.Quit }},
	}
}
