package written

import (
	"strconv"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
)

// slashed reads a day in digits with its year last, such as 4/5/2024 or 13-02-2024, as freeform does. Whole columns are
// written so, and this takes a tenth of the time. It is not ok for any other text.
func slashed(text string) (all []Reading, ok bool) {
	first, after := oneOrTwo(text, 0)
	second, end := oneOrTwo(text, after+1)
	if first == 0 || second == 0 || len(text) != end+len("/2024") || text[after] != text[end] ||
		text[after] != '/' && text[after] != '-' {
		return nil, false
	}
	year := 0
	for _, digit := range []byte(text[end+1:]) {
		if digit < '0' || digit > '9' {
			return nil, false
		}
		year = 10*year + int(digit-'0')
	}
	if year < 1000 || year >= 3000 {
		return nil, false
	}
	all = addDay(all, year, second, first, DayFirst)
	if first == second && len(all) == 1 {
		all[0].Order = AnyOrder
		return all, true
	}
	all = addDay(all, year, first, second, MonthFirst)
	return all, len(all) > 0
}

// oneOrTwo returns the number of one digit or two at an offset of a text, with the offset after it, and 0 for none.
func oneOrTwo(text string, at int) (n, end int) {
	for end = at; end < len(text) && end < at+2 && text[end]-'0' <= 9; end++ {
		n = 10*n + int(text[end]-'0')
	}
	return n, end
}

// addDay adds the reading of a day, if the calendar has it.
func addDay(all []Reading, year, month, day int, order Order) []Reading {
	if month > 12 || day > calendar.DaysIn(year, month) {
		return all
	}
	text := strconv.AppendInt(make([]byte, 0, len("2024-05-04")), int64(year), 10)
	for _, n := range [2]int{month, day} {
		text = append(text, '-', byte('0'+n/10), byte('0'+n%10))
	}
	d, ok := edtf.Read(string(text))
	if !ok {
		return all
	}
	return append(all, Reading{Date: d, Order: order})
}
