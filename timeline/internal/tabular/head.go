package tabular

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/lazyregexp"
)

// This file finds the separator and the head line of a table.

// How much of a table is looked at to find them, in bytes and in rows.
const (
	maxSample = 256 << 10
	maxRows   = 30
)

// maxName is the greatest length of the name of a column in bytes. It is bounded since each row repeats the name.
const maxName = 1000

// separators are the characters that may separate cells. Of those that are equally likely the first is taken.
const separators = "\t;|,"

// Is reports whether a text is a table with a head line, by how it begins. The text may as well be YAML, JSON, Markdown
// or prose, so that nearly all rows must have as many cells as the head line, or a few less, and one of them a digit.
func Is(begin string) bool {
	if len(begin) > maxSample {
		begin = begin[:1+strings.LastIndexByte(begin[:maxSample], '\n')]
	}
	first, _, _ := strings.Cut(begin, "\n")
	if otherFormat().MatchString(first) || sniff("", begin) == 0 {
		return false
	}
	var t table
	t.in = diag.NewFile("", begin)
	sample, head := t.sample(begin)
	if head != 0 || len(sample) < 2 || isData(sample) {
		return false
	}
	same, digits := 0, false
	for _, row := range sample[1:] {
		if n := len(row.cells); n <= len(sample[0].cells) && n > 1 && 2*n >= len(sample[0].cells) {
			same++
		}
		digits = digits || slices.ContainsFunc(row.cells, func(c cell) bool {
			return strings.ContainsAny(c.text, "0123456789")
		})
	}
	isNoName := func(c cell) bool {
		return len(c.text) > 60 || strings.HasSuffix(c.text, ".") || c.text == "" && t.separator != '|'
	}
	return digits && same*10 >= (len(sample)-1)*8 && !slices.ContainsFunc(sample[0].cells[1:], isNoName) &&
		!isNoName(cell{text: "x" + sample[0].cells[0].text}) // the first may be the number of the row
}

// otherFormat matches a first line of YAML, JSON, Markdown, TOML, iCalendar or HTML, even where separators are in it.
var otherFormat = lazyregexp.New("^[^,;|\t\"]*:(?:\\s|$)|^(?:BEGIN:|\\+\\+\\+|```|;;;|---|- |#)|^\\s*[\\[{<%&*!>]")

// A sampled is a row of the beginning, and where the next one begins.
type sampled struct {
	cells     []cell
	at, lines int
}

// isComment reports whether a row is a comment. A table has comments only above its head line.
func (s sampled) isComment() bool { return strings.HasPrefix(s.cells[0].text, "#") }

// filled returns the number of cells that are not empty.
func (s sampled) filled() int {
	n := 0
	for _, c := range s.cells {
		if strings.TrimSpace(c.text) != "" {
			n++
		}
	}
	return n
}

// open finds the separator and the head line, and goes to the first row below. It reports whether there is a head line.
func (t *table) open(text string) bool {
	sample, head := t.sample(text)
	if len(sample) == 0 {
		return false
	}
	t.report = func(at cell, message, hint string) { t.problems.Report(t.place(at), rule.BrokenCSV, message, hint) }
	for _, above := range sample[:head] {
		if !above.isComment() && above.filled() > 0 {
			t.problems.Report(t.place(above.cells[0]), rule.NoHeadLine,
				"this is above the head line of the table, and in no event", "begin the line with # if it is a comment")
		}
	}
	names := sample[head]
	t.head = min(len(names.cells), maxCells)
	t.taken = make(map[string]int, t.head)
	if isData(sample[head:]) {
		t.guessNames(sample[head:])
		t.begin(t.first.at, t.first.lines)
		for range head {
			t.next()
		}
		return true
	}
	for t.head > 1 && strings.TrimSpace(names.cells[t.head-1].text) == "" {
		t.head-- // a separator after the last name
		t.blank++
	}
	if lacksFirst(sample[head:]) {
		names.cells = slices.Insert(names.cells, 0, cell{line: names.cells[0].line, column: names.cells[0].column})
		t.head++
	}
	for i, c := range names.cells[:t.head] {
		name := strings.Join(strings.Fields(strings.TrimPrefix(c.text, "#")), " ")
		if name == "" {
			name = fmt.Sprintf("column %d", i+1)
		}
		if len(name) > maxName {
			t.long = append(t.long, name)
			t.problems.Report(t.place(c), rule.TooLarge,
				fmt.Sprintf("this name of a column has more than %d bytes; its key is the beginning", maxName),
				"give it a short name; the whole is kept with the record")
			name = strings.ToValidUTF8(name[:maxName], "") + "…"
		}
		t.names = append(t.names, t.free(name))
		t.column(i, c)
	}
	t.ours = slices.Equal(t.names[:min(4, len(t.names))], []string{"id", "date", "earliest", "latest"})
	t.width = t.head
	t.begin(names.at, names.lines)
	return true
}

