package lanes

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
	"dateline/ui/session"
)

// A row is the lane of an actor, or the heading of a side.
type row struct {
	heading     string            // "" of a lane
	actor       timeline.ActorRef // NoActor of a heading
	side        timeline.ActorRef // under whose heading it is, NoActor for none
	direct      bool              // its people have lanes, so it has only the events that list it
	first, last int               // events of the actor among those shown, …
	from, to    int               // … and their places in the list, the lower one first
	events      int               // how many, −1 until asked for
	counts      []int             // by column of the scale, nil until asked for …
	families    []family.Family   // … and of which family most of them are
}

// posts returns the events of a lane.
func (r *row) posts(s *session.Session) index.Posts {
	if r.direct {
		return s.Index().Listing(r.actor)
	}
	return s.Index().Involving(r.actor)
}

// count counts the events of a lane, unless that is done.
func (r *row) count(s *session.Session) {
	if r.heading == "" && r.events < 0 {
		r.events = r.posts(s).Count(s.Shown())
	}
}

// takes reports whether a lane has event i, and whether the event lists the actor itself.
func (r *row) takes(s *session.Session, i int) (takes, listed bool) {
	takes, listed = s.Index().TakesPart(r.actor, i)
	if r.direct {
		takes = listed
	}
	return takes, listed
}

// makeRows makes the rows. Where the query names several actors, these have lanes; where it names one, that one and
// those it meets; else everybody. They stand by side: the side of who is asked for first, then the one with the most
// events; in it people come first, then organisations, then the state. A side without any people is among the others.
func (l *Lanes) makeRows(s *session.Session) {
	t := s.Index().Timeline()
	actors, wanted := s.LaneActors(), s.WantedActors()
	byCount := s.View().ByCount
	var people []bool
	if !byCount {
		people = withPeople(t, actors)
	}
	l.rows, l.at, l.lanes = l.rows[:0], make([]int32, t.Actors()), 0
	for n := range l.at {
		l.at[n] = -1
	}
	lanes := make([]row, 0, len(actors))
	for _, a := range actors {
		r := row{actor: a, side: timeline.NoActor, events: -1}
		if !byCount {
			r.side, r.direct = t.Top(a), people[a]
		}
		ok := r.find(s)
		if !ok && r.direct && slices.Contains(wanted, a) {
			r.direct = false
			ok = r.find(s)
		}
		if ok {
			if !byCount && t.Actor(a).Kind != timeline.Person { // it may have less than it was put in order by
				r.count(s)
			}
			lanes = append(lanes, r)
		}
	}
	l.lanes, l.most = len(lanes), 0
	for n := range min(len(lanes), sampled) { // the most frequent come first
		lanes[n].count(s)
		l.most = max(l.most, lanes[n].events)
	}
	if !byCount {
		lanes = bySide(t, lanes, wanted)
	}
	l.rows = lanes
	for n := range l.rows {
		if a := l.rows[n].actor; a != timeline.NoActor {
			l.at[a] = int32(n)
		}
	}
}

// find finds the first and the last event of a lane, and reports whether there is any.
func (r *row) find(s *session.Session) bool {
	posts, x := r.posts(s), s.Index()
	var ok bool
	if r.first, ok = posts.Next(s.Shown(), -1, 1); !ok {
		return false
	}
	r.last, _ = posts.Next(s.Shown(), x.Timeline().Len(), -1)
	r.from, r.to = s.Place(r.first), s.Place(r.last)
	if s.View().Newest { // the undated stay at the end
		r.from, r.to = r.to, r.from
		if dated := x.Dated(); r.last >= dated && r.first < dated {
			newest, _ := posts.Next(s.Shown(), dated, -1)
			r.from, r.to = s.Place(newest), s.Place(r.last)
		} else if r.first >= dated {
			r.from, r.to = r.to, r.from
		}
	}
	return true
}

// withPeople returns, for each actor, whether somebody of it is among actors.
func withPeople(t *timeline.Timeline, actors []timeline.ActorRef) []bool {
	people := make([]bool, t.Actors())
	for _, a := range actors {
		for g := t.Group(a); g != timeline.NoActor && !people[g]; g = t.Group(g) {
			people[g] = true
		}
	}
	return people
}

// bySide returns lanes by side, each side with its heading.
func bySide(t *timeline.Timeline, lanes []row, wanted []timeline.ActorRef) []row {
	of := make(map[timeline.ActorRef][]row)
	var order []timeline.ActorRef
	for _, r := range lanes { // the most frequent first
		if len(of[r.side]) == 0 {
			order = append(order, r.side)
		}
		of[r.side] = append(of[r.side], r)
	}
	var others []row
	grouped := make([]row, 0, len(lanes)+len(order))
	first := timeline.NoActor
	if len(wanted) > 0 {
		first = t.Top(wanted[0])
	}
	slices.SortStableFunc(order, func(a, b timeline.ActorRef) int { return rank(a != first, b != first) })
	for _, side := range order {
		of := of[side]
		if len(of) == 1 && of[0].actor == side {
			others = append(others, of[0])
			continue
		}
		slices.SortStableFunc(of, func(a, b row) int {
			if len(wanted) > 0 && a.actor != b.actor && (a.actor == wanted[0] || b.actor == wanted[0]) &&
				t.Actor(wanted[0]).Kind == timeline.Person {
				return rank(a.actor != wanted[0], b.actor != wanted[0])
			}
			if in := place(t, a) - place(t, b); in != 0 || place(t, a) == 0 {
				return in
			}
			return b.events - a.events
		})
		grouped = append(grouped, row{heading: headingOf(t, side), actor: timeline.NoActor, side: side})
		grouped = append(grouped, of...)
	}
	if len(others) > 0 && len(grouped) > 0 {
		grouped = append(grouped, row{heading: "OTHERS", actor: timeline.NoActor, side: timeline.NoActor})
	}
	for _, r := range others {
		r.side = timeline.NoActor
		grouped = append(grouped, r)
	}
	return grouped
}

// rank returns how two compare of which one may come later than the other.
func rank(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// place returns where in its side an actor stands: people, then organisations, then the state.
func place(t *timeline.Timeline, r row) int {
	switch {
	case r.actor == r.side:
		return 2
	case t.Actor(r.actor).Kind == timeline.Person:
		return 0
	}
	return 1
}

// headingOf returns the name of a side as it stands above its lanes.
func headingOf(t *timeline.Timeline, side timeline.ActorRef) string {
	return strings.ToUpper(sanitize.Line(t.Actor(side).Name))
}

// name returns what an actor is called under the heading of its side, where that says enough.
func (r *row) name(t *timeline.Timeline) string {
	a := t.Actor(r.actor)
	name := sanitize.Line(t.ShortName(r.actor))
	switch {
	case r.side == timeline.NoActor:
		return name
	case r.side == r.actor:
		switch a.Kind {
		case timeline.State:
			return "the state"
		case timeline.Group:
			return "the group"
		}
		return name
	}
	if a.Kind == timeline.Person {
		return name
	}
	side := sanitize.Line(t.Actor(r.side).Name)
	for _, of := range []string{" of the ", " of "} {
		if short, ok := strings.CutSuffix(name, of+side); ok && short != "" {
			return short
		}
	}
	if short, ok := strings.CutPrefix(name, side+" "); ok && short != "" {
		return short
	}
	return name
}
