package icaldoc

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"time"
)

// This file makes a time zone of what a calendar says of one: from when on its clocks are how far from UTC.

// A described is a time zone that the calendar itself describes.
type described struct {
	name    string
	changes []change
	odd     bool // whether a part of it cannot be read
}

// A change is what sets the clocks of a zone, each year or once.
type change struct {
	start    time.Time // the first, by the clocks before it; here as in all of this file the zone of a Time is UTC
	dates    []time.Time
	rule     string
	from, to int // seconds east of UTC before it and after it
	daylight bool
}

// takeZone takes a property of a component that gives no entry, which may describe a time zone.
func (c *calendar) takeZone(p property) {
	z, value := &c.described, strings.TrimSpace(p.value)
	switch n := len(c.skipped); {
	case c.skipped[0] != "VTIMEZONE":
	case n == 1 && p.name == "TZID":
		z.name = value
	case n == 2 && len(z.changes) > 0 && !z.odd:
		z.odd = !z.changes[len(z.changes)-1].take(p.name, value)
	}
}

// beginChange notes a part of the description of a zone.
func (z *described) beginChange(component string) {
	if component != "STANDARD" && component != "DAYLIGHT" {
		return
	}
	if z.odd = z.odd || len(z.changes) == maxZones; !z.odd {
		z.changes = append(z.changes, change{daylight: component == "DAYLIGHT"})
	}
}

// take takes a property of a change. It is not ok where that cannot be read.
func (g *change) take(name, value string) (ok bool) {
	var err error
	switch name {
	case "TZOFFSETFROM":
		g.from, ok = offset(value)
		return ok
	case "TZOFFSETTO":
		g.to, ok = offset(value)
		return ok
	case "DTSTART":
		g.start, err = wall(value)
	case "RRULE":
		if g.rule != "" {
			return false
		}
		g.rule = strings.ToUpper(value)
	case "RDATE":
		for _, text := range strings.Split(value, ",") {
			date, wrong := wall(text)
			if err = cmp.Or(err, wrong); len(g.dates) < maxChanges {
				g.dates = append(g.dates, date)
			}
		}
	}
	return err == nil
}

// offset reads seconds east of UTC, such as +0545.
func offset(text string) (seconds int, ok bool) {
	layout := "-0700"
	if len(text) == len("+054500") {
		layout = "-070000"
	}
	t, err := time.Parse(layout, text)
	_, seconds = t.Zone()
	return seconds, err == nil
}

// wall reads what clocks show, such as 19701101T020000.
func wall(text string) (time.Time, error) {
	text, _, _ = strings.Cut(strings.TrimSpace(text), "/") // a period has its start before that
	layout := "20060102T150405"
	if len(text) == len("20060102") {
		layout = "20060102"
	}
	return time.Parse(layout, strings.TrimSuffix(text, "Z"))
}

// describeZone notes a time zone that the calendar describes and this machine does not know. Nothing is noted where a
// part of it cannot be read: the times of its events then have no offset.
func (c *calendar) describeZone() {
	z := c.described
	if z.name == "" || z.odd || len(z.changes) == 0 || c.zone(z.name) != nil {
		return
	}
	if known := c.zones[z.name]; known != nil && !known.described {
		known.location, known.described = z.location(), true
	}
}

const (
	lastYear   = 2200 // up to which changes are counted out
	maxChanges = 5000 // of a zone
)

// A turn is one change of the clocks.
type turn struct {
	at     int64 // seconds since 1970
	change int
}

// location returns the zone as package time has them, and nil where it cannot be counted out.
func (z *described) location() *time.Location {
	same := func(g change) bool { return g.to == z.changes[0].to }
	if !slices.ContainsFunc(z.changes, func(g change) bool { return !same(g) }) {
		return time.FixedZone("", z.changes[0].to)
	}
	var turns []turn
	for i, g := range z.changes {
		all, ok := g.all()
		if !ok || len(turns)+len(all) > maxChanges {
			return nil
		}
		for _, t := range all {
			turns = append(turns, turn{t.Unix() - int64(g.from), i})
		}
	}
	slices.SortStableFunc(turns, func(a, b turn) int { return cmp.Compare(a.at, b.at) })
	turns = slices.CompactFunc(turns, func(a, b turn) bool { return a.at == b.at })
	location, err := time.LoadLocationFromTZData("", z.tzif(turns))
	if err != nil {
		return nil
	}
	return location
}

