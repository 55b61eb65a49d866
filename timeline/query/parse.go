package query

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/fold"
	"dateline/timeline/names"
)

// A Error says where a query cannot be read, and why.
type Error struct {
	Start, End int // byte offsets into the text
	Message    string
	Hint       string // what to do; may be empty
}

// Error is the message and the hint.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "; " + e.Hint
}

// Parse reads a query; the error is a *Error.
func Parse(text string) (Query, error) {
	root, err := parseQuery(text)
	if err != nil {
		return Query{}, err
	}
	return Query{text: format(root), root: root}, nil
}

// parseQuery reads a query to its parts, nil where it asks for nothing.
func parseQuery(text string) (Node, *Error) {
	p := parser{text: text}
	if p.space(); p.pos == len(text) {
		return nil, nil
	}
	root, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.pos < len(text) {
		return nil, p.fail(p.pos, p.pos+1, "this bracket closes nothing", `take it out, or put the text in "quotes"`)
	}
	return root, nil
}

// maxBrackets is how deep brackets and negations may nest, for the sake of the stack.
const maxBrackets = 200

// A parser reads a query from left to right. Its methods leave pos behind what they have read and the blanks after it.
type parser struct {
	text  string
	pos   int
	depth int
}

func (p *parser) fail(start, end int, message, hint string) *Error {
	return &Error{Start: start, End: end, Message: message, Hint: hint}
}

// space goes over blanks.
func (p *parser) space() {
	p.pos = len(p.text) - len(strings.TrimLeftFunc(p.text[p.pos:], unicode.IsSpace))
}

// rest is what is still to be read.
func (p *parser) rest() string { return p.text[p.pos:] }

// peek says whether the rest begins with an operator, which is a word in capitals or a sign.
func (p *parser) peek(operator string) bool {
	after, ok := strings.CutPrefix(p.rest(), operator)
	if !ok || operator == "|" {
		return ok
	}
	r, _ := utf8.DecodeRuneInString(after)
	return after == "" || unicode.IsSpace(r) || strings.ContainsRune(`()"|`, r)
}

// take goes over an operator and the blanks after it, if the rest begins with it.
func (p *parser) take(operator string) bool {
	if !p.peek(operator) {
		return false
	}
	p.pos += len(operator)
	p.space()
	return true
}

// alternatives reads conjunctions joined by OR.
func (p *parser) alternatives() (Node, *Error) {
	var parts []Node
	for {
		part, err := p.conjunction()
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
		if !p.take("OR") && !p.take("|") {
			return disjoin(parts), nil
		}
	}
}

// conjunction reads terms side by side.
func (p *parser) conjunction() (Node, *Error) {
	var parts []Node
	for {
		part, err := p.negatable()
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
		if p.take("AND") {
			continue
		}
		if r := p.rest(); r == "" || r[0] == ')' || p.peek("OR") || p.peek("|") {
			return conjoin(parts), nil
		}
	}
}

// negatable reads a term or a bracket, with any minus or NOT before it.
func (p *parser) negatable() (Node, *Error) {
	if p.depth++; p.depth > maxBrackets {
		return nil, p.fail(p.pos, len(p.text), "brackets nest too deep", "ask with fewer of them")
	}
	defer func() { p.depth-- }()
	start := p.pos
	switch {
	case p.take("NOT"):
	case strings.HasPrefix(p.rest(), "-"):
		p.pos++
		if r, _ := utf8.DecodeRuneInString(p.rest()); p.rest() == "" || unicode.IsSpace(r) {
			return nil, p.fail(start, p.pos, "nothing stands behind the minus", "write what to leave out, without a space")
		}
	default:
		return p.primary()
	}
	n, err := p.negatable()
	if err != nil {
		return nil, err
	}
	return negate(n), nil
}

