package edtf

import (
	"fmt"
	"strconv"
	"strings"

	"dateline/timeline/calendar"
)

// A scanner reads EDTF from left to right.
type scanner struct {
	text string
	at   int // the offset of what comes next
}

// fail returns an error about the text from start to end.
func (s *scanner) fail(start, end int, message, hint string) *Error {
	return &Error{Text: s.text, Start: start, End: end, Message: message, Hint: hint}
}

// take moves over c and reports whether it came next, before end.
func (s *scanner) take(c byte, end int) bool {
	if s.at < end && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

// blanks moves over spaces.
func (s *scanner) blanks() {
	for s.at < len(s.text) && s.text[s.at] == ' ' {
		s.at++
	}
}

// marks reads ?, ~, % or nothing.
func (s *scanner) marks(end int) (traits, *Error) {
	t := markAt(s.text[s.at:end])
	if t == 0 {
		return 0, nil
	}
	s.at++
	if markAt(s.text[s.at:end]) == 0 {
		return t, nil
	}
	start := s.at - 1
	both := t
	for ; s.at < end && markAt(s.text[s.at:end]) != 0; s.at++ {
		both |= markAt(s.text[s.at:end])
	}
	mark := map[traits]string{approximate: "~", uncertain: "?", approximate | uncertain: "%"}[both]
	return 0, s.fail(start, s.at, "only one mark can stand here", "write "+s.text[:start]+mark+s.text[s.at:])
}

// markAt returns what the mark at the beginning of text means. Without a mark it is 0.
func markAt(text string) traits {
	if text == "" {
		return 0
	}
	switch text[0] {
	case '~':
		return approximate
	case '?':
		return uncertain
	case '%':
		return approximate | uncertain
	}
	return 0
}

// digits reads a run of digits. An X among them is an unknown digit.
func (s *scanner) digits(end int) string {
	start := s.at
	for s.at < end && (s.text[s.at]-'0' <= 9 || s.text[s.at] == 'X') {
		s.at++
	}
	return s.text[start:s.at]
}

// clock reads hh:mm, hh:mm:ss and the zone after it.
func (s *scanner) clock(p *point, end int) *Error {
	start := s.at
	var parts [3]int
	limits := [3]int{23, 59, 59}
	n := 0
	for n < 3 && (n == 0 || s.take(':', end)) {
		text := s.digits(end)
		value, ok := number(text)
		if !ok || len(text) != 2 || value > limits[n] {
			return s.fail(start, end, "this is not a time of day",
				"write hours and minutes from 00:00 to 23:59, as in T05:30 or T05:30+03:00")
		}
		parts[n] = value
		n++
	}
	if n < 2 {
		return s.fail(start, end, "this time has no minutes",
			"write T"+s.text[start:s.at]+":00"+s.text[s.at:end]+", or leave the time out")
	}
	p.second = int32(parts[0]*3600 + parts[1]*60 + parts[2])
	p.precision = ToMinute
	p.traits |= timed
	return s.zone(p, end)
}

// zone reads Z, +hh, +hh:mm or nothing.
func (s *scanner) zone(p *point, end int) *Error {
	start := s.at
	text := s.text[start:end]
	s.at = end
	switch {
	case text == "":
		return nil
	case text == "Z":
		p.traits |= zoned
		return nil
	case text[0] == '.' || text[0] == ',':
		return s.fail(start, end, "parts of a second cannot be kept", "leave them out")
	case markAt(text) != 0:
		return s.fail(start, end, "a time of day takes no mark", "leave out the time or the mark")
	}
	hours, minutes, _ := strings.Cut(text[1:], ":")
	h, okHours := number(hours)
	m, okMinutes := number(minutes)
	whole := len(text) == len("+hh") || len(text) == len("+hh:mm") && okMinutes
	if (text[0] != '+' && text[0] != '-') || !whole || !okHours || h > 23 || m > 59 {
		return s.fail(start, end, "this is not a time zone", "write Z for UTC, or the offset, as in +03:00")
	}
	p.offset = int16(60*h + m)
	if text[0] == '-' {
		p.offset = -p.offset
	}
	p.traits |= zoned
	return nil
}

// year reads a year of four digits, or Y and a year of more than four, with a minus sign before the digits or
// without.
func (s *scanner) year(p *point, end int) *Error {
	start := s.at
	long := s.take('Y', end)
	negative := s.take('-', end)
	run := s.digits(end)
	p.year = digits{text: run, negative: negative}
	switch {
	case s.draftX(end):
		return s.writeX(start, end)
	case long && s.at < end && strings.IndexByte("ES", s.text[s.at]) >= 0,
		s.at < end && s.text[s.at] == 'S' && len(run) == 4:
		return s.fail(start, end, "years with E or S are not read", "write the year out, as in Y-12000")
	case run == "" || (!long && len(run) < 4):
		return s.fail(start, max(s.at, min(start+1, end)), "a date begins with a year of four digits",
			"write it as in 2025-09-08, 2025-09 or 2025")
	case long && len(run) <= 4:
		return s.fail(start, s.at, "a year after Y has more than four digits",
			"write "+strings.TrimPrefix(s.text[start:s.at], "Y"))
	case long && strings.Contains(run, "X"):
		return s.fail(start, s.at, "a year after Y has no X", "write the nearest year with a ~ after it")
	case !long && len(run) > 4:
		return s.fail(start, s.at, "a year has four digits", "write Y before a longer one: Y"+s.text[start:s.at])
	case negative && strings.Trim(run, "0") == "":
		return s.fail(start, s.at, "there is no year -0000", "write 0000 for the year 1 BC")
	}
	value, err := strconv.Atoi(run)
	if long && (err != nil || value > calendar.MaxYear) {
		return s.fail(start, s.at, "this year lies too far off",
			fmt.Sprintf("years go from Y%d to Y%d", calendar.MinYear, calendar.MaxYear))
	}
	return nil
}

// draftX reports whether an unknown digit comes next that is written u, as in the draft of 2012, or x.
func (s *scanner) draftX(end int) bool {
	return s.at < end && (s.text[s.at] == 'u' || s.text[s.at] == 'x')
}

// writeX refuses a u or x in the part that begins at start.
func (s *scanner) writeX(start, end int) *Error {
	mended := strings.NewReplacer("u", "X", "x", "X").Replace(s.text[start:end])
	return s.fail(s.at, end, "an unspecified digit is written X", "write "+s.text[:start]+mended+s.text[end:])
}
