package ui

import (
	"io"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/draw"
	"dateline/ui/terminal"
)

// A groundMsg says whether the ground of the terminal is light.
type groundMsg struct{ light bool }

// looks returns what the terminal can show, as the environment says it, and how the reader wants it.
func (o *Options) looks() draw.Looks {
	looks := terminal.Looks(o.Environ, o.Color, o.ASCII)
	looks.Theme, looks.Roles = o.Theme, o.Roles
	return looks
}

// askGround asks the terminal for its ground, where the answer can be read and changes anything. The terminal must not
// echo what is typed any more.
func (o *outside) askGround() tea.Cmd {
	if o.opts.Answers == nil || !terminal.Asks(o.opts.Environ, o.opts.looks()) {
		return nil
	}
	out := o.opts.Output
	return guarded(func() tea.Msg {
		_, _ = io.WriteString(out, terminal.AskGround) // a terminal that is gone is noticed by who reads from it
		return nil
	})
}

// awaitGround sends the program what the terminal answers.
func (o *Options) awaitGround(send func(tea.Msg)) {
	if o.Answers == nil {
		return
	}
	o.Answers(func(answer string) {
		if light, ok := terminal.Ground(answer); ok {
			send(groundMsg{light})
		}
	})
}

// take changes the theme, where the terminal does not say of itself in the environment what it answers.
func (g groundMsg) take(m *model) {
	looks := m.opts.looks()
	looks.Light = g.light
	m.theme = draw.NewTheme(looks)
}

// PrintsASCII reports whether what is written for people has no signs beyond ASCII, as the environment says it.
func (o *Options) PrintsASCII() bool { return o.looks().NoUTF8 }
