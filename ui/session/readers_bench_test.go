package session_test

import (
	"context"
	"runtime"
	"testing"

	"dateline/timeline/load"
	"dateline/timeline/review"
	"dateline/timeline/testrecord"
	"dateline/ui/session"
)

// BenchmarkReaders opens sessions on one record of 100,000 events, which is read already. B/reader is what each of them
// keeps beside it.
func BenchmarkReaders(b *testing.B) {
	p := read(testrecord.Generate(100_000))
	p.Index.FoldWords()
	for _, query := range []string{"", "actor:actor-1", "type:call", "-actor:actor-1 since:2005", "is:marked OR is:new"} {
		b.Run(query, func(b *testing.B) {
			b.ReportAllocs()
			readers := make([]*session.Session, 0, b.N)
			before := held()
			for range b.N {
				s := session.New(context.Background(), now, session.View{Query: query}, session.State{})
				s.Accept(load.Progress{Index: p.Index, Done: true}, review.Changes{})
				readers = append(readers, s)
			}
			b.StopTimer()
			b.ReportMetric(float64(held()-before)/float64(b.N), "B/reader")
			runtime.KeepAlive(readers)
		})
	}
}

// held returns how much memory is in use.
func held() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
