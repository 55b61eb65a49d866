package timeline

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/names"
)

// Check reports what can only be seen when every file has been absorbed, but for what CheckDuplicates does. It is for
// the Timeline that b returned last. Who joined actors is told what the files say all the same.
func (b *Builder) Check(t *Timeline) {
	t = t.Apart()
	b.checkConflicts(t)
	b.checkActors(t)
	b.checkReferences(t)
}

// checkActors reports parents and memberships of actors that contradict themselves.
func (b *Builder) checkActors(t *Timeline) {
	inCircle := make([]bool, len(t.actors))
	for _, circle := range circles(len(t.actors), func(a ActorRef) ActorRef { return t.actors[a].Parent }) {
		for _, a := range circle {
			inCircle[a] = true
		}
	}
	for i := range b.actors {
		a := &b.actors[i]
		self, ok := t.names[names.Key(cmp.Or(a.ID, a.Name))]
		if !ok {
			continue
		}
		if a.Parent != "" && inCircle[self] {
			b.problems.Report(a.ParentAt, rule.ParentCircle, diag.Brief(t.actors[self].Name)+" stands under itself",
				"take one parent of the circle out")
		}
		b.checkMemberships(t, a, self)
	}
}

// checkMemberships reports memberships of actor a, which is self, that contradict themselves.
func (b *Builder) checkMemberships(t *Timeline, a *ActorDraft, self ActorRef) {
	for _, m := range a.Memberships {
		if t.names.find(m.Of) == self {
			b.problems.Report(m.OfAt, rule.BadMembership, diag.Brief(t.actors[self].Name)+" is a member of itself",
				"name the state or organisation it belongs to")
		}
		if !m.Start.IsZero() && !m.End.IsZero() && m.End.Latest() < m.Start.Earliest() {
			b.problems.Report(m.EndAt, rule.BadMembership, "the membership ends before it starts, "+m.Start.EDTF(),
				"mend one of the dates")
		}
	}
}

// checkConflicts reports spellings that two actors share.
func (b *Builder) checkConflicts(t *Timeline) {
	var spelled map[string]*spelling
	for _, c := range b.conflicts {
		if c.what == "id" && c.taken == "id" {
			continue // reported when it was absorbed
		}
		if b.problems.Skip(rule.SharedName, "") {
			continue
		}
		if spelled == nil {
			spelled = b.spellings()
		}
		earlier := &t.actors[c.earlier]
		of := earlier.Name
		if of == c.spelling { // which says nothing of whom it is
			of = earlier.ID
		}
		message := fmt.Sprintf("the %s `%s` is also %s %s of %s",
			c.what, diag.Brief(c.spelling), article(c.taken), c.taken, diag.Brief(of))
		b.problems.Report(spelled[c.spelling].notIn(earlier.Pos), rule.SharedName, message,
			"it stands for that actor; take it out here, or make one record of the two")
	}
}

func article(noun string) string {
	if noun == "alias" {
		return "an"
	}
	return "the"
}

// A spelling is where one text is an id, name or alias in actor records.
type spelling struct {
	first, last diag.Range
	record      diag.Pos   // the record that last is in
	before      diag.Range // the last place in another record; no place if there is none
}

// add adds the next place, in the order of the files.
func (s *spelling) add(at diag.Range, record diag.Pos) {
	if s.first.File == nil {
		s.first = at
	} else if record != s.record {
		s.before = s.last
	}
	s.last, s.record = at, record
}

// notIn returns the last place that is not in the record, or else the first place.
func (s *spelling) notIn(record diag.Pos) diag.Range {
	switch {
	case s.record != record:
		return s.last
	case s.before.File != nil:
		return s.before
	}
	return s.first
}

// spellings finds where the spellings of the conflicts are in the files.
func (b *Builder) spellings() map[string]*spelling {
	found := make(map[string]*spelling)
	for _, c := range b.conflicts {
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

// Bounds of what is compared to suggest ids in the place of unknown ones.
const (
	maxSuggestions  = 150_000 // pairs of ids
	maxSuggestSteps = 1 << 31 // pairs of their letters
)

// foldSteps is how many pairs of letters are compared in the time that it takes to fold one letter.
const foldSteps = 16

// A suggester finds the known ids that unknown ones may be misspellings of.
type suggester struct {
	known   []string
	letters int64             // of all known ids together
	hints   map[string]string // unknown id -> what to do about it
	spent   int               // pairs of ids that were compared so far
	steps   int64             // pairs of letters that were compared so far, and what folding took
}

func newSuggester(known iter.Seq[string]) *suggester {
	s := &suggester{known: slices.Sorted(known), hints: map[string]string{}}
	for _, id := range s.known {
		s.letters += int64(len(id))
	}
	return s
}

// suggest returns what to do about an unknown id: a known one that is near, or else what otherwise says.
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

// checkReferences reports ids of sources and of events that none has.
func (b *Builder) checkReferences(t *Timeline) {
	isSource := func(id string) bool { _, ok := b.sourceIDs.Find(id); return ok }
	b.checkKnown("source", b.sourceRefs, isSource, b.idsOfSources(),
		"add it to sources, or write the source here as {title: …}")
	isEvent := func(id string) bool { _, ok := t.Find(id); return ok }
	b.checkKnown("event", b.relatedRefs, isEvent, t.ids(), "give the event that is meant an id")
}

// checkKnown reports the references to ids that are not known. All are the known ids.
func (b *Builder) checkKnown(
	noun string, references []diag.Ref, known func(id string) bool, all iter.Seq[string], otherwise string,
) {
	var s *suggester
	for _, r := range references {
		if known(r.Text) {
			continue
		}
		if s == nil {
			s = newSuggester(all)
		}
		b.problems.Report(r.At, rule.UnknownReference, fmt.Sprintf("no %s has the id `%s`", noun, r.Text),
			s.suggest(r.Text, otherwise))
	}
}
