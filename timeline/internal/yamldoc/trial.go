package yamldoc

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/flow"
)

// A trial looks for what is wrong with a part that cannot be read for err, by trying cures: the first with which the
// part can be read is that of the fault.
type trial struct {
	s        *salvager
	from, to int
	err      error

	at    int   // the line of the first fault that was found
	best  fault // that fault
	found bool  // whether there is one
	sure  bool  // whether the part can be read with its cure
	tries int

	crooked int // the first line whose indentation fits none above it; −1 where there is none

	node        *yaml.Node // what the part then is; nil where only the event around it can be read
	first, last int        // the lines of the event around the part; 0 where they are not known yet
}

// A part is tried with a cure where it has no more bytes than maxTried, no more than maxTries cures are tried in it,
// and all that was tried in a file has no more bytes than maxAllTried. Each try counts as so many bytes more.
const (
	maxTried    = 16 << 10
	maxTries    = 24
	maxAllTried = 8 << 20
	aTry        = 400
)

func newTrial(s *salvager, from, to int, err error) *trial {
	return &trial{s: s, from: from, to: to, err: err}
}

// run tries the cures of all that looks wrong, until one helps.
func (t *trial) run() {
	if t.tryLines() {
		return
	}
	if i, f, ok := t.s.badEscape(t.from, t.to, t.err); ok && t.cures(i, f) {
		return
	}
	if !t.canTry() { // what is sought below is a fault only if its cure helps
		return
	}
	blamed, _ := t.s.blamed(t.from, t.to, t.err)
	suspects := []int{blamed, t.s.above(blamed, t.from), t.s.below(blamed, t.to), t.from}
	crooked, ok := t.s.misindented(t.from, t.to)
	if t.crooked = -1; ok {
		t.crooked = crooked
		suspects = append([]int{crooked, t.s.above(crooked, t.from)}, suspects...)
	}
	slices.Sort(suspects[1:])
	suspects = t.inOrder(slices.Compact(suspects))
	for _, i := range suspects {
		for _, f := range t.slips(i) {
			if t.cures(i, f) {
				return
			}
		}
	}
	for _, i := range suspects {
		if f, ok := t.twoValues(i); ok && t.cures(i, f) {
			return
		}
	}
}

// inOrder returns some lines that may be at fault, of which the first is the likeliest one, with those before it that
// begin what it does not fit. An item that is indented as those of other events comes last.
func (t *trial) inOrder(suspects []int) []int {
	first := suspects[0]
	l := startLine(t.s.lines[first])
	top := first
	for k := first - 1; k >= t.from; k-- {
		if above := startLine(t.s.lines[k]); !above.blank {
			if above.indent <= l.indent {
				break
			}
			top = k
		}
	}
	if top < first && !slices.Contains(suspects, top) {
		suspects = append(suspects, top)
	}
	if l.item && t.s.isItemAt(first, l.indent) {
		suspects = append(suspects[1:], first)
	}
	return suspects
}

// tryLines tries the cures of what is wrong in the lines themselves. It reports whether one helps, or the part is too
// long to be tried.
func (t *trial) tryLines() bool {
	for i := t.from; i < t.to; i++ {
		l := readLine(t.s.lines[i])
		last := t.s.skipText(l, i, t.to)
		if inBrackets(l) && last == i && len(flow.Read(l.value).Open) > 0 {
			last = t.to - 1
		}
		f, ok := t.s.fault(l, i, t.to, t.err)
		if inBrackets(l) && last > i && t.canTry() {
			first := f
			if first.isGuess = true; ok && t.cures(i, first) || t.tryBrackets(i, last) {
				return true
			}
		}
		if ok {
			f.isGuess = f.isGuess || i > t.from && l.key == "" && !l.item // it may go on with the text above
			if t.cures(i, f) {
				return true
			}
		}
		switch {
		case l.value == "":
		case l.value[0] == '|', l.value[0] == '>':
			if k, f, ok := t.crookedText(l, i); ok && t.cures(k, f) {
				return true
			}
		case inBrackets(l) && last == i && t.tryWithin(i):
			return true
		}
		i = last
	}
	return false
}

// inBrackets reports whether the value of a line is in brackets.
func inBrackets(l line) bool { return l.value != "" && (l.value[0] == '[' || l.value[0] == '{') }

