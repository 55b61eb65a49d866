package session_test

import (
	"context"
	"testing"
	"time"

	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/timeline/review"
	"dateline/timeline/testrecord"
	"dateline/ui/session"
)

// BenchmarkPlace measures what a key costs that has to find an event.
func BenchmarkPlace(b *testing.B) {
	for _, size := range append([]testrecord.Size{{Name: "45", Events: 45}}, testrecord.Sizes()...) {
		if size.Events > 45 && size.Events < 100_000 {
			continue
		}
		late := func() time.Time { return time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC) }
		s := session.New(context.Background(), late, session.View{}, session.State{})
		p := read(testrecord.Generate(size.Events))
		run := func(name string, f func()) {
			b.Run(size.Name+"/"+name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					f()
				}
			})
		}
		s.Accept(load.Progress{Index: p.Index, Done: true}, review.Changes{})
		run("date without a year", func() {
			if _, err := s.ReadDate("8 sep", s.Today()); err != nil {
				b.Fatal(err)
			}
		})
		run("date without a year or an event", func() {
			if _, err := s.ReadDate("31 dec", s.Today()); err != nil {
				b.Fatal(err)
			}
		})
		d, err := s.ReadDate("8 sep", s.Today())
		if err != nil {
			b.Fatal(err)
		}
		run("landing", func() { s.Landing(d, session.Anywhere, 0) })
		run("step", func() { s.Step(1); s.Step(-1) })
		dates, err := query.Parse("since:1901")
		if err != nil {
			b.Fatal(err)
		}
		run("dates", func() {
			s.SetQuery(dates)
			s.Undo()
		})
	}
}
