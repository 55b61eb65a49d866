package yamldoc

import (
	"fmt"
	"strings"
)

// brackets says how the lists and maps in brackets of a text end.
type brackets struct {
	open   []byte // brackets that are not closed
	opened string // the bracket that the wrong one closes
	quote  byte   // the quote of a text that goes on in the next line
	end    int    // offset after the last bracket in the first line; 0 where it is not there
	closed int    // offset after the last bracket in the last line that was read
	wrong  int    // offset after a closing bracket of the wrong kind in the first line
	lines  int
}

// readBrackets reads a line that begins with a bracket.
func readBrackets(text string) *brackets {
	b := new(brackets)
	b.read(text)
	return b
}

// isOpen reports whether a bracket is not closed.
func (b *brackets) isOpen() bool { return len(b.open) > 0 && b.wrong == 0 }

// closing returns the brackets that are missing.
func (b *brackets) closing() string {
	closing := make([]byte, 0, len(b.open))
	for i := len(b.open) - 1; i >= 0; i-- {
		closing = append(closing, closes(b.open[i]))
	}
	return string(closing)
}

// closes returns the bracket that closes another.
func closes(open byte) byte {
	if open == '[' {
		return ']'
	}
	return '}'
}

// read reads another line, as far as the end of the brackets.
func (b *brackets) read(text string) {
	b.lines++
	for i := 0; i < len(text); i++ {
		c := text[i]
		if b.quote != 0 {
			end := quoteEnd(string(b.quote) + text[i:])
			if end == 0 {
				return
			}
			b.quote, i = 0, i+end-2
			continue
		}
		before := byte(' ')
		if i > 0 {
			before = text[i-1]
		}
		switch {
		case c == '[' || c == '{':
			b.open = append(b.open, c)
		case c == ']' || c == '}':
			last := len(b.open) - 1
			if last < 0 {
				return
			}
			if closes(b.open[last]) != c {
				if b.lines == 1 {
					b.wrong, b.opened = i+1, string(b.open[last])
				}
				return
			}
			if b.open = b.open[:last]; last == 0 {
				b.closed = i + 1
				if b.lines == 1 {
					b.end = i + 1
				}
				return
			}
		case (c == '"' || c == '\'') && (before == ' ' || before == '[' || before == '{' || before == ',' || before == '\t'):
			b.quote = c
		case c == '#' && (before == ' ' || before == '\t'):
			return
		}
	}
}

// flowFault returns what is wrong with a list or map in brackets that begins in line i.
func (s *salvager) flowFault(l line, i, to int) (fault, bool) {
	b := readBrackets(l.value)
	for k := i + 1; b.isOpen() && k < min(to, i+maxText); k++ {
		b.read(strings.TrimRight(s.lines[k], "\r\n"))
	}
	open, close := l.value[:1], "]"
	if open == "{" {
		close = "}"
	}
	f := fault{from: l.at, width: len(l.value)}
	switch first := readBrackets(l.value); {
	case b.isOpen():
		f.message = fmt.Sprintf("the `%s` has no `%s`", open, close)
		f.hint = fmt.Sprintf("close it with %s, or put the text in quotes", first.closing())
		f.cured = l.text + first.closing()
		if l.value == open && l.key == "" {
			f = l.stray(f.message, "take it out")
		}
		return f, true
	case first.wrong > 0:
		at := l.at + first.wrong - 1
		f.from, f.width = at, 1
		f.message = fmt.Sprintf("`%s` closes what `%s` opened", l.text[at:at+1], first.opened)
		f.hint = fmt.Sprintf("write %s", first.closing()[:1])
		f.cured, f.isGuess = l.text[:at]+first.closing()[:1]+l.text[at+1:], i < to-1
		return f, true
	case first.end > 0:
		rest := strings.TrimSpace(l.value[first.end:])
		if rest == "" || rest[0] == '#' || rest[0] == ':' && (l.key == "" || rest != ":") {
			return fault{}, false
		}
		f = l.whole("there is more after the closing bracket")
		f.from, f.width = len(l.text)-len(rest), len(rest)
		word, _, isKey := strings.Cut(rest, ":")
		switch {
		case !hasLetters(rest):
			f.hint, f.cured, f.text = "take it out", l.text[:l.at+first.end], ""
		case isKey && s.isKey(word, i):
			f.hint, f.text = fmt.Sprintf("begin `%s:` on a line of its own", word), ""
			f.cured = l.text[:l.at+first.end] + "\n" + strings.Repeat(" ", l.inner) + rest
		}
		return f, true
	}
	return fault{}, false
}

