package diag

import (
	"slices"
	"strings"

	"dateline/timeline/diag/rule"
)

// MaxProblems is how many errors of a record are kept with their places, and how many warnings. In a record of a
// million events everything may be wrong.
const MaxProblems = 10_000

// A List gathers problems. It counts all of them, by kind, and keeps the first of each kind; of the others it keeps as
// many errors as it has room for, and as many warnings, so that neither drown the other.
type List struct {
	limit int
	found Problems
	kinds []int32 // the kind of each that was found, as a place in tallies
	again []int32 // how many times more each was met at its place
	in    []int32 // the number of the event that each is in; 0 for none
	kept  [2]int  // how many of those are warnings and errors

	tallies  []tally
	known    map[kind]int32 // where a kind is in tallies; nil where nobody has asked yet
	told     map[Pos]bool   // where problems of rules are that are told once of a place; nil where nobody has asked yet
	families []family
	count    int
	last     int  // where in tallies the kind is that was asked for last
	events   int  // that have begun
	inEvent  bool // whether what is reported now is of the last of them
}

// A kind is what problems have in common that are told as one.
type kind struct {
	of      rule.ID
	message string // where the rule tells problems apart by it, or they are reported once; else ""
	once    bool
}

// A tally is what is known of the problems of a kind.
type tally struct {
	kind
	first  Problem
	count  int
	repeat int // of them are at a place that is kept already
	at     int // where the first is in found, counted from 1; 0 where it is not kept
	ofKey  bool
	family int32
	next   int32 // where the kind is that was asked for after this one
	extent
}

// A family is the kinds of a rule with the same cure, but for a name in it, or all that are told in one list. What is
// known of it is not the sum of what is known of them.
type family struct {
	of      rule.ID
	cure    string // without the name
	hint    string // of the first
	various bool   // whether other hints name something else
	extent
}

// An extent is how many events and files problems are in.
type extent struct {
	events    int
	lastEvent int // the last of those
	files     int
	lastFile  string
}

// maxKinds is how many kinds of one rule are told apart by their messages; those of all others are one kind. Any key
// may be unknown.
const maxKinds = 200

// NewList returns an empty list with room for n errors and n warnings.
func NewList(n int) List { return List{limit: n} }

// Clone returns a list to go back to, whatever is reported to this one from now on.
func (l *List) Clone() List {
	c := *l
	c.tallies, c.families, c.known, c.told = slices.Clone(l.tallies), slices.Clone(l.families), nil, nil
	c.found, c.kinds, c.in, c.again = slices.Clip(l.found), slices.Clip(l.kinds), slices.Clip(l.in), slices.Clone(l.again)
	return c
}

// Report adds a problem.
func (l *List) Report(at Range, of rule.ID, message, hint string) {
	k, n := l.kindOf(of, message)
	l.report(k, n, at, message, hint)
}

// ReportOnce adds a problem unless one with its message was added so. It is for what many places have and one explains.
// Take drops it too where the list has it already.
func (l *List) ReportOnce(at Range, of rule.ID, message, hint string) {
	if once := (kind{of: of, message: message, once: true}); l.place(once) < 0 {
		l.report(once, -1, at, message, hint)
	}
}

// Skip counts a problem if only its number matters, and reports whether it did. With it, a problem need not be put into
// words that nobody sees. The message counts only where the rule tells problems apart by it.
func (l *List) Skip(of rule.ID, message string) bool {
	if l.hasRoom(of) {
		return false
	}
	_, n := l.kindOf(of, message)
	if n >= 0 {
		l.add(n)
	}
	return n >= 0
}

// Counts counts a problem of a file if only its number matters, as Report would, and reports whether it did. With it,
// nobody need find where on its line a problem ends that nobody sees.
func (l *List) Counts(in *File, of rule.ID, message string) bool {
	if l.hasRoom(of) {
		return false
	}
	_, n := l.kindOf(of, message)
	if n >= 0 {
		l.addOf(n, in)
	}
	return n >= 0
}

