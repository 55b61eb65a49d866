package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"time"

	"dateline/ui/host"
	"dateline/ui/kept"
	"dateline/ui/session"
)

// What is remembered of a record without being asked for: where the reader left it, and what was seen.

// How long the start waits for what is remembered to be read, and the end for another program to write its own.
const (
	recalling = 100 * time.Millisecond
	yielding  = 200 * time.Millisecond
)

// A visit is one to a record that is known by a name of its own. The zero visit is remembered by nobody.
type visit struct {
	*session.Visit
	change func(func(*session.Saved)) (session.Saved, error)
	seen   kept.SeenFile // where Recall is not nil
	now    func() time.Time
}

// remembers reports whether a visit to the record is told what the last one was, and tells the next. What comes through
// a pipe has no name that means the same another time.
func (a *app) remembers(in *host.Input) bool {
	return a.remember && !a.fresh && !in.HasPipe() && !slices.Contains(in.Paths, host.Stdin)
}

// visit returns a visit that is told what is kept of the last. Where that takes long it is told nothing. Of the record
// that the program carries it is not remembered what was seen: it changes with the program alone.
func (a *app) visit(in *host.Input, store *kept.Store[session.Saved], state session.State) visit {
	places := &kept.Store[session.Saved]{Path: store.Path, Record: store.Record, Patience: yielding}
	told := make(chan session.Place, 1)
	host.Within(recalling, func() {
		saved, _ := state.Load() // the session says why it cannot be read
		told <- saved.Place
	})
	v := visit{Visit: new(session.Visit), change: places.Change, now: a.Now}
	select {
	case v.From = <-told:
	default:
	}
	if len(in.Paths) > 0 {
		v.seen = kept.SeenAt(store.Path, store.Record)
		v.seen.Read = strings.Join(a.readings(), " ")
		v.Recall = func() (session.Memory, error) {
			seen, ok, err := v.seen.Get()
			last := session.Memory{When: seen.When, Prints: seen.Prints}
			if !ok && err == nil && v.seen.HasOthers() {
				last.Why = "the last visits read the record otherwise, by the flags that say how"
			}
			return last, err
		}
	}
	return v
}

// left reports whether the reader has left, or the terminal or the system has ended the visit: it has not failed.
func left(why error) bool {
	var s host.Signal
	return why == nil || errors.As(why, &s) &&
		slices.Contains([]syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT}, syscall.Signal(s))
}

// keep writes down where the reader is and what was seen, and tells what cannot be kept. A visit that showed no event
// is none.
func (v visit) keep(tell func(error)) {
	if v.Visit == nil {
		return
	}
	place, been := v.Left()
	if !been {
		return
	}
	unanswered := errors.New("the place was not kept: the file system does not answer")
	errs := make(chan [2]error, 1)
	host.Within(leaving, func() { errs <- [2]error{v.keepPlace(place), v.keepSeen()} })
	failed := [2]error{unanswered, nil}
	select {
	case failed = <-errs:
	default:
	}
	for _, err := range failed {
		if err != nil {
			tell(err)
		}
	}
}

// keepPlace writes down where the reader is. Where that is too long, it leaves out the filter, or else writes nothing.
func (v visit) keepPlace(place session.Place) error {
	place, err := place.Fitting()
	switch {
	case errors.Is(err, session.ErrLongFilter):
		err = fmt.Errorf("the place was kept without its filter: %w", err)
	case err != nil:
		return fmt.Errorf("the place was not kept: %w", err)
	case place == (session.Place{}) && v.From == place:
		return nil
	}
	if _, failed := v.change(func(saved *session.Saved) { saved.Place = place }); failed != nil {
		return fmt.Errorf("the place was not kept: %w", failed)
	}
	return err
}

// keepSeen writes down what was seen. Where the record was not read to its end it is not known.
func (v visit) keepSeen() error {
	prints, err := v.Seen()
	if err == nil && prints != nil {
		err = v.seen.Set(kept.Seen{When: v.now(), Prints: prints})
	}
	if err != nil {
		return fmt.Errorf("what was seen was not kept: %w", err)
	}
	return nil
}
