package yamldoc

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag"
	"dateline/timeline/lazyregexp"
)

// A slip is a line that breaks a text far beyond the event in which it is: one that divides documents within an event,
// or a field or an item that has slipped to the margin.
type slip struct {
	line          int // number of the line, from 0
	message, hint string
	list, item    int    // numbers of the list and of the item in it, in or above which the line is
	was           string // the line in the file, where it says nothing any more; else ""
	from          int    // offset in the line at which it begins; 0 for all of the line
	width         int    // of it in bytes; 0 where it goes to the end of the line
}

// A mender puts slips back where they belong, line by line.
type mender struct {
	lines  []string
	slips  []slip
	counts []int       // items of each list so far
	shifts map[int]int // blanks that were put before a line, by its number from 1
	room   int         // bytes that may still be parsed to be sure of a slip

	// The list in hand.
	open     bool // whether an item may begin a list here
	events   bool // whether the key above is events
	keyed    bool // whether a key of a map is above the list
	indent   int  // of its items; −1 where there is no list
	item     int  // the first line of its last item; −1 before the first
	inEvents bool // whether it is that of the events
}

// mend puts slips back where they belong, in lines. It returns them, and how far it moved a line to the right, by its
// number from 1.
func mend(lines []string) (slips []slip, shifts map[int]int) {
	m := mender{lines: lines, shifts: map[int]int{}, room: tryAtLeast}
	for _, line := range lines {
		m.room += tryTimes * len(line)
	}
	m.document()
	m.head()
	for i := 0; i < len(m.lines); {
		l := startLine(m.lines[i])
		switch {
		case isMarker(m.lines[i]) || m.lines[i][0] == '%':
			i = m.divider(i)
		case l.blank:
			i++
		case m.indent < 0:
			i = m.outside(l, i)
		case l.item && l.indent == m.indent && m.isOfDifference(l, i):
			m.note(i, "the `-` of a difference begins this line", "take its first hyphen out")
			i++
		case l.item && l.indent == m.indent && m.isOfNested(i):
			m.note(i, "this item has slipped out of the list above it", "begin its hyphen below the others")
			i++
		case l.item && l.indent == m.indent:
			i = m.nextItem(i)
		case m.item < 0:
			i = m.beforeItems(l, i)
		case m.isJoined(i):
			// again, without what it was joined with
		case l.item && l.indent < m.indent-1:
			i = m.slippedItem(l, i)
		case !l.item && l.indent == m.indent && (m.isDash(l, i) || m.lostHyphen(l, i)):
			i = m.nextItem(i)
		case l.indent == 0 && !l.item:
			i = m.marginal(i)
		case l.item && l.indent > m.indent+1 && m.isDeepItem(l, i):
			m.noteItem(i, "this item is not indented as the others", "begin its hyphen below theirs")
			m.shift(i, m.indent-l.indent)
			i = m.nextItem(i)
		default:
			i++
		}
	}
	for i, one := range m.slips {
		if one.list < 0 {
			continue
		}
		if below := m.counts[one.list] - one.item; below == 1 {
			m.slips[i].message += "; the item below it is read all the same"
		} else if below > 1 {
			m.slips[i].message += fmt.Sprintf("; the %d items below it are read all the same", below)
		}
	}
	return m.slips, m.shifts
}

// What is parsed to be sure of slips has at most so many times the size of the text, and some bytes more.
const (
	tryTimes   = 4
	tryAtLeast = 1 << 20
)

// isMarker reports whether a line begins or ends a document.
func isMarker(line string) bool {
	if !strings.HasPrefix(line, "---") && !strings.HasPrefix(line, "...") {
		return false
	}
	return len(line) == 3 || strings.IndexByte(" \t\r\n", line[3]) >= 0
}

// note notes a slip.
func (m *mender) note(i int, message, hint string) {
	list := len(m.counts) - 1
	if m.indent < 0 {
		list = -1
	}
	one := slip{line: i, message: message, hint: hint, list: list}
	if list >= 0 {
		one.item = m.counts[list]
	}
	m.slips = append(m.slips, one)
}

// document begins a document.
func (m *mender) document() { m.open, m.events, m.keyed, m.indent, m.item = true, false, false, -1, -1 }

// propsPattern matches a value that is nothing but an anchor or a tag, so that what it says is below it.
var propsPattern = lazyregexp.New(`^[&!][\w!/.:-]*(?:[ \t]+#.*)?$`)

