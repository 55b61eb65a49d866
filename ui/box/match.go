package box

import "strings"

// Closeness is how near a text is to what is typed, the nearest first.
type closeness int

const (
	exact  closeness = iota // it is that
	begins                  // words of it begin so
	within                  // it has that within
	loose                   // it has the letters in their order, or sounds so
	none
)

// Bounds of what is found by letters alone.
const (
	leastLoose = 3  // letters typed
	mostLeft   = 12 // letters left out between them
)

// nearest returns how near a folded text is to folded words, of which it must have each, in any order.
func nearest(words []string, text string) closeness {
	if len(words) == 0 {
		return none
	}
	near := exact
	if strings.Join(words, " ") != text {
		near = begins
	}
	for _, word := range words {
		switch {
		case near == exact, strings.HasPrefix(text, word), strings.Contains(text, " "+word):
		case strings.Contains(text, word):
			near = within
		case len(words) == 1 && inOrder(word, text):
			return loose
		default:
			return none
		}
	}
	return near
}

// inOrder reports whether text has the letters of a word in their order, from the beginning of a word on and with few
// others between them.
func inOrder(word, text string) bool {
	if len(word) < leastLoose {
		return false
	}
	for from := 0; ; {
		if spread(word, text[from:]) {
			return true
		}
		next := strings.IndexByte(text[from:], ' ')
		if next < 0 {
			return false
		}
		from += next + 1
	}
}

// spread reports whether text begins with the first letter of a word and has the others behind it.
func spread(word, text string) bool {
	if !strings.HasPrefix(text, word[:1]) {
		return false
	}
	left := mostLeft
	for i := range len(word) {
		skip := strings.IndexByte(text, word[i])
		if skip < 0 || skip > left {
			return false
		}
		left -= skip
		text = text[skip+1:]
	}
	return true
}
