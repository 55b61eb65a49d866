package timeline

import (
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/names"
)

// Rewritten returns a copy of the record in which each event, each actor, each source and the head are what the funcs
// make of them. Events keep their numbers, dates, titles and ids. The events and actors that are handed to the funcs
// are copies, which they may change.
//
// Actors and sources that only what is gone named are gone too. So is a source of which nothing is left, and an actor
// without a record whom nobody names.
func (t *Timeline) Rewritten(
	event func(*Event), actor func(*Actor), source func(*Source), head func(*Header),
) *Timeline {
	h := Header{Title: t.title, Description: t.description, Markup: t.markup, Other: slices.Clone(t.other)}
	h.Types = slices.Clone(t.types)
	for _, v := range t.views {
		h.Views = append(h.Views, ViewDraft{View: v})
	}
	head(&h)
	c := &Timeline{
		title: h.Title, description: h.Description, markup: h.Markup, other: h.Other, types: h.Types,
		looks: h.looks(), views: firstViews(h.Views), generatedIDs: t.generatedIDs,
	}
	r := rewriter{t: t, event: event}
	r.count()
	c.records = r.sources(source)
	r.actors(actor)
	c.actors = r.cast
	c.events = r.events()
	c.refs = r.refs
	c.byID = t.byID.Clone(c.ID)
	c.names = r.nameTable()
	c.short = shortNames(c.actors, c.names)
	return c
}

// A rewriter makes the parts of a rewritten record.
type rewriter struct {
	t          *Timeline
	event      func(*Event)
	gone       []bool // of each actor: whether something that is gone named it
	named      []bool // … and whether an event names it still
	uncited    []bool // of each source: whether something that is gone cited it, and nothing does still
	newActor   []ActorRef
	newSource  []SourceRef
	cast       []Actor
	refs       references
	spelled    map[ActorRef]map[string]nameRef
	inHand     Event
	byFile     map[string]int // numbers of packers, by the files of what they pack
	packers    []*packer
	files      []string
	numbers    [][]int32  // of what each has packed
	namesAlone []nameRef  // 0, 1, 2, …: a packed text of the copy has the numbers of the record
	citesAlone []citedRef // likewise
}

// each calls do with each event before and after it is rewritten.
func (r *rewriter) each(do func(i int, before bool, e *Event)) {
	for i := range r.t.Len() {
		r.t.ReadWritten(i, &r.inHand)
		do(i, true, &r.inHand)
		r.event(&r.inHand)
		do(i, false, &r.inHand)
	}
}

// count finds out which actors and sources the events no longer name.
func (r *rewriter) count() {
	r.gone, r.named = make([]bool, r.t.Actors()), make([]bool, r.t.Actors())
	cited := make([]bool, r.t.Sources())
	r.uncited = make([]bool, r.t.Sources())
	r.each(func(_ int, before bool, e *Event) {
		actors, sources := r.named, cited
		if before {
			actors, sources = r.gone, r.uncited
		}
		for a := range e.eachNamed {
			actors[a] = true
		}
		for s := range e.EachSource {
			if s != NoSource {
				sources[s] = true
			}
		}
	})
	for a, still := range r.named {
		r.gone[a] = r.gone[a] && !still
	}
	for s, still := range cited {
		r.uncited[s] = r.uncited[s] && !still
	}
}

// eachNamed is an iterator over the actors that an event names.
func (e *Event) eachNamed(yield func(ActorRef) bool) {
	for i := range e.Actors {
		if !yield(e.Actors[i].Actor) {
			return
		}
	}
	for a := range e.EachSpeaker {
		if a != NoActor && !yield(a) {
			return
		}
	}
	for i := range e.Figures {
		if a := e.Figures[i].By; a != NoActor && !yield(a) {
			return
		}
	}
}

// above returns the actors that the record of an actor names.
func (a *Actor) above() (all []ActorRef) {
	if a.Parent != NoActor {
		all = append(all, a.Parent)
	}
	for i := range a.Memberships {
		if of := a.Memberships[i].Of; of != NoActor {
			all = append(all, of)
		}
	}
	return all
}

