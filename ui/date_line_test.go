package ui

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestGoToADate(t *testing.T) {
	for _, c := range []struct{ text, title, footer string }{
		{"2025-11", "A first talk", "November 2025: 2 events"},
		{"5 nov", "A second talk", "5 November 2025: 1 event"},
		{"15 dec", "Letters are written", "15 December 2025: within December 2025"},
		{"2026-01-20", "A review", "20 January 2026: no event; the nearest: 28 January 2026"},
		{"1990", "A first talk", "the nearest: 3 November 2025"},
		{"3000", "The treaty ends", "the nearest: 1 May 2031"},
		{"today", "The day itself", "10 January 2026: 1 event"},
		{"next year", "A long visit", "2027: no event"},
		{"6 weeks later", "Letters are written", "15 December 2025: within"},
	} {
		d := open(t, 120, 30, yaml(plans)).first().press("f4").typeText(c.text).see(c.footer)
		if got := d.event().Title; got != c.title {
			t.Errorf("while %q is typed %s is shown, want %s", c.text, got, c.title)
		}
		if d.press("esc"); d.event().Title != "A first talk" || d.mode() != inList {
			t.Errorf("Esc leaves %s", d.event().Title)
		}
		d.press(":").typeText(c.text).press("enter")
		if got := d.event().Title; got != c.title {
			t.Errorf("Enter after %q stays at %s, want %s", c.text, got, c.title)
		}
		if d.press("H"); d.event().Title != "A first talk" {
			t.Errorf("H after %q goes to %s", c.text, d.event().Title)
		}
	}
}

func TestADateThatCannotBeReadSaysWhy(t *testing.T) {
	d := open(t, 120, 30, yaml(plans)).first().press(":").see("a date (8 sep)").typeText("15 dec")
	if got := d.event().Title; got != "Letters are written" {
		t.Errorf("15 December shows %s", got)
	}
	d.press("ctrl+u").typeText("dec 32").see("there is no 32 December; December has 31 days")
	if d.press("enter"); d.mode() != inBox {
		t.Error("the line closes over a mistake")
	}
	for range "dec 32" {
		d.press("backspace")
	}
	if got := d.event().Title; got != "A first talk" {
		t.Errorf("the empty line shows %s", got)
	}
	if d.press("esc"); d.mode() != inList {
		t.Error("Esc does not close it")
	}
	d.press("H").see("no further place") // since the line led nowhere
}

// A date without a year is the nearest on which an event begins, also one that the filter hides; else the nearest in whose
// month one does.
func TestADateWithoutAYearIsOneWithEvents(t *testing.T) {
	for _, c := range []struct{ from, query, text, read string }{
		{war, "", "8 sep", "8 September 2025: 2 events"},
		{war, "", "july", "July 2025: 9 events"},
		{war, "", "15 aug", "15 August 2025: 1 event"},
		{war, "", "14 aug", "14 August 2025: no event; the nearest: 15 or 16 August 2025"},
		{war, "", "20 mar", "20 March 2024: 1 event"},
		{war, "", "1 january", "1 January 2026: 2 events"}, // known to the month
		{war, "", "dec", "December 2022: no event"},        // there is none in any, and this is not before the first event
		{war, "", "24 feb", "24 February 2022: 1 event"},
		{war, "", "29 feb", "29 February 2024: no event"}, // the nearest year that has it
		{call, "", "april", "April 2025: 7 events"},
		{call, "actor:rubio", "4 sep", "4 September 2025: 1 event, hidden by the filter; the nearest: 8 September 2025"},
		{war, "type:strike", "10 july 2025", "hidden by the filter"},
		{call, "actor:rubio", "10 july", "10 July 2025: 1 event, and 5 events, hidden by the filter"},
		{war, "actor:rubio", "8 sep", "8 September 2025: 1 event, and 1 event, hidden by the filter"},
	} {
		d := open(t, 120, 30, at(c.from), withQuery(c.query)).press(":").typeText(c.text)
		if !strings.Contains(d.screen(), c.read) {
			t.Errorf("%q from %s under %q is not %q:\n%s", c.text, c.from, c.query, c.read, d.screen())
		}
	}
	d := open(t, 120, 30, at(call), withQuery("actor:rubio")).press(":").typeText("4 sep 2025").see("hidden by the filter")
	d.press("enter").see("the filter hides 1 event of 4 September 2025; p pauses it")
	old := "- {date: 1901-07-04, title: Old, id: old}\n- {date: 2025-01-02, title: New, id: new}\n"
	open(t, 120, 30, yaml(old)).press(":").typeText("july").see("July 1901: 1 event")
	// From an event without a date the year is counted from today.
	const undated = "- {date: 1901-07-04, title: Old}\n- {date: 2025-07-02, title: New}\n" +
		"- {date: 2090-07-02, title: Far}\n- {title: Whenever}\n"
	open(t, 120, 30, yaml(undated)).press("G", ":").typeText("july").see("July 2025: 1 event")
	d = open(t, 120, 30, yaml(undated), withQuery("is:undated")).press(":").typeText("2025")
	if d.see("2025: 1 event, hidden by the filter"); strings.Contains(d.screen(), "the nearest") {
		t.Errorf("nothing shown has a date that is near:\n%s", d.screen())
	}
}

