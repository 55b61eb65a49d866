package yamldoc

import (
	"errors"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/internal/yamlcut"
	"dateline/timeline/internal/yamltree"
)

// Broken is the tag of a node of which not everything could be read, which has been reported.
const Broken = fastyaml.Broken

// salvage returns what can be read of a text that is not YAML for err. First it puts back what has slipped out of its
// event. Where that is not all, it takes the text apart by its indentation, into documents, top-level keys, items of
// lists and fields of items, until each part can be read or is the one at fault. Those it reports. Then it puts
// together what it could read, and finds what the aliases stand for.
func (r *Reader) salvage(text string, err error) []*yaml.Node {
	text = yamlcut.Unversioned(text) // taken apart, a version would have no document below it
	if unmarked := r.unblank(r.unmark(text)); unmarked != text {
		var docs []*yaml.Node
		if docs, err = r.read(unmarked); err == nil {
			return docs
		}
		text = unmarked
	}
	if untabbed := r.untab(text); untabbed != text {
		var docs []*yaml.Node
		if docs, err = r.read(untabbed); err == nil {
			return docs
		}
		text = untabbed
	}
	lines := splitLines(text)
	slipped, shifts := mend(lines)
	return r.salvageMended(text, lines, slipped, shifts, err)
}

// salvageMended returns what can be read of a text that is not YAML for err, in whose lines slips were put back.
func (r *Reader) salvageMended(text string, lines []string, slipped []slip, shifts map[int]int,
	err error,
) []*yaml.Node {
	s := salvager{reader: r, text: text, lines: lines, slipped: slipped}
	r.shifts = shifts
	adjusted := adjustment{shifts: r.shifts, taken: map[int]bool{}}
	s.slipAt = map[int]int{}
	for n, one := range s.slipped {
		s.slipAt[one.line] = n
		if one.was != "" {
			adjusted.taken[one.line+1] = true
		}
	}
	var docs []*yaml.Node
	if len(s.slipped)+len(r.shifts) > 0 {
		s.text = strings.Join(s.lines, "")
		s.lines = splitLines(s.text)
		docs, err = r.read(s.text)
	}
	s.starts = make([]int, len(s.lines))
	at := 0
	for i, line := range s.lines {
		s.starts[i] = at
		at += len(line)
	}
	if err != nil {
		docs = s.documents(err)
	}
	s.reportSlips()
	links := linker{salvager: &s, anchors: map[string]*yaml.Node{}}
	for _, n := range docs {
		r.adjust(n, adjusted)
		links.link(n, "")
	}
	return docs
}

// splitLines returns the lines of a text, each with its end.
func splitLines(text string) []string {
	lines := strings.SplitAfter(text, "\n")
	if last := len(lines) - 1; lines[last] == "" {
		lines = lines[:last]
	}
	return lines
}

// documents reads the documents of a text that is not YAML for err.
func (s *salvager) documents(err error) []*yaml.Node {
	var docs []*yaml.Node
	for from := 0; from < len(s.lines); {
		to := from + 1
		for to < len(s.lines) && !isMarker(s.lines[to]) {
			to++
		}
		if isMarker(s.lines[from]) && strings.TrimSpace(s.lines[from][3:]) == "" {
			s.lines[from] = "\n"
		}
		var n *yaml.Node
		if to-from == len(s.lines) {
			n = s.apart(from, to, 0, err)
		} else {
			n = s.block(from, to, 0)
		}
		if n != nil {
			docs = append(docs, n)
		}
		from = to
	}
	return docs
}

// maxSalvage is the number of levels of indentation that are taken apart: record, list, event, field.
const maxSalvage = 4

// A salvager reads a text part by part. A part is a range of lines, of which the first is number 0.
type salvager struct {
	reader  *Reader
	text    string // what slipped is back in its place
	lines   []string
	starts  []int // offsets of the lines
	slipped []slip
	slipAt  map[int]int     // numbers of the slips by their lines
	named   map[string]bool // names of anchors; nil until one is asked for
	tried   int             // bytes of parts that were tried with a cure
}

