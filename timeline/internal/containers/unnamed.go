package containers

import (
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// unnamed returns the rows of a list of lists without a head line, as package tabular does of a table: the first column
// that holds dates, and of those that hold words the one that says the most different things. It returns nil where
// there is not one of each.
func (k Keys) unnamed(n *yaml.Node) *yaml.Node {
	if !areLists(n.Content) || len(n.Content) < 2 {
		return nil
	}
	rows := k.items(n)
	date, title, most := -1, -1, 0
	for i := widest(rows) - 1; i >= 0; i-- {
		if isColumnOf(rows, i, k.IsWhen) {
			date = i
		}
		words := func(text string) bool {
			return !k.IsWhen(text) && strings.ContainsFunc(text, isLetter) &&
				(strings.ContainsFunc(text, unicode.IsSpace) || !strings.ContainsFunc(text, unicode.IsDigit))
		}
		if n := different(rows, i); n >= most && isColumnOf(rows, i, words) {
			title, most = i, n
		}
	}
	if date < 0 || title < 0 {
		return nil
	}
	var names []string
	var head []*yaml.Node
	for _, row := range n.Content {
		for i := len(names); i < len(row.Content); i++ {
			name := "column " + strconv.Itoa(i+1)
			switch i {
			case date:
				name = "date"
			case title:
				name = "title"
			}
			names, head = append(names, name), append(head, Word(name, row.Content[i]))
		}
	}
	if k.Unnamed != nil {
		k.Unnamed(n, names)
	}
	return table(n, head, n.Content)
}

// widest returns how many cells the longest row has.
func widest(rows []*yaml.Node) (cells int) {
	for _, row := range rows {
		cells = max(cells, len(row.Content))
	}
	return cells
}

// isColumnOf reports whether most cells of a column are so. Empty cells do not count.
func isColumnOf(rows []*yaml.Node, column int, so func(text string) bool) bool {
	yes, no := 0, 0
	for _, row := range rows {
		switch {
		case column >= len(row.Content) || row.Content[column].Kind == yaml.ScalarNode && row.Content[column].Value == "":
		case row.Content[column].Kind == yaml.ScalarNode && so(row.Content[column].Value):
			yes++
		default:
			no++
		}
	}
	return yes > no
}

// different returns how many different texts a column has.
func different(rows []*yaml.Node, column int) int {
	said := map[string]bool{}
	for _, row := range rows {
		if column < len(row.Content) && row.Content[column].Kind == yaml.ScalarNode {
			said[row.Content[column].Value] = true
		}
	}
	return len(said)
}

// isData reports whether a list above another is no head line, since a date is in it and one below that. Years above
// other dates are the names of columns.
func (k Keys) isData(row, below *yaml.Node) bool {
	for i, cell := range row.Content {
		if i >= len(below.Content) {
			break
		}
		if k.IsWhen(cell.Value) && k.IsWhen(below.Content[i].Value) &&
			(len(cell.Value) != len("1999") || len(below.Content[i].Value) == len("1999")) {
			return true
		}
	}
	return false
}
