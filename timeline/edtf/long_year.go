package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// Years of more than four digits, which may lie beyond the calendar.

const (
	maxDigits = 18                        // of a year that is counted exactly
	farYear   = 1_000_000_000_000_000_000 // stands for a year of more digits; a leap year, as all multiples of 400 are
)

// farFuture returns the first day after the years of the calendar, farPast the last day before them.
func farFuture() calendar.Day { return calendar.DayOf(calendar.MaxYear+1, time.January, 1) }
func farPast() calendar.Day   { return calendar.DayOf(calendar.MinYear-1, time.December, 31) }

// size returns how many digits the number has, without zeros before it.
func (p digits) size() int {
	text := strings.TrimLeft(p.text, "0")
	if text == "" {
		return 0
	}
	return len(text) + int(p.exponent)
}

// plain returns the number that is written, without its sign and as if all its digits were sure. A number of too many
// digits is farYear and the last four of them, since these tell leap years.
func (p digits) plain() int {
	size := p.size()
	switch {
	case size == 0 || p.exponent > 0:
		return min(size, 1) * farYear
	case size > maxDigits:
		last, _ := number(p.text[len(p.text)-4:])
		return farYear + last
	}
	n, _ := number(p.text)
	return n
}

// power returns 10 to the power of n.
func power(n int) int {
	p := 1
	for range n {
		p *= 10
	}
	return p
}

// longLimits returns the limits of a year without an X.
func (p digits) longLimits() (low, high int) {
	low = p.plain()
	high = low
	if size := p.size(); p.significant > 0 && size <= maxDigits {
		unit := power(size - int(p.significant))
		low -= low % unit
		high = low + unit - 1
	}
	if p.negative {
		return -high, -low
	}
	return low, high
}

// beyond reports whether some year that the digits can mean is not one of the calendar.
func (p digits) beyond() bool {
	if len(p.text) <= 6 && p.exponent == 0 {
		return false
	}
	low, high := p.limits()
	return low < calendar.MinYear || high > calendar.MaxYear
}

// clamp sets the bounds of a date beyond the years of the calendar to the ends of that.
func (p *point) clamp() {
	low, high := p.year.limits()
	switch {
	case low > calendar.MaxYear:
		p.earliest = farFuture()
	case low < calendar.MinYear:
		p.earliest = calendar.Beginning
	}
	switch {
	case high < calendar.MinYear:
		p.latest = farPast()
	case high > calendar.MaxYear:
		p.latest = calendar.Forever
	}
	p.traits |= remarked
}

// longWords returns a year that lies beyond the calendar or of which not all digits are sure, in words.
func (p digits) longWords() string {
	if p.size() > maxDigits {
		return p.farWords()
	}
	all := p
	all.significant = 0
	year, _ := all.limits()
	if p.significant == 0 && year > 0 {
		return "the year " + grouped(year)
	}
	if p.significant == 0 {
		return grouped(yearNumber(year)) + " BC"
	}
	name := func(year int) string {
		switch {
		case year > calendar.MaxYear:
			return grouped(year)
		case year < calendar.MinYear:
			return grouped(yearNumber(year)) + " BC"
		}
		return calendar.YearName(year)
	}
	low, high := p.limits()
	return fmt.Sprintf("some year between %s and %s (estimated %s)", name(low), name(high), name(year))
}

// farWords returns a year of more digits than are counted here, in words.
func (p digits) farWords() string {
	words := "the year "
	if p.negative {
		words += "−"
	}
	text := strings.TrimLeft(p.text, "0")
	words += inThousands(text)
	if p.exponent > 0 {
		words += " with " + strconv.Itoa(int(p.exponent)) + " zeros after it"
	}
	if p.significant > 0 {
		words += fmt.Sprintf(" (estimated from its first digits, %d)", p.significant)
	}
	return words
}

// grouped returns a positive number with a comma before every three of its digits.
func grouped(n int) string { return inThousands(strconv.Itoa(n)) }

// inThousands returns digits with a comma before every three from the right.
func inThousands(text string) string {
	var out strings.Builder
	for n, c := range []byte(text) {
		if n > 0 && (len(text)-n)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteByte(c)
	}
	return out.String()
}

// Beyond reports whether a year of d is not one of the calendar, so that a bound of d is the end of that.
func (d Date) Beyond() bool { return d.traits.has(remarked) && d.spanDigits() == "" }

// Remark returns what is to be said of a number of two or three digits, which is read as a century or a decade and may
// be meant as a year: how it is read, and how each of the two is written without doubt. Both are "" for all other
// dates.
func (d Date) Remark() (message, hint string) {
	n := d.spanDigits()
	if n == "" {
		return "", ""
	}
	span := "decade"
	if len(n) == 2 {
		span = "century"
	}
	year := strings.Replace(d.edtf, n, "00"[len(n)-2:]+n, 1)
	return fmt.Sprintf("%s is read as a %s: %s", d.edtf, span, d),
		fmt.Sprintf("write %s if the year is meant, or %s if the %s is", year, d.EndEDTF(), span)
}

// EndEDTF returns the text of d as an end of an interval or a member of a set, where a decade or a century needs an X
// for every digit that it leaves out.
func (d Date) EndEDTF() string {
	if n := d.spanDigits(); n != "" {
		return strings.Replace(d.edtf, n, n+"XX"[len(n)-2:], 1)
	}
	return d.edtf
}

// spanDigits returns the two or three digits that d is as a century or a decade, "" for all other dates.
func (d Date) spanDigits() string {
	if !d.traits.has(remarked) || d.traits.has(isInterval|isSet) {
		return ""
	}
	n := strings.Trim(d.edtf, numberSigns)
	if len(n) > 3 || n[0] == 'Y' {
		return ""
	}
	return n
}
