package timeline_test

import (
	"fmt"
	"testing"

	"dateline/timeline"
	"dateline/timeline/diag"
)

// BenchmarkBuilderSources puts a record together that cites 100,000 sources in place, as many bare links, and as often
// one of 50 ids.
func BenchmarkBuilderSources(b *testing.B) {
	const sources, inBatch = 100_000, 1000
	for _, bench := range []struct {
		name string
		cite func(batch *timeline.Batch, n int)
	}{
		{"in place", func(batch *timeline.Batch, n int) {
			batch.CiteSource(&timeline.SourceDraft{Source: timeline.Source{
				Title: fmt.Sprint("What an article says of ", n), URL: fmt.Sprint("https://example.org/", n),
				Pos: diag.Pos{Line: n + 1, Column: 9},
			}})
		}},
		{"links", func(batch *timeline.Batch, n int) {
			batch.Cite(fmt.Sprint("https://example.org/", n), diag.Range{})
		}},
		{"cited", func(batch *timeline.Batch, n int) { batch.Cite(fmt.Sprint("source-", n%50), diag.Range{}) }},
	} {
		batches := make([]*timeline.Batch, sources/inBatch)
		for n := range batches {
			batches[n] = timeline.NewBatch(0)
			for i := range inBatch {
				bench.cite(batches[n], n*inBatch+i)
			}
		}
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				builder := timeline.NewBuilder()
				for n, batch := range batches {
					builder.Absorb(batch, "record.yaml")
					if n == len(batches)/2 { // as the screen is shown what there is
						builder.Timeline(false)
					}
				}
				builder.Timeline(true)
			}
		})
	}
}
