package timeline

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strings"
)

// check reports what can only be seen when every file has been read.
func (b *builder) check(t *Timeline, c cast) {
	b.checkActors(c)
	b.checkReferences(t)
	b.checkTwins(t)
}

// checkActors reports actors that cannot be told apart, and memberships that contradict themselves.
func (b *builder) checkActors(c cast) {
	for _, clash := range c.clashes {
		if clash.what == "id" && clash.taken == "id" {
			continue // reported when it was read
		}
		b.report(b.spelledAt(c, clash), Warning,
			fmt.Sprintf("the %s `%s` is also %s %s of %s", clash.what, clash.spelling, article(clash.taken), clash.taken, c.actors[clash.earlier].Name),
			"it stands for that actor; take it out here, or make one record of the two")
	}
	for i := range b.actors {
		a := &b.actors[i]
		self, ok := c.names[nameKey(cmp.Or(a.ID, a.Name))]
		if !ok {
			continue
		}
		if a.Parent != "" && c.inCircle(self) {
			b.report(a.ParentAt, Warning, fmt.Sprintf("%s stands under itself", c.actors[self].Name), "take one parent of the circle out")
		}
		for _, m := range a.Memberships {
			if c.find(m.Of) == self {
				b.report(m.OfAt, Warning, fmt.Sprintf("%s is a member of itself", c.actors[self].Name), "name the state or organisation it belongs to")
			}
			if !m.Start.IsZero() && !m.End.IsZero() && m.End.Latest() < m.Start.Earliest() {
				b.report(m.EndAt, Warning, "the membership ends before it starts, "+m.Start.EDTF(), "mend one of the dates")
			}
		}
	}
}

func article(noun string) string {
	if noun == "alias" {
		return "an"
	}
	return "the"
}

// spelledAt is where a clash was written.
func (b *builder) spelledAt(c cast, clash clash) place {
	var at place
	for _, a := range b.actors {
		for _, spelled := range a.Spelled {
			if spelled.text == clash.spelling && (at.in == nil || a.Pos != c.actors[clash.earlier].Pos) {
				at = spelled.at
			}
		}
	}
	return at
}

// inCircle says whether following the parents of a leads back to it.
func (c *cast) inCircle(a ActorRef) bool {
	up := a
	for range c.actors {
		if up = c.actors[up].Parent; up == NoActor || up == a {
			return up == a
		}
	}
	return false
}

// maxSuggestions bounds how many ids are compared to suggest some for those that are not known.
const maxSuggestions = 150_000

// A suggester finds the ids that others may have been meant for.
type suggester struct {
	known []string
	hints map[string]string // id -> what to do about it
	spent int               // comparisons so far
}

func newSuggester(known iter.Seq[string]) *suggester {
	return &suggester{known: slices.Sorted(known), hints: map[string]string{}}
}

// suggest is what to do about an id that is not known.
func (s *suggester) suggest(id, otherwise string) string {
	hint, ok := s.hints[id]
	if !ok && s.spent+len(s.known) <= maxSuggestions {
		s.spent += len(s.known)
		for _, near := range Nearest(id, s.known, 1) {
			hint = didYouMean(near)
		}
		s.hints[id] = hint
	}
	return cmp.Or(hint, otherwise)
}

// checkReferences reports sources and events that are named and not there.
func (b *builder) checkReferences(t *Timeline) {
	isSource := func(id string) bool { _, ok := b.sourceIDs[id]; return ok }
	checkKnown(b, "source", b.sourceRefs, isSource, maps.Keys(b.sourceIDs), "add it to sources, or write the source here as {title: …}")
	isEvent := func(id string) bool { _, ok := t.Find(id); return ok }
	checkKnown(b, "event", b.relatedRefs, isEvent, t.ids(), "give the event that is meant an id")
}

// checkKnown reports the references that are none of all.
func checkKnown(b *builder, noun string, references []reference, known func(id string) bool, all iter.Seq[string], otherwise string) {
	var s *suggester
	for _, r := range references {
		if known(r.text) {
			continue
		}
		if s == nil {
			s = newSuggester(all)
		}
		b.report(r.at, Warning, fmt.Sprintf("no %s has the id `%s`", noun, r.text), s.suggest(r.text, otherwise))
	}
}

// placeOf finds the rest of the line at a position.
func (b *builder) placeOf(p Pos) place {
	for _, in := range b.inputs {
		if in.name == p.File {
			rest := cutRunes(in.line(p.Line), p.Column-1)
			return place{in: in, line: p.Line, column: p.Column, width: len([]rune(strings.TrimRight(rest, " \t")))}
		}
	}
	return place{in: &input{name: p.File}, line: p.Line, column: p.Column}
}
