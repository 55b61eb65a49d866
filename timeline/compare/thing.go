package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/names"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// A Thing is what can be compared: an actor, be it a person or a side with its people, or the sources of one name.
type Thing struct {
	Name   string            // as the record spells it
	Actor  timeline.ActorRef // NoActor for sources
	Source string            // the text that names sources; "" for an actor

	sources []timeline.SourceRef
}

// Actor returns an actor as a thing. A state or an organisation stands for its people of the day too.
func Actor(x *index.Index, a timeline.ActorRef) Thing {
	return Thing{Name: x.Timeline().ActorName(a), Actor: a} // "" for NoActor
}

// key begins the name of a source.
const key = string(query.BySource) + ":"

// Find returns the thing of a name: an actor by its id, name, alias or the beginning of one, or with source: before it
// the source of an id, address or title, or all sources of a publisher. The error says what is not known, or who may be
// meant.
func Find(x *index.Index, name string) (Thing, error) {
	if text, ok := strings.CutPrefix(name, key); ok && text != "" {
		return findSource(x, strings.Trim(text, `"`))
	}
	if name == "" {
		return Thing{}, fmt.Errorf("the name is missing")
	}
	switch found := x.Named(name); len(found) {
	case 1:
		return Actor(x, found[0]), nil
	case 0:
		return Thing{}, unknown(x, query.ByActor, name)
	default:
		slices.SortStableFunc(found, func(a, b timeline.ActorRef) int {
			return cmp.Compare(x.Involving(b).Len(), x.Involving(a).Len())
		})
		var near []string
		for _, a := range found[:min(len(found), maxNear)] {
			near = append(near, x.Timeline().ActorName(a))
		}
		return Thing{}, ambiguous(name, len(found), "actors", near)
	}
}

// maxNear is how many names an error offers.
const maxNear = 3

// unknown returns what is said of a name that nothing has.
func unknown(x *index.Index, of query.Key, name string) error {
	for _, u := range x.Unknown(query.Query{}.Only(of, name)) {
		return fmt.Errorf("%s", u)
	}
	return fmt.Errorf("no %s is called %q", of, sanitize.Line(name))
}

func ambiguous(name string, n int, what string, near []string) error {
	return fmt.Errorf("%d %s begin with %q%s", n, what, sanitize.Line(name), names.DidYouMean(near))
}

// findSource returns the sources that a text names: one, or those of one publisher, whose name it is or begins. Of what
// is found in titles too, publishers come first, and before them those of whom it is whole words.
func findSource(x *index.Index, text string) (Thing, error) {
	t, found := x.Timeline(), x.SourcesNamed(text)
	if len(found) == 0 {
		return Thing{}, unknown(x, query.BySource, text)
	}
	slices.Sort(found)
	thing := Thing{Actor: timeline.NoActor, Source: text, sources: found}
	word := names.Key(text)
	for _, publishes := range []func(key string) bool{
		func(key string) bool { return key == word || strings.HasPrefix(key, word+" ") },
		func(key string) bool { return strings.HasPrefix(key, word) },
	} {
		theirs := slices.DeleteFunc(slices.Clone(found), func(s timeline.SourceRef) bool {
			return !publishes(names.Key(t.Source(s).Publisher))
		})
		if len(theirs) == 0 {
			continue
		}
		thing.Name, thing.sources = t.Source(theirs[0]).Publisher, theirs
		if slices.ContainsFunc(theirs, func(s timeline.SourceRef) bool { return t.Source(s).Publisher != thing.Name }) {
			thing.Name = text
		}
		return thing, nil
	}
	var titles []string
	for _, s := range found {
		titles = append(titles, cmp.Or(t.Source(s).Title, t.SourceKey(s)))
	}
	if len(found) > 1 {
		return Thing{}, ambiguous(text, len(found), "sources", titles[:min(len(titles), maxNear)])
	}
	thing.Name = titles[0]
	return thing, nil
}

// Published returns who published the source with an address, or else that source; ok is false where no source has it.
func Published(x *index.Index, address string) (g Thing, ok bool) {
	found := x.SourcesNamed(address)
	if len(found) == 0 {
		return g, false
	}
	g, err := Find(x, key+cmp.Or(x.Timeline().Source(found[0]).Publisher, address))
	return g, err == nil
}

// Is reports whether both are the same.
func (g *Thing) Is(o Thing) bool { return g.Actor == o.Actor && slices.Equal(g.sources, o.sources) }

// events returns the events of the thing.
func (g *Thing) events(x *index.Index) index.Selection {
	if g.Actor == timeline.NoActor {
		return x.Citing(g.sources)
	}
	return x.Involving(g.Actor).Selection()
}

// says reports whether what by says in event i, as a source has it, is the thing's.
func (g *Thing) says(x *index.Index, by timeline.ActorRef, source timeline.SourceRef, i int) bool {
	if g.Actor == timeline.NoActor {
		_, ok := slices.BinarySearch(g.sources, source)
		return ok
	}
	return x.SpeaksFor(g.Actor, by, i)
}
