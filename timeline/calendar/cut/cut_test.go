package cut_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/timeline/calendar/cut"
)

// An event is what an axis needs of one.
type event struct {
	day   calendar.Day
	known calendar.Unit
}

// eventsOf returns events as an axis takes them.
func eventsOf(events []event) cut.Events {
	return cut.Events{
		N:     len(events),
		Day:   func(n int) calendar.Day { return events[n].day },
		Known: func(n int) calendar.Unit { return events[n].known },
	}
}

// someEvents draws events of every kind: of one day, of a few days, of a few years, of all of history, known to the day
// or worse, and such of which nobody knows when they began.
func someEvents() *rapid.Generator[[]event] {
	return rapid.Custom(func(t *rapid.T) []event {
		var events []event
		for range rapid.IntRange(0, 4).Draw(t, "bursts") {
			from := rapid.Int32Range(-4_300_000, 400_000).Draw(t, "from")
			if rapid.IntRange(0, 9).Draw(t, "far") == 0 {
				from = rapid.Int32Range(-1_826_000_000, 1_825_000_000).Draw(t, "from")
			}
			span := rapid.SampledFrom([]int32{0, 5, 40, 400, 4000, 40_000, 400_000}).Draw(t, "span")
			for range rapid.IntRange(1, 60).Draw(t, "events") {
				e := event{calendar.Day(from + rapid.Int32Range(0, span).Draw(t, "day")), calendar.Days}
				if rapid.IntRange(0, 4).Draw(t, "exact") == 0 {
					e.known = rapid.SampledFrom([]calendar.Unit{
						calendar.Months, calendar.Years, calendar.Decades, calendar.Centuries,
					}).Draw(t, "known")
					e.day = e.known.Start(e.day)
				}
				events = append(events, e)
			}
		}
		for range rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(t, "open") {
			events = append(events, event{calendar.Beginning, calendar.Days})
		}
		slices.SortStableFunc(events, func(a, b event) int { return cmp.Compare(a.day, b.day) })
		return events
	})
}

// TestEveryEventHasAColumn holds of any events and any width: each event is in the column of its day, columns and folds
// lie side by side without holes, a fold has no event, and labels name the column that they begin at.
func TestEveryEventHasAColumn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		events := someEvents().Draw(t, "events")
		w := rapid.IntRange(0, 300).Draw(t, "width")
		for _, a := range []cut.Axis{cut.New(eventsOf(events), w), cut.ToScale(eventsOf(events), w)} {
			if w == 0 || len(events) == 0 {
				if len(a.Columns) > 0 {
					t.Fatal("there are columns of nothing")
				}
				continue
			}
			counted := 0
			for c, column := range a.Columns {
				for n := column.First; n < a.End(c); n++ {
					if d := events[n].day; d < column.From || d > column.To {
						t.Fatalf("%v is in the column from %v to %v", d, column.From, column.To)
					}
					if at, inside := a.Column(events[n].day); at != c || !inside {
						t.Fatalf("%v is looked for in column %d, not %d", events[n].day, at, c)
					}
					counted++
				}
				if c > 0 && column.From <= a.Columns[c-1].To {
					t.Fatalf("columns %d and %d have days in common", c-1, c)
				}
				if got := a.ColumnAt(column.At); got != c {
					t.Fatalf("the cell %d is of column %d, not %d", column.At, got, c)
				}
			}
			if counted != len(events) {
				t.Fatalf("%d of %d events have a column", counted, len(events))
			}
			tiled(t, &a, w)
			folded(t, &a, events)
			labelled(t, &a, w)
		}
	})
}

// tiled holds that columns and folds fill the cells from the first on, and no more than there are.
func tiled(t *rapid.T, a *cut.Axis, w int) {
	at, folds := 0, a.Folds
	for c, column := range a.Columns {
		if column.At != at || column.Cells < 1 {
			t.Fatalf("column %d is at cell %d with %d, want it at %d", c, column.At, column.Cells, at)
		}
		at += column.Cells
		if len(folds) > 0 && folds[0].After == c {
			if folds[0].At != at || folds[0].Cells < 1 {
				t.Fatalf("the fold after column %d is at cell %d with %d, want it at %d", c, folds[0].At, folds[0].Cells, at)
			}
			at, folds = at+folds[0].Cells, folds[1:]
		}
	}
	if at != a.Cells || at > w || len(folds) > 0 {
		t.Fatalf("%d cells of %d are taken, want %d", at, w, a.Cells)
	}
}

