package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/ui/box"
	"dateline/ui/session"
)

// Enter does what is in focus, Tab adds it to the filter, → tells more about it, and Esc leaves all as it was.
func TestTheBoxDoesAddsAndTells(t *testing.T) {
	views := savedIn(&shelf{kept: session.Saved{Views: []session.SavedView{{Name: "Rubio speaks", Query: "by:rubio"}}}})
	for _, c := range []struct {
		typed string
		downs int
		key   string
		query string
		in    mode
		id    string
	}{
		{"rub", 0, "enter", "type:call actor:rubio", inList, ""},
		{"rub", 0, "tab", "type:call actor:rubio", inList, ""},
		{"rub", 0, "right", "type:call", inActor, ""},
		{"yermak tells", 0, "enter", "type:call", inList, call},
		{"yermak tells", 0, "right", "type:call", inReading, call},
		{"yermak tells", 0, "tab", "type:call", inBox, ""},
		{"strikes", 3, "enter", "type:call strikes", inList, ""},
		{"strikes", 3, "tab", "type:call strikes", inList, ""},
		{"type:strike", 0, "enter", "type:strike", inList, ""},
		{"type:strike", 0, "tab", "type:call type:strike", inList, ""},
		{"rubio speaks", 0, "enter", "by:rubio", inList, ""},
		{"rubio speaks", 0, "tab", "type:call by:rubio", inList, ""},
		{"7 sep 2025", 0, "tab", "type:call date:2025-09-07", inList, ""},
		{"last year", 0, "tab", "type:call date:2025", inList, ""},
		{">lanes", 0, "enter", "type:call", inLanes, ""},
		{"lanes", 0, "enter", "type:call", inLanes, ""},
		{"lanes", 0, "right", "type:call", inBox, ""},
	} {
		name := fmt.Sprintf("%s, %d down, %s", c.typed, c.downs, c.key)
		d := open(t, 100, 30, withQuery("type:call"), at("2025-09-20-yermak-rubio-call"), views)
		before, screen := d.view(), d.screen()
		d.press(":").typeText(c.typed).fits()
		if d.press("esc"); d.view() != before || d.screen() != screen {
			t.Errorf("%s: Esc leaves %+v, was %+v", name, d.view(), before)
		}
		d.press(":").typeText(c.typed)
		for range c.downs {
			d.press("down")
		}
		opened := d.screen()
		if d.press(c.key).fits(); d.query() != c.query || d.mode() != c.in || c.id != "" && d.selected() != c.id {
			t.Errorf("%s: %q in mode %d at %s, want %q in mode %d; the box was\n%s", name, d.query(), d.mode(), d.selected(),
				c.query, c.in, opened)
		}
	}
}

// What is typed at once, as by a paste without brackets, is a date as before, with Enter at its end.
func TestADateInOneBurst(t *testing.T) {
	d := open(t, 100, 30, at(call))
	d.through(runes(": 15 aug"), keyMsg("enter"))
	if got := d.event().Date.EDTF(); d.mode() != inList || !strings.HasPrefix(got, "[2025-08-15") && !strings.HasPrefix(got, "2025-08-15") {
		t.Errorf("mode %d at %s", d.mode(), got)
	}
}

// While something is typed the section of names has what begins so before what only sounds so, and of those as near the
// ones with the most events under the filter.
func TestTheBoxRanksWhatBeginsSo(t *testing.T) {
	const record = `- {date: 2025-01-01, title: Of a mark, type: call, actors: [Mark Bo, Remark Ltd]}
- {date: 2025-01-02, title: Remarkable, type: call, actors: [Marko Li]}
- {date: 2025-01-03, title: Mark my words, type: call, actors: [Marko Li]}
- {date: 2025-01-04, title: Mark, type: strike, actors: [Mark Bo, Merk Al]}
- {date: 2025-01-05, title: A strike, type: strike, actors: [Mark Bo]}
`
	d := open(t, 80, 40, yaml(record)).press(":").typeText("mark").fits()
	inOrder := func(texts ...string) {
		t.Helper()
		at := 0
		for _, text := range texts {
			i := strings.Index(d.screen()[at:], text)
			if i < 0 {
				t.Fatalf("%q is not below the others:\n%s", text, d.screen())
			}
			at += i + len(text)
		}
	}
	inOrder("WHO", "Mark Bo", "3 events", "Marko Li", "2 events", "EVENTS", "× Mark", "Mark my words", "Of a mark", "WORDS", "“mark…”", "5 events")
	d = open(t, 80, 40, yaml(record), withQuery("type:call")).press(":").typeText("mark").fits()
	inOrder("Marko Li", "2 events", "Mark Bo", "1 event")
}

