// Package yamldoc turns the text of a file into YAML nodes: all of its documents, or of a broken text what can be read.
//
// A text goes through a Reader in three steps. Clean replaces the characters for which yaml.v3 would refuse the whole
// file. InPieces cuts a text at its documents, and a long list of events into a List, whose pieces may be read on all
// cores, and which never has all of its nodes in memory. Documents reads everything else. Where that is not YAML, it
// puts back what has slipped out of its item, and takes the rest apart by its indentation, until each part can be read
// or is the one at fault; then it finds in all parts what the aliases stand for. What was wrong is reported with its
// place and a cure:
//
//	var problems diag.List
//	r := yamldoc.NewReader(ctx, &diag.File{Name: "record.yaml"}, &problems, yamldoc.UsualPiece)
//	if text, ok := r.Clean(text, 0); ok {
//		docs, whole := r.Documents(text)
//		…
//	}
//
// It knows of a record only that it is a map with the key events, or a list, and by what keys an event shows that
// something else has swallowed. What keys mean is the business of package load. It imports diag, cleantext, fastyaml,
// flow, parallel, yaml12 and yamltree.
package yamldoc

import (
	"context"
	"errors"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/cleantext"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/yaml12"
	"dateline/timeline/internal/yamlcut"
	"dateline/timeline/internal/yamltree"
)

// A Reader reads the text of one file as YAML nodes. NewReader makes one.
type Reader struct {
	Workers parallel.Workers // that clean a text
	Unread  bool             // whether the text that Clean is given is not the whole file

	// Salvaged is called while a long list is salvaged, with the offset at which a piece ends. It may be nil.
	Salvaged func(bytes int)

	ctx       context.Context // ends the salvaging of a long list
	in        *diag.File
	problems  *diag.List
	size      int                  // of a piece, in bytes
	lists     map[*yaml.Node]*List // by their nodes
	known     map[string]bool      // texts of pieces, and whether each can be read by itself
	shifts    map[int]int          // blanks that were put before a line of the text, by its number from 1
	brokenEnd string               // an end of the text that is not YAML, however the text begins
}

// NewReader returns a Reader of a file that reports to problems. It cuts long lists into pieces of about size bytes.
// When ctx is done, it salvages no more of a broken list.
//
// The Reader sets the text of the file in to what it reads, clean and without tabs, so that places in it stay true.
func NewReader(ctx context.Context, in *diag.File, problems *diag.List, size int) *Reader {
	return &Reader{Workers: parallel.All(), ctx: ctx, in: in, problems: problems, size: size}
}

// Clean makes the text of the file fit for yaml.v3; see package cleantext. The first fit bytes are known to be so. ok
// is false, and the problems say why, where the text is none.
func (r *Reader) Clean(text string, fit int) (cleaned string, ok bool) {
	c := cleantext.Cleaner{In: r.in, Problems: r.problems, Workers: r.Workers, Unread: r.Unread}
	return c.Clean(text, fit)
}

// PieceSize returns about how many bytes a piece of a long list has.
func (r *Reader) PieceSize() int { return r.size }

// Stopped reports whether the context of the Reader is done, so that nobody wants the rest.
func (r *Reader) Stopped() bool { return r.ctx.Err() != nil }

// Documents returns the documents of a text that Clean returned, or that such a text begins with. Where the text
// is not YAML, whole is false, the problems say why, and docs are what could be read. What is missing in them has the
// tag Broken, or lies in something that has it. A long list of events may be without items in docs; see List.
func (r *Reader) Documents(text string) (docs []*yaml.Node, whole bool) {
	text = r.fewDirectives(text)
	docs, err := r.read(text)
	if err != nil {
		return r.salvage(text, err), false
	}
	if mended := r.unswallow(text, docs); mended != nil {
		return mended, false
	}
	return docs, true
}

// List returns the list of events that a node without items represents, and nil for any other node.
func (r *Reader) List(n *yaml.Node) *List { return r.lists[n] }

