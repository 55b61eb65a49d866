package timeline

import (
	"strings"
	"sync/atomic"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// Bounds of Office, which is asked for each event that an actor takes part in.
const (
	maxOffices     = 1 << 10 // memberships that are looked at
	maxOfficesHeld = 1 << 6  // offices that are returned
	fewOffices     = 8       // memberships that are gone through as fast as an answer is kept
)

// Office returns what an actor was on a date: the roles of the memberships that may have lasted then, joined by "; ".
// Each has its organisation if the role does not name that ("Secretary of State, United States"). Office returns "" if
// the record does not say.
func (t *Timeline) Office(a ActorRef, d edtf.Date) string {
	members := t.actors[a].Memberships
	if len(members) == 0 {
		return ""
	}
	made, when := t.officesOf(a), d.Period()
	if last := made.last.Load(); last != nil && last.when == when {
		return last.text
	}
	var offices []string
	var known distinct[string]
	for i := range members[:min(len(members), maxOffices)] {
		m := &members[i]
		if m.Role == "" || !m.Period().Overlaps(when) {
			continue
		}
		if known.add(made.names[i]) {
			offices = append(offices, made.names[i])
		}
		if len(offices) == maxOfficesHeld {
			break
		}
	}
	text := strings.Join(offices, "; ")
	if len(members) > fewOffices {
		made.last.Store(&officesOn{when, text})
	}
	return text
}

// officesMade are the offices of an actor, which are made once, since an organisation may have very many names to look
// for in a role.
type officesMade struct {
	names []string                  // of each membership
	last  atomic.Pointer[officesOn] // that were asked for, since an event may mention an actor very often; nil: none
}

// officesOn are the offices that an actor may have held on some days.
type officesOn struct {
	when calendar.Period
	text string
}

// officesOf returns the offices of an actor.
func (t *Timeline) officesOf(a ActorRef) *officesMade {
	t.naming.Do(func() { t.offices = make([]atomic.Pointer[officesMade], len(t.actors)) })
	if made := t.offices[a].Load(); made != nil {
		return made
	}
	made := &officesMade{names: make([]string, len(t.actors[a].Memberships))}
	for i := range made.names {
		made.names[i] = t.office(&t.actors[a].Memberships[i])
	}
	t.offices[a].Store(made)
	return made
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
	for i, name := range t.officesOf(a).names {
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
	spellings := append([]string{a.Name}, a.Aliases[:min(len(a.Aliases), maxNamedBy-1)]...)
	for _, name := range spellings[:len(spellings):len(spellings)] {
		if short, long, ok := names.ShortForm(name); ok {
			spellings = append(spellings, short, long)
		}
	}
	for _, name := range spellings {
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
