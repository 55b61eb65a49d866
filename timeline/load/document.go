package load

import (
	"cmp"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/yamldoc"
)

// file reads the text of a file: all its documents, or what can be read of them.
func (d *decoder) file(text string, fit int) {
	text, ok := d.reader.Clean(text, fit)
	if !ok {
		return
	}
	if yamldoc.IsMarkdown(d.in.Name) {
		if text, d.body, ok = d.reader.FrontMatter(text); !ok {
			return
		}
	} else if d.inPieces(text) {
		return
	}
	docs, whole := d.reader.Documents(text)
	empty := whole
	for _, n := range docs {
		if !yamldoc.IsNull(n) {
			empty = false
			d.document(n)
		}
	}
	if empty {
		d.report(diag.Range{In: d.in}, diag.Error, "the file is empty", example)
	}
}

// example tells a writer how a record begins.
const example = "a record begins with events:, then on lines of their own - date: 2025-09-08 and, indented as far as date, title: …"

// document reads a document: a full record, a list of events, or one event. The text of a Markdown page is the summary of
// its one event, or else the description of its record.
func (d *decoder) document(n *yaml.Node) {
	var h timeline.Header
	d.heading = &h
	n = d.follow(n)
	switch event := n.Kind == yaml.MappingNode && d.isEvent(n); {
	case event:
		d.event(n)
	case n.Kind == yaml.SequenceNode:
		h.Description = d.takeBody()
		d.key = "events"
		d.events(n)
	case n.Kind == yaml.MappingNode:
		body := d.takeBody()
		decode(d, n, headFields, &h, func(f timeline.Field) { h.Other = append(h.Other, f) })
		h.Description = cmp.Or(h.Description, body)
	default:
		d.error(n, "this is plain text, not a record of events", example)
	}
	d.batch.AddHeader(&h)
}

// takeBody gives the text of a Markdown page once.
func (d *decoder) takeBody() string {
	body := d.body
	d.body = ""
	return body
}

// isEvent says whether a map is one event and not a record: it has keys that only events have.
func (d *decoder) isEvent(n *yaml.Node) bool {
	event := false
	for i, pairs := 0, d.pairs(n); i+1 < len(pairs); i += 2 {
		name := d.name(pairs[i])
		if name == "events" {
			return false
		}
		event = event || eventFields.has(name) && !headFields.has(name)
	}
	return event
}
