package ui

import (
	"strings"
	"testing"
)

func TestNewestFirst(t *testing.T) {
	d := open(t, 120, 40, yaml(plans)).press("f12", "g")
	var ids []string
	for range d.listed() {
		ids = append(ids, d.event().Title)
		d.press("down")
	}
	want := []string{
		"The treaty ends", "A long visit", "A review", "The day itself", "Letters are written", "A second talk",
		"A first talk",
		"Nobody knows when",
	}
	if got := strings.Join(ids, ", "); got != strings.Join(want, ", ") {
		t.Errorf("newest first is %s", got)
	}
	if d.press("u", "u"); d.newestFirst() { // the jump to the first, and the order
		t.Error("u does not turn the list back")
	}
}

func TestNewestFirstKeepsPlaceAndMatches(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-07-government-building-strike")).press("s")
	if d.selected() != "2025-09-07-government-building-strike" {
		t.Fatalf("the place is lost: %s", d.selected())
	}
	d.press("/").typeText("actor:rubio").press("enter")
	if got := d.event().Date.EDTF(); got != "2025-09-08" {
		t.Errorf("the nearest in time is of %s, want the day after", got)
	}
	d.press("x", "g")
	var seen []string
	for range d.matches() {
		d.press("n")
		seen = append(seen, d.event().Date.EDTF())
	}
	if len(seen) != 3 || seen[0] < seen[1] || seen[1] < seen[2] {
		t.Errorf("n meets %v", seen)
	}
	if d.press("N"); d.event().Date.EDTF() != seen[1] {
		t.Errorf("N goes from %s to %s", seen[2], d.event().Date)
	}
}

func TestTodayStandsBetweenItsNeighbours(t *testing.T) {
	between := func(d *driver, above, below string) {
		t.Helper()
		lines := d.lines()
		row := func(text string) int {
			for n, l := range lines {
				if strings.Contains(l, text) {
					return n
				}
			}
			t.Fatalf("the screen does not show %q:\n%s", text, d.screen())
			return 0
		}
		if today := row(" Today "); !(row(above) < today && today < row(below)) {
			t.Errorf("today is not between %s and %s:\n%s", above, below, d.screen())
		}
	}
	d := open(t, 80, 40, yaml(plans)).see("Saturday 10 January 2026")
	between(d, "The day itself", "A review")
	between(d.press("s"), "A review", "The day itself")
	outside := open(t, 80, 40,
		yaml("events:\n  - {date: 2025-01-01, title: One}\n  - {date: 2025-02-01, title: Two}\n  - {title: Undated}\n"))
	if strings.Contains(outside.screen(), "Today") {
		t.Errorf("today is outside of the record, and shown:\n%s", outside.screen())
	}
}

func TestLongSilencesAreLong(t *testing.T) {
	for _, keys := range [][]string{nil, {"s"}} {
		d := open(t, 80, 40, yaml(`events:
  - {date: 2025-01-01, title: One}
  - {date: 2025-01-20, title: After nineteen days}
  - {date: 2025-04-20, title: After three months}
  - {date: 2029-04-20, title: After four years}
  - {date: 2129-04-20, title: After a century}
`)).press(keys...)
		length := func(words string) int {
			for _, l := range d.lines() {
				if strings.Contains(l, "┊ "+words+" ╌") {
					return strings.Count(l, "╌")
				}
			}
			t.Fatalf("no silence of %s:\n%s", words, d.screen())
			return 0
		}
		last := 0
		for _, words := range []string{"3 weeks", "3 months", "4 years", "100 years"} {
			n := length(words)
			if n <= last {
				t.Errorf("the silence of %s has %d dashes, a shorter one %d", words, n, last)
			}
			last = n
		}
	}
}

func TestDaysMonthsAndYearsDownAndUp(t *testing.T) {
	for _, c := range []struct{ keys, want string }{
		{"g d", "A second talk"},
		{"g ctrl+down ctrl+down", "Letters are written"},
		{"g }", "Letters are written"},
		{"g ctrl+right ctrl+right", "The day itself"},
		{"g )", "The day itself"},
		{"g ctrl+pgdown ctrl+pgdown", "The treaty ends"},
		{"g ) ( ", "A first talk"},
		{"g ) D", "Letters are written"},
		{"g ) {", "Letters are written"},
		{"G D", "The treaty ends"},
		{"s g d", "A long visit"},
		{"s g ) )", "Letters are written"},
		{"s G (", "Letters are written"},
	} {
		d := open(t, 80, 24, yaml(plans)).press(strings.Fields(c.keys)...)
		if got := d.event().Title; got != c.want {
			t.Errorf("%s goes to %s, want %s", c.keys, got, c.want)
		}
	}
	open(t, 80, 24, yaml(plans)).first().press("(").see("no further year")
}
