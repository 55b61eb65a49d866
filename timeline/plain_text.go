package timeline

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// What a plainReader reads as text, and what in brackets.

// plain reads plain text, which may go on in lines that are indented more than so much.
func (r *plainReader) plain(indent int) *yaml.Node {
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
		next := r.at // the line below begins here, …
		if r.skip(); r.indent <= indent {
			break
		}
		if comment || r.start != next { // … and nothing may stand between
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
func (r *plainReader) beginsPlain() bool {
	switch c := r.text[r.at]; c {
	case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-':
		return !r.isHyphen() && r.at+1 < len(r.text)
	}
	return true
}

// plainLine reads the rest of a line as plain text and goes to the line below. It says whether a comment ends it.
func (r *plainReader) plainLine() (text string, comment, ok bool) {
	end := r.lineEnd(r.at)
	text = strings.TrimSuffix(r.text[r.at:end], "\n")
	if i := strings.Index(text, " #"); i >= 0 {
		text, comment = text[:i], true
	}
	text = strings.TrimRight(text, " ")
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") {
		return "", false, false
	}
	r.at = end
	r.line++
	return text, comment, true
}

// quoted reads text in quotes, which may go on in lines that are indented more than so much, without an empty one.
func (r *plainReader) quoted(indent int) *yaml.Node {
	quote, style := r.text[r.at], yaml.DoubleQuotedStyle
	if quote == '\'' {
		style = yaml.SingleQuotedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	r.at++
	var read strings.Builder
	for from := r.at; r.at < len(r.text); {
		c := r.text[r.at]
		escaped := c == '\\' && quote == '"' || c == quote && quote == '\'' && strings.HasPrefix(r.text[r.at+1:], "'")
		switch {
		case escaped:
			read.WriteString(r.text[from:r.at])
			r.at++
			if r.at == len(r.text) || r.text[r.at] != quote && r.text[r.at] != '\\' {
				return nil
			}
			from = r.at
			r.at++
		case c == quote:
			if n.Value = r.text[from:r.at]; read.Len() > 0 {
				read.WriteString(n.Value)
				n.Value = read.String()
			}
			r.at++
			return n
		case c == '\n':
			read.WriteString(strings.TrimRight(r.text[from:r.at], " "))
			if !r.below(indent) {
				return nil
			}
			read.WriteByte(' ')
			from = r.at
		default:
			r.at++
		}
	}
	return nil
}

// below goes from the end of a line to the text of the next, which must be indented more than so much.
func (r *plainReader) below(indent int) bool {
	r.at++
	r.line++
	r.start = r.at
	r.blanks()
	return r.at-r.start > indent && r.at < len(r.text) && r.text[r.at] != '\n'
}

// block reads the lines behind | or >, which are indented more than so much and all alike.
func (r *plainReader) block(indent int) *yaml.Node {
	style, folds := yaml.LiteralStyle, r.text[r.at] == '>'
	if folds {
		style = yaml.FoldedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	r.at++
	strips := strings.HasPrefix(r.text[r.at:], "-")
	if strips {
		r.at++
	}
	if !strings.HasPrefix(r.text[r.at:], "\n") || !r.below(indent) {
		return nil
	}
	inner := r.at - r.start
	r.at = r.start
	first, lines, empty := "", 0, 0 // lines with text so far, and without since the last
	var joined strings.Builder
	for r.at < len(r.text) {
		end := r.lineEnd(r.at)
		line := r.text[r.at:end]
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
		r.at = end
		r.line++
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
func (r *plainReader) blockEnd(n *yaml.Node, first string, joined *strings.Builder, lines int, strips bool) *yaml.Node {
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
	r.skip()
	return n
}

// maxFlow is how many brackets may stand in each other.
const maxFlow = 8

// flow reads a list or a map in brackets, the lines of which must be indented more than so much.
func (r *plainReader) flow(indent, depth int) *yaml.Node {
	kind, tag, end := yaml.SequenceNode, "!!seq", byte(']')
	if r.text[r.at] == '{' {
		kind, tag, end = yaml.MappingNode, "!!map", '}'
	}
	n, base := r.node(kind, yaml.FlowStyle, tag, ""), len(r.stack)
	r.at++
	for {
		if !r.flowBlanks(indent) {
			return nil
		}
		if r.text[r.at] == end {
			r.at++
			return r.adopt(n, base)
		}
		if kind == yaml.MappingNode {
			key := r.key()
			if key == nil || !strings.HasPrefix(r.text[r.at:], " ") {
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
		switch r.text[r.at] {
		case ',':
			r.at++
		case end:
		default:
			return nil
		}
	}
}

// flowBlanks goes over blanks and ends of lines.
func (r *plainReader) flowBlanks(indent int) bool {
	r.blanks()
	if strings.HasPrefix(r.text[r.at:], "\n") && !r.below(indent) {
		return false
	}
	return r.at < len(r.text)
}

// flowValue reads a value in brackets.
func (r *plainReader) flowValue(indent, depth int) *yaml.Node {
	if r.at == len(r.text) {
		return nil
	}
	switch r.text[r.at] {
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
	from := r.at
	for end := from; end < len(r.text); end++ {
		switch c := r.text[end]; c {
		case ',', ']', '}', '\n':
			value := strings.TrimRight(r.text[from:end], " ")
			if value == "" || value == "<<" || value[len(value)-1] == ':' {
				return nil
			}
			n := r.plainNode(value)
			r.at = end
			return n
		case '[', '{', '?', '#':
			return nil
		case ':':
			if end+1 == len(r.text) || strings.IndexByte(" \n,[]{}", r.text[end+1]) >= 0 {
				return nil
			}
		}
	}
	return nil
}
