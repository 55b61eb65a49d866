package load

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/markup"
)

// A dateReading is what a value means as a date.
type dateReading struct {
	edtf.Date                   // zero where it cannot be read
	text      string            // of the value; "" where that has a shape in which no date is
	odd       bool              // whether it is not EDTF
	err       error             // why a number that EDTF reads is not used, else nil
	either    []written.Reading // the meanings, where there are several
	offered   bool              // whether a problem says what it may mean, and nothing proves that
	negative  string            // the year as written, where a year below 0 is taken for one BC
	part      string            // month or day, where that is given and makes no date

	name  string     // of the key
	node  *yaml.Node // its value, nil where there is none
	guess *otherKey  // the key, where it is none of the format's own
}

// date reads the date of the field in hand. It returns the zero Date where that cannot be read, which it reports.
func (d *decoder) date(n *yaml.Node) edtf.Date {
	if d.isBlank(n) {
		return edtf.Date{}
	}
	r := d.readDate(d.key, n)
	d.sayDate(r)
	if r.IsZero() || r.odd { // what was written is not lost
		d.lose(n)
	}
	return r.Date
}

// readDate reads the date of a field: EDTF, or else what people write, where that has one meaning.
func (d *decoder) readDate(field string, n *yaml.Node) (r dateReading) {
	if r, ok := d.ownNumber(field, n); ok {
		return r
	}
	if text, ok := dateText(n); ok {
		r = d.readText(field, text)
	} else {
		r = d.dateOfShape(field, n)
	}
	r.name, r.node = field, n
	return r
}

// readText reads a text as a date, as readDate does a value.
func (d *decoder) readText(column, text string) dateReading {
	if r, ok := d.pairOfYears(column, text); ok {
		return r
	}
	if date, ok := edtf.Read(text); ok {
		return dateReading{Date: date, text: text}
	}
	if guess.IsDigits(text) {
		if r, ok := d.longNumber(column, text); ok {
			return r
		}
	}
	return d.asWritten(column, text)
}

// asWritten reads a text that is not EDTF. Of several meanings the other dates of its column decide, if they can.
func (d *decoder) asWritten(column, text string) dateReading {
	const longest = 200 // bytes of a text that is looked at for a date
	r := dateReading{text: text, odd: true}
	if len(text) > longest {
		return r
	}
	all := written.Readings(text)
	if plain := markup.Plain(text); len(all) == 0 && plain != text {
		if date, ok := edtf.Read(plain); ok {
			r.Date = date
			return r
		}
		all = written.Readings(plain)
	}
	switch len(all) {
	case 0:
		return r
	case 1:
		r.Date = all[0].Date
		if guess.IsDecade(r.Date) {
			d.seen.Column(column).Decades = true
		}
		if year, _, _ := r.Earliest().Civil(); year < 1 && strings.ContainsRune(text, 'B') {
			d.seen.Column(column).Signs |= guess.Historical
		}
		if all[0].YearSpan || all[0].Order != written.AnyOrder {
			seen := d.seen.Column(column)
			seen.Spans = seen.Spans || all[0].YearSpan
			seen.DayFirst = seen.DayFirst || all[0].Order == written.DayFirst
			seen.MonthFirst = seen.MonthFirst || all[0].Order == written.MonthFirst
		}
		return r
	}
	d.seen.Column(column).Unclear = true
	r.either = all
	order, decades := d.order(column), d.known.Seen(column).Decades
	meant := slices.DeleteFunc(slices.Clone(all), func(one written.Reading) bool {
		return one.Order != order || decades && !guess.IsDecade(one.Date)
	})
	if len(meant) == 1 {
		r.Date, r.either = meant[0].Date, nil
	}
	return r
}

// order returns the order of day and month in a column, as far as it is known.
func (d *decoder) order(column string) written.Order {
	switch known := d.known.Seen(column); {
	case known.DayFirst && !known.MonthFirst:
		return written.DayFirst
	case known.MonthFirst && !known.DayFirst:
		return written.MonthFirst
	}
	return d.options.Order
}

// heedOrder reports that the dates of a column are in another order than the reader says.
func (d *decoder) heedOrder(r dateReading) {
	order := d.order(r.name)
	if d.options.Order == written.AnyOrder || order == d.options.Order || len(written.Readings(r.text)) < 2 {
		return
	}
	message := "other dates of `" + r.name + "` have the day first, and so this is read so, whatever is asked for"
	if order == written.MonthFirst {
		message = strings.Replace(message, "day", "month", 1)
	}
	d.problem(r.node, rule.OrderConflict, message, "write "+r.EDTF()+", to be exact")
}

