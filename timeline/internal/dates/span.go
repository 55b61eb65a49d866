package dates

import (
	"strconv"
	"strings"
	"time"

	"gopkg.in/yaml.v3"

	"dateline/timeline/calendar"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
	"dateline/timeline/lazyregexp"
)

// This file puts the two ends of a date together.

// Span returns the date that begins in a field and ends in another, and the zero Date where they are no span, which it
// reports.
func (d *Reader) Span(field string, from edtf.Date, end *yaml.Node, to edtf.Date) edtf.Date {
	if from.IsZero() || to.IsZero() {
		return edtf.Date{}
	}
	if from.IsInterval() || to.IsInterval() {
		d.Problem(end, rule.EndConflict, "`end` stands beside a date that has an end",
			"write "+from.EDTF()+" alone, or `"+field+"` and `end`")
		return edtf.Date{}
	}
	if to.Latest() < from.Earliest() {
		d.SayEarly(from, end, to)
		return edtf.Date{}
	}
	both := from.EndEDTF() + "/" + to.EndEDTF()
	date, err := edtf.Parse(both)
	if err != nil {
		if _, hours := nextDay(Reading{Date: from}, end.Value); hours > 0 && guess.IsClock(strings.TrimSpace(end.Value)) {
			d.SayEarly(from, end, to)
			return edtf.Date{}
		}
		d.badDate(end, both, err, len(from.EndEDTF())+1)
	}
	return date
}

// SayEarly reports an end that is before its start. One of which only the hour is said may be of the day after.
func (d *Reader) SayEarly(from edtf.Date, end *yaml.Node, to edtf.Date) {
	hint := ""
	if end.Kind == yaml.ScalarNode && guess.IsClock(strings.TrimSpace(end.Value)) {
		if next, hours := nextDay(Reading{Date: from}, end.Value); hours > 0 {
			_, clock, _ := strings.Cut(to.EndEDTF(), "T")
			hint = "write " + from.EDTF() + "/" + next.String() + "T" + clock + ", if it is on the day after"
		}
	}
	d.Problem(end, rule.EndConflict, "the end is before the start, "+from.EDTF(), hint)
}

// ShortEnd returns the end of what begins, where that leaves out the century of a year or the day of a time; else end.
// A year is in the century that the reader says, or else in that of the start, if it comes after that.
func (d *Reader) ShortEnd(begin, end Reading, text string) Reading {
	from, whole, how := begin.EDTF(), "", ""
	switch {
	case begin.IsZero() || begin.IsInterval() || begin.IsSet():
	case len(from) == len("1914") && guess.IsDigits(from) && guess.IsDigits(text) && len(text) == 2:
		said := d.Century > 0 && from >= "1000"
		if whole, how = from[:2]+text, ", in the century of its start"; said {
			whole, how = d.yearIn(text), ""
		}
		if whole <= from || !said && isFarAhead(from, whole) {
			return end
		}
	case len(from) >= len("2025-09-08") && begin.Earliest() == begin.Latest() && guess.IsClock(text):
		day, clock, _ := strings.Cut(from, "T")
		zone := ""
		if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
			zone = " " + clock[at:]
		}
		whole = day + " " + text + zone
		if next, hours := nextDay(begin, text); 0 < hours && hours <= longestNight {
			whole, how = next.String()+" "+text+zone, ", on the day after the start, since the hour is before that"
		}
	}
	date, err := written.Parse(whole)
	if whole == "" || err != nil {
		return end
	}
	end.Date, end.Text, end.Odd, end.Either, end.How = date, text, true, nil, how
	return end
}

// isFarAhead reports whether what begins in a year ends in one that is hardly told of yet: 99 beside 2020 is a slip.
func isFarAhead(from, to string) bool {
	const yetToCome, most = 2030, 30 // years, of which plans are made
	first, _ := strconv.Atoi(from)
	last, _ := strconv.Atoi(to)
	return last >= yetToCome && last-first > most
}

// longestNight is how many hours may be between a start and an end on the day after it, of which only the hour is said.
const longestNight = 12

// nextDay returns the day after that of a start, and how many hours after it an hour of that day begins, where the hour
// is before that of the start. It is 0 where it is not, or where the start has none.
func nextDay(begin Reading, clock string) (next calendar.Day, hours float64) {
	at := func(date edtf.Date) (minutes int, ok bool) {
		_, clock, found := strings.Cut(date.EDTF(), "T")
		if !found || len(clock) < len("22:00") {
			return 0, false
		}
		hour, err := strconv.Atoi(clock[:2])
		minute, wrong := strconv.Atoi(clock[3:5])
		return 60*hour + minute, err == nil && wrong == nil
	}
	next = begin.Earliest() + 1
	end, err := written.Parse(begin.Earliest().String() + " " + clock)
	from, timed := at(begin.Date)
	to, ok := at(end)
	if err != nil || !timed || !ok || to >= from || end.IsInterval() {
		return next, 0
	}
	return next, float64(24*60+to-from) / 60
}

// LastDay returns the end of what lasts whole days, where the values of start and end are maps as calendars
// of Google have them: theirs is the day after the last.
func LastDay(start, last *yaml.Node, begin, end Reading) Reading {
	isDay := func(n *yaml.Node) bool {
		return n != nil && n.Kind == yaml.MappingNode && nodevalue.TextOf(n, "date") != "" &&
			nodevalue.TextOf(n, "datetime") == ""
	}
	if isDay(start) && isDay(last) && begin.Latest() < end.Earliest() && !end.IsZero() && !begin.IsZero() {
		end.Date, _ = edtf.Parse((end.Earliest() - 1).String())
	}
	return end
}

// AtHour returns a day at a time of day. It is not ok where there is no such time, or where the date is no day.
func AtHour(day Reading, clock string, utc bool) (at Reading, ok bool) {
	text := day.EDTF()
	if len(text) != len("2025-09-08") || day.Earliest() != day.Latest() {
		return day, false
	}
	date, err := written.Parse(text + " " + clock)
	if err != nil || date.Earliest() != day.Earliest() || date.IsInterval() {
		return day, false
	}
	if exact := date.EDTF(); utc && len(exact) > len(text) {
		if inUTC, err := written.Parse(exact + "Z"); err == nil {
			date = inUTC
		}
	}
	day.Date = date
	return day, true
}

// countsWeeks says by what a week is counted of which a text has the number, such as KW 5/2024: elsewhere it may begin
// on another day. It is "" for any other date.
func countsWeeks(text string, date edtf.Date) string {
	const others = 6 // days of a week
	if !date.IsInterval() || date.Latest()-date.Earliest() != others || date.Earliest().Weekday() != time.Monday ||
		len(written.Readings(text)) > 0 {
		return ""
	}
	return ", as ISO 8601 counts weeks"
}

// wholeHour matches year, month and day with an hour of four digits, as lists of launches have it.
var wholeHour = lazyregexp.New(
	`^(\d{4} [A-Z][a-z]{2,8} +\d{1,2}) +([01]\d|2[0-3])([0-5]\d)(:[0-5]\d)?( ?(?:UTC|GMT|Z))?$`)

// hourApart returns a text whose hour has four digits as such are written, and "" for any other.
func hourApart(text string) string {
	if len(text) < len("1957 Oct 4 0505") || text[4] != ' ' {
		return ""
	}
	m := wholeHour().FindStringSubmatch(text)
	switch {
	case m == nil:
		return ""
	case m[5] != "":
		m[5] = "Z"
	}
	return m[1] + " " + m[2] + ":" + m[3] + m[4] + m[5]
}
