package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// keyed reads a key and its values.
func (p *parser) keyed(k spelledKey) (Node, *Error) {
	start := p.pos
	t, err := k.term()
	if err != nil {
		return nil, p.fail(start, start+k.end, err.Message, err.Hint)
	}
	if p.claim && !slices.Contains(ofOneClaim, t.Key) {
		return nil, p.notOfOneClaim(k)
	}
	p.found(Place{Key: t.Key, Start: start, End: start + k.end - len(k.op)})
	p.pos += k.end
	if t.Key == ByClaim && strings.HasPrefix(p.rest(), "(") {
		return p.oneClaim(k)
	}
	for {
		from := p.pos
		v, err := p.value(t, k, start)
		if err != nil {
			return nil, err
		}
		t.Values = append(t.Values, v)
		p.found(Place{Key: t.Key, Value: v.Text, Start: from, End: p.pos})
		if !anotherValue(p.rest()) {
			break
		}
		p.pos++
	}
	p.space()
	if k.operator() == "!=" {
		return Not{t}, nil
	}
	return t, nil
}

// anotherValue reports whether text, which comes directly after a value, begins with what joins another to it: a comma,
// or a | that does not begin an alternative of its own.
func anotherValue(text string) bool {
	after, alternative := strings.CutPrefix(text, "|")
	if !alternative {
		return strings.HasPrefix(text, ",")
	}
	r, _ := utf8.DecodeRuneInString(after)
	_, key := leadingKey(after)
	return after != "" && !unicode.IsSpace(r) && !strings.ContainsRune("()|-!", r) && !key
}

// operator returns the usual spelling of the operator of k.
func (k spelledKey) operator() string {
	if usual, ok := sameOperators[k.op]; ok {
		return usual
	}
	return k.op
}

// term returns the term that k asks, without its values.
func (k spelledKey) term() (Term, *Error) {
	key := KeyOf(k.name)
	switch op := Op(k.operator()); {
	case op == ":", op == "!=":
		return Term{Key: key}, nil
	case key == ByDate && op == AtLeast:
		return Term{Key: BySince}, nil
	case key == ByDate && op == AtMost:
		return Term{Key: ByUntil}, nil
	case key == ByDate, key.IsOwn():
		return Term{Key: key, Op: op}, nil
	case isDateKey(key):
		return Term{}, &Error{Message: fmt.Sprintf("`%s` cannot be compared", k.name), Hint: "write date" + k.operator()}
	}
	return Term{}, &Error{
		Message: fmt.Sprintf("`%s` is no number and no date, which %s compares", k.name, k.operator()),
		Hint:    fmt.Sprintf("write %s: or -%s:", k.name, k.name),
	}
}

// value reads one value of a term that begins at begin.
func (p *parser) value(t Term, k spelledKey, begin int) (Value, *Error) {
	start, inner, key := p.pos, p.pos, t.Key
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
		return Value{}, p.missing(begin, start, key, k)
	}
	checked, err := checkValue(key, t.Op, text)
	checked.Phrase = checked.Phrase || key == ByClaim && inner > start
	if err != nil {
		err.Start, err.End = min(inner+err.Start, p.pos), min(inner+err.End, p.pos)
		if err.Start >= err.End { // nothing is there to underline: take the whole value
			err.Start, err.End = inner, p.pos
		}
		return Value{}, err
	}
	return checked, nil
}

// missing returns the error of a key without a value, which would be at start in a term that begins at begin.
func (p *parser) missing(begin, start int, key Key, k spelledKey) *Error {
	hint := "write it after " + k.op + ", without a space"
	if k.op == ":" {
		hint = "write it after the colon, without a space"
	}
	switch {
	case key == ByClaim && p.text[start-1] != ',':
		hint = "write a word of a claim or its status, or several things of one claim in brackets: " + exampleOfClaim
	case key == ByClaim && strings.HasPrefix(p.rest(), "("):
		hint = "write claim:(a OR b)"
	case strings.HasPrefix(p.rest(), "("):
		hint = fmt.Sprintf("for one of several write %s%sa,b", k.name, k.op)
	case p.text[start-1] == ',':
		hint = "write it after the comma, without a space"
	case key == ByHas:
		hint = "one of " + strings.Join(fixedValues[key], ", ") + ", or a key of your own"
	case fixedValues[key] != nil:
		hint = "one of " + strings.Join(fixedValues[key], ", ")
	case isDateKey(key):
		hint = fmt.Sprintf("a date such as %s%s2025-09", k.name, k.op)
	}
	return p.fail(begin, max(p.pos, start), fmt.Sprintf("a value for `%s` is missing", k.name), hint)
}
