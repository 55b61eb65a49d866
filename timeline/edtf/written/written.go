// Package written reads dates as people write them in files, in English words or in digits: "October 21, 2022",
// "2013/12/21", "c. 1815–1818", "44 BC", "November 12–16, 2024", "2020–present".
//
//	readings := written.Readings("04/05/2024") // the 4th of May, DayFirst, and the 5th of April, MonthFirst
//	d, err := written.Parse("44 BC")           // -0043
//
// A text has as many readings as it can have meanings, and none where a part of it is not understood: a false date is
// worse than none. EDTF is not asked first; Parse does that, and whoever calls Readings. It reads no words that count
// from a day, such as "yesterday", which edtf.ParseRelative does, and it guesses neither a year nor a century.
//
// It imports edtf, calendar, edtf/freeform and the room counted below that. How dates are worded is known in freeform,
// from which edtf makes the cures of its errors too, so that what is offered is what would be read.
package written

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/freeform"
	"dateline/timeline/edtf/freeform/counted"
)

// An Order is the order of day and month in a date of digits.
type Order = freeform.Order

// The orders. AnyOrder is that of a date whose digits do not tell, YearFirst that of a year of two digits before them.
const (
	AnyOrder   = freeform.AnyOrder
	DayFirst   = freeform.DayFirst
	MonthFirst = freeform.MonthFirst
	YearFirst  = freeform.YearFirst
)

// A Reading is one date that a text can mean.
type Reading struct {
	Date      edtf.Date
	Order     Order
	YearSpan  bool // whether one or two digits are taken for the last year of a span, as in 1914-18
	ClockSpan bool // whether it is a span of hours, as in 2023-03-03 22:00-02:00
}

// Readings returns every date that a text can mean, and none where it is no date or a part of it would have to be
// guessed. Blanks around it do not count. It does not ask whether the text is EDTF as it is.
func Readings(text string) []Reading {
	text = strings.TrimSpace(text)
	if all, ok := slashed(text); ok {
		return all
	}
	return readings(text)
}

// ZoneLeftOut returns the name of the time zone that a text has and its date has not, since its offset is not sure, and
// "" where nothing is left out.
func ZoneLeftOut(text string, date edtf.Date) string {
	_, clock, timed := strings.Cut(date.EDTF(), "T")
	if clock, _, _ = strings.Cut(clock, "/"); !timed || strings.ContainsAny(clock, "Z+-") {
		return ""
	}
	return freeform.UnsureZone(text)
}

// InColumn is Readings for the value of a key that is known to have dates, where a word may be a month or a season that
// means something else in a heading or a sentence: Mars 2020, 3 set 2019.
func InColumn(text string) (all []Reading) {
	all, _ = OrOffers(text)
	return all
}

// OrOffers is InColumn, and Offers where that returns nothing.
func OrOffers(text string) (all, offers []Reading) {
	text = strings.TrimSpace(text)
	if all, ok := slashed(text); ok {
		return all, nil
	}
	found := freeform.Read(text, edtf.IsDate)
	if all = known(found); len(all) > 0 {
		return all, nil
	}
	return nil, unsure(found)
}

// readings is Readings for a text of any shape, without blanks around it.
func readings(text string) []Reading {
	found := freeform.Read(text, edtf.IsDate)
	if slices.ContainsFunc(found, func(one freeform.Reading) bool { return one.Weak }) {
		return nil
	}
	return known(found)
}

// known returns the readings of which no part is guessed, and none if one is.
func known(found []freeform.Reading) (all []Reading) {
	for _, one := range found {
		if one.Unsure {
			return nil
		}
		d, err := edtf.Parse(one.EDTF)
		if err != nil {
			return nil
		}
		all = append(all, Reading{Date: d, Order: one.Order, YearSpan: one.YearSpan, ClockSpan: one.ClockSpan})
	}
	return all
}

