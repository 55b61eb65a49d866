package ui

import (
	"strings"
	"testing"
)

// A key that moves says at the end of the list why it does not, and is told no more when it is held.
func TestTheEndsOfTheListAreSaid(t *testing.T) {
	for _, c := range []struct {
		to, said string
		keys     []string
	}{
		{"G", "this is the last event", []string{"j", "down", "G", "pgdown", " ", "ctrl+d", "end"}},
		{"g", "this is the first event", []string{"k", "up", "g", "pgup", "ctrl+u", "home"}},
	} {
		for _, key := range c.keys {
			d := open(t, 120, 40).press(c.to)
			if c.to == "g" {
				d.press("j", "k") // which do move
			}
			if strings.Contains(d.saidRows(), c.said) && c.to == "g" {
				t.Errorf("%s moved and says %q", c.to, d.saidRows())
			}
			if d.press(key).see(c.said); d.fits().mode() != inList {
				t.Errorf("%s leads to mode %d", key, d.mode())
			}
			held := d.screen()
			if d.press(key, key); d.screen() != held {
				t.Errorf("%s is held, and the screen changes", key)
			}
		}
	}
	open(t, 120, 40).press("s", "g", "k").see("this is the newest event")
	open(t, 120, 40).press("s", "G", "j").see("this is the oldest event")
	open(t, 120, 40, withQuery("type:call")).press("G", "j").see("this is the last event that the filter shows")
	open(t, 120, 40).press("v", "G", "tab").see("this is the last event")
	open(t, 120, 40).press("G", "enter", "J").see("this is the last event")
	open(t, 120, 40).press("g", "enter", "G", "j").see("the page ends here; J goes to the event below")
}
