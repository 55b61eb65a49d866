package tabular

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"dateline/timeline/lazyregexp"
)

// This file reads the rows of a table, whatever they mean.

// Bounds of what it takes to read a row.
const (
	maxRow    = 4 << 20 // bytes that are read of a row, and so of a quotation that does not end
	bufferLen = 8 << 10 // that the reader of rows reads ahead, in bytes
	maxLoose  = 4 << 10 // bytes within which a row has to end if marks in its quotation are not doubled …
	maxLines  = 20      // … and lines
	maxTries  = 10_000  // of finding such an end, in all rows
)

// A cell is a cell of a row, with its place in the file.
type cell struct {
	text         string // without the quotes around it
	line, column int    // where it begins, with its quote
	quoted       bool
}

// rows reads the rows of a text one by one.
type rows struct {
	text      string
	separator byte
	width     int // the number of cells that a row should have; 0 where that is not known
	cells     []cell
	report    func(at cell, message, hint string)

	at    int // offset of the line after the row in hand
	lines int // lines above that
	csv   *csv.Reader
	from  int // offset at which csv began
	input source
	tries int
	ahead *bufio.Reader
}

// A source is what a csv.Reader reads. It ends where a row becomes too long.
type source struct {
	text    string
	at, end int
}

func (s *source) Read(p []byte) (int, error) {
	n := copy(p, s.text[s.at:s.end])
	s.at += n
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// begin starts to read rows at the offset of a line, above which there are that many lines.
func (r *rows) begin(at, lines int) {
	r.at, r.lines = at, lines
	r.restart()
}

// restart makes a csv.Reader for what comes after the row in hand.
func (r *rows) restart() {
	r.from = r.at
	r.input = source{text: r.text, at: r.at, end: r.at}
	if r.ahead == nil {
		r.ahead = bufio.NewReaderSize(&r.input, bufferLen)
	} else {
		r.ahead.Reset(&r.input)
	}
	r.csv = csv.NewReader(r.ahead)
	r.csv.Comma = rune(r.separator)
	r.csv.FieldsPerRecord = -1
	r.csv.ReuseRecord = true
	r.csv.TrimLeadingSpace = r.separator != '\t'
}

// next reads the next row that is not an empty line, and reports whether there is one.
func (r *rows) next() bool {
	for {
		r.skipEmpty()
		if r.at == len(r.text) {
			return false
		}
		r.input.end = min(len(r.text), r.at+maxRow+bufferLen)
		record, err := r.csv.Read()
		switch end := r.from + int(r.csv.InputOffset()); {
		case err == nil && end == r.input.end && end < len(r.text), err == nil && end-r.at > maxRow:
			r.skipLong()
		case err == nil:
			r.take(record, r.csv, r.from, end)
			return true
		case r.loose():
			return true
		}
	}
}

// skipEmpty goes to the next line that is not empty.
func (r *rows) skipEmpty() {
	for {
		rest := r.text[r.at:]
		switch {
		case strings.HasPrefix(rest, "\n"):
			r.at++
		case strings.HasPrefix(rest, "\r\n"):
			r.at += 2
		default:
			return
		}
		r.lines++
	}
}

// take takes over a row that a csv.Reader has read, which ends at an offset. from is where that began.
func (r *rows) take(record []string, reader *csv.Reader, from, end int) {
	r.cells = r.cells[:0]
	raw := r.text[r.at:end]
	first := 0        // the number that the reader has for the line at which the row begins
	start := 0        // of the line in hand, in raw
	line := 0         // its number in raw, from 0
	runes, at := 0, 0 // before offset at of raw, in this line
	ascii := isASCII(raw)
	for i, text := range record {
		n, column := reader.FieldPos(i)
		if i == 0 {
			first = n
		}
		for ; line < n-first; line++ {
			start += strings.IndexByte(raw[start:], '\n') + 1
			runes, at = 0, start
		}
		begin := start + column - 1
		if !ascii {
			runes += utf8.RuneCountInString(raw[at:begin])
			at, column = begin, runes+1
		}
		quoted := begin < len(raw) && raw[begin] == '"'
		r.cells = append(r.cells, cell{text, r.lines + line + 1, column, quoted})
	}
	r.lines += strings.Count(raw, "\n")
	r.at = end
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// skipLong reports a row that is too long, and goes to the line after the one in which it begins.
func (r *rows) skipLong() {
	r.report(cell{line: r.lines + 1, column: 1},
		fmt.Sprintf("the row has more than %d MB, and its first line is left out", maxRow>>20),
		"is a quotation mark missing?")
	_, r.at = r.line(r.at)
	r.lines++
	r.restart()
}

// line returns the line at an offset, without its end, and the offset of the next one.
func (r *rows) line(at int) (line string, next int) {
	n := strings.IndexByte(r.text[at:], '\n')
	if n < 0 {
		return r.text[at:], len(r.text)
	}
	return strings.TrimSuffix(r.text[at:at+n], "\r"), at + n + 1
}

// loose reads a row whose quotation marks are not well-formed. The row has several lines only if it then has the
// expected number of cells, and no line within it looks like a row itself: otherwise a missing mark would swallow the
// rows below. It returns false for a row that is too long, which it reports.
func (r *rows) loose() bool {
	line, next := r.line(r.at)
	if len(line) > maxRow {
		r.skipLong()
		return false
	}
	if open := strings.Count(line, `"`)%2 == 1; r.width == 0 || !open || !r.looseLines(next) {
		r.looseLine(line)
		r.at = next
		r.lines++
	}
	r.restart()
	return true
}

// looseLines is loose for a row of several lines, the second of which begins at an offset. It may end in each line that
// has a quotation mark.
func (r *rows) looseLines(second int) bool {
	separator := string(r.separator)
	for at, n := second, 1; at < len(r.text) && n < maxLines && at-r.at < maxLoose && r.tries < maxTries; n++ {
		line, next := r.line(at)
		quote := strings.IndexByte(line, '"')
		if quote == 0 || quote > 0 && line[quote-1] == r.separator ||
			quote < 0 && strings.Count(line, separator) >= r.width-1 {
			return false // a row
		}
		if quote > 0 && r.looseUpTo(next) {
			return true
		}
		at = next
	}
	return false
}

// looseUpTo is looseLines for a row that ends before an offset.
func (r *rows) looseUpTo(end int) bool {
	r.tries++
	text := r.text[r.at:end]
	reader := csv.NewReader(strings.NewReader(text + "\nend")) // which a quotation that is open goes on to
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes = rune(r.separator), -1, true
	reader.TrimLeadingSpace = r.separator != '\t'
	record, err := reader.Read()
	length := int(reader.InputOffset())
	if err != nil || len(record) != r.width || length < len(text) || length > len(text)+1 {
		return false
	}
	r.take(record, reader, r.at, end)
	return true
}

// A markStyle is how quotation marks are read in a line where they are not well-formed.
type markStyle int

const (
	paired   markStyle = iota // a mark before a separator ends a cell, but within a pair: "the "A", and B",C
	anywhere                  // any mark before a separator ends a cell: "the 5", A",B
	literal                   // only one before the next separator: "A" or B,"C"
)

// looseLine makes a row of a line in which quotation marks may be part of a text. It reads them in the way that gives
// the expected number of cells, if there is one.
func (r *rows) looseLine(line string) {
	open := -1
	for _, style := range []markStyle{paired, anywhere, literal, anywhere} { // the last is for where none fits
		open = r.split(line, style)
		if len(r.cells) == r.width || r.width == 0 {
			break
		}
	}
	if open >= 0 {
		r.report(r.cells[open], "a quotation begins here and does not end; the row is read to the end of its line",
			"close it with \"")
	}
}

// unparted matches a quotation and a number between which the separator is missing.
var unparted = lazyregexp.New(`^"([^"]+)"(-?\d+(?:\.\d+)?)$`)

// split makes a row of a line. It returns the first cell with a mark that nothing closes, or -1.
func (r *rows) split(line string, style markStyle) (open int) {
	r.cells, open = r.cells[:0], -1
	column := 1
	for at := 0; ; {
		begin := at
		if r.separator != '\t' {
			begin += len(line[at:]) - len(strings.TrimLeft(line[at:], " "))
		}
		end := begin + cellEnd(line[begin:], r.separator)
		c := cell{text: line[begin:end], line: r.lines + 1, column: column + begin - at}
		if strings.HasPrefix(c.text, `"`) {
			within := line[begin:]
			if style == literal {
				within = c.text
			}
			parts := unparted().FindStringSubmatch(c.text)
			if inner, length := quotation(within, r.separator, style == paired); length > 0 {
				c.text, c.quoted, end = inner, true, begin+length
			} else if parts != nil && strings.Count(line, string(r.separator))+1 < r.width {
				c.text, c.quoted = parts[1], true
				r.cells = append(r.cells, c)
				c = cell{text: parts[2], line: c.line, column: c.column + utf8.RuneCountInString(c.text) + len(`""`)}
			} else if open < 0 && strings.Count(c.text, `"`)%2 == 1 {
				open = len(r.cells)
			}
		}
		r.cells = append(r.cells, c)
		if end == len(line) {
			return open
		}
		column += utf8.RuneCountInString(line[at : end+1])
		at = end + 1
	}
}

// cellEnd returns the offset of the first separator, or of the end of a line.
func cellEnd(line string, separator byte) int {
	if end := strings.IndexByte(line, separator); end >= 0 {
		return end
	}
	return len(line)
}

// quotation returns what is in the quotation that a line begins with, and the length of the cell that it is. The length
// is 0 where it does not end before a separator or the end of the line. paired says that marks within it are in pairs.
func quotation(line string, separator byte, paired bool) (inner string, length int) {
	marks := 0
	for at := 1; at < len(line); at++ {
		if line[at] != '"' {
			continue
		}
		rest := line[at+1:]
		if len(rest) > 1 && rest[0] == '"' && rest[1] != separator {
			at++ // a mark that is doubled
			continue
		}
		after := strings.TrimLeft(rest, " ")
		if (after == "" || after[0] == separator) && (!paired || marks%2 == 0) {
			return strings.ReplaceAll(line[1:at], `""`, `"`), len(line) - len(after)
		}
		marks++
	}
	return "", 0
}
