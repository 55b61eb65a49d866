package yamldoc

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag"
)

// A slip is a line that breaks a text far beyond the event in which it is: one that divides documents within an event,
// or a field or an item that has slipped to the margin.
type slip struct {
	line          int // number of the line, from 0
	message, hint string
	list, item    int    // numbers of the list and of the item in it, in or above which the line is
	was           string // the line in the file, where it says nothing any more; else ""
}

// A mender puts slips back where they belong, line by line.
type mender struct {
	lines  []string
	slips  []slip
	counts []int       // items of each list so far
	shifts map[int]int // blanks that were put before a line, by its number from 1
	room   int         // bytes that may still be parsed to be sure of a slip

	// The list in hand.
	open   bool // whether an item may begin a list here
	events bool // whether the key above is events
	keyed  bool // whether a key of a map is above the list
	indent int  // of its items; −1 where there is no list
	item   int  // the first line of its last item; −1 before the first
}

// mend puts slips back where they belong, in lines. It returns them, and how far it moved a line to the right, by its
// number from 1.
func mend(lines []string) (slips []slip, shifts map[int]int) {
	m := mender{lines: lines, shifts: map[int]int{}, room: tryAtLeast}
	for _, line := range lines {
		m.room += tryTimes * len(line)
	}
	m.document()
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
		case l.item && l.indent == m.indent:
			i = m.nextItem(i)
		case m.item < 0:
			i = m.beforeItems(l, i)
		case l.item && l.indent < m.indent-1:
			i = m.slippedItem(l, i)
		case !l.item && l.indent == m.indent && m.lostHyphen(l, i):
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

// noteItem notes that the item which begins in line i has slipped.
func (m *mender) noteItem(i int, message, hint string) {
	m.note(i, message, hint)
	m.slips[len(m.slips)-1].item++
}

// document begins a document.
func (m *mender) document() { m.open, m.events, m.keyed, m.indent, m.item = true, false, false, -1, -1 }

// propsPattern matches a value that is nothing but an anchor or a tag, so that what it says is below it.
var propsPattern = regexp.MustCompile(`^[&!][\w!/.:-]*(?:[ \t]+#.*)?$`)

// outside goes through line i, which is in no list. It may begin one.
func (m *mender) outside(l line, i int) int {
	if m.open && (l.item || m.events) {
		if m.indent = m.listIndent(l, i); m.indent >= 0 {
			m.counts = append(m.counts, 0)
			m.item = -1
			return i // again, now in the list
		}
	}
	m.open, m.events = false, false
	if l.indent == 0 && !l.item {
		l = readLine(m.lines[i])
		m.open = l.key != "" && (l.value == "" || propsPattern.MatchString(l.value))
		m.events = l.key == "events"
		m.keyed = true
	}
	return i + 1
}

// beforeItems goes through line i, which comes before the first item of a list whose items are indented otherwise.
func (m *mender) beforeItems(l line, i int) int {
	if l.item {
		if l.indent < m.indent {
			return m.slippedItem(l, i)
		}
		m.noteItem(i, "this item is not indented as the others", "begin its hyphen below theirs")
		m.shift(i, m.indent-l.indent)
		return m.nextItem(i)
	}
	l = readLine(m.lines[i])
	next, n := m.below(i)
	if n == len(m.lines) || next.item || next.indent <= m.indent || readLine(m.lines[n]).key == "" {
		m.note(i, "this line is no item of the list that it begins", "take it out")
		m.blank(i)
		return i + 1
	}
	if l.key != "" && (l.indent == next.indent || l.indent == m.indent) { // the hyphen is missing
		m.noteItem(i, "the hyphen is missing before `"+l.key+"`", "write - "+l.key+": …, below the hyphens of the others")
		m.lines[i] = strings.Repeat(" ", m.indent) + "-" + strings.Repeat(" ", next.indent-m.indent-1) + m.lines[i][l.indent:]
		m.shifts[i+1] += next.indent - l.indent
		return m.nextItem(i)
	}
	m.noteItem(i, "this line is no item of the list that it begins", "begin it with a hyphen, below those of the others")
	m.blank(i)
	m.lines[i] = strings.Repeat(" ", m.indent) + "-" + m.lines[i]
	return m.nextItem(i)
}

// blank takes line i out. The last slip that was noted is that line.
func (m *mender) blank(i int) {
	m.slips[len(m.slips)-1].was = m.lines[i]
	m.lines[i] = lineEnd(m.lines[i])
}

// nextItem begins an item with line i.
func (m *mender) nextItem(i int) int {
	m.item = i
	m.counts[len(m.counts)-1]++
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

// listIndent returns the indentation of the items of a list that begins with line i, which may have slipped itself or be
// no item. It returns −1 where there is no list.
func (m *mender) listIndent(l line, i int) int {
	next, n := m.below(i)
	switch {
	case !l.item:
	case next.indent == l.indent && next.item, next.indent > l.indent && !m.isSimple(i), m.isKey(next, n), next.blank,
		next.indent == readLine(m.lines[i]).inner:
		return l.indent
	}
	counts := map[int]int{}
	for ; n < len(m.lines) && !isMarker(m.lines[n]) && !m.isKey(next, n); next, n = m.below(n) {
		if next.item {
			counts[next.indent]++
		}
	}
	least, usual := -1, -1 // indentations of items, and of more than one
	for indent, count := range counts {
		if least < 0 || indent < least {
			least = indent
		}
		if count > 1 && (usual < 0 || indent < usual) {
			usual = indent
		}
	}
	if usual < 0 {
		usual = least
	}
	if l.item && (usual < 0 || counts[l.indent] > 0 && l.indent < usual ||
		usual > l.indent && usual >= m.fields(i, l.indent)) {
		return l.indent
	}
	if m.indent = usual; usual >= 0 && m.isKey(l, i) {
		if _, slipped := m.fieldEnd(i); !slipped {
			return -1
		}
	}
	return usual
}

// isSimple reports whether an item that begins in line i holds a map on lines, or a whole value on its line.
func (m *mender) isSimple(i int) bool {
	l := readLine(m.lines[i])
	return l.key != "" || isClosed(l.text[l.inner:])
}

// fields returns the indentation of the fields of an item that begins in line i, with a hyphen after indent blanks.
func (m *mender) fields(i, indent int) int {
	if next, n := m.below(i); next.indent > indent && !next.item && readLine(m.lines[n]).key != "" {
		return next.indent
	}
	return max(indent+1, readLine(m.lines[i]).inner)
}

// isWhole reports whether some lines are YAML by themselves. It does not when too much has been tried already.
func (m *mender) isWhole(from, to int) bool {
	text := strings.Join(m.lines[from:to], "")
	if m.room -= len(text); m.room < 0 {
		return false
	}
	_, err := parsePart(text)
	return err == nil
}

// itemEnd returns the line after that item of the list in hand in which line i is.
func (m *mender) itemEnd(i int) int {
	next, n := m.below(i)
	for ; n < len(m.lines) && !isMarker(m.lines[n]) && !m.isKey(next, n); next, n = m.below(n) {
		if next.item && next.indent <= m.indent {
			break
		}
	}
	return n
}

// shift puts that many blanks before line i, or takes some away.
func (m *mender) shift(i, blanks int) {
	if strings.TrimRight(m.lines[i], " \t\r\n") == "" {
		return
	}
	m.shifts[i+1] += blanks
	if blanks < 0 {
		m.lines[i] = m.lines[i][-blanks:]
	} else {
		m.lines[i] = strings.Repeat(" ", blanks) + m.lines[i]
	}
}

// slippedItem goes through an item in line i whose hyphen is too far to the left.
func (m *mender) slippedItem(l line, i int) int {
	end := m.itemEnd(i)
	if m.item >= 0 && m.isWhole(m.item, end) {
		return i + 1 // it is text
	}
	if m.isOfText(l, i) {
		m.note(i, "this line has slipped out of the text that it is in", "indent it as the lines around it")
		return i + 1
	}
	if to := m.nested(i); to > m.indent {
		m.note(i, "this item has slipped out of the list above it", "begin its hyphen below the others")
		m.shift(i, to-l.indent)
		return i + 1
	}
	m.noteItem(i, "this item is not indented as the others", "begin its hyphen below theirs")
	blanks, last := m.indent-l.indent, i+1
	if next, _ := m.below(i); next.indent == readLine(m.lines[i]).inner {
		last = end // the whole event has slipped
	}
	for n := i; n < last; n++ {
		m.shift(n, blanks)
	}
	m.nextItem(i)
	return last
}

// lostHyphen reports whether line i begins an item whose hyphen is missing or is followed by no space, and if so mends it.
// It has the key that the item above begins with, and fields below it.
func (m *mender) lostHyphen(l line, i int) bool {
	first := readLine(m.lines[m.item]).key
	body := l.text[l.indent:]
	next, _ := m.below(i)
	if first == "" || next.indent <= m.indent || !strings.Contains(body, first+":") {
		return false
	}
	_, glued := strings.CutPrefix(body, "-")
	if startLine(strings.TrimPrefix(body, "-")).item {
		m.noteItem(i, "a hyphen too many begins this line", "take its first hyphen out")
		m.lines[i] = m.lines[i][:l.indent] + m.lines[i][l.indent+1:]
		m.shifts[i+1]--
		return true
	}
	if readLine(strings.TrimPrefix(body, "-")).key != first || m.isWhole(m.item, m.itemEnd(i)) {
		return false
	}
	if glued {
		m.noteItem(i, "the hyphen is followed by no space", "put a space after the hyphen")
	} else {
		m.noteItem(i, "the hyphen is missing before `"+first+"`", "write - "+first+": …, below the hyphens of the others")
	}
	room := max(1, next.indent-m.indent-1)
	text := strings.Repeat(" ", m.indent) + "-" + strings.Repeat(" ", room) + strings.TrimPrefix(m.lines[i][l.indent:], "-")
	m.shifts[i+1] += len(text) - len(m.lines[i])
	m.lines[i] = text
	return true
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
	if !blockPattern.MatchString(head.value) {
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

// isDeepItem reports whether line i begins an item of the list in hand although it is indented more: it and the line
// below it have the keys that the item above begins with, and the two do not go together.
func (m *mender) isDeepItem(l line, i int) bool {
	next, n := m.below(i)
	if next.item || next.indent <= m.indent || next.indent > l.indent || i-1 == m.item {
		return false
	}
	_, second := m.below(m.item)
	key, nextKey := readLine(m.lines[i]).key, ""
	if key != "" && key == readLine(m.lines[m.item]).key {
		nextKey = readLine(m.lines[n]).key
	}
	return nextKey != "" && nextKey == readLine(m.lines[second]).key && !m.isWhole(m.item, m.itemEnd(i))
}

// nested returns the indentation of the list within an item to which an item in line i belongs, and −1 where that is
// the list of the record.
func (m *mender) nested(i int) int {
	if m.item < 0 || readLine(m.lines[i]).key != "" {
		return -1
	}
	above := i - 1
	for above > m.item && startLine(m.lines[above]).blank {
		above--
	}
	l := readLine(m.lines[above])
	switch next, _ := m.below(i); {
	case above > m.item && l.item && l.indent > m.indent:
		return l.indent
	case l.key == "" || l.value != "":
		return -1
	case next.item && next.indent > m.indent:
		return next.indent
	}
	return m.fields(m.item, m.indent)
}

// marginal goes through line i, which is at the margin, in a list. It is a field of the item above it that has slipped
// there, if the list goes on below it, and otherwise a key of the record.
func (m *mender) marginal(i int) int {
	l := readLine(m.lines[i])
	switch l.key {
	case "":
		return i + 1
	case "events": // that of a record, unless fields of an event go on below it
		if next, _ := m.below(i); !m.isBetween(i) && (next.item || next.indent <= 0) {
			m.indent = -1
			return m.outside(l, i)
		}
	}
	end, slipped := m.fieldEnd(i)
	for last, run := i, 0; !slipped && run < maxRun && end < len(m.lines) && isClosed(readLine(m.lines[last]).value) &&
		m.isKey(startLine(m.lines[end]), end); run++ { // fields that have slipped together
		last = end
		if end, slipped = m.fieldEnd(end); slipped {
			end, _ = m.fieldEnd(i)
		}
	}
	field := m.fields(m.item, m.indent)
	if next, n := m.below(i); !slipped && next.indent == field && n < len(m.lines) && readLine(m.lines[n]).key != "" &&
		l.value != "" && strings.IndexByte(`'"`, l.value[0]) >= 0 && quoteEnd(l.value) == 0 {
		end, slipped = i+1, true // the quotation does not go on in a field
	}
	if last := m.itemEnd(end - 1); m.isWhole(m.item, last) { // it is text
		for n := i; n < last; n++ {
			m.shift(n, field)
		}
		return last
	}
	between := m.isBetween(i)
	if !slipped && !between && m.keyed {
		m.indent = -1
		return m.outside(l, i)
	}
	message := fmt.Sprintf("`%s` has slipped to the margin, out of the item that it belongs to", l.key)
	m.note(i, message, "indent it as the other fields of that")
	first := readLine(m.lines[m.item])
	isClosed := first.key == "" && first.value != "" && !propsPattern.MatchString(first.value)
	if isClosed || l.key == "events" || between {
		m.slips[len(m.slips)-1].hint = "take it out"
		m.blank(i) // nothing can be added there
		return i + 1
	}
	m.shift(i, field)
	if next, n := m.below(i); n < end && next.indent == field && !next.item && readLine(m.lines[n]).key != "" {
		return i + 1 // what is below it is another field
	}
	for n := i + 1; n < end; n++ {
		if startLine(m.lines[n]).indent <= field {
			m.shift(n, field)
		}
	}
	return end
}

// isBetween reports whether line i is between a key and its value in the lines below.
func (m *mender) isBetween(i int) bool {
	above := i - 1
	for above > m.item && startLine(m.lines[above]).blank {
		above--
	}
	l := readLine(m.lines[above])
	if l.key == "" || l.value != "" && !blockPattern.MatchString(l.value) {
		return false
	}
	next, _ := m.below(i)
	return next.indent > m.indent && (next.indent > l.inner || next.item && next.indent >= l.inner)
}

// maxRun is the number of fields that are looked at together, if they have slipped one below the other.
const maxRun = 20

// lineEnd returns what ends a line.
func lineEnd(line string) string { return line[len(strings.TrimRight(line, "\r\n")):] }

// fieldEnd returns the line at which a field ends that begins in line i, at the margin. It reports whether the list in
// hand goes on there.
func (m *mender) fieldEnd(i int) (end int, slipped bool) {
	value := readLine(m.lines[i]).value
	if propsPattern.MatchString(value) {
		value = ""
	}
	block := value != "" && (value[0] == '|' || value[0] == '>')
	closed := isClosed(value)
	open := value != "" && !block && !closed
	first := -1 // the indentation of what is below it
	for next, n := m.below(i); ; next, n = m.below(n) {
		if first < 0 {
			first = next.indent
		}
		item, key := next.item && next.indent == m.indent, ""
		if n < len(m.lines) {
			key = readLine(m.lines[n]).key
		}
		switch {
		case n == len(m.lines) || isMarker(m.lines[n]):
			return n, false
		case open && (!item || key == ""):
			value += "\n" + strings.TrimRight(m.lines[n], "\r\n")
			open = !isClosed(value) && len(value) < maxOpen
			closed = !open
		case item:
			return n, open || closed || first > m.indent || block && m.indent == 0
		case next.indent == 0 && key != "":
			return n, false
		case closed && key != "", first > next.indent && key != "" && next.indent > m.indent && !next.item:
			return n, true
		}
	}
}

// maxOpen is the number of bytes of a value in quotes or brackets at the margin that are looked at.
const maxOpen = 10_000

// isClosed reports whether a value ends where it seems to: it is plain text, or has its closing quote or brackets.
func isClosed(value string) bool {
	if value == "" {
		return false
	}
	switch value[0] {
	case '"', '\'':
		end := quoteEnd(value)
		rest := strings.TrimLeft(value[end:], " \t")
		return end > 0 && (rest == "" || rest[0] == '#')
	case '[', '{':
		end := flowEnd(value)
		return strings.IndexByte("]}", value[end-1]) >= 0 &&
			strings.Count(value[:end], value[:1]) == strings.Count(value[:end], string(value[0]+2))
	case '|', '>':
		return false
	}
	return true
}

// divider goes through lines that divide documents or are directives, with the blank ones between. Within an item it
// takes them out.
func (m *mender) divider(i int) int {
	end, markers, text := i, 0, false
	for n := i; n < len(m.lines); n++ {
		line := m.lines[n]
		switch {
		case isMarker(line):
			end, markers = n+1, markers+1
			text = text || !isBlank(line[3:])
		case line[0] == '%':
			end = n + 1
		case !isBlank(line):
			n = len(m.lines)
		}
	}
	if !m.isWithin(end, markers > 0, text) {
		m.document()
		return end
	}
	message, hint := "this line divides documents, in the middle of a list", "take it out"
	if markers == 0 {
		message = "this is no directive, in the middle of a list"
	}
	m.note(i, message, hint)
	for n := i; n < end; n++ {
		m.lines[n] = lineEnd(m.lines[n])
	}
	return end
}

// isWithin reports whether what comes from line end on goes on with the list above a divider. Marked is set if that
// divides documents, and text if there is more in its lines.
func (m *mender) isWithin(end int, marked, text bool) bool {
	first, n := m.below(end - 1)
	switch {
	case n == len(m.lines):
		return false
	case m.indent < 0:
		return m.open && m.events && first.item
	case m.item < 0:
		return false
	}
	if !marked {
		return true
	}
	if first.indent > 0 && !first.item && first.indent == m.fields(m.item, m.indent) ||
		text && first.item && first.indent == m.indent {
		return true
	}
	if first.indent == 0 && !(first.item && m.indent == 0) {
		return false
	}
	for next := first; n < len(m.lines) && !isMarker(m.lines[n]); next, n = m.below(n) {
		if next.indent < first.indent || first.indent == 0 && m.isKey(next, n) {
			return true // there is no such document
		}
	}
	return false
}

// at returns the range of a slip in a file.
func (one slip) at(in *diag.File) diag.Range {
	text := in.Line(one.line + 1)
	l := startLine(text)
	return diag.Range{
		File: in, Line: one.line + 1, Column: 1 + utf8.RuneCountInString(text[:l.indent]),
		Width: utf8.RuneCountInString(l.text[l.indent:]),
	}
}
