package edtf

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What Short says of years, and of more than one date.

// brief returns forms of a year, a decade or a century, of which the last has at most 4 runes. The letter B is for BC,
// A for the years AD before 1000, which would look like days.
func (p digits) brief() []string {
	if p.significant > 0 {
		return p.briefEstimate()
	}
	if p.size() > maxDigits {
		return p.briefFar()
	}
	low, high := p.limits()
	free, tail := strings.Count(p.text, "X"), strings.TrimRight(p.text, "X")
	ending := free > 0 && free+len(tail) == len(p.text) && len(p.text) == 4
	switch n, _ := strconv.Atoi(tail); {
	case free == 0 && low >= 1000 && low <= 9999:
		return []string{"’" + p.text[len(p.text)-2:]}
	case free == 0:
		return inEra(low)
	case ending && free == 1 && p.negative:
		return append([]string{strconv.Itoa(yearNumber(low)) + "–" + strconv.Itoa(yearNumber(high)) + "B"}, p.raw()...)
	case ending && free == 1 && n >= 100:
		return []string{strconv.Itoa(low) + "s", "’" + strconv.Itoa(low)[2:] + "s"}
	case ending && free == 1 && n > 0:
		return append([]string{strconv.Itoa(low) + "sA"}, p.raw()...)
	case ending && free == 2:
		era := ""
		if p.negative {
			era = "B"
		}
		return []string{ordinal(n+1) + " c" + era, ordinal(n+1) + "c" + era, strconv.Itoa(n+1) + "c" + era}
	}
	return p.raw()
}

// briefEstimate returns forms of a year of which only some digits are significant, such as 1950S2.
func (p digits) briefEstimate() []string {
	all, sure := p, "S"+strconv.Itoa(int(p.significant))
	all.significant = 0
	var forms []string
	if len(p.text) == 4 && p.exponent == 0 && !p.negative {
		forms = append(forms, p.text+sure)
	}
	return append(append(forms, suffixed(all.brief(), sure)...), sure)
}

// briefFar returns forms of a year of very many digits: the power of ten that is in it.
func (p digits) briefFar() []string {
	era := ""
	if p.negative {
		era = "B"
	}
	return []string{"e" + strconv.Itoa(p.size()-1) + era, "far" + era}
}

// shortest returns a year in at most 4 runes, of which no two look alike in one century.
func (p digits) shortest() string {
	if p.exact() || p.significant > 0 {
		forms := p.brief()
		return forms[len(forms)-1]
	}
	return "’" + p.text[max(0, len(p.text)-2):]
}

// raw returns forms of a year with its unknown digits as they are.
func (p digits) raw() []string {
	low, _ := p.limits()
	text := strings.TrimLeft(p.text, "0")
	if text == "X" {
		text = p.text
	}
	if p.negative {
		text = "-" + text
	}
	forms := inEra(low)
	if utf8.RuneCountInString(text) <= shortWidth-2 {
		return []string{text}
	}
	return []string{text, forms[len(forms)-1]}
}

// inEra returns forms of a year with the letter of its era, rounded where it has more digits than there is room for.
func inEra(year int) []string {
	n, era := yearNumber(year), "A"
	switch {
	case year <= 0:
		era = "B"
	case year >= 1000:
		era = ""
	}
	forms := []string{strconv.Itoa(n) + era}
	const units = "kMGTPE"
	for i, unit := 0, 1000; n >= unit && i < len(units)-1; i, unit = i+1, 1000*unit {
		forms = append(forms[:1], strconv.Itoa(n/unit)+units[i:i+1]+era)
		if n/unit >= 100 {
			forms = append(forms, "."+strconv.Itoa(n/unit/100)+units[i+1:i+2]+era)
		}
	}
	return forms
}

