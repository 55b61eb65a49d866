package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// A point is a date without intervals or sets: a year and what is known below it, or an end that is not given.
type point struct {
	kind             pointKind
	precision        Precision
	traits           traits // of approximate, uncertain, timed, zoned
	offset           int16
	second           int32
	year, month, day digits  // month and day are empty where they are not written
	season           *season // what stands in the place of a month
	earliest, latest calendar.Day
}

// A pointKind says what stands in the place of a date.
type pointKind uint8

const (
	dated      pointKind = iota
	openEnded            // "..", which goes on
	unknownEnd           // nothing
)

// boundless is an end that is not given. It may be any day, and not the zero Day, which is 1 January 1970.
func boundless(kind pointKind) point {
	return point{kind: kind, earliest: calendar.Beginning, latest: calendar.Forever}
}

// Digits are a number as it is written, of which some digits may be unspecified, written X.
type digits struct {
	text     string
	negative bool
}

// exact says whether every digit is specified.
func (p digits) exact() bool { return strings.IndexByte(p.text, 'X') < 0 }

// blank says whether no digit is.
func (p digits) blank() bool { return p.text != "" && strings.Trim(p.text, "X") == "" }

// value is the number, where it is exact.
func (p digits) value() int {
	low, _ := p.limits()
	return low
}

