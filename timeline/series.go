package timeline

import "slices"

// A Reading is one point of a series: a figure of an event, as a number.
type Reading struct {
	Event  int // its number in the timeline
	Figure int // the figure's place in the event
	Quantity
}

// maxSeries is how many events a series is gathered from, so that nobody waits for it.
const maxSeries = 2000

// Series are the readings that figure n of event i can be compared with, itself among them: all of the same label and
// unit, in order of time. It is nil where no other event has one. Where very many events have the label, only those
// nearest to event i are looked at, and whole is false.
func (x *Index) Series(i, n int) (readings []Reading, whole bool) {
	events, whole := x.labelled(i, n)
	readings = x.readings(i, n, events, len(events)+1)
	if len(readings) == 0 || readings[0].Event == readings[len(readings)-1].Event {
		return nil, whole
	}
	return readings, whole
}

// HasSeries says whether figure n of event i has a series, which is found out much faster than what it is.
func (x *Index) HasSeries(i, n int) bool {
	events, _ := x.labelled(i, n)
	at, found := slices.BinarySearch(events, int32(i))
	return found && (x.readings(i, n, events[at+1:], 1) != nil || x.readings(i, n, events[:at], 1) != nil)
}

// labelled are the events with figures of the label that figure n of event i has, those nearest to i where they are many.
func (x *Index) labelled(i, n int) (events []int32, whole bool) {
	label, ok := x.labels.byText[x.t.Event(i).Figures[n].Label]
	if !ok {
		return nil, true
	}
	events = x.labels.posts.row(label)
	if len(events) <= maxSeries {
		return events, true
	}
	at, _ := slices.BinarySearch(events, int32(i))
	from := max(0, min(at-maxSeries/2, len(events)-maxSeries))
	return events[from : from+maxSeries], false
}

// readings are those of some events that can be compared with figure n of event i; no more than of so many events.
func (x *Index) readings(i, n int, events []int32, most int) (list []Reading) {
	var e Event
	x.t.read(i, &e)
	key, _, ok := e.Figures[n].series()
	if !ok {
		return nil
	}
	for _, event := range events {
		x.t.read(int(event), &e)
		before := len(list)
		for m, f := range e.Figures {
			if k, q, ok := f.series(); ok && k == key {
				list = append(list, Reading{int(event), m, q})
			}
		}
		if len(list) > before {
			if most--; most == 0 {
				break
			}
		}
	}
	return list
}

// A seriesKey is what figures must share to be compared.
type seriesKey struct{ label, unit string }

// series is the series that f belongs to, and what it says there.
func (f Figure) series() (seriesKey, Quantity, bool) {
	q, unit, ok := f.measure()
	return seriesKey{Fold(f.Label), unit}, q, ok
}
