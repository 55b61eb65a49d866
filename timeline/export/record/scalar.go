package record

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/timeline/internal/guess"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/sanitize"
)

// A place is where a text is written.
type place uint8

const (
	inBlock place = iota // after a key or a hyphen
	inFlow               // in brackets
	asKey                // before a colon
)

// A sense is what a program may take a plain text for.
type sense uint8

const (
	asText    sense = iota // nothing but text
	asWritten              // a number or a date too, as the file from which it comes has it mostly
)

// appendText appends a text in one line: plain where YAML reads it as it is, else in quotes.
func appendText(to []byte, s string, at place, as sense) []byte {
	if isPlain(s, at) && isRead(s, as) {
		return append(to, s...)
	}
	return appendQuoted(to, s)
}

// isPlain reports whether YAML reads a text as it is, without quotes.
func isPlain(s string, at place) bool {
	if s == "" || s[0] == ' ' || s[len(s)-1] == ' ' || at == asKey && len(s) > maxPlainKey {
		return false
	}
	switch s[0] {
	case '-':
		if len(s) == 1 || s[1] == ' ' || s[1] == '-' || at != inBlock {
			return false
		}
	case '.':
		if strings.HasPrefix(s, "...") {
			return false
		}
	case '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '<', '=', '~':
		return false
	}
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s[i:])
			if isEscaped(r, size) {
				return false
			}
			i += size
			continue
		}
		switch {
		case c < ' ' || c == 0x7f:
			return false
		case c == ':' && (i+1 == len(s) || s[i+1] == ' ' || at != inBlock):
			if at == inFlow && strings.HasPrefix(s[i:], "://") {
				break
			}
			return false
		case c == '#' && (s[i-1] == ' ' || at == inFlow):
			return false
		case at != inBlock && strings.IndexByte(",[]{}?\"'`", c) >= 0:
			if at == inFlow && (c == '\'' || c == '`') {
				break
			}
			return false
		}
		i++
	}
	last := s[len(s)-1]
	return last != ']' && last != '}' // which looks as if the bracket before it was forgotten
}

// maxPlainKey is the length in bytes of a key up to which YAML reads it before a colon in any case.
const maxPlainKey = 100

// isRead reports whether every program takes a plain text for what it may be taken for.
func isRead(s string, as sense) bool {
	if c := s[0]; '0' <= c && c <= '9' || c == '-' || c == '+' || c == '.' {
		end := strings.ToLower(s[max(0, len(s)-4):])
		if strings.Trim(s, numeric) != "" && end != ".inf" && end != ".nan" {
			return true
		}
		return as == asWritten && simpleNumber().MatchString(s) && !isNoDay(s)
	}
	switch strings.ToLower(s) {
	case "y", "n", "yes", "no", "on", "off", "null", "true", "false":
		return false
	}
	return !guess.IsNothing(s) // which without quotes says that nothing is known
}

// numeric are the characters of which YAML makes numbers and times.
const numeric = "0123456789+-.:_ eExXoObBaAcCdDfFtTzZ"

// simpleNumber matches the numbers and dates that every program reads alike, and would write again as they are: 1.10
// may be a version.
var simpleNumber = lazyregexp.New(
	`^(0|-?[1-9][0-9]{0,14}|-?(0|[1-9][0-9]{0,14})\.[0-9]{0,8}[1-9]|[0-9]{4}-[0-9]{2}(-[0-9]{2}(T[0-9:.Z+-]+)?)?)$`)

// isNoDay reports whether a text looks like a day or a moment to YAML and is none, which some readers refuse.
func isNoDay(s string) bool {
	if !looksLikeDay().MatchString(s) {
		return false
	}
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00"} {
		if when, err := time.Parse(layout, s); err == nil {
			_, offset := when.Zone()
			const day = 24 * 60 * 60
			return when.Year() == 0 || offset <= -day || offset >= day
		}
	}
	return true
}

// looksLikeDay matches what YAML 1.1 takes for a day or a moment.
var looksLikeDay = lazyregexp.New(
	`^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}` +
		`(([Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(\.[0-9]*)?[ \t]*(Z|[-+][0-9]{1,2}(:[0-9]{2})?)?)?$`)

// isEscaped reports whether a character that is not ASCII is spelled out.
func isEscaped(r rune, size int) bool {
	switch {
	case r == utf8.RuneError && size == 1, r == '\u0085', r == '\u2028', r == '\u2029', r == '\ufeff',
		r >= 0xfffe && r&0xfffe == 0xfffe:
		return true
	case 0xA1 <= r && r <= 0x2FF && r != 0xAD, 0x400 <= r && r <= 0x481, 0x2010 <= r && r <= 0x2027:
		return false
	}
	return sanitize.Escapes(r)
}

// appendQuoted appends a text in quotes. Those are single ones where double ones would need escapes for what is in it.
func appendQuoted(to []byte, s string) []byte {
	if strings.ContainsAny(s, "\"\\") && strings.IndexByte(s, '\'') < 0 && isShown(s) {
		return append(append(append(to, '\''), s...), '\'')
	}
	to = append(to, '"')
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case r == '"' || r == '\\':
			to = append(to, '\\', byte(r))
		case r == '\n':
			to = append(to, `\n`...)
		case r == '\t':
			to = append(to, `\t`...)
		case r < ' ' || r == 0x7f:
			to = fmt.Appendf(to, `\x%02x`, r)
		case r >= utf8.RuneSelf && isEscaped(r, size):
			to = appendEscape(to, r)
		default:
			to = append(to, s[i:i+size]...)
		}
		i += size
	}
	return append(to, '"')
}

