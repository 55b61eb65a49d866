// Package ui is dateline's screen.
//
//	Security guarantees for Ukraine                                12 of 42 events     title
//	 / actor:yermak                                                     30 hidden      query
//	────────────────────────────────────────┬─────────────────────────────────────     rule
//	 September 2025 ─────────────────────── │ Yermak briefs Rubio
//	  Mon 8    ◇ call     Yermak briefs …   │ Monday 8 September 2025
//	 ⋮ 12 days                              │ ◇ call · confirmed
//	  Sat 20   ◇ call     Yermak and Ru…    │                                          list, detail
//	                                        │ WHO
//	                                        │ 1 Andriy Yermak   Head of the Office
//	 Enter read  a actors  / filter  ? keys  q quit                                     footer
//
// One model holds everything and routes messages to its panes, which are plain structs with methods. A view is what the
// reader chose; the query line in it is the single truth about what is shown, and the actor panel, the number keys and the
// links of the detail all edit that line. Layout is one function of the size, the keys are one table, and all text goes to
// the terminal through theme.draw, which lets no control character pass.
package ui

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os/exec"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
)

// Options are what the screen needs from outside. Load, Now, Input and Output are required.
type Options struct {
	Load    func(ctx context.Context, publish func(timeline.Progress)) // reads the record; called again on reload
	Name    string                                                     // stands for the title of a record without one
	Query   string                                                     // the filter at start, as text
	At      string                                                     // id of the event to open at
	Color   string                                                     // auto, always or never; "" is auto
	ASCII   bool                                                       // draw without line and block characters
	Now     func() time.Time                                           // the present
	Edit    func(file string, line int) *exec.Cmd                      // nil: there is no editor
	OpenURL func(url string) error                                     // nil: links cannot be opened
	Environ []string                                                   // NAME=value, which say what the terminal can show
	Input   io.Reader                                                  // the keys; bubbletea asks the terminal itself where this is none
	Output  Terminal                                                   // the screen
}

// A model is the whole state of the screen. It is changed in Update and what that calls, nowhere else.
type model struct {
	opts    Options
	ctx     context.Context
	theme   *theme
	actions []action

	index    *timeline.Index
	problems timeline.Problems
	progress timeline.Progress
	loading  bool
	loads    int    // number of the newest load
	stop     func() // ends it

	view    view
	past    past
	query   timeline.Query       // of the last query line that could be read
	wrong   *timeline.QueryError // why the query line cannot be read
	words   []string             // what the query lights in texts
	matched timeline.Selection
	all     timeline.Selection

	including, excluding map[timeline.ActorRef]bool

	mode        mode
	list        list
	detail      detail
	prompt      prompt
	panel       actorPanel
	help        help
	problemList problemList
	notice      string       // in the footer until the next key
	early       []tea.KeyMsg // typed before there was anything to act on

	size   image.Point
	frame  string // what was drawn last; "" when something changed
	failed failedMsg
}

// newModel is a screen without a record yet.
func newModel(ctx context.Context, o Options, th *theme) *model {
	m := &model{
		opts: o, ctx: ctx, theme: th, actions: actions(),
		view:   view{query: o.Query, anchor: o.At},
		prompt: newPrompt(),
		panel:  actorPanel{prompt: newPrompt(), last: timeline.NoActor},
	}
	m.detail.at = noLink
	m.setIndex(timeline.Load(ctx, nil, nil).Index)
	return m
}

// Init begins to read the record.
func (m *model) Init() tea.Cmd { return m.load() }

// layout is where everything stands now.
func (m *model) layout() screen {
	return layout(m.size.X, m.size.Y, m.mode == inDetail, m.mode == inPrompt)
}

// shown is what the list lists: what matches, or everything when the rest is dimmed or the filter is paused.
func (m *model) shown() timeline.Selection { return m.list.shown }

// setIndex takes a record, or what there is of it so far.
func (m *model) setIndex(x *timeline.Index) {
	m.index = x
	m.all = x.Select(timeline.Query{})
	m.ask()
}

// loaded takes a portion of a record that is being read. The place is kept by the id of the event.
func (m *model) loaded(msg loadedMsg) tea.Cmd {
	if msg.load != m.loads {
		return nil
	}
	m.progress, m.problems = msg.progress, msg.progress.Problems
	m.loading = !msg.progress.Done
	m.setIndex(msg.progress.Index)
	if m.mode == inPanel {
		m.openPanel()
	}
	cmds := []tea.Cmd{portion(msg.load, msg.more)}
	for early := m.early; len(early) > 0 && !m.waits(early[0]); early = early[1:] {
		m.early = nil
		cmds = append(cmds, m.key(early[0]))
	}
	return tea.Batch(cmds...)
}

// Run shows the screen until the reader quits or ctx ends. It gives the terminal back in every case; the error is nil
// when the reader quit, else why it ended.
func Run(ctx context.Context, o Options) error {
	out := &output{Terminal: o.Output}
	o.Output = out
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	m := newModel(ctx, o, themeFor(o))
	p := tea.NewProgram(m, tea.WithContext(ctx), tea.WithInput(o.Input), tea.WithOutput(out), tea.WithAltScreen(),
		tea.WithFPS(120), tea.WithoutSignalHandler())
	out.wheel(true)
	defer out.wheel(false)
	_, err := p.Run()
	switch {
	case m.failed.value != nil:
		return fmt.Errorf("the screen failed: %v\n%s", m.failed.value, m.failed.stack)
	case ctx.Err() != nil:
		return context.Cause(ctx)
	case errors.Is(err, tea.ErrProgramPanic):
		return fmt.Errorf("the screen failed: %w", err)
	}
	return err
}
