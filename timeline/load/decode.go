package load

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/aliases"
	"dateline/timeline/internal/inhand"
	"dateline/timeline/internal/keptvalue"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/otherkeys"
	"dateline/timeline/internal/wordsigns"
	"dateline/timeline/internal/wrapped"
	"dateline/timeline/internal/yamldoc"
)

// A decoder walks the nodes of one text and puts the records that it finds into a batch. What it does not understand it
// reports, and keeps as text.
type decoder struct {
	inhand.File
	aliases.Links
	batch *timeline.Batch

	draft   eventInHand          // the event in hand, whose memory each event uses again
	cited   timeline.SourceDraft // the source in hand, likewise
	guesser otherkeys.Guesser    // takes keys that are not the format's own for what an event lacks
	groups  groups               // reads what events are in
	options Options              // what the reader says of the files
	page    yamldoc.Page         // the Markdown page in hand, whose Body something takes
	strays  bool                 // whether the record before the one in hand belongs in another list
	quiet   bool                 // whether a role is being guessed, so that what is odd is nobody's fault
	plain   bool                 // whether the texts of the event in hand were HTML, and are what that says

	key   string           // of the field in hand, as the file spells it
	lost  []*yaml.Node     // values that the field in hand cannot hold
	list  string           // key of the list that holds the record in hand, such as quotes …
	item  int              // … and the place of the record in it, from 0
	loose []timeline.Field // unknown keys of records that have no room for them; their event or actor takes them

	unknown string                  // what to do about an unknown key; "" where such a key is kept
	fixed   bool                    // whether the keys are of a format, and no writer chose them
	homes   func(key string) string // where a key belongs that is unknown here; nil where there are no other records
	told    map[*yaml.Node]bool     // unknown keys of which it is said what they hold
	nearest map[unknownOf]string    // the fields that unknown keys are like, "" where they are like none
	slips   map[string]bool         // whether keys are slips of the pen, see isSlip
	unread  wordsigns.Signs         // that may have been meant as words
	noMaps  map[*yaml.Node]bool     // what merge keys hold that is no map, each of which is reported once
}

// setUp makes the decoder one of a file, whose records go into a batch.
func (d *decoder) setUp(in *diag.File, batch *timeline.Batch) {
	d.In, d.batch, d.Problems = in, batch, batch.Problems()
	d.Links = aliases.New(&d.File)
	d.groups.decoder = d
	d.guesser = otherkeys.NewGuesser(&d.File, d)
}

// heed takes what the reader says of the file.
func (d *decoder) heed(o Options) {
	d.options, d.guesser.Order, d.guesser.Century = o, o.Order, o.Century
}

// decode reads the map n into a record, field by field, and returns the fields that it found. It calls keep with
// unknown keys and their values.
func decode[T any](d *decoder, n *yaml.Node, t *Fields[T], into *T, keep func(timeline.Field)) (found seen) {
	var spelled seen  // fields whose own key was there
	var others keySet // those that are not the format's own spellings
	outer := d.key
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := pairs[i], d.Follow(pairs[i+1])
		name := d.name(key)
		number, known := t.byKey[name]
		if !known && t.guessed && d.options.Map != nil {
			number, known = d.mapped(t.byKey, name)
		}
		twice := others.has(name)
		if known && t.fields[number].key == name {
			twice = spelled.has(number)
			spelled.add(number)
		} else if !twice {
			others.add(name)
		}
		switch {
		case twice && known && name == "events": // so much is not left out
			d.Problem(key, rule.DuplicateKey,
				fmt.Sprintf("duplicate key `%s`", name), "put the two together; both are read")
			d.key = name
			lost := len(d.lost)
			t.fields[number].read(d, value, into)
			d.keepLost(lost, name, keep)
		case twice && !known && d.unknown == "":
			d.Problem(key, rule.DuplicateKey,
				fmt.Sprintf("duplicate key `%s`", name), "give it another name; both are kept")
			keep(d.Field(name, value))
		case twice:
			d.Problem(key, rule.DuplicateKey,
				fmt.Sprintf("duplicate key `%s`", name), "keep one of them; only the first is read, both are kept")
			keep(d.Field(name, value))
		case !known && d.unknown == "" && d.isWritten(t.derived, pairs, name, value, keep):
		case !known:
			if t.guessed {
				d.guesser.Note(&d.draft, key, value, name)
			} else if !d.quiet && !d.told[key] && !d.isHolder(key, pairs[i+1], name) {
				hint := func(otherwise string) string { return t.meant(d, name, pairs, otherwise) }
				d.unknownKey(key, name, hint, t.has)
			}
			d.heedKept(key, value)
			keep(d.Field(name, value))
		case t.isOutdone(pairs, name, number):
			if !t.says(pairs, number, value) {
				d.Problem(key, rule.KeysDisagree,
					fmt.Sprintf("`%s` is another spelling of `%s`, which is given too", name, t.fields[number].key),
					"keep one of them")
			}
			if t.guessed { // it says what the other cannot, if that turns out to be unreadable
				d.guesser.Note(&d.draft, key, value, name)
			}
			keep(d.Field(name, value))
		case yamldoc.IsNull(value):
			d.heedNothing(value, key.Line, key.Column, ":")
		case t.guessed && name != "id" && d.guesser.IsNothing(&d.draft, value):
			keep(d.Field(name, value))
		case value.Tag == yamldoc.Broken:
		default:
			found.add(number)
			d.key = name
			lost := len(d.lost)
			if inner := wrapped.Value(value); inner != value && t.guessed && !t.fields[number].many {
				d.shaped(value, t.fields[number].key)
				value = inner
			}
			t.fields[number].read(d, value, into)
			d.keepLost(lost, name, keep)
			if t.guessed && t.byKey[name] != number {
				d.draft.Say(t.fields[number].key, name)
			}
		}
	}
	d.key = outer
	return found
}