// limits are the least and the greatest number that fit.
func (p digits) limits() (low, high int) {
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

// fits says whether n can be meant.
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

// A season is a part of a year that stands in the place of a month.
type season struct {
	name   string
	brief  string
	first  time.Month
	months int
	part   bool // whether it is a numbered part: "first quarter of 2025", not "spring 2025"
}

// seasons are the codes of ISO 8601-2 from 21 on. Those of the sky are taken as whole months; the winter of a year begins
// in its December. 21 to 24 leave the hemisphere open and are taken as northern.
var seasons = [...]season{
	{name: "spring", brief: "spring", first: time.March, months: 3},
	{name: "summer", brief: "summer", first: time.June, months: 3},
	{name: "autumn", brief: "autumn", first: time.September, months: 3},
	{name: "winter", brief: "winter", first: time.December, months: 3},
	{name: "northern spring", brief: "spring", first: time.March, months: 3},
	{name: "northern summer", brief: "summer", first: time.June, months: 3},
	{name: "northern autumn", brief: "autumn", first: time.September, months: 3},
	{name: "northern winter", brief: "winter", first: time.December, months: 3},
	{name: "southern spring", brief: "spring", first: time.September, months: 3},
	{name: "southern summer", brief: "summer", first: time.December, months: 3},
	{name: "southern autumn", brief: "autumn", first: time.March, months: 3},
	{name: "southern winter", brief: "winter", first: time.June, months: 3},
	{name: "first quarter", brief: "Q1", first: time.January, months: 3, part: true},
	{name: "second quarter", brief: "Q2", first: time.April, months: 3, part: true},
	{name: "third quarter", brief: "Q3", first: time.July, months: 3, part: true},
	{name: "fourth quarter", brief: "Q4", first: time.October, months: 3, part: true},
	{name: "first third", brief: "1st third", first: time.January, months: 4, part: true},
	{name: "second third", brief: "2nd third", first: time.May, months: 4, part: true},
	{name: "last third", brief: "3rd third", first: time.September, months: 4, part: true},
	{name: "first half", brief: "1st half", first: time.January, months: 6, part: true},
	{name: "second half", brief: "2nd half", first: time.July, months: 6, part: true},
}

const (
	firstSeason  = 21 // the code of seasons[0]
	firstQuarter = 33
)

// point reads a year, month or day with its marks, or a day and its time, as far as end.
func (s *scanner) point(end int) (point, *Error) {
	var p point
	start := s.at
	if err := s.marked(&p, end, func() *Error { return s.year(&p, end) }); err != nil {
		return p, err
	}
	if s.take('-', end) {
		if err := s.marked(&p, end, func() (err *Error) { p.month, err = s.field("month", end); return err }); err != nil {
			return p, err
		}
		if s.take('-', end) {
			if err := s.marked(&p, end, func() (err *Error) { p.day, err = s.field("day", end); return err }); err != nil {
				return p, err
			}
		}
	}
	if err := s.resolve(&p, start, s.at); err != nil {
		return p, err
	}
	if s.at < end && s.text[s.at] == 'T' {
		if p.precision != ToDay || p.traits != 0 {
			return p, s.fail(s.at, end, "a time of day needs a whole day before it, without marks", "write it as in 2025-09-20T20:39, or leave the time out")
		}
		s.at++
		if err := s.clock(&p, end); err != nil {
			return p, err
		}
	}
	if s.at < end {
		return p, s.fail(s.at, end, "the date should end here", "write "+s.text[start:s.at]+", and the rest elsewhere")
	}
	return p, nil
}

// marked reads a part of a date that may have a mark before it, for this part, or behind it, for all up to here.
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

// field reads the two digits of a month or day.
func (s *scanner) field(name string, end int) (digits, *Error) {
	start := s.at
	run := s.digits(end)
	if s.draftX(end) {
		return digits{}, s.writeX(start, end)
	}
	if len(run) != 2 {
		return digits{}, s.fail(start, max(s.at, min(start+1, end)), "a "+name+" has two digits", "write it as in 2025-09-08; XX stands for a "+name+" that is not known")
	}
	return digits{text: run}, nil
}

// resolve works out what p, written from start to end, can mean, and refuses what the calendar does not have.
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

// plainMonth settles a year, month or day in which every digit is specified; it says whether it could.
func (p *point) plainMonth(year, month int) bool {
	switch {
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

// monthHint is the cure for a month that does not exist.
func monthHint(p point) string {
	year := p.year.edtf()
	if p.day.text == "" && len(p.month.text) == 2 && p.month.exact() {
		return "months go from 01 to 12, as in " + year + "-12, and seasons from 21 to 24"
	}
	if day, month := p.month.value(), p.day.value(); p.day.exact() && month >= 1 && month <= 12 && day >= 1 && day <= calendar.DaysIn(p.year.value(), month) {
		return fmt.Sprintf("write the month first: %s-%02d-%02d", year, month, day)
	}
	return "months go from 01 to 12"
}

// dayHint is the cure for a day that does not exist.
func dayHint(p point) string {
	if !p.year.exact() || !p.month.exact() {
		return "write XX for the day if it is not known"
	}
	year, month := p.year.value(), p.month.value()
	return fmt.Sprintf("%s %s has %d days", time.Month(month), calendar.YearName(year), calendar.DaysIn(year, month))
}

// edtf is the number as a year is written.
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

// known is how far the digits are given from the left.
func (p point) known() Precision {
	switch x := strings.IndexByte(p.year.text, 'X'); {
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

// bound is the first day, or the last, that p can mean; ok is false where there is none.
func (p point) bound(last bool) (day calendar.Day, ok bool) {
	// at counts from either end.
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
		if year := at(low, high, i); p.year.fits(year) {
			if month, d, ok := p.inYearOf(year, at); ok {
				return calendar.DayOf(year, time.Month(month), d), true
			}
		}
	}
	return 0, false
}

// leapYear has every day that a year can have.
const leapYear = 2000

// inYearOf is the first month and day of the year that fit, counted by at.
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

// unmarked is p as it is written, in words where it is a whole day.
func (p point) unmarked() string {
	if p.precision == ToDay {
		day, _ := strconv.Atoi(p.day.text)
		return fmt.Sprintf("%d %s %s", day, time.Month(p.month.value()), calendar.YearName(p.year.value()))
	}
	text := p.year.edtf() + "-" + p.month.text
	if p.day.text != "" {
		text += "-" + p.day.text
	}
	return text
}
