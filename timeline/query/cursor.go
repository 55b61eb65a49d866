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
}

// CursorAt returns the word or value that is typed where the cursor is before byte at of text, 0 ≤ at ≤ len(text).
// Between words it is an empty word at that place. Ok is false in a phrase, and in the name of a key that has its
// colon. The text need not be a query that can be read.
func CursorAt(text string, at int) (c Cursor, ok bool) {
	between := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()|", r) }
	for pos := 0; ; {
		start := len(text) - len(strings.TrimLeftFunc(text[pos:], between))
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