// sayDate reports what there is to say of a date.
func (d *decoder) sayDate(r dateReading) {
	n, field := r.node, r.name
	switch {
	case len(r.either) > 0:
		hint := "write " + r.meanings(edtf.Date.EDTF)
		if r.either[0].Order != r.either[len(r.either)-1].Order {
			hint += "; or say it for all with --day-first, or --day-first=false"
		}
		d.problem(n, rule.TwoReadings, "this date has more than one meaning: "+r.meanings(edtf.Date.String), hint)
	case r.IsZero() && r.text == "" && !r.odd:
		d.problem(n, rule.WrongShape, "`"+field+"` is "+shapeOf(n)+" where a date belongs",
			"write a date such as 2025-09-08, 2025-09 or 2025")
	case r.IsZero():
		if !d.batch.Problems().Skip(rule.BadDate, "") {
			err := r.err
			if err == nil {
				_, err = edtf.Parse(r.text)
			}
			d.badDate(n, r.text, err, 0)
		}
	case r.odd:
		d.problem(n, rule.DateAsWritten, "this date is read as "+r.EDTF(), "write it so, to be exact")
	case len(r.text) == len("1910-12") && d.known.Seen(field).Spans && written.MayBeYears(r.text):
		d.problem(n, rule.YearsOrMonth, "this is read as "+r.String()+", and may be years, as others of this key are",
			"write "+r.text[:4]+"/"+r.text[:2]+r.text[5:]+", if years are meant")
	}
	if r.odd && !r.IsZero() {
		d.heedOrder(r)
	}
	if r.negative != "" {
		d.sayNegative(r)
	}
	if r.part != "" {
		d.problem(n, rule.DatePart, "the `"+r.part+"` that is given makes no date, and this is read as "+r.EDTF(),
			"correct the "+r.part)
	}
	if message, hint := r.Remark(); hint != "" {
		d.problem(n, rule.DateRemark, message, hint)
	}
	if r.Beyond() {
		ends := fmt.Sprintf("the year %d to %d", calendar.MinYear, calendar.MaxYear)
		d.problem(n, rule.FarDate, "this date lies beyond the calendar, which goes from "+ends,
			"nothing is lost: it is shown as it is written, and such dates are sorted and found at the end of the calendar")
	}
}

// meanings returns the meanings of a date in words.
func (r dateReading) meanings(say func(edtf.Date) string) string {
	var words []string
	for _, one := range r.either {
		words = append(words, say(one.Date))
	}
	return strings.Join(words, " or ")
}

// span returns the date that begins in a field and ends in another, and the zero Date where they are no span, which it
// reports.
func (d *decoder) span(field string, from edtf.Date, end *yaml.Node, to edtf.Date) edtf.Date {
	if from.IsZero() || to.IsZero() {
		return edtf.Date{}
	}
	if from.IsInterval() || to.IsInterval() {
		d.problem(end, rule.EndConflict, "`end` stands beside a date that has an end",
			"write "+from.EDTF()+" alone, or `"+field+"` and `end`")
		return edtf.Date{}
	}
	if to.Latest() < from.Earliest() {
		d.problem(end, rule.EndConflict, "the end is before the start, "+from.EDTF(), "")
		return edtf.Date{}
	}
	both := from.EndEDTF() + "/" + to.EndEDTF()
	date, err := edtf.Parse(both)
	if err != nil {
		d.badDate(end, both, err, len(from.EndEDTF())+1)
	}
	return date
}

// dateText returns the text of a date. A set of dates is a list to YAML where it is written [2025-08-15,2025-08-16],
// and a map where it is written {…}. Its text is put together again.
func dateText(n *yaml.Node) (text string, ok bool) {
	switch {
	case n.Kind == yaml.ScalarNode:
		return n.Value, true
	case n.Style&yaml.FlowStyle == 0:
		return "", false
	case n.Kind == yaml.SequenceNode:
		var dates []string
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode {
				return "", false
			}
			dates = append(dates, item.Value)
		}
		return "[" + strings.Join(dates, ",") + "]", true
	case n.Kind == yaml.MappingNode:
		var dates []string
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Kind != yaml.ScalarNode || !yamldoc.IsNull(n.Content[i+1]) {
				return "", false
			}
			dates = append(dates, n.Content[i].Value)
		}
		return "{" + strings.Join(dates, ",") + "}", true
	}
	return "", false
}

// badDate reports that text is no date. It began at offset from in what was parsed.
func (d *decoder) badDate(n *yaml.Node, text string, err error, from int) {
	at, message, hint := d.at(n), err.Error(), ""
	var bad *edtf.Error
	if errors.As(err, &bad) {
		message, hint = bad.Message, bad.Hint
		if start, end := bad.Start-from, bad.End-from; start >= 0 && start <= end && bad.End <= len(text) && from == 0 {
			at = d.within(n, text, start, end)
		}
	}
	d.report(at, rule.BadDate, message, hint)
}

// within returns the range of text[start:end], where text is what n says, or that of n where it is not written so.
func (d *decoder) within(n *yaml.Node, text string, start, end int) diag.Range {
	at := d.at(n)
	rest := d.in.Rest(at.Line, n.Column)
	quote := n.Kind == yaml.ScalarNode && n.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0
	if quote && rest != "" {
		rest = rest[1:]
	}
	if !strings.HasPrefix(rest, text) {
		return at
	}
	if quote {
		at.Column++
	}
	at.Column += utf8.RuneCountInString(text[:start])
	at.Width = max(1, utf8.RuneCountInString(text[start:end]))
	return at
}
