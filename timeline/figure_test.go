package timeline

import (
	"context"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantity(t *testing.T) {
	low, high := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		figure Figure
		want   Quantity
		unit   string
	}{
		{Figure{Value: "810"}, Quantity{810, 810, 810}, ""},
		{Figure{Value: "1,343"}, Quantity{1343, 1343, 1343}, ""},
		{Figure{Value: "1 343 000"}, Quantity{1343000, 1343000, 1343000}, ""},
		{Figure{Value: "1\u202f343"}, Quantity{1343, 1343, 1343}, ""},
		{Figure{Value: "1'343"}, Quantity{1343, 1343, 1343}, ""},
		{Figure{Value: "8.6"}, Quantity{8.6, 8.6, 8.6}, ""},
		{Figure{Value: "8,6"}, Quantity{8.6, 8.6, 8.6}, ""},
		{Figure{Value: "1,343.5"}, Quantity{1343.5, 1343.5, 1343.5}, ""},
		{Figure{Value: "-5"}, Quantity{-5, -5, -5}, ""},
		{Figure{Value: "−5"}, Quantity{-5, -5, -5}, ""},
		{Figure{Value: "about 200"}, Quantity{200, 200, 200}, ""},
		{Figure{Value: "Nearly 150"}, Quantity{150, 150, 150}, ""},
		{Figure{Value: "~30"}, Quantity{30, 30, 30}, ""},
		{Figure{Value: "more than 18"}, Quantity{18, 18, high}, ""},
		{Figure{Value: "100+"}, Quantity{100, 100, high}, ""},
		{Figure{Value: "≥ 5"}, Quantity{5, 5, high}, ""},
		{Figure{Value: "fewer than 20"}, Quantity{low, 20, 20}, ""},
		{Figure{Value: "up to 20"}, Quantity{low, 20, 20}, ""},
		{Figure{Value: "415–741"}, Quantity{415, 578, 741}, ""},
		{Figure{Value: "415-741"}, Quantity{415, 578, 741}, ""},
		{Figure{Value: "415 to 741"}, Quantity{415, 578, 741}, ""},
		{Figure{Value: "between 415 and 741"}, Quantity{415, 578, 741}, ""},
		{Figure{Value: "20%"}, Quantity{20, 20, 20}, "%"},
		{Figure{Value: "20", Unit: "per cent"}, Quantity{20, 20, 20}, "%"},
		{Figure{Value: "€10 billion"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{Figure{Value: "10", Unit: "billion EUR"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{Figure{Value: "10", Unit: "€ bn"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{Figure{Value: "$3bn"}, Quantity{3e9, 3e9, 3e9}, "USD"},
		{Figure{Value: "5–10 million"}, Quantity{5e6, 7.5e6, 1e7}, ""},
		{Figure{Value: "20k people"}, Quantity{20000, 20000, 20000}, "people"},
		{Figure{Value: "20 km"}, Quantity{20, 20, 20}, "km"},
		{Figure{Value: "20", Unit: "Drones"}, Quantity{20, 20, 20}, "drones"},
		{Figure{Low: "18", Best: "20", High: "22"}, Quantity{18, 20, 22}, ""},
		{Figure{Low: "18", High: "22", Unit: "thousand"}, Quantity{18000, 20000, 22000}, ""},
		{Figure{Low: "18"}, Quantity{18, 18, high}, ""},
		{Figure{High: "22"}, Quantity{low, 22, 22}, ""},
		{Figure{Best: "about 20"}, Quantity{low, 20, high}, ""},
	} {
		if q, unit, ok := quantityOf(c.figure); !ok || q != c.want || unit != c.unit {
			t.Errorf("%+v reads as %v %q %v, want %v %q", c.figure, q, unit, ok, c.want, c.unit)
		}
	}
}

// quantityOf is QuantityOf a figure.
func quantityOf(f Figure) (Quantity, string, bool) {
	return QuantityOf(f.Value, f.Low, f.Best, f.High, f.Unit)
}

func TestQuantityOfWords(t *testing.T) {
	for _, f := range []Figure{
		{},
		{Value: "about a fifth"},
		{Value: "several"},
		{Value: "5 of 8"},
		{Value: "741–415"},
		{Value: "18 (9 children)"},
		{Value: "3–"},
		{Value: "—"},
		{Low: "30", High: "20"},
		{Low: "few", High: "20"},
		{Value: strings.Repeat("9", 400)},
	} {
		if q, _, ok := quantityOf(f); ok {
			t.Errorf("%+v reads as %v, want no number", f, q)
		}
	}
}

// TestQuantityReadsWhatIsWritten writes numbers in groups, with words before and after, and reads them back.
func TestQuantityReadsWhatIsWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 1_000_000_000).Draw(t, "n")
		digits := strconv.Itoa(n)
		mark := rapid.SampledFrom([]string{"", ",", " ", "'", "\u00a0"}).Draw(t, "mark")
		for i := len(digits) - 3; i > 0; i -= 3 {
			digits = digits[:i] + mark + digits[i:]
		}
		text := rapid.SampledFrom([]string{"", "about ", "some ", "more than "}).Draw(t, "before") + digits +
			rapid.SampledFrom([]string{"", " people", "%"}).Draw(t, "after")
		if q, _, ok := QuantityOf(text, "", "", "", ""); !ok || q.Best != float64(n) {
			t.Fatalf("%q reads as %v %v", text, q, ok)
		}
	})
}

func TestSeries(t *testing.T) {
	x := Load(context.Background(), []File{{Name: "t.yaml", Open: func() (io.ReadCloser, error) {
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

// Nobody waits for a series of a million figures: it is made of those nearest in time.
func TestSeriesOfManyEvents(t *testing.T) {
	d := newDraft()
	for range 3 * maxSeries {
		d.event("2025-01-01", "Strike", "", func(e *eventDraft) {
			e.Figures = []figureDraft{{Label: "drones", Value: "5", By: noMention, Source: noCitation}}
		})
	}
	x := NewIndex(d.done())
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
