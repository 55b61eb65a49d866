package yamldoc

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/diag"
)

// A line is a line of YAML taken apart without parsing.
type line struct {
	text   string // without its end
	indent int    // leading blanks
	inner  int    // offset of what comes after its hyphens
	blank  bool   // nothing, or a comment
	item   bool   // begins with a hyphen
	key    string // "" where there is none
	at     int    // offset of its value
	value  string // what comes after the key, the hyphen, or the leading blanks
}

// keyPattern matches a plain or quoted key, its colon and the blanks after it.
var keyPattern = regexp.MustCompile(`^("[^"]*"|'[^']*'|[^\s"'\[\]{}#&*!|>%@` + "`" + `,?:-][^\s:]*(?: [^\s:#]+)*)` +
	`[ \t]*:(?:[ \t]+|$)`)

// startLine reads how a line begins; it sets neither inner nor key, at and value.
func startLine(text string) line {
	l := line{text: strings.TrimRight(text, " \t\r\n")}
	rest := strings.TrimLeft(l.text, " \t")
	l.indent = len(l.text) - len(rest)
	l.blank = rest == "" || rest[0] == '#'
	l.item = rest == "-" || strings.HasPrefix(rest, "- ")
	return l
}

// readLine reads all of a line.
func readLine(text string) line {
	l := startLine(text)
	body := l.text[l.indent:]
	for strings.HasPrefix(body, "- ") {
		body = strings.TrimLeft(body[2:], " ")
	}
	l.inner = len(l.text) - len(body)
	if match := keyPattern.FindStringSubmatch(body); match != nil {
		l.key = strings.Trim(match[1], `"'`)
		body = body[len(match[0]):]
	}
	if strings.HasPrefix(body, "#") {
		body = ""
	}
	l.value, l.at = body, len(l.text)-len(body)
	return l
}

// A fault is what a writer probably did wrong in a line.
type fault struct {
	from, width   int // in bytes of the line
	message, hint string
	text          string // what the field must mean in spite of it; "" where that is not certain
}

// diagnose reports what is wrong with a part that yaml.v3 refuses for err. It returns the line at fault, and the text
// of the field there where that is clear.
func (s *salvager) diagnose(from, to int, err error) (at int, text string) {
	if errors.Is(err, errBroken) {
		if _, exact := parse(s.textOf(from, to)); exact != nil {
			err = exact
		}
	}
	if errors.Is(err, errDense) {
		return s.diagnoseDense(from, to), ""
	}
	for i := from; i < to; i++ {
		l := readLine(s.lines[i])
		if f, ok := s.fault(l, i, to, err); ok {
			f.hint = cmp.Or(f.hint, "put the text in quotes")
			s.report(i, f.from, f.width, f.message, f.hint)
			return i, f.text
		}
		i = s.skipText(l, i, to)
	}
	if i, f, ok := s.badEscape(from, to, err); ok {
		s.report(i, f.from, f.width, f.message, f.hint)
		return i, f.text
	}
	if i, ok := s.misindented(from, to); ok {
		l := readLine(s.lines[i])
		s.report(i, l.indent, len(l.text)-l.indent,
			"the indentation of this line fits none above it",
			"begin it below the first letter of the line that it belongs with; put a text that holds a colon in quotes")
		return i, ""
	}
	at, message := s.blamed(from, to, err)
	l := readLine(s.lines[at])
	s.report(at, l.indent, len(l.text)-l.indent, "this is not YAML: "+message, "")
	return at, ""
}

// blamed returns the line that yaml.v3 finds fault with, as exactly as it says, and what it says.
func (s *salvager) blamed(from, to int, err error) (at int, message string) {
	message = strings.TrimPrefix(err.Error(), "yaml: ")
	var number int
	if _, scanErr := fmt.Sscanf(message, "line %d:", &number); scanErr == nil {
		_, message, _ = strings.Cut(message, ": ")
	}
	at = min(max(from, from+number-1), to-1)
	for at < to-1 && readLine(s.lines[at]).blank {
		at++
	}
	return at, message
}

