package yamldoc

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/diag"
)

// crookedLine says that a line is not where it belongs.
const crookedLine = "the indentation of this line fits none above it"

// slips returns what may be wrong with line i beside the lines around it. Each is a fault only if its cure helps.
func (s *salvager) slips(i, from, to int) []fault {
	l := readLine(s.lines[i])
	if l.blank {
		return nil
	}
	var found []fault
	add := func(f fault) {
		f.isGuess = true
		found = append(found, f)
	}
	body := l.text[l.indent:]
	if l.key != "" || l.item {
		for _, near := range s.indentations(i, from, to) {
			add(fault{
				from: l.indent, width: len(body), message: crookedLine,
				hint:  fmt.Sprintf("indent it by %s, as line %d is", diag.Plural(near.inner, "blank"), near.number),
				cured: strings.Repeat(" ", near.inner) + body,
			})
		}
	}
	if l.indent == 0 && len(body) > 1 && (body[0] == '+' || body[0] == '-') {
		if rest := readLine(body[1:]); rest.indent > 0 && (rest.item || rest.key != "") {
			add(fault{
				width: 1, message: fmt.Sprintf("a `%c` of a difference begins this line", body[0]), hint: "take it out",
				cured: body[1:],
			})
		}
	}
	if l.key != "" || l.item {
		return found
	}
	if word, colon, ok := s.lostColon(l, i); ok {
		add(fault{
			from: l.at, width: len(word), message: fmt.Sprintf("`%s` is followed by no colon", word),
			hint: fmt.Sprintf("write %s: ", word), cured: l.text[:l.at] + word + ": " + strings.TrimLeft(l.value[colon:], " \t"),
		})
	}
	if i == from || strings.IndexByte("[{\"'", l.value[0]) >= 0 {
		return found
	}
	add(l.stray("this line has no key", "take it out, or indent it more than the key whose text it goes on with"))
	return found
}

// lostColon returns the key that a line begins with, after which its colon is missing or another sign is in its place,
// and where the value begins. It reports whether there is one.
func (s *salvager) lostColon(l line, i int) (word string, value int, ok bool) {
	end := strings.IndexAny(l.value, " \t=：")
	if end <= 0 || !s.isKey(l.value[:end], i) {
		return "", 0, false
	}
	rest := strings.TrimLeft(l.value[end:], " \t")
	for _, sign := range []string{"=>", "=", "：", "->", "-"} {
		if after, found := strings.CutPrefix(rest, sign); found {
			rest = after
			break
		}
	}
	return l.value[:end], len(l.value) - len(rest), true
}

// A neighbour is a line by whose indentation another may have to go.
type neighbour struct{ number, inner int }

// indentations returns the indentations of the lines near line i of a part, each once, the nearest first.
func (s *salvager) indentations(i, from, to int) []neighbour {
	own := startLine(s.lines[i]).indent
	var found []neighbour
	add := func(k int) {
		l := readLine(s.lines[k])
		for _, inner := range []int{l.inner, l.indent} {
			if !l.blank && inner != own && !slices.ContainsFunc(found, func(n neighbour) bool { return n.inner == inner }) {
				found = append(found, neighbour{k + 1, inner})
			}
		}
	}
	if below := s.below(i, to); below != i {
		add(below)
	}
	for k, n := i, 0; k > from && n < 8; n++ {
		k--
		add(k)
	}
	return found
}
