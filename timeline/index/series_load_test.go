package index_test

import (
	"context"
	"io"
	"strings"
	"testing"

	"dateline/timeline/load"
)

func TestSeries(t *testing.T) {
	x := load.Files(context.Background(), []load.File{{Name: "t.yaml", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(`events:
  - {date: 2025-01, title: A, figures: [{label: Drones fired, value: 810}, {label: dead, value: 2}]}
  - {date: 2025-02, title: B, figures: [{label: drones  fired., value: about 200}, {label: drones fired, value: 190–230}]}
  - {date: 2025-03, title: C, figures: [{label: drones fired, value: many}, {label: drones fired, value: 5, unit: percent}]}
`)), nil
	}}}, nil).Index
	got, _ := x.Series(1, 0)
	if len(got) != 3 || got[0].Event != 0 || got[1].Event != 1 || got[2].Figure != 1 || got[2].Low != 190 || !got[2].Ranged() {
		t.Errorf("the series is %+v", got)
	}
	for _, alone := range [][2]int{{0, 1}, {2, 0}, {2, 1}} {
		if got, _ := x.Series(alone[0], alone[1]); got != nil || x.HasSeries(alone[0])[alone[1]] {
			t.Errorf("figure %v has the series %+v, want none", alone, got)
		}
	}
}
