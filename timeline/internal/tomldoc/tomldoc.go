// Package tomldoc reads TOML as the nodes of a document of YAML: a whole file, or the front matter of a page between
// lines of three plus signs.
//
//	doc := tomldoc.Document(in, text, &problems) // events: [{date: 2025-01-01, title: One talk}]
//
//	if page, ok := tomldoc.FrontMatter(in, text, &problems); ok {
//		doc := tomldoc.Document(in, page.Front, &problems)
//		…
//	}
//
// A table is a map, an array of tables a list of them. Dates are texts, as they are to a record. A broken line is
// reported, and reading goes on below it. A key that is given twice is in the nodes twice; package load says so, as it
// does for YAML. Nothing in a text is a comment of YAML, and none is null.
//
// The parser is that of pelletier/go-toml: its package unstable gives the place of each value, and adds little code.
// BurntSushi/toml gives no places. It imports diag and, for its type of node, yaml.v3.
package tomldoc

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2/unstable"
	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// Bounds of what is read of a text. A node takes some 200 bytes.
const (
	maxNodes  = 4_000_000
	maxBroken = 1000 // lines that are broken
	maxText   = 64 << 10
	maxDepth  = 200 // tables, arrays and parts of a key in each other
)

// Document reads a text as a map. What cannot be read of it is reported. The map is empty where there is nothing.
//
// The text is clean, as package cleantext makes it.
func Document(in *diag.File, text string, problems *diag.List) *yaml.Node {
	d := document{
		in: in, problems: problems, data: []byte(strings.TrimPrefix(text, "\ufeff")),
		indexes: make(map[*yaml.Node]map[string]*yaml.Node),
	}
	d.place.line = 1
	d.root = d.node(yaml.MappingNode, "!!map", "", 0)
	d.table = d.root
	if separators := bytes.Count(d.data, []byte(",")); separators > maxNodes/4 && separators*4 > len(d.data) {
		problems.Report(diag.Range{File: in}, rule.TooLarge, "the file holds too many small values", "read a part of it")
		return d.root
	}
	d.read()
	return d.root
}

// A document is a document that is being made.
type document struct {
	in       *diag.File
	problems *diag.List
	data     []byte
	parser   unstable.Parser
	from     int // offset in data of what the parser reads

	root, table *yaml.Node                           // table is the one whose keys come next
	indexes     map[*yaml.Node]map[string]*yaml.Node // values by key, of tables that were looked into
	nodes       int
	made        []yaml.Node // the last of them
	full        bool
	place       struct{ at, line, start, columns int } // line of an offset, its beginning, and the characters from there
}

// read reads all expressions. After a broken one it goes on with the next line that looks like one.
func (d *document) read() {
	d.parser.Reset(d.data)
	end, broken := 0, 0 // of the last expression that was read
	for !d.full {
		if d.parser.NextExpression() {
			end = d.take(d.parser.Expression())
			continue
		}
		err := d.parser.Error()
		if err == nil {
			return
		}
		at := d.errorAt(err)
		begin := min(d.begins(end), at)
		next := d.nextLine(begin)
		d.broken(begin, at, next, err)
		if broken++; broken == maxBroken {
			d.problems.Report(d.lineRange(at), rule.BrokenTOML, "more than 1000 lines are broken; the rest is not read", "")
			return
		}
		d.from, end = next, next
		d.parser.Reset(d.data[d.from:])
	}
}

// take adds a top-level expression to the document, and returns the offset after its last part.
func (d *document) take(e *unstable.Node) (end int) {
	switch e.Kind {
	case unstable.KeyValue:
		end = d.from + int(e.Raw.Offset+e.Raw.Length)
		d.keyValue(d.table, e, 0)
	case unstable.Table, unstable.ArrayTable:
		d.table, end = d.header(e)
	}
	if d.nodes > maxNodes && !d.full {
		d.full = true
		d.problems.Report(d.lineRange(max(0, end-1)), rule.TooLarge,
			fmt.Sprintf("the file holds more than %d values; the rest is not read", maxNodes/2), "read a part of it")
	}
	return end
}

// keyValue adds the value of an expression to a table.
func (d *document) keyValue(table *yaml.Node, e *unstable.Node, depth int) {
	keys := e.Key()
	for keys.Next() {
		key := keys.Node()
		at := d.from + int(key.Raw.Offset)
		if !keys.IsLast() {
			table = d.inner(table, key, depth)
			depth++
			continue
		}
		k := d.text(string(key.Data), at)
		from := at + int(key.Raw.Length)
		if equals := bytes.IndexByte(d.data[from:], '='); equals >= 0 {
			from += equals + 1
			from += len(d.data[from:]) - len(bytes.TrimLeft(d.data[from:], " \t"))
		}
		d.add(table, k, d.value(e.Value(), from, depth+1))
	}
}

