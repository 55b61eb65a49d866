package ui

import (
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
)

// footer is the last row.
func (d *driver) footer() string { return d.lines()[d.size().Y-1] }

// saidRows are the rows in which the reader is told something, as one text.
func (d *driver) saidRows() string {
	s := d.layout()
	rows := []string{strings.Trim(d.said(), " ─")}
	for y := s.Drop.Min.Y; y < s.Drop.Max.Y; y++ {
		rows = append(rows, d.lines()[y])
	}
	return strings.Join(strings.Fields(strings.Join(rows, " ")), " ")
}

// The way back is on every screen at every width down to 20 columns, and the list of keys from 24 on.
func TestTheWayBackIsOnEveryScreen(t *testing.T) {
	for now, one := range paneOf {
		if now == inList {
			one.keys = nil // there it is the way out of the filter
		}
		for _, settings := range [][]setting{
			{yaml(everyPane), withQuery("type:strike"), at("third")},
			{withQuery("actor:yermak,rubio type:call,meeting"), at(call)},
		} {
			d := open(t, 130, 14, settings...).press(one.keys...)
			for w := 20; w <= 130; w++ {
				if d.resize(w, 14); d.mode() == now && !strings.Contains(d.fits().footer()+" ", " Esc ") {
					t.Fatalf("mode %d in %d columns: %q", now, w, d.footer())
				}
			}
		}
	}
	d := open(t, 130, 14)
	for w := 20; w <= 130; w++ {
		d.resize(w, 14)
		if !strings.Contains(d.footer(), "q quit") || w > 26 && !strings.Contains(d.footer(), "? help") {
			t.Fatalf("the list in %d columns: %q", w, d.footer())
		}
	}
}

// What Enter does is in the footer of every mode where it does something, beside the way back, at every width from 20
// on; and as soon as there is room for more, what Tab does is there.
func TestWhatEnterDoesIsInEveryFooter(t *testing.T) {
	for now, one := range paneOf {
		for _, settings := range [][]setting{
			{yaml(everyPane), withQuery("type:strike"), at("third")},
			{withQuery("actor:yermak,rubio type:call,meeting"), at(call)},
		} {
			d := open(t, 80, 14, settings...).press(one.keys...)
			in := d.mode()
			acts := map[string]bool{}
			for _, k := range d.m.actions.footed(d.m) {
				acts[k.keys[0]] = true
				acts["enter"] = acts["enter"] || slices.Contains(k.keys, "enter")
			}
			for w := 20; w <= 80; w++ {
				if d.resize(w, 14); d.mode() != in {
					t.Fatalf("%d columns lead from mode %d to %d", w, in, d.mode())
				}
				keys := map[string]bool{"Enter": acts["enter"], "Esc": acts["esc"], "Tab": acts["tab"] && w >= 45}
				for key, wanted := range keys {
					if wanted && !strings.Contains(d.fits().footer()+" ", " "+key+" ") {
						t.Errorf("mode %d (%d), %d columns: no %s in %q", in, now, w, key, d.footer())
					}
				}
			}
			if in == inWho && !acts["enter"] || in == inOverview && !acts["enter"] {
				t.Errorf("mode %d has no word for Enter: %q", in, d.footer())
			}
		}
	}
}

// Any or all of two that are ticked is asked on the screen, and how to change that is in the footer.
func TestAnyOrAllIsInTheFooterWhereItIsAsked(t *testing.T) {
	d := open(t, 80, 24).press("a")
	if strings.Contains(d.footer(), "any/all") {
		t.Errorf("nobody is ticked: %q", d.footer())
	}
	d.typeText("yer").press("tab").typeText("rub").press("tab").see("meet:")
	if !strings.Contains(d.footer(), "^t any/all") {
		t.Errorf("two are ticked: %q", d.footer())
	}
}

