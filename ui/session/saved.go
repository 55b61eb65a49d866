package session

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"dateline/timeline/sanitize"
	"dateline/ui/jsonobject"
)

// Saved is what the reader keeps of a record from one visit to the next. A copy may be read and changed by others: what
// changes one makes its lists anew.
type Saved struct {
	Marks []string    // event ids, in the order in which they were marked
	Views []SavedView // by name
	Place Place       // where the reader was last

	Notes map[string]string // by id of a marked event: a line of the reader's own

	Read jsonobject.Object // as it was read, with what this version does not know; nil: nothing was
}

// A SavedView is a filter with a name.
type SavedView struct {
	Name  string
	Query string
	Dim   bool // what does not match is dimmed
}

// State is where what the reader keeps outlives the program. Nothing is written but by Change, which reads what is
// there now, since another program may have changed it, has it changed, and writes it. Without functions everything is
// forgotten at the end. A change that cannot be written waits, and is tried again with the next and by Flush.
type State struct {
	Load   func() (Saved, error)
	Change func(func(*Saved)) (Saved, error)

	Waiting *Waiting // what waits to be written; nil: nobody asks for it but the session
}

// mark marks an event, or takes its mark off.
func (k *Saved) mark(id string, on bool) {
	k.Marks = slices.DeleteFunc(slices.Clone(k.Marks), func(one string) bool { return one == id })
	if on {
		k.Marks = append(k.Marks, id)
		return
	}
	k.note(id, "")
}

// note has a mark carry a line, or with "" none.
func (k *Saved) note(id, line string) {
	notes := maps.Clone(k.Notes)
	if notes == nil {
		notes = make(map[string]string)
	}
	notes[id] = line
	if line == "" || !slices.Contains(k.Marks, id) {
		delete(notes, id)
	}
	k.Notes = notes
}

// save keeps a view, in place of one that is called so.
func (k *Saved) save(v SavedView) {
	k.forget(v.Name)
	at, _ := slices.BinarySearchFunc(k.Views, v, func(a, b SavedView) int { return strings.Compare(a.Name, b.Name) })
	k.Views = slices.Insert(k.Views, at, v)
}

// forget drops the view that is called so.
func (k *Saved) forget(name string) {
	k.Views = slices.DeleteFunc(slices.Clone(k.Views), func(one SavedView) bool { return one.Name == name })
}

// Stored is what the reader keeps, as it is after n changes, or why it cannot be kept.
type Stored struct {
	kept Saved
	made int
	err  error
}

// Waiting are changes that wait to be written, in the order in which they were made. They are written, none lost and
// none twice, while the loop goes on.
type Waiting struct {
	writing sync.Mutex // held while changes are written
	queue   sync.Mutex // guards the rest
	changes []change
	made    int   // changes so far
	asked   bool  // somebody has been asked to write all that wait, and has not begun
	failed  error // why the last could not be written; nil: they were
}

// A change is one change of what is kept, and what it is about, as in "the mark on “A call”".
type change struct {
	about string
	do    func(*Saved)
}

// add takes a change that is to be written.
func (w *Waiting) add(one change) {
	w.queue.Lock()
	defer w.queue.Unlock()
	w.changes = append(w.changes, one)
	w.made++
}

// ask reports whether somebody has to be asked to write what waits. Who has been asked before, and has not begun, will
// write all of it.
func (w *Waiting) ask() (first bool) {
	w.queue.Lock()
	defer w.queue.Unlock()
	first, w.asked = !w.asked, true
	return first
}

// begin returns the changes that are to be written now, and how many there have been in all.
func (w *Waiting) begin() (changes []change, made int) {
	w.queue.Lock()
	defer w.queue.Unlock()
	w.asked = false
	return slices.Clone(w.changes), w.made
}

// many reports whether more wait than a reader makes by hand.
func (w *Waiting) many() bool {
	const many = 1000
	w.queue.Lock()
	defer w.queue.Unlock()
	return len(w.changes) >= many
}

