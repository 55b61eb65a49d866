package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// What a Reader reads as text, and what in brackets.

// plain reads plain text, which may go on in lines that are indented more than so much.
func (r *Reader) plain(indent int) *yaml.Node {
	if !r.beginsPlain() {
		return nil
	}
	n := r.plainNode("")
	lines, value := 0, ""
	var joined strings.Builder
	for {
		text, comment, ok := r.plainLine()
		if !ok {
			return nil
		}
		if lines++; lines == 1 {
			value = text
		} else {
			if lines == 2 {
				joined.WriteString(value)
			}
			joined.WriteString(" ")
			joined.WriteString(text)
		}
		next := r.At // the line below begins here, …
		if r.Skip(); r.Indent <= indent {
			break
		}
		if comment || r.Start != next { // … and nothing may stand between
			return nil
		}
	}
	if lines > 1 {
		n.Value = joined.String()
		return n
	}
	if value == "<<" {
		return nil
	}
	n.Value, n.Tag = value, plainTag(value)
	return n
}

// beginsPlain says whether plain text can begin here, outside of brackets.
func (r *Reader) beginsPlain() bool {
	switch c := r.Text[r.At]; c {
	case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-':
		return !r.IsHyphen() && r.At+1 < len(r.Text)
	}
	return true
}

// plainLine reads the rest of a line as plain text and goes to the line below. It says whether a comment ends it.
func (r *Reader) plainLine() (text string, comment, ok bool) {
	end := r.lineEnd(r.At)
	text = strings.TrimSuffix(r.Text[r.At:end], "\n")
	if i := strings.Index(text, " #"); i >= 0 {
		text, comment = text[:i], true
	}
	text = strings.TrimRight(text, " ")
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") {
		return "", false, false
	}
	r.At = end
	r.Line++
	return text, comment, true
}

