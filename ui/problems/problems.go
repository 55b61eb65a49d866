// Package problems is the overlay that lists what is wrong with a record.
//
//	error    notes.yaml:2:11  there is no 30 February 2025
//	warning  notes.yaml:6:5   3,708  unknown key `actor`
//
//	var list problems.List
//	list.Arrange(s, th, size) // brings the cursor into sight
//	rows := list.Draw(s, th, size)
//
// A kind of problem that many have is one row, which opens to its places. Under the rows is the selected one in full,
// with its line of the file and what to do. Where a record is read again, the cursor stays on its problem, or goes to
// the next that is left.
//
// The package finds no problems, counts none and opens no editor: a session has them in groups, and whoever has the
// keys asks for the place. It imports diag, rule, sanitize, draw and session.
package problems

import (
	"fmt"
	"image"
	"slices"
	"strings"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/sanitize"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// A List is the overlay that lists what is wrong with the record. A large group of problems is one row, which opens to
// its places.
type List struct {
	Own diag.Groups // what is wrong with the reader's own settings, which comes after what the record has

	cursor draw.Cursor
	height int // rows in sight
	open   map[groupName]bool
}

// groups returns all that is listed.
func (p *List) groups(s *session.Session) diag.Groups { return p.with(s.Groups()) }

// with returns what is wrong with a record, and then with the settings.
func (p *List) with(record diag.Groups) diag.Groups {
	if len(p.Own) == 0 {
		return record
	}
	return slices.Concat(record, p.Own)
}

// A groupName is what a group is known by when the record has been read again.
type groupName struct {
	of      rule.ID
	message string
}

func nameOf(g *diag.Group) groupName {
	name := groupName{of: g.Places[0].Rule}
	if name.of.IsApart() {
		name.message = g.Places[0].Message
	}
	return name
}

// fewPlaces is how many problems a group has that needs no row of its own.
const fewPlaces = 5

// whole is the place in a group of the row that stands for all of it.
const whole = -1

// size returns how many rows a group has, and whether the first stands for all of it.
func (p *List) size(g *diag.Group) (rows int, head bool) {
	switch {
	case g.Count == len(g.Places) && g.Count <= fewPlaces:
		return g.Count, false
	case p.open[nameOf(g)]:
		return 1 + len(g.Places), true
	}
	return 1, true
}

// Len returns the number of rows.
func (p *List) Len(s *session.Session) int { return p.rows(p.groups(s)) }

// rows returns how many rows groups have.
func (p *List) rows(groups diag.Groups) int {
	n := 0
	for i := range groups {
		rows, _ := p.size(&groups[i])
		n += rows
	}
	return n
}

// row returns the group of row n, and its place in it.
func (p *List) row(groups diag.Groups, n int) (g *diag.Group, place int) {
	for i := range groups {
		rows, head := p.size(&groups[i])
		if n < rows {
			if head {
				n--
			}
			return &groups[i], n
		}
		n -= rows
	}
	return nil, whole
}

// problem returns what row n says.
func (p *List) problem(groups diag.Groups, n int) diag.Problem {
	g, place := p.row(groups, n)
	if place == whole {
		return g.Problem()
	}
	return g.Places[place]
}

// Move moves the cursor by n rows.
func (p *List) Move(s *session.Session, n int) { p.cursor.Move(n, p.Len(s)) }

// Arrange brings the cursor into sight.
func (p *List) Arrange(s *session.Session, th *draw.Theme, size image.Point) {
	if len(p.groups(s)) == 0 {
		return
	}
	p.Move(s, 0)
	p.height = max(1, size.Y-len(p.full(p.groups(s), th, size))-1)
	p.cursor.Window(p.height, 0)
}

// Draw returns at most h rows of w cells: a line for each problem, and under them the selected one in full.
func (p List) Draw(s *session.Session, th *draw.Theme, size image.Point) []string {
	w, h := size.X, size.Y
	rows, groups := th.Rows(w, h), p.groups(s)
	if len(groups) == 0 {
		words := " Nothing is wrong with this record."
		switch p := s.Progress(); {
		case !p.Done:
			words = " Nothing is wrong so far; the record is still being read."
		case p.Checking:
			words = " Nothing is wrong so far; the record is still being checked."
		}
		rows.Add("", th.Faint.Span(th.Fit(words, w)))
		return rows.Strings()
	}
	full := p.full(groups, th, size)
	end := min(p.rows(groups), p.cursor.Top+max(1, h-len(full)-1))
	where, counts, cut := p.places(groups, th, w, end)
	places := 0
	for _, place := range where {
		places = max(places, draw.Cells(place))
	}
	for n := p.cursor.Top; n < end; n++ {
		g, at := p.row(groups, n)
		one, count := p.problem(groups, n), ""
		words, place := one.Message, where[n-p.cursor.Top]
		kind, st := "error    ", th.Bad
		if one.Severity() == diag.Warning {
			kind, st = "warning  ", th.Strong
		}
		switch number := draw.Number(g.Count); {
		case at == whole && !cut:
			count = draw.Spaces(counts-len(number)) + number + "  "
		case at != whole && p.open[nameOf(g)]:
			kind = draw.Spaces(len(kind))
			if excerpt, _ := one.Caret(w); excerpt != "" { // since all say the same
				words = strings.TrimSpace(excerpt)
			}
		}
		row, margin := draw.Style(""), " "
		if n == p.cursor.At {
			row, margin = th.Selected, th.Glyphs.Cursor
		}
		place += draw.Spaces(places - draw.Cells(place) + 2)
		room := w - draw.Cells(margin+kind+place+count)
		rows.Add(row, draw.Plain(margin), st.Span(kind), th.Faint.Span(place), th.Strong.Span(count),
			draw.Plain(th.Fit(words, room)))
	}
	if rows.Len()+1+len(full) <= h {
		rows.Add("")
		for _, l := range full {
			rows.Add("", append([]draw.Span{draw.Plain(" ")}, l...)...)
		}
	}
	return rows.Strings()
}

// places returns where the problems of the rows up to end are. Of groups whose place would be cut it returns how many
// there are. It returns how wide these numbers are, and whether they stand for places.
func (p *List) places(groups diag.Groups, th *draw.Theme, w, end int) (where []string, counts int, cut bool) {
	for n := p.cursor.Top; n < end; n++ {
		if g, at := p.row(groups, n); at == whole {
			counts = max(counts, len(draw.Number(g.Count)))
			cut = cut || draw.Cells(placeOf(g.Lead())) > placeRoom(w)
		}
	}
	for n := p.cursor.Top; n < end; n++ {
		g, at := p.row(groups, n)
		place := placeOf(p.problem(groups, n))
		if at == whole && cut {
			number := draw.Number(g.Count)
			place = draw.Spaces(counts-len(number)) + number + " places"
		}
		where = append(where, fitEnd(th, place, placeRoom(w)))
	}
	return where, counts, cut
}

// full returns the selected row in full, with its place where the row has no room for it and the page has.
func (p *List) full(groups diag.Groups, th *draw.Theme, size image.Point) [][]draw.Span {
	one := p.problem(groups, p.cursor.At)
	lines := problemLines(th, one, size.X-2)
	if place := placeOf(one); draw.Cells(place) > placeRoom(size.X) && size.Y >= lowPage {
		lines = append(lines, []draw.Span{th.Faint.Span(fitEnd(th, place, size.X-2))})
	}
	return lines
}

// lowPage is how many rows a page has that is not too low for a whole place.
const lowPage = 12

// placeOf returns the place of a problem as a row shows it.
func placeOf(one diag.Problem) string { return sanitize.Line(editorPlace(one.Pos)) }

// placeRoom returns how many of w cells a place has at most.
func placeRoom(w int) int { return max(w/3, 8) }

// Place returns where in the files the selected problem is; the zero Pos where there is no problem.
func (p *List) Place(s *session.Session) diag.Pos {
	if len(p.groups(s)) == 0 {
		return diag.Pos{}
	}
	return p.problem(p.groups(s), p.cursor.At).Pos
}

// OnGroup reports whether the selected row stands for all of a group.
func (p *List) OnGroup(s *session.Session) bool {
	g, place := p.row(p.groups(s), p.cursor.At)
	return g != nil && place == whole
}

// Toggle shows or hides the places of the group that the selected row stands for.
func (p *List) Toggle(s *session.Session) {
	if g, place := p.row(p.groups(s), p.cursor.At); g != nil && place == whole {
		if p.open == nil {
			p.open = make(map[groupName]bool)
		}
		p.open[nameOf(g)] = !p.open[nameOf(g)]
	}
}

// editorPlace returns a position in the form that editors read.
func editorPlace(pos diag.Pos) string {
	switch {
	case pos.Line == 0:
		return pos.File
	case pos.Column == 0:
		return fmt.Sprintf("%s:%d", pos.File, pos.Line)
	}
	return fmt.Sprintf("%s:%d:%d", pos.File, pos.Line, pos.Column)
}

// fitEnd returns the end of a text that is too long for w cells: of a place in a file the line counts.
func fitEnd(th *draw.Theme, s string, w int) string {
	runes := []rune(sanitize.Line(s))
	if draw.Cells(string(runes)) <= w {
		return string(runes)
	}
	room := max(0, w-draw.Cells(th.Glyphs.More))
	runes = runes[max(0, len(runes)-4*room):]
	for draw.Cells(string(runes)) > room {
		runes = runes[1:]
	}
	return th.Glyphs.More + string(runes)
}

// problemLines returns a problem in full: the message, its line with carets under the place, and what to do.
func problemLines(th *draw.Theme, one diag.Problem, w int) [][]draw.Span {
	var lines [][]draw.Span
	for _, l := range draw.Wrap(sanitize.Line(one.Message), w) {
		lines = append(lines, []draw.Span{th.Strong.Span(l)})
	}
	if excerpt, caret := one.Caret(w - 2); excerpt != "" {
		lines = append(lines, []draw.Span{draw.Plain("  " + excerpt)}, []draw.Span{th.Bad.Span("  " + caret)})
	}
	if one.Hint != "" {
		for _, l := range draw.Wrap(sanitize.Line(one.Hint), w) {
			lines = append(lines, []draw.Span{draw.Plain(l)})
		}
	}
	return lines
}

// Follow keeps the cursor on its problem, or puts it on the next that is left when that one is solved.
func (p *List) Follow(before, now diag.Groups) {
	before, now = p.with(before), p.with(now)
	type known struct {
		group   groupName
		problem diag.Problem
	}
	knownAs := func(g *diag.Group, place int) known {
		if place == whole {
			return known{group: nameOf(g)}
		}
		return known{problem: session.Unplaced(g.Places[place])}
	}
	left := make(map[known][]int)
	for n := range p.rows(now) {
		one := knownAs(p.row(now, n))
		left[one] = append(left[one], n)
	}
	find := func(one known) bool {
		rows := left[one]
		if len(rows) > 0 {
			at, _ := slices.BinarySearch(rows, p.cursor.At)
			p.cursor.At = rows[min(at, len(rows)-1)]
		}
		return len(rows) > 0
	}
	for n := p.cursor.At; n < p.rows(before); n++ {
		g, place := p.row(before, n)
		if find(knownAs(g, place)) {
			return
		}
		for at := 0; place == whole && at < len(g.Places); at++ { // what is left may need no row for all
			if find(knownAs(g, at)) {
				return
			}
		}
	}
	p.cursor.At = max(0, min(p.cursor.At, p.rows(now)-1))
}

// Click selects the problem in a row of the list, and reports whether it was selected already.
func (p *List) Click(s *session.Session, row int) (again bool) {
	n := p.cursor.Top + row
	if row < 0 || row >= p.height || n >= p.Len(s) {
		return false
	}
	again = p.cursor.At == n
	p.cursor.At = n
	return again
}

// Select puts the cursor on a problem, or on the row of its group.
func (p *List) Select(s *session.Session, one diag.Problem) {
	row := 0
	groups := p.groups(s)
	for i := range groups {
		g := &groups[i]
		rows, head := p.size(g)
		if at := slices.Index(g.Places, one); at >= 0 {
			if head {
				at = min(at+1, rows-1)
			}
			p.cursor.At = row + at
			return
		}
		row += rows
	}
}

// At returns which row is selected.
func (p *List) At() int { return p.cursor.At }
