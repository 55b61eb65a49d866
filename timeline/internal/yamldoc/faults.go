package yamldoc

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/internal/flow"
	"dateline/timeline/lazyregexp"
)

// A fault is what a writer probably did wrong in a line.
type fault struct {
	from, width   int // in bytes of the line
	message, hint string
	text          string // what the field must mean in spite of it; "" where that is not certain
	cured         string // the line with the cure; "" where that is not known
	isStray       bool   // whether the cure is to take the line out
	isGuess       bool   // whether it is a fault only if its cure helps
	isOpen        bool   // whether the writer has to fill something in
}

// isCurable reports whether the cure can be tried.
func (f fault) isCurable() bool { return f.cured != "" || f.isStray }

// inQuotes is the cure of most texts that mean something else in YAML.
const inQuotes = "put the text in quotes"

// allInQuotes is the cure of a text that holds quotes.
const allInQuotes = "put all of the text in quotes, of the other kind or each one inside doubled"

// quoted returns a line with its value in quotes.
func (l line) quoted() string {
	return l.text[:l.at] + "'" + strings.ReplaceAll(l.value, "'", "''") + "'"
}

// without returns a line without some bytes of it.
func (l line) without(from, to int) string { return l.text[:from] + l.text[to:] }

// whole returns a fault that is the whole value of a line, which belongs in quotes.
func (l line) whole(message string) fault {
	return fault{from: l.at, width: len(l.value), message: message, hint: inQuotes, text: l.value, cured: l.quoted()}
}

// stray returns a fault that is the whole line, which does not belong there.
func (l line) stray(message, hint string) fault {
	return fault{from: l.indent, width: len(l.text) - l.indent, message: message, hint: hint, isStray: true}
}

// fault returns what is wrong in line i itself. It reports whether anything is.
func (s *salvager) fault(l line, i, to int, err error) (fault, bool) {
	if l.blank {
		return fault{}, false
	}
	if body := l.text[l.inner:]; body != "" {
		if text := strings.TrimLeftFunc(body, isReplaced); text != body && text != "" {
			return l.unread(l.inner, len(body)-len(text)), true
		}
	}
	if text := strings.TrimLeftFunc(l.value, isReplaced); text != l.value && text != "" {
		return l.unread(l.at, len(l.value)-len(text)), true
	}
	if f, ok := s.hyphenFault(l, i, to); ok {
		return f, true
	}
	if l.value == "" {
		return fault{}, false
	}
	switch first := l.value[0]; first {
	case '"', '\'':
		return s.quoteFault(l, i, to)
	case '?':
		if strings.HasPrefix(l.value, "? ") {
			rest := strings.TrimLeft(l.value[2:], " ")
			return fault{
				from: l.at, width: len(l.value) - len(rest), message: "a question mark begins this line", hint: "take it out",
				cured: l.text[:l.at] + rest, isGuess: true,
			}, true
		}
	case '[', '{':
		return s.flowFault(l, i, to)
	case ']', '}':
		if strings.Trim(l.text[l.indent:], "]},") == "" {
			return l.stray(fmt.Sprintf("the `%c` closes nothing", first), "take it out"), true
		}
		return l.whole(fmt.Sprintf("a text cannot begin with %c", first)), true
	case '%':
		if l.at == 0 {
			return l.stray("this is no directive that is known here", "take the line out; a record needs none"), true
		}
		fallthrough
	case '@', '`', ',':
		return l.whole(fmt.Sprintf("a text cannot begin with %c", first)), true
	case '*', '&', '!':
		if f, ok := s.aliasFault(l); ok {
			return f, true
		}
		return l.signFault(err)
	case '|', '>':
		if !blockPattern().MatchString(l.value) {
			f := l.whole(fmt.Sprintf("a text after %c begins in the next line", first))
			f.hint = "put it there, indented more than its key, or in quotes"
			return f, true
		}
		return fault{}, false
	}
	if l.key == "" {
		return s.keyFault(l, i)
	}
	if strings.HasPrefix(l.value, "- ") {
		return l.whole("a text cannot begin with a hyphen and a blank"), true
	}
	return s.colonFault(l, i)
}

// unread returns a fault of some characters of a line that are in the place of others.
func (l line) unread(at, size int) fault {
	return fault{
		from: at, width: size, message: "what is here cannot be read", hint: "take it out",
		cured: l.without(at, at+size), isGuess: true,
	}
}

// isReplaced reports whether a character is in the place of one that YAML does not allow.
func isReplaced(r rune) bool { return r == utf8.RuneError || '\u2400' <= r && r < '\u2420' }

// blockPattern matches what can come after the key of a text in the lines below.
var blockPattern = lazyregexp.New(`^[|>](?:[1-9]?[+-]?|[+-][1-9])(?:[ \t]+#.*)?$`)

