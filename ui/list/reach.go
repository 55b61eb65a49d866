package list

import (
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// MonthsBetween returns the months in which two dates begin, or no more than is known of them: "July 2025",
// "March 2024 to September 2025", "1142 to March 2025".
func MonthsBetween(from, to edtf.Date) string {
	first, last := from.Heading(), to.Heading()
	if from.Earliest() == calendar.Beginning {
		first = calendar.YearName(calendar.MinYear - 1)
	}
	if to.Earliest() == calendar.Beginning {
		last = first
	}
	if after, ok := strings.CutPrefix(last, "After "); ok {
		last = "after " + after
	}
	if first == last || strings.HasSuffix(last, " "+first) {
		return first
	}
	return first + " to " + last
}

// YearsBetween returns the years in which two dates begin: "2025", "2022–2026", "45 BC – 2025".
func YearsBetween(from, to edtf.Date) string {
	year := func(d edtf.Date) (text string, common bool) {
		switch y, _, _ := d.Earliest().Civil(); {
		case y > calendar.MaxYear, y < calendar.MinYear:
			return calendar.YearName(y), false
		case y > 0:
			return strconv.Itoa(y), true
		default:
			return strconv.Itoa(1-y) + " BC", false
		}
	}
	first, common := year(from)
	last, alike := year(to)
	switch {
	case first == last:
		return first
	case common && alike:
		return first + "–" + last
	}
	return first + " – " + last
}
