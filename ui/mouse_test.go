package ui

import (
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"dateline/timeline/calendar"
	"dateline/ui/draw"
	"dateline/ui/layout"
)

// mouse sends a mouse message for a cell, counted from 0, some time after the one before.
func (d *driver) mouse(x, y int, button tea.MouseButton, action tea.MouseAction) *driver {
	d.m.pointer.when = time.Time{}
	d.send(tea.MouseMsg{X: x, Y: y, Button: button, Action: action})
	return d
}

// click presses and lets go of the left button on the n-th place, from 0, where the screen shows text.
func (d *driver) click(text string, n int) *driver {
	d.t.Helper()
	x, y := d.find(text, n)
	d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionPress)
	return d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionRelease)
}

func withoutMouse(o *Options, _ *draw.Looks) { o.NoMouse = true }

// A report of the mouse that nobody asked for is none: it may be a text that looks like one.
func TestTheMouseIsNotHeardWhereItIsTheTerminals(t *testing.T) {
	d := open(t, 120, 40, withoutMouse)
	was := d.selected()
	d.click("Budanov", 0)
	d.mouse(5, 20, tea.MouseButtonWheelUp, tea.MouseActionPress)
	if d.selected() != was || d.query() != "" || d.mode() != inList {
		t.Errorf("%s is selected, the filter is %q, the mode %d", d.selected(), d.query(), d.mode())
	}
}

// find is the cell at which text begins for the n-th time.
func (d *driver) find(text string, n int) (x, y int) {
	d.t.Helper()
	for y, line := range d.lines() {
		from := 0
		for {
			i := strings.Index(line[from:], text)
			if i < 0 {
				break
			}
			if n--; n < 0 {
				return ansi.StringWidth(line[:from+i]), y
			}
			from += i + len(text)
		}
	}
	d.t.Fatalf("the screen does not show %q so often:\n%s", text, d.screen())
	return 0, 0
}

// The mouse is captured from the start unless the options say otherwise; one key changes that and says what it does then.
func TestMouseIsCapturedFromTheStart(t *testing.T) {
	for key, settings := range map[string][]setting{"M": {at(call)}, "f11": {at(call), withoutMouse}} {
		d := open(t, 120, 40, settings...)
		heard := key == "M"
		for range 3 {
			before := d.selected()
			if d.click("Russian strikes damage the government", 0); (d.selected() != before) != heard {
				t.Errorf("%s: a click is heard: %v", key, !heard)
			}
			d.press("k", key).see(map[bool]string{true: "the mouse selects text", false: "clicks are heard"}[heard])
			heard = !heard
		}
	}
}

func TestClickSelectsAndASecondClickReads(t *testing.T) {
	d := open(t, 120, 40, at(call)).click("Russian strikes damage the government", 0)
	if got := d.event().Title; !strings.HasPrefix(got, "Russian strikes damage the government") || d.mode() != inList {
		t.Errorf("a click selects %q", got)
	}
	if d.click("Russian strikes damage the government", 0); d.mode() != inDetail {
		t.Error("a second click does not read")
	}
	if d.click("SEPTEMBER 2025", 0); !strings.HasPrefix(d.event().Title, "Russian strikes damage the government") {
		t.Error("a click on a heading moves the selection")
	}
}

func TestClicksOnTheDetailActLikeEnter(t *testing.T) {
	for _, c := range []struct{ text, query string }{
		{"Marco Rubio", "actor:rubio"}, {"◇ call ·", "type:call"}, {"sanctions", "tag:sanctions"},
	} {
		if d := open(t, 120, 40, at(call)).click(c.text, 0); d.query() != c.query || d.mode() != inList {
			t.Errorf("a click on %s asks %q", c.text, d.query())
		}
	}
	var opened string
	d := open(t, 120, 40, yaml("events: [{date: 2025, title: A, sources: ['https://example.org/story']}]"))
	d.browser(func(url string) error { opened = url; return nil })
	if d.click("example.org/story", 1); opened != "https://example.org/story" {
		t.Errorf("a click on the source opens %q", opened)
	}
	d = open(t, 120, 70, at(call))
	x, y := d.find("│ → ", 0)
	if d.mouse(x+2, y, tea.MouseButtonLeft, tea.MouseActionPress); d.selected() != call {
		t.Error("a click beside a link follows it")
	}
	want := d.event().Related[0]
	d.mouse(x+32, y, tea.MouseButtonLeft, tea.MouseActionPress)
	if d.selected() != want {
		t.Errorf("a click on the related event goes to %s, want %s", d.selected(), want)
	}
}

