package index

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/names"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
)

// Explain says in plain words why q selects nothing, on one or more lines that are safe to show: which of its values the
// record does not know, or which part of it emptied the result.
func (x *Index) Explain(q query.Query) string {
	lines := []string{"no event matches " + sanitize.Line(q.String())}
	for _, u := range x.Unknown(q) {
		lines = append(lines, u.String())
	}
	if b, ok := x.Blame(q); ok && len(lines) == 1 {
		lines = append(lines, fmt.Sprintf("without %s there would be %s", sanitize.Line(q.Parts()[b.Part]), countOf(b.Hidden)))
	}
	return strings.Join(lines, "\n")
}

// String says what is not known and which names are near: `no actor is called "Yermk"; did you mean Yermak?`.
func (u Unknown) String() string {
	return sanitize.Line(fmt.Sprintf("no %s is called %q", u.Key, u.Value)) + names.DidYouMean(u.Nearest)
}

// countOf is "1 event", "2 events".
func countOf(events int) string {
	if events == 1 {
		return "1 event"
	}
	return strconv.Itoa(events) + " events"
}
