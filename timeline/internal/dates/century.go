package dates

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
)

// inCentury returns what a text can mean whose year has two digits, where the reader says in which hundred years such a
// year is. There is nothing for a text with a day of the week, which is not that of another century.
func (d *Reader) inCentury(text string) (all []written.Reading) {
	if d.Century == 0 || !isShort(text) {
		return nil
	}
	for _, one := range written.Offers(text) {
		says := one.Date.EDTF()
		if len(says) < len("1998") || !guess.IsDigits(says[:4]) || one.Date.IsInterval() || one.Date.IsSet() {
			return nil
		}
		date, ok := edtf.Read(d.yearIn(says[2:4]) + says[4:])
		same := func(other written.Reading) bool {
			return other.Date.EDTF() == date.EDTF() && other.Order == one.Order
		}
		if ok && !slices.ContainsFunc(all, same) {
			all = append(all, written.Reading{Date: date, Order: one.Order})
		}
	}
	return all
}

// yearIn returns the year that two digits are in the hundred years that the reader says.
func (d *Reader) yearIn(short string) string {
	n, _ := strconv.Atoi(short)
	year := d.Century - d.Century%100 + n
	if year < d.Century {
		year += 100
	}
	return strconv.Itoa(year)
}

// isShort reports whether a text has no number of more than two digits, and no day of the week.
func isShort(text string) bool {
	digits := 0
	for i := range len(text) {
		if digits++; text[i] < '0' || text[i] > '9' {
			digits = 0
		}
		if digits > 2 {
			return false
		}
	}
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if len(word) >= 3 && slices.Contains([]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}, word[:3]) {
			return false
		}
	}
	return true
}

// orCentury adds to a cure of a date whose year has two digits how the reader can say the century of all.
func (d *Reader) orCentury(text, hint string) string {
	if hint == "" || d.Century > 0 || !isShort(text) {
		return hint
	}
	all := written.Offers(text)
	if len(all) == 0 || len(all[0].Date.EDTF()) < len("1998") {
		return hint
	}
	c := all[0].Date.EDTF()[:2]
	return hint + "; or say it for all: --century " + c + "00 has such years in " + c + "00 to " + c + "99"
}
