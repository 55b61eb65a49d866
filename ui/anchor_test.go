package ui

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/load"
	"dateline/timeline/query"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// clipboard reads what was sent to the clipboard.
func clipboard(t *testing.T, sequence string) string {
	t.Helper()
	text, ok := strings.CutPrefix(sequence, "\x1b]52;c;")
	data, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(text, "\a"))
	if !ok || err != nil {
		t.Fatalf("%q is nothing for the clipboard: %v", sequence, err)
	}
	return string(data)
}

// portion hands the screen a record as far as it has been read.
func (d *driver) portion(done bool, files ...load.File) *driver {
	p := load.Files(context.Background(), files, nil)
	p.Done = done
	d.send(d.loaded(p))
	return d
}

// daily is a record with an event on each of the days.
func daily(name string, list ...string) load.File {
	text := "events:\n"
	for _, day := range list {
		text += "  - {id: d" + day + ", date: " + day + ", title: The event of " + day + "}\n"
	}
	return file(name, text)
}

func TestPortionsKeepThePlace(t *testing.T) {
	early := daily("1.yaml", "2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04", "2025-01-05", "2025-01-06")
	late := daily("2.yaml", "2025-03-01", "2025-03-02", "2025-03-03")
	d := open(t, 80, 24, recordOf(late)).first().press("R").portion(false, late)
	d.press("down")
	row := selectedRow(d)
	d.portion(true, late, early)
	if d.selected() != "d2025-03-02" {
		t.Errorf("%s is selected", d.selected())
	}
	if now := selectedRow(d); now < row {
		t.Errorf("the selection jumped from row %d to %d", row, now)
	}
}

// selectedRow returns the row of the screen with the selected event.
func selectedRow(d *driver) int {
	for n, line := range d.lines() {
		if strings.HasPrefix(line, "▌") {
			return n
		}
	}
	return -1
}

func TestTheEventToOpenAtMayComeLate(t *testing.T) {
	early, late := daily("1.yaml", "2025-01-01", "2025-01-02"), daily("2.yaml", "2025-03-01")
	d := open(t, 80, 24, recordOf(early), at("d2025-03-01")).press("R").portion(false, early)
	if d.selected() != "d2025-01-02" { // the newest so far
		t.Errorf("%s is selected before", d.selected())
	}
	if d.portion(true, early, late); d.selected() != "d2025-03-01" {
		t.Errorf("%s is selected after", d.selected())
	}
}

func TestAReloadWithoutTheEventGoesToTheNearestInTime(t *testing.T) {
	before := daily("1.yaml", "2025-01-01", "2025-03-01", "2025-03-10", "2025-06-01")
	d := open(t, 80, 24, recordOf(before)).first().press("down", "down").press("R")
	d.portion(false, daily("1.yaml", "2025-01-01")).portion(true,
		daily("1.yaml", "2025-01-01", "2025-03-01", "2025-06-01"))
	if d.selected() != "d2025-03-01" {
		t.Errorf("%s is selected", d.selected())
	}
	if d.portion(true, before); d.selected() != "d2025-03-10" {
		t.Errorf("once it is back, %s is selected", d.selected())
	}
}

// TestThePlaceIsNeverLost filters, resizes and reloads in any order: with the filter gone the event is selected that was
// the place at first, or that the last filter selected when it was kept.
func TestThePlaceIsNeverLost(t *testing.T) {
	record := curated(t)
	events := open(t, 80, 24).record()
	rapid.Check(t, func(rt *rapid.T) {
		id := events.ID(rapid.IntRange(0, events.Len()-1).Draw(rt, "place"))
		d := open(t, 120, 40, recordOf(record), at(id))
		for _, step := range rapid.SliceOfN(rapid.SampledFrom([]string{
			"type:strike", "actor:rubio", "zzz", "-tag:economy", "(", "x", "p", "R", "small", "large",
		}), 1, 6).Draw(rt, "steps") {
			switch step {
			case "x", "p", "R":
				d.press(step)
			case "small":
				d.resize(30, 6)
			case "large":
				d.resize(160, 50)
			default:
				d.press("/", "ctrl+u").typeText(step).press("enter")
				if d.mode() == inList && d.hasEvent() { // it can be read, is kept, and leaves something
					id = d.selected()
				}
				d.press("esc")
			}
		}
		d.ask(query.Query{})
		if d.selected() != id {
			rt.Errorf("%s is selected, was %s", d.selected(), id)
		}
	})
}

