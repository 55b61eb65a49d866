package fastyaml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// Broken is the tag of a map of which something could not be read.
const Broken = "!broken"

// A Fault is what is wrong in a text of JSON, with its place.
type Fault struct {
	Line, Column  int // from 1
	Message, Hint string
}

// OpenJSON begins with a text of JSON values, as Open does with one of items. The text begins in a line of which a
// number of characters come before it.
func (r *Reader) OpenJSON(text string, above, before int) {
	r.nodes.reset()
	*r = Reader{text: text, line: above + 1, nodes: r.nodes, stack: r.stack[:0]}
	r.column.runes = before
}

// JSON reads the next value of a text of JSON, and returns nil where the text ends. Commas between values are skipped,
// and so are comments; other slips that hide nothing, such as a comma after the last item, are read as they are meant.
//
// What cannot be read is among the Faults, and the map around it has the tag Broken. Reading goes on with the next item
// of the list around that.
func (r *Reader) JSON() *yaml.Node {
	r.stack, r.made, r.faults = r.stack[:0], 0, r.faults[:0]
	for {
		r.gap()
		if r.at < len(r.text) && r.text[r.at] == ',' {
			r.at++
			continue
		}
		if r.from = r.at; r.at == len(r.text) {
			return nil
		}
		indent := r.indentAt(r.from)
		n := r.jsonValue(0)
		begins := r.at < len(r.text) && r.text[r.at] == '{' && r.indentAt(r.at) == indent
		if (n == nil || n.Tag == Broken) && !begins && !r.nextItem(r.from, indent) {
			r.at = len(r.text)
		}
		if n != nil {
			return n
		}
	}
}

// Faults returns what is wrong in the value that JSON returned last, or in the text before it.
func (r *Reader) Faults() []Fault { return r.faults }

// Later lets f look at each list that begins within four others or less, until the next OpenJSON. It is given the text
// from its bracket on, and returns the length of what is not to be read, with the brackets, or 0.
func (r *Reader) Later(f func(n *yaml.Node, rest string) int) { r.later = f }

// maxLater is the greatest depth of a list that may be read later.
const maxLater = 4

// maxNested is the greatest depth of brackets in brackets of JSON.
const maxNested = 500

// fault notes what is wrong here.
func (r *Reader) fault(message, hint string) {
	if len(r.faults) < 100 {
		at := r.node(yaml.ScalarNode, 0, "", "")
		r.faults = append(r.faults, Fault{Line: at.Line, Column: at.Column, Message: message, Hint: hint})
	}
}

// gap skips blanks, ends of lines and comments.
func (r *Reader) gap() {
	for r.at < len(r.text) {
		switch r.text[r.at] {
		case ' ', '\t', '\r':
			r.at++
		case '\n':
			r.at++
			r.line, r.start = r.line+1, r.at
		case '/':
			end := 0
			switch rest := r.text[r.at:]; {
			case strings.HasPrefix(rest, "//"):
				end = strings.IndexByte(rest, '\n')
			case strings.HasPrefix(rest, "/*"):
				if end = strings.Index(rest, "*/"); end >= 0 {
					end += 2
				}
			default:
				return
			}
			if end < 0 {
				end = len(r.text) - r.at
			}
			r.skipTo(r.at + end)
		default:
			return
		}
	}
}

// skipTo goes to an offset, and counts the lines between.
func (r *Reader) skipTo(at int) {
	if last := strings.LastIndexByte(r.text[r.at:at], '\n'); last >= 0 {
		r.line += strings.Count(r.text[r.at:at], "\n")
		r.start = r.at + last + 1
	}
	r.at = at
}

