package index

import (
	"fmt"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

// figure returns a figure of a draft.
func figure(label, value, unit string) timeline.FigureDraft {
	return timeline.FigureDraft{
		Label: label, Value: value, Unit: unit, By: timeline.NoMention, Source: timeline.NoCitation,
	}
}

func TestSeries(t *testing.T) {
	d := testbuild.NewDraft()
	for month, figures := range [][]timeline.FigureDraft{
		{figure("Drones fired", "810", ""), figure("dead", "2", "")},
		{figure("drones  fired.", "about 200", ""), figure("drones fired", "190–230", "")},
		{figure("drones fired", "many", ""), figure("drones fired", "5", "percent"), figure("", "7", "")},
		{figure("", "8", "")}, // of nobody knows what, as the one before
	} {
		date := fmt.Sprintf("2025-%02d", month+1)
		d.Event(date, "Strikes", "", func(e *timeline.EventDraft) { e.Figures = figures })
	}
	x := New(d.Done())
	got, whole := x.Series(1, 0)
	if !whole || len(got) != 3 || got[0].Event != 0 || got[1].Event != 1 || got[2].Figure != 1 ||
		got[2].Low != 190 || got[2].High != 230 {
		t.Errorf("the series is %+v, whole: %t", got, whole)
	}
	for _, alone := range [][2]int{{0, 1}, {2, 0}, {2, 1}, {2, 2}, {3, 0}} {
		if got, _ := x.Series(alone[0], alone[1]); got != nil || x.HasSeries(alone[0])[alone[1]] {
			t.Errorf("figure %v has the series %+v, want none", alone, got)
		}
	}
}

// A series of very many figures is made of those nearest in time, so that nobody waits for it.
func TestSeriesOfManyEvents(t *testing.T) {
	d := testbuild.NewDraft()
	for range 3 * maxSeries {
		d.Event("2025-01-01", "Strike", "", func(e *timeline.EventDraft) {
			e.Figures = []timeline.FigureDraft{figure("drones", "5", "")}
		})
	}
	x := New(d.Done())
	for _, tt := range []struct{ of, first, last int }{
		{0, 0, maxSeries - 1},
		{3 * maxSeries / 2, maxSeries, 2*maxSeries - 1},
		{3*maxSeries - 1, 2 * maxSeries, 3*maxSeries - 1},
	} {
		got, whole := x.Series(tt.of, 0)
		if whole || len(got) != maxSeries || !x.HasSeries(tt.of)[0] {
			t.Errorf("around event %d: %d readings, whole: %t", tt.of, len(got), whole)
			continue
		}
		if first, last := got[0].Event, got[len(got)-1].Event; first != tt.first || last != tt.last {
			t.Errorf("around event %d: readings from %d to %d, want %d to %d", tt.of, first, last, tt.first, tt.last)
		}
	}
}