// InPieces returns the documents of a long text, whose long lists of events are cut into pieces. Short documents are in
// pieces of a List as well; see IsRun. It returns nil where that cannot be done; then Documents reads the text.
func (r *Reader) InPieces(text string) (docs []*yaml.Node) {
	size := min(r.size, max(len(text)/4, smallPiece))
	from, ok := r.begin(text)
	if len(text) < 2*size || !ok {
		return nil
	}
	if n := r.inFlow(text, size, false); n != nil && !yamltree.Swallows(n) {
		return []*yaml.Node{n}
	}
	r.lists = nil
	var run *List // of short documents
	for d := range yamlcut.Documents(text, from) {
		if len(d.Text) < size {
			if run == nil {
				run = &List{list: &yaml.Node{Kind: yaml.DocumentNode}, run: true, original: r.in.Text()}
				docs = append(docs, run.list)
				r.later(run)
			}
			run.add(d, text, size)
			continue
		}
		more, ok := r.document(d, size, text)
		if !ok || slices.ContainsFunc(more, yamltree.Swallows) {
			return nil
		}
		docs, run = append(docs, more...), nil
	}
	return docs
}

// LetGo lets the text of the file go, if it can be read again, and those of the pieces of its lists with it. It is
// for when nobody holds another part of the text any more. It reports whether it did.
func (r *Reader) LetGo() bool {
	if r.in.IsLetGo() {
		return false
	}
	text := r.in.Text()
	for _, list := range r.lists {
		if !list.canLetGo(text) {
			return false
		}
	}
	if !r.in.LetGo() {
		return false
	}
	for _, list := range r.lists {
		list.letGo(r.in)
	}
	r.known, r.brokenEnd = nil, ""
	return true
}

// TakeBack takes the text of the file back into memory if it was let go, and reports whether the file still has it.
func (r *Reader) TakeBack() bool {
	if !r.in.IsLetGo() {
		return true
	} else if !r.in.TakeBack() {
		return false
	}
	for _, list := range r.lists {
		list.takeBack(r.in.Text())
	}
	return true
}

// begin returns the offset of the first document of a text, and reports whether the text can be cut into documents.
func (r *Reader) begin(text string) (from int, ok bool) {
	if from, ok = yamlcut.Begin(text); ok && strings.Count(text[:from], "\n%") >= maxDirectives {
		return 0, false
	}
	if ok && from > 0 {
		_, err := parse(text[:from] + "---\n")
		ok = err == nil
	}
	return from, ok
}

// document reads one document of a text. It reports whether that can be read by itself, and needs not be read whole
// where it is all of the text.
func (r *Reader) document(d yamlcut.Document, size int, text string) (docs []*yaml.Node, ok bool) {
	if s, ok := splitRecord(d.Text, size); ok && d.Bare {
		yamltree.MoveDown(s.rest, d.Above)
		s.moveDown(d.Above, d.From)
		s.original = r.in.Text()
		r.later(s)
		return []*yaml.Node{s.rest}, true
	}
	if len(d.Text) == len(text) {
		return nil, false
	}
	docs, err := parse(d.Text)
	for _, n := range docs {
		yamltree.MoveDown(n, d.Above)
	}
	return docs, err == nil
}

// FirstPiece returns the first documents of the beginning of a long text, up to one with a list that is cut short after
// its first piece. It returns nil where there is none, as InPieces does.
func (r *Reader) FirstPiece(text string) (docs []*yaml.Node) {
	if n := r.inFlow(text, r.size, true); n != nil {
		return []*yaml.Node{n}
	}
	if n := strings.LastIndex(text, "\n%YAML"); n >= 0 && !strings.Contains(text[n:], "\n---") {
		text = text[:n+1] // the document that it stands above is still to come
	}
	from, ok := r.begin(text)
	if !ok {
		return nil
	}
	short := 0 // bytes of documents that have no such list, without a head
	var before yamlcut.Document
	for d := range yamlcut.Documents(text, from) {
		if before.Text != "" && short < r.size { // which is whole, since another one follows
			more, ok := r.document(before, r.size, text)
			if !ok {
				return nil
			}
			docs = append(docs, more...)
		}
		if s, ok := splitRecord(d.Text, r.size); ok && d.Bare {
			yamltree.MoveDown(s.rest, d.Above)
			s.moveDown(d.Above, d.From)
			s.original = r.in.Text()
			s.pieces = s.pieces[:1]
			r.later(s)
			return append(docs, s.rest)
		}
		if before = d; len(docs) > 0 {
			short += len(d.Text)
		}
	}
	return docs
}

