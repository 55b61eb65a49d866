package load

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/calendar"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/internal/yamldoc"
)

// date reads the date of the field in hand. It returns the zero Date where that cannot be read, which it reports.
func (d *decoder) date(n *yaml.Node) edtf.Date {
	if d.isBlank(n) {
		return edtf.Date{}
	}
	return d.dateIn(d.key, n)
}

// dateIn reads the date of a field, as date does.
func (d *decoder) dateIn(field string, n *yaml.Node) edtf.Date {
	text, ok := dateText(n)
	if !ok {
		d.problem(n, rule.WrongShape, "`"+field+"` is "+shapeOf(n)+" where a date belongs",
			"write a date such as 2025-09-08, 2025-09 or 2025")
		return edtf.Date{}
	}
	date, err := edtf.Parse(text)
	if err != nil {
		d.badDate(n, text, err, 0)
	}
	if message, hint := date.Remark(); hint != "" {
		d.problem(n, rule.DateRemark, message, hint)
	}
	if date.Beyond() {
		ends := fmt.Sprintf("the year %d to %d", calendar.MinYear, calendar.MaxYear)
		d.problem(n, rule.FarDate, "this date lies beyond the calendar, which goes from "+ends,
			"nothing is lost: it is shown as it is written, and such dates are sorted and found at the end of the calendar")
	}
	return date
}

// span reads a date that is given by its start, which is in a field, and its end.
func (d *decoder) span(field string, start, end *yaml.Node) edtf.Date {
	from, to := d.dateIn(field, start), d.dateIn("end", end)
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
