package yamldoc

import "strings"

// An outline says how a part is made up of smaller ones.
type outline struct {
	list   bool
	indent int
	starts []int // the first lines of the smaller parts
}

// outline finds the items or keys of a part, by the first of its lines that is not blank.
func (s *salvager) outline(from, to int) outline {
	o := outline{indent: -1}
	var items []int // the lines that begin items
	end := to       // the line at which the last item ends, if that shows
	for i := from; i < to; i++ {
		l := startLine(s.lines[i])
		if l.blank {
			continue
		}
		if o.indent < 0 {
			if strings.IndexByte("[{", l.text[l.indent]) >= 0 {
				return o // its lines say nothing of what is within the brackets
			}
			o.indent, o.list = l.indent, l.item
		}
		switch {
		case o.list && l.item && l.indent >= o.indent-1 && l.indent <= o.indent+1:
			o.starts, items = append(o.starts, i), append(items, i)
			end = s.bracketsEnd(i, to, o.indent)
		case o.list && i >= end: // it cannot be a part of the item above
			o.starts = append(o.starts, i)
			end = to
		case !o.list && !l.item && l.indent == o.indent:
			if readLine(s.lines[i]).key != "" {
				o.starts = append(o.starts, i)
			}
		}
	}
	if o.list {
		o.indent = s.usualIndent(items)
	}
	return o
}

// usualIndent returns the indentation that most of the lines have.
func (s *salvager) usualIndent(lines []int) int {
	counts := map[int]int{}
	usual := 0
	for _, i := range lines {
		indent := startLine(s.lines[i]).indent
		if counts[indent]++; counts[indent] > counts[usual] {
			usual = indent
		}
	}
	return usual
}
