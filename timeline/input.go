package timeline

import (
	"strings"
	"unicode/utf8"
)

// An input is the text of a file while it is read, made fit for yaml.v3: lines end in LF or CRLF, and every character is
// one that YAML allows.
type input struct {
	name  string
	text  string
	above int    // lines of the file above text
	lines []int  // where every so-many-th line begins, as far as has been asked; see lineStart
	last  int    // the line that was last shown, …
	shown string // … and its text, so that many problems of one line share it
}

// replace takes a text with as many lines in the place of the one so far.
func (in *input) replace(text string) { in.text, in.lines, in.last = text, nil, 0 }

// maxExcerpt is how many bytes of a line are looked at to show it.
const maxExcerpt = 10_000

// line gives line n, counted from 1, without its end.
func (in *input) line(n int) string {
	at, ok := in.lineStart(n)
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(in.text[at:min(len(in.text), at+maxExcerpt)], "\n")
	return strings.TrimSuffix(line, "\r")
}

// lineStep is how many lines there are from one whose beginning is remembered to the next.
const lineStep = 64

// lineStart is the offset of line n. It remembers what it passes, but only some of it, since a file may have many lines.
func (in *input) lineStart(n int) (at int, ok bool) {
	if n -= in.above; n < 1 {
		return 0, false
	}
	if len(in.lines) == 0 {
		in.lines = append(in.lines, 0)
	}
	known := min((n-1)/lineStep, len(in.lines)-1)
	at = in.lines[known]
	for line := known*lineStep + 1; line < n; line++ {
		end := strings.IndexByte(in.text[at:], '\n')
		if end < 0 {
			return 0, false
		}
		if at += end + 1; line%lineStep == 0 && line/lineStep == len(in.lines) {
			in.lines = append(in.lines, at)
		}
	}
	return at, true
}

// excerpt gives a copy of line n, so that a problem does not hold on to the whole file.
func (in *input) excerpt(n int) string {
	if n != in.last {
		in.last, in.shown = n, strings.ToValidUTF8(strings.Clone(in.line(n)), "")
	}
	return in.shown
}

// A place is a stretch of one line of an input, for a problem that is found when the walk has gone on.
type place struct {
	in                  *input
	line, column, width int // as in Pos and Problem
}

// pos is where the place begins.
func (p place) pos() Pos { return Pos{File: p.in.name, Line: p.line, Column: p.column} }

// problem makes a problem of this place.
func (p place) problem(severity Severity, message, hint string) Problem {
	problem := Problem{Severity: severity, Pos: p.pos(), Message: message, Hint: hint}
	if p.line > 0 {
		problem.Excerpt = p.in.excerpt(p.line)
	}
	if p.column > 0 {
		room := utf8.RuneCountInString(problem.Excerpt) - p.column + 1
		problem.Width = max(1, min(p.width, room))
	}
	return problem
}

// cutRunes drops the first n characters of s.
func cutRunes(s string, n int) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}
