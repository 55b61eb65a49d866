package timeline

import (
	"slices"
	"strings"
)

// An ActorRef is the number of an actor in its Timeline.
type ActorRef int32

// NoActor is the reference to nobody.
const NoActor ActorRef = -1

// A Kind says what sort of actor an actor is.
type Kind string

// The kinds of actor. An actor without a record, or whose record does not say, has the kind "".
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	State        Kind = "state"
	Group        Kind = "group"
)

// An Actor is a person, organisation, state or group that takes part in events.
type Actor struct {
	ID          string // as the record gives it; for an actor without a record, made from the name
	Name        string
	Kind        Kind
	Aliases     []string
	Memberships []Membership
	Parent      ActorRef // the state or organisation an organisation belongs to; NoActor where there is none
	Recorded    bool     // whether the actor has a record of its own
	Other       []Field
	Pos         Pos
}

// A Membership is an office or a belonging, and the time that it lasted. A zero Start or End is not known and puts no
// bound on that side.
type Membership struct {
	Of    ActorRef
	Role  string
	Start Date
	End   Date
}

// Spellings are the name of an actor, its aliases and its id.
func (a *Actor) Spellings() []string {
	return append(append([]string{a.Name}, a.Aliases...), a.ID)
}

// Period is the time that the membership may have lasted.
func (m *Membership) Period() Period {
	p := Always
	if !m.Start.IsZero() {
		p.From = m.Start.Earliest()
	}
	if !m.End.IsZero() {
		p.To = m.End.Latest()
	}
	return p
}

// namedIn says whether text names the actor, also by an adjective such as "Ukrainian" for Ukraine.
func (a *Actor) namedIn(text string) bool {
	text = " " + Fold(text) + " "
	for _, name := range append([]string{a.Name}, a.Aliases...) {
		key := nameKey(name)
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

// FindActor finds the actor with this id, name or alias, whatever its case, diacritics and punctuation.
func (t *Timeline) FindActor(name string) (ActorRef, bool) {
	a, ok := t.names[nameKey(name)]
	return a, ok
}

// Office says what an actor was on a date: the roles of the memberships that may have lasted then, each with its
// organisation where the role does not name it ("Secretary of State, United States"), joined by "; ". It is "" where the
// record does not say.
func (t *Timeline) Office(a ActorRef, d Date) string {
	var offices []string
	for i := range t.actors[a].Memberships {
		m := &t.actors[a].Memberships[i]
		if m.Role == "" || !m.Period().Overlaps(d.Period()) {
			continue
		}
		if office := t.office(m); !slices.Contains(offices, office) {
			offices = append(offices, office)
		}
	}
	return strings.Join(offices, "; ")
}

// office is the role of a membership, with its organisation where the role does not name it.
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
	Name string // the role, with its organisation where the role does not name it
	When string // "11 February 2020 – 28 November 2025", "since …", "until …"; "" where no date is known
}

// Offices are the memberships of an actor in words, in the order of the record.
func (t *Timeline) Offices(a ActorRef) []Office {
	var offices []Office
	for i := range t.actors[a].Memberships {
		m := &t.actors[a].Memberships[i]
		if name := t.office(m); name != "" {
			offices = append(offices, Office{name, m.when()})
		}
	}
	return offices
}

// when says how long a membership lasted.
func (m *Membership) when() string {
	if m.Start.IsZero() && m.End.IsZero() {
		return ""
	}
	if both, ok := Interval(m.Start, m.End); ok {
		return both.String()
	}
	return strings.Trim(m.Start.String()+" – "+m.End.String(), " –") // a bound that is an interval or a set itself
}

// Group is the state or organisation that an actor stands under in a tree of actors: its parent, or else what it belonged
// to last, the one named first where several lasted as long; NoActor where there is none. Following Group always comes to
// an end: where actors stand under each other in a circle, the first of them stands under nobody.
func (t *Timeline) Group(a ActorRef) ActorRef {
	lowest := a
	for b, steps := t.actors[a].group(), 0; b != NoActor && steps < len(t.actors); b, steps = t.actors[b].group(), steps+1 {
		if b == a && lowest == a {
			return NoActor
		}
		if b == a {
			break
		}
		lowest = min(lowest, b)
	}
	return t.actors[a].group()
}

// group is Group without its promise about circles.
func (a *Actor) group() ActorRef {
	if a.Parent != NoActor {
		return a.Parent
	}
	group, end := NoActor, Beginning
	for i := range a.Memberships {
		if m := &a.Memberships[i]; m.Of != NoActor && (group == NoActor || m.Period().To > end) {
			group, end = m.Of, m.Period().To
		}
	}
	return group
}
