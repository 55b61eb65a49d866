package index

import (
	"fmt"
	"slices"
	"strings"

	"dateline/timeline/internal/intset"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// An Alone says why a query selects nothing although leaving out one part does not help: how many events each part
// selects alone, and how few of the parts any event has.
type Alone struct {
	Parts []string // what each part asks for, without its key where it is one value or a choice of several
	N     []int    // events of each
	Meet  int      // the most parts that are true of one event

	Claims bool // whether it is all of claims, and not of events
}

// maxAlone is how many parts of a query are looked at.
const maxAlone = 8

// Alone looks at the parts of q one by one. It is meant for a q that selects nothing and of which no part is to blame,
// and is not ok for one of a single part or of very many.
func (x *Index) Alone(q query.Query) (a Alone, ok bool) {
	ok = a.look(q, x.t.Len(), func(part query.Node) intset.Bits { return x.evaluate(part, nil) })
	return a, ok
}

// AloneInClaim looks so at what the i-th part of q asks of one claim, and counts claims. It is not ok for other parts,
// nor where there is such a claim.
func (x *Index) AloneInClaim(q query.Query, i int) (a Alone, ok bool) {
	c, ok := q.Conjuncts()[i].(query.Claim)
	if !ok || x.evaluate(c, nil).Count() > 0 {
		return a, false
	}
	ok = a.look(c.Query(), len(x.claims().event), func(part query.Node) intset.Bits { return x.askClaims(part, nil) })
	a.Claims = true
	return a, ok
}

// look looks at the parts of q one by one; ask returns which of n events or claims one of them selects.
func (a *Alone) look(q query.Query, n int, ask func(query.Node) intset.Bits) bool {
	parts, texts := q.Conjuncts(), q.Parts()
	if len(parts) < 2 || len(parts) > maxAlone {
		return false
	}
	counts := make([]uint8, n)
	for n, part := range parts {
		found := ask(part)
		for i := range found.All() {
			counts[i]++
			a.Meet = max(a.Meet, int(counts[i]))
		}
		a.N = append(a.N, found.Count())
		name := partName(part, texts[n])
		if slices.Contains(a.Parts, name) {
			name = texts[n]
		}
		a.Parts = append(a.Parts, name)
	}
	return true
}

// partName returns what a part asks for: its values, or the text of one that is not a simple one.
func partName(part query.Node, text string) string {
	t, ok := part.(query.Term)
	if !ok {
		return text
	}
	var values []string
	for _, v := range t.Values {
		values = append(values, v.Text)
	}
	return strings.Join(values, ",")
}

// String returns in words what the parts select: "alone: macron 1, strike 6, putin 6; no two of them meet". It is safe
// to show.
func (a Alone) String() string {
	var words strings.Builder
	if a.Claims {
		words.WriteString("claims ")
	}
	words.WriteString("alone: ")
	for n, part := range a.Parts {
		if n > 0 {
			words.WriteString(", ")
		}
		fmt.Fprintf(&words, "%s %d", sanitize.Line(part), a.N[n])
	}
	if more := a.Meet + 1; a.Meet > 0 && more < len(a.Parts) {
		words.WriteString("; no " + numberWords[more] + " of them meet")
	} else if a.Meet > 0 {
		words.WriteString("; not all of them meet")
	}
	return words.String()
}

// numberWords are the numbers of parts that may meet.
var numberWords = [maxAlone + 1]string{"", "", "two", "three", "four", "five", "six", "seven", "eight"}
