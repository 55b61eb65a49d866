package timeline

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// String reads like prose: "8 September 2025", "c. August 2025", "23–29 September 2025", "since 24 February 2022". What is
// marked as uncertain says so behind it: "15 August 2025 (uncertain)". Undated reads "undated".
func (d Date) String() string {
	if d.IsZero() {
		return "undated"
	}
	e, _ := parseExpression(d.edtf) // which ParseDate could read
	switch {
	case e.traits.has(isInterval):
		return e.span.words()
	case e.traits.has(isSet):
		return e.words()
	}
	return e.span.start.words()
}

// A cut says what the words of a date may leave out, since the date beside it says the same.
type cut uint8

const (
	cutNothing cut = iota
	cutEra         // of a year: BC or AD
	cutYear        // of a month, season or day
	cutMonth       // of a day, and the year with it
)

// words are the date in full, with its doubts and its time.
func (p point) words() string { return dress(p.bare(cutNothing)+p.clockWords(), p.traits) }

// dress puts doubts around words.
func dress(words string, t traits) string {
	if t.has(approximate) {
		words = "c. " + strings.TrimPrefix(words, "the ")
	}
	if t.has(uncertain) {
		words += " (uncertain)"
	}
	return words
}

// bare is the date without doubts and time.
func (p point) bare(c cut) string {
	switch {
	case p.season != nil && c >= cutYear:
		return p.season.name
	case p.season != nil && p.season.part:
		return p.season.name + " of " + p.year.years(cutNothing)
	case p.season != nil:
		return p.season.name + p.inYear()
	case p.month.digits == "":
		return p.year.years(c)
	case p.day.exact() && p.month.exact():
		return p.bareDay(c)
	case p.month.blank() && (p.day.digits == "" || p.day.blank()):
		if p.day.digits == "" {
			return "a month in " + p.year.years(cutNothing)
		}
		return "a day in " + p.year.years(cutNothing)
	case p.month.exact() && p.day.blank():
		return "a day in " + p.monthName() + p.inYear()
	}
	return p.between()
}

// bareDay is a day or month without doubts.
func (p point) bareDay(c cut) string {
	words := p.monthName()
	if p.day.digits != "" {
		words = strconv.Itoa(p.day.value())
		if c < cutMonth {
			words += " " + p.monthName()
		}
	}
	if c < cutYear {
		words += p.inYear()
	}
	return words
}

func (p point) monthName() string { return time.Month(p.month.value()).String() }

// inYear is the year as it stands behind a month.
func (p point) inYear() string {
	if p.year.exact() {
		return " " + p.year.years(cutNothing)
	}
	return " in " + p.year.years(cutNothing)
}

// between names the bounds of what has unspecified digits in odd places.
func (p point) between() string {
	s := span{start: pointOf(p.earliest, p.day.digits != ""), end: pointOf(p.latest, p.day.digits != ""), ranged: true}
	c := commonCut([]span{s})
	if first, last := s.start.bare(cutNothing), s.end.bare(cutNothing); first == last {
		return last
	}
	return "between " + s.start.bare(c) + " and " + s.end.bare(cutNothing)
}

// pointOf is the day, or its month, as a date.
func pointOf(d Day, withDay bool) point {
	y, m, n := d.Civil()
	p := point{precision: ToMonth, earliest: d, latest: d}
	p.year = pattern{digits: fmt.Sprintf("%04d", max(y, -y)), negative: y < 0}
	p.month = pattern{digits: fmt.Sprintf("%02d", int(m))}
	if withDay {
		p.day = pattern{digits: fmt.Sprintf("%02d", n)}
		p.precision = ToDay
	}
	return p
}

