package without

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/fold"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/ownvalue"
	"dateline/timeline/names"
)

// A said is a field of the writer's own as it is compared with what was read from it.
type said struct {
	timeline.Field
	meant  uint16   // the roles that its key may mean: a set of guess.Role
	folded string   // with a blank before and after it
	values []string // folded: of a list its items, else the one
}

// saidBy returns a field as it is compared. Alone are names that stand alone elsewhere.
func saidBy(field timeline.Field, alone guess.Alone) said {
	s := said{Field: field, folded: " " + fold.Value(field.Value) + " "}
	for _, m := range guess.Meant(field.Key) {
		s.meant |= m.Role.Set()
	}
	list, ok := ownvalue.Append(nil, field.Value)
	if !ok || len(list) < 2 {
		if list, ok = guess.Cell(field.Value); !ok {
			list, _ = guess.List(field.Value, alone)
		}
	}
	for _, value := range append(list, field.Value) {
		s.values = append(s.values, fold.Value(value))
	}
	return s
}

// says reports whether a text may have been read from the field in a role.
func (s *said) says(text string, role guess.Role) bool {
	folded := fold.Value(text)
	switch {
	case role == guess.Title && s.meant&(guess.Title.Set()|guess.Summary.Set()) != 0 && s.begins(text):
		return true
	case role != guess.Title && s.meant&role.Set() != 0 && strings.Contains(s.folded, " "+folded+" "):
		return true
	}
	return slices.Contains(s.values, folded)
}

// begins reports whether a title is what a text is called by, as guess.TitleOf and guess.FirstWords make it, or is the
// value of a key in a map.
func (s *said) begins(title string) bool {
	whole, _ := guess.TitleOf(s.Value)
	if title == whole || title == guess.FirstWords(s.Value, guess.ShortTitle) {
		return true
	}
	for _, spelled := range []string{title, strconv.Quote(title), "'" + title + "'"} {
		_, after, found := strings.Cut(s.Value+"\n", ": "+spelled)
		if found && strings.IndexAny(after, "\n,}") == 0 {
			return true
		}
	}
	return false
}

// saidIn returns the fields of the writer's own that an event has, as they are compared.
func saidIn(e *timeline.Event) (all []said) {
	alone := make(guess.Alone)
	for _, p := range e.Actors {
		alone[names.Key(p.Name)] = true
	}
	for _, field := range e.Other {
		if field.Value != "" {
			s := saidBy(field, alone)
			s.values = append(s.values, inCalendar(e, field)...)
			all = append(all, s)
		}
	}
	return all
}

// organizer is the property of a calendar, and the role of whom it names.
const organizer = "organizer"

// isAddress reports whether a field is what a calendar has beside the name of an actor.
func isAddress(field timeline.Field) bool {
	name := nameOf(field.Key)
	return (name == "attendee" || name == organizer) && strings.Contains(strings.ToLower(field.Value), "mailto:")
}

// inCalendar returns the folded names of the actors that were read beside a field of a calendar, which has their
// addresses.
func inCalendar(e *timeline.Event, field timeline.Field) (all []string) {
	if !isAddress(field) {
		return nil
	}
	for _, p := range e.Actors {
		if (p.Role == organizer) == (nameOf(field.Key) == organizer) {
			all = append(all, fold.Value(p.Name))
		}
	}
	return all
}

// mayBeRead reports whether texts may have been read from fields in a role: where a key of the format's own has them,
// nothing is read from others.
func mayBeRead(texts []string, role guess.Role, fields []said) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		return !slices.ContainsFunc(fields, func(s said) bool { return s.says(text, role) })
	})
}

// isNamed reports whether a field of an event is left out by its own name.
func (f Fields) isNamed(one timeline.Field) bool { return f.names[nameOf(one.Key)] }

// A reading counts the events in which a key may have been read in each role, and those that have it.
type reading struct {
	has, date int
	in        [guess.Sources + 1]int
	meant     uint16
}

// findRead finds out which roles were read from the keys of the writer's own that are left out. It is an error if one
// of them is the title or the date. A key that means a role was read so where it says the same; any other only where it
// does in every event that has it, as it is where the reader has said so.
func (f *Fields) findRead(t *timeline.Timeline) error {
	readings := make(map[string]*reading)
	var e timeline.Event
	for i := range t.Len() {
		t.ReadWritten(i, &e)
		if !slices.ContainsFunc(e.Other, f.isNamed) {
			continue
		}
		fields := saidIn(&e)
		for n := range fields {
			if name := nameOf(fields[n].Key); f.names[name] {
				if readings[name] == nil {
					readings[name] = &reading{}
				}
				f.count(readings[name], t, &e, fields, n)
			}
		}
	}
	for _, a := range f.asked {
		for _, name := range a.names {
			if r := readings[name]; r != nil {
				f.read[name] = r.roles()
				switch {
				case f.read[name]&guess.Title.Set() != 0:
					return cannot(a.key, "title")
				case r.isDate() && len(ours(name)) == 0:
					return cannot(a.key, "date")
				}
			}
		}
	}
	return nil
}

