package cli

import (
	"errors"
	"fmt"
	"slices"
	"syscall"
	"time"

	"dateline/ui/host"
	"dateline/ui/session"
)

// What is remembered of a record without being asked for: where the reader left it.

// How long the start waits for what is remembered to be read, and the end for another program to write its own.
const (
	recalling = 100 * time.Millisecond
	yielding  = 200 * time.Millisecond
)

// A visit is one to a record that is known by a name of its own. The zero visit is remembered by nobody.
type visit struct {
	*session.Visit
	change func(func(*session.Saved)) (session.Saved, error)
}

// remembers reports whether a visit to the record is told what the last one was, and tells the next. What comes through
// a pipe has no name that means the same another time.
func (a *app) remembers(in *host.Input) bool {
	return a.remember && !a.fresh && !in.HasPipe() && !slices.Contains(in.Paths, host.Stdin)
}

// visit returns a visit that is told what the state keeps of the last. Where that takes long it is told nothing.
func (a *app) visit(store *host.Store[session.Saved], state session.State) visit {
	places := &host.Store[session.Saved]{Path: store.Path, Record: store.Record, Patience: yielding}
	told := make(chan session.Place, 1)
	host.Within(recalling, func() {
		kept, _ := state.Load() // the session says why it cannot be read
		told <- kept.Place
	})
	v := visit{Visit: new(session.Visit), change: places.Change}
	select {
	case v.From = <-told:
	default:
	}
	return v
}

// left reports whether the reader has left, or the terminal or the system has ended the visit: it has not failed.
func left(why error) bool {
	var s host.Signal
	return why == nil || errors.As(why, &s) &&
		slices.Contains([]syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT}, syscall.Signal(s))
}

// keep writes down where the reader is, and says what cannot be kept. A visit that showed no event is none.
func (v visit) keep(tell func(error)) {
	if v.Visit == nil {
		return
	}
	place, been := v.Left()
	if !been || place == v.From && place == (session.Place{}) {
		return
	}
	err := place.Fits()
	if err != nil {
		place = session.Place{}
	}
	failed := errors.New("the file system does not answer")
	written := make(chan error, 1)
	host.Within(leaving, func() {
		_, err := v.change(func(kept *session.Saved) { kept.Place = place })
		written <- err
	})
	select {
	case failed = <-written:
	default:
	}
	if err = errors.Join(err, failed); err != nil {
		tell(fmt.Errorf("the place was not kept: %w", err))
	}
}
