package ui

import (
	"strings"
	"testing"
)

// The function keys that open something also do so from a line that is typed into, and what was ticked or typed stays.
func TestFunctionKeysLeaveALineWithWhatItSays(t *testing.T) {
	for _, c := range []struct {
		keys []string
		now  mode
		said string
	}{
		{[]string{"/", "f2"}, inWho, ""},
		{[]string{"/", "f4"}, inBox, ""},
		{[]string{"/", "f1"}, inBox, ""},
		{[]string{":", "f2"}, inWho, ""},
		{[]string{":", "f3"}, inQueryLine, ""},
		{[]string{"a", "f3"}, inQueryLine, ""},
		{[]string{"a", "f4"}, inBox, ""},
		{[]string{"a", "f1"}, inBox, ""},
		{[]string{"a", "f2"}, inWho, "actors are being picked"},
		{[]string{"a", "f7"}, inWho, "nothing is wrong with this record"},
		{[]string{"/", "f3"}, inQueryLine, "the filter is being typed"},
		{[]string{":", "f4"}, inBox, "the box is open"},
	} {
		if d := open(t, 120, 40).press(c.keys...).fits().see(c.said); d.mode() != c.now {
			t.Errorf("%v leads to mode %d, not %d", c.keys, d.mode(), c.now)
		}
	}
	for _, keys := range [][]string{{"f4", "esc"}, {"f3", "esc"}, {"f1", "esc", "enter"}, {"f7", "enter"}} {
		d := open(t, 120, 40).press("a", "tab")
		ticked := d.query()
		if d.press(keys...); d.query() != ticked || ticked == "" {
			t.Errorf("%v makes %q of the ticks %q", keys, d.query(), ticked)
		}
	}
	if d := open(t, 120, 40).press("a", "f4", "esc"); d.query() != "" {
		t.Errorf("nothing was ticked, and F4 filters by %q", d.query())
	}
	if d := open(t, 120, 40).press("/").typeText("putin").press("f2", "esc"); d.query() != "putin" {
		t.Errorf("what was typed has become %q", d.query())
	}
	if d := open(t, 120, 40).press("/").typeText("date:2025-15").press("f4"); d.mode() != inQueryLine ||
		!strings.Contains(d.saidRows(), "month 15") {
		t.Errorf("a filter that cannot be read is left: %q", d.saidRows())
	}
}
