package who

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/input"
	"dateline/ui/session"
)

// A Who lists the actors, and in a rail also the sides, the types of event and the statuses. One line of it is under
// the cursor while it has the keys.
type Who struct {
	line   input.Line
	keys   bool         // it has the keys, or a page that was opened from it
	shown  bool         // what would be left is on the screen
	before session.Past // what was looked at when it got the keys
	place  [2]int       // … cursor and top of the list then
	tops   [4]int       // … and of the sections
	opened query.Query  // … and the filter then
	base   query.Query  // the filter with what is ticked, without the line under the cursor
	beside bool         // two that are ticked are to be side by side
	all    bool         // the next actor ticked is wanted beside the others, not instead of them
	wasAll bool         // what all was when it got the keys
	last   string       // id of the actor that it was left on

	rail     bool
	mouse    bool                       // lines show where to click
	keyOf    func(action string) string // what its key is called
	sides    sides
	unfolded map[timeline.ActorRef]bool
	tally    tally
	picks    []pick // what base asks for
	settled  []pick // what it asked for when the line was last typed into
	madeOf   string // what the sections were made of
	sections [4]section
	at       spot // the cursor

	density axis.Density
	dense   int                          // cells of a pulse; 0 where there is no room for one
	pulses  map[timeline.ActorRef]string // of the lines in sight
	columns columns
}

// A spot is a line of a section.
type spot struct{ section, line int }

// Open gives it the keys, with the cursor on an actor that is wanted, or else on the one that it was left on.
func (w *Who) Open(s *session.Session, rail bool) {
	w.line.Open("")
	w.keys, w.shown = true, true
	w.before, w.opened, w.base = s.Here(), s.Query(), s.Query()
	w.place = [2]int{s.Cursor(), s.Top()}
	for n := range w.sections {
		w.tops[n] = w.sections[n].top
	}
	w.wasAll, w.settled = w.all, picksOf(s.Index().Timeline(), w.base)
	w.Refresh(s, rail)
	want := w.last
	if wanted, _ := w.base.Values(query.ByActor); len(wanted) > 0 && !s.Includes(want) {
		if a, ok := s.Index().Timeline().FindActor(wanted[0]); ok {
			want = s.Index().Timeline().Actor(a).ID
		}
	}
	w.seek(query.ByActor, want)
	w.preview(s)
}

// Attend takes the preview back while something else has the keys, and brings it again. It comes at the end of every
// message: top says whether it has the keys, open whether that is only for a while.
func (w *Who) Attend(s *session.Session, top, open, rail bool) {
	switch {
	case w.keys && !open:
		w.takeBack(s)
		w.keys = false
	case w.keys && !top:
		w.takeBack(s)
	case w.keys:
		w.shown = true
	}
	w.Refresh(s, rail)
	if w.shown {
		w.preview(s)
	}
}

// takeBack goes back to what was before, unless that is on the screen.
func (w *Who) takeBack(s *session.Session) {
	if w.shown {
		w.shown = false
		s.TakeBack(w.before)
	}
}

// Keep shows what is ticked, or the line under the cursor where nothing is, as one change of the view. Where what is
// typed finds nobody it says so and stays open, which it reports as false.
func (w *Who) Keep(s *session.Session) bool {
	if lack := w.lack(); lack != "" {
		s.SetNotice(lack)
		return false
	}
	if !w.Shows() {
		s.SetNotice(nobodyThere + "; Esc goes back")
		return false
	}
	same := w.would().Equal(w.opened) && !w.before.Paused
	w.close()
	if same {
		w.before.Anchor = s.View().Anchor // of an event that was clicked
		s.TakeBack(w.before)
		return true
	}
	s.KeepQuery(w.before)
	return true
}

// Cancel goes back to what was before, to the same rows of the list.
func (w *Who) Cancel(s *session.Session) {
	w.close()
	for n := range w.sections {
		w.sections[n].top = w.tops[n]
	}
	w.all = w.wasAll
	s.TakeBack(w.before)
	if s.Cursor() == w.place[0] {
		s.ScrollTo(w.place[1])
	}
}

