// Package calendar counts days and divides them into units and columns.
//
// A [Day] is a day of the proleptic Gregorian calendar, a [Unit] is a century, a decade, a year, a quarter, a
// month, a week or a day, a [Period] is the days from one to another, a [Grain] is some units in a row,
// and a [Scale] is days in columns of a grain.
//
//	s := calendar.Fit(first, last, 80) // at most 80 columns, of the finest unit that suffices
//	for c := range s.Columns() {
//		fmt.Println(s.Unit().Label(s.Start(c)))
//	}
//
// A Day has no time of day and no time zone, and is known exactly: for dates of which less is known see package edtf.
// Nothing here reads text or asks for the present day. The package imports no other of this module. All its types are
// small values.
package calendar

import (
	"fmt"
	"math"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar, as the number of days since 1970-01-01. Years are
// astronomical, as in ISO 8601: year 0 is 1 BC.
type Day int32

// The ends of time. Beginning is the first day of what has no start, Forever the last day of what has no end.
const (
	Beginning Day = math.MinInt32
	Forever   Day = math.MaxInt32
)

// The first and the last year whose days are told apart. A Day reaches further, to about 5.8 million years from 1970 on
// both sides, so that there is room for what lies beyond.
const (
	MinYear = -5_000_000
	MaxYear = 5_000_000
)

// Beyond reports whether d lies before MinYear or after MaxYear, as both ends of time do. Days there stand for all
// that lie further off.
func Beyond(d Day) bool {
	return d < DayOf(MinYear, time.January, 1) || d > DayOf(MaxYear, time.December, 31)
}

// DayOf returns the day with this date. A month or a day outside its range is carried over, as in time.Date: 30
// February is 1 or 2 March. A day beyond the ends of time is the nearer end.
func DayOf(year int, month time.Month, day int) Day {
	y, m := int64(year), int64(month)-1
	y, m = y+floorDiv(m, 12), floorMod(m, 12)
	if y > 2*MaxYear {
		return Forever
	}
	if y < 2*MinYear {
		return Beginning
	}
	// Years are counted from March, so that the leap day comes last. An era is 400 years, after which days repeat.
	m -= 2
	if m < 0 {
		m += 12
		y--
	}
	era, yearOfEra := floorDiv(y, 400), floorMod(y, 400)
	dayOfYear := (153*m+2)/5 + int64(day) - 1
	n := era*daysInEra + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear - epochFromMarch0
	return Day(min(max(n, int64(Beginning)), int64(Forever)))
}

const (
	daysInEra       = 146097 // of 400 years
	epochFromMarch0 = 719468 // days from 0000-03-01 to 1970-01-01
)

// DaysTo returns the number of days from d to e, which may be more than a Day can count.
func (d Day) DaysTo(e Day) int64 { return int64(e) - int64(d) }

// Civil returns the date of d: the year, the month from 1 to 12 and the day of the month from 1.
func (d Day) Civil() (year int, month time.Month, day int) {
	n := int64(d) + epochFromMarch0
	era, dayOfEra := floorDiv(n, daysInEra), floorMod(n, daysInEra)
	yearOfEra := (dayOfEra - dayOfEra/1460 + dayOfEra/36524 - dayOfEra/146096) / 365
	dayOfYear := dayOfEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	m := (5*dayOfYear + 2) / 153
	day = int(dayOfYear - (153*m+2)/5 + 1)
	y := era*400 + yearOfEra
	m += 3
	if m > 12 {
		m -= 12
		y++
	}
	return int(y), time.Month(m), day
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int64(d)+int64(time.Thursday), 7))
}

// String returns d in EDTF: "2025-09-08", "-0043-03-15", "Y12345-01-01". Both ends of time are "..".
func (d Day) String() string {
	if d == Beginning || d == Forever {
		return ".."
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("%s-%02d-%02d", ISOYear(year), month, day)
}

// DaysIn returns the number of days of a month from 1 to 12.
func DaysIn(year, month int) int {
	switch {
	case month != 2:
		return 30 + (month+month>>3)&1 // odd months up to July have 31 days, even ones from August on
	case year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	}
	return 28
}

// floorDiv returns a/b rounded down.
func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// floorMod returns what is left of a after floorDiv, from 0 to b-1.
func floorMod(a, b int64) int64 {
	r := a % b
	if r < 0 {
		r += b
	}
	return r
}
