package load

import (
	"cmp"
	"context"
	"io"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/chronicle"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/inturn"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/slides"
	"dateline/timeline/internal/yamldoc"
)

// A fileReader reads one file into a record: its text, its documents, its list of events whole or in pieces.
type fileReader struct {
	decoder
	record  *inturn.Record // takes what is in the batch
	reader  *yamldoc.Reader
	lane    *fastyaml.Reader // reads what is in its way
	portion func(read int)   // called between pieces with the number of bytes of the file that have been read
	open    func() (io.ReadCloser, error)
	text    string   // of the file as it is; "" as soon as it is being read, since a long one is let go
	tooOdd  bool     // whether a piece could not be read by itself
	runs    struct { // of documents that follow on each other
		isEvent func(*decoder, *yaml.Node) bool // reports whether one is an event, whatever it follows on
		read    func([]*yaml.Node)              // reads any
	}

	inFolder bool // whether it was found in a folder, and not named
	inTable  func() bool
	isHead   bool // whether it is the head of a folder's record
	standing

	seen *chronicle.Page // what a page without front matter says
}

// A standing is what the documents that were read so far say of the file.
type standing struct {
	single  int                                 // documents that are one event
	docs    int                                 // documents so far
	gave    bool                                // whether one of them gave events
	headed  struct{ title, description string } // what documents so far say of the record
	records bool                                // whether it gives actors, sources or types
	hints   bool                                // whether a document that gives no event has a date or a title
	dated   []int                               // the lines of such a document that begin with dates
	holds   string                              // what a document that gives no event holds instead …
	cure    string                              // … and how to read it
}

// newFileReader returns a fileReader for a file, which reads a long list in pieces of about size bytes.
func newFileReader(ctx context.Context, f File, size int, record *inturn.Record) *fileReader {
	name := f.Name
	r := &fileReader{record: record, lane: new(fastyaml.Reader), portion: func(int) {}, open: f.Open}
	r.inFolder, r.inTable = f.inFolder, f.inTable
	r.isHead = f.inFolder && formats.IsFolderHead(name)
	r.homes = homeOf
	r.decoder.setUp(cmp.Or(f.again, diag.NewFile(name, "")), timeline.NewBatch(0))
	r.forget()
	r.reader = yamldoc.NewReader(ctx, r.In, r.Problems, size)
	r.groups.first = func(n *yaml.Node) []*yaml.Node {
		if list := r.reader.List(n); list != nil {
			return list.First()
		}
		return nil
	}
	r.groups.many = func(n *yaml.Node) int {
		if list := r.reader.List(n); list != nil {
			return list.Count()
		}
		return 0
	}
	r.groups.mayGive, r.groups.points = givenAtAll, !f.inFolder
	r.groups.long = func(n *yaml.Node) bool {
		list := r.reader.List(n)
		if list != nil {
			r.pieces(list)
		}
		return list != nil
	}
	r.runs.isEvent = func(d *decoder, n *yaml.Node) bool { return !r.inFolder && d.isOnlyEvent(n) }
	r.runs.read = func(docs []*yaml.Node) { r.documents(docs) }
	return r
}

// whole reads the text of the file. Where the program fails over it, that is an error of the file, and the record has
// what it had before. It reports false where the file has changed so that it is to be read anew; the record has what it
// had before then, too.
func (r *fileReader) whole(fit int) bool {
	before := r.record.Checkpoint()
	failed := parallel.Catch(func() {
		r.file(fit)
		r.flush()
	})
	r.In.Close()
	if r.In.Changed() {
		r.record.RollBack(before)
		return false
	}
	if failed != nil {
		r.record.RollBack(before)
		r.forget()
		r.failed(diag.Range{File: r.In}, "this file", failed)
		r.flush()
	}
	return true
}

// clean returns the text of the file, fit to be read, and leaves it to others.
func (r *fileReader) clean(fit int) (text string, ok bool) {
	text, ok = r.reader.Clean(r.text, fit)
	if as := strings.TrimPrefix(r.text, "\ufeff"); strings.HasPrefix(as, text) { // it is as the file has it
		r.In.IsIn(r.open, len(r.text)-len(as))
	}
	r.text = ""
	return text, ok
}

