package session

import (
	"dateline/timeline/markup"
	"dateline/timeline/sanitize"
)

// HasAddress reports whether anything in the selected event has an address of the web that may be opened: a source, a
// text, a key of the writer's own.
func (s *Session) HasAddress() bool {
	if !s.HasEvent() {
		return false
	}
	s.Event()
	if u := &s.unpacked; u.address == nil {
		has := s.findAddress()
		u.address = &has
	}
	return *s.unpacked.address
}

// findAddress does what HasAddress does, for the first time.
func (s *Session) findAddress() bool {
	t := s.index.Timeline()
	e := t.Written(s.unpacked.i)
	for _, ref := range e.Cited() {
		source := t.Source(ref)
		for _, address := range [...]string{source.URL, source.ArchiveURL} {
			if _, ok := sanitize.WebAddress(address); ok {
				return true
			}
		}
	}
	found := false
	e.Rewrite(func(text string) string {
		links := markup.Addresses
		if e.Markup {
			links = func(text string) []markup.Link { _, links := markup.Read(text); return links }
		}
		if !found {
			for _, l := range links(text) {
				_, ok := sanitize.WebAddress(l.Address)
				found = found || ok
			}
		}
		return text
	})
	return found
}
