package cli_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/timeline/testrecord"
)

// BenchmarkSoak has 200 readers do all that readers do, as long as -benchtime says and for twenty seconds at least, in a
// record that changes under them. It fails if the server holds more at the end than after a tenth of that time, if it
// has failed anywhere, or if a reader who left has not been given the terminal back:
//
//	go test ./ui/cli -run '^$' -bench Soak -benchtime 1h -timeout 70m
func BenchmarkSoak(b *testing.B) {
	const readers, events = 200, 5_000
	duration := lasting(20 * time.Second)
	record := newChanging(b, events)
	s := serveApart(b, record.path, 2*readers) // who has vanished has a place for a while
	before := s.level(b)
	rest := func(r *rand.Rand) { time.Sleep(time.Duration(200+r.IntN(1600)) * time.Millisecond) }
	act := func(part time.Duration) (sum soaked, l level) {
		stop := make(chan struct{})
		time.AfterFunc(part, func() { close(stop) })
		var changes sync.WaitGroup
		changes.Go(func() {
			for n := 0; ; n++ {
				select {
				case <-time.After(3 * time.Second):
				case <-stop:
					record.mend(b)
					return
				}
				record.change(b)
			}
		})
		sum = soak(b, s.address, readers, stop, rest)
		changes.Wait()
		l = s.settled(b)
		s.profile(b, "heap", "heap-after-"+part.String())
		return sum, l
	}
	first, early := act(duration / 10)
	all, late := act(duration - duration/10)
	b.Logf("%+v and %+v; level %+v, then %+v, %+v at the end", first, all, before, early, late)
	soundLog(b, s.log)
	if late.goroutines > early.goroutines || late.goroutines > before.goroutines {
		b.Errorf("%d goroutines at first, %d early, %d at the end", before.goroutines, early.goroutines, late.goroutines)
	}
	if most := early.heap*1.1 + 8; late.heap > most {
		b.Errorf("%.1f MB are held at the end, and %.1f early", late.heap, early.heap)
	}
	if most := early.resident*1.25 + 32; late.resident > most {
		b.Errorf("%.1f MB are resident at the end, and %.1f early", late.resident, early.resident)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(all.acts), "acts")
	b.ReportMetric(float64(s.log.count(rereads...)), "changes")
	b.ReportMetric(late.resident, "MB-end")
	b.ReportMetric(early.resident, "MB-early")
}

// Readers who do all that readers do, in a record that changes under them, do not harm the server or each other.
func TestReadersOfARecordThatChanges(t *testing.T) {
	record := newChanging(t, 200)
	s := serveHere(t, record.path, 80) // who has vanished keeps a place for a while
	stop := make(chan struct{})
	var changes sync.WaitGroup
	changes.Go(func() {
		defer close(stop)
		for n := range 2 {
			record.change(t)
			s.log.await(n+1, nil, rereads...)
		}
	})
	sum := soak(t, s.address, 10, stop, func(*rand.Rand) {})
	changes.Wait()
	s.stop()
	soundLog(t, s.log)
	if sum.came == 0 || sum.left == 0 || sum.acts == 0 {
		t.Errorf("nothing has been tried: %+v", sum)
	}
}

// rereads is what a server says when it has read its record again.
var rereads = []string{"read again", "no longer read whole"}

// soundLog fails where a server has failed a reader.
func soundLog(t testing.TB, log *serverLog) {
	t.Helper()
	for line := range strings.Lines(log.String()) {
		if strings.Contains(line, "please report") || strings.Contains(line, "the screen failed") {
			t.Errorf("the server says: %s", line)
		}
	}
}

// Soaked is what readers have done.
type soaked struct{ came, left, vanished, asked, acts int }

// soak has readers come and go until stop is closed, and then leave.
func soak(t testing.TB, address string, readers int, stop <-chan struct{}, rest func(*rand.Rand)) (sum soaked) {
	var mu sync.Mutex
	var all sync.WaitGroup
	for n := range readers {
		all.Go(func() {
			one := soaker{random: rand.New(rand.NewPCG(11, uint64(n))), address: address, rest: rest}
			for ended := false; !ended; {
				if err := one.visit(); err != nil {
					t.Error(err)
					ended = true
				}
				select {
				case <-stop:
					ended = true
				default:
				}
			}
			mu.Lock()
			defer mu.Unlock()
			sum.came, sum.left, sum.vanished = sum.came+one.came, sum.left+one.left, sum.vanished+one.vanished
			sum.asked, sum.acts = sum.asked+one.asked, sum.acts+one.acts
		})
	}
	all.Wait()
	return sum
}

// A soaker is a reader who comes again and again.
type soaker struct {
	soaked
	random  *rand.Rand
	address string
	rest    func(*rand.Rand)
}

