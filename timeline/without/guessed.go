package without

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/guess"
)

// A file in other words has its values twice: as what they mean, and under its own keys, since a guess keeps the value
// there too. What is left out by the one is left out by the other: unsaid goes from the key of the format to the
// writer's own, and unread the way back.

// roles are those of which an event says something that can be left out, and the title.
var roles = []guess.Role{
	guess.Title, guess.Summary, guess.Type, guess.Status, guess.Location, guess.Actors, guess.Tags, guess.Sources,
}

// items returns what an event says in a role: one text, or several.
func items(t *timeline.Timeline, e *timeline.Event, role guess.Role) (all []string) {
	switch role {
	case guess.Title:
		all = []string{e.Title}
	case guess.Summary:
		all = []string{e.Summary}
	case guess.Type:
		all = []string{e.Type}
	case guess.Status:
		all = []string{e.Status}
	case guess.Location:
		all = strings.Split(e.Location, ", ") // which a place, its city and its country are joined by
	case guess.Actors:
		for _, p := range e.Actors {
			all = append(all, p.Name)
		}
	case guess.Tags:
		return e.Tags
	case guess.Sources:
		for _, ref := range e.Sources {
			all = append(all, t.SourceKey(ref))
		}
	}
	if len(all) == 1 && all[0] == "" {
		return nil
	}
	return all
}

// A saying is what an event says for a key that is left out.
type saying struct {
	role  guess.Role
	texts []string // folded
}

// unsaid returns keys of the writer's own without those that say what is left out: those that surely mean it in any
// file, and those whose value says just the same.
func (l *leaving) unsaid(e *timeline.Event, fields []timeline.Field) []timeline.Field {
	if len(fields) == 0 {
		return fields
	}
	left := l.sayings(e)
	return slices.DeleteFunc(fields, func(one timeline.Field) bool {
		if isAddress(one) && l.cuts("actors", true) {
			return true
		}
		meant := guess.Meant(one.Key)
		value := fold.Fold(one.Value)
		return slices.ContainsFunc(left, func(s saying) bool {
			at := slices.IndexFunc(meant, func(m guess.Meaning) bool { return m.Role == s.role })
			return (at >= 0 && meant[at].Strong || s.isIn(value, at >= 0)) && l.cuts(s.role.String(), true)
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
func (l *leaving) sayings(e *timeline.Event) (all []saying) {
	for _, role := range roles {
		if role == guess.Title || !l.has(role.String()) {
			continue
		}
		texts := items(l.of, e, role)
		if role == guess.Location {
			texts = []string{e.Location}
		}
		s := saying{role: role}
		for _, text := range texts {
			if folded := fold.Fold(text); folded != "" {
				s.texts = append(s.texts, folded)
			}
		}
		all = append(all, s)
	}
	return all
}
