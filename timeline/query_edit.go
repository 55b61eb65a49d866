package timeline

import (
	"slices"
	"strings"
)

// The edits below are what panels, chips and keys do to a query. They act on its top-level terms, key:a,b and -key:a,b,
// and leave all else as it is: brackets, alternatives, other keys. Values are compared folded. A value that key cannot
// take, such as a date that is none, changes nothing. Words have one value each, so Add puts them side by side.

// Without drops the i-th of Parts.
func (q Query) Without(i int) Query {
	return queryOf(slices.Delete(q.conjuncts(), i, i+1))
}

// And narrows q by r. Parts of r that q has already are not repeated.
func (q Query) And(r Query) Query {
	parts := q.conjuncts()
	for _, part := range r.conjuncts() {
		if !slices.ContainsFunc(parts, func(have node) bool { return format(have) == format(part) }) {
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
	var parts []node
	placed := false
	for _, part := range q.conjuncts() {
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
	t := parts[last].(term)
	parts[last] = term{key, append(slices.Clone(t.values), added.values...)}
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
	return queryOf(append(parts, not{out}))
}

// Drop takes value out of key's top-level terms, included or excluded.
func (q Query) Drop(key Key, value string) Query {
	return queryOf(q.remove(key, value, true, true))
}

// DropKey takes every top-level term of key out.
func (q Query) DropKey(key Key) Query {
	return queryOf(slices.DeleteFunc(q.conjuncts(), func(part node) bool {
		_, _, ours := termOf(part, key)
		return ours
	}))
}

// Toggle drops value where key includes it, and adds it where not, so that the same key pressed again takes it back.
func (q Query) Toggle(key Key, value string) Query {
	included, _ := q.Values(key)
	if slices.ContainsFunc(included, func(v string) bool { return foldValue(v) == foldValue(value) }) {
		return q.Drop(key, value)
	}
	return q.Add(key, value)
}

// Any asks for at least one of the values that key includes: actor:a actor:b becomes actor:a,b. Words, which have one value
// each, stay side by side.
func (q Query) Any(key Key) Query {
	if key == ByWords {
		return q
	}
	var parts []node
	var one term
	at := -1
	for _, part := range q.conjuncts() {
		t, excluded, ours := termOf(part, key)
		if !ours || excluded {
			parts = append(parts, part)
			continue
		}
		if at < 0 {
			at, one = len(parts), term{key: key}
			parts = append(parts, part)
		}
		for _, v := range t.values {
			if !one.has(v.text) {
				one.values = append(one.values, v)
			}
		}
		parts[at] = one
	}
	return queryOf(parts)
}

// All asks for every one of the values that key includes: actor:a,b becomes actor:a actor:b.
func (q Query) All(key Key) Query {
	var parts []node
	var seen term
	for _, part := range q.conjuncts() {
		t, excluded, ours := termOf(part, key)
		if !ours || excluded {
			parts = append(parts, part)
			continue
		}
		for _, v := range t.values {
			if !seen.has(v.text) {
				seen.values = append(seen.values, v)
				parts = append(parts, term{key, []operand{v}})
			}
		}
	}
	return queryOf(parts)
}

// Values are the values of key's top-level terms, those included and those excluded.
func (q Query) Values(key Key) (included, excluded []string) {
	for _, part := range q.conjuncts() {
		t, out, ours := termOf(part, key)
		if !ours {
			continue
		}
		for _, v := range t.values {
			if out {
				excluded = append(excluded, v.text)
			} else {
				included = append(included, v.text)
			}
		}
	}
	return included, excluded
}

// remove takes value out of the terms of key that include it, exclude it, or both.
func (q Query) remove(key Key, value string, included, excluded bool) []node {
	var parts []node
	for _, part := range q.conjuncts() {
		t, out, ours := termOf(part, key)
		if !ours || out && !excluded || !out && !included || !t.has(value) {
			parts = append(parts, part)
			continue
		}
		left := term{key: key}
		for _, v := range t.values {
			if foldValue(v.text) != foldValue(value) {
				left.values = append(left.values, v)
			}
		}
		switch {
		case left.values == nil:
		case out:
			parts = append(parts, not{left})
		default:
			parts = append(parts, left)
		}
	}
	return parts
}

// termOf says whether a part of a query is a term of key or excludes one.
func termOf(part node, key Key) (t term, excluded, ours bool) {
	if n, ok := part.(not); ok {
		part, excluded = n.of, true
	}
	t, ok := part.(term)
	return t, excluded, ok && t.key == key
}

// has says whether value is among the values of the term.
func (t term) has(value string) bool {
	return slices.ContainsFunc(t.values, func(v operand) bool { return foldValue(v.text) == foldValue(value) })
}

// newTerm makes a term that asks key for text; ok is false where key cannot be asked for it.
func newTerm(key Key, text string) (t term, ok bool) {
	if key != ByWords {
		v, err := checkValue(key, text)
		return term{key, []operand{v}}, err == nil && strings.TrimSpace(text) != ""
	}
	parsed, _ := parseQuery(text)
	if t, ok := parsed.(term); ok && t.key == ByWords && t.values[0] == (operand{text: text}) {
		return t, true
	}
	return term{ByWords, []operand{{text, true}}}, Fold(text) != ""
}
