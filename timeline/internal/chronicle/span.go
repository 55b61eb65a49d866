package chronicle

import (
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/lazyregexp"
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

// dayInDigits matches the year, the month and the day at the beginning of a name.
var dayInDigits = lazyregexp.New(`^([12]\d{3})([_.]?)(\d\d)([_.]?)(\d\d)(?:\D|$)`)

// DayInName returns the day with which the name of a file begins in another form than 2024-01-08, such as 20240108 or
// 5 March 2021, in that form; "" where it begins with none.
func DayInName(name string) string {
	if m := dayInDigits().FindStringSubmatch(name); m != nil && m[2] == m[4] {
		day := m[1] + "-" + m[3] + "-" + m[5]
		if _, ok := edtf.Read(day); ok {
			return day
		}
	}
	words := strings.Fields(strings.ReplaceAll(name, "_", " "))
	const fewest, most = 1, 5 // words of a day
	for n := min(most, len(words)); n >= fewest; n-- {
		text := trimmed(strings.Join(words[:n], " "))
		if all := written.Readings(text); len(all) == 1 && longestNumber(text) == len("2024") &&
			all[0].Date.Earliest() == all[0].Date.Latest() {
			return all[0].Date.EDTF()
		}
	}
	return ""
}
