// Package query is the language in which events are asked for: one line of text, which people type, keys and clicks
// edit, and the command line takes.
//
//	q, err := query.Parse(`actor:yermak,budanov since:2025-07 NOT "security guarantees"`)
//	q = q.Only(query.ByActor, "rubio")
//	fmt.Println(q) // actor:rubio since:2025-07 -"security guarantees"
//
// The grammar, where AND, OR and NOT are operators only as whole words in capitals:
//
//	query        = [ alternatives ]                             nothing asks for every event
//	alternatives = conjunction { ( "OR" | "|" ) conjunction }
//	conjunction  = part { [ "AND" ] part }                      parts side by side: all of them
//	part         = ( "NOT" | "-" | "!" ) part | "(" alternatives ")"
//	             | key operator value { ( "," | "|" ) value }   any of the values
//	             | "claim:(" alternatives ")"                   all of it true of one claim
//	             | phrase                                       whole words in a row
//	             | word                                         words that begin so
//	key          = name | phrase                                without a blank before the operator
//	name         = a letter, then letters, digits, "_", "-", "."
//	operator     = ":" | "=" | "!=" | ">=" | ">" | "<=" | "<"   without a blank after it
//	value        = phrase | word without commas                 but a date may be an EDTF set, which has commas
//	phrase       = '"' text '"'                                 \" is a quote in it, \\ a backslash
//	word         = text without blanks, ()"|
//
// The keys of ours are actor direct type tag location (or place) source status by says claim id has is date since
// until, in any case. What claim:( … ) asks of one claim are by says status source, words and phrases. Any
// other is a key of the writer's own, of which case, "_", "-" and blanks do not count; "other." before it (other.by:x)
// says so where one of ours has the same name. Whether events have it, the parser does not know: see index.Mistake. The
// "|" in actor:a|type:b begins an alternative, since a key follows it.
//
// String writes a query so that it parses to the same query: "=" as ":", x!=y as -x:y, !x as -x, key:a|b as key:a,b,
// date>=X as since:X and date<=X as until:X; x:>=1, a habit from elsewhere, and x≥1 as x>=1. What date<X wants is
// before X begins, and what date>X wants is after X ends. Of ours, only dates can be compared; of the writer's own,
// numbers and else dates, and nothing else is more or less. The colon of a time (20:39), of an address (https://) or of
// C++ (std::map) makes no key, nor does an arrow (a->b).
//
// A date is one of package edtf, or as people type it ("44 BC", "last month"), as far as it does not depend on a place
// in the list. date: takes two joined by ".." too, of which one may be left out. Those that count from today are on no
// day until On says which day that is.
//
// A Query keeps its tree of And, Or, Not and Term, plain types to switch over. What they find in a record is not known
// here but in package index. The package may import calendar, edtf, fold and names.
package query

import (
	"slices"

	"dateline/timeline/calendar"
)

// A Query says which events are wanted. The zero Query wants every event.
//
// It is a value that does not change: each edit returns another Query. Two queries are compared by Equal.
type Query struct {
	_    [0]func() // forbids ==, which would compare trees
	text string    // in canonical form
	root Node      // nil where every event is wanted
}

// String returns the canonical text of the query, which parses to the same query.
func (q Query) String() string { return q.text }

// IsZero reports whether every event is wanted.
func (q Query) IsZero() bool { return q.root == nil }

// Equal reports whether q and r ask the same in the same order.
func (q Query) Equal(r Query) bool { return q.text == r.text }

// Root returns the tree of the query, nil for the zero Query. It must not be changed.
func (q Query) Root() Node { return q.root }

// Conjuncts returns the parts of which all are wanted, in a slice that the caller may change. The i-th is the tree of
// the i-th of Parts.
func (q Query) Conjuncts() []Node {
	switch root := q.root.(type) {
	case nil:
		return nil
	case And:
		return slices.Clone(root)
	default:
		return []Node{root}
	}
}

// queryOf returns the query that wants all of parts.
func queryOf(parts []Node) Query {
	root := conjoin(parts)
	return Query{text: format(root), root: root}
}

// Parts returns the parts of which all are wanted as texts, each a query by itself: `actor:a "b c" -type:call` has
// three.
func (q Query) Parts() []string {
	var parts []string
	for _, span := range q.spans() {
		parts = append(parts, q.text[span[0]:span[1]])
	}
	return parts
}

// spans returns where Parts are in String, each as the byte offsets of its start and end.
func (q Query) spans() [][2]int {
	var spans [][2]int
	at := 0
	parts := q.Conjuncts()
	for _, part := range parts {
		end := at + len(formatIn(part, len(parts) > 1))
		spans = append(spans, [2]int{at, end})
		at = end + len(" ")
	}
	return spans
}

// Period returns the days that the dates of q ask for, from the first to the last: those of since:2025-09 are from 1
// September 2025 on. It is calendar.Always where no part of q names a date.
func (q Query) Period() calendar.Period {
	asked := calendar.Always
	for _, part := range q.Conjuncts() {
		t, isTerm := part.(Term)
		if !isTerm || !isDateKey(t.Key) {
			continue
		}
		one := t.Values[0].Period
		for _, v := range t.Values[1:] {
			one.From, one.To = min(one.From, v.Period.From), max(one.To, v.Period.To)
		}
		asked = asked.Intersect(one)
	}
	return asked
}

// Words returns the words and phrases that are wanted, of claims too, folded and each once, as fold.Find takes them: a
// phrase, which asks for whole words, ends in a space.
func (q Query) Words() []string {
	var words []string
	add := func(t Term, wanted bool) {
		if t.Key != ByWords && t.Key != ByClaim || !wanted {
			return
		}
		for _, v := range t.Values {
			if word := v.Folded()[1:]; !slices.Contains(words, word) {
				words = append(words, word)
			}
		}
	}
	eachLeaf(q.root, true, func(leaf Node, wanted bool) {
		switch leaf := leaf.(type) {
		case Term:
			add(leaf, wanted)
		case Claim:
			EachTerm(leaf.Of, func(t Term, inside bool) { add(t, wanted && inside) })
		}
	})
	return words
}
