package session

import "slices"

// What leads back: undo through the views, and the way back through the places that jumps left.

// CanUndo reports whether there is a change of the view to take back.
func (s *Session) CanUndo() bool { return len(s.history.done) > 0 }

// Undo takes back the last change of the view, if there is one.
func (s *Session) Undo() {
	if to, ok := s.history.undo(s.Here()); ok {
		s.returnTo(to)
	}
}

// Redo takes back an undo.
func (s *Session) Redo() {
	if to, ok := s.history.redo(s.Here()); ok {
		s.returnTo(to)
		return
	}
	s.notice = "there is nothing to redo"
}

// A Past is a view, and how many events above the cursor the list began.
type Past struct {
	View
	down   int
	record int  // how many records came before the one that was shown
	walked bool // the way from here led along time
}

// Here returns what the reader looks at, to come back to it.
func (s *Session) Here() Past { return s.past(s.view) }

// past returns a view as one of now.
func (s *Session) past(v View) Past {
	return Past{View: v, down: s.cursor - s.top, record: s.reload.records}
}

// returnTo undoes or redoes a change. The list is where it was then, if the cursor is.
func (s *Session) returnTo(to Past) {
	if v := to.View; to.walked {
		s.view = v
	} else {
		s.view = v.from(s.view)
	}
	s.staying = false
	s.ask()
	if s.view.Anchor == to.Anchor {
		s.lift(to)
	}
}

// lift has the list begin as far above the cursor as it did, if that was in the record that is shown. While a search is
// under way it waits for the result.
func (s *Session) lift(to Past) {
	if s.Searching() {
		s.search.lift = &to
	} else if to.record == s.reload.records {
		s.top = max(0, s.cursor-to.down)
	}
}

// mostSteps is how many steps lead back at most: more than anybody takes, but keys that are held down make many.
const mostSteps = 200

// push adds the last step of several, of which the first are forgotten.
func push[T any](steps *[]T, last T) {
	if more := len(*steps) + 1 - mostSteps; more > 0 {
		*steps = slices.Delete(*steps, 0, more)
	}
	*steps = append(*steps, last)
}

// A history keeps the views that were and the ones that were undone, and the places that jumps left.
type history struct {
	done, undone  []Past
	back, forward []string // event ids
}

// remember keeps v, from which the reader goes on to another view.
func (p *history) remember(v Past) {
	push(&p.done, v)
	p.undone = p.undone[:0]
}

// undo returns the view before now; ok reports whether there is one.
func (p *history) undo(now Past) (v Past, ok bool) {
	return step(&p.done, &p.undone, now.sameWay(p.done))
}

// redo returns the view that undo left.
func (p *history) redo(now Past) (v Past, ok bool) {
	return step(&p.undone, &p.done, now.sameWay(p.undone))
}

// sameWay returns p as the other end of the way to the last of there.
func (p Past) sameWay(there []Past) Past {
	if n := len(there); n > 0 {
		p.walked = there[n-1].walked
	}
	return p
}

// left keeps an event that a jump left, once.
func (p *history) left(id string) {
	if n := len(p.back); n == 0 || p.back[n-1] != id {
		p.jumped(id)
	}
}

// jumped keeps the event that a jump left.
func (p *history) jumped(from string) {
	push(&p.back, from)
	p.forward = p.forward[:0]
}

// goBack returns the event that the last jump left.
func (p *history) goBack(now string) (id string, ok bool) { return step(&p.back, &p.forward, now) }

// goForward returns the event that GoBack left.
func (p *history) goForward(now string) (id string, ok bool) { return step(&p.forward, &p.back, now) }

// rename puts the new ids of events in the place of those they had.
func (p *history) rename(ids map[string]string) {
	for _, views := range [][]Past{p.done, p.undone} {
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
	push(to, now)
	return last, true
}
