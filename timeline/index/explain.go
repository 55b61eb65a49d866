package index

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// Explain returns in words why q selects nothing: which of its values the record does not know, or which part of it
// emptied the result. The text has one line or more, and is safe to show (see package sanitize).
func (x *Index) Explain(q query.Query) string {
	lines := []string{"no event matches " + sanitize.Line(q.String())}
	for _, u := range x.Unknown(q) {
		lines = append(lines, u.String())
	}
	if b, ok := x.Blame(q); ok && len(lines) == 1 {
		part := sanitize.Line(q.Parts()[b.Part])
		lines = append(lines, fmt.Sprintf("without %s there would be %s", part, countOf(b.Hidden)))
		if a, ok := x.AloneInClaim(q, b.Part); ok {
			lines = append(lines, a.String())
		}
	}
	if a, ok := x.Alone(q); ok && len(lines) == 1 {
		lines = append(lines, a.String())
	}
	return strings.Join(lines, "\n")
}

// countOf returns "1 event" or "2 events".
func countOf(events int) string {
	if events == 1 {
		return "1 event"
	}
	return strconv.Itoa(events) + " events"
}
