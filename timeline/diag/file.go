package diag

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An File is the text of a file while it is read, made fit for yaml.v3: lines end in LF or CRLF, and every character is
// one that YAML allows.
type File struct {
	Name  string
	Text  string
	Above int        // lines of the file above text
	lines []lineMark // some lines in order, as far as has been asked; see lineStart
	count int        // of lines, 0 until the end has been come to
	last  int        // the line that was last shown, …
	shown string     // … and its text, so that many problems of one line share it
	spot  lineSpot   // where the last node was looked for
}

// A lineSpot is a place in a line. The nodes of a long line are looked for one after the other, each from the one before.
type lineSpot struct {
	line, column int
	text         string // of the line
	at           int    // where the column is in it
}

// Replace takes a text with as many lines in the place of the one so far.
func (in *File) Replace(text string) {
	in.Text, in.lines, in.count, in.last, in.spot = text, nil, 0, 0, lineSpot{}
}

// maxExcerpt is how many bytes of a line are looked at to show it.
const maxExcerpt = 10_000

// Line gives line n, counted from 1, without its end.
func (in *File) Line(n int) string {
	at, ok := in.LineStart(n)
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(in.Text[at:min(len(in.Text), at+maxExcerpt)], "\n")
	return strings.TrimSuffix(line, "\r")
}

// A lineMark says where a line of the text, counted from 1, begins.
type lineMark struct{ line, at int }

// From one marked line to the next there are this many lines at most, or else no more than this many bytes and a line.
const (
	lineStep = 64
	byteStep = 4 << 10
)

// LineStart is the offset of line n. It remembers what it passes, but only some of it, since a file may have many lines.
func (in *File) LineStart(n int) (at int, ok bool) {
	if n -= in.Above; n < 1 || in.count > 0 && n > in.count {
		return 0, false
	}
	if len(in.lines) == 0 {
		in.lines = append(in.lines, lineMark{1, 0})
	}
	known := sort.Search(len(in.lines), func(i int) bool { return in.lines[i].line > n })
	m := in.lines[known-1]
	for m.line < n {
		end := strings.IndexByte(in.Text[m.at:], '\n')
		if end < 0 {
			in.count = m.line
			return 0, false
		}
		m.line, m.at = m.line+1, m.at+end+1
		if last := in.lines[len(in.lines)-1]; m.line-last.line >= lineStep || m.at-last.at >= byteStep {
			in.lines = append(in.lines, m)
		}
	}
	return m.at, true
}

// excerpt gives a copy of line n, so that a problem does not hold on to the whole file.
func (in *File) excerpt(n int) string {
	if n != in.last {
		in.last, in.shown = n, strings.ToValidUTF8(strings.Clone(in.Line(n)), "")
	}
	return in.shown
}

// A Range is a stretch of one line of an input, for a problem that is found when the walk has gone on.
type Range struct {
	In                  *File
	Line, Column, Width int // as in Pos and Problem
}

// pos is where the place begins.
func (p Range) pos() Pos { return Pos{File: p.In.Name, Line: p.Line, Column: p.Column} }

// Problem makes a problem of this place.
func (p Range) Problem(severity Severity, message, hint string) Problem {
	problem := Problem{Severity: severity, Pos: p.pos(), Message: message, Hint: hint}
	if p.Line > 0 {
		problem.Excerpt = p.In.excerpt(p.Line)
	}
	if p.Column > 0 {
		room := utf8.RuneCountInString(problem.Excerpt) - p.Column + 1
		problem.Width = max(1, min(p.Width, room))
	}
	return problem
}

// From is what a line holds from a column on.
func (in *File) From(line, column int) string {
	s := &in.spot
	if s.line != line {
		*s = lineSpot{line: line, column: 1, text: in.Line(line)}
	}
	for ; s.column > max(1, column) && s.at > 0; s.column-- {
		_, size := utf8.DecodeLastRuneInString(s.text[:s.at])
		s.at -= size
	}
	for ; s.column < column && s.at < len(s.text); s.column++ {
		_, size := utf8.DecodeRuneInString(s.text[s.at:])
		s.at += size
	}
	return s.text[s.at:]
}

// CutRunes drops the first n characters of s.
func CutRunes(s string, n int) string {
	for ; n > 0 && s != ""; n-- {
		_, size := utf8.DecodeRuneInString(s)
		s = s[size:]
	}
	return s
}

// A Pos is a place in a file. The zero Pos is no place.
type Pos struct {
	File   string
	Line   int // from 1; 0 when only the file is known
	Column int // from 1, in characters; 0 when only the line is known
}

// String is one of
//
//	file:line:column
//	file:line
//	file
//	line:column, line or "" without a file
//
// with the file's name as it is: Visible makes it safe to show.
func (p Pos) String() string {
	var parts []string
	if p.File != "" {
		parts = append(parts, p.File)
	}
	if p.Line > 0 {
		parts = append(parts, strconv.Itoa(p.Line))
	}
	if p.Line > 0 && p.Column > 0 {
		parts = append(parts, strconv.Itoa(p.Column))
	}
	return strings.Join(parts, ":")
}
