// Package spellings finds which names of a record are probably spellings of one actor, for a draft of who is who.
//
//	for _, actor := range spellings.Find(t, x.ListedIn) {
//		fmt.Println(t.Actor(actor.Ref).Name, "is also", len(actor.Same), "others, and perhaps", len(actor.Maybe))
//	}
//
// It knows how people name bodies and persons: by initials (DOJ), with or without the country (U.S. Department of
// Justice), turned about (Justice Department), with a title (Sen. Marco Rubio), with an initial (Donald J. Trump), the
// surname first (Rubio, Marco). A name that could mean two is given to none: one of several in brackets, one with a
// title that another of the name has not, one whose son has it too, initials that fit two names. What is only likely,
// such as a surname alone, is apart from what is probable.
//
// It is bolder than package duplicates, whose warnings nobody asked for: a draft is read by the writer before it
// counts. Names are brought to a common form and found under it, so that the time grows with their number. Its words
// are English. It imports timeline, names and duplicates.
package spellings

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/duplicates"
	"dateline/timeline/names"
)

// An Actor is an actor of a record with the others that are probably the same.
type Actor struct {
	Ref      timeline.ActorRef   // of a person the plain name, else the one of most events
	Same     []timeline.ActorRef // spelled in another way, those of most events first
	Probably []timeline.ActorRef // whom package duplicates takes for the same, and who are actors of their own here
	Maybe    []timeline.ActorRef // who may be the same, and are actors of their own until somebody says so
	Kind     timeline.Kind       // "" where the name does not say
	Of       timeline.ActorRef   // the body of which its name says that it is a part; NoActor where there is none
}

// Find returns the actors of t, those of most events first. EventsOf returns the numbers of the events that list an
// actor, in ascending order. An actor that no event lists is left out.
func Find(t *timeline.Timeline, eventsOf func(timeline.ActorRef) []int32) []Actor {
	f := &finder{t: t, events: make([]int, t.Actors()), group: make([]int32, t.Actors())}
	for a := range f.group {
		f.group[a] = int32(a)
		if f.events[a] = len(eventsOf(timeline.ActorRef(a))); f.events[a] > 0 {
			f.enter(int32(a))
		}
	}
	f.byForm()
	f.byPerson()
	f.byInitials()
	f.bySurname()
	f.byPart()
	for _, pair := range duplicates.Find(context.Background(), t, eventsOf) {
		f.probable = append(f.probable, [2]int32{int32(pair.Actor), int32(pair.Same)})
	}
	f.plainFirst()
	return f.actors()
}

// A finder gathers what is known of the names of a record.
type finder struct {
	t      *timeline.Timeline
	events []int   // actor -> events that list it
	group  []int32 // actor -> another of its group, or itself at the end
	names  []name
	doubts [][2]int32 // pairs of actors that are perhaps one

	probable [][2]int32       // pairs of actors that are probably one
	abroad   map[string]bool  // forms that a country other than the United States has
	forms    map[string]int32 // the form of a name -> the first actor that has it
	whole    map[int32]int32  // a part of a body -> the body
}

// A name is a spelling of an actor.
type name struct {
	actor int32
	text  string
	words []string // folded, without an article and what is in brackets
	aside string   // what is in brackets, folded: one of several of the name
	form  string   // of a body: what its spellings have in common
	who   person   // of a person
}

// maxName is how many bytes a name has at most that is looked at.
const maxName = 120

// enter adds the names of an actor.
func (f *finder) enter(a int32) {
	actor := f.t.Actor(timeline.ActorRef(a))
	for _, text := range append([]string{actor.Name}, actor.Aliases...) {
		if len(text) > maxName {
			continue
		}
		n := name{actor: a, text: text}
		if _, long, ok := names.ShortForm(text); ok {
			n.text = long
		} else if outside, inside, ok := names.SplitBracket(text); ok {
			n.text, n.aside = outside, names.Key(inside)
		}
		if n.words = strings.Fields(names.Key(n.text)); len(n.words) > 0 {
			f.names = append(f.names, n)
		}
	}
}

// find returns the actor that stands for the group of a.
func (f *finder) find(a int32) int32 {
	for f.group[a] != a {
		f.group[a] = f.group[f.group[a]]
		a = f.group[a]
	}
	return a
}

