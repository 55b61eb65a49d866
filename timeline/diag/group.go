package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/diag/rule"
)

// A Group is problems that are told as one. They are of one kind, or of kinds that only a name tells apart.
type Group struct {
	Places Problems // those that were kept, at least one; the first stands for all
	Count  int      // of all
	Events int      // that they are in; 0 where they are in none
	Files  int      // that they are in; 0 where that is not known
	Repeat int      // of them are at a place that another of them is at; only the number of these is kept
	Names  []Named  // what tells their kinds apart, the most frequent first
	listed []listedKind
	beyond bool // whether there are more kinds than names
}

// A Named is a name in the messages of a kind of problem, and how many there are of it.
type Named struct {
	Text  string
	Count int
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
// problems.
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
	members := make([]int, len(l.families))
	for n := range l.tallies {
		t := &l.tallies[n]
		kinds[n].set(t)
		members[t.family]++
	}
	byRule := make(map[rule.ID]Groups)
	families := make(map[int32]*Group)
	for n := range l.tallies {
		switch t := &l.tallies[n]; {
		case members[t.family] < manyAlike && !t.of.IsListed():
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
		l.keep(one, n)
	}
	return l.Groups()
}

// set makes g a group of the problems of one kind, some of which it has.
func (g *Group) set(t *tally) {
	if g.Count, g.Repeat = t.count, t.repeat; len(g.Places) == 0 {
		g.Places = Problems{t.first}
	}
	if t.message != "" {
		g.Names = []Named{{nameIn(t.message), t.count}}
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

// nameIn returns the first name in a message, which is in backquotes, or else the message.
func nameIn(message string) string {
	_, after, _ := strings.Cut(message, "`")
	if name, _, ok := strings.Cut(after, "`"); ok {
		return name
	}
	return message
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

// Problem returns the problem that stands for all of the group, whose message and hint say so.
func (g *Group) Problem() Problem {
	p := g.Places[0]
	switch {
	case g.Count == 1:
		return p
	case len(g.listed) > 0:
		return g.list(p)
	}
	join := ", and "
	if strings.ContainsAny(p.Message, ",:;") {
		join = "; and "
	}
	p.Message += join + thousands(g.Count-1) + " more"
	if len(g.Names) > 1 || g.beyond {
		p.Message += " of " + g.kinds()
	}
	if len(g.Names) > 1 {
		most := make([]string, 0, maxNames)
		for _, one := range g.Names[:min(maxNames, len(g.Names))] {
			most = append(most, fmt.Sprintf("`%s` (%s)", Brief(one.Text), thousands(one.Count)))
		}
		p.Hint = strings.TrimPrefix(p.Hint+"; most often "+strings.Join(most, ", "), "; ")
	}
	switch {
	case g.Files > 1:
		p.Message += " in " + thousands(g.Files) + " files"
	case g.Events > 1 && g.Events < g.Count:
		p.Message += " in " + thousands(g.Events) + " events"
	case g.Files == 1:
		p.Message += " in this file"
	}
	return p
}

// maxNames is how many names of a group are told.
const maxNames = 5

// kinds says how many kinds there are.
func (g *Group) kinds() string {
	switch {
	case g.beyond && len(g.Names) < 2:
		return "many kinds"
	case g.beyond:
		return "more than " + strconv.Itoa(len(g.Names)) + " kinds"
	}
	return strconv.Itoa(len(g.Names)) + " kinds"
}

// maxListed is how many kinds of a list are told.
const maxListed = 12

// list returns the problem that stands for the kinds of a group that are told in one list, with the keys that are meant
// and no line of the file. That a key is in fewer events than the first is said beside it.
func (g *Group) list(p Problem) Problem {
	p.Excerpt = ""
	var items, mapped []string
	for n, one := range g.listed {
		if n == maxListed {
			items = append(items, "…")
			break
		}
		item := "`" + Brief(nameIn(one.message)) + "`"
		if p.Rule == rule.RoleGuessed { // which says what for
			item = one.message
			if n > 0 {
				item = strings.Replace(item, taken, " for ", 1)
			}
		}
		if one.count < g.listed[0].count {
			item += " (" + thousands(one.count) + ")"
		}
		items = append(items, item)
		if _, keys, ok := strings.Cut(one.hint, toMap); ok {
			mapped = append(mapped, keys)
		}
	}
	switch p.Message = strings.Join(items, ", "); {
	case len(items) == 1:
		p.Message = g.listed[0].message
	case p.Rule == rule.OtherKey:
		count := thousands(len(g.listed))
		if g.beyond {
			count = "more than " + count
		}
		p.Message = count + " other keys are kept, shown and can be asked for: " + p.Message
	}
	switch {
	case g.Files > 1:
		p.Message += "; in " + thousands(g.Files) + " files"
	case g.Events > 1:
		p.Message += "; in " + thousands(g.Events) + " events"
	}
	if len(mapped) > 1 {
		p.Hint = "call them so, or say" + toMap + strings.Join(mapped, ",")
	}
	return p
}

// What parts the texts of a key that is taken for another, and those of its cure.
const (
	taken = " is taken for "
	toMap = " --map "
)

// maxAlso is how many places of a group are told beside the first.
const maxAlso = 4

// also says where the others of a small group are; "" of other groups.
func (g *Group) also() string {
	if g.Count == 1 || g.Count > 1+maxAlso+g.Repeat || g.Count > len(g.Places)+g.Repeat || len(g.listed) > 0 {
		return ""
	}
	lines, places := make([]string, 0, maxAlso), make([]string, 0, maxAlso)
	for n, p := range g.Places {
		if p.Pos == g.Places[max(0, n-1)].Pos { // they are sorted
			continue
		}
		places = append(places, p.Pos.String())
		if p.Pos.Line > 0 && p.Pos.File == g.Places[0].Pos.File {
			lines = append(lines, strconv.Itoa(p.Pos.Line))
		}
	}
	switch {
	case len(places) == 0:
		return ""
	case len(lines) < len(places):
		return "also at " + strings.Join(places, ", ")
	case len(lines) == 1:
		return "also in line " + lines[0]
	}
	last := len(lines) - 1
	return "also in lines " + strings.Join(lines[:last], ", ") + " and " + lines[last]
}

// FprintGroups writes groups as Fprint writes problems, each as one. Of warnings in many files it shows no line, since
// that of the first says little of the others.
func FprintGroups(w io.Writer, groups Groups) error {
	for n := range groups {
		p := groups[n].Problem()
		if groups[n].Files > 1+maxAlso && p.Severity() == Warning && p.Rule != rule.DateAsWritten {
			p.Excerpt = ""
		}
		if _, err := io.WriteString(w, p.report(groups[n].also())); err != nil {
			return err
		}
	}
	return nil
}

// thousands returns a number with a comma after its thousands, as in 3,708.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}
