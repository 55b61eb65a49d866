package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"dateline/timeline/calendar"
)

// A point is a single date: a year, and a month, a season or a day of it. Or it is an end that is open or unknown.
type point struct {
	kind             pointKind
	precision        Precision
	traits           traits // of approximate, uncertain, timed, zoned
	offset           int16  // as in Date
	milli            int32  // as in Date
	fraction         string // of the second, as it is written
	year, month, day digits // month and day are empty if they are not written
	season           *season
	earliest, latest calendar.Day
}

// A pointKind is whether a point is a date.
type pointKind uint8

const (
	dated      pointKind = iota
	openEnded            // an end of an interval that is open, written ".."
	unknownEnd           // an end of an interval that is unknown, written as nothing
)

// boundless returns an end without a date. It may be any day; the zero Day would be 1 January 1970.
func boundless(kind pointKind) point {
	return point{kind: kind, earliest: calendar.Beginning, latest: calendar.Forever}
}

// A digits is a number as it is written. An X is an unknown digit. Only a year is negative, has an exponent or
// says how many of its digits are significant.
type digits struct {
	text        string
	negative    bool
	significant uint16 // how many digits are sure; 0 if all are
	exponent    uint32 // how many zeros follow the text
}

// exact reports whether no digit is unknown.
func (p digits) exact() bool { return p.significant == 0 && strings.IndexByte(p.text, 'X') < 0 }

// blank reports whether every digit is unknown.
func (p digits) blank() bool { return p.text != "" && strings.Trim(p.text, "X") == "" }

// value returns the number if it is exact, else the least that it can be.
func (p digits) value() int {
	low, _ := p.limits()
	return low
}

// limits returns the least and the greatest number that fit.
func (p digits) limits() (low, high int) {
	if len(p.text) > 4 || p.significant > 0 || p.exponent > 0 {
		return p.longLimits()
	}
	for i := 0; i < len(p.text); i++ {
		if c := p.text[i]; c == 'X' {
			low, high = 10*low, 10*high+9
		} else {
			low, high = 10*low+int(c-'0'), 10*high+int(c-'0')
		}
	}
	if p.negative {
		return -high, -low
	}
	return low, high
}

// fits reports whether n can be meant.
func (p digits) fits(n int) bool {
	if n < 0 {
		n = -n
	}
	for i := len(p.text) - 1; i >= 0; i-- {
		if c := p.text[i]; c != 'X' && int(c-'0') != n%10 {
			return false
		}
		n /= 10
	}
	return true
}

// A season is a part of a year that is written like a month.
type season struct {
	name   string
	brief  string // as in Short
	first  time.Month
	months int
	part   bool // whether it reads "first quarter of 2025", not "spring 2025"
}

// seasons are those of ISO 8601-2 in the order of their codes, from 21 on. The four seasons are taken as whole
// months, and the winter of a year begins in its December. 21 to 24 do not name the hemisphere and are taken as
// northern.
var seasons = [...]season{
	{name: "spring", brief: "Sp", first: time.March, months: 3},
	{name: "summer", brief: "Su", first: time.June, months: 3},
	{name: "autumn", brief: "Au", first: time.September, months: 3},
	{name: "winter", brief: "Wi", first: time.December, months: 3},
	{name: "northern spring", brief: "NSp", first: time.March, months: 3},
	{name: "northern summer", brief: "NSu", first: time.June, months: 3},
	{name: "northern autumn", brief: "NAu", first: time.September, months: 3},
	{name: "northern winter", brief: "NWi", first: time.December, months: 3},
	{name: "southern spring", brief: "SSp", first: time.September, months: 3},
	{name: "southern summer", brief: "SSu", first: time.December, months: 3},
	{name: "southern autumn", brief: "SAu", first: time.March, months: 3},
	{name: "southern winter", brief: "SWi", first: time.June, months: 3},
	{name: "first quarter", brief: "Q1", first: time.January, months: 3, part: true},
	{name: "second quarter", brief: "Q2", first: time.April, months: 3, part: true},
	{name: "third quarter", brief: "Q3", first: time.July, months: 3, part: true},
	{name: "fourth quarter", brief: "Q4", first: time.October, months: 3, part: true},
	{name: "first third", brief: "T1", first: time.January, months: 4, part: true},
	{name: "second third", brief: "T2", first: time.May, months: 4, part: true},
	{name: "last third", brief: "T3", first: time.September, months: 4, part: true},
	{name: "first half", brief: "H1", first: time.January, months: 6, part: true},
	{name: "second half", brief: "H2", first: time.July, months: 6, part: true},
}

