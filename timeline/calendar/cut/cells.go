package cut

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"dateline/timeline/calendar"
)

// widen gives out the cells that are left: to columns, to silence that need not be folded then, to the lengths of
// folds, to the names of islands, and to columns again, until the axis is full or they are as wide as it makes sense.
func (b *builder) widen() {
	const (
		apart   = 2  // cells of a column from which bars are apart, …
		legible = 3  // … and numbers
		widest  = 16 // of a column where there are few, or a part of the axis
		share   = 6
	)
	fold := foldLeast
	if b.folds() > manyFolds && !b.e.Untold {
		fold = foldTold
	}
	for n := range b.pieces {
		p := &b.pieces[n]
		p.cell, p.empty, p.gap = 1, 1, fold
		if p.seam {
			p.gap = 1
		}
	}
	if b.wider(apart) {
		b.unfold()
		b.tell(1)
	}
	for b.wider(legible) {
	}
	b.name()
	b.widenSome(legible)
	b.unfold()
	b.tell(2)
	for b.wider(max(widest, b.w/share)) {
		b.stretch()
	}
}

// folds returns how many folds there are between the pieces.
func (b *builder) folds() int {
	n := -1
	for _, p := range b.pieces {
		if !p.seam {
			n++
		}
	}
	return n
}

// wider gives all columns with events a cell more, if each has fewer than most.
func (b *builder) wider(most int) bool {
	full := 0
	for _, p := range b.pieces {
		if p.cell >= most {
			return false
		}
		full += p.full
	}
	if full > b.free {
		return false
	}
	for n := range b.pieces {
		b.pieces[n].cell++
	}
	b.free -= full
	return true
}

// stretch gives all columns without events a cell more, if they stay narrower than those with events by far.
func (b *builder) stretch() {
	void := 0
	for _, p := range b.pieces {
		if void += p.cost - p.full; p.cell < 2*(p.empty+1) {
			return
		}
	}
	if void > b.free {
		return
	}
	for n := range b.pieces {
		b.pieces[n].empty++
	}
	b.free -= void
}

// widenSome gives a cell more to the columns of small pieces, which are hard to see.
func (b *builder) widenSome(most int) {
	order := make([]int, len(b.pieces))
	for n := range order {
		order[n] = n
	}
	slices.SortStableFunc(order, func(n, m int) int { return b.pieces[n].full - b.pieces[m].full })
	for _, n := range order {
		if p := &b.pieces[n]; p.full <= b.free && p.cell < most {
			p.cell++
			b.free -= p.full
		}
	}
}

// unfold joins pieces of one grain between which there are not many empty columns: only few on a full axis, for a fold
// says more in fewer cells, and more of them where there are few others.
func (b *builder) unfold() {
	const usual, share, fewFull = 8, 4, 12
	most, full := usual, 0
	for _, p := range b.pieces {
		full += p.full
	}
	if full < fewFull {
		most = max(most, b.free/share)
	}
	for n := 1; n < len(b.pieces); n++ {
		p, q := &b.pieces[n-1], b.pieces[n]
		if p.grain != q.grain || p.cell != q.cell || b.broken(q.lo) {
			continue
		}
		empty := grains[p.grain].Between(b.e.Day(p.hi-1), b.e.Day(q.lo))
		if empty < most && empty-q.gap <= b.free {
			b.free -= empty - q.gap
			p.hi, p.full, p.cost = q.hi, p.full+q.full, p.cost+q.cost+empty
			b.pieces = slices.Delete(b.pieces, n, n+1)
			n--
		}
	}
}

// name makes folds as wide as the names of the islands before them need: first short names for all, then long ones.
func (b *builder) name() {
	short := shortYears(b.e.Day(b.pieces[0].lo), b.e.Day(b.e.N-1))
	for _, text := range []func(tick, int) string{tick.brief, tick.text} {
		said := unsaid
		for n := 0; n+1 < len(b.pieces); n++ {
			p, gap := &b.pieces[n], &b.pieces[n+1].gap
			if b.pieces[n+1].seam {
				continue
			}
			grain := grains[p.grain]
			t := tickOf(grain, grain.Start(b.e.Day(p.lo)), b.exact(p.lo, p.hi, grain.Unit), short, true)
			need := max(0, utf8.RuneCountInString(text(t, said))+1-b.cells(*p)-*gap)
			if need <= b.free {
				*gap += need
				b.free -= need
				said = t.year
			}
		}
	}
}