// Offers returns what a text may mean whose year has two digits, and of which no more can be said: each century is one.
// There is none for a text that has Readings.
func Offers(text string) []Reading {
	return unsure(freeform.Read(strings.TrimSpace(text), edtf.IsDate))
}

// unsure returns the readings of which a part is guessed.
func unsure(found []freeform.Reading) (all []Reading) {
	for _, one := range found {
		if d, err := edtf.Parse(one.EDTF); err == nil && one.Unsure {
			all = append(all, Reading{Date: d, Order: one.Order})
		}
	}
	return all
}

// MayBeYears reports whether a text that is EDTF, such as 1910-12 or 1829-30, may also be a span of years.
func MayBeYears(text string) bool {
	years := Years(text)
	return years != "" && years[7:] != "00"
}

// Years returns in EDTF the years that a text such as 1910-12, 1829-30 or 1999-00 may be, and "" where it can be none.
func Years(text string) string {
	text = strings.TrimSpace(text)
	if len(text) != len("1910-12") || text[4] != '-' || strings.Trim(text[:4]+text[5:], "0123456789") != "" {
		return ""
	}
	first, _ := strconv.Atoi(text[:4])
	switch {
	case text[2:4] < text[5:]:
		return text[:4] + "/" + text[:2] + text[5:]
	case text[2:] == "99-00" && first < 9999:
		return text[:4] + "/" + calendar.ISOYear(first+1)
	}
	return ""
}

// Year reads a number that is known to be a year, such as one in a column of that name: 44 and -44 are years there,
// which in EDTF are centuries. A year may lie beyond the calendar. It is not ok for anything else.
func Year(text string) (d edtf.Date, ok bool) {
	const most = 18 // digits
	text = strings.TrimSpace(text)
	n, err := strconv.Atoi(text)
	if err != nil || len(text) > most || text[0] == '+' {
		return edtf.Date{}, false
	}
	d, err = edtf.Parse(calendar.ISOYear(n))
	return d, err == nil
}

// Parse reads EDTF, or else a text that has exactly one reading. A number of two or three digits is refused: EDTF takes
// it for a century or a decade, and whoever writes it may mean the year. The error is an [*edtf.Error], which names the
// cures.
func Parse(text string) (edtf.Date, error) {
	if d, ok := edtf.Read(text); ok {
		if message, hint := d.Remark(); hint != "" && !d.Beyond() {
			return edtf.Date{}, &edtf.Error{Text: text, End: len(text), Message: message, Hint: hint}
		}
		return d, nil
	}
	if all := Readings(text); len(all) == 1 {
		return all[0].Date, nil
	}
	_, err := edtf.Parse(text)
	return edtf.Date{}, err
}

// Epoch reads a number of 10, 13, 16 or 19 digits as the seconds, milliseconds, microseconds or nanoseconds since 1970,
// in UTC. Such a number is no Reading, since it may be anything: whoever calls this knows that it is a time.
func Epoch(text string) (d edtf.Date, ok bool) {
	return parsed(counted.Epoch(strings.TrimSpace(text)))
}

// Serial reads a number of five digits, perhaps with a fraction, as the days by which spreadsheets keep a date. Whoever
// calls this knows that it is one.
func Serial(text string) (d edtf.Date, ok bool) {
	return parsed(counted.Serial(strings.TrimSpace(text)))
}

// parsed reads what a number counts to.
func parsed(text string, ok bool) (edtf.Date, bool) {
	if !ok {
		return edtf.Date{}, false
	}
	d, err := edtf.Parse(text)
	return d, err == nil
}

// Centuries returns the years that one or two digits can mean.
func Centuries(short string) (all []Reading) {
	const soon = 50
	n, _ := strconv.Atoi(short)
	for _, century := range []int{0, 1900, 2000} {
		if d, ok := Year(strconv.Itoa(century + n)); ok && (century < 2000 || n < soon) {
			all = append(all, Reading{Date: d})
		}
	}
	return all
}
