package sanitize

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line makes text safe to show in a terminal: control characters, escape sequences, bidirectional controls and what
// cannot be seen are shown, never obeyed. The result is valid UTF-8 on one line.
//
//   - C0 controls and DEL become control pictures (␛ for ESC); newlines, tabs and the Unicode line and paragraph
//     separators become a space
//   - C1 controls, bidirectional and other format characters, zero-width and default-ignorable characters, private-use
//     and unassigned ones become \u009b, \u202e, \u200b or \u{e0041}, and bytes that are not UTF-8 \xff
//   - joiners (U+200C, U+200D) stay between letters, marks and symbols, where scripts and emoji need them
//   - combining marks stay on a letter or symbol, at most maxMarks of them; without one they are shown as \u0301
//
// Text that is safe already is given back as it is.
func Line(s string) string { return visible(s, false) }

// Text is Visible for text of several lines: newlines stay.
func Text(s string) string { return visible(s, true) }

// maxMarks is how many combining marks one letter may carry. No language needs as many.
const maxMarks = 8

func visible(s string, lines bool) string {
	clean := safePrefix(s, lines)
	if clean == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 16)
	out.WriteString(s[:clean])
	base, marks := clean > 0 && s[clean-1] != '\n', 0 // whether a mark has something to stand on, and how many it has
	for i, size := clean, 0; i < len(s); i += size {
		var r rune
		r, size = utf8.DecodeRuneInString(s[i:])
		switch class := classOf(r); {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&out, `\x%02x`, s[i])
			base = false
		case r == '\n' && lines:
			out.WriteByte('\n')
			base = false
		case class == blank:
			out.WriteByte(' ')
			base, marks = true, 0
		case class == plain:
			out.WriteString(s[i : i+size])
			base, marks = true, 0
		case class == combining && base:
			if marks++; marks <= maxMarks {
				out.WriteString(s[i : i+size])
			}
		case class == joining && base && joins(s[i+size:]):
			out.WriteString(s[i : i+size])
		default:
			out.WriteString(spellOut(r))
			base = false
		}
	}
	if out.Len() == len(s) && out.String() == s {
		return s
	}
	return out.String()
}

// safePrefix is the length of a part of s that needs no look: printable ASCII, the letters of Latin and Cyrillic, and what
// boxes and bars are drawn with.
func safePrefix(s string, lines bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c <= '~' || c == '\n' && lines {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		safe := 0xA1 <= r && r <= 0x2FF && r != 0xAD || 0x400 <= r && r <= 0x481 || 0x48A <= r && r <= 0x52F || 0x2010 <= r && r <= 0x2027 || 0x2500 <= r && r <= 0x25FF
		if !safe && classOf(r) != plain || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(s)
}

// A class says what Visible does with a character.
type class uint8

const (
	shown     class = iota // spelled out
	plain                  // as it is
	blank                  // a space
	combining              // as it is after a base
	joining                // as it is between two
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case ' ' <= r && r <= '~':
			return plain
		case r == '\n' || r == '\t':
			return blank
		}
		return shown
	case '\u2500' <= r && r <= '\u25ff': // lines, blocks and shapes, of which screens are full
		return plain
	case r == '\u2028' || r == '\u2029':
		return blank
	case r == '\u200c' || r == '\u200d':
		return joining
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // format characters that are seen, such as the Arabic number sign
		return plain
	case unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r):
		return shown
	case unicode.IsMark(r):
		return combining
	case unicode.IsGraphic(r):
		return plain
	}
	return shown
}

// Escapes says whether Visible spells the character out.
func Escapes(r rune) bool { return classOf(r) == shown }

// joins says whether a joiner may stand before rest.
func joins(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	return !(r == utf8.RuneError && size < 2) && r >= utf8.RuneSelf && classOf(r) == plain && !unicode.IsSpace(r)
}

// spellOut writes out a character that is not to be obeyed.
func spellOut(r rune) string {
	switch {
	case r < ' ':
		return string('\u2400' + r)
	case r == 0x7F:
		return "\u2421"
	case r <= 0xFFFF:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\u{%x}`, r)
}
