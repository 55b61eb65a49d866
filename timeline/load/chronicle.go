package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/chronicle"
	"dateline/timeline/internal/containers"
	"dateline/timeline/internal/properties"
	"dateline/timeline/internal/yamldoc"
)

// chronicle reads a page of Markdown that is a list of events itself: headings, items and rows with dates. The text has
// so many lines above it, and the front matter, if there is one, has no date. It reports whether the page is one.
// In a folder a page is a note, and only a day at its top makes it an event.
func (r *fileReader) chronicle(text string, above int, front *yaml.Node) bool {
	if front != nil && (r.inFolder || front.Kind != yaml.MappingNode || r.meanings().IsDated(front) ||
		containers.Has(front, "events")) {
		return false
	}
	if r.inFolder && !strings.HasPrefix(strings.TrimLeft(text, "\ufeff \t\r\n"), "# ") {
		return false
	}
	page := chronicle.Read(text, above, isWhen, r.IsDateKey)
	r.page = yamldoc.Page{Body: page.Rest, At: diag.Range{File: r.In, Line: above + 1}}
	few := r.inFolder || len(page.Events) < 3
	switch {
	case few && page.Day != nil && front == nil:
		r.Silent, r.Seen.Foreign, r.page.Body = true, true, ""
		r.note(page.Day)
		return true
	case r.inFolder || len(page.Events) < 2:
		r.page = yamldoc.Page{}
		if n := len(page.Yearless); n > 1 && !r.inFolder {
			r.Undated = fmt.Sprintf("%s of the page look dated, such as “%s”, and have no year: write it in each, or in a "+
				"heading over them", diag.Plural(n, "line"), page.Yearless[0])
		}
		return false
	}
	r.Silent, r.Seen.Foreign = true, true
	at := page.Events[0]
	record := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: 1, Column: 1}
	if front != nil {
		record.Content = append(record.Content, front.Content...)
	} else if title := strings.TrimSpace(page.Title); title != "" {
		record.Content = append(record.Content, containers.Word("title", record), containers.Word(title, record))
	}
	message, cure := diag.Plural(len(page.Events), "event")+" taken from the headings, lists and tables of the page", ""
	if n := len(page.Other); n > 0 {
		message += fmt.Sprintf("; %s of these lists not taken, the first in line %d", diag.Plural(n, "item"), page.Other[0])
		cure = "begin each with its date and a colon, as in 1066: …; they are in the description of the record"
	}
	r.Report(diag.Range{File: r.In, Line: at.Line}, rule.ContainerGuessed, message, cure)
	record.Content = append(record.Content, containers.Word("events", at),
		&yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq", Line: at.Line, Column: 1, Content: page.Events})
	r.document(record)
	return true
}

// properties reads a page that is one event, with lines of keys and values below its heading. It reports whether the
// page is one. A table beside its folder has the event already.
func (r *fileReader) properties(text string) bool {
	page, ok := properties.Read(text, func(key, value string) bool { return r.IsDateKey(key) && isWhen(value) })
	if !ok || r.inFolder && r.inTable() {
		return false
	}
	r.Silent, r.Seen.Foreign = true, true
	r.page = yamldoc.Page{Body: page.Body, At: diag.Range{File: r.In, Line: page.Line}}
	r.note(page.Event)
	return true
}
