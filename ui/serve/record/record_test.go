package record_test

import (
	"context"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"
	"weak"

	"dateline/timeline/load"
	"dateline/ui/serve/record"
)

// A writer changes the record that a test serves.
type writer struct {
	texts chan string
	told  chan bool // whether the record before was kept
}

// served returns a record, which has been read, and who changes it.
func served(t *testing.T, text string) (*record.Record, writer) {
	t.Helper()
	w := writer{make(chan string), make(chan bool)}
	read := func(ctx context.Context) load.Progress {
		return load.Files(ctx, []load.File{load.InMemory("r.yaml", []byte(text))}, nil)
	}
	changed := func(ctx context.Context) bool {
		select {
		case text = <-w.texts:
			return true
		case <-ctx.Done():
			return false
		}
	}
	r := record.New(read, changed, func(_ load.Progress, kept bool) { w.told <- kept })
	r.Read(t.Context())
	ctx, stop := context.WithCancel(t.Context())
	var following sync.WaitGroup
	following.Go(func() { r.Follow(ctx) })
	t.Cleanup(func() {
		stop()
		following.Wait()
	})
	return r, w
}

const two = "events:\n- {id: a, date: 2025, title: A}\n- {id: b, date: 2026, title: B}\n"

// titles returns what a screen is given.
func titles(s *record.Screen) (all string) {
	s.Load(context.Background(), func(p load.Progress) {
		t := p.Index.Timeline()
		for i := range t.Len() {
			all += t.EventTitle(i)
		}
	})
	return all
}

// Every screen is given the record as it is, and told when another takes its place, also one that comes late.
func TestScreensFollow(t *testing.T) {
	r, w := served(t, two)
	early, late := r.Open(), r.Open()
	if got := titles(early) + titles(late); got != "ABAB" {
		t.Errorf("the screens are given %q", got)
	}
	w.texts <- two + "- {id: c, date: 2027, title: C}\n"
	<-w.told
	for _, s := range []*record.Screen{early, late} {
		if !s.Changed(t.Context()) {
			t.Error("a screen is not told")
		}
		if got := titles(s); got != "ABC" {
			t.Errorf("a screen is given %q", got)
		}
	}
	ended, stop := context.WithCancel(t.Context())
	stop()
	if early.Changed(ended) {
		t.Error("a screen is told of a change that was none")
	}
}

// What a save that went wrong leaves takes no place; what the writer takes out does.
func TestABrokenRecordIsKeptOut(t *testing.T) {
	r, w := served(t, two)
	for _, step := range []struct {
		text string
		kept bool
		now  string
	}{
		{"events: [", true, "AB"},
		{"", true, "AB"},
		{"events:\n- {id: a, date: 2025, title: A", true, "AB"},
		{"events:\n- {id: b, date: 2026, title: B}\n", false, "B"},
		{two, false, "AB"},
	} {
		w.texts <- step.text
		if kept := <-w.told; kept != step.kept {
			t.Errorf("%q: kept is %t", step.text, kept)
		}
		if got := titles(r.Open()); got != step.now {
			t.Errorf("%q: a screen is given %q", step.text, got)
		}
	}
}

// What has become of the events is the same for all who ask, and keeps no record that nobody shows any more.
func TestCompare(t *testing.T) {
	r, w := served(t, two)
	before := r.Now().Index.Timeline()
	gone := weak.Make(before)
	w.texts <- strings.Replace(two, "title: B", "title: New", 1)
	<-w.told
	now := r.Now().Index.Timeline()
	for range 2 {
		if got := r.Compare(before, now); len(got.Changed) != 1 || got.Gone != 0 {
			t.Errorf("what has become of the events: %+v", got)
		}
	}
	if got := r.Compare(now, before); len(got.Changed) != 1 { // asked by who is behind
		t.Errorf("the other way round: %+v", got)
	}
	before = nil
	for range 100 {
		if runtime.GC(); gone.Value() == nil {
			break
		}
	}
	if gone.Value() != nil {
		t.Error("the record before is still there")
	}
	runtime.KeepAlive(r)
}

// So many screens have their turn as leaves a core, and the others wait until one is done, or for themselves. Those that
// ask for much keep the others from nothing.
func TestTurns(t *testing.T) {
	r, _ := served(t, two)
	for _, much := range []bool{true, false} {
		var all []func()
		for {
			waits, stop := context.WithTimeout(t.Context(), 20*time.Millisecond)
			done, ok := r.Turn(waits, much)
			if stop(); !ok {
				break
			}
			all = append(all, done)
		}
		if n := len(all); n < 1 || n > max(1, runtime.GOMAXPROCS(0)-1) {
			t.Errorf("%d have their turn at once", n)
		}
		all[0]()
		if _, ok := r.Turn(t.Context(), much); !ok {
			t.Error("a turn that was given back is not there")
		}
	}
}
