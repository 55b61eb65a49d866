// Package record is one record that many screens show. It is read once for all of them, again when its files change,
// and what has become of its events is found once.
//
//	r := record.New(read, changed, told)
//	r.Read(ctx)
//	go r.Follow(ctx)
//	one := r.Open()
//	err := ui.Run(ctx, ui.Options{Load: one.Load, Changed: one.Changed, Compare: r.Compare, Turn: r.Turn})
//
// It knows no file, no network and no screen. It may import timeline, diag, load, review, and ui/session for the rule
// by which a record that is read again takes the place of another.
package record

import (
	"context"
	"runtime"
	"sync"
	"weak"

	"dateline/timeline"
	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/session"
)

// A Record is one record for many screens. It may be used by several goroutines.
type Record struct {
	read    func(ctx context.Context) load.Progress
	changed func(ctx context.Context) bool // waits for a change of the files; false: there will be none
	told    func(now load.Progress, kept bool)

	short, long chan struct{} // have room for those who have their turn

	mu       sync.Mutex
	now      load.Progress
	replaced chan struct{} // closed when another takes the place of now
	compared map[weak.Pointer[timeline.Timeline]]func() review.Changes
}

// New returns a record that read reads whole. changed waits until its files are no longer what read has read last, and
// reports false when there is nothing more to wait for. told, which may be nil, is told of each record that was read
// again, and whether the one before it was kept instead: where that has events which are gone, and there is an error
// that it did not have, a save went wrong.
func New(
	read func(ctx context.Context) load.Progress, changed func(ctx context.Context) bool,
	told func(now load.Progress, kept bool),
) *Record {
	spare := max(1, runtime.GOMAXPROCS(0)-1) // a core is left for keys, which would else wait for searches of others
	return &Record{
		read: read, changed: changed, told: told,
		short: make(chan struct{}, spare), long: make(chan struct{}, max(1, spare/2)),
	}
}

// Read reads the record for the first time, before anybody shows it, and returns what it has.
func (r *Record) Read(ctx context.Context) load.Progress {
	r.replace(r.read(ctx))
	return r.Now()
}

// Follow reads the record again each time its files change, until ctx ends or there is nothing to wait for.
func (r *Record) Follow(ctx context.Context) {
	for r.changed(ctx) {
		p := r.read(ctx)
		if ctx.Err() != nil {
			return
		}
		before := r.Now()
		kept := review.Compare(before.Index.Timeline(), p.Index.Timeline()).Gone > 0 &&
			session.FirstError(before.Problems, p.Problems) >= 0
		if !kept {
			r.replace(p)
		}
		if r.told != nil {
			r.told(p, kept)
		}
	}
}

// Now returns the record as it was read last, or as it was before that went wrong.
func (r *Record) Now() load.Progress {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.now
}

// replace puts p in the place of what there is.
func (r *Record) replace(p load.Progress) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.replaced != nil {
		close(r.replaced)
	}
	r.now, r.replaced, r.compared = p, make(chan struct{}), nil
}

// Compare returns what has become of the events of a record that is shown, in the one that takes its place. It finds
// that once for all screens that show the same.
func (r *Record) Compare(before, now *timeline.Timeline) review.Changes {
	r.mu.Lock()
	if now != r.now.Index.Timeline() { // which has had a successor since
		r.mu.Unlock()
		return review.Compare(before, now)
	}
	key := weak.Make(before) // which nobody shows any more soon
	changes, ok := r.compared[key]
	if !ok {
		changes = sync.OnceValue(func() review.Changes { return review.Compare(before, now) })
		if r.compared == nil {
			r.compared = make(map[weak.Pointer[timeline.Timeline]]func() review.Changes)
		}
		r.compared[key] = changes
	}
	r.mu.Unlock()
	return changes()
}

// Turn waits for the turn of a screen to search the record or to count in it. Where its filter asks for much it waits
// for others of which that is so, and keeps nobody else. It reports false if ctx ends first.
func (r *Record) Turn(ctx context.Context, much bool) (done func(), ok bool) {
	turns := r.short
	if much {
		turns = r.long
	}
	select {
	case turns <- struct{}{}:
		return func() { <-turns }, true
	case <-ctx.Done():
		return nil, false
	}
}

// A Screen is a record as one screen reads it.
type Screen struct {
	record   *Record
	replaced <-chan struct{} // closed when another takes the place of what the screen was given last
}

// Open returns the record for one more screen.
func (r *Record) Open() *Screen { return &Screen{record: r} }

// Load publishes the record, which is there as a whole.
func (s *Screen) Load(_ context.Context, publish func(load.Progress)) {
	s.record.mu.Lock()
	now := s.record.now
	s.replaced = s.record.replaced
	s.record.mu.Unlock()
	publish(now)
}

// Changed waits until another record has taken the place of the one that was loaded last. It reports false if ctx ends
// first.
func (s *Screen) Changed(ctx context.Context) bool {
	select {
	case <-s.replaced:
		return true
	case <-ctx.Done():
		return false
	}
}
