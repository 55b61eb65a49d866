package yamldoc

import (
	"fmt"
	"strings"

	"dateline/timeline/lazyregexp"
)

// headPattern matches a line that is nothing but a key of the head of a record, whatever comes in place of its colon.
var headPattern = lazyregexp.New(
	`^( *)(events|actors|sources|types)([ \t]*(?:[:;,.=：]|->|=>|-)?)[ \t]*(?:#.*)?[\r\n]*$`)

// head mends lines that are nothing but a key of the head: one without its colon, and one that holds the events and is
// indented. An event has no such field.
func (m *mender) head() {
	events := false // whether one is where it belongs
	for _, line := range m.lines {
		events = events || strings.HasPrefix(line, "events:")
	}
	for i, line := range m.lines {
		if trimmed := strings.TrimLeft(line, " "); trimmed == "" || strings.IndexByte("east", trimmed[0]) < 0 {
			continue
		}
		match := headPattern().FindStringSubmatch(line)
		if match == nil || match[1] == "" && match[3] == ":" {
			continue
		}
		indent, word, sign := match[1], match[2], strings.TrimSpace(match[3])
		if indent != "" && (events || word != "events") || !m.opensList(i) {
			continue
		}
		if sign != ":" {
			hint := "put a colon after it"
			if sign != "" {
				hint = "write " + word + ":"
			}
			m.note(i, fmt.Sprintf("`%s` is followed by no colon", word), hint)
			m.lines[i] = indent + word + ":" + lineEnd(line)
		}
		if indent != "" {
			m.note(i, "`events` is indented", "begin it in column 1")
			m.shift(i, -len(indent))
		}
	}
}

// opensList reports whether what is below line i begins a list of records, or a map of them.
func (m *mender) opensList(i int) bool {
	next, n := m.below(i)
	if n == len(m.lines) {
		return false
	}
	l := readLine(m.lines[n])
	own := startLine(m.lines[i]).indent
	return next.item && next.indent >= own || l.key != "" && next.indent > own
}

// bareIndent returns the indentation of the items of a record that is nothing but a list, where line i, which is no
// item and the first that says something, is broken or has no place there. It returns −1 where the record is none.
func (m *mender) bareIndent(l line, i int) int {
	next, n := m.below(i)
	body := l.text[l.indent:]
	sign := hyphenPattern().FindString(body)
	inBraces := strings.HasPrefix(strings.TrimLeft(body[len(strings.TrimSuffix(sign, "{")):], " "), "{")
	isField := n < len(m.lines) && !next.item && next.indent > 0 && readLine(m.lines[n]).key != ""
	isStray := !isField && !(inBraces && next.item)
	least := -1
	for ; n < len(m.lines) && !isMarker(m.lines[n]); next, n = m.below(n) {
		if next.indent == 0 && !next.item && m.isKey(next, n) {
			break // the key of a record
		}
		if next.item && (least < 0 || next.indent < least) {
			least = next.indent
		}
	}
	switch opens := readLine(m.lines[i]).key != "" && readLine(m.lines[i]).value == ""; {
	case n < len(m.lines) && m.isKey(next, n), opens:
		return -1
	case least >= 0 && least <= l.indent && m.isFirst(i, least, isStray):
		return least
	case isStray:
		return -1
	case sign != "" && next.blank && l.indent == 0:
		return 0 // a list of one
	}
	return -1
}

// isFirst reports whether no line between line i and the first item of a list at that indentation opens the list. If
// keyed is set, that item has to look like an event.
func (m *mender) isFirst(i, indent int, keyed bool) bool {
	for next, n := m.below(i); n < len(m.lines); next, n = m.below(n) {
		l := readLine(m.lines[n])
		if next.item && next.indent == indent {
			return !keyed || l.key != "" || strings.HasPrefix(l.value, "{")
		}
		if next.indent <= indent && l.key != "" && l.value == "" {
			return false
		}
	}
	return false
}

// oddHyphen mends the hyphen of line i, which begins the first item of the list in hand with no space after it, or with
// another sign. It reports whether that is so.
func (m *mender) oddHyphen(l line, i int) bool {
	body := l.text[l.indent:]
	match := hyphenPattern().FindStringSubmatch(body)
	if match == nil {
		return false
	}
	sign, rest := match[1], strings.TrimLeft(strings.TrimPrefix(body[max(1, len(match[1])):], " "), " ")
	if !strings.HasPrefix(rest, "{") && !propsPattern().MatchString(rest) && readLine(rest).key == "" {
		return false
	}
	if sign == "" {
		m.noteItem(i, "the hyphen is followed by no space", "put a space after the hyphen")
	} else {
		m.noteItem(i, fmt.Sprintf("`%s` is not the hyphen that an item begins with", sign), "write - instead")
	}
	m.slips[len(m.slips)-1].width = max(1, len(sign))
	room := 1
	if next, n := m.below(i); n < len(m.lines) && !next.item && next.indent > m.indent+1 && rest[0] != '{' {
		room = next.indent - m.indent - 1
	}
	text := strings.Repeat(" ", m.indent) + "-" + strings.Repeat(" ", room) + rest
	m.shifts[i+1] += len(text) - len(l.text)
	if sign != "" {
		m.shifts[i+1] += len(sign) - 1 // columns are characters
	}
	m.lines[i] = text + lineEnd(m.lines[i])
	return true
}

// isDash reports whether line i begins an item with another sign in the place of its hyphen, and if so mends it. Its
// fields are below it, and the item above is none with it.
func (m *mender) isDash(l line, i int) bool {
	match := hyphenPattern().FindStringSubmatch(l.text[l.indent:])
	if match == nil || match[1] == "" {
		return false
	}
	next, n := m.below(i)
	return n < len(m.lines) && !next.item && next.indent == m.fields(m.item, m.indent) && readLine(m.lines[n]).key != "" &&
		!m.isWhole(m.item, m.itemEnd(i)) && m.oddHyphen(l, i)
}
