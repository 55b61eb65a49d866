package edtf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// Parse reads a date in EDTF, with or without blanks around it. The package doc lists what is read. The error is an
// [*Error]; its hint says how a date that is written in another way is written in EDTF.
func Parse(text string) (Date, error) {
	if d, ok := Read(text); ok {
		return d, nil
	}
	trimmed := strings.TrimSpace(text)
	if len(trimmed) > maxDate {
		return Date{}, &Error{
			Text: text, Start: strings.Index(text, trimmed), End: len(text),
			Message: fmt.Sprintf("a date has no more than %d characters", maxDate),
			Hint:    "write an interval for a long list of days, as in 2025-09-23/2025-09-29",
		}
	}
	_, err := parseExpression(trimmed)
	return Date{}, err.within(text, trimmed)
}

// Read reads a date as Parse does, without an error, whose cures take much longer to find than a date to read.
func Read(text string) (d Date, ok bool) {
	trimmed := strings.TrimSpace(text)
	if d, ok := plainDay(trimmed); ok {
		return d, true
	}
	if len(trimmed) > maxDate {
		return Date{}, false
	}
	e, err := parseExpression(trimmed)
	if err != nil {
		return Date{}, false
	}
	return e.date(trimmed), true
}

// maxDate is the number of bytes that a date may have, enough for a set of ninety days. It is bounded since dates
// are read again whenever they are shown.
const maxDate = 1000

// plainDay reads YYYY-MM-DD, which nearly every date is.
func plainDay(text string) (d Date, ok bool) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return Date{}, false
	}
	year, okYear := number(text[:4])
	month, okMonth := number(text[5:7])
	day, okDay := number(text[8:])
	if !okYear || !okMonth || !okDay || month < 1 || month > 12 || day < 1 || day > calendar.DaysIn(year, month) {
		return Date{}, false
	}
	n := calendar.DayOf(year, time.Month(month), day)
	return Date{edtf: text, earliest: n, latest: n, precision: ToDay}, true
}

// number returns the number that text is. It is not ok unless text is digits only.
func number(text string) (n int, ok bool) {
	for i := 0; i < len(text); i++ {
		c := text[i] - '0'
		if c > 9 {
			return 0, false
		}
		n = 10*n + int(c)
	}
	return n, text != ""
}

// An expression is an EDTF date in parts.
type expression struct {
	traits traits // isInterval, isSet or none
	all    bool   // whether all members of a set are meant, not one of them
	span   span   // an interval, or a single date as its start
	set    []span // the members of a set
}

// A span is a date, or two dates and the time between them.
type span struct {
	start, end point
	ranged     bool // whether there are two
}

// date returns e, which was read from text, as a Date.
func (e expression) date(text string) Date {
	d := Date{edtf: text, traits: e.traits, earliest: calendar.Forever, latest: calendar.Beginning, precision: ToMinute}
	spans := e.set
	if !e.traits.has(isSet) {
		spans = []span{e.span}
		d.milli, d.offset = e.span.start.milli, e.span.start.offset
		d.traits |= e.span.start.traits & (timed | zoned)
	}
	if e.boundless() {
		d.precision = ToCentury
	}
	for n := range spans {
		s := &spans[n]
		d.add(&s.start)
		if s.ranged {
			d.add(&s.end)
		}
		if s.earliest() < d.earliest {
			d.earliest = s.earliest()
			d.traits = d.traits&^monthless | s.start.monthless()
			if d.traits.has(monthless) {
				d.milli = s.start.rank()
			}
		}
		d.latest = max(d.latest, s.latest())
	}
	return d
}

// boundless reports whether e is an interval with neither start nor end.
func (e expression) boundless() bool {
	return e.traits.has(isInterval) && e.span.start.kind != dated && e.span.end.kind != dated
}

// add takes over the marks of one part, and its precision if it is the least.
func (d *Date) add(p *point) {
	d.traits |= p.traits & (approximate | uncertain | remarked)
	if p.kind == dated {
		d.precision = min(d.precision, p.precision)
	}
}

// monthless returns the trait of that name where p has it.
func (p *point) monthless() traits {
	if p.kind == dated && p.precision < ToMonth {
		return monthless
	}
	return 0
}

// rank puts dates that begin on one day and do not know their month in the order of their headings: the longest first,
// and of those that are as long, such as a spring of the north and an autumn of the south, each by itself.
func (p *point) rank() int32 {
	const longest, kinds = 30_000_000, 64 // days, and more than there are seasons
	of := int32(0)
	if p.season != nil {
		of = 1 + int32(slices.IndexFunc(seasons[:], func(s season) bool { return s == *p.season }))
	}
	days := min(int64(p.latest)-int64(p.earliest), longest)
	return math.MinInt32 + int32(longest-days)*kinds + of
}

func (s *span) earliest() calendar.Day { return s.start.earliest }

