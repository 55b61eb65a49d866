package timeline

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/names"
)

// Check reports what can only be seen when every file has been read.
func (b *Builder) Check(t *Timeline, c resolution) {
	b.checkActors(c)
	b.checkReferences(t)
	b.checkTwins(t)
}

// checkActors reports actors that cannot be told apart, and memberships that contradict themselves.
func (b *Builder) checkActors(c resolution) {
	b.checkConflicts(c)
	inCircle := make([]bool, len(c.actors))
	for _, circle := range circles(len(c.actors), func(a ActorRef) ActorRef { return c.actors[a].Parent }) {
		for _, a := range circle {
			inCircle[a] = true
		}
	}
	for i := range b.actors {
		a := &b.actors[i]
		self, ok := c.names[names.Key(cmp.Or(a.ID, a.Name))]
		if !ok {
			continue
		}
		if a.Parent != "" && inCircle[self] {
			b.Report(a.ParentAt, diag.Warning, diag.Brief(c.actors[self].Name)+" stands under itself", "take one parent of the circle out")
		}
		b.checkMembers(a, c, self)
	}
}

// checkMembers reports memberships of an actor that contradict themselves.
func (b *Builder) checkMembers(a *ActorDraft, c resolution, self ActorRef) {
	for _, m := range a.Memberships {
		if c.find(m.Of) == self {
			b.Report(m.OfAt, diag.Warning, diag.Brief(c.actors[self].Name)+" is a member of itself", "name the state or organisation it belongs to")
		}
		if !m.Start.IsZero() && !m.End.IsZero() && m.End.Latest() < m.Start.Earliest() {
			b.Report(m.EndAt, diag.Warning, "the membership ends before it starts, "+m.Start.EDTF(), "mend one of the dates")
		}
	}
}

// checkConflicts reports spellings that two actors share.
func (b *Builder) checkConflicts(c resolution) {
	var spelled map[string]*spelling
	for _, conflict := range c.conflicts {
		if conflict.what == "id" && conflict.taken == "id" {
			continue // reported when it was read
		}
		if b.Problems.DropIfFull() {
			continue
		}
		if spelled == nil {
			spelled = b.spellings(c.conflicts)
		}
		b.Report(spelled[conflict.spelling].notIn(c.actors[conflict.earlier].Pos), diag.Warning,
			fmt.Sprintf("the %s `%s` is also %s %s of %s", conflict.what, diag.Brief(conflict.spelling), article(conflict.taken), conflict.taken,
				diag.Brief(c.actors[conflict.earlier].Name)),
			"it stands for that actor; take it out here, or make one record of the two")
	}
}

func article(noun string) string {
	if noun == "alias" {
		return "an"
	}
	return "the"
}

// A spelling is where a text stands among the ids, names and aliases of actor records.
type spelling struct {
	first, last diag.Range
	record      diag.Pos   // the record that last is in
	before      diag.Range // the last one that is in another record; no place where there is none
}

// add takes the next place, in the order of the files.
func (s *spelling) add(at diag.Range, record diag.Pos) {
	if s.first.File == nil {
		s.first = at
	} else if record != s.record {
		s.before = s.last
	}
	s.last, s.record = at, record
}

// notIn is the last place that is not in a record, or else the first place.
func (s *spelling) notIn(record diag.Pos) diag.Range {
	switch {
	case s.record != record:
		return s.last
	case s.before.File != nil:
		return s.before
	}
	return s.first
}

// spellings finds where the spellings of conflicts were written.
func (b *Builder) spellings(conflicts []conflict) map[string]*spelling {
	found := make(map[string]*spelling)
	for _, c := range conflicts {
		if found[c.spelling] == nil {
			found[c.spelling] = &spelling{}
		}
	}
	for i := range b.actors {
		for _, spelled := range b.actors[i].Spelled {
			if s := found[spelled.Text]; s != nil {
				s.add(spelled.At, b.actors[i].Pos)
			}
		}
	}
	return found
}

// Bounds of what is compared to suggest ids for those that are not known.
const (
	maxSuggestions  = 150_000 // pairs of ids
	maxSuggestSteps = 1 << 31 // pairs of their letters
)

// foldSteps is how many pairs of letters can be compared in the time that it takes to fold one letter.
const foldSteps = 16

// A suggester finds the ids that others may have been meant for.
type suggester struct {
	known   []string
	letters int64             // of known
	hints   map[string]string // id -> what to do about it
	spent   int               // comparisons so far
	steps   int64             // pairs of letters so far, and what it takes to fold them
}

func newSuggester(known iter.Seq[string]) *suggester {
	s := &suggester{known: slices.Sorted(known), hints: map[string]string{}}
	for _, id := range s.known {
		s.letters += int64(len(id))
	}
	return s
}

// suggest is what to do about an id that is not known.
func (s *suggester) suggest(id, otherwise string) string {
	hint, ok := s.hints[id]
	steps := (foldSteps + int64(len(id))) * s.letters
	if !ok && s.spent+len(s.known) <= maxSuggestions && s.steps+steps <= maxSuggestSteps {
		s.spent, s.steps = s.spent+len(s.known), s.steps+steps
		for _, near := range names.Nearest(id, s.known, 1) {
			hint = names.Suggestion(near)
		}
		s.hints[id] = hint
	}
	return cmp.Or(hint, otherwise)
}

// checkReferences reports sources and events that are named and not there.
func (b *Builder) checkReferences(t *Timeline) {
	isSource := func(id string) bool { _, ok := b.sourceIDs[id]; return ok }
	checkKnown(b, "source", b.sourceRefs, isSource, maps.Keys(b.sourceIDs), "add it to sources, or write the source here as {title: …}")
	isEvent := func(id string) bool { _, ok := t.Find(id); return ok }
	checkKnown(b, "event", b.relatedRefs, isEvent, t.ids(), "give the event that is meant an id")
}

// checkKnown reports the references that are none of all.
func checkKnown(b *Builder, noun string, references []diag.Ref, known func(id string) bool, all iter.Seq[string], otherwise string) {
	var s *suggester
	for _, r := range references {
		if known(r.Text) {
			continue
		}
		if s == nil {
			s = newSuggester(all)
		}
		b.Report(r.At, diag.Warning, fmt.Sprintf("no %s has the id `%s`", noun, r.Text), s.suggest(r.Text, otherwise))
	}
}

// PlaceOf returns the rest of the line at a position, from which a file was read that b was told of.
func (b *Builder) PlaceOf(p diag.Pos) diag.Range {
	if b.byName == nil {
		b.byName = make(map[string]*diag.File)
	}
	for ; b.named < len(b.Inputs); b.named++ {
		if in := b.Inputs[b.named]; b.byName[in.Name()] == nil {
			b.byName[in.Name()] = in
		}
	}
	in := b.byName[p.File]
	if in == nil {
		in = diag.NewFile(p.File, "")
	}
	return in.RestRange(p.Line, p.Column)
}
