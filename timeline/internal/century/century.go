// Package century tells in which hundred years a year of two digits is, by the whole years that stand beside it.
//
//	var years century.Years
//	years.AddWhole(1914)
//	years.AddWhole(1919)
//	century.Of(15, years) // 1915, BesideOthers
//
// Where a file has no whole year, a year is read as two usual readings have it that differ elsewhere: that of POSIX, by
// which 69 to 99 are in 1969 to 1999 and 00 to 68 in 2000 to 2068, and that of spreadsheets, by which it is 30 that
// begins in 1930. Of a year between 30 and 68 those decide that both read in one way. A false date is worse than none,
// and so there is none where two centuries are likely.
//
// It knows no text and no calendar. Package dates finds the years of a column.
package century

import "math/bits"

// Years is what the dates of a column show of their years. The zero Years has seen none.
type Years struct {
	decades [2]uint64 // a bit for each decade from 1000 to 2279 that has a whole year
	short   [2]uint64 // a bit for each year of two digits
	open    bool      // whether a date may have such a year at either end
}

// The years that are looked at. Before them a year of two digits is whole.
const (
	first = 1000
	after = first + 10*128

	yetToCome = 2030 // from when on years are planned and hardly told
)

// AddWhole notes a year of which the century is known.
func (y *Years) AddWhole(year int) {
	if year >= first && year < after {
		set(&y.decades, (year-first)/10)
	}
}

// AddShort notes the last two digits of a year of which the century is not known.
func (y *Years) AddShort(year int) { set(&y.short, year%100) }

// AddOpen notes a date of which it is not known which of its numbers is the year.
func (y *Years) AddOpen() { y.open = true }

// Add notes what others show.
func (y *Years) Add(o Years) {
	for i := range y.decades {
		y.decades[i] |= o.decades[i]
		y.short[i] |= o.short[i]
	}
	y.open = y.open || o.open
}

// HasWhole reports whether a year is whole.
func (y Years) HasWhole() bool { return y.decades != [2]uint64{} }

// HasShort reports whether a year has two digits.
func (y Years) HasShort() bool { return y.open || y.short != [2]uint64{} }

// WithoutWhole returns only the years of two digits.
func (y Years) WithoutWhole() Years { return Years{short: y.short, open: y.open} }

func set(of *[2]uint64, n int) { of[n/64] |= 1 << (n % 64) }

func has(of [2]uint64, n int) bool { return n >= 0 && n < 128 && of[n/64]&(1<<(n%64)) != 0 }

// A Proof is why a year is in its century.
type Proof uint8

// The proofs.
const (
	NoProof      Proof = iota // two centuries are likely
	BesideOthers              // whole years are near
	Usual                     // it is what such years usually mean
)

// Of returns the year that two digits mean. The whole years of their own column count before those of the file.
func Of(short int, column, file Years) (year int, why Proof) {
	short %= 100
	for _, years := range [2]Years{column, file} {
		if years.HasWhole() {
			return years.nearest(short, usual(short))
		}
	}
	if year = usual(short); year > 0 {
		return year, Usual
	}
	var both Years // of those that both usual readings have in one century
	for n := range 100 {
		if has(column.short, n) || has(file.short, n) {
			both.AddWhole(usual(n))
		}
	}
	if !both.HasWhole() {
		return 0, NoProof
	}
	return both.nearest(short, 0)
}

// usual returns the year that two digits mean both to POSIX and to spreadsheets, and 0 where those differ.
func usual(short int) int {
	switch {
	case short >= 69:
		return 1900 + short
	case 2000+short < yetToCome:
		return 2000 + short
	}
	return 0
}

// nearest returns the year that lies among the whole years, or is much nearer to one of them than in any other century.
// Usual is the year that it means without them, or 0: it is right as well if no other is near.
func (y Years) nearest(short, usual int) (year int, why Proof) {
	best, least, second, inside := 0, after, after, 0
	for in := first + short; in < after; in += 100 {
		far := y.distance(in)
		switch {
		case far < least:
			best, least, second = in, far, least
		case far < second:
			second = far
		}
		if y.spans(in) {
			inside++
			year = in
		}
	}
	near := 3 // decades
	if best >= yetToCome {
		near = 1
	}
	switch {
	case inside == 1 && y.length() <= 10 && (year != best || second > 1):
		return year, BesideOthers
	case least <= near && second-least >= 4 && (inside == 0 || least == 0):
		return best, BesideOthers
	case usual == 0 || inside > 0:
		return 0, NoProof
	}
	if far := y.distance(usual); usual == best || least > near && far-least <= 2 {
		return usual, Usual
	}
	return 0, NoProof
}

// distance returns how many decades lie between a year and the nearest whole one.
func (y Years) distance(year int) int {
	at := (year - first) / 10
	for n := range 128 {
		if has(y.decades, at-n) || has(y.decades, at+n) {
			return n
		}
	}
	return after
}

// ends returns the first and the last decade that has a whole year.
func (y Years) ends() (from, to int) {
	from, to = bits.TrailingZeros64(y.decades[0]), 127-bits.LeadingZeros64(y.decades[1])
	if y.decades[0] == 0 {
		from = 64 + bits.TrailingZeros64(y.decades[1])
	}
	if y.decades[1] == 0 {
		to = 63 - bits.LeadingZeros64(y.decades[0])
	}
	return from, to
}

// spans reports whether a year lies between whole ones.
func (y Years) spans(year int) bool {
	from, to := y.ends()
	at := (year - first) / 10
	return from <= at && at <= to
}

// length returns how many decades the whole years cover, from the first to the last.
func (y Years) length() int {
	from, to := y.ends()
	return to - from + 1
}
