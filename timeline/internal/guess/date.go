package guess

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/lazyregexp"
)

// DateShapes are the keys under which a map holds a date, or the beginning of one.
var DateShapes = []string{
	"start", "from", "begin", "startdate", "date", "datetime", "$date", "iso", "local", "utc", "$numberLong", "value",
	"time", "raw", "text",
}

// YMD returns the date of a year, a month and a day that stand apart, and which of them is no part of it, though it is
// given: "month", "day", or "". The month is a number or an English word; a 0 is not known. The date is zero where the
// year is none.
func YMD(year, month, day string) (date edtf.Date, odd string) {
	date, ok := written.Year(strings.TrimSuffix(year, ".0"))
	if !ok {
		return edtf.Date{}, ""
	}
	month, day = known(month), known(day)
	if month == "" {
		if day != "" {
			odd = "day"
		}
		return date, odd
	}
	whole, err := written.Parse(inMonth(date.EDTF(), month, ""))
	if err != nil {
		return date, "month"
	}
	if day == "" {
		return whole, ""
	}
	if exact, err := written.Parse(inMonth(date.EDTF(), month, day)); err == nil && IsDigits(day) && len(day) <= 2 {
		return exact, ""
	}
	return whole, "day"
}

// known returns a month or a day without what a table puts around it, and "" for a 0.
func known(part string) string {
	part = strings.TrimSuffix(strings.TrimSpace(part), ".0")
	if strings.Trim(part, "0") == "" {
		return ""
	}
	return part
}

// Era reads a word that says in which era a year is.
func Era(text string) (bc, ok bool) {
	switch strings.ReplaceAll(strings.ToUpper(strings.TrimSpace(text)), ".", "") {
	case "BC", "BCE", "BC/BCE", "BCE/BC", "BEFORE CHRIST", "BEFORE COMMON ERA":
		return true, true
	case "AD", "CE":
		return false, true
	}
	return false, false
}

// IsEra reports whether a key is called as one that says in which era a year is.
func IsEra(key string) bool {
	switch Fold(key) {
	case "era", "yearera", "epochsign", "bcad", "adbc", "bcece", "cebce", "bceorce", "bcorad", "bc":
		return true
	}
	return false
}

// BeforeChrist returns the year n BC as EDTF counts it, which has a year 0: "0" for 1 BC.
func BeforeChrist(year string) string {
	n, err := strconv.Atoi(strings.TrimPrefix(year, "-"))
	if err != nil {
		return ""
	}
	return strconv.Itoa(1 - n)
}

// IsMoment reports whether a key says that a number of that many digits is a time since 1970.
func IsMoment(key string, digits int) bool {
	if HasWord(key, "timestamp", "timestamps", "ts", "epoch", "unix", "unixtime", "millis", "ms") {
		return true
	}
	words := Words(key)
	if n := len(words); n > 1 && words[n-1] == "at" {
		return true
	}
	return digits >= len("1757341800000") &&
		HasWord(key, "time", "datetime", "date", "when", "start", "end", "begin", "from")
}

// HasDates reports whether a key says that its values are dates, in a word that no count of seconds or days has.
func HasDates(key string) bool {
	return HasWord(key, "date", "dates", "datetime", "datum", "fecha") && !HasWord(key, "jd", "mjd", "julian", "id", "no")
}

// IsYears reports whether a key says that its values are years, and no months or seasons of one.
func IsYears(key string) bool {
	return IsYear(key) || HasWord(key, "years", "season", "seasons", "saison", "temporada", "stagione", "reign", "reigns",
		"reigned", "period", "periods", "term", "terms", "tenure", "jahre", "années", "annees", "años", "anos", "anni")
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
	"announcement reported disclosed disclosure display filed argued received recorded entered logged")

// IsOfRecord reports whether a key says when something was told, and not when it happened.
func IsOfRecord(key string) bool { return HasWord(key, ofRecord...) }

// clock matches a time of day.
var clock = lazyregexp.New(`\d{1,2}[:h.]\d{2}(:\d{2})?|\d{1,2} ?(?i:[ap]\.?m|h|uhr)\b`)

// number matches a number without a sign.
var number = lazyregexp.New(`\d+`)

// MayBe reports whether a text that cannot be read may mean a date: the year and the day of that are among its numbers,
// where it has such numbers.
func MayBe(text string, date edtf.Date) bool {
	year, _, day := date.Earliest().Civil()
	var fits, others [2]bool // whether a number is the year, or the day; and whether one is not
	for _, n := range number().FindAllString(clock().ReplaceAllString(text, " "), -1) {
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
	for _, word := range []string{"date", "year", "when", "datum", "jahr", "fecha", "data", "start"} {
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

// clockOnly matches a time of day and nothing else.
var clockOnly = lazyregexp.New(`^\d{1,2}(:\d{2}){1,2}( ?(?i:[ap]\.?m\.?))?$|^\d{1,2} ?(?i:[ap]\.?m\.?)$`)

// IsClock reports whether a text is a time of day.
func IsClock(text string) bool { return clockOnly().MatchString(text) }

// IsDecade reports whether a date is a decade, such as 201X.
func IsDecade(date edtf.Date) bool {
	text := date.EDTF()
	return len(text) == len("201X") && text[3] == 'X' && text[2] != 'X'
}
