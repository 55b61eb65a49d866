package pane

import (
	"image"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/ui/draw"
	"dateline/ui/list"
	"dateline/ui/outline"
	"dateline/ui/ownkeys"
	"dateline/ui/prose"
	"dateline/ui/session"
)

// An About is the overlay that shows what a record says of itself, and how much it holds.
type About struct {
	sheet draw.Sheet
	of    *timeline.Timeline // what the page was laid out for, …
	th    *draw.Theme        // … in these looks
}

// Begin turns to the beginning of the page.
func (p *About) Begin() { p.sheet.Top, p.sheet.At = 0, draw.NoLink }

// Forget lets go the record that the page was laid out for. Another has come in its place.
func (p *About) Forget() { p.of = nil }

// Arrange lays the page out for its size, unless it is there already. name stands for the title of a record without
// one.
func (p *About) Arrange(s *session.Session, th *draw.Theme, name string, size image.Point) {
	t := s.Index().Timeline()
	if p.of != t || p.th != th || p.sheet.Width != size.X {
		p.of, p.th, p.sheet.Page = t, th, draw.Page{Width: size.X}
		aboutOutline{outline.Outline{Session: s, Theme: th, Record: t, Page: &p.sheet.Page}}.write(name)
		if p.sheet.At >= len(p.sheet.Links) {
			p.sheet.At = draw.NoLink
		}
	}
	p.sheet.Scroll(0, size.Y)
}

// Scroll moves the page by n lines within h rows.
func (p *About) Scroll(n, h int) { p.sheet.Scroll(n, h) }

// Next moves to the next link of the page of which h rows are seen, or by −1 to the one before; after the last to none.
func (p *About) Next(n, h int) {
	if !p.sheet.Step(n, h) {
		p.sheet.At = draw.NoLink
	}
}

// Click puts the focus on the link at a place of the page, of which h rows are seen, and reports whether there is one.
// On the row that says how much is below, it turns the page.
func (p *About) Click(at image.Point, h int) bool { return p.sheet.Click(at, h) }

// HasLinks reports whether there is a link on the page.
func (p *About) HasLinks() bool { return len(p.sheet.Links) > 0 }

// Address returns the web address that the link in focus leads to.
func (p *About) Address() (web string, ok bool) {
	return p.linked(outline.ToAddress)
}

// Key returns the query for the key of the writer's own that is in focus, of whose values one is to be chosen.
func (p *About) Key() (begun string, ok bool) { return p.linked(outline.ToOwnKey) }

// linked returns what the link in focus leads to, if it is of a kind.
func (p *About) linked(kind draw.LinkKind) (value string, ok bool) {
	if p.sheet.At == draw.NoLink || p.sheet.Links[p.sheet.At].Kind != kind {
		return "", false
	}
	return p.sheet.Links[p.sheet.At].Value, true
}

// Draw returns the rows of the page.
func (p *About) Draw(th *draw.Theme, size image.Point) []string {
	return p.sheet.Draw(th, size.X, size.Y, true)
}

// An aboutOutline writes the parts of the page about a record.
type aboutOutline struct{ outline.Outline }

// write writes the page.
func (o aboutOutline) write(name string) {
	th, p := o.Theme, o.Page
	if o.Record.Title() != "" {
		name = o.Record.Title()
	}
	for _, line := range draw.Paragraphs(name, p.Width) {
		p.Add(draw.Text(line, th.Strong))
	}
	if o.Record.Description() != "" {
		p.Blank()
		p.Prose(o.Record.Description(), 0, nil, "", "")
	}
	texts := []prose.Text{prose.Read(o.Record.WrittenDescription())}
	for _, f := range list.OwnFields(o.Record) {
		p.Heading(f.Key, th.Faint)
		p.Verbatim(f.Value)
		texts = append(texts, prose.Read(f.Value, false))
	}
	p.Heading("In this record", th.Faint)
	for _, line := range o.atHand() {
		p.Prose(line, 0, nil, "", "")
	}
	ownkeys.List(p, th, o.Session.Index(), outline.ToOwnKey)
	if links := o.links(texts); len(links) > 0 {
		heading := "Links"
		if len(links) == maxLinks {
			heading = "The first " + draw.Number(maxLinks) + " links"
		}
		p.Heading(heading, th.Faint)
		for _, web := range links {
			o.Address(web, 0, outline.ToAddress)
		}
	}
}

// atHand returns in words what the record holds: events, from when to when, actors, sources and files.
func (o aboutOutline) atHand() []string {
	counted := func(n int, what string) string {
		switch n {
		case 0:
			return "no " + what + "s"
		case 1:
			return "1 " + what
		}
		return draw.Number(n) + " " + what + "s"
	}
	lines := []string{draw.Events(o.Record.Len())}
	if first, last, ok := edtf.Extent(o.Record.Len(), o.Record.Date); ok {
		from, to := o.edges(first, last)
		if from == to {
			lines[0] += ", " + from
		} else {
			lines[0] += ", from " + from + " to " + to
			if !calendar.Beyond(first) && !calendar.Beyond(last) {
				lines[0] += ": " + draw.Elapsed(int(last)-int(first))
			}
		}
	}
	all, listed := o.Session.Index().Cast()
	actors := counted(all, "actor")
	if listed < all {
		actors += ": " + draw.Number(listed) + " that events list, and " + draw.Number(all-listed) + " that those belong to"
	}
	lines = append(lines, actors, counted(o.Record.Sources(), "source"))
	switch files := o.files(); len(files) {
	case 0:
	case 1:
		lines = append(lines, "1 file: "+files[0])
	default:
		lines = append(lines, counted(len(files), "file")+": "+strings.Join(files[:min(len(files), 10)], ", "))
		if more := len(files) - 10; more > 0 {
			lines[len(lines)-1] += " and " + draw.Number(more) + " more"
		}
	}
	return lines
}

// edges returns the first and the last day of the record in words, each as exact as the dates that reach it are.
func (o aboutOutline) edges(first, last calendar.Day) (from, to string) {
	exact := func(day calendar.Day) string {
		finest := edtf.ToYear
		for i := range o.Record.Len() {
			if d := o.Record.Date(i); d.Earliest() == day || d.Latest() == day {
				finest = max(finest, d.Precision())
			}
		}
		unit := calendar.Years
		switch {
		case calendar.Beyond(day):
			year, _, _ := day.Civil()
			return calendar.YearName(year)
		case finest >= edtf.ToDay:
			unit = calendar.Days
		case finest >= edtf.ToMonth:
			unit = calendar.Months
		}
		return edtf.Of(unit, day).String()
	}
	return exact(first), exact(last)
}

// files returns the names of the files that hold events, in order; none for a long record, of which each event would
// have to be looked at.
func (o aboutOutline) files() []string {
	const most = 50_000 // events, which takes as many microseconds
	if o.Record.Len() > most {
		return nil
	}
	var e timeline.Event
	var names []string
	seen := make(map[string]bool)
	for i := range o.Record.Len() {
		if o.Record.Read(i, &e); e.Pos.File != "" && !seen[e.Pos.File] {
			seen[e.Pos.File] = true
			names = append(names, e.Pos.File)
		}
	}
	slices.Sort(names)
	return names
}

// maxLinks is how many of the web addresses that a record says of itself the page about it has as links.
const maxLinks = 100

// links returns the first web addresses in texts, each once, maxLinks at most.
func (o aboutOutline) links(texts []prose.Text) []string {
	var found []string
	for _, text := range texts {
		for _, web := range text.Addresses() {
			if len(found) < maxLinks && !slices.Contains(found, web) {
				found = append(found, web)
			}
		}
	}
	return found
}