// short returns forms of an interval, the best first.
func (s span) short() []string {
	a, b := s.start, s.end
	switch {
	case a.kind != dated && b.kind != dated:
		return []string{strings.Repeat("?", int(a.kind-openEnded)) + "→" + strings.Repeat("?", int(b.kind-openEnded))}
	case a.kind != dated:
		forms := prefixed("→", b.doubt().doubted(append(b.shortYear(), "")...))
		if a.kind == unknownEnd {
			forms = append(prefixed("?", forms[:len(forms)-1]), forms...)
		}
		return forms
	case b.kind == openEnded:
		return suffixed(a.doubt().doubted(a.brief()...), "→")
	case b.kind == unknownEnd:
		forms := a.doubt().doubted(a.brief()...)
		return append(suffixed(forms, "→?"), suffixed(forms, "→")...)
	case s.inOneDay():
		return a.doubt().doubted(a.dayAndHour()+"→", a.briefDay()+"→")
	}
	return append(s.both(), suffixed(a.doubt().doubted(a.brief()...), "→")...)
}

// inOneDay reports whether s begins and ends on one day, at a time that is told.
func (s span) inOneDay() bool {
	return (s.start.traits | s.end.traits).has(timed) && s.start.plain(omitNothing) == s.end.plain(omitNothing)
}

// both returns forms that tell the start and the end of an interval, each with its marks; none if there is no room.
func (s span) both() []string {
	a, b := s.start, s.end
	if s.inOneDay() {
		return nil
	}
	if a.plain(omitNothing) == b.plain(omitNothing) {
		a.traits |= b.traits
		return a.short()
	}
	between, last := s.joint("–", "→")
	if last == "" {
		return nil
	}
	first := a.first()
	if a.precision == b.precision && a.precision < ToDay && a.precision >= ToSeason {
		first = s.narrow(a)
	}
	if a.precision == ToYear { // the era of the second is that of both
		first = strings.TrimRight(first, "AB")
	}
	if a.doubt() == b.doubt() {
		return a.doubt().doubted(first + between + last)
	}
	return []string{a.doubt().doubted(first)[0] + between + b.doubt().doubted(last)[0]}
}

// narrow returns a month in two letters, or a season.
func (s span) narrow(p point) string {
	forms := p.brief()
	return forms[len(forms)-1]
}

// joint returns the sign between the dates of a span and the second as it follows the first: with the sign within
// where both are in one month, of two months in one year or of two years in one century, and with the sign beyond in
// the one after it. Last is "" where the second cannot be told in so little room.
func (s span) joint(within, beyond string) (sign, last string) {
	a, b := s.start, s.end
	ay, am, _ := a.earliest.Civil()
	by, bm, _ := b.earliest.Civil()
	apart := 12*(by-ay) + int(bm-am)
	plain := a.year.exact() && b.year.exact() && (a.season != nil) == (b.season != nil)
	days := a.precision >= ToDay && b.precision >= ToDay
	switch {
	case !plain || a.year.beyond() || b.year.beyond() || !days && a.precision != b.precision:
	case days && apart == 0:
		return within, b.briefDay()
	case days && apart == 1:
		return beyond, b.briefDay()
	case days:
	case a.precision == ToYear:
		sameEra := (ay > 0) == (by > 0)
		switch {
		case a.month.text != "" || b.month.text != "" || !sameEra:
		case ay >= 1000 && ay/100 == by/100 && by <= 9999:
			return within, b.year.text[len(b.year.text)-2:]
		case ay < 1000 && by < 1000:
			return within, b.first()
		}
	case a.year.value() == b.year.value():
		return within, s.narrow(b)
	case apart <= 3:
		return beyond, s.narrow(b)
	}
	return "", ""
}

