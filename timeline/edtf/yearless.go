package edtf

import (
	"strings"

	"dateline/timeline/calendar"
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
	all := readFreeform(trimmed)
	if len(all) != 1 || all[0].year != "" {
		return nil, false
	}
	s := all[0]
	if s.nearest(0).IsZero() {
		return nil, false
	}
	return s.in, true
}

// in returns the date in a year, the zero Date if that has no such day.
func (s spelledDate) in(year int) Date {
	if year < calendar.MinYear || year > calendar.MaxYear {
		return Date{}
	}
	s.year = calendar.ISOYear(year)
	d, err := Parse(s.edtf())
	if err != nil {
		return Date{}
	}
	return d
}
