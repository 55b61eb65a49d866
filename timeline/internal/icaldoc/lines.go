package icaldoc

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// This file reads the lines of a calendar as properties.

// maxLine is the number of bytes that a property has at most. What comes after them is no part of it.
const maxLine = 16 << 20

// A property is a line such as DTSTART;TZID=Europe/Kyiv:20250101T100000, whatever folds it.
type property struct {
	name   string // in upper case; "" where the line has no name
	params string // with the semicolon before each
	value  string
	line   int                        // at which it begins, from 1
	at     struct{ line, column int } // where the value begins
}

// addresses are the properties whose values are addresses, which have no escapes (RFC 5545, 3.3.13).
var addresses = []string{"URL", "TZURL", "ATTACH", "IMAGE", "CONFERENCE", "SOURCE"}

// text returns the value without its escapes, of which an address has none.
func (p *property) text() string {
	if slices.Contains(addresses, p.name) {
		return p.value
	}
	return unescape(p.value)
}

// A reader reads the lines of a text, which are folded: a line that begins with a blank goes on with the one before.
type reader struct {
	text  string
	at    int // offset of the next line
	lines int // lines above that

	indented bool // whether each line is, such as where a program wrote them from an indented text

	first  int    // the number of the line in hand
	blanks int    // that were before it
	line   string // it, unfolded
	folds  []fold // where its parts begin
	joined []byte
}

// A fold is where a part of a folded line begins: an offset in the whole line, and the number of its own.
type fold struct{ at, line int }

// next goes to the next line, unfolds it, and reports whether there is one.
func (r *reader) next() bool {
	if r.at >= len(r.text) {
		return false
	}
	r.first, r.folds = r.lines+1, r.folds[:0]
	r.line, r.blanks = r.physical(), 0
	if r.indented {
		r.blanks = blanks(r.line)
		r.line = r.line[r.blanks:]
	}
	if !r.goesOn() {
		return true
	}
	r.joined = append(r.joined[:0], r.line...)
	for r.goesOn() {
		more := r.physical()[1:]
		if len(r.joined)+len(more) > maxLine {
			continue
		}
		r.folds = append(r.folds, fold{len(r.joined), r.lines})
		r.joined = append(r.joined, more...)
	}
	r.line = string(r.joined)
	return true
}

// goesOn reports whether the next line goes on with the one before, and goes to it then. An empty line may be between,
// as where line ends were written twice.
func (r *reader) goesOn() bool {
	rest := r.text[r.at:]
	if after, empty := strings.CutPrefix(strings.TrimPrefix(rest, "\r"), "\n"); empty {
		rest = after
	}
	next := rest[:min(len(rest), maxIndent)]
	if blanks(next) == 0 || r.indented && beginsProperty(next) {
		return false
	}
	if skipped := len(r.text) - len(rest) - r.at; skipped > 0 {
		r.at += skipped
		r.lines++
	}
	return true
}

// maxIndent is how many bytes are looked at for the name of a property that is indented.
const maxIndent = 100

// isIndented reports whether the second line of a calendar is indented, and yet no part of the first.
func isIndented(text string) bool {
	_, rest, _ := strings.Cut(text, "\n")
	rest = rest[:min(len(rest), maxIndent)]
	return blanks(rest) > 0 && beginsProperty(rest)
}

// beginsProperty reports whether a text begins, after blanks, with a name in upper case and what follows one.
func beginsProperty(text string) bool {
	text = text[blanks(text):]
	name := text[:nameEnd(text)]
	return len(name) > 2 && name == strings.ToUpper(name)
}

// blanks returns the number of blanks that a text begins with.
func blanks(text string) int { return len(text) - len(strings.TrimLeft(text, " \t")) }

// physical returns the next line of the text, without its end, and goes to the one after.
func (r *reader) physical() string {
	rest := r.text[r.at:]
	line, _, found := strings.Cut(rest, "\n")
	r.at += len(line)
	if found {
		r.at++
	}
	r.lines++
	return strings.TrimSuffix(line, "\r")
}

// property returns the line in hand as a property.
func (r *reader) property() property {
	p := property{line: r.first, value: r.line}
	name := nameEnd(r.line)
	end := name
	if name > 0 {
		end = paramsEnd(r.line, name)
	}
	if name > 0 && end < len(r.line) {
		p.name, p.params, p.value = strings.ToUpper(r.line[:name]), r.line[name:end], r.line[end+1:]
		end++
	} else {
		end = 0
	}
	p.at.line, p.at.column = r.first, 1+r.blanks
	begin := 0
	for _, f := range r.folds {
		if f.at > end {
			break
		}
		begin, p.at.line, p.at.column = f.at, f.line, 2
	}
	p.at.column += utf8.RuneCountInString(r.line[begin:end])
	return p
}

// nameEnd returns the length of the name that a line begins with, and 0 where it begins with none.
func nameEnd(line string) int {
	for i := range len(line) {
		switch c := line[i]; {
		case 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '_':
		case c == ':' || c == ';':
			return i
		default:
			return 0
		}
	}
	return 0
}

// paramsEnd returns the offset of the colon after the parameters that begin at an offset. Within quotes is none.
func paramsEnd(line string, at int) int {
	quoted := false
	for ; at < len(line); at++ {
		switch line[at] {
		case '"':
			quoted = !quoted
		case ':':
			if !quoted {
				return at
			}
		}
	}
	return at
}

// unescape returns a text without its escapes.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'N':
			out.WriteByte('\n')
		case '\\', ',', ';', ':', '"':
			out.WriteByte(s[i])
		default:
			out.WriteByte('\\')
			out.WriteByte(s[i])
		}
	}
	return out.String()
}

// items returns the parts of a list with commas between them, each without its escapes.
func items(s string) []string {
	var all []string
	for begin, i := 0, 0; i <= len(s); i++ {
		switch {
		case i == len(s) || s[i] == ',':
			all = append(all, unescape(s[begin:i]))
			begin = i + 1
		case s[i] == '\\':
			i = min(i+1, len(s)-1)
		}
	}
	return all
}
