package html

import (
	"fmt"
	"strconv"

	"dateline/timeline"
	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/edtf"
	"dateline/timeline/family"
	"dateline/timeline/sanitize"
)

// A head is what comes before the events.
type head struct {
	Title      string
	Lead, More []paragraph
	Own        []field
	Events     string // how many, of how many that the record has
	Extent     string
	Cast       string
	Overview   overview
	Shown      string // how many events are on the page
	Names      []name
}

// head returns what comes before the events.
func (p *page) head(ts times, headless bool) *head {
	h := &head{
		Title:  "Timeline",
		Shown:  diag.Plural(p.events.Len(), "event"),
		Events: diag.Plural(p.t.Len(), "event"),
		Extent: ts.extent(), Overview: p.overview(ts), Names: p.names(),
	}
	if n := p.events.Len(); n < p.t.Len() {
		h.Events = strconv.Itoa(n) + " of " + h.Events
	}
	if len(p.members) > 0 {
		h.Cast = diag.Plural(len(p.members), "actor")
	}
	if title := sanitize.Line(p.t.Title()); title != "" {
		h.Title = title
	}
	if headless {
		return h
	}
	h.Lead = paragraphs(p.t.WrittenDescription())
	if len(h.Lead) > 1 {
		h.Lead, h.More = h.Lead[:1], h.Lead[1:]
	}
	seen := map[timeline.Field]bool{}
	var fields []timeline.Field
	for _, f := range p.t.Other() { // of several files
		if !seen[f] {
			seen[f] = true
			fields = append(fields, f)
		}
	}
	h.Own = own(fields, false)
	return h
}

// times is when the events are.
type times struct {
	starts      []calendar.Day // of those whose start is known and on the calendar, which come in order
	families    []family.Family
	known       []calendar.Unit // how exactly each start is known
	sections    []int           // the part of time that each is in
	first, last calendar.Day
	undated     int // the part of time of what has no date, 0 where that is nothing
	kinds       [family.Count]int
}

// times looks at the dates of the events.
func (p *page) times() times {
	ts := times{first: calendar.Forever, last: calendar.Beginning}
	heading, sections := "", 0
	for n := range p.events.Len() {
		i := p.events.At(n)
		d := p.t.Date(i)
		if h := d.Heading(); sections == 0 || h != heading {
			heading, sections = h, sections+1
		}
		f := p.x.Family(i)
		ts.kinds[f]++
		if d.IsZero() {
			if ts.undated == 0 {
				ts.undated = sections
			}
			continue
		}
		start := d.Earliest()
		if calendar.Beyond(start) {
			continue
		}
		ts.starts, ts.known = append(ts.starts, start), append(ts.known, p.x.Known(i))
		ts.families, ts.sections = append(ts.families, f), append(ts.sections, sections)
		ts.first, ts.last = min(ts.first, start), max(ts.last, start)
		if end := d.Latest(); !calendar.Beyond(end) {
			ts.last = max(ts.last, end)
		}
	}
	return ts
}

// extent returns from when to when the events are, in words.
func (ts *times) extent() string {
	if len(ts.starts) == 0 {
		return ""
	}
	first, last := edtf.Of(calendar.Days, ts.first), edtf.Of(calendar.Days, ts.last)
	if both, ok := edtf.Interval(first, last); ok && ts.first != ts.last {
		return both.String()
	}
	return first.String()
}

// An overview is how many events there are when, as bars in which silence is folded, and of which family.
type overview struct {
	Unit   string // of a bar
	Says   string // for those who do not see it
	Kinds  []kind
	Bars   []bar
	Gaps   []gap
	Others int // events that are dated less exactly than a bar shows, or not at all
	Labels []label
	Ways   []way
}

type kind struct {
	Family      family.Family
	Glyph, Name string
	N           int
}

// A bar is the events of one family in a unit of time. Across it is measured in hundredths of the picture, and from the
// top in pixels.
type bar struct {
	Family   family.Family
	X, Width string
	Y        string
	Height   string
	Says     string
}

type gap struct{ From, To string }

type label struct{ X, Text string }

// A way leads to a part of time.
type way struct {
	Section int
	Name    string
}

// grains are what a bar may be of, from the finest.
var grains = []calendar.Grain{
	{Unit: calendar.Days, Step: 1},
	{Unit: calendar.Weeks, Step: 1},
	{Unit: calendar.Months, Step: 1},
	{Unit: calendar.Quarters, Step: 1},
	{Unit: calendar.Years, Step: 1},
	{Unit: calendar.Decades, Step: 1},
	{Unit: calendar.Centuries, Step: 1},
	{Unit: calendar.Centuries, Step: 10},
	{Unit: calendar.Centuries, Step: 100},
	{Unit: calendar.Centuries, Step: 1000},
}

// Measures of the overview.
const (
	maxColumns = 64 // of bars
	maxEmpty   = 2  // columns in a row that are drawn; more are folded into one
	few        = 10 // of so many events one may be dated less exactly than a bar shows
	maxWays    = 40 // that lead to parts of time
	ground     = 96 // where bars stand, in pixels from the top
	tallest    = 88 // bar, in pixels
	apart      = 9  // hundredths of the width between the beginnings of labels
)

// order is that in which families are listed, and stand on each other.
var order = []family.Family{family.Force, family.Talks, family.Words, family.Help, family.Other}

