package timeline

import (
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/names"
)

// An ActorRef is the number of an actor in its Timeline.
type ActorRef int32

// NoActor is the reference to no actor.
const NoActor ActorRef = -1

// A Kind is a sort of actor.
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
	ID          string // as the actor's record gives it; made from the name if there is none
	Name        string
	Kind        Kind
	Aliases     []string
	Memberships []Membership
	Parent      ActorRef // the state or organisation that an organisation belongs to, or NoActor
	Recorded    bool     // whether the files have a record of the actor; if not, they only name it
	Other       []Field
	Pos         diag.Pos // zero for an actor without a record
}

// A Membership is an office that an actor holds, or an organisation that it belongs to, and the time that this lasts.
type Membership struct {
	Of    ActorRef  // NoActor if the file does not say
	Role  string    // "" if the file does not say
	Start edtf.Date // zero if not known
	End   edtf.Date // zero if not known, or not yet
}

// Spellings returns the name of an actor, its aliases and its id.
func (a *Actor) Spellings() []string {
	return append(append([]string{a.Name}, a.Aliases...), a.ID)
}

// Period returns the days on which the membership may have lasted. A Start or End that is not known puts no bound on
// it.
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

// FindActor returns the actor with an id, a name or an alias, and reports whether there is one. Case, diacritics and
// punctuation do not count.
func (t *Timeline) FindActor(name string) (ActorRef, bool) {
	a, ok := t.names[names.Key(name)]
	return a, ok
}

// ActorName returns the name of an actor, and "" for NoActor.
func (t *Timeline) ActorName(a ActorRef) string {
	if a == NoActor {
		return ""
	}
	return t.actors[a].Name
}
