package query

import "testing"

// BenchmarkParse reads a query as it is typed, once for each letter.
func BenchmarkParse(b *testing.B) {
	for _, text := range []string{
		"yermak", "actor:yermak,budanov since:2025-07 -type:call", `"security guarantees" (a OR b)`,
		`importance>=7 "Impact Areas":war`, `since:"last month"`, "nothing>high",
	} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = Parse(text)
			}
		})
	}
}
