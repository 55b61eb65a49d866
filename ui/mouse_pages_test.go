package ui

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"pgregory.net/rapid"
)

// A click in the lanes chooses the lane and the event of its column, whatever way the columns are; a second one reads it.
func TestClicksInTheLanes(t *testing.T) {
	for _, size := range []struct{ w, h int }{{60, 20}, {120, 40}} {
		for _, keys := range [][]string{{"v"}, {"v", "v"}, {"v", "r"}} {
			d := open(t, size.w, size.h, at(call)).press(keys...)
			list, hit := d.layout().List, 0
			for y := list.Min.Y; y < list.Max.Y; y++ {
				for x := list.Min.X; x < list.Max.X; x++ {
					row := []rune(d.lines()[y])
					if !strings.ContainsRune("△●○◆◇▲×□123456789", row[x]) || x < list.Min.X+30 || strings.TrimSpace(string(row[1:12])) == "" {
						continue
					}
					d.pointAt(image.Pt(x, y))
					now := []rune(d.lines()[y])
					if !strings.HasPrefix(string(now), "▌") && d.layout().List == list && !strings.HasPrefix(string(row), " "+d.theme().Glyphs.Vertical) {
						continue // the title of the event has moved the rows
					}
					name := d.record().ShortName(d.m.panes.lanes.Actor(d.m.session))
					if part := []rune(name)[:4]; !strings.Contains(string(row), string(part)) && !strings.Contains(string(row), "the state") {
						t.Fatalf("%v %v: a click on %q is in the lane of %s", size, keys, string(row), name)
					}
					if before := d.selected(); d.pointAt(image.Pt(x, y)).mode() == inLanes && d.selected() == before &&
						string([]rune(d.lines()[y])) == string(now) {
						t.Fatalf("%v %v: a second click on %q does nothing", size, keys, string(now))
					}
					hit++
					for n := 0; d.mode() != inLanes && n < 5; n++ {
						d.press("esc")
					}
				}
			}
			if hit < 5 {
				t.Errorf("%v %v: %d marks are hit:\n%s", size, keys, hit, d.screen())
			}
		}
	}
	d := open(t, 120, 40, at(call)).press("v")
	d.click("Trump  ", 0)
	if name := d.record().ShortName(d.m.panes.lanes.Actor(d.m.session)); name != "Trump" || d.mode() != inLanes {
		t.Errorf("a click on a name leads to the lane of %s, mode %d", name, d.mode())
	}
	if d.click("Trump  ", 0); d.mode() != inActor {
		t.Errorf("a second click on a name leads to mode %d", d.mode())
	}
	d = open(t, 60, 20, at(call)).press("v", "g")
	if before := d.cursor(); strings.Contains(d.screen(), "more →") {
		if d.click("more →", 0); d.cursor() <= before {
			t.Error("a click on what is beyond the edge does not lead there")
		}
	}
}

// A click goes where Enter would after it: on an actor's page, in the list of what is kept, on what completes the line.
func TestClicksOnPagesAndLists(t *testing.T) {
	d := open(t, 80, 40, at(call)).press("i").see("WITH")
	if d.click("Marco Rubio", 0); d.query() != "actor:rubio" || d.mode() != inList {
		t.Errorf("a click on a companion asks %q in mode %d", d.query(), d.mode())
	}
	d = open(t, 80, 24, at(call)).press("m", "k", "k", "k", "m", "'")
	d.click("Yermak tells Rubio", 0)
	if d.mode() != inSaved {
		t.Errorf("the first click in the list of marks leads to mode %d", d.mode())
	}
	if d.click("Yermak tells Rubio", 0); d.mode() != inList || d.selected() != call {
		t.Errorf("the second one leads to mode %d, %s", d.mode(), d.selected())
	}
	d = open(t, 80, 24).press("/").typeText("type:")
	if d.click("meeting", 0); !strings.HasPrefix(d.typedQuery(), "type:meeting") || d.mode() != inQueryLine {
		t.Errorf("a click on what is offered writes %q in mode %d", d.typedQuery(), d.mode())
	}
	d = open(t, 120, 30, at(call)).press("i")
	if d.click("Yermak speaks with four", 0); d.mode() != inList || !strings.HasPrefix(d.event().Title, "Yermak speaks") {
		t.Errorf("a click beside an actor's page leads to mode %d", d.mode())
	}
}

