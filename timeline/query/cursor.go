package query

import (
	"strings"
	"unicode"
)

// A Cursor is what somebody is typing in the text of a query: a word, or one of the values of a key.
type Cursor struct {
	Key        Key    // ByWords for a word, which may become a key
	Op         Op     // how values of Key are compared
	Typed      string // the part of the word or value before the cursor, without quotes
	Start, End int    // byte offsets of the word or value
	Rest       Query  // the query without the term that is typed; the zero Query where it cannot be read
	InClaim    bool   // whether it is asked of one claim; then Rest is the query without all that is asked of it, …
	Claim      Query  // … and Claim is that without the term that is typed, or zero as Rest is
}

// CursorAt returns the word or value that is typed where the cursor is before byte at of text, 0 ≤ at ≤ len(text).
// Between words it is an empty word at that place. Ok is false in a phrase, and in the name of a key that has its
// colon. The text need not be a query that can be read.
func CursorAt(text string, at int) (c Cursor, ok bool) {
	between := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()|", r) }
	for pos := 0; ; {
		start := len(text) - len(strings.TrimLeftFunc(text[pos:], between))
		if from, end := claimBrackets(text[start:]); end > 0 && start+from <= at && start < len(text) {
			if at <= start+end {
				return cursorInClaim(text, start, start+from, start+end, at)
			}
			pos = min(len(text), start+end+1)
			continue
		}
		if start < at && start < len(text) {
			c, pos, ok = readCursor(text, start, at)
		} else {
			c, start, pos, ok = Cursor{Start: at, End: at}, at, at, true
		}
		if at <= pos {
			c.Rest, _ = Parse(text[:start] + " " + text[pos:])
			return c, ok
		}
	}
}

// claimBrackets returns where what is asked of one claim begins and ends in a text that begins with that; end is 0 in
// any other text. Brackets that are not closed end with the text.
func claimBrackets(text string) (from, end int) {
	from = len(text) - len(strings.TrimLeft(text, "-!"))
	k, ok := leadingKey(text[from:])
	if t, err := k.term(); !ok || err != nil || t.Key != ByClaim || !strings.HasPrefix(text[from+k.end:], "(") {
		return 0, 0
	}
	from += k.end + len("(")
	depth := 1
	for end = from; end < len(text); end++ {
		switch text[end] {
		case '"':
			end += quotedEnd(text[end:]) - 1
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return from, end
			}
		}
	}
	return from, len(text)
}

// Closing returns the brackets that are still open at the end of text, closed: "" where none are.
func Closing(text string) string {
	open := 0
	for n := 0; n < len(text); n++ {
		switch text[n] {
		case '"':
			n += quotedEnd(text[n:]) - 1
		case '(':
			open++
		case ')':
			open = max(0, open-1)
		}
	}
	return strings.Repeat(")", open)
}

// cursorInClaim is CursorAt where at is in what is asked of one claim, which is from one byte of text up to another in
// a term that begins at start.
func cursorInClaim(text string, start, from, end, at int) (c Cursor, ok bool) {
	c, ok = CursorAt(text[from:end], at-from)
	c.InClaim = true
	c.Claim, _ = ParseClaim(c.Rest.String())
	c.Rest, _ = Parse(text[:start] + " " + text[min(len(text), end+1):])
	c.Start, c.End = c.Start+from, c.End+from
	return c, ok
}

// readCursor reads the term that begins at pos. It returns the word or value in it that at is in, and where the term
// ends.
func readCursor(text string, pos, at int) (c Cursor, end int, ok bool) {
	for strings.HasPrefix(text[pos:], "-") || strings.HasPrefix(text[pos:], "!") {
		pos++
	}
	k, keyed := leadingKey(text[pos:])
	t, err := k.term()
	switch {
	case keyed && err == nil:
		return readValues(t, text, pos+k.end, at)
	case strings.HasPrefix(text[pos:], `"`):
		return Cursor{}, pos + quotedEnd(text[pos:]), false
	}
	end = pos + (&parser{text: text[pos:]}).bareEnd(ByWords)
	return cursorOf(text, Term{}, pos, end, at), end, at >= pos
}

// readValues reads the values of t, of which the first begins at from, as readCursor does.
func readValues(t Term, text string, from, at int) (c Cursor, end int, ok bool) {
	for {
		end = from
		if strings.HasPrefix(text[from:], `"`) {
			end += quotedEnd(text[from:])
		} else {
			end += (&parser{text: text[from:]}).bareEnd(t.Key)
		}
		if from <= at && at <= end {
			c, ok = cursorOf(text, t, from, end, at), true
		}
		if !anotherValue(text[end:]) {
			return c, end, ok
		}
		from = end + 1
	}
}

// cursorOf returns the word or value from start to end, in which the cursor is before byte at.
func cursorOf(text string, t Term, start, end, at int) Cursor {
	typed := text[start:max(start, at)]
	if inner, quoted := strings.CutPrefix(typed, `"`); quoted {
		if at == end && len(inner) > 0 {
			inner = strings.TrimSuffix(inner, `"`)
		}
		typed = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(inner)
	}
	return Cursor{Key: t.Key, Op: t.Op, Typed: typed, Start: start, End: end}
}

// quotedEnd returns the length of the phrase with which text begins: all of text where it is not closed.
func quotedEnd(text string) int {
	p := parser{text: text}
	if _, err := p.quoted(); err != nil {
		return len(text)
	}
	return p.pos
}
