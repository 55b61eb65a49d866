package timeline

import (
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/idtable"
	"dateline/timeline/names"
)

// A Builder puts a Timeline together. It absorbs what the files of a record say, one Batch after the other, and can
// make a Timeline of what there is at any time. It is for one goroutine; the Timelines that it returns are for any.
type Builder struct {
	gathered
	files     filesByName
	ids       idtable.Table   // by the ids that the files give
	actorIDs  map[string]int  // names.Key of an id -> place in actors
	named     map[namedAs]int // further names that events say of an id -> place in actors
	sourceIDs idtable.Table   // by the ids of source records
	links     idtable.Table   // by the URLs of source records, of which the first linked are entered
	linked    int
	cites     idtable.Table // by the ids and links that are cited
	packed    packer        // what a batch cites and none before it, while it is absorbed
	conflicts []conflict    // of the Timeline that was made last
	asRead    asRead        // to compare events
	same      [][]string    // names of actors who are one for the reader
}

// gathered is what has been absorbed so far, in lists that only grow. A copy of it is a checkpoint.
type gathered struct {
	header      Header
	events      store
	unnamed     []int32 // events without an id of their own
	twice       int     // events that were there already
	actors      []ActorDraft
	names       numbering[nameRef]
	sources     sourceStore // records
	bare        sourceStore // ids and links that are cited, each once
	cited       []int32     // citedRef -> number in sources, or in bare counted down from -1
	sourceRefs  []diag.Ref  // ids of sources that were not known when they were read
	relatedRefs []diag.Ref  // ids of events
	problems    diag.List
}

// NewBuilder returns a builder of a record that has nothing yet.
func NewBuilder() *Builder {
	b := &Builder{
		gathered: gathered{problems: diag.NewList(diag.MaxProblems)},
		actorIDs: map[string]int{},
		named:    map[namedAs]int{},
	}
	b.ids.Of, b.sourceIDs.Of, b.links.Of = b.events.id, b.sources.id, b.sources.url
	b.cites.Of = func(ref int) string { return b.bare.key(int(^b.cited[ref])) }
	return b
}

// AddFile names a file of the record, whose lines PlaceOf then finds.
func (b *Builder) AddFile(f *diag.File) { b.files.add(f) }

// PlaceOf returns the rest of the line at a position in one of the files. In any other file the place has no text.
func (b *Builder) PlaceOf(p diag.Pos) diag.Range {
	return b.files.named(p.File).RestRange(p.Line, p.Column)
}

// Len returns the number of events so far.
func (b *Builder) Len() int { return b.events.len() }

// Problems returns the list of the problems so far. Who loads a record reports to it what only the loader can see.
func (b *Builder) Problems() *diag.List { return &b.problems }

// Twice returns how many events were absorbed so far that were there already, with the same content.
func (b *Builder) Twice() int { return b.twice }

// Dated reports whether an event that was absorbed since a checkpoint has a date.
func (b *Builder) Dated(since Checkpoint) bool {
	dates := b.events.dates[min(since.had.events.len(), b.events.len()):]
	return slices.ContainsFunc(dates, func(d edtf.Date) bool { return !d.IsZero() })
}

// Expect makes room for n more events. It is a hint that saves copying.
func (b *Builder) Expect(n int) {
	b.events.grow(n)
	if b.ids.Len() > 0 { // or else they may have no ids of their own
		b.ids.Grow(n)
	}
}

// A Checkpoint is what a Builder has at some time, for RollBack.
type Checkpoint struct{ had gathered }

// Checkpoint returns what b has now. It takes no time and hardly any memory.
func (b *Builder) Checkpoint() Checkpoint {
	had := b.gathered
	had.problems = b.problems.Clone()
	return Checkpoint{had}
}

// RollBack makes b what it was at a checkpoint, in time proportional to what b has. Files stay known. Timelines that
// were made since then stay as they are.
func (b *Builder) RollBack(to Checkpoint) {
	b.gathered = to.had
	b.events.clip()
	b.sources.clip()
	b.bare.clip()
	b.asRead = asRead{}
	b.header.Other, b.header.Types = slices.Clip(b.header.Other), slices.Clip(b.header.Types)
	b.header.Views = slices.Clip(b.header.Views)
	b.names.texts = slices.Clip(b.names.texts)
	b.ids.Forget(b.events.len())
	forget(b.actorIDs, len(b.actors))
	forget(b.named, len(b.actors))
	b.sourceIDs.Forget(b.sources.len())
	b.links.Forget(b.sources.len())
	b.linked = min(b.linked, b.sources.len())
	b.cites.Forget(len(b.cited))
	forget(b.names.numbers, len(b.names.texts))
}

