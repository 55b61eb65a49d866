package alike

import "unicode/utf8"

// counts are how often letters are in a text, one byte for each class of letters: those that are the same but for all
// bits above the lowest five, so that each of a to z has a class of its own. A count above 127 is 127.
type counts [32]uint8

// of counts the letters of a text, and returns how many there are.
func (c *counts) of(text []byte) (letters int) {
	for i := 0; i < len(text); letters++ {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRune(text[i:])
		}
		if class := &c[r%32]; *class < 127 {
			*class++
		}
		i += n
	}
	return letters
}

// edits returns a number of edits that it takes at least to make the one text of the other: an edit takes one letter
// away, adds one or both.
func (c *counts) edits(other *counts) int {
	more, fewer := 0, 0
	for k := range c {
		d := int(c[k]) - int(other[k])
		more += max(d, 0)
		fewer += max(-d, 0)
	}
	return max(more, fewer)
}
