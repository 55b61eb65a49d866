package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// This file fills what a key of the format's own does not say of an event from the keys of others. Those stay what they
// are: a guess only adds.

// An otherKey is a key of an event that is not the format's own.
type otherKey struct {
	name       string
	key, value *yaml.Node
	sense
	taken   guess.Role // what it is taken for
	counted bool       // whether its number is in what is known of its column
	outer   int        // for a key in a map: one more than the place of the key of the event that has it
}

// A sense is what the name of a key says.
type sense struct {
	folded string          // the name as names are compared
	means  []guess.Meaning // what it may be for
}

// noteOther notes a key of the event in hand that is not the format's own.
func (d *decoder) noteOther(key, value *yaml.Node, name string) {
	says, known := d.senses[name]
	if !known {
		if says = (sense{guess.Fold(name), guess.Meant(name)}); d.senses == nil || len(d.senses) == maxRemembered {
			d.senses = make(map[string]sense)
		}
		d.senses[strings.Clone(name)] = says
	}
	d.draft.others = append(d.draft.others, otherKey{name: name, key: key, value: value, sense: says})
}

// rank puts the places of the keys of an event that may have a role into d.ranked, the best first. Weak names count in
// a file that is not ours.
func (d *decoder) rank(e *eventInHand, role guess.Role) {
	d.ranked = d.ranked[:0]
	for i := range e.others {
		o := &e.others[i]
		m, ok := o.meaning(role)
		if !ok || o.taken != guess.Nothing && o.taken != role && !o.taken.With(role) || yamldoc.IsNull(o.value) {
			continue
		}
		if !m.Strong && !d.isForeign() {
			d.seen.PassedOver = true
			continue
		}
		at := len(d.ranked)
		for at > 0 && d.rankOf(e, d.ranked[at-1], role) > m.Rank {
			at--
		}
		if at == maxRanked {
			continue
		}
		d.ranked = slices.Insert(d.ranked, at, i)[:min(len(d.ranked)+1, maxRanked)]
	}
}

// maxRanked is how many keys of an event are looked at for a role: of a hundred thousand that may all be its year, each
// would be looked at with its month.
const maxRanked = 50

// rankOf returns the rank of a key of an event in a role.
func (d *decoder) rankOf(e *eventInHand, i int, role guess.Role) uint8 {
	m, _ := e.others[i].meaning(role)
	return m.Rank
}

// meaning returns what a key means in a role.
func (o *otherKey) meaning(role guess.Role) (m guess.Meaning, ok bool) {
	for _, m := range o.means {
		if m.Role == role {
			return m, true
		}
	}
	return m, false
}

// isForeign reports whether the file is not in the format of dateline, as far as is known.
func (d *decoder) isForeign() bool { return d.seen.Foreign || d.known.Foreign }

// take takes a key for a role, which it reports.
func (d *decoder) take(e *eventInHand, o *otherKey, role guess.Role) {
	first := o.taken == guess.Nothing
	if o.taken = role; o.outer > 0 && e.others[o.outer-1].taken == guess.Nothing {
		e.others[o.outer-1].taken = role
	}
	if !first {
		return
	}
	if strings.EqualFold(o.name, role.String()) && d.isForeign() { // Date is no guess
		return
	}
	d.ofKey(o, rule.RoleGuessed, "`"+o.name+"` is taken for `"+role.String()+"`", func() string {
		if o.outer > 0 {
			return fmt.Sprintf("write %s: in the event itself", role)
		}
		return fmt.Sprintf("call it %s, or say --map %s=%s", role, role, d.quotedKey(o.name))
	})
}

// ofKey reports a problem of a key, which in a table is at the same place for each event.
func (d *decoder) ofKey(o *otherKey, of rule.ID, message string, hint func() string) {
	at := diag.Range{File: d.in, Line: o.key.Line, Column: o.key.Column}
	if all := d.batch.Problems(); !all.Repeats(at, of, message) && !all.Skip(of, message) {
		d.problem(o.key, of, message, hint())
	}
}

// quotedKey returns a key as it is typed in a shell.
func (d *decoder) quotedKey(name string) string {
	odd := func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_-.", r)
	}
	switch {
	case strings.IndexFunc(name, odd) < 0:
		return name
	case strings.ContainsAny(name, "$`\\\"!\n"): // which a shell obeys in double quotes
		return foreign.Quoted(name)
	}
	return `"` + name + `"`
}

