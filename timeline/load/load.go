// Package load reads files into a Timeline. It never stops at an error: what can be read is in the Timeline, and what
// cannot is in the Problems, each with its place and a cure.
//
//	p := load.Files(ctx, []load.File{load.InMemory("record.yaml", text)}, nil)
//	fmt.Print(p.Index.Timeline().Len(), " events\n", p.Problems)
//
// Data goes through it from file to file of the source:
//
//	read.go       the text, in steps that can be left
//	load.go       while it is being read, the first events are shown
//	document.go   documents: yamldoc cleans and parses the text, and salvages what it can
//	shapes.go     what is not YAML, by its format, and which files give nothing
//	contained.go  events under keys of others, and groups.go those in groups and maps
//	parallel.go   pieces of a long list of events, read on all cores
//	decode.go     drafts in a Batch: nodes are walked by the tables of fields.go, with event.go and the like
//	guessed.go    what these lack is taken from keys of others, by package otherkeys
//	load.go       a timeline.Builder takes the batches in order, for a Timeline, its Index and Problems
//
// Decode and Fields read other YAML files by such tables. Package load opens only what a File or fs.FS opens. It
// imports timeline, index, diag, edtf, markup, names, the readers below timeline/internal, and yaml.v3 for its nodes.
package load

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/index"
	"dateline/timeline/internal/cleantext"
	"dateline/timeline/internal/doubles"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/parallel"
)

// A File is something to load.
type File struct {
	Name string // for messages; its ending says the format, or else the text does
	Size int64  // in bytes; 0 where it is not known
	Open func() (io.ReadCloser, error)

	stream   *filetext.Text // of a Stream, else nil
	again    *diag.File     // what it was when it changed while it was read; else nil
	inFolder bool           // whether it was found in a folder, and not named
	inTable  func() bool    // reports whether a table of the folder has what it says; nil of what was named

	leftAlone func() string // says what its folder leaves alone; nil for all but the first file of a folder
}

// foreign returns what a file is that could not be opened, and what to do.
func (f *File) foreign(begin string) (what, cure string) {
	if f.stream != nil {
		return foreign.Stream(f.Name, begin)
	}
	return foreign.Name(f.Name, begin)
}

// InMemory returns a file whose text is in memory already. The text must not change any more.
func InMemory(name string, text []byte) File {
	return File{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(text)), nil
	}}
}

// Progress is a record as far as it has been read. Its Index does not change any more.
type Progress struct {
	Index       *index.Index
	Problems    diag.Problems // those that were kept with their places; see diag.MaxProblems
	Groups      diag.Groups   // all of them
	Events      int           // that have been read; as long as it is not Done, Index may hold fewer
	Files       int           // that have been read …
	Barren      int           // … of which so many gave nothing
	Twice       int           // events that stand twice, with the same content
	Read, Total int64         // work that is done and all work, in bytes of the files; Total is 0 where that is not known
	Awaited     string        // the file of which nothing has come for a while, else ""
	Done        bool          // whether everything has been read; it never is when the context ended first
}

// Summary says in a line what has been read: files, events, and files that gave none.
func (p Progress) Summary() string {
	read := diag.Plural(p.Events, "event") + " of " + diag.Plural(p.Files, "file")
	if p.Twice > 0 {
		read += fmt.Sprintf("; %d stood twice", p.Twice)
	}
	if p.Barren > 0 && p.Files > 1 {
		read += "; " + diag.Plural(p.Barren, "file") + " gave none"
	}
	return read
}

// Files reads files into one record and returns all of it, or what had been read when ctx ended. Meanwhile it calls
// publish, which may be nil, from the same goroutine: now and then with what it has so far, each second while nothing
// comes of a file, and with the whole at the end. When ctx ends it returns even if the system still waits for a file.
func Files(ctx context.Context, files []File, publish func(Progress)) Progress {
	return Options{}.Files(ctx, files, publish)
}

// A loader reads files one after the other.
type loader struct {
	record      *timeline.Builder
	publish     func(Progress)
	piece       int           // size of the pieces of a long list, in bytes
	before      int64         // bytes of the files before the one in hand
	read, total int64         // as in Progress
	last        Progress      // that was published
	worthwhile  int           // the number of events that is worth publishing
	first       *diag.File    // of those that were read, nil before
	alone       bool          // whether there is but one file
	files       int           // that have been read, …
	barren      int           // … and those of them that gave nothing
	holds, cure string        // what the last of these holds instead, and how to read it
	leftAlone   func() string // says what a folder of the record leaves alone; nil where none was given

	options Options
	heads   []folderFields // of the folders, the outer before the inner
	known   []guess.Survey // what the first reading of each file showed; nil while it goes on
	surveys []guess.Survey // what the reading that goes on shows of each file
	notes   []bool         // whether a file is one event
}