// folded holds that no event lies in a fold, and that a fold is as long as it says.
func folded(t *rapid.T, a *cut.Axis, events []event) {
	for _, f := range a.Folds {
		last, next := events[a.End(f.After)-1].day, events[a.End(f.After)].day
		if days := last.DaysTo(next) - 1; f.Days > 0 && days != f.Days {
			t.Fatalf("a fold of %d days is %d", f.Days, days)
		}
	}
}

// labelled holds that labels do not touch, and that each is true of its column.
func labelled(t *rapid.T, a *cut.Axis, w int) {
	for _, line := range [][]cut.Label{a.Names, a.Numbers} {
		free := 0
		for _, l := range line {
			if l.At < free || l.At != a.Columns[l.Column].At {
				t.Fatalf("%q is at cell %d, column %d at %d, free from %d", l.Text, l.At, l.Column, a.Columns[l.Column].At, free)
			}
			if free = l.At + utf8.RuneCountInString(l.Text) + 1; free-1 > w {
				t.Fatalf("%q ends beyond the axis", l.Text)
			}
		}
	}
	for _, l := range a.Numbers {
		from := a.Columns[l.Column].From
		_, month, day := from.Civil()
		if l.Text != fmt.Sprint(day) && l.Text != month.String()[:3] && l.Text != fmt.Sprintf("Q%d", (month+2)/3) {
			t.Fatalf("the column from %v is %q", from, l.Text)
		}
	}
	for _, l := range a.Names {
		c := a.Columns[l.Column]
		year, month, _ := c.From.Civil()
		if c.Known < a.Grain(l.Column).Unit {
			year, month, _ = c.Day.Civil()
		}
		for _, word := range strings.Fields(strings.NewReplacer(" BC", "", " AD", "").Replace(l.Text)) {
			day := calendar.DayOf(year, month, 1)
			decade, century := calendar.Decades.Label(day), calendar.Centuries.Label(day)
			switch name := calendar.YearName(year); {
			case word == "?" && c.From == calendar.Beginning, strings.HasPrefix(month.String(), word):
			case strings.HasPrefix(name, word), strings.HasPrefix(word, "’") && strings.HasSuffix(name, word[len("’"):]):
			case strings.HasPrefix(decade, word), strings.HasPrefix(century, word):
			default:
				t.Fatalf("the column from %v is %q", c.From, l.Text)
			}
		}
	}
}

// TestDaysAreSeenWhereTheyFit holds that each day with an event has a column of its own where there is room for twice
// as many, and a name for the first.
func TestDaysAreSeenWhereTheyFit(t *testing.T) {
	day := calendar.DayOf(2025, time.September, 1)
	for _, gap := range []int{1, 2, 9, 40, 400, 40_000} {
		var events []event
		for n := range 20 {
			events = append(events, event{day + calendar.Day(n*gap), calendar.Days})
		}
		a := cut.New(eventsOf(events), 118)
		for c := range a.Columns {
			if a.Events(c) > 1 || a.Events(c) == 1 && a.Columns[c].From != a.Columns[c].To {
				t.Errorf("every %d days: column %d is from %v to %v and has %d events", gap, c, a.Columns[c].From,
					a.Columns[c].To, a.Events(c))
			}
		}
		if len(a.Names) == 0 || a.Names[0].Text != "Sep ’25" && a.Names[0].Text != "Sep 2025" && a.Names[0].Text != "2025" {
			t.Errorf("every %d days: the names are %v", gap, a.Names)
		}
	}
}

// TestAnEvenRecordHasOneUnit holds of a record in which the same happens in every period, at any width: all columns are
// of one unit, and none is higher than the periods in its days make it.
func TestAnEvenRecordHasOneUnit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gap := rapid.SampledFrom([]int{1, 3, 7, 30, 45, 365, 400, 3653}).Draw(t, "days of a period")
		each := rapid.IntRange(1, 9).Draw(t, "events of a period")
		over := rapid.IntRange(1, gap).Draw(t, "days that they are spread over")
		from := rapid.IntRange(-40_000, 20_000).Draw(t, "from")
		var events []event
		for period := range rapid.IntRange(2, 200).Draw(t, "periods") {
			for n := range each {
				events = append(events, event{calendar.Day(from + period*gap + n*over/each), calendar.Days})
			}
		}
		a := cut.New(eventsOf(events), rapid.IntRange(1, 300).Draw(t, "width"))
		for _, island := range a.Islands {
			if island.Grain != a.Islands[0].Grain {
				t.Fatalf("columns are of a %v here and of a %v there", a.Islands[0].Grain, island.Grain)
			}
		}
		for c, column := range a.Columns {
			days := int(column.From.DaysTo(column.To)) + 1
			if n := a.Events(c); n > (days/gap+2)*each {
				t.Fatalf("the column from %v to %v has %d events, %d in %d days", column.From, column.To, n, each, gap)
			}
		}
	})
}