// stretch returns the range of width bytes of line i from the offset from.
func (s *salvager) stretch(i, from, width int) diag.Range {
	text := strings.TrimRight(s.lines[i], "\r\n")
	return diag.Range{
		File: s.reader.in, Line: i + 1, Column: max(1, 1+utf8.RuneCountInString(text[:from])-s.reader.shifts[i+1]),
		Width: utf8.RuneCountInString(text[from:min(len(text), from+width)]),
	}
}

// skipText returns the last line of the text that begins in line i, be it the lines of a block scalar or a quotation.
func (s *salvager) skipText(l line, i, to int) int {
	switch {
	case l.value == "" || l.blank:
	case l.value[0] == '|' || l.value[0] == '>':
		for i+1 < to && (readLine(s.lines[i+1]).text == "" || readLine(s.lines[i+1]).indent > l.indent) {
			i++
		}
	case (l.value[0] == '"' || l.value[0] == '\'') && quoteEnd(l.value) == 0:
		if _, lines := s.closes(l, i, to); lines > 0 {
			return i + lines
		}
	}
	return i
}

// maxText is the number of lines of a text that are looked at.
const maxText = 500

// closes looks for the end of a quotation that begins in line i and continues below it. It returns the number of lines
// from there to the end, 0 where there is none, and what comes after the end.
func (s *salvager) closes(l line, i, to int) (rest string, lines int) {
	for lines = 1; i+lines < min(to, i+maxText); lines++ {
		quotation := l.value[:1] + strings.TrimRight(s.lines[i+lines], "\r\n")
		if end := quoteEnd(quotation); end > 0 {
			return quotation[end:], lines
		}
	}
	return "", 0
}

// fault returns what is wrong in line i itself. It reports whether anything is.
func (s *salvager) fault(l line, i, to int, err error) (fault, bool) {
	whole := fault{from: l.at, width: len(l.value), text: l.value}
	if l.blank || l.value == "" {
		return fault{}, false
	}
	switch first := l.value[0]; first {
	case '"', '\'':
		return s.quoteFault(l, i, to)
	case '[', '{':
		return s.flowFault(l, i, to)
	case '%', '@', '`':
		whole.message = fmt.Sprintf("a text cannot begin with %c", first)
		if first == '%' && l.at == 0 {
			whole.message, whole.hint = "this is no directive that is known here", "take the line out; a record needs none"
		}
		return whole, true
	case '*', '&', '!':
		whole.message = fmt.Sprintf("a text that begins with %c means something else in YAML", first)
		_, alone := parse(l.value)
		return whole, alone != nil && (!isUnknownAnchor(alone) || isUnknownAnchor(err))
	case '|', '>':
		return fault{}, false
	}
	if l.key == "" {
		word, after, ok := strings.Cut(l.value, ":")
		if ok && after != "" && !strings.ContainsAny(word, " \t") && !strings.HasPrefix(after, "//") {
			return fault{
				from: l.at, width: len(word) + 1, message: fmt.Sprintf("`%s:` is followed by no space", word),
				hint: "put a space behind the colon",
			}, true
		}
		return fault{}, false
	}
	text, _, _ := strings.Cut(l.value, " #")
	whole.text = strings.TrimSpace(text)
	if colon := strings.Index(text, ": "); colon >= 0 || strings.HasSuffix(whole.text, ":") {
		if colon < 0 {
			colon = len(whole.text) - 1
		}
		whole.from, whole.width = l.at+colon, 1
		whole.message = "a colon inside a text looks like a key to YAML"
		return whole, true
	}
	return fault{}, false
}

