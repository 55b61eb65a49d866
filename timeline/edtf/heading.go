package edtf

import (
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// Heading returns what a list in order of time has above d: the month in which it begins, as in "July 2025". Where that
// is not known it is no more than is known: "Spring 2025", "2025", "2020s", "44 BC". It is "Before" for a start that is
// open, unknown or before the calendar, "After 5000000" for one after it, and "Undated" for the zero Date.
func (d Date) Heading() string {
	switch {
	case d.IsZero():
		return "Undated"
	case d.earliest == calendar.Beginning:
		return "Before"
	case calendar.Beyond(d.earliest):
		return "After " + calendar.YearName(calendar.MaxYear)
	case d.KnowsMonth():
		year, month, _ := d.earliest.Civil()
		return month.String() + " " + calendar.YearName(year)
	}
	e, _ := parseExpression(d.edtf) // which Parse could read
	first := e.span.start
	if e.traits.has(isSet) {
		first = e.extent().start
	}
	return first.heading()
}

// KnowsMonth reports whether the month in which d begins is known.
func (d Date) KnowsMonth() bool {
	return !d.IsZero() && !d.traits.has(monthless) && !calendar.Beyond(d.earliest)
}

// heading returns the season of a date that has one, else its year, decade or century.
func (p point) heading() string {
	if p.season != nil {
		words := p.plain(omitNothing)
		return strings.ToUpper(words[:1]) + words[1:]
	}
	low, high := p.year.limits()
	words := strings.TrimPrefix(p.year.years(omitNothing), "the ")
	switch {
	case p.year.blank() && !p.year.negative:
		return "Unknown year"
	case p.year.significant > 0 || strings.HasPrefix(words, "a year between "):
		if low > 0 {
			return strconv.Itoa(low) + "–" + calendar.YearName(high)
		}
		return calendar.YearName(low) + " – " + calendar.YearName(high)
	}
	return words
}