// TestYearsAlikeLookAlike holds of a record with eight events in one month of every year.
func TestYearsAlikeLookAlike(t *testing.T) {
	var events []event
	for year := 1990; year <= 2025; year++ {
		for n := range 8 {
			day := calendar.DayOf(year, time.Month(1+(year-1990)%12), 1+3*n)
			events = append(events, event{day, calendar.Days})
		}
	}
	for w := 36; w <= 300; w++ {
		a := cut.New(eventsOf(events), w)
		for c, column := range a.Columns {
			most := 8
			if unit := a.Grain(c); unit.Unit <= calendar.Years {
				most = 8 * unit.Step
			}
			if n := a.Events(c); n > most || n < most && a.Grain(c).Step == 1 && a.Grain(c).Unit <= calendar.Months && n > 0 {
				t.Fatalf("%d cells: the column from %v to %v has %d events, want %d", w, column.From, column.To, n, most)
			}
			if a.Grain(c) != a.Grain(0) {
				t.Fatalf("%d cells: columns are of a %v and of a %v", w, a.Grain(0), a.Grain(c))
			}
		}
		for _, f := range a.Folds {
			if len(a.Folds) > 12 && f.Cells <= len(cut.Length(f.Days)) {
				t.Fatalf("%d cells: one of %d folds has no room for its length", w, len(a.Folds))
			}
		}
	}
}

// TestWhatTowersIsToldApart holds of a record that has a few events a year and, far later, some hundred a year: there
// the columns are finer, where years would leave most of the axis empty.
func TestWhatTowersIsToldApart(t *testing.T) {
	var events []event
	for year := 1700; year < 1730; year++ {
		events = append(events, event{calendar.DayOf(year, time.May, 1), calendar.Days})
	}
	for n := range 3000 {
		events = append(events, event{calendar.DayOf(2000, time.January, 1) + calendar.Day(4*n), calendar.Days})
	}
	a := cut.New(eventsOf(events), 200)
	first, last := a.Islands[0].Grain, a.Islands[len(a.Islands)-1].Grain
	if first.Unit != calendar.Years || last.Unit <= calendar.Years {
		t.Errorf("columns are of a %v, then of a %v", first, last)
	}
}

// TestIslandsOnlySplit holds of a record that is read in two portions: no island of the second axis has columns of two
// islands of the first.
func TestIslandsOnlySplit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := someEvents().Draw(t, "events")
		var some []event
		for _, e := range all {
			if rapid.IntRange(0, 3).Draw(t, "late") == 0 {
				some = append(some, e)
			}
		}
		w := rapid.IntRange(1, 300).Draw(t, "width")
		first := cut.New(eventsOf(some), w)
		later := eventsOf(all)
		later.Breaks = first.Breaks()
		second := cut.New(later, w)
		for _, island := range second.Islands {
			for c := island.First; c+1 < island.End; c++ {
				if second.Events(c) == 0 {
					continue
				}
				from, to := all[second.End(c)-1].day, all[second.End(c)].day
				for _, day := range first.Breaks() {
					if from < day && day <= to {
						t.Fatalf("one island goes from %v to %v, where one began on %v", from, to, day)
					}
				}
			}
		}
		tiled(t, &second, w)
		folded(t, &second, all)
	})
}

// BenchmarkNew cuts time for events over thirty years, on a wide screen. What it costs depends on the columns.
func BenchmarkNew(b *testing.B) {
	for _, n := range []int{45, 100_000, 1_000_000} {
		events := make([]event, n)
		for i := range events {
			events[i] = event{calendar.Day(i * 11_000 / n), calendar.Days}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				cut.New(eventsOf(events), 300)
			}
		})
	}
}

// TestWhatHasNoBeginningKeepsItsColumn holds of a record so long that its columns could begin before all days.
func TestWhatHasNoBeginningKeepsItsColumn(t *testing.T) {
	far := calendar.DayOf(calendar.MaxYear+1, time.January, 1)
	events := []event{{day: calendar.Beginning}, {calendar.DayOf(-1, 1, 1), calendar.Years}, {far, calendar.Years}}
	for w := 1; w <= 40; w++ {
		for _, a := range []cut.Axis{cut.New(eventsOf(events), w), cut.ToScale(eventsOf(events), w)} {
			if c, inside := a.Column(calendar.Beginning); len(a.Columns) > 1 && (c != 0 || !inside) {
				t.Errorf("%d cells: an unknown beginning is looked for in column %d of %v", w, c, a.Columns)
			}
		}
	}
}
