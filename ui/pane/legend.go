package pane

import (
	"strconv"

	"dateline/timeline/calendar/cut"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A Legend says what the glyphs of the screen mean, in rows of items. Each glyph, colour and form of a date comes from
// what draws it.
type Legend []legendRow

// narrow is the width in cells below which what a sign means is under what it is about.
const narrow = 40

// A legendRow is what the row is about, and its items, which flow.
type legendRow struct {
	about draw.Span
	items []legendItem
}

// A legendItem is a glyph with its meaning, and what is before it where it does not begin a line.
type legendItem struct {
	before string
	spans  []draw.Span
}

// Bounds of what is said of types. A record may have as many as it has events.
const (
	mostTypes   = 2000 // that are looked at
	mostNamed   = 12   // of a family
	longestType = 24   // cells
)

// NewLegend returns the legend for a record.
func NewLegend(s *session.Session, th *draw.Theme) Legend {
	var rows Legend
	counts := s.Index().ValueCounts(query.ByType, s.All())
	counts = counts[:min(len(counts), mostTypes)]
	for _, f := range []family.Family{family.Force, family.Talks, family.Words, family.Help, family.Other} {
		if items := typeItems(s, th, f, counts); len(items) > 0 {
			rows = append(rows, legendRow{th.Families[f].Span(f.String()), items})
		}
	}
	return append(rows,
		legendRow{draw.Plain("how sure"), statusItems(th)},
		legendRow{draw.Plain("event"), signItems(th)},
		legendRow{draw.Plain("names"), nameItems(th)},
		legendRow{draw.Plain("month"), monthItems(th)},
		legendRow{draw.Plain("date"), dateItems(th)},
		legendRow{draw.Plain("axis"), axisItems(th)},
		legendRow{draw.Plain("lanes"), laneItems(th)},
		legendRow{draw.Plain("compare"), compareItems(th)})
}

// typeItems returns the types of a family that the record has, those with one glyph side by side.
func typeItems(s *session.Session, th *draw.Theme, f family.Family, counts []index.ValueCount) []legendItem {
	t := s.Index().Timeline()
	byGlyph, glyphs, left := make(map[string][]string), []string(nil), 0
	for _, c := range counts {
		if t.Family(c.Value) != f {
			continue
		}
		if left++; left > mostNamed {
			continue
		}
		glyph := th.TypeGlyph(c.Value, t.TypeGlyph(c.Value), f)
		if byGlyph[glyph] == nil {
			glyphs = append(glyphs, glyph)
		}
		byGlyph[glyph] = append(byGlyph[glyph], th.Fit(c.Value, longestType))
	}
	var items []legendItem
	for _, glyph := range glyphs {
		for n, name := range byGlyph[glyph] {
			one := legendItem{", ", []draw.Span{draw.Plain(name)}}
			if n == 0 {
				one = legendItem{"  ", []draw.Span{th.Families[f].Span(glyph), draw.Plain(" " + name)}}
			}
			items = append(items, one)
		}
	}
	if left > mostNamed {
		items = append(items, legendItem{"  ", []draw.Span{th.Faint.Span("and " + draw.Number(left-mostNamed) + " more")}})
	}
	return items
}

// statusItems returns the words of statuses with their glyphs.
func statusItems(th *draw.Theme) []legendItem {
	var items []legendItem
	for _, status := range []string{"confirmed", "reported", "disputed", "planned"} {
		glyph, st := th.Status(status)
		items = append(items, legendItem{"  ", []draw.Span{st.Span(glyph + " " + status)}})
	}
	return items
}

// signItems returns the marks of events.
func signItems(th *draw.Theme) []legendItem {
	var items []legendItem
	for _, sign := range th.Glyphs.Signs() {
		glyph := sign.Glyph
		if sign.Counts {
			glyph += strconv.Itoa(2)
		}
		items = append(items, legendItem{"  ", []draw.Span{th.Strong.Span(glyph), draw.Plain(" " + sign.Means)}})
	}
	return items
}

// nameItems returns what is beside the names of an event.
func nameItems(th *draw.Theme) []legendItem {
	return []legendItem{
		{"  ", []draw.Span{th.Strong.Span(th.Glyphs.More + "1"), draw.Plain(" one more name")}},
		{"  ", []draw.Span{th.Strong.Span("with"), draw.Plain(" besides who is asked for")}},
	}
}

// monthItems returns what the heading of a month has at its end.
func monthItems(th *draw.Theme) []legendItem {
	pulse, all := "", 0
	for _, n := range []int{2, 0, 5, 1} {
		level := th.Glyphs.None
		if n > 0 {
			level = th.Level(n, 9)
		}
		pulse, all = pulse+level, all+n
	}
	return []legendItem{
		{"  ", []draw.Span{th.Strong.Span(pulse), draw.Plain(" events of its weeks")}},
		{"  ", []draw.Span{th.Strong.Span(strconv.Itoa(all)), draw.Plain(" events in all")}},
	}
}

// dateItems returns dates as rows have them, each with what it means.
func dateItems(th *draw.Theme) []legendItem {
	var items []legendItem
	for _, one := range []struct{ edtf, means string }{
		{"2025-09-06/2025-09-07", "from day to day"},
		{"2025-07-28/2025-10-03", "goes on"},
		{"[2025-08-15,2025-08-16]", "one of these days"},
		{"2025-07-10~", "about"},
		{"2025-09-08?", "uncertain"},
		{"2025-06", "some day of June"},
	} {
		if d, err := edtf.Parse(one.edtf); err == nil {
			items = append(items, legendItem{"  ", []draw.Span{th.Strong.Span(d.Short()), draw.Plain(" " + one.means)}})
		}
	}
	return items
}

// compareItems returns the marks of two side by side.
func compareItems(th *draw.Theme) []legendItem {
	g := th.Glyphs
	return []legendItem{
		{"  ", []draw.Span{th.Strong.Span(g.OnlyLeft), draw.Plain(" of the left one")}},
		{"  ", []draw.Span{th.Strong.Span(g.OnlyRight), draw.Plain(" of the right one")}},
		{"  ", []draw.Span{th.Strong.Span(g.OnlyLeft + g.OnlyRight), draw.Plain(" of both")}},
	}
}

// axisItems returns the marks of the axis.
func axisItems(th *draw.Theme) []legendItem {
	const silence = 56 // days
	g := th.Glyphs
	var items []legendItem
	for _, one := range []struct{ glyph, means string }{
		{g.Fold + cut.Length(silence) + g.Fold, draw.Elapsed(silence) + " without an event"},
		{g.Heavy, "in the list"},
		{g.AxisCursor, "the event"},
		{g.Now, "today"},
		{g.Shade, "what the filter leaves out"},
		{"?", "begun at an unknown time"},
	} {
		items = append(items, legendItem{"  ", []draw.Span{th.Strong.Span(one.glyph), draw.Plain(" " + one.means)}})
	}
	return items
}

// laneItems returns the lines of the lanes.
func laneItems(th *draw.Theme) []legendItem {
	g := th.Glyphs
	var items []legendItem
	for _, one := range []struct{ glyph, means string }{
		{g.Vertical, "a meeting, from mark to mark"},
		{g.Horizontal + g.Cross + g.Horizontal, "it passes a lane: not there"},
		{g.HeavyVertical, "the event"},
		{g.Fold + " " + g.Broken, "silence that is folded"},
	} {
		items = append(items, legendItem{"  ", []draw.Span{th.Strong.Span(one.glyph), draw.Plain(" " + one.means)}})
	}
	return items
}

// Lines returns the legend for w cells.
func (l Legend) Lines(th *draw.Theme, w int) [][]draw.Span {
	about := 0
	for _, row := range l {
		about = max(about, draw.Cells(row.about.Text))
	}
	about += 2
	if w < narrow {
		about = 0
	}
	var lines [][]draw.Span
	for _, row := range l {
		flowed := flow(row.items, max(1, w-max(about, 2)))
		if about == 0 {
			lines = append(lines, []draw.Span{row.about})
		}
		for n, line := range flowed {
			lead := []draw.Span{draw.Plain(draw.Spaces(max(about, 2)))}
			if n == 0 && about > 0 {
				lead = []draw.Span{row.about, draw.Plain(draw.Spaces(about - draw.Cells(row.about.Text)))}
			}
			lines = append(lines, append(lead, line...))
		}
	}
	return lines
}

// flow breaks items into lines of at most w cells.
func flow(items []legendItem, w int) [][]draw.Span {
	var lines [][]draw.Span
	var line []draw.Span
	used := 0
	for _, one := range items {
		n := draw.SpanCells(one.spans)
		if used > 0 && used+draw.Cells(one.before)+n > w {
			lines, line, used = append(lines, line), nil, 0
		}
		if used > 0 {
			line = append(line, draw.Plain(one.before))
			used += draw.Cells(one.before)
		}
		line = draw.AppendColumn(line, one.spans...)
		used += n
	}
	return append(lines, line)
}
