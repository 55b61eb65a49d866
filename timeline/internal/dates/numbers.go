package dates

import (
	"strings"

	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/counts"
	"dateline/timeline/internal/guess"
)

// This file reads numbers that may be dates, of which the others of their column decide.

// WholeNumber returns the year that a whole number is, "" where it is none, and reports whether a text is such a
// number. A moment or a day in digits, such as 20250908, is not. Of short and long numbers the others of the column
// decide. Again says that the column has it already.
func (d *Reader) WholeNumber(column, text string, again bool) (year string, ok bool) {
	digits := strings.TrimPrefix(text, "-")
	if whole, float := strings.CutSuffix(digits, ".0"); float {
		digits, text = whole, strings.TrimSuffix(text, ".0")
	}
	if !guess.IsDigits(digits) || len(digits) >= len("20250908") && digits == text {
		return "", false
	}
	known := d.Known.Seen(column)
	far := text[0] == '-' && len(digits) > len("2025") && guess.IsYear(column) // days and moments are counted up
	if !again {
		if !far {
			d.Seen.Column(column).Add(text)
		}
		d.countNumber(column, text, digits)
	}
	if far {
		return text, true
	}
	if _, day := written.Serial(text); day && guess.HasDates(column) {
		return "", false // as spreadsheets count
	}
	few := len(digits) < 4 && guess.HasWord(column, "day", "days")
	named := guess.IsYear(column) || guess.HasWord(column, "date") || d.areYears(column)
	if strings.Trim(digits, "0") == "" && known.AreAstronomical() && known.Signs&guess.Negative != 0 &&
		(named || known.AreYears()) && !guess.IsCount(column) {
		return text, true // the year before 1
	}
	if few || guess.IsCount(column) || !known.IsYear(text, named) {
		return "", true
	}
	return text, true
}

// areYears reports whether the numbers of a start or an end are years, as most of them show, or the starts beside an
// end: one that is none costs only itself. What begins is never a year for what is said of its end, since seconds of a
// film end at 1914 too.
func (d *Reader) areYears(column string) bool {
	begin := d.Begin
	if begin == "" && guess.Fold(column) == "start" {
		begin = column
	} else if begin == "" && guess.Fold(column) == "end" {
		begin = map[string]string{"end": "start", "End": "Start", "END": "START"}[column]
	}
	if begin == "" {
		return false
	}
	known := d.Known.Seen(begin)
	if begin != column && known.Numbers == (guess.Numbers{}) && !known.Beside.HasWhole() {
		known = d.Known.Seen("date")
	}
	const most = 4 // of the numbers are years for one that is not
	n := known.Numbers
	switch all := n.Years + n.Small + n.Long; {
	case all == 0:
		return begin != column && known.Beside.HasWhole()
	case known.AreYears(), all == 1 && n.Long == 0 && !n.Zero:
		return true
	case n.Small+n.Long == 0:
		return !n.After
	default:
		return known.Modern >= most*(n.Small+n.Long) && known.Ancient == 0 && !n.After
	}
}

// countNumber notes what a whole number of a column, whose digits are without its sign, shows of its years.
func (d *Reader) countNumber(column, text, digits string) {
	seen := d.Seen.Column(column)
	padded := len(digits) == 4 && digits[0] == '0'
	trimmed := strings.TrimLeft(digits, "0")
	switch {
	case text[0] == '-':
		seen.Ancient, seen.Signs = seen.Ancient+1, seen.Signs|guess.Negative
	case padded || len(trimmed) == 3:
		seen.Ancient++
	case len(trimmed) == 4:
		seen.Modern++
		if digits > "2100" {
			seen.Signs |= guess.Late
		}
	}
	if len(digits) > len("2025") {
		seen.Counts |= counts.Of(digits) & counts.OtherThanSerial
	}
	if trimmed == "" || padded && text[0] == '-' {
		seen.Signs |= guess.Astronomical
	}
}

// Year reads a number that is a year, with the era, the month and the day that are said beside it, or "". One of two
// digits is AD where the others of its column are of such times.
func (d *Reader) Year(column, year, era, month, day string) (r Reading) {
	r.Text = year
	full := d.beforeChrist(column, year, era, &r)
	known := d.Known.Seen(column)
	old := known.AreAncient() || known.AreAstronomical() && known.Signs&guess.Negative != 0
	if len(year) == 2 && era == "" && guess.IsDigits(year) && !old && d.Century > 0 {
		r.Odd = true
		r.Date, r.Part = guess.YMD(d.yearIn(year), month, day)
		return r
	}
	if len(year) <= 2 && era == "" && year[0] != '-' && !old {
		r.Either = written.Centuries(year)
		return r
	}
	r.Date, r.Part = guess.YMD(full, month, day)
	d.NoteYears(column, r.EDTF())
	return r
}

// beforeChrist returns the year of EDTF for one that is written with its era, or with a sign that in nearly all tables
// stands for one. EDTF has a year 0, and so it is another number.
func (d *Reader) beforeChrist(column, year, era string, r *Reading) string {
	bc, known := guess.Era(era)
	if year == "" || !guess.IsDigits(strings.TrimPrefix(year, "-")) {
		return year
	}
	if known {
		d.Seen.Column(column).Signs |= guess.Historical
	}
	padded := len(year) == len("-0044") && year[:2] == "-0"
	switch {
	case bc:
		return guess.BeforeChrist(year)
	case year[0] != '-' || padded || d.Known.Seen(column).AreAstronomical():
		return year
	}
	r.Negative = year
	return guess.BeforeChrist(year)
}

// longNumber reads a long number that may count days as spreadsheets do, or the seconds since 1970. It is used where
// the key says so and the numbers of the column agree; else what it can mean is offered.
func (d *Reader) longNumber(column, text string) (r Reading, ok bool) {
	d.Seen.Column(column).Counts |= counts.Of(text)
	known, dated := d.Known.Seen(column), guess.HasDates(column)
	first := known == (guess.Column{}) // what is read now is read again if the column does not agree
	isDate := dated && d.Silent        // of a table, or of what a program wrote
	date, ok := written.Serial(text)
	sure, how := isDate && (first || known.AreDays()), ", as spreadsheets count days"
	if !ok {
		how = ", as a time since 1970"
		date, ok = written.Epoch(text)
		digits := strings.IndexByte(text+".", '.')
		sure = guess.IsMoment(column, digits) && known.AreTimes() && d.Seen.Column(column).AreTimes() ||
			isDate && (first || known.AreSurelyTimes())
		sure = sure && counts.IsMoment(text[:digits])
	} else if !dated {
		return r, false
	}
	r = Reading{Text: text, Odd: true, Offered: true}
	if ok && sure {
		r.Date, r.Offered, r.How = date, false, how
	}
	return r, ok
}
