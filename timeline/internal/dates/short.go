package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/century"
	"dateline/timeline/internal/guess"
)

// This file reads dates whose years have two digits: what their order is, and in which century they are.

// yearFirst is the order of a date such as 98-03-12. Only those of two digits for each part have to be told apart.
const yearFirst = written.YearFirst

// A column may have a date whose year usually is of no century, if it is at that end: 31/12/15 hardly is of 2031.
const (
	oddFirst = 1 << (yearFirst + 1 + iota)
	oddLast
)

// shortYear reads a text whose year has two digits, from what is offered for it. Where it leaves open what it means, an
// error offers that in the order of its column, or is nil if that says no more than the text by itself.
func (d *Reader) shortYear(column, text string, offers []written.Reading) Reading {
	r := Reading{Text: text, Odd: true}
	all := ofYears(text, offers)
	if len(all) == 0 {
		if strings.ContainsAny(text, "0123456789") && !named().MatchString(text) {
			d.Seen.Column(column).Unnamed = true
		}
		return r
	}
	d.noteOrder(column, text, all)
	meant := d.meant(column, text, all)
	r.Hangs = d.Century == 0
	if d.Century == 0 {
		d.noteShort(column, meant)
	}
	dates, why, ok := inCentury(text, meant, func(short int) (int, century.Proof) { return d.byFile(column, short) })
	switch {
	case ok && len(dates) == 1:
		r.Date, r.Century = dates[0].Date, why
	case ok:
		r.Either = dates
	default:
		r.Err = d.offered(column, text, all)
	}
	return r
}

// ofYears returns what is offered for a text whose years have two digits, with its order, and nil for any other text. A
// decade is no year.
func ofYears(text string, all []written.Reading) []written.Reading {
	if !isShort(text) {
		return nil
	}
	for i := range all {
		says := all[i].Date.EDTF()
		if len(says) < len("1998") || !guess.IsDigits(says[:4]) && !strings.HasPrefix(says, "../") {
			return nil
		}
	}
	return all
}

// noteOrder notes which order of day, month and year a text shows, or that it leaves that open.
func (d *Reader) noteOrder(column, text string, all []written.Reading) {
	may := uint8(0)
	for _, one := range all {
		may |= 1 << one.Order
	}
	const dayFirst, monthFirst = 1 << written.DayFirst, 1 << written.MonthFirst
	seen, sign := d.Seen.Column(column), signOf(text)
	not := &seen.NotOrders[sign]
	same := may&(1<<written.AnyOrder) != 0 // in which two orders say one day, as of 03-01-03
	if may &^= 1 << written.AnyOrder; may != 0 && !same {
		*not |= (dayFirst | monthFirst | 1<<yearFirst) &^ may
	}
	*not |= oddEnd(all)
	if strings.HasPrefix(text, "00") && may&dayFirst != 0 { // a year, or a day that is not known
		*not |= oddFirst | oddLast
	}
	day, month := may&dayFirst != 0 || same, may&monthFirst != 0 || same
	if day && !month {
		seen.DayFirst |= 1 << sign
	}
	if month && !day {
		seen.MonthFirst |= 1 << sign
	}
	if len(all) > 1 {
		seen.Unclear |= 1 << sign
	}
}

// oddEnd returns at which end the year of a date of two digits for each part is none that such years usually are, where
// at the other end it is.
func oddEnd(all []written.Reading) uint8 {
	odd, usual := uint8(0), uint8(0)
	for _, one := range all {
		short, end := 0, uint8(oddLast)
		if one.Order == yearFirst {
			end = oddFirst
		}
		eachYear(one.Date.EDTF(), func(year int) int {
			short = year % 100
			return year
		})
		if _, why := century.Of(short, century.Years{}, century.Years{}); why == century.NoProof {
			odd |= end
		} else {
			usual |= end
		}
	}
	if odd|usual != oddFirst|oddLast || odd&usual != 0 {
		return 0
	}
	return odd
}

// meant returns what a text can mean in the orders that its column may have, or else as the reader says; and all where
// none of that fits.
func (d *Reader) meant(column, text string, all []written.Reading) []written.Reading {
	not := d.Known.Seen(column).NotOrders[signOf(text)]
	if !d.Known.Beside().HasWhole() && !d.Known.Seen(column).Beside.HasWhole() {
		switch not & (oddFirst | oddLast) {
		case oddFirst:
			not |= 1 << yearFirst
		case oddLast:
			not |= 1<<written.DayFirst | 1<<written.MonthFirst
		}
	}
	if not&(1<<written.DayFirst|oddLast) == 0 && strings.Count(text, ".") == 2 {
		not |= 1 << yearFirst // 04.05.17 has its day first, unless its column shows that it has not
	}
	switch d.order(column, text) {
	case d.Order:
	case written.DayFirst:
		not |= 1 << written.MonthFirst
	case written.MonthFirst:
		not |= 1 << written.DayFirst
	}
	without := func(all []written.Reading, other func(written.Reading) bool) []written.Reading {
		if rest := slices.DeleteFunc(slices.Clone(all), other); len(rest) > 0 {
			return rest
		}
		return all
	}
	all = without(all, func(one written.Reading) bool { return not&(1<<one.Order) != 0 })
	if d.Order == written.AnyOrder {
		return all
	}
	return without(all, func(one written.Reading) bool { return one.Order != d.Order && one.Order != written.AnyOrder })
}

// noteShort notes the years of two digits that a text has, or that it is open which they are.
func (d *Reader) noteShort(column string, all []written.Reading) {
	var years [2][]int
	for i, one := range all {
		of := &years[min(i, 1)]
		*of = (*of)[:0]
		eachYear(one.Date.EDTF(), func(year int) int {
			*of = append(*of, year%100)
			return year
		})
		if i > 0 && !slices.Equal(years[0], years[1]) {
			d.Seen.Column(column).Beside.AddOpen()
			return
		}
	}
	for _, short := range years[0] {
		d.Seen.Column(column).Beside.AddShort(short)
	}
}

// offered returns an error that offers what a text can mean in the order of its column.
func (d *Reader) offered(column, text string, all []written.Reading) error {
	meant := d.meant(column, text, all)
	if len(meant) == len(all) {
		return nil
	}
	var words []string
	for _, one := range meant {
		words = append(words, one.Date.EDTF()+" for "+one.Date.String())
	}
	return &edtf.Error{
		Text: text, End: len(text), Message: "the year has two digits", Hint: "write " + strings.Join(words, " or "),
	}
}
