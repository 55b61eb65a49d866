package edtf

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf/freeform"
)

// suggest returns what is wrong with a date as people write it, and how to write it in EDTF. Both are "" if text is
// no date.
func suggest(text string) (message, hint string) {
	const foreign = "this is not an EDTF date"
	switch strings.ToLower(text) {
	case "now", "today", "present", "ongoing", "current", "yesterday", "tomorrow":
		return foreign, "write the day that is meant, as in 2025-09-08"
	case "unknown", "uuuu", "?", "n.d.", "undated", "none", "null":
		return foreign, "write as much as is known, as in 2025~ or 202X; XXXX stands for any year"
	}
	if all := freeform.Read(text, exists); len(all) == 1 && !exists(all[0]) && all[0].Day > 0 {
		return missing(all[0])
	} else if len(all) == 1 && all[0].Year == "" {
		return "the year is missing", "write it first, as in 2025-09-08"
	}
	hints := readings(text)
	message = foreign
	if iso, wrong := freeform.ISO(text); len(hints) == 1 && hints[0] == iso {
		message = wrong
	} else if plain, odd := freeform.Plain(text); odd != "" && len(asWritten(text)) == 0 {
		if message = odd; len(hints) == 0 {
			return mistakeIn(plain)
		}
	}
	for i, text := range hints {
		if d, err := Parse(text); err == nil && len(hints) > 1 {
			hints[i] += " for " + d.String()
		}
	}
	if len(hints) == 0 {
		return "", ""
	}
	return message, "write " + strings.Join(hints, " or ")
}

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
	for _, one := range []string{strings.ReplaceAll(plain, " ", ""), plain} {
		if _, err := parseExpression(one); err == nil {
			return []string{one}
		}
	}
	if strings.ContainsAny(text, "OoIl") {
		return nil
	}
	return asWritten(plain)
}

// asWritten returns the dates in EDTF that a text can mean with the signs that it has.
func asWritten(text string) []string {
	var all []string
	for _, s := range freeform.Read(text, exists) {
		all = append(all, s.EDTF())
	}
	if len(all) == 0 {
		iso, _ := freeform.ISO(text)
		all = append(all, iso, withClock(text), freeformInterval(text), freeformSet(text))
	}
	return slices.Compact(slices.DeleteFunc(all, func(edtf string) bool {
		if edtf == "" {
			return true
		}
		_, err := parseExpression(edtf)
		return err != nil
	}))
}

// withClock returns "2025-09-20 20:39 +03:00" or "2025-09-20t20:39z" in EDTF. Without a time of day it returns "".
func withClock(text string) string {
	const day = len("2025-09-20")
	if len(text) <= day || text[day] != ' ' && text[day] != 't' && text[day] != 'T' {
		return ""
	}
	clock := strings.NewReplacer("UTC", "Z", "GMT", "Z", " ", "").Replace(strings.ToUpper(text[day+1:]))
	return text[:day] + "T" + clock
}

// dividers are the words and signs between the two dates of an interval, the surest first.
var dividers = []string{
	"/", "...", "..", "…", "→", "->", "--", " – ", " — ", " - ", " to ", " until ", " till ", "–", "—", "-",
}

// freeformInterval returns two dates with a divider between them, or one with a word before it such as "since May
// 2022", in EDTF. It returns "" for anything else.
func freeformInterval(text string) string {
	lower := strings.ToLower(text)
	for _, word := range []string{"since ", "from "} {
		if rest, ok := strings.CutPrefix(lower, word); ok && !strings.Contains(rest, " to ") {
			return joinDates(rest, "..", "/")
		}
	}
	for _, word := range []string{"until ", "till ", "up to "} {
		if rest, ok := strings.CutPrefix(lower, word); ok {
			return joinDates("..", rest, "/")
		}
	}
	lower = strings.TrimPrefix(lower, "from ")
	for _, divider := range dividers {
		start, end, ok := strings.Cut(lower, divider)
		if !ok {
			continue
		}
		if divider != "/" && (start == "" || end == "") {
			continue // a stray sign, not an unknown end
		}
		if edtf := joinDates(start, end, "/"); edtf != "" {
			return edtf
		}
	}
	return ""
}

// freeformSet returns two dates of which one or both are meant in EDTF, and "" for anything else.
func freeformSet(text string) string {
	brackets := "[]"
	start, end, ok := "", "", false
	for _, divider := range []string{" or ", ";", ", ", ",", " and ", " & "} {
		if start, end, ok = strings.Cut(strings.ToLower(strings.Trim(text, "[]{}")), divider); ok {
			if divider == " and " || divider == " & " {
				brackets = "{}"
			}
			break
		}
	}
	if edtf := joinDates(start, end, ","); ok && edtf != "" {
		return brackets[:1] + edtf + brackets[1:]
	}
	return ""
}

// joinDates returns two dates of any spelling in EDTF with a sign between them. It returns "" if one cannot be read.
func joinDates(start, end, sign string) string {
	start, end = strings.TrimSpace(start), strings.TrimSpace(end)
	first, okFirst := readEnd(start)
	last, okLast := readEnd(end)
	if !okLast {
		return ""
	}
	if !okFirst || first.Year == "" && first.Month > 0 {
		first, okFirst = complete(start, first, last)
	}
	if !okFirst {
		return ""
	}
	if edtf := first.text() + sign + last.text(); strings.ContainsAny(edtf, "0123456789X") {
		return edtf
	}
	return "" // two ends without a date, or parts of the year without one
}

// A freeformEnd is an end of an interval.
type freeformEnd struct {
	freeform.Date        // if it is a date as people write it
	written       string // if it is EDTF already
	blank         bool   // whether it is unknown
}

// text returns the end in EDTF.
func (e freeformEnd) text() string {
	if e.blank || e.written != "" {
		return e.written
	}
	return e.EDTF()
}

// readEnd reads an end of an interval, in lower case.
func readEnd(text string) (e freeformEnd, ok bool) {
	switch text {
	case "..", "open", "now", "today", "present", "the present", "ongoing":
		return freeformEnd{written: ".."}, true
	case "", "unknown", "?":
		return freeformEnd{blank: true}, true
	}
	if written := strings.ToUpper(text); len(text) >= 4 {
		if _, err := parseExpression(written); err == nil && !strings.ContainsAny(written, "/[{") {
			return freeformEnd{written: written}, true
		}
	}
	all := freeform.Read(text, exists)
	if len(all) != 1 || !exists(all[0]) {
		return freeformEnd{}, false
	}
	return freeformEnd{Date: all[0]}, true
}

// complete returns start with the month or year that only end has, as in "23–29 September 2025" and in
// "29 September – 3 October 2025". The text is that of start.
func complete(text string, start, end freeformEnd) (freeformEnd, bool) {
	if end.written != "" || end.Year == "" {
		return start, false
	}
	if n, ok := number(text); ok && len(text) <= 2 && end.Day > 0 && n > 0 {
		start.Date = end.Date
		start.Day = n
		return start, exists(start.Date)
	}
	start.Year = end.Year
	return start, start.Month > 0 && exists(start.Date)
}