// tzif returns the zone in the format of tzfile(5), as RFC 8536 has it. Its first type holds before all turns.
func (z *described) tzif(turns []turn) []byte {
	header := func(turns, types, chars int) []byte {
		b := append([]byte("TZif2"), make([]byte, 15+12)...)
		for _, n := range []int{turns, types, chars} {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
		return b
	}
	b := append(header(0, 0, 0), header(len(turns), len(z.changes)+1, 1)...)
	for _, t := range turns {
		b = binary.BigEndian.AppendUint64(b, uint64(t.at))
	}
	for _, t := range turns {
		b = append(b, byte(t.change+1))
	}
	b = append(binary.BigEndian.AppendUint32(b, uint32(int32(z.changes[turns[0].change].from))), 0, 0)
	for _, g := range z.changes {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(g.to)))
		b = append(b, map[bool]byte{true: 1}[g.daylight], 0)
	}
	return append(b, 0, '\n', '\n')
}

// all returns every change up to the last year, by the clocks before each. It is not ok where there is none, and where
// its rule is none of those that are yearly on a day of a month.
func (g change) all() (all []time.Time, ok bool) {
	if g.start.IsZero() {
		return nil, false
	}
	all = append([]time.Time{g.start}, g.dates...)
	if g.rule == "" {
		return all, true
	}
	r, ok := g.yearly()
	if !ok {
		return nil, false
	}
	for year := g.start.Year(); year <= min(r.until.Year(), lastYear); year += r.every {
		day := r.day(year)
		t := day.Add(time.Duration(g.start.Hour())*time.Hour + time.Duration(g.start.Minute())*time.Minute +
			time.Duration(g.start.Second())*time.Second)
		switch {
		case day.IsZero() || !t.After(g.start):
			continue
		case t.After(r.until) || r.count > 0 && len(all)-len(g.dates) >= r.count:
			return all, true
		}
		all = append(all, t)
	}
	return all, true
}

// A yearly is a rule of one day a year.
type yearly struct {
	month   time.Month
	nth     int // of the weekdays in the month, -1 for the last; 0 for a day of the month
	weekday time.Weekday
	from    int // the first day of the month that it can be, or the last where last is set
	exact   bool
	every   int
	count   int       // 0 for any number
	until   time.Time // by the clocks before it
}

// yearly reads the rule of a change: FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU and its like.
func (g change) yearly() (r yearly, ok bool) {
	r = yearly{
		month: g.start.Month(), from: g.start.Day(), exact: true, every: 1,
		until: time.Date(lastYear, 12, 31, 0, 0, 0, 0, time.UTC),
	}
	var monthDays []string
	for _, part := range strings.Split(g.rule, ";") {
		key, value, _ := strings.Cut(part, "=")
		n, err := strconv.Atoi(value)
		switch key {
		case "FREQ":
			ok, err = value == "YEARLY", nil
		case "INTERVAL":
			r.every = n
		case "COUNT":
			r.count = n
		case "BYMONTH":
			r.month = time.Month(n)
		case "BYMONTHDAY":
			monthDays, err = strings.Split(value, ","), nil
		case "BYDAY":
			m := weekdayPattern().FindStringSubmatch(value)
			if m == nil {
				return r, false
			}
			r.nth, _ = strconv.Atoi(m[1])
			r.weekday, r.exact, err = time.Weekday(strings.Index("SUMOTUWETHFRSA", m[2])/2), false, nil
		case "UNTIL":
			if r.until, err = wall(value); strings.HasSuffix(value, "Z") {
				r.until = r.until.Add(time.Duration(g.from) * time.Second)
			}
		case "WKST", "":
			err = nil
		default:
			return r, false
		}
		if err != nil {
			return r, false
		}
	}
	ok = ok && r.month >= 1 && r.month <= 12 && r.every >= 1 && r.count >= 0
	return r, ok && r.amongDays(monthDays, strings.Contains(g.rule, "BYMONTH="))
}

// amongDays takes the days of the month that a rule names. Several are seven on end, of which one is the weekday. It is
// not ok where the rule has no day then, or several.
func (r *yearly) amongDays(days []string, inMonth bool) (ok bool) {
	switch {
	case len(days) == 0:
		return r.exact || r.nth != 0 && inMonth
	case r.nth != 0 || r.exact != (len(days) == 1) || !r.exact && len(days) != 7:
		return false
	}
	for i, text := range days {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 31 || i > 0 && n != r.from+i {
			return false
		}
		if i == 0 {
			r.from = n
		}
	}
	return true
}

// day returns the day of a year that the rule means, and the zero Time where the year has none.
func (r *yearly) day(year int) time.Time {
	first := time.Date(year, r.month, 1, 0, 0, 0, 0, time.UTC)
	from := r.from
	switch {
	case r.nth > 0:
		from = 7*r.nth - 6
	case r.nth < 0: // the last seven days, and those before them
		from = first.AddDate(0, 1, -1).Day() + 7*r.nth + 1
	}
	day := first.AddDate(0, 0, from-1)
	if !r.exact {
		day = day.AddDate(0, 0, int(r.weekday-day.Weekday()+7)%7)
	}
	if day.Month() != r.month {
		return time.Time{}
	}
	return day
}
