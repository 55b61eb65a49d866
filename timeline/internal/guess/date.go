package guess

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// DateShapes are the keys under which a map holds a date, or the beginning of one.
var DateShapes = []string{
	"start", "from", "begin", "startdate", "date", "datetime", "$date", "iso", "value", "time", "raw", "text",
}

// YMD returns the date of a year, a month and a day that stand apart. The month is a number or an English word, and a
// month or day that is none is not known. It returns the zero Date where the year is none.
func YMD(year, month, day string) edtf.Date {
	date, ok := written.Year(strings.TrimSuffix(year, ".0"))
	if !ok {
		return edtf.Date{}
	}
	month, day = strings.TrimSuffix(month, ".0"), strings.TrimSuffix(day, ".0")
	for _, day := range []string{day, ""} {
		if day == "" && month == "" || day != "" && (!IsDigits(day) || len(day) > 2) {
			continue
		}
		if whole, err := written.Parse(inMonth(date.EDTF(), month, day)); err == nil {
			return whole
		}
	}
	return date
}

// inMonth returns how a month, or a day of one, is written.
func inMonth(year, month, day string) string {
	if !IsDigits(month) {
		return strings.TrimSpace(day + " " + month + " " + year)
	}
	text := year + "-" + twoDigits(month)
	if month = twoDigits(month); month > "12" {
		return "" // EDTF has seasons there
	}
	if day != "" {
		text += "-" + twoDigits(day)
	}
	return text
}

// At returns a day with its hour and minute, and any date as it is where there is no such hour.
func At(date edtf.Date, hour, minute string) edtf.Date {
	if date.Precision() != edtf.ToDay || !IsDigits(hour) {
		return date
	}
	if !IsDigits(minute) {
		minute = "00"
	}
	if exact, err := edtf.Parse(date.EDTF() + "T" + twoDigits(hour) + ":" + twoDigits(minute)); err == nil {
		return exact
	}
	return date
}

// IsOpen reports whether a text in the place of an end says that there is none yet.
func IsOpen(text string) bool {
	switch Fold(text) {
	case "present", "now", "ongoing", "current", "today", "tothepresent", "stillongoing":
		return true
	}
	return false
}

// IsNever reports whether a key has a date that is of the record and not of what happened, or that of a birth.
func IsNever(key string) bool {
	return slices.ContainsFunc(Words(key), func(word string) bool { return rankedRules()[0].not[word] })
}

// ofRecord are words of keys that say when something was told or written down.
var ofRecord = strings.Fields("published publication pub publish posted created creation added deadline announced " +
	"announcement reported disclosed display filed argued received recorded entered logged")

// IsOfRecord reports whether a key says when something was told, and not when it happened.
func IsOfRecord(key string) bool { return HasWord(key, ofRecord...) }

// clock matches a time of day.
var clock = regexp.MustCompile(`\d{1,2}[:h.]\d{2}(:\d{2})?|\d{1,2} ?(?i:[ap]\.?m|h|uhr)\b`)

// number matches a number without a sign.
var number = regexp.MustCompile(`\d+`)

// MayBe reports whether a text that cannot be read may mean a date: the year and the day of that are among its numbers,
// where it has such numbers.
func MayBe(text string, date edtf.Date) bool {
	year, _, day := date.Earliest().Civil()
	var fits, others [2]bool // whether a number is the year, or the day; and whether one is not
	for _, n := range number.FindAllString(clock.ReplaceAllString(text, " "), -1) {
		value, _ := strconv.Atoi(n)
		switch len(n) {
		case 4:
			fits[0], others[0] = fits[0] || value == year, others[0] || value != year
		case 1, 2:
			fits[1], others[1] = fits[1] || value == day, others[1] || value != day
		}
	}
	isDay := len(date.EDTF()) >= len("2025-09-08")
	return (fits[0] || !others[0]) && (fits[1] || !others[1] || !isDay)
}

// IsDated reports whether a key is called as if it had a date, though the table may not have it.
func IsDated(key string) bool {
	for _, m := range Meant(key) {
		if m.Role == Date {
			return true
		}
	}
	folded := Fold(key)
	for _, word := range []string{"date", "year", "when", "datum", "jahr", "fecha", "data"} {
		if strings.HasPrefix(folded, word) || strings.HasSuffix(folded, word) {
			return true
		}
	}
	return folded == "at" || folded == "ts" || strings.HasSuffix(strings.ToLower(key), "_at")
}

// IsDigits reports whether a text is a number without a sign.
func IsDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// twoDigits returns a number with a zero before it where it has one digit.
func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
