package fastyaml

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// This file reads the values of JSON that hold no others.

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