// now returns the changes that wait, how many there have been in all, and why the last could not be written.
func (w *Waiting) now() (changes []change, made int, failed error) {
	w.queue.Lock()
	defer w.queue.Unlock()
	return slices.Clone(w.changes), w.made, w.failed
}

// wrote drops the first n changes, which have been written, or keeps them and the reason why they have not.
func (w *Waiting) wrote(n int, failed error) {
	w.queue.Lock()
	defer w.queue.Unlock()
	if w.failed = failed; failed == nil {
		w.changes = w.changes[n:]
	}
}

// Flush writes the changes that wait, if any. It is work, and comes once more when the screen has closed.
func (s State) Flush() any {
	if s.Waiting == nil || s.Change == nil {
		return nil
	}
	s.Waiting.writing.Lock()
	defer s.Waiting.writing.Unlock()
	changes, made := s.Waiting.begin()
	if len(changes) == 0 {
		return nil
	}
	kept, err := s.Change(func(kept *Saved) {
		for _, one := range changes {
			one.do(kept)
		}
	})
	s.Waiting.wrote(len(changes), err)
	return Stored{kept, made, err}
}

// Unkept returns what waits to be written and why, for a reader who leaves, or nil if all is kept.
func (s State) Unkept() error {
	if s.Waiting == nil {
		return nil
	}
	changes, _, failed := s.Waiting.now()
	if len(changes) == 0 {
		return nil
	}
	return fmt.Errorf("not kept: %s; %w", about(changes), cmp.Or(failed, errors.New("the file system does not answer")))
}

// about names what changes are about, each once and a few at most.
func about(changes []change) string {
	const few = 3
	var names []string
	for _, one := range changes {
		if !slices.Contains(names, one.about) {
			names = append(names, one.about)
		}
	}
	if more := len(names) - few; more > 0 {
		names = append(names[:few], fmt.Sprintf("%d more", more))
	}
	return strings.Join(names, ", ")
}

// keepSaved changes what is kept, here at once and where it outlives the program as soon as that can be.
func (s *Session) keepSaved(about string, do func(*Saved)) (work func() any) {
	after := s.saved
	do(&after)
	switch {
	case s.mostKept == 0:
	case s.state.Waiting.many():
		s.notice = about + " stays as it is: too much waits to be written"
		return s.write()
	case after.size() > max(s.mostKept, s.saved.size()):
		s.notice = about + " is not kept: there is as much as can be here; " + s.Key("marks") +
			" lists it, to take some away"
		return nil
	}
	s.saved = after
	s.setMarks()
	if s.state.Change == nil {
		return nil
	}
	s.state.Waiting.add(change{about, do})
	return s.write()
}

// write returns the work of writing what waits, or nil if another is about to do it.
func (s *Session) write() (work func() any) {
	if !s.state.Waiting.ask() {
		return nil
	}
	return s.state.Flush
}

// KeepAtMost has no mark, note or view added where these would take more than n bytes, nor any changed while many
// changes cannot be written.
func (s *Session) KeepAtMost(n int) { s.mostKept = n }

// size returns how many bytes of memory it takes, about.
func (k *Saved) size() (bytes int) {
	const each = 100 // of the lists
	bytes = each * (len(k.Marks) + len(k.Notes) + len(k.Views))
	for _, id := range k.Marks {
		bytes += len(id)
	}
	for id, line := range k.Notes {
		bytes += len(id) + len(line)
	}
	for _, v := range k.Views {
		bytes += len(v.Name) + len(v.Query)
	}
	return bytes
}

// TakeStored takes what is kept as it has been read or written. It is out of date where more was changed since.
func (s *Session) TakeStored(msg Stored) {
	if msg.err != nil {
		s.notice = msg.err.Error()
		if msg.made > 0 {
			s.notice = "kept only until you quit so far: " + s.notice
		}
		return
	}
	if _, made, _ := s.state.Waiting.now(); msg.made == made {
		s.saved = msg.kept
		s.setMarks()
	}
}

