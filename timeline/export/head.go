package export

import (
	"bufio"
	"bytes"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
)

// The head is what a record says of itself: its description and the keys that the format does not know. Only JSON has the
// title too. A page that Markdown is put into has one already, and in text a line that is not indented is an event.

// textHead returns the head as lines that are indented like those of an event.
func textHead(t *timeline.Timeline) string {
	p := paragraph{phrases: phrases{text: sanitize.Line}}
	p.prose(t.Description())
	p.other(ownKeys(t))
	return string(p.lines)
}

// markdownHead returns the head as paragraphs.
func markdownHead(t *timeline.Timeline) string {
	m := section{phrases: phrases{text: markdownText}}
	m.prose(t.Description())
	m.other(ownKeys(t))
	return string(m.blocks)
}

// The shape of the head in JSON. The events follow as the last key.
type headJSON struct {
	Title       string            `json:"title"`
	Description string            `json:"description"`
	Other       map[string]string `json:"other"`
}

// jsonHead returns an object up to the value of its last key, which is events.
func jsonHead(t *timeline.Timeline) string {
	head := headJSON{Title: t.Title(), Description: t.Description(), Other: map[string]string{}}
	values := map[string][]string{}
	for _, f := range ownKeys(t) {
		values[f.Key] = append(values[f.Key], f.Value)
	}
	for key, several := range values {
		head.Other[key] = strings.Join(several, "\n")
	}
	var text bytes.Buffer
	out := bufio.NewWriter(&text)
	_ = jsonEncoder(out)(head) // strings can be encoded, and a buffer takes all
	out.Flush()
	return strings.TrimSuffix(text.String(), "}\n") + `,"events":`
}

// ownKeys returns the keys of the head that the format does not know. What several files say alike is there once.
func ownKeys(t *timeline.Timeline) []timeline.Field {
	var fields []timeline.Field
	seen := map[timeline.Field]bool{}
	for _, f := range t.Other() {
		if !seen[f] {
			seen[f] = true
			fields = append(fields, f)
		}
	}
	return fields
}
