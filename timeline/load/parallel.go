package load

import (
	"runtime"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inturn"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/wordsigns"
	"dateline/timeline/internal/yamldoc"
)

// smallEvent is the least size of an event in bytes, but for very small ones.
const smallEvent = 64

// inPieces reads a text piece by piece. It reports whether that reads what reading the whole would; if not, it leaves
// everything as it was.
func (r *fileReader) inPieces(text string) bool {
	docs := r.reader.InPieces(text)
	if docs == nil {
		return false
	}
	r.flush()
	before, was, counted := r.record.Checkpoint(), r.standing, r.Links
	seen, gives := r.Seen, r.groups.mayGive
	r.Seen = guess.Survey{Foreign: seen.Foreign}
	if none := r.documents(docs) == 0; r.tooOdd || none {
		r.forget()
		r.record.RollBack(before)
		r.standing, r.Links = was, counted
		r.Seen, r.groups.mayGive = seen, gives // or the same events would be counted again
		r.unread = wordsigns.Signs{}           // whose warnings are undone
		r.tooOdd = false
		return false
	}
	seen.Add(&r.Seen)
	r.Seen = seen
	return true
}

// firstPiece reads the first events out of the beginning of a text. It reports whether that can be read in pieces.
func (r *fileReader) firstPiece(text string) bool {
	end := strings.LastIndexByte(text, '\n') + 1
	if end == 0 { // JSON may be in one line
		end = strings.LastIndexByte(text, '}') + 1
	}
	text, ok := r.reader.Clean(text[:end], 0)
	if !ok {
		return false
	}
	switch format := formats.Of(r.In.Name(), text); format {
	case formats.YAML, formats.JSON:
		docs := r.reader.FirstPiece(text)
		if docs == nil {
			return false
		}
		r.Silent = format == formats.JSON
		r.Seen.Foreign = r.Silent
		r.documents(docs)
	case formats.JSONLines:
		r.foreign(format, text)
	default:
		return false
	}
	r.flush()
	return !r.tooOdd
}

// readersOf returns readers of the pieces of a list, which have begun with the first of them.
func (r *fileReader) readersOf(list *yamldoc.List) []*pieceReader {
	readers := make([]*pieceReader, 1)
	if r.reader.Workers > 1 {
		readers = make([]*pieceReader, min(1+int(r.reader.Workers), list.Len()))
	}
	for n := range readers {
		p := newPieceReader(list, r.In.Name())
		if r.reader.Workers <= 1 { // else it may go on reading when this list has been left for another
			p.plain = r.lane
		}
		p.homes, p.outer, p.Silent = r.homes, r.groups.around, r.Silent
		p.Known = r.Known
		p.heed(r.options)
		p.Seen.Foreign = r.Seen.Foreign
		if list.IsRun() {
			p.key, p.only = r.key, r.runs.isEvent
		}
		if in := list.Whole(r.In.Name()); in != nil {
			p.In, p.unread = in, r.unread.Of(in, p.Problems)
		}
		p.begin(n, r.record, r.reader.Workers)
		readers[n] = p
	}
	return readers
}

// pieces reads a list of events, or a run of documents, piece by piece: on all cores, a few ahead of the one that the
// record absorbs.
func (r *fileReader) pieces(list *yamldoc.List) {
	r.flush()
	r.letGo(list)
	last := list.Len() - 1
	readers := r.readersOf(list)
	for n := range list.Len() {
		piece := readers[n%len(readers)]
		ok, salvaged, end := piece.wait(), list.Salvaged(n), list.End(n)
		various := list.IsRun() && (piece.various || r.single == 0)
		if !various {
			r.Seen.Add(&piece.Seen)
		}
		piece.Seen = guess.Survey{Foreign: r.Seen.Foreign}
		switch {
		case r.reader.Stopped():
			return
		case salvaged != nil:
			r.eachEvent(&yaml.Node{Kind: yaml.SequenceNode, Content: salvaged})
			r.flush()
		case !ok, !r.Links.Add(&piece.Links):
			r.tooOdd = true
			if r.reader.TakeBack() {
				r.reader.NoteUnreadable(list, n)
			}
			return
		case various:
			r.runs.read(list.Documents(n))
			r.flush()
		default:
			r.record.Absorb(piece.batch, r.In.Name())
			if list.IsRun() {
				r.notes(piece.events)
			}
		}
		if n == 0 {
			r.record.Expect(min(list.Count(), list.End(last)/smallEvent))
		}
		if next := n + len(readers); next <= last {
			piece.begin(next, r.record, r.reader.Workers)
		}
		if n < last && end >= r.reader.PieceSize() { // less than a piece is read in no time
			r.portion(end)
		}
	}
}

