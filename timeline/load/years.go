package load

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/counts"
	"dateline/timeline/internal/guess"
)

// This file reads numbers that may be dates, of which the others of their column and the keys beside them decide.

// countNumber notes what a whole number of a column, whose digits are without its sign, shows of its years.
func (d *decoder) countNumber(column, text, digits string) {
	seen := d.seen.Column(column)
	padded := len(digits) == 4 && digits[0] == '0'
	trimmed := strings.TrimLeft(digits, "0")
	switch {
	case text[0] == '-':
		seen.Ancient, seen.Signs = seen.Ancient+1, seen.Signs|guess.Negative
	case padded || len(trimmed) == 3:
		seen.Ancient++
	case len(trimmed) == 4:
		seen.Modern++
	}
	if len(digits) > len("2025") {
		seen.Counts |= counts.Of(digits) & counts.OtherThanSerial
	}
	if trimmed == "" || padded && text[0] == '-' {
		seen.Signs |= guess.Astronomical
	}
}

// yearOf reads a number that is a year, with the era, the month and the day that other keys of the event have. One of
// two digits is AD where the others of its column are of such times.
func (d *decoder) yearOf(e *eventInHand, o *otherKey, column, year string) (r dateReading) {
	r.text = year
	era, _ := d.era(e, o)
	full := d.beforeChrist(column, year, era, &r)
	known := d.known.Seen(column)
	old := known.AreAncient() || known.AreAstronomical() && known.Signs&guess.Negative != 0
	if len(year) <= 2 && era == "" && year[0] != '-' && !old {
		r.either = written.Centuries(year)
		return r
	}
	r.Date, r.part = guess.YMD(full, e.sibling(o, "month").text(), e.sibling(o, "day").text())
	return r
}

// beforeChrist returns the year of EDTF for one that is written with its era, or with a sign that in nearly all tables
// stands for one. EDTF has a year 0, and so it is another number.
func (d *decoder) beforeChrist(column, year, era string, r *dateReading) string {
	bc, known := guess.Era(era)
	if year == "" || !guess.IsDigits(strings.TrimPrefix(year, "-")) {
		return year
	}
	if known {
		d.seen.Column(column).Signs |= guess.Historical
	}
	padded := len(year) == len("-0044") && year[:2] == "-0"
	switch {
	case bc:
		return guess.BeforeChrist(year)
	case year[0] != '-' || padded || d.known.Seen(column).AreAstronomical():
		return year
	}
	r.negative = year
	return guess.BeforeChrist(year)
}

// sayNegative reports that a year below 0 is taken for one before Christ.
func (d *decoder) sayNegative(r dateReading) {
	if d.batch.Problems().Skip(rule.NegativeYear, "") {
		return
	}
	bc := strings.TrimPrefix(r.negative, "-")
	other, _ := written.Year(r.negative)
	if year, ok := written.Year(guess.BeforeChrist(r.negative)); ok {
		d.problem(r.node, rule.NegativeYear, fmt.Sprintf("%s is read as %s BC; EDTF would count %s", r.negative, bc, other),
			"write "+year.EDTF()+" for "+year.String()+", or "+other.EDTF()+" for "+other.String())
	}
}

// era returns what a key beside a year says of its era, and that key: one that is called so, or one that has nothing
// but such words.
func (d *decoder) era(e *eventInHand, year *otherKey) (era string, key *otherKey) {
	if o := e.sibling(year, "era"); o != nil {
		if _, ok := guess.Era(o.text()); ok {
			return o.text(), o
		}
	}
	for i := range e.others {
		o := &e.others[i]
		if o.value.Kind != yaml.ScalarNode || len(o.value.Value) > len("B.C.E.") {
			continue
		}
		named := guess.IsEra(o.name)
		if !named && len(o.means) > 0 || guess.HasWord(o.name, "state", "province", "prov", "country", "code", "id") {
			continue
		}
		_, ok := guess.Era(o.value.Value)
		if !ok && !named && o.value.Value != "" {
			d.seen.Column(o.name).Signs |= guess.NoEra
		}
		if ok && (named || d.known.Seen(o.name).Signs&guess.NoEra == 0 && d.seen.Seen(o.name).Signs&guess.NoEra == 0) {
			return o.text(), o
		}
	}
	return "", nil
}