const (
	firstSeason  = 21 // the code of seasons[0]
	firstQuarter = 33 // the code of the first quarter of a year
)

// point reads a year, month or day with its marks, or a day and its time, up to end.
func (s *scanner) point(end int) (point, *Error) {
	var p point
	start := s.at
	if err := s.marked(&p, end, func() *Error { return s.year(&p, end) }); err != nil {
		return p, err
	}
	if s.take('-', end) {
		month := func() (err *Error) { p.month, err = s.field("month", end); return err }
		if err := s.marked(&p, end, month); err != nil {
			return p, err
		}
		if s.take('-', end) {
			day := func() (err *Error) { p.day, err = s.field("day", end); return err }
			if err := s.marked(&p, end, day); err != nil {
				return p, err
			}
		}
	}
	if err := s.resolve(&p, start, s.at); err != nil {
		return p, err
	}
	if (p.year.exponent > 0 || len(p.year.text) > 4) && p.year.beyond() {
		p.clamp()
	}
	if s.at < end && s.text[s.at] == 'T' {
		if p.precision != ToDay || p.doubt() != 0 {
			return p, s.fail(s.at, end, "a time of day needs a whole day before it, without marks",
				"write it as in 2025-09-20T20:39, or leave the time out")
		}
		s.at++
		if err := s.clock(&p, end); err != nil {
			return p, err
		}
	}
	if s.at < end {
		return p, s.rest(start, end)
	}
	return p, nil
}

// rest refuses what comes after a date that begins at start. What has digits may belong to the date.
func (s *scanner) rest(start, end int) *Error {
	hint := "write " + s.text[start:s.at] + ", and the rest elsewhere"
	if strings.ContainsFunc(s.text[s.at:end], unicode.IsDigit) {
		hint = "write it as in 2025-09-08, an interval as in 2025-09-23/2025-09-29, or the rest elsewhere"
	}
	switch strings.ToUpper(strings.Trim(strings.ReplaceAll(s.text[s.at:end], ".", ""), " ()")) {
	case "AH", "BH", "AM", "AUC", "BS", "SE", "BP", "CAL BP", "YBP", "KYA", "MYA", "KA", "MA", "YEARS AGO":
		return s.fail(s.at, end, "this is not counted from the birth of Christ", "write the year that it is, as in 2025")
	}
	return s.fail(s.at, end, "the date should end here", hint)
}

// marked reads a part of a date with its marks. One before it is for this part, one after it for all up to here.
func (s *scanner) marked(p *point, end int, part func() *Error) *Error {
	before, err := s.marks(end)
	if err != nil {
		return err
	}
	if err := part(); err != nil {
		return err
	}
	after, err := s.marks(end)
	p.traits |= before | after
	return err
}

// field reads the two digits of a month or a day.
func (s *scanner) field(name string, end int) (digits, *Error) {
	start := s.at
	run := s.digits(end)
	if s.draftX(end) {
		return digits{}, s.writeX(start, end)
	}
	if len(run) != 2 {
		return digits{}, s.fail(start, max(s.at, min(start+1, end)), "a "+name+" has two digits",
			"write it as in 2025-09-08; XX stands for a "+name+" that is not known")
	}
	return digits{text: run}, nil
}

// resolve finds the precision and the bounds of p, which is written from start to end. It refuses what the calendar
// does not have.
func (s *scanner) resolve(p *point, start, end int) *Error {
	p.precision = p.known()
	low, high := p.year.limits()
	month := p.month.value()
	if p.month.text != "" && p.month.exact() && (month < 1 || month > 12) {
		code := month - firstSeason
		if code < 0 || code >= len(seasons) || p.day.text != "" {
			return s.fail(start, end, fmt.Sprintf("month %s does not exist", p.month.text), monthHint(*p))
		}
		one := &seasons[code]
		p.season, p.precision = one, min(p.precision, ToSeason)
		p.earliest = calendar.DayOf(low, one.first, 1)
		p.latest = calendar.DayOf(high, one.first+time.Month(one.months), 0)
		return nil
	}
	if p.plainMonth(low, month) {
		return nil
	}
	var ok bool
	if p.earliest, ok = p.bound(false); ok {
		p.latest, _ = p.bound(true)
		return nil
	}
	return s.fail(start, end, noSuchDay+p.unmarked(), dayHint(*p))
}

