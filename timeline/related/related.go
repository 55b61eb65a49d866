// Package related finds what led to an event and what followed from it, by what events name as related.
//
//	var b related.Builder
//	for i := range t.Len() {
//		b.Add(t, i, t.Event(i).Related)
//	}
//	led, followed := b.Done(t).Of(i)
//
// What an event names is a way for whoever reads the event that is named, too: so it is kept which events name which.
// It takes eight bytes for each time that an event names another, and nothing where none does.
//
// Package index makes one beside its other lists, and answers with it. This package knows no query and no screen, and
// imports timeline and calendar.
package related

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// A naming says that an event names another as related.
type naming struct{ named, by int32 }

// namings are in the order of the events that are named, and of those that name them.
type namings []naming

// A Net is which events of a record name which.
type Net struct {
	t    *timeline.Timeline
	list namings
}

// A Builder gathers which events name which. The zero Builder is empty.
type Builder struct{ list namings }

// Add enters the ids of events that event i of t names.
func (b *Builder) Add(t *timeline.Timeline, i int, ids []string) {
	for _, id := range ids {
		if j, ok := t.Find(id); ok && j != i {
			b.list = append(b.list, naming{int32(j), int32(i)})
		}
	}
}

// Join appends what another builder has gathered.
func (b *Builder) Join(o *Builder) { b.list = append(b.list, o.list...) }

// Done returns the net of what was gathered, of events of t. The builder must not be used after it.
func (b *Builder) Done(t *timeline.Timeline) *Net {
	slices.SortFunc(b.list, func(a, b naming) int {
		return cmp.Or(cmp.Compare(a.named, b.named), cmp.Compare(a.by, b.by))
	})
	return &Net{t, slices.Clip(slices.Compact(b.list))}
}

// Relations are events that lead to another one, or follow from it.
type Relations struct {
	Events []Relation // in the order of the events
	More   int        // further events, which are left out
}

// A Relation is an event, and what leads to it or follows from it in turn.
type Relation struct {
	Event   int
	Further Relations
}

// Bounds of Of, for an event that everything names.
const (
	maxNamed   = 200 // events that one names which are looked at
	maxRelated = 12  // events in one direction at the first step
	maxFurther = 4   // … and for each of them at the second
)

// Of returns what leads to event i and what follows from it, in at most two steps: of the events that it names and
// those that name it, the earlier ones and the later ones, and beyond each of these what is earlier or later still. On
// one day, and without a date, what is named is earlier. Each event comes once.
func (x *Net) Of(i int) (led, followed Relations) {
	seen := map[int]bool{i: true}
	back, on := relating{x, false, seen}, relating{x, true, seen}
	led, followed = back.from(i, maxRelated), on.from(i, maxRelated)
	for k := range led.Events {
		led.Events[k].Further = back.from(led.Events[k].Event, maxFurther)
	}
	for k := range followed.Events {
		followed.Events[k].Further = on.from(followed.Events[k].Event, maxFurther)
	}
	return led, followed
}

// namedBy returns the namings of event i.
func (x *Net) namedBy(i int) namings {
	order := func(n naming, i int32) int { return cmp.Compare(n.named, i) }
	from, _ := slices.BinarySearchFunc(x.list, int32(i), order)
	to, _ := slices.BinarySearchFunc(x.list[from:], int32(i)+1, order)
	return x.list[from : from+to]
}

// relating goes from event to event in one direction.
type relating struct {
	x     *Net
	later bool
	seen  map[int]bool // events that are known already
}

// from returns the events in that direction that event i names, or that name it: of those not seen yet the most nearest
// ones, which then are seen.
func (r relating) from(i, most int) Relations {
	by := r.x.namedBy(i)
	if split := r.x.beforeDay(by, i); r.later {
		by = by[split:]
	} else {
		by = by[:split]
	}
	all := len(by)
	for j := range r.seen {
		if by.has(j) {
			all--
		}
	}
	var found []int
	for _, j := range r.x.namedIn(i) {
		if r.x.isLater(j, i) == r.later && !r.seen[j] && !slices.Contains(found, j) {
			found = append(found, j)
			if !by.has(j) {
				all++
			}
		}
	}
	for n, near := 0, 0; n < len(by) && near < most; n++ {
		j := int(by[n].by)
		if !r.later {
			j = int(by[len(by)-1-n].by)
		}
		if !r.seen[j] {
			near++
			if !slices.Contains(found, j) {
				found = append(found, j)
			}
		}
	}
	slices.Sort(found)
	if over := max(0, len(found)-most); r.later {
		found = found[:len(found)-over]
	} else {
		found = found[over:]
	}
	to := Relations{More: all - len(found)}
	for _, j := range found {
		r.seen[j] = true
		to.Events = append(to.Events, Relation{Event: j})
	}
	return to
}

// namedIn returns the events that event i names, the first of very many.
func (x *Net) namedIn(i int) []int {
	var named []int
	var e timeline.Event
	x.t.Read(i, &e)
	for _, id := range e.Related[:min(len(e.Related), maxNamed)] {
		if j, ok := x.t.Find(id); ok {
			named = append(named, j)
		}
	}
	return named
}

// isLater reports whether event j, which event i names, is later.
func (x *Net) isLater(j, i int) bool {
	day := x.t.Start(j)
	return day != calendar.Forever && day > x.t.Start(i)
}

// beforeDay returns how many of those that name event i begin on a day before it does.
func (x *Net) beforeDay(list namings, i int) int {
	day := x.t.Start(i)
	if day == calendar.Forever {
		return 0
	}
	n, _ := slices.BinarySearchFunc(list, day, func(one naming, day calendar.Day) int {
		return cmp.Compare(x.t.Start(int(one.by)), day)
	})
	return n
}

// has reports whether event j is one of those that name another.
func (list namings) has(j int) bool {
	_, ok := slices.BinarySearchFunc(list, int32(j), func(n naming, j int32) int { return cmp.Compare(n.by, j) })
	return ok
}