// visit comes, does something and leaves, and returns what went wrong with that.
func (k *soaker) visit() error {
	one, err := call(k.address)
	if err != nil {
		return err
	}
	if k.random.IntN(8) == 0 {
		return k.ask(one)
	}
	if err := one.open(20+k.random.IntN(180), 5+k.random.IntN(60)); err != nil {
		return err
	}
	k.came++
	t := typist{random: k.random}
	for range k.random.IntN(40) {
		k.acts++
		k.act(one, &t)
		k.rest(k.random)
	}
	switch k.random.IntN(4) {
	case 0:
		big := strings.Repeat("a paste that nobody wants \x1b[A\r", 1<<20/31)
		_, _ = io.WriteString(one.keys, "/\x1b[200~"+big+"\x1b[201~\r")
		k.rest(k.random)
		fallthrough
	case 1:
		k.vanished++
		one.vanish()
		return nil
	}
	k.left++
	return one.leave()
}

// act does one thing at a screen, which may have been left by a key before.
func (k *soaker) act(one *caller, t *typist) {
	const pages = "?aALivc!wo'\"tyYzCs:@#m\x0f\t\x0c+-r*xdfDpPE\x1a\x12"
	keys := t.press()
	switch n := k.random.IntN(20); {
	case n < 3:
		keys = string(pages[k.random.IntN(len(pages))])
	case n == 3:
		keys = "\x1b[27u\x1b[27u/\x15" + t.one(filters...) + t.one("\r", "\x1b[27u")
	case n == 4:
		keys = "/\x1b[200~" + strings.Repeat("kyiv or ", k.random.IntN(1000)) + "\x1b[201~\r/\x15\r"
	case n == 5:
		_ = one.WindowChange(k.random.IntN(100), k.random.IntN(300))
	case n == 6 && k.random.IntN(10) == 0:
		_ = one.WindowChange(1<<30, k.random.IntN(3))
	case n == 7:
		keys = fmt.Sprintf("\x1b[<%d;%d;%dM", k.random.IntN(66), 1+k.random.IntN(200), 1+k.random.IntN(60))
	}
	_, _ = io.WriteString(one.keys, keys)
}

// commands are those that readers ask for, with the code that they end with.
var commands = []string{
	"print --filter tag:tag-3", "print --format csv", "print --format json --filter drone", "print --format markdown",
	"compare --of actor-1 --with actor-2", "actors", "sources --format csv", "quality", "check", "schema",
	"print --format jsonl --without notes", "print nowhere.yaml", "rm -rf /", "serve", "print 'open",
}

// ask asks for a command.
func (k *soaker) ask(one *caller) error {
	k.asked++
	command := commands[k.random.IntN(len(commands))]
	if k.random.IntN(4) == 0 { // and does not wait for the answer
		one.Stdout = nil
		if err := one.Start(command); err != nil {
			return err
		}
		k.rest(k.random)
		return one.client.Close()
	}
	code, _, err := one.ask(command)
	if err != nil || code > 2 {
		return fmt.Errorf("%s: code %d: %w %s", command, code, errors.Join(err), &one.told)
	}
	return nil
}

// A changing is a record whose file is written again and again.
type changing struct {
	path   string
	events []string // as YAML
	head   string
	made   int
	broken bool
	random *rand.Rand
}

func newChanging(t testing.TB, events int) *changing {
	t.Helper()
	head, rest, _ := strings.Cut(testrecord.Generate(events), "  - id: event-")
	c := &changing{
		path: filepath.Join(t.TempDir(), "record.yaml"), head: head, made: events,
		events: strings.Split(rest, "  - id: event-"), random: rand.New(rand.NewPCG(5, 6)),
	}
	c.write(t, "")
	return c
}

// write writes the file, in its place or as another, with something at its end.
func (c *changing) write(t testing.TB, end string) {
	text := []byte(c.head + "  - id: event-" + strings.Join(c.events, "  - id: event-") + end)
	path := c.path
	if c.random.IntN(2) == 0 {
		path += ".new"
	}
	err := os.WriteFile(path, text, 0o600)
	if err == nil && path != c.path {
		err = os.Rename(path, c.path)
	}
	if err != nil {
		t.Error(err)
	}
}

// change adds an event, changes one or removes one, or breaks the file, which the next change mends.
func (c *changing) change(t testing.TB) {
	n := c.random.IntN(len(c.events))
	switch c.random.IntN(4) {
	case 0:
		c.events = append(c.events, fmt.Sprintf("%d\n    date: 1910-01-01\n    title: Added\n    location: Town\n", c.made))
		c.made++
	case 1:
		c.events[n] = strings.Replace(c.events[n], "location: ", fmt.Sprintf("location: %d ", c.made), 1)
		c.made++
	case 2:
		c.events = append(c.events[:n:n], c.events[n+1:]...)
	case 3:
		if c.broken = !c.broken; c.broken {
			c.write(t, "  - id: \"open\n  - {[")
			return
		}
	}
	c.broken = false
	c.write(t, "")
}

// mend writes the file whole, as it was first but for its size.
func (c *changing) mend(t testing.TB) {
	c.broken = false
	c.write(t, "")
}
