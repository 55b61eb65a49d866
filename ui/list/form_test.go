package list

import (
	"image"
	"os"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
	"dateline/ui/layout"
	"dateline/ui/session"
	"dateline/ui/session/testsession"
)

// curated is a session on the frozen copy of the record that the program carries.
func curated(t *testing.T, query string) *session.Session {
	t.Helper()
	text, err := os.ReadFile("../testdata/record.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return testsession.On(t, string(text), query)
}

// One more column never cuts a title that was whole, and takes no name from a row; where the reader wants one line for
// each event, names are there as they fit beside the title.
func TestWiderListLosesNothing(t *testing.T) {
	const least = 34 // columns; in a narrower list a title that comes to fit one line leaves no room for a name
	th := draw.NewTheme(draw.Looks{})
	for rows := range 4 {
		for _, h := range []int{20, 24, 40, 60} {
			s := curated(t, "")
			for range rows {
				s.CycleRows()
			}
			var l List
			before := make([]form, s.Shown().Len())
			for w := least; w <= 240; w++ {
				screen := layout.New(w, h, false, false)
				l.Arrange(s, th, screen.List.Size(), screen.Shape != layout.Beside)
				for n := range before {
					now := l.writer.compose(s.At(n), 2)
					title := s.Index().Timeline().EventTitle(s.At(n))
					if w > least && now.cut && !before[n].cut {
						t.Fatalf("%d×%d, rows %d: %q is cut, and one column less has it whole", w, h, rows, title)
					}
					if w > least && rows != 1 && now.names < before[n].names {
						t.Fatalf("%d×%d, rows %d: %q has %d names, with one column less %d", w, h, rows, title, now.names,
							before[n].names)
					}
					before[n] = now
				}
			}
			for n, one := range before {
				if one.cut || rows != 1 && len(s.Index().Timeline().Event(s.At(n)).Actors) > 0 && one.names == 0 {
					t.Errorf("on the widest screen event %d lacks something: %+v", n, one)
				}
			}
		}
	}
}

// No line of an event is wider than the list, whatever its width.
func TestLinesOfEventsFit(t *testing.T) {
	for _, looks := range []draw.Looks{{}, {ASCII: true}} {
		th := draw.NewTheme(looks)
		for rows := range 4 {
			s := curated(t, "status:planned or trump")
			for range rows {
				s.CycleRows()
			}
			var l List
			for w := 1; w <= 130; w++ {
				size := image.Pt(w, 200)
				l.Arrange(s, th, size, false)
				for _, one := range l.lines {
					if n := draw.SpanCells(one.spans); w > 24 && n > w {
						t.Fatalf("rows %d: a line has %d cells in a list of %d: %q", rows, n, w, one.spans)
					}
				}
				for _, row := range l.Draw(s, th, size, true) {
					if n := ansi.StringWidth(row); n != w {
						t.Fatalf("rows %d: a row has %d cells in a list of %d: %q", rows, n, w, ansi.Strip(row))
					}
				}
			}
		}
	}
}

// text returns the lines of a list without styles, each without blanks at its end.
func text(s *session.Session, looks draw.Looks, w, h int) string {
	th, size := draw.NewTheme(looks), image.Pt(w, h)
	var l List
	s.Choose(0)
	l.Arrange(s, th, size, false)
	var out strings.Builder
	for _, row := range l.Draw(s, th, size, true) {
		out.WriteString(strings.TrimRight(ansi.Strip(row), " ") + "\n")
	}
	return out.String()
}
