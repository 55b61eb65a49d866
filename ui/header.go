package ui

import (
	"cmp"
	"fmt"
	"image"
	"slices"
	"strings"

	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/list"
	"dateline/ui/session"
)

// emptyWords returns what explains an empty list.
func emptyWords(s *session.Session, loading bool, in mode) []string {
	t := s.Index().Timeline()
	switch {
	case loading && t.Len() == 0 && s.Progress().Awaited != "":
		return []string{"Nothing comes of " + sanitize.Line(s.Progress().Awaited) + " yet.", "q leaves."}
	case loading && t.Len() == 0:
		return []string{"Reading …"}
	case t.Len() == 0 && s.Searching():
		return []string{"Searching …"}
	case t.Len() == 0 && len(s.Groups()) > 0:
		first := s.Groups()[0].Places[0]
		lists := s.Key("problems") + " lists what is wrong."
		words := []string{"There is no event to show.", first.Message + ".", lists, first.Hint}
		return slices.DeleteFunc(words, func(one string) bool { return one == "" })
	case t.Len() == 0:
		return []string{"The record has no events."}
	}
	words := []string{"Nothing matches."}
	for _, u := range s.Unknown() {
		one := fmt.Sprintf("The record knows no %s “%s”.", u.Kind(), u.Value)
		switch {
		case u.Why != "":
			one = strings.ToUpper(u.Why[:1]) + u.Why[1:] + "."
		case u.Value == "":
			one = fmt.Sprintf("No event has the key “%s”.", u.Key)
		}
		if len(u.Nearest) > 0 {
			one += " Near it: " + strings.Join(u.Nearest, ", ") + "."
		}
		words = append(words, one)
	}
	without := "the last part of the filter"
	if n := s.NextPart(); n >= 0 && s.Mistake() == nil {
		without = s.Query().Parts()[n]
	}
	known := len(words) == 1
	if _, n, ok := s.Blame(); ok {
		words = append(words, fmt.Sprintf("Without %s there would be %s.", without, draw.Events(n)))
	}
	if alone := s.Alone(); alone != "" && known {
		words = append(words, strings.ToUpper(alone[:1])+alone[1:]+".")
	}
	switch in {
	case inList, inDetail, inReading, inLanes:
		words = append(words, "Esc drops "+without+", "+s.Key("undo")+" takes that back.",
			s.Key("pause")+" pauses the filter and shows all "+draw.Events(t.Len())+".")
	case inChips:
		words = append(words, "Enter drops the part under the cursor, "+s.Key("undo")+" takes that back.")
	case inQueryLine:
		words = append(words, "Esc takes back what is typed.")
	case inWho:
		words = append(words, "Tab unticks, "+s.Key("any-all")+" changes between any and all of the ticked, Esc goes back.")
	}
	return words
}

// title draws the record's title, or the name of a record without one, and how much of the record is shown, or while
// actors are picked would be left.
func (c *canvas) title(s *session.Session, name string, r *reader, picking bool) {
	th, w := c.th, c.s.Size.X
	view := c.view()
	right, _ := c.beside(s, name, r, picking)
	const least = 4 // cells; fewer say nothing of a title that has more
	left := w - draw.SpanCells(right) - 2 - draw.Cells(view)
	title := th.Fit(recordName(s, name), left)
	if left < least && title != th.Fit(recordName(s, name), w) {
		title = ""
	}
	title += view
	row := draw.AppendColumn([]draw.Span{draw.Plain(" ")}, th.Strong.Span(title))
	c.row(c.s.Title, append(append(row, draw.Plain(draw.Spaces(w-1-draw.Cells(title)-draw.SpanCells(right)))), right...))
}

// view returns what is said after the title of what the events are shown as.
func (c *canvas) view() string {
	if c.lanes != nil && c.s.Size.X >= 60 {
		return " " + c.th.Glyphs.Dot + " lanes"
	}
	return ""
}

// beside returns what is at the right end of the row of the title, and of that how many cells say first what is wrong.
func (c *canvas) beside(s *session.Session, name string, r *reader, picking bool) (right []draw.Span, wrong int) {
	th, w := c.th, c.s.Size.X
	trouble, kinds := c.trouble(s, r)
	count := c.count(s, r.under)
	if picking {
		count = c.left(s)
	}
	for len(trouble) > 0 && draw.SpanCells(slices.Concat(trouble...))+draw.Cells(count) > w*2/3 {
		trouble = trouble[1:]
		kinds--
	}
	wrong = draw.SpanCells(slices.Concat(trouble[:max(kinds, 0)]...))
	right = append(slices.Concat(trouble...), th.Strong.Span(count))
	room := w - draw.SpanCells(right) - draw.Cells(th.Fit(recordName(s, name), w)+c.view()) - 4
	return append(right, th.Faint.Span(c.extent(s, room)+" ")), wrong
}

