package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/testrecord"
)

// writes reports whether a key is text where there is a caret.
func writes(key string) bool { return utf8.RuneCountInString(key) == 1 }

// Where there is a caret every key that writes is text.
func TestNoKeyThatWritesIsBoundWhereThereIsACaret(t *testing.T) {
	for _, a := range actions() {
		for _, in := range a.in {
			if !slices.Contains(carets, in) {
				continue
			}
			if n := slices.IndexFunc(a.keys, writes); n >= 0 {
				t.Errorf("%q is bound in mode %d, where it is text (%s)", a.keys[n], in, a.name)
			}
		}
	}
}

// A letter, sign or function key means one thing in all modes, or nothing. The one exception is s: in the list of marks
// it saves.
func TestAKeyHasOneName(t *testing.T) {
	names := map[string]string{}
	for _, a := range actions() {
		for _, key := range a.keys {
			if !writes(key) && !isFunctionKey(key) || a.name == "" || key == "s" && a.name == "save" {
				continue
			}
			if before, ok := names[key]; ok && before != a.name {
				t.Errorf("%s is %s and %s", key, before, a.name)
			}
			names[key] = a.name
		}
	}
	if names["s"] != "newest" || names["q"] != "quit" || names["="] != "compare" {
		t.Errorf("s is %q, q %q, = %q", names["s"], names["q"], names["="])
	}
}

func isFunctionKey(key string) bool {
	return len(key) > 1 && key[0] == 'f' && key[1] >= '1' && key[1] <= '9'
}

// What config files and the command line call the rows of the table never changes.
func TestNamesOfActionsStay(t *testing.T) {
	keys := map[string][]string{}
	for _, a := range actions() {
		if a.name == "" {
			t.Errorf("the row of %v has no name", a.keys)
		}
		for _, key := range a.keys {
			if a.name != "" && !slices.Contains(keys[a.name], key) {
				keys[a.name] = append(keys[a.name], key)
			}
		}
	}
	var lines []string
	for name, list := range keys {
		slices.Sort(list)
		lines = append(lines, strings.TrimSpace(fmt.Sprintf("%-13s %s", name, strings.Join(list, " "))))
	}
	slices.Sort(lines)
	golden(t, "keys.golden", strings.Join(lines, "\n")+"\n")
}

// everywhereOpen opens each mode of a few records in turn, and calls look.
func everywhereOpen(t *testing.T, look func(d *driver, where string)) {
	t.Helper()
	records := map[string][]setting{
		"panes":    {yaml(everyPane), withQuery("type:strike"), at("third")},
		"no event": {yaml(everyPane), withQuery("type:nothing")},
		"nothing":  {yaml("")},
		"plain":    {yaml("- {date: 2025-05-01, title: One}\n- {date: 2025-05-02, title: Two, figures: [{label: x, value: 1}]}\n")},
		"full":     {yaml(testrecord.EveryField("One"))},
	}
	for name, settings := range records {
		for now, one := range paneOf {
			for _, size := range []struct{ w, h int }{{120, 40}, {56, 11}} {
				d := open(t, size.w, size.h, settings...).press(one.keys...)
				look(d, fmt.Sprintf("%s, mode %d from %d, %d columns", name, d.mode(), now, size.w))
			}
		}
	}
}

// Of two actions of one key at most one counts, but for the last, which always does.
func TestNoTwoActionsOfAKeyCount(t *testing.T) {
	everywhereOpen(t, func(d *driver, where string) {
		counting := map[string][]string{}
		for i := range d.m.actions {
			a := &d.m.actions[i]
			if a.when == nil || !a.counts(d.m) {
				continue
			}
			for _, key := range a.keys {
				if counting[key] = append(counting[key], a.name); len(counting[key]) > 1 {
					t.Errorf("%s: %s is %v", where, key, counting[key])
				}
			}
		}
	})
}

// A key that does nothing says why: its row has the reason, which the reader sees.
func TestEveryDeadKeySaysWhy(t *testing.T) {
	table := actions()
	for _, a := range table {
		if a.when == nil || a.why != nil {
			continue
		}
		for _, in := range a.in {
			always := func(b action) bool {
				return b.when == nil && slices.Contains(b.in, in) && slices.Contains(b.keys, a.keys[0])
			}
			if !slices.Contains(carets, in) && !slices.ContainsFunc(table, always) {
				t.Errorf("%s (%v) does not say why it does nothing in mode %d", a.name, a.keys, in)
			}
		}
	}
	dead := 0
	everywhereOpen(t, func(d *driver, where string) {
		for i := range d.m.actions {
			a := &d.m.actions[i]
			for _, key := range a.keys {
				does := func(b action) bool { return slices.Contains(b.keys, key) && b.counts(d.m) }
				if a.why == nil || !slices.Contains(a.in, d.mode()) || slices.Contains(carets, d.mode()) ||
					slices.ContainsFunc(d.m.actions, does) {
					continue
				}
				before := d.mode()
				d.press(key)
				if said := d.m.said().Text; !strings.Contains(said, "does nothing here: ") || d.mode() != before {
					t.Errorf("%s: %s says %q", where, key, said)
				}
				dead++
			}
		}
	})
	if dead < 100 {
		t.Errorf("%d dead keys were pressed", dead)
	}
}

