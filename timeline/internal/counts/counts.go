// Package counts knows which long numbers may count something in time: days, as spreadsheets do, or seconds and parts
// of them since 1970.
//
//	var seen counts.Kinds
//	for _, text := range column {
//		seen |= counts.Of(text) // "45543": Serial and SurelySerial
//	}
//	seen.AreDays() // whether all can be days, and one can be nothing else
//
// A number alone may be anything: 1709081430 is a second of 2024, and 8 September 2017, 14:30. What a column shows
// together is surer, and what its key is called is the matter of package guess. It reads no date; package written does
// that.
package counts

import (
	"strings"
	"time"
)

// Kinds is what the numbers of a column may count. The zero Kinds has seen none.
type Kinds uint8

// The kinds.
const (
	Serial          Kinds = 1 << iota // a day as spreadsheets count, from 1982 to 2064
	SurelySerial                      // one that is no day of a month in digits either
	OtherThanSerial                   // a number that is no such day
	Seconds                           // those since 1970, from 2001 to 2038
	SurelySeconds                     // those that are no day and hour in digits either
	Milliseconds                      // or smaller parts of a second
	OtherThanTime                     // a number that is neither
)

// IsLong reports whether a text is a number of five digits or more, perhaps with a decimal point: too long for a year.
func IsLong(text string) bool {
	whole, parts, decimal := strings.Cut(text, ".")
	return len(whole) > len("2025") && isDigits(whole) && (!decimal || isDigits(parts))
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// Of returns what a long number may count.
func Of(text string) (kinds Kinds) {
	whole, _, _ := strings.Cut(text, ".")
	switch isSerial := len(whole) == len("45543") && whole >= "30000" && whole < "60000"; {
	case !isSerial:
		kinds |= OtherThanSerial
	case isShortDay(whole):
		kinds |= Serial
	default:
		kinds |= Serial | SurelySerial
	}
	switch {
	case !IsMoment(whole):
		kinds |= OtherThanTime
	case len(whole) > len("1757341800"):
		kinds |= Milliseconds
	case whole[0] != '1' || isDayAndHour("20"+whole[:6], whole[6:8]) && whole[8:] < "60":
		kinds |= Seconds
	default:
		kinds |= Seconds | SurelySeconds
	}
	return kinds
}

// isShortDay reports whether five digits may be a day, a month and two digits of a year, in either order, of which the
// first lost its zero: 50124.
func isShortDay(text string) bool { return text[1:3] >= "01" && text[1:3] <= "31" }

// isDayAndHour reports whether digits may be a day of the calendar and an hour.
func isDayAndHour(day, hour string) bool {
	_, err := time.Parse("20060102", day)
	return err == nil && hour < "24"
}

// IsMoment reports whether digits as seconds since 1970, or parts of them, fall between 2001 and 2038, and are no day
// and hour such as 2024010510.
func IsMoment(text string) bool {
	if len(text) < len("1757341800") {
		return false
	}
	seconds := text[:len("1757341800")]
	if century := text[:2]; len(text) == len(seconds) && (century == "19" || century == "20") &&
		isDayAndHour(text[:8], text[8:]) {
		return false
	}
	return seconds >= "1000000000" && seconds <= "2147483647"
}

// AreDays reports whether all numbers may be days as spreadsheets count, and one can be nothing else.
func (k Kinds) AreDays() bool { return k&(SurelySerial|OtherThanSerial) == SurelySerial }

// AreTimes reports whether all numbers may be times since 1970, in one unit.
func (k Kinds) AreTimes() bool {
	return k&OtherThanTime == 0 && k&(Seconds|Milliseconds) != Seconds|Milliseconds
}

// AreSurelyTimes reports whether they may, and one can be nothing else.
func (k Kinds) AreSurelyTimes() bool { return k.AreTimes() && k&(SurelySeconds|Milliseconds) != 0 }
