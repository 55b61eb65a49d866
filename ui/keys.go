package ui

import (
	"cmp"
	"slices"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/binding"
	"dateline/ui/session"
)

// groups are the headings of the help, in its order.
var groups = []string{
	"Move", "Time", "Read", "Filter", "In the box", "In the filter line", "Picking actors", "On the page of an event",
	"On an actor's page", "In the lanes", "Comparing two", "Marks and saved views", "Write or copy", "Program",
}

// An action is what a key does, a row of the table. The table of actions is the one place where keys are named:
// dispatch, footer, help and README all come from it.
type action struct {
	name  string            // it never changes; rows of one name do for several modes what the same keys are for
	keys  []string          // as bubbletea spells them
	show  string            // as help and README spell them
	does  string            // what it does; "" keeps it out of help
	foot  string            // its word in the footer; "" keeps it out
	offer func(*model) bool // whether the footer names it; nil is always
	group string            // one of groups
	in    []mode
	acts  bool              // on the selected event, which becomes the reader's place
	when  func(*model) bool // nil is always
	why   func(lack) string // why the keys do nothing where when does not hold
	do    func(*model, string) tea.Cmd

	// Of what reaches out of the screen.
	outside    string // why a reader elsewhere has no such key; "": it does nothing outside
	links      bool   // it may open a link, which it copies for a reader elsewhere
	servedDoes string // what it does for a reader elsewhere; "": the same
	servedFoot string // its word in the footer for a reader elsewhere; "": the same
}

// A keymap is a table of actions. Of those of one key, the first that counts is done.
type keymap []action

// counts reports whether the action's keys do something now.
func (a *action) counts(m *model) bool {
	for _, in := range a.in {
		if in == m.mode() {
			return a.when == nil || a.when(m)
		}
	}
	return false
}

// has reports whether a key is one of the mode, whether or not it does something now: so may a letter of any script be,
// if the reader has given it to an action.
func (t keymap) has(m *model, key string) bool {
	return slices.ContainsFunc(t, func(a action) bool {
		return slices.Contains(a.in, m.mode()) && slices.Contains(a.keys, key)
	})
}

// run finds the action of a key and does it. It reports whether the key means something now.
func (t keymap) run(m *model, key string) (tea.Cmd, bool) {
	for i := range t {
		a := &t[i]
		for _, k := range a.keys {
			if k == key && a.counts(m) {
				if a.acts {
					m.session.StayHere()
				}
				return a.do(m, key), true
			}
		}
	}
	return nil, false
}

// lacking returns what is missing for a key to do something, "" where it is none that could.
func (t keymap) lacking(m *model, key string) string {
	if why := (lack{m}).elsewhere(key); why != "" {
		return binding.Spelled(key) + " does nothing here: " + why
	}
	for i := range t {
		a := &t[i]
		if a.why != nil && slices.Contains(a.in, m.mode()) && slices.Contains(a.keys, key) {
			return binding.Spelled(key) + " does nothing here: " + a.why(lack{m})
		}
	}
	return ""
}

// lackingOf returns what is missing for the keys of an action to do something, as lacking does.
func (t keymap) lackingOf(m *model, name string) string {
	for i := range t {
		if a := &t[i]; a.name == name && slices.Contains(a.in, m.mode()) {
			return t.lacking(m, a.keys[0])
		}
	}
	return ""
}

// refusal returns what is said of a key that does nothing now, and lacks nothing.
func (t keymap) refusal(m *model, key string) string {
	own := slices.ContainsFunc(t, func(a action) bool { return slices.Contains(a.keys, key) })
	if r, size := utf8.DecodeRuneInString(key); r >= utf8.RuneSelf && size == len(key) && !own {
		return t.elsewhere(m, r)
	}
	if does := t.doesBelow(m, key); m.mode() == inBox && m.panes.box.Keys() && does != "" {
		return binding.Spelled(key) + ": " + does
	}
	if now := t.movedTo(m, key); now != "" {
		return now
	}
	cure := cmp.Or(t.hint(m, "help", "lists the keys", false), "; Esc goes back")
	return binding.Spelled(key) + " does nothing here" + cure
}

// leaves reports whether a key is one to leave the program by, for ever or for a while.
func (t keymap) leaves(key string) bool {
	return slices.ContainsFunc(t, func(a action) bool {
		return (a.name == "quit" || a.name == "quit-now" || a.name == "suspend") && slices.Contains(a.keys, key)
	})
}

// doesBelow returns what a key does where the box was opened, else anywhere; "" for one that does nothing.
func (t keymap) doesBelow(m *model, key string) (does string) {
	for i := range t {
		a := &t[i]
		if a.does == "" || !slices.Contains(a.keys, key) {
			continue
		}
		if slices.Contains(a.in, m.modes.below()) {
			return a.does
		}
		does = cmp.Or(does, a.does)
	}
	return does
}

// outOf returns the rows that lead out of modes: Esc, which the footer names, ← and q.
func outOf(foot, words string, do func(*model), in ...mode) keymap {
	show := "Esc"
	if words != "" {
		show = "Esc ← h"
	}
	return keymap{
		{name: "out", keys: []string{"esc", "backspace"}, show: show, does: words, foot: foot, in: in, do: does(do)},
		{name: "left", keys: []string{"left", "h"}, in: in, do: does(do)},
		{name: "quit", keys: []string{"q"}, in: in, do: does(do)},
	}
}

// does makes an action of a method without key or command.
func does(f func(*model)) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m); return nil }
}

// answers makes an action of a method with a command.
func answers(f func(*model) tea.Cmd) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { return f(m) }
}

// tells makes an action that says why there is none.
func tells(words string) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { m.session.SetNotice(words); return nil }
}

// moves makes an action that moves by n.
func moves(f func(*model, int), n int) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m, n); return nil }
}

// asks makes a condition of one of the session.
func asks(f func(*session.Session) bool) func(*model) bool {
	return func(m *model) bool { return f(m.session) }
}

// sees makes an action of a method of the session.
func sees(f func(*session.Session)) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m.session); return nil }
}

// steps makes an action of a method of the session that moves by n.
func steps(f func(*session.Session, int), n int) func(*model, string) tea.Cmd {
	return func(m *model, _ string) tea.Cmd { f(m.session, n); return nil }
}

// actions returns the table of keys. If two actions share a key, the first that counts is done.
func actions() keymap {
	return slices.Concat(laneKeys(), pageKeys(), movingKeys(), readingKeys(), reads{}.keys(), filteringKeys(),
		timingKeys(), comparing{}.table(), whoKeys(), keymap{}.box(), keymap{}.line(), savedKeys(), puts{}.keys(),
		programKeys())
}

// under puts a part of the table under a heading of the help.
func (t keymap) under(g string) keymap {
	for i := range t {
		t[i].group = g
	}
	return t
}
