package timeline

import (
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A Mention is the number by which a batch knows a name of an actor. Which actor that is, is decided when a Timeline is
// made.
type Mention int32

// NoMention is the mention of no actor.
const NoMention Mention = -1

// A Citation is the number by which a batch knows a source that is cited. Which source that is, is decided when a
// Timeline is made.
type Citation int32

// NoCitation is the citation of no source.
const NoCitation Citation = -1

// A Header is what a record says of itself.
type Header struct {
	Title, Description string
	Markup             bool        // whether Description may have HTML and Markdown
	Types              []TypeDraft // types that the record draws in its own way
	Views              []ViewDraft // filters with names
	Other              []Field     // keys that the format does not know
}

// A TypeDraft is a TypeLook as a file has it.
type TypeDraft struct {
	TypeLook
	Pos diag.Pos
	At  diag.Range // where the type is, for the problem that another document says something else
}

// An EventDraft is an Event as a file has it, with mentions and citations in the place of actors and sources.
type EventDraft struct {
	ID       string     // "" if the file gives none
	IDAt     diag.Range // where the id is, for the problem that another event has it too
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
	Markup   bool // whether the texts may have HTML and Markdown, which then is read when they are shown
	Pos      diag.Pos
}

// A PartDraft is the draft of a Part.
type PartDraft struct {
	Actor      Mention // of Name
	Name, Role string
}

// A QuoteDraft is the draft of a Quote.
type QuoteDraft struct {
	By     Mention
	Text   string
	Source Citation
}

// A FigureDraft is the draft of a Figure.
type FigureDraft struct {
	Label, Value, Low, Best, High, Unit string
	By                                  Mention
	Source                              Citation
}

// A ClaimDraft is the draft of a Claim.
type ClaimDraft struct {
	By           Mention
	Text, Status string
	Source       Citation
}

// Emptied returns an empty draft that uses the memory of the lists of e.
func (e *EventDraft) Emptied() EventDraft {
	return EventDraft{
		Actors: e.Actors[:0], Tags: e.Tags[:0], Quotes: e.Quotes[:0], Figures: e.Figures[:0], Claims: e.Claims[:0],
		Sources: e.Sources[:0], Related: e.Related[:0], Notes: e.Notes[:0], Other: e.Other[:0],
	}
}

// An ActorDraft is the record of an actor. It has other actors by name.
type ActorDraft struct {
	ID, Name    string
	Kind        Kind
	Aliases     []string
	Memberships []MembershipDraft
	Parent      string // "" if there is none
	Other       []Field
	Pos         diag.Pos
	Named       bool   // whether it is no record: an event says the id beside the name
	Linked      string // the name of the actor that a link calls Name, where it is no record but that

	At       diag.Range // where the id is, or else the record
	ParentAt diag.Range // where Parent is
	Spelled  []diag.Ref // id, name and aliases, and where they are
}

// A MembershipDraft is the draft of a Membership.
type MembershipDraft struct {
	Of, Role    string
	Start, End  edtf.Date
	OfAt, EndAt diag.Range // where Of and End are
}

// actor returns the actor of a record, without the other actors that it names. Its lists are copies.
func (d *ActorDraft) actor() Actor {
	return Actor{
		ID: d.ID, Name: d.Name, Kind: d.Kind, Aliases: append([]string(nil), d.Aliases...),
		Parent: NoActor, Recorded: !d.Named, Other: slices.Clip(d.Other), Pos: d.Pos,
	}
}

// A SourceDraft is the draft of a Source.
type SourceDraft struct {
	Source
	At diag.Range // where the id is, or else the record
}
