package yamldoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// marks are lines that other programs leave at the margin of a text. YAML knows none of them, whatever is around them.
var marks = []struct {
	pattern       func() *regexp.Regexp
	message, hint string
}{
	{
		lazyregexp.New(`^(<{7}|\|{7}|={7}|>{7})([ \t]|$)`), "this is the mark of a merge that has not been finished",
		"keep one side or both, and take the marks out",
	},
	{lazyregexp.New(`^(@@ -\d.*@@|diff --git |\+\+\+ \S)`), "this is the head of a difference", "take the line out"},
	{lazyregexp.New("^(```|~~~)"), "this is a fence of Markdown", "take the line out"},
}

// anyMark finds a line that may be a mark, quickly.
var anyMark = lazyregexp.New("(?m)^" +
	"(?:<<<<<<<|\\|\\|\\|\\|\\|\\|\\||=======|>>>>>>>|@@ -|diff --git |\\+\\+\\+ |```|~~~).*$")

// oddBlanks matches the blanks of a line that looks like an item or a field.
var oddBlanks = lazyregexp.New(`(?m)^\p{Zs}+(?:- |["'\w]+:)`)

// anyLine reports whether a line is what a quick test looks for, so that a pattern need not be.
func (*Reader) anyLine(text string, is func(line string) bool) bool {
	for {
		line, rest, more := strings.Cut(text, "\n")
		if is(line) || !more {
			return is(line)
		}
		text = rest
	}
}

// unblank reports no-break spaces and their kin that indent lines, and puts spaces in their place.
func (r *Reader) unblank(text string) string {
	if !r.anyLine(text, func(line string) bool {
		line = strings.TrimLeft(line, " ")
		return line != "" && line[0] >= utf8.RuneSelf
	}) {
		return text
	}
	var out strings.Builder
	done, count := 0, 0
	var first diag.Range
	for _, at := range oddBlanks().FindAllStringIndex(text, -1) {
		found := text[at[0]:at[1]]
		odd := strings.IndexFunc(found, func(r rune) bool { return r >= utf8.RuneSelf })
		if odd < 0 {
			continue
		}
		if count++; count == 1 {
			first = diag.Range{File: r.in, Line: 1 + strings.Count(text[:at[0]], "\n"), Column: 1 + odd, Width: 1}
		}
		out.WriteString(text[done:at[0]])
		for _, r := range found {
			if unicode.Is(unicode.Zs, r) {
				r = ' '
			}
			out.WriteRune(r)
		}
		done = at[1]
	}
	if count == 0 {
		return text
	}
	message := "a space that is none to YAML indents this line"
	if count > 1 {
		message += ", and " + diag.Plural(count-1, "line") + " below it"
	}
	r.problems.Report(first, rule.OddIndent, message, "use spaces")
	out.WriteString(text[done:])
	r.in.Replace(out.String() + r.in.Text()[len(text):])
	return out.String()
}

// unmark reports lines that other programs left in a text, and makes them blank.
func (r *Reader) unmark(text string) string {
	if !r.anyLine(text, func(line string) bool { return line != "" && strings.IndexByte("<|=>@d+`~", line[0]) >= 0 }) {
		return text
	}
	var out strings.Builder
	done, number := 0, 1
	for _, at := range anyMark().FindAllStringIndex(text, -1) {
		found := strings.TrimRight(text[at[0]:at[1]], " \t\r")
		for _, m := range marks {
			if !m.pattern().MatchString(found) {
				continue
			}
			number += strings.Count(text[done:at[0]], "\n")
			r.problems.Report(diag.Range{File: r.in, Line: number, Column: 1, Width: len([]rune(found))},
				rule.StrayMark, m.message, m.hint)
			out.WriteString(text[done:at[0]])
			done = at[0] + len(found)
			break
		}
	}
	if done == 0 {
		return text
	}
	out.WriteString(text[done:])
	r.in.Replace(out.String() + r.in.Text()[len(text):])
	return out.String()
}