// parse returns the documents of a text, all or none.
func parse(text string) ([]*yaml.Node, error) {
	if isDense(text) {
		return nil, errDense
	}
	return yaml12.Parse(text)
}

// read returns the documents of a text, all or none, as parse does. It leaves the list of events of a long record to be
// read piece by piece. Where one piece shows that the record is not YAML, it parses little more than that one and
// returns errBroken.
func (r *Reader) read(text string) ([]*yaml.Node, error) {
	c := splitter{text: text, size: r.size}
	if len(text) < 2*r.size || !c.head() || !c.items() {
		return parse(text)
	}
	s := c.list()
	bad := 0
	for bad < len(s.pieces) && r.readable(s, s.pieces[bad]) {
		bad++
	}
	if bad == len(s.pieces) && s.join(&c) {
		r.later(s)
		return []*yaml.Node{s.rest}, nil
	}
	if r.isBroken(&c, bad) {
		return nil, errBroken
	}
	return parse(text)
}

// later leaves the list of s to be read when somebody asks for it.
func (r *Reader) later(s *List) {
	if r.lists == nil {
		r.lists = map[*yaml.Node]*List{}
	}
	r.lists[s.list] = s
}

// readable reports whether a piece can be read by itself.
func (r *Reader) readable(s *List, p piece) bool {
	readable, known := r.known[p.text]
	if !known {
		readable = s.isReadable(p)
		r.remember(p, readable)
	}
	return readable
}

// NoteUnreadable notes that piece n of a list cannot be read by itself, and that those before it can. Documents then
// need not read them again.
func (r *Reader) NoteUnreadable(s *List, n int) {
	if s.tied != nil { // Documents knows nothing of what is above a piece
		return
	}
	for i, p := range s.pieces[:n+1] {
		r.remember(p, i < n)
	}
}

// remember notes whether a piece can be read by itself.
func (r *Reader) remember(p piece, readable bool) {
	if r.known == nil {
		r.known = map[string]bool{}
	}
	r.known[p.text] = readable
}

// errBroken says that a text is not YAML, but not why; parse does.
var errBroken = errors.New("a piece of this is not YAML")

// isBroken reports whether it is certain that a text is not YAML. That mostly shows without the first pieces of its
// list, of which the given number can be read. No other part depends on them: nothing in them is tied, and a list may
// begin with any item.
func (r *Reader) isBroken(c *splitter, readable int) bool {
	rest := c.text[c.to:]
	if isDense(rest) {
		return true
	}
	if readable < len(c.pieces) {
		bad := c.pieces[readable]
		if _, err := parse(bad.text); err == nil || isUnknownAnchor(err) {
			return false
		}
		if rest = c.text[bad.end-len(bad.text):]; isDense(rest) {
			return true
		}
	}
	head := c.text[:c.from]
	if c.key > 0 {
		docs, err := parse(head)
		if err != nil || len(docs) != 1 || !opens(docs[0], c.key) {
			return false
		}
	}
	if rest != "" && rest == r.brokenEnd {
		return true
	}
	if _, err := yaml12.Parse(head, rest); err == nil {
		return false
	}
	r.brokenEnd = rest
	return true
}

// isUnknownAnchor reports whether yaml.v3 misses the anchor of an alias, which may be in another part of the text.
func isUnknownAnchor(err error) bool { return strings.Contains(err.Error(), "unknown anchor") }

// opens reports whether a document ends with the key events in the given line, so that what comes next is its value.
func opens(n *yaml.Node, line int) bool {
	if n.Kind != yaml.MappingNode || n.Style&yaml.FlowStyle != 0 || len(n.Content) < 2 {
		return false
	}
	key, value := n.Content[len(n.Content)-2], n.Content[len(n.Content)-1]
	return key.Value == "events" && key.Line == line && key.Column == 1 && IsNull(value)
}