func TestUndoTakesAJumpBack(t *testing.T) {
	d := open(t, 80, 24, at(call)).press("G")
	last := d.selected()
	if d.press("u"); d.selected() != call {
		t.Errorf("undo goes to %s", d.selected())
	}
	if d.press("ctrl+r"); d.selected() != last {
		t.Errorf("redo goes to %s", d.selected())
	}
	if d.press("H", "u"); d.selected() != last {
		t.Errorf("undo of H goes to %s", d.selected())
	}
}

// A jump to an event that the filter hides is one change, which one undo takes back.
func TestUndoTakesAJumpOutOfTheFilterBack(t *testing.T) {
	s := &shelf{kept: session.Saved{Marks: []string{call}}}
	d := open(t, 80, 24, withQuery("type:strike"), savedIn(s)).first()
	before := d.view()
	d.press("'", "enter").see("paused")
	if d.selected() != call {
		t.Errorf("%s is selected", d.selected())
	}
	if d.press("u"); d.view() != before {
		t.Errorf("undo gives %+v, was %+v", d.view(), before)
	}
}

// TestFilterEditsLeaveAQueryAndASelection holds for all hands that edit the query, in any order.
func TestFilterEditsLeaveAQueryAndASelection(t *testing.T) {
	record := curated(t)
	edits := [][]string{
		{"1"},
		{"2"},
		{"3"},
		{"A"},
		{"x"},
		{"p"},
		{"m"},
		{"u"},
		{"u"},
		{"ctrl+r"},
		{"esc"},
		{"down"},
		{"G"},
		{"H"},
		{"R"},
		{"tab", "enter"},
		{"tab", "tab", "tab", "enter"},
		{"F", "enter"},
		{"F", "left", "delete"},
		{"F", "enter", "u"},
		{"F", "home", "enter", "enter", "esc"},
		{"a", "down", "enter"},
		{"a", "tab", "down", "delete", "enter"},
		{"a", "r", "u", "enter"},
		{"a", "pgdown", "tab", "ctrl+t", "esc"},
		{"/", "tab", "down", "enter", "tab", "enter"},
		{"/", "t", "y", "tab", "enter", "down", "enter", "enter"},
		{"/", "(", "enter", "esc"},
		{"/", "up", "enter"},
		{"/", "up", "up", "down", "enter", "esc"},
		{"/", "ctrl+u", "enter"},
		{"/", "d", "a", "t", "e", ":", "tab", "enter"},
		{"/", "-", "a", "c", "tab", "enter", "tab", "enter"},
		{"'", "s", "enter", "esc"},
		{"'", "enter", "esc"},
		{"'", "delete", "esc"},
	}
	rapid.Check(t, func(rt *rapid.T) {
		d := open(t, 120, 40, recordOf(record), func(o *Options, _ *draw.Looks) {
			o.Query = rapid.SampledFrom([]string{"", "type:call", "actor:ukraine -type:strike (kyiv OR paris)"}).
				Draw(rt, "query")
		})
		for range rapid.IntRange(1, 12).Draw(rt, "edits") {
			d.press(rapid.SampledFrom(edits).Draw(rt, "edit")...).fits()
			for d.mode() != inList {
				d.press("esc")
			}
			q, err := query.Parse(d.query())
			if err != nil || !q.Equal(d.asked()) {
				rt.Fatalf("%q is asked as %q: %v", d.query(), d.asked(), err)
			}
			if stray := d.stray(); stray != "" {
				rt.Fatal(stray)
			}
			goesOn := len(strings.Fields(d.goingOn()))
			if !d.dims() && !d.paused() && (d.listed()+goesOn != d.selects(q).Len() || !sameEvents(d.matched(), d.selects(q))) {
				rt.Fatalf("%q shows %d events", q, d.listed())
			}
		}
	})
}
