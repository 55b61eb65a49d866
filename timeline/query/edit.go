package query

import (
	"slices"

	"dateline/timeline/fold"
)

// Below are the edits of a query that panels, chips and keys make. They act on its terms at top level, key:a,b and
// -key:a,b, and leave all else as it is: brackets, alternatives, other keys. Where all terms of a key go, comparisons
// such as key>=1 go too; others leave them as they are. Values are compared by fold.Value, numbers of a key of the
// writer's own as they are written. A value that key cannot take, such as a date that cannot be read, changes nothing.
// Words have one value each, so Add puts them side by side.

// Without returns q without the i-th of its Parts.
func (q Query) Without(i int) Query {
	return queryOf(slices.Delete(q.Conjuncts(), i, i+1))
}

// And returns the query that wants what both q and r want. It does not repeat parts of r that q has.
func (q Query) And(r Query) Query {
	parts := q.Conjuncts()
	for _, part := range r.Conjuncts() {
		if !slices.ContainsFunc(parts, func(have Node) bool { return format(have) == format(part) }) {
			parts = append(parts, part)
		}
	}
	return queryOf(parts)
}

// Only returns q with value as the only value of key: all other terms of key go, whether they include or exclude.
func (q Query) Only(key Key, value string) Query {
	only, ok := newTerm(key, value)
	if !ok {
		return q
	}
	var parts []Node
	placed := false
	for _, part := range q.Conjuncts() {
		switch {
		case !asks(part, key):
			parts = append(parts, part)
		case !placed:
			parts = append(parts, only)
			placed = true
		}
	}
	if !placed {
		parts = append(parts, only)
	}
	return queryOf(parts)
}

// Add returns q with value among the included values of key: actor:a becomes actor:a,b. What excluded the value goes.
func (q Query) Add(key Key, value string) Query {
	added, ok := newTerm(key, value)
	if !ok {
		return q
	}
	parts := q.remove(key, value, false, true)
	last := -1
	for i, part := range parts {
		if t, excluded, ours := termOf(part, key); ours && !excluded {
			if t.has(value) {
				return queryOf(parts)
			}
			last = i
		}
	}
	if last < 0 || key == ByWords {
		return queryOf(append(parts, added))
	}
	t := parts[last].(Term)
	parts[last] = Term{Key: t.Key, Values: append(slices.Clone(t.Values), added.Values...)}
	return queryOf(parts)
}

// Exclude returns q with -key:value, and without value among the included values.
func (q Query) Exclude(key Key, value string) Query {
	out, ok := newTerm(key, value)
	if !ok {
		return q
	}
	parts := q.remove(key, value, true, false)
	for _, part := range parts {
		if t, excluded, ours := termOf(part, key); ours && excluded && t.has(value) {
			return queryOf(parts)
		}
	}
	return queryOf(append(parts, Not{out}))
}

// Drop returns q without value among the values of key, included or excluded.
func (q Query) Drop(key Key, value string) Query {
	return queryOf(q.remove(key, value, true, true))
}

// DropKey returns q without the terms of key; those of ByClaim include what is asked of one claim in brackets.
func (q Query) DropKey(key Key) Query {
	return queryOf(slices.DeleteFunc(q.Conjuncts(), func(part Node) bool { return asks(part, key) }))
}

// OfKey returns the terms of key alone, all that DropKey drops.
func (q Query) OfKey(key Key) Query {
	return queryOf(slices.DeleteFunc(q.Conjuncts(), func(part Node) bool { return !asks(part, key) }))
}

// Dates returns the parts of q that want a date, without all others.
func (q Query) Dates() Query {
	return queryOf(slices.DeleteFunc(q.Conjuncts(), func(part Node) bool {
		for _, key := range []Key{ByDate, BySince, ByUntil} {
			if _, excluded, ours := anyTermOf(part, key); ours && !excluded {
				return false
			}
		}
		return true
	}))
}

// Called returns q with value instead of every value of key that means the same, so that it is found by that name.
func (q Query) Called(key Key, value string, means func(string) bool) Query {
	called, ok := newTerm(key, value)
	if !ok {
		return q
	}
	parts := slices.Clone(q.Conjuncts())
	for i, part := range parts {
		t, excluded, ours := termOf(part, key)
		if !ours || !slices.ContainsFunc(t.Values, func(v Value) bool { return means(v.Text) }) {
			continue
		}
		one := Term{Key: t.Key}
		for _, v := range t.Values {
			if means(v.Text) {
				v = called.Values[0]
			}
			if !one.has(v.Text) {
				one.Values = append(one.Values, v)
			}
		}
		if parts[i] = one; excluded {
			parts[i] = Not{one}
		}
	}
	return queryOf(parts)
}

