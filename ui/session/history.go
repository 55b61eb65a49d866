package session

// What leads back: undo through the views, and the way back through the places that jumps left.

// CanUndo reports whether there is a change of the view to take back.
func (s *Session) CanUndo() bool { return len(s.history.done) > 0 }

// Undo takes back the last change of the view.
func (s *Session) Undo() {
	if v, ok := s.history.undo(s.view); ok {
		s.view, s.staying = v.from(s.view), false
		s.ask()
		return
	}
	s.notice = "there is nothing to undo"
}

// Redo takes back an undo.
func (s *Session) Redo() {
	if v, ok := s.history.redo(s.view); ok {
		s.view, s.staying = v.from(s.view), false
		s.ask()
		return
	}
	s.notice = "there is nothing to redo"
}

// A history keeps the views that were and the ones that were undone, and the places that jumps left.
type history struct {
	done, undone  []View
	back, forward []string // event ids
}

// remember keeps v, from which the reader goes on to another view.
func (p *history) remember(v View) {
	p.done = append(p.done, v)
	p.undone = p.undone[:0]
}

// undo returns the view before now; ok reports whether there is one.
func (p *history) undo(now View) (v View, ok bool) {
	return step(&p.done, &p.undone, now)
}

// redo returns the view that undo left.
func (p *history) redo(now View) (v View, ok bool) {
	return step(&p.undone, &p.done, now)
}

// left keeps an event that a jump left, once.
func (p *history) left(id string) {
	if n := len(p.back); n == 0 || p.back[n-1] != id {
		p.jumped(id)
	}
}

// jumped keeps the event that a jump left.
func (p *history) jumped(from string) {
	p.back = append(p.back, from)
	p.forward = p.forward[:0]
}

// goBack returns the event that the last jump left.
func (p *history) goBack(now string) (id string, ok bool) { return step(&p.back, &p.forward, now) }

// goForward returns the event that GoBack left.
func (p *history) goForward(now string) (id string, ok bool) { return step(&p.forward, &p.back, now) }

// rename puts the new ids of events in the place of those they had.
func (p *history) rename(ids map[string]string) {
	for _, views := range [][]View{p.done, p.undone} {
		for i := range views {
			views[i].Rename(ids)
		}
	}
	for _, places := range [][]string{p.back, p.forward} {
		for i, id := range places {
			if now, ok := ids[id]; ok {
				places[i] = now
			}
		}
	}
}

// step takes the last of from and puts now on to.
func step[T any](from, to *[]T, now T) (last T, ok bool) {
	n := len(*from)
	if n == 0 {
		return last, false
	}
	last = (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return last, true
}
