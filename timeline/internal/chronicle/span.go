package chronicle

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// This file finds the year of days below a heading that has a month or a span of days, such as "Trip, December 2023".

// inSpan splits a text that begins with a day or a month in the time that a heading names. One that is not in it has no
// year from there: 2 January below December 2023 may be of the year after.
func (r *reader) inSpan(span, said string) (date, title string) {
	from, to, ok := daysOf(span)
	if !ok || from == to {
		return "", ""
	}
	found := ""
	for _, year := range yearsIn(span) {
		one, rest := r.splitWith(year, strings.Contains(span, "年"), said)
		first, last, read := daysOf(one)
		switch {
		case !read || first < from || last > to:
		case found != "":
			return "", "" // in two years
		default:
			found, date, title = year, one, rest
		}
	}
	return date, title
}

// yearsIn returns the different numbers of four digits in a date.
func yearsIn(date string) (years []string) {
	for _, word := range strings.FieldsFunc(date, func(c rune) bool { return c < '0' || c > '9' }) {
		if len(word) == len("1999") && (len(years) == 0 || years[len(years)-1] != word) {
			years = append(years, word)
		}
	}
	return years
}

// daysOf returns the first and the last day of a date that has one reading.
func daysOf(text string) (from, to calendar.Day, ok bool) {
	date, ok := edtf.Read(text)
	if !ok {
		all := written.Readings(text)
		if len(all) != 1 {
			return 0, 0, false
		}
		date = all[0].Date
	}
	return date.Earliest(), date.Latest(), true
}
