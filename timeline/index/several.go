package index

import (
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/ownvalue"
)

// further returns what an event has for a role beside the first: a record that lists several types under the key of
// that keeps the list, of which the event has the first. A list that begins otherwise says something else.
func further(e *timeline.Event, role guess.Role, first string) (all []string) {
	if first == "" {
		return nil
	}
	for i := range e.Other {
		f := &e.Other[i]
		isList := strings.HasPrefix(f.Value, "[") || strings.HasPrefix(f.Value, "- ") || strings.HasPrefix(f.Value, "{")
		if !isList || !slices.ContainsFunc(guess.Meant(f.Key), func(m guess.Meaning) bool { return m.Role == role }) {
			continue
		}
		items, ok := ownvalue.Append(nil, f.Value)
		if !ok {
			items, ok = guess.Cell(f.Value) // as a program wrote it
		}
		if ok && len(items) > 1 && items[0] == strings.TrimPrefix(first, "#") {
			all = append(all, items[1:]...)
		}
	}
	return all
}

// furtherTypes returns the types of an event beside the first.
func furtherTypes(e *timeline.Event) []string { return further(e, guess.Type, e.Type) }

// furtherStatuses returns the statuses of an event beside the first.
func furtherStatuses(e *timeline.Event) []string { return further(e, guess.Status, e.Status) }
