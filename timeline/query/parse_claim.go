package query

import "strings"

// ofOneClaim are the keys that can be asked of one claim, in claim:( … ), beside words.
var ofOneClaim = []Key{BySpeaker, BySays, ByStatus, BySource}

// exampleOfClaim shows how several things are asked of one claim.
const exampleOfClaim = "claim:(by:russia status:denied drones)"

// oneClaim reads the brackets after claim:, which are asked of one claim.
func (p *parser) oneClaim(k spelledKey) (Node, *Error) {
	start := p.pos
	p.claim = true
	of, err := p.bracket()
	p.claim = false
	if err != nil {
		return nil, err
	}
	if p.text[p.pos-1] == ')' && strings.HasPrefix(p.rest(), ",") {
		return nil, p.fail(start, p.pos+1, "a comma comes after brackets", "write claim:(a OR b), or both claims with OR")
	}
	one := claimOf(of)
	if k.operator() == "!=" {
		return Not{one}, nil
	}
	return one, nil
}

// claimOf returns the node that wants a claim of which n is true. A single word is a value of claim:.
func claimOf(n Node) Node {
	if t, ok := n.(Term); ok && t.Key == ByWords {
		if v := t.Values[0]; v.Phrase || isBare(ByClaim, v.Text) {
			return Term{Key: ByClaim, Values: t.Values}
		}
	}
	return Claim{n}
}

// notOfOneClaim returns the error of a key that cannot be asked of one claim.
func (p *parser) notOfOneClaim(k spelledKey) *Error {
	hint := "write it outside the brackets; inside are by:, says:, status:, source: and words"
	switch KeyOf(k.name) {
	case ByClaim:
		hint = "write what is in it side by side, as in " + exampleOfClaim
	case ByActor, ByDirect:
		hint = "write by: for who claims it, or says: for all who speak for a state"
	}
	return p.fail(p.pos, p.pos+k.end, "`"+k.name+"` cannot be asked of one claim", hint)
}

// Query returns what is asked of the one claim as a query.
func (c Claim) Query() Query { return queryOf([]Node{c.Of}) }

// ParseClaim reads what claim:( … ) has in its brackets. The error, if any, is an *Error.
func ParseClaim(text string) (Query, error) {
	p := parser{text: text, claim: true}
	root, err := p.query()
	if err != nil {
		return Query{}, err
	}
	return Query{text: format(root), root: root}, nil
}
