package record

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/internal/dates"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/inhand"
	"dateline/timeline/internal/nodevalue"
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
	text := f.Value
	if n := structureOf(f); n != nil {
		set, ok := nodevalue.DateText(n)
		if text = set; !ok { // which may hold events
			return false
		}
	} else if isNumber(text) { // of which the others of its column decide
		return false
	}
	reader := dates.Reader{File: &inhand.File{}}
	r := reader.Text(f.Key, text)
	return r.IsZero() && !r.Offered && !r.Hangs || f.Key == "end" && !guess.IsOpen(f.Value)
}

// isNumber reports whether a text is digits, with a sign and a point at most.
func isNumber(text string) bool {
	whole, part, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return strings.Trim(whole+part, "0123456789") == ""
}
