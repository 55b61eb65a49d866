package load

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

// A decoder walks the nodes of one file and puts the records it finds into a batch, from which flush takes them.
type decoder struct {
	batch   *timeline.Batch
	record  *timeline.Builder // takes what is in the batch
	reader  *yamldoc.Reader   // nil for one that is given its nodes
	in      *diag.File
	key     string           // the field in hand, as the file spells it
	list    string           // the list that the record in hand stands in, such as quotes, …
	item    int              // … and its place there, from 0
	loose   []timeline.Field // unknown keys of records that have no room for them; their event or actor keeps them
	links   aliases
	unknown string      // what to do about a key that is not known; "" where such a key is kept
	draft   eventInHand // the event in hand

	body    string           // the text of a Markdown page
	heading *timeline.Header // of the document in hand
	tooOdd  bool             // whether a piece could not be read by itself
	portion func(read int)   // told how many bytes of the file have been read, between pieces

	indented int // bytes of indentation of what is kept
}

// newDecoder is a decoder for a file of that name. A long list in it is read in pieces of about so many bytes.
func newDecoder(ctx context.Context, name string, piece int) *decoder {
	d := &decoder{batch: timeline.NewBatch(diag.MaxProblems), in: &diag.File{Name: name}, portion: func(int) {}}
	d.reader = yamldoc.NewReader(ctx, d.in, &d.batch.Problems, piece)
	return d
}

// at is where a node stands.
func (d *decoder) at(n *yaml.Node) diag.Range {
	return diag.Range{In: d.in, Line: n.Line, Column: n.Column, Width: yamldoc.Width(d.in, n)}
}

func (d *decoder) pos(n *yaml.Node) diag.Pos {
	return diag.Pos{File: d.in.Name, Line: n.Line, Column: n.Column}
}

func (d *decoder) report(at diag.Range, severity diag.Severity, message, hint string) {
	d.batch.Problems.Report(at, severity, message, hint)
}

func (d *decoder) error(n *yaml.Node, message, hint string) {
	d.report(d.at(n), diag.Error, message, hint)
}

func (d *decoder) warn(n *yaml.Node, message, hint string) {
	d.report(d.at(n), diag.Warning, message, hint)
}

// decode reads the map n into a record, field by field, and gives the fields it found. Unknown keys go to keep.
func decode[T any](d *decoder, n *yaml.Node, t *Fields[T], into *T, keep func(timeline.Field)) (found seen) {
	var spelled seen           // fields whose own key was there
	var others map[string]bool // keys that are not the format's own
	outer := d.key
	pairs := d.pairs(n)
	for i := 0; i+1 < len(pairs); i += 2 {
		key, value := pairs[i], d.follow(pairs[i+1])
		name := d.name(key)
		number, known := t.byKey[name]
		twice := others[name]
		if known && t.fields[number].key == name {
			twice = spelled.has(number)
			spelled.add(number)
		} else if !twice {
			if others == nil {
				others = map[string]bool{}
			}
			others[name] = true
		}
		switch {
		case twice:
			d.error(key, fmt.Sprintf("duplicate key `%s`", name), "keep one of them; only the first is read")
		case !known:
			hint := ""
			if !d.batch.Problems.Full() { // or else nobody sees it
				hint = t.meant(name, cmp.Or(d.unknown, "it is kept and shown as it stands"))
			}
			d.warn(key, fmt.Sprintf("unknown key `%s`", name), hint)
			keep(timeline.Field{Key: name, Value: d.yaml(value)})
		case d.outdone(pairs, name, t.fields[number].key, t.fields[number].many):
			d.warn(key, fmt.Sprintf("`%s` is another spelling of `%s`, which is given too", name, t.fields[number].key), "keep one of them")
			keep(timeline.Field{Key: name, Value: d.yaml(value)})
		case yamldoc.IsNull(value) || value.Tag == yamldoc.Broken:
		default:
			found.add(number)
			d.key = name
			t.fields[number].read(d, value, into)
		}
	}
	d.key = outer
	return found
}

// name is the text of a key.
func (d *decoder) name(key *yaml.Node) string {
	if key = d.follow(key); key.Kind == yaml.ScalarNode {
		return key.Value
	}
	return d.yaml(key)
}

// outdone says whether name is another spelling of a key that pairs give too, and of which there can be only one.
func (d *decoder) outdone(pairs []*yaml.Node, name, key string, many bool) bool {
	if name == key || many {
		return false
	}
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i].Value == key && !yamldoc.IsNull(pairs[i+1]) {
			return true
		}
	}
	return false
}

// scalar gives the text of n, whatever type YAML takes it for.
func (d *decoder) scalar(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode {
		return strings.TrimSpace(n.Value)
	}
	hint := "write text"
	if n.Style&yaml.FlowStyle != 0 {
		hint = "put the text in quotes"
	}
	d.error(n, fmt.Sprintf("`%s` is %s where text belongs", d.key, shapeOf(n)), hint)
	return ""
}

// shapeOf names the shape of a node.
func shapeOf(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a map"
	}
	return "text"
}

// line gives text that stands on one line.
func (d *decoder) line(n *yaml.Node) string {
	s := d.scalar(n)
	if strings.IndexByte(s, '\n') >= 0 || strings.IndexByte(s, '\t') >= 0 {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// prose gives text that may have paragraphs.
func (d *decoder) prose(n *yaml.Node) string { return d.scalar(n) }

// each calls read for every item of a list. One value where a list belongs is a list of one.
func (d *decoder) each(n *yaml.Node, read func(*yaml.Node)) {
	if n.Kind != yaml.SequenceNode {
		if !yamldoc.IsNull(n) {
			read(n)
		}
		return
	}
	for _, item := range n.Content {
		if item = d.follow(item); !yamldoc.IsNull(item) {
			read(item)
		}
	}
}

// count is the number of items that each would find at most.
func count(n *yaml.Node) int {
	if n.Kind != yaml.SequenceNode {
		return 1
	}
	return len(n.Content)
}

// words gives a list of words, after those in hand.
func (d *decoder) words(n *yaml.Node, list []string) []string {
	return d.texts(n, list, d.line)
}

// proses gives a list of texts, after those in hand.
func (d *decoder) proses(n *yaml.Node, list []string) []string {
	return d.texts(n, list, d.prose)
}

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

// keepLoose keeps an unknown key of a record that has no room for it, under the path that leads to it.
func (d *decoder) keepLoose(f timeline.Field) {
	f.Key = fmt.Sprintf("%s[%d].%s", d.list, d.item, f.Key)
	d.loose = append(d.loose, f)
}

// takeLoose hands over what keepLoose kept.
func (d *decoder) takeLoose() []timeline.Field {
	loose := d.loose
	d.loose = nil
	return loose
}

// records reads a list of maps into records, after those in hand. What an item of text stands for, brief says; without
// brief it is a problem.
func records[T any](d *decoder, n *yaml.Node, t *Fields[T], list []T, empty T, brief func(*yaml.Node, *T)) []T {
	if list == nil {
		list = make([]T, 0, count(n))
	}
	key := d.key
	d.each(n, func(item *yaml.Node) {
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
			d.error(item, fmt.Sprintf("`%s` holds %s where a map belongs", key, shapeOf(item)),
				"write it as {"+strings.Join(t.keys(), ": …, ")+": …}")
		}
	})
	return list
}
