package timeline

import (
	"strings"
	"sync/atomic"

	"dateline/timeline/edtf"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// Bounds of Office, which is asked for each event that an actor takes part in.
const (
	maxOffices     = 1 << 10 // memberships that are looked at
	maxOfficesHeld = 1 << 6  // offices that are returned
)

// Office returns what an actor was on a date: the roles of the memberships that may have lasted then, joined by "; ".
// Each has its organisation if the role does not name that ("Secretary of State, United States"). Office returns "" if
// the record does not say.
func (t *Timeline) Office(a ActorRef, d edtf.Date) string {
	members := t.actors[a].Memberships
	if len(members) == 0 {
		return ""
	}
	var offices []string
	var known distinct[string]
	names, when := t.officeNames(a), d.Period()
	for i := range members[:min(len(members), maxOffices)] {
		m := &members[i]
		if m.Role == "" || !m.Period().Overlaps(when) {
			continue
		}
		if known.add(names[i]) {
			offices = append(offices, names[i])
		}
		if len(offices) == maxOfficesHeld {
			break
		}
	}
	return strings.Join(offices, "; ")
}

// officeNames returns the office of each membership of an actor. It makes them once, since an organisation may have
// very many names to look for in a role.
func (t *Timeline) officeNames(a ActorRef) []string {
	t.naming.Do(func() { t.offices = make([]atomic.Pointer[[]string], len(t.actors)) })
	if made := t.offices[a].Load(); made != nil {
		return *made
	}
	names := make([]string, len(t.actors[a].Memberships))
	for i := range names {
		names[i] = t.office(&t.actors[a].Memberships[i])
	}
	t.offices[a].Store(&names)
	return names
}

// office returns the role of a membership, with its organisation if the role does not name that.
func (t *Timeline) office(m *Membership) string {
	switch {
	case m.Of == NoActor:
		return m.Role
	case m.Role == "":
		return t.actors[m.Of].Name
	case t.actors[m.Of].namedIn(m.Role):
		return m.Role
	}
	return m.Role + ", " + t.actors[m.Of].Name
}

// An Office is a membership in words.
type Office struct {
	Name string // the role, with its organisation if the role does not name that
	When string // "11 February 2020 – 28 November 2025", "since …", "until …"; "" if no date is known
}

// Offices returns the memberships of an actor in words, in the order of its record.
func (t *Timeline) Offices(a ActorRef) []Office {
	var offices []Office
	for i, name := range t.officeNames(a) {
		if name != "" {
			offices = append(offices, Office{name, t.actors[a].Memberships[i].when()})
		}
	}
	return offices
}

// OfficesIn returns what an actor is or was in another: the roles of its memberships there, in the order of its record.
// One without a role is "member".
func (t *Timeline) OfficesIn(a, of ActorRef) []Office {
	var offices []Office
	for i := range t.actors[a].Memberships {
		m := &t.actors[a].Memberships[i]
		if m.Of != of || of == NoActor || m.Role == "" && m.when() == "" {
			continue
		}
		role := m.Role
		if role == "" {
			role = "member"
		}
		offices = append(offices, Office{role, m.when()})
	}
	return offices
}

// when returns in words how long a membership lasted.
func (m *Membership) when() string {
	if m.Start.IsZero() && m.End.IsZero() {
		return ""
	}
	if both, ok := edtf.Interval(m.Start, m.End); ok {
		return both.String()
	}
	switch { // a bound is itself an interval or a set
	case m.End.IsZero():
		return "since " + m.Start.String()
	case m.Start.IsZero():
		return "until " + m.End.String()
	}
	return m.Start.String() + " – " + m.End.String()
}

// maxNamedBy is how many names of an actor are looked for in a text.
const maxNamedBy = 64

// namedIn reports whether text names the actor, also by an adjective such as "Ukrainian" for Ukraine.
func (a *Actor) namedIn(text string) bool {
	text = " " + fold.Fold(text) + " "
	for _, name := range append([]string{a.Name}, a.Aliases[:min(len(a.Aliases), maxNamedBy-1)]...) {
		key := names.Key(name)
		if strings.Contains(text, " "+key+" ") {
			return true
		}
		stem := []rune(key)
		stem = stem[:max(0, len(stem)-2)]
		if len(stem) >= 4 && !strings.Contains(key, " ") && strings.Contains(text, " "+string(stem)) {
			return true
		}
	}
	return false
}
