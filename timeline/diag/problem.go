package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/sanitize"
)

// A Severity says whether a problem lost something.
type Severity uint8

// Severities.
const (
	Warning Severity = iota
	Error
)

// String is "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// A Problem is something wrong in a record: where it is, what it is, and what to do about it.
type Problem struct {
	Severity Severity
	Pos      Pos
	Width    int    // characters that the caret run covers, at least 1 where Pos has a column
	Message  string // what is wrong, in lower case, without a full stop
	Hint     string // what to do; may be empty
	Excerpt  string // the line of the file, "" where there is none
}

// String is the problem on one line, as a compiler says it: "file:line:column: error: what is wrong". It is safe to show.
func (p Problem) String() string {
	text := p.Severity.String() + ": " + p.Message
	if place := p.Pos.String(); place != "" {
		text = place + ": " + text
	}
	return sanitize.Line(text)
}

// Problems are sorted by file, line and column, but for the actors that are probably others: those come last, and of them
// the ones first that most events would join.
type Problems []Problem

// Errors counts those that are errors.
func (p Problems) Errors() int {
	n := 0
	for _, one := range p {
		if one.Severity == Error {
			n++
		}
	}
	return n
}

// Summary counts them: "1 error, 2 warnings"; "" where there are none.
func (p Problems) Summary() string {
	var counts []string
	if n := p.Errors(); n > 0 {
		counts = append(counts, Plural(n, "error"))
	}
	if n := len(p) - p.Errors(); n > 0 {
		counts = append(counts, Plural(n, "warning"))
	}
	return strings.Join(counts, ", ")
}

// Sort puts problems in the order of their places.
func (p Problems) Sort() {
	slices.SortStableFunc(p, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Pos.File, b.Pos.File), cmp.Compare(a.Pos.Line, b.Pos.Line), cmp.Compare(a.Pos.Column, b.Pos.Column))
	})
}

// String is what Fprint writes.
func (p Problems) String() string {
	var out strings.Builder
	Fprint(&out, p) // a Builder takes everything
	return out.String()
}

// Fprint writes problems as a compiler does, each with the line it is in, a run of carets under the text that is meant,
// and what to do:
//
//	events.yaml:3:5: warning: unknown key `actor`
//	   3 |     actor: [Yermak, Rubio]
//	     |     ^^^^^
//	     = did you mean `actors`?
//
// What it writes is safe to show in a terminal.
func Fprint(w io.Writer, problems Problems) error {
	for _, p := range problems {
		if _, err := io.WriteString(w, p.report()); err != nil {
			return err
		}
	}
	return nil
}

// report is the problem as Fprint writes it.
func (p Problem) report() string {
	var out strings.Builder
	out.WriteString(p.String() + "\n")
	gutter := "    "
	if p.Excerpt != "" {
		number := fmt.Sprintf("%4d", p.Pos.Line)
		gutter = strings.Repeat(" ", len(number))
		line, carets := p.Caret(maxLine)
		out.WriteString(number + " | " + line + "\n")
		if carets != "" {
			out.WriteString(gutter + " | " + carets + "\n")
		}
	}
	if p.Hint != "" {
		out.WriteString(gutter + " = " + sanitize.Line(p.Hint) + "\n")
	}
	return out.String()
}

// maxLine is about how many cells of a line are shown.
const maxLine = 100

// Caret gives the line that a problem is in, in about room cells, and the carets under it, both safe to show. A long line is
// cut to what is around them.
func (p Problem) Caret(room int) (line, carets string) {
	excerpt := []rune(p.Excerpt)
	if p.Pos.Column < 1 || p.Pos.Column > len(excerpt)+1 {
		return cutRight(sanitize.Line(p.Excerpt), room), ""
	}
	start := p.Pos.Column - 1
	end := min(start+max(1, p.Width), len(excerpt))
	before, meant, after := sanitize.Line(string(excerpt[:start])), sanitize.Line(string(excerpt[start:end])), sanitize.Line(string(excerpt[end:]))
	if sanitize.Width(before)+sanitize.Width(meant)+sanitize.Width(after) > room {
		meant = cutRight(meant, room*2/3)
		after = cutRight(after, max(room/6, room-sanitize.Width(before)-sanitize.Width(meant)))
		before = cutLeft(before, room-sanitize.Width(meant)-sanitize.Width(after))
	}
	line = strings.TrimRight(before+meant+after, " ")
	return line, strings.Repeat(" ", sanitize.Width(before)) + strings.Repeat("^", max(1, sanitize.Width(meant)))
}

// cutRight cuts s to so many cells, with an ellipsis in the place of what is gone.
func cutRight(s string, room int) string {
	if sanitize.Width(s) <= room {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		if room -= sanitize.RuneWidth(r); room < 1 {
			break
		}
		out.WriteRune(r)
	}
	return out.String() + "…"
}

// cutLeft is cutRight from the other end.
func cutLeft(s string, room int) string {
	if sanitize.Width(s) <= room {
		return s
	}
	excess := sanitize.Width(s) - room + 1
	for i, r := range s {
		if excess <= 0 {
			return "…" + s[i:]
		}
		excess -= sanitize.RuneWidth(r)
	}
	return "…"
}

// Plural is "1 event", "2 events".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Misread returns the error of a text that was read from somewhere else than a file, such as a query: name says from
// where, start and end which bytes of text are wrong.
func Misread(name, text string, start, end int, message, hint string) Problem {
	return Problem{
		Severity: Error, Message: message, Hint: hint, Excerpt: text,
		Pos:   Pos{File: name, Line: 1, Column: utf8.RuneCountInString(text[:start]) + 1},
		Width: utf8.RuneCountInString(text[start:end]),
	}
}
