// Package diag says what is wrong in a file and where, as a compiler does: the place, what is wrong, the line with
// carets under the text that is meant, and what to do about it.
//
//	events.yaml:3:5: warning: unknown key `actor`
//	   3 |     actor: [Yermak, Rubio]
//	     |     ^^^^^
//	     = did you mean `actors`?
//
// Who reads a file puts its text into a [File], which finds lines by number, and reports a [Range] of it to a [List].
// Who shows the result gets [Problems] and writes each with [Fprint], or gets [Groups] and writes each kind once, with
// their number, with [FprintGroups]. Between the two a [Problem] is plain data: it keeps a copy of its line and not the
// file.
//
//	file := diag.NewFile("events.yaml", text)
//	list := diag.NewList(diag.MaxProblems)
//	list.Report(diag.Range{File: file, Line: 3, Column: 5, Width: 5}, rule.UnknownKey, "unknown key `actor`", "")
//	diag.Fprint(os.Stderr, list.Found())
//
// The package knows nothing of YAML or of records, opens no files and decides no exit code. Of this module it imports
// only sanitize, which makes texts safe to show, and rule, the table of the kinds of problems.
package diag

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
)

// A Severity is how bad a problem is.
type Severity uint8

// The severities.
const (
	Warning Severity = iota // everything was read, but it may not say what was meant
	Error                   // something could not be read, or not used as it is
)

// String returns "warning" or "error".
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// A Problem is something wrong in a file: where it is, what it is, and what to do about it. Its texts are as they were
// found; String, Caret and Fprint make them safe to show.
type Problem struct {
	Rule    rule.ID // of what kind it is
	Pos     Pos
	Width   int    // of the text that is meant, in characters; at least 1 where Pos has a column
	Message string // what is wrong, in lower case, without a full stop
	Hint    string // what to do; may be ""
	Excerpt string // the line of the file; "" where Pos has no line
	Again   int    // how many times more it was met at its place, as the key of a column is in each row
}

// Severity returns how bad the problem is, which its rule says.
func (p Problem) Severity() Severity {
	return severity(p.Rule)
}

func severity(of rule.ID) Severity {
	if of.IsError() {
		return Error
	}
	return Warning
}

// String returns the problem on one line, "file:line:column: error: what is wrong", safe to show.
func (p Problem) String() string {
	text := p.Severity().String() + ": " + p.Message
	if place := p.Pos.String(); place != "" {
		text = place + ": " + text
	}
	return sanitize.Line(text)
}

// Problems are several problems. As loading returns them, they are in the order of Sort, but for the actors that are
// probably one, which come last.
type Problems []Problem

// Errors returns how many of them are errors.
func (p Problems) Errors() int {
	n := 0
	for _, one := range p {
		if one.Severity() == Error {
			n++
		}
	}
	return n
}

// Summary returns their numbers, such as "1 error, 2 warnings"; "" where there are none.
func (p Problems) Summary() string { return summary(p.Errors(), len(p)) }

// summary says how many problems there are, and how many of them are errors.
func summary(errors, all int) string {
	var counts []string
	for _, one := range []struct {
		n    int
		noun string
	}{{errors, " error"}, {all - errors, " warning"}} {
		switch one.n {
		case 0:
		case 1:
			counts = append(counts, "1"+one.noun)
		default:
			counts = append(counts, thousands(one.n)+one.noun+"s")
		}
	}
	return strings.Join(counts, ", ")
}

// Of returns those of which keep is true of their rule.
func (p Problems) Of(keep func(rule.ID) bool) Problems {
	return slices.DeleteFunc(slices.Clone(p), func(one Problem) bool { return !keep(one.Rule) })
}

// Sort sorts them by file, line and column. Of one place, what is wrong with the text itself comes first, which may be
// why the rest is; others keep their order.
func (p Problems) Sort() { slices.SortStableFunc(p, Problem.compare) }

// compare compares two problems as Sort sorts them.
func (p Problem) compare(q Problem) int {
	return cmp.Or(
		cmp.Compare(p.Pos.File, q.Pos.File),
		cmp.Compare(p.Pos.Line, q.Pos.Line),
		cmp.Compare(p.Pos.Column, q.Pos.Column),
		cmp.Compare(min(p.Rule, rule.UnknownKey), min(q.Rule, rule.UnknownKey)),
	)
}

