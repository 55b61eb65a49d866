package markup

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// elements are the elements of HTML that are known, with what begins at each of their tags.
var elements = map[string]partKind{
	"p": blankLine, "h1": blankLine, "h2": blankLine, "h3": blankLine, "h4": blankLine, "h5": blankLine,
	"h6": blankLine, "blockquote": blankLine, "ul": blankLine, "ol": blankLine, "pre": blankLine, "table": blankLine,
	"br": lineBreak, "hr": lineBreak, "div": lineEnd, "li": lineEnd, "tr": lineEnd,
	"b": words, "i": words, "em": words, "strong": words, "a": words, "code": words, "span": words, "sup": words,
	"sub": words, "small": words, "u": words, "s": words, "img": words, "td": words, "th": words, "time": words,
	"q": words, "cite": words, "abbr": words,
}

// maxTag is how many bytes of a tag are looked at.
const maxTag = 4096

// tag reads an element's begin or end. Anything else that begins with < is a <.
func (s *scanner) tag() {
	name, ends, size := s.tagName()
	kind, known := elements[name]
	if !known {
		s.at++
		s.webInAngles()
		return
	}
	attributes := s.text[s.at+size:]
	length := s.tagEnd(s.at + size)
	if length < 0 {
		s.at++
		return
	}
	attributes = attributes[:length]
	if !areAttributes(attributes) {
		s.at++
		return
	}
	size += length + 1
	switch name {
	case "a":
		s.anchor(ends, attributes, size)
		return
	case "img":
		s.image(attributes, size)
		return
	case "li":
		if !ends {
			s.block(size, part{kind: lineEnd}, part{text: "- "})
			return
		}
	case "td", "th":
		if s.pass(s.at); !ends && len(s.parts) > 0 && s.parts[len(s.parts)-1].kind == words {
			s.replace(size, part{text: " | "})
			return
		}
	case "q":
		s.replace(size, part{text: `"`})
		return
	case "sup": // 10<sup>6</sup> is no 106
		before, after := s.around(size)
		if !ends && '0' <= before && before <= '9' && ('0' <= after && after <= '9' || after == '-') {
			s.replace(size, part{text: "^"})
			return
		}
	}
	if kind == words {
		s.replace(size)
		return
	}
	s.block(size, part{kind: kind})
}

// block reads the tag of n bytes of an element that is no part of a line.
func (s *scanner) block(n int, parts ...part) {
	s.replace(n, parts...)
	s.forget()
}

// tagName returns the name of the tag in hand in small letters, whether it ends an element, and how many bytes these
// take. The name is "" where there is none.
func (s *scanner) tagName() (name string, ends bool, size int) {
	const longest = len("blockquote")
	rest := s.text[s.at+1:]
	size = 1
	if strings.HasPrefix(rest, "/") {
		rest, ends, size = rest[1:], true, 2
	}
	n := 0
	for n < len(rest) && n <= longest && isPlain(rest[n]) {
		n++
	}
	if n == len(rest) || rest[n] != '>' && rest[n] != '/' && !isBlank(rest[n]) {
		return "", false, 0
	}
	return strings.ToLower(rest[:n]), ends, size + n
}

// tagEnd returns how many bytes there are from a place in a tag to its end, −1 where it has none.
func (s *scanner) tagEnd(from int) int {
	most := min(len(s.text), from+maxTag)
	for i := from; i < most; i++ {
		switch c := s.text[i]; c {
		case '>':
			return i - from
		case '<':
			return -1
		case '"', '\'':
			if !s.hasLater(s.text[i:i+1], i) {
				return -1
			}
			i += 1 + strings.IndexByte(s.text[i+1:], c)
		}
	}
	return -1
}

// flags are the attributes that stand without a value.
var flags = map[string]bool{
	"hidden": true, "nowrap": true, "noshade": true, "compact": true, "reversed": true, "itemscope": true,
	"download": true, "ismap": true, "inert": true, "autofocus": true, "contenteditable": true,
}