// close gives the keys back and remembers where the cursor was.
func (w *Who) close() {
	w.beside = false
	if l, ok := w.chosen(); ok && l.key == query.ByActor {
		w.last = l.value
	}
	w.keys, w.shown = false, false
	w.line.Open("")
	for n := range w.sections { // those who give most, and are ticked, are at the top
		w.sections[n].top = 0
	}
}

// Rename puts the new ids of events in the place of those they had in the view that Cancel goes back to.
func (w *Who) Rename(ids map[string]string) { w.before.Rename(ids) }

// Refresh counts and lists anew where something has changed, with the cursor on the line where it was.
func (w *Who) Refresh(s *session.Session, rail bool) {
	w.rail = rail
	if !w.keys {
		w.base = s.Query()
	}
	if !w.keys && !rail {
		return
	}
	l, _ := w.chosen()
	counted := w.count(s)
	if made := w.base.String() + "\n" + w.line.Text(); counted || made != w.madeOf {
		w.madeOf = made
		w.list(s)
		w.seek(l.key, l.value)
	}
}

// preview shows what would be left.
func (w *Who) preview(s *session.Session) {
	if q := w.would().String(); q != s.View().Query || s.View().Paused {
		s.Preview(q, nil)
	}
}

// would returns the filter of what would be left: what is ticked, with the line under the cursor where nothing is
// ticked, or where a name is typed.
func (w *Who) would() query.Query {
	l, ok := w.chosen()
	name, without := w.typed()
	if !ok || w.lack() != "" || name == "" && !without && w.ticked() {
		return w.base
	}
	switch in, out := w.picked(l); {
	case without && !out:
		return w.drop(w.base, l).Exclude(l.key, l.value)
	case !without && !in:
		return w.with(l)
	}
	return w.base
}

// Shows reports whether there is anything to show: something is ticked, or a line is under the cursor.
func (w *Who) Shows() bool {
	return w.OnLine() || w.ticked()
}

// OnLine reports whether a line is under the cursor.
func (w *Who) OnLine() bool {
	_, ok := w.chosen()
	return ok
}

// Without returns the actor under the cursor where "without" is typed before its name, and it is to be left out.
func (w *Who) Without() (name string, ok bool) {
	l, ok := w.chosen()
	if !ok || !w.without() {
		return "", false
	}
	if l.actor == timeline.NoActor {
		return l.value, true
	}
	return w.sides.of.Actor(l.actor).Name, true
}

// ticked reports whether anybody is chosen, or anything has been since it got the keys.
func (w *Who) ticked() bool {
	wanted, unwanted := w.base.Values(query.ByActor)
	return len(wanted)+len(unwanted) > 0 || !w.base.Equal(w.opened)
}

// HasChosen reports whether what is ticked is what Keep would show, and not the line under the cursor.
func (w *Who) HasChosen() bool { return w.ticked() }

// typed returns the name that is typed, and whether it is to be without that. A name that somebody has with the sign is
// that name.
func (w *Who) typed() (name string, without bool) {
	text := strings.TrimSpace(w.line.Text())
	name = strings.TrimSpace(strings.TrimLeft(text, "-!"))
	if len(name) == len(text) || w.isCalled(text) {
		return text, false
	}
	return name, name != ""
}

// isCalled reports whether some actor is called so to the letter.
func (w *Who) isCalled(text string) bool {
	if w.sides.of == nil || text == "" {
		return false
	}
	a, ok := w.sides.of.FindActor(text)
	return ok && slices.Contains(w.sides.of.Actor(a).Spellings(), text)
}

// lack returns why what is typed can be neither shown nor ticked, "" where it can.
func (w *Who) lack() string {
	name, _ := w.typed()
	_, ok := w.chosen()
	switch text := strings.TrimSpace(w.line.Text()); {
	case text == "":
		return ""
	case name == "":
		return "whom is it to be without? a name goes after “" + text + "”"
	case !ok && draw.Cells(name) > 40:
		return "no actor is called so; ^u takes it back, Esc leaves"
	case !ok:
		return "no actor is called “" + name + "”; ^u takes it back, Esc leaves"
	}
	return ""
}

