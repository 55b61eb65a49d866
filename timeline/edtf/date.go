package edtf

import (
	"cmp"
	"strings"

	"dateline/timeline/calendar"
)

// A Precision is how exactly a date is known. A greater one is more exact.
type Precision uint8

// The precisions, from none to a time of day.
const (
	Undated   Precision = iota // nothing is known
	ToCentury                  // a century, or any longer stretch of years
	ToDecade
	ToYear
	ToSeason // a season, a quarter or another part of a year
	ToMonth
	ToDay
	ToMinute // a time of day, with seconds or without
)

// A Date is what is known of when something happened, and no more: a single date, an interval or a set of dates.
// Parse, ParseRelative, Of and Interval make one. The zero Date is undated. Dates may be compared with
// ==, which asks whether their texts are the same too; see Compare for their order in time.
type Date struct {
	edtf             string // the text it was read from, trimmed
	earliest, latest calendar.Day
	milli            int32 // milliseconds since midnight as written, if timed; the rank of its start, if monthless
	offset           int16 // minutes east of UTC, if zoned
	precision        Precision
	traits           traits
}

// traits are what is true of a date besides its bounds.
type traits uint8

const (
	approximate traits = 1 << iota
	uncertain
	isInterval
	isSet
	timed     // has a time of day
	zoned     // has an offset from UTC
	monthless // the month of its earliest day is not known
	remarked  // it is beyond the calendar, or a century or a decade of two or three digits
)

// has reports whether t has one of the traits.
func (t traits) has(one traits) bool { return t&one != 0 }

// IsZero reports whether d is undated.
func (d Date) IsZero() bool { return d.precision == Undated }

// Earliest returns the first day that d can have been. It is calendar.Beginning if the start is open or unknown. It
// is calendar.Forever for the zero Date, so that the undated sort last.
func (d Date) Earliest() calendar.Day {
	if d.IsZero() {
		return calendar.Forever
	}
	return d.earliest
}

// Latest returns the last day that d can have been. It is calendar.Forever if the end is open or unknown, and for
// the zero Date.
func (d Date) Latest() calendar.Day {
	if d.IsZero() {
		return calendar.Forever
	}
	return d.latest
}

// Period returns the days from Earliest to Latest, and calendar.Always for the zero Date, which may be any day.
func (d Date) Period() calendar.Period {
	if d.IsZero() {
		return calendar.Always
	}
	return calendar.Period{From: d.Earliest(), To: d.Latest()}
}

// Begins returns the days on one of which what d dates began: those that the start of an interval may be, and for other
// dates Period. A start that is open or unknown is calendar.Beginning.
func (d Date) Begins() calendar.Period {
	switch {
	case !d.IsInterval():
		return d.Period()
	case d.Precision() >= ToDay:
		return calendar.Period{From: d.Earliest(), To: d.Earliest()}
	}
	text, _, _ := strings.Cut(d.edtf, "/")
	start, err := Parse(text)
	if err != nil {
		return calendar.Period{From: d.Earliest(), To: d.Earliest()}
	}
	return start.Period()
}

// Precision returns how exactly d is known. For an interval or a set it is that of the least exact of its dates.
func (d Date) Precision() Precision { return d.precision }

// Approximate reports whether any part of d is marked as approximate, by ~ or %.
func (d Date) Approximate() bool { return d.traits.has(approximate) }

// Uncertain reports whether any part of d is marked as uncertain, by ? or %.
func (d Date) Uncertain() bool { return d.traits.has(uncertain) }

// IsInterval reports whether d lasts from one date to another, "a/b". One of them may be open or unknown.
func (d Date) IsInterval() bool { return d.traits.has(isInterval) }

// IsSet reports whether d is one of several dates, "[…]", or all of them, "{…}".
func (d Date) IsSet() bool { return d.traits.has(isSet) }

// EDTF returns the text of d without blanks around it, which Parse reads to the same Date. It is "" for the zero
// Date.
func (d Date) EDTF() string { return d.edtf }

// WithText returns d with another text for EDTF, so that a store of many dates can keep their texts elsewhere. The
// text must be equal to that of d before the Date is written or compared with ==; until then it may be "".
func (d Date) WithText(text string) Date {
	d.edtf = text
	return d
}

// Compare orders dates by their earliest day, then by their time of day, then by their latest day. A date without a
// time comes before those with one, and before it one that does not know its month, the longest first, so that a list
// in this order has 2025 before January 2025, and no heading twice. Times are compared in UTC, and one without an
// offset counts as UTC. The undated come last. It returns a negative number if d comes before e, a positive one if
// after, and 0 if neither; dates that differ only in their marks or their spelling compare as 0 without being equal.
func (d Date) Compare(e Date) int { return d.Order().Compare(e.Order()) }

// An Order is the part of a Date that its place in time depends on, for those who sort many dates.
type Order struct {
	earliest calendar.Day
	clock    int32
	latest   calendar.Day
}

// Order returns what Compare compares.
func (d Date) Order() Order { return Order{d.Earliest(), d.clock(), d.Latest()} }

// Compare orders as Date.Compare does.
func (r Order) Compare(o Order) int {
	if c := cmp.Compare(r.earliest, o.earliest); c != 0 {
		return c
	}
	if c := cmp.Compare(r.clock, o.clock); c != 0 {
		return c
	}
	if r.clock < dayClock {
		return cmp.Compare(o.latest, r.latest)
	}
	return cmp.Compare(r.latest, o.latest)
}

const milliInMinute = 60_000

// dayClock is the clock of a date without a time of day: less than any time, and more than any rank.
const dayClock = -1 << 27

// clock returns the time of day in milliseconds UTC, which may lie before or after the day as written. Where the month
// is not known it is the rank.
func (d Date) clock() int32 {
	switch {
	case d.traits.has(monthless):
		return d.milli
	case !d.traits.has(timed):
		return dayClock
	}
	return d.milli - milliInMinute*int32(d.offset)
}

// Overlaps reports whether d and e may have been on the same day, by their bounds. The zero Date overlaps nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.earliest <= e.latest && e.earliest <= d.latest
}
