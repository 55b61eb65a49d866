package yamldoc

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/flow"
	"dateline/timeline/internal/yamltree"
	"dateline/timeline/lazyregexp"
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
var keyPattern = lazyregexp.New(`^("[^"]*"|'[^']*'|[^\s"'\[\]{}#&*!|>%@` + "`" + `,?:-][^\s:]*(?: [^\s:#]+)*)` +
	`[ \t]*:(?:[ \t]+|$)`)

// longBody is the length from which on a text is not matched by a pattern, which takes its time over megabytes.
const longBody = 4 << 10

// keyOf returns the key that a text begins with, and its length with its colon and the blanks after it.
func keyOf(body string) (key string, length int) {
	if strings.IndexByte(body, ':') < 0 { // as most text is, over which a pattern takes its time
		return "", 0
	}
	if len(body) > longBody && (body[0] == '"' || body[0] == '\'') {
		return quotedKey(body)
	}
	if len(body) > longBody {
		colon := strings.IndexByte(body, ':')
		if colon < 0 {
			return "", 0
		}
		if colon > longBody { // a long plain key, of words that one blank parts
			key = strings.TrimRight(body[:colon], " \t")
			rest := strings.TrimLeft(body[colon+1:], " \t")
			if keyPattern().MatchString(key[:min(len(key), utf8.UTFMax)]+":") && len(key) > longBody &&
				!strings.ContainsAny(key, "\t#\"'") && !strings.Contains(key, "  ") &&
				(rest == "" || len(rest) < len(body)-colon-1) {
				return key, len(body) - len(rest)
			}
		}
		body = begin(body)
	}
	if quick, key, length := (*line)(nil).plainKeyOf(body); quick {
		return key, length
	}
	match := keyPattern().FindStringSubmatch(body)
	if match == nil {
		return "", 0
	}
	return match[1], len(match[0])
}

// plainKeyOf is keyOf for nearly all texts: those without a key, and those with one of letters. It reports whether the
// text is one of them.
func (*line) plainKeyOf(body string) (quick bool, key string, length int) {
	if body == "" {
		return true, "", 0
	}
	if body[0] == '"' || body[0] == '\'' {
		return false, "", 0
	}
	colon := strings.IndexByte(body, ':')
	if colon <= 0 || colon+1 < len(body) && body[colon+1] != ' ' && body[colon+1] != '\t' {
		return true, "", 0
	}
	for i := range colon {
		if c := body[i] | 0x20; (c < 'a' || c > 'z') && (i == 0 || body[i] != '_') {
			return false, "", 0
		}
	}
	return true, body[:colon], len(body) - len(strings.TrimLeft(body[colon+1:], " \t"))
}

// quotedKey is keyOf for a text that begins with a quote.
func quotedKey(body string) (key string, length int) {
	end := strings.IndexByte(body[1:], body[0])
	if end < 0 {
		return "", 0
	}
	rest, ok := strings.CutPrefix(strings.TrimLeft(body[end+2:], " \t"), ":")
	value := strings.TrimLeft(rest, " \t")
	if !ok || rest != "" && len(value) == len(rest) {
		return "", 0
	}
	return body[:end+2], len(body) - len(value)
}

// begin returns the beginning of a text, for a pattern.
func begin(text string) string { return text[:min(len(text), longBody)] }

// startLine reads how a line begins; it sets neither inner nor key, at and value.
func startLine(text string) line {
	end := len(text)
	for end > 0 && (text[end-1] == '\n' || text[end-1] == ' ' || text[end-1] == '\r' || text[end-1] == '\t') {
		end--
	}
	l := line{text: text[:end]}
	for l.indent < end && (text[l.indent] == ' ' || text[l.indent] == '\t') {
		l.indent++
	}
	rest := l.text[l.indent:]
	l.blank = rest == "" || rest[0] == '#'
	l.item = rest == "-" || strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "-\t")
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
	if key, length := keyOf(body); length > 0 {
		if l.key = strings.Trim(key, `"'`); l.key == "" { // of quotes alone, and yet a key
			l.key = key
		}
		body = body[length:]
	}
	if strings.HasPrefix(body, "#") {
		body = ""
	}
	l.value, l.at = body, len(l.text)-len(body)
	return l
}

// diagnose reports what is wrong with a part that yaml.v3 refuses for err. It returns the line at fault, the text of
// the field there where that is clear, and the field as it is with the cure where it is a list or a map then, or else
// nil.
func (s *salvager) diagnose(from, to int, err error) (at int, text string, field *yaml.Node) {
	if errors.Is(err, errBroken) {
		if _, exact := parse(s.textOf(from, to)); exact != nil {
			err = exact
		}
	}
	if errors.Is(err, errDense) {
		return s.diagnoseDense(from, to), "", nil
	}
	t := newTrial(s, from, to, err)
	t.run()
	at, f := t.verdict()
	s.report(at, f.from, f.width, f.message, f.hint)
	if n := t.node; t.sure && n != nil && n.Kind == yaml.MappingNode && len(n.Content) == 2 && f.hint == inQuotes &&
		n.Content[1].Kind != yaml.ScalarNode {
		yamltree.MoveDown(n, from)
		field = n
	}
	return at, f.text, field
}

// cured returns what a part says that yaml.v3 refuses for err, with the cure of the one fault in it, which it reports.
// It returns nil where no cure of one line is enough.
func (s *salvager) cured(from, to int, err error) *yaml.Node {
	t := newTrial(s, from, to, err)
	if !t.canTry() { // nothing is sure without
		return nil
	}
	if t.run(); !t.sure || t.node == nil {
		return nil
	}
	f := t.best
	s.report(t.at, f.from, f.width, f.message, f.hint)
	n := t.node
	yamltree.MoveDown(n, from)
	if n.Kind == yaml.MappingNode {
		n.Tag = Broken
	}
	if moved := startLine(f.cured).indent - startLine(s.lines[t.at]).indent; moved != 0 && !f.isStray {
		s.reader.shifts[t.at+1] += moved
	}
	return n
}

// above returns the line above line i that is not blank, if the part has one, and else i.
func (s *salvager) above(i, from int) int {
	for above := i - 1; above >= from; above-- {
		if !startLine(s.lines[above]).blank {
			return above
		}
	}
	return i
}

// below returns the line below line i that is not blank, if the part has one, and else i.
func (s *salvager) below(i, to int) int {
	for below := i + 1; below < to; below++ {
		if !startLine(s.lines[below]).blank {
			return below
		}
	}
	return i
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

// skipText returns the last line of the text that begins in line i, be it the lines of a block scalar, a quotation or
// what is in brackets.
func (s *salvager) skipText(l line, i, to int) int {
	switch {
	case l.value == "" || l.blank:
	case l.value[0] == '|' || l.value[0] == '>':
		for i+1 < to && (startLine(s.lines[i+1]).text == "" || startLine(s.lines[i+1]).indent > l.indent) {
			i++
		}
	case (l.value[0] == '"' || l.value[0] == '\'') && flow.QuoteEnd(l.value) == 0:
		if _, lines := s.closes(l, i, to); lines > 0 {
			return i + lines
		}
	case l.value[0] == '[' || l.value[0] == '{':
		last, b := i, flow.Read(l.value)
		for b.IsOpen() && last+1 < min(to, i+maxText) {
			last++
			b.Add(strings.TrimRight(s.lines[last], "\r\n"))
		}
		if !b.IsOpen() {
			return last
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
		if end := flow.QuoteEnd(quotation); end > 0 {
			return quotation[end:], lines
		}
	}
	return "", 0
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
