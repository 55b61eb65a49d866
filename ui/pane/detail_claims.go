package pane

import (
	"strings"

	"dateline/timeline"
	"dateline/ui/draw"
)

// claims writes rival accounts side by side where the pane is wide enough, else one under the other.
func (o detailOutline) claims() {
	th, p := o.Theme, o.Page
	const gap, columnFrom = 3, 21
	columns := max(1, min(len(o.Event.Claims), (p.Width+gap)/(columnFrom+gap), 3))
	w := (p.Width - gap*(columns-1)) / columns
	for at := 0; at < len(o.Event.Claims); at += columns {
		if at > 0 {
			p.Blank()
		}
		beside := o.Event.Claims[at:min(at+columns, len(o.Event.Claims))]
		blocks := o.claimHeads(beside, w)
		for n, c := range beside {
			for _, l := range draw.Paragraphs(c.Text, w) {
				blocks[n] = append(blocks[n], draw.Lit(l, o.Session.Words(), "", th.Match))
			}
		}
		p.Columns(blocks, 0, w, gap)
	}
}

// claimHeads returns above each of the accounts that are beside each other who says so and how sure that is: in one
// line of w cells where all of them fit that, else in two, so that what is said begins in one row.
func (o detailOutline) claimHeads(beside []timeline.Claim, w int) [][][]draw.Span {
	th := o.Theme
	between := " " + th.Glyphs.Dot + " "
	heads, statuses := make([][][]draw.Span, len(beside)), make([]draw.Span, len(beside))
	together, any := true, false
	for n, c := range beside {
		if c.Status != "" {
			glyph, st := th.Status(c.Status)
			statuses[n], any = st.Span(th.Fit(strings.TrimSpace(glyph+" "+c.Status), w)), true
		}
		name := o.Claimant(c, w)
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
