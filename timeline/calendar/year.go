package calendar

import (
	"fmt"
	"strconv"
)

// YearName is a year with its era, where a reader would ask for one.
func YearName(year int) string {
	switch {
	case year <= 0:
		return strconv.Itoa(1-year) + " BC"
	case year < 1000:
		return strconv.Itoa(year) + " AD"
	}
	return strconv.Itoa(year)
}

// ISOYear writes a year with four digits, or with a Y before it where it needs more.
func ISOYear(year int) string {
	switch {
	case year > 9999 || year < -9999:
		return fmt.Sprintf("Y%d", year)
	case year < 0:
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}
