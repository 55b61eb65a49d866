package yamldoc

import (
	"strings"

	"dateline/timeline/internal/flow"
)

// How far a field reaches that is at the margin.

// mayHaveSlipped reports whether line i, which is at the margin, may be a field of an item although a key comes after
// it: it has its value, or its text is as deep as only what is in an item.
func (m *mender) mayHaveSlipped(i int) bool {
	value := readLine(m.lines[i]).value
	if isClosed(value) || value == "" {
		return true
	}
	next, _ := m.below(i)
	return blockPattern().MatchString(value) && next.indent > m.indent
}

// fieldEnd returns the line at which a field ends that begins in line i, at the margin. It reports whether the list in
// hand goes on there.
func (m *mender) fieldEnd(i int) (end int, slipped bool) {
	if end, slipped = m.swallowEnd(i); end > 0 {
		return end, slipped
	}
	value := readLine(m.lines[i]).value
	if propsPattern().MatchString(value) {
		value = ""
	}
	block := value != "" && (value[0] == '|' || value[0] == '>')
	closed := isClosed(value)
	open := value != "" && !block && !closed
	braces := m.item < 0 || readLine(m.lines[m.item]).key == "" // whether items may be in braces
	first := -1                                                 // the indentation of what is below it
	if comment := m.text(i + 1); block && comment < len(m.lines) {
		first = startLine(m.lines[comment]).indent
	}
	for next, n := m.below(i); ; next, n = m.below(n) {
		if first < 0 {
			first = next.indent
		}
		item, key, event := next.item && next.indent == m.indent, "", false
		if n < len(m.lines) {
			l := readLine(m.lines[n])
			key, event = l.key, l.key != "" || braces && strings.HasPrefix(l.value, "{")
		}
		switch {
		case n == len(m.lines):
			return n, false
		case isMarker(m.lines[n]):
			return n, open && first > m.indent
		case open && !(item && event):
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

// text returns the first line from line i on that holds anything, be it a comment.
func (m *mender) text(i int) int {
	for i < len(m.lines) && startLine(m.lines[i]).text == "" {
		i++
	}
	return i
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
		end := flow.QuoteEnd(value)
		rest := strings.TrimLeft(value[end:], " \t")
		return end > 0 && (rest == "" || rest[0] == '#')
	case '[', '{':
		end := flow.End(value)
		return strings.IndexByte("]}", value[end-1]) >= 0 &&
			strings.Count(value[:end], value[:1]) == strings.Count(value[:end], string(value[0]+2))
	case '|', '>':
		return false
	}
	return true
}
