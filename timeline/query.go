package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Query says which events are wanted. It is a value, and two queries that are == ask the same: what it holds is its own
// text in canonical form. The zero Query wants every event.
//
//	yermak "security guarantees"         words that begin so; whole words in a row
//	actor:rubio actor:"Marco Rubio"      a key and what is asked of it
//	actor:yermak,budanov                 either; actor:yermak actor:rubio asks for both
//	date:2025-07..2025-09 since:2025-07  EDTF dates and ranges of them
//	-actor:putin NOT (a OR b)            everything else
//
// Words side by side mean and, which binds closer than OR; AND and | may be written too.
type Query struct {
	text string
}

// A Key is the name of a field in a query: "actor", "type", "tag" …; "" stands for words.
type Key string

// The keys that a query may ask with.
const (
	ByWords    Key = ""
	ByActor    Key = "actor"
	ByDirect   Key = "direct" // actors that the event itself lists
	ByType     Key = "type"
	ByTag      Key = "tag"
	ByLocation Key = "location"
	BySource   Key = "source"
	ByStatus   Key = "status"
	BySpeaker  Key = "by" // who is quoted or claims something
	ByID       Key = "id"
	ByHas      Key = "has"
	ByIs       Key = "is"
	ByDate     Key = "date"
	BySince    Key = "since"
	ByUntil    Key = "until"
)

// queryKeys are the spellings of keys and what they mean.
var queryKeys = map[string]Key{
	"actor": ByActor, "direct": ByDirect, "type": ByType, "tag": ByTag, "location": ByLocation, "place": ByLocation,
	"source": BySource, "status": ByStatus, "by": BySpeaker, "id": ByID, "has": ByHas, "is": ByIs, "date": ByDate,
	"since": BySince, "until": ByUntil,
}

// queryWords are the values of keys that take no others.
var queryWords = map[Key][]string{
	ByHas: {"quote", "figure", "claim", "source", "note"},
	ByIs:  {"disputed", "approximate", "undated", "marked"},
}

// A node is a part of a query: and, or, not or term.
type node interface {
	write(b *strings.Builder)
}

type (
	and  []node // two or more, none of them and
	or   []node // two or more, none of them or
	not  struct{ of node }
	term struct {
		key    Key
		values []operand // one or more, any of which may hold; for words exactly one
	}
)

// An operand is a value that a term asks for.
type operand struct {
	text   string // as written, less quotes
	phrase bool   // of words: whole words in a row
}

// String gives the text that parses to the same query.
func (q Query) String() string { return q.text }

// IsZero says whether every event is wanted.
func (q Query) IsZero() bool { return q.text == "" }

// tree is the query in parts, nil for the zero Query.
func (q Query) tree() node {
	root, _ := parseQuery(q.text) // cannot fail: the text is canonical
	return root
}

// conjuncts are what the query is the conjunction of.
func (q Query) conjuncts() []node {
	switch root := q.tree().(type) {
	case nil:
		return nil
	case and:
		return root
	default:
		return []node{root}
	}
}

// queryOf is the query that wants all of parts.
func queryOf(parts []node) Query { return Query{text: format(conjoin(parts))} }

// Parts are the texts that the query is the conjunction of, each a query of its own: `actor:a "b c" -type:call` has three.
func (q Query) Parts() []string {
	var parts []string
	for _, span := range q.Spans() {
		parts = append(parts, q.text[span[0]:span[1]])
	}
	return parts
}

// Spans are the places of Parts in String, as byte offsets of their starts and ends.
func (q Query) Spans() [][2]int {
	var spans [][2]int
	at := 0
	parts := q.conjuncts()
	for _, part := range parts {
		end := at + len(formatIn(part, len(parts) > 1))
		spans = append(spans, [2]int{at, end})
		at = end + len(" ")
	}
	return spans
}

// Words are the words and phrases that are wanted, folded, for FindFolded; a phrase, which asks for whole words, ends in
// a space.
func (q Query) Words() []string {
	var words []string
	eachTerm(q.tree(), true, func(t term, wanted bool) {
		if t.key == ByWords && wanted && !slices.Contains(words, t.values[0].needle()[1:]) {
			words = append(words, t.values[0].needle()[1:])
		}
	})
	return words
}

// eachTerm goes through the terms of n, which is wanted or not.
func eachTerm(n node, wanted bool, do func(t term, wanted bool)) {
	switch n := n.(type) {
	case and:
		for _, part := range n {
			eachTerm(part, wanted, do)
		}
	case or:
		for _, part := range n {
			eachTerm(part, wanted, do)
		}
	case not:
		eachTerm(n.of, !wanted, do)
	case term:
		do(n, wanted)
	}
}

// needle is what to look for in folded text that has a space before and behind every word.
func (v operand) needle() string {
	if v.phrase {
		return " " + Fold(v.text) + " "
	}
	return " " + Fold(v.text)
}

// conjoin makes one node of parts, nil of none.
func conjoin(parts []node) node {
	var all and
	for _, part := range parts {
		if more, ok := part.(and); ok {
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
func disjoin(parts []node) node {
	var alternatives or
	for _, part := range parts {
		if more, ok := part.(or); ok {
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
func negate(n node) node {
	if n, ok := n.(not); ok {
		return n.of
	}
	return not{n}
}

// format writes a node as canonical text.
func format(n node) string { return formatIn(n, false) }

// formatIn writes a node, in brackets where it would fall apart among others.
func formatIn(n node, among bool) string {
	var b strings.Builder
	if n != nil {
		writeIn(&b, n, among)
	}
	return b.String()
}

// writeIn writes n, in brackets where it is an alternative and stands among others.
func writeIn(b *strings.Builder, n node, among bool) {
	if _, alternatives := n.(or); !alternatives || !among {
		n.write(b)
		return
	}
	b.WriteByte('(')
	n.write(b)
	b.WriteByte(')')
}

func (n and) write(b *strings.Builder) {
	for i, part := range n {
		if i > 0 {
			b.WriteByte(' ')
		}
		writeIn(b, part, true)
	}
}

func (n or) write(b *strings.Builder) {
	for i, part := range n {
		if i > 0 {
			b.WriteString(" OR ")
		}
		part.write(b)
	}
}

func (n not) write(b *strings.Builder) {
	b.WriteByte('-')
	if _, single := n.of.(term); single {
		n.of.write(b)
		return
	}
	b.WriteByte('(')
	n.of.write(b)
	b.WriteByte(')')
}

func (n term) write(b *strings.Builder) {
	if n.key == ByWords {
		writeText(b, n.values[0].text, n.values[0].phrase)
		return
	}
	b.WriteString(string(n.key))
	b.WriteByte(':')
	for i, v := range n.values {
		if i > 0 {
			b.WriteByte(',')
		}
		writeText(b, v.text, !bare(n.key, v.text))
	}
}

// bare says whether a value of key can stand without quotes.
func bare(key Key, text string) bool {
	p := parser{text: text}
	return text != "" && p.bareEnd(key) == len(text)
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

// leadingKey gives the letters before a colon that text begins with. What is no key for certain has none: the colon of a
// time of day (20:39) or a link (https://…).
func leadingKey(text string) (key string, ok bool) {
	for i, r := range text {
		if r == ':' {
			return text[:i], i > 0 && !strings.HasPrefix(text[i:], "://")
		}
		if !unicode.IsLetter(r) || r == utf8.RuneError {
			break
		}
	}
	return "", false
}
