package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
)

// An adjustment is what a text that was mended differs in from that of the file.
type adjustment struct {
	shifts map[int]int  // blanks that were put before a line, by its number from 1
	taken  map[int]bool // the numbers of lines that were taken out
}

// adjust makes the nodes of a tree those of the file: they get their places there, and maps below a line that was taken
// out are Broken.
func (a adjustment) adjust(n *yaml.Node) {
	n.Column = max(1, n.Column-a.shifts[n.Line])
	if n.Kind == yaml.MappingNode && a.taken[n.Line-1] {
		n.Tag = Broken
	}
	for _, child := range n.Content {
		a.adjust(child)
	}
}

// adjust adjusts all nodes that were salvaged, and sees to it that those still to be read are.
func (r *Reader) adjust(n *yaml.Node, a adjustment) {
	if len(a.shifts)+len(a.taken) == 0 {
		return
	}
	a.adjust(n)
	for _, n := range append([]*yaml.Node{n}, n.Content...) {
		if list := r.List(n); list != nil {
			list.original, list.adjustment = r.in.Text(), a
			for _, p := range list.pieces {
				for _, item := range p.items {
					a.adjust(item)
				}
			}
		}
	}
}

// report reports an error in width bytes of line i from the offset from. If the line has slipped, that is said too.
func (s *salvager) report(i, from, width int, message, hint string) {
	if n, ok := s.slipAt[i]; ok && s.slipped[n].message != "" {
		one := s.slipped[n]
		s.slipped[n].message = ""
		if strings.HasPrefix(one.hint, "take it out") { // nothing else is to be done about the line
			s.reader.problems.Report(one.at(s.reader.in), rule.BrokenYAML, one.message, one.hint)
			return
		}
		message += "; " + one.message
		if hint != "" {
			hint += ", and "
		}
		hint += one.hint
	}
	s.reader.problems.Report(s.stretch(i, from, width), rule.BrokenYAML, message, hint)
}

// reportSlips reports the slips that have not been reported with another fault of their lines.
func (s *salvager) reportSlips() {
	for _, one := range s.slipped {
		if one.message == "" {
			continue
		}
		at := one.at(s.reader.in)
		if one.was != "" { // what is wrong with a line may show in itself
			s.lines[one.line] = one.was
			if f, ok := s.fault(readLine(one.was), one.line, one.line+1, errBroken); ok && !f.isGuess && f.isStray {
				_, more, found := strings.Cut(one.message, "; ")
				if found {
					f.message += "; " + more
				}
				at, one.message, one.hint = s.stretch(one.line, f.from, f.width), f.message, f.hint
			}
		}
		s.reader.problems.Report(at, rule.BrokenYAML, one.message, one.hint)
	}
}
