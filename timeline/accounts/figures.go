package accounts

import (
	"math"
	"slices"
	"strings"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/quantity"
)

// A Comparison is figures of one unit whose labels begin alike, so that they can be drawn against each other.
type Comparison struct {
	Name    string // the words that all of their labels begin with
	Figures []Counted
}

// A Counted is a figure of a comparison, as a number.
type Counted struct {
	Figure int    // its place in Event.Figures
	Rest   string // its label after the name of the comparison; "" where that is all of it
	quantity.Quantity
	Whole   int     // place among the comparison's Figures of what this is a part of, or NoWhole
	Percent float64 // … and how much of that
}

// NoWhole is the Whole of a figure that is not known to be a part of another.
const NoWhole = -1

// maxCompared is how many figures of an event are compared.
const maxCompared = 200

// Compare groups the figures of an event that count the same: numbers of one unit whose labels begin with the same
// word. Others are the places of those that stand alone, or are no numbers. Both are in the order of the event.
func Compare(figures []timeline.Figure) (groups []Comparison, others []int) {
	type key struct{ family, unit string }
	members := make(map[key][]Counted)
	keys := make([]key, len(figures))
	var order []key
	for n := range figures[:min(len(figures), maxCompared)] {
		f := &figures[n]
		q, unit, ok := quantity.Of(f.Value, f.Low, f.Best, f.High, f.Unit)
		family := familyOf(f.Label)
		if !ok || family == "" {
			continue
		}
		k := key{family, unit}
		if keys[n] = k; members[k] == nil {
			order = append(order, k)
		}
		members[k] = append(members[k], Counted{Figure: n, Quantity: q, Whole: NoWhole})
	}
	for n, k := range keys {
		if len(members[k]) < 2 {
			others = append(others, n)
		}
	}
	for _, k := range order {
		if list := members[k]; len(list) > 1 {
			groups = append(groups, comparison(figures, list))
		}
	}
	return groups, others
}

// comparison names a group of figures, and says which are parts of others.
func comparison(figures []timeline.Figure, list []Counted) Comparison {
	name := strings.Fields(figures[list[0].Figure].Label)
	for _, c := range list[1:] {
		words := strings.Fields(figures[c.Figure].Label)
		same := 0
		for same < min(len(name), len(words)) && fold.Fold(name[same]) == fold.Fold(words[same]) {
			same++
		}
		name = name[:same]
	}
	for n := range list {
		list[n].Rest = strings.Join(strings.Fields(figures[list[n].Figure].Label)[len(name):], " ")
	}
	for n := range list {
		list[n].Whole, list[n].Percent = whole(figures, list, n)
	}
	return Comparison{Name: strings.Join(name, " "), Figures: list}
}

// counting are words with which a label begins that do not say what is counted.
var counting = []string{"the", "a", "an", "number", "numbers", "total", "amount", "count", "of", "some", "all", "other"}

// familyOf returns the word that says what a label counts, folded: the first that is not one of counting, with those
// before it.
func familyOf(label string) string {
	words := strings.Fields(fold.Fold(label))
	for n, word := range words {
		if !slices.Contains(counting, word) {
			return strings.Join(words[:n+1], " ")
		}
	}
	return ""
}

// What is sent and what becomes of it, in labels: a part of the one is the other.
var (
	sent    = []string{"fired", "launched"}
	stopped = []string{"shot down", "intercepted", "downed", "destroyed", "suppressed"}
)

// whole returns the figure of a list of which the nth is a part, and how many percent that is: of as many drones
// launched so many shot down, counted exactly by the same actor in the same source, of which one is named. It is sure
// of no others.
func whole(figures []timeline.Figure, list []Counted, n int) (at int, percent float64) {
	part := &figures[list[n].Figure]
	of, ok := without(part.Label, stopped)
	if !ok || part.Source == timeline.NoSource && part.By == timeline.NoActor || !isExact(part, list[n].Quantity) {
		return NoWhole, 0
	}
	at = NoWhole
	for m := range list {
		f := &figures[list[m].Figure]
		launched, ok := without(f.Label, sent)
		if !ok || launched != of || f.Source != part.Source || f.By != part.By {
			continue
		}
		if at != NoWhole || !isExact(f, list[m].Quantity) {
			return NoWhole, 0 // two of one name, or one that is not sure
		}
		at = m
	}
	if at == NoWhole || list[at].Best <= 0 || list[n].Best < 0 || list[n].Best > list[at].Best {
		return NoWhole, 0
	}
	return at, 100 * list[n].Best / list[at].Best
}

// without returns a label without the words at its end that are one of a list; ok is false where they are not.
func without(label string, endings []string) (rest string, ok bool) {
	folded := fold.Fold(label)
	for _, end := range endings {
		if rest, ok := strings.CutSuffix(folded, " "+end); ok {
			return rest, true
		}
	}
	return "", false
}

// isExact reports whether a figure is one number that its source does not call approximate.
func isExact(f *timeline.Figure, q quantity.Quantity) bool {
	if q.Low != q.High || math.IsInf(q.Low, 0) {
		return false
	}
	text := f.Value
	if text == "" {
		text = f.Best
	}
	text = strings.TrimLeft(text, "$€£₴₽¥ ")
	return text != "" && '0' <= text[0] && text[0] <= '9'
}