// reach marks all actors that those who are marked lead to.
func (r *rewriter) reach(marked []bool, above func(ActorRef) []ActorRef) {
	var todo []ActorRef
	for a, is := range marked {
		if is {
			todo = append(todo, ActorRef(a))
		}
	}
	for len(todo) > 0 {
		a := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, b := range above(a) {
			if !marked[b] {
				marked[b] = true
				todo = append(todo, b)
			}
		}
	}
}

// actors rewrites the actors, and leaves out those who are gone.
func (r *rewriter) actors(rewrite func(*Actor)) {
	all := make([]Actor, len(r.t.actors))
	for a := range all {
		all[a] = r.t.actors[a]
		all[a].Aliases, all[a].Memberships = slices.Clone(all[a].Aliases), slices.Clone(all[a].Memberships)
		all[a].Other = slices.Clone(all[a].Other)
		rewrite(&all[a])
		left := all[a].above()
		for _, b := range r.t.actors[a].above() {
			if !slices.Contains(left, b) {
				r.gone[b] = true
			}
		}
	}
	r.reach(r.gone, func(a ActorRef) []ActorRef { return r.t.actors[a].above() })
	kept := r.named
	for a := range kept {
		kept[a] = kept[a] || !r.gone[a] && all[a].Recorded
	}
	r.reach(kept, func(a ActorRef) []ActorRef { return all[a].above() })
	r.newActor = make([]ActorRef, len(all))
	n := ActorRef(0)
	for a := range all {
		if r.newActor[a] = NoActor; kept[a] {
			r.newActor[a] = n
			n++
		}
	}
	for a := range all {
		if kept[a] {
			r.cast = append(r.cast, all[a].moved(r.newActor))
		}
	}
}

// sources rewrites the sources, and leaves out those that are gone.
func (r *rewriter) sources(rewrite func(*Source)) (kept sourceStore) {
	r.newSource = make([]SourceRef, r.t.Sources())
	r.startPacking()
	n := SourceRef(0)
	for s := range r.newSource {
		one := r.t.Source(SourceRef(s))
		pos := one.Pos
		rewrite(one)
		one.Pos = diag.Pos{}
		if r.newSource[s] = NoSource; r.uncited[s] || one.isEmpty() {
			continue
		}
		one.Pos = pos
		p := r.packerOf(pos.File)
		r.packers[p].addSource(one)
		r.numbers[p] = append(r.numbers[p], int32(n))
		r.newSource[s] = n
		n++
	}
	kept.locations = make([]location, n)
	for p, packed := range r.packers {
		kept.texts = append(kept.texts, packedText{text: string(packed.text), file: r.files[p]})
		for at, number := range r.numbers[p] {
			kept.locations[number] = location{uint32(p), packed.starts[at]}
		}
	}
	r.refs.sourceOf = make([]SourceRef, n)
	r.citesAlone = make([]citedRef, n)
	for s := range r.citesAlone {
		r.refs.sourceOf[s], r.citesAlone[s] = SourceRef(s), citedRef(s)
	}
	return kept
}

// isEmpty reports whether a source says nothing.
func (s *Source) isEmpty() bool {
	return s.ID+s.Title+s.Publisher+s.Author+s.URL+s.ArchiveURL+s.Language == "" && s.Published.IsZero() &&
		s.Accessed.IsZero() && len(s.Other) == 0
}

// packerOf returns the number of the packer of a file.
func (r *rewriter) packerOf(file string) int {
	const full = 1 << 30 // of 4 GB that an offset can have
	n, known := r.byFile[file]
	if !known || len(r.packers[n].text) > full {
		n = len(r.packers)
		r.byFile[file] = n
		r.packers, r.files = append(r.packers, &packer{}), append(r.files, file)
		r.numbers = append(r.numbers, nil)
	}
	return n
}

