package guess

import (
	"strings"
)

// This file knows which numbers may count days or seconds from somewhere, and which columns of them surely do.

// IsLong reports whether a text is a number of five digits or more, perhaps with a decimal point: too long for a year.
func IsLong(text string) bool {
	whole, parts, decimal := strings.Cut(text, ".")
	return len(whole) > len("2025") && IsDigits(whole) && (!decimal || IsDigits(parts))
}

// CountsOf returns what a long number may count.
func CountsOf(text string) (signs Sign) {
	whole, _, _ := strings.Cut(text, ".")
	switch isSerial := len(whole) == len("45543") && whole >= "30000" && whole < "60000"; {
	case !isSerial:
		signs |= OtherThanSerial
	case isShortDay(whole):
		signs |= Serial
	default:
		signs |= Serial | SurelySerial
	}
	switch {
	case len(whole) < len("1757341800") || !IsProbableMoment(whole):
		signs |= OtherNumber
	case len(whole) > len("1757341800"):
		signs |= Milliseconds
	case whole[0] != '1':
		signs |= Seconds
	default:
		signs |= Seconds
		if month, day := whole[2:4], whole[4:6]; !isMonthAndDay(month, day) || whole[6:8] > "23" || whole[8:] > "59" {
			signs |= SurelySeconds
		}
	}
	return signs
}

// isShortDay reports whether digits may be a day, a month and two digits of a year, of which the first lost its zero.
func isShortDay(text string) bool {
	a, b := "0"+text[:1], text[1:3]
	return isMonthAndDay(a, b) || isMonthAndDay(b, a)
}

// isMonthAndDay reports whether two digits may be a month, and two a day.
func isMonthAndDay(month, day string) bool {
	return month >= "01" && month <= "12" && day >= "01" && day <= "31"
}

// AreDays reports whether all numbers of a column may be days as spreadsheets count, between 1982 and 2064, and one can
// be nothing else.
func (c Column) AreDays() bool {
	return c.Signs&(SurelySerial|OtherThanSerial) == SurelySerial && c.Years+c.Small == 0
}

// AreSurelyTimes reports whether all numbers of a column may be times since 1970, and one can be no day and hour in
// digits.
func (c Column) AreSurelyTimes() bool {
	return c.AreTimes() && c.Signs&(SurelySeconds|Milliseconds) != 0
}

// HasDates reports whether a key says that its values are dates, in a word that no count of seconds or days has.
func HasDates(key string) bool {
	return HasWord(key, "date", "dates", "datetime", "datum", "fecha") && !HasWord(key, "jd", "mjd", "julian", "id", "no")
}
