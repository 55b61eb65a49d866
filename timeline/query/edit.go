package query

import (
	"slices"

	"dateline/timeline/fold"
)

// The edits below are what panels, chips and keys do to a query. They act on its top-level terms, key:a,b and -key:a,b,
// and leave all else as it is: brackets, alternatives, other keys. Values are compared folded. A value that key cannot
// take, such as a date that is none, changes nothing. Words have one value each, so Add puts them side by side.

// Without drops the i-th of Parts.
func (q Query) Without(i int) Query {
	return queryOf(slices.Delete(q.Conjuncts(), i, i+1))
}

// And narrows q by r. Parts of r that q has already are not repeated.
func (q Query) And(r Query) Query {
	parts := q.Conjuncts()
	for _, part := range r.Conjuncts() {
		if !slices.ContainsFunc(parts, func(have Node) bool { return format(have) == format(part) }) {
			parts = append(parts, part)
		}
	}
	return queryOf(parts)
}

// Only makes value the one thing asked of key: every other top-level term of key goes, included or excluded.
func (q Query) Only(key Key, value string) Query {
	only, ok := newTerm(key, value)
	if !ok {
		return q
	}
	var parts []Node
	placed := false
	for _, part := range q.Conjuncts() {
		switch _, _, ours := termOf(part, key); {
		case !ours:
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

// Add widens key's included values by value: actor:a becomes actor:a,b. What excluded the value goes.
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
	parts[last] = Term{key, append(slices.Clone(t.Values), added.Values...)}
	return queryOf(parts)
}

// Exclude adds -key:value, and takes value out of what is included.
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

// Drop takes value out of key's top-level terms, included or excluded.
func (q Query) Drop(key Key, value string) Query {
	return queryOf(q.remove(key, value, true, true))
}

// DropKey takes every top-level term of key out.
func (q Query) DropKey(key Key) Query {
	return queryOf(slices.DeleteFunc(q.Conjuncts(), func(part Node) bool {
		_, _, ours := termOf(part, key)
		return ours
	}))
}

// Any asks for at least one of the values that key includes: actor:a actor:b becomes actor:a,b. Words, which have one value
// each, stay side by side.
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
			at, one = len(parts), Term{Key: key}
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

// All asks for every one of the values that key includes: actor:a,b becomes actor:a actor:b.
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
				parts = append(parts, Term{key, []Value{v}})
			}
		}
	}
	return queryOf(parts)
}

// Values are the values of key's top-level terms, those included and those excluded.
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

// remove takes value out of the terms of key that include it, exclude it, or both.
func (q Query) remove(key Key, value string, included, excluded bool) []Node {
	var parts []Node
	for _, part := range q.Conjuncts() {
		t, out, ours := termOf(part, key)
		if !ours || out && !excluded || !out && !included || !t.has(value) {
			parts = append(parts, part)
			continue
		}
		left := Term{Key: key}
		for _, v := range t.Values {
			if fold.Value(v.Text) != fold.Value(value) {
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

// termOf says whether a part of a query is a term of key or excludes one.
func termOf(part Node, key Key) (t Term, excluded, ours bool) {
	if n, ok := part.(Not); ok {
		part, excluded = n.Of, true
	}
	t, ok := part.(Term)
	return t, excluded, ok && t.Key == key
}

// has says whether value is among the values of the term.
func (t Term) has(value string) bool {
	return slices.ContainsFunc(t.Values, func(v Value) bool { return fold.Value(v.Text) == fold.Value(value) })
}

// newTerm makes a term that asks key for text; ok is false where key cannot be asked for it.
func newTerm(key Key, text string) (t Term, ok bool) {
	if key != ByWords {
		v, ok := ValueOf(key, text)
		return Term{key, []Value{v}}, ok
	}
	parsed, _ := parseQuery(text)
	if t, ok := parsed.(Term); ok && t.Key == ByWords && t.Values[0] == (Value{Text: text}) {
		return t, true
	}
	return Term{ByWords, []Value{{Text: legible(text, true), Phrase: true}}}, fold.Fold(text) != ""
}
