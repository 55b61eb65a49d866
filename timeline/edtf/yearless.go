package edtf

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform"
)

// Yearless reads a date that names no year, such as "8 sep", "july" or "winter". It returns what the text means in a
// year, the zero Date in one that has no such day. It is not ok for any other text.
func Yearless(text string) (in func(year int) Date, ok bool) {
	trimmed := strings.TrimSpace(text)
	if !relative(strings.Fields(strings.ToLower(trimmed)), 0, 0).IsZero() {
		return nil, false
	}
	if _, err := Parse(text); err == nil {
		return nil, false
	}
	s, ok := freeform.Single(trimmed)
	if !ok || s.Year != "" {
		return nil, false
	}
	if nearest(s, 0).IsZero() {
		return nil, false
	}
	return func(year int) Date { return dateIn(s, year) }, true
}

// dateIn returns a date in a year, the zero Date if that has no such day.
func dateIn(s freeform.Date, year int) Date {
	if year < calendar.MinYear || year > calendar.MaxYear {
		return Date{}
	}
	s.Year = calendar.ISOYear(year)
	d, err := Parse(s.EDTF())
	if err != nil {
		return Date{}
	}
	return d
}