// The axis is walked and zoomed by clicks and the wheel, and the walk is left by a click elsewhere.
func TestTheMouseOnTheAxis(t *testing.T) {
	d := open(t, 120, 40, at(call))
	strip := d.layout().Strip()
	whole := d.axis()
	at := image.Pt(strip.Max.X-1, strip.Min.Y)
	if d.pointAt(at); d.view().Zoom != 0 {
		t.Fatal("one click zooms")
	}
	if d.pointAt(at); d.view().Zoom == 0 || d.axis() == whole {
		t.Fatalf("a second click does not go into the island:\n%s", d.screen())
	}
	if d.mouse(at.X, at.Y, tea.MouseButtonWheelDown, tea.MouseActionPress); d.axis() != whole {
		t.Error("the wheel does not lead out of it")
	}
	if d.mouse(at.X, at.Y, tea.MouseButtonWheelUp, tea.MouseActionPress); d.axis() == whole {
		t.Error("the wheel does not lead into it")
	}
	d.press("Z", "t")
	before := d.selected()
	if d.pointAt(strip.Min); d.mode() != inOverview || d.selected() == before {
		t.Errorf("a click during the walk leads to mode %d", d.mode())
	}
	if d.click("Esc", 0); d.selected() != before || d.mode() != inList {
		t.Errorf("the way back leads to %s in mode %d", d.selected(), d.mode())
	}
}

// The second press of a double click is not heard where the first one did something, for what is under the pointer then
// is another thing; where the first one chose, the second one reads.
func TestADoubleClickDoesNoHarm(t *testing.T) {
	double := func(d *driver, at image.Point) {
		d.m.pointer.when = time.Time{}
		for range 3 { // quick as they may be
			d.send(tea.MouseMsg{X: at.X, Y: at.Y, Button: tea.MouseButtonLeft, Action: tea.MouseActionPress})
			d.send(tea.MouseMsg{X: at.X, Y: at.Y, Button: tea.MouseButtonLeft, Action: tea.MouseActionRelease})
		}
	}
	find := func(d *driver, text string) image.Point { x, y := d.find(text, 0); return image.Pt(x, y) }
	opened := 0
	web := func(d *driver) *driver { d.browser(func(string) error { opened++; return nil }); return d }
	d := open(t, 120, 40, at(call))
	if double(d, find(d, "Marco Rubio")); d.query() != "actor:rubio" {
		t.Errorf("a double click on a name asks %q", d.query())
	}
	if double(d, find(d, "Esc drop")); d.query() != "" || d.bye || d.mode() != inList {
		t.Errorf("on the way back it leaves %q in mode %d, quits %v", d.query(), d.mode(), d.bye)
	}
	d = open(t, 120, 40, at(call)).press("v")
	if double(d, find(d, "Esc list")); d.bye || d.mode() != inList {
		t.Errorf("on the way out of lanes it leads to mode %d, quits %v", d.mode(), d.bye)
	}
	d = web(open(t, 120, 40, yaml("events: [{date: 2025, title: A, sources: ['https://example.org/story']}]")))
	if double(d, find(d, "o source")); opened != 1 {
		t.Errorf("the source is opened %d times", opened)
	}
	for _, from := range []string{"j", "right"} {
		d = open(t, 120, 40, at(call)).press(from)
		double(d, find(d, "Russian strikes damage"))
		if d.mode() != inReading && d.mode() != inDetail || !strings.HasPrefix(d.event().Title, "Russian strikes damage") {
			t.Errorf("on an event it leads to mode %d, %s after %s", d.mode(), d.selected(), from)
		}
		d = open(t, 120, 24, at(call)).press("v", from)
		x, y := d.layout().List.Max.X-12, d.layout().List.Min.Y+3
		d.pointAt(image.Pt(x, y))
		want := d.selected()
		d = open(t, 120, 24, at(call)).press("v", from)
		if double(d, image.Pt(x, y)); d.mode() != inReading && d.mode() != inDetail || d.selected() != want {
			t.Errorf("in the lanes it leads to mode %d, %s, not %s", d.mode(), d.selected(), want)
		}
	}
	d = open(t, 80, 24, at(call)).press("enter")
	if before := d.cursor(); d.mode() == inReading {
		if double(d, image.Pt(70, 0)); d.cursor() != before+3 {
			t.Errorf("three clicks on what leads to the next event go %d on", d.cursor()-before)
		}
	}
	d = open(t, 80, 24).press("a")
	if double(d, find(d, "Donald Trump").Sub(image.Pt(2, 0))); d.query() != "actor:trump" || d.mode() != inWho {
		t.Errorf("on the mark of an actor it asks %q in mode %d", d.query(), d.mode())
	}
}

// What is said of selecting text is said once, with the first click that says nothing else, and moves nothing.
func TestTheFirstClickSaysHowTextIsSelected(t *testing.T) {
	for _, size := range []struct{ w, h int }{{30, 20}, {60, 20}, {80, 24}, {120, 40}, {200, 60}, {80, 11}} {
		d := open(t, size.w, size.h, at(call))
		before := d.layout()
		list := before.List
		d.pointAt(image.Pt(list.Min.X+1, list.Min.Y)).fits()
		words := d.m.session.Notice()
		if said := strings.Contains(words, "shift+drag selects text"); said != (size.h >= 12 && size.w >= 30) {
			t.Errorf("%v: it is said %q", size, words)
		}
		if d.layout() != before {
			t.Errorf("%v: what is said moves the screen", size)
		}
		d.press("j").pointAt(image.Pt(list.Min.X+1, list.Min.Y))
		if words != "" && d.m.session.Notice() != "" {
			t.Errorf("%v: it is said twice: %q", size, d.m.session.Notice())
		}
	}
}