// file reads the text of the file: all its documents, or what can be read of them. The first fit bytes are known to
// need no cleaning.
func (r *fileReader) file(fit int) {
	text, ok := r.clean(fit)
	if !ok {
		return
	}
	r.groups.mayGive += givenPerByte * len(text)
	switch format := formats.Of(r.In.Name(), text); {
	case format != formats.YAML && strings.TrimSpace(text) == "":
		if !r.inFolder { // of a folder it is counted
			r.Report(diag.Range{File: r.In}, rule.EmptyFile, "the file is empty", example)
		}
	case format != formats.Markdown && foreign.IsTemplate(text):
		if !r.inFolder || format == formats.YAML {
			r.Report(diag.Range{File: r.In}, rule.NotARecord, "this is "+foreign.Template, foreign.OfTemplate)
		}
	case format == formats.TOML && foreign.IsProgram(r.In.Name()): // the lines of a script may look like it
	case format == formats.Markdown:
		r.markdown(text)
	case format != formats.YAML:
		r.foreign(format, text)
	case !r.inPieces(text): // nothing here may hold the text meanwhile
		r.yamlDocuments(r.In.Text())
	}
}

// yamlDocuments reads the documents of a text of YAML.
func (r *fileReader) yamlDocuments(text string) {
	r.someDocuments(r.reader.Documents(text))
}

// someDocuments reads the documents of a text of YAML, and whether they are all of it.
func (r *fileReader) someDocuments(docs []*yaml.Node, whole bool) {
	if r.documents(docs) == 0 && whole {
		r.Report(diag.Range{File: r.In}, rule.EmptyFile, "the file is empty", example)
	}
}

// documents reads the documents of the file, and returns the number of those that are not empty.
func (r *fileReader) documents(docs []*yaml.Node) (n int) {
	for _, doc := range docs {
		if r.tooOdd {
			break
		}
		switch before := r.docs; {
		case doc.Kind == yaml.DocumentNode:
			r.pieces(r.reader.List(doc))
			n += r.docs - before
		case !yamldoc.IsNull(doc):
			n++
			r.document(doc)
		}
	}
	return n
}

// isTopKey reports whether a record or an event has that key.
func isTopKey(key string) bool { return headFields.has(key) || eventFields.has(key) }

// flush hands what is in the batch to the record.
func (r *fileReader) flush() {
	r.record.Absorb(r.batch, r.In.Name())
	r.forget()
}

// forget empties the batch. It reports what the record has room for.
func (r *fileReader) forget() { r.batch.Reset(r.record.Rest()) }

// example shows a writer how a record begins. It is the hint of some problems.
const example = "a record begins with events:, then on lines of their own - date: 2025-09-08 and, " +
	"indented as far as date, title: …"

// A head is the head of a record in hand, and the file that it is in, by which its list of events is read.
type head struct {
	timeline.Header
	file *fileReader
	keys []*yaml.Node // of the map that it is where its writer does not mean our keys alone
}

// document reads a document: a full record, a list of events, or one event. The text of a Markdown page is the summary
// of its one event, or else the description of its record. Where there is one already, it is kept under bodyKey.
func (r *fileReader) document(n *yaml.Node) {
	h := head{file: r}
	r.docs++
	if n = r.Follow(n); n.Kind == yaml.MappingNode {
		h.keys = r.othersKeys(n)
		r.headFields(n) // which name what tells its events
		if !r.Silent {  // such slips are those of a hand
			n = r.misspelt(n)
		}
		if containers.Has(n, "events") {
			n = slides.Record(n)
		}
	}
	switch event := n.Kind == yaml.MappingNode && r.isEvent(n); {
	case n.Kind == yaml.MappingNode && !r.isHead && r.mayContain(n) && r.contained(n, &h):
		r.gave = true
	case n.Kind == yaml.MappingNode && r.isBarren(n, event):
		r.passOver(n)
		return
	case event && !r.isHead, n.Kind == yaml.MappingNode && r.isNote(n),
		r.single > 0 && r.addsNothing(n) && containers.Has(n, "title"): // as the documents before it are events
		r.gave = true
		r.note(n)
	case n.Kind != yaml.MappingNode && r.isBarrenList(n):
		r.passOver(n)
		return
	case n.Kind == yaml.SequenceNode:
		h.Description, h.Markup = r.takeBody(), true
		r.key, r.gave = "events", true
		r.events(n, &h)
	case n.Kind == yaml.MappingNode:
		if r.addsNothing(n) {
			r.Problem(n, rule.FileWithoutEvents, "this document after --- gives no event",
				"if it is one, add date: and when it happened; if not, move it above the first ---")
		}
		r.gave = r.gave || containers.Has(n, "events")
		body := r.takeBody()
		r.learn(n)
		if !r.Silent && containers.Has(n, "events") {
			r.swallowed(n)
		}
		decode(&r.decoder, n, headFields, &h, func(f timeline.Field) { h.Other = append(h.Other, f) })
		h.Markup = h.Description == ""
		h.Other = append(h.Other, r.besides(&h.Description, body, "the record has a description")...)
	default:
		r.Problem(n, rule.NotARecord, "this is plain text, not a record of events", example)
	}
	r.addHeader(&h.Header)
}