// years is the year, decade or century, or whatever stretch of years the pattern leaves.
func (p pattern) years(c cut) string {
	low, high := p.limits()
	free := strings.Count(p.digits, "X")
	tail := strings.TrimRight(p.digits, "X")
	if free == 0 {
		if c >= cutEra {
			return strconv.Itoa(yearNumber(low))
		}
		return yearName(low)
	}
	switch n, _ := strconv.Atoi(tail); {
	case free == len(p.digits) && !p.negative:
		return "an unknown year"
	case free == 1 && len(tail) == 3 && p.negative:
		return strconv.Itoa(yearNumber(low)) + "–" + yearName(high)
	case free == 1 && len(tail) == 3 && n > 0:
		return "the " + strings.Replace(yearName(low), strconv.Itoa(low), strconv.Itoa(low)+"s", 1)
	case free == 2 && len(tail) == 2 && p.negative:
		return "the " + ordinal(n+1) + " century BC"
	case free == 2 && len(tail) == 2:
		return "the " + ordinal(n+1) + " century"
	}
	return "a year between " + yearName(low) + " and " + yearName(high)
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

// commonCut is what all dates of the spans share, so that only the last has to say it. Dates of different kinds or with
// unspecified digits share nothing.
func commonCut(spans []span) cut {
	first := spans[0].start
	if first.kind != dated {
		first = spans[0].end
	}
	c := cutMonth
	if first.precision < ToDay {
		c = cutYear
	}
	if first.precision == ToYear {
		c = cutEra
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
func (p point) shared(q point) cut {
	sameForm := p.precision == q.precision && len(p.day.digits) == len(q.day.digits) && len(p.month.digits) == len(q.month.digits)
	plain := p.year.exact() && p.month.exact() && p.day.exact() && q.year.exact() && q.month.exact() && q.day.exact()
	if !sameForm || !plain || (p.traits | q.traits).has(timed) {
		return cutNothing
	}
	sameYear := p.year == q.year
	switch {
	case p.precision == ToYear && (p.year.value() <= 0) == (q.year.value() <= 0):
		return cutEra
	case sameYear && p.precision == ToDay && p.month == q.month:
		return cutMonth
	case sameYear && p.precision > ToYear:
		return cutYear
	}
	return cutNothing
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
	return dress(s.bare(cutNothing), s.start.doubt())
}

// bare joins the two dates of a closed span without their doubts, the second without what c cuts.
func (s span) bare(c cut) string {
	sameClock := s.start.traits&s.end.traits&timed != 0 && s.start.zone() == s.end.zone()
	if sameClock && s.start.earliest == s.end.earliest {
		return s.start.bare(cutNothing) + ", " + s.start.clock() + "–" + s.end.clock() + s.end.zone()
	}
	own := commonCut([]span{s})
	first := s.start.bare(own) + s.start.clockWords()
	last := s.end.bare(c) + s.end.clockWords()
	switch {
	case s.start.bare(cutNothing) == s.end.bare(cutNothing):
		return last
	case own == cutNothing || strings.Contains(first, " "):
		return first + " – " + last
	}
	return first + "–" + last
}

// words is a set: "15, 16 or 18 August 2025".
func (e expression) words() string {
	doubt, alike := e.doubt()
	last := len(e.set) - 1
	if last == 0 {
		return e.set[0].alone(e.all)
	}
	c := cutNothing
	if alike {
		c = commonCut(e.set)
	}
	texts := make([]string, last)
	for i, s := range e.set[:last] {
		texts[i] = s.member(c, !alike)
	}
	conjunction := " or "
	if e.all {
		conjunction = " and "
	}
	words := strings.Join(texts, ", ") + conjunction + e.set[last].member(cutNothing, !alike)
	if alike {
		return dress(words, doubt)
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

// alone is the only member of a set.
func (s span) alone(all bool) string {
	switch {
	case !s.ranged || s.start.kind != dated || s.end.kind != dated:
		return s.member(cutNothing, true)
	case all:
		return s.words()
	case s.start.doubt()|s.end.doubt() != 0:
		return "between " + s.start.words() + " and " + s.end.words()
	}
	return "between " + s.start.bare(commonCut([]span{s})) + " and " + s.end.bare(cutNothing)
}

// member is one of several members of a set, with its doubts or without, and without what c cuts.
func (s span) member(c cut, doubts bool) string {
	words := func(p point) string {
		if doubts {
			return p.words()
		}
		return p.bare(c) + p.clockWords()
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
	return s.bare(c)
}

// preposition goes with the date: on a day, in anything longer.
func (p point) preposition() string {
	if p.precision >= ToDay {
		return "on"
	}
	return "in"
}
