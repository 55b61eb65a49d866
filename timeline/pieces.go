package timeline

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// usualPiece is about how many bytes of a list of events are read at a time; of a short one a quarter, but no less than
// smallPiece.
const (
	usualPiece = 256 << 10
	smallPiece = 8 << 10
)

// smallEvent is how many bytes an event takes at least, but for very small ones.
const smallEvent = 64

// inPieces reads a text piece by piece, where that gives what reading it whole does; else it leaves everything as it was.
func (d *decoder) inPieces(text string) bool {
	s, ok := splitRecord(text, min(d.piece, max(len(text)/4, smallPiece)))
	if !ok {
		return false
	}
	d.flush()
	before := d.record.checkpoint()
	d.splits = map[*yaml.Node]*split{s.list: s}
	d.document(s.rest)
	if d.tooOdd {
		d.reset(maxProblems)
		d.record.takeBack(before)
	}
	return !d.tooOdd
}

// firstPiece reads the first events out of the beginning of a text, where it can be read in pieces.
func (d *decoder) firstPiece(text string) bool {
	text, ok := d.fit(text[:strings.LastIndexByte(text, '\n')+1])
	if !ok || isMarkdown(d.in.name) {
		return false
	}
	d.in.replace(text)
	s, ok := splitRecord(text, d.piece)
	if !ok {
		return false
	}
	s.pieces = s.pieces[:1]
	d.splits = map[*yaml.Node]*split{s.list: s}
	d.document(s.rest)
	d.flush()
	return !d.tooOdd
}

// flush lets the record have what was read.
func (d *decoder) flush() {
	d.record.absorb(d.passage, d.in.name)
	d.reset(maxProblems)
}

// pieces reads the events of a split, piece by piece: on all cores, a few ahead of the one that the record absorbs.
func (d *decoder) pieces(s *split) {
	d.title = cmp.Or(d.title, d.heading.title) // which a portion is to have already
	d.flush()
	readers := make([]*pieceReader, min(1+runtime.GOMAXPROCS(0), len(s.pieces)))
	for i := range readers {
		readers[i] = newPieceReader(s, d.in.name)
		readers[i].begin(s.pieces[i], d.record)
	}
	for n, p := range s.pieces {
		r := readers[n%len(readers)]
		switch ok := r.wait(); {
		case d.ctx.Err() != nil:
			return
		case p.items != nil:
			d.events(&yaml.Node{Kind: yaml.SequenceNode, Content: p.items})
			d.flush()
		case !ok:
			d.tooOdd = true
			for i, p := range s.pieces[:n+1] {
				d.remember(p, i < n)
			}
			return
		default:
			d.record.absorb(r.passage, d.in.name)
		}
		if n == 0 {
			d.record.expect(min(s.count, s.pieces[len(s.pieces)-1].end/smallEvent))
		}
		if next := n + len(readers); next < len(s.pieces) {
			r.begin(s.pieces[next], d.record)
		}
		if n+1 < len(s.pieces) && p.end >= d.piece { // less is there at once
			d.portion(p.end)
		}
	}
}

// expect makes room for n events, with ids of their own if those so far have any.
func (b *builder) expect(n int) {
	b.events.grow(n)
	if b.ids.used > 0 {
		b.ids.grow(n)
	}
}

// A pieceReader reads pieces of a split, one after the other, each into its passage.
type pieceReader struct {
	decoder
	split *split
	plain plainReader
	done  func() // waits for the piece in hand
	ok    bool   // whether that could be read by itself
}

func newPieceReader(s *split, file string) *pieceReader {
	r := &pieceReader{split: s}
	r.decoder = decoder{passage: newPassage(0), in: &input{name: file}, key: "events"}
	return r
}

// begin begins to read a piece, for the record that is to absorb its passage.
func (r *pieceReader) begin(p splitPiece, record *builder) {
	room := record.room - len(record.problems)
	r.done = Go(func() { r.ok = r.read(p, room) })
}

// wait waits until the piece has been read and reports whether it could be by itself.
func (r *pieceReader) wait() bool {
	r.done()
	return r.ok
}

// read reads a piece: each item as plain YAML, or as yaml.v3 does.
func (r *pieceReader) read(p splitPiece, room int) bool {
	if p.items != nil {
		return true // which are not for us
	}
	r.reset(room)
	r.in = &input{name: r.in.name, text: p.text, above: p.above}
	r.plain.open(p.text, p.above)
	if r.split.items(&r.plain, r.split.parseItems, r.item) {
		return true
	}
	r.reset(room)
	items := r.split.parseItems(p.text, p.above)
	for _, n := range items {
		r.item(n)
	}
	return items != nil
}

// item reads an item of the list, whose nodes are not needed any more then.
func (r *pieceReader) item(n *yaml.Node) {
	if !isNull(n) {
		r.event(n)
	}
	r.plain.nodes.reset()
}

// A checkpoint says how far a builder has come.
type checkpoint struct {
	head
	events, texts, unnamed                        int
	actors, records, mentions, sources, citations int
	cited, follows, problems, omitted             int
}

// checkpoint says how far b has come.
func (b *builder) checkpoint() checkpoint {
	return checkpoint{
		b.head, b.events.len(), len(b.events.texts), len(b.unnamed), len(b.actors), len(b.roster.records), len(b.roster.mentions), len(b.sources), len(b.citations),
		len(b.cited), len(b.follows), len(b.problems), b.omitted,
	}
}

// takeBack takes b back to a checkpoint.
func (b *builder) takeBack(m checkpoint) {
	b.head = m.head
	b.events.takeBack(m.events, m.texts)
	b.unnamed = b.unnamed[:m.unnamed]
	b.actors, b.sources, b.citations = b.actors[:m.actors], b.sources[:m.sources], b.citations[:m.citations]
	b.roster.records, b.roster.mentions = b.roster.records[:m.records], slices.Clip(b.roster.mentions[:m.mentions])
	b.cited, b.follows = b.cited[:m.cited], b.follows[:m.follows]
	b.problems, b.omitted = b.problems[:m.problems], m.omitted
	b.ids.forget(m.events)
	forget(b.actorIDs, m.actors)
	forget(b.sourceIDs, m.sources)
	forget(b.cites, m.citations)
	forget(b.roster.numbers, m.mentions)
}

// forget drops what was added to a map from the n-th on.
func forget[T ~int | ~int32](numbers map[string]T, n int) {
	maps.DeleteFunc(numbers, func(_ string, number T) bool { return int(number) >= n })
}
