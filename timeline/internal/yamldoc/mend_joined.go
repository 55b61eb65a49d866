package yamldoc

import (
	"strings"
)

// isJoined reports whether line i is the last of the item in hand and the first of what comes after that, which have
// become one line. If so it leaves there only what comes after, so that no more than a field of the item is lost.
func (m *mender) isJoined(i int) bool {
	text := strings.TrimRight(m.lines[i], " \t\r\n")
	if !strings.Contains(text, " - ") && !strings.HasSuffix(text, ":") {
		return false
	}
	from := readLine(text).at
	for tries := 0; tries < maxRun && len(text) <= maxTried; tries++ {
		at := strings.Index(text[from:], " - ")
		if at < 0 {
			if at = strings.LastIndexByte(text[from:], ' '); at < 0 || text[len(text)-1] != ':' {
				return false
			}
			tries = maxRun // the last
		}
		at += from
		from = at + 1
		rest := text[at+1:]
		indent, hint := m.joinedWith(i, text[:at], rest)
		if indent < 0 || !m.isWholeBut(i, text[:at]) {
			continue
		}
		what := "the item"
		if indent < m.indent || indent == 0 && !readLine(rest).item {
			what = "`" + rest + "`"
		}
		m.note(i, "two lines have become one here", "begin "+what+" on a line of its own, "+hint)
		m.slips[len(m.slips)-1].from = at + 1
		m.bringUp(i, strings.TrimSpace(text[:at]))
		m.lines[i] = strings.Repeat(" ", indent) + rest + lineEnd(m.lines[i])
		m.shifts[i+1] += indent - at - 1
		return true
	}
	return false
}

// bringUp puts a text at the end of the line above line i, if both are in the brackets of the item in hand.
func (m *mender) bringUp(i int, text string) {
	if i == m.item || m.bracketsEnd(m.item, i) < i {
		return
	}
	was := m.lines[i-1]
	m.lines[i-1] = strings.TrimRight(was, "\r\n") + " " + text + lineEnd(was)
	if !m.isWhole(m.item, i) {
		m.lines[i-1] = was
	}
}

// joinedWith returns the indentation of what is at the end of line i after some text, if that may be the first line of
// the next item or of what comes after the list, and how to write that. Otherwise it returns −1.
func (m *mender) joinedWith(i int, text, rest string) (indent int, hint string) {
	l, first := readLine(rest), readLine(m.lines[m.item])
	next, n := m.below(i)
	switch {
	case l.item && strings.HasPrefix(l.value, "{") && first.key == "" && strings.HasSuffix(text, "}"):
		return m.indent, belowOthers
	case l.item && l.key != "" && l.key == first.key && i > m.item && n < len(m.lines):
		if _, second := m.below(m.item); readLine(m.lines[n]).key == readLine(m.lines[second]).key {
			return m.indent, belowOthers
		}
	case l.key != "" && l.value == "" && strings.IndexByte("]}\"'", text[len(text)-1]) >= 0:
		if (next.item || next.indent > 0) && m.hasField(l.key, i) {
			return 0, "at the margin"
		}
	}
	return -1, ""
}

// belowOthers says where an item belongs.
const belowOthers = "below the hyphens of the others"

// hasField reports whether the item in hand has a field of that key above line i.
func (m *mender) hasField(key string, i int) bool {
	fields := m.fields(m.item, m.indent)
	for n := max(m.item, i-nearby); n < i; n++ {
		if strings.Contains(m.lines[n], key+":") {
			if l := readLine(m.lines[n]); l.key == key && l.inner == fields {
				return true
			}
		}
	}
	return false
}

// isWholeBut reports whether the item in hand is YAML if it ends with some text in line i, and not if it ends with all
// of it.
func (m *mender) isWholeBut(i int, text string) bool {
	was := m.lines[i]
	m.lines[i] = text + lineEnd(was)
	whole := m.isWhole(m.item, i+1)
	m.lines[i] = was
	return whole && !m.isWhole(m.item, i+1)
}
