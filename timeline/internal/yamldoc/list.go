package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamltree"
)

// UsualPiece is the size in bytes of the pieces of a long list, for NewReader. A record that is shorter than four of
// them is cut into quarters, which are no smaller than smallPiece.
const (
	UsualPiece = 256 << 10
	smallPiece = 8 << 10
)

// A List is a long list of events that has been cut into pieces of whole items, and the rest of the record, in which
// the list is empty. A parser that reads the rest and then each piece by itself finds what it finds in the whole, or
// else it fails at one of them:
//
//   - A piece begins with an item of the list wherever the piece before it can be read. At the indentation of the items
//     no text continues but one in quotes or brackets. Then the piece before ends within them, which is an error.
//   - What else reaches from one piece into another (directives, ends of documents) is refused, but for anchors: what
//     an alias stands for is looked for above its piece.
//
// Characters that yaml.v3 takes for ends of lines and editors do not are gone already: see Clean.
type List struct {
	rest   *yaml.Node // the list, or a map that holds it
	list   *yaml.Node // within rest; it has no items
	indent int        // leading blanks of an item
	pieces []piece    // at least one
	count  int        // items, or a few more or less where the YAML is broken

	tied *tied // nil where nothing has an anchor

	run        bool   // whether its items are documents
	flow       bool   // whether its items are JSON in YAML
	json       bool   // whether its items are JSON
	original   string // the text of the file, if that of some pieces differs …
	adjustment        // … and how

	in *diag.File // of which pieces are read again; nil while their texts are in memory
}

// A piece is some items of the list.
type piece struct {
	text   string           // "" where it was let go
	length int              // of one that was let go
	above  int              // lines of the record above it
	end    int              // offset of what comes after it
	before int              // characters before it in its line
	items  []*yaml.Node     // what could be salvaged of it, if that is tied to other pieces …
	packed *yamltree.Packed // … and if it is not; both are nil where it is read as any other
}

// isSalvaged reports whether a piece is not read as any other, since it is broken.
func (p *piece) isSalvaged() bool { return p.items != nil || p.packed != nil }

// size returns the number of bytes of a piece, be its text in memory or not.
func (p *piece) size() int { return max(p.length, len(p.text)) }

// Rest returns the document in which the list is: a map that holds the list, or the list itself. The list has no items
// there; Reader.List knows it by its node.
func (s *List) Rest() *yaml.Node { return s.rest }

// Count returns the number of items of the list. Where the YAML is broken it may be a few too many or too few.
func (s *List) Count() int { return s.count }

// Len returns the number of pieces, which is at least one.
func (s *List) Len() int { return len(s.pieces) }

// End returns the offset in the text of the file at which piece n ends.
func (s *List) End(n int) int { return s.pieces[n].end }

// Size returns the number of bytes of piece n.
func (s *List) Size(n int) int { return s.pieces[n].size() }

// IsSalvaged reports whether Salvaged returns the items of piece n, and not Each.
func (s *List) IsSalvaged(n int) bool { return s.pieces[n].isSalvaged() }

// Salvaged returns the items that could be salvaged of piece n, and nil where Each is to read it.
func (s *List) Salvaged(n int) []*yaml.Node {
	p := &s.pieces[n]
	if p.packed == nil {
		return p.items
	}
	items := p.packed.Trees()
	for _, item := range items {
		s.adjust(item)
	}
	return items
}

// Input returns the text of piece n, and that as a part of the file of which another part was read before. The places
// of its nodes are places in it.
func (s *List) Input(n int, before *diag.File) (text string, in *diag.File) {
	p := s.withText(s.pieces[n])
	first, _, _ := strings.Cut(p.text, "\n")
	switch {
	case !s.IsWhole() && !s.isAdjusted(p) && (p.before == 0 || strings.TrimSpace(first) == ""):
		return p.text, diag.NewPart(before.Name(), p.text, p.above)
	case s.in != nil && s.IsWhole():
		return p.text, before
	case s.in != nil:
		return p.text, s.in.Again()
	case before.Above() == 0 && before.Text() == s.original: // it knows already where lines are
		return p.text, before
	}
	return p.text, diag.NewFile(before.Name(), s.original)
}

// IsWhole reports whether all pieces are read as parts of the whole file.
func (s *List) IsWhole() bool { return s.tied != nil || s.flow }

// Whole returns the whole file, of that name, for a goroutine that reads pieces of the list, if all pieces are read as
// parts of it; else nil. It is what Input is given first.
func (s *List) Whole(file string) *diag.File {
	switch {
	case !s.IsWhole():
		return nil
	case s.in != nil:
		return s.in.Again()
	}
	return diag.NewFile(file, s.original)
}

// Leave is for when a piece has been read. What Input returned does not keep its text then, if the file can be read
// again.
func (s *List) Leave(in *diag.File) {
	if s.in != nil {
		*in = *s.in.Again()
	}
}

// withText returns a piece with its text, which is "" where the file has changed.
func (s *List) withText(p piece) piece {
	if p.length > 0 {
		p.text = s.in.Part(p.end-p.length, p.end)
	}
	return p
}

// canLetGo reports whether the texts of all pieces are parts of that of the file, and nothing else holds them.
func (s *List) canLetGo(text string) bool {
	for _, p := range s.pieces {
		begin := p.end - len(p.text)
		if p.isSalvaged() || s.isAdjusted(p) || begin < 0 || p.end > len(text) || text[begin:p.end] != p.text {
			return false
		}
	}
	return true
}

