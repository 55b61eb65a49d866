package prose

import (
	"dateline/timeline"
	"dateline/timeline/sanitize"
)

// HasAddress reports whether anything in event i has an address that may be opened: a source, a text, a key of the
// writer's own.
func HasAddress(t *timeline.Timeline, i int) bool {
	e := t.Written(i)
	for _, ref := range e.Cited() {
		s := t.Source(ref)
		for _, address := range [...]string{s.URL, s.ArchiveURL} {
			if _, ok := sanitize.WebAddress(address); ok {
				return true
			}
		}
	}
	found := false
	e.Rewrite(func(text string) string {
		found = found || len(Read(text, e.Markup).Addresses()) > 0
		return text
	})
	return found
}
