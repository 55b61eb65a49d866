package timeline

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Explain says in plain words why q selects nothing, on one or more lines that are safe to show: which of its values the
// record does not know, or which part of it emptied the result.
func (x *Index) Explain(q Query) string {
	lines := []string{"no event matches " + Visible(q.String())}
	for _, u := range x.Unknown(q) {
		lines = append(lines, u.String())
	}
	if b, ok := x.Blame(q); ok && len(lines) == 1 {
		lines = append(lines, fmt.Sprintf("without %s there would be %s", Visible(q.Parts()[b.Part]), plural(b.Hidden, "event")))
	}
	return strings.Join(lines, "\n")
}

// String says what is not known and which names are near: `no actor is called "Yermk"; did you mean Yermak?`.
func (u Unknown) String() string {
	return Visible(fmt.Sprintf("no %s is called %q", u.Key, u.Value)) + DidYouMean(u.Nearest)
}

// NearestIDs are the event ids that id may have been meant for, best first, at most three.
func (t *Timeline) NearestIDs(id string) []string {
	ids := make([]string, t.Len())
	for i := range ids {
		ids[i] = t.ID(i)
	}
	return Nearest(id, ids, 3)
}

// DidYouMean is the end of a message that offers names, "" where there are none.
func DidYouMean(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; did you mean " + Visible(strings.Join(names, ", ")) + "?"
}

// Problem shows the place in the query's text, as places in a record are shown. Name says where the text comes from.
func (e *QueryError) Problem(name, text string) Problem {
	return misread(name, text, e.Start, e.End, e.Message, e.Hint)
}

// Problem shows the place in the date's text, as places in a record are shown. Name says where the text comes from.
func (e *DateError) Problem(name string) Problem {
	return misread(name, e.Text, e.Start, e.End, e.Message, e.Hint)
}

func misread(name, text string, start, end int, message, hint string) Problem {
	return Problem{
		Severity: Error, Message: message, Hint: hint, Excerpt: text,
		Pos:   Pos{File: name, Line: 1, Column: utf8.RuneCountInString(text[:start]) + 1},
		Width: utf8.RuneCountInString(text[start:end]),
	}
}