// primary reads a bracket, a phrase, a word, or a key with its values.
func (p *parser) primary() (Node, *Error) {
	start := p.pos
	for _, operator := range []string{"OR", "AND", "|"} {
		if p.peek(operator) {
			return nil, p.fail(start, start+len(operator), "something to look for is missing before "+operator,
				`write it before, or put the word in "quotes"`)
		}
	}
	rest := p.rest()
	switch {
	case rest == "":
		last := strings.TrimRightFunc(p.text, unicode.IsSpace)
		return nil, p.fail(strings.LastIndexFunc(last, unicode.IsSpace)+1, len(last), "something to look for is missing behind this", "")
	case rest[0] == '(':
		return p.bracket()
	case rest[0] == ')':
		return nil, p.fail(start, start+1, "something to look for is missing before this bracket", "")
	case rest[0] == '"':
		text, err := p.quoted()
		return p.words(text, true, start, err)
	}
	if key, ok := leadingKey(rest); ok {
		return p.keyed(key)
	}
	p.pos += (&parser{text: rest}).bareEnd(ByWords)
	return p.words(p.text[start:p.pos], false, start, nil)
}

// words makes a term of a word or phrase that was read from start on.
func (p *parser) words(text string, phrase bool, start int, err *Error) (Node, *Error) {
	if err != nil {
		return nil, err
	}
	end := p.pos
	if fold.Fold(text) == "" {
		return nil, p.fail(start, end, "nothing to look for: no letters or digits", "take it out")
	}
	p.space()
	return Term{ByWords, []Value{{Text: legible(text, phrase), Phrase: phrase}}}, nil
}

// bracket reads "( … )".
func (p *parser) bracket() (Node, *Error) {
	start := p.pos
	p.pos++
	p.space()
	if strings.HasPrefix(p.rest(), ")") {
		return nil, p.fail(start, p.pos+1, "nothing stands in the brackets", "write what to look for, or take them out")
	}
	n, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.rest() == "" {
		return nil, p.fail(start, start+1, "this bracket is not closed", "add ) where it ends")
	}
	p.pos++
	p.space()
	return n, nil
}

