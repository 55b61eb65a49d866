package ui_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/timeline/load"
	"dateline/ui"
)

// An elsewhere is a terminal that is no file, with a reader who types a text at it once the screen shows another.
type elsewhere struct {
	shows, types string

	mu      sync.Mutex
	written bytes.Buffer
	keys    chan string
	gone    chan struct{}
	typed   bool
}

func newElsewhere(shows, types string) *elsewhere {
	return &elsewhere{shows: shows, types: types, keys: make(chan string, 1), gone: make(chan struct{})}
}

func (e *elsewhere) Write(p []byte) (int, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.written.Write(p)
	if !e.typed && strings.Contains(e.written.String(), e.shows) {
		e.typed = true
		e.keys <- e.types
	}
	return len(p), nil
}

func (e *elsewhere) Read(p []byte) (int, error) {
	select {
	case keys := <-e.keys:
		return copy(p, keys), nil
	case <-e.gone:
		return 0, io.EOF
	}
}

func (e *elsewhere) Close() error { return nil }

// Fd is that of the terminal in which the program itself may run, which it must not touch.
func (e *elsewhere) Fd() uintptr { return os.Stdin.Fd() }

func (e *elsewhere) text() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.written.String()
}

// options show a record to the reader there.
func (e *elsewhere) options(width, height int, text string) ui.Options {
	return ui.Options{
		Served: true, Now: time.Now, Input: e, Output: e, Environ: []string{"TERM=xterm-256color", "LANG=C.UTF-8"},
		Load: func(ctx context.Context, publish func(load.Progress)) {
			open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
			load.Files(ctx, []load.File{{Name: "x.yaml", Open: open}}, publish)
		},
		Sizes: func(ctx context.Context, tell func(width, height int)) {
			tell(width, height)
			<-ctx.Done()
		},
	}
}

const visible = "- {date: 2025-01-01, title: Visible event, actors: [Anna, Bert], type: call}\n"

// A reader elsewhere sees a screen of the size that is told, and gets the terminal back.
func TestAScreenElsewhere(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {1 << 30, 1 << 30}, {-1, 5}, {0, 0}} {
		e := newElsewhere("Visible event", "q")
		if size[0] < 0 {
			e = newElsewhere("\x1b[?1049h", "q")
		}
		if err := ui.Run(context.Background(), e.options(size[0], size[1], visible)); err != nil {
			t.Errorf("%v: %v", size, err)
		}
		written := e.text()
		if !strings.Contains(written, "\x1b[?1049h") || !strings.HasSuffix(written, "\x1b[?1049l\x1b[23;2t\x1b[?25h") {
			t.Errorf("%v: the terminal is left with %q", size, written[max(0, len(written)-100):])
		}
		if len(written) > 1<<20 {
			t.Errorf("%v: %d bytes are written", size, len(written))
		}
	}
}

// A screen ends with the keys of its reader, who cannot come back, and with its context.
func TestAScreenElsewhereEnds(t *testing.T) {
	e := newElsewhere("Visible event", "j")
	close(e.gone)
	if err := ui.Run(context.Background(), e.options(80, 24, visible)); err != nil {
		t.Errorf("at the end of the keys: %v", err)
	}
	idle := errors.New("idle for an hour")
	ctx, end := context.WithCancelCause(context.Background())
	e = newElsewhere("Visible event", "j")
	o := e.options(80, 24, visible)
	o.Sizes = func(_ context.Context, tell func(width, height int)) { tell(80, 24); end(idle) }
	if err := ui.Run(ctx, o); !errors.Is(err, idle) || !strings.Contains(e.text(), "\x1b[?25h") {
		t.Errorf("with its context: %v, after %q", err, e.text())
	}
}

// Many read one record at once, each as it likes.
func TestManyScreensAtOnce(t *testing.T) {
	var all sync.WaitGroup
	keys := []string{
		"jk/type:call\ry\x1b", "vl\r", ":ann\r", "?sil\x1b", "arub \x1b", "YY\x1b", "tll\r", "I\t\ro\x1b", "m'\x1b", "==",
	}
	for n := range 20 {
		e := newElsewhere("Visible event", keys[n%len(keys)]+"\x03")
		all.Add(1)
		go func() {
			defer all.Done()
			if err := ui.Run(context.Background(), e.options(60+5*n, 24, visible)); err != nil {
				t.Errorf("screen %d: %v", n, err)
			}
		}()
	}
	all.Wait()
}

// failsIn is the variable of the environment that makes of this test a program of two screens, of which one panics.
const failsIn = "DATELINE_TEST_ONE_OF_TWO_FAILS_IN"

// A panic in one screen ends that alone: the other goes on, and the program prints nothing of it.
func TestAPanicEndsOneOfTwoScreens(t *testing.T) {
	if where := os.Getenv(failsIn); where != "" {
		oneOfTwoFails(where)
		return
	}
	for _, where := range []string{"load", "sizes", "keys", "write", "changed"} {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAPanicEndsOneOfTwoScreens$")
		cmd.Env = append(os.Environ(), failsIn+"="+where)
		said, err := cmd.CombinedOutput()
		if text := string(said); err != nil || strings.TrimSpace(text) != "PASS" &&
			!strings.HasPrefix(strings.TrimSpace(text), "PASS\ncoverage") {
			t.Errorf("in %s: %v\n%s", where, err, text)
		}
	}
}

// A failing terminal panics at its reader's keys, or when it is written to.
type failing struct {
	*elsewhere
	where string
}

func (f failing) Read(p []byte) (int, error) {
	if f.where == "keys" {
		panic("in keys")
	}
	return f.elsewhere.Read(p)
}

func (f failing) Write(p []byte) (int, error) {
	if f.where == "write" && strings.Contains(string(p), "\x1b]2;") {
		panic("in write")
	}
	return f.elsewhere.Write(p)
}

// oneOfTwoFails shows two screens, of which the first panics; the second is left when it is over with that.
func oneOfTwoFails(where string) {
	first, second := newElsewhere("no such text", ""), newElsewhere("Visible event", "j")
	o := first.options(80, 24, visible)
	o.Input, o.Output = failing{first, where}, failing{first, where}
	switch where {
	case "load":
		o.Load = func(context.Context, func(load.Progress)) { panic("in load") }
	case "sizes":
		o.Sizes = func(context.Context, func(width, height int)) { panic("in sizes") }
	case "changed":
		o.Changed = func(context.Context) bool { panic("in changed") }
	}
	ended := make(chan error)
	go func() { ended <- ui.Run(context.Background(), second.options(80, 24, visible)) }()
	if err := ui.Run(context.Background(), o); err == nil || !strings.Contains(err.Error(), "in "+where) {
		fmt.Fprintf(os.Stderr, "the first ends with %v\n", err)
		os.Exit(1)
	}
	second.keys <- "q"
	if err := <-ended; err != nil {
		fmt.Fprintf(os.Stderr, "the second ends with %v\n", err)
		os.Exit(1)
	}
}
