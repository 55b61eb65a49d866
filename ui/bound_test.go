package ui

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/ui/binding"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// withKeys gives actions other keys, as settings do.
func withKeys(given ...binding.Given) setting {
	return func(o *Options, _ *draw.Looks) { o.Keys = given }
}

func give(name string, keys ...string) binding.Given { return binding.Given{Name: name, Keys: keys} }

// keysIn returns which actions have a key in each mode.
func keysIn(rows []binding.Row) map[string][]string {
	all := make(map[string][]string)
	for _, r := range rows {
		for in := range mode(64) {
			if r.In&set([]mode{in}) == 0 {
				continue
			}
			for _, key := range r.Keys {
				if at := fmt.Sprint(in, " ", key); !slices.Contains(all[at], r.Name) {
					all[at] = append(all[at], r.Name)
				}
			}
		}
	}
	return all
}

// Whatever keys are given: what is found good leaves each action a key wherever it had one, leaves alone what leads
// through everything and out of it, and puts no two actions of one place on a key that does not have both anyway.
func TestKeysCanBeGivenInAnyWay(t *testing.T) {
	table := Keys()
	names := table.Names()
	var keys []string
	for _, r := range table.Rows {
		keys = append(keys, r.Keys...)
	}
	keys = append(keys, "X", "ї", "~", "f6", "f11", "ctrl+t", "ctrl+g", "alt+up", " ")
	before := keysIn(table.Rows)
	rapid.Check(t, func(t *rapid.T) {
		given := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) binding.Given {
			return give(rapid.SampledFrom(names).Draw(t, "name"), rapid.SliceOfN(rapid.SampledFrom(keys), 1, 3).Draw(t, "keys")...)
		}), 0, 8, func(g binding.Given) string { return g.Name }).Draw(t, "given")
		good, _ := table.Check(given)
		if _, faults := table.Check(good); len(faults) > 0 {
			t.Fatalf("%v is good, and then %v", good, faults)
		}
		rows := table.With(good)
		after := keysIn(rows)
		for at, names := range after {
			_, key, _ := strings.Cut(at, " ")
			if len(names) > 1 && !slices.Equal(names, before[at]) && !slices.ContainsFunc(names, func(n string) bool {
				return slices.Contains(before[at], n) // which is how the table comes
			}) {
				t.Errorf("%v: %s is %v", good, at, names)
			}
			if binding.Fixed(key) && !slices.Equal(names, before[at]) {
				t.Errorf("%v: %s is %v and was %v", good, at, names, before[at])
			}
		}
		for n, r := range table.Rows {
			for in := range mode(64) {
				one := set([]mode{in})
				if r.In&one != 0 && !slices.ContainsFunc(rows, func(now binding.Row) bool {
					return now.Name == r.Name && now.In&one != 0 && len(now.Keys) > 0
				}) {
					t.Errorf("%v: %s has no key in mode %d any more (row %d)", good, r.Name, in, n)
				}
			}
		}
		for _, g := range good {
			for _, key := range g.Keys {
				if !slices.ContainsFunc(rows, func(r binding.Row) bool { return r.Name == g.Name && slices.Contains(r.Keys, key) }) &&
					!binding.Fixed(key) {
					t.Errorf("%v: %s does not have %s", good, g.Name, key)
				}
			}
		}
	})
}

// What the table shows of keys are keys of its rows: so the reader's own can take their place.
func TestEveryKeyThatIsShownIsOne(t *testing.T) {
	table := actions()
	several := []string{"1–9", "←→", "↑↓"}
	for i := range table {
		for word := range strings.FieldsSeq(table[i].show) {
			if table.rowShown(i, word) < 0 && !slices.Contains(several, word) {
				t.Errorf("%s shows %q, which is no key where it counts", table[i].name, word)
			}
		}
	}
}

// What a message calls the key of an action is asked by a name of the table.
func TestKeysAreCalledByNamesOfTheTable(t *testing.T) {
	known := actions().names()
	for _, name := range sources(t) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		for _, call := range []string{`.Key("`, `keyOf("`, ` key("`} {
			for rest := text; ; {
				_, after, ok := strings.Cut(rest, call)
				if !ok {
					break
				}
				action, _, _ := strings.Cut(after, `"`)
				if known[action] == "" {
					t.Errorf("%s: no action is called %q", name, action)
				}
				rest = after
			}
		}
	}
}

