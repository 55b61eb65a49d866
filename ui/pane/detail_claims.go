package pane

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// claims writes rival accounts side by side where the pane is wide enough, else one under the other.
func (o *outline) claims() {
	if len(o.e.Claims) == 0 {
		return
	}
	th, p := o.th, o.p
	p.Heading("Claims", th.Faint)
	const gap, columnFrom = 3, 21
	columns := max(1, min(len(o.e.Claims), (p.Width+gap)/(columnFrom+gap), 3))
	w := (p.Width - gap*(columns-1)) / columns
	for at := 0; at < len(o.e.Claims); at += columns {
		if at > 0 {
			p.Blank()
		}
		beside := o.e.Claims[at:min(at+columns, len(o.e.Claims))]
		blocks := o.claimHeads(beside, w)
		for n, c := range beside {
			for _, l := range draw.Paragraphs(c.Text, w) {
				blocks[n] = append(blocks[n], draw.Lit(l, o.s.Words(), "", th.Match))
			}
		}
		p.Columns(blocks, 0, w, gap)
	}
}

// claimHeads returns above each of the accounts that are beside each other who says so and how sure that is: in one
// line of w cells where all of them fit that, else in two, so that what is said begins in one row.
func (o *outline) claimHeads(beside []timeline.Claim, w int) [][][]draw.Span {
	th := o.th
	between := " " + th.Glyphs.Dot + " "
	heads, statuses := make([][][]draw.Span, len(beside)), make([]draw.Span, len(beside))
	together, any := true, false
	for n, c := range beside {
		if c.Status != "" {
			glyph, st := th.Status(c.Status)
			statuses[n], any = st.Span(th.Fit(strings.TrimSpace(glyph+" "+c.Status), w)), true
		}
		name := o.claimant(c, w)
		heads[n] = [][]draw.Span{{th.Strong.Span(name)}}
		together = together && draw.Cells(name)+draw.Cells(between)+draw.Cells(statuses[n].Text) <= w
	}
	for n := range heads {
		switch {
		case !any:
		case !together:
			heads[n] = append(heads[n], []draw.Span{statuses[n]})
		case statuses[n].Text != "":
			heads[n][0] = append(heads[n][0], th.Faint.Span(between), statuses[n])
		}
	}
	return heads
}

// claimant returns in w cells who says what is claimed: an actor, by the short name where there is no room for the
// whole, or else who published the source.
func (o *outline) claimant(c timeline.Claim, w int) string {
	number := ""
	if n := slices.Index(o.sources, c.Source); n >= 0 {
		number = fmt.Sprintf(" [%d]", n+1)
	}
	name := "nobody is named"
	switch {
	case c.By != timeline.NoActor:
		a := o.t.Actor(c.By)
		if name = a.Name; draw.Cells(o.th.Fit(name, w+1))+draw.Cells(number) > w {
			name = o.t.ShortName(c.By)
		}
	case c.Source != timeline.NoSource:
		s := o.t.Source(c.Source)
		name = cmp.Or(s.Publisher, s.Author, s.Title, draw.ShortAddress(s.URL), s.ID, name)
		if draw.Cells(o.th.Fit(name, w+1))+draw.Cells(number) > w {
			name = strings.TrimPrefix(name, "The ")
		}
	}
	return o.th.Fit(name, w-draw.Cells(number)) + number
}