// outside goes through line i, which is in no list. It may begin one.
func (m *mender) outside(l line, i int) int {
	if m.open && (l.item || m.events) {
		if m.indent = m.listIndent(l, i); m.indent >= 0 {
			m.counts = append(m.counts, 0)
			m.item = -1
			m.inEvents = m.events || !m.keyed
			return i // again, now in the list
		}
	}
	if m.open && !m.keyed {
		if m.indent = m.bareIndent(l, i); m.indent >= 0 {
			m.counts = append(m.counts, 0)
			m.item, m.inEvents = -1, true
			return i // again, now in the list
		}
	}
	m.open, m.events = false, false
	if l.indent == 0 && !l.item {
		l = readLine(m.lines[i])
		m.open = l.key != "" && (l.value == "" || propsPattern().MatchString(l.value))
		m.events = l.key == "events"
		m.keyed = true
	}
	return i + 1
}

// nextItem begins an item with line i.
func (m *mender) nextItem(i int) int {
	m.item = i
	m.counts[len(m.counts)-1]++
	if m.isJoined(i) {
		return i // again, for the item that it was joined with
	}
	return i + 1
}

// below returns the first line after line i that says something, and its number; that is the number of lines where
// there is none.
func (m *mender) below(i int) (line, int) {
	for i++; i < len(m.lines); i++ {
		if l := startLine(m.lines[i]); !l.blank {
			return l, i
		}
	}
	return line{indent: -1, blank: true}, len(m.lines)
}

// isKey reports whether line i begins with a key at the margin.
func (m *mender) isKey(l line, i int) bool {
	return l.indent == 0 && !l.item && !l.blank && readLine(m.lines[i]).key != ""
}

// isOfText reports whether line i is part of the text in the lines around it, and if so puts it there.
func (m *mender) isOfText(l line, i int) bool {
	next, n := m.below(i)
	if m.item < 0 || n == len(m.lines) || next.indent <= m.indent {
		return false
	}
	above := i - 1
	for above > m.item && startLine(m.lines[above]).blank {
		above--
	}
	head := readLine(m.lines[above])
	if !blockPattern().MatchString(head.value) {
		return false
	}
	least := next.indent
	for ; n < min(len(m.lines), i+nearby) && next.indent > head.inner; next, n = m.below(n) {
		least = min(least, next.indent)
	}
	return m.isWholeWith(i, strings.Repeat(" ", max(0, least-l.indent))+m.lines[i], least-l.indent)
}

// isOfDifference reports whether the hyphen of an item in line i at the margin is that of a difference, without which
// the line is a part of the item above, and if so takes it out.
func (m *mender) isOfDifference(l line, i int) bool {
	next, n := m.below(i)
	if m.item < 0 || l.indent > 0 || n == len(m.lines) || next.indent == readLine(m.lines[i]).inner || len(l.text) < 3 ||
		l.text[2] != ' ' {
		return false
	}
	return m.isWholeWith(i, m.lines[i][1:], -1)
}

// isWholeWith reports whether the item in hand is YAML with another line i, which is moved to the right by some blanks,
// and if so puts it there.
func (m *mender) isWholeWith(i int, text string, blanks int) bool {
	was := m.lines[i]
	m.lines[i] = text
	if m.isWhole(m.item, m.itemEnd(i)) {
		m.shifts[i+1] += blanks
		return true
	}
	m.lines[i] = was
	return false
}

// isBetween reports whether line i is between a key and its value in the lines below.
func (m *mender) isBetween(i int) bool {
	above := i - 1
	for above > m.item && startLine(m.lines[above]).blank {
		above--
	}
	l := readLine(m.lines[above])
	if l.key == "" || l.value != "" && !blockPattern().MatchString(l.value) {
		return false
	}
	next, _ := m.below(i)
	return next.indent > m.indent && (next.indent > l.inner || next.item && next.indent >= l.inner)
}

// at returns the range of a slip in a file.
func (one slip) at(in *diag.File) diag.Range {
	text := in.Line(one.line + 1)
	l := startLine(text)
	l.indent = max(l.indent, one.from)
	end := len(l.text)
	if one.width > 0 {
		end = min(end, l.indent+one.width)
	}
	return diag.Range{
		File: in, Line: one.line + 1, Column: 1 + utf8.RuneCountInString(text[:l.indent]),
		Width: utf8.RuneCountInString(l.text[l.indent:end]),
	}
}
