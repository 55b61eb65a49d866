package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads text, plain and quoted, and lists and maps in brackets.

// plain reads plain text, which may go on in lines that are indented by more than indent blanks.
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
		next := r.at // the line below begins here …
		if r.skip(); r.indent <= indent {
			break
		}
		if comment || r.start != next { // … and nothing may be between
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

// beginsPlain reports whether plain text can begin here, outside of brackets.
func (r *Reader) beginsPlain() bool {
	switch c := r.text[r.at]; c {
	case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-':
		return !r.isHyphen() && r.at+1 < len(r.text)
	}
	return true
}

// plainLine reads the rest of a line as plain text and goes to the line below. Comment reports whether a comment ends
// it, and ok whether it is plain text.
func (r *Reader) plainLine() (text string, comment, ok bool) {
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

// quoted reads text in quotes, which may go on in lines that are indented by more than indent blanks. None of them may
// be empty.
func (r *Reader) quoted(indent int) *yaml.Node {
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

// below goes from the end of a line to the text of the next. It reports whether that is indented by more than indent
// blanks.
func (r *Reader) below(indent int) bool {
	r.at++
	r.line++
	r.start = r.at
	r.blanks()
	return r.at-r.start > indent && r.at < len(r.text) && r.text[r.at] != '\n'
}

// block reads the lines after | or >, which are indented by more than indent blanks and all alike.
func (r *Reader) block(indent int) *yaml.Node {
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
	first, lines, empty := "", 0, 0 // lines with text so far, and empty ones since the last of them
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

// joinLines writes what the end of a line, and the empty lines below it, mean in a block.
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
	r.skip()
	return n
}

// maxFlow is the greatest depth of brackets in brackets.
const maxFlow = 8

// flow reads a list or a map in brackets. Its lines must be indented by more than indent blanks.
func (r *Reader) flow(indent, depth int) *yaml.Node {
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

// flowBlanks skips blanks and ends of lines. It reports whether something comes after them. A bracket that closes may
// be indented like the key whose value it ends.
func (r *Reader) flowBlanks(indent int) bool {
	r.blanks()
	if strings.HasPrefix(r.text[r.at:], "\n") && !r.below(indent) {
		return r.at-r.start == indent && r.at < len(r.text) && (r.text[r.at] == ']' || r.text[r.at] == '}')
	}
	return r.at < len(r.text)
}

// flowValue reads a value in brackets.
func (r *Reader) flowValue(indent, depth int) *yaml.Node {
	if r.at == len(r.text) || r.text[r.at] == '\n' {
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
	case '&':
		return r.anchored(func() *yaml.Node { return r.flowValue(indent, depth) })
	case '*':
		return r.alias()
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