// forget drops from a map what has the number n or a higher one.
func forget[K comparable, N ~int | ~int32](numbers map[K]N, n int) {
	maps.DeleteFunc(numbers, func(_ K, number N) bool { return int(number) >= n })
}

// Absorb adds what a batch says, of the file with that name, to what is there. The batch may be reset after that.
func (b *Builder) Absorb(from *Batch, file string) {
	b.header.add(&from.header)
	b.settleTypes(from.header.Types)
	b.settleViews(from.header.Views)
	names := make([]nameRef, len(from.names.texts))
	for i, name := range from.names.texts {
		names[i] = b.name(name)
	}
	for i := range from.actors {
		b.addActor(&from.actors[i])
	}
	citations := b.cite(from.cited, b.addSources(from, file))
	first := b.events.len()
	b.events.take(&from.events, file, names, citations)
	kept := first
	for i, at := range from.ids {
		b.events.move(first+i, kept)
		if b.addID(kept, at) {
			kept++
		}
	}
	b.events.cut(kept)
	for _, r := range from.sourceRefs {
		if _, known := b.sourceIDs.Find(r.Text); !known {
			b.sourceRefs = append(b.sourceRefs, diag.Ref{Text: strings.Clone(r.Text), At: r.At})
		}
	}
	for _, r := range from.relatedRefs {
		if _, known := b.ids.Find(r.Text); !known {
			b.relatedRefs = append(b.relatedRefs, diag.Ref{Text: strings.Clone(r.Text), At: r.At})
		}
	}
	b.problems.Take(from.problems)
}

// name returns the number of a spelling of an actor.
func (b *Builder) name(spelling string) nameRef {
	if n, known := b.names.find(spelling); known {
		return n
	}
	return b.names.add(strings.Clone(spelling)) // or it would keep the whole file
}

// addID enters the id of the n-th event. An event whose id is taken gets another, made from that id, unless it is the
// same event. It reports whether the event is to be kept.
func (b *Builder) addID(n int, at diag.Range) bool {
	id := b.events.id(n)
	first, taken := b.ids.Find(id)
	switch {
	case id != "" && !taken:
		b.ids.Add(int32(n))
		return true
	case taken && b.isSame(int(first), n):
		b.reportTwice(at, id, int(first))
		return false
	case taken:
		b.reportDuplicateID(at, id, b.events.pos(int(first)), "give each event an id of its own")
	default:
		if first, ok := b.sameElsewhere(n); ok {
			title, _ := b.events.title(n)
			b.reportTwice(b.PlaceOf(b.events.pos(n)), title, first)
			return false
		}
	}
	b.unnamed = append(b.unnamed, int32(n))
	return true
}

// reportTwice reports an event that is the same as the first.
func (b *Builder) reportTwice(at diag.Range, called string, first int) {
	b.twice++
	b.problems.Report(at, rule.SameEvent,
		fmt.Sprintf("the event `%s` stands twice, and is shown once", diag.Brief(called)),
		diag.TheOther+b.events.pos(first).String()+"; take one out")
}

// addActor adds an actor record. One whose id is taken adds to the first.
func (b *Builder) addActor(a *ActorDraft) {
	if a.Linked != "" {
		as := namedAs{"[[" + a.Linked, a.Name}
		if _, twice := b.named[as]; twice {
			return
		}
		b.named[as] = len(b.actors)
	}
	if a.ID != "" {
		key := names.Key(a.ID)
		first, taken := b.actorIDs[key]
		switch {
		case taken && a.Named:
			_, twice := b.named[namedAs{a.ID, a.Name}]
			if b.actors[first].Name == a.Name || twice {
				return
			}
			b.named[namedAs{a.ID, a.Name}] = len(b.actors)
		case taken && !b.actors[first].Named:
			b.reportDuplicateID(a.At, a.ID, b.actors[first].Pos, oneRecordOrTwoIDs)
		default:
			b.actorIDs[key] = len(b.actors)
		}
	}
	b.actors = append(b.actors, *a)
}

// addSources adds the source records of a batch, and returns their numbers. A record that says just what the first with
// its id says, as several events may in place, is that one.
func (b *Builder) addSources(from *Batch, file string) []int32 {
	first := b.sources.len()
	b.sources.take(&from.sources, file)
	numbers, kept := make([]int32, b.sources.len()-first), first
	for i := range numbers {
		b.sources.move(first+i, kept)
		numbers[i] = b.addSourceID(int32(kept), from.sourceAts[i])
		if int(numbers[i]) == kept {
			kept++
		}
	}
	b.sources.cut(kept)
	return numbers
}

