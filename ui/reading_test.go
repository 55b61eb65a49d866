package ui

import (
	"fmt"
	"strings"
	"testing"
)

// longEvents are events of which the second is more than a detail holds.
var longEvents = func() string {
	var b strings.Builder
	b.WriteString("- {date: 2025-05-01, id: short, title: Short}\n")
	b.WriteString("- date: 2025-05-02\n  id: long\n  title: Long\n  actors: [Ann, Bob]\n  related: [short]\n  claims:\n")
	for n := range 60 {
		fmt.Fprintf(&b, "  - {by: %s, text: account %d of it, status: reported}\n", []string{"Ann", "Bob"}[n%2], n)
	}
	b.WriteString("- {date: 2025-05-03, id: after, title: After, related: [long]}\n")
	return b.String()
}()

// Enter opens on the whole screen what the detail cannot hold, and goes into the detail otherwise.
func TestEnterReadsWhereThereIsRoom(t *testing.T) {
	for _, size := range sizes {
		d := open(t, size.w, size.h, yaml(longEvents), at("long")).press("enter").fits()
		if d.mode() != inReading || !strings.Contains(d.screen(), "2 of 3") {
			t.Errorf("%d×%d: Enter leads to mode %d:\n%s", size.w, size.h, d.mode(), d.screen())
		}
		if d.press("esc"); d.mode() != inList || d.selected() != "long" {
			t.Errorf("%d×%d: Esc leads to mode %d", size.w, size.h, d.mode())
		}
		if d.press("v", "enter", "esc"); d.mode() != inLanes {
			t.Errorf("%d×%d: Esc leads from the lanes to mode %d", size.w, size.h, d.mode())
		}
		if d = open(t, size.w, size.h, yaml(longEvents), at("short")).press("enter"); d.mode() != inDetail {
			t.Errorf("%d×%d: Enter on a short event leads to mode %d", size.w, size.h, d.mode())
		}
	}
}

// → goes into the detail, and from there on to the whole screen where there is more; Esc goes back the same way.
func TestRightGoesInStepByStep(t *testing.T) {
	d := open(t, 120, 40, yaml(longEvents), at("long")).press("right")
	if d.mode() != inDetail {
		t.Fatalf("→ leads to mode %d", d.mode())
	}
	if d.press("right"); d.mode() != inReading {
		t.Fatalf("→ leads from the detail to mode %d", d.mode())
	}
	if d.press("esc"); d.mode() != inDetail {
		t.Errorf("Esc leads to mode %d", d.mode())
	}
	if d.press("right", "q"); d.mode() != inList {
		t.Errorf("q leads to mode %d", d.mode())
	}
	d = open(t, 120, 40, yaml(longEvents), at("after")).press("right", "right")
	if d.mode() != inDetail || !d.onLink() {
		t.Error("→ goes to no link of an event that the detail holds")
	}
}

// The event that is read is the selected one, whatever leads from one to the other.
func TestThePageFollowsTheSelection(t *testing.T) {
	d := open(t, 120, 40, yaml(longEvents), at("long")).press("enter")
	for _, step := range []struct{ key, want string }{
		{"left", "short"},
		{"left", "short"},
		{"right", "long"},
		{"J", "after"},
		{"K", "long"},
		{"l", "after"},
		{"h", "long"},
		{"d", "after"},
		{"D", "long"},
	} {
		if d.press(step.key).fits(); d.selected() != step.want || d.mode() != inReading {
			t.Fatalf("%s leads to %s in mode %d, want %s", step.key, d.selected(), d.mode(), step.want)
		}
	}
	d.press("right") // after names long
	for d.press("tab"); d.onPage().Value != "long"; d.press("tab") {
		if d.onPage().Value == "" {
			t.Fatalf("no link leads to what led here:\n%s", d.screen())
		}
	}
	if d.press("enter"); d.selected() != "long" || d.mode() != inReading {
		t.Errorf("the link leads to %s in mode %d", d.selected(), d.mode())
	}
	if d.press("H"); d.selected() != "after" {
		t.Errorf("H leads to %s", d.selected())
	}
}

// onPage is the link in focus on the page on which an event is read.
func (d *driver) onPage() (l struct{ Value string }) {
	link, _ := d.m.panes.reading.Link()
	l.Value = link.Value
	return l
}

// A filter that is typed, or picked by a number, leaves the page open at an event that matches.
func TestAFilterKeepsThePage(t *testing.T) {
	d := open(t, 120, 40, yaml(longEvents), at("long")).press("enter", "/").typeText("after").press("enter")
	if d.mode() != inReading || d.selected() != "after" {
		t.Errorf("mode %d at %s", d.mode(), d.selected())
	}
	if d.press("u"); d.selected() != "long" || d.mode() != inReading {
		t.Errorf("u leads to %s in mode %d", d.selected(), d.mode())
	}
	if d.press("G", "1"); d.query() != "actor:ann" || d.mode() != inReading {
		t.Errorf("1 filters by %q in mode %d:\n%s", d.query(), d.mode(), d.screen())
	}
	if d.press("/").typeText(" nothing").press("enter").fits(); d.mode() != inList {
		t.Errorf("nothing matches, and mode %d has the keys", d.mode())
	}
}

// What lies over the page gives it back.
func TestThePageComesBack(t *testing.T) {
	for _, keys := range [][]string{
		{"/", "esc"},
		{"a", "esc"},
		{":", "esc"},
		{"?", "esc"},
		{"i", "esc"},
		{"'", "esc"},
		{"I", "esc"},
		{"a", "enter"},
		{":", "2", "0", "2", "5", "enter"},
	} {
		d := open(t, 120, 40, yaml(longEvents), at("long")).press("enter").press(keys...).fits()
		if d.mode() != inReading {
			t.Errorf("%v lead to mode %d", keys, d.mode())
		}
	}
}

// A record that is read again keeps the page, unless it has lost the event.
func TestReloadKeepsThePage(t *testing.T) {
	r := write(t, 120, 40, longEvents)
	r.press("g", "j", "enter")
	if r.mode() != inReading || r.selected() != "long" {
		t.Fatalf("mode %d at %s", r.mode(), r.selected())
	}
	r.save("- {date: 2025-04-01, title: Before all}\n" + longEvents).fits()
	if r.mode() != inReading || r.selected() != "long" || !strings.Contains(r.screen(), "3 of 4") {
		t.Errorf("mode %d at %s:\n%s", r.mode(), r.selected(), r.screen())
	}
	r.save("- {date: 2025-05-01, id: short, title: Short}\n").fits()
	if r.mode() != inList || !strings.Contains(r.screen(), "no longer in the record") {
		t.Errorf("mode %d:\n%s", r.mode(), r.screen())
	}
}
