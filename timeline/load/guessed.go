package load

import (
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/otherkeys"
	"dateline/timeline/names"
)

// This file is the seam to package otherkeys, which takes keys that are not the format's own for what an event lacks,
// and says what becomes of the others.

// An eventInHand is an event that is being read.
type eventInHand = otherkeys.Event

// ReadRole reads the value of a key that is taken for actors, tags or sources. What is odd about it is nobody's fault,
// and what is lost of it is kept under its own key.
func (d *decoder) ReadRole(e *eventInHand, as guess.Role, key string, n *yaml.Node) {
	outer, lost, loose := d.key, len(d.lost), len(d.loose)
	d.key, d.quiet = key, true
	switch as {
	case guess.Actors:
		d.parts(n, e)
	case guess.Sources:
		d.citations(n, e)
	case guess.Tags:
		d.tags(n, e)
	}
	d.key, d.quiet, d.lost, d.loose = outer, false, d.lost[:lost], d.loose[:loose]
}

// SayList reports that a text under a key that is taken for a role is read as a list.
func (d *decoder) SayList(key string, n *yaml.Node, items []string) {
	outer, lost := d.key, len(d.lost)
	d.key = key
	d.sayList(n, items)
	d.key, d.lost = outer, d.lost[:lost]
}

// Inherit gives an event that has no date that of the group that it is in. It reports whether there is one.
func (d *decoder) Inherit(e *eventInHand) bool {
	when := d.groups.around.when
	if len(when) == 0 {
		return false
	}
	for i := 0; i+1 < len(when); i += 2 {
		key, value := when[i], d.Follow(when[i+1])
		switch name := d.name(key); {
		case name == "date":
			e.DateNode = value
		case name == "start":
			e.StartNode = value
		case name == "end" && e.EndNode == nil:
			e.EndNode = value
		default:
			d.guesser.Note(e, key, value, name)
		}
	}
	d.Problem(when[0], rule.DateGuessed, "the event has no date; that of its group is taken", "")
	return true
}

// IsDateKey reports whether a key means a date, by its name or as the reader says.
func (d *decoder) IsDateKey(key string) bool {
	own := d.options.of(key)
	return own == "date" || own == "start" || own == "" && containers.IsDate(key)
}

// sayOthers warns of the keys of an event that nothing knows. Those of a file that is not ours were not meant for
// dateline, and those of a calendar nobody chose.
func (d *decoder) sayOthers(n *yaml.Node, e *eventInHand) {
	if d.fixed {
		return
	}
	for i := range e.Others {
		o := &e.Others[i]
		if o.Taken != guess.Nothing || o.Outer > 0 || eventFields.has(o.Name) || d.isHolder(o.Node, o.Value, o.Name) {
			continue
		}
		if d.IsKnownOthers() && !d.isSlip(o.Name) {
			message := "`" + o.Name + "` is kept, shown and can be asked for"
			d.ProblemOfKey(o.Node, rule.OtherKey, message, func() string { return "" })
			continue
		}
		if len(o.Means) == 0 {
			hint := func(otherwise string) string { return eventFields.meant(d, o.Name, n.Content, otherwise) }
			d.unknownKey(o.Node, o.Name, hint, eventFields.has)
			continue
		}
		hint := d.asItStands()
		if m := o.Means[0]; m.Role != guess.Date && m.Role != guess.End && (m.Strong || e.Lacks(m.Role) || d.isSlip(o.Name)) {
			hint = names.Suggestion(m.Role.String())
		}
		d.Problem(o.Node, rule.UnknownKey, "unknown key `"+o.Name+"`", hint)
	}
}

// isSlip reports whether a key is but one edit from one of the format's own, in a file that a person may have written
// for dateline.
func (d *decoder) isSlip(key string) bool {
	if d.Silent || utf8.RuneCountInString(key) < 4 {
		return false
	}
	slip, known := d.slips[key]
	if !known {
		folded := []rune(names.Key(key))
		slip = slices.ContainsFunc(eventFields.keys(), func(own string) bool {
			return names.Distance(folded, []rune(own), 1) <= 1
		})
		if d.slips == nil || len(d.slips) > 1000 {
			d.slips = make(map[string]bool)
		}
		d.slips[strings.Clone(key)] = slip
	}
	return slip
}
