package ui

import (
	"context"
	"fmt"
	"io"

	"github.com/aymanbagabas/go-osc52/v2"
	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
)

// Every command beside the message it answers with. A command works outside the loop on values of its own, and never
// touches the model.

// A loadedMsg brings a record as far as it has been read.
type loadedMsg struct {
	load     int // number of the load; what an older one brings is dropped
	progress timeline.Progress
	changes  timeline.Changes // where a record is read again, when all of it is there
	next     tea.Cmd          // waits for what follows
}

// A changedMsg says that the files are no longer what load read.
type changedMsg struct{ load int }

// A saidMsg tells the reader what came of a command.
type saidMsg struct{ words string }

// A continuedMsg says that the program goes on after it was stopped.
type continuedMsg struct{}

// An editedMsg says that the editor ended.
type editedMsg struct{ err error }

// load reads the record, from the start; it replaces a load that is under way, or the waiting for a change.
func (m *model) load() tea.Cmd {
	if m.stop != nil {
		m.stop()
	}
	ctx, stop := context.WithCancel(m.ctx)
	m.stop = stop
	m.loads++
	m.loading, m.started = true, m.opts.Now()
	id, read, portions := m.loads, m.opts.Load, make(chan timeline.Progress)
	work := func() tea.Msg {
		defer close(portions)
		read(ctx, func(p timeline.Progress) {
			select {
			case portions <- p:
			case <-ctx.Done():
			}
		})
		return nil
	}
	return tea.Batch(guarded(work), portion(id, portions, m.sound()))
}

// portion waits for the next portion of load id; the last it compares with the record before, if there is one.
func portion(id int, portions <-chan timeline.Progress, before *timeline.Timeline) tea.Cmd {
	return guarded(func() tea.Msg {
		p, ok := <-portions
		if !ok {
			return nil
		}
		msg := loadedMsg{load: id, progress: p, next: portion(id, portions, before)}
		if p.Done && before != nil {
			msg.changes = timeline.Compare(before, p.Index.Timeline())
		}
		return msg
	})
}

// watch waits until the record changes. The next load ends the waiting.
func (m *model) watch() tea.Cmd {
	if m.opts.Changed == nil {
		return nil
	}
	m.stop()
	ctx, stop := context.WithCancel(m.ctx)
	m.stop = stop
	id, changed := m.loads, m.opts.Changed
	return guarded(func() tea.Msg {
		if !changed(ctx) {
			return nil
		}
		return changedMsg{id}
	})
}

// edit hands the terminal to the editor at a place in a file.
func (m *model) edit(pos timeline.Pos) tea.Cmd {
	if m.opts.Edit == nil || pos.File == "" {
		m.notice = "there is no file to edit"
		return nil
	}
	return tea.Exec(errand(m.opts.Edit(pos.File, max(1, pos.Line))), func(err error) tea.Msg { return editedMsg{err} })
}

// An errand is what is done while the terminal is given away.
type errand func() error

func (e errand) Run() error        { return e() }
func (errand) SetStdin(io.Reader)  {}
func (errand) SetStdout(io.Writer) {}
func (errand) SetStderr(io.Writer) {}

// suspend gives the terminal to the shell, until that brings the program back.
func (m *model) suspend() tea.Cmd {
	if !m.opts.Suspend {
		m.notice = "there is no shell to go back to"
		return nil
	}
	m.suspended = true
	return tea.Suspend
}

// awaitContinuing waits until the program goes on after it was stopped.
func (m *model) awaitContinuing() tea.Cmd {
	continued, ctx := m.opts.Resumed, m.ctx
	if continued == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		if !continued(ctx) {
			return nil
		}
		return continuedMsg{}
	})
}

// continued takes the terminal again, which another program may have changed, unless the program had given it away before it
// was stopped.
func (m *model) continued() tea.Cmd {
	again := m.awaitContinuing()
	if m.suspended {
		m.suspended = false
		return again
	}
	return tea.Batch(again, tea.Exec(errand(func() error { return nil }), func(error) tea.Msg { return tea.ResumeMsg{} }))
}

// openURL opens an address outside.
func (m *model) openURL(address string) tea.Cmd {
	if m.opts.OpenURL == nil {
		m.notice = "links cannot be opened here"
		return nil
	}
	open, shown := m.opts.OpenURL, shortAddress(address)
	m.notice = "opening " + shown
	return guarded(func() tea.Msg {
		if err := open(address); err != nil {
			return saidMsg{fmt.Sprintf("%s: %v", shown, err)}
		}
		return nil
	})
}

// maxCopied is how many bytes are sent to the clipboard at most: terminals drop longer sequences without a word.
const maxCopied = 64 << 10

// copyText sends text to the clipboard through the terminal (OSC 52), which may refuse without a word.
func (m *model) copyText(text, what string) tea.Cmd {
	text = timeline.VisibleText(text)
	if len(text) > maxCopied {
		m.notice = what + " is too long for the clipboard of a terminal"
		return nil
	}
	sequence, out := osc52.New(text), m.opts.Output
	return guarded(func() tea.Msg {
		if _, err := sequence.WriteTo(out); err != nil {
			return saidMsg{"the clipboard could not be reached: " + err.Error()}
		}
		return saidMsg{what + " sent to the clipboard"}
	})
}

// reload reads the record again because the reader asks for it.
func (m *model) reload() tea.Cmd {
	m.news.asked = true
	return m.load()
}
