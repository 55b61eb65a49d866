package timeline

import (
	"context"
	"fmt"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/internal/alike"
)

// CheckDuplicates reports events of one day whose titles say the same. It is for the Timeline that b returned last, and
// ends early when ctx does.
func (b *Builder) CheckDuplicates(ctx context.Context, t *Timeline) {
	var day alike.Titles
	report := func(first, second int) {
		if !b.problems.Skip(rule.LookAlike, "") {
			b.reportDuplicate(t.Event(first), t.Event(second))
		}
	}
	for from, to := 0, 0; from < t.Len() && ctx.Err() == nil; from = to {
		for to = from + 1; to < t.Len() && t.Date(to).Earliest() == t.Date(from).Earliest(); to++ {
		}
		if to-from == 1 {
			continue
		}
		day.Reset()
		for i := from; i < to; i++ {
			if title := t.EventTitle(i); title != Untitled {
				day.Add(i, title)
			}
		}
		day.Pairs(report)
	}
}

func (b *Builder) reportDuplicate(first, second *Event) {
	when := " of the same day"
	switch {
	case first.Date.IsZero():
		when = "; neither has a date"
	case first.Date.EDTF() != second.Date.EDTF():
		when = " that begins on the same day"
	}
	b.problems.Report(b.PlaceOf(second.Pos), rule.LookAlike,
		fmt.Sprintf("the event looks like `%s`%s", diag.Brief(first.ID), when),
		diag.TheOther+first.Pos.String()+"; make one of the two, or give them titles that differ")
}
