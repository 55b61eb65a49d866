package stub

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/timeline/lazyregexp"
	"dateline/timeline/names"
)

var (
	numbered   = lazyregexp.New(`^(.*?)([0-9]+)$`)
	datedFirst = lazyregexp.New(`^[0-9]{4}(-[0-9]{2}){0,2}-`)
	datedLast  = lazyregexp.New(`-[0-9]{4}(-[0-9]{2}){0,2}$`)
)

// fewest is how many words of a title an id has at least, if the title has them.
const fewest = 3

// longest is about how many bytes an id has at most.
const longest = 80

// ID returns an id for an event that no other of the record has, made as those of the file mostly are: with a number,
// or of the words of the title, with the date before or after them or without.
func (f *Form) ID(date, title string) string {
	day, _, _ := strings.Cut(strings.TrimPrefix(date, "../"), "/")
	day, _, _ = strings.Cut(day, "T")
	day = names.Slug(day, "undated")
	made := ""
	switch {
	case f.mostly(datedFirst()):
		made = f.words(day+" "+title, fewest+1+strings.Count(day, "-"))
	case f.mostly(datedLast()):
		made = f.words(title, fewest) + "-" + day
	default:
		if number, ok := f.number(); ok {
			return number
		}
		made = f.words(title, fewest)
	}
	if under := strings.Count(strings.Join(f.ids, ""), "_"); under > strings.Count(strings.Join(f.ids, ""), "-") {
		made = strings.ReplaceAll(made, "-", "_")
	}
	free := made
	for n := 2; f.isTaken(free); n++ {
		free = made + "-" + strconv.Itoa(n)
	}
	return free
}

// mostly reports whether most ids match.
func (f *Form) mostly(like *regexp.Regexp) bool {
	n := 0
	for _, one := range f.ids {
		if like.MatchString(one) {
			n++
		}
	}
	return n > 0 && 2*n > len(f.ids)
}

// isTaken reports whether an event has an id.
func (f *Form) isTaken(id string) bool {
	_, taken := f.t.Find(id)
	return taken
}

// words returns the first words of a text, as many as ids of the file mostly have but not less than some.
func (f *Form) words(text string, least int) string {
	slug := names.Slug(text, "event")
	if len(f.ids) > 0 {
		counts := make([]int, len(f.ids))
		for n, one := range f.ids {
			counts[n] = 1 + strings.Count(one, "-") + strings.Count(one, "_")
		}
		slices.Sort(counts)
		words := strings.Split(slug, "-")
		slug = strings.Join(words[:min(len(words), max(least, counts[len(counts)/2]))], "-")
	}
	if len(slug) > longest {
		end := strings.LastIndexByte(slug[:longest], '-')
		if end <= 0 {
			end = longest
		}
		slug = strings.ToValidUTF8(slug[:end], "")
	}
	return slug
}

// number returns the id after the highest, where most are one text with a number after it.
func (f *Form) number() (next string, ok bool) {
	times, highest, width := make(map[string]int), make(map[string]int), make(map[string]int)
	for _, one := range f.ids {
		m := numbered().FindStringSubmatch(one)
		if m == nil {
			continue
		}
		n, err := strconv.Atoi(m[2])
		if err != nil {
			continue
		}
		times[m[1]]++
		highest[m[1]] = max(highest[m[1]], n)
		width[m[1]] = max(width[m[1]], len(m[2]))
	}
	for before, n := range times {
		if 2*n <= len(f.ids) {
			continue
		}
		for number := highest[before] + 1; ; number++ {
			digits := strconv.Itoa(number)
			next = before + strings.Repeat("0", max(0, width[before]-len(digits))) + digits
			if !f.isTaken(next) {
				return next, true
			}
		}
	}
	return "", false
}
