package ui

import (
	"fmt"
	"strings"
	"testing"

	"dateline/ui/draw"
)

// undated returns a record of n events, all but the first m without a date, each with an unknown key.
func undated(n, m int) string {
	var b strings.Builder
	for i := range n {
		if i < m {
			fmt.Fprintf(&b, "- {date: 2025-05-%02d, title: Event %d, wen: x}\n", i%28+1, i)
		} else {
			fmt.Fprintf(&b, "- {title: Event %d, wen: x}\n", i)
		}
	}
	return b.String()
}

// Problems of one kind are one row with their number, which opens to their places.
func TestProblemsOfOneKindAreOneRow(t *testing.T) {
	var opened []int
	r := write(t, 100, 30, undated(1200, 1), func(o *Options, _ *draw.Looks) {
		o.Edit = func(_ string, line int) (func() error, error) { opened = append(opened, line); return nil, nil }
	})
	r.see("1,199 errors (!)").press("!")
	r.see("1,199  the event has no date", "the event has no date, and 1,198 more in this file", "1,200  unknown key `wen`",
		"1 of 2", "add date:", "Enter its places")
	if r.press("enter"); !strings.Contains(r.screen(), "1 of 1,201") {
		t.Errorf("the first kind does not open:\n%s", r.screen())
	}
	r.press("down", "down").see(":3:3", "Enter edit").press("enter")
	if r.press("home", "e"); len(opened) != 2 || opened[0] != 3 || opened[1] != 2 {
		t.Errorf("the editor is opened at %v", opened)
	}
	r.press("end").see("1,201 of 1,201", "unknown key")
	// Read again, the kind is still open, and the cursor is where it was.
	r.save(undated(1200, 300)).see("900 errors (!)", "902 of 902", "unknown key")
	r.press("home", "enter").see("1 of 2")
	// What is left is few, and needs no row for all.
	r.save(undated(1200, 1198)).see("2 errors (!)", "1 of 3").press("down", "down").see("and 1,199 more")
	r.save(undated(1200, 1200)).see("1 kind of warning (!)", "1 of 1")
}

// Where nothing can be read, the screen says which error is to blame, and no warning that comes before it.
func TestNothingToShowIsBlamedOnAnError(t *testing.T) {
	d := open(t, 80, 24, yaml("first: 3000\nsecond: 2000\n"))
	d.see("There is no event to show.", "there are no events", "a record begins with events:", "! lists what is wrong")
	if strings.Contains(d.screen(), "unknown key") {
		t.Errorf("a warning is the reason:\n%s", d.screen())
	}
}
