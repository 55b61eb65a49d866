package query

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Query says which events are wanted. It is a value that does not change; two that are Equal ask the same. The zero
// Query wants every event.
//
//	yermak "security guarantees"         words that begin so; whole words in a row
//	actor:rubio actor:"Marco Rubio"      a key and what is asked of it
//	actor:yermak,budanov                 either; actor:yermak actor:rubio asks for both
//	date:2025-07..2025-09 since:2025-07  EDTF dates and ranges of them
//	-actor:putin NOT (a OR b)            everything else
//
// Words side by side mean and, which binds closer than OR; AND and | may be written too.
type Query struct {
	_    [0]func() // == would compare trees
	text string    // in canonical form
	root Node      // what it says; nil where every event is wanted
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

// String gives the text that parses to the same query.
func (q Query) String() string { return q.text }

// IsZero says whether every event is wanted.
func (q Query) IsZero() bool { return q.root == nil }

// Equal says whether q and r ask the same, in the same order.
func (q Query) Equal(r Query) bool { return q.text == r.text }

// Root is the tree of the query, nil for the zero Query. It must not be changed.
func (q Query) Root() Node { return q.root }

// Conjuncts are what the query is the conjunction of, in a slice that may be changed.
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

// queryOf is the query that wants all of parts.
func queryOf(parts []Node) Query {
	root := conjoin(parts)
	return Query{text: format(root), root: root}
}

// Parts are the texts that the query is the conjunction of, each a query of its own: `actor:a "b c" -type:call` has three.
func (q Query) Parts() []string {
	var parts []string
	for _, span := range q.spans() {
		parts = append(parts, q.text[span[0]:span[1]])
	}
	return parts
}

// spans are the places of Parts in String, as byte offsets of their starts and ends.
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

// Words are the words and phrases that are wanted, folded, for fold.Find; a phrase, which asks for whole words, ends in
// a space.
func (q Query) Words() []string {
	var words []string
	EachTerm(q.root, func(t Term, wanted bool) {
		if t.Key != ByWords || !wanted {
			return
		}
		if word := t.Values[0].Folded()[1:]; !slices.Contains(words, word) {
			words = append(words, word)
		}
	})
	return words
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
