// Package ui is dateline's screen.
//
//	Security guarantees for Ukraine                                12 of 42 events     title
//	 ▃▃     ▃▃   ▅▅ ▃▃ ██   ▃▃ ▅▅        ▃▃                                            overview
//	 20━╱12m╱1━━━━4━━5━━9━━╱8w╱1━━2━━╱3m╱━6━━
//	 Mar ’24 Apr ’25           Jul       Jan
//	 / actor:yermak                                                     30 hidden      query
//	────────────────────────────────────────┬─────────────────────────────────────     rule
//	 September 2025 ─────────────────────── │ Yermak briefs Rubio
//	  Mon 8    ◇ call     Yermak briefs …   │ Monday 8 September 2025
//	   ╌╌ 12 days                           │ ◇ call · confirmed
//	  Sat 20   ◇ call     Yermak and Ru…    │                                          list, detail
//	                                        │ WHO
//	                                        │ 1 Andriy Yermak   Head of the Office
//	 Enter read  a who  / filter  o source  y cite  ? help  q quit         1 of 12    footer
//
// The model is the root. It knows the layout, the table of keys, the stack of modes, and what asks the world outside
// for something: the reader of the record, the editor, the browser. It says where each message goes, and tells the
// panes what changed in the session. It alone knows bubbletea's commands.
//
// It is not what the reader looks at, which package session holds, nor how any of that looks, which is for package
// pane: panes are arranged at the end of each message, and drawing them changes nothing. Package layout cuts the
// screen, the keys are one table, and all text goes to the terminal through draw.Theme.Draw, which lets no control
// character pass.
//
//	err := ui.Run(ctx, ui.Options{Load: load, Now: time.Now, Input: os.Stdin, Output: os.Stdout})
//
// Without a screen the same model is talked to in lines, by Options.Speak: what a line says is done to it as a key is,
// and package linear says in sentences what has changed.
//
// It may import timeline and the packages of ui but ui/host, ui/config and ui/cli. It knows no file and no environment:
// those do.
package ui

import (
	"context"
	"image"
	"io"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/ui/binding"
	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/palette"
	"dateline/ui/session"
	"dateline/ui/terminal"
	writer "dateline/ui/write"
)

// Options are what the screen needs from outside. Load, Now, Input and Output are required.
type Options struct {
	Load     func(ctx context.Context, publish func(load.Progress)) // reads the record; called again on reload
	Changed  func(ctx context.Context) bool                         // waits for a change of the record; nil: none
	Once     string                                                 // why there is nothing to read again; "": there is
	Name     string                                                 // shown as the title of a record without one
	Hint     string                                                 // what a newcomer is told until the first key
	Query    string                                                 // the filter at start, as text
	View     string                                                 // name of the record's view at start; "": none
	At       string                                                 // id of the event to open at
	Color    string                                                 // auto, always or never; "" is auto
	ASCII    bool                                                   // draw without line and block characters
	Theme    palette.Theme                                          // "": by the ground of the terminal
	Roles    map[string]string                                      // from the name of a role to the reader's colour
	NoMouse  bool                                                   // leave the mouse to the terminal at first
	Free     func()                                                 // gives memory back when that is done; nil: nothing
	Now      func() time.Time                                       // the present
	State    session.State                                          // keeps marks and saved views until the next visit
	Visit    *session.Visit                                         // where it was left and is; nil: nobody asks
	Command  func(query, event string) string                       // the shell command that shows this view; nil: none
	Write    writer.Put                                             // puts a text into a new file; nil: no folder for one
	Edit     func(file string, line int) (func() error, error)      // what opens the editor until its end; nil: no file
	Suspend  func()                                                 // asks to be stopped; nil: no shell to go back to
	Stop     func()                                                 // stops the program until the shell has it go on
	Heard    func(ctx context.Context) (stop, ok bool)              // waits for a shell to stop it or have it go on
	OpenURL  func(url string) error                                 // nil: links cannot be opened
	Rows     int                                                    // lines of an event, −1: that fit; 0: as it was left
	Start    string                                                 // oldest or newest: opens there; "": where it was left
	Settings diag.Groups                                            // what is wrong with the reader's own settings
	Keys     []binding.Given                                        // what actions are on instead of their own keys
	Copy     func(text string) error                                // into the buffer of tmux; nil: not in tmux
	Environ  []string                                               // NAME=value, which say what the terminal can show
	Input    io.Reader                                              // the keys; bubbletea opens the terminal if it is none
	ReadsEnd bool                                                   // whether Input reports the focus after each read
	Answers  func(tell func(answer string))                         // has answers of the terminal told; nil: none
	Output   terminal.Device                                        // the screen

	// Served is whether the reader is elsewhere: there is no editor, browser, file, shell or reload from here, and what is
	// copied goes to Output alone.
	Served bool

	// Sizes tells the size of the terminal at first and whenever it changes, until ctx ends. Output and Input are then no
	// files of this process, which leaves its own terminal alone. Nil is for an Output that knows its size.
	Sizes func(ctx context.Context, tell func(width, height int))

	// Turn waits until a screen may search or count off its loop, which many screens do at once, and reports false if ctx
	// ends first. Much is whether the filter asks for much. Nil is for a screen that need not wait.
	Turn func(ctx context.Context, much bool) (done func(), ok bool)

	// Compare says how a record that is read again differs from the one before. Screens of one record may share what it
	// returns. Nil is review.Compare.
	Compare func(before, now *timeline.Timeline) review.Changes
}

