package ui

import (
	"fmt"
	"io"
	"sync"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
	"dateline/ui/terminal"
)

// copyText puts text on the clipboard of the terminal, or into the buffer of tmux where the program runs in it. What a
// terminal is sent it may refuse without a word, and so is not called copied.
func (o *outside) copyText(s *session.Session, text, what string) tea.Cmd {
	if text = sanitize.Text(text); len(text) > terminal.MaxClipboard {
		s.SetNotice(fmt.Sprintf("%s is too long for the clipboard of a terminal: %s bytes of at most %s", what,
			draw.Number(len(text)), draw.Number(terminal.MaxClipboard)))
		return nil
	}
	if !o.copied.put(text, what) {
		return nil
	}
	opts := o.opts
	return guarded(func() tea.Msg {
		text, what, done := o.copied.take()
		defer done()
		because := ""
		if opts.Copy != nil {
			err := opts.Copy(text)
			if err == nil {
				return saidMsg{what + " was copied to tmux's buffer"}
			}
			because = ", since tmux did not take it: " + err.Error()
		}
		if _, err := io.WriteString(opts.Output, terminal.Clipboard(opts.Environ, text)); err != nil {
			return saidMsg{"the clipboard could not be reached: " + err.Error()}
		}
		return saidMsg{what + " was sent to the terminal's clipboard" + because}
	})
}

// A pending is a text that waits to be copied. As long as a terminal takes nothing, another takes its place.
type pending struct {
	writing sync.Mutex // held while one is copied

	mu         sync.Mutex // guards the rest
	waits      bool
	text, what string
}

// put has a text wait, and reports whether somebody has to come for it: where another waited, somebody does already.
func (p *pending) put(text, what string) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	first := !p.waits
	p.waits, p.text, p.what = true, text, what
	return first
}

// take returns the text that waits once the one before it is done.
func (p *pending) take() (text, what string, done func()) {
	p.writing.Lock()
	p.mu.Lock()
	defer p.mu.Unlock()
	text, what = p.text, p.what
	p.waits, p.text, p.what = false, "", ""
	return text, what, p.writing.Unlock
}