// startPacking forgets what has been packed.
func (r *rewriter) startPacking() {
	r.byFile, r.packers, r.files, r.numbers = make(map[string]int), nil, nil, nil
}

// events rewrites the events.
func (r *rewriter) events() (s store) {
	r.spelled = make(map[ActorRef]map[string]nameRef)
	r.startPacking()
	r.each(func(i int, before bool, e *Event) {
		if before {
			return
		}
		d := r.draft(e)
		d.ID, d.Date = r.t.events.id(i), r.t.Date(i)
		p := r.packerOf(e.Pos.File)
		r.packers[p].add(d)
		r.numbers[p] = append(r.numbers[p], int32(i))
	})
	r.namesAlone = make([]nameRef, len(r.refs.spellings))
	for n := range r.namesAlone {
		r.namesAlone[n] = nameRef(n)
	}
	place := make([]int32, 0, r.t.Len())
	for p, packed := range r.packers {
		s.take(packed, r.files[p], r.namesAlone, r.citesAlone)
		place = append(place, r.numbers[p]...)
	}
	s.reorder(place)
	return s
}

// name returns the number of a spelling of an actor, who is still there.
func (r *rewriter) name(a ActorRef, spelling string) Mention {
	if a == NoActor {
		return NoMention
	}
	if r.spelled[a] == nil {
		r.spelled[a] = make(map[string]nameRef)
	}
	n, known := r.spelled[a][spelling]
	if !known {
		n = nameRef(len(r.refs.spellings))
		r.spelled[a][spelling] = n
		r.refs.spellings = append(r.refs.spellings, spelling)
		r.refs.actorOf = append(r.refs.actorOf, r.newActor[a])
	}
	return Mention(n)
}

// source returns the number of a source, NoCitation for one that is gone.
func (r *rewriter) source(s SourceRef) Citation {
	if s == NoSource {
		return NoCitation
	}
	return Citation(r.newSource[s]) // NoSource and NoCitation are the same number
}

// draft returns an event as it is packed.
func (r *rewriter) draft(e *Event) *EventDraft {
	d := &EventDraft{
		Title: e.Title, Summary: e.Summary, Type: e.Type, Status: e.Status, Location: e.Location, Tags: e.Tags,
		Related: e.Related, Notes: e.Notes, Other: e.Other, Markup: e.Markup, Pos: e.Pos,
	}
	for _, p := range e.Actors {
		d.Actors = append(d.Actors, PartDraft{Actor: r.name(p.Actor, p.Name), Role: p.Role})
		for _, also := range p.Also {
			d.Actors = append(d.Actors, PartDraft{Actor: r.name(p.Actor, also)})
		}
	}
	by := func(a ActorRef) Mention {
		if a == NoActor {
			return NoMention
		}
		return r.name(a, r.t.ActorName(a))
	}
	for _, q := range e.Quotes {
		d.Quotes = append(d.Quotes, QuoteDraft{by(q.By), q.Text, r.source(q.Source)})
	}
	for _, f := range e.Figures {
		d.Figures = append(d.Figures, FigureDraft{
			f.Label, f.Value, f.Low, f.Best, f.High, f.Unit, by(f.By), r.source(f.Source),
		})
	}
	for _, c := range e.Claims {
		d.Claims = append(d.Claims, ClaimDraft{by(c.By), c.Text, c.Status, r.source(c.Source)})
	}
	for _, s := range e.Sources {
		if cited := r.source(s); cited != NoCitation {
			d.Sources = append(d.Sources, cited)
		}
	}
	return d
}

// nameTable returns the actors by the spellings that are left.
func (r *rewriter) nameTable() nameTable {
	left := make(map[string]bool)
	for a := range r.cast {
		for _, spelling := range r.cast[a].Spellings() {
			left[names.Key(spelling)] = true
		}
	}
	for _, spelling := range r.refs.spellings {
		left[names.Key(spelling)] = true
	}
	table := make(nameTable)
	for key, a := range r.t.names {
		if to := r.newActor[a]; to != NoActor && left[key] {
			table[key] = to
		}
	}
	return table
}
