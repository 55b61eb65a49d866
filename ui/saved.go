package ui

import (
	"slices"
	"strings"
	"sync"

	"dateline/timeline/sanitize"
)

// Kept is what the reader keeps of a record from one visit to the next.
type Kept struct {
	Marks []string    `json:"marks,omitempty"` // event ids, in the order in which they were marked
	Views []SavedView `json:"views,omitempty"` // by name
}

// A SavedView is a filter with a name.
type SavedView struct {
	Name  string `json:"name"`
	Query string `json:"query"`
	Dim   bool   `json:"dim,omitempty"` // what does not match is dimmed
}

// State is where what the reader keeps outlives the program. Nothing is written but by Change, which reads what is there
// now, since another program may have changed it, has it changed, and writes it. Without functions everything is
// forgotten at the end.
type State struct {
	Load   func() (Kept, error)
	Change func(func(*Kept)) (Kept, error)
}

// mark marks an event, or takes its mark off.
func (k *Kept) mark(id string, on bool) {
	k.Marks = slices.DeleteFunc(k.Marks, func(one string) bool { return one == id })
	if on {
		k.Marks = append(k.Marks, id)
	}
}

// save keeps a view, in place of one that is called so.
func (k *Kept) save(v SavedView) {
	k.forget(v.Name)
	at, _ := slices.BinarySearchFunc(k.Views, v, func(a, b SavedView) int { return strings.Compare(a.Name, b.Name) })
	k.Views = slices.Insert(k.Views, at, v)
}

// forget drops the view that is called so.
func (k *Kept) forget(name string) {
	k.Views = slices.DeleteFunc(k.Views, func(one SavedView) bool { return one.Name == name })
}

// A keptResult is what the reader keeps, as it is after n changes, or why it cannot be kept.
type keptResult struct {
	kept Kept
	made int
	err  error
}

// A writer writes changes down in the order in which they were made, none lost and none twice, while the loop goes on.
type writer struct {
	state   State
	writing sync.Mutex // held while changes are written
	queue   sync.Mutex // guards the rest
	changes []func(*Kept)
	made    int // changes so far
}

// add takes a change that is to be written.
func (k *writer) add(change func(*Kept)) {
	k.queue.Lock()
	defer k.queue.Unlock()
	k.changes = append(k.changes, change)
	k.made++
}

// take gives the changes that wait to be written.
func (k *writer) take() (changes []func(*Kept), made int) {
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
	kept, err := k.state.Change(func(kept *Kept) {
		for _, change := range changes {
			change(kept)
		}
	})
	return keptResult{kept, made, err}
}

// load reads what is kept.
func (k *writer) load() any {
	if k.state.Load == nil {
		return nil
	}
	kept, err := k.state.Load()
	return keptResult{kept: kept, err: err}
}

// keep changes what is kept, here at once and where it outlives the program as soon as that can be.
func (s *session) keep(change func(*Kept)) func() any {
	change(&s.kept)
	s.setMarks()
	s.writer.add(change)
	return s.writer.flush
}

// keptAnswer takes what is kept as it has been read or written. It is out of date where more was changed since.
func (s *session) keptAnswer(msg keptResult) {
	if msg.err != nil {
		s.notice = msg.err.Error()
		if msg.made > 0 {
			s.notice = "kept until you quit and no longer: " + s.notice
		}
		return
	}
	if msg.made == s.writer.made {
		s.kept = msg.kept
		s.setMarks()
	}
}

// setMarks has the query know the marks.
func (s *session) setMarks() {
	s.marked = make(map[string]bool, len(s.kept.Marks))
	for _, id := range s.kept.Marks {
		s.marked[id] = true
	}
	s.newest = s.newest.WithMarks(s.marked)
	s.changed.kept = true
	if strings.Contains(s.view.query, "marked") {
		s.ask()
	}
}

// toggleMark marks the selected event, or takes its mark off.
func (s *session) toggleMark() func() any {
	id, on := s.event().ID, !s.marked[s.event().ID]
	if on {
		s.notice = "marked; ' lists the marks, is:marked asks for them"
	} else {
		s.notice = "the mark is off “" + sanitize.Line(s.event().Title) + "”"
	}
	return s.keep(func(k *Kept) { k.mark(id, on) })
}
