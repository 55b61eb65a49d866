package freeform

import "fmt"

// A clock is a time of day.
type clock struct {
	hour, minute, second int
	fraction             token
	seconds              bool
	half                 bool // whether it has am or pm
	zoned                bool
	offset               int // minutes east of UTC
}

// text returns the time in EDTF, with its T.
func (c clock) text() string {
	text := fmt.Sprintf("T%02d:%02d", c.hour, c.minute)
	if c.seconds {
		text += fmt.Sprintf(":%02d", c.second)
	}
	if c.fraction.digits > 0 {
		text += fmt.Sprintf(".%0*d", c.fraction.digits, c.fraction.value)
	}
	switch {
	case !c.zoned:
		return text
	case c.offset == 0:
		return text + "Z"
	case c.offset < 0:
		return text + fmt.Sprintf("-%02d:%02d", -c.offset/60, -c.offset%60)
	}
	return text + fmt.Sprintf("+%02d:%02d", c.offset/60, c.offset%60)
}

// withoutClock takes the time of day out of tokens. It returns them as they are where there is none.
func (p *parser) withoutClock(ts, room []token) (rest []token, c clock, found bool) {
	for i := 0; i < len(ts); i++ {
		if isColonDate(ts[i:]) {
			i += 4
			continue
		}
		afterT := i > 0 && ts[i-1].kind == letterT
		c, n := p.clockAt(ts[i:], afterT)
		if n == 0 {
			continue
		}
		before, after := ts[:i], ts[i+n:]
		if len(after) > 1 && after[0].isPlain() && after[0].digits == 4 && !c.zoned { // git log: 14:54:28 2024 +0200
			if used := p.zone(&c, after[1:], true); used == len(after)-1 {
				after = after[:1]
			}
		}
		for len(before) > 0 && isBeforeClock(before[len(before)-1]) {
			before = before[:len(before)-1]
		}
		rest = append(append(room[:0], before...), after...)
		return rest, c, true
	}
	return ts, clock{}, false
}

// isBeforeClock reports whether a token divides a date from the time after it.
func isBeforeClock(t token) bool {
	return t.kind == letterT || t.kind == filler || t.kind == sign && (t.value == '@' || t.value == ':' || t.value == ',')
}

// isColonDate reports whether tokens begin with a date as cameras write it, 2025:09:08.
func isColonDate(ts []token) bool {
	return len(ts) >= 5 && ts[0].kind == number && ts[0].digits == 4 && ts[1].is(':') && ts[2].isPair() && ts[3].is(':') &&
		ts[4].isPair() && (len(ts) == 5 || !ts[5].is(':'))
}

// is reports whether a token is a sign.
func (t token) is(value int) bool { return t.kind == sign && t.value == value }

// isPair reports whether a token is two digits directly after a sign.
func (t token) isPair() bool { return t.isPlain() && t.digits == 2 && !t.blank }

// isPlain reports whether a token is a number and no more.
func (t token) isPlain() bool { return t.kind == number && t.suffix == 0 }

// clockAt reads a time of day at the beginning of tokens, and returns how many it has. It is 0 if there is none. After
// a T the colons may be missing.
func (p *parser) clockAt(ts []token, afterT bool) (c clock, n int) {
	if !ts[0].isPlain() {
		return clock{}, 0
	}
	switch digits := ts[0].digits; {
	case afterT && (digits == 4 || digits == 6):
		c.hour, c.minute, n = ts[0].value/100, ts[0].value%100, 1
		if digits == 6 {
			c.hour, c.minute, c.second, c.seconds = c.hour/100, c.hour%100, c.minute, true
		}
	case digits > 2:
		return clock{}, 0
	case len(ts) > 2 && isClockSign(ts[1], afterT) && !ts[1].blank && ts[2].isPair():
		c.hour, c.minute, n = ts[0].value, ts[2].value, 3
		if len(ts) > 4 && isClockSign(ts[3], afterT) && !ts[3].blank && ts[4].isPair() {
			c.second, c.seconds, n = ts[4].value, true, 5
		}
	case len(ts) > 1 && ts[1].kind == meridiem:
		c.hour, n = ts[0].value, 1
	default:
		return clock{}, 0
	}
	if rest := ts[n:]; c.seconds && len(rest) > 1 && (rest[0].is('.') || rest[0].is(',')) && !rest[0].blank &&
		rest[1].isPlain() && !rest[1].blank {
		c.fraction = rest[1]
		n += 2
	}
	if len(ts) > n && ts[n].kind == meridiem {
		if c.hour < 1 || c.hour > 12 {
			return clock{}, 0
		}
		c.hour = c.hour%12 + ts[n].value
		c.half = true
		n++
		if len(ts) > n && ts[n].is('.') { // p.m.
			n++
		}
	}
	if c.hour > 24 || c.minute > 59 || c.second > 59 {
		return clock{}, 0
	}
	return c, n + p.zone(&c, ts[n:], afterT)
}

// isClockSign reports whether a sign can be between the parts of a time of day.
func isClockSign(t token, afterT bool) bool {
	return t.is(':') || afterT && (t.is('-') || t.is('.') || t.kind == half)
}

// zone reads the time zone at the beginning of tokens, and returns how many it has.
func (p *parser) zone(c *clock, ts []token, afterT bool) (n int) {
	named := len(ts) > 0 && (ts[0].kind == zone || ts[0].kind == approx && ts[0].value != 0)
	if named {
		if c.zoned = ts[0].value != noOffset; c.zoned {
			c.offset = ts[0].value
		}
		ts, n = ts[1:], 1
	}
	if len(ts) < 2 || !ts[0].is('+') && !ts[0].is('-') || !ts[1].isPlain() || ts[1].blank || ts[1].digits == 3 {
		return n
	}
	hours, minutes, used := ts[1].value, 0, 2
	whole := len(ts) > 3 && ts[2].is(':') && ts[3].isPair()
	switch {
	case ts[1].digits == 1 && !named:
		return n
	case ts[1].digits == 4:
		hours, minutes = hours/100, hours%100
	case whole:
		minutes, used = ts[3].value, 4
	case !named && ts[1].digits != 2:
		return n
	}
	const mostHours = 14
	if hours > mostHours || minutes > 59 || ts[1].digits > 4 {
		return n
	}
	// "09:00-11:00" may be two times.
	if whole && !named && !afterT && ts[0].is('-') && !ts[0].blank && !c.seconds && p.choose(clockSpan) {
		return n
	}
	c.zoned, c.offset = true, 60*hours+minutes
	if ts[0].is('-') {
		c.offset = -c.offset
	}
	return n + used
}
