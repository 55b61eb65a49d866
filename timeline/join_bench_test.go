package timeline

import (
	"fmt"
	"testing"
)

// BenchmarkJoin puts a record of many actors together, each under the next, of whom a reader joins some.
func BenchmarkJoin(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		builder := NewBuilder()
		batch := NewBatch(1)
		for i := range n {
			name := fmt.Sprint("Actor ", i)
			batch.AddActor(ActorDraft{ID: fmt.Sprint("id-", i), Name: name, Parent: fmt.Sprint("id-", i+1)})
			batch.Mention(fmt.Sprint("id-", i+1))
		}
		builder.Absorb(batch, "x.yaml")
		t := builder.Timeline(false)
		for _, lists := range []int{0, 10, 1000} {
			same := make([][]string, lists)
			for i := range same {
				same[i] = []string{fmt.Sprint("Actor ", i), fmt.Sprint("id-", n-1-i), fmt.Sprint("None ", i)}
			}
			b.Run(fmt.Sprintf("%d actors, %d lists", n, lists), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if j := t.join(same); lists > 0 && j.Actors() != n+1-lists {
						b.Fatalf("%d actors", j.Actors())
					}
				}
			})
		}
	}
}
