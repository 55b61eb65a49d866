package query

import (
	"dateline/timeline/calendar"
	"dateline/timeline/fold"
)

// A Node is a part of a query: an And, Or, Not, Claim or Term. A tree of them is never changed.
type Node interface{ node() }

// An And wants all of its parts. There are two at least, and none of them is an And.
type And []Node

// An Or wants any of its parts. There are two at least, and none of them is an Or.
type Or []Node

// A Not wants what Of does not want. Of is no Not.
type Not struct{ Of Node }

// A Claim wants one claim of which all of Of is true. Its terms are BySpeaker, BySays, ByStatus, BySource, and ByWords
// for what a Term asks with ByClaim. There is no Claim in it, and it is no single word where such a Term does as well.
type Claim struct{ Of Node }

// A Term asks a key for any of its values, of which there is one at least. Words have exactly one.
type Term struct {
	Key    Key
	Values []Value
	Op     Op // how what a record has is compared with Values
}

// An Op compares what a record has with a value. All but Is compare numbers, else dates, and are true of nothing else.
type Op string

// The operators. Only date and keys of the writer's own have others than Is; since and until are AtLeast and AtMost of
// a date.
const (
	Is      Op = ""
	AtLeast Op = ">="
	More    Op = ">"
	AtMost  Op = "<="
	Less    Op = "<"
)

// A Value is what a term asks for.
type Value struct {
	Text     string          // as written, without quotes
	Phrase   bool            // of words and claims, whether they are to be whole and in a row
	Period   calendar.Period // the time that a date key or a comparison asks for; zero for other keys
	Relative bool            // whether Period counts from today, and is Never until Query.On says which day that is
}

func (And) node()   {}
func (Or) node()    {}
func (Not) node()   {}
func (Claim) node() {}
func (Term) node()  {}

// EachTerm calls do with every term below n, from left to right. Wanted is false for a term below an odd number of
// Nots. N may be nil, which has no terms. What a Claim asks of one claim it leaves out.
func EachTerm(n Node, do func(t Term, wanted bool)) {
	eachLeaf(n, true, func(leaf Node, wanted bool) {
		if t, ok := leaf.(Term); ok {
			do(t, wanted)
		}
	})
}

// EachAsked calls do with every term below n as EachTerm does, and with those that a Claim asks of one claim.
func EachAsked(n Node, do func(t Term, ofClaim bool)) {
	eachLeaf(n, true, func(leaf Node, _ bool) {
		switch leaf := leaf.(type) {
		case Term:
			do(leaf, false)
		case Claim:
			EachTerm(leaf.Of, func(t Term, _ bool) { do(t, true) })
		}
	})
}

// EachClaim calls do with every Claim below n, as EachTerm does with every term.
func EachClaim(n Node, do func(c Claim, wanted bool)) {
	eachLeaf(n, true, func(leaf Node, wanted bool) {
		if c, ok := leaf.(Claim); ok {
			do(c, wanted)
		}
	})
}

func eachLeaf(n Node, wanted bool, do func(leaf Node, wanted bool)) {
	switch n := n.(type) {
	case And:
		for _, part := range n {
			eachLeaf(part, wanted, do)
		}
	case Or:
		for _, part := range n {
			eachLeaf(part, wanted, do)
		}
	case Not:
		eachLeaf(n.Of, !wanted, do)
	case Claim, Term:
		do(n, wanted)
	}
}

// Folded returns what to look for in folded text that has a space before and after every word: the value folded, after
// a space. A phrase has a space at its end too, so that its last word is whole.
func (v Value) Folded() string {
	if v.Phrase {
		return " " + fold.Fold(v.Text) + " "
	}
	return " " + fold.Fold(v.Text)
}

// conjoin returns the node that wants all of parts. It is nil for none.
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

// disjoin returns the node that wants any of alternatives, of which there is one at least.
func disjoin(alternatives []Node) Node {
	var all Or
	for _, part := range alternatives {
		if more, ok := part.(Or); ok {
			all = append(all, more...)
		} else {
			all = append(all, part)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return all
}

// negate returns the node that wants what n does not.
func negate(n Node) Node {
	if n, ok := n.(Not); ok {
		return n.Of
	}
	return Not{n}
}
