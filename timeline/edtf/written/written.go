// Package written reads dates as people write them in files, in English words or in digits: "October 21, 2022",
// "2013/12/21", "c. 1815–1818", "44 BC", "November 12–16, 2024", "2020–present".
//
//	readings := written.Readings("04/05/2024") // the 4th of May, DayFirst, and the 5th of April, MonthFirst
//	d, err := written.Parse("44 BC")           // -0043
//
// A text has as many readings as it can have meanings, and none where a part of it is not understood: a false date is
// worse than none. EDTF is not asked first; Parse does that, and whoever calls Readings. It reads no words that count
// from a day, such as "yesterday", which edtf.ParseRelative does, and it guesses neither a year nor a century.
//
// It imports edtf, edtf/freeform and calendar. How dates are worded is known in freeform, from which edtf makes the
// cures of its errors too, so that what is offered is what would be read.
package written

import (
	"fmt"
	"strconv"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/freeform"
)

// An Order is the order of day and month in a date of digits.
type Order uint8

// The orders. AnyOrder is that of a date whose digits do not tell.
const (
	AnyOrder Order = iota
	DayFirst
	MonthFirst
)

// A Reading is one date that a text can mean.
type Reading struct {
	Date     edtf.Date
	Order    Order
	YearSpan bool // whether a number of two digits is taken for the last year of a span, as in 1914-18
}

// Readings returns every date that a text can mean, and none where it is no date. What of it is EDTF already is not
// looked for.
func Readings(text string) []Reading {
	var all []Reading
	exists := func(d freeform.Date) bool {
		_, err := edtf.Parse(d.EDTF())
		return err == nil
	}
	for _, one := range freeform.Read(text, exists) {
		if d, err := edtf.Parse(one.EDTF()); err == nil && one.Year != "" {
			all = append(all, Reading{Date: d})
		}
	}
	return all
}

// MayBeYears reports whether a text that is EDTF, such as 1910-12 or 1829-30, may also be a span of years.
func MayBeYears(text string) bool {
	return len(text) == len("1910-12") && text[4] == '-' && text[2:4] < text[5:]
}

// Parse reads EDTF, or else a text that has exactly one reading. The error is an [*edtf.Error], which names the cures.
func Parse(text string) (edtf.Date, error) {
	d, err := edtf.Parse(text)
	if err == nil {
		return d, nil
	}
	if all := Readings(text); len(all) == 1 {
		return all[0].Date, nil
	}
	return edtf.Date{}, err
}

// Epoch reads a number of 10 or 13 digits as the seconds or milliseconds since 1970, in UTC. Such a number is no
// Reading, since it may be anything: whoever calls this knows that it is a time.
func Epoch(text string) (d edtf.Date, ok bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil || text[0] == '+' || text[0] == '-' {
		return edtf.Date{}, false
	}
	switch len(text) {
	case 10:
		n *= 1000
	case 13:
	default:
		return edtf.Date{}, false
	}
	const second, day = 1000, 24 * 60 * 60 * 1000
	on := calendar.DayOf(1970, time.January, 1) + calendar.Day(n/day)
	clock := n % day
	written := fmt.Sprintf("%sT%02d:%02d:%02d", on, clock/3_600_000, clock/60_000%60, clock/second%60)
	if clock%second != 0 {
		written += fmt.Sprintf(".%03d", clock%second)
	}
	d, err = edtf.Parse(written + "Z")
	return d, err == nil
}
