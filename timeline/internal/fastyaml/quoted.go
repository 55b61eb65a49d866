package fastyaml

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// This file reads text in quotes.

// quoted reads text in quotes, which may go on in lines that are indented by more than indent blanks.
func (r *Reader) quoted(indent int) *yaml.Node {
	quote, style := r.text[r.at], yaml.DoubleQuotedStyle
	if quote == '\'' {
		style = yaml.SingleQuotedStyle
	}
	n := r.node(yaml.ScalarNode, style, "!!str", "")
	r.at++
	r.joined = r.joined[:0]
	for from := r.at; r.at < len(r.text); {
		ok := true
		switch c := r.text[r.at]; {
		case c == '\\' && quote == '"':
			r.joined = append(r.joined, r.text[from:r.at]...)
			r.at++
			ok = r.escaped(indent)
			from = r.at
		case c == '\'' && quote == '\'' && strings.HasPrefix(r.text[r.at+1:], "'"):
			r.at++
			r.joined = append(r.joined, r.text[from:r.at]...)
			r.at++
			from = r.at
		case c == quote:
			if n.Value = r.text[from:r.at]; len(r.joined) > 0 {
				r.joined = append(r.joined, n.Value...)
				n.Value = string(r.joined)
			}
			r.at++
			return n
		case c == '\n':
			r.joined = append(r.joined, trimBlanks(r.text[from:r.at])...)
			empty := 0
			empty, ok = r.breaks(indent)
			r.joined = fold(r.joined, empty)
			from = r.at
		default:
			r.at++
		}
		if !ok {
			return nil
		}
	}
	return nil
}

// escapes are what a character after a backslash stands for.
var escapes = [256]string{
	'0': "\x00", 'a': "\a", 'b': "\b", 't': "\t", '\t': "\t", 'n': "\n", 'v': "\v", 'f': "\f", 'r': "\r", 'e': "\x1b",
	' ': " ", '"': `"`, '\'': "'", '\\': `\`, 'N': "\u0085", '_': "\u00a0", 'L': "\u2028", 'P': "\u2029",
}

// escaped reads what comes after a backslash, which may be the end of a line. It reports whether that means anything.
func (r *Reader) escaped(indent int) bool {
	if r.at == len(r.text) {
		return false
	}
	c, digits := r.text[r.at], 0
	switch c {
	case '\n':
		empty, ok := r.breaks(indent)
		r.joined = newlines(r.joined, empty)
		return ok
	case 'x':
		digits = 2
	case 'u':
		digits = 4
	case 'U':
		digits = 8
	default:
		r.at++
		r.joined = append(r.joined, escapes[c]...)
		return escapes[c] != ""
	}
	r.at++
	code := rune(0)
	for end := r.at + digits; r.at < end; r.at++ {
		if r.at == len(r.text) || code > utf8.MaxRune {
			return false
		}
		switch c := r.text[r.at]; {
		case '0' <= c && c <= '9':
			code = code<<4 + rune(c-'0')
		case 'a' <= c|0x20 && c|0x20 <= 'f':
			code = code<<4 + rune(c|0x20-'a'+10)
		default:
			return false
		}
	}
	r.joined = utf8.AppendRune(r.joined, code)
	return utf8.ValidRune(code)
}