// ReportOfKey adds a problem of a key that several events may have at one place, as those of a table have a column and
// others a key that is merged into them: there it is counted, and kept once. Rest says how many cells wide the key is,
// and gives the hint; it is asked where somebody will see them.
func (l *List) ReportOfKey(at Range, of rule.ID, message string, rest func() (width int, hint string)) {
	k, n := l.kindOf(of, message)
	switch {
	case n >= 0 && at.File != nil && l.tallies[n].first.isIn(at):
		l.tallies[n].repeat++
		l.meetAgain(n, 1)
		l.add(n)
		return
	case n >= 0 && !l.hasRoom(of):
		l.add(n)
		return
	}
	var hint string
	at.Width, hint = rest()
	l.tallies[l.report(k, n, at, message, hint)].ofKey = true
}

// meetAgain counts that the first of the kind at n was met again at its place.
func (l *List) meetAgain(n, times int) {
	if at := l.tallies[n].at; at > 0 {
		l.again[at-1] += int32(times)
	}
}

// BeginEvent says that what is reported until EndEvent is of the next event.
func (l *List) BeginEvent() { l.events, l.inEvent = l.events+1, true }

// EndEvent says that what is reported from now on is of no event.
func (l *List) EndEvent() { l.inEvent = false }

// event returns the number of the event that what is reported now is of, 0 for none.
func (l *List) event() int {
	if l.inEvent {
		return l.events
	}
	return 0
}

// Found returns a copy of the problems that were kept, in the order in which they were reported.
func (l *List) Found() Problems {
	found := slices.Clone(l.found)
	for i := range found {
		found[i].Again = int(l.again[i])
	}
	return found
}

// Count returns the number of problems that were reported, kept or not.
func (l *List) Count() int { return l.count }

// Errors returns the number of errors that were reported, kept or not.
func (l *List) Errors() int {
	n := 0
	for i := range l.tallies {
		if l.tallies[i].of.IsError() {
			n += l.tallies[i].count
		}
	}
	return n
}

// kindOf returns the kind of a problem, and where it is in the tallies, −1 where it is not.
func (l *List) kindOf(of rule.ID, message string) (k kind, n int) {
	if k.of = of; of.IsApart() {
		k.message = message
	}
	if n = l.place(k); n < 0 && k.message != "" {
		others := kind{of: of}
		if n = l.place(others); n >= 0 || l.kindsOf(of) == maxKinds {
			k = others
		}
	}
	return k, n
}

// kindsOf returns how many kinds of a rule there are.
func (l *List) kindsOf(of rule.ID) int {
	n := 0
	for i := range l.tallies {
		if l.tallies[i].of == of && !l.tallies[i].once {
			n++
		}
	}
	return n
}

// place returns where a kind is in the tallies, and −1 where it is not. Most often the kinds of an event come in the
// order of the event before.
func (l *List) place(k kind) int {
	if l.last < len(l.tallies) {
		before := &l.tallies[l.last]
		if before.kind == k { // as whoever counts it asks twice
			return l.last
		}
		if next := int(before.next); l.tallies[next].kind == k {
			l.last = next
			return next
		}
	}
	if l.known == nil {
		l.known = make(map[kind]int32, len(l.tallies))
		for n := range l.tallies {
			l.known[l.tallies[n].kind] = int32(n)
		}
	}
	if n, ok := l.known[k]; ok {
		if l.last < len(l.tallies) {
			l.tallies[l.last].next = n
		}
		l.last = int(n)
		return int(n)
	}
	return -1
}

// report adds a problem of a kind, which is at n in the tallies, or −1. It returns where it is now.
func (l *List) report(k kind, n int, at Range, message, hint string) int {
	room := l.hasRoom(k.of)
	var p Problem
	if n < 0 || room {
		p = at.Problem(k.of, message, hint)
	}
	if n < 0 {
		n = l.begin(tally{kind: k, first: p})
	}
	l.addOf(n, at.File)
	if room {
		l.keep(p, n, l.event())
	}
	return n
}

