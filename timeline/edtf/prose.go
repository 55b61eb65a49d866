package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// String returns the date in words: "8 September 2025", "c. August 2025", "23–29 September 2025", "since 24
// February 2022", "15 August 2025 (uncertain)". The zero Date is "undated".
func (d Date) String() string {
	if d.IsZero() {
		return "undated"
	}
	e, _ := parseExpression(d.edtf) // which Parse could read
	switch {
	case e.traits.has(isInterval):
		return e.span.words()
	case e.traits.has(isSet):
		return e.words()
	}
	return e.span.start.words()
}

// An omission is what the words of a date may leave out because the date after it says the same.
type omission uint8

const (
	omitNothing omission = iota
	omitEra              // BC or AD, of a year
	omitYear             // the year of a month, season or day
	omitMonth            // the month and the year of a day
)

// words returns the date in full, with its marks and its time.
func (p point) words() string { return withDoubt(p.plain(omitNothing)+p.clockWords(), p.traits) }

// withDoubt returns words with the marks of t in words.
func withDoubt(words string, t traits) string {
	if t.has(approximate) {
		words = "c. " + strings.TrimPrefix(words, "the ")
	}
	if t.has(uncertain) {
		words += " (uncertain)"
	}
	return words
}

// plain returns the date without its marks, its time and what c omits.
func (p point) plain(c omission) string {
	switch {
	case p.season != nil && c >= omitYear:
		return p.season.name
	case p.season != nil && p.season.part:
		return p.season.name + " of " + p.year.years(omitNothing)
	case p.season != nil:
		return p.season.name + p.inYear()
	case p.month.text == "":
		return p.year.years(c)
	case p.day.exact() && p.month.exact():
		return p.plainDay(c)
	case p.month.blank() && (p.day.text == "" || p.day.blank()):
		if p.day.text == "" {
			return "a month in " + p.year.years(omitNothing)
		}
		return "a day in " + p.year.years(omitNothing)
	case p.month.exact() && p.day.blank():
		return "a day in " + p.monthName() + p.inYear()
	}
	return p.between()
}

// plainDay returns a day or month without its marks and what c omits.
func (p point) plainDay(c omission) string {
	words := p.monthName()
	if p.day.text != "" {
		words = strconv.Itoa(p.day.value())
		if c < omitMonth {
			words += " " + p.monthName()
		}
	}
	if c < omitYear {
		words += p.inYear()
	}
	return words
}

func (p point) monthName() string { return time.Month(p.month.value()).String() }

// inYear returns the year as it is written after a month.
func (p point) inYear() string {
	if p.year.exact() && !p.year.beyond() {
		return " " + p.year.years(omitNothing)
	}
	return " in " + p.year.years(omitNothing)
}

// between returns the bounds of a date with unknown digits in unusual places, in words.
func (p point) between() string {
	if p.year.beyond() {
		switch {
		case p.day.text == "":
			return "a month in " + p.year.years(omitNothing)
		case p.month.exact():
			return "a day in " + p.monthName() + p.inYear()
		}
		return "a day in " + p.year.years(omitNothing)
	}
	s := span{start: pointOf(p.earliest, p.day.text != ""), end: pointOf(p.latest, p.day.text != ""), ranged: true}
	c := commonOmission([]span{s})
	if first, last := s.start.plain(omitNothing), s.end.plain(omitNothing); first == last {
		return last
	}
	return "between " + s.start.plain(c) + " and " + s.end.plain(omitNothing)
}

// pointOf returns the day or its month as a point.
func pointOf(d calendar.Day, withDay bool) point {
	y, m, n := d.Civil()
	p := point{precision: ToMonth, earliest: d, latest: d}
	p.year = digits{text: fmt.Sprintf("%04d", max(y, -y)), negative: y < 0}
	p.month = digits{text: fmt.Sprintf("%02d", int(m))}
	if withDay {
		p.day = digits{text: fmt.Sprintf("%02d", n)}
		p.precision = ToDay
	}
	return p
}

// years returns the year, the decade or the century, or the first and the last year that the digits can mean, in
// words.
func (p digits) years(c omission) string {
	if p.significant > 0 || p.beyond() {
		return p.longWords()
	}
	low, high := p.limits()
	free := strings.Count(p.text, "X")
	tail := strings.TrimRight(p.text, "X")
	if free == 0 {
		if c >= omitEra {
			return strconv.Itoa(yearNumber(low))
		}
		return calendar.YearName(low)
	}
	switch n, _ := strconv.Atoi(tail); {
	case free == len(p.text) && !p.negative:
		return "an unknown year"
	case free == 1 && len(tail) == 3 && p.negative:
		return strconv.Itoa(yearNumber(low)) + "–" + calendar.YearName(high)
	case free == 1 && len(tail) == 3 && n > 0:
		return "the " + strings.Replace(calendar.YearName(low), strconv.Itoa(low), strconv.Itoa(low)+"s", 1)
	case free == 2 && len(tail) == 2 && p.negative:
		return "the " + ordinal(n+1) + " century BC"
	case free == 2 && len(tail) == 2:
		return "the " + ordinal(n+1) + " century"
	}
	return "a year between " + calendar.YearName(low) + " and " + calendar.YearName(high)
}

// yearNumber returns the number of a year in its era. Year 0 is 1 BC.
func yearNumber(year int) int {
	if year <= 0 {
		return 1 - year
	}
	return year
}

// ordinal returns "1st", "2nd", "3rd", "4th".
func ordinal(n int) string {
	suffix := "th"
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		suffix = "st"
	case n%10 == 2:
		suffix = "nd"
	case n%10 == 3:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}

