package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform"
)

// ParseRelative reads a date as people type it into a prompt: all of EDTF, and also "sept 2025", "8 sep", "Q3 2025",
// "spring", "yesterday", "last week", "3 weeks later", "10 days ago", "44 BC" or "1990s". A text with two meanings is
// refused, and so is what to EDTF is a date and to somebody who types the beginning of one: numbers of two and three
// digits, and intervals without start and end.
//
// A date without a year is the one nearest to from, the day in view. "Later" and "earlier" count from there too,
// while "ago", "in", "last" and "next" count from today. If from is calendar.Beginning or calendar.Forever, today
// is in view. The error is an [*Error].
func ParseRelative(text string, today, from calendar.Day) (Date, error) {
	if from == calendar.Beginning || from == calendar.Forever {
		from = today
	}
	trimmed := strings.TrimSpace(text)
	if d := relative(strings.Fields(strings.ToLower(trimmed)), today, from); !d.IsZero() {
		return d, nil
	}
	d, err := Parse(text)
	switch {
	case err == nil && !unfinished(trimmed) && strings.Trim(trimmed, "./") != "":
		return d, nil
	case err == nil:
		err = &Error{}
	}
	if one, ok := freeform.Single(trimmed); ok && one.Year == "" {
		if d := nearest(one, from); !d.IsZero() {
			return d, nil
		}
		if one.Day > 31 { // of a month, where whoever types needs no year
			message, hint := missing(one)
			start := strings.Index(text, trimmed)
			return Date{}, &Error{Text: text, Start: start, End: start + len(trimmed), Message: message, Hint: hint}
		}
	}
	all := readings(trimmed)
	if len(all) == 1 && !unfinished(trimmed) {
		return Parse(all[0])
	}
	return Date{}, promptError(err.(*Error), text, trimmed, len(all) > 1)
}

const numberSigns = "-?~%" // around a number in EDTF

// unfinished reports whether text is a number of less than four digits. To EDTF it may be a century or a decade, but
// whoever types one is on the way to a year or a day.
func unfinished(text string) bool {
	n := strings.Trim(text, numberSigns)
	_, ok := number(n)
	return ok && len(n) < 4
}

// promptError returns the error for somebody who types a text into a prompt; err is that of Parse.
func promptError(err *Error, text, trimmed string, ambiguous bool) error {
	start := strings.Index(text, trimmed)
	whole := &Error{Text: text, Start: start, End: start + len(trimmed)}
	n, _ := number(strings.Trim(trimmed, numberSigns))
	switch {
	case trimmed == "":
		whole.Message, whole.Hint = "there is no date", "type one, as in 2025-09, 8 sep or 3 weeks later"
	case ambiguous:
		whole.Message, whole.Hint = "this can be more than one date", err.Hint
	case unfinished(trimmed):
		whole.Message = "a number alone is not a date"
		whole.Hint = fmt.Sprintf("type a year with four digits, as %04d, or %d BC", n, n)
		if n >= 100 {
			whole.Hint = fmt.Sprintf("type a year with four digits, as %04d, %dX for the %d0s, or %d BC", n, n, n, n)
		}
		if n >= 1 && n <= 31 {
			whole.Hint = fmt.Sprintf("type %d sep for a day, 2025 for a year, or %d BC", n, n)
		}
	case trimmed[0] >= '0' && trimmed[0] <= '9' && !strings.Contains(trimmed, " "),
		strings.HasPrefix(err.Message, noSuchDay):
		return err
	default:
		whole.Message, whole.Hint = "this is not a date", "type one, as in 2025-09, 8 sep, next month or 3 weeks later"
	}
	return whole
}

// nearest returns a date in the year that brings it nearest to a day. It tries the year of the day and those
// around it, as far as the next 29 February may be. It returns the zero Date if none of them has such a date.
func nearest(s freeform.Date, day calendar.Day) Date {
	middle, _, _ := day.Civil()
	var best Date
	for away := range 2*maxLeapGap + 1 {
		d := dateIn(s, middle+(away+1)/2*(1-away%2*2))
		if d.IsZero() {
			continue
		}
		if best.IsZero() || d.distance(day) < best.distance(day) {
			best = d
		}
	}
	return best
}

