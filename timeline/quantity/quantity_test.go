package quantity

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
)

func TestQuantity(t *testing.T) {
	low, high := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		figure timeline.Figure
		want   Quantity
		unit   string
	}{
		{timeline.Figure{Value: "810"}, Quantity{810, 810, 810}, ""},
		{timeline.Figure{Value: "1,343"}, Quantity{1343, 1343, 1343}, ""},
		{timeline.Figure{Value: "1 343 000"}, Quantity{1343000, 1343000, 1343000}, ""},
		{timeline.Figure{Value: "1\u202f343"}, Quantity{1343, 1343, 1343}, ""},
		{timeline.Figure{Value: "1'343"}, Quantity{1343, 1343, 1343}, ""},
		{timeline.Figure{Value: "8.6"}, Quantity{8.6, 8.6, 8.6}, ""},
		{timeline.Figure{Value: "8,6"}, Quantity{8.6, 8.6, 8.6}, ""},
		{timeline.Figure{Value: "1,343.5"}, Quantity{1343.5, 1343.5, 1343.5}, ""},
		{timeline.Figure{Value: "-5"}, Quantity{-5, -5, -5}, ""},
		{timeline.Figure{Value: "−5"}, Quantity{-5, -5, -5}, ""},
		{timeline.Figure{Value: "about 200"}, Quantity{200, 200, 200}, ""},
		{timeline.Figure{Value: "Nearly 150"}, Quantity{150, 150, 150}, ""},
		{timeline.Figure{Value: "~30"}, Quantity{30, 30, 30}, ""},
		{timeline.Figure{Value: "more than 18"}, Quantity{18, 18, high}, ""},
		{timeline.Figure{Value: "100+"}, Quantity{100, 100, high}, ""},
		{timeline.Figure{Value: "≥ 5"}, Quantity{5, 5, high}, ""},
		{timeline.Figure{Value: "fewer than 20"}, Quantity{low, 20, 20}, ""},
		{timeline.Figure{Value: "up to 20"}, Quantity{low, 20, 20}, ""},
		{timeline.Figure{Value: "415–741"}, Quantity{415, 578, 741}, ""},
		{timeline.Figure{Value: "415-741"}, Quantity{415, 578, 741}, ""},
		{timeline.Figure{Value: "415 to 741"}, Quantity{415, 578, 741}, ""},
		{timeline.Figure{Value: "between 415 and 741"}, Quantity{415, 578, 741}, ""},
		{timeline.Figure{Value: "20%"}, Quantity{20, 20, 20}, "%"},
		{timeline.Figure{Value: "20", Unit: "per cent"}, Quantity{20, 20, 20}, "%"},
		{timeline.Figure{Value: "€10 billion"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{timeline.Figure{Value: "10", Unit: "billion EUR"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{timeline.Figure{Value: "10", Unit: "€ bn"}, Quantity{1e10, 1e10, 1e10}, "EUR"},
		{timeline.Figure{Value: "$3bn"}, Quantity{3e9, 3e9, 3e9}, "USD"},
		{timeline.Figure{Value: "5–10 million"}, Quantity{5e6, 7.5e6, 1e7}, ""},
		{timeline.Figure{Value: "20k people"}, Quantity{20000, 20000, 20000}, "people"},
		{timeline.Figure{Value: "20 km"}, Quantity{20, 20, 20}, "km"},
		{timeline.Figure{Value: "20", Unit: "Drones"}, Quantity{20, 20, 20}, "drones"},
		{timeline.Figure{Low: "18", Best: "20", High: "22"}, Quantity{18, 20, 22}, ""},
		{timeline.Figure{Low: "18", High: "22", Unit: "thousand"}, Quantity{18000, 20000, 22000}, ""},
		{timeline.Figure{Low: "18"}, Quantity{18, 18, high}, ""},
		{timeline.Figure{High: "22"}, Quantity{low, 22, 22}, ""},
		{timeline.Figure{Best: "about 20"}, Quantity{low, 20, high}, ""},
	} {
		if q, unit, ok := quantityOf(c.figure); !ok || q != c.want || unit != c.unit {
			t.Errorf("%+v reads as %v %q %v, want %v %q", c.figure, q, unit, ok, c.want, c.unit)
		}
	}
}

// quantityOf is Of a figure.
func quantityOf(f timeline.Figure) (Quantity, string, bool) {
	return Of(f.Value, f.Low, f.Best, f.High, f.Unit)
}

func TestQuantityOfWords(t *testing.T) {
	for _, f := range []timeline.Figure{
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
		if q, _, ok := Of(text, "", "", "", ""); !ok || q.Best != float64(n) {
			t.Fatalf("%q reads as %v %v", text, q, ok)
		}
	})
}