// Any returns q with any of the included values of key wanted: actor:a actor:b becomes actor:a,b. Words, which have one
// value each, stay as they are.
func (q Query) Any(key Key) Query {
	if key == ByWords {
		return q
	}
	var parts []Node
	var one Term
	at := -1
	for _, part := range q.Conjuncts() {
		t, excluded, ours := termOf(part, key)
		if !ours || excluded {
			parts = append(parts, part)
			continue
		}
		if at < 0 {
			at, one = len(parts), Term{Key: t.Key}
			parts = append(parts, part)
		}
		for _, v := range t.Values {
			if !one.has(v.Text) {
				one.Values = append(one.Values, v)
			}
		}
		parts[at] = one
	}
	return queryOf(parts)
}

// All returns q with all of the included values of key wanted: actor:a,b becomes actor:a actor:b.
func (q Query) All(key Key) Query {
	var parts []Node
	var seen Term
	for _, part := range q.Conjuncts() {
		t, excluded, ours := termOf(part, key)
		if !ours || excluded {
			parts = append(parts, part)
			continue
		}
		for _, v := range t.Values {
			if !seen.has(v.Text) {
				seen.Values = append(seen.Values, v)
				parts = append(parts, Term{Key: t.Key, Values: []Value{v}})
			}
		}
	}
	return queryOf(parts)
}

// Values returns the values of the terms of key, those that are included and those that are excluded.
func (q Query) Values(key Key) (included, excluded []string) {
	for _, part := range q.Conjuncts() {
		t, out, ours := termOf(part, key)
		if !ours {
			continue
		}
		for _, v := range t.Values {
			if out {
				excluded = append(excluded, v.Text)
			} else {
				included = append(included, v.Text)
			}
		}
	}
	return included, excluded
}

// remove returns the parts of q with value taken out of the terms of key that include it, that exclude it, or both.
func (q Query) remove(key Key, value string, included, excluded bool) []Node {
	var parts []Node
	for _, part := range q.Conjuncts() {
		t, out, ours := termOf(part, key)
		if !ours || out && !excluded || !out && !included || !t.has(value) {
			parts = append(parts, part)
			continue
		}
		left := Term{Key: t.Key}
		for _, v := range t.Values {
			if !same(key, v.Text, value) {
				left.Values = append(left.Values, v)
			}
		}
		switch {
		case left.Values == nil:
		case out:
			parts = append(parts, Not{left})
		default:
			parts = append(parts, left)
		}
	}
	return parts
}

// termOf returns the term of key that a part of a query is or excludes; ours is false where it does neither, and for a
// comparison, whose values are no choice.
func termOf(part Node, key Key) (t Term, excluded, ours bool) {
	t, excluded, ours = anyTermOf(part, key)
	return t, excluded, ours && t.Op == Is
}

// anyTermOf is termOf for comparisons too.
func anyTermOf(part Node, key Key) (t Term, excluded, ours bool) {
	if n, ok := part.(Not); ok {
		part, excluded = n.Of, true
	}
	t, ok := part.(Term)
	return t, excluded, ok && t.Key.is(key)
}

// asks reports whether a part of a query is or excludes a term of key, or for ByClaim what is asked of one claim.
func asks(part Node, key Key) bool {
	if _, _, ours := anyTermOf(part, key); ours {
		return true
	}
	if n, ok := part.(Not); ok {
		part = n.Of
	}
	_, claim := part.(Claim)
	return claim && key == ByClaim
}

// has reports whether value is among the values of the term.
func (t Term) has(value string) bool {
	return slices.ContainsFunc(t.Values, func(v Value) bool { return same(t.Key, v.Text, value) })
}

// newTerm returns the term that asks key for text; ok is false where key cannot be asked for it.
func newTerm(key Key, text string) (t Term, ok bool) {
	if key != ByWords {
		v, err := ValueOf(key, Is, text)
		return Term{Key: key, Values: []Value{v}}, err == nil
	}
	parsed, _ := parseQuery(text)
	if t, ok := parsed.(Term); ok && t.Key == ByWords && t.Values[0] == (Value{Text: text}) {
		return t, true
	}
	return Term{Key: ByWords, Values: []Value{{Text: legible(text, true), Phrase: true}}}, fold.Fold(text) != ""
}
