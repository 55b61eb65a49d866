package draw

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/fold"
	"dateline/timeline/sanitize"
)

// joins reports whether a text that is written right after another makes one character of the last and its first, so
// that both together have another width than each by itself. Some Arabic marks join the next character, even a blank.
func joins(before, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(after)
	if before == "" || after == "" || isPlain(last) && isPlain(first) {
		return false
	}
	return ansi.StringWidth(before+after) != ansi.StringWidth(before)+ansi.StringWidth(after)
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
	for least := end - utf8.UTFMax; end > least && !utf8.RuneStart(s[end]); { // bytes that are no text have no start
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
	room := w - Cells(more)
	end, n := 0, 0 // of what fits before more
	for at := 0; at < len(s); {
		c, wide := First(s[at:])
		if at += len(c); n+wide > w {
			if room < 0 {
				return ""
			}
			return strings.TrimRight(s[:end], joiners) + more
		}
		if n += wide; n <= room {
			end = at
		}
	}
	return s
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

// questioned puts question marks in the place of what is not ASCII, so that the text keeps its width: a flag has
// as many as it has cells, whatever it is made of. A letter loses its marks.
func questioned(s string) string {
	var out strings.Builder
	for s != "" {
		c, left := First(s)
		s = s[len(c):]
		for _, r := range c {
			if r < utf8.RuneSelf {
				out.WriteRune(r)
				left -= Cells(string(r))
			}
		}
		out.WriteString(strings.Repeat("?", max(0, left)))
	}
	return out.String()
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
