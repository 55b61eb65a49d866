package yamldoc

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/lazyregexp"
)

// crookedLine says that a line is not where it belongs.
const crookedLine = "the indentation of this line fits none above it"

// slips returns what may be wrong with line i beside the lines around it. Each is a fault only if its cure helps.
func (t *trial) slips(i int) []fault {
	s := t.s
	l := readLine(s.lines[i])
	if l.blank {
		return nil
	}
	var found []fault
	add := func(f fault) { // first the most harmless
		f.isGuess = true
		found = append(found, f)
	}
	body := l.text[l.indent:]
	isFirst := i == t.from && s.original(i) != strings.TrimRight(s.lines[i], "\r\n") // its hyphen is blank here
	if l.key == "<<" {
		add(l.stray("nothing can be merged here", "take it out"))
	}
	if l.item && l.key != "" && (i > t.from || isFirst) {
		add(fault{
			from: l.indent, width: l.inner - l.indent, message: "this hyphen begins an item where a field belongs",
			hint: "take it out", cured: l.text[:l.indent] + l.text[l.inner:],
		})
	}
	if match := hyphenPattern().FindStringSubmatch(body); match != nil && match[1] != "" {
		add(fault{
			from: l.indent, width: len(match[0]), message: fmt.Sprintf("`%s` is no hyphen, and none belongs here", match[1]),
			hint: "take it out", cured: l.text[:l.indent] + body[len(match[0]):],
		})
	}
	if f, ok := t.lostHyphen(l, i); ok {
		add(f)
	}
	if (l.key != "" || l.item) && !t.hasTwin(l, i) {
		for _, near := range t.indentations(i) {
			f := fault{
				from: l.indent, width: len(body), message: crookedLine,
				hint:  fmt.Sprintf("indent it by %s, as line %d is", diag.Plural(near.inner, "blank"), near.number),
				cured: strings.Repeat(" ", near.inner) + body,
			}
			if isFirst {
				f.hint = fmt.Sprintf("begin it in column %d, as line %d does", near.inner+1, near.number)
			}
			add(f)
		}
	}
	if l.indent == 0 && len(body) > 1 && (body[0] == '+' || body[0] == '-') {
		if rest := readLine(body[1:]); rest.indent > 0 && (rest.item || rest.key != "") {
			message := fmt.Sprintf("a `%c` of a difference begins this line", body[0])
			add(fault{width: 1, message: message, hint: "take it out", cured: body[1:]})
			add(fault{width: 1, message: message, hint: "put a blank in its place", cured: " " + body[1:]})
		}
	}
	for _, f := range s.pasted(l, i) {
		add(f)
	}
	switch {
	case l.item:
	case l.key != "":
		if !s.isKey(l.key, i) {
			add(l.stray("this is no field of what is around it", "take it out, or indent it as the fields around it"))
		}
	default:
		if word, colon, ok := s.lostColon(l, i); !ok {
		} else if f, ok := l.colonSign(word); ok {
			add(f)
		} else {
			add(fault{
				from: l.at, width: len(word), message: fmt.Sprintf("`%s` is followed by no colon", word),
				hint:  "put a colon after it",
				cured: strings.TrimRight(l.text[:l.at]+word+": "+strings.TrimLeft(l.value[colon:], " \t"), " "),
			})
		}
		if !isFirst && strings.IndexByte("[{", l.value[0]) >= 0 && s.isItemAt(i, l.indent) {
			add(fault{
				from: l.indent, width: len(body), message: "the hyphen is missing before this item",
				hint: "put a hyphen and a space before it", cured: l.text[:l.indent] + "- " + body,
			})
		}
		if isFirst && strings.IndexByte("[{", l.value[0]) < 0 {
			add(fault{
				from: l.indent, width: len(body), message: "this has no key", hint: "write it, such as title:",
				cured: l.text[:l.indent] + "key: " + body, isOpen: true,
			})
		}
		if isFirst {
			break
		}
		if strings.IndexByte("[{\"'", l.value[0]) < 0 || strings.Contains(l.value, "]: ") {
			add(l.stray("this line has no key", "take it out, or indent it more than the key whose text it goes on with"))
		}
	}
	return found
}

// hasTwin reports whether line i is an item, and one of the lines around it is one of the same list.
func (t *trial) hasTwin(l line, i int) bool {
	if !l.item {
		return false
	}
	above, below := startLine(t.s.lines[t.s.above(i, t.from)]), startLine(t.s.lines[t.s.below(i, t.to)])
	isTwin := func(other line, k int) bool { return k != i && other.item && other.indent == l.indent }
	return isTwin(above, t.s.above(i, t.from)) || isTwin(below, t.s.below(i, t.to))
}

