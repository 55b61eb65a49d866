package ui

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
)

// plans is a record in the midst of which the driver's today, 10 January 2026, lies.
const plans = `title: Plans
events:
  - {date: 2025-11-03, title: A first talk, type: call}
  - {date: 2025-11-05, title: A second talk, type: call}
  - {date: 2025-12, title: Letters are written, type: statement}
  - {date: 2026-01-10, title: The day itself, type: meeting}
  - {date: 2026-01-28, title: A review, type: meeting}
  - {date: 2026-03-01/2026-08, title: A long visit, type: visit}
  - {date: 2031-05-01, title: The treaty ends, type: agreement}
  - {title: Nobody knows when, type: report}
`

// TestGoldenTime compares whole screens on which time is seen, at every size.
func TestGoldenTime(t *testing.T) {
	const call = "2025-09-08-yermak-rubio-call"
	for _, c := range []struct {
		name     string
		settings []setting
		keys     []string
	}{
		{"walk", []setting{at(call)}, []string{"t", "left", "left"}},
		{"zoomed", []setting{at(call), withQuery("type:strike")}, []string{"z", "z"}},
		{"newest", []setting{at(call)}, []string{"s"}},
		{"date", []setting{at(call)}, []string{":", "1", "5", " ", "a", "u", "g"}},
		{"nodate", []setting{at(call)}, []string{":", "3", "1", " ", "s", "e", "p"}},
		{"today", []setting{yaml(plans)}, nil},
		{"todayascii", []setting{yaml(plans), inASCII()}, []string{"s", "j"}},
		{"oneday", []setting{yaml("events:\n  - {date: 1969-07-20, title: The landing}\n")}, nil},
	} {
		for _, s := range append(sizes, struct{ w, h int }{300, 80}) {
			name := fmt.Sprintf("%s-%dx%d", c.name, s.w, s.h)
			t.Run(name, func(t *testing.T) {
				d := open(t, s.w, s.h, c.settings...).press(c.keys...).fits()
				golden(t, "screens/"+name+".golden", trimmed(d.lines()))
			})
		}
	}
}

// strip is what the overview shows, one line for each row.
func (d *driver) strip() []string {
	s := d.layout().Overview
	return d.lines()[s.Min.Y:s.Max.Y]
}

// column returns the column of the overview that has the selected event, and the number of columns.
func (d *driver) column() (at, of int) {
	d.frame()
	day, ok := d.day()
	scale, dated := d.scale()
	if !ok || !dated {
		return 0, 0
	}
	return scale.Column(day), scale.Columns()
}

func TestOverviewDrawsWhatLastsAsALine(t *testing.T) {
	bars := open(t, 80, 24, yaml(`events:
  - {date: 2025-01-05, title: A day}
  - {date: 2025-03/2025-06, title: Four months}
  - {date: 2025-12-31, title: Another day}
`)).strip()[0]
	if n := strings.Count(bars, "╌"); n < 20 || n > 30 {
		t.Errorf("four of twelve months are %d of 78 cells of broken line: %q", n, bars)
	}
	if strings.Count(bars, "█") > 16 {
		t.Errorf("what lasts is a bar: %q", bars)
	}
}

func TestOverviewLightsWhatMatches(t *testing.T) {
	lit := func(d *driver) int {
		rows := strings.Split(d.frame(), "\n")
		s := d.layout().Overview
		return strings.Count(strings.Join(rows[s.Min.Y:s.Max.Y], ""), string(d.theme().Lit))
	}
	d := open(t, 120, 40, in256)
	if lit(d) != 0 {
		t.Error("without a filter something is lit")
	}
	if d.press("/").typeText("type:strike"); lit(d) == 0 {
		t.Error("while the filter is typed nothing is lit")
	}
	if d.press("enter", "p"); lit(d) != 0 {
		t.Error("under a paused filter something is lit")
	}
}

func TestOverviewFollowsTheRecord(t *testing.T) {
	d := open(t, 80, 24)
	before := strings.Join(d.strip(), "\n")
	d.nextFiles(file("other.yaml", plans))
	if d.press("R", "R"); strings.Join(d.strip(), "\n") == before {
		t.Error("another record has the same overview")
	}
	d.nextFiles(file("none.yaml", "events:\n  - {title: Undated}\n"))
	if d.press("R", "R").fits(); strings.TrimSpace(strings.Join(d.strip(), "")) != "" {
		t.Errorf("a record without a date has an overview: %q", d.strip())
	}
}

func TestZoomIsUndone(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("z", "z")
	if got, _ := d.scale(); got.Unit() != calendar.Days {
		t.Fatalf("zoomed in twice a column is a %v", got.Unit())
	}
	d.press("z").see("there is no finer")
	d.press("u", "u")
	d.column()
	if got, _ := d.scale(); got.Unit() != calendar.Months || d.zoomed() {
		t.Errorf("after undo a column is a %v", got.Unit())
	}
	d.press("ctrl+r", "Z")
	if d.column(); d.zoomed() {
		t.Error("Z does not end in all of time")
	}
	d.press("Z").see("shows all of time")
}