// fill fills what an event lacks from its other keys, but for its date.
func (d *decoder) fill(e *eventInHand) {
	lost := len(d.lost)
	d.quiet = true
	defer func() { d.quiet, d.lost = false, d.lost[:lost] }() // what is lost is kept under its own key
	d.fillText(e)
	if e.Title == "" && e.Summary == "" {
		d.unfold(e)
		d.fillText(e)
	}
	d.fillWith(e, guess.Type, e.Type == "", func(o *otherKey) bool { return d.guessLine(o, &e.Type) })
	d.fillWith(e, guess.Status, e.Status == "", func(o *otherKey) bool { return d.guessLine(o, &e.Status) })
	d.fillWith(e, guess.Location, e.Location == "", func(o *otherKey) bool { return d.guessPlace(e, o) })
	d.fillActors(e)
	d.fillWith(e, guess.Tags, len(e.Tags) == 0, func(o *otherKey) bool {
		if !nodevalue.AreNames(o.value) {
			return false
		}
		d.tags(o.value, e)
		return len(e.Tags) > 0
	})
	d.fillSources(e)
}

// fillText fills the title and the text of an event.
func (d *decoder) fillText(e *eventInHand) {
	long, whole := "", false // a text of which the title is but the beginning
	number := e.Title
	mark := number != "" && d.isKnownOthers() && !guess.HasLetter(number) // as a row has its number for a title
	d.fillWith(e, guess.Title, number == "" || mark, func(o *otherKey) bool {
		text, ok := nodevalue.Plain(o.value, guess.TitleShapes...)
		_, prose := o.meaning(guess.Summary)
		if m, _ := o.meaning(guess.Title); mark && !m.Strong || guess.IsCode(text) {
			return false
		}
		if !ok || !guess.HasLetter(text) && !guess.Is(o.name, "version") || guess.IsAddress(text) ||
			prose && (o.value.Kind != yaml.MappingNode || nodevalue.TextOf(o.value, "headline", "title") == "") {
			return false
		}
		if e.Title, whole = guess.TitleOf(text); !whole {
			long = text
		}
		if mark {
			e.Other = append(e.Other, timeline.Field{Key: "title", Value: number})
		}
		return true
	})
	d.fillWith(e, guess.Summary, e.Summary == "", func(o *otherKey) bool {
		text, ok := nodevalue.Plain(o.value, guess.ProseShapes...)
		if !ok || text == e.Title || text == long {
			return false
		}
		e.Summary = text
		return true
	})
	if o := e.both(); o != nil && e.Summary == "" {
		e.Summary = nodevalue.TextOf(o.value, guess.ProseShapes...)
	}
	e.Summary = cmp.Or(e.Summary, long)
}

// both returns the map of an event that has its title and a text beside that, as in TimelineJS, and nil without one.
func (e *eventInHand) both() *otherKey {
	for i := range e.others {
		o := &e.others[i]
		if _, prose := o.meaning(guess.Summary); prose && o.taken == guess.Title && o.value.Kind == yaml.MappingNode {
			return o
		}
	}
	return nil
}

// fillWith fills a role that an event lacks with the best of its keys that read can read.
func (d *decoder) fillWith(e *eventInHand, role guess.Role, lacks bool, read func(*otherKey) bool) {
	if !lacks {
		return
	}
	d.rank(e, role)
	for _, i := range d.ranked {
		if o := &e.others[i]; read(o) {
			d.take(e, o, role)
			return
		}
	}
}

// fillActors fills the actors of an event: from all keys of the best rank, such as attacker and defender. Weak names do
// not count where other events of the file have actors by a key of ours.
func (d *decoder) fillActors(e *eventInHand) {
	if len(e.Actors) > 0 {
		return
	}
	d.rank(e, guess.Actors)
	best, from := -1, slices.Clone(d.ranked)
	for _, i := range from {
		o := &e.others[i]
		m, _ := o.meaning(guess.Actors)
		if best >= 0 && int(m.Rank) != best {
			break
		}
		if !m.Strong && (d.known.OwnActors || d.seen.OwnActors) || !nodevalue.AreNames(o.value) {
			continue
		}
		had := len(e.Actors)
		d.key = o.name
		if d.parts(o.value, e); len(e.Actors) == had {
			continue
		}
		d.seen.WeakActors = d.seen.WeakActors || !m.Strong
		best = int(m.Rank)
		d.take(e, o, guess.Actors)
	}
}

