package query

import (
	"strings"
	"unicode/utf8"
)

// format returns the canonical text of a node, "" for nil.
func format(n Node) string { return formatIn(n, false) }

// formatIn returns the text of a node. Among others, an Or is in brackets.
func formatIn(n Node, among bool) string {
	var b strings.Builder
	writeIn(&b, n, among)
	return b.String()
}

// writeIn writes n, in brackets where it is an Or among others.
func writeIn(b *strings.Builder, n Node, among bool) {
	_, alternatives := n.(Or)
	writeNode(b, n, alternatives && among)
}

// writeNode writes n, with brackets around it or not.
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
		_, term := n.Of.(Term)
		_, claim := n.Of.(Claim)
		writeNode(b, n.Of, !term && !claim)
	case Claim:
		b.WriteString(Spell(ByClaim, Is))
		writeNode(b, n.Of, true)
	case Term:
		writeTerm(b, n)
	}
}

func writeTerm(b *strings.Builder, t Term) {
	if t.Key == ByWords {
		writeText(b, t.Values[0].Text, t.Values[0].Phrase)
		return
	}
	writeKey(b, t.Key, t.Op)
	for i, v := range t.Values {
		if i > 0 {
			b.WriteByte(',')
		}
		writeText(b, v.Text, v.Phrase || !isBare(t.Key, v.Text))
	}
}

// writeKey writes a key with its operator, in quotes where it would be read otherwise without them.
func writeKey(b *strings.Builder, key Key, op Op) {
	sign := string(op)
	if op == Is {
		sign = ":"
	}
	k, ok := leadingKey(string(key) + sign + "x")
	writeText(b, string(key), !ok || k.name != string(key) || k.op != sign)
	b.WriteString(sign)
}

// Spell returns key as a query spells it before a value, with its operator: `actor:`, `"Impact Areas":`.
func Spell(key Key, op Op) string {
	var b strings.Builder
	writeKey(&b, key, op)
	return b.String()
}

// Quote returns text as a query spells it as a value of key: in quotes where it needs them, with backslashes where
// these need them.
func Quote(key Key, text string) string {
	if isBare(key, text) {
		return text
	}
	var b strings.Builder
	writeText(&b, text, true)
	return b.String()
}

// isBare reports whether a value of key needs no quotes. With some signs at its beginning the key would be none, or
// another operator.
func isBare(key Key, text string) bool {
	p := parser{text: text}
	return text != "" && p.bareEnd(key) == len(text) &&
		strings.IndexByte(":=<>", text[0]) < 0 && !strings.HasPrefix(text, "//")
}

// legible returns text as it can be written and read again: in quotes, every byte that is not UTF-8 becomes U+FFFD.
func legible(text string, quoted bool) string {
	if !quoted || utf8.ValidString(text) {
		return text
	}
	return string([]rune(text))
}

// writeText writes words or a value, in quotes or not.
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