// What a date leads to is said beside it, and the keys stay in the footer.
func TestTheDateLineSaysWhereItLeads(t *testing.T) {
	for _, w := range []int{40, 60, 80, 120} {
		d := open(t, w, 20, at(war)).press(":").fits().see("Enter do", "Esc close")
		d.typeText("8 sep").see("8 September 2025: 2", "Enter go", "Esc close").fits()
		d.typeText("x").see("this is not a date", "Esc close").fits()
	}
	open(t, 120, 20, yaml(lasting)).press(":").typeText("2022-03").see("no event; the nearest: since 24 February 2022")
}

// The search for a year ends in a record whose events are far apart, and in one with an event in every year.
func TestADateWithoutAYearIsFoundInTime(t *testing.T) {
	var text strings.Builder
	text.WriteString("- {date: Y-1999999-01-01, title: Far}\n- {date: Y1999999-01-01, title: Farther}\n")
	for year := 1000; year < 3000; year++ {
		fmt.Fprintf(&text, "- {date: %d-02-02, title: Of %[1]d}\n", year)
	}
	d := open(t, 80, 24, yaml(text.String())).press(":").typeText("3 feb").see("3 February 20")
	d.press("esc", ":").typeText("1 may").see("1 May 20").press("esc", ":").typeText("1 jan").see("1 January", "1 event")
}

func TestGoToADateNewestFirst(t *testing.T) {
	d := open(t, 120, 30, yaml(plans)).press("s", ":").typeText("nov 2025")
	if got := d.event().Title; got != "A second talk" {
		t.Errorf("newest first, November begins with %s", got)
	}
}

// TestDateLineTakesAnyText holds for any letters: the screen has its size, and Esc comes back to where the line
// opened.
func TestDateLineTakesAnyText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, rapid.IntRange(1, 180).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height"),
			yaml(aRecord().Draw(rt, "record")))
		from := d.selected()
		d.press(":")
		for _, r := range rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
			"../..", "-9999999", "2025-09-08/..",
			"../2000", "100 centuries later",
		})).Draw(rt, "text") {
			d.press(string(r)).fits()
		}
		if d.press("esc").fits(); d.selected() != from || d.mode() != inList {
			rt.Fatalf("Esc leaves %s, was %s", d.selected(), from)
		}
	})
}

// What is asked for later leads to nothing earlier, and the other way round: where there is nothing the place stays.
func TestADateCountedFromTheViewKeepsItsDirection(t *testing.T) {
	for _, c := range []struct{ from, text, said, stays string }{
		{"G", "3 weeks later", "no later event", "yes"},
		{"G", "1 day later", "no later event", "yes"},
		{"G", "2 years on", "no later event", "yes"},
		{"g", "3 weeks earlier", "no earlier event", "yes"},
		{"g", "1 month before", "no earlier event", "yes"},
		{"g", "1 week later", "the nearest: ", ""},
		{"G", "1 month earlier", "", ""},
		{"G", "monday", "the nearest: 6 January 2026", ""},
	} {
		d := open(t, 120, 40).press(c.from)
		before := d.selected()
		d.press(":").typeText(c.text).see(c.said)
		if got := d.selected() == before; got != (c.stays != "") {
			t.Errorf("%s %s stays: %v\n%s", c.from, c.text, got, d.saidRows())
		}
		if d.press("enter"); (d.selected() == before) != (c.stays != "") {
			t.Errorf("%s %s: Enter leads from %s to %s", c.from, c.text, before, d.selected())
		}
	}
	d := open(t, 120, 40, yaml("- {id: a, date: 2025-01-01, title: A}\n- {id: b, date: 2025-03-01, title: B}\n")).press("g")
	if d.press(":").typeText("1 week later"); d.selected() != "b" {
		t.Errorf("a week after the first of two is %s", d.selected())
	}
	if d.press("esc", "G", ":").typeText("1 week earlier"); d.selected() != "a" {
		t.Errorf("a week before the second of two is %s", d.selected())
	}
}