// saysWrong reports whether a place of the screen is where the row of the title says how much is wrong.
func (m *model) saysWrong(s layout.Screen, at image.Point) bool {
	if !at.In(s.Title) || m.mode() == inReading {
		return false
	}
	c := m.canvas(s)
	right, wrong := c.beside(m.session, m.opts.Name, &m.reader, m.picking())
	from := max(1, s.Size.X-draw.SpanCells(right))
	return from <= at.X && at.X < from+wrong-draw.Cells("  ")
}

// recordName returns the record's title, else the name that it goes by.
func recordName(s *session.Session, name string) string {
	return cmp.Or(s.Index().Timeline().Title(), name, "dateline")
}

// title returns what the terminal's window is called: the record and the program, safe to be written there.
func (o *outside) title(m *model) string {
	const widest = 80 // cells
	if m.session.Index().Timeline().Len() == 0 && !m.session.Progress().Done {
		return m.outside.window // what the record is called is not known yet
	}
	spans := []draw.Span{draw.Plain("dateline")}
	if name := recordName(m.session, m.opts.Name); name != "dateline" {
		spans = []draw.Span{draw.Plain(m.theme.Fit(name, widest) + " – dateline")}
	}
	var b strings.Builder
	m.theme.Draw(&b, spans, 2*widest, "", false)
	return b.String()
}

// trouble returns what is not as it should be, or not yet: mistakes in the record, files that are being read. Where
// there is no room, each is left out whole. The first so many are mistakes.
func (c *canvas) trouble(s *session.Session, r *reader) (all [][]draw.Span, wrong int) {
	th := c.th
	if c.settings > 0 {
		words := plural(c.settings, "wrong setting")
		all = append(all, []draw.Span{th.Bad.Span(words), th.Faint.Span(" (" + s.Key("problems") + ")  ")})
	}
	if n := s.Groups().Count(); n > 0 {
		st, words := th.Strong, plural(n, "warning")
		if errs := s.Groups().Errors(); errs > 0 {
			st, words = th.Bad, plural(errs, "error")
		} else if kinds := len(s.Groups()); n > 4*kinds { // of which each row of a table has all
			words = plural(kinds, "kind") + " of warning"
		}
		all = append(all, []draw.Span{st.Span(words), th.Faint.Span(" (" + s.Key("problems") + ")  ")})
	}
	wrong = len(all)
	if r.under && !s.Progress().Done { // a short second reading does not flicker
		all = append(all, []draw.Span{th.Faint.Span(r.words(s, c.s.Size.X/3) + "  ")})
	}
	if s.Stale() {
		all = append(all, []draw.Span{th.Strong.Span("as last read  ")})
	}
	return all, wrong
}

// count returns how many events are shown, "" while the first are being read.
func (c *canvas) count(s *session.Session, reading bool) string {
	all, shown := s.Index().Timeline().Len(), s.Matched().Len()
	if s.View().Paused {
		shown = all
	}
	switch {
	case reading && all == 0:
		return ""
	case shown != all:
		return draw.Number(shown) + " of " + draw.Events(all)
	}
	return draw.Events(all)
}

// left returns how many events the actors that are being picked would leave.
func (c *canvas) left(s *session.Session) string {
	words := " would be left"
	if c.s.Size.X < 48 {
		words = " left"
	}
	return draw.Number(s.Matched().Len()) + " of " + draw.Number(s.Index().Timeline().Len()) + words
}

// extent returns as much as fits w cells of what more there is to know: how many actors take part in the record, with
// those they belong to, how many sources it has, and from when to when the events are that are shown.
func (c *canvas) extent(s *session.Session, w int) string {
	t, between := s.Index().Timeline(), " "+c.th.Glyphs.Dot+" "
	var has, short, long string
	all := s.Matched().Len() == t.Len() || s.View().Paused
	actors, _ := s.Index().Cast()
	if all && actors > 0 {
		has = between + plural(actors, "actor")
	}
	if all && t.Sources() > 0 {
		has += between + plural(t.Sources(), "source")
	}
	if c.lanes != nil {
		has = between + plural(actors, "actor")
		if n := c.lanes.Len(); n < actors {
			has = between + draw.Number(n) + " of " + plural(actors, "actor")
		}
	}
	if from, to, ok := s.Reach(); ok {
		long, short = between+list.MonthsBetween(from, to), between+list.YearsBetween(from, to)
	}
	for _, words := range []string{has + long, has + short, long, short, has} {
		if draw.Cells(words) <= w {
			return words
		}
	}
	return ""
}

// plural returns a number of things in words: "1 actor", "49 actors".
func plural(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return draw.Number(n) + " " + what
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
	c.ruleLine = line
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
