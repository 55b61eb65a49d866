package without

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/guess"
)

// A saying is what an event says for a key that is left out. The same stands under a key of the writer's own where the
// file has it in other words, since a guess keeps the value there too.
type saying struct {
	role  guess.Role
	texts []string // folded
}

// unsaid returns keys of the writer's own without those that say what is left out: those that surely mean it in any
// file, and those whose value says just the same.
func (f Fields) unsaid(t *timeline.Timeline, e *timeline.Event, fields []timeline.Field) []timeline.Field {
	if len(fields) == 0 {
		return fields
	}
	left := f.sayings(t, e)
	return slices.DeleteFunc(fields, func(one timeline.Field) bool {
		meant := guess.Meant(one.Key)
		value := fold.Fold(one.Value)
		return slices.ContainsFunc(left, func(s saying) bool {
			at := slices.IndexFunc(meant, func(m guess.Meaning) bool { return m.Role == s.role })
			return at >= 0 && meant[at].Strong || s.isIn(value, at >= 0)
		})
	})
}

// isIn reports whether a value says the same, where it may do so: all of several texts, or just the one.
func (s saying) isIn(value string, mayMean bool) bool {
	if len(s.texts) == 0 {
		return false
	}
	if len(s.texts) == 1 && !mayMean {
		return value == s.texts[0]
	}
	return !slices.ContainsFunc(s.texts, func(text string) bool { return !strings.Contains(value, text) })
}

// sayings returns what an event says for the keys that are left out.
func (f Fields) sayings(t *timeline.Timeline, e *timeline.Event) (all []saying) {
	add := func(key string, role guess.Role, texts ...string) {
		if !f.has(key) {
			return
		}
		s := saying{role: role}
		for _, text := range texts {
			if folded := fold.Fold(text); folded != "" {
				s.texts = append(s.texts, folded)
			}
		}
		all = append(all, s)
	}
	var actors, sources []string
	for _, p := range e.Actors {
		actors = append(actors, p.Name)
	}
	for _, ref := range e.Sources {
		sources = append(sources, t.SourceKey(ref))
	}
	add("summary", guess.Summary, e.Summary)
	add("type", guess.Type, e.Type)
	add("status", guess.Status, e.Status)
	add("location", guess.Location, e.Location)
	add("actors", guess.Actors, actors...)
	add("tags", guess.Tags, e.Tags...)
	add("sources", guess.Sources, sources...)
	return all
}
