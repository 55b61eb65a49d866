package freeform

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/lazyregexp"
)

// Forms of ISO 8601 that EDTF leaves out, and their relatives.

var (
	weekPattern  = lazyregexp.New(`^(\d{4})[-/ ]?[Ww](\d\d?)(?:-?([1-7]))?$`)
	weekByNumber = lazyregexp.New(`^(?i)(?:(\d{4})(?:,? ?|[-/]))?(?:the )?(?:(\d\d?)(?:st|nd|rd|th|[.ªº]) ?)?` +
		`(?:(?:calendar )?weeks?|wk|cw|kw|w|(?:kalender)?woche|semaine|semana|vecka|uke)` + // of languages with such weeks
		`(?:[. -]*(\d\d?))?(?:(?:,? | ?[-/] ?|,? (?:of|in) )(\d{4}))?$`)
	ordinalPattern = lazyregexp.New(`^(\d{4})-(\d{3})$`)
	halfPattern    = lazyregexp.New(`^(\d{4}-\d\d-\d\d)[-–—](\d\d(?:-\d\d)?)$`)
	scaledPattern  = lazyregexp.New(`^Y?(-?)(\d+)[.,](\d+)E(\d{1,9})$`)
)

// writtenWeek reads a week as people write its number: Week 5, 2024 or KW 5/2024. It is "" where there is no such week,
// and not ok for any other text.
func writtenWeek(text string) (edtf string, ok bool) {
	few := !strings.ContainsAny(text, "wWkK") && !strings.Contains(text, "em") // no word for a week goes without one
	n := len(text)
	if n < len("W5 2024") || few || text[n-1]-'0' > 9 && text[0]-'0' > 9 || weekPattern().MatchString(text) {
		return "", false
	}
	m := weekByNumber().FindStringSubmatch(text)
	if m == nil || (m[1] == "") == (m[4] == "") || (m[2] == "") == (m[3] == "") {
		return "", false
	}
	return week(m[1]+m[4], m[2]+m[3], ""), true
}

// ISO returns in EDTF what is written as a week, as a day of the year, with a second date that leaves out what it
// shares with the first, or as a year with a decimal point before its E. It also returns what is wrong with it, in
// words. The date is "" for any other text, and may be one that no calendar has.
func ISO(text string) (edtf, wrong string) {
	if m := weekPattern().FindStringSubmatch(text); m != nil {
		return week(m[1], m[2], m[3]), "this is a week, which EDTF does not have"
	}
	if edtf, ok := writtenWeek(text); ok {
		return edtf, "this is a week, which EDTF does not have"
	}
	if m := ordinalPattern().FindStringSubmatch(text); m != nil {
		year, n := atoi(m[1]), atoi(m[2])
		if d := calendar.DayOf(year, time.January, n); n > 0 && n <= 366 && d <= calendar.DayOf(year, time.December, 31) {
			return d.String(), fmt.Sprintf("EDTF does not count the days of a year, of which this is number %d", n)
		}
	}
	if m := scaledPattern().FindStringSubmatch(text); m != nil {
		return scaled(m[1], m[2]+m[3], atoi(m[4])-len(m[3])), "a year with E has no decimal point"
	}
	return completed(text), "the second date leaves out what it shares with the first"
}

// iso returns what ISO does, and whether it can mean nothing else.
func iso(text string) (edtf string, sure bool) {
	edtf, _ = ISO(text)
	return edtf, !halfPattern().MatchString(text)
}

// atoi returns the number that digits are.
func atoi(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

// week returns the days of a week of ISO 8601, or the one of them that is asked for; "" where there is no such week.
// The first week of a year is that with 4 January.
func week(year, number, day string) string {
	y, n := atoi(year), atoi(number)
	monday := calendar.Weeks.Start(calendar.DayOf(y, time.January, 4)) + calendar.Day(7*(n-1))
	thursday, _, _ := (monday + 3).Civil()
	switch {
	case n < 1 || thursday != y:
		return ""
	case day != "":
		return (monday + calendar.Day(atoi(day)-1)).String()
	}
	return monday.String() + "/" + (monday + 6).String()
}

// scaled returns a year of digits with zeros after them, which may have to be fewer than none.
func scaled(sign, digits string, zeros int) string {
	digits = strings.TrimLeft(digits, "0")
	switch {
	case zeros < 0 || digits == "":
		return ""
	case len(digits)+zeros <= 4:
		return fmt.Sprintf("%s%04s", sign, digits+strings.Repeat("0", zeros))
	case zeros == 0:
		return "Y" + sign + digits
	}
	return "Y" + sign + digits + "E" + strconv.Itoa(zeros)
}

// completed returns an interval or a set in which every date after the first is written out: 2025-09-08/10 is
// 2025-09-08/2025-09-10. It is "" where none lacks anything.
func completed(text string) string {
	if m := halfPattern().FindStringSubmatch(text); m != nil {
		return m[1] + "/" + fill(m[1], m[2])
	}
	dividers := "/"
	if strings.HasPrefix(text, "[") || strings.HasPrefix(text, "{") {
		dividers = ",. "
	}
	body := strings.Trim(text, "[]{}")
	if strings.Count(text, "/") > 1 || !strings.ContainsAny(body, dividers) {
		return ""
	}
	var out strings.Builder
	first, lacked := "", false
	for body != "" {
		n := strings.IndexAny(body, dividers)
		if n < 0 {
			n = len(body)
		}
		whole := fill(first, body[:n])
		lacked = lacked || whole != body[:n]
		if whole != "" {
			first = whole
		}
		out.WriteString(whole)
		if body = body[n:]; body != "" {
			out.WriteString(body[:1])
			body = body[1:]
		}
	}
	if !lacked {
		return ""
	}
	return strings.Replace(text, strings.Trim(text, "[]{}"), out.String(), 1)
}

// fill returns what is short of a date, with what it leaves out of the one before it: 10, 10-03 or 12:00.
func fill(before, short string) string {
	const day = len("2025-09-08")
	pair := len(short) == 2 && strings.Trim(short, "0123456789") == ""
	switch {
	case pair && (len(before) == len("2025") || len(before) == len("2025-09") || len(before) == day):
		return before[:len(before)-2] + short
	case len(before) == day && len(short) == 5 && short[2] == '-':
		return before[:5] + short
	case len(before) > day && len(short) >= 5 && short[2] == ':':
		return before[:day] + "T" + short
	}
	return short
}
