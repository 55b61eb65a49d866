package cut

import (
	"cmp"
	"slices"
	"sort"

	"dateline/timeline/calendar"
)

// grains are what columns can be, from the coarsest. The first puts any two dates of one era into one column.
var grains = [...]calendar.Grain{
	{Unit: calendar.Centuries, Step: 1_000_000},
	{Unit: calendar.Centuries, Step: 10_000},
	{Unit: calendar.Centuries, Step: 1000},
	{Unit: calendar.Centuries, Step: 100},
	{Unit: calendar.Centuries, Step: 50},
	{Unit: calendar.Centuries, Step: 20},
	{Unit: calendar.Centuries, Step: 10},
	{Unit: calendar.Centuries, Step: 5},
	{Unit: calendar.Centuries, Step: 2},
	{Unit: calendar.Centuries, Step: 1},
	{Unit: calendar.Decades, Step: 5},
	{Unit: calendar.Decades, Step: 2},
	{Unit: calendar.Decades, Step: 1},
	{Unit: calendar.Years, Step: 5},
	{Unit: calendar.Years, Step: 2},
	{Unit: calendar.Years, Step: 1},
	{Unit: calendar.Quarters, Step: 1},
	{Unit: calendar.Months, Step: 1},
	{Unit: calendar.Weeks, Step: 1},
	{Unit: calendar.Days, Step: 1},
}

const (
	mostUnits   = 3 // times that some columns are made finer than the rest
	few         = 3 // columns without an event that are drawn; more are folded
	foldLeast   = 2 // cells of a fold, …
	foldTold    = 4 // … and of one that says how long it is, as each has to where there are many
	manyFolds   = 12
	leastWindow = 3 // columns of an island, at least, that are made finer apart from its others
	unlike      = 4 // times as many events in a column make it one that may be finer than others
)

// A builder cuts time for one axis.
type builder struct {
	e      Events
	w      int
	pieces []piece
	free   int // cells that are left
}

// A piece is events that become an island.
type piece struct {
	lo, hi int  // the events from lo up to hi
	grain  int  // place in grains
	full   int  // columns with events
	cost   int  // all columns, each of one cell
	fixed  bool // it is not made finer
	seam   bool // it goes on where the one before ends
	cell   int  // cells of a column with events, when they are given out
	empty  int  // and of one without
	gap    int  // and of the fold or seam before it
}

// New cuts time into at most w cells. All columns are of one unit, the finest in which all fit, so that the same height
// means the same everywhere. Only where that leaves a good part of the width are those made finer that have several
// times as many events in a column as the rest: in a record that is filled evenly there are none.
func New(e Events, w int) Axis {
	if w <= 0 || e.N == 0 {
		return Axis{N: e.N}
	}
	begun := sort.Search(e.N, func(n int) bool { return e.Day(n) > calendar.Beginning })
	b := builder{e: e, w: w, free: w}
	if begun == e.N {
		return b.alone()
	}
	if begun > 0 {
		b.free -= 1 + foldLeast
	}
	b.pieces = b.split(begun, e.N, 0)
	cost := b.total(b.pieces)
	if cost > b.free {
		return b.alone()
	}
	spared := min(w/16, b.free-cost) // for names
	b.free -= cost + spared
	b.refine()
	for range mostUnits {
		if b.free < w/4 || !b.part() {
			break
		}
		b.refine()
	}
	b.free += spared
	b.coarsen()
	b.widen()
	return b.axis(begun)
}

// alone returns the axis of one column with all events.
func (b *builder) alone() Axis {
	from, to := b.e.Day(0), b.e.Day(b.e.N-1)
	a := Axis{
		N: b.e.N, Cells: b.w,
		Columns: []Column{{From: from, To: to, Cells: b.w}},
		Islands: []Island{{Grain: grains[0], End: 1}},
	}
	a.label(b.w)
	return a
}

// until returns how many of the events from lo up to hi begin before a day, of which it is to be few or near lo.
func (b *builder) until(lo, hi int, before calendar.Day) int {
	step := 1
	for lo+step < hi && b.e.Day(lo+step) < before {
		step *= 2
	}
	from := step / 2
	return from + sort.Search(min(step, hi-lo)-from, func(k int) bool { return b.e.Day(lo+from+k) >= before })
}

