package dates

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
	"dateline/timeline/internal/century"
	"dateline/timeline/internal/guess"
	"dateline/timeline/internal/nodevalue"
)

// This file tells the writer how a date is read, and what else it may mean.

// Say reports what there is to say of a date.
func (d *Reader) Say(r Reading) {
	n, field := r.Node, r.Name
	switch {
	case len(r.Either) > 0:
		hint := "write " + r.Meanings(edtf.Date.EDTF)
		if flags := flagsFor(r.Either); flags != "" {
			hint += "; or say it for all with " + flags
		} else if len(r.Text) == 2 && d.Century == 0 {
			hint += "; or say it for all: --century 2000 has such years in 2000 to 2099"
		}
		d.Problem(n, rule.TwoReadings, "this date has more than one meaning: "+r.Meanings(edtf.Date.String), hint)
	case r.IsZero() && r.Text == "" && !r.Odd:
		d.Problem(n, rule.WrongShape, "`"+field+"` is "+nodevalue.Shape(n)+" where a date belongs",
			"write a date such as 2025-09-08, 2025-09 or 2025")
	case r.IsZero():
		if !d.Problems.Skip(rule.BadDate, "") {
			err := r.Err
			if err == nil {
				err = Explain(r.Text)
			}
			d.badDate(n, r.Text, err, 0)
		}
	case r.Century != century.NoProof:
		why := ", beside the other dates of the file"
		if r.Century == century.Usual {
			why = ", as years of two digits usually mean"
		}
		d.Problem(n, rule.CenturyGuessed, "this date is read as "+r.EDTF()+why, otherCentury(r.Date))
	case r.Odd:
		hint := "write it so, to be exact"
		if len(r.Text) == 2 && d.Century == 0 && r.EDTF() >= "1000" {
			hint = otherCentury(r.Date)
		}
		if zone := written.ZoneLeftOut(r.Text, r.Date); zone != "" && r.How == "" {
			r.How = ", without " + zone + ", whose offset is not sure"
			hint = "write it so, with its offset, as in 2025-09-08T16:00+02:00"
		}
		d.Problem(n, rule.DateAsWritten, "this date is read as "+r.EDTF()+r.How, hint)
	case d.orYears(field, r.Text) != "":
		d.Problem(n, rule.YearsOrMonth, "this is read as "+r.String()+", and may be years, as others of this key are",
			"write "+d.orYears(field, r.Text)+", if years are meant")
	}
	if r.Odd && !r.IsZero() {
		d.heedOrder(r)
	}
	if r.Negative != "" {
		d.sayNegative(r)
	}
	if r.Part != "" {
		d.Problem(n, rule.DatePart, "the `"+r.Part+"` that is given makes no date, and this is read as "+r.EDTF(),
			"correct the "+r.Part)
	}
	if message, hint := r.Remark(); hint != "" {
		d.Problem(n, rule.DateRemark, message, hint)
	}
	if r.Beyond() {
		ends := fmt.Sprintf("the year %d to %d", calendar.MinYear, calendar.MaxYear)
		d.Problem(n, rule.FarDate, "this date lies beyond the calendar, which goes from "+ends,
			"nothing is lost: it is shown as it is written, and such dates are sorted and found at the end of the calendar")
	}
}

// flagsFor returns the flags with which the reader of the file can say which order is meant, "" where all are in one.
func flagsFor(all []written.Reading) string {
	has := func(order written.Order) bool {
		return slices.ContainsFunc(all, func(one written.Reading) bool { return one.Order == order })
	}
	day, month := has(written.DayFirst), has(written.MonthFirst)
	switch {
	case day && month:
		return "--day-first, or --day-first=false"
	case day && has(yearFirst):
		return "--day-first, if it is"
	case month && has(yearFirst):
		return "--day-first=false, if the month is"
	}
	return ""
}

// heedOrder reports that the dates of a column are in another order than the reader says.
func (d *Reader) heedOrder(r Reading) {
	order := d.order(r.Name, r.Text)
	if d.Order == written.AnyOrder || order == d.Order {
		return
	}
	all, offers := written.OrOffers(r.Text)
	of := func(order written.Order) bool {
		return slices.ContainsFunc(offers, func(one written.Reading) bool { return one.Order == order })
	}
	if len(all) < 2 && !(of(written.DayFirst) && of(written.MonthFirst)) {
		return
	}
	message := "other dates of `" + r.Name + "` have the day first, and so this is read so, whatever is asked for"
	if order == written.MonthFirst {
		message = strings.Replace(message, "day", "month", 1)
	}
	d.Problem(r.Node, rule.OrderConflict, message, "write "+r.EDTF()+", to be exact")
}

// sayNegative reports that a year below 0 is taken for one before Christ.
func (d *Reader) sayNegative(r Reading) {
	if d.Problems.Skip(rule.NegativeYear, "") {
		return
	}
	bc := strings.TrimPrefix(r.Negative, "-")
	other, _ := written.Year(r.Negative)
	if year, ok := written.Year(guess.BeforeChrist(r.Negative)); ok {
		d.Problem(r.Node, rule.NegativeYear, fmt.Sprintf("%s is read as %s BC; EDTF would count %s", r.Negative, bc, other),
			"write "+year.EDTF()+" for "+year.String()+", or "+other.EDTF()+" for "+other.String())
	}
}

// badDate reports that text is no date. It began at offset from in what was parsed.
func (d *Reader) badDate(n *yaml.Node, text string, err error, from int) {
	at, message, hint := d.At(n), err.Error(), ""
	var bad *edtf.Error
	if errors.As(err, &bad) {
		message, hint = bad.Message, bad.Hint
		hint = d.orCentury(text, hint)
		if start, end := bad.Start-from, bad.End-from; start >= 0 && start <= end && bad.End <= len(text) && from == 0 {
			at = d.within(n, text, start, end)
		}
	}
	d.Report(at, rule.BadDate, message, hint)
}

// within returns the range of text[start:end], where text is what n says, or that of n where it is not written so.
func (d *Reader) within(n *yaml.Node, text string, start, end int) diag.Range {
	at := d.At(n)
	rest := d.In.Rest(at.Line, n.Column)
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
