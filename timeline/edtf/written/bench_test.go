package written_test

import (
	"testing"

	"dateline/timeline/edtf/written"
)

// What is no date must be cheap to tell, since whole columns of texts are asked.
func BenchmarkReadings(b *testing.B) {
	for name, text := range map[string]string{
		"word":     "Kyiv",
		"prose":    "The committee met in 1850 to discuss the report of the year before.",
		"number":   "3.14159",
		"name":     "Dr. Mira Sol",
		"address":  "https://example.org/2013/12/21/page",
		"day":      "October 21, 2022",
		"span":     "November 12–16, 2024",
		"digits":   "04/05/2024",
		"oneOrder": "12/21/2013",
		"stamp":    "Tue, 25 Jun 2024 14:54:28 GMT",
		"twoDates": "1910-12",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				written.Readings(text)
			}
		})
	}
}
