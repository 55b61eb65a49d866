package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform"
	"dateline/timeline/edtf/freeform/counted"
)

// suggest returns what is wrong with a date as people write it, and how to write it in EDTF. Both are "" if text is
// no date.
func suggest(text string) (message, hint string) {
	switch strings.ToLower(text) {
	case "yesterday", "tomorrow":
		return foreign, "write the day that is meant, as in 2025-09-08"
	case "now", "today", "present", "ongoing", "current", "present day", "the present", "nowadays", "to date",
		"until now", "heute", "jetzt", "aujourd'hui", "aujourd’hui", "maintenant", "hoy", "ahora", "actualidad", "oggi",
		"hoje", "vandaag", "heden", "nu", "i dag", "idag", "dnes", "dziś", "dzisiaj", "obecnie",
		"сегодня", "сейчас", "сьогодні", "зараз":
		return foreign, "write the day that is meant, as in 2025-09-08, or 2025-09-08/.. for what goes on since then"
	case "unknown", "uuuu", "?", "n.d.", "n.d", "nd", "s.d.", "undated", "none", "null", "tbd", "tba", "n/a",
		"no date", "-", "--", "–", "—", "n. d.", "na", "not known", "date unknown",
		"unknown date", "tbc",
		"nan", "nil", "nat", `\n`, "#n/a", "#na", "<na>", "(null)", "undefined", "not available", "not applicable",
		"to be determined", "to be announced", "??", "???",
		"0000-00-00", "0000-00-00 00:00:00":
		return "this says that the date is not known",
			"write as much as is known, as in 2025~ or 202X; XXXX stands for any year"
	}
	if one, ok := freeform.Single(text); ok && one.Day > 31 && one.Year == "" {
		return "the year has two digits", fmt.Sprintf("write it in full, as in 19%d-%02d", one.Day, one.Month)
	} else if ok && one.Day > 0 && !exists(one) && len(freeform.Compact(text, IsDate)) == 0 {
		return missing(one)
	} else if ok && one.OtherWeekday {
		d, _ := Parse(one.EDTF())
		return fmt.Sprintf("%s is a %s", d, d.earliest.Weekday()), "write " + one.EDTF() + ", or correct the day"
	} else if ok && one.Year == "" {
		return "the year is missing", "write it first, as in 2025-09-08"
	}
	hints := freeform.Compact(text, IsDate)
	if counts := counted.Offers(text); len(counts) > 0 {
		hint = "write " + strings.Join(append(hints, counts...), ", or ")
		if _, err := strconv.Atoi(text); err != nil || len(hints) > 0 || len(text) > len("2460562") {
			return foreign, hint
		}
		return "a year has four digits", hint + ", or Y" + text + " for the year"
	}
	if len(hints) == 0 {
		hints = readings(text)
	}
	plain, odd := freeform.Plain(text)
	if len(hints) == 0 {
		if odd == "" {
			return "", ""
		}
		return mistakeIn(plain)
	}
	message = foreign
	if iso, wrong := freeform.ISO(text); len(hints) == 1 && hints[0] == iso {
		message = wrong
	} else if odd != "" && (hints[0] == plain || hints[0] == withoutBlanks(plain)) {
		message = odd
	}
	for i, text := range hints {
		if d, err := Parse(text); err == nil && len(hints) > 1 {
			hints[i] += " for " + d.String()
		}
	}
	return message, "write " + strings.Join(hints, " or ")
}

const foreign = "this is not an EDTF date"

func withoutBlanks(text string) string { return strings.ReplaceAll(text, " ", "") }

// mistakeIn returns what is wrong with a whole text that has the signs of a date, and is none. Both are "" where that
// concerns only a part of it.
func mistakeIn(text string) (message, hint string) {
	_, err := parseExpression(text)
	if err == nil || err.Start > 0 || err.End < len(text) || !strings.ContainsAny(text, "0123456789") {
		return "", ""
	}
	return err.Message, err.Hint
}

// exists reports whether the calendar has a date, in some year if none is given.
func exists(s freeform.Date) bool {
	if s.Year == "" {
		s.Year = strconv.Itoa(leapYear)
	}
	_, err := parseExpression(s.EDTF())
	return err == nil
}

// missing returns the message and the hint for a day that the calendar does not have.
func missing(s freeform.Date) (message, hint string) {
	year := leapYear
	name := fmt.Sprintf("%d %s", s.Day, time.Month(s.Month))
	if n, ok := number(s.Year); ok {
		year = n
		name += " " + calendar.YearName(n)
	}
	return noSuchDay + name, fmt.Sprintf("%s has %d days", time.Month(s.Month), calendar.DaysIn(year, s.Month))
}

// readings returns the dates in EDTF that a text can mean. Signs that only look like those of a date are taken for them
// where the text has no meaning as it is.
func readings(text string) []string {
	all := asWritten(text)
	plain, odd := freeform.Plain(text)
	if len(all) > 0 || odd == "" {
		return all
	}
	for _, one := range []string{withoutBlanks(plain), plain} {
		if _, err := parseExpression(one); err == nil {
			return []string{one}
		}
	}
	return nil
}

// asWritten returns the dates in EDTF that a text can mean with the signs that it has.
func asWritten(text string) []string {
	var all []string
	for _, one := range freeform.Read(text, IsDate) {
		all = append(all, one.EDTF)
	}
	if len(all) == 0 {
		if iso, _ := freeform.ISO(text); iso != "" && IsDate(iso) {
			return []string{iso}
		}
	}
	return all
}

// IsDate reports whether a text without blanks around it is EDTF. It makes no error, and so it is cheaper than Parse.
func IsDate(text string) bool {
	_, err := parseExpression(text)
	return err == nil
}
