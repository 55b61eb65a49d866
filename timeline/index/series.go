package index

import (
	"math"
	"slices"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/quantity"
	"dateline/timeline/query"
)

// A Reading is a point of a series: a figure of an event, as a number.
type Reading struct {
	Event  int // the number of the event
	Figure int // the place of the figure in Event.Figures; NoFigure for the value of a key of the writer's own
	quantity.Quantity
}

// NoFigure is the Figure of a Reading that is none.
const NoFigure = -1

// Bounds that keep a series short in a record with very many figures.
const (
	maxSeries  = 2000 // events in which figures are looked for
	maxFigures = 64   // figures of one event that are looked at
)

// Series returns the readings that figure n of event i can be compared with, itself among them: all of the same label,
// folded, and of the same unit, in the order of the events. There are none where no other event has one. Where very
// many events have the label, only those nearest to event i are looked at, and whole is false.
func (x *Index) Series(i, n int) (readings []Reading, whole bool) {
	e := x.t.Event(i)
	key, _, ok := seriesOf(&e.Figures[n])
	if !ok || n >= maxFigures {
		return nil, true
	}
	events, whole := x.labelled(e.Figures[n].Label, i)
	for _, event := range events {
		x.t.Read(int(event), e)
		whole = whole && len(e.Figures) <= maxFigures
		for m, f := range charted(e) {
			if k, q, ok := seriesOf(&f); ok && k == key {
				readings = append(readings, Reading{int(event), m, q})
			}
		}
	}
	if len(readings) == 0 || readings[0].Event == readings[len(readings)-1].Event {
		return nil, whole
	}
	return readings, whole
}

// HasSeries reports of every figure of event i whether Series returns readings for it, in less time than that takes. It
// looks at a few thousand events at most: a series that begins beyond these counts as none.
func (x *Index) HasSeries(i int) []bool {
	e, left := x.t.Event(i), maxSeries // left is how many more events may be looked at
	has := make([]bool, len(e.Figures))
	var other timeline.Event
	for n, f := range charted(e) {
		key, _, ok := seriesOf(&f)
		if !ok {
			continue
		}
		events, _ := x.labelled(f.Label, i)
		for _, event := range events {
			if has[n] || left == 0 {
				break
			}
			if int(event) == i {
				continue
			}
			left--
			x.t.Read(int(event), &other)
			has[n] = slices.ContainsFunc(charted(&other), func(f timeline.Figure) bool {
				k, _, ok := seriesOf(&f)
				return ok && k == key
			})
		}
	}
	return has
}

// charted returns the figures of e that may belong to a series.
func charted(e *timeline.Event) []timeline.Figure { return e.Figures[:min(len(e.Figures), maxFigures)] }

// A labels finds the events with figures of a label.
type labels struct {
	byText map[string]int32 // spelling of a label -> its row in posts; spellings that fold to one share a row
	posts  intset.Rows      // label -> events
}

// labelled returns the events with figures of a label, in order. Where there are too many, it returns those nearest to
// event i, and whole is false.
func (x *Index) labelled(label string, i int) (events []int32, whole bool) {
	row, ok := x.labels.byText[label]
	if !ok {
		return nil, true
	}
	return around(x.labels.posts.Row(row), i)
}

// around returns events, which are in order. Where there are too many for a series, it returns those nearest to event
// i, and whole is false.
func around(events []int32, i int) (near []int32, whole bool) {
	if len(events) <= maxSeries {
		return events, true
	}
	at, _ := slices.BinarySearch(events, int32(i))
	from := max(0, min(at-maxSeries/2, len(events)-maxSeries))
	return events[from : from+maxSeries], false
}

// OwnSeries returns the numbers that events have under a key of the writer's own, in the order of the events; none
// where fewer than two have one. Where very many events have the key, only those nearest to event i are looked at, and
// whole is false.
func (x *Index) OwnSeries(key query.Key, i int) (readings []Reading, whole bool) {
	k := x.ownKey(key)
	if k == nil {
		return nil, true
	}
	numbers, byEvent := k.numbers(), k.byEvent()
	events, whole := around(k.events, i)
	for _, event := range events {
		if x.t.Date(int(event)).IsZero() {
			break // what has no date comes last
		}
		for _, v := range byEvent.Row(event) {
			if n := numbers[v]; !math.IsNaN(n) {
				readings = append(readings, Reading{int(event), NoFigure, quantity.Quantity{Low: n, Best: n, High: n}})
			}
		}
	}
	if len(readings) == 0 || readings[0].Event == readings[len(readings)-1].Event {
		return nil, whole
	}
	return readings, whole
}

// A seriesKey is what figures of one series share.
type seriesKey struct{ label, unit string }

// seriesOf returns the series that f belongs to and its number there; ok is false where f is no number.
func seriesOf(f *timeline.Figure) (key seriesKey, q quantity.Quantity, ok bool) {
	q, unit, ok := quantity.Of(f.Value, f.Low, f.Best, f.High, f.Unit)
	return seriesKey{fold.Fold(f.Label), unit}, q, ok
}
