package edtf

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/timeline/calendar"
)

// shortWidth is the greatest length of Short in runes, each of which is one cell wide.
const shortWidth = 9

// Short returns the date in at most 9 runes, for a narrow column under a heading that names the month of its
// earliest day:
//
//	Mon 8      a day: weekday and day            Sep        a month, as imprecise as it looks
//	23–29      an interval in the month          29–3 Oct   one that leaves it      24–2026  by a year or more
//	from 24    one without an end                to 2022    one without a start
//	2025       a year                            2020s      a decade                21st c.  a century
//	spring     a season                          Q1         a quarter               1st half a half
//	in Aug     some day of the month             10..28     some day between
//	15|16      one of two days                   15+16      both                    ≤ 2022   that year or before
//
// After it comes the mark of EDTF: ~ approximate, ? uncertain, % both. The zero Date is "undated".
func (d Date) Short() string {
	if d.IsZero() {
		return "undated"
	}
	// Most dates are plain days, and need not be read again.
	if d.precision >= ToDay && d.earliest == d.latest && d.traits&^(timed|zoned) == 0 {
		_, _, day := d.earliest.Civil()
		return d.earliest.Weekday().String()[:3] + " " + strconv.Itoa(day)
	}
	e, _ := parseExpression(d.edtf) // which Parse could read
	mark := markOf(d.traits)
	switch {
	case e.traits.has(isInterval):
		return fitShort(mark, e.span.short("–", "from ", "to ")...)
	case e.traits.has(isSet):
		return fitShort(mark, e.short()...)
	}
	return fitShort(mark, e.span.start.short()...)
}

// markOf returns the mark of EDTF for t, or "".
func markOf(t traits) string {
	switch t & (approximate | uncertain) {
	case approximate:
		return "~"
	case uncertain:
		return "?"
	case approximate | uncertain:
		return "%"
	}
	return ""
}

// fitShort returns the first of texts that leaves room for the mark, with a blank between them if that fits too. If
// none does, it returns the beginning of the last.
func fitShort(mark string, texts ...string) string {
	for _, text := range texts {
		switch room := shortWidth - utf8.RuneCountInString(text) - len(mark); {
		case room > 0 && mark != "":
			return text + " " + mark
		case room >= 0:
			return text + mark
		}
	}
	last := []rune(texts[len(texts)-1])
	return string(last[:shortWidth-1-len(mark)]) + "…" + mark
}

// short returns forms of a single date, the best first.
func (p point) short() []string {
	switch {
	case p.season != nil:
		return []string{p.season.brief, strings.Replace(p.season.brief, " third", " /3", 1)}
	case p.month.text == "":
		return []string{p.briefYear()}
	case !p.year.exact():
		return []string{"in " + p.briefYear(), p.briefYear()}
	case p.day.exact() && p.month.exact() && p.day.text != "":
		return []string{p.earliest.Weekday().String()[:3] + " " + p.briefDay()}
	case p.day.exact() && p.month.exact():
		return []string{p.briefMonth()}
	case p.month.exact() && p.day.blank():
		return []string{"in " + p.briefMonth()}
	case p.month.blank():
		return []string{"in " + p.briefYear(), p.briefYear()}
	}
	s := span{start: pointOf(p.earliest, p.day.text != ""), end: pointOf(p.latest, p.day.text != ""), ranged: true}
	return s.short("..", "", "")
}

// short returns forms of a span, the best first: with the sign between its dates, or with the word from or to
// before the only one.
func (s span) short(between, from, to string) []string {
	switch {
	case s.end.kind != dated:
		return []string{from + s.start.brief(), from + s.start.briefYear(), s.start.briefYear() + between + "…"}
	case s.start.kind != dated:
		return []string{to + s.end.briefYear(), s.end.briefYear()}
	}
	first, last := s.start.brief(), s.end.brief()
	year, month, _ := s.start.earliest.Civil()
	endYear, endMonth, _ := s.end.latest.Civil()
	apart := 12*(endYear-year) + int(endMonth-month)
	switch {
	case s.start.plain(omitNothing) == s.end.plain(omitNothing):
		return s.start.short()
	case s.end.precision >= ToDay && apart > 0 && apart < 12:
		last += " " + s.end.briefMonth()
	case s.end.precision >= ToSeason && apart >= 12:
		last = s.end.briefYear()
	}
	texts := []string{first + between + last, first + between + s.end.briefMonth()}
	switch {
	case s.start.precision == ToYear && s.end.precision == ToYear && between == "–":
		texts = []string{s.plain(omitNothing)}
	case year != endYear:
		texts = append(texts, s.start.briefYear()+between+s.end.briefYear())
	}
	return append(texts, first+between+"…", s.start.briefYear()+"…")
}

// short returns forms of a set, the best first.
func (e expression) short() []string {
	sign := "|"
	if e.all {
		sign = "+"
	}
	if len(e.set) == 1 {
		if s := e.set[0]; s.ranged && !e.all {
			return s.short("..", "≥ ", "≤ ")
		} else if s.ranged {
			return s.short("–", "≥ ", "≤ ")
		}
		return e.set[0].start.short()
	}
	texts := make([]string, len(e.set))
	for i, s := range e.set {
		texts[i] = s.short("–", "≥ ", "≤ ")[0]
		if !s.ranged {
			texts[i] = s.start.brief()
		}
	}
	last := len(texts) - 1
	if one := e.set[last]; !one.ranged && one.start.precision >= ToDay && commonOmission(e.set) < omitMonth {
		texts[last] += " " + one.start.briefMonth()
	}
	return []string{strings.Join(texts, sign), texts[0] + sign + "…" + sign + texts[last], texts[0] + sign + "…"}
}

// brief returns the finest known part of a date: the day, month, season or year.
func (p point) brief() string {
	switch {
	case p.season != nil:
		return p.season.brief
	case p.day.text != "" && p.day.exact():
		return p.briefDay()
	case p.month.text != "" && p.month.exact():
		return p.briefMonth()
	}
	return p.briefYear()
}

// briefDay returns the number of the day.
func (p point) briefDay() string { return strconv.Itoa(p.day.value()) }

// briefMonth returns the month or the season, or the year if neither is known.
func (p point) briefMonth() string {
	switch {
	case p.season != nil:
		return p.season.brief
	case p.month.text != "" && p.month.exact():
		return p.monthName()[:3]
	}
	return p.briefYear()
}

// briefYear returns the year, the decade or the century.
func (p point) briefYear() string {
	words := strings.TrimPrefix(p.year.years(omitNothing), "the ")
	words = strings.Replace(words, " century", " c.", 1)
	switch {
	case strings.HasPrefix(words, "an unknown"):
		return "year ?"
	case strings.HasPrefix(words, "a year between"):
		low, _ := p.year.limits()
		return calendar.YearName(low) + "…"
	}
	return words
}
