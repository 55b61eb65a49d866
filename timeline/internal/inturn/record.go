package inturn

import (
	"sync"

	"dateline/timeline"
	"dateline/timeline/diag"
)

// A Record takes what a file says, batch by batch. It gives it to a Builder at once, or holds it until it is released.
// A held one is for one goroutine at a time.
type Record struct {
	to    *timeline.Builder // nil while it is held
	given diag.List         // the room for problems that a held record began with
	room  diag.List         // what of it is left
	held  []func(*timeline.Builder)
	spare *sync.Pool // of batches
}

// To returns a record that gives everything to a Builder at once.
func To(b *timeline.Builder) *Record { return &Record{to: b} }

// Held returns a record that holds everything, with that room for problems. Spare may have batches that nobody uses.
func Held(room diag.List, spare *sync.Pool) *Record {
	return &Record{given: room, room: room, spare: spare}
}

// Rest returns an empty list of problems with the room that is left.
func (r *Record) Rest() diag.List {
	if r.to != nil {
		return r.to.Problems().Rest()
	}
	return r.room
}

// Absorb takes what a batch says, of the file with that name. The batch may be reset after that.
func (r *Record) Absorb(from *timeline.Batch, file string) {
	if r.to != nil {
		r.to.Absorb(from, file)
		return
	}
	held, _ := r.spare.Get().(*timeline.Batch)
	if held == nil {
		held = timeline.NewBatch(0)
	}
	from.Swap(held)
	r.room.Spend(held.Problems())
	r.held = append(r.held, func(b *timeline.Builder) {
		b.Absorb(held, file)
		r.spare.Put(held)
	})
}

// Report takes problems that are in no batch.
func (r *Record) Report(problems diag.List) {
	if r.to != nil {
		r.to.Problems().Take(problems)
		return
	}
	r.room.Spend(&problems)
	r.held = append(r.held, func(b *timeline.Builder) { b.Problems().Take(problems) })
}

// Expect makes room for n more events.
func (r *Record) Expect(n int) {
	if r.to != nil {
		r.to.Expect(n)
	}
}

// A Checkpoint is what a Record has at some time, for RollBack.
type Checkpoint struct {
	built timeline.Checkpoint
	held  int
	room  diag.List
}

// Checkpoint returns what r has now.
func (r *Record) Checkpoint() Checkpoint {
	if r.to != nil {
		return Checkpoint{built: r.to.Checkpoint()}
	}
	return Checkpoint{held: len(r.held), room: r.room}
}

// RollBack makes r what it was at a checkpoint.
func (r *Record) RollBack(to Checkpoint) {
	if r.to != nil {
		r.to.RollBack(to.built)
		return
	}
	r.held, r.room = r.held[:to.held], to.room
}

// Fits reports whether what a held record was given is what it had been given with the room for problems that a Builder
// has now.
func (r *Record) Fits(b *timeline.Builder) bool { return b.Problems().IsRoomAs(r.given, r.room) }

// Release gives what a held record has to a Builder, and from now on everything at once.
func (r *Record) Release(b *timeline.Builder) {
	for _, give := range r.held {
		give(b)
	}
	r.to, r.held = b, nil
}