// lostHyphen returns the hyphen that is missing before line i, if it and the lines below it may be an item of a list.
// It reports whether that is so.
func (t *trial) lostHyphen(l line, i int) (fault, bool) {
	below := t.s.below(i, t.to)
	if l.item || l.key == "" || below == i {
		return fault{}, false
	}
	next := startLine(t.s.lines[below])
	f := fault{from: l.indent, width: len(l.text) - l.indent, message: "the hyphen is missing before this item"}
	if !next.item && next.indent > l.indent+1 && l.value != "" && t.s.isItemAt(i, l.indent) {
		f.hint = "put a hyphen and a space before it"
		if next.indent > l.indent+2 {
			f.hint = fmt.Sprintf("put a hyphen before it, and begin it in column %d, as line %d does", next.indent+1, below+1)
		}
		f.cured = l.text[:l.indent] + "-" + strings.Repeat(" ", next.indent-l.indent-1) + l.text[l.indent:]
		return f, true
	}
	k := t.s.above(i, t.from)
	above := readLine(t.s.lines[k])
	if k == i || above.key == "" || above.value != "" {
		return fault{}, false
	}
	for indent := above.inner; indent+1 < l.indent; indent++ {
		if t.s.isItemAt(i, indent) {
			f.hint = fmt.Sprintf("write - in column %d", indent+1)
			f.cured = l.text[:indent] + "-" + l.text[indent+1:]
			return f, true
		}
	}
	return fault{}, false
}

// crookedText returns what is wrong with the first line of the text below line i, and the number of that line, if it is
// indented more than the next. It reports whether that is so.
func (t *trial) crookedText(head line, i int) (int, fault, bool) {
	first := t.s.below(i, t.to)
	a := startLine(t.s.lines[first])
	least, count, b := first, 0, a // the lines of the text that are indented least
	for k := first + 1; k < min(t.to, i+nearby); k++ {
		switch next := startLine(t.s.lines[k]); {
		case next.text == "":
			continue
		case next.indent <= head.indent:
			k = t.to
		case next.indent < b.indent:
			least, count, b = k, 1, next
		case next.indent == b.indent:
			count++
		}
	}
	if first == i || least == first || count < 2 && least > first+1 {
		return 0, fault{}, false
	}
	return first, fault{
		from: a.indent, width: len(a.text) - a.indent, message: "the first line of a text is indented more than the next",
		hint:  fmt.Sprintf("indent it by %s, as line %d is", diag.Plural(b.indent, "blank"), least+1),
		cured: a.text[a.indent-b.indent:], isGuess: true,
	}, true
}

// twoValues returns what is wrong with line i if its key has a value beside it and another one below it. It reports
// whether that is so.
func (t *trial) twoValues(i int) (fault, bool) {
	l := readLine(t.s.lines[i])
	below := t.s.below(i, t.to)
	if l.key == "" || l.value == "" || below == i {
		return fault{}, false
	}
	if next := startLine(t.s.lines[below]); next.indent < l.indent || next.indent == l.indent && !next.item {
		return fault{}, false
	}
	return fault{
		from: l.at, width: len(l.value), message: fmt.Sprintf("`%s` has a value here and another one below", l.key),
		hint: "take one of them out", cured: strings.TrimRight(l.text[:l.at], " \t"), isGuess: true,
	}, true
}

// wordPattern matches a word that may be a key.
var wordPattern = lazyregexp.New(`^[\pL_][\pL\pN_-]*$`)

// lostColon returns the key that a line begins with, after which its colon is missing or another sign is in its place,
// and where what is after it begins. It reports whether there is one.
func (s *salvager) lostColon(l line, i int) (word string, value int, ok bool) {
	end := strings.IndexAny(l.value, " \t=：")
	if end < 0 && wordPattern().MatchString(l.value) {
		return l.value, len(l.value), true // its value is below it, or missing
	}
	if end <= 0 || !s.isKey(l.value[:end], i) {
		return "", 0, false
	}
	return l.value[:end], len(l.value) - len(strings.TrimLeft(l.value[end:], " \t")), true
}

// A neighbour is a line by whose indentation another may have to go.
type neighbour struct{ number, inner int }

// indentations returns the indentations of the lines of an event near its line i, each once, the nearest first.
func (t *trial) indentations(i int) []neighbour {
	s := t.s
	from, to := t.around()
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
	if t.crooked > i {
		add(t.crooked)
	}
	for k, n := i, 0; k > from && n < 8; n++ {
		k--
		add(k)
	}
	return found
}
