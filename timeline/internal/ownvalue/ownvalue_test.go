package ownvalue_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"dateline/timeline/internal/ownvalue"
)

func Example() {
	for _, text := range []string{
		"war", `[war, "#trade"]`, "- Mira Sol\n- 'it''s'", "[[Mira Sol|her]]", "{lead: Mira Sol}",
	} {
		values, ok := ownvalue.Append(nil, text)
		fmt.Printf("%q %t\n", values, ok)
	}
	fmt.Println(ownvalue.Number("$1.5 million"))
	// Output:
	// ["war"] true
	// ["war" "trade"] true
	// ["Mira Sol" "it's"] true
	// ["Mira Sol"] true
	// [] false
	// 1.5e+06
}

func TestAppend(t *testing.T) {
	long := strings.Repeat("word ", 30)
	for text, want := range map[string]string{
		"two words":         `["two words"]`,
		"Note: see below":   `["Note: see below"]`,
		"https://a.org/b?c": `["https://a.org/b?c"]`,
		"https://a.org/" + strings.Repeat("x", 300): "[\"https://a.org/" + strings.Repeat("x", 300) + `"]`,
		long:                     "no",
		"two\nlines":             "no",
		"":                       "no",
		"- a\n- b c":             `["a" "b c"]`,
		"- a\n  b":               "no",
		"- lead: Mira":           "no",
		"- \"lead: Mira\"":       `["lead: Mira"]`,
		"- \"a\\tb\"\n- ''":      `["a\tb"]`,
		"- - Mira Sol\n- Jon":    `["Mira Sol" "Jon"]`,
		"- " + long:              "no",
		"[]":                     "[]",
		"[a, b, ]":               `["a" "b"]`,
		`["a, b", 'c, d', e]`:    `["a, b" "c, d" "e"]`,
		`["a, b]`:                "no",
		"[a, [b, c]]":            "no",
		"[[[a]]]":                `["a"]`,
		`["[[Mira Sol]]", "#x"]`: `["Mira Sol" "x"]`,
		"[don't, can't]":         `["don't" "can't"]`,
		"[a: b]":                 "no",
		"#politics":              `["#politics"]`,
		"- '# 1'":                `["# 1"]`,
		"[[]]":                   "no",
		"[":                      `["["]`,
	} {
		values, ok := ownvalue.Append(nil, text)
		got := fmt.Sprintf("%q", values)
		if !ok {
			got = "no"
		}
		if got != want {
			t.Errorf("%q holds %s, want %s", text, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"8": 8, "-3.5": -3.5, "1,343": 1343, "20%": 20, "€5": 5, "about 200": 200, "8.0": 8,
		"8 September 2025": math.NaN(), "2025-09-08": math.NaN(), "10-12": math.NaN(), "5 km": math.NaN(), "x": math.NaN(),
		"more than 5": math.NaN(), "8 of 10": math.NaN(),
	} {
		if got := ownvalue.Number(text); got != want && !(math.IsNaN(got) && math.IsNaN(want)) {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
		if ownvalue.IsNumber(text) == math.IsNaN(want) {
			t.Errorf("%q is a number: %t", text, math.IsNaN(want))
		}
	}
}

func FuzzAppend(f *testing.F) {
	for _, seed := range []string{"a", "- a\n- b", `["a", 'b', c]`, "[[x|y]]", "- - ", `["\`, "['", "- \"", "[#]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		values, ok := ownvalue.Append(nil, text)
		for _, v := range values {
			if ok && (v == "" || strings.ContainsRune(v, '\n') && !strings.Contains(text, `\n`)) {
				t.Fatalf("%q holds %q", text, values)
			}
		}
	})
}
