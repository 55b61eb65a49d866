package query

import (
	"strings"
	"unicode"
)

// A Cursor is the place in the text of a query where somebody is typing: a word, or one of the values of a key.
type Cursor struct {
	Key        Key    // ByWords for a word, which may become a key
	Typed      string // what stands there up to the cursor, without quotes
	Start, End int    // the word or value, as byte offsets
	Rest       Query  // the query without the term in which the cursor is; the zero Query where that cannot be read
}

// CursorAt finds the place of a cursor that stands before byte at of text. Where that is in no word, the place is
// empty; ok is false inside of a phrase and of the name of a key that has its colon. The text need not be readable.
func CursorAt(text string, at int) (s Cursor, ok bool) {
	between := func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("()|", r) }
	for pos := 0; ; {
		start := len(text) - len(strings.TrimLeftFunc(text[pos:], between))
		if start < at && start < len(text) {
			s, pos, ok = readCursor(text, start, at)
		} else {
			s, start, pos, ok = Cursor{Start: at, End: at}, at, at, true
		}
		if at <= pos {
			s.Rest, _ = Parse(text[:start] + " " + text[pos:])
			return s, ok
		}
	}
}

// readCursor reads the term that begins at pos: where it ends, and the word or value in it that holds at.
func readCursor(text string, pos, at int) (s Cursor, end int, ok bool) {
	for strings.HasPrefix(text[pos:], "-") {
		pos++
	}
	name, keyed := leadingKey(text[pos:])
	key, known := queryKeys[strings.ToLower(name)]
	switch {
	case strings.HasPrefix(text[pos:], `"`):
		return Cursor{}, pos + quotedEnd(text[pos:]), false
	case !keyed || !known:
		end = pos + (&parser{text: text[pos:]}).bareEnd(ByWords)
		return cursorOf(text, ByWords, pos, end, at), end, at >= pos
	}
	from := pos + len(name) + len(":")
	for {
		end = from
		if strings.HasPrefix(text[from:], `"`) {
			end += quotedEnd(text[from:])
		} else {
			end += (&parser{text: text[from:]}).bareEnd(key)
		}
		if from <= at && at <= end {
			s, ok = cursorOf(text, key, from, end, at), true
		}
		if !strings.HasPrefix(text[end:], ",") {
			return s, end, ok
		}
		from = end + len(",")
	}
}

// cursorOf is the word or value from start to end with the cursor at.
func cursorOf(text string, key Key, start, end, at int) Cursor {
	typed := text[start:max(start, at)]
	if inner, quoted := strings.CutPrefix(typed, `"`); quoted {
		if at == end && len(inner) > 0 {
			inner = strings.TrimSuffix(inner, `"`)
		}
		typed = strings.NewReplacer(`\"`, `"`, `\\`, `\`).Replace(inner)
	}
	return Cursor{Key: key, Typed: typed, Start: start, End: end}
}

// quotedEnd is the length of the quotation that text begins with; all of text where it is not closed.
func quotedEnd(text string) int {
	p := parser{text: text}
	if _, err := p.quoted(); err != nil {
		return len(text)
	}
	return p.pos
}
