package export

import (
	"bufio"
	"cmp"
	"io"
	"slices"

	"dateline/timeline"
	"dateline/timeline/index"
)

// An actorRow is an actor with the number of its events. The order of the fields is the order of the keys in JSON and
// of the columns in CSV.
type actorRow struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Kind   timeline.Kind `json:"kind"`
	Events int           `json:"events"`
	Of     string        `json:"of"` // the organisation or state that the actor belongs to
}

// A roster is the actors of the selected events.
type roster struct {
	x *index.Index
	s index.Selection
}

// Actors writes the actors that take part in the selected events, themselves or through their people, to w in format f,
// which must be one of Formats. Those with most events come first, and of as many those whose names come first. The
// error is that of w.
func Actors(w io.Writer, x *index.Index, s index.Selection, f Format, e Emphasis) error {
	out := bufio.NewWriter(w)
	if err := writers[f].actors(out, e, roster{x, s}); err != nil {
		return err
	}
	return out.Flush()
}

// rows returns the rows of Actors, in their order.
func (r roster) rows() []actorRow {
	t := r.x.Timeline()
	actors := []actorRow{}
	for n, events := range r.x.ActorCounts(r.s) {
		if events > 0 {
			a := t.Actor(timeline.ActorRef(n))
			actors = append(actors, actorRow{a.ID, a.Name, a.Kind, events, t.ActorName(t.Group(timeline.ActorRef(n)))})
		}
	}
	slices.SortStableFunc(actors, func(a, b actorRow) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.Name, b.Name))
	})
	return actors
}
