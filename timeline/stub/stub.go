// Package stub writes the beginning of a new event as a record has its events: with their keys, in their order, with
// their indentation and ids like theirs.
//
//	form := stub.FormOf("record.yaml", text, t)
//	id := form.ID("2025-09-08", "Yermak speaks with Rubio")
//	fmt.Print(form.Write(stub.Values{ID: id, Date: "2025-09-08", Title: "Yermak speaks with Rubio"}))
//
// YAML gets an item of its list, an entry of its map or a document, Markdown a page, a table a row, JSON Lines a line,
// JSON an object, TOML a table, a calendar an entry, and a file without events its first. All else gets a file of YAML.
// Form.Where says where in the file that belongs, and Form.Joined puts it there.
//
// The package guesses by how a file looks: whoever uses it reads back what comes out. It opens no files, asks for no
// day and changes nothing. It may import timeline, cell, diag, edtf, formats, guess, ics, index,
// names, query, record, tomldoc and yaml.v3.
package stub

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
)

// Values are what a new event says. Each text is one line.
type Values struct {
	ID, Date, Title, Type string // Date is EDTF
	Actors, Sources       []string
}

// A Form is how a file has its events.
type Form struct {
	is     formats.Format
	shape  shape
	text   string // of the file
	t      *timeline.Timeline
	keys   []string // of most events, in their order
	role   map[string]role
	ids    []string  // of the events of the file that have one
	indent string    // before the hyphen of an item of YAML, or before the key of an entry
	gap    string    // after the hyphen; before the keys of an entry, beyond its own indentation
	byDate bool      // whether the keys of entries are dates, not ids
	apart  bool      // whether an empty line is between two events
	comma  rune      // between the cells of a table
	around [2]string // what is written before the event and after it, where the file has none yet
	at     int       // offset in the file where an event belongs
	open   bool      // whether the line there has no end yet
	atEnd  bool      // whether that is the end of the file
	joint  joint
	empty  [2]int // where in the file brackets stand that an event takes the place of
}

// A shape is what an event is in YAML and JSON.
type shape uint8

const (
	item     shape = iota // of a list, with a hyphen
	document              // by itself
	entry                 // of a map, by its id or date
	inFlow                // item of a list in brackets
	keyed                 // entry of a map in braces
	ownFile               // in a file of its own
)

// A role is what a key is for.
type role uint8

const (
	others role = iota
	id
	date
	title
	kind
	actors
	sources
)

// ours are the format's own keys for the roles.
var ours = [...]string{id: "id", date: "date", title: "title", kind: "type", actors: "actors", sources: "sources"}

// guessed are the roles that keys of others may have.
var guessed = map[guess.Role]role{
	guess.Date: date, guess.Title: title, guess.Type: kind, guess.Actors: actors, guess.Sources: sources,
}

// most is how many events of a file are looked at, the last ones.
const most = 500

