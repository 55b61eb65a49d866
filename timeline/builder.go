package timeline

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/names"
)

// A Builder gathers what the files of a record say.
type Builder struct {
	gathered
	Inputs    []*diag.File
	byName    map[string]*diag.File // the first `named` of inputs
	named     int
	ids       idTable             // by the ids that the files give
	actorIDs  map[string]int      // names.Key of an id -> place in actors
	sourceIDs map[string]int      // id -> place in sources
	cites     map[string]citedRef // id or link -> place in cited
}

// gathered is what has been read so far, in lists that only grow. A copy of it is a checkpoint; see rollBack.
type gathered struct {
	header      Header
	Events      store
	unnamed     []int32 // events without an id of their own
	actors      []ActorDraft
	names       numbering[nameRef]
	sources     []Source
	cited       []citedSource
	sourceRefs  []diag.Ref // ids of sources that were not known when they were read
	relatedRefs []diag.Ref // ids of events
	Problems    diag.List
}

func NewBuilder() *Builder {
	b := &Builder{
		gathered:  gathered{Problems: diag.NewList(diag.MaxProblems)},
		actorIDs:  map[string]int{},
		sourceIDs: map[string]int{},
		cites:     map[string]citedRef{},
	}
	b.ids.of = b.Events.id
	return b
}

// Expect makes room for n events, with ids of their own if those so far have any.
func (b *Builder) Expect(n int) {
	b.Events.grow(n)
	if b.ids.used > 0 {
		b.ids.grow(n)
	}
}

// Checkpoint is what b can be rolled back to.
func (b *Builder) Checkpoint() gathered { return b.gathered }

// RollBack takes b back to a checkpoint. What others have seen of it since then stays as it was.
func (b *Builder) RollBack(to gathered) {
	b.gathered = to
	b.Events.clip()
	b.header.Other, b.names.texts = slices.Clip(b.header.Other), slices.Clip(b.names.texts)
	b.ids.forget(b.Events.Len())
	forget(b.actorIDs, len(b.actors))
	forget(b.sourceIDs, len(b.sources))
	forget(b.cites, len(b.cited))
	forget(b.names.numbers, len(b.names.texts))
}

// forget drops what was added to a map from the n-th on.
func forget[N ~int | ~int32](numbers map[string]N, n int) {
	maps.DeleteFunc(numbers, func(_ string, number N) bool { return int(number) >= n })
}

// Report takes a problem.
func (b *Builder) Report(at diag.Range, severity diag.Severity, message, hint string) {
	b.Problems.Report(at, severity, message, hint)
}

// Absorb takes what a batch of a file says behind what is there. It keeps nothing of from itself.
func (b *Builder) Absorb(from *Batch, file string) {
	b.header.add(&from.header)
	names := make([]nameRef, len(from.names.texts))
	for i, name := range from.names.texts {
		names[i] = b.name(name)
	}
	for i := range from.actors {
		b.addActor(&from.actors[i])
	}
	records := len(b.sources)
	for i := range from.sources {
		b.addSource(from.sources[i])
	}
	citations := make([]citedRef, len(from.cited))
	for i, c := range from.cited {
		citations[i] = b.cite(c, records)
	}
	first := b.Events.Len()
	b.Events.take(&from.events, file, names, citations)
	for i, at := range from.ids {
		b.addID(first+i, at)
	}
	for _, r := range from.sourceRefs {
		if _, known := b.sourceIDs[r.Text]; !known {
			b.sourceRefs = append(b.sourceRefs, r)
		}
	}
	b.relatedRefs = append(b.relatedRefs, from.relatedRefs...)
	b.Problems.Take(from.Problems)
}

// name takes a spelling of an actor.
func (b *Builder) name(spelling string) nameRef {
	if n, known := b.names.find(spelling); known {
		return n
	}
	return b.names.add(strings.Clone(spelling)) // or it would hold on to the whole file
}

// addID enters the id of the n-th event. An event whose id is taken gets another, made from that id.
func (b *Builder) addID(n int, at diag.Range) {
	id := b.Events.id(n)
	first, taken := b.ids.find(id)
	if id != "" && !taken {
		b.ids.add(int32(n))
		return
	}
	b.unnamed = append(b.unnamed, int32(n))
	if taken {
		b.Report(at, diag.Error, fmt.Sprintf("duplicate id `%s`", id), "the first is at "+b.Events.pos(int(first)).String()+"; give each event an id of its own")
	}
}

// addActor takes an actor record. One whose id is taken adds to the first.
func (b *Builder) addActor(a *ActorDraft) {
	if a.ID != "" {
		key := names.Key(a.ID)
		if first, taken := b.actorIDs[key]; taken {
			b.Report(a.At, diag.Error, fmt.Sprintf("duplicate id `%s`", a.ID), "the first is at "+b.actors[first].Pos.String()+"; make one record of the two, or give each an id of its own")
		} else {
			b.actorIDs[key] = len(b.actors)
		}
	}
	b.actors = append(b.actors, *a)
}