// join makes one group of the groups of two actors, unless each has a record, or they are of two kinds.
func (f *finder) join(a, b int32) {
	a, b = f.find(a), f.find(b)
	one, other := f.t.Actor(timeline.ActorRef(a)), f.t.Actor(timeline.ActorRef(b))
	if a == b || one.Recorded && other.Recorded || one.Kind != "" && other.Kind != "" && one.Kind != other.Kind {
		return
	}
	if other.Recorded || !one.Recorded && f.events[b] > f.events[a] {
		a, b = b, a
	}
	f.group[b] = a
}

// perhaps notes that two actors may be one.
func (f *finder) perhaps(a, b int32) { f.doubts = append(f.doubts, [2]int32{a, b}) }

// maxMaybe is how many actors are named at most as perhaps the same as one.
const maxMaybe = 12

// plainFirst lets the plain name of a person stand for its group: Marco Rubio and not Sen. Marco Rubio, even where more
// events have that.
func (f *finder) plainFirst() {
	plain := make(map[int32]int32) // the actor that stands for a group -> that with the plain name
	odd := make(map[int32]bool)    // actors whose name is not plain
	for i := range f.names {
		n := &f.names[i]
		text := f.t.ActorName(timeline.ActorRef(n.actor))
		if !n.person() || n.who.titled || n.aside != "" || strings.ContainsAny(text, ",(") {
			odd[n.actor] = true
			continue
		}
		top := f.find(n.actor)
		if best, known := plain[top]; !known || f.events[n.actor] > f.events[best] {
			plain[top] = n.actor
		}
	}
	for top, a := range plain {
		if odd[top] && !f.t.Actor(timeline.ActorRef(top)).Recorded {
			f.group[top], f.group[a] = a, a
		}
	}
}

// actors returns what was found.
func (f *finder) actors() []Actor {
	byGroup := make(map[int32]*Actor)
	most := make(map[int32]int) // the events of that of a group which has most
	var order []int32
	for a := range f.group {
		if f.events[a] == 0 {
			continue
		}
		top := f.find(int32(a))
		if byGroup[top] == nil {
			byGroup[top] = &Actor{Ref: timeline.ActorRef(top), Of: timeline.NoActor}
			order = append(order, top)
		}
		if top != int32(a) {
			byGroup[top].Same = append(byGroup[top].Same, timeline.ActorRef(a))
		}
		most[top] = max(most[top], f.events[a])
	}
	f.pair(f.probable, most, func(a, b int32) {
		if to := byGroup[b]; to != nil && !slices.Contains(to.Probably, timeline.ActorRef(a)) {
			to.Probably = append(to.Probably, timeline.ActorRef(a))
		}
	})
	f.pair(f.doubts, most, func(a, b int32) {
		ref, to := timeline.ActorRef(a), byGroup[b]
		if to != nil && len(to.Maybe) < maxMaybe && !slices.Contains(to.Maybe, ref) && !slices.Contains(to.Probably, ref) {
			to.Maybe = append(to.Maybe, ref)
		}
	})
	f.addWholes(byGroup)
	byEvents := func(a, b timeline.ActorRef) int { return cmp.Compare(f.events[b], f.events[a]) }
	actors := make([]Actor, 0, len(order))
	for _, top := range order {
		one := byGroup[top]
		slices.SortStableFunc(one.Same, byEvents)
		slices.SortStableFunc(one.Probably, byEvents)
		slices.SortStableFunc(one.Maybe, byEvents)
		one.Kind = f.kind(one)
		actors = append(actors, *one)
	}
	slices.SortStableFunc(actors, func(a, b Actor) int { return cmp.Compare(most[int32(b.Ref)], most[int32(a.Ref)]) })
	return actors
}

// pair calls found with those who stand for the groups of pairs of actors, of which the second has more events.
func (f *finder) pair(pairs [][2]int32, most map[int32]int, found func(a, b int32)) {
	for _, pair := range pairs {
		a, b := f.find(pair[0]), f.find(pair[1])
		if most[a] > most[b] {
			a, b = b, a
		}
		if a != b {
			found(a, b)
		}
	}
}

// kind returns what an actor plainly is.
func (f *finder) kind(a *Actor) timeline.Kind {
	if kind := f.t.Actor(a.Ref).Kind; kind != "" {
		return kind
	}
	for _, ref := range append([]timeline.ActorRef{a.Ref}, a.Same...) {
		words := strings.Fields(names.Key(f.t.Actor(ref).Name))
		switch {
		case isState[strings.Join(words, " ")]:
			return timeline.State
		case isBody(words):
			return timeline.Organization
		}
	}
	return ""
}
