package yamldoc

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/internal/yamltree"
	"dateline/timeline/lazyregexp"

	"gopkg.in/yaml.v3"
)

// unswallow returns the documents of a text that is YAML, in which events are the value of a field that has slipped to
// the margin with what is below it. It puts the field back into its event, which it reports. It returns nil where there
// is no such field, or where that makes no YAML.
func (r *Reader) unswallow(text string, docs []*yaml.Node) []*yaml.Node {
	if !slices.ContainsFunc(docs, yamltree.Swallows) {
		return nil
	}
	lines := splitLines(text)
	slipped, shifts := mend(lines)
	if len(slipped) == 0 {
		return nil
	}
	if mended, err := r.read(strings.Join(lines, "")); err != nil || slices.ContainsFunc(mended, yamltree.Swallows) {
		return nil
	}
	return r.salvageMended(text, lines, slipped, shifts, nil)
}

// itemKeys returns the keys of the map that an item in line i holds, as far as its lines show.
func (m *mender) itemKeys(i int) map[string]bool {
	l := readLine(m.lines[i])
	keys := map[string]bool{}
	if strings.HasPrefix(l.value, "{") && l.key == "" {
		last := max(i, min(m.bracketsEnd(i, min(len(m.lines), i+maxText)), len(m.lines)-1))
		for _, match := range flowKeyPattern().FindAllStringSubmatch(outermost(strings.Join(m.lines[i:last+1], "")), -1) {
			keys[match[1]] = true
		}
		return keys
	}
	fields := l.inner
	if l.key != "" {
		keys[l.key] = true
	} else if next, _ := m.below(i); propsPattern().MatchString(l.value) || l.value == "" {
		fields = next.indent
	} else {
		return keys
	}
	for next, n := m.below(i); n < min(len(m.lines), i+maxText) && next.indent > l.indent; next, n = m.below(n) {
		if next.indent == fields && !next.item {
			keys[readLine(m.lines[n]).key] = true
		}
	}
	return keys
}

// outermost returns a text without what is in brackets within its brackets.
func outermost(text string) string {
	depth := 0
	return strings.Map(func(r rune) rune {
		switch r {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth > 1 {
			return -1
		}
		return r
	}, text)
}

// flowKeyPattern matches a key within braces.
var flowKeyPattern = lazyregexp.New(`[{,]\s*["']?(\w+)["']?:`)

// swallowEnd returns the line at which a field ends that begins in line i, at the margin, and whose value is in lines
// below that are indented no more than the items. It reports whether the list of events goes on there. What is like
// events from its first item on is a list of the writer's own. The end is 0 where there is no such field.
func (m *mender) swallowEnd(i int) (end int, slipped bool) {
	head := readLine(m.lines[i])
	block := blockPattern().MatchString(head.value)
	first, n := m.below(i)
	field := m.indent + len("- ")
	if m.item >= 0 {
		field = m.fields(m.item, m.indent)
	}
	if !m.inEvents && !m.events || head.key == "events" || head.key == "description" ||
		first.indent >= field || m.isKey(first, n) || head.value != "" && !block && !propsPattern().MatchString(head.value) {
		return 0, false
	}
	complete, inner := block, 0 // whether the line above has its value, and where the fields of the item above are
	for next := first; n < len(m.lines) && !isMarker(m.lines[n]) && !m.isKey(next, n); next, n = m.below(n) {
		l := readLine(m.lines[n])
		switch {
		case next.item && next.indent == m.indent && first.indent > m.indent:
			return n, true
		case next.item && next.indent == m.indent:
			keys := m.itemKeys(n)
			if yamltree.IsEvent(func(key string) bool { return keys[key] }) {
				if next == first {
					return 0, false
				}
				return n, true
			}
			if (keys["date"] || keys["start"]) && !block {
				return 0, false
			}
		case !next.item && next.indent == field && next != first && l.key != "" && complete && inner != field:
			return n, true // a field of the event that has not slipped
		}
		complete = block || isClosed(l.value)
		if next.item && !block {
			if inner = 0; l.key != "" {
				inner = l.inner
			}
		}
	}
	return n, false
}

// takeOut takes line i out, with what is below it that is part of its value. The last slip that was noted is that line.
// It returns the line after that.
func (m *mender) takeOut(i int) int {
	m.slips[len(m.slips)-1].hint = "take it out"
	end, slipped := m.swallowEnd(i)
	m.blank(i)
	if !slipped {
		return i + 1
	}
	for end > i+1 && startLine(m.lines[end-1]).blank {
		end--
	}
	m.slips[len(m.slips)-1].hint += linesBelow(end - i - 1)
	for n := i + 1; n < end; n++ {
		m.lines[n] = lineEnd(m.lines[n])
	}
	return end
}

// linesBelow says that a number of lines below go with a line, at the end of a cure.
func linesBelow(n int) string {
	if n == 1 {
		return ", with the line below it"
	}
	return fmt.Sprintf(", with the %d lines below it", n)
}
