package yamldoc

import (
	"strings"
)

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
	if m.oddHyphen(l, i) {
		return m.nextItem(i)
	}
	l = readLine(m.lines[i])
	next, n := m.below(i)
	if l.key == "" && strings.HasPrefix(l.value, "{") && m.bracketsEnd(i, m.itemEnd(i)) < m.itemEnd(i) {
		m.noteItem(i, "the hyphen is missing before this item", "write - {…}, below the hyphens of the others")
		m.lines[i] = strings.Repeat(" ", m.indent) + "- " + m.lines[i][l.indent:]
		m.shifts[i+1] += 2 + m.indent - l.indent
		return m.nextItem(i)
	}
	_, slipped := m.swallowEnd(i)
	if slipped = slipped && m.isKey(l, i); slipped || n == len(m.lines) || next.item || next.indent <= m.indent ||
		readLine(m.lines[n]).key == "" {
		m.note(i, "this line is no item of the list that it begins", "")
		return m.takeOut(i)
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

// listIndent returns the indentation of the items of a list that begins with line i, which may have slipped itself or
// be no item. It returns −1 where there is no list.
func (m *mender) listIndent(l line, i int) int {
	last := i
	if l.item {
		last = max(i, m.bracketsEnd(i, min(len(m.lines), i+maxText)))
	}
	next, n := m.below(last)
	deep := next.item && next.indent > l.indent && m.isSimple(i) // nothing deeper can go on with it
	switch {
	case !l.item:
	case next.indent == l.indent && next.item, next.indent > l.indent && !m.isSimple(i), m.isKey(next, n), next.blank,
		next.indent == readLine(m.lines[i]).inner && !deep:
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
		!deep && usual > l.indent && usual >= m.fields(i, l.indent)) {
		return l.indent
	}
	if m.indent = usual; usual >= 0 && m.isKey(l, i) {
		if _, slipped := m.fieldEnd(i); !slipped {
			return -1
		}
	}
	return usual
}

// isSimple reports whether an item that begins in line i holds a map on lines, or a whole value.
func (m *mender) isSimple(i int) bool {
	l := readLine(m.lines[i])
	end := i + maxText
	return l.key != "" || isClosed(l.text[l.inner:]) || m.bracketsEnd(i, min(len(m.lines), end)) >= 0
}
