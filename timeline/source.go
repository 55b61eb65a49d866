package timeline

import (
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A SourceRef is the number of a source in its Timeline.
type SourceRef int32

// NoSource is the reference to no source.
const NoSource SourceRef = -1

// A Source is a publication that an event, quote, figure or claim rests on.
type Source struct {
	ID         string // "" for a source that an event cites as a mere link or as a record without id
	Title      string
	Publisher  string
	Author     string
	Published  edtf.Date
	Accessed   edtf.Date
	URL        string // as written; whoever opens it checks it first
	ArchiveURL string
	Language   string
	Other      []Field
	Pos        diag.Pos // zero for a source without a record
}

// SourceOf returns a source of which a file gives only one text: its link, or else its title.
func SourceOf(text string) Source {
	if isLink(text) {
		return Source{URL: text}
	}
	return Source{Title: text}
}

// isLink reports whether a text is a link and not an id or a title. A scheme has no capitals that count.
func isLink(s string) bool {
	begins := func(scheme string) bool { return len(s) >= len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) }
	return begins("http://") || begins("https://")
}

// Sources returns the number of sources.
func (t *Timeline) Sources() int { return t.records.len() + len(t.alone) }

// Source returns source s, 0 ≤ s < Sources. It is unpacked anew in every call; to look at many, use ReadSource.
func (t *Timeline) Source(s SourceRef) *Source {
	one := new(Source)
	t.ReadSource(s, one)
	return one
}

// ReadSource sets one to source s, and uses the memory of the list that it has.
func (t *Timeline) ReadSource(s SourceRef, one *Source) {
	store, n := t.source(s)
	store.read(n, one)
}

// source returns the store that has a source, and its number there.
func (t *Timeline) source(ref SourceRef) (store *sourceStore, n int) {
	if n = int(ref) - t.records.len(); n >= 0 {
		return &t.bare, int(t.alone[n])
	}
	return &t.records, int(ref)
}

// SourceKey returns what a record would call a source by: its id, or else its URL, or else its title. It returns "" for
// NoSource.
func (t *Timeline) SourceKey(ref SourceRef) string {
	if ref == NoSource {
		return ""
	}
	store, n := t.source(ref)
	return store.key(n)
}
