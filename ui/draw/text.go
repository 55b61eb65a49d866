package draw

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/fold"
	"dateline/timeline/sanitize"
)

// Cells returns the width of s in terminal cells.
func Cells(s string) int {
	if n, ok := plainCells(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// plainCells returns the width of a text of which every character is sure to take one cell in any terminal: printable
// ASCII, letters of Latin and Cyrillic, dashes and quotation marks, and what is drawn with lines and blocks.
func plainCells(s string) (n int, ok bool) {
	for n < len(s) && ' ' <= s[n] && s[n] <= '~' {
		n++
	}
	for _, r := range s[n:] {
		if !isPlain(r) {
			return 0, false
		}
		n++
	}
	return n, true
}

// isPlain reports whether a character is one of those.
func isPlain(r rune) bool {
	switch {
	case ' ' <= r && r <= '~', 0xA1 <= r && r <= 0x2FF && r != 0xAD, 0x400 <= r && r <= 0x481, 0x48A <= r && r <= 0x52F,
		0x2010 <= r && r <= 0x2027, 0x2500 <= r && r <= 0x25CF:
		return true
	}
	return false
}

// joins reports whether a text that is written right after another makes one character of the last and its first, so
// that both together have another width than each by itself. Some Arabic marks join the next character, even a blank.
func joins(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if before == "" || after == "" || isPlain(last) && isPlain(first) {
		return false
	}
	return Cells(before+after) != Cells(before)+Cells(after)
}

// cellBytes is how many bytes of text a cell takes at most: a letter with all the marks that sanitize.Line leaves it.
const cellBytes = 40

// Enough returns the first part of s, more than enough to fill w cells, so that neither a text of megabytes nor one
// whose characters have thousands of marks costs more than what is seen of it.
func Enough(s string, w int) string {
	end := cellBytes * (max(w, 0) + 1)
	if len(s) <= end {
		return s
	}
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// Cut shortens s to at most w cells. What is too long ends in the mark more, at a word's end where one is near. A host
// keeps its end.
func Cut(s string, w int, more string) string {
	if short, ok := cutInHost(s, w, more); ok {
		return short
	}
	return cutAnywhere(s, w, more)
}

// cutAnywhere does what Cut does for a text whose hosts may lose their ends.
func cutAnywhere(s string, w int, more string) string {
	whole := len(s)
	if s = Enough(s, w); len(s) == whole && Cells(s) <= w {
		return s
	}
	return shorten(s, w, more)
}

// shorten does what Cut does for a text that is known to be too long.
func shorten(s string, w int, more string) string {
	if w <= Cells(more) {
		return Clip(s, w, "")
	}
	head := Clip(s, w-Cells(more), "")
	inWord := len(head) < len(s) && s[len(head)] != ' '
	if i := strings.LastIndexByte(head, ' '); i > 0 && Cells(head[i:]) <= 8 && inWord {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–—-") + more
}

// Fit returns what may be shown of any text in at most w cells: safe, and cut as [Cut] does it. It looks at no more of
// the text than that takes.
func (t *Theme) Fit(s string, w int) string {
	head := Enough(s, w)
	shown := sanitize.Line(head)
	if len(head) < len(s) && Cells(shown) <= w { // a letter had more marks than are shown
		return shorten(shown, w, t.Glyphs.More)
	}
	return Cut(shown, w, t.Glyphs.More)
}

// Clip shortens s to at most w cells wherever that falls, for names whose first words are alike.
func Clip(s string, w int, more string) string {
	if short, ok := clipPlain(s, w, more); ok {
		return short
	}
	for n := max(w, 0); ; n-- { // Truncate counts a keycap like 1️⃣ as one cell, although it takes two
		short := ansi.Truncate(s, n, more)
		if n > 0 && Cells(short) > w {
			continue
		}
		if len(short) < len(s) {
			short = strings.TrimRight(short, joiners)
		}
		return short
	}
}

// clipPlain is Clip for a text that begins with more than w characters of one cell each; ok is false for any other.
func clipPlain(s string, w int, more string) (short string, ok bool) {
	room, end, n := w-Cells(more), 0, 0
	if room < 0 {
		return "", false
	}
	for at, r := range s {
		if !isPlain(r) {
			return "", false
		}
		if n == room {
			end = at
		}
		if n == w {
			return s[:end] + more, true
		}
		n++
	}
	return "", false
}

// joiners are the characters without width that join two others. Without the second they would be unsafe.
const joiners = "\u200c\u200d"

// questioned puts question marks, one for each cell, in the place of what is not ASCII.
func questioned(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
		} else {
			out.WriteString(strings.Repeat("?", Cells(string(r))))
		}
	}
	return out.String()
}

// Wrap breaks text into lines of at most w cells, at words where it can. Newlines in text begin a new line.
func Wrap(text string, w int) []string {
	if w < 1 {
		return nil
	}
	text, joined := joinDates(text)
	var lines []string
	for line := range strings.SplitSeq(ansi.Wrap(text, w, ""), "\n") {
		lines = append(lines, hardWrap(line, w)...)
	}
	if joined {
		for n := range lines {
			lines[n] = strings.ReplaceAll(lines[n], unbroken, "-")
		}
	}
	return lines
}

// unbroken is a hyphen after which no line is broken.
const unbroken = "\u2011"

// joinDates puts unbroken in the place of the hyphens between digits, so that no date is broken at one, and reports
// whether there were any.
func joinDates(text string) (string, bool) {
	digit := func(at int) bool { return at >= 0 && at < len(text) && '0' <= text[at] && text[at] <= '9' }
	if !strings.Contains(text, "-") || strings.Contains(text, unbroken) {
		return text, false
	}
	var b strings.Builder
	from := 0
	for at := range len(text) {
		if text[at] == '-' && digit(at-1) && digit(at+1) {
			b.WriteString(text[from:at] + unbroken)
			from = at + 1
		}
	}
	if from == 0 {
		return text, false
	}
	return b.String() + text[from:], true
}

// hardWrap breaks a line that has more than w cells wherever that falls. ansi.Wrap leaves some too wide, since it
// miscounts keycaps and words after hyphens.
func hardWrap(line string, w int) []string {
	rest := []string{line}
	if w == 1 || Cells(line) <= w {
		return rest
	}
	var lines []string
	for len(rest) > 0 {
		last := len(rest) - 1
		line, rest = rest[last], rest[:last]
		for part := w; Cells(line) > w && part > 0; part-- { // Hardwrap miscounts keycaps too
			parts := strings.Split(ansi.Hardwrap(line, part, true), "\n")
			line = parts[0]
			slices.Reverse(parts[1:])
			rest = append(rest, parts[1:]...)
		}
		lines = append(lines, line)
	}
	return lines
}

// Paragraphs breaks a text of several paragraphs into visible lines of at most w cells, with an empty line between
// paragraphs. Single newlines inside a paragraph are spaces, as in the file format.
func Paragraphs(text string, w int) []string {
	var lines []string
	for _, p := range strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n\n") {
		p = strings.Join(strings.Fields(sanitize.Line(p)), " ")
		if p == "" {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, Wrap(p, w)...)
	}
	return lines
}

// Lit splits text into spans, in base style but for what the words of the query match.
func Lit(text string, words []string, base, match Style) []Span {
	if len(words) == 0 {
		return []Span{{text, base}}
	}
	var out []Span
	at := 0
	for _, r := range fold.Find(text, words) {
		if r[0] > at {
			out = append(out, Span{text[at:r[0]], base})
		}
		out = append(out, Span{text[r[0]:r[1]], match})
		at = r[1]
	}
	if at < len(text) || at == 0 {
		out = append(out, Span{text[at:], base})
	}
	return out
}

// Spaces returns n blanks, none if n is negative.
func Spaces(n int) string {
	const blanks = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}
