package timeline

import (
	"strings"
	"unicode/utf8"
)

// stillToCome says for each piece of a split, and for the end, on which day the first event begins that is in it or further
// down. Beginning is for what cannot be told without reading it.
func (s *split) stillToCome() []Day {
	days := make([]Day, len(s.pieces)+1)
	half := len(s.pieces) / 2
	others := beside(func() { s.beginnings(days[:half], 0) })
	s.beginnings(days[half:len(s.pieces)], half)
	others()
	days[len(s.pieces)] = Forever
	for i := len(s.pieces) - 1; i >= 0; i-- {
		days[i] = min(days[i], days[i+1])
	}
	return days
}

// beginnings finds the first day in each of the pieces from the given one on.
func (s *split) beginnings(days []Day, from int) {
	for i := range days {
		days[i] = s.beginning(s.pieces[from+i].text)
	}
}

// beginning is the first day on which an event of a piece may begin, by its lines alone. An event in a block, all of whose
// keys begin with a letter, has each of its keys at the beginning of a line, as far in as its first.
func (s *split) beginning(text string) Day {
	first, keys := Forever, -1 // blanks in front of the keys of the event in hand, −1 before the first
	for len(text) > 0 {
		line, below, _ := strings.Cut(text, "\n")
		text = below
		inner := strings.TrimLeft(line, " ")
		if isBlank(inner) {
			continue
		}
		indent := len(line) - len(inner)
		if indent == s.indent && isItem(inner) {
			inner, keys = strings.TrimLeft(inner[1:], " "), -1
			if indent = len(line) - len(inner); isBlank(inner) {
				continue
			}
		}
		if keys < 0 {
			keys = indent
		}
		if indent != keys || isItem(inner) {
			continue
		}
		if !beginsWord(inner) {
			return Beginning
		}
		key, value, _ := strings.Cut(inner, ":")
		if key = strings.TrimRight(key, " \t"); key != "date" && key != "start" {
			continue
		}
		date, ok := dateOnLine(value)
		if !ok {
			return Beginning
		}
		first = min(first, date.Earliest())
	}
	return first
}

// beginsWord says whether a line begins with a letter or digit, so that its key, if it has one, stands there as it is read.
func beginsWord(line string) bool {
	c := line[0]
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= utf8.RuneSelf
}

// dateOnLine reads a date that stands behind a colon. It may go on in the next line; it is none then, or begins on the same
// day, since no more than a time of day can be set apart from it.
func dateOnLine(value string) (d Date, ok bool) {
	value, _, _ = strings.Cut(value, " #")
	value = strings.TrimSpace(value)
	if n := len(value); n >= 2 && (value[0] == '"' || value[0] == '\'') && value[n-1] == value[0] {
		value = value[1 : n-1]
	}
	d, err := ParseDate(value)
	return d, err == nil
}