// each goes over the columns of a grain which have some of the events from lo up to hi, with the number of empty ones
// before each.
func (b *builder) each(lo, hi int, g calendar.Grain, do func(lo, hi, empty int) bool) {
	for at, last := lo, lo; at < hi; {
		day, empty := b.e.Day(at), 0
		if at > lo {
			empty = g.Between(b.e.Day(last), day)
		}
		end := hi
		if next := g.Next(day); next > day { // else it is the end of time
			end = at + b.until(at, hi, next)
		}
		if !do(at, end, empty) {
			return
		}
		at, last = end, at
	}
}

// split divides the events from lo up to hi where the columns of a grain leave more than a few empty, and where an
// island has to begin. Where there are more columns than cells, the last of the events are left out.
func (b *builder) split(lo, hi, grain int) []piece {
	var pieces []piece
	full := 0
	b.each(lo, hi, grains[grain], func(lo, hi, empty int) bool {
		if broken := b.broken(lo); len(pieces) == 0 || empty > few || broken {
			pieces = append(pieces, piece{lo: lo, grain: grain, seam: len(pieces) > 0 && broken && empty <= 0})
		} else {
			pieces[len(pieces)-1].cost += empty
		}
		now := &pieces[len(pieces)-1]
		now.hi = hi
		now.full++
		now.cost++
		full++
		return full <= b.w
	})
	return pieces
}

// broken reports whether an island has to begin between an event and the one before.
func (b *builder) broken(n int) bool {
	if n == 0 || len(b.e.Breaks) == 0 {
		return false
	}
	next, _ := slices.BinarySearch(b.e.Breaks, b.e.Day(n-1)+1)
	return next < len(b.e.Breaks) && b.e.Breaks[next] <= b.e.Day(n)
}

// total returns the cells of pieces in a row, with the folds between them.
func (b *builder) total(pieces []piece) int {
	n, folds := 0, 0
	for k, p := range pieces {
		n += p.cost
		switch {
		case k == 0:
		case p.seam:
			n++
		default:
			folds++
		}
	}
	if folds > manyFolds && !b.e.Untold {
		return n + folds*foldTold
	}
	return n + folds*foldLeast
}

// refine gives all pieces that are not fixed the finest unit in which they fit together.
func (b *builder) refine() {
	room := b.total(b.pieces) + b.free
	best, level := b.pieces, b.pieces
	for grain := range grains {
		var ok bool
		if level, ok = b.finer(level, grain); !ok {
			break
		}
		if b.total(level) <= room {
			best = level
		}
	}
	b.free = room - b.total(best)
	b.pieces = best
}

// finer returns pieces with those divided that are not fixed and have a coarser grain, as far as anything is known so
// exactly. It is not ok if there are more columns than cells then.
func (b *builder) finer(pieces []piece, grain int) (result []piece, ok bool) {
	full := 0
	for _, p := range pieces {
		some := []piece{p}
		if !p.fixed && p.grain < grain && b.known(p.lo, p.hi, grains[grain].Unit) {
			some = b.split(p.lo, p.hi, grain)
			some[0].seam = p.seam
		}
		for _, q := range some {
			full += q.full
		}
		if result = append(result, some...); full > b.w || some[len(some)-1].hi < p.hi {
			return nil, false
		}
	}
	return result, true
}

// part fixes all but what may be finer than the rest: the pieces that have several times as many events in a column as
// any other, or else the like part of one piece. It reports whether there is any.
func (b *builder) part() bool {
	var open []int
	for n, p := range b.pieces {
		if !p.fixed && p.grain+1 < len(grains) {
			open = append(open, n)
		}
	}
	density := func(n int) float64 { return float64(b.pieces[n].hi-b.pieces[n].lo) / float64(b.pieces[n].full) }
	slices.SortStableFunc(open, func(n, m int) int { return cmp.Compare(density(m), density(n)) })
	for k := 1; k < len(open); k++ {
		if density(open[k-1]) >= unlike*density(open[k]) {
			for _, n := range open[k:] {
				b.pieces[n].fixed = true
			}
			return true
		}
	}
	for _, n := range open {
		b.pieces[n].fixed = true
	}
	return len(open) > 0 && b.window(open[0])
}