// quoted reads text in quotes, in which a backslash stands before a quote or another backslash.
func (p *parser) quoted() (string, *Error) {
	var text strings.Builder
	for i := p.pos + 1; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '"':
			p.pos = i + 1
			return text.String(), nil
		case c == '\\' && i+1 < len(p.text) && strings.IndexByte(`"\`, p.text[i+1]) >= 0:
			i++
			text.WriteByte(p.text[i])
		default:
			text.WriteByte(c)
		}
	}
	return "", p.fail(p.pos, len(p.text), "the quote is not closed", `add " where it ends`)
}

// bareEnd is the length of the word or value without quotes that the text begins with. The commas inside an EDTF set do
// not end a date.
func (p *parser) bareEnd(key Key) int {
	set := false
	for i, r := range p.text {
		switch {
		case unicode.IsSpace(r), strings.ContainsRune(`()"|`, r):
			return i
		case key == ByWords:
		case r == ',' && !set:
			return i
		case isDateKey(key) && i == 0 && (r == '[' || r == '{'):
			set = true
		case r == ']' || r == '}':
			set = false
		}
	}
	return len(p.text)
}

// isDateKey says whether the values of key are dates.
func isDateKey(key Key) bool { return key == ByDate || key == BySince || key == ByUntil }

// keyed reads a key and its values.
func (p *parser) keyed(name string) (Node, *Error) {
	start := p.pos
	key, ok := queryKeys[strings.ToLower(name)]
	if !ok {
		hint := fmt.Sprintf(`put it in "quotes" to look for the words; keys are %s`, strings.Join(keyNames(), ", "))
		if near := names.Nearest(name, keyNames(), 1); near != nil {
			hint = fmt.Sprintf("did you mean `%s`?", near[0])
		}
		return nil, p.fail(start, start+len(name), fmt.Sprintf("`%s` is not a key", name), hint)
	}
	p.pos += len(name) + len(":")
	t := Term{Key: key}
	for {
		v, err := p.value(key, name)
		if err != nil {
			return nil, err
		}
		t.Values = append(t.Values, v)
		if !strings.HasPrefix(p.rest(), ",") {
			p.space()
			return t, nil
		}
		p.pos++
	}
}

// keyNames are the keys in the order of the alphabet.
func keyNames() []string { return slices.Sorted(maps.Keys(queryKeys)) }

// value reads one value of a key, which name spells.
func (p *parser) value(key Key, name string) (Value, *Error) {
	start, inner := p.pos, p.pos
	var text string
	if strings.HasPrefix(p.rest(), `"`) {
		var err *Error
		if text, err = p.quoted(); err != nil {
			return Value{}, err
		}
		inner++
	} else {
		p.pos += (&parser{text: p.rest()}).bareEnd(key)
		text = p.text[start:p.pos]
	}
	if strings.TrimSpace(text) == "" {
		return Value{}, p.missing(start, key, name)
	}
	checked, err := checkValue(key, text)
	if err != nil {
		err.Start, err.End = min(inner+err.Start, p.pos), min(inner+err.End, p.pos)
		if err.Start >= err.End { // something is missing there: underline the whole
			err.Start, err.End = inner, p.pos
		}
		return Value{}, err
	}
	return checked, nil
}

// missing is the error of a key without a value.
func (p *parser) missing(start int, key Key, name string) *Error {
	hint := "write it behind the colon, without a space"
	switch {
	case strings.HasPrefix(p.rest(), "("):
		hint = fmt.Sprintf("for one of several write %s:a,b", name)
	case p.text[start-1] == ',':
		hint = "write it behind the comma, without a space"
	case queryWords[key] != nil:
		hint = "one of " + strings.Join(queryWords[key], ", ")
	case isDateKey(key):
		hint = fmt.Sprintf("a date such as %s:2025-09", name)
	}
	begin := strings.LastIndexFunc(p.text[:start], unicode.IsSpace) + 1
	return p.fail(begin, max(p.pos, start), fmt.Sprintf("a value for `%s` is missing", name), hint)
}

// ValueOf makes a value of text; ok is false where key cannot be asked for it.
func ValueOf(key Key, text string) (v Value, ok bool) {
	v, err := checkValue(key, text)
	return v, err == nil && strings.TrimSpace(text) != ""
}

// ValuesOf are the values that key takes; nil where it takes others too.
func ValuesOf(key Key) []string { return queryWords[key] }

// checkValue makes a value of text; the places of its error are those in text.
func checkValue(key Key, text string) (Value, *Error) {
	if isDateKey(key) {
		asked, err := parsePeriod(key, text)
		return Value{Text: text, Period: asked}, err
	}
	known := queryWords[key]
	if known == nil {
		return Value{Text: legible(text, !isBare(key, text))}, nil
	}
	if word := strings.ToLower(text); slices.Contains(known, word) {
		return Value{Text: word}, nil
	}
	hint := "one of " + strings.Join(known, ", ")
	if near := names.Nearest(text, known, 1); near != nil {
		hint = fmt.Sprintf("did you mean `%s:%s`?", key, near[0])
	}
	return Value{}, &Error{End: len(text), Message: fmt.Sprintf("`%s` cannot be asked of `%s`", text, key), Hint: hint}
}

// parsePeriod reads the value of a date key: for date an EDTF date or two joined by "..", of which one may be left out;
// for since and until a date.
func parsePeriod(key Key, text string) (calendar.Period, *Error) {
	at := strings.Index(text, "..")
	if key != ByDate || at < 0 || strings.ContainsAny(text, "/[]{}") { // these have their own use for ".."
		d, err := parseDateAt(text, 0)
		p := calendar.Period{From: d.Earliest(), To: d.Latest()}
		switch key {
		case BySince:
			p.To = calendar.Forever
		case ByUntil:
			p.From = calendar.Beginning
		}
		return p, err
	}
	p := calendar.Always
	if at > 0 {
		from, err := parseDateAt(text[:at], 0)
		if err != nil {
			return p, err
		}
		p.From = from.Earliest()
	}
	if end := at + len(".."); end < len(text) {
		to, err := parseDateAt(text[end:], end)
		if err != nil {
			return p, err
		}
		p.To = to.Latest()
	}
	if p.From > p.To {
		return p, &Error{End: len(text), Message: "the range ends before it starts", Hint: "write the earlier date first"}
	}
	return p, nil
}

// parseDateAt reads a date that stands at offset of a value.
func parseDateAt(text string, offset int) (edtf.Date, *Error) {
	d, err := edtf.Parse(text)
	var wrong *edtf.Error
	if errors.As(err, &wrong) {
		return d, &Error{Start: offset + wrong.Start, End: offset + wrong.End, Message: wrong.Message, Hint: wrong.Hint}
	}
	return d, nil
}
