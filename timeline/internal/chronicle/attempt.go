package chronicle

import (
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/timeline/markup"
)

// This file finds what is meant as a date and is none, such as 30 February, beside items or headings that have dates.

// A sibling is an item of a list, a line of a paragraph or a heading.
type sibling struct {
	line  int // from 0
	of    group
	dated bool
	meant bool // whether it begins with what looks like a date, and is none
	bare  bool // whether it says nothing but its date

	inSection bool // whether it has the date of the heading above it
}

// A group is what siblings belong to.
type group struct {
	list, level, parent int // the number of a list, or the level of a heading and the line of the one above it
	paragraphs          bool
}

// sibling notes an item, with the date that it was found to have. It returns date and title, also of an item that is
// known to be meant as dated.
func (r *reader) sibling(line int, bullet bool, said, date, title string) (string, string) {
	of := group{list: r.list}
	if !bullet {
		of.paragraphs, of.parent = true, -1
		if n := len(r.open); n > 0 {
			of.parent = r.open[n-1].line
		}
		of.list = 0
		r.list++
	}
	return r.note(sibling{line: line, of: of}, said, date, title)
}

// siblingHeading is sibling for a heading.
func (r *reader) siblingHeading(level int, said, date, title string) (string, string) {
	of := group{level: level, parent: -1}
	if n := len(r.open); n > 0 {
		of.parent = r.open[n-1].line
	}
	return r.note(sibling{line: r.at, of: of}, said, date, title)
}

func (r *reader) note(s sibling, said, date, title string) (string, string) {
	if s.dated = date != ""; !s.dated && r.begins(s) {
		wanted, rest, link := r.attempt(said)
		if s.meant = wanted != ""; s.meant && r.meant[s.line] {
			date, title, r.link = wanted, rest, link
		}
		if s.of.level > 0 || s.of.list > 0 {
			r.lacksYear(s, said)
		}
	}
	r.siblings = append(r.siblings, s)
	return date, title
}

// begins reports whether a line of a paragraph begins it, or comes after one that is an event.
func (r *reader) begins(s sibling) bool {
	if n := len(r.siblings); s.of.paragraphs && n > 0 && r.siblings[n-1].line == s.line-1 {
		return r.siblings[n-1].dated || r.siblings[n-1].meant
	}
	return true
}

// judged returns the lines that are meant as dated, since a sibling is, and those of items of such lists that are not.
func (r *reader) judged() (meant map[int]bool, other []int) {
	dates, dated := make(map[group]int), make(map[group]bool)
	for _, s := range r.siblings {
		if s.dated && !s.bare {
			dates[s.of]++
			dated[s.of] = !s.of.paragraphs || dates[s.of] > 1 // one line of a text may begin with a date by chance
		}
	}
	meant = make(map[int]bool)
	for _, s := range r.siblings {
		switch {
		case s.dated && !s.bare || s.inSection && !s.meant || !dated[s.of]:
		case s.meant && !s.bare:
			meant[s.line] = true
		case s.of.list > 0:
			other = append(other, r.above+s.line+1)
		}
	}
	return meant, other
}

// attempt takes a text apart that begins with what looks like a date and is none. All its words must be those of a
// date, and a sign must set it apart unless it has a year, a month and a day.
func (r *reader) attempt(text string) (date, title, link string) {
	if date, title = r.dayOfMonth(text); date != "" {
		return date, title, ""
	}
	words := strings.Fields(text)
	most := min(7, len(words))
	for n := range most {
		if !isOfDate(words[n]) {
			most = n
			break
		}
		if isApart(words[n]) {
			most = n + 1
			break
		}
	}
	for n := most; n > 0; n-- {
		all, rest := strings.Join(words[:n], " "), strings.Join(words[n:], " ")
		said, begin := trimmed(all), strings.TrimLeft(rest, dashes)
		apart := isApart(all) || begin != rest || rest == ""
		if strings.Count(all, "(") == strings.Count(all, ")") && !strings.ContainsAny(said, "()[]{}") &&
			(apart && maybeDate(said) || hasDay(said) && !fillers[strings.ToLower(trimmed(words[n-1]))]) {
			if strings.Count(all, "[") > strings.Count(all, "]") { // the date is in the words of a link
				begin = "[" + begin
			}
			if _, links := markup.Read(all); len(links) > 0 {
				link = links[0].Address
			}
			return r.withYear(said), whole(begin), link
		}
	}
	return "", "", ""
}

// withYear adds the year of a heading to a date that has a day and no year.
func (r *reader) withYear(date string) string {
	for i := len(r.open) - 1; i >= 0 && longestNumber(date) < len("199"); i-- {
		if year := r.open[i].date; len(year) == len("1999") && longestNumber(year) == len(year) {
			return date + ", " + year
		}
	}
	return date
}