// What is found off the loop comes to the list, and what is in focus stays so in its row of the screen; an answer to an
// older question is dropped.
func TestLateAnswersLeaveTheFocus(t *testing.T) {
	d := open(t, 100, 40, yaml(manyEvents(3000)))
	begun := d.begin(":", "m")
	d.press("down", "down", "down", "down")
	c, ok := d.m.panes.box.InFocus()
	if !ok {
		t.Fatalf("no command is in focus:\n%s", d.screen())
	}
	row := func() int {
		return slices.IndexFunc(d.lines(), func(l string) bool { return strings.HasPrefix(l, d.theme().Glyphs.Cursor) })
	}
	before := row()
	d.see("so far")
	d.run(tea.Batch(begun...))
	if now, _ := d.m.panes.box.InFocus(); now.ID != c.ID {
		t.Errorf("%s was in focus, and %s is", c.Name, now.Name)
	}
	if row() != before {
		t.Errorf("the focus was in row %d, and is in %d:\n%s", before, row(), d.screen())
	}
	for range 20 {
		d.press("up")
	}
	d.see("EVENTS")
	late := d.begin("a")
	d.press("r").see("found")
	screen := d.screen()
	if d.run(tea.Batch(late...)); d.screen() != screen {
		t.Errorf("an old answer changes the box from\n%s\nto\n%s", screen, d.screen())
	}
}

// The box goes through a record that grows or is read again, and what is in focus stays so.
func TestTheBoxFollowsARecord(t *testing.T) {
	r := write(t, 100, 30, days("Envoys arrive", "Envoys meet", "Envoys leave"))
	r.press(":").typeText("envoys").press("down")
	r.save(days("A prologue", "Envoys arrive", "Envoys meet", "Envoys leave", "Envoys return")).fits()
	if r.press("enter"); r.event().Title != "Envoys meet" {
		t.Errorf("Enter goes to %q", r.event().Title)
	}
}

// A click puts a row in focus and a second one does it; the wheel goes through the rows; a click elsewhere closes.
func TestTheMouseInTheBox(t *testing.T) {
	d := open(t, 100, 40, at(call)).press(":")
	d.click("newest event first", 0)
	if d.mode() != inBox || d.inFocus() != "newest" {
		t.Fatalf("a click puts %q in focus in mode %d", d.inFocus(), d.mode())
	}
	if d.click("newest event first", 0); d.mode() != inList || !d.newestFirst() {
		t.Errorf("a second click leads to mode %d, newest first: %v", d.mode(), d.newestFirst())
	}
	d.press(":")
	x, y := d.find("newest event first", 0)
	if d.mouse(x, y, tea.MouseButtonWheelDown, tea.MouseActionPress); d.inFocus() == "read" {
		t.Error("the wheel moves nothing")
	}
	if d.click("SEPTEMBER 2025", 0); d.mode() != inList {
		t.Errorf("a click beside the box leads to mode %d", d.mode())
	}
}

// What cannot be read says what is wrong and what to do, and what finds nothing says so, at every size.
func TestTheBoxSaysWhatIsWrong(t *testing.T) {
	for typed, says := range map[string]string{
		"dec 32": "there is no 32 December", "date:2025-15": "month 15", "xyzzy": "nothing has “xyzzy”", "> xyzzy": "no command",
		"12:30": "nothing has “12:30”", "G7 b52 zz": "nothing has “G7 b52 zz”", "8 augst 2025": "not a date",
	} {
		for _, size := range []struct{ w, h int }{{80, 24}, {60, 20}, {40, 10}, {20, 6}} {
			d := open(t, size.w, size.h).press(":").typeText(typed).fits()
			if shown := strings.Join(strings.Fields(d.screen()), " "); size.w > 20 && !strings.Contains(shown, says) {
				t.Errorf("%v: %q says\n%s", size, typed, d.screen())
			}
			before := d.screen()
			if d.press("enter").fits(); d.mode() != inBox || size.h > 6 && d.screen() != before {
				t.Errorf("%v: Enter after %q leads to mode %d", size, typed, d.mode())
			}
			if d.press("esc"); d.mode() != inList || d.query() != "" {
				t.Errorf("%v: Esc after %q leads to mode %d under %q", size, typed, d.mode(), d.query())
			}
		}
	}
}

