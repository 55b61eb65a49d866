// Package markup makes texts readable that were written for a browser: it takes out what HTML and Markdown mark, and
// says where the links are.
//
//	markup.Plain("<b>bold</b> &amp; pi&ugrave;")     // "bold & più"
//	markup.Read("See [the report](https://a.org/b)") // "See the report", and a Link of "the report"
//	markup.Plain("a < b, 2 * 3 * 4, snake_case")     // the same: that is no markup
//
// Who wrote a text is not known here, so only what nobody would write by chance is taken for markup: the elements,
// attributes and forms of a closed list. A `<` before anything else is a `<`. What is no markup stays byte for byte,
// and a text without any is returned as it is, without a copy. The time grows with the length of the text, however
// hostile it is.
//
// It is no renderer: bold is not told from plain, a table is lines, code stays as it is. It judges no address and makes
// nothing safe for a terminal, both of which is the trade of package sanitize. It imports no other package of dateline.
package markup

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Link is an address, and the part of a text that leads to it.
type Link struct {
	From, To int    // in bytes of the text
	Address  string // as it is written
}

// Apart reports whether the words of the link are a whole in the text: what begins before them or goes on after them is
// blank, or a bracket, a quotation mark or the punctuation of a sentence with a blank around it. Words that are no
// whole could be read as a part of another address.
func (l Link) Apart(text string) bool {
	before := strings.TrimRight(text[:l.From], `<([{"'“‘„«‹*_`)
	after := strings.TrimLeft(text[l.To:], `>)]}"'”’“»›*_.,;:!?…`)
	first, _ := utf8.DecodeRuneInString(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	return (after == "" || unicode.IsSpace(first)) && (before == "" || unicode.IsSpace(last))
}

// Plain returns what a text says, without its markup.
func Plain(text string) string {
	if !strings.ContainsAny(text, marks) {
		return text
	}
	plain, _ := newScanner(text).read()
	return plain
}

// Read returns what a text says, and its links in their order: those that are marked, and addresses of the web that are
// written out.
func Read(text string) (plain string, links []Link) {
	if !strings.ContainsAny(text, marks) {
		return text, Addresses(text)
	}
	plain, marked := newScanner(text).read()
	return plain, withAddresses(plain, marked)
}

// WithAddresses returns what a text says, with the address of each link in brackets after it, for where nobody can
// follow it. Only where the words are the address, and the whole of what is written there, nothing is added.
func WithAddresses(text string) string {
	if !strings.ContainsAny(text, marks) {
		return text
	}
	plain, links := newScanner(text).read()
	var out strings.Builder
	at := 0
	for _, l := range links {
		out.WriteString(plain[at:l.To])
		if at = l.To; plain[l.From:l.To] != l.Address || !l.Apart(plain) {
			out.WriteString(" (" + l.Address + ")")
		}
	}
	if at == 0 {
		return plain
	}
	return out.String() + plain[at:]
}

// Addresses returns the addresses of the web that are written out in a text that has no markup.
func Addresses(text string) []Link { return withAddresses(text, nil) }

// IsReadable reports whether a text, which may be HTML, has a character that is seen when it is shown.
func IsReadable(text string) bool {
	if IsHTML(text) {
		text = Plain(text)
	}
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsGraphic(r) && !unicode.IsSpace(r) })
}

// IsHTML reports whether a text has an element or a named character of HTML, which nobody writes into plain text.
func IsHTML(text string) bool {
	if strings.IndexByte(text, '<') < 0 && strings.IndexByte(text, '&') < 0 {
		return false
	}
	s := scanner{text: text}
	for s.at < len(text) {
		next := strings.IndexAny(text[s.at:], "<&")
		if next < 0 {
			break
		}
		s.at += next
		if text[s.at] == '<' {
			name, _, size := s.tagName()
			if _, known := elements[name]; known && s.tagEnd(s.at+size) >= 0 {
				return true
			}
		} else if _, _, ok := entityAt(text[s.at:min(len(text), s.at+maxEntity)]); ok {
			return true
		}
		s.at++
	}
	return false
}

// marks are the characters of markup: a text without any of them has none.
const marks = "<&*_[`#\\"
