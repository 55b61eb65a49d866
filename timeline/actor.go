package timeline

import (
	"slices"
	"strings"
	"sync/atomic"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/fold"
	"dateline/timeline/names"
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
	Pos         diag.Pos
}

// A Membership is an office or a belonging, and the time that it lasted. A zero Start or End is not known and puts no
// bound on that side.
type Membership struct {
	Of    ActorRef
	Role  string
	Start edtf.Date
	End   edtf.Date
}

// maxNamedBy is how many names of an actor are looked for in a text.
const maxNamedBy = 64

// Spellings are the name of an actor, its aliases and its id.
func (a *Actor) Spellings() []string {
	return append(append([]string{a.Name}, a.Aliases...), a.ID)
}

// Period is the time that the membership may have lasted.
func (m *Membership) Period() calendar.Period {
	p := calendar.Always
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

// FindActor finds the actor with this id, name or alias, whatever its case, diacritics and punctuation.
func (t *Timeline) FindActor(name string) (ActorRef, bool) {
	a, ok := t.names[names.Key(name)]
	return a, ok
}

// Bounds of the offices of one actor: they are gone through for each event that the actor takes part in.
const (
	maxOffices     = 1 << 10 // memberships that are looked at for one date
	maxOfficesHeld = 1 << 6  // offices of one date
)

// Office says what an actor was on a date: the roles of the memberships that may have lasted then, each with its
// organisation where the role does not name it ("Secretary of State, United States"), joined by "; ". It is "" where the
// record does not say.
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

// officeNames are the office of each membership of an actor. They are made once, since the organisation may have very many
// names to look for in the role.
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
	for i, name := range t.officeNames(a) {
		if name != "" {
			offices = append(offices, Office{name, t.actors[a].Memberships[i].when()})
		}
	}
	return offices
}

// when says how long a membership lasted.
func (m *Membership) when() string {
	if m.Start.IsZero() && m.End.IsZero() {
		return ""
	}
	if both, ok := edtf.Interval(m.Start, m.End); ok {
		return both.String()
	}
	switch { // a bound is an interval or a set itself
	case m.End.IsZero():
		return "since " + m.Start.String()
	case m.Start.IsZero():
		return "until " + m.End.String()
	}
	return m.Start.String() + " – " + m.End.String()
}

// Group is the state or organisation that an actor stands under in a tree of actors: its parent, or else what it belonged
// to last, the one named first where several lasted as long; NoActor where there is none. Following Group always comes to
// an end: where actors stand under each other in a circle, the first of them stands under nobody.
func (t *Timeline) Group(a ActorRef) ActorRef {
	t.grouping.Do(func() { t.groups = groupsOf(t.actors) })
	return t.groups[a]
}

// groupsOf is the Group of every actor.
func groupsOf(actors []Actor) []ActorRef {
	groups := make([]ActorRef, len(actors))
	for a := range actors {
		groups[a] = actors[a].group()
	}
	for _, a := range circles(len(groups), func(a ActorRef) ActorRef { return groups[a] }) {
		groups[slices.Min(a)] = NoActor
	}
	return groups
}

// circles are those that one comes back to by going from each of n actors to the next, NoActor after the last. Every
// actor is gone through at most twice.
func circles(n int, next func(ActorRef) ActorRef) [][]ActorRef {
	var found [][]ActorRef
	way := make([]int, n) // 1 + the actor from which each was come to first, 0 where it was not yet
	for start := range n {
		a := ActorRef(start)
		for a != NoActor && way[a] == 0 {
			way[a] = 1 + start
			a = next(a)
		}
		if a == NoActor || way[a] != 1+start {
			continue
		}
		circle := []ActorRef{a}
		for b := next(a); b != a; b = next(b) {
			circle = append(circle, b)
		}
		found = append(found, circle)
	}
	return found
}

// group is Group without its promise about circles.
func (a *Actor) group() ActorRef {
	if a.Parent != NoActor {
		return a.Parent
	}
	group, end := NoActor, calendar.Beginning
	for i := range a.Memberships {
		if m := &a.Memberships[i]; m.Of != NoActor && (group == NoActor || m.Period().To > end) {
			group, end = m.Of, m.Period().To
		}
	}
	return group
}
