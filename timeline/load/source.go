package load

import (
	"cmp"

	"gopkg.in/yaml.v3"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
)

// citations reads the sources of an event: a list, one record, or one text of several.
func (d *decoder) citations(n *yaml.Node, e *eventInHand) {
	n = d.cell(n)
	if e.Sources == nil {
		e.Sources = make([]timeline.Citation, 0, count(n))
	}
	if n.Kind == yaml.MappingNode && areTitles(n) {
		for i := 0; i+1 < len(n.Content); i += 2 {
			key, address := n.Content[i], nodevalue.Deref(n.Content[i+1])
			s := timeline.Source{Title: d.name(key), URL: d.line(address), Pos: d.Pos(key)}
			e.Sources = append(e.Sources, d.batch.CiteSource(&timeline.SourceDraft{Source: s, At: d.At(key)}))
		}
		return
	}
	d.eachApart(n, &sourceFields.parting, func(item *yaml.Node) {
		if item.Kind != yaml.ScalarNode {
			if c := d.citation(item); c != timeline.NoCitation {
				e.Sources = append(e.Sources, c)
			}
			return
		}
		several := guess.Several(item.Value)
		if several == nil || n.Kind == yaml.SequenceNode { // an item of a list is one
			several = []string{d.line(item)}
		} else {
			d.sayList(item, several)
		}
		for _, text := range several {
			if c := d.citeText(item, text); c != timeline.NoCitation {
				e.Sources = append(e.Sources, c)
			}
		}
	})
}

// areTitles reports whether a map is from the titles of sources to their addresses.
func areTitles(n *yaml.Node) bool {
	for i := 0; i+1 < len(n.Content); i += 2 {
		value := nodevalue.Deref(n.Content[i+1])
		if sourceFields.has(n.Content[i].Value) || value.Kind != yaml.ScalarNode || !guess.IsAddress(value.Value) {
			return false
		}
	}
	return len(n.Content) > 0
}

// citation reads the id or link of a source, or a source record.
func (d *decoder) citation(n *yaml.Node) timeline.Citation {
	if n.Kind == yaml.MappingNode {
		return d.batch.CiteSource(d.source(n, ""))
	}
	return d.citeText(n, d.line(n))
}

// citationInPlace reads the one source of what is in an event, which is called by its name there. A record that has no
// id and no address is kept with the event too, if it has no title or keys that no source has.
func (d *decoder) citationInPlace(n *yaml.Node) timeline.Citation {
	if n.Kind != yaml.MappingNode {
		return d.citation(n)
	}
	s := d.source(n, "")
	if s.ID == "" && s.URL == "" && (s.Title == "" || len(s.Other) > 0) {
		d.lose(n)
	}
	return d.batch.CiteSource(s)
}

// citeText reads the id or link of a source, or a link of Markdown.
func (d *decoder) citeText(n *yaml.Node, text string) timeline.Citation {
	if text == "" {
		return timeline.NoCitation
	}
	if title, address, ok := guess.Link(text); ok {
		d.lose(n)
		s := timeline.Source{Title: title, URL: address, Pos: d.Pos(n)}
		return d.batch.CiteSource(&timeline.SourceDraft{Source: s, At: d.At(n)})
	}
	if d.quiet { // it is the name of a source, and no id
		return d.batch.Cite(text, diag.Range{})
	}
	return d.batch.Cite(text, d.At(n))
}

// source reads a source record that is a map. It has the given id unless it says another. It is the source in hand, and
// the next one takes its memory.
func (d *decoder) source(n *yaml.Node, id string) *timeline.SourceDraft {
	s := &d.cited
	*s = timeline.SourceDraft{Source: timeline.Source{ID: id, Other: s.Other[:0], Pos: d.Pos(n)}}
	decode(d, n, sourceFields, s, func(f timeline.Field) { s.Other = append(s.Other, f) })
	if s.ID == "" && s.Title == "" && s.URL == "" && s.Publisher == "" && !d.quiet {
		d.Problem(n, rule.EmptySource, "the source says nothing of what it is", "give it an id, a title or a url")
	}
	s.At = cmp.Or(s.At, d.At(n))
	return s
}

// sources reads the sources of a file: a list of records or links, or a map from id to record.
func (d *decoder) sources(n *yaml.Node) {
	d.strays = false
	eachRecord(d, n, sourceFields, func(id string, n *yaml.Node) {
		if id != "" || !d.strayed(n, "sources", sourceFields.hasOwn) {
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
		s.ID, s.Pos = id, d.Pos(n)
		d.batch.AddSource(&timeline.SourceDraft{Source: s, At: d.At(n)})
	default:
		d.Problem(n, rule.WrongShape, "a source is a map or a link, not a list", "write it as {id: …, title: …, url: …}")
		d.lose(n)
	}
}
