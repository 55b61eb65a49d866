package edtf

import (
	"math"
	"strings"

	"dateline/timeline/edtf/freeform"
)

// year reads a year of four digits, or Y and a year of more than four, with a minus sign before the digits or without.
// A date that is nothing else may be three digits, which are a decade, or two, a century.
func (s *scanner) year(p *point, end int) *Error {
	start := s.at
	long := s.take('Y', end)
	negative := s.take('-', end)
	run := s.digits(end)
	p.year = digits{text: run, negative: negative}
	if len(run) == 4 && !long && !negative && (s.at == end || s.text[s.at] == '-') {
		return nil // as nearly every year is
	}
	scaled := run != "" && s.at < end && (s.text[s.at] == 'S' && (long || len(run) == 4) || s.text[s.at] == 'E' &&
		(long || strings.Trim(s.text[s.at+1:end], "0123456789S?~%") == ""))
	switch {
	case s.draftX(end):
		return s.writeX(start, end)
	case scaled:
		return s.scale(p, start, end, long)
	case s.alone && !long && (len(run) == 2 || len(run) == 3) && s.onlyMarks(end) && s.span(p):
		return nil
	case run == "" || (!long && len(run) < 4):
		return s.fail(start, max(s.at, min(start+1, end)), "a date begins with a year of four digits",
			"write it as in 2025-09-08, 2025-09 or 2025")
	case long && len(run) <= 4:
		return s.notLong(p, start, s.at)
	case long && strings.Contains(run, "X"):
		return s.fail(start, s.at, "a year after Y has no X", "write the nearest year with a ~ after it")
	case !long && len(run) > 4 && strings.Contains(run, "X"):
		return s.fail(start, s.at, "a year has four digits", "write it as in 2025-09-08, 2025-09 or 2025")
	case !long && len(run) > 4:
		return s.tooLong(start, end)
	case negative && strings.Trim(run, "0") == "":
		return s.fail(start, s.at, "there is no year -0000", "write 0000 for the year 1 BC")
	}
	return nil
}

// notLong refuses a year after Y that is written from start to end and has four digits or less.
func (s *scanner) notLong(p *point, start, end int) *Error {
	sign := ""
	if p.year.negative {
		sign = "-"
	}
	rest := strings.TrimLeft(s.text[start:end], "Y-")
	short := sign + "0000"[len(p.year.text):] + rest
	hint := "write " + short
	if whole, limit := short+s.text[end:], len(s.text); s.alone && end < limit {
		if _, err := parseExpression(whole); err == nil {
			return s.fail(start, limit, "a year after Y has more than four digits", "write "+whole)
		}
	}
	if next := strings.TrimLeft(s.text[end:], "?~%"); next != "" && !strings.Contains("-/,.]} ", next[:1]) || rest == "" {
		hint = "write it as in 2025-09-08, 2025-09 or 2025"
	}
	return s.fail(start, s.at, "a year after Y has more than four digits", hint)
}

// onlyMarks reports whether nothing but marks is left.
func (s *scanner) onlyMarks(end int) bool { return strings.Trim(s.text[s.at:end], "?~%") == "" }

// span makes three or two digits the decade or the century that they are. It reports whether they are one.
func (s *scanner) span(p *point) bool {
	y := &p.year
	if strings.Contains(y.text, "X") || y.negative && strings.Trim(y.text, "0") == "" {
		return false
	}
	y.text += "XX"[len(y.text)-2:]
	p.traits |= remarked
	return true
}