// asItStands says what becomes of an unknown key, or what to do about it.
func (d *decoder) asItStands() string { return cmp.Or(d.unknown, "it is kept and shown as it stands") }

// unknownKey warns of a key that nothing knows. Meant returns which is meant, or else what it is given; isKey asks the
// table of the record.
func (d *decoder) unknownKey(key *yaml.Node, name string, meant func(string) string, isKey func(string) bool) {
	message := "unknown key `" + name + "`"
	if d.Problems.Skip(rule.UnknownKey, message) { // nobody sees the hint, which takes time
		return
	}
	hint := d.asItStands()
	if !d.Silent { // others do not mean our keys
		hint = d.unknownHint(name, meant(hint), isKey)
	}
	if pasted, own := pastedBefore(name, isKey); own != "" && !d.Silent {
		hint = fmt.Sprintf("take `%s` out, if `%s` is meant", pasted, own)
	}
	d.Problem(key, rule.UnknownKey, message, hint)
}

// Field returns a value as it is kept under a key of the writer's own.
func (d *decoder) Field(key string, n *yaml.Node) timeline.Field {
	if n.Kind == yaml.ScalarNode {
		return ofText(key, d.Kept(n))
	}
	return timeline.Field{Key: key, Value: d.Kept(n)}
}

// ofText returns a field of a text.
func ofText(key, text string) timeline.Field {
	return timeline.Field{Key: key, Value: text, Text: keptvalue.IsLike(text)}
}

// name returns the text of a key.
func (d *decoder) name(key *yaml.Node) string {
	if key = d.Follow(key); key.Kind == yaml.ScalarNode {
		return key.Value
	}
	return d.Kept(key)
}

// isOutdone reports whether name is another spelling of a key that is in pairs too, or of which a better spelling is,
// where there can be only one.
func (t *Fields[T]) isOutdone(pairs []*yaml.Node, name string, number int) bool {
	f := &t.fields[number]
	if name == f.key || f.many {
		return false
	}
	worth := slices.Index(f.aliases, name) // less is better; a key that the reader maps is as good as the own
	for i := 0; i+1 < len(pairs); i += 2 {
		other := pairs[i].Value
		if other == name || yamldoc.IsNull(pairs[i+1]) {
			continue
		}
		if at := slices.Index(f.aliases, other); other == f.key || at >= 0 && at < worth {
			return true
		}
	}
	return false
}

// says reports whether a text is also under the own key of a field.
func (t *Fields[T]) says(pairs []*yaml.Node, number int, value *yaml.Node) bool {
	for i := 0; i+1 < len(pairs); i += 2 {
		if own := pairs[i+1]; pairs[i].Value == t.fields[number].key {
			return own.Kind == yaml.ScalarNode && value.Kind == yaml.ScalarNode &&
				strings.TrimSpace(own.Value) == strings.TrimSpace(value.Value)
		}
	}
	return false
}

// text returns the text of n, whatever type YAML takes it for.
func (d *decoder) text(n *yaml.Node) string {
	if n = nodevalue.Wiki(n); n.Kind == yaml.ScalarNode {
		d.signs().Heed(n)
		return strings.TrimSpace(n.Value)
	}
	hint := nodevalue.InsteadOf(n, d.key)
	message := fmt.Sprintf("`%s` is %s where text belongs", d.key, nodevalue.Shape(n))
	if d.lose(n); d.Silent { // a program wrote it, and not for dateline
		d.Problem(n, rule.ShapeGuessed, message+"; it is kept as it stands", "")
	} else {
		d.Problem(n, rule.WrongShape, message, hint)
	}
	return ""
}

// line returns text on one line.
func (d *decoder) line(n *yaml.Node) string {
	return nodevalue.InLine(d.text(n))
}