// unknowns are what stands for a date that is not known.
var unknowns = []string{
	"unknown", "unknown date", "date unknown", "undated", "no date", "n.d", "nd", "tbd", "tba", "?", "??", "???",
}

// maybeDate reports whether a text of the words of a date that is set apart looks like one: it has a number of three
// digits or more, a month, a century or the like and a number, or digits with signs between them.
func maybeDate(text string) bool {
	lower := strings.ToLower(text)
	if slices.Contains(unknowns, strings.Trim(lower, ". ")) || lower == "" {
		return lower != ""
	}
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	for _, word := range strings.Fields(lower) {
		if isMonth(word) || units[strings.Trim(word, ".,")] {
			return true
		}
	}
	longest := longestNumber(text)
	if longest < len("199") && strings.ContainsRune(text, '.') && dashed(text) > 0 {
		return false // a version
	}
	plain := strings.Trim(text, "0123456789") == ""
	return longest == 3 || longest == 4 && !plain || longest == 8 || strings.ContainsAny(text, "/'’‘") ||
		dashed(text) > 1 && longest > 1
}

// hasDay reports whether a text has a year, a month and a day, in words or digits.
func hasDay(text string) bool {
	year, month, days := false, false, 0
	for _, word := range strings.Fields(strings.ToLower(text)) {
		digits := longestNumber(word)
		switch {
		case isMonth(word):
			month = true
		case dashed(word) == 2 && (digits == 4 || strings.Contains(word, "/")):
			return true
		case digits == 4:
			year = true
		case digits > 0:
			days++
		}
	}
	return year && month && days > 0
}

// dashed returns how many signs between digits a text has, as 2020-01-01 has two.
func dashed(text string) int {
	n := 0
	for i := 1; i+1 < len(text); i++ {
		if strings.IndexByte("-/.", text[i]) >= 0 && isDigit(text[i-1]) && isDigit(text[i+1]) {
			n++
		}
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// longestNumber returns how many digits the longest number in a text has.
func longestNumber(text string) int {
	longest, n := 0, 0
	for i := range len(text) {
		if n++; !isDigit(text[i]) {
			n = 0
		}
		longest = max(longest, n)
	}
	return longest
}

// fillers are words that a date may have, and that say nothing alone.
var fillers = map[string]bool{
	"the": true, "of": true, "in": true, "on": true, "and": true, "or": true, "to": true, "a": true, "an": true,
}

// units are words that make a date of a number.
var units = map[string]bool{
	"ago": true, "bc": true, "bce": true, "b.c": true, "ad": true, "ce": true, "a.d": true, "bp": true, "mya": true,
	"kya": true, "century": true, "centuries": true, "cent": true, "millennium": true, "spring": true, "summer": true,
	"autumn": true, "fall": true, "winter": true, "week": true, "quarter": true,
}

// others are words of a date beside those.
var others = map[string]bool{
	"c": true, "ca": true, "circa": true, "about": true, "around": true, "approx": true, "early": true, "mid": true,
	"late": true, "before": true, "after": true, "between": true, "until": true, "since": true, "from": true, "by": true,
	"unknown": true, "undated": true, "date": true, "no": true, "not": true, "n.d": true, "nd": true, "tbd": true,
	"tba": true, "million": true, "billion": true, "thousand": true, "years": true, "year": true, "day": true,
	"begin": true, "end": true, "beginning": true, "middle": true, "first": true, "second": true, "third": true,
}

// isOfDate reports whether a word may be part of a date.
func isOfDate(word string) bool {
	word = strings.ToLower(strings.Trim(trimmed(word), "'’‘?~"))
	switch {
	case word == "" || fillers[word] || units[word] || others[word] || isMonth(word):
		return true
	case word[0] == 'q' && len(word) == 2 && isDigit(word[1]):
		return true
	case !strings.ContainsAny(word, "0123456789"):
		return false
	}
	for _, ending := range []string{"st", "nd", "rd", "th", "s"} {
		word = strings.TrimSuffix(word, ending)
	}
	return strings.Trim(word, "0123456789-/.–—x") == ""
}

// calendarNames are the months and the days of the week.
var calendarNames = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
	"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
}

// isMonth reports whether a word is a month or a day of the week, the first letters of one, or a slip of one: a letter
// too much, too few or another.
func isMonth(word string) bool {
	word = strings.Trim(word, ".,:;*_()")
	for _, name := range calendarNames {
		if len(word) >= 3 && strings.HasPrefix(name, word) || word == name[:3]+"t" || word == name[:3]+"s" ||
			len(word) >= 5 && word[0] == name[0] && utf8.RuneCountInString(word) == len(word) && isSlip(word, name) {
			return true
		}
	}
	return false
}

// isSlip reports whether two words differ by one letter that is missing, too much or another, or by two that changed
// places.
func isSlip(a, b string) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	return len(a)+len(b) == 1 || len(a) == 1 && len(b) == 1 ||
		len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]
}