// addSourceID enters the id of the n-th source record. It returns n, or the number of the first record with the id that
// says the same.
func (b *Builder) addSourceID(n int32, at diag.Range) int32 {
	id := b.sources.id(int(n))
	if id == "" {
		return n
	}
	first, taken := b.sourceIDs.Find(id)
	if !taken {
		b.sourceIDs.Add(n)
		return n
	}
	_, said := b.sources.packed(int(first))
	if _, again := b.sources.packed(int(n)); again == said {
		return first
	}
	b.reportDuplicateID(at, id, b.sources.pos(int(first)), oneRecordOrTwoIDs)
	return n
}

// idsOfSources returns the ids of all source records, each once.
func (b *Builder) idsOfSources() iter.Seq[string] {
	return func(yield func(string) bool) {
		for n := range b.sources.len() {
			id := b.sources.id(n)
			if first, _ := b.sourceIDs.Find(id); id != "" && int(first) == n && !yield(id) {
				return
			}
		}
	}
}

// oneRecordOrTwoIDs is what to do about two records with one id.
const oneRecordOrTwoIDs = "make one record of the two, or give each an id of its own"

func (b *Builder) reportDuplicateID(at diag.Range, id string, first diag.Pos, cure string) {
	b.problems.Report(at, rule.DuplicateID, fmt.Sprintf("duplicate id `%s`", id),
		"the first is at "+first.String()+"; "+cure)
}

// cite returns the numbers of what a batch cites. Records are the numbers of its source records.
func (b *Builder) cite(cited []citedSource, records []int32) []citedRef {
	refs, before := make([]citedRef, len(cited)), len(b.cited)
	b.packed.reset()
	for i, c := range cited {
		number, known := b.cites.Find(c.text)
		switch {
		case c.text == "":
			number = int32(len(b.cited))
			b.cited = append(b.cited, records[c.record])
		case !known:
			number = int32(len(b.cited))
			b.cited = append(b.cited, ^int32(b.bare.len()+len(b.packed.starts)))
			s := SourceOf(c.text)
			b.packed.addSource(&s)
		}
		refs[i] = citedRef(number)
	}
	b.bare.take(&b.packed, "")
	for n, number := range b.cited[before:] {
		if number < 0 {
			b.cites.Add(int32(before + n))
		}
	}
	return refs
}

// Timeline returns the record as far as it has been absorbed. If this is the last time, and nothing is absorbed any
// more, the Timeline takes over what it would otherwise copy.
func (b *Builder) Timeline(last bool) *Timeline {
	r := resolveActors(b.actors, b.names.texts)
	b.conflicts = r.conflicts
	alone, sourceOf := b.resolveSources()
	t := &Timeline{
		title: b.header.Title, description: b.header.Description, markup: b.header.Markup, other: b.header.Other,
		types: b.header.Types, looks: b.header.looks(), views: firstViews(b.header.Views),
		events: b.events, refs: references{spellings: b.names.texts, actorOf: r.of, sourceOf: sourceOf},
		actors: r.actors, names: r.names, short: shortNames(r.actors, r.names), byID: b.ids,
		records: b.sources, bare: b.bare, alone: alone,
	}
	if !last {
		t.byID = b.ids.Clone(t.ID)
	}
	t.byID.Of = t.ID
	t.generateIDs(b.unnamed)
	t.sort()
	if last { // or the order in which they were read would stay beside the other
		b.events = t.events
	}
	if len(b.same) > 0 {
		return t.join(b.same)
	}
	return t
}

// resolveSources decides which source each citation is. A link that no record has is a source of its own, and so is an
// id that no record has: what the writer cites is not lost. Alone are the numbers of these in b.bare.
func (b *Builder) resolveSources() (alone []int32, of []SourceRef) {
	of = make([]SourceRef, len(b.cited))
	if b.bare.len() > 0 {
		b.enterLinks()
		alone = make([]int32, 0, b.bare.len())
	}
	for i, number := range b.cited {
		if number >= 0 {
			of[i] = SourceRef(number)
			continue
		}
		text := b.bare.key(int(^number))
		record, known := b.sourceIDs.Find(text)
		if !known {
			record, known = b.links.Find(text)
		}
		if !known {
			record = int32(b.sources.len() + len(alone))
			alone = append(alone, ^number)
		}
		of[i] = SourceRef(record)
	}
	return alone, of
}

// enterLinks enters the URLs of the records that have come since it was called last. Of several records with one URL
// the first counts.
func (b *Builder) enterLinks() {
	for ; b.linked < b.sources.len(); b.linked++ {
		url := b.sources.url(b.linked)
		if _, taken := b.links.Find(url); url != "" && !taken {
			b.links.Add(int32(b.linked))
		}
	}
}
