// Package yearside knows at which side of the dates of a column the year is, where that has two digits: 24-8-15 is a
// day of 2024 or of 2015.
//
//	var seen yearside.Seen
//	for _, text := range column {
//		seen.Note(text, false, false) // 24-8-15, 24-8-16, 24-11-30, 24-12-31
//	}
//	seen.Side() // First
//
// A date that can have its year at one side only is proof, unless another proves the other. Without one, the days of a
// column go up to 31 while its years are few and next to each other. It reads no date; package written does that.
package yearside

import "math/bits"

// A Side is where the year of a date is.
type Side uint8

// The sides. Open is that of a column that does not show it, Both that of one with dates of either kind.
const (
	Open Side = iota
	First
	Last
	Both
)

// Seen is what the dates of a column show. The zero Seen has seen none.
type Seen struct {
	first, last          bool   // whether a date has its year there and cannot have it elsewhere
	begin, middle, final uint32 // the numbers up to 31 of dates of three, as sets
}

// Note notes a date, and whether its year can only be first, or only be last.
func (s *Seen) Note(text string, first, last bool) {
	s.first, s.last = s.first || first, s.last || last
	if n, ok := threeNumbers(text); ok {
		s.begin |= 1 << n[0]
		s.middle |= 1 << n[1]
		s.final |= 1 << n[2]
	}
}

// Add adds what another has seen.
func (s *Seen) Add(o Seen) {
	s.first, s.last = s.first || o.first, s.last || o.last
	s.begin |= o.begin
	s.middle |= o.middle
	s.final |= o.final
}

// Side returns where the years of the column are, as far as that is shown.
func (s Seen) Side() Side {
	switch {
	case s.first && s.last:
		return Both
	case s.first:
		return First
	case s.last:
		return Last
	case bits.OnesCount32(s.middle) < 2: // as of each Christmas Eve
		return Open
	case areYearsBeside(s.begin, s.final):
		return First
	case areYearsBeside(s.final, s.begin):
		return Last
	}
	return Open
}

// areYearsBeside reports whether numbers are so few beside others, which go up to the end of a month, that they are
// years and the others days. What is dated on the first day of a month, in its middle or on its last is not.
func areYearsBeside(few, many uint32) bool {
	const usual, most = 1<<1 | 1<<15 | lastDays, 3
	n := bits.OnesCount32(few)
	reach := bits.Len32(few) - bits.TrailingZeros32(few)
	return few&^usual != 0 && many&lastDays != 0 && reach <= most && bits.OnesCount32(many) >= max(4, 3*n)
}

// lastDays are the last days of a month, as a set.
const lastDays = 1<<28 | 1<<29 | 1<<30 | 1<<31

// threeNumbers returns three numbers of at most two digits, of which none is above 31. It is not ok for any other text.
func threeNumbers(text string) (n [3]int, ok bool) {
	const most = 31
	at, digits := -1, 0
	for i := range len(text) {
		c := text[i]
		switch {
		case c < '0' || c > '9':
			digits = 0
			continue
		case digits == 0:
			at++
		}
		if digits++; digits > 2 || at == len(n) {
			return n, false
		}
		if n[at] = 10*n[at] + int(c-'0'); n[at] > most {
			return n, false
		}
	}
	return n, at == len(n)-1
}
