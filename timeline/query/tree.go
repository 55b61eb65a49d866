package query

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline/calendar"
	"dateline/timeline/fold"
)

// A Node is a part of a query: an And, Or, Not or Term. A tree of them is never changed.
type Node interface{ node() }

type (
	// An And wants all of its parts. They are two or more, and none of them an And.
	And []Node
	// An Or wants any of its parts. They are two or more, and none of them an Or.
	Or []Node
	// A Not wants what its part does not. That is no Not.
	Not struct{ Of Node }
	// A Term asks a key for any of its values. They are one or more; of words there is exactly one.
	Term struct {
		Key    Key
		Values []Value
	}
)

// A Value is what a term asks for.
type Value struct {
	Text   string          // as written, less quotes
	Phrase bool            // of words: whole words in a row
	Period calendar.Period // of a date key: the time that is asked for
}

func (And) node()  {}
func (Or) node()   {}
func (Not) node()  {}
func (Term) node() {}

// EachTerm goes through the terms below n, each of which is wanted or not. Nil has none.
func EachTerm(n Node, do func(t Term, wanted bool)) { eachTerm(n, true, do) }

func eachTerm(n Node, wanted bool, do func(t Term, wanted bool)) {
	switch n := n.(type) {
	case And:
		for _, part := range n {
			eachTerm(part, wanted, do)
		}
	case Or:
		for _, part := range n {
			eachTerm(part, wanted, do)
		}
	case Not:
		eachTerm(n.Of, !wanted, do)
	case Term:
		do(n, wanted)
	}
}

// Folded is what to look for in folded text that has a space before and after every word.
func (v Value) Folded() string {
	if v.Phrase {
		return " " + fold.Fold(v.Text) + " "
	}
	return " " + fold.Fold(v.Text)
}

// conjoin makes one node of parts, nil of none.
func conjoin(parts []Node) Node {
	var all And
	for _, part := range parts {
		if more, ok := part.(And); ok {
			all = append(all, more...)
		} else {
			all = append(all, part)
		}
	}
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return all
}

// disjoin makes one node of alternatives.
func disjoin(parts []Node) Node {
	var alternatives Or
	for _, part := range parts {
		if more, ok := part.(Or); ok {
			alternatives = append(alternatives, more...)
		} else {
			alternatives = append(alternatives, part)
		}
	}
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return alternatives
}

// negate makes the contrary of a node.
func negate(n Node) Node {
	if n, ok := n.(Not); ok {
		return n.Of
	}
	return Not{n}
}

// format writes a node as canonical text.
func format(n Node) string { return formatIn(n, false) }

// formatIn writes a node, in brackets where it would fall apart among others.
func formatIn(n Node, among bool) string {
	var b strings.Builder
	writeIn(&b, n, among)
	return b.String()
}

// writeIn writes n, in brackets where it is an alternative and stands among others.
func writeIn(b *strings.Builder, n Node, among bool) {
	_, alternatives := n.(Or)
	writeNode(b, n, alternatives && among)
}

// writeNode writes n, in brackets or not.
func writeNode(b *strings.Builder, n Node, brackets bool) {
	if brackets {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	switch n := n.(type) {
	case And:
		for i, part := range n {
			if i > 0 {
				b.WriteByte(' ')
			}
			writeIn(b, part, true)
		}
	case Or:
		for i, part := range n {
			if i > 0 {
				b.WriteString(" OR ")
			}
			writeNode(b, part, false)
		}
	case Not:
		b.WriteByte('-')
		_, single := n.Of.(Term)
		writeNode(b, n.Of, !single)
	case Term:
		writeTerm(b, n)
	}
}

func writeTerm(b *strings.Builder, t Term) {
	if t.Key == ByWords {
		writeText(b, t.Values[0].Text, t.Values[0].Phrase)
		return
	}
	b.WriteString(string(t.Key))
	b.WriteByte(':')
	for i, v := range t.Values {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(Quote(t.Key, v.Text))
	}
}

// Quote returns a value of key as a query spells it, in quotes where it needs them.
func Quote(key Key, text string) string {
	if isBare(key, text) {
		return text
	}
	var b strings.Builder
	writeText(&b, text, true)
	return b.String()
}

// isBare says whether a value of key can stand without quotes.
func isBare(key Key, text string) bool {
	p := parser{text: text}
	return text != "" && p.bareEnd(key) == len(text)
}

// legible is text as it can be written: in quotes, every byte that is no UTF-8 becomes U+FFFD.
func legible(text string, quoted bool) string {
	if !quoted || utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}

// writeText writes words or a value, in quotes where asked for.
func writeText(b *strings.Builder, text string, quoted bool) {
	if !quoted {
		b.WriteString(text)
		return
	}
	b.WriteByte('"')
	for _, r := range text {
		if r == '"' || r == '\\' {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	b.WriteByte('"')
}
