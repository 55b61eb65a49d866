package yamldoc

import (
	"strings"
	"unicode/utf8"

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
	lane.Later(func(n *yaml.Node, rest string) int {
		if len(rest) < 2*r.size {
			return 0
		}
		list, length := splitJSON(text, len(text)-len(rest), n, r.size)
		if length < 2*r.size || list == nil {
			return 0
		}
		r.later(list)
		return length
	})
	if list := splitJSONLines(text, r.size); list != nil {
		r.later(list)
		return []*yaml.Node{list.list}
	}
	for n := lane.JSON(); n != nil; n = lane.JSON() {
		r.reportFaults(lane.Faults())
		values = append(values, n)
	}
	r.reportFaults(lane.Faults())
	return values
}

// reportFaults reports what is wrong in a text of JSON.
func (r *Reader) reportFaults(faults []fastyaml.Fault) {
	for _, f := range faults {
		ReportFault(r.in, r.problems, f)
	}
}

// ReportFault reports what is wrong in a text of JSON.
func ReportFault(in *diag.File, problems *diag.List, f fastyaml.Fault) {
	at := diag.Range{File: in, Line: f.Line, Column: f.Column, Width: 1}
	problems.Report(at, rule.BrokenJSON, "this is not JSON: "+f.Message, f.Hint)
}

// splitJSON cuts the list that begins at an offset of a text of JSON into pieces of about size bytes. It returns its
// length too, and nil where its items are no maps.
func splitJSON(text string, from int, n *yaml.Node, size int) (list *List, length int) {
	begin := strings.LastIndexByte(text[:from], '\n') + 1
	c := jsonSplitter{text: text, size: size, begin: begin, line: n.Line - 1}
	length = c.items(from)
	if length == 0 || !c.maps {
		return nil, length
	}
	return &List{list: n, rest: n, pieces: c.pieces, count: c.count, json: true, original: text}, length
}

// splitJSONLines cuts a long text of JSON Lines into pieces of about size bytes. It returns nil where a line of the first
// few holds no whole map.
func splitJSONLines(text string, size int) *List {
	if len(text) < 2*size {
		return nil
	}
	rest, known := text, 0
	for known < 3 {
		line, after, ok := strings.Cut(rest, "\n")
		line = strings.Trim(line, " \t\r")
		if !ok || line != "" && (line[0] != '{' || fastyaml.End(line) != len(line)) {
			return nil
		}
		if line != "" {
			known++
		}
		rest = after
	}
	n := &yaml.Node{Kind: yaml.SequenceNode, Style: yaml.FlowStyle, Tag: "!!seq", Line: 1, Column: 1}
	list := &List{list: n, rest: n, json: true, original: text}
	lines := 0
	for from := 0; from < len(text); {
		end := len(text)
		if from+size < len(text) {
			if at := strings.IndexByte(text[from+size:], '\n'); at >= 0 {
				end = from + size + at + 1
			}
		}
		piece := piece{text: text[from:end], above: lines, end: end}
		count := strings.Count(piece.text, "\n")
		lines += count
		list.count += count
		list.pieces = append(list.pieces, piece)
		from = end
	}
	return list
}

// A jsonSplitter goes through a list of JSON, for its pieces.
type jsonSplitter struct {
	text   string
	size   int
	begin  int // offset of the line in hand
	line   int // lines above it
	pieces []piece
	count  int
	maps   bool // whether the first item is a map

	counted, runes int // an offset in the line in hand, and the characters before it
}

// items cuts the list whose bracket is at an offset. It returns its length, to its bracket or the end of the text.
func (c *jsonSplitter) items(from int) int {
	depth := 0
	piece := c.pieceAt(from + 1)
	for at := from; at < len(c.text); at++ {
		switch c.text[at] {
		case '{', '[':
			if depth++; depth == 2 {
				c.maps = c.maps || c.count == 0 && c.text[at] == '{'
				c.count++
			}
		case '}', ']':
			if depth--; depth == 0 {
				c.cut(&piece, at)
				return at + 1 - from
			}
		case '"':
			if at = fastyaml.StringEnd(c.text, at); at < len(c.text) && c.text[at] == '\n' {
				at--
			}
		case '\n':
			c.begin = at + 1
			c.line++
		case ',':
			if depth == 1 && at-piece.from >= c.size {
				c.cut(&piece, at)
				piece = c.pieceAt(at + 1)
			}
		}
	}
	c.cut(&piece, len(c.text))
	return len(c.text) - from
}

// A jsonPiece is a piece that begins: its offset, the lines above it, and the characters before it in its line.
type jsonPiece struct{ from, line, before int }

// pieceAt begins a piece at an offset.
func (c *jsonSplitter) pieceAt(at int) jsonPiece {
	if c.counted < c.begin {
		c.counted, c.runes = c.begin, 0
	}
	c.runes += utf8.RuneCountInString(c.text[c.counted:at])
	c.counted = at
	return jsonPiece{at, c.line, c.runes}
}

// cut ends a piece at an offset.
func (c *jsonSplitter) cut(p *jsonPiece, end int) {
	c.pieces = append(c.pieces, piece{text: c.text[p.from:end], above: p.line, end: end, before: p.before})
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
	p := s.pieces[0]
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
