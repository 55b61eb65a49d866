package guess

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/internal/parted"
	"dateline/timeline/names"
)

// Alone holds the names that stand alone somewhere in the files, each as names.Key has it.
type Alone map[string]bool

// Has reports whether a name stands alone somewhere.
func (a Alone) Has(name string) bool { return len(a) > 0 && names.In(a, name) }

// NewAlone returns what stands alone in a list of texts.
func NewAlone(texts []string) Alone {
	a := make(Alone, len(texts))
	for _, text := range texts {
		a[names.Key(text)] = true
	}
	return a
}

// PartsAny reports whether one of some texts is a list of what stands alone.
func (a Alone) PartsAny(texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool {
		list, _ := List(text, a)
		return len(list) > 1
	})
}

// AddJoined adds the names that the texts join by and alone, as in "Ann and Bob": where at least three texts do so of
// which each name also stands alone, or is joined to another. A name of a state is joined to nothing else.
func (a Alone) AddJoined(texts []string) {
	const enough = 3
	var pairs [][]string
	in := make(map[string]int) // the number of pairs that have a name
	for _, text := range texts {
		if !strings.Contains(text, " and ") || strings.ContainsAny(text, ";\n,&/()") {
			continue
		}
		if pair, _ := joined(text); len(pair) == 2 {
			pairs = append(pairs, pair)
			in[names.Key(pair[0])]++
			in[names.Key(pair[1])]++
		}
	}
	pairs = slices.DeleteFunc(pairs, func(pair []string) bool {
		return slices.ContainsFunc(pair, func(name string) bool { return !a.Has(name) && in[names.Key(name)] < 2 })
	})
	if len(pairs) < enough {
		return
	}
	for _, pair := range pairs {
		a[names.Key(pair[0])], a[names.Key(pair[1])] = true, true
	}
}

// List returns the names in one text: its parts between semicolons and ends of lines always, its parts between commas
// only where each stands alone elsewhere, and the two beside the last and, & or slash of those likewise. Nothing is
// parted within brackets. Links and mentions stand alone, and are parted at blanks too where there is nothing else.
// Where the text is one name it is returned alone. May reports whether the text would be split if other names stood
// alone.
func List(text string, alone Alone) (list []string, may bool) {
	if !strings.ContainsAny(text, ";\n,&/@[#") && !strings.Contains(text, " and ") {
		return []string{text}, false
	}
	if list = parted.Marks(text); len(list) > 0 {
		return list, false
	}
	parts := parted.At(text, ";\n")
	for _, part := range parts {
		if part = unbulleted(part, len(parts) == 1); part == "" {
			continue
		}
		found, split := joined(part)
		if split {
			for _, name := range found {
				split = split && (alone.Has(name) || len(parted.Marks(name)) == 1)
			}
			may = may || !split
		}
		if split {
			list = append(list, found...)
		} else {
			list = append(list, part)
		}
	}
	if rest := strings.TrimSpace(text); len(list) == 0 && rest != "" { // signs alone
		return []string{rest}, false
	}
	return list, may
}

// unbulleted returns a part of a list without blanks and bullets around it. The sign before a part that is alone is a
// bullet only where a blank follows.
func unbulleted(part string, alone bool) string {
	text := strings.TrimSpace(part)
	rest := strings.TrimLeft(text, "-*•")
	if alone && rest != "" && strings.TrimLeft(rest, " \t") == rest {
		return text
	}
	return strings.TrimSpace(strings.TrimLeft(rest, " \t-*•"))
}

// joined returns the names of a text that may be a list with commas or a last joint, and reports whether it may.
func joined(text string) (found []string, may bool) {
	parts := parted.At(text, ",")
	found = make([]string, 0, len(parts)+1) // one more than the parts, for a last joint
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			found = append(found, part)
		}
	}
	if len(found) == 0 {
		return nil, false
	}
	last := len(found) - 1
	for _, joint := range []string{" and ", " & ", "/", "&"} {
		before, after, ok := strings.Cut(found[last], joint)
		before, after = strings.TrimSpace(before), strings.TrimSpace(after)
		if ok && after != "" && !strings.Contains(after, joint) && strings.Count(before, "(") == strings.Count(before, ")") {
			if before != "" {
				return append(found[:last], before, after), true
			}
			return append(found[:last], after), last > 0
		}
	}
	if after, ok := strings.CutPrefix(found[last], "and "); ok && last > 0 {
		found[last] = after
	}
	return found, len(found) > 1
}

// Together returns the parts between commas that several of some texts have. Where they stand alone nowhere they prove
// nothing, and yet the texts are probably lists.
func Together(texts []string) Alone {
	in := make(map[string]string) // each part, and the text that it was first seen in
	together := Alone{}
	for _, text := range texts {
		parts, _ := joined(text)
		if len(parts) < 2 {
			continue
		}
		for _, part := range parts {
			key := names.Key(part)
			if before, seen := in[key]; !seen {
				in[key] = text
			} else if before != text {
				together[key] = true
			}
		}
	}
	return together
}

// Written returns the first items of a list as a record has a list.
func Written(list []string) string {
	const shown = 4
	var items []string
	for _, item := range list[:min(len(list), shown)] {
		items = append(items, strconv.Quote(item))
	}
	if len(list) > shown {
		items = append(items, "…")
	}
	return "[" + strings.Join(items, ", ") + "]"
}
