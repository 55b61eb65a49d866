package ui

import (
	"image"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/sanitize"
	"dateline/ui/session"
	"dateline/ui/terminal"
	writer "dateline/ui/write"
)

// The screen on which what is seen is written or copied: how it is opened and left, and what its keys do.

// A puts does what that screen asks of the model.
type puts struct{ *model }

// keys are the keys of that screen.
func (puts) keys() keymap {
	in := []mode{inWrite}
	menu := func(m *model) *writer.Menu { return &m.panes.write }
	onFile := func(m *model) bool { return menu(m).OnFile() }
	onCommand := func(m *model) bool { return menu(m).OnCommand() }
	const noFile = "no file can be written from here; Enter copies what is chosen"
	take := answers(func(m *model) tea.Cmd { return puts{m}.take() })
	name := does(func(m *model) { puts{m}.name() })
	turn := func(m *model, n int) { menu(m).Turn(n) }
	return keymap{
		{
			name: "write", keys: []string{"Y", shiftF(3)}, show: "Y shift+F3", foot: "write or copy",
			does: "write or copy the event, the marks or what is shown, as Markdown, YAML, CSV, a citation and more; " +
				"the command line for this view",
			in: inPanes, acts: true, offer: puts{}.never, do: does(func(m *model) { puts{m}.open() }), servedFoot: "copy",
			servedDoes: "copy the event, the marks or what is shown, as Markdown, YAML, CSV, a citation and more; " +
				"the command line for this view",
		},
		{
			name: "write", keys: []string{"Y", shiftF(3)}, show: "Y", does: "on that screen: write it to a file",
			foot: "to a file", in: in, do: name, outside: noFile,
		},
		{
			name: "take", keys: []string{"enter"}, show: "Enter", foot: "name it",
			in: in, when: onFile, why: puts{}.none, do: take, outside: noFile,
		},
		{
			name: "take", keys: []string{"enter"}, show: "Enter", foot: "copy the command",
			in: in, when: onCommand, why: puts{}.none, do: take,
		},
		{name: "take", keys: []string{"enter"}, show: "Enter", does: "copy it", foot: "copy", in: in, do: take},
		{
			name: "next", keys: []string{"tab"}, show: "Tab", does: "to what it is written as, to the file, to the command",
			foot: "next group", in: in, do: moves(turn, 1), servedDoes: "to what it is written as, to the command",
		},
		{name: "previous", keys: []string{"shift+tab"}, in: in, do: moves(turn, -1)},
		{
			name: "right", keys: []string{"right", "l"}, in: in,
			do: does(func(m *model) { menu(m).Aside(1) }),
		},
		{
			name: "left", keys: []string{"left", "h"}, in: in,
			do: does(func(m *model) { menu(m).Aside(-1) }),
		},
		{
			name: "out", keys: []string{"esc", "backspace"}, show: "Esc", does: "close it", foot: "close",
			in: in, do: does((*model).close),
		},
		{name: "quit", keys: []string{"q"}, in: in, do: does((*model).close)},
		{
			name: "take", keys: []string{"enter"}, show: "Enter", foot: "write the file",
			in: []mode{inFile}, do: answers(func(m *model) tea.Cmd { return puts{m}.write() }), outside: noFile,
		},
		{
			name: "out", keys: []string{"esc"}, show: "Esc", foot: "back",
			in: []mode{inFile}, do: does((*model).close),
		},
	}.under("Write or copy")
}

// never keeps an action out of the footer.
func (puts) never(*model) bool { return false }

// none is the reason of a key that another row of the table has.
func (puts) none(lack) string { return "" }

// open opens the screen.
func (m puts) open() {
	command := ""
	if m.opts.Command != nil {
		event := ""
		if m.session.HasEvent() {
			event = m.session.Event().ID
		}
		command = m.opts.Command(m.session.Query().String(), event)
	}
	reading := m.mode() == inReading || m.mode() == inDetail
	m.panes.write.Open(m.session, m.opts.Name, command, reading)
	m.modes.push(inWrite)
}

// take does what the row in focus is for.
func (m puts) take() tea.Cmd {
	menu := &m.panes.write
	switch {
	case menu.OnFile():
		m.name()
		return nil
	case menu.OnCommand():
		if menu.Command() == "" {
			m.session.SetNotice("there is no command for this view")
			return nil
		}
		m.close()
		return m.outside.copyText(m.session, menu.Command(), "the command for this view")
	case menu.Empty():
		m.session.SetNotice("there is no event to copy")
		return nil
	}
	return m.outside.inTurn(m.session, menu, menu.Copy(m.session, terminal.MaxClipboard))
}

// name asks for the name of the file.
func (m puts) name() {
	switch {
	case m.opts.Write == nil:
		m.session.SetNotice("no file can be written from here")
	case m.panes.write.Empty():
		m.panes.write.ToFile() // of which Enter says the same
		m.session.SetNotice("there is no event to write")
	default:
		m.panes.write.Name(m.session)
		m.modes.push(inFile)
	}
}

// write writes the file.
func (m puts) write() tea.Cmd {
	work, said := m.panes.write.Write(m.session, m.opts.Write)
	if said != "" {
		m.session.SetNotice(said)
	}
	return command(work)
}

// made takes what came of writing or copying.
func (m puts) made(made writer.Made) tea.Cmd {
	if !m.panes.write.Take(made) {
		return nil
	}
	said := made.Said
	switch free := sanitize.Line(made.Free); {
	case free != "" && m.mode() == inFile:
		said += "; Enter writes " + free
	case free != "":
		said += "; the name " + free + " is free"
	}
	m.session.SetNotice(said)
	switch {
	case made.Text != "" && m.mode() == inWrite:
		m.close()
		return m.outside.copyText(m.session, made.Text, made.What)
	case made.Done:
		m.modes.close(inFile)
		m.modes.close(inWrite)
	}
	return nil
}

// click chooses what is at a place, and does it at the second click.
func (m puts) click(at image.Point) tea.Cmd {
	if m.mode() == inFile {
		return nil
	}
	if m.panes.write.Click(at) {
		return m.take()
	}
	return nil
}

// follow keeps the screen up to what changed in the session.
func (m puts) follow(u session.Update) {
	if (u.Saved || u.Record) && m.modes.has(inWrite) {
		m.panes.write.Refresh(m.session)
	}
}