// growth is the factor by which the events have to grow for the next portion. A portion costs as much as it has events.
// So all portions together cost a fifth more than the last. In the second half of the work there is none.
const growth = 6

// load does what Files does.
func (l *loader) load(ctx context.Context, files []File) Progress {
	for _, f := range files {
		if f.Size <= 0 {
			l.total = 0
			break
		}
		l.total += f.Size
	}
	l.alone = len(files) == 1
	l.readAll(ctx, files)
	if ctx.Err() == nil && l.again() {
		first := l.record.Problems().Found()
		l.known, l.surveys, l.notes, l.before = l.surveys, nil, nil, 0
		l.readAll(ctx, files)
		l.faultsOf(first)
	}
	if ctx.Err() != nil {
		return l.progress(false)
	}
	l.checkMap()
	last := l.progress(true)
	if l.publish != nil {
		l.publish(last)
	}
	return last
}

// readAll reads all files, until ctx ends.
func (l *loader) readAll(ctx context.Context, files []File) {
	l.record, l.files, l.barren, l.heads = timeline.NewBuilder(), 0, 0, nil
	l.holds, l.cure = "", ""
	for i, f := range files {
		if ctx.Err() != nil {
			break
		}
		l.file(ctx, f)
		if i < len(files)-1 {
			l.portion(0)
		}
	}
}

// faultsOf reports where the program failed in the first reading and did not in the second, which knows of such events
// nothing but what they say themselves.
func (l *loader) faultsOf(first diag.Problems) {
	again := l.record.Problems().Found()
	for _, p := range first {
		same := func(other diag.Problem) bool { return other.Rule == p.Rule && other.Pos == p.Pos }
		if p.Rule == rule.ProgramFault && !slices.ContainsFunc(again, same) {
			at := diag.Range{File: diag.NewFile(p.Pos.File, ""), Line: p.Pos.Line, Column: p.Pos.Column, Width: p.Width}
			l.record.Problems().Report(at, p.Rule, p.Message, p.Hint)
		}
	}
}

// toRead is the share of the reading in the work on a byte: one in five. The rest is to make events of it.
const toRead = 5

// portion publishes what there is when read bytes of the file in hand are done. If there are enough new events, it
// publishes them, and otherwise every hundredth only how far the work is.
func (l *loader) portion(read int) {
	if l.publish == nil || l.known != nil { // a second reading shows no less than the first
		return
	}
	l.read = l.before + int64(read)
	switch {
	case l.record.Len() > 0 && l.record.Len() >= l.worthwhile && (l.total == 0 || l.total-l.read > l.total/2):
		l.last = l.progress(false)
		l.worthwhile = growth * l.record.Len()
	case l.last.Index != nil && 100*(l.read-l.last.Read) >= l.total && l.total > 0:
		l.last.Read, l.last.Events = l.read, max(l.last.Events, l.record.Len())
	default:
		return
	}
	l.publish(l.last)
}

// progress returns what there is so far.
func (l *loader) progress(done bool) Progress {
	t := l.record.Timeline(done)
	x := l.index(t, func() {
		if done {
			l.record.Check(t)
			l.checkAny(t)
		}
	})
	problems, groups := l.found(x, done)
	return Progress{
		Index: x, Problems: problems, Groups: groups, Events: t.Len(), Twice: l.record.Twice(), Files: l.files,
		Barren: l.barren, Read: l.read, Total: l.total, Done: done,
	}
}

// workers returns how many may work at once: all, unless somebody watches.
func (l *loader) workers() parallel.Workers {
	if l.publish != nil {
		return parallel.AllButOne()
	}
	return parallel.All()
}

// index returns an index of t, and calls check meanwhile.
func (l *loader) index(t *timeline.Timeline, check func()) *index.Index {
	workers := l.workers()
	checked := workers.Go(check)
	x := index.NewBy(workers, t)
	checked()
	return x
}

// found returns the problems so far, and those of a whole record with its doubles, for which there is always room.
func (l *loader) found(x *index.Index, whole bool) (diag.Problems, diag.Groups) {
	problems, groups := l.record.Problems().Found(), l.record.Problems().Groups()
	problems.Sort()
	if whole {
		problemsOfDoubles, grouped := doubles.Problems(x, diag.MaxProblems, l.record.PlaceOf)
		problems = append(problems, problemsOfDoubles...)
		groups = append(groups, grouped...)
	}
	return problems, groups
}

