package cli_test

import (
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"dateline/timeline/testrecord"
)

// profilesIn is the variable with a folder for profiles of the server while readers read: cpu, heap and goroutine.
const profilesIn = "PROFILES"

// BenchmarkServe has many readers press keys in one record, which a server in a process of its own shows each of them.
// The readers are in this process, so that both share the processors. It reports the time from a key to the last byte of
// what is drawn for it, from dialling to the first screen, and what the server takes for it. With -benchtime 1m they
// read for a minute, at least for ten seconds:
//
//	go test ./ui/cli -run '^$' -bench Serve -timeout 20m
//	PROFILES=/tmp go test ./ui/cli -run '^$' -bench Serve/100000/500
func BenchmarkServe(b *testing.B) {
	for _, events := range []int{45, 100_000} {
		record := filepath.Join(b.TempDir(), "record.yaml")
		write(b, filepath.Dir(record), map[string]string{"record.yaml": testrecord.Generate(events)})
		for _, readers := range []int{1, 100, 500} {
			b.Run(fmt.Sprintf("%d/%d", events, readers), func(b *testing.B) { benchServe(b, record, readers) })
		}
	}
}

func benchServe(b *testing.B, record string, readers int) {
	s := serveApart(b, record, readers)
	before := s.level(b)
	crowd := newCrowd(s.address, readers)
	crowd.come(b)
	s.profile(b, "cpu", "cpu")
	spent := s.spent()
	crowd.read(b, lasting(10*time.Second))
	spent = s.spent() - spent
	s.profile(b, "stop", "stop")
	resident := s.resident()
	s.profile(b, "heap", "heap")
	s.profile(b, "goroutine", "goroutine")
	held := s.level(b)
	crowd.leave(b)
	left := s.settled(b)
	if failures := s.log.count("please report"); failures > 0 {
		b.Errorf("%d failures of the server:\n%s", failures, s.log)
	}
	b.ReportMetric(0, "ns/op") // which says nothing
	report(b, "key", crowd.keys)
	report(b, "dial", crowd.dials)
	b.ReportMetric(float64(len(crowd.keys)), "keys")
	b.ReportMetric(before.resident, "MB-base")
	b.ReportMetric((resident-before.resident)/float64(readers), "MB/reader")
	b.ReportMetric((held.heap-before.heap)/float64(readers), "MB-heap/reader")
	b.ReportMetric(float64(held.goroutines-before.goroutines)/float64(readers), "goroutines/reader")
	b.ReportMetric(spent*1000/float64(crowd.pressed), "s/1000keys")
	b.ReportMetric(left.resident-before.resident, "MB-left")
	b.ReportMetric(float64(left.goroutines-before.goroutines), "goroutines-left")
}

// profile has a server in a process of its own write a profile into a file, if they are asked for.
func (s *served) profile(b *testing.B, what, file string) {
	if folder := os.Getenv(profilesIn); folder != "" {
		s.ask(b, what+" "+filepath.Join(folder, file))
	}
}

// report reports how long something took, of which there may be none.
func report(b *testing.B, what string, took []time.Duration) {
	b.Helper()
	if len(took) == 0 {
		return
	}
	slices.Sort(took)
	for _, percent := range []int{50, 95, 99} {
		at := took[min(len(took)-1, len(took)*percent/100)]
		b.ReportMetric(float64(at.Microseconds())/1000, fmt.Sprintf("ms-%s-p%d", what, percent))
	}
}

// A crowd are readers who press keys for some time.
type crowd struct {
	address string
	all     []*caller

	mu          sync.Mutex
	keys, dials []time.Duration
	pressed     int
	wrong       []error
}

func newCrowd(address string, readers int) *crowd {
	return &crowd{address: address, all: make([]*caller, readers)}
}

// come has them come, a few at once.
func (c *crowd) come(b *testing.B) {
	const atOnce = 4
	turns := make(chan struct{}, atOnce)
	c.each(b, func(n int) error {
		turns <- struct{}{}
		defer func() { <-turns }()
		began := time.Now()
		one, err := call(c.address)
		if err == nil {
			err = one.open(120, 40)
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.all[n], c.dials = one, append(c.dials, time.Since(began))
		return err
	})
}

// read has each press a key every 0.5 to 1.5 s for some time.
func (c *crowd) read(b *testing.B, duration time.Duration) {
	stop := time.Now().Add(duration)
	c.each(b, func(n int) error {
		t := typist{random: rand.New(rand.NewPCG(7, uint64(n)))}
		var took []time.Duration
		pressed, one := 0, c.all[n]
		pause := time.Duration(t.random.IntN(1000)) * time.Millisecond
		for time.Sleep(pause); time.Now().Before(stop); pressed++ {
			frames, _ := one.shown()
			began := time.Now()
			if _, err := io.WriteString(one.keys, t.press()); err != nil {
				return err
			}
			time.Sleep(time.Duration(500+t.random.IntN(1000)) * time.Millisecond)
			if now, last := one.shown(); now > frames { // a key may change nothing, as ↓ on the last event
				took = append(took, last.Sub(began))
			}
		}
		c.mu.Lock()
		defer c.mu.Unlock()
		c.keys, c.pressed = append(c.keys, took...), c.pressed+pressed
		return nil
	})
}

// leave has them leave.
func (c *crowd) leave(b *testing.B) {
	c.each(b, func(n int) error { return c.all[n].leave() })
}

// each does something for each reader at once.
func (c *crowd) each(b *testing.B, do func(n int) error) {
	b.Helper()
	var all sync.WaitGroup
	for n := range c.all {
		all.Go(func() {
			if err := do(n); err != nil {
				c.mu.Lock()
				defer c.mu.Unlock()
				c.wrong = append(c.wrong, err)
			}
		})
	}
	all.Wait()
	if len(c.wrong) > 0 {
		b.Fatalf("%d readers failed; the first: %v", len(c.wrong), c.wrong[0])
	}
}

// lasting returns how long a benchmark is to last, by -benchtime, and at least so long.
func lasting(least time.Duration) time.Duration {
	if f := flag.Lookup("test.benchtime"); f != nil {
		if d, err := time.ParseDuration(f.Value.String()); err == nil {
			return max(d, least)
		}
	}
	return least
}
