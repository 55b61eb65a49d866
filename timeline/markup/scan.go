package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A part is a piece of what has been read.
type part struct {
	text string
	kind partKind
	link int // for linkBegin and linkEnd, into scanner.links
}

// A partKind says what a part does.
type partKind uint8

const (
	words     partKind = iota
	lineBreak          // a line ends here
	lineEnd            // a line ends here, unless it has ended
	blankLine          // a paragraph ends here
	linkBegin
	linkEnd
)

// A scanner reads a text from its beginning to its end, once. What may be the begin of something waits, as the words
// that it is otherwise, until its end is met.
type scanner struct {
	text     string
	at       int // what is before it has been read
	from     int // what is before it is in parts
	parts    []part
	links    []string          // addresses
	waiting  [6]int            // of each kind of emphasis, the part where it may begin, −1 for none
	brackets []bracket         // that may begin a link, the innermost last
	anchors  []int             // links of <a> that have not ended, −1 for one without an address
	defined  map[string]string // what references lead to, by their labels in small letters
	nextWeb  int               // where the next address of the web is, −1 where it is not known
	changed  bool              // whether anything was markup
	lines    bool              // whether there are several
	heading  bool              // whether the line is one

	last map[string]int // where each is last in the text, so that it is looked for only once
}

// A bracket is a "[" in the text, and its part.
type bracket struct{ at, part int }

// newScanner returns a scanner of a text.
func newScanner(text string) *scanner {
	s := &scanner{text: text, nextWeb: -1, lines: strings.Contains(strings.TrimSpace(text), "\n")}
	s.forget()
	s.define()
	return s
}

// hasLater reports whether the text has something after a place.
func (s *scanner) hasLater(something string, at int) bool {
	last, known := s.last[something]
	if !known {
		if s.last == nil {
			s.last = make(map[string]int)
		}
		last = strings.LastIndex(s.text, something)
		s.last[something] = last
	}
	return last > at
}

// forget takes what waits for what it is: words. Nothing that is inline goes on beyond a paragraph.
func (s *scanner) forget() {
	s.waiting = [...]int{-1, -1, -1, -1, -1, -1}
	s.brackets = s.brackets[:0]
}

// read returns what the text says, and the links that are marked.
func (s *scanner) read() (plain string, links []Link) {
	for s.at < len(s.text) {
		if s.at == 0 || s.text[s.at-1] == '\n' {
			if s.line() {
				continue
			}
		}
		web := s.webFrom(s.at)
		if next := strings.IndexAny(s.text[s.at:web], marks+"]\n"); next >= 0 {
			s.at += next
			s.mark()
		} else if s.at = web; web < len(s.text) {
			s.webAddress()
		}
	}
	if !s.changed {
		return s.text, nil
	}
	s.pass(len(s.text))
	return s.written()
}

// mark reads the character in hand, which may be markup.
func (s *scanner) mark() {
	switch s.text[s.at] {
	case '<':
		s.tag()
	case '&':
		s.entity()
	case '*', '_':
		s.emphasis()
	case '`':
		s.code()
	case '[':
		s.open()
	case ']':
		s.close()
	case '\\':
		s.escape()
	case '\n':
		if s.heading {
			s.replace(0, part{kind: blankLine})
			s.heading = false
		}
		s.at++
	default:
		s.at++
	}
}

// line reads what is markup only at the beginning of a line: an empty line, a fence with what it is around, the
// definition of a reference, the mark of a heading. It reports whether the text goes on at another place.
func (s *scanner) line() bool {
	rest := s.text[s.at:]
	own, _, _ := strings.Cut(rest, "\n")
	bare := strings.TrimLeft(own, " ")
	switch indent := len(own) - len(bare); {
	case strings.TrimSpace(own) == "":
		s.forget()
	case strings.HasPrefix(bare, "```"), strings.HasPrefix(bare, "~~~"):
		if fence := "\n" + bare[:3]; s.hasLater(fence, s.at) {
			s.forget()
			s.at += len(own) + strings.Index(rest[len(own):], fence) + len(fence)
			return true
		}
	case bare[0] == '[' && s.isDefinition(s.at):
		s.at += len(own)
		return true
	case bare[0] == '#' && s.lines && indent < 4:
		s.forget()
		if title := strings.TrimLeft(bare, "#"); len(bare)-len(title) <= 6 && strings.HasPrefix(title, " ") {
			s.replace(indent+len(bare)-len(title)+1, part{kind: blankLine})
			s.heading = true
			return true
		}
	case bare[0] == '*' && strings.Trim(bare, "* \t\r") == "": // a rule
		s.at += len(own)
		return true
	}
	return false
}

