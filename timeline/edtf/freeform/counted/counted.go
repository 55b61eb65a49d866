// Package counted reads numbers that count days or seconds from somewhere, and says which day or time that is in EDTF.
//
//	counted.Epoch("1757341800") // 2025-09-08T14:30:00Z
//	counted.Serial("45543")     // 2024-09-08
//
// A number alone may be anything: whoever reads it so knows that it counts, and Offers says what it would have to be.
package counted

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// A count is what such a number may be.
type count struct {
	read func(text string) (edtf string, ok bool)
	what string
}

// counts are what a number may count, in words that follow an if.
var counts = []count{
	{Serial, "the number of a day, as spreadsheets count"},
	{julian, "a Julian day"},
	{Epoch, "a time since 1970"},
	{func(text string) (edtf string, ok bool) { return sinceEpoch(text, len("740128201")) }, "a time since 1970"},
}

// Offers returns what a number can mean if it counts days or seconds: "2024-09-08 if it is the number of a day, as
// spreadsheets count".
func Offers(text string) (all []string) {
	for _, c := range counts {
		if edtf, ok := c.read(text); ok {
			what := c.what
			if what == "a time since 1970" {
				whole, _, _ := strings.Cut(text, ".")
				what = "a time in " + units[len(whole)] + " since 1970"
			}
			all = append(all, edtf+" if it is "+what)
		}
	}
	return all
}

// units are those of a time since 1970 with so many digits, from 2001 to 2286, or of one less, from 1973.
var units = map[int]string{
	9: "seconds", 12: "milliseconds", 15: "microseconds", 18: "nanoseconds",
	10: "seconds", 13: "milliseconds", 16: "microseconds", 19: "nanoseconds",
}

const (
	daySeconds = 24 * 60 * 60
	epochDay   = 2_440_588 // the Julian day that begins at noon of 1 January 1970
)

// Epoch returns in EDTF the time that is so many seconds, in 10 digits, milliseconds, in 13, microseconds, in 16, or
// nanoseconds, in 19, after 1970 began in UTC. Seconds may have a decimal point. It is not ok for any other text.
func Epoch(text string) (edtf string, ok bool) {
	return sinceEpoch(text, len("1757341800"))
}

// sinceEpoch reads a count whose seconds have so many digits.
func sinceEpoch(text string, digits int) (edtf string, ok bool) {
	whole, parts, decimal := strings.Cut(text, ".")
	isCount := len(whole) >= digits && (len(whole)-digits)%3 == 0 && units[len(whole)] != "" && isDigits(whole)
	if !isCount || whole[0] == '0' || decimal && (len(whole) != digits || !isDigits(parts)) {
		return "", false
	}
	seconds, _ := strconv.ParseInt(whole[:digits], 10, 64)
	edtf = Since1970(seconds, true)
	parts = whole[digits:] + parts
	if parts = strings.TrimRight(parts[:min(9, len(parts))], "0"); parts != "" {
		edtf += "." + parts + strings.Repeat("0", max(0, 3-len(parts)))
	}
	return edtf + "Z", true
}

// Serial returns in EDTF the day, and the time of it, that spreadsheets keep as a number of days, where that is between
// 1954 and 2064. They count from the end of 1899, since in theirs 1900 was a leap year.
func Serial(text string) (edtf string, ok bool) {
	const first, last = 20_000, 60_000
	days, seconds, ok := daysOf(text, len("45543"))
	if !ok || days < first || days > last {
		return "", false
	}
	day := calendar.DayOf(1899, time.December, 30) + calendar.Day(days)
	if !strings.ContainsRune(text, '.') || strings.Trim(text[len("45543."):], "0") == "" {
		return day.String(), true
	}
	return Since1970(int64(day)*daySeconds+seconds, seconds%60 != 0), true
}

// julian returns in EDTF the moment that is so many days after noon of 1 January 4713 BC, as astronomers count, where
// that is between the years 1000 and 2100.
func julian(text string) (edtf string, ok bool) {
	const first, last = 2_086_308, 2_488_435
	days, seconds, ok := daysOf(text, len("2460562"))
	if !ok || days < first || days > last {
		return "", false
	}
	seconds += (days-epochDay)*daySeconds + daySeconds/2
	return Since1970(seconds, seconds%60 != 0) + "Z", true
}

// daysOf returns the days that a number of so many digits is, and the seconds that its fraction is, to the nearest.
func daysOf(text string, digits int) (days, seconds int64, ok bool) {
	whole, parts, decimal := strings.Cut(text, ".")
	if len(whole) != digits || whole[0] == '0' || !isDigits(whole) || decimal && !isDigits(parts) {
		return 0, 0, false
	}
	days, _ = strconv.ParseInt(whole, 10, 64)
	fraction, _ := strconv.ParseFloat("0."+parts+"0", 64)
	return days, int64(math.Round(fraction * daySeconds)), true
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }

// Since1970 returns the second that is so many after 1970 began, in EDTF without a zone, and without its seconds unless
// they are asked for.
func Since1970(seconds int64, exact bool) string {
	clock := (seconds%daySeconds + daySeconds) % daySeconds
	day := calendar.DayOf(1970, time.January, 1) + calendar.Day((seconds-clock)/daySeconds)
	text := fmt.Sprintf("%sT%02d:%02d", day, clock/3600, clock/60%60)
	if exact {
		text += fmt.Sprintf(":%02d", clock%60)
	}
	return text
}