// window parts a piece so that those of its columns can be finer, side by side, which have several times as many events
// as the others. It reports whether there are such that fit.
func (b *builder) window(at int) bool {
	p := b.pieces[at]
	coarse, fine := grains[p.grain], p.grain+1
	var columns []candidate
	b.each(p.lo, p.hi, coarse, func(lo, hi, empty int) bool {
		c := candidate{lo: lo, hi: hi}
		b.each(lo, hi, grains[fine], func(_, _, empty int) bool {
			c.cost += 1 + min(empty, foldLeast)
			return c.cost <= b.w
		})
		columns = append(columns, c)
		return true
	})
	from, end := b.densest(columns, p)
	if from < 0 {
		return false
	}
	var pieces []piece
	part := func(lo, hi, grain int, fixed bool) {
		if lo == hi {
			return
		}
		some := b.split(lo, hi, grain)
		if len(pieces) > 0 {
			some[0].seam = coarse.Between(b.e.Day(lo-1), b.e.Day(lo)) <= 0
		} else {
			some[0].seam = p.seam
		}
		for n := range some {
			some[n].fixed = fixed
		}
		pieces = append(pieces, some...)
	}
	part(p.lo, columns[from].lo, p.grain, true)
	part(columns[from].lo, columns[end-1].hi, fine, false)
	part(columns[end-1].hi, p.hi, p.grain, true)
	before := b.total(b.pieces)
	parted := slices.Replace(slices.Clone(b.pieces), at, at+1, pieces...)
	cost := b.total(parted) - before
	if cost > b.free {
		return false
	}
	b.free -= cost
	b.pieces = parted
	return true
}

// A candidate is a column of a piece that may be made finer, and the cells that it takes then.
type candidate struct{ lo, hi, cost int }

// densest returns the columns of a piece, side by side, that have the most events of all that fit if they are finer. It
// is −1 where they have not several times as many as the others. It leaves none alone at the ends.
func (b *builder) densest(columns []candidate, p piece) (from, end int) {
	const seams = 2 // cells
	alone := func(n int) bool { return n > 0 && n < leastWindow }
	from = -1
	for first, n, cost, most := 0, 0, 0, 0; n < len(columns); n++ {
		cost += columns[n].cost - 1
		for ; first <= n && (cost+seams > b.free || alone(first)); first++ {
			cost -= columns[first].cost - 1
		}
		size := n + 1 - first
		if size < leastWindow || alone(len(columns)-n-1) {
			continue
		}
		events := columns[n].hi - columns[first].lo
		rest, others := p.hi-p.lo-events, len(columns)-size
		if events >= most && others > 0 && events*others >= unlike*rest*size {
			most, from, end = events, first, n+1
		}
	}
	return from, end
}

// known reports whether of the events from lo up to hi any is known as exactly as by a unit.
func (b *builder) known(lo, hi int, unit calendar.Unit) bool {
	for n := lo; n < hi; n++ {
		if b.e.Known(n) >= unit {
			return true
		}
	}
	return false
}

// coarsen gives pieces of which nothing is known so exactly the column of what is known of them.
func (b *builder) coarsen() {
	for n := range b.pieces {
		p := &b.pieces[n]
		grain := p.grain
		for grain > 0 && !b.known(p.lo, p.hi, grains[grain].Unit) {
			grain--
		}
		switch {
		case grain == p.grain:
		case b.covers(n, grains[grain]):
			p.grain, p.full, p.cost = grain, 1, 1
		case b.e.Day(p.lo) == b.e.Day(p.hi-1): // the day that stands for the month or year
			p.grain = len(grains) - 1
		}
	}
}

// covers reports whether one column of a grain has all events of piece n and touches no other piece.
func (b *builder) covers(n int, g calendar.Grain) bool {
	p := b.pieces[n]
	from, next := g.Start(b.e.Day(p.lo)), g.Next(b.e.Day(p.lo))
	return b.e.Day(p.hi-1) < next && (n == 0 || b.e.Day(p.lo-1) < from) &&
		(n+1 == len(b.pieces) || b.e.Day(p.hi) >= next)
}