// String returns what Fprint writes, without the names of the rules.
func (p Problems) String() string {
	var out strings.Builder
	for _, one := range p {
		out.WriteString(one.String() + "\n" + one.shown() + one.cure())
	}
	return out.String()
}

// Fprint writes problems as a compiler does, each with the name of its rule, the line it is in, a run of carets under
// the text that is meant, and what to do. What it writes is safe to show in a terminal. The error is that of w.
func Fprint(w io.Writer, problems Problems) error {
	for _, p := range problems {
		if _, err := io.WriteString(w, p.String()+p.tag()+"\n"+p.shown()+p.cure()); err != nil {
			return err
		}
	}
	return nil
}

// tag returns the name of the rule as it stands behind a message, since it is what --ignore takes.
func (p Problem) tag() string { return " [" + p.Rule.String() + "]" }

// margin is what stands before the number of a line, and before the mark of a cure.
const margin = "    "

// shown returns the line that a problem is in, and the carets under it; "" where there is none.
func (p Problem) shown() string {
	if p.Excerpt == "" {
		return ""
	}
	number := fmt.Sprintf("%4d", p.Pos.Line)
	line, carets := p.Caret(maxLine)
	out := number + " | " + line + "\n"
	if carets != "" {
		out += strings.Repeat(" ", len(number)) + " | " + carets + "\n"
	}
	return out
}

// cure returns the line that says what to do; "" where there is nothing.
func (p Problem) cure() string {
	if p.Hint == "" {
		return ""
	}
	gutter := margin
	if p.Excerpt != "" { // whose number may be wide
		gutter = strings.Repeat(" ", len(fmt.Sprintf("%4d", p.Pos.Line)))
	}
	return gutter + " = " + sanitize.Line(p.Hint) + "\n"
}

// maxLine is about how many cells of a line Fprint writes.
const maxLine = 100

// Caret returns the line that a problem is in, cut to about room cells around the text that is meant, and a line with
// carets under that text. Both are safe to show. Carets is "" where the problem has no column.
func (p Problem) Caret(room int) (line, carets string) {
	far := 8 * max(1, room) // characters; what is further away has no room, and a long line may have problems all along
	excerpt := []rune(p.Excerpt)
	if p.Pos.Column < 1 || p.Pos.Column > len(excerpt)+1 {
		return cutRight(sanitize.Line(string(excerpt[:min(len(excerpt), far)])), room), ""
	}
	start := p.Pos.Column - 1
	end := min(start+max(1, p.Width), len(excerpt))
	before := sanitize.Line(string(excerpt[max(0, start-far):start]))
	meant := sanitize.Line(string(excerpt[start:min(end, start+far)]))
	after := sanitize.Line(string(excerpt[end:min(len(excerpt), end+far)]))
	if sanitize.Width(before)+sanitize.Width(meant)+sanitize.Width(after) > room {
		meant = cutRight(meant, room*2/3)
		after = cutRight(after, max(room/6, room-sanitize.Width(before)-sanitize.Width(meant)))
		before = cutLeft(before, room-sanitize.Width(meant)-sanitize.Width(after))
	}
	line = strings.TrimRight(before+meant+after, " ")
	return line, strings.Repeat(" ", sanitize.Width(before)) + strings.Repeat("^", max(1, sanitize.Width(meant)))
}

// cutRight returns the beginning of s in about room cells, with an ellipsis where something was cut off.
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

// cutLeft is as cutRight, but returns the end of s.
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

// Plural returns a number with its noun: "1 event", "2 events".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// Misread returns an error in a text that is no file, such as a query on the command line. Name says where the text is
// from, such as "--filter"; text[start:end] is what is wrong.
func Misread(name, text string, start, end int, message, hint string) Problem {
	return Problem{
		Rule: rule.BadQuery, Message: brief(message), Hint: brief(hint), Excerpt: text,
		Pos:   Pos{File: name, Line: 1, Column: utf8.RuneCountInString(text[:start]) + 1},
		Width: utf8.RuneCountInString(text[start:end]),
	}
}
