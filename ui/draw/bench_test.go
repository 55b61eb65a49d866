package draw

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"
)

// BenchmarkDraw draws a row of a list, and the same as the selected one, where each span lies on the ground of the row.
func BenchmarkDraw(b *testing.B) {
	for _, profile := range []termenv.Profile{termenv.ANSI256, termenv.ANSI} {
		th := NewTheme(Looks{Profile: profile})
		row := []Span{
			th.Faint.Span("   8 Mo  "), th.Families[1].Span("×"), Plain("  Russia fires a record number of "),
			th.Match.Span("drones"), Plain(" and missiles "), th.Actor.Span("Russia, Ukraine"), th.Faint.Span("  reported  #1"),
		}
		name := map[termenv.Profile]string{termenv.ANSI256: "256", termenv.ANSI: "16"}[profile]
		for what, ground := range map[string]Style{"row": "", "selected": th.Selected} {
			b.Run(name+"/"+what, func(b *testing.B) {
				var out strings.Builder
				b.ReportAllocs()
				for range b.N {
					out.Reset()
					th.Draw(&out, row, 100, ground, true)
				}
				b.ReportMetric(float64(out.Len()), "bytes/row")
			})
		}
	}
}
