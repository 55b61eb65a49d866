package edtf

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/timeline/calendar"
)

// shortWidth is the greatest length of Short in runes, each of which is one cell wide.
const shortWidth = 6

// Short returns the date in at most 6 runes, for a narrow column under its Heading:
//
//	10 Th   a day, with its weekday where that is sure    10 20h  a day and an hour; z is UTC, + and - have an offset
//	6–7     from one day to another                       28→3    into the next month     28→   longer, or open
//	24→?    the end is not known                          →2022   open at its start       ?→2022  its start is unknown
//	15/16   one of the days from one to another           17|20   one of several that are not all between
//	15+16   both; 15++18 all of several, +15–18 of a range
//	~10     about                                         8?      uncertain               ~8?   both
//	in Jun  a month       Au–Oc  months                   ? Jun   some day of it          10/19   some day between
//	in Su   a season      in Q3   a part of a year        in ’24  a year                  ? ’24   some month of it
//	2020s   a decade      21st c  a century               in 44B  a year BC               1XX5    what is known of it
//	≤1760   that year or before                           ≥24     that day or after
//	170MB   millions of years, G is 1000 of them          e41     a year of 42 digits     1950S2  two digits are sure
//	→       without start or end                          ?→?     both unknown
//
// The zero Date is "–".
func (d Date) Short() string {
	if d.IsZero() {
		return "–"
	}
	// Most dates are plain days, and need not be read again.
	if d.precision == ToDay && d.earliest == d.latest && d.traits == 0 {
		return shortDay(d.earliest)
	}
	e, _ := parseExpression(d.edtf) // which Parse could read
	switch {
	case e.traits.has(isInterval):
		return fitShort(e.span.short())
	case e.traits.has(isSet):
		return fitShort(e.short(d.traits))
	}
	return fitShort(e.span.start.short())
}

// Weekday returns the day of the week, and reports whether it can be told: the date is one day that is sure, and in
// the calendar that is counted by here, which the last of its users took over in 1752.
func (d Date) Weekday() (w time.Weekday, ok bool) {
	if d.precision < ToDay || d.earliest != d.latest || d.traits.has(approximate|uncertain|isInterval) {
		return 0, false
	}
	return weekday(d.earliest)
}

// weekday returns the day of the week, and reports whether the calendar was in use.
func weekday(day calendar.Day) (w time.Weekday, ok bool) {
	const inUse = 1752
	year, _, _ := day.Civil()
	return day.Weekday(), year >= inUse
}

// Until returns in words the end of a date of which Short has only the start, as in "until 3 Oct 2025", "goes on" or
// "end unknown"; and the end of one that has no start. It is "" for all others.
func (d Date) Until() string {
	if !d.traits.has(isInterval) {
		return ""
	}
	e, _ := parseExpression(d.edtf)
	s := e.span
	switch {
	case s.end.kind == openEnded:
		return "goes on"
	case s.end.kind == unknownEnd:
		return "end unknown"
	case s.start.kind == dated && slices.Contains(s.both(), fitShort(s.short())):
		return ""
	case s.start.earliest == s.end.latest && s.end.traits.has(timed):
		return "until " + s.end.clock()
	}
	return "until " + s.end.inFull()
}

// inFull returns the date in words, with its month in three letters.
func (p point) inFull() string {
	words := p.plain(omitNothing)
	if p.season == nil && p.month.text != "" && p.month.exact() {
		words = strings.Replace(words, p.monthName(), p.monthName()[:3], 1)
	}
	return withDoubt(words, p.doubt())
}

// fitShort returns the first of forms that fits, else what fits of the last, with its mark.
func fitShort(forms []string) string {
	for _, form := range forms {
		if utf8.RuneCountInString(form) <= shortWidth {
			return form
		}
	}
	last := []rune(forms[len(forms)-1])
	if last[len(last)-1] == '?' {
		last[shortWidth-1] = '?'
	}
	return string(last[:shortWidth])
}

// doubted puts the marks of t around each form.
func (t traits) doubted(forms ...string) []string {
	before, after := "", ""
	if t.has(approximate) {
		before = "~"
	}
	if t.has(uncertain) {
		after = "?"
	}
	marked := make([]string, len(forms))
	for n, form := range forms {
		marked[n] = before + form + after
	}
	return marked
}

// shortDay returns a day that is sure.
func shortDay(day calendar.Day) string {
	_, _, n := day.Civil()
	if w, ok := weekday(day); ok {
		return strconv.Itoa(n) + " " + w.String()[:2]
	}
	return strconv.Itoa(n)
}

