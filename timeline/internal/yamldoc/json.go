package yamldoc

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/fastyaml"
)

// JSON returns the values of a text of JSON that Clean returned; each line of JSON Lines is one. A long list in them is
// without items; see List. Of a broken text they are what can be read, and the problems say why.
//
// JSON is the flow style of YAML, but for escapes of two halves, tabs, long keys and what people write into it, so that
// it has a way of its own beside Documents.
func (r *Reader) JSON(text string) (values []*yaml.Node) {
	var lane fastyaml.Reader
	lane.OpenJSON(text, 0, 0)
	if len(text) >= 2*r.size {
		cut := fastyaml.SplitJSONLines(text, r.size)
		if cut.Count == 0 {
			cut = fastyaml.SplitJSONValues(text, r.size)
		}
		if cut.Count > 0 {
			all := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Tag: "!!seq", Line: 1, Column: 1}
			r.jsonLater(all, text, cut)
			return []*yaml.Node{all}
		}
	}
	inVain := 0 // bytes that were looked at
	lane.Later(func(n *yaml.Node, rest string, inMap bool) int {
		if len(rest) < 2*r.size || inVain > maxInVain*len(text) {
			return 0
		}
		cut := fastyaml.SplitJSON(text, len(text)-len(rest), n.Line-1, n.Column-1, r.size, inMap)
		if cut.Length < 2*r.size || !cut.Maps {
			inVain += cut.Length
			return 0
		}
		r.jsonLater(n, text, cut)
		return cut.Length
	})
	for n := lane.JSON(); n != nil; n = lane.JSON() {
		r.reportFaults(lane.Faults())
		values = append(values, n)
	}
	r.reportFaults(lane.Faults())
	if len(r.lists) > 0 { // so that they do not keep the text, which may be let go
		for _, n := range values {
			own(n)
		}
	}
	return values
}

// maxInVain is how often a text is gone through for lists that turn out to be short. In a text whose brackets do not
// fit, each list may seem to go on to the end.
const maxInVain = 16

// reportFaults reports what is wrong in a text of JSON.
func (r *Reader) reportFaults(faults []fastyaml.Fault) { new(List).Report(r.in, r.problems, faults) }

// Report reports what is wrong in the JSON of a file.
func (*List) Report(in *diag.File, problems *diag.List, faults []fastyaml.Fault) {
	for _, f := range faults {
		at := diag.Range{File: in, Line: f.Line, Column: f.Column, Width: 1}
		problems.Report(at, rule.BrokenJSON, "this is not JSON: "+f.Message, f.Hint)
	}
}

// inFlow returns the value of a text of YAML that is nothing but JSON, whose list of events is cut into pieces of about
// size bytes. Where only the beginning of the text is given, the list ends with its first piece. It returns nil where
// that cannot be done.
func (r *Reader) inFlow(text string, size int, first bool) *yaml.Node {
	var lane fastyaml.Reader
	var list *List
	lane.OpenJSON(text, 0, 0)
	lane.Later(func(n *yaml.Node, rest string, inMap bool) int {
		at := len(text) - len(rest)
		cut := fastyaml.SplitJSON(text, at, n.Line-1, n.Column-1, size, inMap)
		if len(cut.All) < 2 || list != nil || !first && text[at+cut.Length-1] != ']' {
			return 0
		}
		list = r.jsonLater(n, text, cut)
		if list.json, list.flow = false, true; first {
			list.pieces = list.pieces[:1]
			return len(rest)
		}
		return cut.Length
	})
	n := lane.Flow()
	end := strings.TrimRight(text, " \r\n")
	if n == nil || list == nil || !first && n.Kind == yaml.MappingNode && end[len(end)-1] != '}' {
		return nil
	}
	own(n)
	return n
}

// eachFlow is Each for a piece of a list of JSON in YAML.
func (s *List) eachFlow(p piece, r *fastyaml.Reader, take func(*yaml.Node)) bool {
	r.OpenJSON(p.text, p.above, p.before)
	for {
		n, ok := r.FlowItem()
		if n == nil || !ok {
			return ok
		}
		take(n)
		r.Reset()
	}
}

// jsonLater leaves a list of JSON to be read when somebody asks for it.
func (r *Reader) jsonLater(n *yaml.Node, text string, cut fastyaml.Pieces) *List {
	list := &List{list: n, rest: n, count: cut.Count, json: true, original: text}
	for _, p := range cut.All {
		list.pieces = append(list.pieces, piece{text: p.Text, above: p.Above, before: p.Before, end: p.End})
	}
	r.later(list)
	return list
}

// eachJSON is Each for a piece of a list of JSON. What is wrong is in the Faults of the reader.
func (s *List) eachJSON(p piece, r *fastyaml.Reader, take func(*yaml.Node)) {
	r.OpenJSON(p.text, p.above, p.before)
	for n := r.JSON(); n != nil; n = r.JSON() {
		take(n)
		r.Reset()
	}
}

// First returns the first items of a list, if it is one of JSON: enough to see what they are.
func (s *List) First() (items []*yaml.Node) {
	const enough = 20
	var r fastyaml.Reader
	p := s.withText(s.pieces[0])
	r.OpenJSON(p.text, p.above, p.before)
	for len(items) < enough && s.json {
		n := r.JSON()
		if n == nil {
			break
		}
		items = append(items, n)
	}
	return items
}
