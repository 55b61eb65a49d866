package freeform

import (
	"fmt"
	"strings"

	"dateline/timeline/edtf/freeform/token"
)

// A clock is a time of day.
type clock struct {
	hour, minute, second int
	fraction             token.Token
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
	if c.fraction.Digits > 0 {
		text += fmt.Sprintf(".%0*d", c.fraction.Digits, c.fraction.Value)
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
func (p *parser) withoutClock(ts, room []token.Token) (rest []token.Token, c clock, found bool) {
	for i := 0; i < len(ts); i++ {
		if isColonDate(ts[i:]) {
			i += 4
			continue
		}
		afterT := i > 1 && ts[i-1].Kind == token.LetterT && !ts[i-1].Blank && !ts[i].Blank
		c, n := p.clockAt(ts[i:], afterT)
		if n == 0 {
			continue
		}
		before, after := ts[:i], ts[i+n:]
		if len(after) > 1 && after[0].IsPlain() && after[0].Digits == 4 && !c.zoned { // git log: 14:54:28 2024 +0200
			if used := p.zone(&c, after[1:], true); used == len(after)-1 {
				after = after[:1]
			}
		}
		if afterT {
			before = before[:i-1]
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
func isBeforeClock(t token.Token) bool {
	return t.Kind == token.Filler || t.Is('@') || t.Is(':') || t.Is(',') || t.Is('|')
}

// isColonDate reports whether tokens begin with a date as cameras write it, 2025:09:08.
func isColonDate(ts []token.Token) bool {
	return len(ts) >= 5 && ts[0].Kind == token.Number && ts[0].Digits == 4 && ts[1].Is(':') && ts[2].IsPair() &&
		ts[3].Is(':') && ts[4].IsPair() && (len(ts) == 5 || !ts[5].Is(':'))
}

// clockAt reads a time of day at the beginning of tokens, and returns how many it has. It is 0 if there is none. After
// a T the colons may be missing.
func (p *parser) clockAt(ts []token.Token, afterT bool) (c clock, n int) {
	if !ts[0].IsPlain() {
		return clock{}, 0
	}
	switch digits := ts[0].Digits; {
	case afterT && (digits == 4 || digits == 6):
		c.hour, c.minute, n = ts[0].Value/100, ts[0].Value%100, 1
		if digits == 6 {
			c.hour, c.minute, c.second, c.seconds = c.hour/100, c.hour%100, c.minute, true
		}
	case digits > 2:
		return clock{}, 0
	case len(ts) > 2 && isClockSign(ts[1], afterT) && !ts[1].Blank && ts[2].IsPair():
		c.hour, c.minute, n = ts[0].Value, ts[2].Value, 3
		if len(ts) > 4 && isClockSign(ts[3], afterT) && !ts[3].Blank && ts[4].IsPair() {
			c.second, c.seconds, n = ts[4].Value, true, 5
		}
	case len(ts) > 1 && ts[1].Kind == token.Meridiem:
		c.hour, n = ts[0].Value, 1
	default:
		return clock{}, 0
	}
	if rest := ts[n:]; c.seconds && len(rest) > 1 && (rest[0].Is('.') || rest[0].Is(',')) && !rest[0].Blank &&
		rest[1].IsPlain() && !rest[1].Blank {
		c.fraction = rest[1]
		n += 2
	}
	if len(ts) > n && ts[n].Kind == token.Meridiem {
		switch whole := n > 1 && c.hour < 24; {
		case whole && (c.hour > 12 || c.hour == 0 && ts[n].Value == 0): // 20:00 AM, of which the hour says all
		case c.hour < 1 || c.hour > 12:
			return clock{}, 0
		default:
			c.hour = c.hour%12 + ts[n].Value
			c.half = true
		}
		n++
		if len(ts) > n && ts[n].Is('.') { // p.m.
			n++
		}
	}
	if c.hour > 24 || c.minute > 59 || c.second > 59 {
		return clock{}, 0
	}
	return c, n + p.zone(&c, ts[n:], afterT)
}

// UnsureZone returns the name of a time zone in a text that has several offsets, by the place or the season, so that it
// is left out of the date: BST, ET, Europe/Paris. It is "" where there is none.
func UnsureZone(text string) string {
	for word := range strings.FieldsSeq(text) {
		word = strings.Trim(word, "()[],.")
		word = strings.TrimLeft(word[strings.LastIndexAny(word, "0123456789")+1:], "[(")
		if at := strings.IndexByte(word, '/'); at > 0 && at+1 < len(word) && isCapital(word[0]) && isCapital(word[at+1]) {
			return word
		}
		var room [token.Max]token.Token
		if n, ok := token.Cut(word, room[:]); ok && n == 1 && room[0].Kind == token.Zone && room[0].Value == token.NoOffset {
			return word
		}
	}
	return ""
}

func isCapital(c byte) bool { return 'A' <= c && c <= 'Z' }

// isClockSign reports whether a sign can be between the parts of a time of day.
func isClockSign(t token.Token, afterT bool) bool {
	return t.Is(':') || afterT && (t.Is('-') || t.Is('.') || t.Kind == token.Half)
}

// zone reads the time zone at the beginning of tokens, and returns how many it has.
func (p *parser) zone(c *clock, ts []token.Token, afterT bool) (n int) {
	named := len(ts) > 0 && ts[0].Kind == token.Zone
	if named {
		if c.zoned = ts[0].Value != token.NoOffset; c.zoned {
			c.offset = ts[0].Value
		}
		ts, n = ts[1:], 1
	}
	if len(ts) < 2 || !ts[0].Is('+') && !ts[0].Is('-') || !ts[1].IsPlain() || ts[1].Blank || ts[1].Digits == 3 {
		return n
	}
	hours, minutes, used := ts[1].Value, 0, 2
	whole := len(ts) > 3 && ts[2].Is(':') && ts[3].IsPair()
	switch {
	case ts[1].Digits == 1 && !named:
		return n
	case ts[1].Digits == 4:
		hours, minutes = hours/100, hours%100
	case whole:
		minutes, used = ts[3].Value, 4
	case !named && ts[1].Digits != 2:
		return n
	}
	const mostHours = 14
	if hours > mostHours || minutes > 59 || ts[1].Digits > 4 {
		return n
	}
	// "09:00-11:00" may be two times, and so may "10:00-11 3 March" and "10:00 am-11:00", which are not understood.
	if !named && !afterT && ts[0].Is('-') && !ts[0].Blank && !c.seconds &&
		(!whole || c.half || p.isSecondHour(*c, 60*hours+minutes, ts[2].Suffix == onlyHour)) {
		return n
	}
	c.zoned, c.offset = true, 60*hours+minutes
	if ts[0].Is('-') {
		c.offset = -c.offset
	}
	return n + used
}
