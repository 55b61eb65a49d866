package ui

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"dateline/ui/draw"
)

// manyEvents is a record of n events over thirty years, as long in the text as a real one.
func manyEvents(n int) string {
	var b strings.Builder
	b.WriteString("title: Many events\nevents:\n")
	for i := range n {
		fmt.Fprintf(&b,
			"  - date: %d-%02d-%02d\n    title: Event %d of the many that there are in this record\n    type: meeting\n"+
				"    actors: [Actor %d, Actor %d, Somebody Else]\n"+
				"    summary: A meeting that is told in a few words, for the detail pane to wrap and to show beside the list.\n",
			1990+i*30/n, 1+i%12, 1+i%28, i, i%400, i%37)
	}
	return b.String()
}

// bench is a screen of w × h cells on a record, in 256 colours.
func bench(b *testing.B, w, h int, text string) *driver {
	b.Helper()
	d := &driver{m: newModel(context.Background(), Options{
		Load: loading(file("bench.yaml", text)),
		Now:  func() time.Time { return time.Unix(0, 0) },
	}, draw.NewTheme(draw.Looks{Profile: termenv.ANSI256}))}
	d.send(tea.WindowSizeMsg{Width: w, Height: h})
	d.run(d.m.Init())
	b.ReportAllocs()
	b.ResetTimer()
	return d
}

// BenchmarkView draws a frame of 200×60 from nothing cached, and after a step of the cursor.
func BenchmarkView(b *testing.B) {
	for _, n := range []int{30, 1_000, 100_000, 1_000_000} {
		if testing.Short() && n > 100_000 {
			continue
		}
		b.Run(fmt.Sprintf("still/%d", n), func(b *testing.B) {
			d := bench(b, 200, 60, manyEvents(n))
			for b.Loop() {
				d.redraw()
			}
		})
		b.Run(fmt.Sprintf("step/%d", n), func(b *testing.B) {
			benchKeys(b, bench(b, 200, 60, manyEvents(n)), "j", "k", 10)
		})
	}
}

// benchKeys presses a key n times and then n times the one that takes it back, on and on, and draws what each does.
func benchKeys(b *testing.B, d *driver, key, back string, n int) {
	there, again := keyMsg(key), keyMsg(back)
	for i := 0; b.Loop(); i++ {
		if i%(2*n) < n {
			d.update(there)
		} else {
			d.update(again)
		}
		d.frame()
	}
}

// BenchmarkQueryLineLetter types a letter of a word in the query line and draws what it finds.
func BenchmarkQueryLineLetter(b *testing.B) {
	d := bench(b, 120, 40, manyEvents(10_000))
	d.update(keyMsg("/"))
	benchKeys(b, d, "m", "backspace", 1)
}

// crowd is a record in which one event has many actors.
func crowd(n int) string {
	var b strings.Builder
	b.WriteString("events:\n  - {date: 2025-09-08, title: All, actors: [Person 0")
	for i := 1; i < n; i++ {
		fmt.Fprintf(&b, ", Person %d", i)
	}
	b.WriteString("]}\n  - {date: 2025-09-09, title: One, actors: [Person 1]}\n")
	return b.String()
}

// BenchmarkCrowd steps through the lanes of the actors of one event, onto this event and off it, and types a letter in
// the list of names.
func BenchmarkCrowd(b *testing.B) {
	for _, n := range []int{5, 5_000, 50_000} {
		for name, keys := range map[string][3]string{
			"lanes": {"v", "j", "k"}, "list": {"", "k", "j"}, "nobody": {"a", "z", "backspace"}, "begin": {"a", "p", "backspace"},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				d := bench(b, 120, 40, crowd(n))
				if keys[0] != "" {
					d.update(keyMsg(keys[0]))
				}
				benchKeys(b, d, keys[1], keys[2], 1)
			})
		}
	}
}
