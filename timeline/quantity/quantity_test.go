package quantity_test

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/quantity"
)

func TestQuantity(t *testing.T) {
	low, high := math.Inf(-1), math.Inf(1)
	for _, c := range []struct {
		figure figure
		want   quantity.Quantity
		unit   string
	}{
		{figure{Value: "810"}, quantity.Quantity{810, 810, 810}, ""},
		{figure{Value: "1,343"}, quantity.Quantity{1343, 1343, 1343}, ""},
		{figure{Value: "1 343 000"}, quantity.Quantity{1343000, 1343000, 1343000}, ""},
		{figure{Value: "1\u202f343"}, quantity.Quantity{1343, 1343, 1343}, ""},
		{figure{Value: "1'343"}, quantity.Quantity{1343, 1343, 1343}, ""},
		{figure{Value: "8.6"}, quantity.Quantity{8.6, 8.6, 8.6}, ""},
		{figure{Value: "8,6"}, quantity.Quantity{8.6, 8.6, 8.6}, ""},
		{figure{Value: "1,343.5"}, quantity.Quantity{1343.5, 1343.5, 1343.5}, ""},
		{figure{Value: "-5"}, quantity.Quantity{-5, -5, -5}, ""},
		{figure{Value: "−5"}, quantity.Quantity{-5, -5, -5}, ""},
		{figure{Value: "about 200"}, quantity.Quantity{200, 200, 200}, ""},
		{figure{Value: "Nearly 150"}, quantity.Quantity{150, 150, 150}, ""},
		{figure{Value: "~30"}, quantity.Quantity{30, 30, 30}, ""},
		{figure{Value: "more than 18"}, quantity.Quantity{18, 18, high}, ""},
		{figure{Value: "100+"}, quantity.Quantity{100, 100, high}, ""},
		{figure{Value: "≥ 5"}, quantity.Quantity{5, 5, high}, ""},
		{figure{Value: "fewer than 20"}, quantity.Quantity{low, 20, 20}, ""},
		{figure{Value: "up to 20"}, quantity.Quantity{low, 20, 20}, ""},
		{figure{Value: "415–741"}, quantity.Quantity{415, 578, 741}, ""},
		{figure{Value: "415-741"}, quantity.Quantity{415, 578, 741}, ""},
		{figure{Value: "415 to 741"}, quantity.Quantity{415, 578, 741}, ""},
		{figure{Value: "between 415 and 741"}, quantity.Quantity{415, 578, 741}, ""},
		{figure{Value: "20%"}, quantity.Quantity{20, 20, 20}, "%"},
		{figure{Value: "20", Unit: "per cent"}, quantity.Quantity{20, 20, 20}, "%"},
		{figure{Value: "€10 billion"}, quantity.Quantity{1e10, 1e10, 1e10}, "EUR"},
		{figure{Value: "10", Unit: "billion EUR"}, quantity.Quantity{1e10, 1e10, 1e10}, "EUR"},
		{figure{Value: "10", Unit: "€ bn"}, quantity.Quantity{1e10, 1e10, 1e10}, "EUR"},
		{figure{Value: "$3bn"}, quantity.Quantity{3e9, 3e9, 3e9}, "USD"},
		{figure{Value: "5–10 million"}, quantity.Quantity{5e6, 7.5e6, 1e7}, ""},
		{figure{Value: "20k people"}, quantity.Quantity{20000, 20000, 20000}, "people"},
		{figure{Value: "20 km"}, quantity.Quantity{20, 20, 20}, "km"},
		{figure{Value: "20", Unit: "Drones"}, quantity.Quantity{20, 20, 20}, "drones"},
		{figure{Low: "18", Best: "20", High: "22"}, quantity.Quantity{18, 20, 22}, ""},
		{figure{Low: "18", High: "22", Unit: "thousand"}, quantity.Quantity{18000, 20000, 22000}, ""},
		{figure{Low: "18"}, quantity.Quantity{18, 18, high}, ""},
		{figure{High: "22"}, quantity.Quantity{low, 22, 22}, ""},
		{figure{Best: "about 20"}, quantity.Quantity{low, 20, high}, ""},
	} {
		if q, unit, ok := quantityOf(c.figure); !ok || q != c.want || unit != c.unit {
			t.Errorf("%+v reads as %v %q %v, want %v %q", c.figure, q, unit, ok, c.want, c.unit)
		}
	}
}

// A figure is the texts that Of reads.
type figure struct{ Value, Low, Best, High, Unit string }

// quantityOf returns Of a figure.
func quantityOf(f figure) (quantity.Quantity, string, bool) {
	return quantity.Of(f.Value, f.Low, f.Best, f.High, f.Unit)
}

func TestQuantityOfWords(t *testing.T) {
	for _, f := range []figure{
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
		if q, _, ok := quantity.Of(text, "", "", "", ""); !ok || q.Best != float64(n) {
			t.Fatalf("%q reads as %v %v", text, q, ok)
		}
	})
}
