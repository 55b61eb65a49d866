// Package ownkeys writes the keys of an event on its page that are the writer's own, since the format does not know
// them.
//
//	company        Amaranth
//	impact areas   law · trade
//	importance        8 (c chart)
//	link           example.org/a
//
//	name: the title · year: the date
//
// Short values are in a table of keys: an item of a list is something to be filtered by, as a tag is; numbers are under
// each other, and lead to their drawing over time; dates are in words; addresses are links; maps are lines. Prose is
// below under its key. What the page says already, such as the `name` that gave the event its title, is not said
// again: a faint line at the end says what it is.
//
// Values are told apart as in package index, so that a link leads to the events with its value. It imports timeline,
// calendar, edtf, index, query, sanitize, draw and prose.
package ownkeys

import (
	"strings"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/index"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/prose"
)

// A Page is where keys are written, and what its links lead to.
type Page struct {
	*draw.Page
	Look   prose.Look // of prose; its links are addresses
	Value  draw.LinkKind
	Figure draw.LinkKind
	Chart  string // what is said after the first number that can be drawn over time
}

// A field is a key with its value.
type field struct {
	timeline.Field
	written string   // the value as the file has it
	n       int      // its place in Event.Other
	values  []string // that a filter can ask for; nil where there are none
	said    string   // where the page says the same
	charted bool
	sign    string // what is said after the value
}

// Write writes the keys of event i of the writer's own. Written is e as the file has it.
func Write(p Page, x *index.Index, i int, e, written *timeline.Event) {
	var rows, prosaic, again []field
	said := newSaid(x.Timeline(), e, written)
	for n, f := range e.Other {
		one := field{Field: f, written: written.Other[n].Value, n: n}
		values, ok := index.OwnValues(strings.TrimSpace(f.Value))
		if ok {
			one.values = values
		}
		switch one.said = said.where(one.written, one.values); {
		case one.said != "":
			again = append(again, one)
		case ok && p.fits(one) || f.Value == "" || pairs(one.written) != nil:
			one.charted = x.HasOwnSeries(i, &f)
			rows = append(rows, one)
		default:
			prosaic = append(prosaic, one)
		}
	}
	if len(rows) > 0 {
		p.Heading("More", p.Look.Theme.Faint)
		p.table(rows, e.Markup)
	}
	for _, f := range prosaic {
		p.Heading(f.Key, p.Look.Theme.Faint)
		if isData(f.Value) {
			p.Verbatim(f.Value)
			continue
		}
		prose.Read(f.written, e.Markup).Add(p.Page, p.Look)
	}
	p.again(again)
}

// again names the keys whose values the page has already, but for those whose names say it.
func (p Page) again(fields []field) {
	var words []draw.Piece
	for _, f := range fields {
		role := f.said[strings.LastIndex(f.said, " ")+1:]
		if key := sanitize.Line(f.Key); !strings.EqualFold(key, role) {
			words = append(words, draw.Text(p.Look.Theme.Fit(key+": "+f.said, p.Width), p.Look.Theme.Faint))
		}
	}
	if len(words) > 0 {
		p.Blank()
		p.Flow(" "+p.Look.Theme.Glyphs.Dot+" ", p.Look.Theme.Faint, words...)
	}
}

// fits reports whether the values of a field are short enough for the table.
func (p Page) fits(f field) bool {
	const most = 240 // characters of a list in the table
	return len(f.values) > 1 || len(f.Value) <= most
}

// table writes a row for each field, with the values under each other.
func (p Page) table(rows []field, markup bool) {
	keys, numbers, told := 0, 0, false
	for _, f := range rows {
		keys = max(keys, draw.Cells(sanitize.Line(f.Key)))
		if index.IsNumber(f.Value) {
			numbers = max(numbers, draw.Cells(sanitize.Line(f.Value)))
		}
	}
	const gap, longest = 2, 24
	keys = min(keys, longest, max(p.Width/3, 8))
	numbers = min(numbers, 12)
	th := p.Look.Theme
	for _, f := range rows {
		if f.charted && !told {
			f.sign, told = p.Chart, true
		}
		key := th.Fit(f.Key, keys)
		lead := th.Faint.Span(key + draw.Spaces(keys-draw.Cells(key)+gap))
		switch {
		case index.IsNumber(f.Value):
			p.number(lead, f, numbers)
		case f.values != nil:
			p.values(lead, f)
		case f.Value == "":
			p.Linked(lead, th.Glyphs.Dash, draw.ProseLook{Base: th.Faint}, nil)
		default:
			p.pairs(lead, pairs(f.written), markup)
		}
	}
}

// number writes a number at the right of its column.
func (p Page) number(lead draw.Span, f field, w int) {
	value := sanitize.Line(f.Value)
	before := []draw.Piece{{Span: lead, Link: draw.NoLink}, draw.Text(draw.Spaces(w-draw.Cells(value)), "")}
	kind := p.Value
	if f.charted {
		kind = p.Figure
	}
	link := p.Link(value, p.lit(value), kind, strings.TrimSpace(f.Value))
	p.Links[link.Link].Index = f.n
	p.Add(append(before, link, draw.Text(f.sign, p.Look.Theme.Faint))...)
}

// lit returns the style of a value: lit where the filter has found it.
func (p Page) lit(value string) draw.Style {
	for _, span := range draw.Lit(value, p.Look.Words, p.Look.Base, p.Look.Lit) {
		if span.Style != p.Look.Base {
			return p.Look.Lit
		}
	}
	return p.Look.Base
}

// values writes the values of a list, or the one there is, each a link.
func (p Page) values(lead draw.Span, f field) {
	between := " " + p.Look.Theme.Glyphs.Dot + " "
	var text strings.Builder
	var anchors []draw.Anchor
	for n, v := range f.values {
		if n > 0 {
			text.WriteString(between)
		}
		a := draw.Anchor{From: text.Len(), Kind: p.Value, Value: v, Index: f.n, Style: p.Look.Base}
		if web, ok := sanitize.WebAddress(v); ok {
			v = draw.ShortAddress(web)
			a.Kind, a.Value, a.Style, a.Told = p.Look.Kind, web, p.Look.Theme.Hyperlink(web), true
			v = draw.CutAddress(v, max(1, p.Width-draw.Cells(lead.Text)), p.Look.Theme.Glyphs.More)
		} else if d, err := edtf.Parse(v); err == nil && len(v) >= len("2025-09") && strings.Contains(v, "-") {
			v = d.String()
		}
		text.WriteString(v)
		a.To = text.Len()
		anchors = append(anchors, a)
	}
	p.Linked(lead, text.String(), p.proseLook(), anchors)
}

// proseLook returns the look of what is no link.
func (p Page) proseLook() draw.ProseLook {
	return draw.ProseLook{Words: p.Look.Words, Base: p.Look.Base, Match: p.Look.Lit}
}

// pairs writes a map, a line for each of its keys.
func (p Page) pairs(lead draw.Span, all [][2]string, markup bool) {
	th := p.Look.Theme
	names := 0
	for _, one := range all {
		names = max(names, draw.Cells(sanitize.Line(one[0])))
	}
	names = min(names, 16)
	for n, one := range all {
		if n > 0 {
			lead.Text = draw.Spaces(draw.Cells(lead.Text))
		}
		name := th.Fit(one[0], names)
		row := lead
		row.Text += name + draw.Spaces(names-draw.Cells(name)+2)
		prose.Read(one[1], markup).Add(p.Page, prose.Look{
			Theme: th, Words: p.Look.Words, Base: p.Look.Base, Lit: p.Look.Lit, Lead: row, Kind: p.Look.Kind,
		})
	}
}
