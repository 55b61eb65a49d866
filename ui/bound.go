package ui

import (
	"slices"
	"strings"

	"dateline/ui/binding"
)

// The reader's own keys: the table of keys with the keys that actions are given.

// Keys returns the table of keys, as far as actions can be given others.
func Keys() binding.Table { return actions().table() }

// table returns the table as package binding knows it.
func (t keymap) table() binding.Table {
	table := binding.Table{Carets: set(carets), Groups: groups}
	for i := range t {
		a := &t[i]
		table.Rows = append(table.Rows, binding.Row{
			Name: a.name, Keys: a.keys, In: set(a.in), Group: a.group, Shown: a.show, Does: a.does,
		})
	}
	return table
}

// set returns some modes as a set.
func set(modes []mode) (all binding.Modes) {
	for _, one := range modes {
		all |= 1 << one
	}
	return all
}

// with returns the table in which actions have the keys that they are given. Rows without keys are left out.
func (t keymap) with(given []binding.Given) keymap {
	if len(given) == 0 {
		return t
	}
	rows := t.table().With(given)
	var bound keymap
	for i := range t {
		if len(rows[i].Keys) == 0 {
			continue
		}
		a := t[i]
		a.keys, a.show = rows[i].Keys, t.shown(i, rows)
		bound = append(bound, a)
	}
	return bound
}

// shown returns how row i shows its keys when all rows have those of rows. What it shows of other rows, as ← beside
// Esc, follows them.
func (t keymap) shown(i int, rows []binding.Row) string {
	var words []string
	add := func(word string) {
		if !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	changes := func(n int) bool { return !slices.Equal(t[n].keys, rows[n].Keys) }
	for _, word := range strings.Fields(t[i].show) {
		of := t.rowShown(i, word)
		if of < 0 || !changes(of) {
			add(word)
			continue
		}
		lost := !slices.ContainsFunc(rows[of].Keys, func(key string) bool { return binding.Shown(key) == word })
		for _, key := range rows[of].Keys { // those in its place, which stand before what is left
			isNew := !slices.Contains(t[of].keys, key)
			if alike := binding.Writes(key) == (len([]rune(word)) == 1); isNew && alike && lost {
				add(binding.Shown(key))
			}
		}
		if !lost {
			add(word)
		}
	}
	for _, key := range rows[i].Keys { // of a kind that the row did not have
		if !slices.Contains(t[i].keys, key) && t[i].show != "" {
			add(binding.Shown(key))
		}
	}
	return strings.Join(words, " ")
}

// rowShown returns the row whose key a word of what row i shows is: its own, or one that counts at the same place; −1
// where it is none's.
func (t keymap) rowShown(i int, word string) int {
	is := func(key string) bool { return binding.Shown(key) == word }
	if slices.ContainsFunc(t[i].keys, is) {
		return i
	}
	return slices.IndexFunc(t, func(a action) bool {
		return set(a.in)&set(t[i].in) != 0 && slices.ContainsFunc(a.keys, is)
	})
}

// names returns what the first key of each action is called.
func (t keymap) names() map[string]string {
	called := make(map[string]string)
	for i := range t {
		if _, ok := called[t[i].name]; !ok {
			called[t[i].name] = binding.Shown(t[i].keys[0])
		}
	}
	return called
}

// hint says which key does an action, where one does; on another keyboard one that writes nothing, if there is one.
func (t keymap) hint(m *model, name, does string, otherKeyboard bool) string {
	for i := range t {
		a := &t[i]
		if a.name != name || !slices.Contains(a.in, m.mode()) {
			continue
		}
		n := slices.IndexFunc(a.keys, func(key string) bool { return !otherKeyboard || !binding.Writes(key) })
		return "; " + binding.Shown(a.keys[max(n, 0)]) + " " + does
	}
	return ""
}

// movedTo says which key the reader has given to the action that a key would do without that; "" where there is none.
func (t keymap) movedTo(m *model, key string) string {
	if a := t.moved(m, key); a != nil {
		return binding.Spelled(key) + " does nothing here; " + a.now()
	}
	return ""
}

// now says which key an action has now.
func (a *action) now() string { return "`" + a.name + "` is " + binding.Spelled(a.keys[0]) + " now" }

// moved returns the action that a key would do without the keys that the reader has given; nil where there is none.
func (t keymap) moved(m *model, key string) *action {
	if len(m.opts.Keys) == 0 {
		return nil
	}
	for _, was := range actions() {
		if !slices.Contains(was.in, m.mode()) || !slices.Contains(was.keys, key) {
			continue
		}
		for i := range t {
			if a := &t[i]; a.name == was.name && slices.Contains(a.in, m.mode()) {
				return a
			}
		}
	}
	return nil
}
