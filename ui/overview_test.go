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
	axis := d.cutting()
	if !d.hasEvent() || d.event().Date.IsZero() || len(axis.Columns) == 0 {
		return 0, 0
	}
	at, _ = axis.Column(d.event().Date.Earliest())
	return at, len(axis.Columns)
}

// TestNoDesertBetweenEvents holds that what lasts, what is known to a year or two, and what has no end take the room of
// one column each, and that the silence between says how long it is.
func TestNoDesertBetweenEvents(t *testing.T) {
	d := open(t, 100, 30, yaml(`events:
  - {date: 1999/.., title: Since then}
  - {date: 2001, title: That year, type: call}
  - {date: 2025-03/2025-06, title: Four months}
  - {date: 2025-12-30, title: A day}
  - {date: 2025-12-31, title: Another day}
  - {date: ../1950, title: Until then}
`))
	strip := d.strip()
	if line := strip[len(strip)-2]; !strings.Contains(line, "╱23y╱") || !strings.Contains(line, "30") {
		t.Errorf("the line is %q", line)
	}
	names := strip[len(strip)-1]
	for _, want := range []string{" ? ", "1999", "2001", "Mar ’25", "Dec"} {
		if !strings.Contains(names, want) {
			t.Errorf("%q has no %q", names, want)
		}
	}
	if bars := strings.Fields(strip[len(strip)-3]); len(bars) != 6 {
		t.Errorf("six events have the bars %q", bars)
	}
}

// TestEveryDayIsSeen holds that the first screen of the curated record has a bar for every day on which something began.
func TestEveryDayIsSeen(t *testing.T) {
	for _, w := range []int{80, 100, 120, 200, 300} {
		d := open(t, w, 40)
		days := map[calendar.Day]bool{}
		for i := range d.record().Len() {
			days[d.record().Start(i)] = true
		}
		axis := d.cutting()
		for c, column := range axis.Columns {
			if n := axis.Events(c); n > 0 && (column.From == column.To) != (column.Known == calendar.Days) && column.To > column.From+31 {
				t.Errorf("%d cells: %d events are from %v to %v", w, n, column.From, column.To)
			}
			delete(days, column.Day)
		}
		if len(days) > 0 {
			t.Errorf("%d cells: %v have no column of their own", w, days)
		}
	}
}

// TestOverviewTellsWhatMatches holds that what matches is told from the rest without colour, and only while a filter
// says what that is.
func TestOverviewTellsWhatMatches(t *testing.T) {
	dim := func(d *driver) int { return strings.Count(strings.Join(d.strip(), ""), "░") }
	d := open(t, 120, 40)
	if dim(d) != 0 {
		t.Error("without a filter something is dim")
	}
	if d.press("/").typeText("type:strike"); dim(d) == 0 {
		t.Error("while the filter is typed nothing is dim")
	}
	bars := strings.Join(d.strip()[:2], "")
	if !strings.ContainsAny(bars, "▁▂▃▄▅▆▇█") {
		t.Errorf("no bar says what matches: %q", bars)
	}
	if d.press("enter", "p"); dim(d) != 0 {
		t.Error("under a paused filter something is dim")
	}
}

