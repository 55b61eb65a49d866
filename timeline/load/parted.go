package load

import (
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// A parting says by what keys two records show that a forgotten hyphen has made one map.
type parting struct {
	what  string   // a record, in a word
	least int      // marks that a whole record has
	marks []string // keys, one of which each record has
}

// Parted returns the table for records that are called what, each of which has at least so many of some keys.
func (t *Fields[T]) Parted(what string, least int, marks ...string) *Fields[T] {
	t.parting = parting{what, least, marks}
	return t
}

// eachApart is each for a list of records, with those that have become one map apart.
func (d *decoder) eachApart(n *yaml.Node, p *parting, read func(*yaml.Node)) {
	d.each(n, func(item *yaml.Node) { d.apart(item, p, read) })
}

// apart calls read with a node, or with the records one by one where they have become one map.
func (d *decoder) apart(n *yaml.Node, p *parting, read func(*yaml.Node)) {
	for n != nil {
		first, rest := n, (*yaml.Node)(nil)
		if n.Kind == yaml.MappingNode {
			first, rest = d.part(n, p)
		}
		read(first)
		n = rest
	}
}

// part returns the first record of a map, and the rest of the map where another record begins in it, which it reports.
// The rest is nil where the map is one record, as nearly all are.
func (d *decoder) part(n *yaml.Node, p *parting) (first, rest *yaml.Node) {
	var once seen
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i].Value
		for m, mark := range p.marks {
			if key != mark {
				continue
			}
			if once.has(m) {
				return d.partAt(n, p)
			}
			once.add(m)
		}
	}
	return n, nil
}

// partAt is part for a map that has one of the marks twice.
func (d *decoder) partAt(n *yaml.Node, p *parting) (first, rest *yaml.Node) {
	at := p.begins(n.Content)
	if at == 0 {
		return n, nil
	}
	key := n.Content[at]
	hint := fmt.Sprintf("write - %s: …, below the hyphens of the others", diag.Brief(key.Value))
	switch {
	case n.Style&yaml.FlowStyle != 0:
		hint = "end the braces above it, and begin others: }, {"
	case key.Column == 1:
		hint = "begin each with a hyphen, as in - date: 2025-09-08, and indent the lines below"
	}
	d.Problem(key, rule.JoinedRecords, fmt.Sprintf("a new %s seems to begin here", p.what), hint)
	head, tail := *n, *n
	head.Content, tail.Content = n.Content[:at:at], n.Content[at:]
	tail.Line, tail.Column, tail.Anchor = key.Line, key.Column, ""
	return &head, &tail
}

// begins returns the place in keys and values at which a second record begins, and 0 where there is none: the keys from
// there on come again, one of the marks among them with another value, and those above are a whole record.
func (p *parting) begins(pairs []*yaml.Node) int {
	above := map[string]*yaml.Node{}
	at := 0
	for ; at+1 < len(pairs) && above[pairs[at].Value] == nil; at += 2 {
		above[pairs[at].Value] = pairs[at+1]
	}
	doubled, below, differs := map[string]bool{}, map[string]*yaml.Node{}, false
	for i := at; i+1 < len(pairs); i += 2 {
		key, value := pairs[i].Value, pairs[i+1]
		below[key] = value
		if was := above[key]; was != nil {
			doubled[key] = true
			differs = differs || slices.Contains(p.marks, key) && was.Value != value.Value
		}
	}
	many := len(doubled) >= 3 || len(doubled) == 2 && p.isWhole(below) // fewer are fields that were given twice
	if !p.isWhole(above) || !many || !differs {
		return 0
	}
	if above := at - 2; above > 0 && pairs[above].Value == "id" {
		return above // an id is the first that is written of a record
	}
	return at
}

// isWhole reports whether the keys of a map are enough for a record.
func (p *parting) isWhole(keys map[string]*yaml.Node) bool {
	found := 0
	for _, mark := range p.marks {
		if keys[mark] != nil {
			found++
		}
	}
	return found >= p.least
}
