// Package pageyear finds the year of days that have none in a page that names one year elsewhere, as a chronicle of one
// spring does below "As of 3 May 2020":
//
//	found, ok := pageyear.Of(page.Yearless, page.Around)
//	found.Years[7] // 2020, the year of the day in line 7
//	found.Line     // the line that names it
//
// A false date is worse than none: the lines around must name one year and no other, and days of the week must agree.
// Days that run on over New Year, forwards or backwards, have the year after or before it where the days of the week or
// a day of the page decide. It imports chronicle, whose lines it is given, and edtf and written, which read dates.
package pageyear

import (
	"strconv"
	"strings"
	"unicode"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/chronicle"
)

// A Found is what a page says of its days.
type Found struct {
	Years       map[int]int // of the lines with days
	First, Last int         // of these years
	Line        int         // that names the year
}

// fewest is how many days a page must have, and how many days of the week make a year sure.
const fewest = 3

// Of returns the years of days. around are the lines of the page that are in none of them.
func Of(days, around []chronicle.Line) (found Found, ok bool) {
	said, ok := named(around)
	if !ok || len(days) < fewest {
		return found, false
	}
	list, weekdays := make([]day, len(days)), 0
	for i, line := range days {
		if list[i], ok = read(line, said.year); !ok {
			return found, false
		}
		if list[i].weekday {
			weekdays++
		}
	}
	years, ok := yearsOf(list, said, weekdays)
	if !ok {
		return found, false
	}
	found = Found{Years: make(map[int]int, len(days)), First: years[0], Last: years[0], Line: said.line}
	for i, year := range years {
		found.Years[days[i].Number] = year
		found.First, found.Last = min(found.First, year), max(found.Last, year)
	}
	return found, true
}

// A year is the one that a page names.
type year struct {
	year, line int
	likely     bool         // whether a line names it as that of the page, and not as a number
	aside      bool         // whether one may name it so, as in "since 2019"
	latest     calendar.Day // of the days that the page names in it
	hasDay     bool
}

// named returns the one year that some lines name. It is not ok where they name none or several.
func named(lines []chronicle.Line) (said year, ok bool) {
	for _, line := range lines {
		words := strings.Fields(line.Text)
		for i, word := range words {
			if strings.Contains(word, "://") || strings.HasPrefix(word, "www.") {
				continue
			}
			for _, n := range numbers(word) {
				if said.year != 0 && said.year != n {
					return said, false
				}
				likely := isLikely(words, i, n, line.Of > 0)
				if said.year == 0 || likely && !said.likely {
					said.line = line.Number
				}
				said.year, said.likely = n, said.likely || likely
				said.aside = said.aside || strings.ContainsRune(word, '©') || i > 0 && isAside[bare(words[i-1])]
			}
		}
	}
	for _, line := range lines {
		said.heedDays(strings.Fields(line.Text))
	}
	return said, said.year != 0
}

// numbers returns the numbers of four digits in a word that may be years.
func numbers(word string) (years []int) {
	const latest = 2100
	for i := 0; i < len(word); {
		digits := len(word[i:]) - len(strings.TrimLeft(word[i:], "0123456789"))
		if n, _ := strconv.Atoi(word[i : i+digits]); digits == len("2020") && n >= 1000 && n <= latest &&
			(i == 0 || word[i-1] != ',') {
			years = append(years, n)
		}
		i += max(digits, 1)
	}
	return years
}

// isLikely reports whether a word with a number of four digits is a date, or the number a year by what is before it, by
// standing alone, or by standing in a title where it is not so round that it may count something.
func isLikely(words []string, i, number int, title bool) bool {
	isRound := number%100 < 2
	if title && !isRound || len(words) == 1 {
		return true
	}
	text := trimmed(words[i])
	if _, isDate := dateOf(text); isDate && len(text) > len("2020") {
		return true
	}
	if i == 0 {
		return false
	}
	_, isDate := dateOf(trimmed(words[i-1]) + " " + strconv.Itoa(number))
	return isDate && strings.IndexFunc(words[i-1], unicode.IsLetter) >= 0 && !isAside[bare(words[i-1])] ||
		isYear[bare(words[i-1])] && (!isRound || i == len(words)-1 || text != words[i])
}

// isYear are words before a number that is a year.
var isYear = map[string]bool{
	"in": true, "year": true, "im": true, "jahr": true, "en": true, "nel": true, "anno": true, "of": true, "stand": true,
	"année": true, "año": true, "updated": true, "season": true, "saison": true,
}

func trimmed(word string) string { return strings.Trim(word, "*_()[].,:;“”\" ") }

func bare(word string) string { return strings.ToLower(trimmed(word)) }

