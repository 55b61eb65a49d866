package index

import (
	"fmt"
	"slices"
	"testing"

	"dateline/timeline/internal/fulltext"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
	"dateline/timeline/testrecord"
)

func BenchmarkNewIndex(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		t := testbuild.Synthetic(size.Events, 400)
		b.Run(size.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(t)
			}
		})
	}
}

// Filter by an actor, and count all 400 under the filter. The floor beside it is one pass over the actors of all events.
func BenchmarkActors(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		for _, query := range []string{"actor:p40", "actor:org1", "actor:org1,p40,p41 -actor:p50", "-actor:org1", "type:call,strike"} {
			q := ask(b, query)
			s := x.Select(q)
			b.Run(fmt.Sprintf("%s/select/%s/%d", size.Name, query, s.Len()), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Select(q)
				}
			})
			b.Run(fmt.Sprintf("%s/count/%s", size.Name, query), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.ActorCounts(s)
				}
			})
		}
		b.Run(size.Name+"/floor", func(b *testing.B) {
			for b.Loop() {
				n := 0
				for i := range x.involved.Len() {
					for _, a := range x.involved.Row(int32(i)) {
						if a == 7 {
							n++
						}
					}
				}
				sink = n
			}
		})
	}
}

var sink int

func BenchmarkWords(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		a := x.text()
		text := slices.Concat(textsOf(a)...)
		for _, query := range []string{"t", "en", "tr", "transformer", "kickback", `"security guarantees"`, "зуст", "zzqx", "transformer actor:p40"} {
			q := ask(b, query)
			b.Run(size.Name+"/"+query, func(b *testing.B) {
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					a.Cache.Found = nil
					x.Select(q)
				}
			})
		}
		b.Run(size.Name+"/floor", func(b *testing.B) { // reading every byte once
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
				for b.Loop() {
					fulltext.New(x.t, &x.byListed)
				}
			})
		}
	}
}

// textsOf are the words of the events.
func textsOf(a *fulltext.Index) (texts [][]byte) {
	for _, w := range a.Shares {
		texts = append(texts, w.Text)
	}
	return texts
}

func BenchmarkSearchActors(b *testing.B) {
	x := New(testbuild.Synthetic(20_000, 5000))
	x.names()
	for _, text := range []string{"z", "zel", "zelensky", "Зеленський", "marco rub", "yermka", "qqq", ""} {
		b.Run(fmt.Sprintf("%q/%d", text, len(x.SearchActors(text))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.SearchActors(text)
			}
		})
	}
}

// One letter more in the query line: what may follow, counted under the rest of the query.
func BenchmarkComplete(b *testing.B) {
	x := New(testbuild.Synthetic(100_000, 5000))
	for _, text := range []string{"actor:", "actor:zel", "by:zel", "type:", "location:ky", "date:20", "date:2020-0", "is:", "zel", "type:call id:e1"} {
		slot, _ := query.CursorAt(text, len(text))
		s := x.Select(slot.Rest)
		b.Run(fmt.Sprintf("%q/%d", text, len(x.Complete(slot, s))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Complete(slot, s)
			}
		})
	}
}
