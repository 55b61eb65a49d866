package fulltext

import "math/bits"

// A bytePair is two bytes of a needle that are side by side, or one byte. It is looked for at eight places at a time,
// in letters of any case: an upper-case letter differs from its lower case in one bit, which is set before bytes are
// compared. A few signs that are no letters are taken for one another too.
type bytePair struct {
	first, second uint64 // each byte eight times
	counts        uint64 // all bits, 0 if the second byte does not count
}

const (
	everyByte = 0x0101010101010101
	highBits  = 0x8080808080808080
	caseBit   = 0x20
	caseBits  = caseBit * everyByte
)

func newBytePair(first, second byte) bytePair {
	return bytePair{uint64(first|caseBit) * everyByte, uint64(second|caseBit) * everyByte, ^uint64(0)}
}

// newSingle returns what looks for one byte.
func newSingle(one byte) bytePair {
	p := newBytePair(one, one)
	p.counts = 0
	return p
}

// pairNumber returns a number for the pair in letters of any case, 0 ≤ number < 1<<16.
func pairNumber(first, second byte) int { return int(first|caseBit)<<8 | int(second|caseBit) }

// next returns the first eight places of text from i on among which the pair is, as the first of them and their marks,
// and no marks if there are none.
func (p bytePair) next(text string, i int) (at int, marks uint64) {
	for ; i+17 <= len(text); i += 16 {
		w := text[i : i+17]
		low, high := p.among(word(w), word(w[1:])), p.among(word(w[8:]), word(w[9:]))
		if low != 0 {
			return i, low
		} else if high != 0 {
			return i + 8, high
		}
	}
	for ; i < len(text); i += 8 {
		for n := range min(8, len(text)-i) {
			if p.isAt(text, i+n) {
				marks |= 1 << (8*n + 7)
			}
		}
		if marks != 0 {
			return i, marks
		}
	}
	return len(text), 0
}

// nextBegin is like next, but leaves out the pair where a letter of ASCII is before it, as amid most words. It looks
// only at groups of eight places with one before and one behind, and returns the place from which on it has not looked
// where there are no marks.
func (p bytePair) nextBegin(text string, i int) (at int, marks uint64) {
	for ; i+9 <= len(text); i += 8 {
		w := text[i-1 : i+9]
		if marks := p.among(word(w[1:]), word(w[2:])) &^ letters(word(w)); marks != 0 {
			return i, marks
		}
	}
	return i, 0
}

// isAt reports whether text has the pair at a place.
func (p bytePair) isAt(text string, i int) bool {
	return text[i]|caseBit == byte(p.first) &&
		(p.counts == 0 || i+1 < len(text) && text[i+1]|caseBit == byte(p.second))
}

// index returns where text has the pair for the first time, or −1.
func (p bytePair) index(text string) int {
	at, marks := p.next(text, 0)
	if marks == 0 {
		return -1
	}
	return at + bits.TrailingZeros64(marks)/8
}

// among looks for the pair at the eight places of which it is given the bytes and those that are to be second. It
// returns a mark for each of these places where the pair is, the high bit of a byte.
func (p bytePair) among(firsts, seconds uint64) uint64 {
	differs := (firsts | caseBits ^ p.first) | (seconds|caseBits^p.second)&p.counts
	return highBits &^ (differs&^highBits + ^uint64(highBits) | differs)
}

// letters returns a mark for each byte of w that is a letter of ASCII.
func letters(w uint64) uint64 {
	lower := (w | caseBits) &^ highBits
	fromA, afterZ := lower+(0x80-'a')*everyByte, lower+(0x80-'z'-1)*everyByte
	return fromA &^ afterZ &^ w & highBits
}

// fromZero returns a mark for each byte of w that is a digit of ASCII or what comes after them, such as a letter.
func fromZero(w uint64) uint64 { return (w&^highBits + (0x80-'0')*everyByte) &^ w & highBits }

// spots returns a mark for each byte of w that is not ASCII, a full stop or an apostrophe. The lowest mark is right.
// Marks above it may be wrong, because of the borrow of the subtraction.
func spots(w uint64) uint64 {
	stop, quote := w^'.'*everyByte, w^'\''*everyByte
	return (w | (stop-everyByte)&^stop | (quote-everyByte)&^quote) & highBits
}

// word returns the first eight bytes of s, as binary.LittleEndian does of a slice.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}
