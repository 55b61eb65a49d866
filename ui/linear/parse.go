package linear

import (
	"slices"
	"strconv"
	"strings"
)

// What follows a word, taken apart.

// A Named is a name in a list, with the sign before it: '+' for too, '-' for without, 0 for none.
type Named struct {
	Sign byte
	Name string
}

// Names takes a list of names apart: they are parted by commas and signs, and the words all or any may end it.
func Names(text string) (list []Named, all, anyOf bool) {
	fields := strings.Fields(text)
	if n := len(fields) - 1; n > 0 {
		all, anyOf = strings.EqualFold(fields[n], "all"), strings.EqualFold(fields[n], "any")
		if all || anyOf {
			fields = fields[:n]
		}
	}
	fresh := true
	for _, word := range fields {
		sign := byte(0)
		if len(word) > 1 && strings.ContainsRune("+-!", rune(word[0])) {
			if sign, word = word[0], word[1:]; sign == '!' {
				sign = '-'
			}
		}
		name, ends := strings.CutSuffix(word, ",")
		if fresh || sign != 0 {
			list = append(list, Named{Sign: sign})
		}
		one := &list[len(list)-1]
		one.Name = strings.TrimSpace(one.Name + " " + name)
		fresh = ends
	}
	list = slices.DeleteFunc(list, func(one Named) bool { return one.Name == "" })
	return list, all, anyOf
}

// Two takes “A with B” apart; with is "" for one name alone.
func Two(text string) (of, with string) {
	for _, between := range [...]string{" with ", ", "} {
		if a, b, ok := strings.Cut(text, between); ok {
			return strings.TrimSpace(a), strings.TrimSpace(b)
		}
	}
	return strings.TrimSpace(text), ""
}

// Number returns a text as a number.
func Number(text string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil
}