// A model is the root of the screen. It is changed in Update and what that calls, nowhere else.
type model struct {
	opts    Options
	theme   *draw.Theme
	actions keymap
	gone    keymap // what of the table of keys a reader elsewhere has not

	session *session.Session

	reader  reader
	outside outside

	modes   modes
	panes   panes
	pointer pointer

	settings string // what is said of the reader's own settings until a key is pressed

	size   image.Point
	frame  string   // what was drawn last; "" when something changed
	failed *failure // the panic that ends the program, or nil
}

// newModel returns a screen without a record yet.
func newModel(ctx context.Context, o Options, th *draw.Theme) *model {
	const (
		large      = 20_000  // events; from here on a record is searched off the loop, so that no key waits for that
		mostValues = 100     // of a filter from elsewhere, which takes some seconds in a record of 100,000 events
		mostKept   = 1 << 20 // bytes of what is kept for a reader elsewhere
	)
	o = o.reaching()
	from, insist := o.opening()
	table, gone := o.actions()
	m := &model{
		modes: modes{inList},
		opts:  o, theme: th, actions: table, gone: gone,
		reader: reader{
			ctx: ctx, now: o.Now, load: o.Load, changed: o.Changed, compare: review.Compare, free: o.Free, large: large,
		},
		outside: outside{ctx: ctx, opts: o},
		pointer: pointer{on: !o.NoMouse},
		session: session.New(ctx, o.Now, o.rows(from.View), o.State),
	}
	if o.Compare != nil {
		m.reader.compare = o.Compare
	}
	m.panes.write.NoFile = o.Served
	m.session.SetKeys(m.actions.names())
	m.session.SearchApartFrom(large)
	if o.Served {
		m.session.AskAtMost(mostValues)
		m.session.KeepAtMost(mostKept)
	}
	switch {
	case from == session.PlaceOf(o.Query, o.At):
		m.session.SetNotice(o.Hint)
	case o.Start != "" && o.At == "": // not where it was left
	default:
		m.session.Reopen(from, insist)
	}
	if o.Start != "" {
		m.session.OpenAt(o.Start == "oldest")
	}
	m.panes.problemList.Own = o.Settings
	m.settings = o.wrongSettings(m.session.Key("problems"))
	m.session.OpenGiven(o.View)
	if from.Lanes {
		m.modes.rebase(inLanes)
	}
	m.panes.detail.Leave()
	m.panes.reading.Leave()
	return m
}

// opening returns the place at which the record opens: where it was left, but for what the options name. Of that insist
// is the event to be shown even if the filter that is remembered hides it.
func (o *Options) opening() (from session.Place, insist string) {
	if o.Visit != nil {
		from = o.Visit.From
	}
	if o.Start != "" {
		from.Ask("")
		from.Open("")
	}
	if o.Query != "" {
		from.Ask(o.Query)
	}
	if o.At != "" {
		from.Open(o.At)
		if o.Query == "" && from.Query != "" {
			insist = o.At
		}
	}
	return from, insist
}

// rows returns a view with the lines of an event that the options want.
func (o *Options) rows(v session.View) session.View {
	if o.Rows != 0 {
		v.Rows = max(o.Rows, 0)
	}
	return v
}

// Init begins to read the record, and what the reader keeps of it.
func (m *model) Init() tea.Cmd {
	return tea.Batch(m.reader.begin(m.session), command(m.session.Load), m.outside.awaitShell(),
		m.outside.askGround(), m.pointer.again())
}