// cannot returns the error of a key that is read as one that stays.
func cannot(key, as string) error {
	return fmt.Errorf("%s cannot be left out: it is read as the %s; --map %s=KEY reads another key", key, as, as)
}

// count counts what field n of an event says of it.
func (f Fields) count(r *reading, t *timeline.Timeline, e *timeline.Event, fields []said, n int) {
	s := &fields[n]
	r.has++
	r.meant |= s.meant
	if s.isDate(e.Date) {
		r.date++
	}
	for _, role := range roles {
		texts := items(t, e, role)
		says := func(text string) bool { return s.says(text, role) }
		stays := role == guess.Title && slices.ContainsFunc(fields, func(o said) bool {
			return !f.isNamed(o.Field) && o.meant&guess.Title.Set() != 0 && o.says(e.Title, role)
		})
		if slices.ContainsFunc(texts, says) && mayBeRead(texts, role, fields) && !stays {
			r.in[role]++
		}
	}
}

// roles returns the set of roles that were read from a key.
func (r *reading) roles() (all uint16) {
	for _, role := range roles {
		means := r.meant&role.Set() != 0 || role == guess.Title && r.meant&guess.Summary.Set() != 0
		if r.in[role] > 0 && (means || r.in[role] == r.has) {
			all |= role.Set()
		}
	}
	return all
}

// isDate reports whether the date was read from a key.
func (r *reading) isDate() bool {
	return r.meant&(guess.Date.Set()|guess.End.Set()) != 0 && r.has > 0 && r.date == r.has
}

// isDate reports whether a field says a date, or one of its ends.
func (s *said) isDate(date edtf.Date) bool {
	if date.IsZero() {
		return false
	}
	read, err := written.Parse(s.Value)
	if err != nil { // which may have one reading only beside others of its column
		parts := strings.FieldsFunc(s.Value, func(r rune) bool { return r < '0' || r > '9' })
		isMap := strings.Contains(s.Value, ": ")
		return (len(parts) > 2 || isMap && len(parts) > 0) && guess.MayBe(s.Value, date)
	}
	return read.EDTF() == date.EDTF() || date.IsInterval() &&
		(read.Earliest() == date.Earliest() || read.Latest() == date.Latest())
}

// unread leaves out what was read from keys of the writer's own that are left out, and these keys.
func (l *leaving) unread(e *timeline.Event) {
	gone := l.goneWith(e)
	e.Other = l.unsaid(e, l.own(e.Other))
	if len(gone) == 0 {
		return
	}
	for role := range gone {
		l.cuts(role.String(), true)
	}
	is := func(role guess.Role, text string) bool { return gone[role][fold.Value(text)] }
	for role, text := range map[guess.Role]*string{
		guess.Summary: &e.Summary, guess.Type: &e.Type, guess.Status: &e.Status,
	} {
		if is(role, *text) {
			*text = ""
		}
	}
	if gone[guess.Location] != nil {
		parts := slices.DeleteFunc(items(l.of, e, guess.Location), func(s string) bool { return is(guess.Location, s) })
		e.Location = strings.Join(parts, ", ")
	}
	e.Actors = slices.DeleteFunc(e.Actors, func(p timeline.Part) bool { return is(guess.Actors, p.Name) })
	e.Tags = slices.DeleteFunc(e.Tags, func(tag string) bool { return is(guess.Tags, tag) })
	e.Sources = slices.DeleteFunc(e.Sources, func(ref timeline.SourceRef) bool {
		return is(guess.Sources, l.of.SourceKey(ref))
	})
}

// goneWith returns, for each role, the folded texts of an event that were read from keys that are left out.
func (l *leaving) goneWith(e *timeline.Event) map[guess.Role]map[string]bool {
	if !slices.ContainsFunc(e.Other, func(one timeline.Field) bool { return l.read[nameOf(one.Key)] != 0 }) {
		return nil
	}
	gone := make(map[guess.Role]map[string]bool)
	fields := saidIn(e)
	for n := range fields {
		read := l.read[nameOf(fields[n].Key)]
		for _, role := range roles {
			texts := items(l.of, e, role)
			if read&role.Set() == 0 || !mayBeRead(texts, role, fields) {
				continue
			}
			if gone[role] == nil {
				gone[role] = make(map[string]bool)
			}
			for _, text := range texts {
				if fields[n].says(text, role) {
					gone[role][fold.Value(text)] = true
				}
			}
		}
	}
	return gone
}
