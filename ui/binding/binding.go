// Package binding gives the actions of a table of keys the keys that a reader wants them to have.
//
//	table := binding.Table{Rows: rows, Carets: carets}
//	good, faults := table.Check([]binding.Given{{Name: "lanes", Keys: []string{"L"}}})
//	rows = table.With(good) // lanes is on L and no more on v; F6 stays
//
// A letter or sign that is given takes the place of the letters and signs of its action, any other key that of its
// other keys. It is taken from whatever had it before, as long as that has another key left. The keys that lead
// through everything and out of it cannot be had: see Fixed.
//
// The package knows no action and does nothing. It imports keyplace and names.
package binding

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline/names"
)

// Modes is a set of modes, a bit for each.
type Modes uint64

// A Row is what a row of the table of keys says of its keys. Several may have one name.
type Row struct {
	Name string
	Keys []string // as bubbletea spells them
	In   Modes

	Group, Shown, Does string // what people are told of it: the heading, the keys, what they do; Does is "" for nothing
}

// A Table is the table of keys.
type Table struct {
	Rows   []Row
	Carets Modes    // where a line is typed into, so that letters and signs are text
	Groups []string // the headings, in the order in which people are told of the keys
}

// A Given is an action with the keys that it is to have, as bubbletea spells them.
type Given struct {
	Name string
	Keys []string
}

// A Fault is why an action cannot have a key.
type Fault struct {
	Given int    // which of those that were given, from 0
	Key   int    // which of its keys; −1 for its name
	What  string // what is wrong
	Cure  string
}

// fixed are the keys that always mean what they do. alt+ctrl+c is how ^c after Esc arrives.
var fixed = []string{
	"q", "esc", "ctrl+c", "alt+ctrl+c", "enter", "up", "down", "left", "right", "tab", "shift+tab", "backspace",
	"1", "2", "3", "4", "5", "6", "7", "8", "9",
}

// Fixed reports whether a key always means what it does: who does not know the reader's keys must find out with it.
func Fixed(key string) bool { return slices.Contains(fixed, key) }

// editing are the keys that edit a line that is typed into.
var editing = []string{
	"ctrl+a", "ctrl+b", "ctrl+d", "ctrl+e", "ctrl+f", "ctrl+h", "ctrl+k", "ctrl+u", "ctrl+v", "ctrl+w", "delete", "home",
	"end", "ctrl+left", "ctrl+right",
}

// Writes reports whether a key is text where a line is typed into.
func Writes(key string) bool { return utf8.RuneCountInString(key) == 1 }

// Names returns the names of all actions.
func (t Table) Names() (list []string) {
	seen := make(map[string]bool)
	for i := range t.Rows {
		if name := t.Rows[i].Name; !seen[name] {
			seen[name], list = true, append(list, name)
		}
	}
	return list
}

// Check returns what of the keys given can be had, and why the rest cannot. What is good is so without the rest.
func (t Table) Check(given []Given) (good []Given, faults []Fault) {
	var left []Given
	var of []int // place in given of each that is left
	for n, g := range given {
		if what, cure := t.wrongName(g.Name); what != "" {
			faults = append(faults, Fault{n, -1, what, cure})
			continue
		}
		left, of = append(left, Given{g.Name, slices.Clone(g.Keys)}), append(of, n)
	}
	for {
		good, found := t.check(left)
		if len(found) == 0 {
			slices.SortStableFunc(faults, func(a, b Fault) int {
				return cmp.Or(cmp.Compare(a.Given, b.Given), cmp.Compare(a.Key, b.Key))
			})
			return good, faults
		}
		wrong := make([][]string, len(left))
		for _, f := range found {
			key := left[f.Given].Keys[f.Key]
			wrong[f.Given] = append(wrong[f.Given], key)
			n := of[f.Given]
			faults = append(faults, Fault{n, slices.Index(given[n].Keys, key), f.What, f.Cure})
		}
		for n := range left {
			left[n].Keys = slices.DeleteFunc(left[n].Keys, func(key string) bool { return slices.Contains(wrong[n], key) })
		}
	}
}