// jsonValue reads a value within depth others. It returns nil where that is none.
func (r *Reader) jsonValue(depth int) *yaml.Node {
	if r.at == len(r.text) {
		r.fault("the text ends before it is complete", "is the file whole?")
		return nil
	}
	switch r.text[r.at] {
	case '{', '[':
		if depth == maxNested {
			r.fault("brackets stand in each other more than 500 deep", "write it flatter")
			return nil
		}
		if r.text[r.at] == '{' {
			return r.jsonMap(depth)
		}
		return r.jsonList(depth)
	case '"', '\'':
		return r.jsonText()
	}
	return r.jsonWord()
}

// jsonMap reads a map.
func (r *Reader) jsonMap(depth int) *yaml.Node {
	n, base := r.node(yaml.MappingNode, yaml.FlowStyle, "!!map", ""), len(r.stack)
	for r.at++; ; {
		r.gap()
		switch {
		case r.at < len(r.text) && r.text[r.at] == ',':
			r.at++
			continue
		case r.at < len(r.text) && r.text[r.at] == '}':
			r.at++
			return r.adopt(n, base)
		}
		key := r.jsonKey()
		if key == nil {
			break
		}
		value := r.jsonValue(depth + 1)
		if value == nil {
			if n.Tag = Broken; r.leaveValue() {
				continue
			}
			break
		}
		if r.stack = append(r.stack, key, value); value.Tag == Broken || r.isDense() {
			break
		}
		if r.gap(); r.at == len(r.text) || r.text[r.at] != ',' && r.text[r.at] != '}' {
			r.fault("a comma or } is missing before this", "")
			break
		}
	}
	n.Tag = Broken
	r.adopt(n, base)
	return n
}

// leaveValue goes to the comma or brace after a value that cannot be read, and reports whether that is in its line.
func (r *Reader) leaveValue() bool {
	end := strings.IndexAny(r.text[r.at:], ",}[{\"\n")
	if end < 0 || r.text[r.at+end] != ',' && r.text[r.at+end] != '}' {
		return false
	}
	r.at += end
	return true
}

// jsonKey reads a key and its colon, and goes to the value.
func (r *Reader) jsonKey() *yaml.Node {
	if r.at == len(r.text) {
		r.fault("the text ends within braces", "is the file whole?")
		return nil
	}
	var key *yaml.Node
	if c := r.text[r.at]; c == '"' || c == '\'' {
		key = r.jsonText()
	} else {
		key = r.jsonName()
	}
	if key == nil {
		return nil
	}
	key.Tag = "!!str"
	if r.gap(); r.at == len(r.text) || r.text[r.at] != ':' {
		r.fault("a colon is missing before this", "")
		return nil
	}
	r.at++
	r.gap()
	return key
}

// jsonName reads a key without quotes.
func (r *Reader) jsonName() *yaml.Node {
	end := r.at
	for end < len(r.text) && isWordByte(r.text[end]) {
		end++
	}
	if end == r.at {
		r.fault("this is no key", "put keys in quotes")
		return nil
	}
	n := r.node(yaml.ScalarNode, 0, "!!str", r.text[r.at:end])
	r.at = end
	return n
}

// isWordByte reports whether a byte may be in a number or word.
func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' || c == '-' || c == '+' ||
		c == '.' || c == '$' || c >= utf8.RuneSelf
}

// jsonList reads a list.
func (r *Reader) jsonList(depth int) *yaml.Node {
	n, base := r.node(yaml.SequenceNode, yaml.FlowStyle, "!!seq", ""), len(r.stack)
	if r.later != nil && depth <= maxLater {
		if length := r.later(n, r.text[r.at:]); length > 0 {
			r.skipTo(r.at + length)
			return n
		}
	}
	for r.at++; ; {
		r.gap()
		switch {
		case r.at == len(r.text):
			r.fault("the text ends within brackets", "is the file whole?")
			return r.adopt(n, base)
		case r.text[r.at] == ',':
			r.at++
			continue
		case r.text[r.at] == ']':
			r.at++
			return r.adopt(n, base)
		}
		from, indent := r.at, r.indentAt(r.at)
		value := r.jsonValue(depth + 1)
		if value != nil {
			r.stack = append(r.stack, value)
		}
		if r.isDense() {
			r.fault("this holds too many small values", "put the data into a file of its own")
			n.Tag = Broken
			return r.adopt(n, base)
		}
		if value != nil && value.Tag != Broken {
			if r.gap(); r.at == len(r.text) || r.text[r.at] == ',' || r.text[r.at] == ']' {
				continue
			}
			r.fault("a comma or ] is missing before this", "")
			switch r.text[r.at] {
			case '{', '[', '"':
				continue
			case '}': // of what is around it: the bracket that is missing was to be here
				n.Tag = Broken
				return r.adopt(n, base)
			}
		}
		if depth > maxLater || !r.nextItem(from, indent) {
			n.Tag = Broken
			return r.adopt(n, base)
		}
	}
}