// scale reads how many zeros a year has after E, and how many of its digits are significant after S. The year begins at
// start.
func (s *scanner) scale(p *point, start, end int, long bool) *Error {
	y := &p.year
	switch {
	case strings.Contains(y.text, "X"):
		return s.fail(start, s.at, "a year with E or S has no X", "write the nearest year with a ~ after it")
	case y.negative && strings.Trim(y.text, "0") == "":
		return s.fail(start, s.at, "there is no year -0", "write 0000 for the year 1 BC")
	case !long && s.text[s.at] == 'E' && s.at+1 < end && s.text[s.at+1] >= '1' && s.text[s.at+1] <= '9':
		return s.fail(start, end, "a year with E begins with Y", "write Y"+s.text[start:end])
	case long && len(y.text) <= 4 && s.text[s.at] == 'S':
		return s.notLong(p, start, end)
	}
	if s.take('E', end) {
		zeros, ok := s.count(end)
		if !ok {
			return s.fail(start, max(s.at, min(start+1, end)), "after E is how many zeros follow",
				"write a number from 1 to 999999999, as in Y17E7")
		}
		y.exponent = uint32(zeros)
		if size := y.size(); size > 0 && size <= maxDigits {
			y.text, y.exponent = y.text+strings.Repeat("0", zeros), 0
		}
	}
	if s.take('S', end) {
		sure, ok := s.count(end)
		if !ok {
			return s.fail(start, s.at, "after S is how many digits are significant",
				"write a number from 1 on, as in 1950S2")
		}
		if sure < min(y.size(), math.MaxUint16) {
			y.significant = uint16(sure)
		}
	}
	if !s.onlyMarks(end) {
		return s.fail(s.at, end, "a year with E or S stands alone", "write "+s.text[start:s.at]+", and the rest elsewhere")
	}
	return nil
}

// count reads a number from 1 to 999999999.
func (s *scanner) count(end int) (n int, ok bool) {
	const most = 9 // digits
	text := s.digits(end)
	n, ok = number(text)
	return n, ok && n > 0 && len(text) <= most
}

// tooLong refuses a number that is too long for a year and begins at start. Its cure has all of what is written up to
// end: the year with a Y, and what follows it; a day in digits, or the form that dates have.
func (s *scanner) tooLong(start, end int) *Error {
	const wrong, form = "a year has four digits", "write it as in 2025-09-08, 2025-09 or 2025"
	number, rest := s.text[start:s.at], s.text[s.at:end]
	if err := noDay(number); err != nil && (rest == "" || rest[0] == 'T') {
		hint := err.Hint
		if rest != "" && strings.HasPrefix(hint, "write ") {
			hint += ", and the rest elsewhere"
		}
		return s.fail(start, s.at, err.Message, hint)
	}
	days := freeform.Compact(number, IsDate)
	isDay := len(number) == len("20250908") && len(days) > 0
	if rest == "" {
		if isDay && !s.alone {
			return s.fail(start, s.at, wrong, "write "+strings.Join(days, " or "))
		}
		if isPlainYear(number) {
			return s.fail(start, s.at, wrong, "write Y before a longer one: Y"+number)
		}
		return s.fail(start, s.at, wrong, form)
	}
	if isDay {
		return s.fail(start, s.at, wrong, "write "+strings.Join(days, " or ")+", and the rest elsewhere")
	}
	if whole := "Y" + number + padded(rest); isPlainYear(number) && len(days) == 0 && IsDate(whole) {
		return s.fail(start, end, wrong, "write Y before a longer one: "+whole)
	}
	return s.fail(start, s.at, wrong, form)
}

// isPlainYear reports whether a number of more than four digits may be meant as a year: one of so many digits is
// rather a count of something, unless it is before Christ.
func isPlainYear(number string) bool {
	const most = 8
	return number[0] == '-' || number[0] != '0' && len(number) <= most
}

// padded returns what follows a year, with a zero before a month or a day of one digit.
func padded(rest string) string {
	parts := strings.Split(rest, "-")
	for i, part := range parts {
		if i > 0 && len(part) == 1 && part >= "0" && part <= "9" {
			parts[i] = "0" + part
		}
	}
	return strings.Join(parts, "-")
}

// noDay returns why eight digits that begin with a year of about now are no day, and nil where they may be a day or are
// something else.
func noDay(number string) *Error {
	const first, after = "1000", "2100"
	if len(number) != len("20250908") || number < first || number >= after || strings.Contains(number, "X") ||
		len(freeform.Compact(number, IsDate)) > 0 {
		return nil
	}
	_, err := parseExpression(number[:4] + "-" + number[4:6] + "-" + number[6:])
	return err
}
