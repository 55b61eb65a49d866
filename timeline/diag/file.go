package diag

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A File is the text of a file while it is read, or of a part of it. It finds lines by their numbers, in any order.
// Lines end in LF or CRLF. A File is for one goroutine, since it remembers where it has found lines.
type File struct {
	name   string
	text   string
	above  int        // lines of the file above text
	marks  []lineMark // where some lines begin, in order; see LineStart
	count  int        // of lines; 0 until the end of the text has been reached
	last   int        // the line that was last shown, …
	shown  string     // … and its text, which the problems of one line share
	spot   lineSpot   // where Rest was last
	whence            // where the text is in the file
}

// NewFile returns a file with this name and text. The text may be "" until Replace sets it.
func NewFile(name, text string) *File { return NewPart(name, text, 0) }

// NewPart returns a part of a file, with n lines of the file above it. Lines have the numbers that they have in the
// file.
func NewPart(name, text string, n int) *File { return &File{name: name, text: text, above: n} }

// Name returns the name of the file, as messages show it.
func (f *File) Name() string { return f.name }

// Above returns the number of lines of the file above the text.
func (f *File) Above() int { return f.above }

// Text returns the text of the file. One that was let go is read again; it is "" where the file has changed.
func (f *File) Text() string { return f.Part(0, f.Len()) }

// Replace sets the text of the file. Ranges of the old text stay good if the new one has its lines and columns.
func (f *File) Replace(text string) { *f = File{name: f.name, text: text, above: f.above} }

// maxExcerpt is how many bytes of a line are looked at to show it.
const maxExcerpt = 10_000

// Line returns line n, counted from 1, without its end. It returns "" where there is no such line, and only the first
// 10,000 bytes of a longer one.
func (f *File) Line(n int) string {
	at, ok := f.LineStart(n)
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(f.window(at), "\n")
	return strings.TrimSuffix(line, "\r")
}

// A lineMark is where a line of the text, counted from 1, begins.
type lineMark struct{ line, at int }

// From one marked line to the next there are at most lineStep lines, or else at most byteStep bytes and one line.
const (
	lineStep = 64
	byteStep = 4 << 10
)

// LineStart returns the offset in Text of line n, and reports whether there is such a line. It goes through the text
// once, and remembers only the beginnings of some lines, since a file may have millions.
func (f *File) LineStart(n int) (at int, ok bool) {
	if n -= f.above; n < 1 || f.count > 0 && n > f.count {
		return 0, false
	}
	if f.aside != nil {
		return f.startAside(n)
	}
	if len(f.marks) == 0 {
		f.marks = append(f.marks, lineMark{1, 0})
	}
	known := sort.Search(len(f.marks), func(i int) bool { return f.marks[i].line > n })
	m := f.marks[known-1]
	for m.line < n {
		end := strings.IndexByte(f.text[m.at:], '\n')
		if end < 0 {
			f.count = m.line
			return 0, false
		}
		m.line, m.at = m.line+1, m.at+end+1
		if last := f.marks[len(f.marks)-1]; m.line-last.line >= lineStep || m.at-last.at >= byteStep {
			f.marks = append(f.marks, m)
		}
	}
	return m.at, true
}

// excerpt returns a copy of line n.
func (f *File) excerpt(n int) string {
	if n != f.last {
		f.last, f.shown = n, strings.ToValidUTF8(strings.Clone(f.Line(n)), "")
	}
	return f.shown
}

// A lineSpot is a place in a line. Columns of a long line are asked for one after the other; each is looked for from
// the one before.
type lineSpot struct {
	line, column int
	text         string // of the line
	at           int    // the offset of column in text
}

// Rest returns what a line holds from a column on, both counted from 1. It returns "" after the end of the line.
func (f *File) Rest(line, column int) string {
	s := &f.spot
	if s.line != line {
		*s = lineSpot{line: line, column: 1, text: f.Line(line)}
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

// RestRange returns the range from a place to the end of its line, without the blanks there.
func (f *File) RestRange(line, column int) Range {
	rest := strings.TrimRight(f.Rest(line, column), " \t")
	return Range{File: f, Line: line, Column: column, Width: utf8.RuneCountInString(rest)}
}
