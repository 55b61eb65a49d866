package load

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/names"
)

// Fields are the keys of one kind of record, each with how its value is read into a T. NewFields makes them. Package
// load reads the records of a timeline by such tables; with Decode, others read any YAML file of a fixed set of keys by
// theirs.
type Fields[T any] struct {
	fields []Field[T]
	byKey  map[string]int // each spelling -> place in fields

	guessed bool         // whether other keys may say what these do not
	roles   []guess.Role // that the fields have, for these
	parting

	// derived reports whether a key says what the others say already, as in what dateline itself writes; nil for never.
	derived func(d *decoder, pairs []*yaml.Node, key string, value *yaml.Node) bool
}

// A Field is one key of a kind of record. Line, Prose, List, Parsed and Section make one.
type Field[T any] struct {
	key     string
	aliases []string // spellings from other formats, which are read without a warning
	doc     string   // for the JSON Schema
	many    bool     // takes several values, so that its spellings may be given side by side
	read    func(d *decoder, n *yaml.Node, into *T)
}

// NewFields returns a table of at most 64 fields.
func NewFields[T any](fields ...Field[T]) *Fields[T] {
	t := &Fields[T]{fields: fields, byKey: make(map[string]int, len(fields))}
	for i, f := range fields {
		t.byKey[f.key] = i
		for _, alias := range f.aliases {
			t.byKey[alias] = i
		}
	}
	return t
}

// Guessed returns the table for records of which other keys may say what these do not.
func (t *Fields[T]) Guessed() *Fields[T] {
	t.guessed = true
	for _, f := range t.fields {
		role := guess.Sources
		for role != guess.Nothing && role.String() != f.key && (role != guess.Date || f.key != "start") {
			role--
		}
		t.roles = append(t.roles, role)
	}
	return t
}

// rolesOf returns the roles that some fields have.
func (t *Fields[T]) rolesOf(found seen) (all uint16) {
	for i, role := range t.roles {
		if role != guess.Nothing && found.has(i) {
			all |= role.Set()
		}
	}
	return all
}

// Or returns the field with other spellings of its key. They are read like the key, and never suggested.
func (f Field[T]) Or(aliases ...string) Field[T] {
	f.aliases = aliases
	return f
}

// Line returns a field of text on one line. Doc says what the field is for, in a sentence. In returns the place in a T
// that the text goes to.
func Line[T any](key, doc string, in func(*T) *string) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.line(n) })
}

// Prose returns a field of text that may have paragraphs, as Line returns one of a line.
func Prose[T any](key, doc string, in func(*T) *string) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.text(n) })
}

// List returns a field of a list of lines. One line in its place is a list of one.
func List[T any](key, doc string, in func(*T) *[]string) Field[T] {
	return many(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.words(n, *in(into)) })
}

// Parsed returns a field of text on one line that set reads into a T. An error of set becomes a problem of the file.
// Its text is to say what is wrong, in lower case and without a full stop.
func Parsed[T any](key, doc string, set func(into *T, text string) error) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) {
		if n.Kind != yaml.ScalarNode {
			d.text(n) // reports that text belongs here
		} else if err := set(into, d.line(n)); err != nil {
			d.Problem(n, rule.BadValue, err.Error(), "")
		}
	})
}

// Section returns a field that is a map with fields of its own.
func Section[T, U any](key, doc string, fields *Fields[U], in func(*T) *U) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) {
		if n.Kind != yaml.MappingNode {
			d.Problem(n, rule.WrongShape, fmt.Sprintf("`%s` is %s where a map belongs", d.key, nodevalue.Shape(n)),
				"write it as {"+strings.Join(fields.keys(), ": …, ")+": …}")
			return
		}
		decode(d, n, fields, in(into), func(timeline.Field) {})
	})
}

// one returns a field that is read in a way of its own.
func one[T any](key, doc string, read func(*decoder, *yaml.Node, *T)) Field[T] {
	return Field[T]{key: key, doc: doc, read: read}
}

// many returns a field that takes several values.
func many[T any](key, doc string, read func(*decoder, *yaml.Node, *T)) Field[T] {
	return Field[T]{key: key, doc: doc, many: true, read: read}
}

// dating returns a field of a date.
func dating[T any](key, doc string, in func(*T) *edtf.Date) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.date(n) })
}

// deferred returns a field whose value is read when the others are known.
func deferred[T any](key, doc string, in func(*T) **yaml.Node) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) {
		if !nodevalue.IsBlank(n) {
			*in(into) = n
		}
	})
}

