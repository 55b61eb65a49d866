package write

import (
	"cmp"
	"errors"
	"io"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A Put has a text written into a new file. If there is something of its name, that stays as it is, and free is a name
// that nothing has.
type Put func(name string, write func(io.Writer) error) (free string, err error)

// A part is what of the record may be written.
type part int

const (
	theEvent part = iota
	theMarked
	theMatching
)

// A choice is a row of the first group.
type choice struct {
	part
	words string
	note  string // which is shown where there is room
}

// A group is a list of rows with one that is chosen, or a row by itself.
type group int

const (
	what group = iota
	as
	toFile
	commandLine
	groups
)

// A Menu is the screen. Its zero value is shut.
type Menu struct {
	NoFile bool // no file can be written, so that there is no row for one

	choices []choice
	what    part
	as      int // of forms, kept from one time to the next
	group   group
	record  string // what the record is called
	command string // "" for none
	line    input.Line
	name    string // that the reader gave the file, "" as long as one is offered
	nameOf  [2]int // of what, as what

	index  *index.Index // that was counted
	found  index.Selection
	marked []int // the marked events of the record, in order
	event  int   // the selected event, −1 for none

	number  int    // of the last order
	writing string // the file that is being written, "" for none
	top     int    // the first line in sight
	height  int    // lines in sight
	split   int    // the column where the second group begins
}

// Open opens the menu for what is looked at. The record has a name, and command is what shows this view; reading is
// whether the selected event is read and so the one that is meant.
func (m *Menu) Open(s *session.Session, record, command string, reading bool) {
	*m = Menu{
		NoFile: m.NoFile, as: m.as, number: m.number, writing: m.writing, record: record, command: command, event: -1,
	}
	m.Refresh(s)
	m.what = theMatching
	if reading || m.found.Len() == 0 {
		m.what = theEvent
	}
	m.keepChoice()
}

// Refresh counts what there is, where the record, the filter or the marks may be others.
func (m *Menu) Refresh(s *session.Session) {
	t := s.Index().Timeline()
	m.index, m.found, m.event, m.marked = s.Index(), s.Matched(), -1, nil
	for _, id := range s.Saved().Marks {
		if i, ok := t.Find(id); ok {
			m.marked = append(m.marked, i)
		}
	}
	slices.Sort(m.marked)
	m.marked = slices.Compact(m.marked)
	m.choices = m.choices[:0]
	if s.HasEvent() {
		m.event = s.Selected()
		m.choices = append(m.choices, choice{theEvent, "the event", t.EventTitle(m.event)})
	}
	if n := len(m.marked); n > 0 {
		note := ""
		if slices.ContainsFunc(m.marked, func(i int) bool { return s.Saved().Notes[t.ID(i)] != "" }) {
			note = "with your lines"
		}
		m.choices = append(m.choices, choice{theMarked, counted(n, "marked event"), note})
	}
	if n := m.found.Len(); n > 0 {
		words := "all " + counted(n, "event")
		if n == 1 {
			words = "the only event"
		}
		if s.Filtered() {
			words = draw.Number(n) + " that match"
			if n == 1 {
				words = "1 that matches"
			}
		}
		note, _ := aside(s)
		m.choices = append(m.choices, choice{theMatching, words, note})
	}
	m.keepChoice()
}

// aside says that more is shown than matches, briefly for the screen and in whole words, "" where it is not.
func aside(s *session.Session) (brief, whole string) {
	switch v := s.View(); {
	case !s.Filtered():
	case v.Paused:
		return "filter is paused", "the filter is paused"
	case v.Dim:
		return "not the dimmed", "what is dimmed is left out"
	}
	return "", ""
}

// Attend follows the record and the filter.
func (m *Menu) Attend(s *session.Session) {
	if m.index != s.Index() || !m.found.Same(s.Matched()) || len(m.choices) == 0 {
		m.Refresh(s)
	}
}

// Forget lets go the record.
func (m *Menu) Forget() { m.index, m.found, m.marked, m.choices = nil, index.Selection{}, nil, nil }

// Empty reports whether there is nothing to write.
func (m *Menu) Empty() bool { return len(m.choices) == 0 }

// keepChoice chooses something that is there.
func (m *Menu) keepChoice() {
	if m.chosen() < 0 && !m.Empty() {
		m.what = m.choices[len(m.choices)-1].part
	}
}

// chosen returns the row that is chosen in the first group, −1 for none.
func (m *Menu) chosen() int {
	return slices.IndexFunc(m.choices, func(c choice) bool { return c.part == m.what })
}

// Move moves by n rows: through the first group, the second, and the rows below.
func (m *Menu) Move(n int) {
	for ; n > 0; n-- {
		switch {
		case m.group == what && m.chosen() < len(m.choices)-1 && !m.Empty():
			m.what = m.choices[m.chosen()+1].part
		case m.group == as && m.as < len(forms)-1:
			m.as++
		case m.group < groups-1:
			m.Turn(1)
		default:
			return
		}
	}
	for ; n < 0; n++ {
		switch {
		case m.group == what && m.chosen() > 0:
			m.what = m.choices[m.chosen()-1].part
		case m.group == as && m.as > 0:
			m.as--
		case m.group > what:
			m.Turn(-1)
		default:
			return
		}
	}
}

// Turn goes to the next group or row below, or the one before, and round.
func (m *Menu) Turn(n int) {
	m.group = (m.group + group(n) + groups) % groups
	if m.NoFile && m.OnFile() {
		m.Turn(n)
	}
}

// Aside goes to the group beside, if there is one.
func (m *Menu) Aside(n int) {
	if to := m.group + group(n); to >= what && to <= as && m.group <= as {
		m.group = to
	}
}

// ToFile puts the row for a file in focus.
func (m *Menu) ToFile() { m.group = toFile }

// OnFile reports whether the row for a file is in focus.
func (m *Menu) OnFile() bool { return m.group == toFile }

// OnCommand reports whether the row for the command is in focus.
func (m *Menu) OnCommand() bool { return m.group == commandLine }

// Command returns the command that shows this view, "" for none.
func (m *Menu) Command() string { return m.command }

// Name begins to ask for the name of the file.
func (m *Menu) Name(s *session.Session) {
	m.ToFile()
	m.line.Open(m.filename(s))
}

// Type hands a key to the line for the name.
func (m *Menu) Type(k tea.KeyMsg) input.Typed {
	typed := m.line.Update(k)
	if typed.Changed {
		m.name, m.nameOf = m.line.Text(), [2]int{int(m.what), m.as}
	}
	return typed
}

// filename returns the name that the reader gave, else one after what is written, and its form.
func (m *Menu) filename(s *session.Session) string {
	if m.name != "" && m.nameOf == [2]int{int(m.what), m.as} {
		return m.name
	}
	record := cmp.Or(named(s.Index().Timeline().Title()), named(m.record), "dateline")
	name := record
	switch {
	case m.what == theEvent && m.event >= 0:
		name = named(s.Index().Timeline().ID(m.event))
	case m.what == theMarked:
		name += "-marks"
	case s.Filtered():
		name = named(s.Query().String())
	}
	return cmp.Or(name, record) + "." + forms[m.as].ending
}

// order returns what is chosen, as an order with a number of its own.
func (m *Menu) order(s *session.Session) order {
	m.number++
	o := order{form: forms[m.as], index: s.Index(), among: s.All(), number: m.number, headed: true}
	switch m.what {
	case theEvent:
		o.events, o.headed = []int{m.event}, o.format == export.YAML
	case theMarked:
		o.events, o.headed, o.notes = m.marked, o.format == export.YAML, s.Saved().Notes
	case theMatching:
		o.among = m.found
	}
	return o
}

// A Made is what came of an order.
type Made struct {
	number int
	file   bool
	Text   string // for the clipboard; "" where that takes less, or a file was written
	What   string // how many events, and as what
	Free   string // a name for the file that nothing has, where the one that was given is taken
	Done   bool   // a file was written
	Said   string // what the reader is told, "" where it is the clipboard's to tell
}

// Copy returns work that makes the text for a clipboard that takes so many bytes.
func (m *Menu) Copy(s *session.Session, most int) (work func() any) {
	o, left, cure := m.order(s), m.leaves(s), "; "+s.Key("write")+" writes it to a file"
	if m.NoFile {
		cure = ""
	}
	return func() any {
		text := bounded{most: most}
		what, err := o.write(&text)
		made := Made{number: o.number, What: o.of(what) + left}
		switch clean := sanitize.Text(strings.ReplaceAll(text.String(), "\r\n", "\n")); {
		case errors.Is(err, errFull) || err == nil && len(clean) > most:
			made.Said = "that is too long for the clipboard of a terminal, which takes " + draw.Number(most) +
				" bytes" + cure
		case err != nil:
			made.Said = err.Error()
		default:
			made.Text = clean
		}
		return made
	}
}

// leaves returns what is said after what was written: that there is more.
func (m *Menu) leaves(s *session.Session) string {
	words := ""
	if m.what == theMatching {
		_, words = aside(s)
	}
	if !s.Progress().Done {
		words = "of what is read so far"
	}
	if words != "" {
		return " (" + words + ")"
	}
	return ""
}

// Write returns work that writes what is chosen into a file of the name that was typed. It is nil, and why is said,
// where that cannot be.
func (m *Menu) Write(s *session.Session, put Put) (work func() any, said string) {
	switch {
	case m.Empty():
		return nil, "there is no event to write"
	case m.writing != "":
		return nil, m.writing + " is still being written"
	}
	o, left, name := m.order(s), m.leaves(s), m.line.Text()
	m.writing = name
	return func() any {
		what := ""
		free, err := put(name, func(w io.Writer) (err error) {
			what, err = o.write(w)
			return err
		})
		made := Made{number: o.number, file: true, Free: free, Done: err == nil}
		switch {
		case err != nil:
			made.Said = sanitize.Line(err.Error())
		case o.cite != "":
			made.Said = "wrote " + o.of(what) + " to " + sanitize.Line(name) + left
		default:
			made.Said = "wrote " + what + " to " + sanitize.Line(name) + left
		}
		return made
	}, ""
}

// Take takes what came of an order. It reports false for a text that another has been asked for after.
func (m *Menu) Take(made Made) bool {
	if !made.file {
		return made.number == m.number
	}
	m.writing = ""
	if made.Free != "" && made.number == m.number {
		m.name, m.nameOf = made.Free, [2]int{int(m.what), m.as}
		m.line.Open(made.Free)
	}
	return true
}
