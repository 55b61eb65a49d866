package typed

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
)

// Every test here runs in a bubble, which fails where a goroutine is left at its end.

// sent returns the reader and the writer of what is sent, and a stream over the former.
func sent() (s *Stream, w *io.PipeWriter) {
	r, w := io.Pipe()
	return NewStream(r), w
}

// What is sent is read as it was, up to the end, which is none that a program could take for a quiet one.
func TestStreamIsReadToItsEnd(t *testing.T) {
	why := errors.New("reset by peer")
	for _, end := range []error{nil, io.ErrUnexpectedEOF, why} {
		synctest.Test(t, func(t *testing.T) {
			s, w := sent()
			all := strings.Repeat("0123456789", 10*chunk)
			go func() {
				_, _ = io.WriteString(w, all)
				_ = w.CloseWithError(end)
			}()
			got, err := io.ReadAll(s)
			if string(got) != all || !errors.Is(err, ErrGone) || errors.Is(err, io.EOF) {
				t.Errorf("%d of %d bytes, then %v", len(got), len(all), err)
			}
			if end == why && !strings.Contains(err.Error(), why.Error()) {
				t.Errorf("%v, and not why", err)
			}
			if _, again := s.Read(make([]byte, 1)); again != err || !s.Within(0) {
				t.Errorf("then %v, want %v for good", again, err)
			}
			_ = s.Close()
		})
	}
}

// Within waits no longer than it may, and no longer than it has to.
func TestStreamWithin(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		s, w := sent()
		begin := time.Now()
		if s.Within(time.Second) || time.Since(begin) != time.Second {
			t.Errorf("of nothing there is some after %s", time.Since(begin))
		}
		go func() {
			time.Sleep(time.Second)
			_, _ = io.WriteString(w, "ab")
		}()
		begin = time.Now()
		if !s.Within(time.Minute) || time.Since(begin) != time.Second {
			t.Errorf("what comes after a second is not there after %s", time.Since(begin))
		}
		if n, err := s.Read(make([]byte, 1)); n != 1 || err != nil || !s.Within(0) {
			t.Error("the second byte is not there with the first")
		}
		if n, err := s.Read(make([]byte, 8)); n != 1 || err != nil || s.Within(0) {
			t.Error("after the last byte there is more")
		}
		_, _ = io.WriteString(w, "c")
		if synctest.Wait(); !s.Within(0) {
			t.Error("what is there is not waited for, and not seen")
		}
		_ = w.Close()
		_ = s.Close()
	})
}

// Close ends what waits, and what has come by then is not read any more.
func TestStreamIsClosed(t *testing.T) {
	read := func(s *Stream) bool { _, err := s.Read(make([]byte, 1)); return errors.Is(err, ErrGone) }
	within := func(s *Stream) bool { return s.Within(time.Hour) }
	for _, wait := range []func(s *Stream) bool{read, within} {
		for _, text := range []string{"", strings.Repeat("x", 3*chunk)} {
			synctest.Test(t, func(t *testing.T) {
				s, w := sent()
				if text != "" {
					go func() { _, _ = io.WriteString(w, text) }()
					_, _ = s.Read(make([]byte, chunk))
					_ = s.Close()
				} else {
					time.AfterFunc(time.Second, func() { _ = s.Close() })
				}
				if begin := time.Now(); !wait(s) || time.Since(begin) > time.Second {
					t.Errorf("after %d bytes it is waited for for %s", len(text), time.Since(begin))
				}
				if _ = s.Close(); !read(s) || !within(s) {
					t.Error("what is closed twice is read")
				}
				_ = w.Close() // as the end of a session closes its channel
			})
		}
	}
}

// A flood sends as much of one text as is read, and counts that.
type flood struct {
	begin, text string
	left, read  int
}

func (f *flood) Read(p []byte) (n int, err error) {
	if f.left == 0 {
		return 0, io.EOF
	}
	n = copy(p, f.begin)
	f.begin = f.begin[n:]
	for n < len(p) {
		n += copy(p[n:], f.text[(f.read+n)%len(f.text):])
	}
	n = min(n, f.left)
	f.read, f.left = f.read+n, f.left-n
	return n, nil
}

