package timeline

import "slices"

// resolve turns the mentions and citations of an unpacked event into actors and sources. An actor named twice is named
// once, unless with another role.
func (t *Timeline) resolve(e *Event) {
	parts := e.Actors[:0]
	var named distinct[Part]
	for _, p := range e.Actors {
		p.Name, p.Actor = t.mentions[p.Actor], t.who[p.Actor]
		anyRole := named.add(Part{Actor: p.Actor})
		if p.Role != "" && named.add(Part{Actor: p.Actor, Role: p.Role}) || anyRole {
			parts = append(parts, p)
		}
	}
	e.Actors = parts
	for i := range e.Quotes {
		t.attribute(&e.Quotes[i].By, &e.Quotes[i].Source)
	}
	for i := range e.Figures {
		t.attribute(&e.Figures[i].By, &e.Figures[i].Source)
	}
	for i := range e.Claims {
		t.attribute(&e.Claims[i].By, &e.Claims[i].Source)
	}
	sources := e.Sources[:0]
	var known distinct[SourceRef]
	for _, s := range e.Sources {
		if s = t.cited[s]; known.add(s) {
			sources = append(sources, s)
		}
	}
	e.Sources = sources
}

// attribute resolves who says something, and where.
func (t *Timeline) attribute(by *ActorRef, source *SourceRef) {
	if *by != NoActor {
		*by = t.who[*by]
	}
	if *source != NoSource {
		*source = t.cited[*source]
	}
}

// A distinct is a set that compares a few values one by one, as nearly all events need, and keeps many in a map.
type distinct[T comparable] struct {
	few  [8]T
	size int
	many map[T]bool
}

// add puts v into the set and says whether it was not there.
func (d *distinct[T]) add(v T) bool {
	if d.has(v) {
		return false
	}
	switch {
	case d.size < len(d.few):
		d.few[d.size] = v
		d.size++
	case d.many == nil:
		d.many = map[T]bool{v: true}
	default:
		d.many[v] = true
	}
	return true
}

// has reports whether v is in the set.
func (d *distinct[T]) has(v T) bool { return slices.Contains(d.few[:d.size], v) || d.many[v] }
