package ownkeys

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
)

// maxPairs is how many lines the map has at most that is written as pairs.
const maxPairs = 12

// pairs returns the keys and values of a short map of texts as YAML has it, nil for any other value.
func pairs(text string) [][2]string {
	lines := strings.Split(text, "\n")
	if inner, ok := strings.CutPrefix(text, "{"); ok && strings.HasSuffix(inner, "}") {
		lines = strings.Split(strings.TrimSuffix(inner, "}"), ", ")
	} else if len(lines) == 1 && strings.HasPrefix(text, "http") {
		return nil
	}
	if len(lines) > maxPairs {
		return nil
	}
	var all [][2]string
	for _, line := range lines {
		key, value, ok := strings.Cut(line, ": ")
		plain := ok && key != "" && !strings.ContainsAny(key, " \t{[\"'#-") && value != "" &&
			!strings.ContainsAny(value[:1], "{[|>&*!")
		if !plain {
			return nil
		}
		if quote := value[:1]; len(value) > 1 && (quote == `"` || quote == "'") && strings.HasSuffix(value, quote) {
			value = value[1 : len(value)-1]
		}
		all = append(all, [2]string{key, value})
	}
	if len(all) < 2 && !strings.HasPrefix(text, "{") { // "Note: a text" is a text
		return nil
	}
	return all
}

// isData reports whether a value is a list or a map as YAML has it, whose lines are to stay.
func isData(text string) bool {
	first, _, several := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(text, "- "), strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return true
	}
	key, _, ok := strings.Cut(first, ":")
	return several && ok && !strings.ContainsAny(key, " \t")
}

// saidBefore returns where the page says already what a value says, "" where it does not. A key that fills a role of
// the event stays under its own name too.
func saidBefore(t *timeline.Timeline, e *timeline.Event, value string) string {
	value = strings.TrimSpace(value)
	for _, one := range [...]struct{ text, is string }{
		{e.Title, "the title"},
		{e.Summary, "the summary"},
		{e.Location, "the place"},
		{e.Type, "the type"},
		{e.Status, "the status"},
		{e.Date.String(), "the date"},
		{e.Date.EDTF(), "the date"},
	} {
		if value != "" && value == strings.TrimSpace(one.text) {
			return one.is
		}
	}
	values, ok := index.OwnValues(value)
	if !ok || len(values) == 0 {
		return ""
	}
	all := func(has func(string) bool) bool {
		return !slices.ContainsFunc(values, func(v string) bool { return !has(v) })
	}
	switch {
	case all(func(v string) bool { return slices.Contains(e.Tags, v) }):
		return "in the tags"
	case all(func(v string) bool {
		return slices.ContainsFunc(e.Actors, func(p timeline.Part) bool { return p.Name == v || t.Actor(p.Actor).Name == v })
	}):
		return "in the names"
	case all(func(v string) bool {
		return slices.ContainsFunc(e.Cited(), func(s timeline.SourceRef) bool { return t.Source(s).URL == v })
	}):
		return "in the sources"
	}
	return ""
}
