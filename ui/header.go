package ui

import (
	"fmt"
	"image"
	"strings"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/session"
)

// emptyWords returns what explains an empty list.
func emptyWords(s *session.Session, loading bool, in mode) []string {
	t := s.Index().Timeline()
	switch {
	case loading && t.Len() == 0:
		return []string{"Reading …"}
	case t.Len() == 0 && len(s.Problems()) > 0:
		return []string{"There is no event to show.", s.Problems()[0].Message + ".", "! lists what is wrong."}
	case t.Len() == 0:
		return []string{"The record has no events."}
	}
	words := []string{"Nothing matches."}
	for _, u := range s.Unknown() {
		one := fmt.Sprintf("The record knows no %s “%s”.", u.Key, u.Value)
		if len(u.Nearest) > 0 {
			one += " Near it: " + strings.Join(u.Nearest, ", ") + "."
		}
		words = append(words, one)
	}
	without := "the last part of the filter"
	if n := s.NextPart(); n >= 0 && s.Mistake() == nil {
		without = s.Query().Parts()[n]
	}
	if _, n, ok := s.Blame(); ok {
		words = append(words, fmt.Sprintf("Without %s there would be %s.", without, draw.Events(n)))
	} else if alone := s.Alone(); alone != "" && len(words) == 1 {
		words = append(words, strings.ToUpper(alone[:1])+alone[1:]+".")
	}
	hidden := "The filter hides " + draw.Events(t.Len())
	switch in {
	case inList, inDetail, inLanes:
		words = append(words, "Esc drops "+without+", u takes that back.", hidden+"; p shows them.")
	case inChips:
		words = append(words, "Enter drops the part under the cursor, u takes that back.", hidden+".")
	case inQueryLine:
		words = append(words, "Esc takes back what is typed.", hidden+".")
	case inWho:
		words = append(words, "Tab unticks, ^t changes between any and all of the ticked, Esc goes back.")
	}
	return words
}

// title draws the record's title, or the name of a record without one, and how much of the record is shown.
func (c *canvas) title(s *session.Session, name string, r *reader, in mode) {
	t, th, w := s.Index().Timeline(), c.th, c.s.Size.X
	title := t.Title()
	if title == "" {
		title = name
	}
	if title == "" {
		title = "dateline"
	}
	count := draw.Events(t.Len())
	if s.Matched().Len() != t.Len() {
		count = draw.Number(s.Matched().Len()) + " of " + count
	}
	if in == inWho {
		count = draw.Number(s.Matched().Len()) + " of " + draw.Number(t.Len()) + " would be left"
		if w < 48 {
			count = strings.Replace(count, "would be ", "", 1)
		}
	}
	if r.under && t.Len() == 0 {
		count = ""
	}
	right := []draw.Span{th.Strong.Span(count + " ")}
	if s.Stale() {
		right = append([]draw.Span{th.Strong.Span("as last read  ")}, right...)
	}
	if r.under && !s.Progress().Done { // a short second reading does not flicker
		right = append([]draw.Span{th.Faint.Span(r.words(s, w/2-draw.SpanCells(right)-2) + "  ")}, right...)
	}
	if n := len(s.Problems()); n > 0 {
		st, word := th.Strong, " warning"
		if errs := s.Problems().Errors(); errs > 0 {
			st, word, n = th.Bad, " error", errs
		}
		if n != 1 {
			word += "s"
		}
		right = append([]draw.Span{st.Span(draw.Number(n) + word), th.Faint.Span(" (!)  ")}, right...)
	}
	for draw.SpanCells(right) > w*2/3 && len(right) > 1 {
		right = right[1:]
	}
	room := w - draw.SpanCells(right) - 3
	title = th.Fit(title, room)
	left := draw.AppendColumn([]draw.Span{draw.Plain(" ")}, th.Strong.Span(title))
	c.row(c.s.Title, append(append(left, draw.Plain(draw.Spaces(w-1-draw.Cells(title)-draw.SpanCells(right)))), right...))
}

// rule draws the line under the head. It is joined to the line between the panes unless something covers those.
func (c *canvas) rule(covered bool) {
	g, line := c.th.Glyphs, ""
	if c.s.Shape != layout.Beside || covered {
		line = strings.Repeat(g.Horizontal, c.s.Size.X)
	} else {
		for _, split := range []image.Rectangle{c.s.RailLine, c.s.Split} {
			if !split.Empty() && split.Min.Y == c.s.Rule.Max.Y {
				line += strings.Repeat(g.Horizontal, split.Min.X+1-draw.Cells(line)) + g.Tee
			}
		}
		line += strings.Repeat(g.Horizontal, c.s.Size.X-draw.Cells(line))
	}
	c.row(c.s.Rule, []draw.Span{c.th.Faint.Span(line)})
}

// words returns the rows of words in the place of the events, each from a new row on, at most as many as there is room
// for. There is a margin above them if it fits.
func (c *canvas) words(size image.Point, words []string) []string {
	rows := c.th.Padded(size.X, size.Y)
	var lines []string
	for _, text := range words {
		lines = append(lines, draw.Wrap(sanitize.Line(text), size.X-4)...)
	}
	if len(lines) < size.Y && size.Y > 4 {
		rows.Add("", draw.Plain(""))
	}
	for _, l := range lines {
		rows.Add("", draw.Plain("  "+l))
	}
	return rows.Strings()
}
