package timeline

import (
	"cmp"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A SourceRef is the number of a source in its Timeline.
type SourceRef int32

// NoSource is the reference to no source.
const NoSource SourceRef = -1

// A Source is a publication that an event, quote, figure or claim rests on.
type Source struct {
	ID         string // "" for a source that stands in an event as a bare URL or a record without id
	Title      string
	Publisher  string
	Author     string
	Published  edtf.Date
	Accessed   edtf.Date
	URL        string // as written; whoever opens it checks it first
	ArchiveURL string
	Language   string
	Other      []Field
	Pos        diag.Pos
}

// A Quote is a fragment of somebody's own words.
type Quote struct {
	By     ActorRef // NoActor where the file does not say
	Text   string
	Source SourceRef
}

// A Figure is a number with its label, who reported it and where. Value holds a single account; Low, Best and High hold a
// range, of which any may be empty. They are text, since sources write "about 200" and "more than 18".
type Figure struct {
	Label           string
	Value           string
	Low, Best, High string
	Unit            string
	By              ActorRef
	Source          SourceRef
}

// A Claim is one side's account. Rival accounts stand side by side; none is chosen.
type Claim struct {
	By     ActorRef
	Text   string
	Status string // confirmed, reported, disputed, denied …; "" where the file says nothing
	Source SourceRef
}

// Cited are the sources of an event in the order in which a page numbers them: those that it lists, then those that only
// a quote, figure or claim names.
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

// SourceKey is what a record would call a source by: its id, or else its URL or title. It is "" for no source.
func (t *Timeline) SourceKey(ref SourceRef) string {
	if ref == NoSource {
		return ""
	}
	s := t.Source(ref)
	return cmp.Or(s.ID, s.URL, s.Title)
}
