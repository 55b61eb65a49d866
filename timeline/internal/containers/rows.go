package containers

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// Rows returns a tree in which tables are lists of maps, as other lists of events are. It knows a list of lists with a
// head line and without, a list of columns beside one of lists, columns of values, and a list after what is said of it:
//
//	[["date", "title"], ["2025-01-01", "One"]]
//	[["2025-01-01", "One"], ["2025-01-02", "Two"]]
//	{"columns": ["date", "title"], "data": [["2025-01-01", "One"]]}
//	{"date": {"0": "2025-01-01"}, "title": {"0": "One"}}
//	[{"page": 1}, [{"date": "2025", "value": 1}]]
//
// A tree that has none is returned as it is.
func (k Keys) Rows(n *yaml.Node) *yaml.Node { return k.rows(n, maxDepth) }

func (k Keys) rows(n *yaml.Node, depth int) *yaml.Node {
	switch {
	case depth == 0 || len(n.Content) == 0:
	case n.Kind == yaml.SequenceNode:
		if k.isHead(n.Content[0]) && areLists(n.Content[1:]) && !k.isData(n.Content[0], n.Content[1]) {
			return table(n, n.Content[0].Content, n.Content[1:])
		}
		if rows := k.unnamed(n); rows != nil {
			return rows
		}
		if depth == maxDepth && len(n.Content) == 2 && n.Content[0].Kind == yaml.MappingNode && areRecords(n.Content[1]) {
			return Some(n.Content[0], append(append([]*yaml.Node(nil), n.Content[0].Content...), Word("rows", n), n.Content[1]))
		}
	case n.Kind == yaml.MappingNode:
		if rows := k.columns(n); rows != nil {
			return rows
		}
		var head *yaml.Node
		for i := 1; i < len(n.Content); i += 2 {
			if value := n.Content[i]; head == nil && k.isHead(value) {
				head = value
			}
		}
		dated := k.IsDated(n)
		for i := 1; i < len(n.Content); i += 2 {
			value := n.Content[i]
			if head != nil && value.Kind == yaml.SequenceNode && len(value.Content) > 0 && areLists(value.Content) &&
				len(value.Content[0].Content) == len(head.Content) {
				n.Content[i] = table(value, head.Content, value.Content)
			} else if value.Kind == yaml.MappingNode || value.Kind == yaml.SequenceNode && !dated {
				n.Content[i] = k.rows(value, depth-1)
			}
		}
	}
	return n
}

// isHead reports whether a list is one of names of columns, of which one means a date.
func (k Keys) isHead(n *yaml.Node) bool {
	dated := false
	for _, name := range n.Content {
		if n.Kind != yaml.SequenceNode || name.Kind != yaml.ScalarNode || name.Tag != "!!str" {
			return false
		}
		dated = dated || k.IsDate(name.Value)
	}
	return dated && len(n.Content) > 1
}

// areRecords reports whether a node is a list of which no item is a text.
func areRecords(n *yaml.Node) bool {
	isText := func(item *yaml.Node) bool { return item.Kind == yaml.ScalarNode }
	return n.Kind == yaml.SequenceNode && len(n.Content) > 0 && !slices.ContainsFunc(n.Content, isText)
}

// areLists reports whether all of some nodes are lists.
func areLists(nodes []*yaml.Node) bool {
	for _, n := range nodes {
		if n.Kind != yaml.SequenceNode {
			return false
		}
	}
	return len(nodes) > 0
}

// table returns a list of maps from the names of a head to the cells of each row. A longer row ends with the head.
func table(at *yaml.Node, head, rows []*yaml.Node) *yaml.Node {
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: at.Line, Column: at.Column}
	for _, row := range rows {
		event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: row.Line, Column: row.Column}
		for i, cell := range row.Content {
			if i < len(head) {
				event.Content = append(event.Content, head[i], cell)
			} else {
				event.Content = append(event.Content, Word("column", cell), cell)
			}
		}
		list.Content = append(list.Content, event)
	}
	return list
}

// columns returns the rows of a map from name to column, each of which is a list, or a map from the same ids. It
// returns nil where a map is none.
func (k Keys) columns(n *yaml.Node) *yaml.Node {
	first, dated := n.Content[1], false
	each := 1 // node of a value
	if first.Kind == yaml.MappingNode {
		each = 2
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		column := n.Content[i+1]
		if column.Kind != first.Kind || len(column.Content) != len(first.Content) {
			return nil
		}
		for m := 0; m+each <= len(column.Content); m += each {
			if column.Content[m+each-1].Kind != yaml.ScalarNode ||
				each == 2 && column.Content[m].Value != first.Content[m].Value {
				return nil
			}
		}
		dated = dated || k.IsDate(n.Content[i].Value)
	}
	if !dated || first.Kind == yaml.ScalarNode || len(n.Content) < 4 || len(first.Content) == 0 ||
		each == 2 && dateParts[first.Content[0].Value] {
		return nil
	}
	list := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: n.Line, Column: n.Column}
	for m := each - 1; m < len(first.Content); m += each {
		at := first.Content[m]
		event := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: at.Line, Column: at.Column}
		for i := 0; i+1 < len(n.Content); i += 2 {
			event.Content = append(event.Content, n.Content[i], n.Content[i+1].Content[m])
		}
		list.Content = append(list.Content, event)
	}
	return list
}

// Untimed takes apart a map without a date that has exactly one list of maps with titles. These are events although
// they have no date, and the map is their group. It reports whether the map is one of these.
func (k Keys) Untimed(n *yaml.Node, isMeant func(key string) bool) (g Group, ok bool) {
	if n.Kind != yaml.MappingNode || k.IsDated(n) {
		return g, false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if !k.isShut(key.Value, value, true) && !isMeant(key.Value) && k.areTitled(value) {
			g.Lists = append(g.Lists, List{Key: key, Path: key.Value, Items: value})
		} else {
			g.Rest = append(g.Rest, key, value)
		}
	}
	return g, len(g.Lists) == 1
}

// areTitled reports whether a value is a list of maps that all say what happened.
func (k Keys) areTitled(n *yaml.Node) bool {
	if n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		return false
	}
	for _, item := range n.Content {
		titled := false
		for i := 0; i+1 < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			titled = titled || k.IsTitle(item.Content[i].Value)
		}
		if !titled {
			return false
		}
	}
	return true
}
