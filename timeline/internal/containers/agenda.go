package containers

import (
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/guess"
	"dateline/timeline/lazyregexp"
)

// This file knows the parts of one event, such as the agenda of a meeting, which have times of day and no dates.

// parts are keys of a map with a date whose lists are what that one event is made of, unless their items have dates.
var parts = map[string]bool{
	"agenda": true, "schedule": true, "program": true, "programme": true, "programm": true, "sessions": true,
	"talks": true, "speakers": true, "presentations": true, "lectures": true, "slots": true, "timetable": true,
	"lineup": true, "setlist": true, "songs": true, "workshops": true, "agendaitems": true, "tagesordnung": true,
	"people": true, "participants": true, "attendees": true, "organizers": true, "sponsors": true, "performers": true,
}

// hours matches a time of day, or from when to when.
var hours = lazyregexp.New(`(?i)^(?:from |at |um |ab |à |de )?` + hour +
	`(?:\s*(?:-|–|—|to|until|till|bis|à|a)\s*` + hour + `)?\s*(?:uhr|hrs?|[A-Z]{2,4}T|UTC|GMT)?\.?$`)

// hour matches a time of day with a sign that it is one.
const hour = `\d{1,2}(?:[:h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\s*(?:[ap]\.?m\.?|uhr|h)|\.\d{2}\s*(?:[ap]\.?m\.?|uhr))`

// isHours reports whether a text is a time of day, which is no date.
func isHours(text string) bool {
	if text = strings.TrimSpace(text); strings.Trim(text, "0123456789-/") == "" { // as most numbers and dates are
		return false
	}
	return len(text) < len("from 10:15:00 a.m. until 11:15:00 a.m. Uhr") && hours().MatchString(text)
}

// areParts reports whether a list in a dated map is what that one event is made of: its key says so, or its items have
// times of day and the key says nothing of events.
func areParts(key string, list *yaml.Node) bool {
	switch key = guess.Fold(key); key {
	case "events", "entries", "milestones", "happenings", "news", "highlights", "achievements":
		return false
	}
	return parts[key] || hasHours(list)
}

// hasHours reports whether most items of a list have a time of day.
func hasHours(list *yaml.Node) bool {
	timed := 0
	for _, item := range list.Content {
		for i := 1; i < len(item.Content) && item.Kind == yaml.MappingNode; i += 2 {
			if value := item.Content[i]; value.Kind == yaml.ScalarNode && isHours(value.Value) {
				timed++
				break
			}
		}
	}
	return 2*timed > len(list.Content)
}
