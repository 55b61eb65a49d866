package timeline

import "slices"

// A mention is the number of a name in its batch, by which the batch calls an actor.
type mention int32

// noMention is the mention of nobody.
const noMention mention = -1

// A citation is the number of what its batch cites as a source.
type citation int32

// noCitation is the citation of nothing.
const noCitation citation = -1

// A header is what a file says beside its events.
type header struct {
	Title, Description string
	Other              []Field
}

// An eventDraft is an Event for a batch, which does not know yet who the actors and what the sources are.
type eventDraft struct {
	ID       string // "" where the file gives none
	IDAt     place
	Date     Date
	Title    string
	Summary  string
	Type     string
	Status   string
	Location string
	Actors   []partDraft
	Tags     []string
	Quotes   []quoteDraft
	Figures  []figureDraft
	Claims   []claimDraft
	Sources  []citation
	Related  []string
	Notes    []string
	Other    []Field
	Pos      Pos
}

// untitled stands where a title is missing, so that the event can be seen.
const untitled = "(untitled)"

// A partDraft is a Part. Its Name is what the batch mentions.
type partDraft struct {
	Actor      mention
	Name, Role string
}

// A quoteDraft is a Quote.
type quoteDraft struct {
	By     mention
	Text   string
	Source citation
}

// A figureDraft is a Figure.
type figureDraft struct {
	Label, Value, Low, Best, High, Unit string
	By                                  mention
	Source                              citation
}

// A claimDraft is a Claim.
type claimDraft struct {
	By           mention
	Text, Status string
	Source       citation
}

// emptied is a draft that says nothing, with the room that e has.
func (e *eventDraft) emptied() eventDraft {
	return eventDraft{
		Actors: e.Actors[:0], Tags: e.Tags[:0], Quotes: e.Quotes[:0], Figures: e.Figures[:0], Claims: e.Claims[:0],
		Sources: e.Sources[:0], Related: e.Related[:0], Notes: e.Notes[:0], Other: e.Other[:0],
	}
}

// An actorDraft is the record of an actor. It names others as it spells them.
type actorDraft struct {
	ID, Name    string
	Kind        Kind
	Aliases     []string
	Memberships []membershipDraft
	Parent      string // "" where there is none
	Other       []Field
	Pos         Pos

	At       place       // of its id, or of all of it
	ParentAt place       // of Parent
	Spelled  []reference // id, name and aliases
}

// A membershipDraft is a Membership.
type membershipDraft struct {
	Of, Role    string
	Start, End  Date
	OfAt, EndAt place
}

// actor is the actor of a record, without those it names. Its lists are copies.
func (d *actorDraft) actor() Actor {
	return Actor{
		ID: d.ID, Name: d.Name, Kind: d.Kind, Aliases: append([]string(nil), d.Aliases...), Parent: NoActor, Recorded: true,
		Other: slices.Clip(d.Other), Pos: d.Pos,
	}
}

// A sourceDraft is the record of a source.
type sourceDraft struct {
	Source
	At place // of its id, or of all of it
}
