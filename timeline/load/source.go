package load

import (
	"cmp"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag/rule"
)

// citations reads the sources of an event.
func (d *decoder) citations(n *yaml.Node, e *eventInHand) {
	if e.Sources == nil {
		e.Sources = make([]timeline.Citation, 0, count(n))
	}
	d.eachApart(n, &sourceFields.parting, func(item *yaml.Node) {
		if c := d.citation(item); c != timeline.NoCitation {
			e.Sources = append(e.Sources, c)
		}
	})
}

// citation reads the id or link of a source, or a source record in place.
func (d *decoder) citation(n *yaml.Node) timeline.Citation {
	if n.Kind == yaml.MappingNode {
		return d.batch.CiteSource(d.source(n, ""))
	}
	text := d.line(n)
	if text == "" {
		return timeline.NoCitation
	}
	return d.batch.Cite(text, d.at(n))
}

// source reads a source record that is a map. It has the given id unless it says another.
func (d *decoder) source(n *yaml.Node, id string) timeline.SourceDraft {
	s := timeline.SourceDraft{Source: timeline.Source{ID: id, Pos: d.pos(n)}}
	decode(d, n, sourceFields, &s, func(f timeline.Field) { s.Other = append(s.Other, f) })
	if s.ID == "" && s.Title == "" && s.URL == "" && s.Publisher == "" {
		d.problem(n, rule.EmptySource, "the source says nothing of what it is", "give it an id, a title or a url")
	}
	s.At = cmp.Or(s.At, d.at(n))
	return s
}

// sources reads the sources of a file: a list of records or links, or a map from id to record.
func (d *decoder) sources(n *yaml.Node) {
	d.strays = false
	eachRecord(d, n, sourceFields, func(id string, n *yaml.Node) {
		if id != "" || !d.strayed(n, "sources", sourceFields.has) {
			d.sourceRecord(id, n)
		}
	})
}

// sourceRecord reads a source record or a link. It has the given id unless it says another.
func (d *decoder) sourceRecord(id string, n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode:
		d.batch.AddSource(d.source(n, id))
	case yaml.ScalarNode:
		s := timeline.SourceOf(d.line(n))
		s.ID, s.Pos = id, d.pos(n)
		d.batch.AddSource(timeline.SourceDraft{Source: s, At: d.at(n)})
	default:
		d.problem(n, rule.WrongShape, "a source is a map or a link, not a list", "write it as {id: …, title: …, url: …}")
	}
}
