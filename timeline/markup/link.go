package markup

import (
	"strings"
	"unicode/utf8"
)

// addLink takes an address and returns the number of its link.
func (s *scanner) addLink(address string) int {
	s.links = append(s.links, address)
	return len(s.links) - 1
}

// open reads a [, which may begin a link, and wiki links as a whole.
func (s *scanner) open() {
	if words, size, ok := wikiLink(s.text[s.at:]); ok {
		s.pass(s.at)
		s.picture(s.at, len(s.parts))
		s.replace(size, part{text: words})
		return
	}
	at := s.at
	s.brackets = append(s.brackets, bracket{at, s.hold(1)})
}

// wikiLink returns the words of the [[page|words]] that a text begins with.
func wikiLink(text string) (words string, size int, ok bool) {
	if !strings.HasPrefix(text, "[[") {
		return "", 0, false
	}
	end := 2 + strings.IndexAny(text[2:], "[]\n")
	if end < 3 || !strings.HasPrefix(text[end:], "]]") || strings.HasPrefix(text[end+2:], "(") {
		return "", 0, false
	}
	words = text[2:end]
	if at := strings.IndexByte(words, '|'); at >= 0 {
		words = words[at+1:]
	}
	if strings.TrimSpace(words) != words || words == "" { // as in [[ -f file ]]
		return "", 0, false
	}
	return words, end + 2, true
}

// picture removes the ! that makes a picture of the link that begins at a place of the text and with a part. It reports
// whether there was one.
func (s *scanner) picture(at, begin int) bool {
	if at == 0 || s.text[at-1] != '!' || begin == 0 || !strings.HasSuffix(s.parts[begin-1].text, "!") {
		return false
	}
	s.parts[begin-1].text = strings.TrimSuffix(s.parts[begin-1].text, "!")
	return true
}

// close reads a ], which ends the words of a link where an address or a reference follows.
func (s *scanner) close() {
	n := len(s.brackets) - 1
	if n < 0 {
		s.at++
		return
	}
	begin := s.brackets[n]
	s.brackets = s.brackets[:n]
	s.pass(s.at)
	address, size, ok := s.target(begin)
	if !ok {
		s.at++
		return
	}
	number := s.addLink(address)
	s.parts[begin.part] = part{kind: linkBegin, link: number}
	if s.picture(begin.at, begin.part) && begin.part == len(s.parts)-1 {
		s.parts = append(s.parts, part{text: unnamed})
	}
	s.replace(size, part{kind: linkEnd, link: number})
}

// maxLabel is the greatest length of what a reference is called.
const maxLabel = 200

// target returns the address that follows the ] in hand, and the length of both.
func (s *scanner) target(begin bracket) (address string, size int, ok bool) {
	rest := s.text[s.at+1:]
	switch {
	case strings.HasPrefix(rest, "("):
		address, size, ok = inlineTarget(rest)
		if before := s.text[max(0, begin.at-1)]; begin.at > 0 && (isPlain(before) || before == ']') {
			ok = ok && isWeb(address) // f[0](x.y) is a program
		}
		return address, 1 + size, ok
	case s.defined == nil:
		return "", 0, false
	case strings.HasPrefix(rest, "["):
		label, _, found := strings.Cut(rest[1:min(len(rest), maxLabel)], "]")
		if found && label != "" {
			address, known := s.definition(label)
			return address, len(label) + 3, known
		}
		if found {
			address, known := s.definition(s.wordsFrom(begin.part))
			return address, 3, known
		}
	}
	address, known := s.definition(s.wordsFrom(begin.part))
	return address, 1, known
}

// wordsFrom returns the words between a bracket's part and here.
func (s *scanner) wordsFrom(begin int) string {
	if begin+2 == len(s.parts) {
		return s.parts[begin+1].text
	}
	return ""
}

// maxTarget is the greatest length of an address in Markdown.
const maxTarget = 2048

// inlineTarget returns the address in the brackets that a text begins with, and their length. A title in quotes may
// follow it. Words in brackets are no address.
func inlineTarget(text string) (address string, size int, ok bool) {
	depth, end := 0, -1
	for i := 1; i < min(len(text), maxTarget) && end < 0; i++ {
		switch c := text[i]; {
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case c == ')', isBlank(c):
			end = i
		case c == ']' && strings.HasPrefix(text[i:], "]("):
			return "", 0, false
		}
	}
	if end < 0 {
		return "", 0, false
	}
	address = text[1:end]
	if strings.HasPrefix(address, "<") && strings.HasSuffix(address, ">") {
		address = address[1 : len(address)-1]
	}
	if !isAddress(address) {
		return "", 0, false
	}
	if text[end] == ')' {
		return address, end + 1, true
	}
	after := text[end:min(len(text), end+maxLabel)]
	title := strings.TrimLeft(after, " ")
	if title == "" || title[0] != '"' && title[0] != '\'' {
		return "", 0, false
	}
	last := strings.Index(title[1:], title[:1]+")")
	return address, end + len(after) - len(title) + last + 3, last >= 0
}

// isAddress reports whether a text may be what a link leads to.
func isAddress(text string) bool {
	inside := strings.Trim(text, ".") == text && strings.ContainsAny(text, "./")
	return isWeb(text) || strings.HasPrefix(text, "mailto:") ||
		len(text) > 1 && (strings.IndexByte("/#.", text[0]) >= 0 || inside)
}

