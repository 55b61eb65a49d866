package dates

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/century"
	"dateline/timeline/internal/guess"
)

// This file tells in which hundred years a year of two digits is.

// NoteYears notes the whole years of a date in EDTF, which may tell the century of others.
func (d *Reader) NoteYears(column, text string) {
	if len(text) < len("1998") || text[0] != '1' && text[0] != '2' {
		return
	}
	year := 0
	for _, digit := range []byte(text[:4]) {
		if digit < '0' || digit > '9' {
			return
		}
		year = 10*year + int(digit-'0')
	}
	d.noteMonth(column, text)
	seen := &d.Seen.Column(column).Beside
	if seen.AddWhole(year); strings.IndexByte(text, '/') > 0 {
		eachYear(text, func(year int) int {
			seen.AddWhole(year)
			return year
		})
	}
}

// eachYear returns EDTF with another year for each that has four digits.
func eachYear(text string, of func(year int) int) string {
	for at := 0; at+4 <= len(text); at++ {
		if at > 0 && text[at-1] != '/' || !guess.IsDigits(text[at:at+4]) {
			continue
		}
		year, _ := strconv.Atoi(text[at : at+4])
		if other := of(year); other != year {
			text = text[:at] + strconv.Itoa(other) + text[at+4:]
		}
	}
	return text
}

// byFile returns the year that two digits are: in the hundred years that the reader says, or as other dates of the file
// show.
func (d *Reader) byFile(column string, short int) (year int, why century.Proof) {
	if d.Century > 0 {
		year, _ = strconv.Atoi(d.yearIn(strconv.Itoa(short)))
		return year, century.NoProof
	}
	known := d.Known.Seen(column)
	if known.AreAncient() { // where two digits may be all
		return 0, century.NoProof
	}
	return century.Of(short, known.Beside, d.Known.Beside())
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

// inCentury returns what is offered for a text with the years that they are: those of two digits are known by of. It is
// not ok where one is not known.
func inCentury(text string, offers []written.Reading, of func(short int) (int, century.Proof)) (
	all []written.Reading, why century.Proof, ok bool,
) {
	weekday := hasWeekday(text)
	for _, one := range offers {
		if one.Date.IsSet() {
			return nil, 0, false
		}
		known := true
		says := eachYear(one.Date.EDTF(), func(year int) int {
			in, by := of(year % 100)
			why, known = max(why, by), known && in > 0
			return max(in, 1)
		})
		date, read := edtf.Read(says)
		same := func(other written.Reading) bool {
			return other.Date.EDTF() == date.EDTF() && other.Order == one.Order
		}
		switch {
		case !known:
			return nil, 0, false
		case weekday && !slices.ContainsFunc(offers, same): // which is that of another century
		case read && !slices.ContainsFunc(all, same):
			all = append(all, written.Reading{Date: date, Order: one.Order})
		}
	}
	return all, why, len(all) > 0
}

// inCenturyOf reads a date whose year has two digits, where another key has the whole year.
func (d *Reader) inCenturyOf(column string, r Reading, year string) Reading {
	whole, _ := strconv.Atoi(year)
	meant := d.meant(column, r.Text, ofYears(r.Text, written.Offers(r.Text)))
	all, _, ok := inCentury(r.Text, meant, func(short int) (int, century.Proof) {
		if short == whole%100 {
			return whole, century.NoProof
		}
		return 0, century.NoProof
	})
	if ok && len(all) == 1 {
		r.Date, r.Either, r.Century, r.Err = all[0].Date, nil, century.NoProof, nil
	}
	return r
}

// IsOtherYear reports whether a text whose year has two digits is of another year than a date, in every century.
func IsOtherYear(text string, date edtf.Date) bool {
	offers, may := ofYears(text, written.Offers(text)), false
	year, _, _ := date.Earliest().Civil()
	for _, one := range offers {
		eachYear(one.Date.EDTF(), func(short int) int {
			may = may || short%100 == year%100
			return short
		})
	}
	return len(offers) > 0 && !may
}

// isShort reports whether a text has no number of more than two digits.
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
	return true
}

// hasWeekday reports whether a text has a day of the week.
func hasWeekday(text string) bool {
	for _, word := range strings.Fields(strings.ToLower(text)) {
		if len(word) >= 3 && slices.Contains([]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}, word[:3]) {
			return true
		}
	}
	return false
}

// orCentury adds to a cure of a date whose year has two digits how the reader can say the century of all.
func (d *Reader) orCentury(text, hint string) string {
	if hint == "" || d.Century > 0 || !isShort(text) || hasWeekday(text) {
		return hint
	}
	all := written.Offers(text)
	if len(all) == 0 || len(all[0].Date.EDTF()) < len("1998") {
		return hint
	}
	c := all[0].Date.EDTF()[:2]
	return hint + "; or say it for all: --century " + c + "00 has such years in " + c + "00 to " + c + "99"
}

// otherCentury says how the reader says that years of two digits are in another century than is guessed.
func otherCentury(date edtf.Date) string {
	c := "1900"
	if strings.HasPrefix(strings.TrimPrefix(date.EDTF(), "../"), "19") {
		c = "2000"
	}
	to := c[:2] + "99"
	return "write it so, to be exact; or say it for all: --century " + c + " has such years in " + c + " to " + to
}
