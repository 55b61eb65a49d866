package terminal

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// change writes what the newest frame changes, and keeps it as what the terminal shows.
func (f *frames) change(p *pen) {
	if len(f.rows) != f.height {
		f.known, f.rows, f.newest = false, make([]drawn, f.height), make([]drawn, f.height)
	}
	rest := f.next
	for y := range f.newest {
		d := &f.newest[y]
		d.text, rest, _ = strings.Cut(rest, "\n")
		d.cuts = cutRow(d.cuts[:0], d.text)
	}
	if f.known {
		f.scroll(p)
	}
	for y, d := range f.newest {
		if f.known && d.text == f.rows[y].text {
			continue
		}
		if f.known {
			f.parser.parse(&f.was, f.rows[y].text, f.width)
		}
		f.parser.parse(&f.is, d.text, f.width)
		changeRow(p, y, &f.was, &f.is, f.known)
	}
	f.rows, f.newest = f.newest, f.rows
	for y := range f.newest { // which would keep the frame before
		clear(f.newest[y].cuts)
		f.newest[y].text = ""
	}
}

// changeRow writes what changes in row y. What terminals may show in another column than we do is written with all that
// comes after it, so that the row is what it were had it been written whole.
func changeRow(p *pen, y int, was, is *row, known bool) {
	erased := !known // all of the row from here on is blank
	if erased {
		p.erase(0, len(is.cells), len(is.cells), y)
	}
	before := 0 // where the part before begins
	for n, at := range is.parts {
		end := is.end(n)
		if at >= end {
			continue
		}
		start := before
		before = at
		if erased {
			if is.covers(start, is.seen(start, at), at) {
				p.erase(at, len(is.cells), len(is.cells), y)
			}
			p.segment(is, at, end, y)
			continue
		}
		from := at
		for from < end && was.cells[from] == is.cells[from] {
			from++
		}
		switch {
		case from == end:
		case isSure(was.cells[from:end]) && isSure(is.cells[from:end]):
			changeRuns(p, y, was, is, from, end)
		default:
			erased = changeUnsure(p, y, was, is, from, at, end)
		}
	}
}

// changeUnsure writes a segment of row y in which the first cell that changes is in column from, and other columns are
// not sure. It reports whether the rest of the row was erased for that.
func changeUnsure(p *pen, y int, was, is *row, from, start, end int) (erased bool) {
	last := end - 1
	for was.cells[last] == is.cells[last] {
		last--
	}
	for from > start && (is.cells[from].floats || is.cells[from].text == "") {
		from--
	}
	seen := is.seen(from, end)
	switch {
	case areAlike(was.cells[from:end], is.cells[from:end]) && !is.covers(from, max(last+1, seen), end):
		p.to(from, y)
		p.write(is.cells[from : last+1])
		p.x = -1
	case isSure(is.cells[from:end]):
		p.run(is, from, end, y)
	case !is.covers(from, seen, end):
		p.erase(from, end, len(is.cells), y)
		p.segment(is, from, end, y)
	default:
		p.erase(from, len(is.cells), len(is.cells), y)
		p.segment(is, from, end, y)
		return true
	}
	return false
}

// areAlike reports whether two runs of cells are in the same columns of any terminal, if they begin in the same.
func areAlike(a, b []cell) bool {
	for x := range a {
		one, other := &a[x], &b[x]
		if one.width != other.width || one.floats != other.floats || (one.text == "") != (other.text == "") ||
			one.width > line && one.text != other.text {
			return false
		}
	}
	return true
}

// isSure reports whether every terminal shows cells in the columns in which we do.
func isSure(cells []cell) bool {
	return !slices.ContainsFunc(cells, func(c cell) bool { return c.width != sure || c.floats })
}

// changeRuns writes the runs of cells that change in row y, between two columns.
func changeRuns(p *pen, y int, was, is *row, from, to int) {
	const few = 10 // cells that are written again as fast as they are passed over
	for from < to {
		end := from + 1 // after the last that changes
		for x := end; x < to && x-end < few; x++ {
			if was.cells[x] != is.cells[x] {
				end = x + 1
			}
		}
		p.run(is, from, end, y)
		for from = end; from < to && was.cells[from] == is.cells[from]; {
			from++
		}
	}
}

// scroll has the terminal itself move rows of which much is seen further up or down, by lines deleted at their one end
// and inserted at the other, so that it is not sent again. What is above and below stays where it is. Terminals that
// know ToColumn know both.
func (f *frames) scroll(p *pen) {
	from, to, by := f.moved()
	gone, blank, n := from, to, by // the rows that go, and where as many blank ones come
	if by < 0 {
		gone, blank, n = to+by, from+by, -by
	}
	if n == 0 {
		return
	}
	p.to(0, gone)
	p.out = append(p.out, ansi.DeleteLine(n)...)
	p.to(0, blank)
	p.out = append(p.out, ansi.InsertLine(n)...)
	lost := slices.Clone(f.rows[gone : gone+n])
	for i := range lost {
		clear(lost[i].cuts) // which would keep the frame that they are of
		lost[i] = drawn{cuts: cutRow(lost[i].cuts[:0], "")}
	}
	f.rows = slices.Insert(slices.Delete(f.rows, gone, gone+n), blank, lost...)
}

// moved returns the rows from..to of the newest frame that the terminal shows by rows further down, or up if by is
// negative: those which spare the most bytes. by is 0 if that is little.
func (f *frames) moved() (from, to, by int) {
	const (
		enough = 64  // bytes; the sequences take some
		reach  = 256 // rows; each that is further takes a look at all rows
	)
	h := len(f.newest)
	stay, changed := make([]int, h+1), 0 // bytes that stay where they are, of all rows above each
	for y, d := range f.newest {
		if stay[y+1] = stay[y] + alike(d.cuts, f.rows[y].cuts); d.text != f.rows[y].text {
			changed++
		}
	}
	most := enough
	far := min(h/2, reach)
	for d := -far; d <= far && changed > 2; d++ {
		first, spared := max(0, -d), 0
		for y := first; y < min(h, h-d); y++ {
			spared += alike(f.newest[y].cuts, f.rows[y+d].cuts) - (stay[y+1] - stay[y])
			if spared <= 0 {
				first, spared = y+1, 0
				continue
			}
			if all := spared - lost(stay, first, y+1, d); all > most {
				from, to, by, most = first, y+1, d, all
			}
		}
	}
	return from, to, by
}

// lost returns the bytes that stay where they are in the rows which become blank when rows from..to are moved by d.
// Above each row, stay of them do.
func lost(stay []int, from, to, d int) (bytes int) {
	if d < 0 {
		return stay[from] - stay[from+d]
	}
	return stay[max(to, min(to+d, len(stay)-1))] - stay[to]
}

// alike returns the bytes of the segments that two rows have in common.
func alike(a, b []cut) (bytes int) {
	for n := range min(len(a), len(b)) {
		if a[n] == b[n] {
			bytes += len(a[n].text)
		}
	}
	return bytes
}