func TestDeadKeysNameWhatIsMissing(t *testing.T) {
	for _, c := range []struct {
		record string
		keys   []string
		says   string
	}{
		{"- {date: 2025-05-01, title: One, figures: [{label: drones, value: 3}]}", []string{"c"}, "this event has figures, but of no series"},
		{"- {date: 2025-05-01, title: One}", []string{"c"}, "this event has no figures"},
		{"- {date: 2025-05-01, title: One}", []string{"i"}, "this event names nobody"},
		{"- {date: 2025-05-01, title: One}", []string{"o"}, "this event names no source and no address"},
		{"- {date: 2025-05-01, title: One, sources: [{title: A book}]}", []string{"o"}, "the sources and texts of this event have no link"},
		{"- {date: 2025-05-01, title: One}", []string{"x"}, "there is no filter"},
		{"- {date: 2025-05-01, title: One}", []string{"n"}, "there is no filter, so that every event matches"},
		{"- {date: 2025-05-01, title: One}", []string{"!"}, "nothing is wrong with this record"},
		{"- {date: 2025-05-01, title: One}", []string{"w"}, "nothing is new or changed"},
		{"- {date: 2025-05-01, title: One}", []string{"u"}, "nothing is left to undo"},
		{"- {date: 2025-05-01, title: One}", []string{"a"}, "the record names nobody"},
		{"- {date: 2025-05-01, title: One}", []string{"enter", "enter"}, "the event has no link"},
		{"- {date: 2025-05-01, title: One}", []string{"'", "delete"}, "nothing is kept yet"},
		{"- {date: 2025-05-01, title: One}", []string{"h"}, "drops no filter"},
		{"- {date: undated, title: One}", []string{"t"}, "no event has a date"},
		{"[]", []string{"v"}, "there is no event"},
		{"[]", []string{"f12", "shift+up", "delete"}, "Del does nothing here; ? lists the keys"},
		{"[]", []string{"I", "B"}, "“B” does nothing here; ? lists the keys"},
	} {
		d := open(t, 120, 40, yaml(c.record)).press(c.keys...)
		if said := d.m.said().Text; !strings.Contains(said, c.says) {
			t.Errorf("%v of %s says %q, want %q", c.keys, c.record, said, c.says)
		}
	}
}

// In the list of keys what is typed finds a key by itself, by what it does and by its name, and Enter does it. A key that
// is no text says what it does.
func TestTheListOfKeysIsTypedInto(t *testing.T) {
	for typed, finds := range map[string]string{
		"v": "lanes", "/": "filter", "f9": "pause", "true scale": "scale", "newest": "newest", "suspend": "suspend",
		"дфтуы": "lanes", "first-actor": "first-actor", "lnes": "lanes",
	} {
		d := open(t, 80, 24, at(call), withQuery("type:call")).press("?").typeText(typed)
		if name := d.inFocus(); name != finds {
			t.Errorf("%q finds %q, want %q:\n%s", typed, name, finds, d.screen())
		}
	}
	d := open(t, 80, 24, withQuery("type:call")).press("?")
	d.press("f9").see("F9: pause the filter")
	d.typeText("f9").press("enter")
	if d.mode() != inList || !d.paused() {
		t.Errorf("Enter in mode %d pauses: %v", d.mode(), d.paused())
	}
	d.press("?").typeText("qqqq").see("no command is called or does “qqqq”; Esc closes")
}

// q closes what is open, whatever that is, and quits from the list alone.
func TestQClosesWhatIsOpenAndQuitsFromTheList(t *testing.T) {
	for now, one := range paneOf {
		if slices.Contains(carets, now) {
			continue
		}
		d := open(t, 120, 40, yaml(everyPane), withQuery("type:strike"), at("third")).press(one.keys...)
		if d.press("q"); d.bye != (now == inList) || d.mode() != inList {
			t.Errorf("q in mode %d leads to mode %d, and quits: %v", now, d.mode(), d.bye)
		}
		if d.press("q"); !d.bye {
			t.Errorf("q does not quit from the list after mode %d", now)
		}
	}
	d := open(t, 120, 40, at(call)).press("v", "enter", "q")
	if d.mode() != inLanes {
		t.Errorf("q in the detail under lanes leads to mode %d", d.mode())
	}
	for now, one := range paneOf {
		d := open(t, 120, 40, yaml(everyPane), withQuery("type:strike"), at("third")).press(one.keys...).press("Q")
		if d.bye == slices.Contains(carets, now) && now != inChips && now != inOverview {
			t.Errorf("Q in mode %d quits: %v", now, d.bye)
		}
	}
}

// The function keys that are letters elsewhere work where letters are text, and lead back to the line.
func TestFunctionKeysWorkWhereThereIsACaret(t *testing.T) {
	for _, key := range []string{"f1", "f7"} {
		d := open(t, 100, 30, yaml(everyPane)).press("/").typeText("type:str").press(key)
		if d.mode() == inQueryLine {
			t.Errorf("%s opens nothing over the query line", key)
		}
		if key == "f1" {
			d.press("esc")
		} else {
			d.press("q")
		}
		if d.mode() != inQueryLine || d.typedQuery() != "type:str" {
			t.Errorf("the way out after %s leads to mode %d, and the line says %q", key, d.mode(), d.typedQuery())
		}
	}
}

// What lies over a chart or a page does not keep a record from coming anew in it.
func TestARecordComesAnewUnderTheHelp(t *testing.T) {
	for _, key := range []string{"c", "i", "a", "F"} {
		d := open(t, 100, 30, yaml(everyPane), withQuery("type:strike"), at("third")).press(key, "f1")
		d.nextFiles(file("test.yaml", "- {date: 2025-05-01, title: One, type: strike}\n"))
		d.reload()
		d.reload()
		if d.press("R").fits().press("esc").fits().press("esc").fits(); d.stray() != "" {
			t.Error(d.stray())
		}
	}
}
