package fastyaml

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads keys.

// maxKey is the greatest length of a key and what is before its colon, in bytes. It must stay below what yaml.v3
// allows.
const maxKey = 200

// keyLength returns the length of the plain key here, and that with what is before its colon. It is 0 where there is no
// key. In brackets it holds no comma and no brackets.
func (r *Reader) keyLength(inBrackets bool) (length, colon int) {
	if r.isMerge() {
		return len("<<"), len("<<")
	}
	rest := r.text[r.at:min(r.at+maxKey, len(r.text))]
	if !r.beginsPlain() || inBrackets && rest[0] == ':' ||
		strings.HasPrefix(rest, "---") || strings.HasPrefix(rest, "...") { // which may end a document
		return 0, 0
	}
	for i := range len(rest) {
		switch rest[i] {
		case ':':
			if r.saysAt(r.at + i + 1) {
				continue
			}
			key := trimBlanks(rest[:i])
			if key == "<<" || strings.HasPrefix(r.text[r.at+i+1:], "\t") {
				return 0, 0
			}
			return len(key), i
		case '\n', '\t':
			return 0, 0
		case '#':
			if rest[i-1] == ' ' {
				return 0, 0
			}
		case '?': // which must surely be text
			if inBrackets && (!r.goesOnAt(r.at+i+1) || strings.ContainsAny(rest[:i], "!&*%")) {
				return 0, 0
			}
		case ',', '[', ']', '{', '}':
			if inBrackets {
				return 0, 0
			}
		}
	}
	return 0, 0
}

// key reads a key and its colon. Lines of one in quotes would be indented by more than indent blanks.
func (r *Reader) key(indent int, inBrackets bool) *yaml.Node {
	if r.at == len(r.text) {
		return nil
	}
	if c := r.text[r.at]; c == '"' || c == '\'' {
		from := r.at
		n := r.quoted(indent)
		if n == nil || !r.endsKey(n, from, inBrackets) {
			return nil
		}
		return n
	}
	length, colon := r.keyLength(inBrackets)
	if length == 0 {
		return nil
	}
	n := r.plainNode(r.text[r.at : r.at+length])
	if n.Value == "<<" {
		n.Tag = "!!merge"
	}
	r.at += colon + 1
	return n
}

// endsKey reports whether the colon of a key comes next, which is a text in quotes that begins at an offset, and goes
// over it.
func (r *Reader) endsKey(key *yaml.Node, from int, inBrackets bool) bool {
	end := r.at
	r.blanks()
	if r.line != key.Line || r.at-from > maxKey || !r.isAt(":") || !inBrackets && r.saysAt(r.at+1) {
		r.at = end
		return false
	}
	r.at++
	return true
}