// heedDays notes the days of the year that are among some words.
func (y *year) heedDays(words []string) {
	const longest = 5 // words of a day
	for from := range words {
		for n := 1; n <= longest && from+n <= len(words); n++ {
			text := trimmed(strings.Join(words[from:from+n], " "))
			if !strings.Contains(text, strconv.Itoa(y.year)) {
				continue
			}
			if date, ok := dateOf(text); ok && date.Earliest() == date.Latest() {
				y.latest, y.hasDay = max(y.latest, date.Earliest()), true
			}
		}
	}
}

// isAside are the words before a year that is not that of the days below.
var isAside = map[string]bool{
	"since": true, "founded": true, "established": true, "est": true, "copyright": true, "©": true, "c": true,
	"born": true, "until": true, "till": true, "before": true, "after": true, "from": true, "to": true, "not": true,
	"seit": true, "gegründet": true, "bis": true, "ab": true, "vor": true, "nach": true, "depuis": true, "desde": true,
	"isbn": true, "rfc": true, "iso": true, "din": true, "version": true, "about": true, "over": true, "around": true,
}

// A day is a day without a year.
type day struct {
	chronicle.Line
	ofYear  int // in a leap year, about
	weekday bool
}

// in returns the date of a day in a year.
func (d day) in(year int) (edtf.Date, bool) {
	return dateOf(chronicle.InYear(d.Text, strconv.Itoa(year)))
}

// read reads a day, which some year near that one has.
func read(line chronicle.Line, year int) (d day, ok bool) {
	d.Line = line
	const near = 6 // years: among twelve each day of a year is once on each day of the week
	reads := 0
	for y := year - near; y <= year+near; y++ {
		date, isDate := d.in(y)
		if !isDate {
			continue
		}
		reads++
		_, month, n := date.Earliest().Civil()
		d.ofYear = 31*int(month) + n
	}
	d.weekday = reads > 0 && reads <= near/2 && d.ofYear != 31*2+29
	return d, reads > 0
}

// dateOf returns the one date that a text is.
func dateOf(text string) (edtf.Date, bool) {
	if date, ok := edtf.Read(text); ok {
		return date, true
	}
	if all := written.Readings(text); len(all) == 1 {
		return all[0].Date, true
	}
	return edtf.Date{}, false
}

// yearsOf returns the year of each day.
func yearsOf(list []day, said year, weekdays int) (years []int, ok bool) {
	sure := weekdays >= fewest
	if (said.aside || !said.likely) && !sure {
		return nil, false
	}
	down, crossedDown := offsets(list, -1)
	up, crossedUp := offsets(list, 1)
	inOrder := down != nil && crossedDown == 0 || up != nil && crossedUp == 0
	if inOrder || sure {
		if years = all(list, make([]int, len(list)), said.year); years != nil {
			first, _ := list[0].in(said.year)
			last, _ := list[len(list)-1].in(said.year)
			isAhead := said.hasDay && min(first.Earliest(), last.Earliest()) > said.latest
			return years, sure || !isAhead && !(crossedDown > 0 && down != nil) && !(crossedUp > 0 && up != nil)
		}
	}
	if inOrder || (down == nil) == (up == nil) {
		return nil, false
	}
	steps, crossed := down, crossedDown
	if steps == nil {
		steps, crossed = up, crossedUp
	}
	newest, oldest := all(list, steps, said.year), all(list, steps, said.year+crossed)
	if sure {
		if (newest == nil) == (oldest == nil) {
			return nil, false
		}
		if newest == nil {
			newest = oldest
		}
		return newest, true
	}
	for i := range list {
		if date, _ := list[i].in(said.year); list[i].Of != list[0].Of || newest == nil || !said.hasDay ||
			newest[i] == said.year && date.Earliest() > said.latest {
			return nil, false
		}
	}
	return newest, true
}

// all returns the years of days that are so many years from a year, and nil where one of them has no such day.
func all(list []day, steps []int, year int) []int {
	years := make([]int, len(list))
	for i, d := range list {
		years[i] = year + steps[i]
		if _, ok := d.in(years[i]); !ok {
			return nil
		}
	}
	return years
}

// offsets returns how many years each day is before the newest, where days run in a direction, 1 forwards and −1
// backwards, and how often they run over New Year; nil where they do not run so.
func offsets(list []day, direction int) (steps []int, crossed int) {
	const half = 6 * 31
	steps = make([]int, len(list))
	for i := 1; i < len(list); i++ {
		if by := (list[i].ofYear - list[i-1].ofYear) * direction; by < -half {
			crossed++
		} else if by < 0 {
			return nil, 0
		}
		steps[i] = direction * crossed
	}
	for i := range steps {
		steps[i] -= max(0, direction*crossed)
	}
	return steps, crossed
}