func (s *span) latest() calendar.Day {
	if !s.ranged {
		return s.start.latest
	}
	return s.end.latest
}

// parseExpression reads a text without blanks around it.
func parseExpression(text string) (expression, *Error) {
	s := scanner{text: text}
	switch {
	case text == "":
		return expression{}, s.fail(0, 0, "there is no date", "write as much as is known, as in 2025-09-08, 2025-09 or 2025")
	case text[0] == '[' || text[0] == '{':
		return s.set()
	case strings.Contains(text, "/"):
		return s.interval()
	}
	s.alone = true
	p, err := s.point(len(text))
	return expression{span: span{start: p}}, err
}

// interval reads start/end. Each may be "..", which is open, or empty, which is unknown.
func (s *scanner) interval() (expression, *Error) {
	slash := strings.IndexByte(s.text, '/')
	if second := strings.IndexByte(s.text[slash+1:], '/'); second >= 0 {
		at := slash + 1 + second
		return expression{}, s.fail(at, len(s.text), "an interval has one slash",
			"write start/end, as in 2025-09-23/2025-09-29")
	}
	start, err := s.end(slash)
	if err != nil {
		return expression{}, err
	}
	s.at = slash + 1
	end, err := s.end(len(s.text))
	if err != nil {
		return expression{}, err
	}
	e := expression{traits: isInterval, span: span{start: start, end: end, ranged: true}}
	return e, s.order(e.span, 0, slash+1, len(s.text))
}

// order refuses a span that ends before it starts. Its dates are written from start to middle and from middle to end.
func (s *scanner) order(one span, start, middle, end int) *Error {
	if !endsBefore(one.end, one.start) {
		return nil
	}
	first, separator := s.text[start:middle], s.text[middle-1:middle]
	if separator == "." {
		separator = ".."
	}
	first = strings.TrimSpace(strings.TrimSuffix(first, separator))
	second := strings.TrimSpace(s.text[middle:end])
	return s.fail(middle, end, "the end is before the start",
		"write "+second+separator+first+", or correct one of them")
}

// endsBefore reports whether b lies before a. An end that is open or unknown does not.
func endsBefore(b, a point) bool {
	if a.kind != dated || b.kind != dated {
		return false
	}
	if a.traits.has(timed) && b.traits.has(timed) && a.earliest == b.earliest && a.traits&zoned == b.traits&zoned {
		return b.milli-milliInMinute*int32(b.offset) < a.milli-milliInMinute*int32(a.offset)
	}
	if a.year.beyond() && b.year.beyond() {
		first, _ := a.year.limits()
		_, last := b.year.limits()
		return last < first
	}
	return b.latest < a.earliest
}

// end reads an end of an interval up to limit.
func (s *scanner) end(limit int) (point, *Error) {
	switch s.text[s.at:limit] {
	case "":
		return boundless(unknownEnd), nil
	case "..":
		s.at = limit
		return boundless(openEnded), nil
	}
	return s.point(limit)
}

// set reads [a,b] or {a,b}. Members may be ranges: a..b, ..b, a.. .
func (s *scanner) set() (expression, *Error) {
	e := expression{traits: isSet, all: s.text[0] == '{'}
	closing := byte(']')
	if e.all {
		closing = '}'
	}
	last := len(s.text) - 1
	if s.text[last] != closing {
		return e, s.fail(0, len(s.text), "this set is not closed", fmt.Sprintf("end it with %c", closing))
	}
	s.at = 1
	for {
		s.blanks()
		limit := last
		if comma := strings.IndexByte(s.text[s.at:last], ','); comma >= 0 {
			limit = s.at + comma
		}
		member, err := s.member(limit)
		if err != nil {
			return e, err
		}
		e.set = append(e.set, member)
		s.at = limit
		if !s.take(',', last) {
			return e, nil
		}
	}
}

// member reads a member of a set up to limit.
func (s *scanner) member(limit int) (span, *Error) {
	start := min(s.at, limit)
	text := strings.TrimRight(s.text[start:limit], " ")
	limit = start + len(text)
	if text == "" || text == ".." {
		return span{}, s.fail(start, limit, "a member of this set is missing",
			"write dates with commas between them, as in [2025-08-15,2025-08-16]")
	}
	dots := strings.Index(text, "..")
	if dots < 0 {
		p, err := s.point(limit)
		return span{start: p}, err
	}
	one := span{start: boundless(openEnded), end: boundless(openEnded), ranged: true}
	var err *Error
	if dots > 0 {
		if one.start, err = s.point(start + dots); err != nil {
			return span{}, err
		}
	}
	middle := start + dots + len("..")
	s.at = middle
	if middle < limit {
		if one.end, err = s.point(limit); err != nil {
			return span{}, err
		}
	}
	return one, s.order(one, start, middle, limit)
}
