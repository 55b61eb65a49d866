// Package ui is dateline's screen.
//
//	Security guarantees for Ukraine                                12 of 42 events     title
//	   ▂   ▁▅▃    ▁▁▇█▂  ╌╌╌╌╌▁                                                        overview
//	 2025 ───Apr ─────Jul ━━↑━━Oct ────2026 ───
//	 / actor:yermak                                                     30 hidden      query
//	────────────────────────────────────────┬─────────────────────────────────────     rule
//	 September 2025 ─────────────────────── │ Yermak briefs Rubio
//	  Mon 8    ◇ call     Yermak briefs …   │ Monday 8 September 2025
//	   ╌╌ 12 days                           │ ◇ call · confirmed
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
	"image"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
)

// Options are what the screen needs from outside. Load, Now, Input and Output are required.
type Options struct {
	Load    func(ctx context.Context, publish func(timeline.Progress)) // reads the record; called again on reload
	Changed func(ctx context.Context) bool                             // waits until the record is no longer what Load read; nil: it stays
	Name    string                                                     // stands for the title of a record without one
	Query   string                                                     // the filter at start, as text
	At      string                                                     // id of the event to open at
	Color   string                                                     // auto, always or never; "" is auto
	ASCII   bool                                                       // draw without line and block characters
	Now     func() time.Time                                           // the present
	State   State                                                      // keeps marks and saved views from one visit to the next
	Command []string                                                   // the words that start the program on this record, for a shell
	Edit    func(file string, line int) func() error                   // what opens the editor and waits for its end; nil: there is none
	Suspend bool                                                       // whether there is a shell to go back to for a while
	Resumed func(ctx context.Context) bool                             // waits until the program goes on after it was stopped; nil: nothing stops it
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

	index    *timeline.Index // what is shown
	newest   *timeline.Index // what is asked; not yet shown while a search is under way
	problems timeline.Problems
	progress timeline.Progress
	loading  bool
	started  time.Time // when loading began
	loads    int       // number of the newest load
	stop     func()    // ends it, or the waiting for a change after it
	news     news

	view    view
	past    past
	query   timeline.Query       // of the last query line that could be read
	wrong   *timeline.QueryError // why the query line cannot be read
	words   []string             // what the query lights in texts
	matched timeline.Selection
	all     timeline.Selection

	stood  standing // where the reader stands, should the record lose that event
	search search

	including, excluding map[timeline.ActorRef]bool

	kept   Kept
	marked map[string]bool // kept.Marks by id
	keeper keeper

	mode        mode
	back        mode // of chips and query line: where they step out to
	chip        int  // the part of the query under the cursor of the chips
	history     []string
	base        mode // inList or inLanes: what the other modes come back to
	list        list
	lanes       lanes
	detail      detail
	prompt      prompt
	panel       actorPanel
	person      actorPage
	help        help
	problemList problemList
	chart       chart
	pointer     pointer
	overview    overview
	dates       dateLine
	keptList    keptList
	notice      string       // in the footer until the next key
	early       []tea.KeyMsg // typed before there was anything to act on

	suspended bool // until the program goes on

	size   image.Point
	frame  string   // what was drawn last; "" when something changed
	failed *failure // why the program ends; nil where it is not for a panic
}

// newModel is a screen without a record yet.
func newModel(ctx context.Context, o Options, th *theme) *model {
	m := &model{
		opts: o, ctx: ctx, theme: th, actions: actions(), search: search{large: largeRecord},
		view:   view{query: o.Query, anchor: o.At},
		prompt: newPrompt(),
		dates:  dateLine{prompt: newPrompt()},
		panel:  actorPanel{prompt: newPrompt()},
		keeper: keeper{state: o.State}, keptList: keptList{prompt: newPrompt()},
	}
	m.detail.at = noLink
	m.index = timeline.EmptyIndex()
	m.setIndex(m.index)
	return m
}

// Init begins to read the record, and what the reader keeps of it.
func (m *model) Init() tea.Cmd {
	return tea.Batch(m.load(), guarded(m.keeper.load), m.awaitContinuing())
}

// layout is where everything stands now.
func (m *model) layout() screen {
	typing := m.mode == inPrompt || m.mode == inDate || m.mode == inChips
	s := layout(m.size.X, m.size.Y, m.mode == inDetail, typing).divided(m.view.share)
	if m.base == inLanes {
		s = s.across(m.lanes.height(m), m.mode == inDetail)
	}
	return s
}

// shown is what the list lists: what matches, or everything when the rest is dimmed or the filter is paused.
func (m *model) shown() timeline.Selection { return m.list.shown }

// setIndex takes a record, or what there is of it so far.
func (m *model) setIndex(x *timeline.Index) {
	m.newest = x.WithMarks(m.marked)
	m.ask()
}

// loaded takes a portion of a record that is being read.
func (m *model) loaded(msg loadedMsg) tea.Cmd {
	if msg.load != m.loads {
		return nil
	}
	m.progress, m.loading = msg.progress, !msg.progress.Done
	m.take(msg)
	cmds := []tea.Cmd{msg.next}
	if !m.loading {
		cmds = append(cmds, m.watch(), m.foresee())
	}
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
	return run(ctx, newModel(ctx, o, themeFor(o)), out)
}

// run shows m.
func run(ctx context.Context, m *model, out *output) error {
	g := &guard{model: m}
	p := tea.NewProgram(g, tea.WithContext(ctx), tea.WithInput(m.opts.Input), tea.WithOutput(out), tea.WithAltScreen(),
		tea.WithFPS(120), tea.WithoutSignalHandler(), tea.WithFilter(withSize))
	g.end = p.Kill
	_, err := p.Run()
	m.keeper.flush()
	switch {
	case m.failed != nil:
		return m.failed
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return err
}

// withSize gives a terminal that does not know its size, such as a serial line, the size that most had.
func withSize(_ tea.Model, msg tea.Msg) tea.Msg {
	if msg == (tea.WindowSizeMsg{}) {
		return tea.WindowSizeMsg{Width: 80, Height: 24}
	}
	return msg
}
