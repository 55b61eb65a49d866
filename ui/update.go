package ui

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/axis"
	"dateline/ui/box"
	"dateline/ui/compare"
	"dateline/ui/keyplace"
	"dateline/ui/pane"
	"dateline/ui/session"
	writer "dateline/ui/write"
)

// Update says where each message goes, and nothing else.
func (m *model) Update(msg tea.Msg) (_ tea.Model, cmd tea.Cmd) {
	m.frame = ""
	defer func() {
		m.settle()
		m.arrange()
		m.opts.Visit.Follow(m.session, m.modes.base() == inLanes)
		cmds := []tea.Cmd{cmd, m.outside.nameWindow(m.outside.title(m))}
		for _, w := range m.workers() {
			cmds = append(cmds, m.outside.inTurn(m.session, w, w.TakeWork()))
		}
		cmd = tea.Batch(cmds...)
	}()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.size.X, m.size.Y = msg.Width, msg.Height
	case tea.KeyMsg:
		msg.Runes = slices.Clone(msg.Runes) // bubbletea has one slice for all space keys
		return m, m.typed(msg)
	case burstThen:
		_, first := m.Update(msg.typed)
		_, second := m.Update(msg.then)
		return m, tea.Sequence(first, second)
	case tea.MouseMsg:
		return m, m.pointer.pointed(m, msg)
	case tea.ResumeMsg:
		return m, tea.Batch(m.pointer.again(), m.outside.awaitShell())
	case jobMsg:
		return m, m.outside.leave(m.session, msg)
	case loadedMsg:
		return m, m.loaded(msg)
	case session.Found:
		m.session.TakeFound(msg)
	case box.Found:
		m.panes.box.TakeFound(m.session, msg)
	case axis.Built:
		m.panes.overview.TakeBuilt(msg)
	case compare.Told:
		m.panes.compare.TakeTold(msg)
	case writer.Made:
		return m, puts{m}.made(msg)
	case pane.Ready:
		m.panes.queryLine.TakeReady(m.session, msg)
		m.panes.savedList.TakeReady(m.session, msg)
	case changedMsg:
		if msg.load == m.reader.number {
			return m, m.reader.begin(m.session)
		}
	case groundMsg:
		msg.take(m)
	case saidMsg:
		m.session.SetNotice(msg.words)
	case session.Recalled:
		if msg.Load == m.reader.number {
			m.session.TakeRecalled(msg)
		}
	case session.Stored:
		m.session.TakeStored(msg)
	case editedMsg:
		if msg.err != nil {
			m.session.SetNotice("the editor failed: " + msg.err.Error())
		}
		return m, tea.Batch(m.pointer.again(), m.reader.begin(m.session))
	case failure:
		m.failed = &msg
		return m, tea.Quit
	}
	return m, nil
}

