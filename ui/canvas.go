package ui

import (
	"image"
	"strings"

	"dateline/ui/draw"
	"dateline/ui/lanes"
	"dateline/ui/layout"
	"dateline/ui/terminal"
)

// A canvas is a frame that is being drawn: the rows of the screen, which panes are placed on from left to right.
type canvas struct {
	th    *draw.Theme
	s     layout.Screen
	lines []strings.Builder
	lanes *lanes.Lanes // nil where the events are a list

	settings int    // how many of the reader's own settings are wrong
	ruleLine string // the line under the head
}

// row draws spans into the one row of a rectangle.
func (c *canvas) row(r image.Rectangle, spans []draw.Span) {
	if !r.Empty() {
		c.th.Draw(&c.lines[r.Min.Y], spans, r.Dx(), "", false)
	}
}

// place puts the rows of a pane into its rectangle.
func (c *canvas) place(r image.Rectangle, drawn []string) {
	for n, line := range drawn {
		if n < r.Dy() && line != "" {
			at := &c.lines[r.Min.Y+n]
			at.Grow(max(len(line), c.s.Size.X) + 64)
			switch {
			case at.Len() == 0:
				at.WriteString(draw.Spaces(r.Min.X))
			case r.Min.X > 0:
				at.WriteString(terminal.ToColumn(r.Min.X)) // however wide the terminal finds what is before it
			}
			at.WriteString(line)
		}
	}
}

// split draws the line between list and detail.
func (c *canvas) split() {
	r := c.s.Split
	if r.Empty() {
		return
	}
	if c.s.Shape == layout.Stacked {
		c.row(r, []draw.Span{c.th.Faint.Span(strings.Repeat(c.th.Glyphs.Horizontal, r.Dx()))})
		return
	}
	c.upright(r)
}

// upright draws the line between two panes that are beside each other.
func (c *canvas) upright(r image.Rectangle) {
	line := string(c.th.Faint) + " " + c.th.Glyphs.Vertical + " " + draw.Reset
	rows := make([]string, r.Dy())
	for n := range rows {
		rows[n] = line
	}
	c.place(r, rows)
}

// String returns the frame, exactly as many lines as the screen has.
func (c *canvas) String() string {
	length := 0
	for n := range c.lines {
		length += c.lines[n].Len() + 1
	}
	var b strings.Builder
	b.Grow(length)
	for n := range c.lines {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(c.lines[n].String())
	}
	return b.String()
}