// letGo lets the text of the file go where it can be read again, so that it and the record are not in memory at once.
func (r *fileReader) letGo(list *yamldoc.List) {
	const long = 32 << 20 // bytes: from there on the collector is not left to find out by itself that it is gone

	r.unread.Begin(r.In, r.Problems, !r.Silent) // which looks at all of the text
	if list.IsWhole() {
		r.unread.Look()
	}
	if r.reader.LetGo() && r.In.Len() >= long {
		runtime.GC()
	}
}

// A pieceReader reads pieces of a list, one after the other, each into its batch.
type pieceReader struct {
	decoder
	list  *yamldoc.List
	plain *fastyaml.Reader
	outer around // what the list has from its groups
	done  func() // waits for the piece in hand
	ok    bool   // whether the piece could be read by itself

	events  int  // documents of the piece in hand that are events, and nothing else
	various bool // whether another one is something else

	only func(*decoder, *yaml.Node) bool // reports whether a document is an event; nil where the items are no documents
}

// newPieceReader returns a reader of pieces of the list of a file.
func newPieceReader(list *yamldoc.List, file string) *pieceReader {
	r := &pieceReader{list: list, plain: new(fastyaml.Reader)}
	r.key = "events"
	r.decoder.setUp(diag.NewFile(file, ""), timeline.NewBatch(0))
	return r
}

// begin begins to read piece n. The record is to absorb its batch.
func (r *pieceReader) begin(n int, record *inturn.Record, workers parallel.Workers) {
	room := record.Rest()
	r.done = workers.Go(func() { r.ok = r.read(n, room) })
}

// wait waits until the piece has been read, and reports whether it could be read by itself.
func (r *pieceReader) wait() bool {
	r.done()
	return r.ok
}

// read reads piece n, unless that was salvaged, and reports to a list of that room. It reports whether the piece can be
// read by itself.
func (r *pieceReader) read(n int, room diag.List) bool {
	if r.list.IsSalvaged(n) {
		return true
	}
	r.batch.Reset(room)
	text, in := r.list.Input(n, r.In)
	r.In = in
	r.Links.Begin(r.list.Size(n))
	r.groups.around = r.outer.apart()
	r.groups.mayGive = givenAtAll / 2 // by the piece, so that it does not depend on the cores
	clear(r.groups.kept)
	r.events, r.various = 0, false
	again := func() {
		r.batch.Reset(room)
		r.Links.Begin(r.list.Size(n))
		r.unread = wordsigns.Signs{}
	}
	ok := r.list.Each(n, text, r.plain, again, func(n *yaml.Node) {
		r.faults()
		switch n = r.Follow(n); {
		case r.various:
		case r.only != nil && !r.only(&r.decoder, n):
			r.various = true
		case yamldoc.IsNull(n):
			r.heedNothing(n, n.Line, 1, "-")
		default:
			r.events++
			r.event(n)
		}
	})
	r.faults()
	r.list.Leave(in)
	return ok
}

// faults reports what is wrong in the JSON that was read last.
func (r *pieceReader) faults() {
	r.list.Report(r.In, r.Problems, r.plain.Faults())
}

// notes notes that documents were read that are events.
func (r *fileReader) notes(events int) {
	r.single, r.docs = r.single+events, r.docs+events
	r.gave, r.decoder.Alone = true, false
}
