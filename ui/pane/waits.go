package pane

import "dateline/ui/session"

// A waits is what a pane waits for: that the record is ready to be asked something, which would have a key wait.
type waits struct {
	on     bool
	number int        // of what is waited for
	work   func() any // what has still to be started for it
}

// A Ready says that a record is ready to be asked what a pane waits for.
type Ready struct {
	of     *waits
	number int // of what is waited for; what has been given up is dropped
}

// begin begins to wait for what makes the record ready.
func (w *waits) begin(ready func()) {
	w.number++
	number := w.number
	w.on, w.work = true, func() any {
		ready()
		return Ready{w, number}
	}
}

// end gives up what is waited for.
func (w *waits) end() { w.on, w.work = false, nil }

// over reports whether what was waited for is there, and ends the waiting for it.
func (w *waits) over(r Ready) bool {
	is := w.on && r == (Ready{w, w.number})
	if is {
		w.end()
	}
	return is
}

// take returns the work that has still to be started, or nil.
func (w *waits) take() func() any {
	work := w.work
	w.work = nil
	return work
}

// TakeWork returns what has still to be started for what the line offers, or nil.
func (q *QueryLine) TakeWork() func() any { return q.offered.waits.take() }

// TakeReady offers what the line waited for, unless something else has been typed since.
func (q *QueryLine) TakeReady(s *session.Session, r Ready) {
	switch c := &q.offered; {
	case !c.waits.over(r):
	case c.asked:
		q.Complete(s)
	default:
		q.preview(s)
	}
}

// TakeWork returns what has still to be started for the counts of the list, or nil.
func (l *SavedList) TakeWork() func() any { return l.waits.take() }

// TakeReady counts what the list waited for.
func (l *SavedList) TakeReady(s *session.Session, r Ready) {
	if l.waits.over(r) {
		l.Refresh(s)
	}
}