const maxLeapGap = 8 // years from one leap day to the next, as around 1900

// distance returns the number of days from the day to the date, or 0 within it.
func (d Date) distance(day calendar.Day) int {
	return max(int(d.earliest)-int(day), int(day)-int(d.latest), 0)
}

// numberWords are the amounts that people write out.
var numberWords = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
	"seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}

// relative reads words that count from today or from the day in view. It returns the zero Date for anything else.
func relative(words []string, today, from calendar.Day) Date {
	switch len(words) {
	case 1:
		return relativeWord(words[0], today, from)
	case 2:
		return relativeUnit(words[0], words[1], today)
	case 3, 4:
		return relativeAmount(words, today, from)
	}
	return Date{}
}

// relativeWord reads "yesterday" or "friday".
func relativeWord(word string, today, from calendar.Day) Date {
	switch word {
	case "today", "now":
		return Of(calendar.Days, today)
	case "yesterday":
		return Of(calendar.Days, calendar.Days.Shift(today, -1))
	case "tomorrow":
		return Of(calendar.Days, calendar.Days.Shift(today, 1))
	}
	if weekday, ok := freeform.WeekdayOf(word); ok {
		return Of(calendar.Days, weekdayAfter(calendar.Days.Shift(from, -4), weekday))
	}
	return Date{}
}

// weekdayAfter returns the first such day after d.
func weekdayAfter(d calendar.Day, weekday time.Weekday) calendar.Day {
	days := (int(weekday) - int(d.Weekday()) + 7) % 7
	if days == 0 {
		days = 7
	}
	return calendar.Days.Shift(d, days)
}

// relativeUnit reads "last week", "this month" or "next friday".
func relativeUnit(direction, what string, today calendar.Day) Date {
	n := 0
	switch direction {
	case "last", "previous", "past":
		n = -1
	case "next", "coming":
		n = 1
	case "this", "current":
	default:
		return Date{}
	}
	if weekday, ok := freeform.WeekdayOf(what); ok {
		from := calendar.Days.Shift(calendar.Weeks.Start(today), -1)
		switch n {
		case -1:
			from = calendar.Days.Shift(today, -8)
		case 1:
			from = today
		}
		return Of(calendar.Days, weekdayAfter(from, weekday))
	}
	unit, _, ok := unitOf(what)
	if !ok {
		return Date{}
	}
	return Of(unit, unit.Shift(unit.Start(today), n))
}

// unitOf reads "week" or "weeks". A "fortnight" is two times a week.
func unitOf(word string) (unit calendar.Unit, times int, ok bool) {
	switch word = strings.TrimSuffix(word, "s"); word {
	case "fortnight":
		return calendar.Weeks, 2, true
	case "centurie":
		word = "century"
	}
	for u := calendar.Centuries; u <= calendar.Days; u++ {
		if u.String() == word {
			return u, 1, true
		}
	}
	return 0, 0, false
}

// relativeAmount reads "3 weeks later", "in two days", "10 days ago" or "2 months from now".
func relativeAmount(words []string, today, from calendar.Day) Date {
	origin, sign := from, 1
	if words[0] == "in" {
		origin, words = today, append(words[1:], "later")
	}
	switch strings.Join(words[2:], " ") {
	case "later", "after", "on", "forward":
	case "from now", "hence":
		origin = today
	case "earlier", "before", "back":
		sign = -1
	case "ago":
		origin, sign = today, -1
	default:
		return Date{}
	}
	n, okNumber := numberWords[words[0]]
	if !okNumber {
		var err error
		n, err = strconv.Atoi(words[0])
		if err != nil || n < 0 || n > calendar.MaxYear {
			return Date{}
		}
	}
	unit, times, okUnit := unitOf(words[1])
	if !okUnit {
		return Date{}
	}
	return Of(calendar.Days, unit.Shift(origin, sign*n*times))
}