// jsonWord reads a number, or a word without quotes.
func (r *Reader) jsonWord() *yaml.Node {
	end := r.at
	for end < len(r.text) && isWordByte(r.text[end]) {
		end++
	}
	word, tag := r.text[r.at:end], ""
	switch word {
	case "null", "NaN", "None", "undefined":
		tag = "!!null"
	case "true", "false", "True", "False", "Infinity", "-Infinity":
	default:
		if _, err := strconv.ParseFloat(word, 64); err != nil && !strings.HasSuffix(err.Error(), "range") {
			r.fault("this is no value", "put text in quotes")
			return nil
		}
	}
	n := r.node(yaml.ScalarNode, 0, tag, word)
	r.at = end
	return n
}

// jsonText reads a text in quotes. One that is empty says nothing, as null does.
func (r *Reader) jsonText() *yaml.Node {
	quote := r.text[r.at]
	n := r.node(yaml.ScalarNode, yaml.DoubleQuotedStyle, "!!str", "")
	begin := r.at
	r.at++
	var read strings.Builder
	for from := r.at; ; {
		if r.at == len(r.text) || r.text[r.at] == '\n' {
			r.at = begin
			r.fault("the quotation does not end", "close it with "+string(quote))
			return nil
		}
		switch c := r.text[r.at]; {
		case c == quote:
			if n.Value = r.text[from:r.at]; read.Len() > 0 {
				read.WriteString(n.Value)
				n.Value = read.String()
			}
			if r.at++; n.Value == "" {
				n.Tag = "!!null"
			}
			return n
		case c == '\\' && r.at+1 < len(r.text):
			read.WriteString(r.text[from:r.at])
			r.at++
			r.escape(&read)
			from = r.at
		default:
			r.at++
		}
	}
}

// escape reads what comes after a backslash.
func (r *Reader) escape(to *strings.Builder) {
	c := r.text[r.at]
	r.at++
	switch c {
	case 'n':
		to.WriteByte('\n')
	case 't':
		to.WriteByte('\t')
	case 'r':
		to.WriteByte('\r')
	case 'b':
		to.WriteByte('\b')
	case 'f':
		to.WriteByte('\f')
	case '"', '\'', '\\', '/':
		to.WriteByte(c)
	case 'u':
		first, ok := r.hex(r.at)
		if !ok {
			to.WriteString(`\u`)
			return
		}
		r.at += 4
		if utf16.IsSurrogate(first) && strings.HasPrefix(r.text[r.at:], `\u`) {
			second, _ := r.hex(r.at + 2)
			if both := utf16.DecodeRune(first, second); both != utf8.RuneError {
				r.at += 6
				first = both
			}
		}
		to.WriteRune(first) // half of a pair becomes U+FFFD
	default: // as it is
		to.WriteByte('\\')
		r.at--
	}
}

// hex returns the number that four hexadecimal digits say.
func (r *Reader) hex(at int) (rune, bool) {
	if at+4 > len(r.text) {
		return 0, false
	}
	n, err := strconv.ParseUint(r.text[at:at+4], 16, 32)
	return rune(n), err == nil
}
