package timeline

import "strings"

// Rewrite sets every text of e that may have markup to what to returns for it. Names, roles, types, ids and the words
// for a status are none. Lists are changed in place.
func (e *Event) Rewrite(to func(text string) string) {
	rewrite(to, &e.Title, &e.Summary, &e.Location)
	for i := range e.Tags {
		rewrite(to, &e.Tags[i])
	}
	for i := range e.Quotes {
		rewrite(to, &e.Quotes[i].Text)
	}
	for i := range e.Figures {
		rewrite(to, &e.Figures[i].Label)
	}
	for i := range e.Claims {
		rewrite(to, &e.Claims[i].Text)
	}
	for i := range e.Notes {
		rewrite(to, &e.Notes[i])
	}
	for i := range e.Other {
		rewrite(to, &e.Other[i].Value)
	}
}

// rewrite sets each text to what to returns for it.
func rewrite(to func(string) string, texts ...*string) {
	for _, text := range texts {
		*text = to(*text)
	}
}

// inLine returns a title on one line, of which markup may have made several.
func inLine(title string) string {
	if strings.IndexByte(title, '\n') < 0 {
		return title
	}
	return strings.Join(strings.Fields(title), " ")
}