// faultsWithin returns what may be wrong with the values in brackets that a line holds. Each is a fault only if its
// cure helps.
func (s *salvager) faultsWithin(l line, i int, err error) []fault {
	var found []fault
	for _, p := range pieces(l.text) {
		one := readLine(l.text[p.from:p.to])
		f, ok := fault{}, false
		switch {
		case one.value == "":
		case one.value[0] == '"' || one.value[0] == '\'':
			if f, ok = s.quoteFault(one, i, i); ok && len(strings.TrimSpace(l.text)) == 1 {
				found = append(found, l.stray(f.message, "take it out"))
			} else if ok && quoteEnd(one.value) == 0 && strings.HasPrefix(f.hint, "close it") {
				inner := strings.TrimRight(one.text, " ]},")
				f.width = len(inner) - one.at
				f.hint, f.cured = "close it with "+one.value[:1], inner+one.value[:1]+one.text[len(inner):]
			}
		case strings.IndexByte("%@`>|", one.value[0]) >= 0:
			f, ok = one.whole(fmt.Sprintf("a text cannot begin with %c", one.value[0])), true
		case strings.IndexByte("*&!", one.value[0]) >= 0:
			f, ok = one.signFault(err)
		case one.key != "":
			if f, ok = s.commaFault(one, i); !ok {
				f, ok = s.colonFault(one, i)
			}
		}
		if ok && f.cured != "" {
			f.from += p.from
			f.cured, f.isGuess, f.text = l.text[:p.from]+f.cured+l.text[p.from+len(one.text):], true, ""
			found = append(found, f)
		}
	}
	return found
}

// wrongWithin returns what may be wrong with a line within brackets that reach from line from to line last. Each is a
// fault only if its cure helps.
func (s *salvager) wrongWithin(l line, i, from, last int) []fault {
	var found []fault
	add := func(f fault) {
		f.isGuess = true
		found = append(found, f)
	}
	own := new(brackets)
	own.read(l.text[l.indent:])
	closing := own.closing()
	if i == from {
		closing = closing[:max(0, len(closing)-1)]
	}
	if closing != "" {
		end := strings.TrimRight(l.text, " ,")
		f := fault{
			from: l.at, width: len(end) - l.at, message: fmt.Sprintf("a `%s` is missing here", closing),
			hint: "close it with " + closing, cured: end + closing + l.text[len(end):],
		}
		add(f)
	}
	if rest := l.indent + own.end; own.end > 0 && rest < len(l.text) && strings.IndexByte("]}", l.text[rest]) >= 0 {
		add(fault{
			from: rest, width: 1, message: fmt.Sprintf("the `%s` is one too many", l.text[rest:rest+1]), hint: "take it out",
			cured: l.without(rest, rest+1),
		})
	}
	if own.wrong > 0 {
		at := l.indent + own.wrong - 1
		missing := string(closes(own.open[len(own.open)-1]))
		add(fault{
			from: l.at, width: at - l.at, message: fmt.Sprintf("a `%s` is missing here", missing),
			hint: "close it with " + missing, cured: l.text[:at] + missing + l.text[at:],
		})
		add(fault{
			from: at, width: 1, message: fmt.Sprintf("the `%s` is one too many", l.text[at:at+1]), hint: "take it out",
			cured: l.without(at, at+1),
		})
	}
	if i == last {
		all := new(brackets)
		for k := from; k <= last; k++ {
			all.read(strings.TrimRight(s.lines[k], "\r\n"))
		}
		if closing := all.closing(); closing != "" && closing != own.closing() {
			add(fault{
				from: l.indent, width: len(l.text) - l.indent, message: fmt.Sprintf("a `%s` is missing here", closing),
				hint: "close it with " + closing, cured: l.text + closing,
			})
		}
	}
	if i < last && !strings.HasSuffix(l.text, ",") {
		add(fault{
			from: l.indent, width: len(l.text) - l.indent, message: "no comma ends this line, which is within brackets",
			hint: "put a comma at its end", cured: l.text + ",",
		})
	}
	if i > from {
		add(l.stray("this line does not belong within the brackets around it", "take it out"))
	}
	return found
}

// A stretch of a line, by the offsets of its bytes.
type extent struct{ from, to int }

// pieces returns what is between the brackets and commas of a line.
func pieces(text string) []extent {
	var found []extent
	from := 0
	add := func(to int) {
		if strings.TrimSpace(text[from:to]) != "" {
			found = append(found, extent{from, to})
		}
		from = to + 1
	}
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case strings.IndexByte("[]{},", c) >= 0:
			add(i)
		case (c == '"' || c == '\'') && (i == 0 || strings.IndexByte(" [{,\t", text[i-1]) >= 0):
			end := quoteEnd(text[i:])
			if end == 0 {
				add(len(text))
				return found
			}
			i += end - 1
		}
	}
	if from < len(text) {
		add(len(text))
	}
	return found
}
