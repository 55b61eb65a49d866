package timeline

import (
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// A sourcePacker writes sources one after the other into one text, as a packer does with events.
//
// A packed source is its place, then which of its fields are not empty, then these. So those that say the same are the
// same bytes after the place. Dates are packed as text only, and read when they are asked for.
type sourcePacker struct {
	packing
	starts []uint32 // offset in text of each source
}

// Bits that say which fields a packed source has, in their order. First is what a record calls it by.
const (
	hasID = 1 << iota
	hasURL
	hasTitle
	hasPublisher
	hasAuthor
	hasArchiveURL
	hasLanguage
	hasPublished
	hasAccessed
	hasOther

	hasKey = hasID | hasURL | hasTitle
)

// add packs a source.
func (p *sourcePacker) add(s *Source) {
	p.starts = append(p.starts, uint32(len(p.text)))
	if s.Pos == (diag.Pos{}) {
		p.number(0)
	} else {
		p.number(s.Pos.Line + 1)
		p.number(s.Pos.Column)
	}
	texts := [...]string{
		s.ID, s.URL, s.Title, s.Publisher, s.Author, s.ArchiveURL, s.Language, s.Published.EDTF(), s.Accessed.EDTF(),
	}
	has := 0
	for i, text := range texts {
		if text != "" {
			has |= 1 << i
		}
	}
	if len(s.Other) > 0 {
		has |= hasOther
	}
	p.number(has)
	for _, text := range texts {
		if text != "" {
			p.string(text)
		}
	}
	if has&hasOther != 0 {
		p.number(len(s.Other))
		for i := range s.Other {
			p.string(s.Other[i].Key)
			p.number(bit(s.Other[i].Text))
			p.string(s.Other[i].Value)
		}
	}
}

// reset empties p.
func (p *sourcePacker) reset() { p.text, p.starts = p.text[:0], p.starts[:0] }

// A sourceStore holds packed sources in the order in which they were taken. As with a store, a copy is not changed by
// what the original takes after that, and is what the original can be set back to.
type sourceStore struct {
	texts     []sourceText
	locations []location
}

// A sourceText holds the sources of a batch.
type sourceText struct{ text, file string }

// take adds copies of the sources of a packer, which do not keep the text of the file.
func (s *sourceStore) take(sources *sourcePacker, file string) {
	if len(sources.starts) == 0 {
		return
	}
	number := uint32(len(s.texts))
	s.texts = append(s.texts, sourceText{string(sources.text), file})
	for _, at := range sources.starts {
		s.locations = append(s.locations, location{number, at})
	}
}

// clip makes s copy its lists when it takes sources again, as with a store.
func (s *sourceStore) clip() {
	s.texts, s.locations = s.texts[:len(s.texts):len(s.texts)], s.locations[:len(s.locations):len(s.locations)]
}

// len returns the number of sources.
func (s *sourceStore) len() int { return len(s.locations) }

// move puts the n-th source at a place before it, or its own.
func (s *sourceStore) move(n, to int) { s.locations[to] = s.locations[n] }

// cut drops the sources from the n-th on, which were taken last, and of the text that they are in what no other is in.
func (s *sourceStore) cut(n int) {
	if n == len(s.locations) {
		return
	}
	last := len(s.texts) - 1
	first := n
	for first > 0 && s.locations[first-1].text == uint32(last) {
		first--
	}
	var text strings.Builder
	for i := first; i < n; i++ {
		u, said := s.unpack(i), s.said(i)
		from := u.rest
		u.linePlace()
		s.locations[i].at = uint32(text.Len())
		text.WriteString(from[:len(from)-len(u.rest)])
		text.WriteString(said)
	}
	s.locations, s.texts[last].text = s.locations[:n], text.String()
}

// unpack returns an unpacker of the n-th source.
func (s *sourceStore) unpack(n int) unpacker {
	at := s.locations[n]
	return unpacker{rest: s.texts[at.text].text[at.at:]}
}

// said returns the n-th source as it is packed, but for its place: the same for all that say the same.
func (s *sourceStore) said(n int) string {
	u := s.unpack(n)
	u.linePlace()
	from := u.rest
	has := u.number()
	for one := hasID; one < hasOther; one <<= 1 {
		if has&one != 0 {
			u.skip()
		}
	}
	if has&hasOther != 0 {
		for range u.number() {
			u.skip()
			u.number()
			u.skip()
		}
	}
	return from[:len(from)-len(u.rest)]
}

// id returns the id of the n-th source, "" if it has none.
func (s *sourceStore) id(n int) string {
	u := s.unpack(n)
	u.linePlace()
	if u.number()&hasID == 0 {
		return ""
	}
	return u.text()
}

// url returns the URL of the n-th source, "" if it has none.
func (s *sourceStore) url(n int) string {
	u := s.unpack(n)
	u.linePlace()
	has := u.number()
	if has&hasID != 0 {
		u.skip()
	}
	if has&hasURL == 0 {
		return ""
	}
	return u.text()
}

// key returns what a record would call the n-th source by: its id, or else its URL, or else its title, or "".
func (s *sourceStore) key(n int) string {
	u := s.unpack(n)
	u.linePlace()
	if u.number()&hasKey == 0 {
		return ""
	}
	return u.text()
}

// pos returns the place of the record of the n-th source, the zero place if it has none.
func (s *sourceStore) pos(n int) diag.Pos {
	u := s.unpack(n)
	line, column, ok := u.linePlace()
	if !ok {
		return diag.Pos{}
	}
	return diag.Pos{File: s.texts[s.locations[n].text].file, Line: line, Column: column}
}

// read sets one to the n-th source, and uses the memory of the list that it has.
func (s *sourceStore) read(n int, one *Source) {
	one.Pos = s.pos(n)
	u := s.unpack(n)
	u.linePlace()
	has := u.number()
	text := func(bit int) string {
		if has&bit == 0 {
			return ""
		}
		return u.text()
	}
	one.ID, one.URL, one.Title, one.Publisher = text(hasID), text(hasURL), text(hasTitle), text(hasPublisher)
	one.Author, one.ArchiveURL, one.Language = text(hasAuthor), text(hasArchiveURL), text(hasLanguage)
	one.Published, one.Accessed = edtf.Date{}, edtf.Date{}
	if has&hasPublished != 0 {
		one.Published, _ = edtf.Read(u.text())
	}
	if has&hasAccessed != 0 {
		one.Accessed, _ = edtf.Read(u.text())
	}
	one.Other = one.Other[:0]
	if has&hasOther != 0 {
		one.Other = roomFor(one.Other, u.number())
		for i := range one.Other {
			key, isText := u.text(), u.number() != 0
			one.Other[i] = Field{key, u.text(), isText}
		}
	}
}

// linePlace reads where the record of a source begins. It is not ok for one without a record.
func (u *unpacker) linePlace() (line, column int, ok bool) {
	if line = u.number(); line == 0 {
		return 0, 0, false
	}
	return line - 1, u.number(), true
}

// citedSources are the sources of a Timeline: the records, and after them what is cited and no record has.
type citedSources struct {
	records, bare sourceStore
	alone         []int32 // numbers in bare of what no record has
}

// len returns the number of sources.
func (s *citedSources) len() int { return s.records.len() + len(s.alone) }

// at returns the store that has a source, and its number there.
func (s *citedSources) at(ref SourceRef) (store *sourceStore, n int) {
	n = int(ref) - s.records.len()
	if n < 0 {
		return &s.records, int(ref)
	}
	return &s.bare, int(s.alone[n])
}
