package index

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
)

// Nobody waits for a series of a million figures: it is made of those nearest in time.
func TestSeriesOfManyEvents(t *testing.T) {
	d := testbuild.NewDraft()
	for range 3 * maxSeries {
		d.Event("2025-01-01", "Strike", "", func(e *timeline.EventDraft) {
			e.Figures = []timeline.FigureDraft{{Label: "drones", Value: "5", By: timeline.NoMention, Source: timeline.NoCitation}}
		})
	}
	x := New(d.Done())
	for _, tt := range []struct{ of, first, last int }{
		{0, 0, maxSeries - 1},
		{3 * maxSeries / 2, maxSeries, 2*maxSeries - 1},
		{3*maxSeries - 1, 2 * maxSeries, 3*maxSeries - 1},
	} {
		got, whole := x.Series(tt.of, 0)
		if whole || len(got) != maxSeries || got[0].Event != tt.first || got[len(got)-1].Event != tt.last || !x.HasSeries(tt.of)[0] {
			t.Errorf("around event %d: %d readings, from %d to %d, whole: %t", tt.of, len(got), got[0].Event, got[len(got)-1].Event, whole)
		}
	}
}
