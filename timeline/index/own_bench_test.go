package index

import (
	"fmt"
	"testing"

	"dateline/timeline"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/query"
)

// ownRecord returns a record of n events with five keys of the writer's own each: a number, one of a few names, a list,
// a date, and an address that no other event has.
func ownRecord(n int) *timeline.Timeline {
	d := testbuild.NewDraft()
	for i := range n {
		d.Event(fmt.Sprintf("%04d-%02d-%02d", 2000+i%20, 1+i%12, 1+i%28), "Title", "", func(e *timeline.EventDraft) {
			e.Other = []timeline.Field{
				{Key: "importance", Value: fmt.Sprint(i % 11)},
				{Key: "company", Value: fmt.Sprintf("Company %d of Amaranth", i%500)},
				{Key: "impact_areas", Value: fmt.Sprintf("[area %d, trade, area %d]", i%7, i%31)},
				{Key: "deadline", Value: fmt.Sprintf("2025-%02d-%02d", 1+i%12, 1+i%28)},
				{Key: "page", Value: fmt.Sprintf("https://example.org/pages/%d", i)},
			}
		})
	}
	return d.Done()
}

// BenchmarkOwnKeys makes the index of keys of the writer's own, and asks for them. The floor reads every event once.
func BenchmarkOwnKeys(b *testing.B) {
	t := ownRecord(100_000)
	b.Run("make", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			newOwnKeys(t)
		}
	})
	b.Run("make/floor", func(b *testing.B) {
		var e timeline.Event
		for b.Loop() {
			for i := range t.Len() {
				t.Read(i, &e)
			}
		}
	})
	x := New(t)
	x.OwnKeys()
	for _, text := range []string{
		"importance:8", "importance>=7", "company:amaranth", "company:499", "impact_areas:trade", "deadline<2025-06",
		"page:99999", "page:9999", "page:example", "has:page",
	} {
		q := ask(b, text)
		b.Run(fmt.Sprintf("select/%s/%d", text, x.Select(q).Len()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x.Select(q)
			}
		})
	}
	s := x.Select(ask(b, "importance>=7"))
	for _, key := range []query.Key{"company", "page"} {
		b.Run("count/"+string(key), func(b *testing.B) {
			for b.Loop() {
				x.ValueCounts(key, s)
			}
		})
	}
	for _, text := range []string{"importance>=", "company:co", "page:", "page:99", "im"} {
		at, _ := query.CursorAt(text, len(text))
		b.Run("complete/"+text, func(b *testing.B) {
			for b.Loop() {
				x.Complete(at, s)
			}
		})
	}
}
