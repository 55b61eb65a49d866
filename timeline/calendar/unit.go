package calendar

import (
	"strconv"
	"time"
)

// A Unit is a part of the calendar by which time is counted. A greater Unit is a finer one.
type Unit uint8

// The units, from the coarsest. A century begins with a year that ends in 00, a decade with one that ends in 0. A
// week begins on Monday, as in ISO 8601.
const (
	Centuries Unit = iota
	Decades
	Years
	Quarters
	Months
	Weeks
	Days
)

var unitNames = [...]string{"century", "decade", "year", "quarter", "month", "week", "day"}

// String returns the name of one: "century", "month".
func (u Unit) String() string { return unitNames[u] }

// number returns the number of the unit that d lies in, which later days never have less of. Weeks and days are
// counted from 1970, all others from year 0.
func (u Unit) number(d Day) int {
	switch u {
	case Days:
		return int(d)
	case Weeks:
		return int(floorDiv(int64(d)-firstMonday, 7))
	}
	year, month, _ := d.Civil()
	switch u {
	case Centuries:
		return int(floorDiv(int64(year), 100))
	case Decades:
		return int(floorDiv(int64(year), 10))
	case Quarters:
		return 4*year + int(month-1)/3
	case Months:
		return 12*year + int(month-1)
	}
	return year
}

// first returns the first day of the unit with that number.
func (u Unit) first(number int) Day {
	switch u {
	case Days:
		return Day(min(max(number, int(Beginning)), int(Forever)))
	case Weeks:
		return Days.first(7*number + firstMonday)
	case Centuries:
		return DayOf(100*number, time.January, 1)
	case Decades:
		return DayOf(10*number, time.January, 1)
	case Quarters:
		return DayOf(0, time.Month(3*number+1), 1)
	case Months:
		return DayOf(0, time.Month(number+1), 1)
	}
	return DayOf(number, time.January, 1)
}

const firstMonday = 4 // 1970-01-05, the first day of week 0

// Start returns the first day of the unit that d lies in.
func (u Unit) Start(d Day) Day { return u.first(u.number(d)) }

// Next returns the first day of the unit after the one that d lies in.
func (u Unit) Next(d Day) Day { return u.first(u.number(d) + 1) }

// Shift returns the day n units after d, or before it if n is negative. It has the same number in its month, or is
// the last day of a shorter month: a month after 31 January is 28 or 29 February.
func (u Unit) Shift(d Day, n int) Day {
	months := 0
	switch u {
	case Days, Weeks:
		if u == Weeks {
			n *= 7
		}
		return Days.first(int(d) + n)
	case Centuries:
		months = 1200
	case Decades:
		months = 120
	case Years:
		months = 12
	case Quarters:
		months = 3
	case Months:
		months = 1
	}
	_, _, day := d.Civil()
	first := Months.first(Months.number(d) + n*months)
	year, month, _ := first.Civil()
	return DayOf(year, month, min(day, DaysIn(year, int(month))))
}

// Label returns the name of the unit that d lies in, for an axis on which its neighbours say the rest: "1990s",
// "2025", "Q3", "Sep", "8". A unit that begins a coarser one has the label of that: January is "2025", 1 September
// is "Sep".
func (u Unit) Label(d Day) string {
	start := u.Start(d)
	year, month, day := start.Civil()
	switch {
	case u == Days && day > 1, u == Weeks && day > 7:
		return strconv.Itoa(day)
	case u >= Months && month > time.January:
		return month.String()[:3]
	case u == Quarters && month > time.January:
		return "Q" + strconv.Itoa(1+int(month-1)/3)
	case u <= Decades && year > 0:
		return strconv.Itoa(year) + "s"
	case u <= Decades && year < 0 && year >= MinYear:
		return strconv.Itoa(-year) + " BC" // as the 46th century BC is said to begin in 4600, not in 4601
	}
	return YearName(year)
}
