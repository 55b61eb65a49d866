package pane

import (
	"image"
	"math"
	"strings"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// A Chart draws the figures of one label and unit over time, a bar for each, in groups of the events that have
// them:
//
//	Drones and missiles fired
//	2 events
//
//	8–9 July 2025    ████████████████  741
//	9–10 July 2025   ████████▉░░░░░░░  415–741  Ukraine's air force
type Chart struct {
	readings []index.Reading
	whole    bool   // whether they are all that there are
	event    int    // the event and its figure that the chart was opened from
	figure   int    // or key of the writer's own, which are counted after the figures
	label    string // of what is drawn
	own      bool   // whether that is a key of the writer's own

	cursor draw.Cursor // at the first reading of the selected event

	low, high float64      // the scale of the bars
	widest    chartColumns // what the texts ask for
}

// Open draws the series of the first figure of the selected event, from one on, that has one.
func (c *Chart) Open(s *session.Session, figure int) {
	*c = Chart{event: s.Selected()}
	c.show(s, s.NextSeries(figure))
}

// Turn shows the next series of the event.
func (c *Chart) Turn(s *session.Session) { c.show(s, s.NextSeries(c.figure+1)) }

// show draws the series of a figure of the event that the chart was opened from, with that event selected.
func (c *Chart) show(s *session.Session, figure int) {
	c.figure = figure
	t := s.Index().Timeline()
	if e := t.Event(c.event); figure < len(e.Figures) {
		c.label, c.own = e.Figures[figure].Label, false
		c.readings, c.whole = s.Index().Series(c.event, figure)
	} else {
		f := &e.Other[figure-len(e.Figures)]
		c.label, c.own = f.Key, true
		c.readings, c.whole = s.Index().OwnSeries(query.OwnKey(f.Key), c.event)
	}
	c.cursor = draw.Cursor{}
	for c.readings[c.cursor.At].Event != c.event {
		c.cursor.At++
	}
	c.low, c.high, c.widest = 0, 0, chartColumns{} // zero is always on the scale, so that lengths can be compared
	for _, r := range c.readings {
		for _, v := range []float64{r.Low, r.Best, r.High} {
			if !math.IsInf(v, 0) {
				c.low, c.high = min(c.low, v), max(c.high, v)
			}
		}
		date, value, by := c.words(t, r)
		w := &c.widest
		w.date, w.value = max(w.date, draw.Cells(date)), max(w.value, draw.Cells(value))
		w.by = max(w.by, draw.Cells(by))
	}
}

// Move moves the cursor by n events.
func (c *Chart) Move(n int) {
	for ; n > 0 && c.last()+1 < len(c.readings); n-- {
		c.cursor.At = c.last() + 1
	}
	for ; n < 0 && c.cursor.At > 0; n++ {
		c.cursor.At--
		for c.cursor.At > 0 && c.readings[c.cursor.At-1].Event == c.readings[c.cursor.At].Event {
			c.cursor.At--
		}
	}
}

// readingAt returns the place of the first reading of the event whose bar is in a row of the h rows that were drawn.
func (c *Chart) readingAt(row, h int) (n int, ok bool) {
	if h >= chartHeadFrom {
		row -= chartHead
	}
	foot := len(c.readings)
	if h >= chartFootFrom {
		foot = min(foot, c.cursor.Top+h-chartHead-chartFoot)
	}
	if n = c.cursor.Top + row; row < 0 || n >= foot {
		return 0, false
	}
	for n > 0 && c.readings[n-1].Event == c.readings[n].Event {
		n--
	}
	return n, true
}

// last returns the place of the last reading of the selected event.
func (c *Chart) last() int {
	n := c.cursor.At
	for n+1 < len(c.readings) && c.readings[n+1].Event == c.readings[c.cursor.At].Event {
		n++
	}
	return n
}

// Heights from which a chart has a head, and a foot that says more of the selected bars, and how many rows they take.
const (
	chartHeadFrom, chartHead = 6, 3
	chartFootFrom, chartFoot = 12, 5
)

// Draw returns at most h rows of w cells.
func (c Chart) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	w, h := size.X, size.Y
	rows := th.Rows(w, h)
	if h >= chartHeadFrom {
		for _, line := range c.head(s, th, w) {
			rows.Add("", line...)
		}
	}
	room := c.room(h)
	columns := c.columns(w)
	for n := c.cursor.Top; n < len(c.readings) && n < c.cursor.Top+room; n++ {
		rows.Add("", c.bar(s, th, n, columns)...)
	}
	if h >= chartFootFrom {
		for _, line := range c.foot(s, th, w) {
			rows.Add("", line...)
		}
	}
	return rows.Strings()
}

// Arrange brings the bars of the selected event into h rows, the first of them in any case.
func (c *Chart) Arrange(h int) {
	room := c.room(h)
	last := draw.Cursor{At: c.last(), Top: min(c.cursor.Top, c.cursor.At)}
	last.Window(room, 0)
	c.cursor.Top = min(last.Top, c.cursor.At)
}

// room returns how many of h rows are left for bars.
func (c *Chart) room(h int) int {
	room := h
	if h >= chartHeadFrom {
		room -= chartHead
	}
	if h >= chartFootFrom {
		room -= chartFoot
	}
	return room
}

