package load

import (
	"runtime"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yamldoc"
)

// smallEvent is how many bytes an event takes at least, but for very small ones.
const smallEvent = 64

// inPieces reads a text piece by piece, where that gives what reading it whole does; else it leaves everything as it was.
func (d *decoder) inPieces(text string) bool {
	list := d.reader.InPieces(text)
	if list == nil {
		return false
	}
	d.flush()
	before := d.record.Checkpoint()
	d.document(list.Rest())
	if d.tooOdd {
		d.batch.Reset(diag.MaxProblems)
		d.record.RollBack(before)
	}
	return !d.tooOdd
}

// firstPiece reads the first events out of the beginning of a text, where it can be read in pieces.
func (d *decoder) firstPiece(text string) bool {
	text, ok := d.reader.Clean(text[:strings.LastIndexByte(text, '\n')+1], 0)
	if !ok || yamldoc.IsMarkdown(d.in.Name) {
		return false
	}
	list := d.reader.FirstPiece(text)
	if list == nil {
		return false
	}
	d.document(list.Rest())
	d.flush()
	return !d.tooOdd
}

// flush lets the record have what was read.
func (d *decoder) flush() {
	d.record.Absorb(d.batch, d.in.Name)
	d.batch.Reset(diag.MaxProblems)
}

// pieces reads a list of events, piece by piece: on all cores, a few ahead of the one that the record absorbs.
func (d *decoder) pieces(list *yamldoc.List) {
	d.batch.AddTitle(d.heading.Title) // which a portion is to have already
	d.flush()
	last := list.Len() - 1
	readers := make([]*pieceReader, min(1+runtime.GOMAXPROCS(0), list.Len()))
	for n := range readers {
		readers[n] = newPieceReader(list, d.in.Name)
		readers[n].begin(n, d.record)
	}
	for n := range list.Len() {
		r := readers[n%len(readers)]
		ok, salvaged, end := r.wait(), list.Salvaged(n), list.End(n)
		switch {
		case d.reader.Stopped():
			return
		case salvaged != nil:
			d.events(&yaml.Node{Kind: yaml.SequenceNode, Content: salvaged})
			d.flush()
		case !ok:
			d.tooOdd = true
			d.reader.NoteUnreadable(list, n)
			return
		default:
			d.record.Absorb(r.batch, d.in.Name)
		}
		if n == 0 {
			d.record.Expect(min(list.Count(), list.End(last)/smallEvent))
		}
		if next := n + len(readers); next <= last {
			r.begin(next, d.record)
		}
		if n < last && end >= d.reader.PieceSize() { // less is there at once
			d.portion(end)
		}
	}
}

// A pieceReader reads pieces of a list, one after the other, each into its batch.
type pieceReader struct {
	decoder
	list  *yamldoc.List
	plain fastyaml.Reader
	done  func() // waits for the piece in hand
	ok    bool   // whether that could be read by itself
}

func newPieceReader(list *yamldoc.List, file string) *pieceReader {
	r := &pieceReader{list: list}
	r.decoder = decoder{batch: timeline.NewBatch(0), in: &diag.File{Name: file}, key: "events"}
	return r
}

// begin begins to read piece n, for the record that is to absorb its batch.
func (r *pieceReader) begin(n int, record *timeline.Builder) {
	room := record.Problems.Left()
	r.done = parallel.Go(func() { r.ok = r.read(n, room) })
}

// wait waits until the piece has been read and reports whether it could be by itself.
func (r *pieceReader) wait() bool {
	r.done()
	return r.ok
}

// read reads piece n, unless that was salvaged.
func (r *pieceReader) read(n, room int) bool {
	if r.list.Salvaged(n) != nil {
		return true
	}
	r.batch.Reset(room)
	r.in, r.indented = r.list.Input(n, r.in.Name), 0
	return r.list.Each(n, &r.plain, func() { r.batch.Reset(room) }, func(n *yaml.Node) {
		if !yamldoc.IsNull(n) {
			r.event(n)
		}
	})
}