// quoteFault returns what is wrong with a quotation that begins in line i.
func (s *salvager) quoteFault(l line, i, to int) (fault, bool) {
	rest := ""
	if end := quoteEnd(l.value); end > 0 {
		rest = l.value[end:]
	} else if _, lines := s.closes(l, i, to); lines == 0 {
		return fault{
			from: l.at, width: len(l.value), message: "the quotation does not end", text: strings.TrimSpace(l.value[1:]),
			hint: fmt.Sprintf("close it with %c", l.value[0]),
		}, true
	}
	if trimmed := strings.TrimSpace(rest); trimmed == "" || strings.IndexByte("#,:", trimmed[0]) >= 0 {
		return fault{}, false
	}
	text := l.value
	if last := len(text) - 1; goesOn(rest) && text[last] == text[0] { // the apostrophe of 'it's'
		text = text[1:last]
	}
	return fault{
		from: len(l.text) - len(rest), width: len(rest), message: "there is more text behind the closing quote", text: text,
		hint: "put all of the text in quotes, of the other kind or each one inside doubled",
	}, true
}

// goesOn reports whether a text begins with a letter or digit.
func goesOn(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}

// escapePattern matches a backslash with what belongs to it. Where the group does not match, it means nothing in double
// quotes.
var escapePattern = regexp.MustCompile(`\\(x[[:xdigit:]]{2}|u[[:xdigit:]]{4}|U00(?:0[[:xdigit:]]|10)[[:xdigit:]]{4}|` +
	`[0abt\tnvfre "/\\N_LP\r\n])?`)

// badEscape finds the first backslash that means nothing, if that is what yaml.v3 complains of.
func (s *salvager) badEscape(from, to int, err error) (int, fault, bool) {
	if said := err.Error(); !strings.Contains(said, "escape") && !strings.Contains(said, "hexdecimal") {
		return 0, fault{}, false
	}
	first, _ := s.blamed(from, to, err)
	for i := first; i < to; i++ {
		for _, at := range escapePattern.FindAllStringSubmatchIndex(s.lines[i], -1) {
			if at[2] >= 0 {
				continue
			}
			f := fault{
				from: at[0], width: min(2, len(s.lines[i])-at[0]), message: "this backslash means nothing in double quotes",
				hint: `write \\ for a backslash, or put the text in single quotes`,
			}
			if l := readLine(s.lines[i]); l.value != "" && l.value[0] == '"' && quoteEnd(l.value) == len(l.value) {
				f.text = l.value[1 : len(l.value)-1]
			}
			return i, f, true
		}
	}
	return 0, fault{}, false
}

// flowFault returns what is wrong with a list or map in brackets that begins in line i.
func (s *salvager) flowFault(l line, i, to int) (fault, bool) {
	open, close := l.value[:1], "]"
	if open == "{" {
		close = "}"
	}
	text := l.value
	if strings.Count(text, open) > strings.Count(text, close) {
		text = strings.Join(s.lines[i:min(to, i+maxText)], "")
	}
	if strings.Count(text, open) <= strings.Count(text, close) {
		return fault{}, false
	}
	return fault{
		from: l.at, width: len(l.value), message: fmt.Sprintf("the `%s` has no `%s`", open, close),
		hint: fmt.Sprintf("close it with %s, or put the text in quotes", close),
	}, true
}

// misindented finds the first line of a part whose indentation fits none above it. It is less than that of the line
// above and yet that of no other, or it is more although the line above is complete.
func (s *salvager) misindented(from, to int) (int, bool) {
	var open []int    // the indentations that a line may have
	complete := false // whether the line above has its value
	for i := from; i < to; i++ {
		l := readLine(s.lines[i])
		if l.blank {
			continue
		}
		less := false
		for len(open) > 0 && open[len(open)-1] > l.indent {
			open, less = open[:len(open)-1], true
		}
		if fits := len(open) > 0 && open[len(open)-1] == l.indent; !fits {
			if less || complete && (l.key != "" || l.item) {
				return i, true
			}
			open = append(open, l.indent)
		}
		if l.item {
			open = append(open, l.inner)
		}
		complete = l.value != ""
		i = s.skipText(l, i, to)
	}
	return 0, false
}
