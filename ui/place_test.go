package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/query"
)

const (
	alaska = "2025-08-15-trump-putin-alaska"
	war    = "2022-02-24-russia-invades-ukraine"
)

// noActs are the actions of list, detail and lanes that do nothing to the event under the cursor, by name, and why.
var noActs = map[string]string{
	"up": onlyMoves, "down": onlyMoves, "page-back": onlyMoves, "page-on": onlyMoves, "half-back": onlyMoves,
	"half-on": onlyMoves, "first": onlyMoves, "last": onlyMoves, "match": onlyMoves, "match-before": onlyMoves,
	"back": onlyMoves, "forward": onlyMoves, "day-on": onlyMoves, "day-back": onlyMoves, "month-on": onlyMoves,
	"month-back": onlyMoves, "year-on": onlyMoves, "year-back": onlyMoves, "news": onlyMoves, "going-on": onlyMoves,
	"box": "opens the box; what is done in it acts", "walk": "opens the walk; staying is an act",
	"actors": "opens the choice of actors; keeping that is an act", "filter": "opens the line; keeping that is an act",
	"parts": "opens the parts, to drop one", "marks": "opens the marks",
	"out": "leads out", "left": "leads out", "quit": "leads out", "quit-now": "leads out",
	"dim": onlyLooks, "pause": onlyLooks, "undo": onlyLooks, "redo": onlyLooks, "newest": onlyLooks, "rows": onlyLooks,
	"zoom-in": onlyLooks, "zoom-out": onlyLooks, "scale": onlyLooks, "more": onlyLooks, "less": onlyLooks,
	"help": "is of the program", "mouse": "is of the program", "redraw": "is of the program",
	"suspend": "is of the program", "about": "is of the record", "problems": "is of the record",
	"reload": "is of the record",
}

const (
	onlyMoves = "moves, and here there is nowhere to go"
	onlyLooks = "changes how things look"
)

// elsewhere is a screen on which the cursor is on an event that is not the reader's place: the filter hides that, and
// nothing was done yet.
func elsewhere(t *testing.T, in mode) *driver {
	t.Helper()
	d := open(t, 120, 40, at(war), withQuery("alaska"))
	d.browser(func(string) error { return nil })
	switch in {
	case inDetail:
		d.m.modes.push(inDetail)
		d.m.openDetail()
		d.m.panes.detail.Step(d.m.session, 1, d.layout().Detail.Dy())
	case inLanes:
		d.m.modes.rebase(inLanes)
		d.m.arrange()
	}
	if d.selected() != alaska || d.view().Anchor != war {
		t.Fatalf("the cursor is on %s, and the place is %s", d.selected(), d.view().Anchor)
	}
	return d
}

// Whatever is done to the event under the cursor makes it the reader's place: the cursor stays on it when the filter
// goes, and what was the place before is one step back. A key that does nothing to it changes nothing of that.
func TestEveryActOnAnEventMakesItThePlace(t *testing.T) {
	acts := 0
	for _, a := range actions() {
		for _, in := range []mode{inList, inDetail, inLanes} {
			d := elsewhere(t, in)
			if !slices.Contains(a.in, in) || a.when != nil && !a.when(d.m) {
				continue
			}
			why, none := noActs[a.name]
			if none = none || in == inLanes && a.group == "In the lanes" && !a.acts; none && a.acts {
				t.Errorf("%q acts on the event, and does not: it %s", a.name, why)
			}
			if d.press(a.keys[0]); none {
				if why == onlyMoves && d.view().Anchor != war {
					t.Errorf("%q in mode %d moves nowhere and makes %q the place", a.name, in, d.view().Anchor)
				}
				continue
			}
			acts++
			d.m.modes.home()
			if d.ask(query.Query{}); d.selected() != alaska {
				t.Errorf("after %q in mode %d the cursor is on %s when the filter goes", a.name, in, d.selected())
			}
			if d.unfiltered().press("H"); d.selected() != war {
				t.Errorf("after %q in mode %d H leads to %s", a.name, in, d.selected())
			}
		}
	}
	if acts < 20 {
		t.Errorf("%d keys act on an event", acts)
	}
}