// typed takes a key message apart: fast typing reaches us as one message of several letters, each of which is a key
// where no line is typed into, and Esc with another key right after it as that key with Alt.
func (m *model) typed(k tea.KeyMsg) tea.Cmd {
	afterEsc := k.Alt && slices.Contains(bareWithAlt, k.Type)
	if k.Type != tea.KeyRunes && !afterEsc || k.Paste || len(k.Runes) == 1 && !k.Alt {
		return m.key(k)
	}
	var cmds []tea.Cmd
	press := func(one tea.KeyMsg) {
		if cmd := m.key(one); cmd != nil {
			cmds = append(cmds, cmd)
		}
	}
	if k.Alt && (m.mode() == inQueryLine || m.mode() == inWho || m.mode() == inBox) && editing[k.String()] {
		return m.key(k)
	}
	if k.Alt {
		press(tea.KeyMsg{Type: tea.KeyEsc})
	}
	if afterEsc {
		press(tea.KeyMsg{Type: k.Type, Runes: k.Runes})
		return tea.Sequence(cmds...)
	}
	for n, r := range k.Runes {
		if slices.Contains(carets, m.mode()) { // which takes the rest as it is
			if cmd := m.key(tea.KeyMsg{Type: tea.KeyRunes, Runes: k.Runes[n:]}); cmd != nil {
				cmds = append(cmds, cmd)
			}
			break
		}
		press(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return tea.Sequence(cmds...)
}

// bareWithAlt are the keys, but for letters, that mean nothing with Alt.
var bareWithAlt = []tea.KeyType{tea.KeyEsc, tea.KeyEnter, tea.KeyTab, tea.KeySpace}

// editing are the keys with Alt that move in a line that is typed into.
var editing = map[string]bool{"alt+b": true, "alt+f": true, "alt+d": true}

// waits reports whether a key is kept until there is something that it can act on.
func (m *model) waits(k tea.KeyMsg) bool {
	first := m.reader.under && m.reader.number == 1
	return first && m.session.Index().Timeline().Len() == 0 &&
		!m.actions.leaves(k.String())
}

// key does what one key means now. What no action claims goes to the line that is typed into.
func (m *model) key(k tea.KeyMsg) tea.Cmd {
	defer m.settle()
	m.session.SetNotice("")
	m.settings = ""
	if m.waits(k) {
		m.reader.queued = append(m.reader.queued, k)
		return nil
	}
	m.session.Touch()
	typed := k.String()
	if !slices.Contains(carets, m.mode()) && !m.actions.has(m, typed) {
		k = latinKey(k)
	}
	text := slices.Contains(carets, m.mode()) && len(k.Runes) == 1         // whatever is bound to it elsewhere
	if !k.Paste && !text && (len(k.Runes) < 2 || k.Type != tea.KeyRunes) { // the text "up" is no key
		if cmd, ok := m.actions.run(m, k.String()); ok {
			return cmd
		}
		if words := m.actions.lacking(m, k.String()); words != "" && typed == k.String() {
			m.session.SetNotice(words)
			return nil
		}
	}
	said, dead := "", false
	switch m.mode() {
	case inQueryLine:
		typed := m.panes.queryLine.Type(m.session, k)
		said, dead = typed.Said, typed.Dead
	case inBox:
		typed := m.panes.box.Type(m.session, k)
		said, dead = typed.Said, typed.Dead
	case inWho:
		typed := m.panes.who.Type(m.session, k)
		said, dead = typed.Said, typed.Dead
	case inNaming:
		typed := m.panes.savedList.Type(k)
		said, dead = typed.Said, typed.Dead
	case inFile:
		typed := m.panes.write.Type(k)
		said, dead = typed.Said, typed.Dead
	default:
		if dead = !k.Paste; k.Paste {
			said = "what is pasted does nothing here: no line is open to type into"
		}
	}
	if dead {
		said = m.actions.refusal(m, typed)
	}
	if said != "" {
		m.session.SetNotice(said)
	}
	return nil
}

// latinKey returns the key of a Latin keyboard that is meant by a letter or sign of full width, or by one of a Cyrillic
// keyboard.
func latinKey(k tea.KeyMsg) tea.KeyMsg {
	if k.Type != tea.KeyRunes || len(k.Runes) != 1 || k.Paste {
		return k
	}
	r := k.Runes[0]
	if half := keyplace.HalfWidth(r); half != r {
		r = half
	} else if key, ok := keyplace.Cyrillic(r); ok {
		r = key
	}
	if k.Runes = []rune{r}; r == ' ' {
		k.Type = tea.KeySpace
	}
	return k
}

// command returns a command for work that the session asks for, or nil if there is no work.
func command(work func() any) tea.Cmd {
	if work == nil {
		return nil
	}
	return guarded(func() tea.Msg { return work() })
}

// settle has what keeps something of the session follow what has changed in it.
func (m *model) settle() {
	u := m.session.TakeUpdate()
	if u.Renamed != nil {
		m.panes.queryLine.Rename(u.Renamed)
		m.panes.who.Rename(u.Renamed)
		m.panes.box.Rename(u.Renamed)
		m.panes.detail.Follow(u.Renamed)
		m.panes.reading.Follow(u.Renamed)
		m.panes.compare.Rename(u.Renamed)
	}
	if u.Query && m.mode() == inChips && !m.panes.queryLine.Settle(m.session) {
		m.modes.pop()
	}
	if u.News != (session.News{}) {
		m.session.SetNotice(newsWords(u.News, m.session))
	}
	if u.Record {
		m.replaced()
	}
	if (u.Saved || u.Record) && m.modes.has(inSaved) {
		m.panes.savedList.Refresh(m.session)
	}
	reads{m}.keep(u)
	puts{m}.follow(u)
	if !m.session.HasEvent() {
		m.modes.close(inDetail) // be it under others
	}
}

// replaced shows a record that has come anew in whatever is open.
func (m *model) replaced() {
	m.panes.lanes.Refresh(m.session)
	m.panes.forget()
	if m.modes.has(inActor) && !m.panes.actorPage.Refresh(m.session) {
		m.modes.events()
	}
	if m.modes.has(inCompare) && !m.panes.compare.Refresh(m.session) {
		m.modes.close(inCompare)
		m.session.SetNotice("one of the two who were compared has gone from the record")
	}
	switch {
	case !m.modes.has(inChart):
	case m.session.HasChart():
		m.panes.chart.Open(m.session, 0)
	default:
		m.modes.close(inChart)
	}
}