func TestWalkTakesTheListAlong(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("f10", "left")
	d.see("August 2025", "a column is a month")
	if got := d.event().Date.EDTF()[:7]; got != "[2025-0" {
		t.Errorf("a column to the left is an event of %s", got)
	}
	d.press("up").see("a column is a week")
	if d.press("esc"); d.selected() != "2025-09-08-yermak-rubio-call" || d.zoomed() || d.mode() != inList {
		t.Errorf("Esc leaves %s, zoomed %v", d.selected(), d.zoomed())
	}
	d.press("t", "end", "enter")
	last := d.selected()
	if d.press("H"); d.selected() != "2025-09-08-yermak-rubio-call" || last == d.selected() {
		t.Errorf("H after a walk goes from %s to %s", last, d.selected())
	}
}

func TestWalkMeetsEveryColumnWithEvents(t *testing.T) {
	d := open(t, 120, 40).press("t", "home")
	met := 1
	for at, _ := d.column(); ; met++ {
		d.press("right")
		now, _ := d.column()
		if now == at {
			break
		}
		if now < at {
			t.Fatalf("right goes from column %d to %d", at, now)
		}
		at = now
	}
	want := map[string]bool{}
	for i := range d.record().Len() {
		want[calendar.Months.Start(d.record().Date(i).Earliest()).String()] = true
	}
	if met != len(want) {
		t.Errorf("the walk met %d columns, events begin in %d months", met, len(want))
	}
	d.see("no event lies further")
}

// aRecord draws a record of any dates.
func aRecord() *rapid.Generator[string] {
	date := rapid.OneOf(
		rapid.SampledFrom([]string{
			"", "..", "1999/..", "../1950", "-0043-03-15", "Y-400000", "Y30000", "19XX", "2025-09",
			"2025-21~",
		}),
		rapid.Custom(func(t *rapid.T) string {
			return calendar.Day(rapid.Int32Range(-800_000, 800_000).Draw(t, "day")).String()
		}),
		rapid.Custom(func(t *rapid.T) string {
			return calendar.Day(20_000 + rapid.Int32Range(0, 300).Draw(t, "day")).String()
		}),
	)
	return rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		b.WriteString("events:\n")
		for n, d := range rapid.SliceOfN(date, 1, 30).Draw(t, "dates") {
			fmt.Fprintf(&b, "  - {id: e%d, date: %q, title: Event %d, type: %s}\n", n, d, n, []string{"call", "visit"}[n%2])
		}
		return b.String()
	})
}

// TestZoomHoldsThePlace holds at every zoom of any record, whatever the reader does: the column of the selected event
// is on the overview, and a zoom leaves it in its place as closely as columns allow.
func TestZoomHoldsThePlace(t *testing.T) {
	const columnCells = 2 // of a column that is zoomed into
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 200).Draw(rt, "width"), rapid.IntRange(14, 60).Draw(rt, "height"),
			yaml(aRecord().Draw(rt, "record")))
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			before, columns := d.column()
			w := d.layout().Strip().Dx()
			key := rapid.SampledFrom([]string{
				"z", "z", "Z", "j", "k", "G", "g", "s", "u", "}", "{", "t", "left", "right",
				"enter", "esc", "1", "x", "resize",
			}).Draw(rt, "key")
			if key == "resize" {
				d.resize(rapid.IntRange(1, 200).Draw(rt, "w"), rapid.IntRange(14, 60).Draw(rt, "h"))
			} else {
				d.press(key)
			}
			d.fits()
			c, of := d.column()
			if c < 0 || of > 0 && c >= of {
				rt.Fatalf("%s is in column %d of %d", d.event().Date, c, of)
			}
			if (key == "z" || key == "Z") && d.zoomed() && of > 0 {
				was, is := float64(2*before+1)/float64(2*columns), float64(2*c+1)/float64(2*of)
				if away := (is - was) * float64(w); away > columnCells || away < -columnCells {
					rt.Fatalf("the place moved by %.1f cells, from column %d of %d to %d of %d", away, before, columns, c, of)
				}
			}
		}
	})
}

func TestStripIsAsWideAsItsPlace(t *testing.T) {
	for w := 1; w <= 300; w++ {
		d := open(t, w, 30, yaml(plans)).press("G", "k").fits()
		strip := d.layout().Strip()
		for _, row := range d.drawStrip(strip.Dx(), strip.Dy()) {
			if got := ansi.StringWidth(ansi.Strip(row)); got != strip.Dx() {
				t.Fatalf("a row of the strip of %d cells has %d: %q", strip.Dx(), got, row)
			}
		}
	}
}
