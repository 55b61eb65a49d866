package export

import (
	"bufio"
	"bytes"
	"strings"

	"dateline/timeline"
	"dateline/timeline/export/cell"
	"dateline/timeline/export/jsonevent"
	"dateline/timeline/export/record"
)

// A headJSON is the shape of the head in JSON. The events follow as the last key.
type headJSON struct {
	Title       string              `json:"title"`
	Description string              `json:"description"`
	Other       map[string]string   `json:"other"`
	Types       map[string]typeJSON `json:"types"` // as a record has them
	Views       []viewJSON          `json:"views,omitempty"`
}

type viewJSON struct {
	Name  string `json:"name"`
	Query string `json:"query"`
}

type typeJSON struct {
	Family string `json:"family,omitempty"`
	Glyph  string `json:"glyph,omitempty"`
}

// jsonEvents writes an array, or an object that ends with it.
func jsonEvents(w *bufio.Writer, e Emphasis) eventWriter {
	out := jsonLinesEvents(w, e)
	out.frame = frame{"[\n", ",", "]\n", "[]\n"}
	out.head, out.headed = jsonHead, frame{"[\n", ",", "]}\n", "[]}\n"}
	return out
}

// jsonLinesEvents writes an object a line.
func jsonLinesEvents(w *bufio.Writer, _ Emphasis) eventWriter {
	encode := cell.JSON(w)
	return eventWriter{write: func(t *timeline.Timeline, i int, note string) error {
		return encode(jsonevent.Of(t, record.WithNote(t.Written(i), note)))
	}}
}

// jsonHead returns an object up to the value of its last key, which is events.
func jsonHead(t *timeline.Timeline) string {
	written, _ := t.WrittenDescription()
	head := headJSON{
		Title: t.Title(), Description: written, Other: map[string]string{}, Types: map[string]typeJSON{},
	}
	if own := ownKeys(t); len(own) > 0 {
		head.Other = jsonevent.Fields(own)
	}
	for _, one := range t.Types() {
		head.Types[one.Type] = typeJSON{one.Family, one.Glyph}
	}
	for _, one := range t.Views() {
		head.Views = append(head.Views, viewJSON(one))
	}
	var text bytes.Buffer
	out := bufio.NewWriter(&text)
	_ = cell.JSON(out)(head) // strings can always be encoded, and writing to a buffer never fails
	out.Flush()
	return strings.TrimSuffix(text.String(), "}\n") + `,"events":`
}

// jsonActors writes an array.
func jsonActors(w *bufio.Writer, _ Emphasis, r roster) error { return cell.JSON(w)(r.rows()) }

// jsonLinesActors writes an object a line.
func jsonLinesActors(w *bufio.Writer, _ Emphasis, r roster) error {
	encode := cell.JSON(w)
	for _, a := range r.rows() {
		if err := encode(a); err != nil {
			return err
		}
	}
	return nil
}
