package timeline

import (
	"runtime"
	"strings"

	"gopkg.in/yaml.v3"
)

// smallEvent is how many bytes an event takes at least, but for very small ones.
const smallEvent = 64

// inPieces reads a text piece by piece, where that gives what reading it whole does; else it leaves everything as it was.
func (d *decoder) inPieces(text string) bool {
	list := d.reader.inPieces(text)
	if list == nil {
		return false
	}
	d.flush()
	before := d.record.checkpoint()
	d.document(list.rest)
	if d.tooOdd {
		d.batch.reset(maxProblems)
		d.record.rollBack(before)
	}
	return !d.tooOdd
}

// firstPiece reads the first events out of the beginning of a text, where it can be read in pieces.
func (d *decoder) firstPiece(text string) bool {
	text, ok := d.reader.clean(text[:strings.LastIndexByte(text, '\n')+1])
	if !ok || isMarkdown(d.in.name) {
		return false
	}
	d.in.replace(text)
	list := d.reader.firstPiece(text)
	if list == nil {
		return false
	}
	d.document(list.rest)
	d.flush()
	return !d.tooOdd
}

// flush lets the record have what was read.
func (d *decoder) flush() {
	d.record.absorb(d.batch, d.in.name)
	d.batch.reset(maxProblems)
}

// pieces reads a list of events, piece by piece: on all cores, a few ahead of the one that the record absorbs.
func (d *decoder) pieces(list *yamlList) {
	d.batch.addTitle(d.heading.Title) // which a portion is to have already
	d.flush()
	last := list.len() - 1
	readers := make([]*pieceReader, min(1+runtime.GOMAXPROCS(0), list.len()))
	for n := range readers {
		readers[n] = newPieceReader(list, d.in.name)
		readers[n].begin(n, d.record)
	}
	for n := range list.len() {
		r := readers[n%len(readers)]
		ok, salvaged, end := r.wait(), list.salvaged(n), list.end(n)
		switch {
		case d.reader.stopped():
			return
		case salvaged != nil:
			d.events(&yaml.Node{Kind: yaml.SequenceNode, Content: salvaged})
			d.flush()
		case !ok:
			d.tooOdd = true
			d.reader.noteUnreadable(list, n)
			return
		default:
			d.record.absorb(r.batch, d.in.name)
		}
		if n == 0 {
			d.record.expect(min(list.count, list.end(last)/smallEvent))
		}
		if next := n + len(readers); next <= last {
			r.begin(next, d.record)
		}
		if n < last && end >= d.reader.piece { // less is there at once
			d.portion(end)
		}
	}
}

// A pieceReader reads pieces of a list, one after the other, each into its batch.
type pieceReader struct {
	decoder
	list  *yamlList
	plain plainReader
	done  func() // waits for the piece in hand
	ok    bool   // whether that could be read by itself
}

func newPieceReader(list *yamlList, file string) *pieceReader {
	r := &pieceReader{list: list}
	r.decoder = decoder{batch: newBatch(0), in: &input{name: file}, key: "events"}
	return r
}

// begin begins to read piece n, for the record that is to absorb its batch.
func (r *pieceReader) begin(n int, record *builder) {
	room := record.problems.left()
	r.done = Go(func() { r.ok = r.read(n, room) })
}

// wait waits until the piece has been read and reports whether it could be by itself.
func (r *pieceReader) wait() bool {
	r.done()
	return r.ok
}

// read reads piece n, unless that was salvaged.
func (r *pieceReader) read(n, room int) bool {
	if r.list.salvaged(n) != nil {
		return true
	}
	r.batch.reset(room)
	r.in, r.indented = r.list.input(n, r.in.name), 0
	return r.list.each(n, &r.plain, func() { r.batch.reset(room) }, func(n *yaml.Node) {
		if !isNull(n) {
			r.event(n)
		}
	})
}
