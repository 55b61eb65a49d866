package timeline

import (
	"cmp"
	"context"
	"maps"
	"runtime"
	"strings"

	"gopkg.in/yaml.v3"
)

// usualPiece is about how many bytes of a list of events are read at a time; of a short one a quarter, but no less than
// smallPiece.
const (
	usualPiece = 64 << 10
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
	before := d.checkpoint()
	d.splits = map[*yaml.Node]*split{s.list: s}
	d.document(s.rest)
	if d.tooOdd {
		d.takeBack(before)
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
	return !d.tooOdd
}

// pieces reads the events of a split, piece by piece.
func (d *decoder) pieces(s *split) {
	d.title = cmp.Or(d.title, d.heading.title) // which a portion is to have already
	ctx, stop := context.WithCancel(d.ctx)
	defer stop()
	n := 0
	for answer := range s.parseAhead(ctx) {
		parsed := <-answer
		if parsed.items == nil {
			d.tooOdd = true
			for i, p := range s.pieces[:n+1] {
				d.remember(p, i < n)
			}
			return
		}
		d.events(&yaml.Node{Kind: yaml.SequenceNode, Content: parsed.items})
		s.done(parsed.reader)
		if n++; n == 1 {
			d.expect(min(s.count, s.pieces[len(s.pieces)-1].end/smallEvent))
		}
		if n < len(s.pieces) && s.pieces[n-1].end >= d.piece { // less is there at once
			d.portion(s.pieces[n-1].end)
		}
	}
}

// expect makes room for n events, with ids of their own if those so far have any.
func (b *builder) expect(n int) {
	b.events.grow(n)
	if len(b.ids) > 0 {
		ids := make(map[string]int32, len(b.ids)+n)
		maps.Copy(ids, b.ids)
		b.ids = ids
	}
}

// parseAhead parses pieces on all cores, a few ahead of the one that is asked for. The answers are in order.
func (s *split) parseAhead(ctx context.Context) <-chan <-chan parsedPiece {
	answers := make(chan (<-chan parsedPiece), runtime.GOMAXPROCS(0))
	go func() {
		defer close(answers)
		for _, p := range s.pieces {
			answer := make(chan parsedPiece, 1)
			go func() {
				// Nobody else could recover from a panic here; the whole is tried then, where somebody does.
				parsed, _ := recovered(func() (parsedPiece, error) { return s.parse(p), nil })
				answer <- parsed
			}()
			select {
			case answers <- answer:
			case <-ctx.Done():
				return
			}
		}
	}()
	return answers
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
	b.events.seal()
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
	b.roster.records, b.roster.mentions = b.roster.records[:m.records], b.roster.mentions[:m.mentions]
	b.cited, b.follows = b.cited[:m.cited], b.follows[:m.follows]
	b.problems, b.omitted = b.problems[:m.problems], m.omitted
	forget(b.ids, m.events)
	forget(b.actorIDs, m.actors)
	forget(b.sourceIDs, m.sources)
	forget(b.cites, m.citations)
	forget(b.roster.numbers, m.mentions)
}

// forget drops what was added to a map from the n-th on.
func forget[T ~int | ~int32](numbers map[string]T, n int) {
	maps.DeleteFunc(numbers, func(_ string, number T) bool { return int(number) >= n })
}
