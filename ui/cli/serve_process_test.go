package cli_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	_ "dateline/ui/background"
	"dateline/ui/cli"
)

// A served is a server that lets clients of this machine in without a key.
type served struct {
	address string
	log     *serverLog
	process *os.Process // nil: it runs in this one
	asked   io.Writer   // what the process is asked, a line each …
	answers *bufio.Scanner
	stop    func() (code int)
}

// A serverLog is what a server writes to standard error.
type serverLog struct {
	mu    sync.Mutex
	text  []byte
	wrote chan struct{} // has room for one
}

func (l *serverLog) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text = append(l.text, p...)
	select {
	case l.wrote <- struct{}{}:
	default:
	}
	return len(p), nil
}

func (l *serverLog) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return string(l.text)
}

// count returns how often any of some words were written.
func (l *serverLog) count(words ...string) (times int) {
	text := l.String()
	for _, w := range words {
		times += strings.Count(text, w)
	}
	return times
}

// await waits until any of some words have been written a number of times, and reports whether they were before stop is
// closed.
func (l *serverLog) await(times int, stop <-chan struct{}, words ...string) bool {
	for l.count(words...) < times {
		select {
		case <-l.wrote:
		case <-stop:
			return false
		}
	}
	return true
}

// listens is what a server says when it listens.
var listens = regexp.MustCompile(`for readers at (\S+),`)

// servingArgs are the arguments of a server on this machine.
func servingArgs(folder, record string, readers int) []string {
	n := strconv.Itoa(readers)
	return []string{
		"serve", "--open", "--address", "127.0.0.1:0", "--readers", n, "--per-address", n,
		"--host-key", filepath.Join(folder, "host_key"), record,
	}
}

// serveHere serves a record in this process.
func serveHere(t testing.TB, record string, readers int) *served {
	t.Helper()
	log := &serverLog{wrote: make(chan struct{}, 1)}
	ctx, cancel := context.WithCancelCause(context.Background())
	code := make(chan int, 1)
	p := cli.Program{
		Args: servingArgs(t.TempDir(), record, readers), Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: log,
		Now: time.Now, Exit: func(int) {},
	}
	go func() { code <- p.Run(ctx) }()
	s := &served{log: log, stop: sync.OnceValue(func() int {
		cancel(errors.New("the test has ended"))
		return <-code
	})}
	t.Cleanup(func() { s.stop() })
	s.listening(t, nil)
	return s
}

// serveApart serves a record in a process of its own.
func serveApart(t testing.TB, record string, readers int) *served {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestServerProcess$", "-test.timeout=0")
	cmd.Env = append(os.Environ(), servesArgs+"="+strings.Join(servingArgs(t.TempDir(), record, readers), "\n"))
	log := &serverLog{wrote: make(chan struct{}, 1)}
	cmd.Stderr = log
	asked, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	s := &served{log: log, process: cmd.Process, asked: asked, answers: bufio.NewScanner(out)}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	s.stop = sync.OnceValue(func() int {
		_ = asked.Close()
		<-ended
		return cmd.ProcessState.ExitCode()
	})
	t.Cleanup(func() { s.stop() })
	s.listening(t, ended)
	return s
}

// listening waits until the server listens, and learns where.
func (s *served) listening(t testing.TB, ended <-chan struct{}) {
	t.Helper()
	if !s.log.await(1, ended, "for readers at ") {
		t.Fatalf("the server does not listen: %s", s.log)
	}
	s.log.await(1, ended, "ends it\n")
	s.address = listens.FindStringSubmatch(s.log.String())[1]
}

// ask asks a server in a process of its own for something, and returns its answer.
func (s *served) ask(t testing.TB, what string) string {
	t.Helper()
	if _, err := fmt.Fprintln(s.asked, what); err != nil || !s.answers.Scan() {
		t.Fatalf("the server does not say %s any more: %v %s", what, err, s.log)
	}
	return s.answers.Text()
}

// A level is what a server holds.
type level struct {
	goroutines int
	heap       float64 // MB that are in use
	resident   float64 // MB, 0 where the system does not tell
}

// level returns what a server in a process of its own holds after a collection.
func (s *served) level(t testing.TB) level {
	t.Helper()
	var l level
	if _, err := fmt.Sscan(s.ask(t, "level"), &l.goroutines, &l.heap); err != nil {
		t.Fatal(err)
	}
	l.resident = s.resident()
	return l
}

// settled returns the least that a server holds in some seconds, in which those who have left may still be going, and
// the record may be read again.
func (s *served) settled(t testing.TB) level {
	t.Helper()
	least := s.level(t)
	for range 25 {
		time.Sleep(200 * time.Millisecond)
		now := s.level(t)
		least.goroutines = min(least.goroutines, now.goroutines)
		least.heap, least.resident = min(least.heap, now.heap), min(least.resident, now.resident)
	}
	return least
}

// resident returns the MB of memory of the process, 0 where the system does not tell.
func (s *served) resident() float64 {
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Pid))
	_, after, _ := strings.Cut(string(text), "VmRSS:")
	var kilobytes float64
	_, _ = fmt.Sscan(after, &kilobytes)
	return kilobytes / 1024
}

// spent returns the seconds that processors have worked for the process, 0 where the system does not tell.
func (s *served) spent() float64 {
	const perSecond = 100 // of what Linux counts in, on every machine of today
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.process.Pid))
	fields := strings.Fields(string(text[strings.LastIndexByte(string(text), ')')+1:]))
	if len(fields) < 13 {
		return 0
	}
	user, _ := strconv.ParseFloat(fields[11], 64)
	system, _ := strconv.ParseFloat(fields[12], 64)
	return (user + system) / perSecond
}

// servesArgs is the variable with the arguments of a server in a process of its own, a line each.
const servesArgs = "DATELINE_TEST_SERVES"

// TestServerProcess is the server of a test in another process. It serves until its input ends, and answers lines of it.
func TestServerProcess(t *testing.T) {
	args := os.Getenv(servesArgs)
	if args == "" {
		t.Skip("not a server")
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	go func() {
		for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
			word, file, _ := strings.Cut(lines.Text(), " ")
			fmt.Println(answerOf(word, file))
		}
		cancel(errors.New("the test has ended"))
	}()
	p := cli.Program{
		Args: strings.Split(args, "\n"), Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: os.Stderr,
		Now: time.Now, Exit: func(int) {},
	}
	p.Run(ctx)
}

// answerOf answers a question that a test has for the process of its server.
func answerOf(word, file string) string {
	switch word {
	case "level":
		debug.FreeOSMemory()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return fmt.Sprint(runtime.NumGoroutine(), float64(m.HeapAlloc)/(1<<20))
	case "cpu":
		f, err := os.Create(file)
		if err == nil {
			err = pprof.StartCPUProfile(f)
		}
		return fmt.Sprint(err)
	case "stop":
		pprof.StopCPUProfile()
		return ""
	}
	f, err := os.Create(file)
	if err == nil {
		err = errors.Join(pprof.Lookup(word).WriteTo(f, 0), f.Close())
	}
	return fmt.Sprint(err)
}