// To keep a filter makes the event that it selects the place, whichever way the filter goes then, and on whichever screen
// its result comes late.
func TestAKeptFilterLeavesItsEventUnderTheCursor(t *testing.T) {
	for _, way := range []string{"esc", "p", "x", "p p", "x x", "j esc", "m y esc", "enter esc esc", "F enter esc", "tab esc esc esc"} {
		for name, ready := range map[string]func(*driver) *driver{
			"small": func(d *driver) *driver { return d }, "large": (*driver).askAway,
		} {
			d := ready(open(t, 120, 40, at(war)))
			d.press("/").typeText("alaska").press("enter").press(strings.Fields(way)...)
			if d.selected() != alaska {
				t.Errorf("%s: %s leads to %s", name, way, d.selected())
			}
			if d.unfiltered().press("H"); d.selected() != war {
				t.Errorf("%s: H after %s leads to %s", name, way, d.selected())
			}
		}
	}
	d := open(t, 120, 40, at(war)).press("/").typeText("alaska").press("enter", "H").see("paused; p resumes it")
	if d.selected() != war || !d.paused() {
		t.Errorf("H under the filter leads to %s", d.selected())
	}
	if d.press("L"); d.selected() != alaska {
		t.Errorf("L leads to %s", d.selected())
	}
	if d.press("u", "u", "u"); d.selected() != war || d.query() != "" {
		t.Errorf("undo leads to %s under %q", d.selected(), d.query())
	}
}

// To stay where a walk or a date led is an act, though it may have led nowhere.
func TestToStayIsAnAct(t *testing.T) {
	for _, keys := range []string{"t enter", ": 2 0 2 5 enter", "' esc m"} {
		d := elsewhere(t, inList).press(strings.Fields(keys)...)
		if d.press("esc"); d.selected() != alaska {
			t.Errorf("after %s the filter goes, and the cursor is on %s", keys, d.selected())
		}
		if d.press("H"); d.selected() != war {
			t.Errorf("H after %s leads to %s", keys, d.selected())
		}
	}
	d := elsewhere(t, inList).press("t", "esc", "esc")
	if d.selected() != war {
		t.Errorf("a walk that is taken back leaves %s", d.selected())
	}
}

// The mouse acts on events as keys do.
func TestAClickMakesAnEventThePlace(t *testing.T) {
	for name, click := range map[string]func(*driver){
		"a click on the row": func(d *driver) { d.click("Alaska", 1) },
		"a click on the detail": func(d *driver) {
			at := d.layout().Page().Min.Add(image.Pt(20, 8))
			d.mouse(at.X, at.Y, tea.MouseButtonLeft, tea.MouseActionPress)
		},
		"the wheel over the detail": func(d *driver) {
			at := d.layout().Page().Min.Add(image.Pt(20, 8))
			d.mouse(at.X, at.Y, tea.MouseButtonWheelDown, tea.MouseActionPress)
		},
	} {
		d := elsewhere(t, inList)
		if click(d); d.view().Anchor != alaska {
			t.Errorf("after %s the place is %s", name, d.view().Anchor)
		}
	}
}

const lasting = `
- {date: 2022-02-24/.., title: The war, id: war}
- {date: "2024-01/2026-06", title: The mission, id: mission}
- {date: 2025-07-30/2025-08-12, title: The long visit, id: visit}
- {date: 2025-08~, title: Some talk, id: talk}
- {date: 2025-08-09, title: A call, id: call}
- {date: 2025-08-11, title: A letter, id: letter}
- {date: 2025-09-01/.., title: The peace, id: peace}
`

// What began before the dates asked for and goes on is in one line above the first event, and counts.
func TestWhatGoesOnIsAboveTheFirstEvent(t *testing.T) {
	const dates = "date:2025-08-08..2025-08-15"
	d := open(t, 100, 24, yaml(lasting)).press("/").typeText(dates).press("enter").see("6 of 7 events")
	if d.listed() != 3 || d.goingOn() != "war mission visit" || d.selected() != "call" {
		t.Fatalf("%d are listed, %q go on, and %s is selected", d.listed(), d.goingOn(), d.selected())
	}
	d.see("going on: 3", "5 of 6 ") // the three count
	if d.press("k", "k", "k"); d.selected() != "war" || !d.onGoingOn() {
		t.Errorf("above the first event is %s", d.selected())
	}
	d.see("▌", "going on: 3", "1 of 6 ")
	if d.press("j"); d.selected() != "talk" || d.onGoingOn() {
		t.Errorf("below the line is %s", d.selected())
	}
	if d.press("k", "enter").fits(); d.listed() != 6 || d.selected() != "war" || d.goingOn() != "" {
		t.Errorf("Enter lists %d and selects %s", d.listed(), d.selected())
	}
	if d.press("u"); d.listed() != 3 || d.goingOn() == "" {
		t.Errorf("undo lists %d", d.listed())
	}
	if d.press("k", "k", "k", "k", "m", "esc"); d.selected() != "war" {
		t.Errorf("a mark on the line, and the filter gone: %s is selected", d.selected())
	}
	d = open(t, 100, 24, yaml(lasting), withQuery(dates))
	if d.click("going on: 3", 0); d.listed() != 6 {
		t.Errorf("a click on the line lists %d", d.listed())
	}
}