// block returns what can be read of a part, and nil where that is nothing.
func (s *salvager) block(from, to, level int) *yaml.Node {
	n, err := s.parse(from, to, level)
	if err == nil {
		return n
	}
	return s.apart(from, to, level, err)
}

// apart returns what can be read of a part that yaml.v3 refuses for err.
func (s *salvager) apart(from, to, level int, err error) (n *yaml.Node) {
	isRecords := level == 1 && startLine(s.lines[s.skipBlank(from, to)]).item // each may have a fault of its own
	if level >= 1 && !isRecords && !errors.Is(err, errDense) {
		if n = s.cured(from, to, err); n != nil {
			return n
		}
	}
	if readLine(s.lines[from]).key == "" {
		if name, restore := s.hideAnchor(from); name != "" {
			defer restore()
			if n = s.block(from, to, level); n != nil {
				n.Anchor = name
			}
			return n
		}
	}
	before := s.reader.problems.Count()
	switch o := s.outline(from, to); {
	case level >= maxSalvage || len(o.starts) == 0:
	case level >= 2 && errors.Is(err, errDense): // its parts would be as dense
	case o.list:
		if level == 0 {
			if n = s.events(from, to); n != nil {
				break
			}
		}
		n = s.list(o, to, level)
	default:
		n = s.fields(o, to, level)
	}
	if s.reader.problems.Count() == before && !(n != nil && s.isUnknownAnchor(from, to, err)) {
		if s.diagnose(from, to, err); n == nil && !errors.Is(err, errDense) {
			n = s.bracketed(from, to)
		}
		if n != nil {
			n.Tag = Broken
		}
	}
	return n
}

// skipBlank returns the first line of a part that says something.
func (s *salvager) skipBlank(from, to int) int {
	for from+1 < to && startLine(s.lines[from]).blank {
		from++
	}
	return from
}

// parse reads a part as a document of its own. One of level 0 may be long.
func (s *salvager) parse(from, to, level int) (*yaml.Node, error) {
	parse := parsePart
	if level == 0 {
		parse = s.reader.read
	}
	docs, err := parse(s.textOf(from, to))
	if err != nil || len(docs) == 0 {
		return nil, err
	}
	n := docs[0]
	yamltree.MoveDown(n, from)
	for _, list := range append([]*yaml.Node{n}, n.Content...) {
		if list := s.reader.List(list); list != nil {
			list.moveDown(from, s.starts[from])
		}
	}
	return n, nil
}

// textOf returns the text of a part. Only its first line may differ from that in the text of the salvager.
func (s *salvager) textOf(from, to int) string {
	switch {
	case from == to:
		return ""
	case to == from+1:
		return s.lines[from]
	}
	end := len(s.text)
	if to < len(s.starts) {
		end = s.starts[to]
	}
	text := s.text[s.starts[from]:end]
	if first := s.lines[from]; !strings.HasPrefix(text, first) {
		_, below, _ := strings.Cut(text, "\n")
		return first + below
	}
	return text
}

// IsNull reports whether a value is missing: nothing, ~ or null.
func IsNull(n *yaml.Node) bool {
	return n.Kind == 0 || n.Kind == yaml.ScalarNode && n.Tag == "!!null"
}

