package box

import (
	"context"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A Box is a line that is typed into and the list of what that may mean. One row of the list is in focus.
type Box struct {
	line     input.Line
	keys     bool      // commands alone, all of them, with the legend
	commands []Command // in the order in which they are listed while nothing is typed
	legend   Legend
	before   session.Past // what was looked at when it opened
	moved    bool         // the list is not where it was then

	index  *index.Index // what was looked through
	filter string       // … under which filter
	counts []int        // events of each actor under the rest of the filter
	office edtf.Date    // the day whose offices actors have

	asked    question
	number   int                // of the last question
	stop     context.CancelFunc // ends it; nil where it has its answer
	begin    func() any         // what has still to be started for it
	answer   answer
	going    going
	wrong    *query.Error // why the text, which has a key, is no filter
	sections []section
	rows     []*row // of all sections, so many of each at most as it may have
	most     int
	at       int // the row in focus

	drawn  laidOut
	top    int // the first line in sight
	height int // lines in sight
}

// A Legend returns what the signs of the screen mean, in lines of w cells.
type Legend func(th *draw.Theme, w int) [][]draw.Span

// Open opens the box with an empty line. With keys it has the commands alone, all of them, under the legend.
func (b *Box) Open(s *session.Session, commands []Command, legend Legend, keys bool) {
	number := b.number
	b.end()
	*b = Box{commands: commands, legend: legend, keys: keys, before: s.Here(), number: number}
	b.line.Open("")
	b.going.open(s)
	if s.HasEvent() {
		b.office = s.Index().Timeline().Date(s.Selected())
	}
	b.look(s)
}

// Keys reports whether it has the commands alone, under the legend.
func (b *Box) Keys() bool { return b.keys }

// Focus puts the command with this number in focus, if it is listed.
func (b *Box) Focus(command int) {
	for n, r := range b.rows {
		if r.kind == Do && r.command.ID == command {
			b.at = n
			return
		}
	}
}

// InFocus returns the command in focus; ok is false where that is something else.
func (b *Box) InFocus() (c Command, ok bool) {
	if r := b.focus(); r != nil && r.kind == Do {
		return *r.command, true
	}
	return Command{}, false
}

// Type hands a key to the line, and lists what that finds.
func (b *Box) Type(s *session.Session, k tea.KeyMsg) input.Typed {
	typed := b.line.Update(k)
	if typed.Changed {
		b.at, b.top = 0, 0
		b.rows = nil
		b.look(s)
	}
	return typed
}

// Attend looks anew where the record or the filter has changed under the box.
func (b *Box) Attend(s *session.Session) {
	if b.index != s.Index() || b.filter != s.Found().String() {
		b.look(s)
	}
}

// look asks what the text means, and lists what is known of that at once.
func (b *Box) look(s *session.Session) {
	b.count(s)
	text, _ := b.text()
	b.going.read(s, text, b.commandsOnly())
	b.ask(s)
	b.list(s)
	b.preview(s)
}

// count counts the events of each actor, where the record or the filter is another.
func (b *Box) count(s *session.Session) {
	if b.index == s.Index() && b.filter == s.Found().String() {
		return
	}
	b.index, b.filter = s.Index(), s.Found().String()
	if b.counts = nil; !b.keys {
		b.counts = b.index.ActorCounts(s.Apart(query.ByActor))
	}
}

// commandSign before a text asks for commands alone.
const commandSign = ">"

// text returns what is looked for, and whether it is among the commands alone.
func (b *Box) text() (text string, commands bool) {
	text = strings.TrimSpace(b.line.Text())
	if rest, ok := strings.CutPrefix(text, commandSign); ok {
		return strings.TrimSpace(rest), true
	}
	return text, b.keys
}

// commandsOnly reports whether only commands are looked for.
func (b *Box) commandsOnly() bool { _, only := b.text(); return only }

// Empty reports whether nothing is typed.
func (b *Box) Empty() bool { return b.line.Text() == "" }

// AtEnd reports whether the caret is after all that is typed.
func (b *Box) AtEnd() bool { return b.line.AtEnd() }

// Move moves the focus by n rows.
func (b *Box) Move(s *session.Session, n int) {
	b.at = max(0, min(b.at+n, len(b.rows)-1))
	b.preview(s)
}

// Page moves the focus by n times as many rows as are in sight.
func (b *Box) Page(s *session.Session, n int) { b.Move(s, n*max(1, b.height-1)) }

// focus returns the row in focus, nil where none is listed.
func (b *Box) focus() *row {
	if b.at >= len(b.rows) {
		return nil
	}
	return b.rows[b.at]
}

// preview shows where the date in focus leads, and else what was there before.
func (b *Box) preview(s *session.Session) {
	if r := b.focus(); r != nil && r.kind == Date {
		b.moved = true
		b.going.show(s, b.before)
	} else if b.moved {
		b.moved = false
		s.StayAt(b.before.Anchor)
	}
}

// Leave goes back to what was looked at before.
func (b *Box) Leave(s *session.Session) {
	b.end()
	if b.moved {
		b.moved = false
		s.BackTo(b.before)
	}
}

// Forget lets go the record that was looked through. Another has come in its place.
func (b *Box) Forget() {
	b.end()
	b.index, b.counts, b.asked, b.answer, b.sections = nil, nil, question{}, answer{}, nil
	for _, r := range b.rows { // which say what was in focus
		r.match = index.ActorMatch{}
	}
}

// Rename puts the new ids of events in the place of those they had in the view that Leave goes back to.
func (b *Box) Rename(ids map[string]string) { b.before.Rename(ids) }

// Found returns how many rows are listed, and whether more may come.
func (b *Box) found() (n int, more bool) { return len(b.rows), b.stop != nil }

// called returns what an actor is called.
func (b *Box) called(a timeline.ActorRef) string { return b.index.Timeline().Actor(a).Name }
