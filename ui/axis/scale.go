package axis

import (
	"strings"

	"dateline/timeline/calendar/cut"
	"dateline/timeline/index"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// Of cuts time into at most w cells for those of sel that have a date. Cuts are the numbers of events between which the
// columns lie, one more than there are columns.
func Of(x *index.Index, sel index.Selection, w int, toScale bool) (a cut.Axis, cuts []int) {
	a = cutTime(x, sel, 0, sel.Rank(x.Dated()), w, toScale)
	return a, cutsIn(sel, &a, 0)
}

// Shown cuts time into at most w cells for the events with a date that s shows or, where an island was entered, for
// those of it. Cuts are as of Of.
func Shown(s *session.Session, w int) (a cut.Axis, cuts []int) {
	r := requestOf(s, w)
	r.all, r.matched, r.dates = s.Shown(), s.Shown(), query.Query{}
	st := r.frame()
	return st.axis, cutsIn(st.base, &st.axis, st.lo)
}

// Names returns the line of the names of months and years, as wide as the axis at least.
func Names(a *cut.Axis) string {
	var b strings.Builder
	at := 0
	for _, l := range a.Names {
		b.WriteString(draw.Spaces(l.At-at) + l.Text)
		at = l.At + len([]rune(l.Text))
	}
	return b.String() + draw.Spaces(a.Cells-at)
}

// Line returns the line under the columns, with days and folds.
func Line(th *draw.Theme, a *cut.Axis) string {
	d := drawing{th: th, strip: &strip{axis: *a}, marks: nowhere}
	var b strings.Builder
	for _, s := range d.line(a.Cells, a.Numbers) {
		b.WriteString(s.Text)
	}
	return b.String()
}

// nowhere marks nothing.
var nowhere = marks{selected: -1, today: -1, to: -1}

// Picture returns when the dated events of sel were, in at most w cells: rows of bars, the line under them, and the
// names of months and years. There is none where no event has a date.
func Picture(th *draw.Theme, x *index.Index, sel index.Selection, w, bars int, toScale bool) [][]draw.Span {
	st := strip{}
	var cuts []int
	st.axis, cuts = Of(x, sel, w, toScale)
	if len(st.axis.Columns) == 0 {
		return nil
	}
	st.all = x.Families(sel, cuts)
	st.lit = st.all
	d := drawing{th: th, strip: &st, marks: nowhere, rows: bars}
	var rows [][]draw.Span
	d.each(w, bars+2, func(row []draw.Span) { rows = append(rows, append([]draw.Span(nil), row...)) })
	return rows
}
