package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/fold"
)

// An Error says where a query cannot be read, and why.
type Error struct {
	Start, End int // byte offsets into the text
	Message    string
	Hint       string // what to do; may be empty
}

// Error returns the message and the hint.
func (e *Error) Error() string {
	if e.Hint == "" {
		return e.Message
	}
	return e.Message + "; " + e.Hint
}

// Parse reads a query. The error, if any, is an *Error.
func Parse(text string) (Query, error) {
	root, err := parseQuery(text)
	if err != nil {
		return Query{}, err
	}
	return Query{text: format(root), root: root}, nil
}

// parseQuery returns the tree of a query, nil where it asks for nothing.
func parseQuery(text string) (Node, *Error) {
	p := parser{text: text}
	return p.query()
}

// query reads all of the text.
func (p *parser) query() (Node, *Error) {
	if p.space(); p.pos == len(p.text) {
		return nil, nil
	}
	root, err := p.alternatives()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.text) {
		return nil, p.fail(p.pos, p.pos+1, "this bracket closes nothing", `take it out, or put the text in "quotes"`)
	}
	return root, nil
}

// maxBrackets is how deep brackets and negations may nest. It bounds the use of the stack.
const maxBrackets = 200

// A parser reads a query from left to right. Each of its methods leaves pos after what it has read and any blanks
// there.
type parser struct {
	text   string
	pos    int
	depth  int
	claim  bool // whether what is read is asked of one claim
	note   bool // whether places are noted
	places []Place
}

func (p *parser) fail(start, end int, message, hint string) *Error {
	return &Error{Start: start, End: end, Message: message, Hint: hint}
}

// space skips blanks.
func (p *parser) space() {
	p.pos = len(p.text) - len(strings.TrimLeftFunc(p.text[p.pos:], unicode.IsSpace))
}

// rest returns what is still to be read.
func (p *parser) rest() string { return p.text[p.pos:] }

// peek reports whether the rest begins with an operator, which is a word in capitals or a sign.
func (p *parser) peek(operator string) bool {
	after, ok := strings.CutPrefix(p.rest(), operator)
	if !ok || operator == "|" {
		return ok
	}
	r, _ := utf8.DecodeRuneInString(after)
	return after == "" || unicode.IsSpace(r) || strings.ContainsRune(`()"|`, r)
}

// take skips an operator and the blanks after it, and reports whether the rest began with it.
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
		return nil, p.fail(min(p.pos, len(p.text)-1), len(p.text), "brackets nest too deep", "ask with fewer of them")
	}
	defer func() { p.depth-- }()
	start := p.pos
	switch {
	case p.take("NOT"):
	case strings.HasPrefix(p.rest(), "-"), strings.HasPrefix(p.rest(), "!"):
		sign := map[byte]string{'-': "the minus", '!': "the !"}[p.text[p.pos]]
		p.pos++
		if r, _ := utf8.DecodeRuneInString(p.rest()); p.rest() == "" || unicode.IsSpace(r) {
			return nil, p.fail(start, p.pos, "nothing comes after "+sign,
				"write what to leave out, without a space")
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
	if k, ok := leadingKey(rest); ok {
		return p.keyed(k)
	}
	switch {
	case rest == "":
		last := strings.TrimRightFunc(p.text, unicode.IsSpace)
		start = strings.LastIndexFunc(last, func(r rune) bool { return r == '(' || unicode.IsSpace(r) }) + 1
		start = min(start, max(0, len(last)-1)) // a bracket alone
		return nil, p.fail(start, len(last), "something to look for is missing after this", "")
	case rest[0] == '(':
		return p.bracket()
	case rest[0] == ')':
		return nil, p.fail(start, start+1, "something to look for is missing before this bracket", "")
	case rest[0] == '"':
		text, err := p.quoted()
		return p.words(text, true, start, err)
	}
	p.pos += (&parser{text: rest}).bareEnd(ByWords)
	return p.words(p.text[start:p.pos], false, start, nil)
}

// nothingToLookFor is what is wrong with a text that folds to nothing.
const nothingToLookFor = "nothing to look for: no letters or digits"

// words returns the term of a word or phrase that was read from start on. It hands on the error of reading that.
func (p *parser) words(text string, phrase bool, start int, err *Error) (Node, *Error) {
	if err != nil {
		return nil, err
	}
	end := p.pos
	if slices.Contains(operators, text) {
		return nil, p.fail(start, end, text+" stands alone",
			"write it between key and value without blanks, as in date>=2025-09")
	}
	if fold.Fold(text) == "" {
		return nil, p.fail(start, end, nothingToLookFor, "take it out")
	}
	p.space()
	return Term{Key: ByWords, Values: []Value{{Text: legible(text, phrase), Phrase: phrase}}}, nil
}

// bracket reads "( … )".
func (p *parser) bracket() (Node, *Error) {
	start := p.pos
	p.pos++
	p.space()
	if strings.HasPrefix(p.rest(), ")") {
		return nil, p.fail(start, p.pos+1, "the brackets are empty", "write what to look for, or take them out")
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

// quoted reads text in quotes, in which a quote or backslash has a backslash before it.
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

// bareEnd returns the length of the word or value without quotes with which the text begins. A comma ends a value, but
// not inside an EDTF set.
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

// A Place is where a query spells a key or one of its values.
type Place struct {
	Key        Key
	Value      string // "" for the key itself
	Start, End int    // byte offsets into the text
}

// found notes a place where that is wanted.
func (p *parser) found(at Place) {
	if p.note {
		p.places = append(p.places, at)
	}
}

// Places returns where text spells its keys and their values, in order; none where it cannot be read.
func Places(text string) []Place {
	p := parser{text: text, note: true}
	if _, err := p.query(); err != nil {
		return nil
	}
	return p.places
}