// isWeb reports whether a text is an address of the web.
func isWeb(text string) bool {
	for _, scheme := range [...]string{"http://", "https://"} {
		if len(text) > len(scheme) && strings.EqualFold(text[:len(scheme)], scheme) {
			c := text[len(scheme)]
			return isPlain(c) || c == '[' || c >= utf8.RuneSelf
		}
	}
	return false
}

// define finds the lines that say what a reference leads to: "[1]: https://example.org/".
func (s *scanner) define() {
	if !strings.Contains(s.text, "]: ") {
		return
	}
	for line := range strings.SplitSeq(s.text, "\n") {
		begin := strings.TrimLeft(line, " ")
		if label, rest, ok := strings.Cut(begin, "]: "); ok && strings.HasPrefix(label, "[") && len(label) < maxLabel {
			address, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
			address = strings.TrimSuffix(strings.TrimPrefix(address, "<"), ">")
			label = strings.ToLower(label[1:])
			if _, twice := s.defined[label]; !twice && isWeb(address) {
				if s.defined == nil {
					s.defined = make(map[string]string)
				}
				s.defined[label] = address
			}
		}
	}
}

// definition returns the address that is defined under a label.
func (s *scanner) definition(label string) (address string, known bool) {
	address, known = s.defined[strings.ToLower(label)]
	return address, known
}

// isDefinition reports whether the line at a place defines a reference. Such a line stays as it is.
func (s *scanner) isDefinition(at int) bool {
	if s.defined == nil {
		return false
	}
	line := strings.TrimLeft(s.text[at:min(len(s.text), at+maxLabel)], " ")
	label, _, ok := strings.Cut(line, "]: ")
	_, known := s.defined[strings.ToLower(strings.TrimPrefix(label, "["))]
	return ok && known
}

// webFrom returns where the next address of the web is from a place on, and the end of the text where there is none.
func (s *scanner) webFrom(from int) int {
	if s.nextWeb < from {
		s.nextWeb = nextWeb(s.text, from)
	}
	return s.nextWeb
}

// nextWeb returns where the next address of the web in a text is, and the end of the text where there is none.
func nextWeb(text string, from int) int {
	for at := from; ; {
		n := strings.Index(text[at:], "://")
		if n < 0 {
			return len(text)
		}
		at += n
		for _, scheme := range [...]string{"https", "http"} {
			begin := at - len(scheme)
			if begin >= from && isWeb(text[begin:min(len(text), at+4)]) && (begin == 0 || !isPlain(text[begin-1])) {
				return begin
			}
		}
		at += len("://")
	}
}

// webEnd returns where the address of the web ends that is at a place: before a blank, a quotation mark or < and >,
// and without the punctuation of the sentence.
func webEnd(text string, from int) int {
	end := from
	depth, bracket := 0, false
	for ; end < len(text); end++ {
		c := text[end]
		bracket = bracket || c == '['
		if isBlank(c) || strings.IndexByte("<>\"`|\\^{}", c) >= 0 {
			break
		}
		if c == '(' {
			depth++
		} else if c == ')' {
			if depth--; depth < 0 {
				break
			}
		} else if c == ']' && !bracket {
			break
		}
	}
	return from + len(strings.TrimRight(text[from:end], ".,;:!?'*_"))
}

// webInAngles reads an address of the web between < and >, of which the first has been read.
func (s *scanner) webInAngles() {
	rest := s.text[s.at:]
	n := strings.IndexAny(rest, " \t\n<>")
	if n <= 0 || rest[n] != '>' || !isWeb(rest[:n]) {
		return
	}
	s.at--
	s.replace(1)
	s.at += n
	s.replace(1)
}

// webAddress reads an address of the web that is written out, in which nothing is markup but characters by their names.
func (s *scanner) webAddress() {
	end := webEnd(s.text, s.at)
	for s.at < end {
		next := strings.IndexByte(s.text[s.at:end], '&')
		if next < 0 {
			break
		}
		s.at += next
		if strings.HasPrefix(s.text[s.at:], "&amp;") {
			s.replace(len("&amp;"), part{text: "&"})
		} else {
			s.at++
		}
	}
	s.at = max(end, s.at)
}

// withAddresses adds the addresses that are written out in a text to the links that are marked in it.
func withAddresses(text string, marked []Link) []Link {
	var all []Link
	for at := 0; ; {
		from := nextWeb(text, at)
		if from == len(text) {
			return append(all, marked...)
		}
		for len(marked) > 0 && marked[0].To <= from {
			all, marked = append(all, marked[0]), marked[1:]
		}
		if at = webEnd(text, from); len(marked) == 0 || marked[0].From >= at {
			all = append(all, Link{from, at, text[from:at]})
		}
	}
}

// Links returns the links of a wiki that a text is made of, as they are written: [[Ann]], [[Bob|B.]] and [[Jo]]. It
// returns none of a text in which anything else stands but what joins them.
func Links(text string) (all []string) {
	for text = strings.TrimSpace(text); text != ""; {
		_, size, ok := wikiLink(text)
		if !ok {
			return nil
		}
		all = append(all, text[:size])
		rest := strings.TrimLeft(text[size:], " \t\r\n,;&/•-")
		for _, word := range []string{"and ", "und ", "et ", "y "} {
			rest = strings.TrimLeft(strings.TrimPrefix(rest, word), " ")
		}
		text = rest
	}
	return all
}
