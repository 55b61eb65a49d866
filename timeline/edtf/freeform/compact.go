package freeform

import (
	"fmt"
	"strconv"
	"time"

	"dateline/timeline/calendar"
)

// Compact returns in EDTF what a text of digits alone may mean: a day in two orders, a day and its hour, or the number
// of a day as spreadsheets count. Valid reports whether EDTF has a date. Each is a guess, and the year of none is more
// than a hundred years from now.
func Compact(text string, valid func(edtf string) bool) (all []string) {
	const earliest, latest = "1000", "2099"
	add := func(year, month, day, clock string) {
		edtf := year + "-" + month + "-" + day + clock
		if year >= earliest && year <= latest && valid(edtf) {
			all = append(all, edtf)
		}
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return nil
		}
	}
	switch len(text) {
	case 5:
		if day, ok := serialDay(text); ok {
			all = append(all, day)
		}
	case 6:
		if valid(text[:4]+"-"+text[4:]) && text[4:] <= "12" && text[:4] >= earliest && text[:4] <= latest {
			all = append(all, text[:4]+"-"+text[4:])
		}
		add(nearYear(text[:2]), text[2:4], text[4:], "")
		add(nearYear(text[4:]), text[2:4], text[:2], "")
		add(nearYear(text[4:]), text[:2], text[2:4], "")
	case 8:
		add(text[:4], text[4:6], text[6:], "")
		if len(all) == 0 {
			add(text[4:], text[2:4], text[:2], "")
			add(text[4:], text[:2], text[2:4], "")
		}
	case 10:
		add(text[:4], text[4:6], text[6:8], "T"+text[8:]+":00")
	case 12:
		add(text[:4], text[4:6], text[6:8], "T"+text[8:10]+":"+text[10:])
	}
	return all
}

// nearYear returns a year of two digits with the century that is nearer to now.
func nearYear(short string) string {
	const soon = "50"
	if short < soon {
		return "20" + short
	}
	return "19" + short
}

// serialDay returns the day of a number of spreadsheets, which count from the end of 1899, where that is between 1954
// and 2064.
func serialDay(text string) (edtf string, ok bool) {
	const first, last = 20_000, 60_000
	n, err := strconv.Atoi(text)
	if err != nil || n < first || n > last {
		return "", false
	}
	return fmt.Sprint(calendar.DayOf(1899, time.December, 30) + calendar.Day(n)), true
}