// quoted reads text in quotes, which may go on in lines that are indented more than so much, without an empty one.
func (r *Reader) quoted(indent int) *yaml.Node {
	quote, style := r.Text[r.At], yaml.DoubleQuotedStyle
	if quote == '\'' {
		style = yaml.SingleQuotedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	r.At++
	var read strings.Builder
	for from := r.At; r.At < len(r.Text); {
		c := r.Text[r.At]
		escaped := c == '\\' && quote == '"' || c == quote && quote == '\'' && strings.HasPrefix(r.Text[r.At+1:], "'")
		switch {
		case escaped:
			read.WriteString(r.Text[from:r.At])
			r.At++
			if r.At == len(r.Text) || r.Text[r.At] != quote && r.Text[r.At] != '\\' {
				return nil
			}
			from = r.At
			r.At++
		case c == quote:
			if n.Value = r.Text[from:r.At]; read.Len() > 0 {
				read.WriteString(n.Value)
				n.Value = read.String()
			}
			r.At++
			return n
		case c == '\n':
			read.WriteString(strings.TrimRight(r.Text[from:r.At], " "))
			if !r.below(indent) {
				return nil
			}
			read.WriteByte(' ')
			from = r.At
		default:
			r.At++
		}
	}
	return nil
}

// below goes from the end of a line to the text of the next, which must be indented more than so much.
func (r *Reader) below(indent int) bool {
	r.At++
	r.Line++
	r.Start = r.At
	r.blanks()
	return r.At-r.Start > indent && r.At < len(r.Text) && r.Text[r.At] != '\n'
}

// block reads the lines behind | or >, which are indented more than so much and all alike.
func (r *Reader) block(indent int) *yaml.Node {
	style, folds := yaml.LiteralStyle, r.Text[r.At] == '>'
	if folds {
		style = yaml.FoldedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	r.At++
	strips := strings.HasPrefix(r.Text[r.At:], "-")
	if strips {
		r.At++
	}
	if !strings.HasPrefix(r.Text[r.At:], "\n") || !r.below(indent) {
		return nil
	}
	inner := r.At - r.Start
	r.At = r.Start
	first, lines, empty := "", 0, 0 // lines with text so far, and without since the last
	var joined strings.Builder
	for r.At < len(r.Text) {
		end := r.lineEnd(r.At)
		line := r.Text[r.At:end]
		text := strings.TrimLeft(line, " ")
		switch blanks := len(line) - len(text); {
		case text == "\n" && blanks <= inner:
			empty++
		case blanks < inner:
			return r.blockEnd(n, first, &joined, lines, strips)
		case text == "\n" || folds && blanks > inner || line[len(line)-1] != '\n':
			return nil
		case lines == 0:
			first, lines = line[inner:len(line)-1], 1
		default:
			if lines++; lines == 2 {
				joined.WriteString(first)
			}
			joinLines(&joined, empty, folds)
			joined.WriteString(line[inner : len(line)-1])
			empty = 0
		}
		r.At = end
		r.Line++
	}
	return r.blockEnd(n, first, &joined, lines, strips)
}

// joinLines writes what stands for the end of a line and empty lines below it.
func joinLines(to *strings.Builder, empty int, folds bool) {
	switch {
	case !folds:
		empty++
	case empty == 0:
		to.WriteByte(' ')
	}
	for range empty {
		to.WriteByte('\n')
	}
}

// blockEnd makes a node of the lines of a block.
func (r *Reader) blockEnd(n *yaml.Node, first string, joined *strings.Builder, lines int, strips bool) *yaml.Node {
	switch {
	case lines > 1:
		if !strips {
			joined.WriteByte('\n')
		}
		n.Value = joined.String()
	case strips:
		n.Value = first
	default:
		n.Value = first + "\n"
	}
	r.Skip()
	return n
}

// maxFlow is how many brackets may stand in each other.
const maxFlow = 8

// flow reads a list or a map in brackets, the lines of which must be indented more than so much.
func (r *Reader) flow(indent, depth int) *yaml.Node {
	kind, tag, end := yaml.SequenceNode, "!!seq", byte(']')
	if r.Text[r.At] == '{' {
		kind, tag, end = yaml.MappingNode, "!!map", '}'
	}
	n, base := r.node(kind, yaml.FlowStyle, tag, ""), len(r.stack)
	r.At++
	for {
		if !r.flowBlanks(indent) {
			return nil
		}
		if r.Text[r.At] == end {
			r.At++
			return r.adopt(n, base)
		}
		if kind == yaml.MappingNode {
			key := r.key()
			if key == nil || !strings.HasPrefix(r.Text[r.At:], " ") {
				return nil
			}
			r.stack = append(r.stack, key)
			r.blanks()
		}
		value := r.flowValue(indent, depth)
		if value == nil || !r.flowBlanks(indent) || r.isDense() {
			return nil
		}
		r.stack = append(r.stack, value)
		switch r.Text[r.At] {
		case ',':
			r.At++
		case end:
		default:
			return nil
		}
	}
}

// flowBlanks goes over blanks and ends of lines.
func (r *Reader) flowBlanks(indent int) bool {
	r.blanks()
	if strings.HasPrefix(r.Text[r.At:], "\n") && !r.below(indent) {
		return false
	}
	return r.At < len(r.Text)
}

// flowValue reads a value in brackets.
func (r *Reader) flowValue(indent, depth int) *yaml.Node {
	if r.At == len(r.Text) {
		return nil
	}
	switch r.Text[r.At] {
	case '"', '\'':
		return r.quoted(indent)
	case '[', '{':
		if depth == 0 {
			return nil
		}
		return r.flow(indent, depth-1)
	case '-':
		return nil
	}
	if !r.beginsPlain() {
		return nil
	}
	from := r.At
	for end := from; end < len(r.Text); end++ {
		switch c := r.Text[end]; c {
		case ',', ']', '}', '\n':
			value := strings.TrimRight(r.Text[from:end], " ")
			if value == "" || value == "<<" || value[len(value)-1] == ':' {
				return nil
			}
			n := r.plainNode(value)
			r.At = end
			return n
		case '[', '{', '?', '#':
			return nil
		case ':':
			if end+1 == len(r.Text) || strings.IndexByte(" \n,[]{}", r.Text[end+1]) >= 0 {
				return nil
			}
		}
	}
	return nil
}
