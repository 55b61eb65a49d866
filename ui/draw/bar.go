package draw

import (
	"math"
	"strings"
)

// An Amount is a number, and the range that it may lie in. Low is −Inf where it is only bounded from above, High is
// +Inf where it is only bounded from below.
type Amount struct{ Low, Best, High float64 }

// ranged reports whether the range has two ends.
func (q Amount) ranged() bool {
	return q.Low < q.High && !math.IsInf(q.Low, 0) && !math.IsInf(q.High, 0)
}

// Bar draws q on a scale from low to high in w cells: solid from zero to what is sure, shaded to what may be.
func (t *Theme) Bar(q Amount, low, high float64, w int) string {
	steps := len(t.Glyphs.eighths)
	at := func(v float64) int { // in steps of a cell; the division first, since numbers may be huge
		if low == high {
			return 0
		}
		return int(math.Round((v/2 - low/2) / (high/2 - low/2) * float64(w*steps)))
	}
	zero := at(0) / steps * steps
	sure, may := at(q.Best), at(q.Best)
	switch {
	case math.IsInf(q.Low, 0) && !math.IsInf(q.High, 0):
		sure = zero
	case q.ranged():
		sure, may = at(q.Low), at(q.High)
	}
	if q.Best > 0 && may <= zero {
		may = zero + 1 // a small number is not none
		sure = max(sure, may)
	}
	if may > sure {
		sure = (sure + steps/2) / steps * steps // the shade begins with a cell
	}
	var b strings.Builder
	for x := range w {
		begin, end := x*steps, (x+1)*steps
		switch {
		case begin >= min(zero, sure) && end <= max(zero, sure):
			b.WriteString(t.Glyphs.eighths[steps-1])
		case begin >= zero && begin < sure:
			b.WriteString(t.Glyphs.eighths[sure-begin-1])
		case begin >= min(zero, may) && begin < max(zero, may):
			b.WriteString(t.Glyphs.Shade)
		default:
			b.WriteString(" ")
		}
	}
	return b.String()
}