// begin begins to count a kind, and returns where it is.
func (l *List) begin(t tally) int {
	l.known[t.kind] = int32(len(l.tallies))
	before, _, after := aroundName(t.first.Hint)
	cure := before + "`" + after
	said, name, rest := aroundName(t.first.Message)
	if t.of == rule.TitleGuessed || t.of == rule.ShapeGuessed || t.of == rule.DateGuessed {
		if cure += "`" + said + "`" + rest; name == "" { // what it says holds for its own kind alone
			cure = t.message
		}
	}
	n := slices.IndexFunc(l.families, func(f family) bool {
		return f.of == t.of && (f.cure == cure || t.of.IsListed())
	})
	if n < 0 {
		n = len(l.families)
		l.families = append(l.families, family{of: t.of, cure: cure, hint: t.first.Hint})
	}
	l.families[n].various = l.families[n].various || l.families[n].hint != t.first.Hint
	t.family = int32(n)
	l.tallies = append(l.tallies, t)
	return len(l.tallies) - 1
}

// addOf counts a problem of a file, of the kind at n in the tallies.
func (l *List) addOf(n int, in *File) {
	l.add(n)
	if t := &l.tallies[n]; in != nil {
		t.addFiles(in.name, in.name, 1)
		l.families[t.family].addFiles(in.name, in.name, 1)
	}
}

// add counts a problem of the kind at n in the tallies.
func (l *List) add(n int) {
	t := &l.tallies[n]
	l.count++
	t.count++
	if number := l.event(); number > 0 {
		t.addEvent(number)
		l.families[t.family].addEvent(number)
	}
}

// addEvent counts an event, unless it was the last.
func (e *extent) addEvent(number int) {
	if e.lastEvent != number {
		e.events, e.lastEvent = e.events+1, number
	}
}

// addFiles counts n files, the first and the last of which are named. They come in the order in which they are read.
func (e *extent) addFiles(first, last string, n int) {
	if e.files > 0 && e.lastFile == first {
		n--
	}
	e.files, e.lastFile = e.files+n, last
}

// take adds the events and files of problems of another list, the first of which is in a file.
func (e *extent) take(other extent, first string) {
	e.events += other.events
	e.addFiles(first, other.lastFile, other.files)
}

// Take adds the problems of another list, of other events.
func (l *List) Take(other List) {
	if len(other.tallies) == 0 {
		return
	}
	to := make([]int, len(other.tallies)) // −1 where what is reported once has been
	had := len(l.tallies)
	taken := make([]bool, len(other.families))
	for n := range other.tallies {
		from := &other.tallies[n]
		k := from.kind
		if !k.once {
			k, to[n] = l.kindOf(k.of, k.message)
		} else if to[n] = -1; l.place(k) >= 0 {
			continue
		}
		if to[n] < 0 {
			to[n] = l.begin(tally{kind: k, first: from.first})
		}
		into := &l.tallies[to[n]]
		l.count += from.count
		into.count += from.count
		into.repeat += from.repeat
		into.ofKey = into.ofKey || from.ofKey
		into.take(from.extent, from.first.Pos.File)
		if !taken[from.family] {
			taken[from.family] = true
			l.families[into.family].take(other.families[from.family].extent, from.first.Pos.File)
		}
	}
	var told []int // in found of the other
	for i, p := range other.found {
		n := to[other.kinds[i]]
		switch {
		case n < 0:
		case n < had && p.Rule.IsOnceAPlace() && l.isTold(p.Pos): // by what another part refers to as well
			told = append(told, i)
		case n < had && l.tallies[n].ofKey && l.tallies[n].first.isAt(p): // in each part of what is read in parts
			l.tallies[n].repeat++
			l.meetAgain(n, 1+int(other.again[i]))
		case l.hasRoom(p.Rule):
			l.keepOf(&other, i, n)
		}
	}
	if len(told) > 0 {
		l.takeBack(&other, told, to)
	}
	l.events += other.events
}

// isAt reports whether a problem says the same of the same place as another.
func (p *Problem) isAt(other Problem) bool {
	return p.Pos == other.Pos && p.Pos.Line > 0 && p.Message == other.Message
}

// isIn reports whether a problem begins where a range does.
func (p *Problem) isIn(at Range) bool {
	return at.Line > 0 && p.Pos == Pos{File: at.File.name, Line: at.Line, Column: at.Column}
}

// maxBrief is how many bytes a name in a message has at most. A name may be longer than all the rest of a file, and be
// in every message.
const maxBrief = 200

// Brief returns a name as messages show it: whole, or its first 200 bytes and an ellipsis.
func Brief(name string) string {
	if len(name) <= maxBrief {
		return name
	}
	return strings.ToValidUTF8(name[:maxBrief], "") + "…"
}
