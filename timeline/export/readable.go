package export

import (
	"dateline/timeline"
	"dateline/timeline/markup"
)

// readable returns event i as it is read. Where its texts have markup, the address of a link follows in brackets, since
// nobody can follow the words.
func readable(t *timeline.Timeline, i int) *timeline.Event {
	e := t.Written(i)
	if e.Markup {
		e.Rewrite(markup.WithAddresses)
	}
	return e
}

// description returns the description of a record as readable returns texts.
func description(t *timeline.Timeline) string {
	text, may := t.WrittenDescription()
	if may {
		return markup.WithAddresses(text)
	}
	return text
}