// areAttributes reports whether all that stands in a tag is attributes: in “a <b and c>” there are none.
func areAttributes(text string) bool {
	ok := true
	eachAttribute(text, func(key, _ string, alone bool) bool {
		ok = key != "" && !alone || flags[strings.ToLower(key)]
		return ok
	})
	return ok
}

// attribute returns the value of an attribute.
func attribute(attributes, name string) (value string) {
	eachAttribute(attributes, func(key, has string, _ bool) bool {
		found := strings.EqualFold(key, name)
		if found {
			value = strings.TrimSpace(html.UnescapeString(has))
		}
		return !found
	})
	return value
}

// eachAttribute calls yield with each attribute of a tag and its value, and whether it stands alone, until that returns
// false.
func eachAttribute(text string, yield func(key, value string, alone bool) bool) {
	const blanks = " \t\r\n"
	for rest := strings.TrimLeft(text, blanks+"/"); rest != ""; rest = strings.TrimLeft(rest, blanks+"/") {
		n := strings.IndexAny(rest, "="+blanks+"/")
		if n < 0 {
			n = len(rest)
		}
		key, value := rest[:n], ""
		rest = strings.TrimLeft(rest[n:], blanks)
		alone := !strings.HasPrefix(rest, "=")
		if !alone {
			rest = strings.TrimLeft(rest[1:], blanks)
			if rest != "" && (rest[0] == '"' || rest[0] == '\'') {
				value, rest, _ = strings.Cut(rest[1:], rest[:1])
			} else if end := strings.IndexAny(rest, blanks); end >= 0 {
				value, rest = rest[:end], rest[end:]
			} else {
				value, rest = rest, ""
			}
		}
		if !yield(key, value, alone) {
			return
		}
	}
}

// anchor reads a tag of <a>.
func (s *scanner) anchor(ends bool, attributes string, size int) {
	if !ends {
		number := -1
		var begin []part
		if address := attribute(attributes, "href"); address != "" {
			number = s.addLink(address)
			begin = []part{{kind: linkBegin, link: number}}
		}
		s.anchors = append(s.anchors, number)
		s.replace(size, begin...)
		return
	}
	number := -1
	if n := len(s.anchors) - 1; n >= 0 {
		number, s.anchors = s.anchors[n], s.anchors[:n]
	}
	if number < 0 {
		s.replace(size)
		return
	}
	s.replace(size, part{kind: linkEnd, link: number})
}

// unnamed is what a picture without words is called.
const unnamed = "image"

// image reads a tag of <img>.
func (s *scanner) image(attributes string, size int) {
	address := attribute(attributes, "src")
	if address == "" {
		s.replace(size)
		return
	}
	number := s.addLink(address)
	s.replace(size, part{kind: linkBegin, link: number}, part{text: unnamed}, part{kind: linkEnd, link: number})
}

const alphanumeric = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// maxEntity is the length of the longest name of a character, with & and ;.
const maxEntity = 33

// entity reads a character that is written by its name or number. Only one that ends in ; is one, since AT&T and the
// &copy= of an address are none.
func (s *scanner) entity() {
	rest := s.text[s.at:min(len(s.text), s.at+maxEntity)]
	if meant, size, ok := entityAt(rest); ok {
		s.replace(size, part{text: meant})
		return
	}
	s.at++
}

// entityAt returns the character that a text begins with by its name or number.
func entityAt(text string) (meant string, size int, ok bool) {
	end := strings.IndexByte(text, ';')
	if end < 2 || strings.Trim(text[1:end], "#"+alphanumeric) != "" {
		return "", 0, false
	}
	name := text[:end+1]
	if meant = html.UnescapeString(name); meant == name || meant != ";" && strings.HasSuffix(meant, ";") {
		return "", 0, false
	}
	if meant == "\u00a0" {
		return " ", len(name), true // so that it is found by a blank
	}
	if r, _ := utf8.DecodeRuneInString(meant); r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' {
		return "", 0, false
	}
	return meant, len(name), true
}
