package diag

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag/rule"
)

// A Pos is a place in a file. The zero Pos is no place.
type Pos struct {
	File   string
	Line   int // from 1; 0 when only the file is known
	Column int // from 1, in characters; 0 when only the line is known
}

// String returns one of
//
//	file:line:column
//	file:line
//	file
//	line:column, line or "" without a file
//
// with the file's name as it is: sanitize.Line makes it safe to show.
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

// A Range is a part of one line of a file. Unlike a Pos it knows the file's text, so that a problem that is found later
// can still show the line. The zero Range is no place.
type Range struct {
	File   *File
	Line   int // from 1; 0 for the file as a whole
	Column int // from 1, in characters; 0 for the line as a whole
	Width  int // in characters; it may be more than the line has
}

// Problem returns a problem of this place. Its excerpt is a copy, so that it does not keep the text of the file alive.
func (r Range) Problem(of rule.ID, message, hint string) Problem {
	p := Problem{Rule: of, Message: brief(message), Hint: brief(hint)}
	if r.File == nil {
		return p
	}
	p.Pos = Pos{File: r.File.name, Line: r.Line, Column: r.Column}
	if r.Line > 0 {
		p.Excerpt = r.File.excerpt(r.Line)
	}
	if r.Column > 0 {
		room := utf8.RuneCountInString(p.Excerpt) - r.Column + 1
		p.Width = max(1, min(r.Width, room))
	}
	return p
}

// A Ref is a name or an id, and where the file has it.
type Ref struct {
	Text string
	At   Range
}

// maxSaid is the greatest length of a message or a cure in bytes, and maxQuoted that of a name in a longer one.
const (
	maxSaid   = 800
	maxQuoted = 120
)

// brief returns a message or a cure without the middle of what it quotes, where that would fill pages.
func brief(text string) string {
	if len(text) <= maxSaid {
		return text
	}
	if parts := strings.Split(text, "`"); len(parts)%2 == 1 {
		for n := 1; n < len(parts); n += 2 {
			parts[n] = withoutMiddle(parts[n], maxQuoted)
		}
		text = strings.Join(parts, "`")
	}
	return withoutMiddle(text, maxSaid)
}

// withoutMiddle returns a text of at most some bytes, with an ellipsis for what is left out.
func withoutMiddle(text string, most int) string {
	if len(text) <= most {
		return text
	}
	before, after := most*3/4, len(text)-most/4+len("…")
	for before > 0 && !utf8.RuneStart(text[before]) {
		before--
	}
	for after < len(text) && !utf8.RuneStart(text[after]) {
		after++
	}
	return text[:before] + "…" + text[after:]
}