// TestAxisFollowsTheDatesAskedFor holds that a filter by date makes the axis one of these dates.
func TestAxisFollowsTheDatesAskedFor(t *testing.T) {
	d := open(t, 120, 40, withQuery("date:2025-09 yermak"))
	names := d.strip()[3]
	if !strings.Contains(names, "Sep ’25") || strings.Contains(names, "Jan") {
		t.Errorf("the axis of September is %q", names)
	}
	if !strings.Contains(strings.Join(d.strip(), ""), "░") {
		t.Error("what else happened in September is not on the axis")
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
	axis := strings.Join(d.press("R", "R").fits().strip(), "")
	if !strings.Contains(axis, "No event has a date.") || strings.ContainsAny(axis, "▃━") {
		t.Errorf("a record without a date has an overview: %q", d.strip())
	}
}

func TestZoomIsUndone(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call"))
	_, all := d.column()
	d.press("z")
	if axis := d.cutting(); len(axis.Islands) != 1 || axis.N != 13 {
		t.Fatalf("the island of September has %d events in %d islands", axis.N, len(axis.Islands))
	}
	d.press("z").see("there is no finer")
	if d.press("u"); d.zoomed() {
		t.Error("undo leaves the axis in the island")
	}
	if _, now := d.column(); now != all {
		t.Errorf("after undo there are %d columns, not %d", now, all)
	}
	d.press("ctrl+r", "Z")
	if d.column(); d.zoomed() {
		t.Error("Z does not end in all of time")
	}
	d.press("Z").see("shows all of time")
}

// TestZoomFillsTheAxis holds that an island that is entered has most of the width, and that a day, in which there is
// nothing more to be seen, is not entered.
func TestZoomFillsTheAxis(t *testing.T) {
	for _, w := range []int{60, 80, 120, 200} {
		d := open(t, w, 40).press("z")
		axis := d.cutting()
		if !d.zoomed() || 2*axis.Cells < w {
			t.Errorf("%d cells: entered %t, %d cells are used", w, d.zoomed(), axis.Cells)
		}
		d = open(t, w, 40).press("g", "z").see("there is no finer")
		if d.zoomed() {
			t.Errorf("%d cells: a day is entered", w)
		}
	}
}

// TestZoomAlwaysShowsEvents presses z at every event, as often as it leads anywhere: no axis is empty.
func TestZoomAlwaysShowsEvents(t *testing.T) {
	d := open(t, 120, 40)
	for range d.listed() {
		for range 4 {
			d.press("z")
			if c, _ := d.column(); c < 0 || !strings.ContainsAny(strings.Join(d.strip(), ""), "▁▂▃▄▅▆▇█") {
				t.Fatalf("%s is in column %d of an axis without a bar", d.selected(), c)
			}
		}
		d.press("Z", "Z", "Z", "Z", "j")
	}
}

func TestTrueScaleIsTakenBack(t *testing.T) {
	d := open(t, 120, 40).see("╱2y")
	if d.press("T"); strings.Contains(d.screen(), "╱2y") {
		t.Error("at true scale silence is folded")
	}
	for _, want := range []string{"2022 ", "2023 ", "2024 ", "2025 "} {
		d.see(want)
	}
	d.press("u").see("╱2y")
}

func TestWalkTakesTheListAlong(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("f10", "left")
	d.see("a column is a day")
	before := d.event().Date.Earliest()
	if want := calendar.DayOf(2025, 9, 7); before != want {
		t.Errorf("a column to the left is an event of %v", before)
	}
	if d.press("up"); !d.zoomed() {
		t.Error("up does not go into the island")
	}
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
	for _, keys := range [][]string{{"t", "home"}, {"T", "t", "home"}, {"t", "home", "z"}} {
		d := open(t, 120, 40).press(keys...)
		met, day := 1, d.event().Date.Earliest()
		want := 1
		for ; ; met++ {
			axis := d.cutting()
			c, _ := axis.Column(day)
			d.press("right")
			now := d.event().Date.Earliest()
			if now == day {
				break
			}
			if to := axis.Columns[c].To; now <= to {
				t.Fatalf("%v: right goes from %v to %v in one column", keys, day, now)
			}
			day = now
		}
		seen := map[calendar.Day]bool{}
		for i := range d.record().Len() {
			start := d.record().Start(i)
			if len(keys) == 3 && keys[0] == "T" {
				start = calendar.Months.Start(start)
			}
			seen[start] = true
		}
		if want = len(seen); met != want {
			t.Errorf("%v: the walk met %d columns, want %d", keys, met, want)
		}
		d.see("no event lies further")
	}
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

// TestThePlaceIsOnTheAxis holds of any record, whatever the reader does: the column of the selected event is on the
// axis, and every event that is shown has one there while nothing is entered.
func TestThePlaceIsOnTheAxis(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 200).Draw(rt, "width"), rapid.IntRange(14, 60).Draw(rt, "height"),
			yaml(aRecord().Draw(rt, "record")))
		for range rapid.IntRange(1, 30).Draw(rt, "keys") {
			key := rapid.SampledFrom([]string{
				"z", "z", "Z", "T", "j", "k", "G", "g", "s", "u", "}", "{", "t", "left", "right",
				"enter", "esc", "1", "x", "resize",
			}).Draw(rt, "key")
			if key == "resize" {
				d.resize(rapid.IntRange(1, 200).Draw(rt, "w"), rapid.IntRange(14, 60).Draw(rt, "h"))
			} else {
				d.press(key)
			}
			d.fits()
			if c, of := d.column(); c < 0 || of > 0 && c >= of {
				rt.Fatalf("%s is in column %d of %d", d.event().Date, c, of)
			}
			if axis := d.cutting(); !d.zoomed() && len(axis.Columns) > 0 {
				dated := 0
				for i := range d.record().Len() {
					if !d.record().Date(i).IsZero() {
						dated++
						if c, inside := axis.Column(d.record().Start(i)); !inside {
							rt.Fatalf("%s has no column, but comes after %d", d.record().Date(i), c)
						}
					}
				}
				if axis.N != dated {
					rt.Fatalf("the axis has %d of %d events", axis.N, dated)
				}
			}
		}
	})
}

func TestStripIsNoWiderThanItsPlace(t *testing.T) {
	for w := 1; w <= 300; w++ {
		d := open(t, w, 30, yaml(plans)).press("G", "k").fits()
		strip := d.layout().Strip()
		for _, row := range d.drawStrip(strip.Dx(), strip.Dy()) {
			if got := ansi.StringWidth(ansi.Strip(row)); got > strip.Dx() {
				t.Fatalf("a row of the strip of %d cells has %d: %q", strip.Dx(), got, row)
			}
		}
	}
}