// What only the legend answers is found, and nothing is said to be missing.
func TestTheLegendAnswers(t *testing.T) {
	d := open(t, 80, 24, at(call)).press("?").typeText("contested").see("accounts that differ", "1 found")
	if d.press("enter").fits(); strings.Contains(d.screen(), "no command") {
		t.Errorf("a command is missing:\n%s", d.screen())
	}
}

// A row of the list of keys does what its words say, or says why not: it closes the box, it takes no number of its own,
// and without events it tells that there are none.
func TestRowsOfTheListOfKeysDoWhatTheySay(t *testing.T) {
	for _, c := range []struct {
		record, typed, says string
	}{
		{"", "close the box", ""},
		{"", "actor with this number", "press the number itself: 1–9"},
		{"[]", "next event, or a line", "there is no event"},
	} {
		d := open(t, 80, 24, at(call))
		if c.record != "" {
			d = open(t, 80, 24, yaml(c.record))
		}
		before := d.query()
		d.press("?").typeText(c.typed).press("enter").fits().see(c.says)
		if d.mode() != inList || d.query() != before {
			t.Errorf("%q leads to mode %d under %q:\n%s", c.typed, d.mode(), d.query(), d.screen())
		}
	}
}

// prepared opens records in which different actions count.
func prepared(t *testing.T) []func() *driver {
	news := func() *driver {
		r := write(t, 80, 24, days("One", "Two"))
		return r.save(days("One", "Two", "Three"))
	}
	with := func(keys []string, settings ...setting) func() *driver {
		return func() *driver { return open(t, 80, 24, settings...).press(keys...) }
	}
	const same = "- {date: 2025-05-01, title: One, actors: [Trump]}\n- {date: 2025-05-02, title: Two, actors: [Melania Trump]}\n"
	return []func() *driver{
		with(nil, yaml(everyPane), withQuery("type:strike"), at("third")),
		with(nil, at(call)),
		with([]string{"x"}, at(call), withQuery("type:call")),
		with([]string{"m"}, at(call), withQuery("type:call")),
		with(nil, yaml(same), withQuery("actor:trump")),
		with([]string{"s"}, yaml(everyPane)),
		news,
	}
}

// TestArrowsEnterAndEscReachEveryAction holds that every action that the list of keys has can be done with ←, ↓, Enter and
// Esc alone, but those of which each number is one. One that counts elsewhere than in the list is offered there, where a
// second Enter does it.
func TestArrowsEnterAndEscReachEveryAction(t *testing.T) {
	reached := map[string]bool{}
	for _, record := range prepared(t) {
		for i, a := range actions() {
			id := a.name + ": " + a.does
			if a.does == "" || a.isNumbers() || reached[id] || slices.Equal(a.in, []mode{inBox}) {
				continue
			}
			d, done := record(), false
			d.m.actions[i].do = func(*model, string) tea.Cmd { done = true; return nil }
			d.press("left")
			if d.mode() != inBox {
				t.Fatalf("← leads to mode %d", d.mode())
			}
			if !d.walkTo(i) {
				d.walkTo(slices.IndexFunc(d.m.actions, func(a action) bool { return a.name == "help" && a.does != "" }))
				d.press("enter").walkTo(i)
			}
			for range 2 {
				if c, ok := d.m.panes.box.InFocus(); ok && c.ID == i && d.mode() == inBox {
					d.press("enter")
				}
			}
			reached[id] = reached[id] || done
		}
	}
	for name, keys := range map[string][]string{ // what needs a step before it, which the list of keys offers too
		"who: the page of the actor in focus":                                      {"next", "right"},
		"follow: on a key of your own: its values, each with its number of events": {"next", "enter"},
		"follow: follow the link: filter by a name, open a source, go to an event": {"follow", "enter"},
		"down: choose from the list, or go to a later filter":                      {"complete", "down"},
	} {
		d := open(t, 80, 24, yaml(everyPane), at("third")).press("?")
		does := slices.IndexFunc(d.m.actions, func(a action) bool { return a.name+": "+a.does == name })
		d.walkTo(does)
		d.press("enter")
		in := d.m.modes.below()
		d.walkTo(slices.IndexFunc(d.m.actions, func(a action) bool {
			return a.name == keys[0] && slices.Contains(a.in, in) && (a.does != "" || a.foot != "") && a.show != "" && a.name+": "+a.does != name
		}))
		d.press("enter")
		before := d.screen()
		if reached[name] = d.mode() == in && d.press(keys[1]).screen() != before; !reached[name] {
			t.Errorf("%s: in mode %d of %d:\n%s", name, d.mode(), in, before)
		}
	}
	for _, a := range actions() {
		id := a.name + ": " + a.does
		if a.does != "" && !a.isNumbers() && !reached[id] && !slices.Equal(a.in, []mode{inBox}) {
			t.Errorf("%s is not reached", id)
		}
	}
}

