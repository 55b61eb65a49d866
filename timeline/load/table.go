package load

import (
	"context"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// Fields are the keys of one kind of record, each with how its value is read into a T. A table of them reads a record of
// events, and with Decode any other YAML file of settled keys.
type Fields[T any] struct {
	fields []field[T]
	byKey  map[string]int // each spelling -> place in fields
}

// A field is one key of a record.
type field[T any] struct {
	key     string
	aliases []string // spellings from other formats, understood without a word
	doc     string   // for the export.JSON Schema
	many    bool     // takes several values, so that its spellings may be given side by side
	read    func(d *decoder, n *yaml.Node, into *T)
}

// NewFields is a table of fields, which Line, Prose, List, Parsed and Section make. Doc says of each what it is for.
func NewFields[T any](fields ...field[T]) *Fields[T] {
	t := &Fields[T]{fields: fields, byKey: make(map[string]int, len(fields))}
	for i, f := range fields {
		t.byKey[f.key] = i
		for _, alias := range f.aliases {
			t.byKey[alias] = i
		}
	}
	return t
}

// Or adds spellings from other formats.
func (f field[T]) Or(aliases ...string) field[T] {
	f.aliases = aliases
	return f
}

// Line is a field of text on one line. In says where it goes.
func Line[T any](key, doc string, in func(*T) *string) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.line(n) })
}

// Prose is a field of text that may have paragraphs.
func Prose[T any](key, doc string, in func(*T) *string) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.prose(n) })
}

// List is a field of lines, or of one.
func List[T any](key, doc string, in func(*T) *[]string) field[T] {
	return many(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.words(n, *in(into)) })
}

// Parsed is a field whose text is read by set. Its error is a problem of the file: what is wrong, in lower case.
func Parsed[T any](key, doc string, set func(into *T, text string) error) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) {
		if n.Kind != yaml.ScalarNode {
			d.scalar(n) // which says that text belongs here
		} else if err := set(into, d.line(n)); err != nil {
			d.error(n, err.Error(), "")
		}
	})
}

// Section is a field that is a map with fields of its own.
func Section[T, U any](key, doc string, fields *Fields[U], in func(*T) *U) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) {
		if n.Kind != yaml.MappingNode {
			d.error(n, fmt.Sprintf("`%s` is %s where a map belongs", d.key, shapeOf(n)),
				"write it as {"+strings.Join(fields.keys(), ": …, ")+": …}")
			return
		}
		decode(d, n, fields, in(into), func(timeline.Field) {})
	})
}

// one is a field that is read in a way of its own.
func one[T any](key, doc string, read func(*decoder, *yaml.Node, *T)) field[T] {
	return field[T]{key: key, doc: doc, read: read}
}

// many is one that takes several values.
func many[T any](key, doc string, read func(*decoder, *yaml.Node, *T)) field[T] {
	return field[T]{key: key, doc: doc, many: true, read: read}
}

// dating is a field of a date.
func dating[T any](key, doc string, in func(*T) *edtf.Date) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.date(n) })
}

// deferred is a field whose value is looked at when the others are known.
func deferred[T any](key, doc string, in func(*T) **yaml.Node) field[T] {
	return one(key, doc, func(_ *decoder, n *yaml.Node, into *T) { *in(into) = n })
}

// naming is a field that names an actor.
func naming[T any](key, doc string, in func(*T) *timeline.Mention) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.mention(n) })
}

// citing is a field that cites a source.
func citing[T any](key, doc string, in func(*T) *timeline.Citation) field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.citation(n) })
}

// has reports whether a key is in the table, in any of its spellings.
func (t *Fields[T]) has(key string) bool {
	_, known := t.byKey[key]
	return known
}

// keys lists the spellings that the format calls its own.
func (t *Fields[T]) keys() []string {
	keys := make([]string, len(t.fields))
	for i, f := range t.fields {
		keys[i] = f.key
	}
	return keys
}

// meant is what to do about a key that is in no field of t; otherwise is for one that is like none of them.
func (t *Fields[T]) meant(key, otherwise string) string {
	var spellings []string
	for _, f := range t.fields {
		spellings = append(append(spellings, f.key), f.aliases...)
	}
	for _, spelling := range names.Nearest(key, spellings, 1) {
		return names.Suggestion(t.fields[t.byKey[spelling]].key)
	}
	return otherwise
}

// A seen is a set of fields of a table, by number.
type seen uint64

func (s *seen) add(field int)     { *s |= 1 << field }
func (s seen) has(field int) bool { return s&(1<<field) != 0 }

// Decode reads a YAML text that is not a record of events: one map with the keys of a table, into a T that holds what is to
// be where a key is not given. As with a record, what can be read of it is read; what cannot is in the Problems, each with its
// place in the file of that name.
func Decode[T any](name, text string, fields *Fields[T], into *T) diag.Problems {
	d := newDecoder(context.Background(), name, len(text)+1)
	d.unknown = "the keys are " + strings.Join(fields.keys(), ", ")
	if text, ok := d.reader.Clean(text, 0); ok {
		docs, _ := d.reader.Documents(text)
		for _, n := range docs {
			if n = d.follow(n); n.Kind == yaml.MappingNode {
				decode(d, n, fields, into, func(timeline.Field) {})
			} else if !yamldoc.IsNull(n) {
				d.error(n, "this is "+shapeOf(n)+" where a map belongs", d.unknown)
			}
		}
	}
	problems := d.batch.Problems.Found
	problems.Sort()
	return problems
}