// Type hands a key to the line that is typed into, and lists what that finds.
func (w *Who) Type(s *session.Session, k tea.KeyMsg) input.Typed {
	typed := w.line.Update(k)
	if typed.Changed {
		if w.Empty() {
			w.settled = w.picks
		}
		w.Refresh(s, w.rail)
		w.at = w.first()
		w.preview(s)
	}
	return typed
}

// without reports whether "without" is typed before a name.
func (w *Who) without() bool {
	_, without := w.typed()
	return w.keys && without
}

// AtEnd reports whether the caret is after all that is typed.
func (w *Who) AtEnd() bool { return w.line.AtEnd() }

// Empty reports whether nothing is typed.
func (w *Who) Empty() bool { return w.line.Text() == "" }

// Text returns what is typed.
func (w *Who) Text() string { return w.line.Text() }

// Opened returns the filter that there was when it got the keys, nil while it has none.
func (w *Who) Opened() *query.Query {
	if !w.keys {
		return nil
	}
	return &w.opened
}

// Ticked returns the filter with what is ticked.
func (w *Who) Ticked() query.Query { return w.base }

// Chosen returns the actor under the cursor.
func (w *Who) Chosen() (timeline.ActorRef, bool) {
	l, ok := w.chosen()
	return l.actor, ok && l.actor != timeline.NoActor
}

// chosen returns the line under the cursor.
func (w *Who) chosen() (line, bool) {
	lines := w.sections[w.at.section].lines
	if w.at.line >= len(lines) || lines[w.at.line].rule {
		return line{actor: timeline.NoActor}, false
	}
	return lines[w.at.line], true
}

// first returns the line of the actor whose whole name is typed, or else the first that the cursor can be on.
func (w *Who) first() spot {
	for i := range w.sections[people].lines {
		if w.sections[people].lines[i].match.Whole {
			return spot{people, i}
		}
	}
	for n := range w.sections {
		for i := range w.sections[n].lines {
			if w.sections[n].found && !w.sections[n].lines[i].rule {
				return spot{n, i}
			}
		}
	}
	return spot{line: len(w.sections[people].lines)}
}

// seek puts the cursor on the line that asks this of key, or else on the first. An actor may be listed twice: the
// section in which the cursor is comes first.
func (w *Who) seek(key query.Key, value string) {
	for n := range w.sections {
		section := (w.at.section + n) % len(w.sections)
		for i := range w.sections[section].lines {
			if l := &w.sections[section].lines[i]; l.key == key && l.value == value && !l.rule {
				w.at = spot{section, i}
				return
			}
		}
	}
	w.at = w.first()
}

// Move moves the cursor by n lines, from section to section. In a rail one step beyond the last line leads to the
// first.
func (w *Who) Move(s *session.Session, n int) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for single := n == 1; n > 0; n-- {
		if !w.step(step, single && w.rail) {
			break
		}
	}
	w.preview(s)
}

// step moves the cursor to the next line up or down, around the ends where around says so. It reports whether there is
// one.
func (w *Who) step(by int, around bool) bool {
	next := w.at
	for range w.length() {
		next.line += by
		for next.line < 0 || next.line >= len(w.sections[next.section].lines) {
			next.section += by
			if last := len(w.sections) - 1; next.section < 0 || next.section > last {
				if !around {
					return false
				}
				next.section = last - max(0, min(next.section, last))
			}
			next.line = 0
			if by < 0 {
				next.line = len(w.sections[next.section].lines) - 1
			}
		}
		if !w.sections[next.section].lines[next.line].rule {
			w.at = next
			return true
		}
	}
	return false
}

// length returns the number of lines of all sections.
func (w *Who) length() (n int) {
	for i := range w.sections {
		n += len(w.sections[i].lines)
	}
	return n
}
