package timeline

import (
	"slices"

	"dateline/timeline/fold"
	"dateline/timeline/quantity"
)

// Contested returns how many of the claims and figures of event i stand against each other; see Rivals.
func (t *Timeline) Contested(i int) int {
	var e Event
	t.Read(i, &e)
	return t.Rivals(&e)
}

// Rivals returns how many of the claims and figures of an event stand against each other: all of its claims where they
// come from two sides or more, and the figures of one label and one unit that have different values. It is 0 where
// nobody is contradicted.
//
// The side of a claim is that of its speaker on the date of the event. A claim without a speaker is that of its source,
// and those without either are the record's own account.
func (t *Timeline) Rivals(e *Event) int { return t.rivalClaims(e) + rivalFigures(e.Figures) }

// manyClaims is how many claims of an event are looked at before it pays to keep who belongs to whom.
const manyClaims = 8

// rivalClaims returns the number of claims of an event, or 0 if all of them are of one side.
func (t *Timeline) rivalClaims(e *Event) int {
	type teller struct {
		side   ActorRef
		source SourceRef
	}
	of := sides{t: t, when: e.Date.Period()}
	if len(e.Claims) > manyClaims {
		of.known = make(map[ActorRef]ActorRef)
	}
	var first teller
	for i := range e.Claims {
		one := teller{NoActor, NoSource}
		switch c := &e.Claims[i]; {
		case c.By != NoActor:
			one.side = of.of(c.By)
		default:
			one.source = c.Source
		}
		if i == 0 {
			first = one
		} else if one != first {
			return len(e.Claims)
		}
	}
	return 0
}

// rivalFigures returns how many figures share their label and unit with one of another value.
func rivalFigures(figures []Figure) int {
	if !shareLabels(figures) { // most, and the rest takes long
		return 0
	}
	type group struct {
		n      int
		first  figureValue
		differ bool
	}
	groups := make(map[figureKey]group, len(figures))
	rivals := 0
	for i := range figures {
		key, value, ok := readFigure(&figures[i])
		if !ok {
			continue
		}
		g := groups[key]
		switch g.n++; {
		case g.n == 1:
			g.first = value
		case g.differ:
			rivals++
		case value != g.first:
			g.differ = true
			rivals += g.n
		}
		groups[key] = g
	}
	return rivals
}

// shareLabels reports whether two figures have one label, or are too many to look.
func shareLabels(figures []Figure) bool {
	const few = 8
	if len(figures) > few {
		return true
	}
	var labels [few]string
	for n := range figures {
		labels[n] = fold.Fold(figures[n].Label)
		if slices.Contains(labels[:n], labels[n]) {
			return true
		}
	}
	return false
}

// A figureKey is what figures share that can be compared.
type figureKey struct{ label, unit string }

// A figureValue is what a figure says: a number or, where that cannot be read, its words.
type figureValue struct {
	number quantity.Quantity
	words  string
}

// readFigure takes a figure apart. It is not ok without a label or a value, which cannot be compared.
func readFigure(f *Figure) (key figureKey, value figureValue, ok bool) {
	if key.label = fold.Fold(f.Label); key.label == "" {
		return key, value, false
	}
	number, unit, isNumber := quantity.Of(f.Value, f.Low, f.Best, f.High, f.Unit)
	if isNumber {
		key.unit, value.number = unit, number
		return key, value, true
	}
	key.unit = fold.Fold(f.Unit)
	value.words = fold.Fold(f.Value)
	if f.Value == "" {
		value.words = fold.Fold(f.Low + " " + f.Best + " " + f.High)
	}
	return key, value, value.words != ""
}
