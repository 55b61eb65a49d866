package outline

import (
	"fmt"
	"strings"

	"dateline/timeline"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
)

// officeFrom is the least width that offices beside the names are wrapped to.
const officeFrom = 24

// Who writes the actors with the office held on the day, numbered for one-key filtering.
func (o *Outline) Who() {
	if o.Flows && len(o.Event.Actors) <= atFirst {
		o.flow()
		return
	}
	th, p := o.Theme, o.Page
	names, offices := 0, 0
	actors := o.Event.Actors[:min(o.most, len(o.Event.Actors))]
	for _, part := range actors {
		names = max(names, draw.Cells(sanitize.Line(o.Record.Actor(part.Actor).Name)))
		offices = max(offices, draw.Cells(sanitize.Line(draw.Enough(o.Office(part), p.Width))))
	}
	columns := names+offices+4 <= p.Width
	if !columns {
		names = min(names, max(12, p.Width/2))
	}
	below := !columns && p.Width-names-4 < officeFrom // the office is under the name
	if below {
		names = p.Width - 2
	}
	for n, part := range actors {
		a := o.Record.Actor(part.Actor)
		number := "  "
		if n < 9 {
			number = fmt.Sprintf("%d ", n+1)
		}
		office := o.Office(part)
		st := th.Actor
		if o.Session.Wants(part.Actor) {
			st += th.Strong
		}
		name := th.Fit(a.Name, names)
		link := p.Link(name, st, ToActor, a.ID)
		p.Links[link.Link].Index = n + 1
		row := append([]draw.Piece{draw.Text(number, th.Faint)}, draw.Isolated(link)...)
		short := "  " + sanitize.Line(draw.Enough(office, p.Width))
		switch {
		case below && draw.Cells(number+name+short) <= p.Width:
			p.Add(append(row, draw.Text(short, th.Faint))...)
			continue
		case below:
			p.Add(row...)
			p.Prose(office, 2, nil, th.Faint, "")
			continue
		}
		lines := draw.Wrap(sanitize.Line(office), max(1, p.Width-names-4))
		p.Add(append(row, draw.Text(draw.Spaces(names-draw.Cells(name)+2), th.Faint), draw.Text(lines[0], th.Faint))...)
		for _, more := range lines[1:] {
			p.Add(draw.Text(draw.Spaces(names+4)+more, th.Faint))
		}
	}
	o.leftOut(len(actors))
}

// leftOut says how many actors are left out after the first n.
func (o *Outline) leftOut(n int) {
	p := o.Page
	if left := len(o.Event.Actors) - n; left > 0 {
		o.short = shortened{line: len(p.Lines), link: len(p.Links)}
		p.Add(draw.Text(o.Theme.Fit("  "+draw.Number(left)+" more", p.Width), o.Theme.Faint))
		p.Unwritten = left - 1
	}
}

// flow writes the actors one after the other, each kept together where a line has room for it.
func (o *Outline) flow() {
	const between = 3
	th, p := o.Theme, o.Page
	var line []draw.Piece
	used := 0
	for n, part := range o.Event.Actors {
		a, office := o.Record.Actor(part.Actor), o.Office(part)
		st := th.Actor
		if o.Session.Wants(part.Actor) {
			st += th.Strong
		}
		number := ""
		if n < 9 {
			number = fmt.Sprintf("%d ", n+1)
		}
		name := th.Fit(a.Name, p.Width-draw.Cells(number))
		link := p.Link(name, st, ToActor, a.ID)
		p.Links[link.Link].Index = n + 1
		one := append([]draw.Piece{draw.Text(number, th.Faint)}, draw.Isolated(link)...)
		size := draw.Cells(number) + draw.Cells(name)
		if office != "" {
			office = "  " + sanitize.Line(draw.Enough(office, p.Width))
		}
		whole := size + draw.Cells(office)
		if used > 0 && used+between+min(whole, p.Width) > p.Width {
			p.Add(line...)
			line, used = nil, 0
		}
		if used > 0 {
			line = append(line, draw.Text(draw.Spaces(between), ""))
			used += between
		}
		if whole > p.Width { // the office is below the name
			p.Add(one...)
			p.Prose(strings.TrimSpace(office), draw.Cells(number), nil, th.Faint, "")
			continue
		}
		line, used = append(append(line, one...), draw.Text(office, th.Faint)), used+whole
	}
	if len(line) > 0 {
		p.Add(line...)
	}
}

// Office returns the office that an actor held on the day, and its part in the event.
func (o *Outline) Office(part timeline.Part) string {
	office := o.Record.Office(part.Actor, o.Event.Date)
	if part.Role == "" {
		return office
	}
	return strings.TrimLeft(office+" ("+part.Role+")", " ")
}