// signFault returns what is wrong with a value that begins with a sign which YAML keeps for itself.
func (l line) signFault(err error) (fault, bool) {
	_, alone := parse(l.value)
	if alone == nil || isUnknownAnchor(alone) && !isUnknownAnchor(err) && !aliasAndMore().MatchString(l.value) {
		return fault{}, false
	}
	f := l.whole(fmt.Sprintf("a text that begins with %c means something else in YAML", l.value[0]))
	if l.key == "<<" ||
		isUnknownAnchor(alone) && l.key != "" && !strings.HasSuffix(l.value, "*") && !aliasAndMore().MatchString(l.value) {
		f.message = fmt.Sprintf("no anchor above is called `%s`", l.value[1:])
		f.hint = "name one that is there, or put the text in quotes"
	}
	if l.key == "<<" {
		f = l.stray(f.message, "name one that is there, or take the line out")
	}
	return f, true
}

// aliasAndMore matches an alias with more after it.
var aliasAndMore = lazyregexp.New(`^\*([\w-]+)([ \t]*[^ \t\w-].*|[ \t]+\S.*)$`)

// anyAnchor matches what may be an anchor.
var anyAnchor = lazyregexp.New(`&([\w-]+)`)

// hasAnchor reports whether the text may have an anchor of that name.
func (s *salvager) hasAnchor(name string) bool {
	if s.named == nil {
		s.named = map[string]bool{}
		for _, match := range anyAnchor().FindAllStringSubmatch(s.text, -1) {
			s.named[match[1]] = true
		}
	}
	return s.named[name]
}

// aliasFault returns what comes after an alias of an anchor that the record has.
func (s *salvager) aliasFault(l line) (fault, bool) {
	match := aliasAndMore().FindStringSubmatch(l.value)
	if match == nil || strings.HasPrefix(strings.TrimSpace(match[2]), "#") || !s.hasAnchor(match[1]) {
		return fault{}, false
	}
	end := len(l.text) - len(match[2])
	return fault{
		from: end, width: len(match[2]), message: fmt.Sprintf("there is more after the alias `*%s`", match[1]),
		hint: "take it out", cured: l.text[:end], isGuess: true,
	}, true
}

// hyphenFault returns what is wrong with the hyphen that a line begins with, or with what is in its place.
func (s *salvager) hyphenFault(l line, i, to int) (fault, bool) {
	if below := s.below(i, to); l.item && l.value == "-" &&
		(below == i || startLine(s.lines[below]).indent <= l.indent) {
		f := l.stray("this hyphen begins nothing", "take it out")
		f.isGuess = true
		return f, true
	}
	match := hyphenPattern().FindStringSubmatch(l.text[l.indent:])
	if match == nil {
		return fault{}, false
	}
	sign, end := match[1], l.indent+len(match[0])
	if sign == "" {
		sign, end = "-", l.indent+1
	}
	f := fault{from: l.indent, width: len(sign)}
	if sign == "-" {
		f.message = "the hyphen is followed by no space"
	} else {
		f.message = fmt.Sprintf("`%s` is not the hyphen that an item begins with", sign)
	}
	switch {
	case !s.isItemAt(i, l.indent):
		f.width, f.hint, f.cured = end-l.indent, "take it out", l.without(l.indent, end)
	case sign == "-":
		f.hint, f.cured = "put a space after the hyphen", l.text[:end]+" "+l.text[end:]
	default:
		f.hint, f.cured = "write - instead", l.text[:l.indent]+"-"+l.text[l.indent+len(sign):]
	}
	f.isGuess = true
	return f, true
}

// hyphenPattern matches a hyphen without a space, or another sign in the place of a hyphen, before a key or a text.
var hyphenPattern = lazyregexp.New(`^(?:-[\pL\pN"'{]|([–—−•·*])[ \t]+)`)

// nearby is the number of lines on either side that are looked at for how a list or a field is written.
const nearby = 100

// isItemAt reports whether a line near line i is an item whose hyphen is indented by indent blanks.
func (s *salvager) isItemAt(i, indent int) bool {
	for k := max(0, i-nearby); k < min(len(s.lines), i+nearby); k++ {
		if l := startLine(s.lines[k]); k != i && l.item && l.indent == indent {
			return true
		}
	}
	return false
}

// isKey reports whether a line near line i has that key.
func (s *salvager) isKey(word string, i int) bool {
	keyed := word + ":"
	for k := max(0, i-nearby); k < min(len(s.lines), i+nearby); k++ {
		if k != i && strings.Contains(s.lines[k], keyed) && readLine(s.lines[k]).key == word {
			return true
		}
	}
	return false
}

// keyFault returns what is wrong with the key of a line that seems to have none.
func (s *salvager) keyFault(l line, i int) (fault, bool) {
	word, after, ok := strings.Cut(l.value, ":")
	switch {
	case !ok:
		return fault{}, false
	case word == "" && (after == "" || after[0] == ' '):
		return fault{
			from: l.at, width: 1, message: "the key before this colon is missing", hint: "write it, such as title:",
			cured: l.text[:l.at] + "key" + l.text[l.at:], isOpen: true,
		}, true
	case after == "" || word == "" || strings.ContainsAny(word, " \t") || strings.HasPrefix(after, "//"):
		return fault{}, false
	}
	at := l.at + len(word) + 1
	return fault{
		from: l.at, width: len(word) + 1, message: fmt.Sprintf("`%s:` is followed by no space", word),
		hint: "put a space after the colon", cured: l.text[:at] + " " + l.text[at:], isGuess: !s.isKey(word, i),
	}, true
}