// A column is the events of a grain of time, or time without any.
type column struct {
	start  calendar.Day
	counts [family.Count]int
	folded bool // stands for many columns without events
}

// total returns how many events a column has.
func (c *column) total() (n int) {
	for _, one := range c.counts {
		n += one
	}
	return n
}

// columns returns the events by a grain, with silence folded, and how many are dated less exactly than by that.
func (ts *times) columns(g calendar.Grain) (all []column, others int) {
	for n, day := range ts.starts {
		if ts.known[n] < g.Unit {
			others++
			continue
		}
		start := g.Start(day)
		if len(all) == 0 || all[len(all)-1].start != start {
			if len(all) > 0 {
				last := all[len(all)-1].start
				empty := g.Between(last, start)
				if empty > maxEmpty {
					all = append(all, column{start: g.Next(last), folded: true})
					empty = 0
				}
				for range max(empty, 0) {
					last = g.Next(last)
					all = append(all, column{start: last})
				}
			}
			all = append(all, column{start: start})
		}
		all[len(all)-1].counts[ts.families[n]]++
		if len(all) > maxColumns && g != grains[len(grains)-1] {
			break
		}
	}
	return all, others
}

// overview draws when the events are.
func (p *page) overview(ts times) overview {
	var o overview
	for _, one := range order {
		if n := ts.kinds[one]; n > 0 {
			o.Kinds = append(o.Kinds, kind{one, one.Glyph(), one.String(), n})
		}
	}
	o.Ways = ts.ways()
	var columns []column
	grain := grains[0]
	for _, grain = range grains {
		var others int
		columns, others = ts.columns(grain)
		o.Others = p.events.Len() - len(ts.starts) + others
		if len(columns) <= maxColumns && few*others <= len(ts.starts) {
			break
		}
	}
	o.Unit = grain.String()
	if len(columns) < 2 {
		return o
	}
	o.draw(columns, grain)
	return o
}

// draw draws columns of a grain as bars.
func (o *overview) draw(columns []column, grain calendar.Grain) {
	most := &columns[0]
	for n := range columns {
		if c := &columns[n]; c.total() > most.total() {
			most = c
		}
	}
	width, lastLabel, labelled := 100/float64(len(columns)), -float64(apart), ""
	for n := range columns {
		c, x := &columns[n], width*float64(n)
		if c.folded {
			o.Gaps = append(o.Gaps, gap{hundredths(x), hundredths(x + 0.8*width)})
			continue
		}
		if text := labelOf(grain, c.start); text != labelled {
			labelled = text
			if lastLabel == 0 && x < apart { // the first is too short, and would be taken for the label of what follows
				o.Labels = nil
				lastLabel = -apart
			}
			if x-lastLabel >= apart {
				o.Labels = append(o.Labels, label{hundredths(x), text})
				lastLabel = x
			}
		}
		y := float64(ground)
		for _, one := range order {
			count := c.counts[one]
			if count == 0 {
				continue
			}
			high := max(2, tallest*float64(count)/float64(most.total()))
			y -= high
			o.Bars = append(o.Bars, bar{
				one, hundredths(x), hundredths(0.8 * width), hundredths(y), hundredths(high),
				fmt.Sprintf("%s: %s %d", when(grain, c.start), one, count),
			})
		}
	}
	o.Says = fmt.Sprintf("A bar for each %s with events, by kind; most are in %s: %d", grain, when(grain, most.start),
		most.total())
}

// ways returns what leads to years, or to the months of one year, or to longer times if these are very many.
func (ts *times) ways() []way {
	var all []way
	for _, unit := range []calendar.Unit{calendar.Years, calendar.Decades, calendar.Centuries} {
		if all = ts.waysBy(unit); len(all) <= maxWays {
			break
		}
	}
	if len(all) == 1 {
		all = ts.waysBy(calendar.Months)
	}
	all = all[:min(len(all), maxWays)]
	if ts.undated > 0 && len(all) > 0 {
		all = append(all, way{ts.undated, "undated"})
	}
	if len(all) < 2 {
		return nil
	}
	return all
}

// waysBy returns what leads to the first event of each unit of time.
func (ts *times) waysBy(unit calendar.Unit) []way {
	var all []way
	var last calendar.Day
	for n, day := range ts.starts {
		if start := unit.Start(day); len(all) == 0 || start != last {
			last = start
			all = append(all, way{ts.sections[n], edtf.Of(unit, start).Heading()})
		}
	}
	return all
}

// hundredths writes a number with two decimals at most.
func hundredths(x float64) string {
	return strconv.FormatFloat(float64(int(x*100+0.5))/100, 'f', -1, 64)
}

// when returns a grain of time in words.
func when(g calendar.Grain, start calendar.Day) string {
	if d := edtf.Of(g.Unit, start); g.Step == 1 && !d.IsZero() {
		return d.String()
	}
	year, _, _ := start.Civil()
	return "the " + g.String() + " from " + calendar.YearName(year)
}

// labelOf returns what stands below a bar: the month of a day or a week, the year of what is longer.
func labelOf(g calendar.Grain, start calendar.Day) string {
	year, month, _ := start.Civil()
	switch {
	case g.Unit >= calendar.Weeks:
		return month.String()[:3] + " " + calendar.YearName(year)
	case g.Unit >= calendar.Years:
		return calendar.YearName(year)
	}
	return g.Unit.Label(start)
}
