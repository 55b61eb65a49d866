package edtf

import (
	"cmp"
	"fmt"
	"math"

	"dateline/timeline/calendar"
)

// A Precision says how exactly a date is known.
type Precision uint8

// Precisions, from none to a time of day.
const (
	Undated   Precision = iota
	ToCentury           // a century, or any longer stretch of years
	ToDecade
	ToYear
	ToSeason // a season, a quarter or another part of a year
	ToMonth
	ToDay
	ToMinute
)

// A Date is an EDTF date (ISO 8601-2, levels 0 and 1 and the sets of level 2): what is known of when something happened,
// and no more. The zero Date is undated. Dates are values and may be compared with ==.
type Date struct {
	edtf             string // the text it was read from, trimmed
	earliest, latest calendar.Day
	second           int32 // since midnight as written, where timed
	offset           int16 // minutes east of UTC, where zoned
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
	timed
	zoned
)

func (t traits) has(one traits) bool { return t&one != 0 }

// IsZero says whether nothing is known.
func (d Date) IsZero() bool { return d.precision == Undated }

// Earliest is the first day it can have been: Beginning when open, Forever for the zero Date, so that it sorts last.
func (d Date) Earliest() calendar.Day {
	if d.IsZero() {
		return calendar.Forever
	}
	return d.earliest
}

// Latest is the last day it can have been: Forever when open and for the zero Date.
func (d Date) Latest() calendar.Day {
	if d.IsZero() {
		return calendar.Forever
	}
	return d.latest
}

// Period is the time at which an event of this date may have been: any for an undated one.
func (d Date) Period() calendar.Period {
	if d.IsZero() {
		return calendar.Always
	}
	return calendar.Period{From: d.Earliest(), To: d.Latest()}
}

// Precision says how exactly the date is known; of an interval or set, the coarsest of its parts.
func (d Date) Precision() Precision { return d.precision }

// Approximate says whether any part of it is marked as approximate (~ or %).
func (d Date) Approximate() bool { return d.traits.has(approximate) }

// Uncertain says whether any part of it is marked as uncertain (? or %).
func (d Date) Uncertain() bool { return d.traits.has(uncertain) }

// IsInterval says whether it lasts from one date to another, either of which may be open.
func (d Date) IsInterval() bool { return d.traits.has(isInterval) }

// IsSet says whether it is one of several dates, "[…]", or all of them, "{…}".
func (d Date) IsSet() bool { return d.traits.has(isSet) }

// zoneName names an offset from UTC in minutes: "UTC", "UTC+3", "UTC−3:30".
func zoneName(offset int) string {
	if offset == 0 {
		return "UTC"
	}
	sign := "+"
	if offset < 0 {
		sign, offset = "−", -offset
	}
	if offset%60 == 0 {
		return fmt.Sprintf("UTC%s%d", sign, offset/60)
	}
	return fmt.Sprintf("UTC%s%d:%02d", sign, offset/60, offset%60)
}

// EDTF is the date as it was written, which Parse reads to the same Date.
func (d Date) EDTF() string { return d.edtf }

// WithText returns the date with another text, or none, in the place of EDTF's: so a record can keep the texts of its
// dates as it keeps all others. The text must say the same, or nothing can be relied on.
func (d Date) WithText(text string) Date {
	d.edtf = text
	return d
}

// Compare orders dates: by earliest day as written, then time of day, those without one first, then latest day. Times
// are compared in UTC, and one without a zone counts as UTC, since any other rule for mixed ones would go in circles.
// Undated comes last. Dates that differ only in what they leave unsaid compare as 0 without being equal.
func (d Date) Compare(e Date) int { return d.Order().Compare(e.Order()) }

// An Order is what the order of a date depends on.
type Order struct {
	earliest calendar.Day
	clock    int32
	latest   calendar.Day
}

func (d Date) Order() Order { return Order{d.Earliest(), d.clock(), d.Latest()} }

func (r Order) Compare(o Order) int {
	if c := cmp.Compare(r.earliest, o.earliest); c != 0 {
		return c
	}
	if c := cmp.Compare(r.clock, o.clock); c != 0 {
		return c
	}
	return cmp.Compare(r.latest, o.latest)
}

// clock is the time of day in seconds UTC, which may lie before or after the day as written.
func (d Date) clock() int32 {
	if !d.traits.has(timed) {
		return math.MinInt32
	}
	return d.second - 60*int32(d.offset)
}

// Overlaps says whether both may have been on the same day, going by their bounds. Undated overlaps nothing.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && d.earliest <= e.latest && e.earliest <= d.latest
}
