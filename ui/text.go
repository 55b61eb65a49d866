package ui

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline"
)

// Text on the screen is measured in cells, never in bytes or runes. This is the only file that knows how.

// A span is a run of text in one style. Its text is data and may be hostile: theme.draw makes it visible before it is
// written, so no span can carry an escape sequence to the terminal.
type span struct {
	text  string
	style style
}

// Runs gather the spans of rows that are made cell by cell.
type runs struct {
	text  strings.Builder
	ends  []int // of the runs in text
	style []style
	out   []span
}

// add appends text, to the run before where that has its style.
func (r *runs) add(text string, st style) {
	r.text.WriteString(text)
	if n := len(r.ends) - 1; n >= 0 && r.style[n] == st {
		r.ends[n] = r.text.Len()
		return
	}
	r.ends, r.style = append(r.ends, r.text.Len()), append(r.style, st)
}

// spans are the runs of a row, until the next row is taken; the next begins empty.
func (r *runs) spans() []span {
	text, from := r.text.String(), 0
	r.out = r.out[:0]
	for n, end := range r.ends {
		r.out = append(r.out, span{text[from:end], r.style[n]})
		from = end
	}
	r.text.Reset()
	r.ends, r.style = r.ends[:0], r.style[:0]
	return r.out
}

// cells is the width of s in terminal cells.
func cells(s string) int {
	if n, ok := plainCells(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// plainCells is the width of a text of which every character is sure to take one cell in any terminal: printable ASCII,
// letters of Latin and Cyrillic, dashes and quotation marks, and what is drawn with lines and blocks.
func plainCells(s string) (n int, ok bool) {
	for _, r := range s {
		switch {
		case ' ' <= r && r <= '~', 0xA1 <= r && r <= 0x2FF && r != 0xAD, 0x400 <= r && r <= 0x481, 0x48A <= r && r <= 0x52F,
			0x2010 <= r && r <= 0x2027, 0x2500 <= r && r <= 0x25CF:
		default:
			return 0, false
		}
		n++
	}
	return n, true
}

// spanCells is the width of all spans together.
func spanCells(spans []span) int {
	n := 0
	for _, s := range spans {
		n += cells(s.text)
	}
	return n
}

// cellBytes is how many bytes of text a cell takes at most: a letter with all the marks that timeline.Visible leaves it.
const cellBytes = 40

// enough is the first part of s, more than enough to fill w cells, so that neither a text of megabytes nor one whose
// characters all stand on each other costs more than what is seen of it.
func enough(s string, w int) string {
	end := cellBytes * (max(w, 0) + 1)
	if len(s) <= end {
		return s
	}
	for end > 0 && !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end]
}

// cut shortens s to at most w cells. What is too long ends in the mark more, at a word's end where one is near.
func cut(s string, w int, more string) string {
	whole := len(s)
	if s = enough(s, w); len(s) == whole && cells(s) <= w {
		return s
	}
	if w <= cells(more) {
		return clip(s, w, "")
	}
	head := clip(s, w-cells(more), "")
	if i := strings.LastIndexByte(head, ' '); i > 0 && cells(head[i:]) <= 8 && len(head) < len(s) && s[len(head)] != ' ' {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–—-") + more
}

// clip shortens s to at most w cells wherever that falls, for names whose first words are alike.
func clip(s string, w int, more string) string {
	for n := max(w, 0); ; n-- { // Truncate counts a keycap like 1️⃣ as one cell, although it takes two
		if short := ansi.Truncate(s, n, more); n == 0 || cells(short) <= w {
			return short
		}
	}
}

// questioned puts question marks, one for each cell, in the place of what is not ASCII.
func questioned(s string) string {
	var out strings.Builder
	for _, r := range s {
		if r < utf8.RuneSelf {
			out.WriteRune(r)
		} else {
			out.WriteString(strings.Repeat("?", cells(string(r))))
		}
	}
	return out.String()
}

// wrap breaks text into lines of at most w cells, at words where it can. Newlines in text begin a new line.
func wrap(text string, w int) []string {
	if w < 1 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(text, w, ""), "\n")
	for n := 0; n < len(lines); n++ {
		for part := w; cells(lines[n]) > w && part > 0 && w > 1; part-- { // Wrap miscounts keycaps and words after hyphens
			lines = slices.Replace(lines, n, n+1, strings.Split(ansi.Hardwrap(lines[n], part, true), "\n")...)
		}
	}
	return lines
}

// paragraphs breaks a text of several paragraphs into visible lines of at most w cells, with an empty line between
// paragraphs. Single newlines inside a paragraph are spaces, as in the file format.
func paragraphs(text string, w int) []string {
	var lines []string
	for _, p := range strings.Split(strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n")), "\n\n") {
		p = strings.Join(strings.Fields(timeline.Visible(p)), " ")
		if p == "" {
			continue
		}
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, wrap(p, w)...)
	}
	return lines
}

// lit splits text into spans, in base style but for what the words of the query match.
func lit(text string, words []string, base, match style) []span {
	if len(words) == 0 {
		return []span{{text, base}}
	}
	var out []span
	at := 0
	for _, r := range timeline.FindFolded(text, words) {
		if r[0] > at {
			out = append(out, span{text[at:r[0]], base})
		}
		out = append(out, span{text[r[0]:r[1]], match})
		at = r[1]
	}
	if at < len(text) || at == 0 {
		out = append(out, span{text[at:], base})
	}
	return out
}

// spaces are n blanks.
func spaces(n int) string {
	const blanks = "                                                                                "
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Marks of a text that reads from right to left, as styles, since data can carry none: what stands between them is
// ordered by itself (bidi isolates, without width), so that a row's columns stay where they are.
const (
	isolate    style = "\u2068"
	endIsolate style = "\u2069"
)

// appendIsolated appends a column of spans to a row, kept together where it has right-to-left text.
func appendIsolated(row []span, column ...span) []span {
	for _, s := range column {
		if rightToLeft(s.text) {
			return append(append(append(row, span{style: isolate}), column...), span{style: endIsolate})
		}
	}
	return append(row, column...)
}

// rightToLeft says whether s has letters of a script that is written from right to left, or digits that follow them.
func rightToLeft(s string) bool {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) {
			return true
		}
	}
	return false
}
