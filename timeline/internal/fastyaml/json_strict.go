package fastyaml

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// This file reads JSON as a parser of YAML does, for a text of YAML that is nothing but JSON. What is not JSON to the
// letter, or not the same in both, it does not understand: comments, tabs between values, half characters, long keys.

// Flow reads the whole text that OpenJSON was given, which is one value. It returns nil where it does not understand
// that. The function that Later was given looks at the value, or the value of the key events in it, where that is a
// list; when it leaves the list to the end of the text, the map around that ends there too.
func (r *Reader) Flow() *yaml.Node {
	r.stack, r.made = r.stack[:0], 0
	if !r.flowGap() {
		return nil
	}
	if n := r.flowAny(0, true); n != nil && r.flowGap() && r.at == len(r.text) {
		return n
	}
	return nil
}

// FlowItem reads the next item of a list whose text, without its brackets, OpenJSON was given. It returns nil after the
// last one, and where it does not understand what comes next, which ok reports.
func (r *Reader) FlowItem() (n *yaml.Node, ok bool) {
	r.stack, r.made = r.stack[:0], 0
	if r.from = r.at; !r.flowGap() {
		return nil, false
	}
	if r.at == len(r.text) {
		return nil, strings.TrimLeft(r.text[r.from:], " \r\n") == "" && !r.lacking
	}
	if n = r.flowAny(0, false); n == nil || !r.flowGap() {
		return nil, false
	}
	if r.lacking = r.isAt(","); r.lacking {
		r.at++
	}
	return n, r.lacking || r.at == len(r.text)
}

// flowGap skips blanks and ends of lines. It reports whether a parser of YAML skips the same.
func (r *Reader) flowGap() bool {
	for ; r.at < len(r.text); r.at++ {
		switch c := r.text[r.at]; {
		case c == ' ':
		case c == '\n':
			r.line, r.start = r.line+1, r.at+1
		case c == '\r' && strings.HasPrefix(r.text[r.at+1:], "\n"):
		case c == '\t', c == '\r', c == '#':
			return false
		default:
			return true
		}
	}
	return true
}

// flowAny reads a value within depth others. Events reports whether it is where the list of events may be.
func (r *Reader) flowAny(depth int, events bool) *yaml.Node {
	if r.at == len(r.text) || depth == maxNested {
		return nil
	}
	switch r.text[r.at] {
	case '{':
		return r.flowMap(depth)
	case '[':
		return r.flowList(depth, events)
	case '"':
		return r.strictText()
	}
	return r.flowWord()
}

// flowMap reads a map.
func (r *Reader) flowMap(depth int) *yaml.Node {
	n, base := r.node(yaml.MappingNode, yaml.FlowStyle, "!!map", ""), len(r.stack)
	for r.at++; ; r.at++ {
		if !r.flowGap() {
			return nil
		}
		if r.isAt("}") && len(r.stack) == base {
			break
		}
		if !r.isAt(`"`) {
			return nil
		}
		from := r.at
		key := r.strictText()
		if key == nil || r.at-from > maxKey {
			return nil
		}
		r.blanks()
		if !r.isAt(":") {
			return nil
		}
		if r.at++; !r.flowGap() {
			return nil
		}
		value := r.flowAny(depth+1, depth == 0 && key.Value == "events")
		if value == nil || !r.flowGap() || r.isDense() {
			return nil
		}
		if r.stack = append(r.stack, key, value); r.left && r.at == len(r.text) {
			return r.adopt(n, base)
		}
		if !r.isAt(",") {
			break
		}
	}
	if !r.isAt("}") {
		return nil
	}
	r.at++
	return r.adopt(n, base)
}

// flowList reads a list.
func (r *Reader) flowList(depth int, events bool) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, yaml.FlowStyle, "!!seq", ""), len(r.stack)
	if events && r.later != nil {
		if length := r.later(n, r.text[r.at:], depth > 0); length > 0 {
			r.left = true
			r.skipTo(r.at + length)
			return n
		}
	}
	for r.at++; ; r.at++ {
		if !r.flowGap() {
			return nil
		}
		if r.isAt("]") && len(r.stack) == base {
			break
		}
		value := r.flowAny(depth+1, false)
		if value == nil || !r.flowGap() || r.isDense() {
			return nil
		}
		if r.stack = append(r.stack, value); !r.isAt(",") {
			break
		}
	}
	if !r.isAt("]") {
		return nil
	}
	r.at++
	return r.adopt(n, base)
}

// flowWord reads a number, true, false or null.
func (r *Reader) flowWord() *yaml.Node {
	end := r.at
	for end < len(r.text) && (isWordByte(r.text[end]) && r.text[end] < utf8.RuneSelf) {
		end++
	}
	word := r.text[r.at:end]
	switch word {
	case "true", "false", "null":
	default:
		digits := strings.TrimPrefix(word, "-")
		if digits == "" || digits[0] < '0' || digits[0] > '9' || strings.Trim(digits, "0123456789.eE+-") != "" {
			return nil
		}
	}
	n := r.plainNode(word)
	r.at = end
	return n
}

// strictText reads a text in quotes.
func (r *Reader) strictText() *yaml.Node {
	n := r.node(yaml.ScalarNode, yaml.DoubleQuotedStyle, "!!str", "")
	r.at++
	var read strings.Builder
	quote := -1 // the next one, which is looked for once however many escapes come before it
	for from := r.at; ; {
		if quote < r.at {
			next := strings.IndexByte(r.text[r.at:], '"')
			if next < 0 {
				return nil
			}
			quote = r.at + next
		}
		end := quote - r.at
		slash := strings.IndexByte(r.text[r.at:quote], '\\')
		if slash >= 0 {
			end = slash
		}
		if strings.IndexByte(r.text[r.at:r.at+end], '\n') >= 0 {
			return nil
		}
		if r.at += end; slash < 0 {
			if n.Value = r.text[from:r.at]; read.Len() > 0 {
				read.WriteString(n.Value)
				n.Value = read.String()
			}
			r.at++
			return n
		}
		read.WriteString(r.text[from:r.at])
		if r.at++; !r.isAt(`"\bfnrtu`) {
			return nil
		}
		if r.text[r.at] == 'u' {
			if half, ok := r.hex(r.at + 1); !ok || utf16.IsSurrogate(half) {
				return nil
			}
		}
		r.escape(&read)
		from = r.at
	}
}
