package session

import (
	"slices"

	"dateline/timeline"
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
		has := len(Addresses(u.of, u.i, 1)) > 0
		u.address = &has
	}
	return *s.unpacked.address
}

// Addresses returns the first addresses of the web in event i of t that may be opened, at most so many and each once.
func Addresses(t *timeline.Timeline, i, most int) []string {
	var all []string
	add := func(address string) {
		if len(all) == most {
			return
		}
		if web, ok := sanitize.WebAddress(address); ok && !slices.Contains(all, web) {
			all = append(all, web)
		}
	}
	e := t.Written(i)
	for ref := range e.EachSource {
		if ref != timeline.NoSource && len(all) < most {
			add(t.Source(ref).URL)
			add(t.Source(ref).ArchiveURL)
		}
	}
	e.Rewrite(func(text string) string {
		if len(all) == most {
			return text
		}
		links := markup.Addresses(text)
		if e.Markup {
			_, links = markup.Read(text)
		}
		for _, l := range links {
			add(l.Address)
		}
		return text
	})
	return all
}
