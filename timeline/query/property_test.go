package query

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

// tree draws the tree of a query in the form that Parse gives it.
func tree(depth int) *rapid.Generator[Node] {
	return rapid.Custom(func(t *rapid.T) Node {
		if depth == 0 {
			return term().Draw(t, "term")
		}
		parts := func() []Node { return rapid.SliceOfN(tree(depth-1), 1, 3).Draw(t, "parts") }
		switch rapid.IntRange(0, 4).Draw(t, "shape") {
		case 4:
			return claimOf(conjoin([]Node{claimTree(depth-1).Draw(t, "claim")}))
		case 0:
			return conjoin(parts())
		case 1:
			return disjoin(parts())
		case 2:
			return negate(tree(depth-1).Draw(t, "of"))
		}
		return term().Draw(t, "term")
	})
}

// claimTree draws what may be asked of one claim.
func claimTree(depth int) *rapid.Generator[Node] {
	return rapid.Custom(func(t *rapid.T) Node {
		of := term().Filter(func(n Node) bool {
			key := n.(Term).Key
			return key == ByWords || slices.Contains(ofOneClaim, key)
		})
		parts := func() []Node { return rapid.SliceOfN(claimTree(depth-1), 1, 3).Draw(t, "parts") }
		switch rapid.IntRange(0, 3).Draw(t, "shape") * min(depth, 1) {
		case 1:
			return conjoin(parts())
		case 2:
			return disjoin(parts())
		case 3:
			return negate(claimTree(depth-1).Draw(t, "of"))
		}
		return of.Draw(t, "term")
	})
}

// term draws a term: a word, a phrase, or a key of any kind with values of any kind.
func term() *rapid.Generator[Node] {
	signs := rapid.StringOf(rapid.SampledFrom([]rune(`ab8 :=<>!|,"\()-._/[]*ї`)))
	texts := rapid.OneOf(signs, rapid.String(), rapid.SampledFrom([]string{
		"Mira Sol", "OR", "x|y", "//x", ":x", "=8", "7.5", "2025-09", "last month", "[2025,2026]", "3 weeks later",
	}))
	names := rapid.OneOf(signs, rapid.String(), rapid.SampledFrom([]string{
		"actor", "date", "since", "until", "has", "is", "importance", "Impact Areas", "other.by", "a-", "2nd", "NOT",
		"claim", "says", "by", "status", "source",
	}))
	return rapid.Custom(func(t *rapid.T) Node {
		for range 100 {
			k := spelledKey{
				name: legible(names.Draw(t, "name"), true), op: rapid.SampledFrom(operators).Draw(t, "operator"),
			}
			one, err := k.term()
			if err != nil || KeyName(k.name) == "" {
				if one, ok := newTerm(ByWords, texts.Draw(t, "words")); ok {
					return one
				}
				continue
			}
			for range rapid.IntRange(1, 3).Draw(t, "values") {
				if v, err := ValueOf(one.Key, one.Op, texts.Draw(t, "value")); err == nil {
					one.Values = append(one.Values, v)
				}
			}
			if one.Values != nil {
				return one
			}
		}
		return Term{Key: ByWords, Values: []Value{{Text: "word"}}}
	})
}

// Any tree is written so that it is read again as it was.
func TestStringOfAnyTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q := queryOf([]Node{tree(3).Draw(t, "tree")})
		again, err := Parse(q.String())
		if err != nil {
			t.Fatalf("%q cannot be read: %v", q, err)
		}
		if diff := cmp.Diff(q.Root(), again.Root()); diff != "" || again.String() != q.String() {
			t.Fatalf("%q is read as %q: %s", q, again, diff)
		}
		if on := q.On(calendar.DayOf(2025, 11, 22)); on.String() != q.String() {
			t.Fatalf("%q is %q on a day", q, on)
		}
	})
}

// TestStringOfTenThousandTexts puts texts together of what queries are made of and of what looks so. Those that can be
// read are written as the same query, and what is written is written so again.
func TestStringOfTenThousandTexts(t *testing.T) {
	pieces := strings.Fields(`claim:( claim: claim:( by: says:sol status:denied a b8 sol actor importance "two words" "Impact Areas" date since:2025 : : = == != >= <= > < ! - -> => ` +
		`| | , ( ) OR AND NOT "x" "\"" // :: 8 -3.5 2025-09 yesterday "last month" .. https://x.org/a=b 20:39 C++ ~ [2025,2026] ` +
		`other.by has:quote has:z place ї. é_1`)
	rng := rand.New(rand.NewPCG(14, 6))
	read := 0
	for range 10_000 {
		var text strings.Builder
		for range 1 + rng.IntN(9) {
			text.WriteString(pieces[rng.IntN(len(pieces))])
			if rng.IntN(3) == 0 {
				text.WriteByte(' ')
			}
		}
		q, err := Parse(text.String())
		if err != nil {
			continue
		}
		read++
		checkRoundTrip(t, q)
		for _, place := range Places(text.String()) {
			if place.Start >= place.End || place.End > text.Len() {
				t.Fatalf("%q has a key at %+v", &text, place)
			}
		}
	}
	if read < 2000 {
		t.Errorf("only %d of the texts can be read", read)
	}
}
