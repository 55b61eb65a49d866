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
//	ahead.go      short files, such as those of folders, on all cores
//	document.go   documents: yamldoc cleans and parses the text, and salvages what it can
//	shapes.go     what is not YAML, by its format, and which files give nothing
//	contained.go  events under keys of others, and groups.go those in groups and maps
//	parallel.go   pieces of a long list of events, read on all cores
//	decode.go     drafts in a Batch: nodes are walked by the tables of fields.go, with event.go and the like
//	guessed.go    what these lack is taken from keys of others, by package otherkeys
//	load.go       a timeline.Builder takes the batches in order, …
//	progress.go   … for a Timeline, its Index and Problems
//
// Decode and Fields read other YAML files by such tables. Package load opens only what a File or fs.FS opens. It
// imports timeline, index, diag, edtf, markup, names, the readers below timeline/internal, and yaml.v3 for its nodes.
package load

import (
	"bytes"
	"cmp"
	"context"
	"io"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/cleantext"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/foreign"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inturn"
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

	kept *filetext.Text // what has been read of a short one; nil where it is to be read anew
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

// Files reads files into one record and returns all of it, or what had been read when ctx ended. Meanwhile it calls
// publish, which may be nil, from the same goroutine: now and then with what it has so far, each second while nothing
// comes of a file, and with the whole at the end: first as soon as it can be asked everything, Checking, and then once
// more with the same Index when all problems are known. When ctx ends it returns even if the system still waits for a
// file.
func Files(ctx context.Context, files []File, publish func(Progress)) Progress {
	return Options{}.Files(ctx, files, publish)
}

// A loader reads files in their order.
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
	files = slices.Clone(files) // which are to keep what has been read of them
	l.readAll(ctx, files)
	if ctx.Err() == nil && l.again() {
		first := l.record.Problems().Found()
		l.known, l.surveys, l.notes, l.before = l.surveys, nil, nil, 0
		l.readAll(ctx, files)
		l.faultsOf(first)
	}
	if ctx.Err() != nil {
		return l.progress()
	}
	l.checkMap()
	return l.whole(ctx)
}

// readAll reads all files, until ctx ends.
func (l *loader) readAll(ctx context.Context, files []File) {
	l.record, l.files, l.barren, l.heads = timeline.NewBuilder(), 0, 0, nil
	l.record.Join(l.options.Same)
	l.holds, l.cure = "", ""
	for next := 0; next < len(files) && ctx.Err() == nil; {
		short := l.shortOnes(files[next:])
		if len(short) > 0 {
			l.ahead(ctx, short, files)
			next += len(short)
			continue
		}
		l.file(ctx, &files[next])
		if next++; next < len(files) {
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

// toRead is the share of the reading in the work on a byte: one in five. The rest is to make events of it. Where a
// record is broken, one part of it is left for that, since the others are to salvage it.
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
		l.last = l.progress()
		l.worthwhile = growth * l.record.Len()
	case l.last.Index != nil && 100*(l.read-l.last.Read) >= l.total && l.total > 0:
		l.last.Read, l.last.Events = l.read, max(l.last.Events, l.record.Len())
	default:
		return
	}
	l.publish(l.last)
}

// salvaging is portion while a broken list is salvaged. That takes long and gives no event before its end, so that it
// shows how far the work is even if there is nothing else to show.
func (l *loader) salvaging(read int) {
	if l.publish != nil && l.last.Index == nil {
		l.last = l.progress()
		l.publish(l.last)
	}
	l.portion(read)
}

// workers returns how many may work at once: all, unless somebody watches.
func (l *loader) workers() parallel.Workers {
	if l.publish != nil {
		return parallel.AllButOne()
	}
	return parallel.All()
}

// file reads one file.
func (l *loader) file(ctx context.Context, f *File) {
	r := l.reader(ctx, f, len(l.surveys), inturn.To(l.record))
	r.reader.Workers = l.workers()
	end, changed := l.begin(f, r), false
	defer func() {
		if !changed {
			end()
		}
	}()
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
		salvaged := 0
		r.reader.Salvaged = func(bytes int) {
			salvaged = (toRead - 2) * bytes / toRead
			l.salvaging(length/toRead + salvaged)
		}
		r.portion = func(decoded int) {
			if salvaged > 0 {
				l.portion(length/toRead + salvaged + decoded/toRead)
				return
			}
			l.portion(length/toRead + decoded - decoded/toRead)
		}
		r.reader.Unread = from.Cut()
		if changed = !l.take(f, r, begin, func() bool { return r.whole(fit) }); changed {
			again := f.inMemory(r.In)
			l.file(ctx, &again)
			return
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
		l.last = l.progress()
	}
	p := l.last
	p.Awaited = name
	l.publish(p)
}

// preview publishes some events out of the first part of a file, while the rest is being read.
func (l *loader) preview(ctx context.Context, f *File, text string) {
	if l.publish == nil || l.record.Len() > 0 {
		return
	}
	first := loader{record: timeline.NewBuilder(), total: l.total}
	first.record.Join(l.options.Same)
	r := newFileReader(ctx, *f, min(l.piece, filetext.FirstRead/8), inturn.To(first.record))
	r.heed(l.options.in(f.Name, l.heads))
	shown := false
	if failed := parallel.Catch(func() { shown = r.firstPiece(text) }); failed == nil && shown { // else all of it tells
		l.last = first.progress()
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