// setMarks has the query know the marks.
func (s *Session) setMarks() {
	s.marked = make(map[string]bool, len(s.saved.Marks))
	for _, id := range s.saved.Marks {
		s.marked[id] = true
	}
	s.newest = s.newest.WithMarks(s.marked)
	s.changed.Saved = true
	if s.asksIs("marked") {
		s.ask()
	}
}

// ToggleMark marks the selected event, or takes its mark off. The note of a mark that was taken off comes back with it.
func (s *Session) ToggleMark() func() any {
	id := s.Event().ID
	if s.marked[id] {
		return s.Unmark(id)
	}
	note := s.droppedNote(id)
	if s.notice = "the event is marked again, with its note"; note == "" {
		s.notice = "the event is marked; " + s.Key("marks") + " lists the marks, is:marked asks for them"
	}
	return s.keepSaved(named("the mark on", s.Event().Title), func(k *Saved) {
		k.mark(id, true)
		k.note(id, note)
	})
}

// A droppedNote is the note of a mark that was taken off.
type droppedNote struct{ id, note string }

// droppedNote returns the note that the mark had which was last taken off the event with this id.
func (s *Session) droppedNote(id string) string {
	for _, one := range slices.Backward(s.dropped) {
		if one.id == id {
			return one.note
		}
	}
	return ""
}

// Saved returns the marks and the saved views.
func (s *Session) Saved() Saved { return s.saved }

// HasSaved reports whether there is a mark or a view.
func (s *Session) HasSaved() bool {
	return len(s.saved.Marks)+len(s.saved.Views)+len(s.index.Timeline().Views()) > 0
}

// IsMarked reports whether the event with this id is marked.
func (s *Session) IsMarked(id string) bool { return s.marked[id] }

// Unmark takes the mark off the event with this id. Its note goes with it, but for the case that it is marked again.
func (s *Session) Unmark(id string) (work func() any) {
	title := id
	if i, ok := s.index.Timeline().Find(id); ok {
		title = s.index.Timeline().Event(i).Title
	}
	s.notice = "the mark is off “" + sanitize.Line(title) + "”"
	if note := s.saved.Notes[id]; note != "" {
		push(&s.dropped, droppedNote{id, note})
		s.notice = "the mark and its note are off “" + sanitize.Line(title) + "”; " +
			s.Key("mark") + " there brings both back"
	}
	return s.keepSaved(named("the mark on", title), func(k *Saved) { k.mark(id, false) })
}

// Annotate has the mark on the event with this id carry a line of the reader's own, or with "" none.
func (s *Session) Annotate(id, line string) (work func() any) {
	return s.keepSaved(named("the note on", id), func(k *Saved) { k.note(id, line) })
}

// ViewName returns the name of a view as it is kept and looked for: of several blanks in a row one stays.
func ViewName(name string) string { return strings.Join(strings.Fields(name), " ") }

// SaveView saves the filter under a name, in place of a view that is called so.
func (s *Session) SaveView(name string) (work func() any) {
	name = ViewName(name)
	v := SavedView{Name: name, Query: s.query.String(), Dim: s.view.Dim}
	return s.keepSaved(named("the view", name), func(k *Saved) { k.save(v) })
}

// ForgetView drops the view that is called so.
func (s *Session) ForgetView(name string) (work func() any) {
	return s.keepSaved(named("the view", name), func(k *Saved) { k.forget(name) })
}

// named says what a change is about, in one line of some length.
func named(what, name string) string {
	const most = 60 // characters
	if runes := []rune(sanitize.Line(name)); len(runes) > most {
		name = string(runes[:most]) + "…"
	}
	return what + " “" + sanitize.Line(name) + "”"
}

// Flush writes down the changes that wait. It is work.
func (s *Session) Flush() any { return s.state.Flush() }

// Load returns work that reads what is kept.
func (s *Session) Load() any {
	if s.state.Load == nil {
		return nil
	}
	kept, err := s.state.Load()
	return Stored{kept: kept, err: err}
}
