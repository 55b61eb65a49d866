package outline

import (
	"cmp"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// Claimant returns in w cells who says what is claimed: an actor, by the short name where there is no room for the
// whole, or else who published the source.
func (o *Outline) Claimant(c timeline.Claim, w int) string {
	number := o.Cites(c.Source)
	if number != "" {
		number = " " + number
	}
	name := "nobody is named"
	switch {
	case c.By != timeline.NoActor:
		a := o.Record.Actor(c.By)
		if name = a.Name; draw.Cells(o.Theme.Fit(name, w+1))+draw.Cells(number) > w {
			name = o.Record.ShortName(c.By)
		}
	case c.Source != timeline.NoSource:
		s := o.Record.Source(c.Source)
		name = cmp.Or(s.Publisher, s.Author, s.Title, draw.ShortAddress(s.URL), s.ID, name)
		if draw.Cells(o.Theme.Fit(name, w+1))+draw.Cells(number) > w {
			name = strings.TrimPrefix(name, "The ")
		}
	}
	return o.Theme.Fit(name, w-draw.Cells(number)) + number
}
