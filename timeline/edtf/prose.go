package edtf

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"dateline/timeline/calendar"
)

// String reads like prose: "8 September 2025", "c. August 2025", "23–29 September 2025", "since 24 February 2022". What is
// marked as uncertain says so behind it: "15 August 2025 (uncertain)". Undated reads "undated".
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

// An omission says what the words of a date may leave out, since the date beside it says the same.
type omission uint8

const (
	omitNothing omission = iota
	omitEra              // of a year: BC or AD
	omitYear             // of a month, season or day
	omitMonth            // of a day, and the year with it
)

// words are the date in full, with its doubts and its time.
func (p point) words() string { return withDoubt(p.plain(omitNothing)+p.clockWords(), p.traits) }

// withDoubt puts doubts around words.
func withDoubt(words string, t traits) string {
	if t.has(approximate) {
		words = "c. " + strings.TrimPrefix(words, "the ")
	}
	if t.has(uncertain) {
		words += " (uncertain)"
	}
	return words
}

// plain is the date without doubts and time.
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

// plainDay is a day or month without doubts.
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

// inYear is the year as it stands behind a month.
func (p point) inYear() string {
	if p.year.exact() {
		return " " + p.year.years(omitNothing)
	}
	return " in " + p.year.years(omitNothing)
}

// between names the bounds of what has unspecified digits in odd places.
func (p point) between() string {
	s := span{start: pointOf(p.earliest, p.day.text != ""), end: pointOf(p.latest, p.day.text != ""), ranged: true}
	c := commonOmission([]span{s})
	if first, last := s.start.plain(omitNothing), s.end.plain(omitNothing); first == last {
		return last
	}
	return "between " + s.start.plain(c) + " and " + s.end.plain(omitNothing)
}

// pointOf is the day, or its month, as a date.
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

// years is the year, decade or century, or whatever stretch of years the digits leave.
func (p digits) years(c omission) string {
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

// yearNumber is a year as it is counted from the turn of the eras, in which there is no year 0.
func yearNumber(year int) int {
	if year <= 0 {
		return 1 - year
	}
	return year
}

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

// clockWords is the time of day, where there is one: ", 20:39 (UTC+3)".
func (p point) clockWords() string {
	if !p.traits.has(timed) {
		return ""
	}
	return ", " + p.clock() + p.zone()
}

func (p point) clock() string {
	minutes := p.second / 60
	text := fmt.Sprintf("%02d:%02d", minutes/60, minutes%60)
	if p.second%60 != 0 {
		text += fmt.Sprintf(":%02d", p.second%60)
	}
	return text
}

func (p point) zone() string {
	if !p.traits.has(zoned) {
		return ""
	}
	return " (" + zoneName(int(p.offset)) + ")"
}

// commonOmission is what all dates of the spans share, so that only the last has to say it. Dates of different kinds or
// with unspecified digits share nothing.
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

// points are the dates of the span.
func (s span) points() []point {
	if s.ranged {
		return []point{s.start, s.end}
	}
	return []point{s.start}
}

// shared is what two dates have in common.
func (p point) shared(q point) omission {
	sameForm := p.precision == q.precision && len(p.day.text) == len(q.day.text) && len(p.month.text) == len(q.month.text)
	plain := p.year.exact() && p.month.exact() && p.day.exact() && q.year.exact() && q.month.exact() && q.day.exact()
	if !sameForm || !plain || (p.traits | q.traits).has(timed) {
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

// words is the span as an interval, with its doubts.
func (s span) words() string {
	switch {
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

// plain joins the two dates of a closed span without their doubts, the second without what c omits.
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

// words is a set: "15, 16 or 18 August 2025".
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

// doubt is what all members of a set are marked with; alike is false where they differ.
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

func (p point) doubt() traits { return p.traits & (approximate | uncertain) }

// only is the only member of a set.
func (s span) only(all bool) string {
	switch {
	case !s.ranged || s.start.kind != dated || s.end.kind != dated:
		return s.member(omitNothing, true)
	case all:
		return s.words()
	case s.start.doubt()|s.end.doubt() != 0:
		return "between " + s.start.words() + " and " + s.end.words()
	}
	return "between " + s.start.plain(commonOmission([]span{s})) + " and " + s.end.plain(omitNothing)
}

// member is one of several members of a set, with its doubts or without, and without what c omits.
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

// preposition goes with the date: on a day, in anything longer.
func (p point) preposition() string {
	if p.precision >= ToDay {
		return "on"
	}
	return "in"
}