// Movements, other buttons and what is let go cost no frame while nothing is dragged, and no line what is typed.
func TestWhatThePointerDoesNotMeanIsNotHeard(t *testing.T) {
	d := open(t, 120, 40, at(call))
	g := &guard{model: d.m}
	for button := tea.MouseButtonNone; button <= tea.MouseButton11; button++ {
		for _, action := range []tea.MouseAction{tea.MouseActionPress, tea.MouseActionRelease, tea.MouseActionMotion} {
			press := action == tea.MouseActionPress && slices.Contains(
				[]tea.MouseButton{tea.MouseButtonLeft, tea.MouseButtonWheelUp, tea.MouseButtonWheelDown}, button)
			msg := tea.MouseMsg{X: 10, Y: 10, Button: button, Action: action}
			if heard := g.filter(nil, msg) != nil; heard != press {
				t.Errorf("%v is heard: %v", msg, heard)
			}
		}
	}
	moved := func(x int) bool {
		msg := tea.MouseMsg{X: x, Y: 10, Button: tea.MouseButtonLeft, Action: tea.MouseActionMotion}
		heard := g.filter(nil, msg) != nil
		d.send(msg)
		return heard
	}
	d.pointAt(image.Pt(10, 10)).press("j")
	if moved(11) || moved(12) || !moved(15) || moved(16) {
		t.Error("it is not once that a movement with the button held is heard")
	}
	d.see("shift+drag selects text")
	split := d.layout().Split.Min
	d.mouse(split.X+1, split.Y, tea.MouseButtonLeft, tea.MouseActionPress)
	if g.filter(nil, tea.MouseMsg{X: 10, Y: 10, Button: tea.MouseButtonLeft, Action: tea.MouseActionMotion}) == nil {
		t.Error("the border is not dragged")
	}
}

// In the list the event of the row under the pointer is selected, and no other, at any size and with rows of any form.
func TestTheRowUnderThePointerIsSelected(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(24, 180).Draw(rt, "w"), rapid.IntRange(5, 50).Draw(rt, "h")
		d := open(t, w, h, at(call))
		for range rapid.IntRange(0, 4).Draw(rt, "rows") {
			d.press("r")
		}
		d.press(rapid.SliceOfN(rapid.SampledFrom([]string{"j", "k", "pgdown", "pgup", "s", "g", "G", "/"}), 0, 6).Draw(rt, "keys")...)
		if d.mode() == inQueryLine {
			d.press("esc")
		}
		list := d.layout().List
		if list.Empty() {
			return
		}
		y := rapid.IntRange(list.Min.Y, list.Max.Y-1).Draw(rt, "y")
		row := func(y int) string { return strings.TrimSpace(strings.TrimPrefix(d.part(list, y), "▌")) }
		clicked, before := row(y), d.selected()
		if clicked == "" || strings.HasPrefix(clicked, "┊") || strings.HasPrefix(clicked, "│") || strings.Contains(clicked, "──") {
			return // which lines of these belong together the text does not say
		}
		d.pointAt(image.Pt(list.Min.X+2, y)).fits()
		if d.mode() != inList || d.selected() == before {
			return
		}
		now := d.layout().List
		for y := now.Min.Y; y < now.Max.Y; y++ {
			if strings.HasPrefix(d.part(now, y), "▌") {
				if got := strings.TrimSpace(strings.TrimPrefix(d.part(now, y), "▌")); got != clicked {
					rt.Fatalf("a click on %q selects %q:\n%s", clicked, got, d.screen())
				}
				return
			}
		}
		rt.Fatal(fmt.Sprint("no cursor: ", d.screen()))
	})
}

// part is a row of the screen within a rectangle.
func (d *driver) part(r image.Rectangle, y int) string {
	row := []rune(d.lines()[y])
	return string(row[min(r.Min.X, len(row)):min(r.Max.X, len(row))])
}

// A click into a line that is typed into puts the caret where it was clicked, and loses nothing of what is typed.
func TestAClickPutsTheCaret(t *testing.T) {
	for name, keys := range map[string][]string{
		"the box": {":"}, "the list of keys": {"?"}, "the filter": {"/"}, "the picker": {"a"},
	} {
		for _, width := range []int{60, 120, 200} {
			d := open(t, width, 40, at(call)).press(keys...).typeText("rubxo")
			before := d.mode()
			x, y := d.find("rubxo", 0)
			d.pointAt(image.Pt(x+3, y)).press("delete").typeText("i")
			if !strings.Contains(d.lines()[y], "rubio") || d.mode() != before {
				t.Errorf("%s, %d cells: mode %d after a click:\n%s", name, width, d.mode(), d.screen())
			}
			if d.pointAt(image.Pt(x+20, y)).typeText("!"); !strings.Contains(d.screen(), "rubio!") {
				t.Errorf("%s, %d cells: a click after the text is not at its end:\n%s", name, width, d.screen())
			}
		}
	}
}