// list reads the items of a list one by one.
func (s *salvager) list(o outline, to, level int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: o.starts[0] + 1, Column: o.indent + 1}
	ends := append(o.starts[1:len(o.starts):len(o.starts)], to)
	for i := 0; i < len(o.starts); i++ {
		from, last := o.starts[i], i
		if !startLine(s.lines[from]).item {
			n.Content = append(n.Content, s.between(from, ends[i], level+1)...)
			continue
		}
		hyphen := s.lines[from]
		at := strings.IndexByte(hyphen, '-')
		if at != o.indent {
			s.reader.problems.Report(s.stretch(from, at, 1), rule.BrokenYAML, "this item is not indented as the others",
				"begin its hyphen below theirs")
			s.lines[from] = strings.Repeat(" ", o.indent+1) + hyphen[at+1:] // its fields may be where they belong
			if item, err := s.parse(from, ends[i], level+1); err == nil && item != nil {
				s.reader.shifts[from+1] += o.indent - at
				n.Content = append(n.Content, item)
				s.lines[from] = hyphen
				continue
			}
		} else {
			for last+1 < len(o.starts) && startLine(s.lines[o.starts[last+1]]).indent != o.indent {
				last++
			}
		}
		s.lines[from] = hyphen[:at] + " " + hyphen[at+1:]
		if at != o.indent {
			s.indentItem(from, ends[last], level+1, o.indent, at)
		}
		item, err := s.parse(from, ends[last], level+1)
		if err == nil {
			i = last         // what looked like other items is text of this one
			if item == nil { // nothing but a comment, of which is warned
				item = &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Line: from + 1, Column: at + 1}
			}
		} else if last > i {
			if item = s.curedWith(from, o.starts[last], ends[last], level+1, err); item != nil {
				i = last
			} else {
				item = s.block(from, ends[i], level+1)
			}
		} else {
			item = s.apart(from, ends[i], level+1, err)
		}
		if item != nil {
			n.Content = append(n.Content, item)
		}
		s.lines[from] = hyphen
	}
	return n
}

// indentItem moves the first line of an item, whose hyphen is after at blanks, to where that of the others is, if the
// item can be read then.
func (s *salvager) indentItem(from, to, level, indent, at int) {
	was := s.lines[from]
	s.lines[from] = strings.Repeat(" ", indent+1) + was[at+1:]
	if _, err := s.parse(from, to, level); err != nil {
		s.lines[from] = was
		return
	}
	s.reader.shifts[from+1] += indent - at
}

// fields reads the fields of a map one by one. The map is Broken where something is missing.
func (s *salvager) fields(o outline, to, level int) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: o.starts[0] + 1, Column: o.indent + 1}
	for i, from := range o.starts {
		end := to
		if i+1 < len(o.starts) {
			end = o.starts[i+1]
		}
		if field, err := s.parse(from, end, level); err != nil {
			n.Tag = Broken
			l := readLine(s.lines[from])
			key := &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: l.key, Line: from + 1, Column: l.indent + 1}
			n.Content = append(n.Content, key, s.value(l, from, end, level, err))
		} else if field != nil {
			n.Content = append(n.Content, field.Content...)
		}
	}
	return n
}

// value returns what can be read of the value of a field that is broken for err: a list or a map below its key, or the
// lines above the one at fault, or else the text that the writer must have meant.
func (s *salvager) value(l line, from, to, level int, err error) *yaml.Node {
	lost := &yaml.Node{Kind: yaml.ScalarNode, Tag: Broken, Line: from + 1, Column: l.indent + 1}
	if l.value == "" {
		if level == 0 && l.key == "events" {
			level = -1 // a list of events is as good as a record
		}
		if n := s.block(from+1, to, level+1); n != nil {
			return n
		}
		return lost
	}
	if name, restore := s.hideAnchor(from); name != "" {
		defer restore()
		n := lost
		if pair, err := s.parse(from, to, level); err != nil {
			n = s.value(readLine(s.lines[from]), from, to, level, err)
		} else if pair != nil && len(pair.Content) == 2 {
			n = pair.Content[1]
		}
		n.Anchor = name
		return n
	}
	at, text, field := s.diagnose(from, to, err)
	if field != nil {
		return field.Content[1]
	}
	if at > from {
		if n, err := s.parse(from, at, level); err == nil && n != nil && len(n.Content) == 2 {
			return n.Content[1]
		}
	}
	if text == "" {
		if n := s.bracketedAt(l, from, to); n != nil {
			return n
		}
		return lost
	}
	more := strings.Fields(strings.Join(s.lines[from+1:to], ""))
	text = strings.Join(append([]string{text}, more...), " ")
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: from + 1, Column: l.at + 1}
}
