package diag

import (
	"cmp"
	"slices"

	"dateline/timeline/diag/rule"
)

// A Group is problems that are told as one. They are of one kind, or of kinds that only a name tells apart.
type Group struct {
	Places Problems // those that were kept, at least one; see Lead
	Count  int      // of all
	Events int      // that they are in; 0 where they are in none
	Files  int      // that they are in; 0 where that is not known
	Repeat int      // of them are at a place that another of them is at; only the number of these is kept
	Names  []Named  // what tells their kinds apart, the most frequent first
	first  int      // of Places that is of the most frequent kind
	listed []listedKind
	beyond bool // whether there are more kinds than names
}

// A Named is a name in the messages of a kind of problem, and how many there are of it.
type Named struct {
	Text  string
	Count int
	cure  string // the hint of the first
}

// A listedKind is a kind of problem that is told in a list with others.
type listedKind struct {
	message, hint string
	count         int
}

// Groups are all problems of a record. As loading returns them, they are in the order of Sort, but for the actors that
// are probably one, which come last.
type Groups []Group

// From as many kinds on, the kinds of a rule are one group: those with the same cure, and those with the fewest
// problems. Those of which a name in the cure differs are so from manyKinds problems on; a few are mended one by one.
const (
	manyAlike = 3
	manyKinds = 11
)

// Groups returns all problems that were reported, in the order of Sort.
func (l *List) Groups() Groups {
	kinds := make(Groups, len(l.tallies))
	for n, p := range l.found {
		at := l.kinds[n]
		kinds[at].Places = append(kinds[at].Places, p)
	}
	members, counts := make([]int, len(l.families)), make([]int, len(l.families))
	for n := range l.tallies {
		t := &l.tallies[n]
		kinds[n].set(t)
		members[t.family]++
		counts[t.family] += t.count
	}
	isOne := func(t *tally) bool {
		alike := members[t.family] >= manyAlike && (!l.families[t.family].various || counts[t.family] >= manyKinds)
		return alike || t.of.IsListed()
	}
	byRule := make(map[rule.ID]Groups)
	families := make(map[int32]*Group)
	for n := range l.tallies {
		switch t := &l.tallies[n]; {
		case !isOne(t):
			byRule[t.of] = append(byRule[t.of], kinds[n])
		case families[t.family] == nil:
			families[t.family] = &kinds[n]
		default:
			families[t.family].take(kinds[n])
		}
	}
	for n := range l.families {
		if f, g := &l.families[n], families[int32(n)]; g != nil {
			g.spread(f.extent)
			byRule[f.of] = append(byRule[f.of], *g)
		}
	}
	var all Groups
	for _, groups := range byRule {
		all = append(all, groups.few()...)
	}
	all.Sort()
	return all
}

// Groups returns problems that no List has counted.
func (p Problems) Groups() Groups {
	l := NewList(len(p))
	for _, one := range p {
		k, n := l.kindOf(one.Rule, one.Message)
		if n < 0 {
			n = l.begin(tally{kind: k, first: one})
		}
		l.add(n)
		l.keep(one, n, 0)
	}
	return l.Groups()
}

// set makes g a group of the problems of one kind, some of which it has.
func (g *Group) set(t *tally) {
	if g.Count, g.Repeat = t.count, t.repeat; len(g.Places) == 0 {
		g.Places = Problems{t.first}
	}
	if t.message != "" {
		g.Names = []Named{{nameIn(t.message), t.count, t.first.Hint}}
		if t.of.IsListed() {
			g.listed = []listedKind{{t.message, t.first.Hint, t.count}}
		}
	} else {
		g.beyond = t.of.IsApart()
	}
	g.spread(t.extent)
}

// spread says how many events and files the problems of a group are in.
func (g *Group) spread(e extent) {
	g.Places.Sort()
	slices.SortStableFunc(g.Names, func(a, b Named) int { return cmp.Compare(b.Count, a.Count) })
	g.first = max(0, slices.IndexFunc(g.Places, func(p Problem) bool {
		return len(g.Names) > 1 && nameIn(p.Message) == g.Names[0].Text
	}))
	slices.SortStableFunc(g.listed, func(a, b listedKind) int { return cmp.Compare(b.count, a.count) })
	g.Events, g.Files = e.events, 0
	switch {
	case g.Count == len(g.Places)+g.Repeat:
		g.Files = g.Places.files()
	case e.events > 0: // else they may not have come in the order of the files
		g.Files = e.files
	}
}

// few returns groups of one rule, those with the fewest problems as one where they are many.
func (g Groups) few() Groups {
	if len(g) < manyKinds {
		return g
	}
	g.Sort()
	rest := &g[manyKinds-2]
	for _, one := range g[manyKinds-1:] {
		rest.take(one)
	}
	rest.spread(extent{})
	return g[:manyKinds-1]
}

// files returns how many files the problems are in. They are in the order of Sort.
func (p Problems) files() int {
	n := 0
	for i := range p {
		if p[i].Pos.File != "" && (i == 0 || p[i].Pos.File != p[i-1].Pos.File) {
			n++
		}
	}
	return n
}

// take makes another group a part of this one, but for the events and files that it is in.
func (g *Group) take(other Group) {
	g.Places, g.Count = append(g.Places, other.Places...), g.Count+other.Count
	g.Repeat, g.listed = g.Repeat+other.Repeat, append(g.listed, other.listed...)
	g.Names, g.beyond = append(g.Names, other.Names...), g.beyond || other.beyond
}

// Sort sorts groups: errors before warnings, what costs whole files before all else, what is in more events before what
// is in fewer, and then by file, line and column.
func (g Groups) Sort() {
	rank := func(g *Group) int {
		switch of := g.Places[0].Rule; {
		case of.LosesFile():
			return 0
		case of.IsError():
			return 1
		}
		return 2
	}
	slices.SortStableFunc(g, func(a, b Group) int {
		return cmp.Or(
			cmp.Compare(rank(&a), rank(&b)),
			cmp.Compare(cmp.Or(b.Events, b.Count), cmp.Or(a.Events, a.Count)),
			a.Places[0].compare(b.Places[0]),
			cmp.Compare(a.Places[0].Rule, b.Places[0].Rule),
		)
	})
}

// Of returns those groups of which keep is true of their rule.
func (g Groups) Of(keep func(rule.ID) bool) Groups {
	return slices.DeleteFunc(slices.Clone(g), func(one Group) bool { return !keep(one.Places[0].Rule) })
}

// Count returns the number of all problems.
func (g Groups) Count() int {
	n := 0
	for i := range g {
		n += g[i].Count
	}
	return n
}

// Repeats returns how many of them are at a place that another of their kind is at, and are not kept.
func (g Groups) Repeats() int {
	n := 0
	for i := range g {
		n += g[i].Repeat
	}
	return n
}

// Errors returns how many of them are errors.
func (g Groups) Errors() int {
	n := 0
	for i := range g {
		if g[i].Places[0].Severity() == Error {
			n += g[i].Count
		}
	}
	return n
}

// Summary returns their numbers, such as "1 error, 2,000 warnings"; "" where there are none.
func (g Groups) Summary() string { return summary(g.Errors(), g.Count()) }
