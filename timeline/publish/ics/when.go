package ics

import (
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// A when is a date as a calendar has it.
type when struct {
	kind       string // the parameter of start and end
	start, end string // end is the first day, or the time, that is no part of it; "" where none is known
	stamp      string // the first day, as a time
	vague      bool   // whether the date says something else or less
}

// whenOf returns a date as a calendar has it. It is not ok where a calendar has no such date.
func whenOf(d edtf.Date) (w when, ok bool) {
	p := known(d)
	if d.IsZero() || !hasYear(p.From) {
		return w, false
	}
	w.stamp = timeText(midnight(p.From), true)
	marked := d.Approximate() || d.Uncertain() || d.IsSet()
	if from, to, zoned, timed := times(d); timed {
		w.vague = marked || d.IsInterval() && to.IsZero()
		w.start = timeText(from, zoned)
		if to.After(from) && to.Year() <= maxYear {
			w.end = timeText(to, zoned)
		}
		return w, from.Year() >= minYear && from.Year() <= maxYear
	}
	w.kind = ";VALUE=DATE"
	w.start = dayText(p.From)
	if end := min(p.To, calendar.DayOf(maxYear, time.December, 31)) + 1; hasYear(end) {
		w.end = dayText(end)
	}
	w.vague = marked || d.Period() != p || d.Precision() != edtf.ToDay
	return w, true
}

// The years that a calendar has.
const (
	minYear = 1
	maxYear = 9999
)

func hasYear(d calendar.Day) bool {
	year, _, _ := d.Civil()
	return minYear <= year && year <= maxYear
}

// known returns the days of a date; of one with an end that is open or unknown those that its other end may be.
func known(d edtf.Date) calendar.Period {
	p := d.Period()
	if p.To == calendar.Forever {
		p.To = max(p.From, d.Begins().To)
	}
	if p.To == calendar.Forever {
		p.To = p.From
	}
	if p.From == calendar.Beginning {
		p.From = p.To
		if end, ok := endOf(d); ok && end.Earliest() > calendar.Beginning {
			p.From = end.Earliest()
		}
	}
	return p
}

// endOf returns the end of an interval.
func endOf(d edtf.Date) (end edtf.Date, ok bool) {
	if !d.IsInterval() {
		return end, false
	}
	_, text, _ := strings.Cut(d.EDTF(), "/")
	end, err := edtf.Parse(text)
	return end, err == nil
}

// times returns when a date with a time of day begins and ends, and whether that is in UTC or else wherever it was. To
// is zero where there is no end. It is not ok for other dates.
func times(d edtf.Date) (from, to time.Time, zoned, ok bool) {
	since, ok := d.Clock()
	if !ok || d.IsSet() {
		return from, to, false, false
	}
	ahead, zoned := d.Offset()
	from = midnight(d.Earliest()).Add(since - ahead)
	end, hasEnd := endOf(d)
	if !hasEnd || end.Latest() == calendar.Forever {
		return from, to, zoned, true
	}
	since, timed := end.Clock()
	if offset, has := end.Offset(); has && zoned {
		ahead = offset
	}
	if !timed {
		since = 24 * time.Hour
	}
	return from, midnight(end.Latest()).Add(since - ahead), zoned, true
}

func midnight(d calendar.Day) time.Time {
	year, month, day := d.Civil()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

func dayText(d calendar.Day) string { return midnight(d).Format("20060102") }

func timeText(t time.Time, zoned bool) string {
	if zoned {
		return t.Format("20060102T150405Z")
	}
	return t.Format("20060102T150405")
}
