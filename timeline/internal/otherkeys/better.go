package otherkeys

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/wrapped"
)

// This file says which of two keys that may be the date is the better one, beyond what the table of names says.

// IsWritten reports whether a key says when something was written down or made public, which is when it happened only
// where nothing else says that.
func IsWritten(key string) bool {
	return guess.HasWord(key, "published", "publication", "pub", "publish", "posted", "created", "creation", "create",
		"added", "entered", "logged")
}

// isTold reports whether a key says when something was told or kept, so that nothing begins there.
func isTold(key string) bool {
	return IsWritten(key) || guess.IsOfRecord(key) ||
		guess.HasWord(key, "report", "reported", "filed", "filing", "announced", "accessed", "retrieved")
}

// saysDate reports whether a key has a word that hardly means anything but a date.
func saysDate(key string) bool {
	return guess.HasWord(key, "date", "dates", "datetime", "datum", "fecha", "when", "year", "jahr", "yr", "occurred",
		"happened")
}

// isOfRecord reports whether the date is one of when something was told, so that a map in the event may have a better.
func (r reading) isOfRecord() bool {
	return r.from.isOfRecord() || r.from.hasWord("timestamp", "ts", "create")
}

// isAside reports whether a path leads through somebody, or through what is beside the event, such as what a program
// keeps of its record.
func isAside(path string) bool {
	for one := range strings.SplitSeq(path, ".") {
		if wrapped.IsAside(one) || guess.IsParty(one) {
			return true
		}
	}
	return false
}

// isUnread reports whether a key says something of the date, though that cannot be read. One that a word of it makes a
// date has to have digits.
func (o *Key) isUnread(m guess.Meaning) bool {
	switch {
	case o.Value.Kind != yaml.ScalarNode:
		return m.Strong && len(o.Value.Content) > 0
	case m.IsByWord() && !o.later:
		return strings.ContainsAny(o.text(), "0123456789")
	}
	return o.text() != ""
}

// endsOf reports whether a key may end what the key of a date begins: it stands in the same map, and that says no
// time at which something was told.
func (o *Key) endsOf(e *Event, begins *reading) bool {
	if begins.from != nil && isTold(begins.from.Name) {
		return false
	}
	own, inner := o.inMap()
	in, begin := "", begins.name(e)
	if begins.from != nil {
		in, begin = begins.from.inMap()
	}
	return own == in && guess.Ends(inner, begin)
}

// inMap returns the path of the map that has a key, "" for the event itself, and the name of the key in it.
func (o *Key) inMap() (path, name string) {
	if o.Outer == 0 {
		return "", o.Name
	}
	return o.Name[:len(o.Name)-len(o.Node.Value)], o.Node.Value
}
