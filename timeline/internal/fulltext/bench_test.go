package fulltext

import (
	"context"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/testrecord"
)

// BenchmarkWords looks for words that no search has looked for before. The floor is a loop that reads every byte once.
func BenchmarkWords(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		t := testbuild.Synthetic(size.Events, 400)
		listed := listedIn(t)
		x := New(t, listed, nil, parallel.All())
		p40, _ := t.FindActor("p40")
		byActor := intset.NewBits(t.Len())
		byActor.SetRows(listed, []int32{int32(p40)})
		var text []byte
		for _, share := range x.shares {
			text = append(append(text, share.events.Text...), share.uneven.text...)
		}
		for _, search := range []struct {
			query, needle string
			within        intset.Bits
		}{
			{"t", " t", nil},
			{"e", " e", nil},
			{"en", " en", nil},
			{"tr", " tr", nil},
			{"transformer", " transformer", nil},
			{"kickback", " kickback", nil},
			{`"security guarantees"`, " security guarantees ", nil},
			{"зуст", " зуст", nil},
			{"zzqx", " zzqx", nil},
			{"transformer actor:p40", " transformer", byActor},
		} {
			b.Run(size.Name+"/"+search.query, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					x.cache.entries = nil
					x.Search(context.Background(), search.needle, search.within, intset.NewBits(t.Len()))
				}
			})
		}
		b.Run(size.Name+"/floor", func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				n := 0
				for _, c := range text {
					n += int(c)
				}
				sink = n
			}
		})
		if size.Events == 100_000 {
			b.Run(size.Name+"/arena", func(b *testing.B) {
				b.ReportAllocs()
				folded := 0
				for b.Loop() {
					folded = 0
					for _, share := range New(t, listed, nil, parallel.All()).shares {
						folded += len(share.uneven.text)
					}
				}
				b.ReportMetric(float64(folded), "B-kept")
			})
		}
	}
}

// sink keeps the compiler from leaving out a floor.
var sink int

// listedIn returns for each actor of t the events that list it.
func listedIn(t *timeline.Timeline) *intset.Rows {
	b := intset.NewRowsBuilder(t.Len(), t.Len())
	var e timeline.Event
	for i := range t.Len() {
		t.Read(i, &e)
		for _, part := range e.Actors {
			if part.Actor != timeline.NoActor {
				b.Add(int32(part.Actor))
			}
		}
		b.End()
	}
	actors := b.Done()
	rows := actors.Invert(t.Actors())
	return &rows
}
