package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
)

// This file knows what belongs elsewhere: a key of another kind of record, and a record of another list.

// homeOf returns the kinds of record that have a key of the format, in words, and "" where none has.
func homeOf(key string) string {
	var homes []string
	for _, kind := range []struct {
		name string
		has  func(key string) bool
	}{
		{"an event", eventFields.has},
		{"an actor", actorFields.has},
		{"a source", sourceFields.has},
		{"the head of a record", headFields.has},
		{"an actor of an event", partFields.has},
		{"a quote", quoteFields.has},
		{"a figure", figureFields.has},
		{"a claim", claimFields.has},
		{"a membership", membershipFields.has},
		{"a type", typeFields.has},
	} {
		if kind.has(key) {
			homes = append(homes, kind.name)
		}
	}
	if last := len(homes) - 1; last > 0 {
		return strings.Join(homes[:last], ", ") + " or " + homes[last]
	}
	return strings.Join(homes, "")
}

// unknownHint returns what to do about a key that a kind of record does not have, where its keys suggest another. isKey
// asks the table of the record.
func (d *decoder) unknownHint(key, meant string, isKey func(string) bool) string {
	switch key {
	case "type", "notes", "description", "status", "summary":
		if isKey("archive_url") { // a source has them of itself
			return d.asItStands()
		}
	}
	if d.homes == nil || strings.HasPrefix(meant, "did you mean `"+key) { // actors for actor
		return meant
	}
	if home := d.homes(key); home != "" {
		return fmt.Sprintf("it belongs in %s; here it is kept and shown as it stands", home)
	}
	return meant
}

// pastedBefore returns what comes before a key in its line, where the text after the last blank is a key.
func pastedBefore(name string, isKey func(key string) bool) (pasted, key string) {
	if at := strings.LastIndexAny(name, " \t"); at > 0 && isKey(name[at+1:]) {
		return strings.TrimRight(name[:at], " \t"), name[at+1:]
	}
	return "", ""
}

// A recordKind is a kind of record that a file has a list of.
type recordKind struct {
	list string // the key of the list
	has  func(key string) bool
	read func(n *yaml.Node)
}

// strayed reads a record of a list that looks like one of another list: it has at least two keys of those records that
// the records of its own list do not have, and none that only its own have. One is enough where the record before it
// strayed too, or an event has no key but such as another kind has; of an event the whole file has to be known. It
// reports whether that is so.
func (d *decoder) strayed(n *yaml.Node, list string, has func(key string) bool) bool {
	least := 2
	if d.strays || list == "events" {
		least = 1
	}
	if d.strays = false; n.Kind != yaml.MappingNode || unknownKeys(n, has) < least {
		return false
	}
	if list == "events" && d.IsForeign() {
		return false // other people's events have other keys
	}
	var best recordKind
	most := least - 1
	for _, kind := range []recordKind{
		{"events", eventFields.has, d.eventRecord},
		{"actors", actorFields.has, func(n *yaml.Node) { d.actor("", n) }},
		{"sources", sourceFields.hasOwn, func(n *yaml.Node) { d.sourceRecord("", n) }},
	} {
		foreign, own := 0, 0
		for i := 0; i+1 < len(n.Content); i += 2 {
			switch here, there := has(n.Content[i].Value), kind.has(n.Content[i].Value); {
			case there && !here:
				foreign++
			case here && !there:
				own++
			}
		}
		if list == "events" && foreign == 1 && (len(n.Content) < 4 || unknownKeys(n, kind.has) > 0) {
			continue
		}
		if kind.list != list && own == 0 && foreign > most {
			best, most = kind, foreign
		}
	}
	if best.read == nil {
		return false
	}
	if list == "events" && !d.Known.AreStrays() { // until the whole file is known
		d.Seen.Strays = true
		return false
	}
	d.strays = true
	d.Problems.ReportOnce(d.At(n), rule.MisplacedEvents,
		fmt.Sprintf("from here on, records of `%s` look like %s, and are read so", list, best.list),
		fmt.Sprintf("is `%s:` missing above line %d?", best.list, n.Line))
	best.read(n)
	return true
}

// unknownKeys returns the number of keys of a map that a kind of record does not have.
func unknownKeys(n *yaml.Node, has func(key string) bool) int {
	unknown := 0
	for i := 0; i+1 < len(n.Content); i += 2 {
		if !has(n.Content[i].Value) {
			unknown++
		}
	}
	return unknown
}

// isSurelyEvent reports whether a map has a key of which one is enough to tell an event. It looks at the first few.
func isSurelyEvent(n *yaml.Node) bool {
	for i := 0; i+1 < min(8, len(n.Content)); i += 2 {
		if key := n.Content[i].Value; key == "date" || key == "title" || key == "start" || key == "summary" {
			return true
		}
	}
	return false
}
