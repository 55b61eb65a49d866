package yamldoc

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/internal/flow"
)

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
	if next, _ := m.below(i); m.item >= 0 && startLine(m.lines[i-1]).blank && next.item && next.indent == m.indent &&
		readLine(m.lines[i]).key == "" {
		m.note(i, "this item is in no list", "take it out")
		m.blank(i)
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

// isOfNested reports whether an item in line i, whose hyphen is where the items of the list in hand begin, is of a list
// within the item above, which goes on below it, and if so puts it there.
func (m *mender) isOfNested(i int) bool {
	next, n := m.below(i)
	if m.item < 0 || n == len(m.lines) || next.indent <= m.indent || i == m.item {
		return false
	}
	full, field := readLine(m.lines[i]), m.fields(m.item, m.indent)
	switch below := readLine(m.lines[n]); {
	case full.value == "", full.value[0] == '&', full.value[0] == '!', !isClosed(full.value),
		full.key != "" && full.key == readLine(m.lines[m.item]).key:
		return false // it may begin an item of its own
	case next.item:
	case below.key == "" || next.indent == full.inner && full.key != "":
		return false
	}
	to := field
	for above := i - 1; above > m.item; above-- {
		l := readLine(m.lines[above])
		switch {
		case l.blank:
			continue
		case l.item && l.indent > m.indent:
			to = l.indent
		case l.key == "" || l.value != "" || l.indent < field:
			if l.indent > field {
				continue // it is within an item of that list
			}
			return false
		case next.item:
			to = max(to, next.indent)
		}
		return m.isWholeWith(i, strings.Repeat(" ", to-m.indent)+m.lines[i], to-m.indent)
	}
	return false
}

// marginal goes through line i, which is at the margin, in a list. It is a field of the item above it that has slipped
// there, if the list goes on below it, and otherwise a key of the record.
func (m *mender) marginal(i int) int {
	l := readLine(m.lines[i])
	switch l.key {
	case "":
		return i + 1
	case "events": // that of a record, unless fields of an event go on below it
		if next, _ := m.below(i); !m.inEvents || !m.isBetween(i) && (next.item || next.indent <= 0) {
			m.indent = -1
			return m.outside(l, i)
		}
	}
	if end := m.inBrackets(i); end > i {
		m.note(i, fmt.Sprintf("`%s` is within the brackets of the item around it", l.key), "take it out")
		if end > i+1 {
			m.slips[len(m.slips)-1].hint = "take it out, with the text below it"
		}
		m.slips[len(m.slips)-1].was = l.text
		return end
	}
	end, slipped := m.fieldEnd(i)
	for last, run := i, 0; !slipped && run < maxRun && end < len(m.lines) && m.mayHaveSlipped(last) &&
		m.isKey(startLine(m.lines[end]), end); run++ { // fields that have slipped together
		last = end
		if end, slipped = m.fieldEnd(end); slipped {
			end, _ = m.fieldEnd(i)
		}
	}
	field := m.fields(m.item, m.indent)
	if next, n := m.below(i); !slipped && next.indent == field && n < len(m.lines) && readLine(m.lines[n]).key != "" &&
		l.value != "" && strings.IndexByte(`'"`, l.value[0]) >= 0 && flow.QuoteEnd(l.value) == 0 {
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
	m.note(i, message, likeFields)
	first := readLine(m.lines[m.item])
	isClosed := first.key == "" && first.value != "" && !propsPattern().MatchString(first.value)
	if isClosed || l.key == "events" || between {
		return m.takeOut(i) // nothing can be added there
	}
	m.shift(i, field)
	if next, n := m.below(i); n < end && next.indent == field && !next.item && readLine(m.lines[n]).key != "" {
		return i + 1 // what is below it is another field
	}
	m.shiftBelow(i, end, field)
	return end
}

// likeFields is the cure of a field at the margin.
const likeFields = "indent it like the other fields of that item"

// shiftBelow moves what is below line i, as far as the given end, to the right by some blanks, by which line i has been
// moved. What is indented more than that is left where it is, unless it goes with the line above it.
func (m *mender) shiftBelow(i, end, blanks int) {
	first, n := m.below(i)
	all := n < end && first.indent <= blanks
	for end > n && startLine(m.lines[end-1]).blank {
		end--
	}
	for n := i + 1; n < end; n++ {
		if all || startLine(m.lines[n]).indent <= blanks {
			m.shift(n, blanks)
		}
	}
	if all {
		m.slips[len(m.slips)-1].hint += linesBelow(end - i - 1)
	}
}

// inBrackets returns line i if it does not belong in the brackets of the item in hand, which go on below it. Otherwise
// it takes it out, with its text below, and returns the line after that.
func (m *mender) inBrackets(i int) int {
	if m.item < 0 || m.bracketsEnd(m.item, i) < i {
		return i
	}
	isText := blockPattern().MatchString(readLine(m.lines[i]).value)
	was := slices.Clone(m.lines[i:min(len(m.lines), i+maxRun)])
	for end := i; end < i+len(was); end++ {
		if end > i && startLine(m.lines[end]).indent == 0 {
			break
		}
		m.lines[end] = lineEnd(m.lines[end])
		if m.isWhole(m.item, m.itemEnd(end)) {
			return end + 1
		}
		if !isText {
			break
		}
	}
	copy(m.lines[i:], was)
	return i
}

// bracketsEnd returns the line in which the brackets end with which an item in line i begins, or the given end where
// they are not closed above that. It returns −1 where the item begins with no bracket.
func (m *mender) bracketsEnd(i, end int) int {
	l := readLine(m.lines[i])
	if l.key != "" || l.value == "" || l.value[0] != '[' && l.value[0] != '{' {
		return -1
	}
	b := flow.Read(l.value)
	for i++; i < end && b.IsOpen() && b.Lines < maxText; i++ {
		b.Add(strings.TrimRight(m.lines[i], "\r\n"))
	}
	if b.IsOpen() {
		return end
	}
	return i - 1
}

// maxRun is the number of fields that are looked at together, if they have slipped one below the other, and of lines
// that may have slipped into brackets.
const maxRun = 20

// lineEnd returns a line without what it says. It is never "", so that it stays a line.
func lineEnd(line string) string { return cmp.Or(line[len(strings.TrimRight(line, "\r\n")):], " ") }

// noteItem notes that the item which begins in line i has slipped.
func (m *mender) noteItem(i int, message, hint string) {
	m.note(i, message, hint)
	m.slips[len(m.slips)-1].item++
}

// lostHyphen reports whether line i begins an item whose hyphen is missing or is followed by no space, and if so mends
// it. It has the key that the item above begins with, and fields below it.
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
	rest := strings.TrimPrefix(m.lines[i][l.indent:], "-")
	text := strings.Repeat(" ", m.indent) + "-" + strings.Repeat(" ", room) + rest
	m.shifts[i+1] += len(text) - len(m.lines[i])
	m.lines[i] = text
	return true
}
