package terminal

import (
	"strconv"
	"strings"

	"dateline/ui/draw"
)

// shades tell what looks set, so that they are changed with few bytes.
type shades struct {
	known map[string]shade
	last  string // the looks that were asked for last
	set   shade
}

// A shade is what looks set.
type shade uint16

const (
	foreground shade = 1 << iota
	background
	bold
	faint
	italic
	underlined
	reversed
	linked
	rare // anything else
)

// seenOnBlank are those that are seen where there is no character.
const seenOnBlank = background | underlined | reversed | linked | rare

// isSeen reports whether looks are seen on a blank.
func (s *shades) isSeen(looks string) bool { return looks != "" && s.of(looks)&seenOnBlank != 0 }

// change returns what is written to go from looks to others, in two parts. No more is set back than the others leave as
// it is.
func (s *shades) change(from, to string) (back, on string) {
	switch {
	case from == to:
		return "", ""
	case from != "" && strings.HasPrefix(to, from):
		return "", to[len(from):]
	case strings.HasPrefix(from, linkStart):
		return draw.Reset + linkEnd, to
	case s.of(from)&^s.of(to) == 0 && s.of(from)&rare == 0:
		return "", to
	}
	return draw.Reset, to
}

// of returns what looks set.
func (s *shades) of(looks string) shade {
	const many = 1000 // looks, of links above all; the theme has some dozen
	switch {
	case looks == "":
		return 0
	case looks == s.last:
		return s.set
	}
	set, ok := s.known[looks]
	if !ok {
		if s.known == nil || len(s.known) > many {
			s.known = make(map[string]shade)
		}
		set = shadeOf(looks)
		s.known[looks] = set
	}
	s.last, s.set = looks, set
	return set
}

// shadeOf does what shades.of does.
func shadeOf(looks string) (set shade) {
	if strings.HasPrefix(looks, linkStart) {
		_, rest, _ := strings.Cut(looks, "\x1b\\")
		return linked | shadeOf(rest)
	}
	numbers := strings.FieldsFunc(looks, func(r rune) bool { return r < '0' || r > '9' })
	for at := 0; at < len(numbers); at++ {
		n, _ := strconv.Atoi(numbers[at])
		switch {
		case n == 1:
			set |= bold
		case n == 2:
			set |= faint
		case n == 3:
			set |= italic
		case n == 4:
			set |= underlined
		case 30 <= n && n <= 38 || 90 <= n && n <= 97:
			set |= foreground
		case 40 <= n && n <= 48 || 100 <= n && n <= 107:
			set |= background
		case n == 7:
			set |= reversed
		default:
			set |= rare
		}
		if n == 38 || n == 48 {
			at += numbersOfColour(numbers[at+1:])
		}
	}
	return set
}

// numbersOfColour returns how many numbers a colour of text or ground has: 5 and one of 256, or 2, red, green and blue.
func numbersOfColour(numbers []string) int {
	if len(numbers) > 0 && numbers[0] == "2" {
		return 4
	}
	return 2
}
