package index

import (
	"slices"

	"dateline/timeline"
	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/quantity"
)

// A Reading is one point of a series: a figure of an event, as a number.
type Reading struct {
	Event  int // its number in the timeline
	Figure int // the figure's place in the event
	quantity.Quantity
}

// Bounds for a record with very many figures, so that nobody waits for it.
const (
	maxSeries  = 2000 // events that a series is gathered from
	maxFigures = 64   // of one event
)

// Series are the readings that figure n of event i can be compared with, itself among them: all of the same label and
// unit, in order of time. It is nil where no other event has one. Where very many events have the label, only those
// nearest to event i are looked at, and whole is false.
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

// HasSeries says of every figure of event i whether it has a series, which is found out much faster than what they are.
func (x *Index) HasSeries(i int) []bool {
	e, patience := x.t.Event(i), maxSeries
	has := make([]bool, len(e.Figures))
	var other timeline.Event
	for n, f := range charted(e) {
		key, _, ok := seriesOf(&f)
		if !ok {
			continue
		}
		events, _ := x.labelled(f.Label, i)
		for _, event := range events {
			if has[n] || patience == 0 {
				break
			}
			if int(event) == i {
				continue
			}
			patience--
			x.t.Read(int(event), &other)
			has[n] = slices.ContainsFunc(charted(&other), func(f timeline.Figure) bool {
				k, _, ok := seriesOf(&f)
				return ok && k == key
			})
		}
	}
	return has
}

// charted are the figures of e that may belong to a series.
func charted(e *timeline.Event) []timeline.Figure { return e.Figures[:min(len(e.Figures), maxFigures)] }

// The labels of figures, by which events with figures of one label are found.
type labels struct {
	byText map[string]int32 // as spelled -> row of posts, which two spellings of one label share
	posts  intset.Rows      // label -> events
}

// labelled are the events with figures of a label, those nearest to event i where they are many.
func (x *Index) labelled(label string, i int) (events []int32, whole bool) {
	row, ok := x.labels.byText[label]
	if !ok {
		return nil, true
	}
	events = x.labels.posts.Row(row)
	if len(events) <= maxSeries {
		return events, true
	}
	at, _ := slices.BinarySearch(events, int32(i))
	from := max(0, min(at-maxSeries/2, len(events)-maxSeries))
	return events[from : from+maxSeries], false
}

// A seriesKey is what figures must share to be compared.
type seriesKey struct{ label, unit string }

// seriesOf is the series that f belongs to, and what it says there.
func seriesOf(f *timeline.Figure) (seriesKey, quantity.Quantity, bool) {
	q, unit, ok := quantity.Of(f.Value, f.Low, f.Best, f.High, f.Unit)
	return seriesKey{fold.Fold(f.Label), unit}, q, ok
}
