package calendar

import "strconv"

// A Grain is how finely time is told apart: by one unit, or by several in a row. Grains are counted from year 0 or, if
// of weeks and days, from 1970. The zero Grain is not one.
type Grain struct {
	Unit Unit
	Step int // units in a grain, at least 1
}

// number returns the number of the grain that d lies in.
func (g Grain) number(d Day) int64 { return floorDiv(int64(g.Unit.number(d)), int64(g.Step)) }

// first returns the first day of the grain with that number.
func (g Grain) first(number int64) Day { return g.Unit.first(int(number) * g.Step) }

// Start returns the first day of the grain that d lies in.
func (g Grain) Start(d Day) Day { return g.first(g.number(d)) }

// Next returns the first day of the grain after the one that d lies in.
func (g Grain) Next(d Day) Day { return g.first(g.number(d) + 1) }

// Between returns how many whole grains lie between those of d and of e, which is not before d; −1 where both lie in
// one.
func (g Grain) Between(d, e Day) int { return int(g.number(e) - g.number(d) - 1) }

// String returns the name of one: "day", "5 years".
func (g Grain) String() string {
	switch {
	case g.Step == 1:
		return g.Unit.String()
	case g.Unit == Centuries:
		return strconv.Itoa(100*g.Step) + " years"
	}
	return strconv.Itoa(g.Step) + " " + g.Unit.String() + "s"
}
