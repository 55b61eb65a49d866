package timeline

import (
	"cmp"
	"slices"
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

// says reports whether two records of a source say the same.
func (s *Source) says(o *Source) bool {
	return s.ID == o.ID && s.Title == o.Title && s.Publisher == o.Publisher && s.Author == o.Author &&
		s.Published.EDTF() == o.Published.EDTF() && s.Accessed.EDTF() == o.Accessed.EDTF() &&
		s.URL == o.URL && s.ArchiveURL == o.ArchiveURL && s.Language == o.Language && slices.Equal(s.Other, o.Other)
}

// isLink reports whether a text is a link and not an id or a title.
func isLink(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// SourceKey returns what a record would call a source by: its id, or else its URL, or else its title. It returns "" for
// NoSource.
func (t *Timeline) SourceKey(ref SourceRef) string {
	if ref == NoSource {
		return ""
	}
	s := t.Source(ref)
	return cmp.Or(s.ID, s.URL, s.Title)
}
