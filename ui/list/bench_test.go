package list

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// many is a record of n events over thirty years, each with everything that a row says.
func many(n int) string {
	var b strings.Builder
	b.WriteString("events:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {date: %d-%02d-%02d, title: Event %d of the many that there are in this record, type: meeting, "+
			"status: reported, actors: [Actor %d, Actor %d, Somebody Else], quotes: [{by: Actor %d, text: a few words}], "+
			"claims: [{by: Actor %d, text: one}, {by: Actor %d, text: another}]}\n",
			1990+i*30/n, 1+i%12, 1+i%28, i, i%400, i%37, i%37, i%400, i%37)
	}
	return b.String()
}

// BenchmarkRows arranges and draws a list of 68×50 cells, of which nothing is kept, and after a step of the cursor.
func BenchmarkRows(b *testing.B) {
	th, size := draw.NewTheme(draw.Looks{}), image.Pt(68, 50)
	for _, n := range []int{45, 100_000, 1_000_000} {
		if testing.Short() && n > 100_000 {
			continue
		}
		s := testsession.On(b, many(n), "")
		for rows := 1; rows <= 3; rows++ {
			s.CycleRows()
			s.Choose(n / 2)
			b.Run(fmt.Sprintf("anew/%d/%d", rows, n), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					var l List
					l.Arrange(s, th, size, false)
					l.Draw(s, th, size, true)
				}
			})
			b.Run(fmt.Sprintf("step/%d/%d", rows, n), func(b *testing.B) {
				var l List
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					s.Choose(n/2 + []int{0, 1, 2, 3, 4, 3, 2, 1}[i%8])
					l.Arrange(s, th, size, false)
					l.Draw(s, th, size, true)
				}
			})
		}
	}
}
