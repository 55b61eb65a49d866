package load

import (
	"context"
	"strings"
	"sync"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/formats"
	"dateline/timeline/internal/inturn"
)

// This file reads short files ahead of their turn, on all cores. What they say goes into the record in their order, so
// that the record and its problems are those of one file after the other.

// shortOnes returns the files with which some begin that may be read ahead: short ones but the heads of folders, since
// what these say counts for the files after them. There are none where only one could be.
func (l *loader) shortOnes(files []File) []File {
	const most = filetext.FirstRead / 2 // bytes: a longer file is read on all cores by itself
	n := 0
	for ; n < len(files); n++ {
		f := &files[n]
		if f.stream != nil || f.Size > most || f.Size <= 0 && !f.inFolder || f.inFolder && formats.IsFolderHead(f.Name) {
			break
		}
	}
	if n < 2 {
		return nil
	}
	return files[:n]
}

// ahead reads short files, of all those that there are.
func (l *loader) ahead(ctx context.Context, files, all []File) {
	sizes := make([]int64, len(files))
	for i := range files {
		sizes[i] = files[i].Size
	}
	begun := len(l.surveys)
	var spare sync.Pool
	lanes := map[int]*fastyaml.Reader{} // by their places
	line := inturn.Line[*fileReader]{
		Workers: l.workers(),
		Begin: func(place int) func(int) *fileReader {
			room := l.record.Problems().Rest()
			if lanes[place] == nil {
				lanes[place] = new(fastyaml.Reader)
			}
			lane := lanes[place]
			return func(n int) *fileReader {
				r := l.reader(ctx, &files[n], begun+n, inturn.Held(room, &spare))
				r.lane, r.reader.Workers = lane, 1
				r.readAhead(ctx, &files[n])
				return r
			}
		},
		Take: func(n int, r *fileReader) {
			l.inTurn(ctx, &files[n], r)
			if begun+n+1 < len(all) {
				l.portion(0)
			}
		},
		Waiting: func(n int) { l.awaits(files[n].Name) },
	}
	line.Work(ctx, sizes)
}

// readAhead reads its file if that is short, and holds what it gives.
func (r *fileReader) readAhead(ctx context.Context, f *File) {
	if f.kept == nil {
		f.kept = f.text(filetext.MaxRecord)
		f.kept.Start(ctx)
	}
	if text, ok := f.kept.Short(); ok {
		r.reader.Unread = f.kept.Cut()
		r.text = text
		r.whole(0)
	}
	r.reader, r.lane = nil, nil // or the nodes would be kept until its turn
}

// inTurn gives the record what was read ahead of a file. It reads the file anew where that may not be the same: where
// it was not all, or where the record has so many problems by now that not all of the file have room.
func (l *loader) inTurn(ctx context.Context, f *File, r *fileReader) {
	const mostKept = 64 << 20 // bytes of short files, for a second reading
	text, ok := f.kept.Short()
	tooLong := l.before+int64(len(text)) > filetext.MaxRecord
	if tooLong {
		f.kept = nil
	}
	if tooLong || !ok || !r.record.Fits(l.record) {
		l.file(ctx, f)
	} else {
		end := l.begin(f, r)
		l.take(f, r, text, func() bool {
			r.record.Release(l.record)
			r.forget()
			return true
		})
		end()
		l.before += int64(len(text))
		l.read = max(l.read, l.before)
	}
	if l.known != nil || l.before > mostKept {
		f.kept = nil
	}
}

// reader returns a reader of the n-th file, which gives what it reads to a record.
func (l *loader) reader(ctx context.Context, f *File, n int, record *inturn.Record) *fileReader {
	r := newFileReader(ctx, *f, l.piece, record)
	r.heed(l.options.in(f.Name, l.heads))
	if l.known != nil {
		r.Known = l.known[n]
	}
	return r
}

// begin begins with what a file gives to the record. The function that it returns ends that.
func (l *loader) begin(f *File, r *fileReader) (end func()) {
	if f.again == nil {
		l.record.AddFile(r.In)
	}
	if l.first == nil {
		l.first = r.In
	}
	if f.leftAlone != nil {
		l.leftAlone = f.leftAlone
	}
	return func() { l.surveys, l.notes = append(l.surveys, r.Seen), append(l.notes, r.decoder.Alone) }
}

// take takes what a file gives when give is called, all of it, and says what it lacks. The file begins with a text. It
// reports what give does: whether the file is still what it was.
func (l *loader) take(f *File, r *fileReader, text string, give func() bool) bool {
	var before timeline.Checkpoint
	if !f.inFolder {
		before = l.record.Checkpoint()
	}
	twice, failed := l.record.Twice(), l.record.Problems().Errors()
	events := l.record.Len() + twice
	if !give() {
		return false
	}
	if r.isHead && len(r.options.Map) > 0 {
		l.heads = append(l.heads, folderFields{f.Name[:strings.LastIndexByte(f.Name, '/')+1], r.options.Map})
	}
	none := l.record.Len()+l.record.Twice() == events
	misread := !formats.IsNamed(f.Name) && !l.record.Dated(before) && l.record.Twice() == twice
	if (none || misread) && !f.inFolder {
		if what, cure := f.foreign(text[:min(len(text), filetext.FirstRead)]); what != "" {
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
	return true
}