func appendEscape(to []byte, r rune) []byte {
	switch {
	case r < 0x100:
		return fmt.Appendf(to, `\x%02x`, r)
	case r <= 0xffff:
		return fmt.Appendf(to, `\u%04x`, r)
	}
	return fmt.Appendf(to, `\U%08x`, r)
}

// isShown reports whether each character of a text is seen in one line.
func isShown(s string) bool {
	for i, r := range s {
		if r < ' ' || r == 0x7f {
			return false
		}
		if r >= utf8.RuneSelf {
			if _, size := utf8.DecodeRuneInString(s[i:]); isEscaped(r, size) {
				return false
			}
		}
	}
	return true
}

// fullWidth is the number of characters of a line up to which texts and lists are not broken.
const fullWidth = 108

// runes returns the number of characters of a text.
func runes(s string) int { return utf8.RuneCountInString(s) }

// appendProse appends a text that may have paragraphs, after a key or a hyphen, with the end of the line. The lines
// below are indented by that number of blanks. A text that is too long for the line is folded, and one of several lines
// is literal.
func appendProse(to []byte, s string, used, indent int, as sense) []byte {
	several := strings.IndexByte(s, '\n') >= 0
	if !several && used+runes(s) <= fullWidth || !isBlock(s) {
		return append(appendText(to, s, inBlock, as), '\n')
	}
	if several && !isFoldable(s) {
		to = append(to, "|-\n"...)
		for line := range strings.SplitSeq(s, "\n") {
			if line != "" {
				to = append(appendBlanks(to, indent), line...)
			}
			to = append(to, '\n')
		}
		return to
	}
	to = append(to, ">-\n"...)
	for i, paragraph := range strings.Split(s, "\n\n") {
		if i > 0 {
			to = append(to, "\n\n"...)
		}
		to = appendFolded(to, paragraph, indent)
	}
	return to
}

// isBlock reports whether a text can be written below the line of its key: each of its lines begins and ends with what
// is seen, and the first and last are not empty.
func isBlock(s string) bool {
	if s == "" || s[0] == '\n' || s[len(s)-1] == '\n' {
		return false
	}
	for line := range strings.SplitSeq(s, "\n") {
		if line != "" && (line[0] == ' ' || line[len(line)-1] == ' ') || !isShown(line) {
			return false
		}
	}
	return true
}

// isFoldable reports whether a text of several lines is paragraphs, one of which is long.
func isFoldable(s string) bool {
	long := false
	for paragraph := range strings.SplitSeq(s, "\n\n") {
		if paragraph == "" || strings.IndexByte(paragraph, '\n') >= 0 {
			return false
		}
		long = long || len(paragraph) > fullWidth
	}
	return long
}

// appendFolded appends a paragraph in lines, which end where there is one blank between two words.
func appendFolded(to []byte, paragraph string, indent int) []byte {
	for {
		end := foldAt(paragraph, fullWidth-indent)
		to = append(append(appendBlanks(to, indent), paragraph[:end]...), '\n')
		if end == len(paragraph) {
			return to
		}
		paragraph = paragraph[end+1:]
	}
}

// foldAt returns the offset of the blank at which the first line of a paragraph ends: the last within the width, or the
// first there is. It is the length of the paragraph where that is one line.
func foldAt(paragraph string, width int) int {
	best, column := len(paragraph), 0
	for i := 0; i < len(paragraph); column++ {
		if column > width && best < len(paragraph) {
			return best
		}
		c, size := paragraph[i], 1
		if c == ' ' && i > 0 && paragraph[i-1] != ' ' && paragraph[i+1] != ' ' {
			best = i
		}
		if c >= utf8.RuneSelf {
			_, size = utf8.DecodeRuneInString(paragraph[i:])
		}
		i += size
	}
	if column > width {
		return best
	}
	return len(paragraph)
}

const manyBlanks = "                                                                "

func appendBlanks(to []byte, n int) []byte {
	for n > len(manyBlanks) {
		to, n = append(to, manyBlanks...), n-len(manyBlanks)
	}
	return append(to, manyBlanks[:n]...)
}

// isDate reports whether a date is written without quotes: it has none of the signs that begin something else in YAML,
// and every program takes it for what it is.
func isDate(s string) bool {
	return !strings.ContainsAny(s, "~?%[]{}") && isPlain(s, inBlock) && isRead(s, asWritten)
}

// Text returns a text as the value of a key in one line, as an event has it.
func Text(s string) string { return string(appendText(nil, s, inBlock, asText)) }

// Key returns the key of a value, without its colon.
func Key(s string) string { return string(appendText(nil, s, asKey, asText)) }

// Date returns a date as the value of a key.
func Date(edtf string) string {
	if isDate(edtf) {
		return edtf
	}
	return string(appendQuoted(nil, edtf))
}

// List returns a list of texts in brackets, as the value of a key.
func List(texts []string) string {
	list := []byte("[")
	for n, s := range texts {
		if n > 0 {
			list = append(list, ", "...)
		}
		list = appendText(list, s, inFlow, asText)
	}
	return string(append(list, ']'))
}
