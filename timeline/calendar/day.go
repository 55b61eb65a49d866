package calendar

import (
	"fmt"
	"math"
	"time"
)

// A Day is a day of the proleptic Gregorian calendar, counted from 1970-01-01. Years are astronomical, as ISO 8601 has
// them: year 0 is 1 BC.
type Day int32

// The ends of time: the earliest day of a date that is open at its start, the latest of one that is open at its end.
const (
	Beginning Day = math.MinInt32
	Forever   Day = math.MaxInt32
)

// The years a date may be written with; a Day reaches a little further on both sides.
const (
	MinYear = -5_000_000
	MaxYear = 5_000_000
)

// DayOf is the day with this date. A month or day outside its range is carried over, as time.Date does; what lies beyond
// the ends of time is the nearer end.
func DayOf(year int, month time.Month, day int) Day {
	y, m := int64(year), int64(month)-1
	y, m = y+floorDiv(m, 12), floorMod(m, 12)
	if y > 2*MaxYear {
		return Forever
	}
	if y < 2*MinYear {
		return Beginning
	}
	// Years are counted from March, so that the leap day comes last; an era is the 400 years after which days repeat.
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
	daysInEra       = 146097
	epochFromMarch0 = 719468 // days from 0000-03-01 to 1970-01-01
)

// DaysTo returns the number of days from d to e, which between the ends of time is more than a Day can count.
func (d Day) DaysTo(e Day) int64 { return int64(e) - int64(d) }

// Civil is the date of the day in the calendar.
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

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday {
	return time.Weekday(floorMod(int64(d)+int64(time.Thursday), 7))
}

// String is the day in EDTF: "2025-09-08", "-0043-03-15", "Y12345-01-01"; ".." at both ends of time.
func (d Day) String() string {
	if d == Beginning || d == Forever {
		return ".."
	}
	year, month, day := d.Civil()
	return fmt.Sprintf("%s-%02d-%02d", ISOYear(year), month, day)
}

// DaysIn is the number of days of a month, 1 ≤ month ≤ 12.
func DaysIn(year, month int) int {
	switch {
	case month != 2:
		return 30 + (month+month>>3)&1
	case year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	}
	return 28
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int64) int64 {
	r := a % b
	if r < 0 {
		r += b
	}
	return r
}