// check returns what of the keys given to known actions can be had beside each other, and why the rest cannot.
func (t Table) check(given []Given) (good []Given, faults []Fault) {
	taken := make(map[string][]int) // the actions that are given a key
	for n, g := range given {
		for _, key := range g.Keys {
			taken[key] = append(taken[key], n)
		}
	}
	replaced := t.replaced(given)
	for n, g := range given {
		var keys []string
		for k, key := range g.Keys {
			what, cure := t.wrongKey(g.Name, key)
			for _, other := range taken[key] {
				if what == "" && t.yields(given, n, other, key) {
					what = fmt.Sprintf("%s is given to `%s` and to `%s`, which count at the same place", Spelled(key),
						given[min(n, other)].Name, given[max(n, other)].Name)
					cure = fmt.Sprintf("give one of them another key; `%s` has it until then", given[other].Name)
				}
			}
			if what == "" {
				what, cure = t.robs(replaced, taken, given, g.Name, key)
			}
			switch {
			case what != "":
				faults = append(faults, Fault{n, k, what, cure})
			case !slices.Contains(keys, key):
				keys = append(keys, key)
			}
		}
		if len(keys) > 0 {
			good = append(good, Given{g.Name, keys})
		}
	}
	return good, faults
}

// wrongName says what is wrong with the name of an action, "" for nothing.
func (t Table) wrongName(name string) (what, cure string) {
	switch {
	case name == "number":
		return "the numbers are those beside names, and stay", "take `number` out"
	case t.modes(name) != 0:
		return "", ""
	}
	const list = "the list of keys on the screen has the names of actions"
	return "no action is called `" + name + "`", Nearest(name, t.Names(), list)
}

// Nearest returns a cure for a name that is not known: those that it may be a misspelling of, or else what else to do.
func Nearest(name string, known []string, otherwise string) string {
	near := names.Nearest(name, known, 2)
	if len(near) == 0 {
		return otherwise
	}
	return "did you mean `" + strings.Join(near, "` or `") + "`?"
}

// wrongKey says why an action cannot have a key, whatever else does; "" where it can.
func (t Table) wrongKey(name, key string) (what, cure string) {
	in := t.modes(name)
	switch {
	case Fixed(key) && t.has(name, key):
	case Fixed(key):
		return Spelled(key) + " always means what it does, and cannot be `" + name + "`", "choose another key"
	case in&^t.Carets == 0 && Writes(key):
		return fmt.Sprintf("`%s` counts where a line is typed into, and there %s is text", name, Spelled(key)),
			"choose a key such as f9 or ctrl+t"
	case in&^t.Carets == 0 && slices.Contains(editing, key):
		return fmt.Sprintf("`%s` counts where a line is typed into, which %s edits", name, Spelled(key)),
			"choose a key such as f9 or ctrl+t"
	}
	return "", ""
}

// modes returns where an action counts.
func (t Table) modes(name string) (in Modes) {
	for i := range t.Rows {
		if t.Rows[i].Name == name {
			in |= t.Rows[i].In
		}
	}
	return in
}

// has reports whether an action has a key as the table stands.
func (t Table) has(name, key string) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Name == name && slices.Contains(r.Keys, key) })
}

// reach returns where a key can mean anything: a letter does not where it is text.
func (t Table) reach(key string) Modes {
	if Writes(key) || slices.Contains(editing, key) {
		return ^t.Carets
	}
	return ^Modes(0)
}

// meet reports whether two actions count at one place where a key can mean either.
func (t Table) meet(a, b, key string) bool { return t.modes(a)&t.modes(b)&t.reach(key) != 0 }

// yields reports whether of two actions that are given a key, n has to leave it to other: whichever has it anyway keeps
// it, else the first.
func (t Table) yields(given []Given, n, other int, key string) bool {
	a, b := given[n].Name, given[other].Name
	if a == b || !t.meet(a, b, key) {
		return false
	}
	if has := t.has(b, key); has != t.has(a, key) {
		return has
	}
	return other < n
}

