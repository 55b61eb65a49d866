package ui

import (
	"context"
	"fmt"
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/diag"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Each command is next to the message that it answers with. A command works outside the loop on values of its own. It
// never touches the model.

// An outside is what the screen can ask of the world around it: an editor, a browser, a clipboard, a shell to go back
// to.
type outside struct {
	ctx    context.Context // of the program
	opts   Options
	window string                     // what the terminal's window is called
	waits  map[any]context.CancelFunc // ends the waiting for a turn of each part of the screen
	copied pending                    // what is to be copied
}

// A saidMsg tells the reader what came of a command.
type saidMsg struct{ words string }

// A jobMsg says that a shell stops the program, or has it go on after it was stopped without being asked.
type jobMsg struct{ stop bool }

// An editedMsg says that the editor ended.
type editedMsg struct{ err error }

// edit hands the terminal to the editor at a place in a file.
func (o *outside) edit(s *session.Session, pos diag.Pos) tea.Cmd {
	if o.opts.Edit == nil || pos.File == "" {
		s.SetNotice("there is no file to edit")
		return nil
	}
	open, err := o.opts.Edit(pos.File, max(1, pos.Line))
	if err != nil {
		s.SetNotice(err.Error())
		return nil
	}
	return tea.Exec(execFunc(open), func(err error) tea.Msg { return editedMsg{err} })
}

// An execFunc is what is done while the terminal is given away.
type execFunc func() error

func (e execFunc) Run() error { return e() }

func (execFunc) SetStdin(io.Reader) {}

func (execFunc) SetStdout(io.Writer) {}

func (execFunc) SetStderr(io.Writer) {}

// workers returns the parts of the screen that have work which takes long. Each wants the answer of what it asked last.
func (m *model) workers() []interface{ TakeWork() func() any } {
	p := &m.panes
	return []interface{ TakeWork() func() any }{m.session, &p.overview, &p.box, &p.queryLine, &p.savedList, &p.compare}
}

// inTurn returns a command for work that takes long, or nil if there is none. Where others work too it waits for its
// turn, and no more once the same part of the screen has other work: a reader who types faster than is searched would
// else have any number of searches wait.
func (o *outside) inTurn(s *session.Session, part any, work func() any) tea.Cmd {
	turn := o.opts.Turn
	if work == nil || turn == nil {
		return command(work)
	}
	if stop := o.waits[part]; stop != nil {
		stop()
	}
	ctx, stop := context.WithCancel(o.ctx)
	if o.waits == nil {
		o.waits = make(map[any]context.CancelFunc)
	}
	o.waits[part] = stop
	much := s.AsksMuch()
	return command(func() any {
		done, ok := turn(ctx, much)
		stop()
		if !ok {
			return nil
		}
		defer done()
		return work()
	})
}

// nameWindow calls the terminal's window by a name, unless it is called so already.
func (o *outside) nameWindow(name string) tea.Cmd {
	if name == o.window {
		return nil
	}
	o.window = name
	return tea.SetWindowTitle(name)
}

// suspend asks for what a shell may ask for at any time.
func (o *outside) suspend(s *session.Session) {
	if o.opts.Suspend == nil {
		s.SetNotice("there is no shell to go back to")
		return
	}
	o.opts.Suspend()
}

// awaitShell waits until a shell stops the program, or has it go on.
func (o *outside) awaitShell() tea.Cmd {
	ctx, heard := o.ctx, o.opts.Heard
	if heard == nil {
		return nil
	}
	return guarded(func() tea.Msg {
		stop, ok := heard(ctx)
		if !ok {
			return nil
		}
		return jobMsg{stop}
	})
}

// leave gives the terminal back, has the program stop if that is asked for, and takes the terminal again, which another
// program may have changed meanwhile.
func (o *outside) leave(s *session.Session, why jobMsg) tea.Cmd {
	stop := o.opts.Stop
	away := tea.Exec(execFunc(func() error {
		if why.stop {
			stop()
		}
		return nil
	}), func(error) tea.Msg { return tea.ResumeMsg{} })
	if !why.stop {
		return away
	}
	return tea.Sequence(command(s.Flush), away) // a stopped program must not hold the lock of what is kept
}

// opening is what a notice begins with that ends in an address.
const opening = "opening "

// openURL opens an address outside. A reader elsewhere has the browser there, and so is given the address.
func (o *outside) openURL(s *session.Session, address string) tea.Cmd {
	if o.opts.Served {
		return o.copyText(s, address, "“"+draw.ShortAddress(address)+"”")
	}
	if o.opts.OpenURL == nil {
		s.SetNotice("links cannot be opened here")
		return nil
	}
	open := o.opts.OpenURL
	s.SetNotice(opening + draw.ShortAddress(address))
	return guarded(func() tea.Msg {
		if err := open(address); err != nil {
			return saidMsg{fmt.Sprintf("the link was not opened: %v", err)}
		}
		return nil
	})
}
