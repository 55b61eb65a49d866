package formats

import (
	"regexp"
	"slices"
	"strings"

	"dateline/timeline/internal/guess"
	"dateline/timeline/lazyregexp"
)

// maxLines is how many lines of a text are looked at.
const maxLines = 30

var (
	// yamlLine matches a line that is surely of YAML, JSON, Markdown or a program.
	yamlLine = lazyregexp.New(`^\s*(?:- |[\w -]+:(?:\s|$)|[{<>\[\]}]|#|\x60\x60\x60)`)
	// dated matches a line in which there is a year or a day.
	dated = lazyregexp.New(`(?:^|\D)\d{4}(?:\D|$)|\d[-/.]\d`)
	// date matches a line that is a date, or begins with one.
	date = lazyregexp.New(`^"?(?:\d{4}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?:\D|$)`)
	// name matches the name of a column, which may have other signs than letters.
	name = lazyregexp.New(`^ *"?[\pL_][\pL\d_ ()/#?-]{0,40}"? *$`)
	// word matches the name of a column alone in its line.
	word = lazyregexp.New(`^"?[\pL_][\pL_ ]*"?$`)
)

// isTable reports whether a text of no other format is a table: most of its lines have the same number of a separator,
// and most have a date; or it is one column of dates.
func isTable(text string) bool {
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimRight(line, "\r\n"); strings.TrimSpace(line) == "" || len(lines) == 0 && line[0] == '#' {
			continue
		}
		if yamlLine().MatchString(line) {
			return false
		}
		if lines = append(lines, line); len(lines) == maxLines {
			break
		}
	}
	if len(lines) > 0 && isHeadOfDates(lines) {
		return true
	}
	if len(lines) < 2 {
		return false
	}
	if word().MatchString(lines[0]) && all(lines[1:], date()) {
		return true
	}
	for _, separator := range "\t;|," {
		counts, usual, with := make(map[int]int), 0, 0
		for _, line := range lines {
			n := strings.Count(withoutQuoted(line), string(separator))
			if n > 0 && dated().MatchString(line) {
				with++
			}
			if counts[n]++; n > 0 && counts[n] > counts[usual] || usual == 0 {
				usual = n
			}
		}
		if usual > 0 && 2*counts[usual] > len(lines) && 2*with >= len(lines) || hasHead(lines, string(separator)) {
			return true
		}
	}
	return false
}

// isHeadOfDates reports whether the first of some lines is made of names, of which one means a date and nothing else,
// and the next is a row with a digit. A head line alone has a name for what happened too.
func isHeadOfDates(lines []string) bool {
	for _, separator := range "\t;|," {
		cells := strings.Split(lines[0], string(separator))
		if len(cells) < 2 || !all(cells, name()) || !slices.ContainsFunc(cells, meaning(guess.Date)) {
			continue
		}
		if len(lines) == 1 {
			return slices.ContainsFunc(cells, meaning(guess.Title)) || slices.ContainsFunc(cells, meaning(guess.Summary))
		}
		if strings.ContainsRune(lines[1], separator) && dated().MatchString(lines[1]) {
			return true
		}
	}
	return false
}

// meaning returns what reports whether the name of a column means a role by its whole.
func meaning(role guess.Role) func(cell string) bool {
	return func(cell string) bool {
		return slices.ContainsFunc(guess.Meant(strings.Trim(cell, `" `)), func(m guess.Meaning) bool {
			return m.Role == role && !m.IsByWord()
		})
	}
}

// hasHead reports whether one of the first lines is made of names, and each below has a date in a cell.
func hasHead(lines []string, separator string) bool {
	const within = 5
	for i, line := range lines[:min(len(lines)-1, within)] {
		if cells := strings.Split(line, separator); len(cells) > 1 && all(cells, word()) {
			for _, row := range lines[i+1:] {
				if !slices.ContainsFunc(strings.Split(row, separator), date().MatchString) || !strings.Contains(row, separator) {
					return false
				}
			}
			return true
		}
	}
	return false
}

// all reports whether all lines match a pattern.
func all(lines []string, pattern *regexp.Regexp) bool {
	for _, line := range lines {
		if !pattern.MatchString(line) {
			return false
		}
	}
	return true
}

// withoutQuoted returns a line without what is in quotation marks.
func withoutQuoted(line string) string {
	var b strings.Builder
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 0 {
			b.WriteString(part)
		}
	}
	return b.String()
}

// hasJSON reports whether a text is prose after front matter in JSON: after its last line that ends with a brace there
// is an empty one, and then words.
func hasJSON(text string) bool {
	_, below, ok := strings.Cut(strings.ReplaceAll(text[:min(len(text), 64<<10)], "\r", ""), "}\n\n")
	below = strings.TrimLeft(below, " \t\n")
	return ok && below != "" && strings.IndexByte(`{}[],"`, below[0]) < 0
}

// withoutRemarks returns a text without the comments of JavaScript above it.
func withoutRemarks(text string) string {
	for strings.HasPrefix(text, "//") {
		_, rest, _ := strings.Cut(text, "\n")
		text = strings.TrimLeft(rest, " \t\r\n")
	}
	return text
}
