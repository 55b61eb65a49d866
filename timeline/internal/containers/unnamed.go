package containers

import (
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// unnamed returns the rows of a list of lists without a head line, as package tabular does of a table: the first column
// that holds dates, and the first that holds words. It returns nil where there is not one of each.
func (k Keys) unnamed(n *yaml.Node) *yaml.Node {
	if !areLists(n.Content) || len(n.Content) < 2 {
		return nil
	}
	rows := k.items(n)
	date := firstColumn(rows, k.IsWhen)
	title := firstColumn(rows, func(text string) bool { return !k.IsWhen(text) && strings.ContainsFunc(text, isLetter) })
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

// firstColumn returns the first column of lists of which most cells are so, and −1 where there is none, or where a row
// has more than texts and numbers. Empty cells do not count.
func firstColumn(rows []*yaml.Node, so func(text string) bool) int {
	widest := 0
	for _, row := range rows {
		widest = max(widest, len(row.Content))
	}
	for i := range widest {
		yes, no := 0, 0
		for _, row := range rows {
			switch {
			case i >= len(row.Content) || row.Content[i].Kind == yaml.ScalarNode && row.Content[i].Value == "":
			case row.Content[i].Kind == yaml.ScalarNode && so(row.Content[i].Value):
				yes++
			default:
				no++
			}
		}
		if yes > no {
			return i
		}
	}
	return -1
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
