package dates

import (
	"slices"
	"strings"

	"dateline/timeline/edtf"
	"dateline/timeline/edtf/written"
	"dateline/timeline/internal/yearside"
)

// This file reads in which order day, month and year are in a column. What a date can mean whose year has two digits is
// offered, since the century is open.

// has reports whether one of the readings of a text is in an order.
func has(all []written.Reading, order written.Order) bool {
	return slices.ContainsFunc(all, func(one written.Reading) bool { return one.Order == order })
}

// noteOrders notes what the readings of a text show of the orders of its column.
func (d *Reader) noteOrders(column, text string, all []written.Reading) {
	first, day, month := has(all, written.YearFirst), has(all, written.DayFirst), has(all, written.MonthFirst)
	if len(all) < 2 && !first && !day && !month {
		return
	}
	seen := d.Seen.Column(column)
	seen.Unclear = seen.Unclear || len(all) > 1
	same := has(all, written.AnyOrder) // as of 24-8-24
	seen.DayFirst, seen.MonthFirst = seen.DayFirst || day && !month && !same, seen.MonthFirst || month && !day && !same
	seen.YearSide.Note(text, first && !day && !month && !same, !first && !same)
}

// inOrder returns those of the readings of a text, whose year has two digits, that are in the order of its column: all
// of them where the column does not show it.
func (d *Reader) inOrder(column string, all []written.Reading) []written.Reading {
	side, order := d.Known.Seen(column).YearSide.Side(), d.order(column)
	switch {
	case side == yearside.Both:
		return all
	case side == yearside.First:
		order = written.YearFirst
	case side == yearside.Open && d.Order != written.AnyOrder:
		side = yearside.Last // as the reader of the file says
	}
	unknown := order == written.AnyOrder
	if !unknown && !has(all, order) { // another order may say the same
		order, unknown = written.AnyOrder, !has(all, written.AnyOrder)
	}
	return only(all, func(one written.Order) bool {
		if one == written.YearFirst && order != one {
			return side == yearside.Open
		}
		return unknown || one == order
	})
}

// only returns the readings whose order fits.
func only(all []written.Reading, fits func(written.Order) bool) []written.Reading {
	return slices.DeleteFunc(slices.Clone(all), func(one written.Reading) bool { return !fits(one.Order) })
}

// shortYear notes the order that a text shows, and returns an error that offers what it can mean in the order of its
// column. The error is nil where that says no more than the text by itself.
func (d *Reader) shortYear(column, text string) error {
	all := written.Offers(text)
	d.noteOrders(column, text, all)
	meant := d.inOrder(column, all)
	if len(meant) == 0 || len(meant) == len(all) {
		return nil
	}
	var words []string
	for _, one := range meant {
		words = append(words, one.Date.EDTF()+" for "+one.Date.String())
	}
	return &edtf.Error{
		Text: text, End: len(text), Message: "the year has two digits", Hint: "write " + strings.Join(words, " or "),
	}
}
