package guess

import (
	"slices"
	"strconv"
	"strings"

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

// List returns the names in one text: its parts between semicolons and ends of lines always, its parts between commas
// only where each stands alone elsewhere, and the two beside the last and, & or slash of those likewise. Where the text
// is one name it is returned alone. May reports whether the text would be split if other names stood alone.
func List(text string, alone Alone) (list []string, may bool) {
	if !strings.ContainsAny(text, ";\n,&/") && !hasAnd(text) {
		return []string{text}, false
	}
	isBetween := func(r rune) bool { return r == ';' || r == '\n' }
	for part := range strings.FieldsFuncSeq(text, isBetween) {
		part = strings.TrimSpace(strings.TrimLeft(part, " \t-*•"))
		if part == "" {
			continue
		}
		found, split := joined(part)
		if split {
			for _, name := range found {
				split = split && alone.Has(name)
			}
			may = may || !split
		}
		if split {
			list = append(list, found...)
		} else {
			list = append(list, part)
		}
	}
	return list, may
}

// hasAnd reports whether a text has the word and in it.
func hasAnd(text string) bool { return strings.Contains(text, " and ") }

// joined returns the names of a text that may be a list with commas or a last joint, and reports whether it may.
func joined(text string) (found []string, may bool) {
	found = make([]string, 0, strings.Count(text, ",")+2) // one more than the parts, for a last joint
	for part := range strings.SplitSeq(text, ",") {
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
		if ok && after != "" && !strings.Contains(after, joint) {
			if before != "" {
				return append(found[:last], before, after), true
			}
			return append(found[:last], after), true
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
