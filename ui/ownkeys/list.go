package ownkeys

import (
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// maxListed is how many keys of the writer's own the page about a record lists.
const maxListed = 40

// List writes the keys of the writer's own that the events of a record have, those of most events first, with how many
// events have them and how many values they have. Each is a link of a kind, with the query that is to be completed.
func List(p *draw.Page, th *draw.Theme, x *index.Index, kind draw.LinkKind) {
	all := x.OwnKeys()
	if len(all) == 0 {
		return
	}
	p.Heading("Keys of events beside the format", th.Faint)
	keys, most := 0, max(p.Width/3, 8)
	for _, k := range all[:min(len(all), maxListed)] {
		keys = max(keys, min(draw.Cells(sanitize.Line(k.Key)), most))
	}
	for _, k := range all[:min(len(all), maxListed)] {
		key := th.Fit(k.Key, keys)
		words := draw.Events(k.Events)
		switch {
		case k.Link:
			words += ", addresses"
		case k.Numeric:
			words += ", numbers"
		case k.Values == 1:
			words += ", 1 value"
		case k.Values > 1:
			words += ", " + draw.Number(k.Values) + " values"
		}
		begun := query.Spell(query.OwnKey(k.Key), query.Is)
		if k.Values == 0 {
			begun = query.Spell(query.ByHas, query.Is) + query.Quote(query.ByHas, string(query.OwnKey(k.Key)))
		}
		p.Add(p.Link(key, "", kind, begun), draw.Text(draw.Spaces(keys-draw.Cells(key)+2), ""),
			draw.Text(th.Fit(words, p.Width-keys-2), th.Faint))
	}
	if left := len(all) - maxListed; left > 0 {
		p.Add(draw.Text(th.Fit("and "+draw.Number(left)+" more", p.Width), th.Faint))
	}
}