// letGo lets the texts of the pieces go, which are read again from a file.
func (s *List) letGo(in *diag.File) {
	s.in, s.original = in, ""
	for i := range s.pieces {
		p := &s.pieces[i]
		p.length, p.text = len(p.text), ""
	}
}

// takeBack takes the texts of the pieces from that of the file.
func (s *List) takeBack(text string) {
	s.in, s.original = nil, text
	for i := range s.pieces {
		p := &s.pieces[i]
		p.text, p.length = text[p.end-p.length:p.end], 0
	}
}

// own gives a tree texts of its own, so that it does not keep that of the file.
func own(n *yaml.Node) {
	n.Value, n.Tag, n.Anchor = strings.Clone(n.Value), strings.Clone(n.Tag), strings.Clone(n.Anchor)
	for _, child := range n.Content {
		own(child)
	}
}

// isAdjusted reports whether a line of a piece is not that of the file.
func (s *List) isAdjusted(p piece) bool {
	last := p.above + countLines(p.text)
	for line := range s.shifts {
		if line > p.above && line <= last {
			return true
		}
	}
	for line := range s.taken {
		if line >= p.above && line <= last { // it may be the one above its first item
			return true
		}
	}
	return false
}

// Each calls take with the items of piece n, whose text Input returned, one by one. They are read by r, or else by
// yaml.v3. Where an item cannot be read by itself, Each calls again, and then take with the items of the piece read as
// a whole. It reports whether the piece can be read. The nodes are only good until take returns.
//
// Goroutines may read pieces at the same time, each with an r of its own.
func (s *List) Each(n int, text string, r *fastyaml.Reader, again func(), take func(*yaml.Node)) bool {
	p := s.pieces[n]
	p.text = text
	return s.eachOf(p, r, again, take)
}

// MoveDown adds lines, which have that many bytes, above the list.
func (s *List) moveDown(lines, bytes int) {
	for i := range s.pieces {
		s.pieces[i].above += lines
		s.pieces[i].end += bytes
	}
	if s.tied != nil {
		s.tied.base += bytes
	}
}

// eachOf is Each for a piece.
func (s *List) eachOf(p piece, r *fastyaml.Reader, again func(), take func(*yaml.Node)) bool {
	if s.json {
		s.eachJSON(p, r, take)
		return true
	}
	if s.run {
		return s.eachDocument(p, r, take)
	}
	if s.flow {
		return s.eachFlow(p, r, take)
	}
	if s.isAdjusted(p) {
		inPlace := take
		take = func(n *yaml.Node) {
			s.adjust(n)
			inPlace(n)
		}
	}
	one := func(n *yaml.Node) {
		take(n)
		r.Reset()
	}
	parse := s.parseItems
	if s.tied != nil {
		parse = func(text string, above int) []*yaml.Node { return s.parseTied(r, text, above) }
	}
	if s.items(r, p, parse, one) {
		return true
	}
	again()
	s.open(r, p)
	items := parse(p.text, p.above)
	for _, n := range items {
		take(n)
	}
	return items != nil
}

// isReadable reports whether a piece can be read by itself.
func (s *List) isReadable(p piece) bool {
	return p.isSalvaged() || s.isReadableBy(new(fastyaml.Reader), p)
}

// isReadableBy reports whether a piece can be read with r, and leaves in r what it then knows.
func (s *List) isReadableBy(r *fastyaml.Reader, p piece) bool {
	return s.eachOf(p, r, func() {}, func(*yaml.Node) {})
}

// items calls take with the items of a piece. Each is read by r, or else by others, which is given its text and the
// number of lines above that. It stops where others returns nil, and reports whether it came to the end.
func (s *List) items(r *fastyaml.Reader, p piece, others func(text string, above int) []*yaml.Node,
	take func(*yaml.Node),
) bool {
	p.length = p.size()
	p.text = strings.ReplaceAll(p.text, "\r\n", "\n") // which mean the same, and r only knows one
	s.open(r, p)
	odd := 1 // items that are left to others at a time: twice as many each time that one follows another
	for {
		from, above := r.Pos()
		if from == len(p.text) {
			return true
		}
		if n := r.Item(s.indent); n != nil {
			take(n)
			odd = 1
			continue
		}
		end := from
		for range odd {
			end = s.itemEnd(p.text, end)
		}
		odd *= 2
		text := p.text[from:end]
		more := others(text, above)
		if more == nil {
			return false
		}
		for _, n := range more {
			take(n)
		}
		r.Skip(end, above+strings.Count(text, "\n"))
	}
}

// itemEnd returns the offset at which the item ends that begins in the line at from.
func (s *List) itemEnd(text string, from int) int {
	hyphen := strings.Repeat(" ", s.indent) + "-"
	for at := from; at < len(text); {
		n := strings.IndexByte(text[at:], '\n')
		if n < 0 {
			break
		}
		at += n + 1
		if strings.HasPrefix(text[at:], hyphen) && isItemAt(text, at+s.indent) {
			return at
		}
	}
	return len(text)
}

// isItemAt reports whether a hyphen that begins an item is at an offset of a text.
func isItemAt(text string, at int) bool { return fastyaml.IsItem(text[at:min(at+2, len(text))]) }

// parseItems reads some items with yaml.v3, as if above lines were above them. It returns nil where they cannot be read
// by themselves.
func (s *List) parseItems(text string, above int) []*yaml.Node {
	docs, err := parse(text)
	if err != nil || len(docs) != 1 || docs[0].Kind != yaml.SequenceNode || docs[0].Column != s.indent+1 ||
		yamltree.IsTied(docs[0]) {
		return nil
	}
	yamltree.MoveDown(docs[0], above)
	return docs[0].Content
}