// naming returns a field that names an actor.
func naming[T any](key, doc string, in func(*T) *timeline.Mention) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.mention(n) })
}

// citing returns a field that cites a source.
func citing[T any](key, doc string, in func(*T) *timeline.Citation) Field[T] {
	return one(key, doc, func(d *decoder, n *yaml.Node, into *T) { *in(into) = d.citationInPlace(n) })
}

// has reports whether a key is in the table, in any of its spellings.
func (t *Fields[T]) has(key string) bool {
	_, known := t.byKey[key]
	return known
}

// hasOwn reports whether a key is in the table in its own spelling.
func (t *Fields[T]) hasOwn(key string) bool {
	number, known := t.byKey[key]
	return known && t.fields[number].key == key
}

// keys returns the keys of the fields, without their other spellings.
func (t *Fields[T]) keys() []string {
	keys := make([]string, len(t.fields))
	for i, f := range t.fields {
		keys[i] = f.key
	}
	return keys
}

// meant returns what to do about a key that is in no field of t: the suggestion of one that is like it and is not in
// pairs, or else otherwise.
func (t *Fields[T]) meant(d *decoder, key string, pairs []*yaml.Node, otherwise string) string {
	asked := unknownOf{&t.parting, key}
	own, known := d.nearest[asked]
	if !known {
		own = t.nearest(key)
		if d.nearest == nil || len(d.nearest) == maxRemembered {
			d.nearest = make(map[unknownOf]string)
		}
		d.nearest[unknownOf{&t.parting, strings.Clone(key)}] = own
	}
	for i := 0; own != "" && i+1 < len(pairs); i += 2 {
		if pairs[i].Value == own {
			return otherwise
		}
	}
	if own == "" {
		return otherwise
	}
	return names.Suggestion(own)
}

// nearest returns the key of the field that is spelled most like a key that is in none, and "" where none is like it.
func (t *Fields[T]) nearest(key string) string {
	var spellings []string
	for _, f := range t.fields {
		spellings = append(append(spellings, f.key), f.aliases...)
	}
	for _, spelling := range names.Nearest(key, spellings, 1) {
		return t.fields[t.byKey[spelling]].key
	}
	return ""
}

// An unknownOf is a key that is in no field of a table.
type unknownOf struct {
	table *parting
	key   string
}

// maxRemembered is how many keys are remembered with what they mean, or may be meant for. The events of a file have the
// same few, but it may have any number.
const maxRemembered = 1000

// A seen is a set of fields of a table, by number.
type seen uint64

func (s *seen) add(field int)     { *s |= 1 << field }
func (s seen) has(field int) bool { return s&(1<<field) != 0 }

// A keySet is a set of keys. Most records have so few that looking at each takes less than a map.
type keySet struct {
	few  [12]string      // the first of them
	n    int             // how many few has
	many map[string]bool // all of them, where they are more
}

func (s *keySet) has(key string) bool {
	return s.many[key] || s.many == nil && slices.Contains(s.few[:s.n], key)
}

func (s *keySet) add(key string) {
	switch {
	case s.many != nil:
		s.many[key] = true
	case s.n < len(s.few):
		s.few[s.n] = key
		s.n++
	default:
		s.many = map[string]bool{key: true}
		for _, one := range s.few {
			s.many[one] = true
		}
	}
}

// Decode reads a YAML text that is not a record of events: a map with the keys of a table. What the text gives goes
// into a T, which holds the values of the keys that are not given. Nothing stops at an error: what can be read is read,
// and what cannot is in the problems, each with its place in the file of that name.
func Decode[T any](name, text string, fields *Fields[T], into *T) diag.Problems {
	unknown := "the keys are " + strings.Join(fields.keys(), ", ")
	d := decoder{unknown: unknown}
	d.setUp(diag.NewFile(name, ""), timeline.NewBatch(diag.MaxProblems))
	r := yamldoc.NewReader(context.Background(), d.In, d.Problems, len(text)+1)
	if text, ok := r.Clean(text, 0); ok {
		docs, _ := r.Documents(text)
		for _, n := range docs {
			if n = d.Follow(n); n.Kind == yaml.MappingNode {
				decode(&d, n, fields, into, func(timeline.Field) {})
			} else if !yamldoc.IsNull(n) {
				d.Problem(n, rule.WrongShape, "this is "+nodevalue.Shape(n)+" where a map belongs", unknown)
			}
		}
	}
	problems := d.Problems.Found()
	problems.Sort()
	return problems
}