func TestTheFooterHasTheKeysThatCountNow(t *testing.T) {
	d := open(t, 80, 24, at(call))
	for _, keys := range []string{"Enter read", "a who", "/ filter", "o source", "y cite", "? help", "q quit"} {
		if !strings.Contains(d.footer(), keys) {
			t.Errorf("%s is not in %q", keys, d.footer())
		}
	}
	d = open(t, 80, 24, yaml("- {date: 2025-05-01, title: One}\n"))
	for _, keys := range []string{"o source", "y cite"} {
		if strings.Contains(d.footer(), keys) {
			t.Errorf("%s is in %q, and the event has no source", keys, d.footer())
		}
	}
	if d := open(t, 80, 24, yaml(everyPane), at("third")).press("enter"); !strings.Contains(d.footer(), "Tab links") {
		t.Errorf("in the detail: %q", d.footer())
	}
}

// A wide footer is filled by importance: with what can be done with the filter where there is one, and with the axis.
func TestTheFooterIsFilledByImportance(t *testing.T) {
	for _, c := range []struct {
		w      int
		filter string
		keys   string
	}{{100, "", "t axis"}, {120, "", "t axis"}, {100, "actor:putin", ": find"}, {120, "actor:putin", "x dim  t axis  F parts  : find"}} {
		d := open(t, c.w, 40, withQuery(c.filter))
		if !strings.Contains(d.footer(), c.keys) {
			t.Errorf("%s at %d columns is not in %q", c.keys, c.w, d.footer())
		}
	}
	if d := open(t, 120, 40, withQuery("actor:putin")).press("x"); !strings.Contains(d.footer(), "x hide") {
		t.Errorf("where the others are dim: %q", d.footer())
	}
}

func TestTheFooterSaysWhereTheReaderIs(t *testing.T) {
	d := open(t, 120, 40).press("g")
	if !strings.HasSuffix(d.footer(), "  1 of 45 ") {
		t.Errorf("at the first event: %q", d.footer())
	}
	if d.press("G"); !strings.HasSuffix(d.footer(), " 45 of 45 ") {
		t.Errorf("at the last event: %q", d.footer())
	}
	if d = open(t, 120, 40, yaml(broken)).press("!", "down"); !strings.HasSuffix(d.footer(), " 2 of 3 ") {
		t.Errorf("among problems: %q", d.footer())
	}
}

// A message has its own place: the footer is what it was, and the message is there whole.
func TestMessagesLeaveTheKeysAlone(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}, {60, 20}, {40, 10}, {30, 24}} {
		for _, words := range []string{
			"there is nothing to undo", "the files no longer read whole: ! lists why, R shows what is left",
		} {
			for _, keys := range [][]string{nil, {"enter"}, {"a"}, {"v"}, {"?"}, {"!"}} {
				d := open(t, size.w, size.h, yaml(everyPane), at("third")).press(keys...)
				before := d.footer()
				d.send(saidMsg{words})
				if d.fits().footer() != before {
					t.Errorf("%v %v: the footer was\n%s\nand is\n%s", size, keys, before, d.footer())
				}
				if d.mode() == inWho && size.w < 80 { // the picker leaves a message one row
					continue
				}
				if !strings.Contains(d.saidRows(), words) {
					t.Errorf("%v %v: %q is told as %q:\n%s", size, keys, words, d.saidRows(), d.screen())
				}
			}
		}
	}
}

// A filter that cannot be read says why in full, with the keys below and the line above.
func TestMistakesOfAFilterAreToldWhole(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}, {60, 20}, {40, 10}, {40, 24}} {
		d := open(t, size.w, size.h, at(call)).press("/").typeText("actor:yermak date:2025-15").fits()
		if want := d.m.session.Mistake().Error(); !strings.Contains(d.saidRows(), want) {
			t.Errorf("%v: %q is told as %q:\n%s", size, want, d.saidRows(), d.screen())
		}
		if !strings.Contains(d.footer(), "Esc ") || !strings.Contains(d.screen(), " / actor:yermak date:2025-15") {
			t.Errorf("%v: the keys or the line are gone:\n%s", size, d.screen())
		}
		if d = open(t, size.w, size.h, at(call)).press(":").typeText("8 sep"); !strings.Contains(d.footer(), "Enter go there") ||
			!strings.Contains(d.footer(), "Esc close") || !strings.Contains(d.screen(), "8 September") {
			t.Errorf("%v: a date is typed, and the screen is\n%s", size, d.screen())
		}
	}
}