// tryBrackets tries the cures of what may be wrong in lines within brackets: first of the values near the line with
// which they can be read no more, then of brackets and commas. It reports as tryLines does.
func (t *trial) tryBrackets(from, last int) bool {
	if k, f, ok := t.s.afterBrackets(from, t.to); ok && t.cures(k, f) {
		return true
	}
	broken := t.broken(from, last)
	try := func(k int, faults []fault) bool {
		return slices.ContainsFunc(faults, func(f fault) bool { return t.cures(k, f) })
	}
	for _, k := range []int{broken, broken - 1} {
		if k < from {
			continue
		}
		if l := readLine(t.s.lines[k]); !l.blank && (try(k, t.s.valueWithin(l, k, t.err)) || t.tryWithin(k)) {
			return true
		}
	}
	indent := startLine(t.s.lines[from]).indent
	for k := from; k <= last; k++ {
		l := readLine(t.s.lines[k])
		if l.blank {
			continue
		}
		faults := t.s.wrongWithin(l, k, from, last)
		if k > from && l.indent > indent { // it is as the others
			faults = slices.DeleteFunc(faults, func(f fault) bool { return f.isStray })
		}
		if try(k, faults) {
			return true
		}
	}
	for k := from; k <= last; k++ {
		if k != broken && k != broken-1 && t.tryWithin(k) {
			return true
		}
	}
	if l := readLine(t.s.lines[broken]); broken > from && !t.found {
		t.at, t.found = broken, true
		t.best = l.whole("this cannot be read within the brackets around it")
		t.best.from, t.best.width, t.best.hint = l.indent, len(l.text)-l.indent, ""
	}
	return false
}

// tryWithin tries the cures of what may be wrong with the values in brackets in line k. It reports as tryLines does.
func (t *trial) tryWithin(k int) bool {
	for _, f := range t.s.faultsWithin(readLine(t.s.lines[k]), k, t.err) {
		if t.cures(k, f) {
			return true
		}
	}
	return false
}

// verdict returns the line of a part that is most likely the one at fault, and what is wrong there.
func (t *trial) verdict() (at int, f fault) {
	if t.found {
		return t.at, t.best
	}
	at, said := t.s.blamed(t.from, t.to, t.err)
	f = fault{message: "this is not YAML: " + said}
	if crooked, ok := t.s.misindented(t.from, t.to); ok {
		at = crooked
		f = fault{message: crookedLine, hint: "begin it below the first letter of the line that it belongs with; " +
			"put a text that holds a colon in quotes"}
	}
	l := readLine(t.s.lines[at])
	f.from, f.width = l.indent, len(l.text)-l.indent
	return at, f
}

// cures tries the cure of a fault in line i, and keeps the fault if the part can be read with it, or if it is the first
// that needs no other reason to be believed. It reports whether there is no point in trying others.
func (t *trial) cures(i int, f fault) bool {
	s := t.s
	canTry := t.canTry()
	if canTry && t.tries < maxTries && f.isCurable() {
		t.tries++
		s.tried += t.size() + aTry
		t.sure = t.reads(i, f)
	}
	if t.sure || !t.found && !f.isGuess {
		t.at, t.best, t.found = i, f, true
	}
	return t.sure || !canTry && t.found
}

// size returns the number of bytes of the part.
func (t *trial) size() int {
	last := t.to - 1
	return t.s.starts[last] + len(t.s.lines[last]) - t.s.starts[t.from]
}

// canTry reports whether the part may be tried with a cure.
func (t *trial) canTry() bool {
	return t.size() <= maxTried && t.s.tried < maxAllTried && !t.s.reader.problems.Full()
}

// reads reports whether the part, or else the event around it, can be read with the cure of a fault in line i.
func (t *trial) reads(i int, f fault) bool {
	docs, err := parsePart(t.with(i, f, t.from, t.to, func(k int) string { return t.s.lines[k] }))
	if err == nil {
		if len(docs) == 1 && !f.isOpen && strings.IndexByte(f.cured, '\n') < 0 {
			t.node = docs[0]
		}
		return true
	}
	from, to := t.around()
	if from == t.from || i <= t.from {
		return false
	}
	docs, err = parsePart(t.with(i, f, from, to, t.s.original))
	if err != nil || len(docs) != 1 {
		return false
	}
	items := len(docs[0].Content)
	return items == 1 || items == 2 && startLine(f.cured).item
}

// with returns the text of some lines with the cure of a fault in line i.
func (t *trial) with(i int, f fault, from, to int, line func(int) string) string {
	var text strings.Builder
	for k := from; k < to; k++ {
		switch {
		case k != i:
			text.WriteString(strings.TrimRight(line(k), "\r\n"))
		case !f.isStray:
			text.WriteString(f.cured)
		}
		text.WriteByte('\n')
	}
	return text.String()
}

// original returns line i with its hyphen, which is blank where the item is in hand.
func (s *salvager) original(i int) string {
	text, _, _ := strings.Cut(s.text[s.starts[i]:], "\n")
	return strings.TrimRight(text, "\r")
}

// around returns the lines of the item of the outermost list nearby that the part is in.
func (t *trial) around() (from, to int) {
	if t.last > 0 {
		return t.first, t.last
	}
	s, least := t.s, 1<<30
	t.first = t.from
	for k := t.from; k >= max(0, t.from-nearby); k-- {
		if l := startLine(s.original(k)); l.item && l.indent < least {
			t.first, least = k, l.indent
		}
	}
	for t.last = t.to; t.last < min(len(s.lines), t.to+nearby); t.last++ {
		if l := startLine(s.original(t.last)); !l.blank && (l.indent < least || l.item && l.indent == least) {
			break
		}
	}
	return t.first, t.last
}