// short returns forms of a set whose members have the traits of all, the best first.
func (e expression) short(all traits) []string {
	doubt := all & (approximate | uncertain)
	whole := e.extent()
	a, b := whole.start, whole.end
	if e.all && len(e.set) == 1 && e.set[0].ranged {
		return e.set[0].shortOfAll(doubt)
	}
	sign, below, above := "/", "≤", "≥"
	if e.all && len(e.set) == 2 {
		sign = "+"
	} else if e.all {
		sign = "++"
	}
	if len(e.set) == 1 {
		sign = ""
	}
	switch {
	case len(e.set) == 1 && !e.set[0].ranged:
		return e.set[0].start.short()
	case a.kind != dated && b.kind != dated:
		return doubt.doubted(below + sign + above)
	case a.kind != dated:
		return append(doubt.doubted(prefixed(below+sign, b.shortYear())...), doubt.bounded(below, b.year.brief())...)
	case b.kind != dated && sign == "":
		return doubt.bounded(above, a.brief())
	case b.kind != dated:
		return append(doubt.doubted(suffixed(a.brief(), sign+above)...), doubt.bounded(above, a.brief())...)
	case sign == "":
		sign = "/"
	case !e.all && e.gaps(): // 17|20 is not the 18th, and 17/20 may be; where there is no day between they are one kind
		sign = "|"
	}
	if a.earliest == b.latest && (a.traits | b.traits).has(timed) {
		return doubt.doubted(a.dayAndHour()+sign[:1], a.briefDay()+sign[:1])
	}
	first, last := a.first(), ""
	if a.precision == b.precision && a.precision < ToDay && a.precision >= ToSeason {
		first = whole.narrow(a)
	}
	switch _, last = whole.joint("", ""); {
	case last == "" || a.precision >= ToDay && a.month != b.month && b.day.value() >= a.day.value():
		last = b.farFrom(a)
	}
	forms := []string{first + sign + last}
	return doubt.doubted(append(forms, suffixed(a.brief(), sign)...)...)
}

// shortOfAll returns forms of a set of all dates of s, the best first. No words say beside them how it ends, as they do
// with an interval, so that the marks of an end that is left out are around the rest.
func (s span) shortOfAll(doubt traits) []string {
	a, b := s.start, s.end
	switch {
	case a.kind != dated:
		return append(prefixed("+→", doubt.doubted(b.shortYear()...)), doubt.bounded("≤", b.year.brief())...)
	case b.kind != dated:
		return append(prefixed("+", suffixed(doubt.doubted(a.brief()...), "→")), doubt.bounded("≥", a.brief())...)
	}
	forms := s.both()
	if a.doubt() == doubt {
		forms = s.short()
	}
	start := a.brief()
	starts := slices.Concat(prefixed("+", suffixed(start, "→")), prefixed("+", start), start)
	return append(prefixed("+", forms), doubt.doubted(starts...)...)
}

// bounded returns forms of a date that others lie before or after, as the sign says, and the sign alone.
func (t traits) bounded(sign string, date []string) []string {
	return t.doubted(append(prefixed(sign, date), sign)...)
}

// gaps reports whether there are days between the first and the last of a set that it does not have.
func (e expression) gaps() bool {
	spans := slices.Clone(e.set)
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(a.earliest(), b.earliest()) })
	reach := spans[0].latest()
	for _, s := range spans[1:] {
		if s.earliest() > reach+1 {
			return true
		}
		reach = max(reach, s.latest())
	}
	return false
}

// farFrom returns the month of p, or its year where that is not the one of a.
func (p point) farFrom(a point) string {
	switch {
	case p.year != a.year:
		return p.year.shortest()
	case p.season == nil && p.month.text != "" && p.month.exact():
		return p.monthName()[:3]
	}
	return p.first()
}

// extent returns the first and the last date of a set.
func (e expression) extent() span {
	whole := span{ranged: true}
	for n, s := range e.set {
		if !s.ranged {
			s.end = s.start
		}
		if n == 0 || s.start.earliest < whole.start.earliest {
			whole.start = s.start
		}
		if n == 0 || s.end.latest > whole.end.latest {
			whole.end = s.end
		}
	}
	return whole
}

// prefixed returns forms with a sign before each.
func prefixed(sign string, forms []string) []string {
	out := make([]string, len(forms))
	for n, form := range forms {
		out[n] = sign + form
	}
	return out
}

// suffixed returns forms with a sign after each.
func suffixed(forms []string, sign string) []string {
	out := make([]string, len(forms))
	for n, form := range forms {
		out[n] = form + sign
	}
	return out
}
