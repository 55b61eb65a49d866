package inturn

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/parallel"
)

// What is taken comes in order, each once, whatever the workers and the sizes; the work of a place is never done twice
// at the same time, and only a bounded number of it is ahead.
func TestALineIsInOrder(t *testing.T) {
	for _, workers := range []parallel.Workers{1, 2, 8} {
		sizes := make([]int64, 1000)
		for i := range sizes {
			sizes[i] = int64(i * 1000)
		}
		var taken []int
		var begun atomic.Int64
		busy := make([]atomic.Bool, 1+workers)
		line := Line[int]{
			Workers: workers,
			Begin: func(place int) func(int) int {
				return func(n int) int {
					if busy[place].Swap(true) {
						t.Error("a place is in use twice")
					}
					runtime.Gosched()
					busy[place].Store(false)
					begun.Add(1)
					return n * n
				}
			},
			Take: func(n, result int) {
				if result != n*n {
					t.Errorf("%d for %d", result, n)
				}
				if ahead := int(begun.Load()) - len(taken); ahead > shareCount*int(1+workers) {
					t.Error(ahead, "are ahead")
				}
				taken = append(taken, n)
			},
		}
		line.Work(context.Background(), sizes)
		if len(taken) != len(sizes) || !slices.IsSorted(taken) {
			t.Errorf("%d workers: %v", workers, taken)
		}
	}
}

// With one worker, nothing is done while something is taken.
func TestOneWorkerIsAlone(t *testing.T) {
	var at atomic.Int64
	line := Line[int]{
		Workers: 1,
		Begin:   func(int) func(int) int { return func(n int) int { at.Store(int64(n)); return n } },
		Take: func(int, int) {
			before := at.Load()
			runtime.Gosched()
			if at.Load() != before {
				t.Error("another goroutine works")
			}
		},
	}
	line.Work(context.Background(), make([]int64, 300))
}

// What is ready is taken while something before the end of its share does not come, which is told; then the context
// ends it.
func TestWhatNeverComes(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	taken, waited := 0, -1
	line := Line[int]{
		Workers: 2,
		Begin: func(int) func(int) int {
			return func(n int) int {
				if n == 5 {
					<-ctx.Done()
				}
				return n
			}
		},
		Take:    func(int, int) { taken++ },
		Waiting: func(n int) { waited = n; cancel() },
	}
	line.Work(ctx, make([]int64, 20))
	if taken != 5 || waited != 5 {
		t.Errorf("%d taken, waits for %d", taken, waited)
	}
}

// A record that is held and released gives a Builder what one gives that is not held, and less what is rolled back.
func TestHeldIsAsGiven(t *testing.T) {
	tell := func(hold bool) string {
		b := timeline.NewBuilder()
		b.Problems().Report(diag.Range{}, rule.NoTitle, "before", "")
		var spare sync.Pool
		held := Held(b.Problems().Rest(), &spare)
		r := To(b)
		if hold {
			r = held
		}
		batch := timeline.NewBatch(0)
		add := func(id string) {
			batch.Reset(r.Rest())
			batch.AddEvent(&timeline.EventDraft{ID: id, Title: id})
			batch.Problems().Report(diag.Range{}, rule.NoTitle, id, "")
			r.Absorb(batch, "a.yaml")
		}
		add("a")
		before := r.Checkpoint()
		add("b")
		r.RollBack(before)
		more := r.Rest()
		more.Report(diag.Range{}, rule.NoTitle, "more", "")
		r.Report(more)
		add("c")
		r.Expect(3)
		if hold {
			if !r.Fits(b) {
				t.Error("it does not fit where it was begun")
			}
			r.Release(b)
		}
		add("d")
		record := b.Timeline(true)
		said := fmt.Sprint(b.Problems().Found())
		for i := range record.Len() {
			said += record.ID(i) + " "
		}
		return said
	}
	if held, given := tell(true), tell(false); held != given {
		t.Errorf("held:\n%s\ngiven:\n%s", held, given)
	}
}

// A record does not fit where the room that it had ends within it, and it does where there was none before.
func TestRoomOfARecord(t *testing.T) {
	for _, test := range []struct {
		before, now int // errors of the Builder
		fits        bool
	}{
		{0, 0, true},
		{0, diag.MaxProblems - 4, true},
		{0, diag.MaxProblems - 3, false},
		{0, diag.MaxProblems, false},
		{diag.MaxProblems, diag.MaxProblems, true},
	} {
		b := timeline.NewBuilder()
		report := func(n int) {
			for b.Problems().Count() < n {
				b.Problems().Report(diag.Range{}, rule.NoTitle, "none", "")
			}
		}
		report(test.before)
		var spare sync.Pool
		r := Held(b.Problems().Rest(), &spare)
		batch := timeline.NewBatch(0)
		batch.Reset(r.Rest())
		for range 3 {
			batch.Problems().Report(diag.Range{}, rule.NoTitle, "none", "")
		}
		r.Absorb(batch, "a.yaml")
		if report(test.now); r.Fits(b) != test.fits {
			t.Errorf("%d errors, then %d: fits %v", test.before, test.now, !test.fits)
		}
	}
}
