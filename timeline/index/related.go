package index

import (
	"cmp"
	"slices"

	"dateline/timeline"
	"dateline/timeline/calendar"
)

// What leads from event to event is what they name as related. That is a way back for whoever reads the event that is
// named, so which events name it is kept too.

// A naming says that an event names another as related.
type naming struct{ named, by int32 }

// namings are in the order of the events that are named, and of those that name them.
type namings []naming

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

// Bounds of Related, for an event that everything names.
const (
	maxNamed   = 200 // events that one names which are looked at
	maxRelated = 12  // events in one direction at the first step
	maxFurther = 4   // … and for each of them at the second
)

// Related returns what leads to event i and what follows from it, in at most two steps: of the events that it names and
// those that name it, the earlier ones and the later ones, and beyond each of these what is earlier or later still. On
// one day, and without a date, what is named is earlier. Each event comes once.
func (x *Index) Related(i int) (led, followed Relations) {
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

// NamedBy returns how many events name event i as related.
func (x *Index) NamedBy(i int) int { return len(x.namedBy(i)) }

// namedBy returns the namings of event i.
func (x *Index) namedBy(i int) namings {
	order := func(n naming, i int32) int { return cmp.Compare(n.named, i) }
	from, _ := slices.BinarySearchFunc(x.namings, int32(i), order)
	to, _ := slices.BinarySearchFunc(x.namings[from:], int32(i)+1, order)
	return x.namings[from : from+to]
}

// relating goes from event to event in one direction.
type relating struct {
	x     *Index
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
func (x *Index) namedIn(i int) []int {
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
func (x *Index) isLater(j, i int) bool {
	day := x.t.Start(j)
	return day != calendar.Forever && day > x.t.Start(i)
}

// beforeDay returns how many of those that name event i begin on a day before it does.
func (x *Index) beforeDay(list namings, i int) int {
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

// name enters the events that event i names.
func (b *indexBuilder) name(i int, related []string) {
	for _, id := range related {
		if j, ok := b.x.t.Find(id); ok && j != i {
			b.namings = append(b.namings, naming{int32(j), int32(i)})
		}
	}
}

// inOrder puts namings in order, each once.
func (list namings) inOrder() namings {
	slices.SortFunc(list, func(a, b naming) int { return cmp.Or(cmp.Compare(a.named, b.named), cmp.Compare(a.by, b.by)) })
	return slices.Clip(slices.Compact(list))
}
