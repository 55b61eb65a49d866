package record

import (
	"cmp"

	"dateline/timeline"
)

// A library is the sources that the events cite, and how each is cited.
type library struct {
	cites  []uint8        // of each source: how often it is cited, up to 2
	listed []bool         // whether it is in the record's own list of sources
	byID   map[string]int // id -> the first source that has it
	byLink map[string]int // address -> the first source that has it
	t      *timeline.Timeline
	inHand timeline.Source // what source returns
}

func newLibrary(t *timeline.Timeline) library {
	l := library{
		cites: make([]uint8, t.Sources()), listed: make([]bool, t.Sources()),
		byID: map[string]int{}, byLink: map[string]int{}, t: t,
	}
	for i := range l.cites {
		s := l.source(i)
		if _, ok := l.byID[s.ID]; !ok && s.ID != "" {
			l.byID[s.ID] = i
		}
		if _, ok := l.byLink[s.URL]; !ok && s.URL != "" {
			l.byLink[s.URL] = i
		}
	}
	return l
}

// source returns a source, which holds until the next call.
func (l *library) source(ref int) *timeline.Source {
	l.t.ReadSource(timeline.SourceRef(ref), &l.inHand)
	return &l.inHand
}

// cite notes that a source is cited.
func (l *library) cite(ref timeline.SourceRef) {
	if ref != timeline.NoSource && l.cites[ref] < 2 {
		l.cites[ref]++
	}
}

// settle decides which sources are in the record's own list: those that are cited by their id, or several times by
// their address, and of a whole record those that nobody cites.
func (l *library) settle(whole bool) {
	for i, cited := range l.cites {
		s := l.source(i)
		switch {
		case cited == 0:
			l.listed[i] = whole
		case s.ID != "":
			l.listed[i] = l.byID[s.ID] == i
		default:
			l.listed[i] = cited > 1 && s.Pos.Line > 0 && s.URL != "" && l.byLink[s.URL] == i
		}
	}
}

// key returns the text by which a source is cited, "" for NoSource. It is not ok if its record has to be written where
// it is cited.
func (l *library) key(ref timeline.SourceRef) (text string, ok bool) {
	if ref == timeline.NoSource {
		return "", true
	}
	s := l.source(int(ref))
	switch {
	case l.listed[ref]:
		return cmp.Or(s.ID, s.URL), true
	case s.ID == "" && s.Pos.Line == 0:
		text = cmp.Or(s.URL, s.Title)
		return text, text != ""
	}
	return "", false
}

// writeSources writes the record's own list of sources.
func (l *library) writeSources(b *block) {
	begun := false
	for i, listed := range l.listed {
		if !listed {
			continue
		}
		if !begun {
			b.key("sources")
			b.text, begun = append(b.text, '\n'), true
		}
		b.item()
		b.source(l.source(i))
		b.close()
	}
}

// source writes the keys of a source.
func (b *block) source(s *timeline.Source) {
	b.line("id", s.ID)
	b.line("title", s.Title)
	b.line("publisher", s.Publisher)
	b.line("author", s.Author)
	b.date("published", s.Published.EDTF())
	b.date("accessed", s.Accessed.EDTF())
	b.line("url", s.URL)
	b.line("archive_url", s.ArchiveURL)
	b.line("language", s.Language)
	bare := s.Publisher+s.Author+s.URL+s.ArchiveURL+s.Language == "" && s.Published.IsZero() && s.Accessed.IsZero()
	b.own(s.Other, func(f timeline.Field) bool { // what nothing tells for a source may be taken for another record
		return isSourceKey(f) || bare && (isEventKey(f.Key) || isActorKey(f))
	})
}

// cited writes a list of sources.
func (l *library) cited(b *block, key string, refs []timeline.SourceRef) {
	if len(refs) == 0 {
		return
	}
	texts := make([]string, len(refs))
	all := true
	for i, ref := range refs {
		text, ok := l.key(ref)
		texts[i], all = text, all && ok
	}
	if all {
		b.list(key, texts)
		return
	}
	b.key(key)
	b.text = append(b.text, '\n')
	for i, ref := range refs {
		if _, ok := l.key(ref); ok {
			b.text = append(appendBlanks(b.text, b.depth+2), "- "...)
			b.text = append(appendText(b.text, texts[i], inBlock, asText), '\n')
			continue
		}
		b.item()
		b.source(l.source(int(ref)))
		b.close()
	}
}

// citedBy writes the source of a quote, figure or claim.
func (l *library) citedBy(b *block, ref timeline.SourceRef) {
	text, ok := l.key(ref)
	if ok {
		b.line("source", text)
		return
	}
	b.key("source")
	before := len(b.text)
	b.text = append(b.text, '\n')
	b.depth += 2
	from := len(b.text)
	if b.source(l.source(int(ref))); len(b.text) == from {
		b.text = append(b.text[:before], " {}\n"...)
	}
	b.depth -= 2
}