// FormOf returns the form of a file, by its name, its text and its events in the record.
func FormOf(name, text string, t *timeline.Timeline) *Form {
	f := &Form{is: formats.Of(name, text), text: text, t: t, indent: "  ", gap: " ", atEnd: true, comma: ','}
	var starts []start
	for i := range t.Len() {
		e := t.Event(i)
		if e.Pos.File != name {
			continue
		}
		starts = append(starts, start{e.Pos.Line, e.Pos.Column, e.ID, e.Date.EDTF()})
		if !t.HasMadeID(i) {
			f.ids = append(f.ids, e.ID)
		}
	}
	slices.SortFunc(starts, func(a, b start) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	f.at, f.open = len(text), text != "" && !strings.HasSuffix(text, "\n")
	switch f.is {
	case formats.Markdown:
		f.setKeys([][]string{frontMatter(text)}, false)
	case formats.Table:
		f.table(text)
	case formats.JSONLines:
		f.setKeys(jsonKeys(text), false)
	case formats.JSON:
		f.json(starts)
	case formats.TOML:
		f.toml(starts)
	case formats.Calendar:
		f.calendar()
	case formats.YAML, formats.Unknown:
		f.is = formats.YAML
		f.yaml(starts)
	default:
		return f.Own()
	}
	return f
}

// Own returns the form of an event in dateline's own form, in a file of its own.
func (f *Form) Own() *Form {
	own := &Form{is: formats.YAML, shape: ownFile, t: f.t, ids: f.ids, indent: "  ", gap: " "}
	own.around[0] = "events:\n"
	if f.HasIDs() {
		own.keys = []string{ours[id]}
	}
	own.assign(false)
	return own
}

// Plainer returns a form in which an event is written where it is not read as it is meant in this one: with keys of
// the format alone, or else in a file of its own. It returns nil where there is none.
func (f *Form) Plainer() *Form {
	if f.shape != entry && f.shape != inFlow && f.shape != keyed && f.is != formats.TOML &&
		f.is != formats.Calendar {
		return nil
	}
	if !slices.ContainsFunc(f.keys, func(key string) bool { return f.role[key] == others || ours[f.role[key]] != key }) {
		return f.Own()
	}
	plainer := *f
	plainer.keys = nil
	if f.HasIDs() {
		plainer.keys = []string{ours[id]}
	}
	plainer.assign(false)
	return &plainer
}

// setKeys sets the keys to those that at least half of some events have, in the order in which they mostly have them,
// and finds out what they are for. All of others count where weak names do.
func (f *Form) setKeys(events [][]string, weak bool) {
	type standing struct{ n, sum int }
	standings := make(map[string]standing)
	for _, keys := range events {
		for at, key := range keys {
			s := standings[key]
			if s.n++; s.n <= len(events) {
				standings[key] = standing{s.n, s.sum + at}
			}
			if s.n == 1 {
				f.keys = append(f.keys, key)
			}
		}
	}
	isDerived := f.isDerived()
	f.keys = slices.DeleteFunc(f.keys, func(key string) bool { return isDerived(key) || 2*standings[key].n < len(events) })
	slices.SortStableFunc(f.keys, func(a, b string) int {
		x, y := standings[a], standings[b]
		return cmp.Compare(x.sum*y.n, y.sum*x.n)
	})
	f.assign(weak)
}

// assign finds out what the keys are for: the format's own first, then the best of others.
func (f *Form) assign(weak bool) {
	f.role = make(map[string]role)
	taken := make(map[role]bool)
	for _, key := range f.keys {
		if r := slices.Index(ours[:], guess.Fold(key)); r > 0 && !taken[role(r)] {
			f.role[key], taken[role(r)] = role(r), true
		}
	}
	best := make(map[role]guess.Meaning)
	found := make(map[role]string)
	for _, key := range f.keys {
		for _, meant := range guess.Meant(key) {
			r := guessed[meant.Role]
			if f.role[key] != others || r == others || taken[r] || !meant.Strong && !weak {
				continue
			}
			before, known := best[r]
			if !known || meant.Strong && !before.Strong || meant.Strong == before.Strong && meant.Rank < before.Rank {
				best[r], found[r] = meant, key
			}
		}
	}
	for _, r := range []role{date, title, kind, actors, sources} { // a key that may have two has the first
		if key, ok := found[r]; ok && f.role[key] == others {
			f.role[key], taken[r] = r, true
		}
	}
	f.keys = slices.DeleteFunc(f.keys, func(key string) bool { return f.role[key] == others && f.isDate(key) })
	if f.is != formats.Table { // a key that is a date or number is of one event
		f.keys = slices.DeleteFunc(f.keys, func(key string) bool { return key != "" && key[0] >= '0' && key[0] <= '9' })
	}
	if f.is == formats.Table { // whose columns are what they are
		return
	}
	if !taken[date] && !f.byDate {
		f.insert(date, id)
	}
	if !taken[title] {
		f.insert(title, date)
	}
}

// isDerived returns a function that reports whether a key says what others say already, as of what is exported as JSON:
// its first and last day, and where it was read.
func (f *Form) isDerived() func(key string) bool {
	derived := []string{"earliest", "latest", "file", "line"}
	for _, key := range derived {
		if !slices.Contains(f.keys, key) {
			return func(string) bool { return false }
		}
	}
	return func(key string) bool { return slices.Contains(derived, key) }
}

// isDate reports whether a key is for another date of an event than that which it has.
func (f *Form) isDate(key string) bool {
	return f.is != formats.Table && slices.ContainsFunc(guess.Meant(key), func(m guess.Meaning) bool {
		return m.Strong && (m.Role == guess.Date || m.Role == guess.End)
	})
}

// insert adds the key of a role behind that of another, or as the first.
func (f *Form) insert(r, behind role) {
	at := 1 + slices.IndexFunc(f.keys, func(key string) bool { return f.role[key] == behind })
	f.keys = slices.Insert(f.keys, at, ours[r])
	f.role[ours[r]] = r
}

// HasIDs reports whether the events of the file have ids that are written.
func (f *Form) HasIDs() bool {
	return f.isByID() || slices.ContainsFunc(f.keys, func(key string) bool { return f.role[key] == id })
}

// isByID reports whether events are entries of a map by their ids.
func (f *Form) isByID() bool { return (f.shape == entry || f.shape == keyed) && !f.byDate }

// complete returns the form with keys of the format for what an event says and the others have no key for.
func (f *Form) complete(v Values) *Form {
	c := *f
	c.keys, c.role = slices.Clone(f.keys), make(map[string]role)
	has := make(map[role]bool)
	for key, r := range f.role {
		c.role[key], has[r] = r, true
	}
	for _, one := range []struct {
		is   role
		says bool
	}{{sources, len(v.Sources) > 0}, {actors, len(v.Actors) > 0}, {kind, v.Type != ""}} {
		if one.says && !has[one.is] && f.is != formats.Table {
			c.insert(one.is, title)
		}
	}
	return &c
}

// Lacks returns what of the values has no column in a table, "" for nothing.
func (f *Form) Lacks(v Values) string {
	has := make(map[role]bool)
	for _, key := range f.keys {
		has[f.role[key]] = true
	}
	var lacks []string
	for r, says := range map[role]bool{
		date: true, title: true, kind: v.Type != "", actors: len(v.Actors) > 0, sources: len(v.Sources) > 0,
	} {
		if says && !has[r] && f.is == formats.Table {
			lacks = append(lacks, ours[r])
		}
	}
	slices.Sort(lacks)
	return strings.Join(lacks, ", ")
}
