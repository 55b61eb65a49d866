package edtf_test

import (
	"testing"
	"time"

	"dateline/timeline/edtf"
)

func BenchmarkParseDate(b *testing.B) {
	for _, text := range []string{
		"2025-09-08", "2025-09", "2025-08~", "2025-09-20T20:39+03:00", "2025-09-23/2025-09-29", "[2025-08-15,2025-08-16]",
	} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := edtf.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	// For comparison, the standard library, which reads this form alone.
	b.Run("time.Parse", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := time.Parse(time.DateOnly, "2025-09-08"); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkDateProse(b *testing.B) {
	for _, text := range []string{"2025-09-08", "2025-09-23/2025-09-29"} {
		d := must(b, text)
		b.Run("String/"+text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = d.String()
			}
		})
		b.Run("Short/"+text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_ = d.Short()
			}
		})
	}
}
