package ui

import (
	"strings"
	"testing"
)

// farDates has dates beyond the calendar, centuries and decades, and intervals without start or end.
const farDates = `events:
  - {date: Y-138E8, title: The universe begins}
  - {date: Y-4543E6S4, title: The earth forms}
  - {date: ../.., title: Space lasts}
  - {date: /, title: Nobody knows}
  - {date: 19, title: A century}
  - {date: 193, title: A decade}
  - {date: 1950S2, title: An estimate}
  - {date: 1999-05-04, title: A day}
  - {date: 2025-09-08, title: A call}
  - {date: Y5E9, title: The sun ends}
  - {date: Y17E100, title: The last star}
`

// Dates beyond the calendar are at its ends, as they are written, and no silence is measured up to them.
func TestFarDates(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		d := open(t, size[0], size[1], yaml(farDates))
		d.press("g").fits().see("13GB", "The universe begins", "13,800,000,001 BC")
		d.press("G").fits().see("e101", "The last star", "the year 17 with 100 zeros after it")
		if strings.Contains(d.screen(), "4,99") {
			t.Errorf("the silence up to a year that is not counted is measured:\n%s", d.screen())
		}
	}
	d := open(t, 120, 60, yaml(farDates)).see("to after 5000000", "AFTER 5000000", "→", "?→?", "1950S2", "20th c")
	d.press("g", "t").see("begun before the calendar, or at an unknown time: 4 events")
	d.press("right", "right", "right", "right", "right", "right", "right").see("after 5000000: 2 events").press("esc")
	d.press("I").see("from before 5000001 BC to after 5000000").press("esc")
	open(t, 80, 24, yaml(farDates)).see("after 5M")
	for filter, want := range map[string]string{
		"since:Y6E6":    "space-lasts nobody-knows y5e9-the-sun-ends y17e100-the-last-star",
		"until:Y-6E6":   "y-138e8-the-universe-begins y-4543e6s4-the-earth-forms space-lasts nobody-knows",
		"date:193":      "space-lasts nobody-knows 19-a-century 1950s2-an-estimate 193-a-decade",
		"date:195..199": "space-lasts nobody-knows 19-a-century 1950s2-an-estimate 1999-05-04-a-day",
	} {
		var got []string
		found := open(t, 80, 24, yaml(farDates), withQuery(filter)).matched()
		for n := range found.Len() {
			got = append(got, d.record().ID(found.At(n)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %s, want %s", filter, got, want)
		}
	}
}

// Completion offers the years in which events begin, and none that stands for all beyond the calendar.
func TestNoYearBeyondTheCalendarIsOffered(t *testing.T) {
	d := open(t, 120, 40, yaml(farDates)).press("/").typeText("since:")
	d.see("1999", "2025")
	if strings.Contains(d.screen(), "Y5") {
		t.Errorf("a year is offered in which nothing begins:\n%s", d.screen())
	}
}

// Somebody who types a year passes by a century and a decade. In the query line the list only becomes shorter; in the
// date line, where 19 may become a day too, nothing happens before there are four digits.
func TestAYearIsTypedDigitByDigit(t *testing.T) {
	d := open(t, 120, 40, yaml(farDates)).press("g", "/").typeText("since:1")
	for typed, before := 0, d.matches(); typed < 3; typed++ {
		if d.typeText("9"); d.matches() > before || d.matches() == 0 {
			t.Errorf("with %s %d events match, and before it %d", d.query(), d.matches(), before)
		}
		before = d.matches()
	}
	d = open(t, 120, 40, yaml(farDates)).press("G")
	was := d.selected()
	d.press(":")
	for _, digit := range []string{"1", "9", "9"} {
		if d.typeText(digit).see("a number alone is not a date"); d.selected() != was {
			t.Errorf("%s is gone to before the year is there", d.selected())
		}
	}
	if d.typeText("9").see("1999: 1 event"); d.event().Title != "A day" {
		t.Errorf("1999 is %s", d.event().Title)
	}
}

// What begins before the calendar is where the record begins, in the header too; a start that is open is not.
func TestTheHeaderGoesBackBeforeTheCalendar(t *testing.T) {
	for record, want := range map[string]string{
		"- {date: Y-7000000, title: A}\n- {date: 2025, title: B}\n":                       "before 5000001 BC to 2025",
		"- {date: Y-7000000-05-05, title: A}\n- {date: ../2020, title: B}\n":              "before 5000001 BC",
		"- {date: Y-7000000/2000, title: A}\n- {date: 2025, title: B}\n":                  "before 5000001 BC to 2025",
		"- {date: Y-7000000/.., title: A}\n- {date: Y7000000, title: B}\n":                "before 5000001 BC to after 5000000",
		"- {date: ../2000, title: A}\n- {date: 2025, title: B}\n- {date: 2026, title: C}": "2025 to 2026",
	} {
		row := open(t, 120, 30, yaml(record)).titleRow()
		if _, got, _ := strings.Cut(row, "· "); got != want {
			t.Errorf("%q: %q, want %q", record, got, want)
		}
	}
}

// Centuries before Christ are named on the axis as the list counts them.
func TestCenturiesBeforeChristOnTheAxis(t *testing.T) {
	d := open(t, 100, 20, yaml("- {date: -45XX, title: A}\n- {date: -44XX, title: B}\n- {date: 2025, title: C}\n"))
	d.see("4600 BC", "4500 BC")
	if strings.Contains(d.screen(), "01 BC") {
		t.Errorf("a century begins with the year 1:\n%s", d.screen())
	}
}
