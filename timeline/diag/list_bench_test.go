package diag_test

import (
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
)

// BenchmarkReport reports problems of three kinds to a list without room for more.
func BenchmarkReport(b *testing.B) {
	at := diag.Range{File: diag.NewFile("a.yaml", "x"), Line: 1, Column: 1, Width: 1}
	list := diag.NewList(0)
	keys := []string{"importance", "era", "lane"}
	b.ReportAllocs()
	for n := range b.N {
		if n%len(keys) == 0 {
			list.BeginEvent()
		}
		message := "unknown key `" + keys[n%len(keys)] + "`"
		if !list.Skip(rule.UnknownKey, message) {
			list.Report(at, rule.UnknownKey, message, "")
		}
	}
}
