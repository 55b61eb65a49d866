package ui

import (
	"slices"
	"unicode/utf8"

	"dateline/ui/binding"
	"dateline/ui/keyplace"
)

// Why keys do nothing. A key whose condition does not hold says what is missing, and where there is one, the cure.

// A lack says what is missing for a key to do something.
type lack struct{ *model }

// because makes a reason of words.
func because(words string) func(lack) string { return func(lack) string { return words } }

// soFar says of what the record lacks that it may be in the part that is yet to be read.
func (m lack) soFar(words string) string {
	if m.session.Progress().Done {
		return words
	}
	return words + " so far"
}

// nobody says that no event names anybody.
func (m lack) nobody() string { return m.soFar("the record names nobody") }

// event says why there is no event to act on.
func (m lack) event() string {
	if m.session.Filtered() {
		return m.soFar("no event matches the filter")
	}
	return m.soFar("there is no event")
}

// problem says why there is no problem to look at.
func (m lack) problem() string {
	switch p := m.session.Progress(); {
	case !p.Done:
		return "nothing is wrong so far; the record is still being read"
	case p.Checking:
		return "nothing is wrong so far; the record is still being checked"
	}
	return "nothing is wrong with this record"
}

// again says why the record is not read again.
func (m lack) again() string { return m.opts.Once }

// filter says that nothing is asked.
func (m lack) filter() string { return "there is no filter" }

// part says why no part of the filter can be chosen.
func (m lack) part() string {
	if m.session.Mistake() != nil {
		return "the filter cannot be read; " + m.session.Key("filter") + " leads to it"
	}
	return m.filter()
}

// match says why there is no next match.
func (m lack) match() string {
	switch {
	case !m.session.Filtered():
		return "there is no filter, so that every event matches"
	case m.session.Matched().Len() == 0:
		return m.soFar("nothing matches the filter")
	}
	return "every event that is shown matches; " + m.session.Key("dim") + " shows the others too"
}

// name says why there is no actor that the reader has in mind.
func (m lack) name() string {
	switch {
	case m.mode() == inActor || (m.mode() == inDetail || m.mode() == inReading) && reads(m).page().OnLink():
		return "no name is in focus; Tab goes to the next"
	case !m.session.HasEvent():
		return m.event()
	}
	return "this event names nobody"
}

// others says why there is no name that more actors begin with.
func (m lack) others() string { return "the filter has no name of one actor with which more begin" }

// link says that no link is in focus.
func (m lack) link() string { return "no link is in focus; Tab goes to the next" }

// anyLink says that the event has none.
func (m lack) anyLink() string { return "the event has no link" }

// source says why there is no source to open.
func (m lack) source() string {
	switch {
	case !m.session.HasEvent():
		return m.event()
	case len(m.session.Event().Cited()) == 0:
		return "this event names no source and no address"
	}
	return "the sources and texts of this event have no link"
}

// chart says why there is no figure to draw.
func (m lack) chart() string {
	switch {
	case !m.session.HasEvent():
		return m.event()
	case len(m.session.Event().Figures) == 0:
		return "this event has no figures"
	}
	return m.soFar("this event has figures, but of no series: no other event counts the same")
}

// border says that there is nothing to be moved.
func (m lack) border() string { return "one pane has the whole screen" }

// axis says why there is none to walk along.
func (m lack) axis() string {
	switch _, _, dated := m.session.Index().Extent(); {
	case !m.session.HasEvent():
		return m.event()
	case !dated:
		return m.soFar("no event has a date")
	}
	return "the screen is too low for the overview"
}

// row says that the list of marks has none.
func (m lack) row() string {
	return "nothing is kept yet; " + m.session.Key("mark") + " marks an event"
}

// elsewhere returns what the reader is told of a letter of another keyboard that does nothing: which key of a Latin one
// lies there, and a key at hand that does the same. What is written with a letter or a sign, such as ?, may not be at
// hand.
func (t keymap) elsewhere(m *model, letter rune) string {
	r, ok := keyplace.Latin(letter)
	if half := keyplace.HalfWidth(letter); half != letter {
		r, ok = half, true
	}
	key := string(r)
	there := binding.Spelled(string(letter)) + " is where " + binding.Spelled(key) + " is"
	for i := range t {
		a := &t[i]
		if !ok || !slices.Contains(a.keys, key) || !a.counts(m) {
			continue
		}
		at := slices.IndexFunc(a.keys, func(k string) bool { return utf8.RuneCountInString(k) > 1 })
		switch {
		case at >= 0:
			return there + ": " + binding.Spelled(a.keys[at]) + " does the same"
		case (a.name == "quit" || a.name == "quit-now") && m.mode() == inList:
			return there + ": ^c quits"
		case a.name == "quit":
			return there + ": Esc goes back, ^c quits"
		}
		return there + ", and has no second key" + t.hint(m, "box", "lists what can be done", true)
	}
	if words := t.lacking(m, key); ok && words != "" {
		return there + "; " + words
	}
	return binding.Spelled(string(letter)) + " does nothing here" +
		t.hint(m, "box", "opens a line for any script", true) +
		t.hint(m, "help", "lists the keys", true)
}
