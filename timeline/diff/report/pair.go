package report

import (
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/diff"
	"dateline/timeline/sanitize"
)

// How much of a long text is written, in runes: beside what has changed, and of what has changed at each of its ends.
const (
	maxBeside = 80
	maxEnd    = 500
)

// values returns what a field was and is as lines. In two long ones what is not the same goes through standOut.
func values(f *diff.Field, standOut func(string) string) (was, is string) {
	was, is = sanitize.Line(f.Old), sanitize.Line(f.Now)
	if f.Old != f.Now && looksLike(f.Old) == looksLike(f.Now) {
		was, is = quoted(f.Old), quoted(f.Now)
	}
	if was == "" || is == "" || inLine(was, is) {
		standOut = asItIs
	}
	return contrasted(was, is, standOut)
}

// items returns as lines what a list has no more, and what is new in it.
func items(f *diff.Field) (taken, added []string) {
	gone := make(map[string]string, len(f.Taken)) // by how it looks, as it is
	both := make(map[string]bool)
	for _, p := range f.Taken {
		all := words(p, asItIs)
		gone[looksLike(all)] = all
	}
	for _, p := range f.Added {
		key := looksLike(words(p, asItIs))
		if _, is := gone[key]; is {
			both[key] = true
		}
	}
	lines := func(parts []diff.Part) (all []string) {
		for _, p := range parts {
			line := words(p, sanitize.Line)
			if both[looksLike(words(p, asItIs))] {
				line = words(p, quoted)
			}
			all = append(all, line)
		}
		return all
	}
	taken, added = lines(f.Taken), lines(f.Added)
	for n := range max(len(taken), len(added)) {
		switch {
		case n >= len(added):
			taken[n], _ = contrasted(taken[n], "", asItIs)
		case n >= len(taken):
			_, added[n] = contrasted("", added[n], asItIs)
		default:
			taken[n], added[n] = contrasted(taken[n], added[n], asItIs)
		}
	}
	for n, p := range f.Added {
		if all := words(p, asItIs); both[looksLike(all)] {
			added[n] += spelled(gone[looksLike(all)], all)
		}
	}
	return taken, added
}

// asItIs is for what does not stand out.
func asItIs(s string) string { return s }

// quoted returns a text in quotes, in which all that is no letter, sign or usual blank is spelled out.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return sanitize.Line(strconv.Quote(s))
}

// contrasted returns two lines in which the words stand out between those with which both begin and those with which
// both end. Of a long line only what is around these words is returned.
func contrasted(was, is string, standOut func(string) string) (string, string) {
	a, b := strings.Split(was, " "), strings.Split(is, " ")
	begin, end := 0, 0
	for begin < min(len(a), len(b)) && a[begin] == b[begin] {
		begin++
	}
	for end < min(len(a), len(b))-begin && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	mark := func(words []string) string {
		text := withoutMiddle(words[:begin], 0, maxBeside)
		if middle := words[begin : len(words)-end]; len(middle) > 0 {
			text = append(text, standOut(strings.Join(withoutMiddle(middle, maxEnd, maxEnd), " ")))
		}
		return strings.Join(append(text, withoutMiddle(words[len(words)-end:], maxBeside, 0)...), " ")
	}
	return mark(a), mark(b)
}

// withoutMiddle returns words without those that begin neither within so many runes from the beginning nor from the
// end, for which … stands.
func withoutMiddle(words []string, first, last int) []string {
	text := []rune(strings.Join(words, " "))
	if len(text) <= first+last {
		return slices.Clone(words)
	}
	begin, end := string(text[:first]), string(text[len(text)-last:])
	if at := strings.LastIndexByte(begin, ' '); at >= 0 {
		begin = begin[:at]
	}
	if at := strings.IndexByte(end, ' '); at >= 0 {
		end = end[at+1:]
	}
	return strings.Fields(sanitize.Line(begin + " … " + end))
}
