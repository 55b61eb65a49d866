package yamldoc

import (
	"fmt"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// tabPattern matches the blanks of a line that a tab indents and that looks like an item or a field, or the hyphen of
// an item that a tab follows.
var tabPattern = lazyregexp.New(`^ *(?:\t[ \t]*(?:- |-$|["'\w]+:)|-[ ]*\t[ \t]*)`)

// tabs returns the blanks of all lines that a tab indents, and their offsets.
func tabs(text string) (starts []int, blanks []string) {
	for at := 0; ; {
		tab := strings.IndexByte(text[at:], '\t')
		if tab < 0 {
			return starts, blanks
		}
		start := at + strings.LastIndexByte(text[at:at+tab], '\n') + 1
		line, _, _ := strings.Cut(text[start:], "\n")
		if match := tabPattern().FindString(line); match != "" {
			starts, blanks = append(starts, start), append(blanks, match)
		}
		at = start + len(line)
	}
}

// untab reports tabs that indent lines, which YAML does not allow, and puts spaces in their place. It takes the width
// of a tab with which the text is YAML, if there is one.
func (r *Reader) untab(text string) string {
	starts, blanks := tabs(text)
	if starts == nil {
		return text
	}
	at := diag.Range{
		File: r.in, Line: 1 + strings.Count(text[:starts[0]], "\n"), Column: 1 + strings.IndexByte(blanks[0], '\t'), Width: 1,
	}
	message := "a tab indents this line"
	if len(starts) > 1 {
		message += fmt.Sprintf(", and %s below it", diag.Plural(len(starts)-1, "line"))
	}
	r.problems.Report(at, rule.OddIndent, message, "use spaces")
	untabbed, readable := "", false
	for _, width := range []int{2, 8, 4} {
		untabbed = replaceBlanks(text, starts, blanks, func(_ int, blank string) string {
			return strings.ReplaceAll(blank, "\t", strings.Repeat(" ", width))
		})
		if _, err := r.read(untabbed); err == nil {
			readable = true
			break
		}
	}
	if !readable {
		untabbed = alignTabs(text, starts, blanks)
	}
	r.in.Replace(untabbed + r.in.Text()[len(text):])
	return untabbed
}

// replaceBlanks returns a text with others in the place of some blanks, which are at the given offsets.
func replaceBlanks(text string, starts []int, blanks []string, by func(start int, blank string) string) string {
	var out strings.Builder
	out.Grow(len(text) + 8*len(starts)) // one tab each is at most so many blanks
	done := 0
	for i, start := range starts {
		out.WriteString(text[done:start])
		out.WriteString(by(start, blanks[i]))
		done = start + len(blanks[i])
	}
	out.WriteString(text[done:])
	return out.String()
}

// alignTabs puts spaces in the place of tabs, so that each line is below those near it that begin as it does, and else
// as if a tab were four blanks.
func alignTabs(text string, starts []int, blanks []string) string {
	lines := splitLines(text)
	number, done := 0, 0
	return replaceBlanks(text, starts, blanks, func(start int, blank string) string {
		number += strings.Count(text[done:start], "\n")
		done = start
		body := strings.TrimLeft(blank, " \t")
		body = strings.ReplaceAll(body, "\t", "   ")
		if indent := indentAsNear(lines, number); indent >= 0 {
			return strings.Repeat(" ", indent) + body
		}
		return strings.ReplaceAll(blank, "\t", "    ")
	})
}

// nearLines is the number of lines above and below one that are near it.
const nearLines = 100

// indentAsNear returns the indentation of the line nearest to line i that begins as it does, and −1 where there is
// none.
func indentAsNear(lines []string, i int) int {
	l := readLine(lines[i])
	for away := 1; away <= nearLines; away++ {
		for _, n := range []int{i - away, i + away} {
			if n < 0 || n >= len(lines) || strings.IndexByte(lines[n], '\t') >= 0 {
				continue
			}
			other := readLine(lines[n])
			if !other.blank && other.item == l.item && other.key == l.key &&
				(l.key != "" || l.value != "" && other.value != "" && other.value[0] == l.value[0]) {
				return other.indent
			}
		}
	}
	return -1
}