// mode returns what has the reader's keys.
func (m *model) mode() mode { return m.modes.top() }

// layout returns the place of everything on the screen.
func (m *model) layout() layout.Screen {
	s, yields := halved(m)
	if (reads{m}).over() {
		return s.Reading().Dropped(m.said().below(s.Reading(), false), true)
	}
	if yields {
		s = s.Yielding(m.panes.list.Wants(), m.mode() == inDetail)
	}
	if offered := m.panes.queryLine.Rows(); m.mode() == inQueryLine && offered > 0 {
		return s.Dropped(offered, false)
	}
	if m.mode() == inBox {
		s = s.Dropped(m.said().below(s, true), true)
		return s.Boxed(m.panes.box.Keys() || m.modes.below().covers() || m.modes.below().over())
	}
	return s.Dropped(m.said().below(s, m.mode().typing()), true)
}

// halved returns the screen on which a list above the detail has its half, and reports whether it gives rows of that to
// the detail: unless the reader has put the border somewhere.
func halved(m *model) (s layout.Screen, yields bool) {
	s = layout.New(m.size.X, m.size.Y, m.modes.reading(), m.mode().typing()).Divided(m.session.View().Share)
	if m.modes.base() == inLanes {
		s = s.Across(m.panes.lanes.Height(m.session), m.modes.reading())
	}
	if m.mode() == inWho {
		s = s.Picking(m.panes.who.Want()).Divided(m.session.View().Share)
	}
	yields = m.session.View().Share == 0 && m.modes.base() == inList && m.mode() != inWho && m.session.HasEvent()
	return s, yields && s.Shape == layout.Stacked
}

// loaded takes a portion of a record that is being read.
func (m *model) loaded(msg loadedMsg) tea.Cmd {
	if msg.load != m.reader.number {
		return nil
	}
	cmds := []tea.Cmd{msg.next}
	if m.reader.under && msg.progress.Done {
		cmds = append(cmds, m.reader.watch())
	}
	m.reader.under = !msg.progress.Done
	before, list := m.session.Groups(), &m.panes.problemList
	again, worse := m.session.Accept(msg.progress, msg.changes)
	if again || m.mode() == inProblems || list.At() > 0 {
		list.Follow(before, m.session.Groups())
	}
	if worse >= 0 && m.mode() != inProblems {
		list.Select(m.session, m.session.Problems()[worse])
	}
	m.settle()
	if msg.progress.Done && !msg.progress.Checking {
		newest := m.session.Newest()
		remember := m.opts.Visit.Remember(m.reader.current, newest.Timeline(), msg.load, m.session.LosesEvents())
		cmds = append(cmds, command(m.reader.foresee(newest, remember)))
	}
	for early := m.reader.queued; len(early) > 0 && !m.waits(early[0]); early = early[1:] {
		m.reader.queued = nil
		cmds = append(cmds, m.key(early[0]))
	}
	return tea.Batch(cmds...)
}

// Run shows the screen until the reader quits or ctx ends. It gives the terminal back in every case. The error says
// why it ended, and is nil when the reader quit. What is not kept by then is left to Flush of the options' State.
func Run(ctx context.Context, o Options) error {
	looks := o.looks()
	out := &terminal.Output{Device: o.Output, NoTitle: looks.NoLinks}
	o.Output = out
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	return run(ctx, newModel(ctx, o, draw.NewTheme(looks)), out)
}

// run shows m.
func run(ctx context.Context, m *model, out *terminal.Output) error {
	g := &guard{model: m, out: out}
	in, screen := m.opts.Input, io.Writer(out)
	if m.opts.Sizes != nil { // bubbletea is not to take either for a file, since it would ask that for its size
		in, screen = g, g
	}
	p := tea.NewProgram(g, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(screen), tea.WithAltScreen(),
		tea.WithFPS(1), tea.WithoutSignalHandler(), tea.WithFilter(g.filter)) // its renderer is shown nothing
	g.end, g.send = p.Kill, p.Send
	out.Rest, out.Failed = 4*time.Millisecond, g.drawingFailed
	m.opts.awaitGround(p.Send)
	_, err := p.Run()
	if m.failed == nil {
		m.opts.Visit.Finish(m.session)
	}
	switch {
	case m.failed != nil:
		return m.failed
	case ctx.Err() != nil:
		return context.Cause(ctx)
	}
	return err
}
