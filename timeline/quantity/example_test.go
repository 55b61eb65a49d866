package quantity_test

import (
	"fmt"

	"dateline/timeline/quantity"
)

func ExampleParse() {
	for _, text := range []string{
		"1,343", "about 200 people", "fewer than 20", "at least 18", "415–741", "€10 billion", "20 per cent", "a fifth",
	} {
		q, unit, ok := quantity.Parse(text)
		if !ok {
			fmt.Printf("%s: no number\n", text)
			continue
		}
		fmt.Printf("%s: %.6g from %.6g to %.6g %q\n", text, q.Best, q.Low, q.High, unit)
	}
	// Output:
	// 1,343: 1343 from 1343 to 1343 ""
	// about 200 people: 200 from 200 to 200 "people"
	// fewer than 20: 20 from -Inf to 20 ""
	// at least 18: 18 from 18 to +Inf ""
	// 415–741: 578 from 415 to 741 ""
	// €10 billion: 1e+10 from 1e+10 to 1e+10 "EUR"
	// 20 per cent: 20 from 20 to 20 "%"
	// a fifth: no number
}

func ExampleOf() {
	q, unit, ok := quantity.Of("", "18", "20", "22", "billion EUR")
	fmt.Println(q.Low, q.Best, q.High, unit, ok)
	// Output:
	// 1.8e+10 2e+10 2.2e+10 EUR true
}
