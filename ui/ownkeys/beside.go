package ownkeys

import (
	"strings"
	"unicode/utf8"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// maxBeside is how many characters a value has at most that is said in the line of the others.
const maxBeside = 240

// Beside writes the keys of the writer's own of a source or an actor in faint lines of their own, indented:
//
//	tier A · read by Mira Sol · example.org/a
//
// What is found by the filter is lit, and addresses are links. It returns the fields that are too long for that.
func Beside(p Page, indent int, fields []timeline.Field) (long []timeline.Field) {
	th := p.Look.Theme
	var text strings.Builder
	var anchors []draw.Anchor
	for _, f := range fields {
		if utf8.RuneCountInString(f.Value) > maxBeside {
			long = append(long, f)
			continue
		}
		if text.Len() > 0 {
			text.WriteString(" " + th.Glyphs.Dot + " ")
		}
		text.WriteString(sanitize.Line(f.Key))
		values, ok := index.OwnValues(strings.TrimSpace(f.Value))
		if !ok {
			values = []string{f.Value}
		}
		for n, v := range values {
			text.WriteString([]string{", ", " "}[max(0, 1-n)])
			a := draw.Anchor{From: text.Len(), Kind: p.Look.Kind, Told: true}
			web, isLink := sanitize.WebAddress(v)
			if isLink {
				v = draw.CutAddress(draw.ShortAddress(web), max(1, p.Width-indent), th.Glyphs.More)
				a.Value, a.Style = web, th.Hyperlink(web)
			}
			if text.WriteString(sanitize.Line(v)); isLink {
				a.To = text.Len()
				anchors = append(anchors, a)
			}
		}
	}
	if text.Len() > 0 {
		look := draw.ProseLook{Words: p.Look.Words, Base: th.Faint, Match: p.Look.Lit}
		p.Linked(draw.Span{Text: draw.Spaces(indent)}, text.String(), look, anchors)
	}
	return long
}

// Below writes keys of the writer's own with long values, each below its key.
func Below(p Page, fields []timeline.Field) {
	for _, f := range fields {
		p.Heading(f.Key, p.Look.Theme.Faint)
		if isData(f.Value) {
			p.Verbatim(f.Value)
		} else {
			p.Prose(f.Value, 0, p.Look.Words, p.Look.Base, p.Look.Lit)
		}
	}
}
