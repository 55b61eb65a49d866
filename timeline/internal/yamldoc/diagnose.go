package yamldoc

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag"
)

// A line is a line of YAML taken apart without parsing.
type line struct {
	text   string // without its end
	indent int    // leading blanks
	inner  int    // offset of what comes after its hyphens
	blank  bool   // nothing, or a comment
	item   bool   // begins with a hyphen
	key    string // "" where there is none
	at     int    // offset of its value
	value  string // what comes after the key, the hyphen, or the leading blanks
}

// keyPattern matches a plain or quoted key, its colon and the blanks after it.
var keyPattern = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s"'\[\]{}#&*!|>%@` + "`" + `,?:-][^\s:]*(?: [^\s:#]+)*)` +
	`[ \t]*:(?:[ \t]+|$)`)

// startLine reads how a line begins; it sets neither inner nor key, at and value.
func startLine(text string) line {
	l := line{text: strings.TrimRight(text, " \t\r\n")}
	rest := strings.TrimLeft(l.text, " \t")
	l.indent = len(l.text) - len(rest)
	l.blank = rest == "" || rest[0] == '#'
	l.item = rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-\t")
	return l
}

// readLine reads all of a line.
func readLine(text string) line {
	l := startLine(text)
	body := l.text[l.indent:]
	for strings.HasPrefix(body, "- ") {
		body = strings.TrimLeft(body[2:], " ")
	}
	l.inner = len(l.text) - len(body)
	if match := keyPattern.FindStringSubmatch(body); match != nil {
		l.key = strings.Trim(match[1], `"'`)
		body = body[len(match[0]):]
	}
	if strings.HasPrefix(body, "#") {
		body = ""
	}
	l.value, l.at = body, len(l.text)-len(body)
	return l
}

// diagnose reports what is wrong with a part that yaml.v3 refuses for err. It returns the line at fault, and the text
// of the field there where that is clear.
func (s *salvager) diagnose(from, to int, err error) (at int, text string) {
	if errors.Is(err, errBroken) {
		if _, exact := parse(s.textOf(from, to)); exact != nil {
			err = exact
		}
	}
	if errors.Is(err, errDense) {
		return s.diagnoseDense(from, to), ""
	}
	at, f := s.likely(from, to, err)
	s.report(at, f.from, f.width, f.message, f.hint)
	return at, f.text
}

// likely returns the line of a part that is most likely the one at fault, and what is wrong there: the first with whose
// cure the part can be read. Where there is none, it is the first line that looks wrong.
func (s *salvager) likely(from, to int, err error) (at int, f fault) {
	t := trial{s: s, from: from, to: to, err: err}
	for i := from; i < to; i++ {
		l := readLine(s.lines[i])
		if one, ok := s.fault(l, i, to, err); ok {
			one.isGuess = one.isGuess || i > from && l.key == "" && !l.item // it may go on with the text above
			if t.cures(i, one) {
				return t.at, t.best
			}
		}
		last := s.skipText(l, i, to)
		if l.value != "" && (l.value[0] == '[' || l.value[0] == '{') {
			for k := i; k <= last; k++ {
				for _, one := range s.faultsWithin(readLine(s.lines[k]), k, err) {
					if t.cures(k, one) && t.sure {
						return t.at, t.best
					}
				}
			}
		}
		i = last
	}
	if i, one, ok := s.badEscape(from, to, err); ok && t.cures(i, one) {
		return t.at, t.best
	}
	blamed, message := s.blamed(from, to, err)
	crooked, isCrooked := s.misindented(from, to)
	suspects := []int{blamed, s.above(blamed, from), s.below(blamed, to)}
	if isCrooked {
		suspects = append([]int{crooked, s.above(crooked, from)}, suspects...)
	}
	for _, i := range suspects {
		for _, one := range s.slips(i, from, to) {
			if t.cures(i, one) && t.sure {
				return t.at, t.best
			}
		}
	}
	switch {
	case t.found:
		return t.at, t.best
	case isCrooked:
		at = crooked
		f = fault{message: crookedLine, hint: "begin it below the first letter of the line that it belongs with; " +
			"put a text that holds a colon in quotes"}
	default:
		at = blamed
		f = fault{message: "this is not YAML: " + message}
	}
	l := readLine(s.lines[at])
	f.from, f.width = l.indent, len(l.text)-l.indent
	return at, f
}

// A trial tries cures of a part that cannot be read for err.
type trial struct {
	s        *salvager
	from, to int
	err      error

	at    int   // the line of the first fault that was found
	best  fault // that fault
	found bool  // whether there is one
	sure  bool  // whether its cure was tried with success
	tries int
}

// A part is tried with a cure where it has no more bytes than maxTried, and no more than maxTries cures are.
const (
	maxTried = 16 << 10
	maxTries = 24
)

// cures tries the cure of a fault in line i. It reports whether the part can be read with it, or that it is too long to
// be tried. It keeps the fault then, or if it is the first that has no other reason to be believed.
func (t *trial) cures(i int, f fault) bool {
	size := t.s.starts[t.to-1] - t.s.starts[t.from]
	if size <= maxTried && t.tries < maxTries && f.isCurable() && !t.s.reader.problems.Full() {
		t.tries++
		t.sure = t.reads(i, f)
	}
	if t.sure || !t.found && !f.isGuess {
		t.at, t.best, t.found = i, f, true
	}
	return t.sure || size > maxTried
}

// reads reports whether the part can be read with the cure of a fault in line i.
func (t *trial) reads(i int, f fault) bool {
	text := strings.Join(t.s.lines[t.from:i], "")
	if !f.isStray {
		text += f.cured + "\n"
	}
	text += strings.Join(t.s.lines[i+1:t.to], "")
	_, err := parsePart(text)
	return err == nil
}

// above returns the line above line i that is not blank, if the part has one, and else i.
func (s *salvager) above(i, from int) int {
	for above := i - 1; above >= from; above-- {
		if !startLine(s.lines[above]).blank {
			return above
		}
	}
	return i
}

// below returns the line below line i that is not blank, if the part has one, and else i.
func (s *salvager) below(i, to int) int {
	for below := i + 1; below < to; below++ {
		if !startLine(s.lines[below]).blank {
			return below
		}
	}
	return i
}

// blamed returns the line that yaml.v3 finds fault with, as exactly as it says, and what it says.
func (s *salvager) blamed(from, to int, err error) (at int, message string) {
	message = strings.TrimPrefix(err.Error(), "yaml: ")
	var number int
	if _, scanErr := fmt.Sscanf(message, "line %d:", &number); scanErr == nil {
		_, message, _ = strings.Cut(message, ": ")
	}
	at = min(max(from, from+number-1), to-1)
	for at < to-1 && readLine(s.lines[at]).blank {
		at++
	}
	return at, message
}

// stretch returns the range of width bytes of line i from the offset from.
func (s *salvager) stretch(i, from, width int) diag.Range {
	text := strings.TrimRight(s.lines[i], "\r\n")
	return diag.Range{
		File: s.reader.in, Line: i + 1, Column: max(1, 1+utf8.RuneCountInString(text[:from])-s.reader.shifts[i+1]),
		Width: utf8.RuneCountInString(text[from:min(len(text), from+width)]),
	}
}

// skipText returns the last line of the text that begins in line i, be it the lines of a block scalar, a quotation or
// what is in brackets.
func (s *salvager) skipText(l line, i, to int) int {
	switch {
	case l.value == "" || l.blank:
	case l.value[0] == '|' || l.value[0] == '>':
		for i+1 < to && (readLine(s.lines[i+1]).text == "" || readLine(s.lines[i+1]).indent > l.indent) {
			i++
		}
	case (l.value[0] == '"' || l.value[0] == '\'') && quoteEnd(l.value) == 0:
		if _, lines := s.closes(l, i, to); lines > 0 {
			return i + lines
		}
	case l.value[0] == '[' || l.value[0] == '{':
		last, b := i, readBrackets(l.value)
		for b.isOpen() && last+1 < min(to, i+maxText) {
			last++
			b.read(strings.TrimRight(s.lines[last], "\r\n"))
		}
		if !b.isOpen() {
			return last
		}
	}
	return i
}

// maxText is the number of lines of a text that are looked at.
const maxText = 500

// closes looks for the end of a quotation that begins in line i and continues below it. It returns the number of lines
// from there to the end, 0 where there is none, and what comes after the end.
func (s *salvager) closes(l line, i, to int) (rest string, lines int) {
	for lines = 1; i+lines < min(to, i+maxText); lines++ {
		quotation := l.value[:1] + strings.TrimRight(s.lines[i+lines], "\r\n")
		if end := quoteEnd(quotation); end > 0 {
			return quotation[end:], lines
		}
	}
	return "", 0
}

// misindented finds the first line of a part whose indentation fits none above it. It is less than that of the line
// above and yet that of no other, or it is more although the line above is complete.
func (s *salvager) misindented(from, to int) (int, bool) {
	var open []int    // the indentations that a line may have
	complete := false // whether the line above has its value
	for i := from; i < to; i++ {
		l := readLine(s.lines[i])
		if l.blank {
			continue
		}
		less := false
		for len(open) > 0 && open[len(open)-1] > l.indent {
			open, less = open[:len(open)-1], true
		}
		if fits := len(open) > 0 && open[len(open)-1] == l.indent; !fits {
			if less || complete && (l.key != "" || l.item) {
				return i, true
			}
			open = append(open, l.indent)
		}
		if l.item {
			open = append(open, l.inner)
		}
		complete = l.value != ""
		i = s.skipText(l, i, to)
	}
	return 0, false
}
