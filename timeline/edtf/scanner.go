package edtf

import "strings"

// A scanner reads EDTF from left to right.
type scanner struct {
	text  string
	at    int  // the offset of what comes next
	alone bool // whether it is a single date, no interval or set
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

// clock reads hh:mm, hh:mm:ss, hh:mm:ss.sss and the zone after it.
func (s *scanner) clock(p *point, end int) *Error {
	start := s.at
	var parts [3]int
	limits := [3]int{24, 59, 59}
	n := 0
	for n < 3 && (n == 0 || s.take(':', end)) {
		text := s.digits(end)
		value, ok := number(text)
		if !ok || len(text) != 2 || value > limits[n] {
			return s.noClock(start, end)
		}
		parts[n] = value
		n++
	}
	if n < 2 {
		ahead := *s
		if ahead.zone(new(point), end) != nil {
			return s.noClock(start, end)
		}
		return s.fail(start, end, "this time has no minutes",
			"write T"+s.text[start:s.at]+":00"+s.text[s.at:end]+", or leave the time out")
	}
	p.milli = int32(parts[0]*3600+parts[1]*60+parts[2]) * 1000
	if s.at < end && (s.text[s.at] == '.' || s.text[s.at] == ',') {
		if err := s.fraction(p, n == 3, end); err != nil {
			return err
		}
	}
	if p.milli > 24*60*milliInMinute {
		return s.noClock(start, end)
	}
	p.precision = ToMinute
	p.traits |= timed
	return s.zone(p, end)
}

// noClock refuses a time of day.
func (s *scanner) noClock(start, end int) *Error {
	return s.fail(start, end, "this is not a time of day",
		"write it from 00:00 to 24:00, as in T05:30+03:00")
}

// fraction reads the parts of a second, of which three digits count in the order of dates.
func (s *scanner) fraction(p *point, seconds bool, end int) *Error {
	start := s.at
	comma := s.text[s.at] == ','
	s.at++
	p.fraction = s.digits(end)
	_, ok := number(p.fraction)
	switch {
	case !seconds:
		return s.fail(start, s.at, "only a second has parts", "write the seconds too, as in T05:30:15.5")
	case !ok:
		return s.fail(start, s.at, "this is not a part of a second", "write digits after the full stop, as in T05:30:15.5")
	case comma:
		return s.fail(start, s.at, "parts of a second follow a full stop",
			"write "+s.text[:start]+"."+s.text[start+1:])
	}
	thousandths, _ := number((p.fraction + "00")[:3])
	p.milli += int32(thousandths)
	return nil
}

// zone reads Z, +hh, +hh:mm, +hhmm or nothing.
func (s *scanner) zone(p *point, end int) *Error {
	start := s.at
	text := s.text[start:end]
	if rest, ok := strings.CutPrefix(text, "−"); ok {
		text = "-" + rest
	}
	s.at = end
	switch {
	case text == "":
		return nil
	case text == "Z":
		p.traits |= zoned
		return nil
	case markAt(text) != 0:
		return s.fail(start, end, "a time of day takes no mark", "leave out the time or the mark")
	}
	hours, minutes, _ := strings.Cut(text[1:], ":")
	if len(text) == len("+hhmm") && len(hours) == len("hhmm") {
		hours, minutes = hours[:2], hours[2:]
	}
	h, okHours := number(hours)
	m, okMinutes := number(minutes)
	whole := len(text) == len("+hh") || len(hours) == len("hh") && len(minutes) == len("mm") && okMinutes
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

// draftX reports whether an unknown digit comes next that is written u, as in the draft of 2012, or x.
func (s *scanner) draftX(end int) bool {
	return s.at < end && (s.text[s.at] == 'u' || s.text[s.at] == 'x')
}

// writeX refuses a u or x in the part that begins at start.
func (s *scanner) writeX(start, end int) *Error {
	mended := strings.NewReplacer("u", "X", "x", "X").Replace(s.text[start:end])
	return s.fail(s.at, end, "an unspecified digit is written X", "write "+s.text[:start]+mended+s.text[end:])
}
