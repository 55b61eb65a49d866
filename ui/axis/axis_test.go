package axis_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/timeline"
	"dateline/timeline/query"
	"dateline/ui/axis"
	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// plainly returns rows as they are read.
func plainly(rows []string) string {
	lines := make([]string, len(rows))
	for n, row := range rows {
		lines[n] = strings.TrimRight(ansi.Strip(row), " ")
	}
	return strings.Join(lines, "\n")
}

func Example() {
	s := testsession.On(new(testing.T), testsession.Calls, "type:call")
	var o axis.Overview
	o.Arrange(s, 40)
	fmt.Println(plainly(o.Draw(s, draw.NewTheme(draw.Looks{}), image.Pt(40, 3))))
	// Output:
	// ▄▄▄▄▄▄▄▄       ░░░░░░░░      ▄▄▄▄▄▄▄▄
	// 1─────────╱4w ╱30────────╱4w╱1─────────
	// Jan ’25        Jan           Mar
}

// record returns a record of n events in the days of one year, of two types in turn.
func record(n int) string {
	var b strings.Builder
	b.WriteString("events:\n")
	for i := range n {
		fmt.Fprintf(&b, "  - {date: 2025-%02d-%02d, title: Event %d, type: %s, actors: [Anna]}\n", 1+i*12/n, 1+i%28, i,
			[]string{"call", "strike"}[i%2])
	}
	return b.String()
}

// TestManyEventsAreCountedOffTheLoop asks for two filters in a row: what comes of the first is not shown any more when
// it arrives after the second was asked for.
func TestManyEventsAreCountedOffTheLoop(t *testing.T) {
	s := testsession.On(t, record(25_000), "")
	th, size := draw.NewTheme(draw.Looks{ASCII: true}), image.Pt(78, 4)
	var o axis.Overview
	bars := func() string { return plainly(o.Draw(s, th, size)[:2]) }
	o.Arrange(s, size.X)
	all := bars()
	ask := func(text string) func() any {
		q, err := query.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		s.SetQuery(q)
		o.Arrange(s, size.X)
		return o.TakeWork()
	}
	first := ask("type:strike")
	if first == nil || bars() != all {
		t.Fatalf("a change of 25,000 events is counted at once:\n%s", bars())
	}
	second := ask("id:nothing")
	o.TakeBuilt(first().(axis.Built))
	if bars() != all {
		t.Errorf("what was asked for before is shown:\n%s", bars())
	}
	o.TakeBuilt(second().(axis.Built))
	if now := bars(); now == all || strings.ContainsAny(now, "_%") {
		t.Errorf("where nothing matches something is lit:\n%s", now)
	}
	if o.Arrange(s, size.X); o.TakeWork() != nil {
		t.Error("what is there is asked for again")
	}
}

// TestBarsHaveTwoColoursAtMost holds that a bar has those of the families with the most events, and heights that let
// one event and a thousand both be seen.
func TestBarsHaveTwoColoursAtMost(t *testing.T) {
	var b strings.Builder
	b.WriteString("events:\n")
	add := func(day, n int, kind string) {
		for i := range n {
			fmt.Fprintf(&b, "  - {date: 2025-01-%02d, title: Event %d of %s, type: %s}\n", day, i, kind, kind)
		}
	}
	add(1, 1, "aid")
	add(2, 700, "strike")
	add(2, 300, "call")
	add(2, 50, "statement")
	add(3, 2, "aid")
	s := testsession.On(t, b.String(), "")
	th := draw.NewTheme(draw.Looks{})
	var o axis.Overview
	o.Arrange(s, 40)
	rows := o.Draw(s, th, image.Pt(40, 6))
	shown := strings.Join(rows, "\n")
	types := [...]string{"strike", "call", "aid", "statement"}
	t0 := s.Index().Timeline()
	for n, kind := range types {
		style := string(th.Families[t0.Family(kind)])
		if want := n < 3; strings.Contains(shown, style) != want {
			t.Errorf("%s is shown: %t", kind, !want)
		}
	}
	if low := plainly(rows[3:4]); !strings.HasPrefix(low, "▁") {
		t.Errorf("one event beside a thousand is %q", low)
	}
}

// TestAPulseIsAsLongAsItsAxis holds that the line of an actor, and the names above it, have the cells that Fit says.
func TestAPulseIsAsLongAsItsAxis(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	th := draw.NewTheme(draw.Looks{})
	for w := range 60 {
		var d axis.Density
		n := d.Fit(s.Index(), w)
		if n > w {
			t.Fatalf("%d cells of %d", n, w)
		}
		if n == 0 {
			continue
		}
		for a := range s.Index().Timeline().Actors() {
			line := d.Line(s, th, timeline.ActorRef(a), s.All())
			if draw.Cells(line) != n || draw.Cells(d.Axis()) != n {
				t.Fatalf("in %d cells the line is %q, and the axis %q", n, line, d.Axis())
			}
		}
	}
}
