package dates

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"dateline/timeline/calendar"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/lazyregexp"
	"dateline/timeline/names"
)

// This file says what a text that is no date is nearly.

// Explain returns why a text is no date, with what may be written instead.
func Explain(text string) error {
	text = strings.TrimSpace(text)
	const longest = 100
	for _, near := range []func(string) (message, hint string){
		ofMonth, severalYears, openYear, withAside, withTime, misspelt,
	} {
		if len(text) > longest {
			break
		}
		if message, hint := near(text); hint != "" {
			return &edtf.Error{Text: text, End: len(text), Message: message, Hint: hint}
		}
	}
	_, err := edtf.Parse(text)
	return err
}

// single returns the date that a text is or means, where that is one and nothing is to be said of it.
func single(text string) (d edtf.Date, ok bool) {
	if d, ok := edtf.Read(text); ok {
		_, doubt := d.Remark()
		return d, doubt == ""
	}
	all := written.Readings(text)
	if len(all) != 1 {
		return d, false
	}
	return all[0].Date, true
}

var (
	monthPattern = lazyregexp.New(`^(\pL{3,10})[-/ ](\d\d)$`)
	yearsPattern = lazyregexp.New(`^\d{4}(?: ?(?:,|;|&) ?\d{4})+$`)
	openPattern  = lazyregexp.New(`^(.*\d{4}) ?[-–—]$`)
	asidePattern = lazyregexp.New(`^(.*\d\S*) ?[(\[]([^()\[\]]*)[)\]]$`)
	timePattern  = lazyregexp.New(`^(?i)(.*\d)[ ,|@]+(?:at )?\d{1,2}(?:[:-]\d\d?)*(?: ?[ap]m)?(?: [a-z]{1,4})?$`)
)

// ofMonth explains a month with two digits after it, which are a year in most tables and a day elsewhere.
func ofMonth(text string) (message, hint string) {
	m := monthPattern().FindStringSubmatch(text)
	if m == nil || m[2] == "00" || m[2] > "31" {
		return "", ""
	}
	d, ok := single(m[1] + " 20" + m[2])
	if !ok || d.Precision() != edtf.ToMonth {
		return "", ""
	}
	return "this is a day without its year, or a month of a year of two digits",
		"write " + d.EDTF() + " for " + d.String() + "; before a day, write its year"
}

// severalYears explains years with commas between them, of which all may be meant.
func severalYears(text string) (message, hint string) {
	if !yearsPattern().MatchString(text) {
		return "", ""
	}
	years := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	for i, year := range years {
		if i > 0 && year <= years[i-1] {
			return "", ""
		}
	}
	list := strings.Join(years, ",")
	return "these are several years", "write {" + list + "} for all of them, or [" + list + "] for one of them"
}

// openYear explains a date with a hyphen after it, as of one who is alive.
func openYear(text string) (message, hint string) {
	m := openPattern().FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	d, ok := single(m[1])
	if !ok || d.IsInterval() || d.IsSet() {
		return "", ""
	}
	return "what comes after the dash is missing", "write " + d.EDTF() + "/.."
}

// withAside explains a date with words in brackets after it. Old Style is that of the calendar before the one of now.
func withAside(text string) (message, hint string) {
	m := asidePattern().FindStringSubmatch(text)
	if m == nil {
		return "", ""
	}
	d, ok := single(m[1])
	if !ok || strings.ContainsFunc(m[2], unicode.IsDigit) {
		return "", ""
	}
	switch strings.ToLower(strings.Trim(m[2], " .")) {
	case "os", "o.s", "o. s", "old style", "julian", "jul", "old calendar":
		if d.Precision() != edtf.ToDay || d.Earliest() != d.Latest() {
			return "", ""
		}
		year, month, day := d.Earliest().Civil()
		if month < time.March {
			year--
		}
		now := calendar.Day(int(d.Earliest()) + year/100 - year/400 - 2)
		if year < 0 || month == time.February && day == 29 {
			return "", ""
		}
		return "this day is of the old calendar", fmt.Sprintf("write %s, the day that the calendar of now has for it", now)
	case "ns", "n.s", "n. s", "new style", "gregorian":
		return "what stands beside the date is no part of it", "write " + d.EDTF()
	}
	return "what stands beside the date is no part of it", "write " + d.EDTF() + ", and the rest elsewhere"
}

// withTime explains a day beside a time that no clock shows, or that is not known to be of the morning.
func withTime(text string) (message, hint string) {
	m := timePattern().FindStringSubmatch(text)
	if m == nil || !strings.ContainsAny(text[len(m[1]):], ":mM-") {
		return "", ""
	}
	day := strings.TrimRight(m[1], " ,|@")
	const odd = "the time of day is not understood"
	if d, ok := single(day); ok && d.Precision() == edtf.ToDay {
		return odd, "write " + d.EDTF() + ", and the rest elsewhere"
	}
	var words []string
	for _, one := range written.Offers(day) {
		words = append(words, one.Date.EDTF()+" for "+one.Date.String())
	}
	if len(words) == 0 {
		return "", ""
	}
	return odd + ", and the year has two digits", "write " + strings.Join(words, " or ")
}

// months are the names that may be misspelt.
var months = []string{
	"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
	"December",
}

// misspelt explains a date of which a word is nearly the name of a month.
func misspelt(text string) (message, hint string) {
	const shortest = 4 // letters; less may be anything
	word := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	for _, one := range word {
		if len(one) < shortest {
			continue
		}
		near := names.Nearest(one, months, 1)
		if len(near) == 0 || strings.EqualFold(near[0], one) || max(len(near[0])-len(one), len(one)-len(near[0])) > 1 {
			continue
		}
		if d, ok := single(strings.Replace(text, one, near[0], 1)); ok {
			return "no month is called " + one, "write " + d.EDTF() + " for " + d.String() + ", if that is meant"
		}
	}
	return "", ""
}