// commonOmission returns what all dates of the spans share, so that only the last has to say it. Dates of different
// kinds and dates with unknown digits share nothing.
func commonOmission(spans []span) omission {
	first := spans[0].start
	if first.kind != dated {
		first = spans[0].end
	}
	c := omitMonth
	if first.precision < ToDay {
		c = omitYear
	}
	if first.precision == ToYear {
		c = omitEra
	}
	for _, s := range spans {
		for _, p := range s.points() {
			if p.kind == dated {
				c = min(c, first.shared(p))
			}
		}
	}
	return c
}

// points returns the start of the span, and its end if it has one.
func (s span) points() []point {
	if s.ranged {
		return []point{s.start, s.end}
	}
	return []point{s.start}
}

// shared returns what p may leave out if q says it.
func (p point) shared(q point) omission {
	sameForm := p.precision == q.precision && len(p.day.text) == len(q.day.text) && len(p.month.text) == len(q.month.text)
	plain := p.year.exact() && p.month.exact() && p.day.exact() && q.year.exact() && q.month.exact() && q.day.exact()
	if !sameForm || !plain || p.year.beyond() || q.year.beyond() || (p.traits | q.traits).has(timed) {
		return omitNothing
	}
	sameYear := p.year == q.year
	switch {
	case p.precision == ToYear && (p.year.value() <= 0) == (q.year.value() <= 0):
		return omitEra
	case sameYear && p.precision == ToDay && p.month == q.month:
		return omitMonth
	case sameYear && p.precision > ToYear:
		return omitYear
	}
	return omitNothing
}

// words returns the span as an interval, with its marks.
func (s span) words() string {
	switch {
	case s.start.kind != dated && s.end.kind != dated:
		return s.boundlessWords()
	case s.end.kind == openEnded:
		return "since " + s.start.words()
	case s.start.kind == openEnded:
		return "until " + s.end.words()
	case s.end.kind == unknownEnd:
		return "from " + s.start.words() + ", end unknown"
	case s.start.kind == unknownEnd:
		return "until " + s.end.words() + ", start unknown"
	case s.start.doubt() != s.end.doubt():
		return s.start.words() + " – " + s.end.words()
	}
	return withDoubt(s.plain(omitNothing), s.start.doubt())
}

// boundlessWords returns an interval without dates.
func (s span) boundlessWords() string {
	switch {
	case s.start.kind == s.end.kind && s.start.kind == openEnded:
		return "without start or end"
	case s.start.kind == s.end.kind:
		return "start and end unknown"
	case s.start.kind == unknownEnd:
		return "since an unknown time"
	}
	return "until an unknown time"
}

// plain returns the two dates of a span without their marks, and the second without what c omits. Both must be dated.
func (s span) plain(c omission) string {
	sameClock := s.start.traits&s.end.traits&timed != 0 && s.start.zone() == s.end.zone()
	if sameClock && s.start.earliest == s.end.earliest {
		return s.start.plain(omitNothing) + ", " + s.start.clock() + "–" + s.end.clock() + s.end.zone()
	}
	own := commonOmission([]span{s})
	first := s.start.plain(own) + s.start.clockWords()
	last := s.end.plain(c) + s.end.clockWords()
	switch {
	case s.start.plain(omitNothing) == s.end.plain(omitNothing):
		return last
	case own == omitNothing || strings.Contains(first, " "):
		return first + " – " + last
	}
	return first + "–" + last
}

// words returns a set as in "15, 16 or 18 August 2025".
func (e expression) words() string {
	doubt, alike := e.doubt()
	last := len(e.set) - 1
	if last == 0 {
		return e.set[0].only(e.all)
	}
	c := omitNothing
	if alike {
		c = commonOmission(e.set)
	}
	texts := make([]string, last)
	for i, s := range e.set[:last] {
		texts[i] = s.member(c, !alike)
	}
	conjunction := " or "
	if e.all {
		conjunction = " and "
	}
	words := strings.Join(texts, ", ") + conjunction + e.set[last].member(omitNothing, !alike)
	if alike {
		return withDoubt(words, doubt)
	}
	return words
}

// doubt returns the marks that all members of a set have. They are not alike if one has others.
func (e expression) doubt() (doubt traits, alike bool) {
	first := true
	for _, s := range e.set {
		for _, p := range s.points() {
			if p.kind != dated {
				continue
			}
			if !first && p.doubt() != doubt {
				return 0, false
			}
			doubt, first = p.doubt(), false
		}
	}
	return doubt, true
}

// doubt returns the marks of p.
func (p point) doubt() traits { return p.traits & (approximate | uncertain) }

// only returns the words of the only member of a set.
func (s span) only(all bool) string {
	switch {
	case !s.ranged || s.start.kind != dated || s.end.kind != dated:
		return s.member(omitNothing, true)
	case all:
		return s.words()
	case (s.start.traits|s.end.traits)&(approximate|uncertain|timed) != 0:
		return "between " + s.start.words() + " and " + s.end.words()
	}
	return "between " + s.start.plain(commonOmission([]span{s})) + " and " + s.end.plain(omitNothing)
}

// member returns the words of one of several members of a set: with its marks, or without them and what c omits.
func (s span) member(c omission, doubts bool) string {
	words := func(p point) string {
		if doubts {
			return p.words()
		}
		return p.plain(c) + p.clockWords()
	}
	switch {
	case !s.ranged:
		return words(s.start)
	case s.start.kind != dated:
		return s.end.preposition() + " or before " + words(s.end)
	case s.end.kind != dated:
		return s.start.preposition() + " or after " + words(s.start)
	case doubts:
		return s.words()
	}
	return s.plain(c)
}

// preposition returns "on" for a day and "in" for anything longer.
func (p point) preposition() string {
	if p.precision >= ToDay {
		return "on"
	}
	return "in"
}