// foot names the event of the selected bars, and who reports each.
func (c *Chart) foot(s *session.Session, th *draw.Theme, w int) [][]draw.Span {
	lines := [][]draw.Span{nil}
	for _, line := range draw.Paragraphs(s.Index().Timeline().EventTitle(c.readings[c.cursor.At].Event), w-2) {
		lines = append(lines, []draw.Span{th.Strong.Span(" " + line)})
	}
	for _, r := range c.readings[c.cursor.At : c.last()+1] {
		if _, value, by := c.words(s.Index().Timeline(), r); by != "" {
			words := value + " " + th.Glyphs.Dash + " " + by
			lines = append(lines, []draw.Span{th.Faint.Span(" " + th.Fit(words, w-2))})
		}
	}
	return lines
}

// head says what is drawn.
func (c *Chart) head(s *session.Session, th *draw.Theme, w int) [chartHead][]draw.Span {
	first, last := c.readings[0].Event, c.readings[len(c.readings)-1].Event
	span1 := s.Index().Timeline().Date(first).String() + " to " + s.Index().Timeline().Date(last).String()
	count := draw.Events(c.events())
	if !c.whole {
		count = "the nearest " + count
	}
	return [chartHead][]draw.Span{
		{th.Strong.Span(" " + th.Fit(strings.ToUpper(c.label), w-2))},
		{th.Faint.Span(" " + th.Fit(count+", "+span1, w-2))},
		nil,
	}
}

// events returns the number of events that have a bar.
func (c *Chart) events() int {
	n := 0
	for i, r := range c.readings {
		if i == 0 || c.readings[i-1].Event != r.Event {
			n++
		}
	}
	return n
}

// chartColumns are the widths of a chart's columns in cells; of those that have no room it is 0.
type chartColumns struct{ date, bar, value, by int }

// shortestBar is the least number of cells that a bar is drawn in.
const shortestBar = 6

// columns shares w cells out: first to dates and values, then to the bars, then to who reports.
func (c *Chart) columns(w int) chartColumns {
	const margins = 1 + 2 + 2 + 1
	k := chartColumns{value: min(c.widest.value, w/2), by: min(c.widest.by, w/4)}
	k.date = min(c.widest.date, max(0, w-margins-k.value))
	if k.by > 0 {
		k.by += 2
	}
	if k.bar = w - margins - k.date - k.value - k.by; k.bar < 2*shortestBar {
		k.bar, k.by = k.bar+k.by, 0
	}
	if k.bar < shortestBar {
		k.bar = 0
	}
	return k
}

// words returns what is said of a bar in words: when, how many, who reports it.
func (c *Chart) words(t *timeline.Timeline, r index.Reading) (date, value, by string) {
	e := t.Event(r.Event)
	if c.own {
		for _, f := range e.Other {
			if query.KeyName(f.Key) == query.KeyName(c.label) && index.IsNumber(f.Value) {
				value = sanitize.Line(f.Value)
			}
		}
		return e.Date.String(), value, ""
	}
	f := e.Figures[r.Figure]
	if f.By != timeline.NoActor {
		by = sanitize.Line(t.Actor(f.By).Name)
	}
	return e.Date.String(), sanitize.Line(outline.FigureValue(f)), by
}

// bar returns the row of a reading. Only the first of an event has the date.
func (c *Chart) bar(s *session.Session, th *draw.Theme, n int, k chartColumns) []draw.Span {
	date, value, by := c.words(s.Index().Timeline(), c.readings[n])
	if n > c.cursor.Top && c.readings[n-1].Event == c.readings[n].Event {
		date = ""
	}
	date, value, by = th.Fit(date, k.date), th.Fit(value, k.value), th.Fit(by, k.by-2)
	margin := " "
	if n == c.cursor.At {
		margin = th.Glyphs.Cursor
	}
	words, bar, number := draw.Style(""), th.Faint, th.Strong
	if c.readings[n].Event == c.readings[c.cursor.At].Event { // reversed, the bar would be a hole
		words, bar, number = th.Selected, "", th.Selected
	}
	row := []draw.Span{words.Span(margin + date + draw.Spaces(k.date-draw.Cells(date)+1)), draw.Plain(" ")}
	if k.bar > 0 {
		row = append(row, bar.Span(th.Bar(draw.Amount(c.readings[n].Quantity), c.low, c.high, k.bar)), draw.Plain(" "))
	}
	row = append(row, number.Span(draw.Spaces(k.value-draw.Cells(value)+1)+value))
	if by != "" {
		row = append(row, draw.Plain("  "))
		row = draw.AppendColumn(row, th.Faint.Span(by))
	}
	return row
}

// Click selects the event whose bar is in a row of the h rows that were drawn, and reports whether it was selected
// already.
func (c *Chart) Click(row, h int) (again bool) {
	n, ok := c.readingAt(row, h)
	again = ok && n == c.cursor.At
	if ok {
		c.cursor.At = n
	}
	return again
}

// Event returns the number of the selected event.
func (c *Chart) Event() int { return c.readings[c.cursor.At].Event }
