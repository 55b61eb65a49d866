package tabular

import (
	"encoding/csv"
	"strconv"
	"strings"
	"unicode"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// This file finds names for the columns of a table without a head line.

// numberPattern matches a number or a date in digits, dayPattern a date in digits, and monthPattern a date that has the
// name of a month.
var (
	numberPattern = lazyregexp.New(`^[+~<>-]?[$€£]?\d[\dXuTZ.,:/+~?%° -]*$`)
	dayPattern    = lazyregexp.New(`^[+-]?(?:\d{4}|\d{4}-\d\d|(?:19|20)\d{6}|` +
		`\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ].*)?)$`)
	monthPattern = lazyregexp.New(`(?i)^(?:\d{1,2}\D{1,4})?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)` +
		`[a-z]*\.?[ ,-].*\d`)
	yearPattern = lazyregexp.New(`^\d{4}$`)
)

// isValue reports whether a cell is a number or a date, which no column is called.
func isValue(text string) bool {
	text = strings.TrimSpace(text)
	return numberPattern().MatchString(text) || monthPattern().MatchString(text)
}

// isDate reports whether a cell may be a date.
func isDate(text string) bool {
	text = strings.TrimSpace(text)
	return dayPattern().MatchString(text) || monthPattern().MatchString(text)
}

// isWords reports whether a cell says something, and is neither a number nor the sign of a record, such as NAI-001.
func isWords(text string) bool {
	text = strings.TrimSpace(text)
	return !isValue(text) && (strings.ContainsFunc(text, unicode.IsSpace) || !strings.ContainsFunc(text, unicode.IsDigit))
}

// isData reports whether the first of some rows is no head line: a cell of it is a number or a date, as the one below
// is. Years above other numbers are the names of columns.
func isData(rows []sampled) bool {
	for i, c := range rows[0].cells {
		if !isValue(c.text) {
			continue
		}
		if len(rows) == 1 || i >= len(rows[1].cells) {
			return true
		}
		below := rows[1].cells[i].text
		year := yearPattern().MatchString(strings.TrimSpace(c.text))
		if isValue(below) && (!year || yearPattern().MatchString(strings.TrimSpace(below))) {
			return true
		}
	}
	return false
}

// guessNames names the columns of a table without a head line, which it reports: the first that holds dates, and of
// those that hold words the one that says the most different things, as places and types do not.
func (t *table) guessNames(rows []sampled) {
	date, title, most := -1, -1, 0
	for i := t.head - 1; i >= 0; i-- {
		if isColumnOf(rows, i, isDate) {
			date = i
		}
		if n := different(rows, i); n >= most && isColumnOf(rows, i, isWords) {
			title, most = i, n
		}
	}
	for i := range t.head {
		name := "column " + strconv.Itoa(i+1)
		switch i {
		case date:
			name = "date"
		case title:
			name = "title"
		}
		t.names = append(t.names, t.free(name))
		t.column(i, rows[0].cells[i])
	}
	t.width = t.head
	var line strings.Builder
	w := csv.NewWriter(&line)
	w.Comma = rune(t.separator)
	_ = w.Write(t.names) // writing to a Builder never fails
	w.Flush()
	first := rows[0].cells[0]
	t.problems.Report(diag.Range{File: t.in, Line: first.line, Column: 1}, rule.NoHeadLine,
		"the table has no head line with the names of its columns, which are guessed",
		"put this line above it: "+strings.TrimSuffix(line.String(), "\n"))
}

// isColumnOf reports whether most cells of a column are so. Empty cells do not count.
func isColumnOf(rows []sampled, column int, so func(text string) bool) bool {
	yes, no := 0, 0
	for _, row := range rows {
		if column >= len(row.cells) || strings.TrimSpace(row.cells[column].text) == "" {
			continue
		}
		if so(row.cells[column].text) {
			yes++
		} else {
			no++
		}
	}
	return yes > no
}

// different returns how many different cells a column has.
func different(rows []sampled, column int) int {
	said := map[string]bool{}
	for _, row := range rows {
		if column < len(row.cells) {
			said[strings.TrimSpace(row.cells[column].text)] = true
		}
	}
	return len(said)
}

// isRule reports whether a row is the line below the head line of a table in Markdown, |---|:---:|, or of one that a
// database prints. Only the bars at the edges of a table may leave a cell of it empty.
func (t *table) isRule() bool {
	cells := t.cells
	if t.separator == '|' {
		if len(cells) > 1 && strings.TrimSpace(cells[0].text) == "" {
			cells = cells[1:]
		}
		if len(cells) > 1 && strings.TrimSpace(cells[len(cells)-1].text) == "" {
			cells = cells[:len(cells)-1]
		}
	}
	for _, c := range cells {
		text := strings.TrimSpace(c.text)
		if !rulePattern().MatchString(text) || t.separator != '|' && len(text) < len("---") {
			return false
		}
	}
	return len(cells) > 0
}

var rulePattern = lazyregexp.New(`^(?::-+:?|-+:|--[-+]*)$`)
