package spellings

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/names"
)

// This file knows how parts of bodies are named: by the body and what they are of it. A part is no spelling of the
// body.

// A division is a name that says of which body it is a part.
type division struct {
	actor, body int32
	rest        string // the form of the words that say which part
}

// byPart finds the parts of bodies: DOJ Antitrust Division, Civil Rights Division of the Department of Justice,
// Antitrust Division (DOJ). Those that say the same of one body are one.
func (f *finder) byPart() {
	bodies := make(map[int32]bool)
	for i := range f.names {
		if n := &f.names[i]; n.aside == "" && isBody(n.words) {
			bodies[f.find(n.actor)] = true
		}
	}
	var found []division
	for i := range f.names {
		if d, ok := f.divisionOf(&f.names[i], bodies); ok {
			found = append(found, d)
		}
	}
	f.whole = make(map[int32]int32)
	type key struct {
		body int32
		rest string
	}
	first := make(map[key]int32)
	for _, d := range found {
		k := key{f.find(d.body), d.rest}
		if a, known := first[k]; known {
			f.join(a, d.actor)
		} else {
			first[k] = d.actor
		}
		f.whole[d.actor] = d.body
	}
}

// divisionOf returns what a name says of a part of a body. The longest name of a body counts.
func (f *finder) divisionOf(n *name, bodies map[int32]bool) (division, bool) {
	own := f.find(n.actor)
	body := func(words []string) (int32, bool) {
		if len(words) == 0 {
			return 0, false
		}
		_, form := f.formOf(words)
		a, known := f.forms[form]
		a = f.find(a)
		return a, known && a != own && bodies[a]
	}
	if n.aside != "" {
		if a, ok := body(strings.Fields(n.aside)); ok && isPart(n.words) {
			return division{n.actor, a, form(n.words)}, true
		}
		return division{}, false
	}
	for size := len(n.words) - 1; size > 0; size-- {
		if a, ok := body(n.words[:size]); ok && isPart(n.words[size:]) {
			return division{n.actor, a, form(n.words[size:])}, true
		}
	}
	for at := 1; at < len(n.words); at++ {
		before, after := n.words[:at], n.words[at:]
		for len(after) > 0 && names.SmallWord(after[0]) {
			after = after[1:]
		}
		if a, ok := body(after); ok && isPart(before) {
			return division{n.actor, a, form(before)}, true
		}
	}
	return division{}, false
}

// isPart reports whether words name a part of a body: an office of something, or what ends in division and the like.
// One word alone is as likely to be a body of its own.
func isPart(words []string) bool {
	for len(words) > 0 && names.SmallWord(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return len(words) > 1 && (partWords[words[len(words)-1]] || words[0] == "office" && names.SmallWord(words[1]))
}

// partWords are the words at the end of the names of parts.
var partWords = set("division section branch unit directorate bureau office subcommittee")

// addWholes enters in actors of which bodies they are parts. Of two that would be parts of each other, neither is.
func (f *finder) addWholes(actors map[int32]*Actor) {
	up := make(map[int32]int32, len(f.whole))
	for part, body := range f.whole {
		part, body = f.find(part), f.find(body)
		if other, known := up[part]; known && other != body {
			body = min(other, body) // in whatever order they come
		}
		up[part] = body
	}
	for part, body := range up {
		seen := []int32{part}
		for at, more := body, true; more && !slices.Contains(seen, at); at, more = up[at] {
			seen = append(seen, at)
		}
		if _, more := up[seen[len(seen)-1]]; !more && actors[part] != nil && actors[body] != nil {
			actors[part].Of = timeline.ActorRef(body)
		}
	}
}