// However much is sent without an end, no more of it is read than is taken and two chunks, no more kept than an
// answer's beginning, and of a paste no more handed on than is of use.
func TestFloods(t *testing.T) {
	const much = 64 << 10
	for begin, most := range map[string]int{
		"":             8 * much, // keys, with the focus after each read
		pasteStart:     maxPaste + 100,
		"\x1b]52;c;":   8 * much, // an answer as far as that may go, then keys
		"\x1b[":        8 * much,
		"\x1bP>|":      8 * much,
		"\x90":         8 * much,
		"\x1b[M\x1b[M": 8 * much,
	} {
		for _, text := range []string{"a", "\x00", "\xff", "ї", "\x1b", "\x1b[", "1;", "\x1bOa", "\x9b1", "\x1b]11;rgb:"} {
			synctest.Test(t, func(t *testing.T) {
				f := &flood{begin: begin, text: text, left: much}
				s := NewStream(f)
				k, handed := New(s, time.Now), 0
				k.Answers(func(answer string) {
					if len(answer) > maxAnswer {
						t.Errorf("an answer of %d bytes is told", len(answer))
					}
				})
				p := make([]byte, 256)
				if synctest.Wait(); f.read > 2*chunk {
					t.Errorf("%d bytes are read while nobody takes any", f.read)
				}
				for {
					n, err := k.Read(p)
					handed += n
					if held := len(k.state.held) + len(k.state.said) + len(k.state.heard); held > 4+2*maxAnswer {
						t.Fatalf("%d bytes are held", held)
					}
					if len(k.over) > len(p) {
						t.Fatalf("%d bytes are handed on late", len(k.over))
					}
					if err != nil {
						break
					}
				}
				if handed > most || f.read != much {
					t.Errorf("%q and %q: of %d bytes %d are handed on", begin, text, f.read, handed)
				}
			})
		}
	}
}

// A seen is a program that notes the keys it gets, and ends at ^c.
type seen struct{ keys *[]string }

func (seen) Init() tea.Cmd { return nil }
func (seen) View() string  { return "" }

func (m seen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if key, ok := msg.(tea.KeyMsg); ok {
		if *m.keys = append(*m.keys, key.String()); key.Type == tea.KeyCtrlC {
			return m, tea.Quit
		}
	}
	return m, nil
}

// bubbletea reads keys of a stream that come in any parts. It ends at a key, at the end of the terminal, of which it
// says so, and with its context; once the stream is closed too, nothing of it is left.
func TestProgramOverAStream(t *testing.T) {
	typed := []string{"j\x1b", "[A", "\xd1", "\x97", "\x1b]11;rgb:ff", "ff\x1b", "\\", pasteStart + "a", "b" + pasteEnd, "\x1b"}
	want := []string{"j", "up", "ї", "[ab]", "esc"}
	for name, end := range map[string]func(w *io.PipeWriter, cancel func()){
		"key":      func(w *io.PipeWriter, _ func()) { _, _ = io.WriteString(w, "\x03") },
		"terminal": func(w *io.PipeWriter, _ func()) { _ = w.Close() },
		"context":  func(_ *io.PipeWriter, cancel func()) { cancel() },
	} {
		synctest.Test(t, func(t *testing.T) {
			s, w := sent()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			go func() {
				for _, part := range typed {
					_, _ = io.WriteString(w, part)
					time.Sleep(time.Millisecond)
				}
				time.Sleep(time.Second)
				end(w, cancel)
			}()
			var keys []string
			_, err := tea.NewProgram(seen{&keys}, tea.WithContext(ctx), tea.WithInput(New(s, time.Now)),
				tea.WithOutput(new(bytes.Buffer)), tea.WithoutSignalHandler()).Run()
			_ = s.Close()
			synctest.Wait()
			_ = w.Close()
			if name == "key" {
				keys = keys[:len(keys)-1]
			}
			if diff := cmp.Diff(want, keys); diff != "" {
				t.Errorf("until the end of the %s: %s", name, diff)
			}
			if gone := errors.Is(err, ErrGone); gone != (name == "terminal") {
				t.Errorf("the end of the %s is %v", name, err)
			}
		})
	}
}