// pass moves what has been read into the parts, up to a place in the text.
func (s *scanner) pass(to int) {
	if to > s.from {
		s.parts = append(s.parts, part{text: s.text[s.from:to]})
	}
	s.from, s.at = to, to
}

// replace puts parts in the place of the next n bytes.
func (s *scanner) replace(n int, parts ...part) {
	s.pass(s.at)
	s.parts = append(s.parts, parts...)
	s.from, s.at, s.changed = s.at+n, s.at+n, true
}

// hold makes a part of the next n bytes, which may turn out to be markup, and returns its number.
func (s *scanner) hold(n int) int {
	s.pass(s.at)
	s.pass(s.at + n)
	return len(s.parts) - 1
}

// mostSigns is how many of a sign mark emphasis.
const mostSigns = 3

// emphasis reads a run of * or _. It begins something where a word begins after it, and ends that where one ends before
// it, so that 2 * 3, 2*3, snake_case and *.txt are none.
func (s *scanner) emphasis() {
	sign, n := s.text[s.at], 1
	for s.at+n < len(s.text) && s.text[s.at+n] == sign {
		n++
	}
	before, after := s.around(n)
	kind := n - 1
	if sign == '_' {
		kind += mostSigns
	}
	ends := !unicode.IsSpace(before) && !isWord(after)
	begins := !unicode.IsSpace(after) && !isWord(before)
	switch {
	case n > mostSigns:
		s.at += n
	case ends && s.waiting[kind] >= 0 && !s.isName(s.waiting[kind]):
		s.parts[s.waiting[kind]].text = ""
		s.waiting[kind] = -1
		s.replace(n)
	case begins:
		s.waiting[kind] = s.hold(n)
	default:
		s.at += n
	}
}

// isName reports whether what is between the part of __ and here is one word in small letters, such as the __init__ of
// a program.
func (s *scanner) isName(begin int) bool {
	if s.parts[begin].text != "__" || len(s.parts) != begin+1 {
		return false
	}
	return strings.Trim(s.text[s.from:s.at], "abcdefghijklmnopqrstuvwxyz0123456789_") == ""
}

// around returns the characters before and after the next n bytes, a blank where there is none.
func (s *scanner) around(n int) (before, after rune) {
	before, after = ' ', ' '
	if s.at > 0 {
		before, _ = utf8.DecodeLastRuneInString(s.text[:s.at])
	}
	if s.at+n < len(s.text) {
		after, _ = utf8.DecodeRuneInString(s.text[s.at+n:])
	}
	return before, after
}

// isBlank reports whether c is a blank or a control character.
func isBlank(c byte) bool { return c <= ' ' }

// isWord reports whether r is a letter or digit.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// isPlain reports whether c is a letter or digit of ASCII.
func isPlain(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c|' ' && c|' ' <= 'z' }

// code reads words between backticks, which stay as they are.
func (s *scanner) code() {
	n := 1
	for s.at+n < len(s.text) && s.text[s.at+n] == '`' {
		n++
	}
	before, _ := s.around(n)
	rest := s.text[s.at+n:]
	end := strings.IndexAny(rest, "`\n")
	if n > 2 || isWord(before) || end <= 0 || !strings.HasPrefix(rest[end:], strings.Repeat("`", n)) {
		s.at += n
		return
	}
	if to := end + n; to < len(rest) && (isPlain(rest[to]) || rest[to] == '`') {
		s.at += n
		return
	}
	s.replace(n)
	s.at += end
	s.replace(n)
}

// escape reads a backslash before a sign, which makes it a character like others.
func (s *scanner) escape() {
	if _, after := s.around(1); strings.ContainsRune("*_[]`", after) {
		s.replace(1)
		s.at++
		return
	}
	s.at++
}