// addsNothing reports whether a document after one that gave events, or that named the record, has no more than a title
// and a description.
func (r *fileReader) addsNothing(n *yaml.Node) bool {
	if r.docs == 1 || r.isHead || n.Kind != yaml.MappingNode || n.Tag == yamldoc.Broken || len(n.Content) == 0 {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i].Value; key != "title" && key != "description" {
			return false
		}
	}
	return r.gave || r.headed.title != "" && containers.Has(n, "title")
}

// addHeader adds what a document says of the record. A title or description beside that of a document before it is kept
// with the other keys.
func (r *fileReader) addHeader(h *timeline.Header) {
	keep := func(key string, first *string, next string) {
		if *first != "" && next != "" && next != *first {
			h.Other = append(h.Other, ofText(key, next))
		}
		*first = cmp.Or(*first, next)
	}
	keep("title", &r.headed.title, h.Title)
	keep("description", &r.headed.description, h.Description)
	r.batch.AddHeader(h)
}

// mayContain reports whether a map may have events elsewhere than in a list under the key events alone: as a file of
// others has births and deaths beside them, or as a map from id or date.
func (r *fileReader) mayContain(n *yaml.Node) bool {
	if !containers.Has(n, "events") {
		return true
	}
	where := r.meanings()
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := r.Follow(n.Content[i+1])
		if n.Content[i].Value == "events" && value.Kind == yaml.MappingNode &&
			(r.Silent && where.IsByID(value) || where.IsByDate(value)) {
			return true
		}
	}
	if !r.Silent {
		return false
	}
	group, _ := where.Group(n)
	return len(group.Lists) > 1
}

// largestBatch is about the size in bytes from which on a batch is handed to the record.
const largestBatch = 1 << 20

// events reads the events of the record of that head.
func (r *fileReader) events(n *yaml.Node, h *head) {
	if n.Kind == yaml.MappingNode && r.Silent && r.meanings().IsByID(n) {
		r.Problem(n, rule.ContainerGuessed, "`events` holds "+diag.Plural(len(n.Content)/2, "event")+", each under its id",
			"begin each event with a hyphen: - date: 2025-09-08")
		r.batch.AddEarly(&h.Header)
		r.groups.lists([]containers.List{{Items: n, Form: containers.ByID}})
		return
	}
	if n.Kind == yaml.MappingNode && !isRecord(n, eventFields.has) {
		r.Problem(n, rule.WrongShape, "`events` is a map where a list belongs",
			"begin each event with a hyphen: - date: 2025-09-08")
		r.lose(n)
		return
	}
	if list := r.reader.List(n); list != nil {
		r.batch.AddEarly(&h.Header) // so that a portion has it already
		r.pieces(list)
		return
	}
	r.eachEvent(n)
}

// eachEvent reads the events of a list of nodes.
func (r *fileReader) eachEvent(n *yaml.Node) {
	r.each(n, func(item *yaml.Node) {
		if !r.reader.Stopped() {
			r.event(item)
		}
		if r.batch.Size() >= largestBatch {
			r.flush()
		}
	})
}

// isEvent reports whether a map is one event and not a record: it has keys that only events have.
func (d *decoder) isEvent(n *yaml.Node) bool {
	event := false
	for i, pairs := 0, d.pairs(n); i+1 < len(pairs); i += 2 {
		name := d.name(pairs[i])
		if name == "events" {
			return false
		}
		event = event || eventFields.has(name) && !headFields.has(name)
	}
	return event
}

// isOnlyEvent reports whether a document is an event, for whatever it follows on, if that is no head of a folder: it
// has a date and no key that may hold events or say something of others.
func (d *decoder) isOnlyEvent(n *yaml.Node) bool {
	dated := n.Kind == yaml.MappingNode && (containers.Has(n, "date") || containers.Has(n, "start"))
	if !dated || !d.isEvent(n) {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if key := n.Content[i]; key.Value == "events" || key.Value == "fields" || key.Tag == "!!merge" {
			return false
		}
	}
	where := d.meanings()
	where.Few = true // so that any group of events is found
	_, holds := where.Group(n)
	return !holds && where.InYears(n) == nil && !where.IsByID(n) && !where.IsByDate(n)
}