// addSource takes a source record.
func (b *Builder) addSource(d SourceDraft) {
	s := d.Source
	for _, text := range []*string{&s.ID, &s.Title, &s.Publisher, &s.Author, &s.URL, &s.ArchiveURL, &s.Language} {
		*text = strings.Clone(*text) // or it would hold on to the whole file
	}
	for _, date := range []*edtf.Date{&s.Published, &s.Accessed} {
		*date = date.WithText(strings.Clone(date.EDTF()))
	}
	if s.ID != "" {
		if first, taken := b.sourceIDs[s.ID]; taken {
			b.Report(d.At, diag.Error, fmt.Sprintf("duplicate id `%s`", s.ID), "the first is at "+b.sources[first].Pos.String()+"; make one record of the two, or give each an id of its own")
		} else {
			b.sourceIDs[s.ID] = len(b.sources)
		}
	}
	b.sources = append(b.sources, s)
}

// cite takes what a batch cites, whose source records begin at the given place.
func (b *Builder) cite(c citedSource, records int) citedRef {
	number, known := b.cites[c.text]
	switch {
	case c.text == "":
		c.record += records
	case known:
		return number
	default:
		c.text = strings.Clone(c.text)
		b.cites[c.text] = citedRef(len(b.cited))
	}
	b.cited = append(b.cited, c)
	return citedRef(len(b.cited) - 1)
}

// Assemble makes a Timeline of what is there so far. The last time, when nothing is added any more, it takes over what it
// would else copy.
func (b *Builder) Assemble(last bool) (*Timeline, resolution) {
	c := resolveActors(b.actors, b.names.texts)
	sources, sourceOf := b.settleSources()
	t := &Timeline{
		title: b.header.Title, description: b.header.Description, other: b.header.Other,
		events: b.Events, refs: references{spellings: b.names.texts, actorOf: c.of, sourceOf: sourceOf},
		actors: c.actors, names: c.names, sources: sources, byID: b.ids,
	}
	t.byID.of = t.ID
	if !last {
		t.byID.slots = slices.Clone(b.ids.slots)
	}
	b.identify(t)
	t.sort()
	return t, c
}

// settleSources says which source every citation is. A link that no record has is a source of its own, and so is an id
// that no record has: what the writer cites is not lost.
func (b *Builder) settleSources() (sources []Source, of []SourceRef) {
	sources, of = slices.Clone(b.sources), make([]SourceRef, len(b.cited))
	links := make(map[string]SourceRef)
	for i, s := range slices.Backward(sources) {
		if s.URL != "" {
			links[s.URL] = SourceRef(i)
		}
	}
	for i, c := range b.cited {
		if c.text == "" {
			of[i] = SourceRef(c.record)
		} else if s, ok := b.sourceIDs[c.text]; ok {
			of[i] = SourceRef(s)
		} else if s, ok := links[c.text]; ok {
			of[i] = s
		} else if of[i] = SourceRef(len(sources)); IsLink(c.text) {
			sources = append(sources, Source{URL: c.text})
		} else {
			sources = append(sources, Source{Title: c.text})
		}
	}
	return sources, of
}

// identify gives every event an id of its own: the one in the file, or else date and title, with a number where those
// are taken.
func (b *Builder) identify(t *Timeline) {
	if len(b.unnamed) == 0 {
		return
	}
	t.generatedIDs = make([]string, t.Len())
	t.byID.grow(len(b.unnamed))
	numbers := make(map[string]int) // stem -> the last number that was given to it, from 2 on
	for _, i := range b.unnamed {
		stem := t.events.id(int(i))
		if stem == "" {
			stem = madeID(t.events.dates[i], t.events.title(int(i)))
		}
		id, n := stem, max(numbers[stem], 1)
		for ; ; n++ {
			if n > 1 {
				id = stem + "-" + strconv.Itoa(n)
			}
			if _, taken := t.byID.find(id); !taken {
				break
			}
		}
		if n > 1 {
			numbers[stem] = n
		}
		t.generatedIDs[i] = id
		t.byID.add(i)
	}
}

// maxMadeID is about how many bytes an id made from a title has at most.
const maxMadeID = 80

// madeID makes an id such as 2025-09-08-yermak-speaks-with-rubio.
func madeID(d edtf.Date, title string) string {
	date, _, _ := strings.Cut(strings.TrimPrefix(d.EDTF(), "../"), "/")
	day, _, _ := strings.Cut(date, "T")
	id := names.Slug(day+" "+title, "event")
	if len(id) > maxMadeID {
		if end := strings.LastIndexByte(id[:maxMadeID+1], '-'); end > 0 {
			id = id[:end]
		}
	}
	return id
}

// sort puts events in order: by date, and those of one date as they stand in the files.
func (t *Timeline) sort() {
	dates, spots, made := t.events.dates, t.events.spots, t.generatedIDs
	if slices.IsSortedFunc(dates, edtf.Date.Compare) {
		return
	}
	type read struct {
		edtf.Order // beside the number, since looking up dates all over the record costs more than all the rest
		i          int32
	}
	order := make([]read, t.Len())
	for i := range order {
		order[i] = read{dates[i].Order(), int32(i)}
	}
	slices.SortFunc(order, func(a, b read) int {
		if c := a.Compare(b.Order); c != 0 {
			return c
		}
		return cmp.Compare(a.i, b.i)
	})
	t.events.dates, t.events.spots = make([]edtf.Date, len(dates)), make([]location, len(spots))
	if made != nil {
		t.generatedIDs = make([]string, len(made))
	}
	place := make([]int32, len(order)) // as read -> in order
	for i, event := range order {
		was := event.i
		place[was] = int32(i)
		t.events.dates[i], t.events.spots[i] = dates[was], spots[was]
		if made != nil {
			t.generatedIDs[i] = made[was]
		}
	}
	t.byID.renumber(place)
}