// fillSources fills the sources of an event: from the best key of a name and the best of an address.
func (d *decoder) fillSources(e *eventInHand) {
	if len(e.Sources) > 0 {
		return
	}
	d.rank(e, guess.Sources)
	for _, i := range slices.Clone(d.ranked) {
		o := &e.others[i]
		m, _ := o.meaning(guess.Sources)
		if len(e.Sources) > 0 && m.Strong || !m.Strong && !nodevalue.HasAddress(o.value) || !nodevalue.AreSources(o.value) {
			continue
		}
		d.key = o.name
		had := len(e.Sources)
		if d.citations(o.value, e); len(e.Sources) > had {
			d.take(e, o, guess.Sources)
		}
		if !m.Strong {
			return
		}
	}
}

// guessLine reads a line, or the first of a list, and reports whether it is a text of letters.
func (d *decoder) guessLine(o *otherKey, into *string) bool {
	n := o.value
	if n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = n.Content[0]
	}
	text, ok := nodevalue.Plain(n, "name", "label", "title")
	if list, _ := guess.Cell(text); len(list) > 0 {
		text = list[0]
	}
	if !ok || !guess.HasLetter(text) || utf8.RuneCountInString(text) > guess.LongestTitle || guess.IsAddress(text) ||
		guess.IsNothing(text) {
		return false
	}
	*into = text
	return true
}

// guessPlace reads where something happened: a place, with the city and the country beside it.
func (d *decoder) guessPlace(e *eventInHand, o *otherKey) bool {
	text := nodevalue.Place(d.cell(o.value))
	if !guess.HasLetter(text) || guess.IsAddress(text) || utf8.RuneCountInString(text) > guess.LongestTitle {
		return false
	}
	e.Location = text
	for _, wider := range []string{"city", "town", "state", "region", "province", "country"} {
		for i := range e.others {
			w := &e.others[i]
			if w == o || w.value.Kind != yaml.ScalarNode || w.folded != wider ||
				!guess.Narrower(o.name, wider) {
				continue
			}
			if more := strings.TrimSpace(w.value.Value); guess.HasLetter(more) && !strings.Contains(e.Location, more) {
				e.Location += ", " + more
				if w.taken == guess.Nothing {
					w.taken = guess.Location
				}
			}
		}
	}
	return true
}

// sayOthers warns of the keys of an event that nothing knows. Those of a file that is not ours were not meant for
// dateline, and those of a calendar nobody chose.
func (d *decoder) sayOthers(n *yaml.Node, e *eventInHand) {
	if d.fixed {
		return
	}
	for i := range e.others {
		o := &e.others[i]
		if o.taken != guess.Nothing || o.outer > 0 || eventFields.has(o.name) || d.isHolder(o.key, o.value, o.name) {
			continue
		}
		if d.isKnownOthers() && !d.isSlip(o.name) {
			d.ofKey(o, rule.OtherKey, "`"+o.name+"` is kept, shown and can be asked for", func() string { return "" })
			continue
		}
		if len(o.means) == 0 {
			hint := func(otherwise string) string { return eventFields.meant(d, o.name, n.Content, otherwise) }
			d.unknownKey(o.key, o.name, hint, eventFields.has)
			continue
		}
		hint := d.asItStands()
		if m := o.means[0]; m.Role != guess.Date && m.Role != guess.End && (m.Strong || e.lacks(m.Role) || d.isSlip(o.name)) {
			hint = names.Suggestion(m.Role.String())
		}
		d.problem(o.key, rule.UnknownKey, "unknown key `"+o.name+"`", hint)
	}
}

// lacks reports whether an event has nothing of a role.
func (e *eventInHand) lacks(role guess.Role) bool {
	switch role {
	case guess.Title:
		return e.Title == ""
	case guess.Summary:
		return e.Summary == ""
	case guess.Type:
		return e.Type == ""
	case guess.Status:
		return e.Status == ""
	case guess.Location:
		return e.Location == ""
	case guess.Actors:
		return len(e.Actors) == 0
	case guess.Tags:
		return len(e.Tags) == 0
	case guess.Sources:
		return len(e.Sources) == 0
	}
	return false
}

// isSlip reports whether a key is but one edit from one of the format's own, in a file that a person may have written
// for dateline.
func (d *decoder) isSlip(key string) bool {
	if d.silent || utf8.RuneCountInString(key) < 4 {
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