// colonFault returns what is wrong with a text that holds a colon.
func (s *salvager) colonFault(l line, i int) (fault, bool) {
	text, _, _ := strings.Cut(l.value, " #")
	text = strings.TrimSpace(text)
	colon := strings.Index(text, ": ")
	if colon < 0 && strings.HasSuffix(text, ":") {
		colon = len(text) - 1
	}
	if colon < 0 {
		return fault{}, false
	}
	if f, ok := s.unopened(l, i); ok {
		return f, true
	}
	f := fault{
		from: l.at + colon, width: 1, message: "a colon inside a text looks like a key to YAML", hint: inQuotes, text: text,
		cured: l.quoted(),
	}
	if before := strings.Fields(text[:colon]); len(before) > 1 && s.isKey(before[len(before)-1], i) {
		f.hint = fmt.Sprintf("%s, or begin `%s:` on a line of its own", inQuotes, before[len(before)-1])
	}
	return f, true
}

// quoteFault returns what is wrong with a quotation that begins in line i.
func (s *salvager) quoteFault(l line, i, to int) (fault, bool) {
	rest, quote := "", l.value[:1]
	if end := flow.QuoteEnd(l.value); end > 0 {
		rest = l.value[end:]
	} else if after, lines := s.closes(l, i, to); lines == 0 || strings.TrimLeft(after, " \t]},#") != "" {
		f := fault{
			from: l.at, width: len(l.value), message: "the quotation does not end", text: strings.TrimSpace(l.value[1:]),
			hint: "close it with " + quote, cured: l.text + quote, isGuess: lines > 0,
		}
		word, after, isKey := strings.Cut(l.value[1:], ":")
		isKey = isKey && (after == "" || after[0] == ' ')
		switch {
		case l.value == quote:
			f.hint, f.isStray = "take it out", l.key == ""
		case isKey && l.key == "" && word != "" && !strings.Contains(word, " "):
			f.hint, f.cured, f.text = "take the quote out", l.without(l.at, l.at+1), ""
		}
		return f, true
	}
	trimmed := strings.TrimSpace(rest)
	isColon := l.key != "" && trimmed == ":"
	if trimmed == "" || strings.IndexByte("#:", trimmed[0]) >= 0 && !isColon || trimmed[0] == ',' && trimmed != "," {
		return fault{}, false
	}
	from := len(l.text) - len(rest)
	if trimmed == "," {
		return fault{
			from: len(l.text) - 1, width: 1, message: "a comma ends this line", hint: "take it out",
			cured: l.text[:from], isGuess: true,
		}, true
	}
	if !hasLetters(rest) {
		return fault{
			from: from, width: len(rest), message: "there is more text after the closing quote", hint: "take it out",
			cured: l.text[:from], text: l.value[1 : len(l.value)-len(rest)-1],
		}, true
	}
	text := l.value
	if last := len(text) - 1; goesOn(rest) && text[last] == text[0] { // the apostrophe of 'it's'
		text = text[1:last]
	}
	f := fault{
		from: from, width: len(rest), message: "there is more text after the closing quote", text: text,
		hint: allInQuotes, cured: l.quoted(),
	}
	if word, _, isKey := strings.Cut(l.value[1:], ": "); isKey && l.key == "" && s.isKey(word, i) {
		f = fault{
			from: l.at, width: 1, message: "this quote is closed within the text", hint: "take the quote out",
			cured: l.without(l.at, l.at+1),
		}
	}
	return f, true
}

// hasLetters reports whether a text holds a letter or digit.
func hasLetters(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// goesOn reports whether a text begins with a letter or digit.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// badEscape finds the first backslash that means nothing, if that is what yaml.v3 complains of.
func (s *salvager) badEscape(from, to int, err error) (int, fault, bool) {
	if said := err.Error(); !strings.Contains(said, "escape") && !strings.Contains(said, "hexdecimal") {
		return 0, fault{}, false
	}
	first, _ := s.blamed(from, to, err)
	for i := first; i < to; i++ {
		text := strings.TrimRight(s.lines[i], "\r\n")
		at := flow.BadEscape(s.lines[i])
		if at < 0 {
			continue
		}
		f := fault{
			from: at, width: min(2, len(text)-at), message: "this backslash means nothing in double quotes",
			hint:  `write \\ for a backslash, or put the text in single quotes`,
			cured: text[:at] + `\` + text[at:],
		}
		if l := readLine(s.lines[i]); l.value != "" && l.value[0] == '"' && flow.QuoteEnd(l.value) == len(l.value) {
			f.text = l.value[1 : len(l.value)-1]
		}
		if size, r := flow.HalfCharacter(text[at:]); size > 0 {
			f.width = size
			f.message, f.hint = "YAML knows no halves of characters", "take it out"
			f.cured = text[:at] + text[at+size:]
			if r != utf8.RuneError {
				f.hint = "write " + string(r)
				f.cured = text[:at] + string(r) + text[at+size:]
			}
		}
		return i, f, true
	}
	return 0, fault{}, false
}
