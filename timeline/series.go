package timeline

// A Reading is one point of a series: a figure of an event, as a number.
type Reading struct {
	Event  int // its number in the timeline
	Figure int // the figure's place in the event
	Quantity
}

// Series are the readings that figure n of event i can be compared with, itself among them: all of the same label and
// unit, in order of time. It is nil where no other event has one.
func (x *Index) Series(i, n int) []Reading {
	key, _, ok := x.t.Event(i).Figures[n].series()
	if !ok {
		return nil
	}
	readings := x.readings()[key]
	if len(readings) == 0 || readings[0].Event == readings[len(readings)-1].Event {
		return nil
	}
	return readings
}

// A seriesKey is what figures must share to be compared.
type seriesKey struct{ label, unit string }

// series is the series that f belongs to, and what it says there.
func (f Figure) series() (seriesKey, Quantity, bool) {
	q, unit, ok := f.measure()
	return seriesKey{Fold(f.Label), unit}, q, ok
}

// newReadings gathers the figures of events by their series.
func newReadings(t *Timeline, events Selection) map[seriesKey][]Reading {
	all := make(map[seriesKey][]Reading)
	for place := range events.Len() {
		i := events.At(place)
		for n, f := range t.Event(i).Figures {
			if key, q, ok := f.series(); ok {
				all[key] = append(all[key], Reading{i, n, q})
			}
		}
	}
	return all
}