// longNumber reads a long number that may count days as spreadsheets do, or the seconds since 1970. It is used where
// the key says so and the numbers of the column agree; else what it can mean is offered.
func (d *decoder) longNumber(column, text string) (r dateReading, ok bool) {
	d.seen.Column(column).Counts |= counts.Of(text)
	known, dated := d.known.Seen(column), guess.HasDates(column)
	first := known == (guess.Column{}) // what is read now is read again if the column does not agree
	isDate := dated && d.silent        // of a table, or of what a program wrote
	date, ok := written.Serial(text)
	sure, how := isDate && (first || known.AreDays()), ", as spreadsheets count days"
	if !ok {
		how = ", as a time since 1970"
		date, ok = written.Epoch(text)
		digits := strings.IndexByte(text+".", '.')
		sure = guess.IsMoment(column, digits) && known.AreTimes() && d.seen.Column(column).AreTimes() ||
			isDate && (first || known.AreSurelyTimes())
		sure = sure && counts.IsMoment(text[:digits])
	} else if !dated {
		return r, false
	}
	r = dateReading{text: text, odd: true, offered: true}
	if ok && sure {
		r.Date, r.offered, r.how = date, false, how
	}
	return r, ok
}

// pairOfYears reads two years that follow on each other, such as the season 2020-21. Under a key that means years they
// are such; where every date of a column is written so they may be.
func (d *decoder) pairOfYears(column, text string) (r dateReading, ok bool) {
	years, ok := guess.Pair(text)
	mayBe := d.isKnownOthers() || len(guess.Meant(column)) > 0 && column != "date" && column != "start" && column != "end"
	switch {
	case !ok && mayBe:
		d.seen.Column(column).Signs |= guess.OtherThanPair
		return r, false
	case !ok:
		return r, false
	}
	both, err := edtf.Parse(years)
	if err != nil {
		return r, false
	}
	if guess.IsYears(column) {
		return dateReading{Date: both, text: text, odd: true}, true
	}
	if mayBe {
		d.seen.Column(column).Pairs++
	}
	one, err := edtf.Parse(text)
	if !mayBe || err != nil || !d.known.Seen(column).ArePairs() {
		return r, false
	}
	return dateReading{text: text, either: []written.Reading{{Date: one}, {Date: both}}}, true
}

// shortEnd returns the end of what begins, where that leaves out the century of a year or the day of a time; else end.
func (d *decoder) shortEnd(begin, end dateReading, text string) dateReading {
	from, whole := begin.EDTF(), ""
	switch {
	case begin.IsZero() || begin.IsInterval() || begin.IsSet():
	case len(from) == len("1914") && guess.IsDigits(from) && guess.IsDigits(text) && len(text) == 2 && text > from[2:]:
		whole = from[:2] + text
	case len(from) >= len("2025-09-08") && begin.Earliest() == begin.Latest() && guess.IsClock(text):
		day, clock, _ := strings.Cut(from, "T")
		whole = day + " " + text
		if at := strings.IndexAny(clock, "Z+-"); at >= 0 {
			whole += clock[at:]
		}
	}
	date, err := written.Parse(whole)
	if whole == "" || err != nil {
		return end
	}
	end.Date, end.text, end.odd, end.either = date, text, true, nil
	return end
}

// lastDay returns the end of what lasts whole days, where both ends are maps as calendars of Google have them: theirs
// is the day after the last.
func (d *decoder) lastDay(e *eventInHand, begin, end dateReading) dateReading {
	isDay := func(n *yaml.Node) bool {
		return n != nil && n.Kind == yaml.MappingNode && d.textOf(n, "date") != "" && d.textOf(n, "datetime") == ""
	}
	if isDay(e.startNode) && isDay(e.endNode) && begin.Latest() < end.Earliest() && !end.IsZero() && !begin.IsZero() {
		end.Date, _ = edtf.Parse((end.Earliest() - 1).String())
	}
	return end
}

// exactly returns a year or a month with the month and the day that other keys of the event have.
func (d *decoder) exactly(e *eventInHand, begin dateReading) dateReading {
	text := begin.EDTF()
	month, day := e.sibling(nil, "month"), e.sibling(nil, "day")
	switch {
	case len(text) == len("2025-09") && day != nil && guess.IsDigits(text[:4]+text[5:]):
		begin.Date, begin.part = guess.YMD(text[:4], text[5:], day.text())
		day.taken = guess.Date
	case len(text) == len("2025") && month != nil && guess.IsDigits(text) && begin.part == "":
		begin.Date, begin.part = guess.YMD(text, month.text(), day.text())
		month.taken = guess.Date
		if day != nil {
			day.taken = guess.Date
		}
	}
	return begin
}
