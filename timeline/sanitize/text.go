// Package sanitize makes text and web addresses from strangers safe to show in a terminal.
//
//	sanitize.Line("a title\x1b]0;owned\x07")   // "a title␛]0;owned␇"
//	sanitize.WebAddress("https://аpple.com/")  // "https://xn--pple-43d.com/", true: the first letter is Cyrillic
//	sanitize.WebAddress("javascript:alert(1)") // "", false
//
// A text from elsewhere may hold characters that move the cursor, change colours, write to the clipboard, turn the
// direction of writing or look like others. Here they are shown and not obeyed. A text is made safe where it is shown;
// what is kept of it stays as it was.
//
// [Markdown] makes it fit for a page too, where it is no markup. The package escapes nothing for HTML, YAML, CSV or a
// shell, and judges no address by where it leads: that is for those who write these formats and those who click.
// [Width] measures text in cells, roughly.
//
// The package imports no other of this module.
package sanitize

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Line returns text as it is safe to show in a terminal. Control characters, escape sequences, bidirectional
// controls and invisible characters are spelled out. The result is valid UTF-8 on one line, and its own Line.
//
//   - Newlines, tabs and the Unicode line and paragraph separators become a space.
//   - Other C0 controls and DEL become control pictures, such as ␛ for ESC.
//   - C1 controls, bidirectional and other format characters, zero-width, default-ignorable, private-use and unassigned
//     characters become \u009b, \u202e, \u200b or \u{e0041}. Bytes that are not UTF-8 become \xff.
//   - Joiners (U+200C, U+200D) stay where they shape what is beside them: after a virama, before a letter of a script
//     whose letters join, between the parts of an emoji.
//   - Soft hyphens between letters are left out, since nobody sees them there, and so are zero-width spaces between
//     letters of scripts without spaces. Elsewhere they are \u00ad and \u200b.
//   - Up to 8 combining marks stay on a letter or symbol, and more are left out. Marks on nothing become \u0301.
//
// Text that is safe already is returned without a copy.
func Line(s string) string { return visible(s, false) }

// Text does what Line does for text of several lines: newlines stay.
func Text(s string) string { return visible(s, true) }

// maxMarks is the number of combining marks that a letter may have. No language needs as many.
const maxMarks = 8

// visible does what Line does, or what Text does if there may be lines.
func visible(s string, lines bool) string {
	clean := safePrefix(s, lines)
	if clean == len(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s) + 16)
	out.WriteString(s[:clean])
	base, marks := clean > 0 && s[clean-1] != '\n', 0 // whether a mark may follow, and the marks since the last base
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
		case class == joining && base && marks < maxMarks && joins(out.String(), s[i+size:]):
			out.WriteString(s[i : i+size])
			marks++
		case class == parting && base && isUnseen(r, out.String(), s[i+size:]):
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

// safePrefix returns the length of a beginning of s that is plain. Printable ASCII, letters of Latin and Cyrillic,
// dashes, quotation marks, boxes and bars are known to be plain without asking classOf.
func safePrefix(s string, lines bool) int {
	for i := 0; i < len(s); {
		c := s[i]
		if ' ' <= c && c <= '~' || c == '\n' && lines {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		safe := 0xA1 <= r && r <= 0x2FF && r != 0xAD ||
			0x400 <= r && r <= 0x481 ||
			0x48A <= r && r <= 0x52F ||
			0x2010 <= r && r <= 0x2027 ||
			0x2500 <= r && r <= 0x25FF
		if !safe && classOf(r) != plain || r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return len(s)
}

// A class is what Line does with a character.
type class uint8

const (
	shown     class = iota // spelled out
	plain                  // as it is
	blank                  // a space
	combining              // as it is after a base
	joining                // as it is between two that it joins
	parting                // left out between letters
)

// classOf returns the class of a character.
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
	case r == softHyphen || r == zeroWidthSpace:
		return parting
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // visible, such as the Arabic number sign
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

// Escapes reports whether Line lets a character through nowhere, but for newlines and tabs, which become spaces.
func Escapes(r rune) bool { return classOf(r) == shown || classOf(r) == parting }

// spellOut returns a character in characters that can be seen.
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
