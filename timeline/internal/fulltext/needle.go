package fulltext

import (
	"bytes"
	"math"
	"strings"

	"dateline/timeline/fold"
)

// A needle is what is looked for.
type needle struct {
	text string
	pair bytePair // the two neighbouring bytes of a word of text that are rarest in the record
	at   int      // where in text they are
	even bool     // whether the pair is of ASCII, so that words have it which fold to themselves

	// Of the word that the pair is of:
	begins bool // whether text has it from its beginning on
	ahead  int  // how many bytes of it are before the pair
	end    int  // where in text it ends
}

// A verdict says whether a needle is at a place.
type verdict int8

const (
	no verdict = iota
	maybe
	yes
)

// newNeedle returns a needle for a text, and finds its pair. One that is not of ASCII is preferred to any other: then
// only words have to be looked through that do not fold to themselves.
func (a *Index) newNeedle(text string) *needle {
	n, least := &needle{text: text, even: true, at: -1}, int32(math.MaxInt32)
	for i := range len(text) - 1 {
		first, second := text[i], text[i+1]
		even := first < 0x80 && second < 0x80
		if first == ' ' || second == ' ' || even && !n.even {
			continue
		}
		if times := a.common[pairNumber(first, second)]; times < least || !even && n.even {
			n.pair, n.at, n.even, least = newBytePair(first, second), i, even, times
		}
	}
	for i := 0; i < len(text) && n.at < 0; i++ { // words of one letter
		if text[i] != ' ' {
			n.pair, n.at = newSingle(text[i]), i
		}
	}
	start := strings.LastIndexByte(text[:n.at+1], ' ') + 1
	n.begins, n.ahead, n.end = start > 0, n.at-start, len(text)
	if end := strings.IndexByte(text[n.at:], ' '); end >= 0 {
		n.end = n.at + end
	}
	return n
}

// mayBeWord reports whether the letters of the word that the pair is of may be in text, where the pair is at a place.
func (n *needle) mayBeWord(text string, at int) bool {
	for i, j := at, n.at; j < n.end; i, j = i+1, j+1 {
		if i == len(text) {
			return false
		} else if b := fold.ASCII(text[i]); b != n.text[j] {
			return b == 0
		}
	}
	return true
}

// compare compares n with a field, where the pair of n is at a place. It returns maybe where that depends on bytes that
// do not fold by themselves.
func (n *needle) compare(field string, at int) verdict {
	before := n.compareBefore(field, at)
	if before == no {
		return no
	}
	return min(before, n.compareFrom(field, at))
}

// compareFrom compares n from its pair on with a field from a place on.
func (n *needle) compareFrom(field string, i int) verdict {
	for j := n.at; j < len(n.text); j++ {
		c := n.text[j]
		if i == len(field) {
			if c == ' ' && j+1 == len(n.text) {
				return yes
			}
			return no
		}
		switch b := fold.ASCII(field[i]); {
		case c != ' ' && b == c:
			i++
		case c == ' ' && endsWord(field, i):
			for i++; i < len(field) && endsWord(field, i); i++ {
			}
		case b == 0:
			return maybe
		default:
			return no
		}
	}
	if i < len(field) && n.text[len(n.text)-1] != ' ' && field[i] >= 0x80 {
		return maybe // a mark may change the letter before it
	}
	return yes
}

// compareBefore compares n before its pair with a field before a place.
func (n *needle) compareBefore(field string, i int) verdict {
	i--
	for j := n.at - 1; j >= 0; j-- {
		c := n.text[j]
		if i < 0 {
			if c == ' ' && j == 0 {
				return yes
			}
			return no
		}
		switch b := fold.ASCII(field[i]); {
		case c != ' ' && b == c:
			i--
		case c == ' ' && endsWord(field, i):
			for i--; i >= 0 && endsWord(field, i); i-- {
			}
		case b == 0:
			return maybe
		default:
			return no
		}
	}
	return yes
}

// maxAround is how many bytes on either side of a pair are folded, at most, to see whether a needle is there.
const maxAround = 1 << 7

// isAround reports whether n is found in the words around a place of a field, where its pair is, or in all of the field
// if the words are too long: then it returns true for whole. Room is the buffer.
func (n *needle) isAround(field string, at int, room *[]byte) (found, whole bool) {
	start, end := at, at+1
	for words := strings.Count(n.text[:n.at], " "); start > 0; start-- {
		if fold.Cuts(field, start) {
			if words--; words < 0 {
				break
			}
		}
	}
	for words := strings.Count(n.text[n.at:], " "); end < len(field); end++ {
		if fold.Cuts(field, end) {
			if words--; words < 0 {
				break
			}
		}
	}
	if at-start > maxAround || end-at > maxAround {
		return n.isIn(field, room), true
	}
	return n.isIn(field[start:end], room), false
}

// isIn reports whether n is found in a field, or in some words of it.
func (n *needle) isIn(field string, room *[]byte) bool {
	*room = fold.Append(append((*room)[:0], ' '), field, nil)
	*room = append(*room, ' ')
	return bytes.Contains(*room, []byte(n.text))
}
