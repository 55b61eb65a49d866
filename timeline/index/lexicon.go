package index

import (
	"bytes"
	"slices"
	"strings"

	"dateline/timeline/fold"
)

// A lexicon finds things by their spellings. It calls them by number. All spellings are one text, since there may be a
// million of them, in which a search looks for the first word at once.
type lexicon struct {
	lines  []byte   // the spellings of each, folded: " word word\n word\n"
	starts []uint32 // where those of each begin
}

// lexiconLine returns a spelling as a lexicon holds it.
func lexiconLine(spelling string) string { return " " + fold.Value(spelling) + "\n" }

// begin begins with the spellings of one more.
func (l *lexicon) begin() { l.starts = append(l.starts, uint32(len(l.lines))) }

// spell adds a spelling to the last of all.
func (l *lexicon) spell(spelling string) {
	l.lines = append(l.lines, ' ')
	before := len(l.lines)
	if l.lines = fold.Append(l.lines, spelling, nil); len(l.lines) == before {
		l.lines = append(l.lines, strings.TrimSpace(spelling)...)
	}
	l.lines = append(l.lines, '\n')
}

// first returns the line of the first spelling of one.
func (l *lexicon) first(i int32) string {
	line, _, _ := bytes.Cut(l.lines[l.starts[i]:], []byte("\n"))
	return string(line)
}

// clip gives back memory for what is not added any more.
func (l *lexicon) clip() { l.lines, l.starts = slices.Clip(l.lines), slices.Clip(l.starts) }

// exact returns those with exactly this spelling.
func (l *lexicon) exact(spelling string) []int32 {
	line := []byte("\n" + lexiconLine(spelling))
	return l.find(line[1:], func(lines []byte) bool {
		return bytes.HasPrefix(lines, line[1:]) || bytes.Contains(lines, line)
	})
}

// begins returns those of which some spelling has words that begin with the words of text, in the same order.
func (l *lexicon) begins(text string) []int32 {
	words := strings.Fields(fold.Value(text))
	if len(words) == 0 {
		return nil
	}
	for i, word := range words {
		words[i] = " " + word
	}
	return l.find([]byte(words[0]), func(lines []byte) bool {
		if len(words) == 1 {
			return true
		}
		for line := range bytes.Lines(lines) {
			if beginWords(string(line), words) {
				return true
			}
		}
		return false
	})
}

// find returns those whose lines hold text, and are such that a condition is true.
func (l *lexicon) find(text []byte, is func(lines []byte) bool) []int32 {
	var found []int32
	for at, n := 0, 0; ; {
		next := bytes.Index(l.lines[at:], text)
		if next < 0 {
			return found
		}
		for n+1 < len(l.starts) && int(l.starts[n+1]) <= at+next {
			n++
		}
		end := len(l.lines)
		if n+1 < len(l.starts) {
			end = int(l.starts[n+1])
		}
		if is(l.lines[l.starts[n]:end]) {
			found = append(found, int32(n))
		}
		at = end
	}
}

// beginWords reports whether a line has words that begin with the given ones, in the same order.
func beginWords(line string, words []string) bool {
	for _, word := range words {
		i := strings.Index(line, word)
		if i < 0 {
			return false
		}
		line = line[i+len(word):]
	}
	return true
}
