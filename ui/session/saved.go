package session

import (
	"slices"
	"strings"
	"sync"

	"dateline/timeline/sanitize"
)

// Saved is what the reader keeps of a record from one visit to the next.
type Saved struct {
	Marks []string    `json:"marks,omitempty"` // event ids, in the order in which they were marked
	Views []SavedView `json:"views,omitempty"` // by name
}

// A SavedView is a filter with a name.
type SavedView struct {
	Name  string `json:"name"`
	Query string `json:"query"`
	Dim   bool   `json:"dim,omitempty"` // what does not match is dimmed
}

// State is where what the reader keeps outlives the program. Nothing is written but by Change, which reads what is
// there now, since another program may have changed it, has it changed, and writes it. Without functions everything is
// forgotten at the end.
type State struct {
	Load   func() (Saved, error)
	Change func(func(*Saved)) (Saved, error)
}

// mark marks an event, or takes its mark off.
func (k *Saved) mark(id string, on bool) {
	k.Marks = slices.DeleteFunc(k.Marks, func(one string) bool { return one == id })
	if on {
		k.Marks = append(k.Marks, id)
	}
}

// save keeps a view, in place of one that is called so.
func (k *Saved) save(v SavedView) {
	k.forget(v.Name)
	at, _ := slices.BinarySearchFunc(k.Views, v, func(a, b SavedView) int { return strings.Compare(a.Name, b.Name) })
	k.Views = slices.Insert(k.Views, at, v)
}

// forget drops the view that is called so.
func (k *Saved) forget(name string) {
	k.Views = slices.DeleteFunc(k.Views, func(one SavedView) bool { return one.Name == name })
}

// A keptResult is what the reader keeps, as it is after n changes, or why it cannot be kept.
type Stored struct {
	kept Saved
	made int
	err  error
}

// A writer writes changes down in the order in which they were made, none lost and none twice, while the loop goes on.
type writer struct {
	state   State
	writing sync.Mutex // held while changes are written
	queue   sync.Mutex // guards the rest
	changes []func(*Saved)
	made    int // changes so far
}

// add takes a change that is to be written.
func (k *writer) add(change func(*Saved)) {
	k.queue.Lock()
	defer k.queue.Unlock()
	k.changes = append(k.changes, change)
	k.made++
}

// take returns the changes that wait to be written.
func (k *writer) take() (changes []func(*Saved), made int) {
	k.queue.Lock()
	defer k.queue.Unlock()
	changes, k.changes = k.changes, nil
	return changes, k.made
}

// flush writes the changes that wait, if any. It is work, and called once more when the screen has closed.
func (k *writer) flush() any {
	k.writing.Lock()
	defer k.writing.Unlock()
	changes, made := k.take()
	if len(changes) == 0 || k.state.Change == nil {
		return nil
	}
	kept, err := k.state.Change(func(kept *Saved) {
		for _, change := range changes {
			change(kept)
		}
	})
	return Stored{kept, made, err}
}

// load reads what is kept.
func (k *writer) load() any {
	if k.state.Load == nil {
		return nil
	}
	kept, err := k.state.Load()
	return Stored{kept: kept, err: err}
}

// keepSaved changes what is kept, here at once and where it outlives the program as soon as that can be.
func (s *Session) keepSaved(change func(*Saved)) func() any {
	change(&s.saved)
	s.setMarks()
	s.writer.add(change)
	return s.writer.flush
}

// TakeStored takes what is kept as it has been read or written. It is out of date where more was changed since.
func (s *Session) TakeStored(msg Stored) {
	if msg.err != nil {
		s.notice = msg.err.Error()
		if msg.made > 0 {
			s.notice = "this is kept until you quit and no longer: " + s.notice
		}
		return
	}
	if msg.made == s.writer.made {
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
	if strings.Contains(s.view.Query, "marked") {
		s.ask()
	}
}

// ToggleMark marks the selected event, or takes its mark off.
func (s *Session) ToggleMark() func() any {
	id, on := s.Event().ID, !s.marked[s.Event().ID]
	if on {
		s.notice = "the event is marked; ' lists the marks, is:marked asks for them"
	} else {
		s.notice = "the mark is off “" + sanitize.Line(s.Event().Title) + "”"
	}
	return s.keepSaved(func(k *Saved) { k.mark(id, on) })
}

// Saved returns the marks and the saved views.
func (s *Session) Saved() Saved { return s.saved }

// HasSaved reports whether there is a mark or a saved view.
func (s *Session) HasSaved() bool { return len(s.saved.Marks)+len(s.saved.Views) > 0 }

// IsMarked reports whether the event with this id is marked.
func (s *Session) IsMarked(id string) bool { return s.marked[id] }

// Unmark takes the mark off the event with this id.
func (s *Session) Unmark(id string) (work func() any) {
	return s.keepSaved(func(k *Saved) { k.mark(id, false) })
}

// SaveView saves the filter under a name, in place of a view that is called so.
func (s *Session) SaveView(name string) (work func() any) {
	v := SavedView{Name: name, Query: s.query.String(), Dim: s.view.Dim}
	return s.keepSaved(func(k *Saved) { k.save(v) })
}

// ForgetView drops the view that is called so.
func (s *Session) ForgetView(name string) (work func() any) {
	return s.keepSaved(func(k *Saved) { k.forget(name) })
}

// Load returns work that reads what is kept.
func (s *Session) Load() any { return s.writer.load() }

// Flush returns work that writes down the changes that wait. It comes once more when the screen has closed.
func (s *Session) Flush() any { return s.writer.flush() }
