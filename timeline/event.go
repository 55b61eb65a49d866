package timeline

import (
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// Untitled is the title of an event that the file gives none, so that it can be seen in a list.
const Untitled = "(untitled)"

// An Event is one thing that happened, was said or is planned.
type Event struct {
	ID       string    // unique in the record; made from date and title if the file gives none
	Date     edtf.Date // zero when missing or unreadable
	Title    string
	Summary  string // plain text; paragraphs are separated by an empty line
	Type     string // one word: meeting, call, statement, strike, agreement, aid, summit, visit …
	Status   string // confirmed, reported, disputed, planned; "" if the file does not say
	Location string
	Actors   []Part // in the order of the file
	Tags     []string
	Quotes   []Quote
	Figures  []Figure
	Claims   []Claim
	Sources  []SourceRef
	Related  []string // event ids
	Notes    []string
	Other    []Field  // keys that the format does not know, in the order of the file
	Markup   bool     // whether the file may have HTML and Markdown in texts
	Pos      diag.Pos // where the event begins
}

// A Part is an actor's part in one event.
type Part struct {
	Actor ActorRef
	Name  string   // as the event spells it
	Role  string   // the part played in this event (host, caller, target); "" if the file does not say
	Also  []string // how else the event spells it, where it names the actor again
}

// A Quote is a fragment of somebody's own words.
type Quote struct {
	By     ActorRef // NoActor if the file does not say
	Text   string
	Source SourceRef // NoSource if the file does not say
}

// A Figure is a number with its label, who reported it and where. Value holds a single account; Low, Best and High hold
// a range, of which any may be empty. They are text, since sources write "about 200" and "more than 18"; package
// quantity reads them as numbers.
type Figure struct {
	Label           string
	Value           string
	Low, Best, High string
	Unit            string
	By              ActorRef  // NoActor if the file does not say
	Source          SourceRef // NoSource if the file does not say
}

// A Claim is one side's account. Rival accounts are kept side by side, and none of them is chosen.
type Claim struct {
	By     ActorRef // NoActor if the file does not say
	Text   string
	Status string    // confirmed, reported, disputed, denied …; "" if the file does not say
	Source SourceRef // NoSource if the file does not say
}

// A Field is a key that the format does not know, kept as it was found.
type Field struct {
	Key   string
	Value string // a scalar as it is written; a list or a map as YAML text without a final newline
	Text  bool   // whether it is a scalar that reads like a list or a map
}

// String returns the key and the value, as in {importance 8}.
func (f Field) String() string { return "{" + f.Key + " " + f.Value + "}" }

// Cited returns the sources of an event in the order in which a page numbers them, each once: those that it lists, then
// those that only a quote, figure or claim names.
func (e *Event) Cited() []SourceRef {
	var cited []SourceRef
	var known distinct[SourceRef]
	for s := range e.EachSource {
		if s != NoSource && known.add(s) {
			cited = append(cited, s)
		}
	}
	return cited
}

// EachSource is an iterator over the sources of an event: those that it lists, then those of its quotes, figures and
// claims, where NoSource comes too.
func (e *Event) EachSource(yield func(SourceRef) bool) {
	for _, s := range e.Sources {
		if !yield(s) {
			return
		}
	}
	for i := range e.Quotes {
		if !yield(e.Quotes[i].Source) {
			return
		}
	}
	for i := range e.Figures {
		if !yield(e.Figures[i].Source) {
			return
		}
	}
	for i := range e.Claims {
		if !yield(e.Claims[i].Source) {
			return
		}
	}
}

// EachSpeaker is an iterator over the actors whose quotes and claims an event has, where NoActor comes too.
func (e *Event) EachSpeaker(yield func(ActorRef) bool) {
	for i := range e.Quotes {
		if !yield(e.Quotes[i].By) {
			return
		}
	}
	for i := range e.Claims {
		if !yield(e.Claims[i].By) {
			return
		}
	}
}
