package record

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inhand"
)

// This file writes what is known of the date of an event that has none.

// unread writes the date of an event that could not be read, and the end of its span, under their own keys, where they
// are surely not read there either. It returns the other fields.
func (b *block) unread(fields []timeline.Field) []timeline.Field {
	at := map[string]int{}
	for i, f := range fields {
		if f.Key != "date" && f.Key != "start" && f.Key != "end" {
			continue
		}
		_, twice := at[f.Key]
		if twice || f.Value == "" || !staysUnread(f) {
			return fields
		}
		at[f.Key] = i
	}
	for _, key := range []string{"date", "start", "end"} {
		if i, ok := at[key]; ok {
			b.field(fields[i])
		}
	}
	return fieldsLeft(fields, func(i int) bool { n, ok := at[fields[i].Key]; return ok && n == i })
}

// staysUnread reports whether a value under a key of the date is surely not read as one, whatever other dates there
// are. An end alone is no date.
func staysUnread(f timeline.Field) bool {
	if shapeOf(f.Value) != textShape || strings.Trim(f.Value, "-.0123456789") == "" {
		return false
	}
	reader := dates.Reader{File: &inhand.File{}}
	r := reader.Text(f.Key, f.Value)
	return f.Key == "end" && !guess.IsOpen(f.Value) || r.IsZero() && !r.Offered
}