// robs says what is wrong where another action would have no key any more at some place if one were given its key, ""
// for nothing. Rows are those of the table in which actions have what they are given. An action that is given the key
// too is not robbed of it: one of the two yields.
func (t Table) robs(rows []Row, taken map[string][]int, given []Given, name, key string) (what, cure string) {
	shared := t.modes(name) & t.reach(key)
	for i := range rows {
		r := &rows[i]
		if r.Name == name || r.In&shared == 0 || !slices.Contains(r.Keys, key) ||
			slices.ContainsFunc(taken[key], func(n int) bool { return given[n].Name == r.Name }) {
			continue
		}
		gone := func(k string) bool { // to another action
			return slices.ContainsFunc(taken[k], func(n int) bool {
				return given[n].Name != r.Name && !Fixed(k) && t.meet(given[n].Name, r.Name, k)
			})
		}
		if leaves := without(rows, r.Name, gone); r.In&shared&^leaves != 0 {
			return fmt.Sprintf("%s is given to `%s`, and is the only key of `%s`", Spelled(key), name, r.Name),
				fmt.Sprintf("give `%s` another key too, or choose another for `%s`", r.Name, name)
		}
	}
	return "", ""
}

// without returns where an action has a key that is not gone.
func without(rows []Row, name string, gone func(string) bool) (in Modes) {
	for i := range rows {
		r := &rows[i]
		if r.Name == name && slices.ContainsFunc(r.Keys, func(k string) bool { return !gone(k) }) {
			in |= r.In
		}
	}
	return in
}

// With returns the rows of the table, with the keys given, which Check has found good. A row may be without keys: where
// it counts, another row of its name has some.
func (t Table) With(given []Given) []Row {
	rows := t.replaced(given)
	for _, g := range given {
		for _, key := range g.Keys {
			if Fixed(key) {
				continue
			}
			for i := range rows {
				r := &rows[i]
				if r.Name == g.Name || !slices.Contains(r.Keys, key) || slices.ContainsFunc(given, func(o Given) bool {
					return o.Name == r.Name && slices.Contains(o.Keys, key)
				}) {
					continue
				}
				if r.In&^without(rows, r.Name, func(k string) bool { return k == key }) == 0 {
					r.Keys = slices.DeleteFunc(r.Keys, func(k string) bool { return k == key })
				}
			}
		}
	}
	return rows
}

// replaced returns the rows of the table in which actions have what they are given, whatever else has it.
func (t Table) replaced(given []Given) []Row {
	rows := slices.Clone(t.Rows)
	for i := range rows {
		r := &rows[i]
		r.Keys = slices.Clone(r.Keys)
		for _, g := range given {
			if g.Name == r.Name {
				r.Keys = t.replace(r.Keys, g.Keys, r.In&^t.Carets == 0)
			}
		}
	}
	return rows
}

// replace returns the keys of a row with those that it is given in the place of its own. Where a line is typed into, it
// is not given what writes or edits.
func (Table) replace(own, given []string, typing bool) []string {
	var letters, others []string
	for _, key := range given {
		switch {
		case Fixed(key) || typing && (Writes(key) || slices.Contains(editing, key)):
		case Writes(key):
			letters = append(letters, key)
		default:
			others = append(others, key)
		}
	}
	var kept, keptLetters, keptOthers []string
	for _, key := range own {
		switch {
		case Fixed(key):
			kept = append(kept, key)
		case Writes(key) && letters == nil:
			keptLetters = append(keptLetters, key)
		case !Writes(key) && others == nil:
			keptOthers = append(keptOthers, key)
		}
	}
	all := slices.Concat(kept, letters, keptLetters, others, keptOthers)
	slices.SortStableFunc(all, func(a, b string) int { return placeIn(own, a) - placeIn(own, b) })
	return slices.Compact(all)
}

// placeIn returns the place of a key among those of a row: letters stand where the first of them stood, and so do other
// keys.
func placeIn(own []string, key string) int {
	same := func(k string) bool { return Fixed(k) == Fixed(key) && Writes(k) == Writes(key) }
	if n := slices.Index(own, key); n >= 0 {
		return n
	}
	if n := slices.IndexFunc(own, same); n >= 0 {
		return n
	}
	if Writes(key) {
		return -1 // before all, as letters do
	}
	return len(own)
}
