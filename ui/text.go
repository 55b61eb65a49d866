package ui

import (
	"strings"

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

// cells is the width of s in terminal cells.
func cells(s string) int {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] > '~' {
			return ansi.StringWidth(s)
		}
	}
	return len(s)
}

// spanCells is the width of all spans together.
func spanCells(spans []span) int {
	n := 0
	for _, s := range spans {
		n += cells(s.text)
	}
	return n
}

// cut shortens s to at most w cells. What is too long ends in the mark more, at a word's end where one is near.
func cut(s string, w int, more string) string {
	if cells(s) <= w {
		return s
	}
	if w <= cells(more) {
		return ansi.Truncate(s, max(w, 0), "")
	}
	head := ansi.Truncate(s, w-cells(more), "")
	if i := strings.LastIndexByte(head, ' '); i > 0 && cells(head[i:]) <= 8 && len(head) < len(s) && s[len(head)] != ' ' {
		head = head[:i]
	}
	return strings.TrimRight(head, " ,;:–—-") + more
}

// wrap breaks text into lines of at most w cells, at words where it can. Newlines in text begin a new line.
func wrap(text string, w int) []string {
	if w < 1 {
		return nil
	}
	return strings.Split(ansi.Wrap(text, w, ""), "\n")
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
