package fulltext

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// A bytePair is two bytes that are side by side in a text. It is looked for at eight places at a time.
type bytePair struct{ first, second uint64 } // each byte eight times

const (
	everyByte = 0x0101010101010101
	highBits  = 0x8080808080808080
)

func newBytePair(first, second byte) bytePair {
	return bytePair{uint64(first) * everyByte, uint64(second) * everyByte}
}

// pairNumber returns a number for the pair, 0 ≤ number < 1<<16.
func pairNumber(first, second byte) int { return int(first)<<8 | int(second) }

// index returns where text has the pair for the first time, or −1.
func (p bytePair) index(text []byte) int {
	i := 0
	for ; i+17 <= len(text); i += 16 {
		w := text[i : i+17 : i+17]
		if low, high := p.among(w), p.among(w[8:]); low != 0 {
			return i + bits.TrailingZeros64(low)/8
		} else if high != 0 {
			return i + 8 + bits.TrailingZeros64(high)/8
		}
	}
	if at := bytes.Index(text[i:], []byte{byte(p.first), byte(p.second)}); at >= 0 {
		return i + at
	}
	return -1
}

// among looks for the pair at the first eight places of w, which has nine bytes at least. It returns a mark for each of
// these places, the high bit of a byte, 0 where the pair is at none. The lowest mark is right. Marks above it may be
// wrong, because of the borrow of the subtraction.
func (p bytePair) among(w []byte) uint64 {
	differs := (binary.LittleEndian.Uint64(w) ^ p.first) | (binary.LittleEndian.Uint64(w[1:]) ^ p.second)
	return (differs - everyByte) &^ differs & highBits
}