func TestClickOnTheOverviewGoesThere(t *testing.T) {
	d := open(t, 120, 40)
	s := d.layout().Strip()
	press := func(x int) {
		d.send(tea.MouseMsg{X: x, Y: s.Min.Y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
	}
	if press(s.Max.X - 1); d.event().Date.Earliest() < calendar.DayOf(2026, 1, 1) {
		t.Errorf("a click on the end goes to %s", d.selected())
	}
	first := d.record().ID(0)
	if press(s.Min.X); d.selected() != first {
		t.Errorf("a click on the start goes to %s", d.selected())
	}
	if press(s.Min.X + 8); d.selected() != "2024-03-20-yermak-sullivan-press-conference" { // the end of a fold
		t.Errorf("a click where nothing is goes to %s, not to the nearest", d.selected())
	}
	if d.press("H"); d.selected() != first {
		t.Errorf("H goes to %s", d.selected())
	}
}

func TestClickOnAPartOfTheQueryDropsIt(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:call actor:yermak -actor:putin"))
	if d.click("actor:yermak", 0); d.query() != "type:call -actor:putin" {
		t.Errorf("a click on actor:yermak leaves %q", d.query())
	}
	x, y := d.find("-actor:putin", 0)
	if d.mouse(x+len("-actor:putin [x]")+1, y, tea.MouseButtonLeft, tea.MouseActionPress); d.mode() != inQueryLine {
		t.Error("a click beside the parts does not open the query line")
	}
	if d.typeText("since:2025-09-08").click("Yermak speaks with four", 0); d.mode() == inQueryLine ||
		!strings.Contains(d.query(), "since:") {
		t.Errorf("a click on the list leaves the line open, or loses it: %q", d.query())
	}
}

func TestWheelScrollsWhatIsBeneath(t *testing.T) {
	d := open(t, 120, 20, at(call))
	before, rows := d.cursor(), d.detailRows()
	d.mouse(100, 10, tea.MouseButtonWheelDown, tea.MouseActionPress)
	if d.cursor() != before || d.detailRows()[0] != rows[3] {
		t.Error("the wheel over the detail does not scroll it")
	}
	if d.mouse(10, 10, tea.MouseButtonWheelUp, tea.MouseActionPress); d.cursor() >= before {
		t.Error("the wheel over the list does not move through it")
	}
	d.press("a")
	list := d.layout().List.Min
	if before := d.cursor(); d.mouse(list.X+1, list.Y+1, tea.MouseButtonWheelDown, tea.MouseActionPress).cursor() <= before ||
		d.mode() != inWho {
		t.Error("the wheel over the list beside the panel does not move through it")
	}
	d.press("esc")
	help := d.press("?").screen()
	if d.mouse(10, 10, tea.MouseButtonWheelDown, tea.MouseActionPress); d.screen() == help {
		t.Error("the wheel does not scroll the help")
	}
}

// Where nothing matches there is nothing to click on, and the way back stays.
func TestClicksWhereNothingMatches(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:zzz"))
	screen := d.screen()
	for x := 1; x < 120; x += 10 {
		for y := 6; y < 38; y += 4 {
			d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionPress).mouse(x, y, tea.MouseButtonLeft, tea.MouseActionRelease)
		}
	}
	if d.screen() != screen || d.mode() != inList {
		t.Errorf("clicks on nothing lead to %s", d.screen())
	}
}

func TestClicksInThePanelAndTheChart(t *testing.T) {
	d := open(t, 120, 40, at(call)).press("a").click("Marco Rubio", 0)
	if d.whoName() != "Marco Rubio" || d.mode() != inWho || d.undoable() {
		t.Error("a click does not go to the actor")
	}
	if d.click("Marco Rubio", 0); d.query() != "actor:rubio" || d.mode() != inList {
		t.Errorf("a second click asks %q", d.query())
	}
	if d.press("a").click("Rubio and Lavrov hold", 0); d.mode() != inList ||
		!strings.HasPrefix(d.event().Title, "Rubio and Lavrov") {
		t.Error("a click beside the panel does not close it")
	}
	d = open(t, 120, 40, yaml(counted), at("second")).press("c").click("1,200", 0).click("more than 400", 0)
	if d.see("Third night"); d.mode() != inChart {
		t.Error("one click leaves the chart")
	}
	if d.click("more than 400", 0); d.selected() != "third" {
		t.Errorf("a second click goes to %s", d.selected())
	}
}

func TestBorderIsDraggedAndStays(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}, {170, 48}} {
		d := open(t, size.w, size.h)
		split := d.layout().Split
		by := split.Min.Sub(split.Max)
		by.X, by.Y = 10*(by.X/size.w+1), 3 // to the right and down
		from := split.Min
		d.mouse(from.X+1, from.Y, tea.MouseButtonLeft, tea.MouseActionPress)
		d.mouse(from.X+by.X, from.Y+by.Y, tea.MouseButtonLeft, tea.MouseActionMotion)
		d.mouse(from.X+by.X, from.Y+by.Y, tea.MouseButtonLeft, tea.MouseActionRelease).fits()
		want := from
		if d.layout().Shape == layout.Stacked {
			want.Y += by.Y
		} else {
			want.X += by.X
		}
		if got := d.layout().Split.Min; got != want {
			t.Errorf("%d×%d: the border is at %v, dragged to %v", size.w, size.h, got, want)
		}
		if d.mouse(1, 1, tea.MouseButtonNone, tea.MouseActionMotion); d.layout().Split.Min != want {
			t.Error("the border follows the pointer after it was let go")
		}
		if d.press("u"); d.layout().Split != split {
			t.Errorf("undo leaves the border at %v", d.layout().Split)
		}
	}
}

