package freeform

import (
	"slices"
	"strings"
)

// Compact returns in EDTF what a text of digits alone may mean: a day in two orders, one by its number in the year, one
// that lacks a zero, or a day and its hour. Valid reports whether EDTF has a date. Each is a guess, and none is of a
// year more than a hundred years from now.
func Compact(text string, valid func(edtf string) bool) (all []string) {
	const earliest, latest = "1000", "2099"
	add := func(year, month, day, clock string) {
		edtf := year + "-" + month + "-" + day + clock
		if year >= earliest && year <= latest && valid(edtf) && !slices.Contains(all, edtf) {
			all = append(all, edtf)
		}
	}
	if !isDigits(text) {
		return nil
	}
	switch len(text) {
	case 6:
		if valid(text[:4]+"-"+text[4:]) && text[4:] <= "12" && text[:4] >= earliest && text[:4] <= latest {
			all = append(all, text[:4]+"-"+text[4:])
		}
		add(nearYear(text[:2]), text[2:4], text[4:], "")
		add(nearYear(text[4:]), text[2:4], text[:2], "")
		add(nearYear(text[4:]), text[:2], text[2:4], "")
		if len(all) == 0 {
			add(text[:4], "0"+text[4:5], "0"+text[5:], "")
		}
	case 7:
		add(text[:4], "0"+text[4:5], text[5:], "")
		add(text[:4], text[4:6], "0"+text[6:], "")
		if day, _ := ISO(text[:4] + "-" + text[4:]); day != "" {
			add(day[:4], day[5:7], day[8:], "")
		}
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

// withCommas returns in EDTF a date as TimelineJS had it in its first version, 2011,12,9 or 2011,12,9,18,30, from the
// year and the month to the second.
func withCommas(text string) (edtf string, ok bool) {
	if len(text) < len("2011,1") || text[4] != ',' {
		return "", false
	}
	parts := strings.Split(text, ",")
	for i, part := range parts {
		if !isDigits(part) || i > 0 && len(part) > 2 || i == len("YMDhms") {
			return "", false
		}
		if len(part) == 1 {
			part = "0" + part
		}
		edtf += [...]string{"", "-", "-", "T", ":", ":"}[i] + part
	}
	if len(parts) == len("YMDh") {
		edtf += ":00"
	}
	return edtf, edtf[:1] != "0" && (len(parts) > 2 || edtf[len("2011-"):] <= "12") // EDTF has seasons there
}

// nearYear returns a year of two digits with the century that is nearer to now.
func nearYear(short string) string {
	const soon = "50"
	if short < soon {
		return "20" + short
	}
	return "19" + short
}

func isDigits(text string) bool { return text != "" && strings.Trim(text, "0123456789") == "" }
