package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads plain text outside of brackets.

// plain reads plain text, which may go on in lines that are indented by more than indent blanks.
func (r *Reader) plain(indent int) *yaml.Node {
	if !r.beginsPlain() {
		return nil
	}
	n := r.plainNode("")
	first, empty := "", 0 // empty lines above the line in hand
	for lines := 1; ; lines++ {
		text, comment, ok := r.plainLine()
		if !ok {
			return nil
		}
		switch lines {
		case 1:
			first = text
		case 2:
			r.joined = append(r.joined[:0], first...)
			fallthrough
		default:
			r.joined = append(fold(r.joined, empty), text...)
		}
		above := r.line
		comment = r.skip() || comment
		switch {
		case r.indent > indent && !comment:
			empty = r.line - above
			continue
		case r.indent > indent || first == "<<":
			return nil
		case lines > 1:
			n.Value = string(r.joined)
		default:
			n.Value, n.Tag = first, plainTag(first)
		}
		return n
	}
}

// beginsPlain reports whether plain text can begin here.
func (r *Reader) beginsPlain() bool {
	switch r.text[r.at] {
	case ' ', '\t', '\n', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`':
		return false
	case '-', '?', ':':
		return r.saysAt(r.at + 1)
	}
	return true
}

// plainLine reads the rest of a line as plain text and goes to the line below. Comment reports whether a comment ends
// it, and ok whether it is plain text.
func (r *Reader) plainLine() (text string, comment, ok bool) {
	end := r.lineEnd(r.at)
	text = strings.TrimSuffix(r.text[r.at:end], "\n")
	i := strings.Index(text, " #")
	if strings.IndexByte(text, '\t') >= 0 {
		if text[0] == '\t' || strings.Contains(text, ":\t") {
			return "", false, false
		}
		if tab := strings.Index(text, "\t#"); i < 0 || tab >= 0 && tab < i {
			i = tab
		}
	}
	if i >= 0 {
		text, comment = text[:i], true
	}
	text = trimBlanks(text)
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") {
		return "", false, false
	}
	r.at = end
	r.line++
	return text, comment, true
}
