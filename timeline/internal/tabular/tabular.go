// Package tabular reads tables of text with a head line: CSV and TSV, and cells that are separated by ; or |. Each row
// becomes a map whose keys are the cells of the head line:
//
//	tabular.Each(in, text, &problems, func(event *yaml.Node) bool {
//		…
//		return true
//	})
//
// Package encoding/csv reads the rows. This package finds the separator and the head line, goes on after a quotation
// that does not end, and knows where each cell is. An empty cell is in no map. Each other cell is in one, or a problem
// names it: a row may have more cells than the head line, and there may be text above that.
//
// Rows are read one by one, and the nodes of a row are used again for the next, so that a long table takes no memory. A
// node holds all of its cell: unlike in YAML nothing in it is a comment, and none is null.
//
// It does not know what the keys mean. It imports diag, encoding/csv and, for its type of node, yaml.v3.
package tabular

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// maxCells is the number of cells that are read of a row. A node takes some 200 bytes, and a cell may be one letter.
const maxCells = 100_000

// Each reads a table and yields each row as a map, until yield returns false. It reports what it could not read and
// what is in no map. The nodes of a map are used again after yield returns. It returns the names of columns that are
// too long to be keys; their keys are the beginnings of these names.
//
// The text is clean, as package cleantext makes it.
func Each(in *diag.File, text string, problems *diag.List, yield func(event *yaml.Node) bool) (long []string) {
	t := table{in: in, problems: problems}
	if !t.open(text) {
		return nil
	}
	for first := true; t.next(); first = false {
		if first && t.isRule() || t.isHead() {
			continue
		}
		if event := t.event(); event != nil && !yield(event) {
			return t.long
		}
	}
	t.reportShort()
	return t.long
}

// A table is a table that is read row by row.
type table struct {
	rows
	in       *diag.File
	problems *diag.List
	ours     bool                    // whether dateline wrote the table
	first    struct{ at, lines int } // the offset at which it begins, and the lines above that

	long   []string       // names that are too long to be keys
	names  []string       // of the columns; after the head line's, those that longer rows have had
	taken  map[string]int // the number of columns that have a name, with a number after it or without
	head   int            // the number of cells of the head line, up to the last that is not empty
	blank  int            // the number of empty cells after those
	keys   []*yaml.Node   // of the columns
	values []*yaml.Node
	row    yaml.Node
	short  struct { // rows with fewer cells than the head line
		first diag.Range
		count int
	}
}

// event returns the row in hand as a map, and nil where all of its cells are empty.
func (t *table) event() *yaml.Node {
	t.row = yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Content: t.row.Content[:0]}
	last := -1 // cell that is not empty
	for i, c := range t.cells {
		text := strings.TrimSpace(c.text)
		if text == "" {
			continue
		}
		if i >= maxCells {
			t.problems.Report(t.place(c), rule.TooLarge,
				fmt.Sprintf("the row has more than %d cells; this and the others are left out", maxCells),
				"put them into a table of their own")
			break
		}
		last = i
		t.column(i, c)
		if t.ours { // a part may begin after a newline at the beginning
			text = strings.TrimSpace(unescape(c.text, true))
		} else {
			text = unescape(text, false)
		}
		*t.values[i] = yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Value: text, Line: c.line, Column: c.column, Style: c.style(),
		}
		t.row.Content = append(t.row.Content, t.keys[i], t.values[i])
	}
	if last < 0 {
		return nil
	}
	t.row.Line, t.row.Column = t.cells[0].line, t.cells[0].column
	switch {
	case last >= t.head:
		t.reportLong(t.cells[t.head], last+1)
	case len(t.cells) < t.head:
		if t.short.count++; t.short.count == 1 {
			t.short.first = t.place(t.cells[len(t.cells)-1])
		}
	}
	return &t.row
}

// isHead reports whether the row in hand is the head line once more, as where several tables were joined.
func (t *table) isHead() bool {
	if t.head < 2 || len(t.cells) < t.head || t.cells[0].text != t.names[0] {
		return false
	}
	for i, c := range t.cells {
		if text := strings.TrimSpace(c.text); i < t.head && text != t.names[i] || i >= t.head && text != "" {
			return false
		}
	}
	return true
}

// column gives column i a key and a value if it has none. The key of a column without a name is at its first cell, c.
func (t *table) column(i int, c cell) {
	for len(t.values) <= i {
		t.values = append(t.values, new(yaml.Node))
		t.keys = append(t.keys, nil)
		if n := len(t.values); n > len(t.names) {
			t.names = append(t.names, t.free("column "+strconv.Itoa(n)))
		}
	}
	if t.keys[i] == nil {
		t.keys[i] = &yaml.Node{
			Kind: yaml.ScalarNode, Tag: "!!str", Value: t.names[i], Line: c.line, Column: c.column, Style: c.style(),
		}
	}
}

// free returns a name that no column has yet: name itself, or else "name (2)" and so on. It is taken from then on.
func (t *table) free(name string) string {
	free := name
	for t.taken[free] > 0 {
		t.taken[name]++
		free = fmt.Sprintf("%s (%d)", name, t.taken[name])
	}
	t.taken[free] = 1
	return free
}

// style returns how a cell is written.
func (c cell) style() yaml.Style {
	if c.quoted {
		return yaml.DoubleQuotedStyle
	}
	return 0
}

// place returns the range of a cell on its first line.
func (t *table) place(c cell) diag.Range {
	text, _, _ := strings.Cut(c.text, "\n")
	width := max(1, utf8.RuneCountInString(text))
	if c.quoted {
		width += 2
	}
	return diag.Range{File: t.in, Line: c.line, Column: c.column, Width: width}
}

func (t *table) reportLong(first cell, cells int) {
	message := fmt.Sprintf("the row has %s, the head line %d", diag.Plural(cells, "cell"), t.head)
	if t.blank > 0 {
		message = fmt.Sprintf("the row has %s, the head line names %d of its %d", diag.Plural(cells, "cell"), t.head,
			t.head+t.blank)
	}
	message = fmt.Sprintf("%s; from here on they are kept as `column %d`", message, t.head+1)
	if t.problems.Skip(rule.RaggedRow, message) {
		return
	}
	t.problems.Report(t.place(first), rule.RaggedRow, message,
		fmt.Sprintf("put a cell that holds %s in quotes, or name this column in the head line", t.separatorName()))
}

func (t *table) reportShort() {
	if t.short.count == 0 {
		return
	}
	message := "a row has fewer cells than the head line; the others count as empty"
	if t.short.count > 1 {
		message = fmt.Sprintf("%d rows have fewer cells than the head line, the first here; the others count as empty",
			t.short.count)
	}
	t.problems.Report(t.short.first, rule.RaggedRow, message,
		"see whether a separator or a quotation mark is missing there")
}

func (t *table) separatorName() string {
	if t.separator == '\t' {
		return "a tab"
	}
	return string(t.separator)
}
