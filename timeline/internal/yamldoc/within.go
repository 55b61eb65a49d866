package yamldoc

import (
	"sort"
	"strings"

	"dateline/timeline/internal/flow"
)

// broken returns the first line, of those in brackets from line from to line last, with which they can be read no more
// if they are closed there.
func (t *trial) broken(from, last int) int {
	lines := make([]string, 0, last+1-from)
	for k := from; k <= last; k++ {
		lines = append(lines, strings.TrimRight(t.s.lines[k], "\r\n"))
	}
	l := readLine(lines[0])
	lines[0] = l.text[l.at:]
	n := sort.Search(len(lines)-1, func(n int) bool {
		all := new(flow.Brackets)
		for _, line := range lines[:n+1] {
			all.Add(line)
		}
		text := strings.Join(lines[:n+1], "\n")
		t.s.tried += len(text)
		switch {
		case all.Quote != 0:
			return false // a quotation goes on below
		case len(all.Open) == 0:
			return true
		}
		_, err := parsePart(text + all.Missing())
		return err != nil
	})
	return from + n
}

// valueWithin returns what may be wrong with the value of line i, which is within brackets that begin above it. Each is
// a fault only if its cure helps.
func (s *salvager) valueWithin(l line, i int, err error) []fault {
	var found []fault
	from := l.indent
	if l.item {
		from = l.inner
	}
	from += len(l.text[from:]) - len(strings.TrimLeft(l.text[from:], "[{ "))
	end := len(strings.TrimRight(l.text, "]}, "))
	add := func(to int, f fault) {
		f.from += from
		f.cured, f.isGuess, f.text = l.text[:from]+f.cured+l.text[to:], true, ""
		found = append(found, f)
	}
	if tail := l.text[end:]; strings.Contains(tail, ",,") {
		at := end + strings.Index(tail, ",,")
		f := fault{from: at, width: 1, message: "the `,` is one too many", hint: "take it out"}
		f.cured, f.isGuess = l.without(at, at+1), true
		found = append(found, f)
	}
	if from >= end {
		return found
	}
	own := end + ownClosing(l.text[from:end], l.text[end:])
	ends := []int{own, end, max(end, len(strings.TrimRight(l.text, ", "))-1)}
	for n, to := range ends {
		one := readLine(l.text[from:to])
		if n > 0 && to == own || one.value == "" || n > 0 && inBrackets(one) && flow.Read(one.value).IsOpen() {
			continue
		}
		f, ok := s.fault(one, i, i, err)
		if inBrackets(one) && f.hint == inQuotes || strings.Contains(f.cured, "\n") {
			continue // all of it is put in quotes below
		}
		if ok && f.cured != "" {
			add(to, f)
		}
	}
	if one := readLine(l.text[from:own]); one.key != "" && one.value != "" {
		f := one.whole("a text within brackets cannot be written like this")
		if strings.ContainsAny(one.value, `"'`) {
			f.hint = allInQuotes
		}
		add(own, f)
	}
	return found
}

// ownClosing returns how many of the brackets and commas at the end of a value close what it opens itself.
func ownClosing(value, tail string) int {
	depth := 0
	for i := range len(value) {
		switch value[i] {
		case '[', '{':
			depth++
		case ']', '}':
			depth--
		}
	}
	n := 0
	for n < len(tail) && depth > 0 && tail[n] != ',' {
		if tail[n] != ' ' {
			depth--
		}
		n++
	}
	return n
}

// afterBrackets returns what comes after brackets that begin in line from and end above line to, and the number of the
// line at fault. It reports whether that does not belong there.
func (s *salvager) afterBrackets(from, to int) (int, fault, bool) {
	all := flow.Read(readLine(s.lines[from]).value)
	k := from
	for k+1 < to && all.IsOpen() {
		k++
		all.Add(strings.TrimRight(s.lines[k], "\r\n"))
	}
	if all.Closed == 0 || k == from {
		return 0, fault{}, false
	}
	text := strings.TrimRight(s.lines[k], " \t\r\n")
	f := fault{from: all.Closed, width: len(text) - all.Closed, message: "there is more after the closing bracket"}
	rest := strings.TrimSpace(text[all.Closed:])
	f.hint, f.cured, f.isGuess = "take it out", text[:all.Closed], true
	if rest == "" || rest[0] == '#' {
		k = s.below(k, to)
		l := readLine(s.lines[k])
		f = l.stray("nothing can come after the closing bracket", "take it out")
		return k, f, k > from && strings.Trim(l.text, " ]},") == ""
	}
	if hasLetters(rest) {
		f.hint = "take it out, or move it before the bracket"
	}
	return k, f, true
}