// plainMonth finds the bounds of a year, month or day without unknown digits. It reports whether it did; a day that
// does not exist and all other points are left to bound.
func (p *point) plainMonth(year, month int) bool {
	switch {
	case p.year.significant > 0:
		low, high := p.year.limits()
		p.earliest, p.latest = calendar.DayOf(low, time.January, 1), calendar.DayOf(high, time.December, 31)
	case p.precision == ToYear && p.month.text == "":
		p.earliest, p.latest = calendar.DayOf(year, time.January, 1), calendar.DayOf(year, time.December, 31)
	case p.precision == ToMonth && p.day.text == "":
		p.earliest = calendar.DayOf(year, time.Month(month), 1)
		p.latest = p.earliest + calendar.Day(calendar.DaysIn(year, month)-1)
	case p.precision == ToDay:
		day := p.day.value()
		p.earliest = calendar.DayOf(year, time.Month(month), day)
		p.latest = p.earliest
		return day >= 1 && day <= calendar.DaysIn(year, month)
	default:
		return false
	}
	return true
}

// monthHint returns the cure for a month that does not exist.
func monthHint(p point) string {
	year := p.year.edtf()
	if p.day.text == "" && len(p.month.text) == 2 && p.month.exact() {
		return "months go from 01 to 12, as in " + year + "-12, and seasons from 21 to 24"
	}
	day, month := p.month.value(), p.day.value() // swapped
	if p.day.exact() && month >= 1 && month <= 12 && day >= 1 && day <= calendar.DaysIn(p.year.value(), month) {
		return fmt.Sprintf("write the month first: %s-%02d-%02d", year, month, day)
	}
	return "months go from 01 to 12"
}

// dayHint returns the cure for a day that does not exist.
func dayHint(p point) string {
	if _, _, ok := (point{month: p.month}).inYearOf(leapYear, func(low, _, i int) int { return low + i }); !ok {
		return "write XX for the month if it is not known"
	}
	if !p.year.exact() || !p.month.exact() {
		return "write XX for the day if it is not known"
	}
	year, month := p.year.value(), p.month.value()
	return fmt.Sprintf("%s%s has %d days", p.monthName(), p.inYear(), calendar.DaysIn(year, month))
}

// edtf returns the number as a year is written, without E or S.
func (p digits) edtf() string {
	switch {
	case p.negative && len(p.text) > 4:
		return "Y-" + p.text
	case len(p.text) > 4:
		return "Y" + p.text
	case p.negative:
		return "-" + p.text
	}
	return p.text
}

// known returns the precision of the digits: as far as they are known from the left.
func (p *point) known() Precision {
	switch x := strings.IndexByte(p.year.text, 'X'); {
	case p.year.significant > 0 && p.year.size()-int(p.year.significant) > 1:
		return ToCentury
	case p.year.significant > 0:
		return ToDecade
	case x >= 0 && x < len(p.year.text)-1:
		return ToCentury
	case x >= 0:
		return ToDecade
	case p.month.text == "" || !p.month.exact():
		return ToYear
	case p.day.text == "" || !p.day.exact():
		return ToMonth
	}
	return ToDay
}

// bound returns the first or the last day that p can mean. It is not ok if there is none.
func (p point) bound(last bool) (day calendar.Day, ok bool) {
	// at returns the number that is i after low, or i before high.
	at := func(low, high, i int) int {
		if last {
			return high - i
		}
		return low + i
	}
	low, high := p.year.limits()
	if _, _, ok := p.inYearOf(leapYear, at); !ok {
		return 0, false
	}
	for i := range high - low + 1 {
		if year := at(low, high, i); low == high || p.year.fits(year) {
			if month, d, ok := p.inYearOf(year, at); ok {
				return calendar.DayOf(year, time.Month(month), d), true
			}
		}
	}
	return 0, false
}

// leapYear has every day that a year can have.
const leapYear = 2000

// inYearOf returns the first month and day of the year that fit, in the order that at counts.
func (p point) inYearOf(year int, at func(low, high, i int) int) (month, day int, ok bool) {
	for j := range 12 {
		month = at(1, 12, j)
		if p.month.text != "" && !p.month.fits(month) {
			continue
		}
		days := calendar.DaysIn(year, month)
		for k := range days {
			day = at(1, days, k)
			if p.day.text == "" || p.day.fits(day) {
				return month, day, true
			}
		}
	}
	return 0, 0, false
}

// unmarked returns p as it is written, without marks, or in words if it is a whole day.
func (p point) unmarked() string {
	if p.precision == ToDay {
		day, _ := strconv.Atoi(p.day.text)
		return fmt.Sprintf("%d %s%s", day, p.monthName(), p.inYear())
	}
	text := p.year.edtf() + "-" + p.month.text
	if p.day.text != "" {
		text += "-" + p.day.text
	}
	return text
}