// inner returns the table under a key of another, which is made where there is none. Of a list of tables it is the
// last.
func (d *document) inner(table *yaml.Node, key *unstable.Node, depth int) *yaml.Node {
	at := d.from + int(key.Raw.Offset)
	n := d.find(table, string(key.Data))
	if n != nil && n.Kind == yaml.SequenceNode && len(n.Content) > 0 {
		n = n.Content[len(n.Content)-1]
	}
	switch {
	case depth > maxDepth:
		return table
	case n != nil && n.Kind == yaml.MappingNode:
		return n
	}
	made := d.node(yaml.MappingNode, "!!map", "", at)
	d.add(table, d.text(string(key.Data), at), made)
	return made
}

// header returns the table that a line [a.b] or [[a.b]] begins, and the offset after its name.
func (d *document) header(e *unstable.Node) (table *yaml.Node, end int) {
	table = d.root
	depth := 0
	for keys := e.Key(); keys.Next(); depth++ {
		key := keys.Node()
		at := d.from + int(key.Raw.Offset)
		end = at + int(key.Raw.Length)
		if !keys.IsLast() || e.Kind == unstable.Table {
			table = d.inner(table, key, depth)
			continue
		}
		list := d.find(table, string(key.Data))
		if list == nil || list.Kind != yaml.SequenceNode {
			list = d.node(yaml.SequenceNode, "!!seq", "", at)
			d.add(table, d.text(string(key.Data), at), list)
		}
		item := d.node(yaml.MappingNode, "!!map", "", at)
		list.Content = append(list.Content, item)
		table = item
	}
	return table, end
}

// value returns the node of a value. It is at an offset, unless the parser gives its own.
func (d *document) value(v *unstable.Node, at, depth int) *yaml.Node {
	if v.Raw.Length > 0 {
		at = d.from + int(v.Raw.Offset)
	}
	switch v.Kind {
	case unstable.Array, unstable.InlineTable:
		if depth > maxDepth {
			d.problems.Report(d.lineRange(at), rule.TooLarge, "values are too deep in each other", "write it flatter")
			return d.text("…", at)
		}
		n := d.node(yaml.SequenceNode, "!!seq", "", at)
		if v.Kind == unstable.InlineTable {
			n.Kind, n.Tag = yaml.MappingNode, "!!map"
		}
		n.Style = yaml.FlowStyle
		for children := v.Children(); children.Next(); {
			if child := children.Node(); n.Kind == yaml.MappingNode {
				d.keyValue(n, child, depth)
			} else {
				n.Content = append(n.Content, d.value(child, at, depth+1))
			}
		}
		return n
	case unstable.String:
		return d.text(string(v.Data), at)
	case unstable.Integer, unstable.Float, unstable.Bool:
		tag := map[unstable.Kind]string{unstable.Integer: "!!int", unstable.Float: "!!float", unstable.Bool: "!!bool"}[v.Kind]
		return d.node(yaml.ScalarNode, tag, string(v.Data), at)
	case unstable.LocalDateTime, unstable.DateTime:
		return d.node(yaml.ScalarNode, "!!str", strings.Replace(strings.ToUpper(string(v.Data)), " ", "T", 1), at)
	}
	return d.node(yaml.ScalarNode, "!!str", string(v.Data), at)
}

// text returns the node of a text at an offset.
func (d *document) text(value string, at int) *yaml.Node {
	n := d.node(yaml.ScalarNode, "!!str", value, at)
	if at < len(d.data) {
		switch d.data[at] {
		case '"':
			n.Style = yaml.DoubleQuotedStyle
		case '\'':
			n.Style = yaml.SingleQuotedStyle
		}
	}
	return n
}

func (d *document) node(kind yaml.Kind, tag, value string, at int) *yaml.Node {
	d.nodes++
	if len(d.made) == cap(d.made) {
		d.made = make([]yaml.Node, 0, 256)
	}
	line, column := d.position(at)
	d.made = append(d.made, yaml.Node{Kind: kind, Tag: tag, Value: value, Line: d.in.Above() + line, Column: column})
	return &d.made[len(d.made)-1]
}

func (d *document) add(table, key, value *yaml.Node) {
	table.Content = append(table.Content, key, value)
	if index := d.indexes[table]; index != nil {
		index[key.Value] = value
	}
}