// No text writes out a key that the reader may have changed: it asks what the key of the action is called. What a text
// of the table of keys says is about keys that stay.
func TestNoTextWritesOutAKey(t *testing.T) {
	written := regexp.MustCompile(`(?:^|[;:,(] )([A-Zb-z!?/*'&=]|\^[a-z]|F[0-9]+|shift\+F[0-9]) [a-z]+s\b`)
	for _, name := range sources(t) {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return true
			}
			text, _ := strconv.Unquote(lit.Value)
			for _, found := range written.FindAllStringSubmatch(text, -1) {
				key, _, _ := binding.Parse(found[1])
				if !binding.Fixed(key) && key != "ctrl+u" { // which edits every line
					t.Errorf("%s: %q names %s", set.Position(lit.Pos()), text, found[1])
				}
			}
			return true
		})
	}
}

// sources are the files of the screen that are no tests.
func sources(t *testing.T) (names []string) {
	here, err := filepath.Glob("*.go")
	below, _ := filepath.Glob("*/*.go")
	if err != nil || len(below) == 0 {
		t.Fatal("there are no sources")
	}
	return slices.DeleteFunc(append(here, below...), func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}

// Footer, list of keys and messages show the reader's own keys, which do what they are for; those before say where the
// action is now.
func TestTheScreenShowsTheReadersKeys(t *testing.T) {
	own := withKeys(give("lanes", "L"), give("compare", "c", "f8"), give("actors", "W"), give("help", "h"),
		give("problems", "P"), give("pause", "O"), give("filter", "S"))
	d := open(t, 120, 40, own, at(call))
	d.see("W who", "S filter", "L lanes", "h help")
	if d.press("L"); d.m.modes.base() != inLanes {
		t.Errorf("L does not open the lanes:\n%s", d.screen())
	}
	if d.press("q").press("v"); d.m.modes.base() != inList || !strings.Contains(d.m.said().Text, "“v” does nothing here; `lanes` is “L” now") {
		t.Errorf("v says %q", d.m.said().Text)
	}
	d.press("f6")
	if d.m.modes.base() != inLanes {
		t.Error("F6 does not open the lanes any more")
	}
	d.press("q").press("h").typeText("lanes").see("L F6")
	d.press("esc").press("h").typeText("compare").see("c F8")
	d.press("esc").press("c")
	if !strings.Contains(d.m.said().Text, "is the first of two; c on another compares both, c again picks") {
		t.Errorf("c says %q", d.m.said().Text)
	}
	d = open(t, 120, 40, own, withQuery("type:call"), at(call)).press("p")
	if !strings.Contains(d.m.said().Text, "`pause` is ") {
		t.Errorf("p says %q", d.m.said().Text)
	}
	d = open(t, 120, 40, own, withQuery("actor:putin"), at(war)).press("S").typeText(" alaska L v W").press("enter")
	if q := d.query(); !strings.Contains(q, "L v W") {
		t.Errorf("letters that are keys elsewhere cannot be typed: %q", q)
	}
	open(t, 120, 40, own).see(" > S: type a name, a word, a date … ")
	open(t, 120, 40, own, inASCII()).see(" > S: type a name, a word, a date .. ")
	open(t, 120, 40, own, withQuery("type:call")).see(" > type:call [x]")
	d = open(t, 120, 40, withKeys(give("edit", "ù"))).press("I", "ù")
	if d.see("“ù” does nothing here; ? lists the keys"); strings.Contains(d.screen(), "any script") {
		t.Errorf("ù is taken for a letter of another keyboard:\n%s", d.screen())
	}
	d = open(t, 80, 24, own, yaml("- {date: 2025-13-01, title: One}\n")).see("1 error (P)")
	d.press("P").see("2025-13")
}

// What is wrong with the settings is said once, before a key is pressed, and listed after what the record has, by a key
// and by a click on what is said of it in the head.
func TestWrongSettingsAreTold(t *testing.T) {
	wrong := diag.Problems{
		{
			Rule: rule.UnknownSetting, Pos: diag.Pos{File: "/home/u/.config/dateline/config.yaml", Line: 3, Column: 1}, Width: 4,
			Message: "there is no setting `them`", Hint: "did you mean `theme`?", Excerpt: "them: dark",
		},
		{
			Rule: rule.BadSetting, Pos: diag.Pos{File: "/home/u/.config/dateline/config.yaml", Line: 4, Column: 7}, Width: 1,
			Message: "`rows` cannot be `4`", Hint: "choose from 1, 2, 3, auto", Excerpt: "rows: 4",
		},
	}
	for _, said := range []string{"2 wrong settings", "1 warning", "(!)"} {
		for _, keys := range [][]string{nil, {"right"}, {"v"}, {"/"}, {":"}, {"a"}} {
			d := open(t, 120, 40, yaml("- {date: 2025-05-01, title: One, wen: x}\n"), func(o *Options, _ *draw.Looks) {
				o.Settings = wrong.Groups()
			}).press(keys...)
			if d.click(said, 0).click(said, 0); d.mode() != inProblems {
				t.Errorf("after %v, a click on %q leads to mode %d", keys, said, d.mode())
			}
		}
	}
	var edited string
	d := open(t, 120, 40, yaml("- {date: 2025-05-01, title: One, wen: x}\n"), func(o *Options, _ *draw.Looks) {
		o.Settings = wrong.Groups()
		o.Edit = func(file string, line int) (func() error, error) {
			edited = fmt.Sprint(file, ":", line)
			return func() error { return nil }, nil
		}
	})
	d.see("config.yaml, line 3: there is no setting `them`; ! lists all 2", "2 wrong settings (!)", "1 warning (!)")
	if d.press("!"); strings.Contains(d.screen(), "lists all 2") {
		t.Errorf("it is still said:\n%s", d.screen())
	}
	d.see("unknown key `wen`", "there is no setting `them`", "`rows` cannot be `4`", "1 of 3").press("G").see(
		"rows: 4", "choose from 1, 2, 3, auto")
	if d.press("e"); edited != "/home/u/.config/dateline/config.yaml:4" {
		t.Errorf("the editor opens %q", edited)
	}
	d = open(t, 60, 20, yaml("- {date: 2025-05-01, title: One}\n"), func(o *Options, _ *draw.Looks) {
		o.Settings = wrong[:1].Groups()
	})
	d.fits().see("says more").press("j", "!").see("there is no setting `them`", "did you mean `theme`?")
}

// Lines of an event and where a record opens count before where it was left.
func TestSettingsCountBeforeWhereARecordWasLeft(t *testing.T) {
	left := session.Place{View: session.View{Anchor: call, Rows: 3, Query: "type:call"}}
	with := func(rows int, start string) *driver {
		return open(t, 120, 40, visiting(left), func(o *Options, _ *draw.Looks) { o.Rows, o.Start = rows, start })
	}
	if d := with(0, ""); d.m.session.View().Rows != 3 || d.event().ID != call || d.query() != "type:call" {
		t.Errorf("with nothing said: %+v", d.m.session.View())
	}
	if d := with(1, ""); d.m.session.View().Rows != 1 || d.event().ID != call {
		t.Errorf("with rows: 1: %+v", d.m.session.View())
	}
	if d := with(-1, ""); d.m.session.View().Rows != 0 {
		t.Errorf("with rows: auto: %+v", d.m.session.View())
	}
	if d := with(0, "oldest"); d.m.session.Selected() != 0 || d.query() != "" || strings.Contains(d.screen(), "as you left it") {
		t.Errorf("with start: oldest: event %d of %q", d.m.session.Selected(), d.query())
	}
	if d := with(0, "newest"); d.m.session.Selected() != d.m.session.Dated()-1 || d.m.session.View().Rows != 3 {
		t.Errorf("with start: newest: event %d of %d", d.m.session.Selected(), d.m.session.Dated())
	}
	old := "- {date: 1066, title: Hastings}\n- {date: 1415, title: Agincourt}\n"
	for start, want := range map[string]int{"": 0, "oldest": 0, "newest": 1} {
		d := open(t, 120, 40, yaml(old), func(o *Options, _ *draw.Looks) { o.Start = start })
		if d.m.session.Selected() != want {
			t.Errorf("a record of long ago with start: %q opens at %d", start, d.m.session.Selected())
		}
	}
	d := open(t, 120, 40, visiting(left), at(war), func(o *Options, _ *draw.Looks) { o.Start = "newest" })
	if d.event().ID != war {
		t.Errorf("--at counts for less than start: %q", d.event().ID)
	}
}

// Whatever keys are given, each mode has a footer whose keys do what it says, and a list of keys.
func TestFootersHaveTheReadersKeys(t *testing.T) {
	table := Keys()
	for _, all := range [][]string{{"X", "f9"}, {"ctrl+g"}, {"ї"}} {
		for n, name := range table.Names() {
			if n%7 != len(all)%7 && name != "up" && name != "left" { // a part of them, with those that show keys of others
				continue
			}
			good, _ := table.Check([]binding.Given{give(name, all...)})
			for in, one := range paneOf {
				d := open(t, 120, 40, yaml(everyPane), withQuery("type:strike"), at("third"), withKeys(good...)).press(one.keys...).fits()
				for _, k := range d.m.actions.footing(d.m, 120).keys {
					shown := slices.ContainsFunc(k.keys, func(key string) bool { return binding.Shown(key) == k.key() })
					if !shown && k.key() != "←→" && k.key() != "↑↓" && k.key() != "1–9" {
						t.Errorf("%v: in mode %d the footer has %q for %s, which is on %q", good, in, k.key(), k.name, k.keys)
					}
				}
			}
		}
	}
}
