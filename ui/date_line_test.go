package ui

import (
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
		d := open(t, 120, 30, yaml(plans)).press("f4").typeText(c.text).see(c.footer)
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
	d := open(t, 120, 30, yaml(plans)).press(":").see("3 weeks later").typeText("dec")
	d.typeText(" 32").see("there is no 32 December; December has 31 days")
	if got := d.event().Title; got != "Letters are written" {
		t.Errorf("the last place is lost for %s", got)
	}
	if d.press("enter"); d.mode() != inDate {
		t.Error("the line closes over a mistake")
	}
	for range "dec 32" {
		d.press("backspace")
	}
	if got := d.event().Title; got != "A first talk" {
		t.Errorf("the empty line shows %s", got)
	}
	if d.press("enter"); d.mode() != inList {
		t.Error("Enter on the empty line does not close it")
	}
	d.press("H").see("no further place") // since the line led nowhere
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
		d := open(t, rapid.IntRange(1, 130).Draw(rt, "width"), rapid.IntRange(1, 40).Draw(rt, "height"),
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
