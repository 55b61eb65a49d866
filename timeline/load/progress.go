package load

import (
	"context"
	"fmt"

	"dateline/timeline/diag"
	"dateline/timeline/index"
	"dateline/timeline/internal/doubles"
)

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
	Checking    bool          // whether events and actors that are probably the same are yet to be sought when it is Done
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

// progress returns what there is so far.
func (l *loader) progress() Progress {
	x := index.NewBy(l.workers(), l.record.Timeline(false))
	return l.progressOf(x)
}

// progressOf returns what there is so far, of which x is the index.
func (l *loader) progressOf(x *index.Index) Progress {
	problems := l.record.Problems().Found()
	problems.Sort()
	return Progress{
		Index: x, Problems: problems, Groups: l.record.Problems().Groups(), Events: x.Timeline().Len(),
		Twice: l.record.Twice(), Files: l.files, Barren: l.barren, Read: l.read, Total: l.total,
	}
}

// whole publishes all of the record, and returns it with its problems. What takes longest to find, and is never an
// error, it seeks when the record is published.
func (l *loader) whole(ctx context.Context) Progress {
	t := l.record.Timeline(true)
	watched := l.publish != nil
	checked := l.workers().Go(func() {
		l.record.Check(t)
		l.checkAny(t)
		if !watched && !l.options.Unchecked {
			l.record.CheckDuplicates(ctx, t)
		}
	})
	x := index.NewBy(l.workers(), t)
	checked()
	p := l.progressOf(x)
	p.Done, p.Checking = true, !l.options.Unchecked
	if watched {
		l.publish(p)
	}
	if !p.Checking {
		return p
	}
	if watched {
		l.record.CheckDuplicates(ctx, t)
	}
	problems, groups := doubles.Problems(ctx, x, diag.MaxProblems, l.record.PlaceOf) // for which there is always room
	if ctx.Err() != nil {
		return p
	}
	all := l.progressOf(x)
	all.Done, all.Problems, all.Groups = true, append(all.Problems, problems...), append(all.Groups, groups...)
	if watched {
		l.publish(all)
	}
	return all
}