// find returns the value of a key of a table, or nil where there is none.
func (d *document) find(table *yaml.Node, key string) *yaml.Node {
	index := d.indexes[table]
	if index == nil {
		index = make(map[string]*yaml.Node)
		for i := 0; i < len(table.Content); i += 2 {
			index[table.Content[i].Value] = table.Content[i+1]
		}
		d.indexes[table] = index
	}
	return index[key]
}

// position returns the line and column of an offset. Offsets are asked for nearly in order.
func (d *document) position(at int) (line, column int) {
	p := &d.place
	at = min(at, len(d.data))
	if at < p.start {
		p.at, p.line, p.start, p.columns = 0, 1, 0, 0
	}
	if at < p.at {
		p.at, p.columns = p.start, 0
	}
	for {
		end := bytes.IndexByte(d.data[p.at:at], '\n')
		if end < 0 {
			break
		}
		p.at += end + 1
		p.line, p.start, p.columns = p.line+1, p.at, 0
	}
	p.columns += utf8.RuneCount(d.data[p.at:at])
	p.at = at
	return p.line, p.columns + 1
}

// lineRange returns the range from an offset to the end of its line.
func (d *document) lineRange(at int) diag.Range {
	line, column := d.position(at)
	return d.in.RestRange(d.in.Above()+line, column)
}

// errorAt returns the offset at which a text is broken.
func (d *document) errorAt(err error) int {
	var broken *unstable.ParserError
	if errors.As(err, &broken) && len(broken.Highlight) > 0 {
		return d.from + int(d.parser.Range(broken.Highlight).Offset)
	}
	return d.from
}

// begins returns the offset of the first line at an offset or after it that holds more than a comment.
func (d *document) begins(at int) int {
	if at > d.from { // the rest of the line belongs to the expression before
		at = d.lineEnd(at)
	}
	for at < len(d.data) {
		line := bytes.TrimSpace(d.data[at:d.lineEnd(at)])
		if len(line) > 0 && line[0] != '#' {
			break
		}
		at = d.lineEnd(at)
	}
	return at
}

// lineEnd returns the offset at which the line after that of an offset begins.
func (d *document) lineEnd(at int) int {
	if end := bytes.IndexByte(d.data[at:], '\n'); end >= 0 {
		return at + end + 1
	}
	return len(d.data)
}

// expression matches a line with which one may begin.
var expression = lazyregexp.New(`^[ \t]*(?:[A-Za-z0-9_."' -]+=|\[\[?[A-Za-z0-9_."' -]+\]\]?[ \t]*(?:#.*)?$)`)

// nextLine returns the offset of the first line below that of an offset with which an expression may begin.
func (d *document) nextLine(at int) int {
	for at = d.lineEnd(at); at < len(d.data); at = d.lineEnd(at) {
		if expression().Match(bytes.TrimRight(d.data[at:d.lineEnd(at)], "\r\n")) {
			break
		}
	}
	return at
}

// keyed matches what a key begins a line with.
var keyed = lazyregexp.New(`^[ \t]*([A-Za-z0-9_-]+)[ \t]*=[ \t]*`)

// broken reports an expression that cannot be read, up to the offset of the next one. If it has a key, what is under
// that is kept as a text: most often only the quotes are missing.
func (d *document) broken(begin, at, next int, err error) {
	m := keyed().FindSubmatchIndex(d.data[begin:d.lineEnd(begin)])
	message := "this is not TOML: " + diag.Brief(err.Error())
	value := ""
	if m != nil && next-begin <= maxText {
		value = string(bytes.TrimSpace(d.data[begin+m[1] : next]))
	}
	if value == "" {
		if at >= len(d.data)-1 {
			at = begin // of what does not end
		}
		d.problems.Report(d.lineRange(at), rule.BrokenTOML, message, "is a quotation mark, a bracket or a comma missing?")
		return
	}
	cure := "put the text in quotes, and \\ before each quote in it"
	if strings.ContainsRune("[{", rune(value[0])) || strings.HasPrefix(value, `"""`) || strings.HasPrefix(value, "'''") {
		cure = "is a quotation mark, a bracket or a comma missing?"
	}
	d.problems.Report(d.lineRange(begin+m[1]), rule.BrokenTOML, message+"; it is kept as a text", cure)
	key := d.text(string(d.data[begin+m[2]:begin+m[3]]), begin+m[2])
	if first := value[0]; (first == '"' || first == '\'') && strings.Count(value, value[:1]) == 1 {
		value = value[1:]
	}
	d.add(d.table, key, d.node(yaml.ScalarNode, "!!str", value, begin+m[1]))
}
