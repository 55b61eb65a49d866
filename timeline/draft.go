package timeline

import (
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A Mention is the number of a name in its batch, by which the batch calls an actor.
type Mention int32

// NoMention is the mention of nobody.
const NoMention Mention = -1

// A Citation is the number of what its batch cites as a source.
type Citation int32

// NoCitation is the citation of nothing.
const NoCitation Citation = -1

// A Header is what a file says beside its events.
type Header struct {
	Title, Description string
	Other              []Field
}

// An EventDraft is an Event for a batch, which does not know yet who the actors and what the sources are.
type EventDraft struct {
	ID       string // "" where the file gives none
	IDAt     diag.Range
	Date     edtf.Date
	Title    string
	Summary  string
	Type     string
	Status   string
	Location string
	Actors   []PartDraft
	Tags     []string
	Quotes   []QuoteDraft
	Figures  []FigureDraft
	Claims   []ClaimDraft
	Sources  []Citation
	Related  []string
	Notes    []string
	Other    []Field
	Pos      diag.Pos
}

// Untitled stands where a title is missing, so that the event can be seen.
const Untitled = "(untitled)"

// A PartDraft is a Part. Its Name is what the batch mentions.
type PartDraft struct {
	Actor      Mention
	Name, Role string
}

// A QuoteDraft is a Quote.
type QuoteDraft struct {
	By     Mention
	Text   string
	Source Citation
}

// A FigureDraft is a Figure.
type FigureDraft struct {
	Label, Value, Low, Best, High, Unit string
	By                                  Mention
	Source                              Citation
}

// A ClaimDraft is a Claim.
type ClaimDraft struct {
	By           Mention
	Text, Status string
	Source       Citation
}

// Emptied is a draft that says nothing, with the room that e has.
func (e *EventDraft) Emptied() EventDraft {
	return EventDraft{
		Actors: e.Actors[:0], Tags: e.Tags[:0], Quotes: e.Quotes[:0], Figures: e.Figures[:0], Claims: e.Claims[:0],
		Sources: e.Sources[:0], Related: e.Related[:0], Notes: e.Notes[:0], Other: e.Other[:0],
	}
}

// An ActorDraft is the record of an actor. It names others as it spells them.
type ActorDraft struct {
	ID, Name    string
	Kind        Kind
	Aliases     []string
	Memberships []MembershipDraft
	Parent      string // "" where there is none
	Other       []Field
	Pos         diag.Pos

	At       diag.Range // of its id, or of all of it
	ParentAt diag.Range // of Parent
	Spelled  []diag.Ref // id, name and aliases
}

// A MembershipDraft is a Membership.
type MembershipDraft struct {
	Of, Role    string
	Start, End  edtf.Date
	OfAt, EndAt diag.Range
}

// actor is the actor of a record, without those it names. Its lists are copies.
func (d *ActorDraft) actor() Actor {
	return Actor{
		ID: d.ID, Name: d.Name, Kind: d.Kind, Aliases: append([]string(nil), d.Aliases...), Parent: NoActor, Recorded: true,
		Other: slices.Clip(d.Other), Pos: d.Pos,
	}
}

// A SourceDraft is the record of a source.
type SourceDraft struct {
	Source
	At diag.Range // of its id, or of all of it
}
