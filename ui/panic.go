package ui

import (
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/terminal"
)

// A panic, wherever it comes from, ends the program as quitting does, and is reported when the terminal has been given
// back. bubbletea would print what it says, which may come from a record, and a stack of a hundred lines.

// A failure is a panic that was caught: what it says, and the innermost calls, one a line. A command sends it as a
// message.
type failure struct {
	value any
	calls string
}

func (f *failure) Error() string {
	return fmt.Sprintf("the program failed: %v\n%s\nPlease report this with the lines above.", f.value, f.calls)
}

// Calls returns the innermost calls, one a line, which say nothing of the record.
func (f *failure) Calls() string { return f.calls }

// A guard is what bubbletea runs: the model, with every panic in it caught. It shows the frames itself, and bubbletea
// none.
type guard struct {
	*model
	out   *terminal.Output
	typed burst
	end   func()          // ends the program; does not wait
	send  func(m tea.Msg) // gives the program a message
}

func (g *guard) Init() (cmd tea.Cmd) {
	defer g.catch(func() { cmd = tea.Quit })
	return tea.Batch(g.model.Init(), g.outside.awaitSizes(g.send))
}

func (g *guard) Update(msg tea.Msg) (next tea.Model, cmd tea.Cmd) {
	defer g.catch(func() { cmd = tea.Quit }) // which waits for the reader of keys
	next = g
	if g.failed != nil {
		return next, tea.Quit
	}
	_, cmd = g.model.Update(msg)
	return next, cmd
}

func (g *guard) View() string {
	defer g.catch(g.end)
	if g.failed == nil {
		g.out.Show(g.model.View(), g.size.X, g.size.Y)
	}
	return ""
}

// escKey is how bubbletea shows the key Esc where a terminal, or who reads its keys, sends it as CSI 27 u.
const escKey = "?CSI[50 55 117]?"

// filter is asked what becomes of each message before the program acts on it.
func (g *guard) filter(_ tea.Model, msg tea.Msg) (kept tea.Msg) {
	defer g.catch(func() { kept = tea.Quit() })
	switch known := msg.(type) {
	case tea.FocusMsg: // the focus also kept the reader of keys waiting until the one before was shown
		return g.typed.end()
	case tea.KeyMsg:
		if g.opts.ReadsEnd && isText(known) && slices.Contains(carets, g.mode()) {
			g.typed = append(g.typed, known.Runes...)
			return nil
		}
		return g.typed.before(msg)
	case tea.MouseMsg:
		if !g.pointer.hears(known) {
			return nil
		}
		return g.typed.before(msg)
	case fmt.Stringer: // bubbletea has no name for it
		if known.String() == escKey {
			return g.typed.before(tea.KeyMsg{Type: tea.KeyEsc})
		}
	case tea.WindowSizeMsg:
		g.out.Forget()
		return g.drawable(known)
	}
	return msg
}

// Read reads keys from elsewhere. Where they end, so does the program: nobody could.
func (g *guard) Read(p []byte) (n int, err error) {
	end := tea.Quit()
	defer func() {
		if v := recover(); v != nil {
			end, err = failure{v, innermostCalls(v)}, io.ErrUnexpectedEOF
		}
		if err != nil {
			g.send(end)
		}
	}()
	return g.opts.Input.Read(p)
}

// Write writes to a terminal elsewhere.
func (g *guard) Write(p []byte) (int, error) {
	defer g.catch(g.end)
	return g.out.Write(p)
}

// drawable returns the size of what is drawn on a terminal of a size. That comes from outside, and may be any two
// numbers. What is beyond the most that is drawn stays blank.
func (g *guard) drawable(size tea.WindowSizeMsg) tea.WindowSizeMsg {
	const (
		servedWidth, servedHeight = 500, 200 // for each of many readers

		maxSide  = 10_000  // rows, and columns
		maxCells = 2 << 20 // of which each takes some 40 bytes; a screen of 8K has half as many of the smallest letters
	)
	if size.Width == 0 && size.Height == 0 { // a terminal that does not know its size, such as a serial line
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	}
	if size.Width, size.Height = max(size.Width, 0), max(size.Height, 0); g.opts.Served {
		size.Width, size.Height = min(size.Width, servedWidth), min(size.Height, servedHeight)
	}
	size.Width = min(size.Width, maxSide)
	size.Height = min(size.Height, maxSide, maxCells/max(1, size.Width))
	return size
}

// drawingFailed ends the program for a panic outside its loop, in what writes frames.
func (g *guard) drawingFailed(v any) { g.send(failure{v, innermostCalls(v)}) }

// catch, deferred, ends the program for a panic.
func (g *guard) catch(end func()) {
	if v := recover(); v != nil {
		g.failed = &failure{v, innermostCalls(v)}
		end()
	}
}

// guarded makes a panic in a command a message.
func guarded(cmd tea.Cmd) tea.Cmd {
	return func() (msg tea.Msg) {
		defer func() {
			if v := recover(); v != nil {
				msg = failure{v, innermostCalls(v)}
			}
		}()
		return cmd()
	}
}

// innermostCalls lists the calls that led to the panic with value v which is being recovered from, the last one first.
// Those of a panic in another goroutine, which came here by being waited for, v knows itself.
func innermostCalls(v any) string {
	const few = 8
	callers := make([]uintptr, 64)
	callers = callers[:runtime.Callers(0, callers)]
	if elsewhere, ok := v.(interface{ Callers() []uintptr }); ok {
		callers = elsewhere.Callers()
	}
	frames := runtime.CallersFrames(callers)
	var calls []string
	panicking := false
	for more := true; more && len(calls) < few; {
		var f runtime.Frame
		f, more = frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			panicking = true
		case panicking && f.Function != "" && !strings.HasPrefix(f.Function, "runtime."):
			calls = append(calls, fmt.Sprintf("  %s (%s:%d)", path.Base(f.Function), path.Base(f.File), f.Line))
		}
	}
	return strings.Join(calls, "\n")
}
