package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
)

// This file reads what the order of day and month is in dates whose years have two digits. What such a date can mean is
// offered, since the century is open.

// shortYear notes the order that a text shows, and returns an error that offers what it can mean in the order of its
// column. The error is nil where that says no more than the text by itself.
func (d *Reader) shortYear(column, text string) error {
	all := written.Offers(text)
	if len(all) == 0 {
		return nil
	}
	has := func(order written.Order) bool {
		return slices.ContainsFunc(all, func(one written.Reading) bool { return one.Order == order })
	}
	day, month, seen := has(written.DayFirst), has(written.MonthFirst), d.Seen.Column(column)
	seen.DayFirst, seen.MonthFirst = seen.DayFirst || day && !month, seen.MonthFirst || month && !day
	seen.Unclear = seen.Unclear || day && month
	order := d.order(column)
	if !day || !month || order == written.AnyOrder {
		return nil
	}
	var words []string
	for _, one := range all {
		if one.Order == order || one.Order == written.AnyOrder { // as where the year is first
			words = append(words, one.Date.EDTF()+" for "+one.Date.String())
		}
	}
	return &edtf.Error{
		Text: text, End: len(text), Message: "the year has two digits", Hint: "write " + strings.Join(words, " or "),
	}
}
