package cleantext

import (
	"encoding/binary"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// encodings are those that a file may be in instead of UTF-8: how it begins, if it has a mark, and how to read a unit.
var encodings = []struct {
	mark, name string
	size       int
	unit       func([]byte) uint32
}{
	{"\xff\xfe\x00\x00", "UTF-32", 4, binary.LittleEndian.Uint32},
	{"\x00\x00\xfe\xff", "UTF-32", 4, binary.BigEndian.Uint32},
	{"\xff\xfe", "UTF-16", 2, func(b []byte) uint32 { return uint32(binary.LittleEndian.Uint16(b)) }},
	{"\xfe\xff", "UTF-16", 2, func(b []byte) uint32 { return uint32(binary.BigEndian.Uint16(b)) }},
}

// otherEncoding returns the name of the encoding of a text that is not in UTF-8, with a mark or without, and else "".
func otherEncoding(text string) string {
	for _, e := range encodings {
		if strings.HasPrefix(text, e.mark) {
			return e.name
		}
	}
	begin := text[:min(len(text), 4<<10)]
	if strings.IndexByte(begin, 0) < 0 {
		return ""
	}
	for _, e := range encodings {
		end := len(strings.TrimRight(begin, "\x00"))
		end = min((end+e.size-1)/e.size*e.size, len(begin)/e.size*e.size)
		if areUnits([]byte(begin[:end]), e.size, e.unit) {
			return e.name
		}
	}
	return ""
}

// areUnits reports whether what b holds in units of that size is text, of which one character in ten is ASCII.
func areUnits(b []byte, size int, unit func([]byte) uint32) bool {
	ascii := 0
	for at := 0; at < len(b); at += size {
		c := unit(b[at:])
		switch {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r' || c > utf8.MaxRune || c == 0xFFFE || c == 0xFFFF:
			return false
		case c < utf8.RuneSelf:
			ascii++
		}
	}
	return ascii >= 3 && ascii*10*size >= len(b)
}

// cutNULs returns a text without the NULs at its end, unless it is nothing else.
func cutNULs(text string) string {
	if cut := strings.TrimRight(text, "\x00"); cut != "" {
		return cut
	}
	return text
}

// reportNULs reports that a clean text was followed by n NULs, as a power cut may leave them.
func (r *Cleaner) reportNULs(text string, n int) {
	line := text[1+strings.LastIndexByte(text, '\n'):]
	at := diag.Range{
		File: r.In, Line: 1 + strings.Count(text, "\n"), Column: 1 + utf8.RuneCountInString(line),
	}
	if line == "" { // there is nothing to show of the line
		at.Column = 0
	}
	message := "the text is followed by " + diag.Plural(n, "NUL") + ", which a power cut may leave"
	if r.Unread {
		message = fmt.Sprintf("the text is followed by %d NULs at least; what may come after them is not read", n)
	}
	r.Problems.Report(at, rule.TrailingNULs, message, "take them out, and look whether the end of the text is missing")
}