func TestBorderMovesByKeys(t *testing.T) {
	d := open(t, 120, 40)
	before := d.layout().List.Dx()
	if d.press("+"); d.layout().List.Dx() <= before {
		t.Error("+ gives the list no more room")
	}
	if d.press("shift+left"); d.layout().List.Dx() != before {
		t.Errorf("ctrl+← does not take it back: %d cells, was %d", d.layout().List.Dx(), before)
	}
	for range 100 {
		d.press("-")
	}
	if w := d.fits().layout().List.Dx(); w < 36 {
		t.Errorf("the list is left with %d cells", w)
	}
}

// TestAnyMouseKeepsTheScreenInOrder clicks, drags and scrolls anywhere, between keys.
func TestAnyMouseKeepsTheScreenInOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		w, h := rapid.IntRange(1, 180).Draw(rt, "w"), rapid.IntRange(1, 45).Draw(rt, "h")
		d := open(t, w, h)
		d.browser(func(string) error { return nil })
		for range rapid.IntRange(1, 30).Draw(rt, "events") {
			button := rapid.SampledFrom([]tea.MouseButton{
				tea.MouseButtonLeft, tea.MouseButtonLeft, tea.MouseButtonWheelDown,
				tea.MouseButtonWheelUp, tea.MouseButtonRight,
			}).Draw(rt, "button")
			action := rapid.SampledFrom([]tea.MouseAction{
				tea.MouseActionPress, tea.MouseActionPress, tea.MouseActionMotion,
				tea.MouseActionRelease,
			}).Draw(rt, "action")
			d.mouse(rapid.IntRange(0, w).Draw(rt, "x"), rapid.IntRange(0, h).Draw(rt, "y"), button, action).fits()
			if rapid.Bool().Draw(rt, "key") {
				d.press(rapid.SampledFrom(anyKey).Draw(rt, "k")).fits()
			}
			if stray := d.stray(); stray != "" {
				rt.Fatal(stray)
			}
		}
	})
}