// file reads one file.
func (l *loader) file(ctx context.Context, f File) {
	r := newFileReader(ctx, f, l.piece, l.record)
	r.reader.Workers = l.workers()
	r.heed(l.options.in(f.Name, l.heads))
	if l.known != nil {
		r.Known = l.known[len(l.surveys)]
	}
	changed := false
	defer func() {
		if !changed {
			l.surveys, l.notes = append(l.surveys, r.Seen), append(l.notes, r.decoder.Alone)
		}
	}()
	if f.again == nil {
		l.record.AddFile(r.In)
	}
	if l.first == nil {
		l.first = r.In
	}
	if f.leftAlone != nil {
		l.leftAlone = f.leftAlone
	}
	var ahead *cleantext.Ahead
	from := f.text(filetext.MaxRecord - l.before)
	var err error
	r.text, err = from.All(ctx, func(soFar string) {
		switch {
		case len(soFar) == filetext.FirstRead:
			l.preview(ctx, f, soFar)
		case r.reader.Workers == 1: // it is cleaned when it has been read
		case ahead == nil: // by now the first events have been drawn
			ahead = cleantext.NewAhead(filetext.MaxRecord / filetext.Step)
			fallthrough
		default:
			ahead.Look(soFar)
		}
		l.portion(len(soFar) / toRead)
	}, func() { l.awaits(f.Name) })
	fit, length := ahead.Stop(), len(r.text)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil:
		message, cure, _ := strings.Cut(reason(err), "\n")
		l.record.Problems().Report(diag.Range{File: r.In}, rule.Unreadable, "the file cannot be read: "+message, cure)
	default:
		begin := strings.Clone(r.text[:min(length, filetext.FirstRead)])
		r.portion = func(decoded int) { l.portion(length/toRead + decoded - decoded/toRead) }
		r.reader.Unread = from.Cut()
		before, twice, failed := l.record.Checkpoint(), l.record.Twice(), l.record.Problems().Errors()
		events := l.record.Len() + twice
		if changed = !r.whole(fit, before); changed {
			l.file(ctx, f.inMemory(r.In))
			return
		}
		if r.isHead && len(r.options.Map) > 0 {
			l.heads = append(l.heads, folderFields{f.Name[:strings.LastIndexByte(f.Name, '/')+1], r.options.Map})
		}
		none := l.record.Len()+l.record.Twice() == events
		misread := !formats.IsNamed(f.Name) && !l.record.Dated(before) && l.record.Twice() == twice
		if (none || misread) && !f.inFolder {
			if what, cure := f.foreign(begin); what != "" {
				l.record.RollBack(before)
				r.Report(diag.Range{File: r.In}, rule.NotARecord, "this is "+what, cure)
				r.flush()
			}
		}
		if l.files++; l.record.Len()+l.record.Twice() == events && !r.records {
			l.barren++
			l.holds, l.cure = r.holds, r.cure
			r.end(l.record.Problems().Errors() > failed, l.alone)
		}
	}
	l.before += int64(length)
	l.read = max(l.read, l.before)
}

// awaits publishes that nothing comes of a file.
func (l *loader) awaits(name string) {
	if l.publish == nil {
		return
	}
	if l.last.Index == nil {
		l.last = l.progress(false)
	}
	p := l.last
	p.Awaited = name
	l.publish(p)
}

// preview publishes some events out of the first part of a file, while the rest is being read.
func (l *loader) preview(ctx context.Context, f File, text string) {
	if l.publish == nil || l.record.Len() > 0 {
		return
	}
	first := loader{record: timeline.NewBuilder(), total: l.total}
	r := newFileReader(ctx, f, min(l.piece, filetext.FirstRead/8), first.record)
	r.heed(l.options.in(f.Name, l.heads))
	shown := false
	if failed := parallel.Catch(func() { shown = r.firstPiece(text) }); failed == nil && shown { // else all of it tells
		l.last = first.progress(false)
		l.worthwhile = growth * l.last.Events
		l.publish(l.last)
	}
}

// checkMap reports keys that the reader named and no file has.
func (l *loader) checkMap() {
	for key, own := range l.options.Map {
		there := slices.ContainsFunc(l.surveys, func(s guess.Survey) bool { return s.Mapped(key) })
		if !there {
			l.record.Problems().Report(diag.Range{File: l.first}, rule.UnusedMapping,
				"no event has the key `"+key+"`, which is to be read as `"+own+"`", "")
		}
	}
}

// checkAny reports a record without any event, unless an error says why, and what a folder leaves alone of a record
// without any date.
func (l *loader) checkAny(t *timeline.Timeline) {
	dated := t.Len() > 0 && (!t.Date(0).IsZero() || !t.Date(t.Len()-1).IsZero()) // those without are together
	message, hint := "there are no events"+l.holds, ""
	if t.Len() == 0 && l.holds == "" && t.Actors() > 0 {
		message += "; it says who is who"
		hint = "name it together with the file or folder of the events, or put it beside them"
	}
	if l.leftAlone != nil && !dated {
		hint = l.leftAlone()
	}
	switch at := (diag.Range{File: l.first}); {
	case t.Len() == 0 && l.record.Problems().Errors() == 0:
		l.record.Problems().Report(at, rule.NoEvents, message, cmp.Or(hint, l.cure, example))
	case hint != "":
		l.record.Problems().Report(at, rule.LeftAlone, "a folder that may have the events is left alone", hint)
	}
}