// tell makes folds as wide as it takes to say how long they are, with so many cells around that, the longest first.
func (b *builder) tell(around int) {
	if b.e.Untold {
		return
	}
	order := make([]int, 0, len(b.pieces))
	for n, p := range b.pieces {
		if n > 0 && !p.seam && b.silence(n) > 0 {
			order = append(order, n)
		}
	}
	slices.SortStableFunc(order, func(n, m int) int {
		return int(min(max(b.silence(m)-b.silence(n), -1), 1))
	})
	for _, n := range order {
		p := &b.pieces[n]
		if need := len(Length(b.silence(n))) + around - p.gap; need <= b.free {
			p.gap += max(0, need)
			b.free -= max(0, need)
		}
	}
}

// silence returns how many days nothing happened between piece n and the one before, −1 for none.
func (b *builder) silence(n int) int64 {
	p := b.pieces[n]
	if b.e.Silence != nil {
		return b.e.Silence(p.lo)
	}
	return b.e.Day(p.lo-1).DaysTo(b.e.Day(p.lo)) - 1
}

// cells returns how many cells the columns of a piece take.
func (b *builder) cells(p piece) int { return p.full*p.cell + (p.cost-p.full)*p.empty }

// Length says how long a silence is, in as few letters as can be: "9d", "8w", "25m", "3y".
func Length(days int64) string {
	n, unit := calendar.Elapsed(days)
	return strconv.FormatInt(n, 10) + unit.String()[:1]
}

// exact returns how exactly, by a unit at most, any of the events from lo up to hi is known; that unit for none.
func (b *builder) exact(lo, hi int, most calendar.Unit) calendar.Unit {
	best := most
	for n := lo; n < hi; n++ {
		known := b.e.Known(n)
		if known >= most {
			return most
		}
		if n == lo || known > best {
			best = known
		}
	}
	return best
}

// axis lays the pieces out from left to right, after a column for the first begun events, of which nobody knows when
// they began.
func (b *builder) axis(begun int) Axis {
	a := Axis{N: b.e.N}
	at := 0
	if begun > 0 {
		a.Columns = append(a.Columns, openColumn())
		a.Islands = append(a.Islands, Island{Grain: grains[b.pieces[0].grain], End: 1})
		a.Folds = append(a.Folds, Fold{At: 1, Cells: foldLeast, Days: -1})
		at = 1 + foldLeast
	}
	for n, p := range b.pieces {
		if n > 0 {
			f := Fold{After: len(a.Columns) - 1, At: at, Cells: p.gap}
			if !p.seam {
				f.Days = cmp.Or(b.silence(n), -1)
			}
			a.Folds = append(a.Folds, f)
			at += p.gap
		}
		at = a.add(b, p, at)
	}
	a.Cells = at
	a.separate()
	a.label(b.w)
	return a
}

// add adds the columns of a piece from a cell on, and returns the cell after it.
func (a *Axis) add(b *builder, p piece, at int) int {
	g, first, island := grains[p.grain], len(a.Columns), len(a.Islands)
	b.each(p.lo, p.hi, g, func(lo, hi, empty int) bool {
		from := g.Start(b.e.Day(lo))
		for range empty {
			day := g.Next(a.Columns[len(a.Columns)-1].From)
			a.Columns = append(a.Columns, Column{
				From: day, To: g.Next(day) - 1, First: lo, At: at, Cells: p.empty, Island: island, Day: day,
				Known: g.Unit,
			})
			at += p.empty
		}
		a.Columns = append(a.Columns, Column{
			From: from, To: g.Next(from) - 1, First: lo, At: at, Cells: p.cell, Island: island, Day: b.e.Day(lo),
			Known: b.exact(lo, hi, g.Unit),
		})
		at += p.cell
		return true
	})
	a.Islands = append(a.Islands, Island{Grain: g, First: first, End: len(a.Columns)})
	return at
}

// separate parts columns that have some days in common. The greater ones keep them, and so does the one of what nobody
// knows the beginning of.
func (a *Axis) separate() {
	for c := 1; c < len(a.Columns); c++ {
		p, q := &a.Columns[c-1], &a.Columns[c]
		switch {
		case p.To < q.From:
		case p.To == calendar.Beginning, p.From.DaysTo(p.To) >= q.From.DaysTo(q.To):
			q.From = p.To + 1
		default:
			p.To = q.From - 1
		}
	}
}