// each calls read for every item of a list. One value where a list belongs is a list of one.
func (d *decoder) each(n *yaml.Node, read func(*yaml.Node)) {
	if n = nodevalue.Wiki(n); n.Kind != yaml.SequenceNode {
		if !yamldoc.IsNull(n) {
			read(n)
		}
		return
	}
	for _, item := range n.Content {
		if item = d.Follow(item); yamldoc.IsNull(item) {
			d.heedNothing(item, item.Line, 1, "-")
			continue
		}
		read(nodevalue.Wiki(item))
	}
}

// count returns the number of items that each finds at most.
func count(n *yaml.Node) int {
	if n.Kind != yaml.SequenceNode {
		return 1
	}
	return len(n.Content)
}

// words reads a list of lines, and returns it after those of list.
func (d *decoder) words(n *yaml.Node, list []string) []string {
	return d.texts(n, list, d.line)
}

// proses reads a list of texts that may have paragraphs, and returns it after those of list.
func (d *decoder) proses(n *yaml.Node, list []string) []string {
	return d.texts(n, list, d.text)
}

// texts reads a list of texts, each with read, and returns those that are not empty after those of list.
func (d *decoder) texts(n *yaml.Node, list []string, read func(*yaml.Node) string) []string {
	if list == nil {
		list = make([]string, 0, count(n))
	}
	d.each(n, func(item *yaml.Node) {
		if s := read(item); s != "" {
			list = append(list, s)
		}
	})
	return list
}

// keepLoose keeps an unknown key of a record that has no room for it, under the path to it.
func (d *decoder) keepLoose(f timeline.Field) {
	f.Key = fmt.Sprintf("%s[%d].%s", d.list, d.item, f.Key)
	d.loose = append(d.loose, f)
}

// takeLoose returns what keepLoose kept, and forgets it.
func (d *decoder) takeLoose() []timeline.Field {
	loose := d.loose
	d.loose = nil
	return loose
}

// records reads a list of maps into records, and returns them after those of list. Each record begins as a copy of
// empty. An item that is text is read by brief; it is a problem where brief is nil.
func records[T any](d *decoder, n *yaml.Node, t *Fields[T], list []T, empty T, brief func(*yaml.Node, *T)) []T {
	if list == nil {
		list = make([]T, 0, count(n))
	}
	key := d.key
	d.eachApart(n, &t.parting, func(item *yaml.Node) {
		d.list, d.item = key, len(list)
		list = append(list, empty)
		record := &list[d.item]
		switch {
		case item.Kind == yaml.MappingNode:
			decode(d, item, t, record, d.keepLoose)
		case item.Kind == yaml.ScalarNode && brief != nil:
			brief(item, record)
		default:
			list = list[:d.item]
			d.Problem(item, rule.WrongShape, fmt.Sprintf("`%s` holds %s where a map belongs", key, nodevalue.Shape(item)),
				"write it as {"+strings.Join(t.keys(), ": …, ")+": …}")
			d.lose(item)
		}
	})
	return list
}

// eachRecord calls read with every record of a list, or of a map from id to record; the id is "" in a list. One record
// is a list of one.
func eachRecord[T any](d *decoder, n *yaml.Node, t *Fields[T], read func(id string, n *yaml.Node)) {
	if n.Kind != yaml.MappingNode || isRecord(n, t.has) {
		d.eachApart(n, &t.parting, func(item *yaml.Node) { read("", item) })
		return
	}
	seen := map[string]bool{}
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		id := d.name(pairs[i])
		if seen[id] {
			d.Problem(pairs[i], rule.DuplicateKey, fmt.Sprintf("duplicate key `%s`", id),
				"keep one of them; only the first is read")
			d.lose(pairs[i+1])
			continue
		}
		seen[id] = true
		if value := d.Follow(pairs[i+1]); yamldoc.IsNull(value) {
			read("", pairs[i])
		} else {
			read(id, value)
		}
	}
}

// isRecord reports whether a map is one record and not a map from id to record: one of its keys is a field, and its
// value is not a map.
func isRecord(n *yaml.Node, isField func(key string) bool) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		if isField(n.Content[i].Value) && n.Content[i+1].Kind != yaml.MappingNode {
			return true
		}
	}
	return false
}

// signs returns the signs of the file in hand that may be meant as words.
func (d *decoder) signs() *wordsigns.Signs {
	d.unread.Begin(d.In, d.Problems, !d.Silent)
	return &d.unread
}

// heedNothing warns of what stands in the place of a text, after the last sign before it. What a broken alias leaves is
// told elsewhere.
func (d *decoder) heedNothing(n *yaml.Node, line, column int, last string) {
	if !aliases.IsMissing(n) {
		d.signs().HeedNothing(n, line, column, last)
	}
}

// heedKept warns of words around the value of a key that is kept.
func (d *decoder) heedKept(key, value *yaml.Node) {
	if !aliases.IsMissing(value) {
		d.signs().HeedKept(key, value)
	}
}