// Who goes up finds the line of what goes on above the first event, with the cursor in sight at any size.
func TestTheLineOfWhatGoesOnIsReachedAtAnySize(t *testing.T) {
	text := lasting
	for day := 1; day < 29; day++ {
		text += fmt.Sprintf("- {date: 2025-08-%02d, title: Day %[1]d, id: day%[1]d}\n", day)
	}
	for h := 1; h < 30; h++ {
		for _, w := range []int{1, 7, 30, 100} {
			d := open(t, w, h, yaml(text), withQuery("date:2025-08")).press("G").fits()
			for range d.listed() {
				d.press("k").fits()
				if w >= 30 && h >= 8 && d.onGoingOn() && !strings.Contains(d.screen(), "going on: 3") {
					t.Fatalf("the line is not in sight:\n%s", d.screen())
				}
				if stray := d.stray(); stray != "" {
					t.Fatal(stray)
				}
				if w >= 30 && h >= 8 && !strings.Contains(d.screen(), "▌") {
					t.Fatalf("the cursor is not in sight:\n%s", d.screen())
				}
			}
			if !d.onGoingOn() {
				t.Fatalf("the line is not reached in %d rows of %d cells", h, w)
			}
		}
	}
}

func TestWhatGoesOn(t *testing.T) {
	for query, want := range map[string]string{
		"":                               "",
		"date:2025-08":                   "war mission visit",
		"since:2025-08-10":               "war mission visit",
		"until:2025-08-10":               "", // all of it begins in these days
		"date:2025-08-10..":              "war mission visit",
		"date:2024-01-15..2024-02":       "war", // the mission may have begun then
		"date:2022-02-24":                "",
		"date:2023":                      "", // nothing else is left
		"date:2025-08 -war":              "mission visit",
		"date:2025-08,2025-10":           "war mission visit",
		"(date:2025-08 OR id:talk)":      "", // not asked of all
		"since:2025-08-10 until:2025-09": "war mission visit",
		"since:2025-08-02":               "war mission visit", // which goes on for days
		"since:2025-10":                  "",
	} {
		d := open(t, 100, 24, yaml(lasting), withQuery(query))
		if got := d.goingOn(); got != want {
			t.Errorf("under %q %q goes on, want %q", query, got, want)
		}
		for _, key := range []string{"p", "x"} {
			if query == "" {
				continue
			}
			if d.press(key); d.goingOn() != "" || d.listed() != 7 {
				t.Errorf("%q and %s: %q goes on", query, key, d.goingOn())
			}
			d.press(key)
		}
	}
}

// The first event that is selected under dates is the first within them, in the order of the list; under what asks for
// no dates, or has the reader's own day among them, it is the nearest.
func TestDatesSelectTheirFirstEvent(t *testing.T) {
	for _, c := range []struct{ keys, query, want string }{
		{"g", "date:2025-08", "talk"},
		{"G", "date:2025-08", "talk"},
		{"s G", "date:2025-08", "letter"},
		{"g", "since:2025-08-10", "letter"},
		{"g", "letter OR peace", "letter"},
		{"G", "call OR visit", "call"},
		{"G k", "date:2025 -id:letter -id:talk", "call"},
	} {
		d := open(t, 100, 24, yaml(lasting)).press(strings.Fields(c.keys)...)
		if d.press("/").typeText(c.query); d.selected() != c.want {
			t.Errorf("%s from %s selects %s, want %s", c.query, c.keys, d.selected(), c.want)
		}
	}
}