// What completes a filter pushes the list down: its month and the cursor stay in sight at every size.
func TestCompletionHidesNeitherCursorNorMonth(t *testing.T) {
	d := open(t, 130, 40, at(call)).press("/").typeText("actor:y")
	for w := 24; w <= 130; w += 7 {
		for h := 9; h <= 40; h++ {
			d.resize(w, h).fits()
			if !d.offered() {
				t.Fatal("nothing is offered")
			}
			list := d.layout().List
			rows := d.lines()[list.Min.Y:list.Max.Y]
			cursor := slices.IndexFunc(rows, func(row string) bool { return strings.HasPrefix(row, d.theme().Glyphs.Cursor) })
			month := slices.IndexFunc(rows, func(row string) bool { return strings.HasPrefix(row, " SEPTEMBER 2025 ") })
			if cursor < 0 || month < 0 || month > cursor {
				t.Fatalf("%d×%d: cursor in row %d, month in %d of:\n%s", w, h, cursor, month, d.screen())
			}
			if !strings.Contains(d.screen(), "yermak  ") {
				t.Fatalf("%d×%d: nothing to complete is shown:\n%s", w, h, d.screen())
			}
		}
	}
}

// While the mouse is captured, the keys of the footer are buttons.
func TestClicksOnTheFooterPressItsKeys(t *testing.T) {
	for button, now := range map[string]mode{
		"Enter read": inReading, "a who": inWho, "/ filter": inQueryLine, "? help": inBox, "v lanes": inLanes,
	} {
		d := open(t, 120, 40, at(call)).click(button, 0)
		if d.mode() != now {
			t.Errorf("a click on %q leads to mode %d, want %d", button, d.mode(), now)
		}
		d = open(t, 120, 40, at(call))
		x, y := d.find(button, 0)
		if d.mouse(x+len(button)-1, y, tea.MouseButtonLeft, tea.MouseActionPress); d.mode() != now {
			t.Errorf("a click on the end of %q leads to mode %d", button, d.mode())
		}
	}
	if d := open(t, 120, 40, at(call)).press("enter", "v").click("Esc list", 0); d.mode() != inList {
		t.Errorf("a click on the way back leads to mode %d", d.mode())
	}
	if d := open(t, 120, 40).click("q quit", 0); !d.bye {
		t.Error("a click on q does not quit")
	}
	if d := open(t, 120, 40, at(call)).click("Marco Rubio", 0); d.query() != "actor:rubio" {
		t.Errorf("a click on a name of the detail asks %q", d.query())
	}
}

// With the mouse captured a name in a row is one click from being the filter, and the row becomes the place; beside the
// names a click selects.
func TestClicksOnNamesInRowsFilter(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}, {60, 20}} {
		for _, rows := range []int{0, 1, 2, 3} { // as r chooses them
			d := open(t, size.w, size.h, at(call))
			for range rows {
				d.press("r")
			}
			list, clicked := d.layout().List, 0
			for y := list.Min.Y; y < list.Max.Y; y++ {
				n, ok := d.m.panes.list.EventAt(y - list.Min.Y)
				if !ok {
					continue
				}
				for x := range list.Dx() {
					a, ok := d.m.panes.list.NameAt(d.m.session, x, y-list.Min.Y)
					if !ok {
						continue
					}
					short := d.record().ShortName(a)
					if row := d.lines()[y]; !strings.Contains(row, strings.TrimSuffix(short, "…")[:3]) {
						t.Fatalf("%v: %s is at column %d of %q", size, short, x, row)
					}
					id := d.record().ID(d.m.session.At(n))
					d.mouse(x, y, tea.MouseButtonLeft, tea.MouseActionPress)
					if d.query() != "actor:"+d.record().Actor(a).ID || d.selected() != id {
						t.Fatalf("%v: a click on %s asks %q, and %s is selected", size, short, d.query(), d.selected())
					}
					d.press("u")
					clicked++
					break
				}
			}
			if clicked < 2 {
				t.Errorf("%v, %d: %d rows have a name to click on:\n%s", size, rows, clicked, d.screen())
			}
			d.mouse(list.Min.X+4, list.Min.Y+1, tea.MouseButtonLeft, tea.MouseActionPress) // on a date
			if d.query() != "" {
				t.Errorf("a click beside the names asks %q", d.query())
			}
		}
	}
}