// lacksFirst reports whether a head line lacks the name of the first column, which numbers the rows. R writes tables
// so.
func lacksFirst(rows []sampled) bool {
	names := len(rows[0].cells)
	for i, row := range rows[1:] {
		if len(row.cells) != names+1 || row.cells[0].text != strconv.Itoa(i+1) || row.cells[names].text == "" {
			return false
		}
	}
	return len(rows) > 2
}

// sample finds the separator, and returns the first rows and which of them is the head line.
func (t *table) sample(text string) (sample []sampled, head int) {
	t.text = text
	t.report = func(cell, string, string) {}
	t.first.at = len(text) - len(strings.TrimPrefix(text, "\ufeff"))
	if said := separatorLine().FindStringSubmatch(text[t.first.at:]); said != nil {
		t.separator = said[1][0]
		t.first.at, t.first.lines = t.first.at+len(said[0]), 1
	} else {
		t.separator = cmp.Or(sniff(path.Ext(t.in.Name()), text[t.first.at:]), ',')
	}
	t.begin(t.first.at, t.first.lines)
	for len(sample) < maxRows && t.at < maxSample && t.next() {
		sample = append(sample, sampled{slices.Clone(t.cells), t.at, t.lines})
	}
	return sample, findHead(sample)
}

// separatorLine matches a first line such as sep=; by which Excel is told the separator.
var separatorLine = lazyregexp.New(`^"?(?i:sep)=([\t;|,])"?[\t;|,]*\r?\n`)

// findHead returns which row is the head line: the first that is no comment and has nearly as many cells as most rows.
func findHead(sample []sampled) int {
	var filled []int
	for _, row := range sample {
		if n := row.filled(); n > 1 && !row.isComment() {
			filled = append(filled, n)
		}
	}
	usual := 1
	if len(filled) > 0 {
		slices.Sort(filled)
		usual = filled[(len(filled)-1)/2]
	}
	head := slices.IndexFunc(sample, func(row sampled) bool { return !row.isComment() && row.filled()*4 >= usual*3 })
	if head < 0 || !isData(sample[head:]) {
		return max(head, 0)
	}
	for above := range head {
		row := sample[above]
		if row.isComment() && above == head-1 && len(row.cells) == len(sample[head].cells) || // #date,title
			!row.isComment() && row.filled() > 1 && !isData(sample[above:]) {
			return above
		}
	}
	return head
}

// sniff returns the separator of a table: the one that most rows have equally often, above all the first row. It is 0
// where nothing separates cells. ext is the ending of the file's name.
func sniff(ext, text string) byte {
	counts := countSeparators(text, true)
	if len(counts) < 2 {
		counts = countSeparators(text, false)
	}
	best, separator := 0, byte(0)
	for i := range len(separators) {
		rows := make(map[int]int) // the number of rows by that of separators
		usual := 0
		for _, row := range counts {
			if n := row[i]; n > 0 {
				if rows[n]++; rows[n] > rows[usual] {
					usual = n
				}
			}
		}
		score := 2 * rows[usual]
		if len(counts) > 0 && counts[0][i] > 0 {
			score += len(counts)
			if counts[0][i] == usual {
				score += len(counts)
			}
		}
		if usual > 0 && separators[i] == '\t' && (ext == ".tsv" || ext == ".tab") {
			score += 10 * len(counts)
		}
		if usual > 0 && score > best {
			best, separator = score, separators[i]
		}
	}
	return separator
}

// countSeparators returns the number of each separator in each of the first rows. quotes says that those in quotation
// marks do not count.
func countSeparators(text string, quotes bool) [][len(separators)]int {
	var all [][len(separators)]int
	var row [len(separators)]int
	begin, quoted := 0, false
	for i := 0; i < min(len(text), maxSample) && len(all) < maxRows; i++ {
		switch c := text[i]; {
		case c == '#' && i == begin:
			if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
				i += end
			} else {
				i = len(text)
			}
			begin = i + 1
		case c == '"':
			quoted = quotes && !quoted
		case quoted:
		case c == '\n':
			if strings.TrimSpace(text[begin:i]) != "" {
				all = append(all, row)
			}
			row, begin = [len(separators)]int{}, i+1
		default:
			if n := strings.IndexByte(separators, c); n >= 0 {
				row[n]++
			}
		}
	}
	if len(text) < maxSample && strings.TrimSpace(text[min(begin, len(text)):]) != "" && !quoted && len(all) < maxRows {
		all = append(all, row)
	}
	return all
}
