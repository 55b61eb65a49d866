package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/query"
)

// longRecord is a record of n short events over thirty years, of which one in fifty lasts.
func longRecord(n int) string {
	var b strings.Builder
	b.WriteString("events:\n")
	for i := range n {
		end := ""
		if i%50 == 0 {
			end = "/.."
		}
		fmt.Fprintf(&b, "- {date: %d-%02d-%02d%s, title: Event %d, type: %s}\n", 1990+i*30/n, 1+i*360/n%12, 1+i%28, end, i,
			[]string{"call", "visit", "aid"}[i%3])
	}
	return b.String()
}

// BenchmarkOverview measures the overview of many events on a screen of 300×80: a frame whose counts are there already,
// a change of the query, which counts what matches, and of the zoom, which counts all.
func BenchmarkOverview(b *testing.B) {
	for _, n := range []int{45, 100_000, 1_000_000} {
		if testing.Short() && n > 100_000 {
			continue
		}
		d := bench(b, 300, 80, longRecord(n))
		d.frame()
		w := d.layout().Strip().Dx()
		filter, err := query.Parse("type:call,aid")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("strip/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.drawStrip(w, 5)
			}
		})
		b.Run(fmt.Sprintf("frame/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.redraw()
			}
		})
		b.Run(fmt.Sprintf("query/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				if i%2 == 0 {
					d.ask(query.Query{})
				} else {
					d.ask(filter)
				}
				b.StartTimer()
				d.tally(w)
			}
			d.ask(query.Query{})
			d.tally(w)
		})
		b.Run(fmt.Sprintf("zoom/%d", n), func(b *testing.B) {
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				d.zoom(w, i%2 == 0)
			}
			d.zoom(w, false)
		})
	}
}