// short returns forms of a single date, the best first.
func (p point) short() []string {
	sure := p.doubt() == 0
	switch {
	case p.month.text == "" || p.season != nil || p.day.text == "":
		forms := p.brief()
		_, from, _ := p.earliest.Civil()
		_, to, _ := p.latest.Civil()
		if sure && p.year.exact() && (p.month.text == "" || p.season != nil || from == to || p.year.beyond()) {
			return append([]string{"in " + forms[0]}, forms...)
		}
		return p.doubt().doubted(forms...)
	case !p.year.exact() || !p.month.exact() || !p.day.exact():
		return p.doubt().doubted(p.partOfDay()...)
	case p.traits.has(timed):
		return []string{p.dayAndHour() + p.zoneLetter()}
	case sure && !p.year.beyond():
		return []string{shortDay(p.earliest)}
	}
	return p.doubt().doubted(p.briefDay())
}

// hour returns the hour of a time of day in two digits.
func (p point) hour() string { return p.clock()[:2] }

// dayAndHour returns the number of the day, and its hour where that is told.
func (p point) dayAndHour() string {
	if !p.traits.has(timed) {
		return p.briefDay()
	}
	return p.briefDay() + " " + p.hour()
}

// zoneLetter returns what tells times in one zone from those in another.
func (p point) zoneLetter() string {
	switch {
	case !p.traits.has(zoned):
		return "h"
	case p.offset == 0:
		return "z"
	case p.offset < 0:
		return "-"
	}
	return "+"
}

// partOfDay returns forms of a day of which some digits are not known.
func (p point) partOfDay() []string {
	year := p.year.shortest()
	_, firstMonth, first := p.earliest.Civil()
	_, _, last := p.latest.Civil()
	from, to := strconv.Itoa(first), strconv.Itoa(last)
	month := firstMonth.String()
	switch {
	case p.year.blank() && p.month.exact() && p.day.exact():
		return []string{p.briefDay() + " " + month[:3], p.briefDay() + month[:2]}
	case p.day.exact():
		return []string{p.briefDay() + " " + year, p.briefDay() + year, p.briefDay() + "’"}
	case p.year.beyond() && p.month.exact():
		return []string{"? " + p.monthName()[:3], "?" + p.monthName()[:3]}
	case p.month.exact() && !p.year.exact():
		return []string{"?" + month[:2] + year, "?" + year, year}
	case p.month.exact() && p.day.blank():
		return []string{"? " + month[:3], "?" + month[:3]}
	case p.month.exact() && from == to:
		return []string{from}
	case p.month.exact():
		return []string{from + "/" + to, from + "/"}
	}
	return []string{"?? " + year, "??" + year, "?" + year, year}
}

// brief returns forms of the finest known part of a date: the day, month, season or year.
func (p point) brief() []string {
	year := p.year.shortest()
	switch {
	case p.season != nil && p.year.exact():
		return []string{p.season.brief}
	case p.season != nil:
		return []string{p.season.brief + year, p.season.brief + strings.TrimPrefix(year, "’"), p.season.brief}
	case p.month.text == "", p.year.beyond() && !p.month.exact():
		return p.year.brief()
	case p.day.text != "" && p.day.exact():
		return []string{p.briefDay()}
	case p.month.exact() && !p.year.exact():
		name := p.monthName()
		return []string{name[:3] + year, name[:2] + year, name[:2] + strings.TrimPrefix(year, "’"), name[:3]}
	case p.month.exact():
		return []string{p.monthName()[:3], twoLetters(time.Month(p.month.value()))}
	case p.month.blank():
		return []string{"? " + year, "?" + year, year}
	}
	_, from, _ := p.earliest.Civil()
	_, to, _ := p.latest.Civil()
	if from == to {
		return []string{from.String()[:3], twoLetters(from)}
	}
	return []string{twoLetters(from) + "/" + twoLetters(to), twoLetters(from) + "/"}
}

// twoLetters returns the name of a month where there is little room.
func twoLetters(m time.Month) string {
	const names = "JaFeMrApMyJnJlAuSeOcNoDe"
	return names[2*(m-1) : 2*m]
}

// briefDay returns the number of the day.
func (p point) briefDay() string { return strconv.Itoa(p.day.value()) }

// first returns the best of the forms of brief.
func (p point) first() string { return p.brief()[0] }

// shortYear returns the year in forms that say the century too.
func (p point) shortYear() []string {
	forms := p.year.brief()
	if y := p.year.value(); p.year.exact() && y >= 1000 && y <= 9999 {
		return append([]string{strconv.Itoa(y)}, forms...)
	}
	return forms
}
