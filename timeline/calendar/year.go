package calendar

import (
	"fmt"
	"strconv"
)

// YearName returns a year as it is read: with BC for the years up to 0, with AD for those below 1000: "44 BC", "14
// AD", "1914". The days of a year beyond the calendar stand for all beyond it: "after 5000000".
func YearName(year int) string {
	switch {
	case year > MaxYear:
		return "after " + YearName(MaxYear)
	case year < MinYear:
		return "before " + YearName(MinYear)
	case year <= 0:
		return strconv.Itoa(1-year) + " BC"
	case year < 1000:
		return strconv.Itoa(year) + " AD"
	}
	return strconv.Itoa(year)
}

// ISOYear returns a year as it is written in EDTF: "2025", "-0043", and with a Y if it has more than four digits,
// "Y12345".
func ISOYear(year int) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}
