package index

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline"
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

// BenchmarkSources makes an index of events with one or two sources in place, and asks for some of them.
func BenchmarkSources(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		d := testbuild.NewDraft()
		for i := range size.Events {
			d.Event("2025-09-08", "Title", "", func(e *timeline.EventDraft) {
				for n := range 1 + i%2 {
					e.Sources = append(e.Sources, d.Source(timeline.Source{
						Title: fmt.Sprint("What report ", i, " says of drones"), URL: fmt.Sprintf("https://example.org/%d/%d", i, n),
					}))
				}
			})
		}
		t := d.Done()
		b.Run(size.Name+"/new", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				New(t)
			}
		})
		for _, text := range []string{"source:drones", "source:https://example.org/77/0", "source:none"} {
			q := ask(b, text)
			b.Run(size.Name+"/first/"+text, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					b.StopTimer()
					x := New(t)
					b.StartTimer()
					x.Select(q)
				}
			})
			x := New(t)
			b.Run(size.Name+"/select/"+text, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Select(q)
				}
			})
		}
	}
}

// BenchmarkActors filters by an actor, and counts all 400 under the filter. The floor is one pass over the actors of
// all events.
func BenchmarkActors(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		for _, text := range []string{
			"actor:p40", "actor:org1", "actor:org1,p40,p41 -actor:p50", "-actor:org1", "type:call,strike",
		} {
			q := ask(b, text)
			s := x.Select(q)
			b.Run(fmt.Sprintf("%s/select/%s/%d", size.Name, text, s.Len()), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Select(q)
				}
			})
			b.Run(fmt.Sprintf("%s/count/%s", size.Name, text), func(b *testing.B) {
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

// BenchmarkSelectDates filters by a month: plain days, of which only the bounds are looked at, and dates with gaps, each
// of which is read again.
func BenchmarkSelectDates(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		d := testbuild.NewDraft()
		for range size.Events / 10 {
			d.Event("156X-12-25", "Title", "", nil)
		}
		for name, x := range map[string]*Index{
			"plain": New(testbuild.Synthetic(size.Events, 400)), "a tenth as many with gaps": New(d.Done()),
		} {
			for _, text := range []string{"date:2024-03", "date:1565-06"} {
				q := ask(b, text)
				b.Run(size.Name+"/"+name+"/"+text, func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						x.Select(q)
					}
				})
			}
		}
	}
}

// sink keeps the compiler from leaving out a floor.
var sink int

// BenchmarkSelectWords selects by words. Each query of the first is another than the last few, so that nothing is
// remembered of it; the second asks for what is remembered. BenchmarkWords of fulltext measures single words.
func BenchmarkSelectWords(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		x.FoldWords()
		var queries []query.Query
		for _, word := range strings.Fields("transformer kickback guarantees зустріч делегація overnight ministers energy " +
			"drones officials capital sites") {
			queries = append(queries, ask(b, word))
		}
		b.Run(size.Name+"/one of twelve", func(b *testing.B) {
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				x.Select(queries[n%len(queries)])
			}
		})
		b.Run(size.Name+"/again", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Select(queries[0])
			}
		})
	}
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

// BenchmarkComplete is a letter typed in the query line: what may follow is counted under the rest of the query.
func BenchmarkComplete(b *testing.B) {
	x := New(testbuild.Synthetic(100_000, 5000))
	for _, text := range []string{
		"actor:", "actor:zel", "by:zel", "type:", "location:ky", "date:20", "date:2020-0", "is:", "zel", "type:call id:e1",
	} {
		at, _ := query.CursorAt(text, len(text))
		s := x.Select(at.Rest)
		b.Run(fmt.Sprintf("%q/%d", text, len(x.Complete(at, s))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Complete(at, s)
			}
		})
	}
}

// BenchmarkCompleteSource completes a source of a record whose sources stand in its events, once it has been asked for
// one.
func BenchmarkCompleteSource(b *testing.B) {
	d := testbuild.NewDraft()
	for i := range 100_000 {
		d.Event("2025-01-01", "An event", "", func(e *timeline.EventDraft) {
			e.Sources = append(e.Sources, d.Source(timeline.Source{URL: fmt.Sprint("https://example.org/", i), Title: "Gazette"}))
		})
	}
	x := New(d.Done())
	for _, text := range []string{"source:", "source:h", "source:gaz", "source:example.org/999"} {
		at, _ := query.CursorAt(text, len(text))
		s := x.Select(at.Rest)
		b.Run(fmt.Sprintf("%q/%d", text, len(x.Complete(at, s))), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Complete(at, s)
			}
		})
	}
}
