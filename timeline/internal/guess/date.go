package guess

import (
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// DateShapes are the keys under which a map holds a date, or the beginning of one.
var DateShapes = []string{
	"start", "from", "begin", "startdate", "date", "datetime", "$date", "iso", "value", "time", "raw", "text",
}

// YMD returns the date of a year, a month and a day that stand apart. The year is a number of at most four digits, the
// month a number or an English word, and a month or day that is none is not known. It returns the zero Date where the
// year is none.
func YMD(year, month, day string) edtf.Date {
	number, negative := strings.CutPrefix(strings.TrimSuffix(year, ".0"), "-")
	if !IsDigits(number) || len(number) > 4 {
		return edtf.Date{}
	}
	number = strings.Repeat("0", 4-len(number)) + number
	if negative {
		number = "-" + number
	}
	month, day = strings.TrimSuffix(month, ".0"), strings.TrimSuffix(day, ".0")
	for _, day := range []string{day, ""} {
		if day == "" && month == "" || day != "" && (!IsDigits(day) || len(day) > 2) {
			continue
		}
		if date, err := written.Parse(inMonth(number, month, day)); err == nil {
			return date
		}
	}
	date, _ := edtf.Parse(number)
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

// IsDigits reports whether a text is a number without a sign.
func IsDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// twoDigits returns a number with a zero before it where it has one digit.
func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}