// walkTo puts the command of an action in focus, if the box lists it.
func (d *driver) walkTo(action int) bool {
	d.m.panes.box.Focus(action)
	c, ok := d.m.panes.box.InFocus()
	return ok && c.ID == action
}

// ↓ goes through every row of the list of keys, in both directions, each of them in sight.
func TestArrowsGoThroughTheListOfKeys(t *testing.T) {
	for _, size := range []struct{ w, h int }{{80, 24}, {20, 6}} {
		d := open(t, size.w, size.h).press("?")
		var there []box.Command
		through := func(key string) (list []box.Command) {
			for range 250 {
				if c, ok := d.m.panes.box.InFocus(); ok && (len(list) == 0 || list[len(list)-1].ID != c.ID) {
					list = append(list, c)
					if !strings.Contains(d.fits().screen(), "▌") {
						t.Fatalf("%v: %s is not in sight:\n%s", size, c.Name, d.screen())
					}
				}
				d.press(key)
			}
			return list
		}
		there = through("down")
		back := through("up")
		if slices.Reverse(back); len(there) < 90 || len(back) != len(there) {
			t.Errorf("%v: %d rows down, %d up", size, len(there), len(back))
		}
	}
}

// A command that only has the letters of what is typed is listed where nothing else is found.
func TestWhatOnlySoundsSoIsNoAnswerBesideOne(t *testing.T) {
	if d := open(t, 80, 24).press(":").typeText("putin").see("Vladimir Putin"); strings.Contains(d.screen(), "DO  ") {
		t.Errorf("a command is offered for a name:\n%s", d.screen())
	}
	open(t, 80, 24).press(":").typeText("lnes").see("DO  lanes")
}

// A date leads to what there is on it also where the filter shows nothing, which is paused for that.
func TestADateLeadsOutOfAFilterThatShowsNothing(t *testing.T) {
	d := open(t, 100, 30, withQuery("zzzz")).press(":").typeText("8 sep 2025").see("go to 8 September 2025", "hidden by the filter")
	d.press("enter").see("is paused")
	if got := d.m.session.Event().Date.String(); got != "8 September 2025" || d.query() != "zzzz" {
		t.Errorf("it leads to %s under %q", got, d.query())
	}
	d = open(t, 100, 30, withQuery("zzzz")).press(":").typeText("1 jan 1801").press("enter").see("no event, and the filter shows none")
	if d.m.session.HasEvent() {
		t.Error("an event is shown")
	}
	open(t, 100, 30, withQuery("zzzz")).press(":").typeText("3 weeks later").press("enter").fits()
	open(t, 100, 30, withQuery("zzzz")).press(":").typeText("monday").press("enter").fits()
	open(t, 100, 30, withQuery("zzzz")).press(":").typeText("8 sep").see("go to 8 September 2025").press("enter").fits()
}
