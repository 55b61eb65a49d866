package timeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// addSource packs a source: its place, then its texts, first what a record calls it by, without the empty ones at the
// end, then keys of the writer's own. So sources that say the same are the same bytes after the place. Dates are packed
// as text only, and read when asked for.
func (p *packer) addSource(s *Source) {
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
	n := len(texts)
	for n > 0 && texts[n-1] == "" {
		n--
	}
	p.list(texts[:n])
	p.number(len(s.Other))
	for i := range s.Other {
		p.string(s.Other[i].Key)
		p.number(bit(s.Other[i].Text))
		p.string(s.Other[i].Value)
	}
}

// A sourceStore holds packed sources in the order in which they were taken. As with a store, a copy is not changed by
// what the original takes after that, and is what the original can be set back to.
type sourceStore struct {
	texts     []packedText
	locations []location
}

// take adds copies of the sources of a packer, which do not keep the text of the file.
func (s *sourceStore) take(sources *packer, file string) {
	if len(sources.starts) == 0 {
		return
	}
	number := uint32(len(s.texts))
	s.texts = append(s.texts, packedText{text: string(sources.text), file: file})
	for _, at := range sources.starts {
		s.locations = append(s.locations, location{number, at})
	}
}

// clip makes s copy its lists when it takes sources again, as with a store.
func (s *sourceStore) clip() { s.texts, s.locations = slices.Clip(s.texts), slices.Clip(s.locations) }

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
		packed, _ := s.packed(i)
		s.locations[i].at = uint32(text.Len())
		text.WriteString(packed)
	}
	s.locations, s.texts[last].text = s.locations[:n], text.String()
}

// unpack returns an unpacker of the n-th source.
func (s *sourceStore) unpack(n int) unpacker {
	at := s.locations[n]
	text := &s.texts[at.text]
	return unpacker{text.text[at.at:], text}
}

// packed returns the n-th source as it is packed, and the part of it that is the same in all that say the same.
func (s *sourceStore) packed(n int) (all, said string) {
	u := s.unpack(n)
	all = u.rest
	u.sourcePos()
	said = u.rest
	for range u.number() {
		u.skip()
	}
	for range u.number() {
		u.skip()
		u.number()
		u.skip()
	}
	return all[:len(all)-len(u.rest)], said[:len(said)-len(u.rest)]
}

// id returns the id of the n-th source, "" if it has none.
func (s *sourceStore) id(n int) string {
	u := s.unpack(n)
	u.sourcePos()
	left := u.number()
	return u.oneOf(&left)
}

// url returns the URL of the n-th source, "" if it has none.
func (s *sourceStore) url(n int) string {
	u := s.unpack(n)
	u.sourcePos()
	left := u.number()
	u.oneOf(&left)
	return u.oneOf(&left)
}

// key returns what a record would call the n-th source by: its id, or else its URL, or else its title, or "".
func (s *sourceStore) key(n int) string {
	u := s.unpack(n)
	u.sourcePos()
	left := u.number()
	return cmp.Or(u.oneOf(&left), u.oneOf(&left), u.oneOf(&left))
}

// pos returns the place of the record of the n-th source, the zero place if it has none.
func (s *sourceStore) pos(n int) diag.Pos {
	u := s.unpack(n)
	return u.sourcePos()
}

// read sets one to the n-th source, and uses the memory of the list that it has.
func (s *sourceStore) read(n int, one *Source) {
	u := s.unpack(n)
	one.Pos = u.sourcePos()
	left := u.number()
	for _, to := range [...]*string{
		&one.ID, &one.URL, &one.Title, &one.Publisher, &one.Author, &one.ArchiveURL, &one.Language,
	} {
		*to = u.oneOf(&left)
	}
	one.Published, one.Accessed = dateOf(u.oneOf(&left)), dateOf(u.oneOf(&left))
	one.Other = roomFor(one.Other, u.number())
	for i := range one.Other {
		key, text := u.text(), u.number() != 0
		one.Other[i] = Field{key, u.text(), text}
	}
}

// sourcePos reads where the record of a source begins, the zero place for one without a record.
func (u *unpacker) sourcePos() diag.Pos {
	line := u.number()
	if line == 0 {
		return diag.Pos{}
	}
	return diag.Pos{File: u.of.file, Line: line - 1, Column: u.number()}
}

// oneOf reads the next of so many texts that are left, "" if there is none.
func (u *unpacker) oneOf(left *int) string {
	if *left == 0 {
		return ""
	}
	*left--
	return u.text()
}

// dateOf returns a date that was packed as text.
func dateOf(text string) edtf.Date {
	if text == "" {
		return edtf.Date{}
	}
	d, _ := edtf.Read(text)
	return d
}
