package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/compare"
)

// bothKeys compare Zelensky with Trump, both ticked in the picker.
var bothKeys = []string{
	"a", "z", "e", "l", "e", "n", "s", "k", "y", "tab", "t", "r", "u", "m", "p", "tab", "ctrl+t", "ctrl+t", "enter",
}

// TestGoldenCompared compares the screen of two side by side at every size, in ASCII, and in the colours of a light
// ground.
func TestGoldenCompared(t *testing.T) {
	for _, s := range sizes {
		name := fmt.Sprintf("compare-%dx%d", s.w, s.h)
		t.Run(name, func(t *testing.T) {
			d := open(t, s.w, s.h, at(call)).press(bothKeys...).fits()
			golden(t, "screens/"+name+".golden", trimmed(d.lines()))
		})
	}
	t.Run("ascii", func(t *testing.T) {
		d := open(t, 80, 24, at(call), inASCII()).press(bothKeys...).fits()
		golden(t, "screens/compare-ascii-80x24.golden", trimmed(d.lines()))
	})
	t.Run("light", func(t *testing.T) {
		d := open(t, 100, 30, at(call), in16, inLight).press(bothKeys...).fits()
		golden(t, "screens/compare-light-100x30.golden", styled(d.frame()))
	})
}

// two is a record of two who meet once, and of a third.
const two = `actors:
  - {id: a, name: Anna Aster, kind: person}
  - {id: b, name: Boris Birch, kind: person}
  - {id: c, name: Clara Cedar, kind: person}
events:
  - {date: 2025-01-10, title: Anna alone, id: one, type: call, actors: [a]}
  - {date: 2025-01-20, title: They meet, id: two, type: meeting, actors: [a, b, c], quotes: [{by: a, text: Well}]}
  - {date: 2025-05-02, title: Boris alone, id: three, type: call, actors: [b]}
  - {date: 2025-05-03, title: Clara alone, id: four, type: call, actors: [c]}
  - {date: 2025-06-09, title: Boris again, id: five, type: visit, actors: [b]}
`

func TestTheFirstPressTakesOneAndTheNextCompares(t *testing.T) {
	d := open(t, 100, 30, yaml(two), at("one")).press("=").see("Anna Aster is the first of two")
	if d.mode() != inList {
		t.Fatalf("mode %d", d.mode())
	}
	d.press("j", "j", "=").see("together 1", "Anna alone", "They meet", "Boris again", "┊", "meets also: Cedar 1")
	if d.mode() != inCompare || strings.Contains(d.screen(), "Clara alone") {
		t.Errorf("mode %d:\n%s", d.mode(), d.screen())
	}
	if d.press("esc"); d.mode() != inList || d.query() != "" {
		t.Errorf("Esc leads to mode %d, with %q", d.mode(), d.query())
	}
}

// Where the same actor is in focus again, or none, the picker asks for the other, and gives the filter back.
func TestThePickerAsksForTheOther(t *testing.T) {
	d := open(t, 100, 30, yaml(two), at("one"), withQuery("type:call,meeting")).press("=", "=").see("with whom?")
	if d.mode() != inWho {
		t.Fatalf("mode %d", d.mode())
	}
	if d.press("esc"); d.mode() != inList || d.query() != "type:call,meeting" {
		t.Errorf("Esc leads to mode %d, with %q", d.mode(), d.query())
	}
	d.press("a").typeText("boris").press("enter") // which is no more than a filter
	if d.mode() != inList || d.query() == "type:call,meeting" {
		t.Errorf("the picker still compares: mode %d, %q", d.mode(), d.query())
	}
	d = open(t, 100, 30, yaml(two), at("one"), withQuery("type:call,meeting")).press("=", "=").typeText("boris")
	d.press("enter").see("together 1", "Boris alone")
	if d.query() != "type:call,meeting" || strings.Contains(d.screen(), "Boris again") {
		t.Errorf("%q:\n%s", d.query(), d.screen())
	}
	d.press("a").typeText("clara").press("enter").see("Clara Cedar", "Clara alone")
	if strings.Contains(d.screen(), "Boris alone") {
		t.Errorf("a third does not take the place of the one on the right:\n%s", d.screen())
	}
	if d.press("=").see("Clara Cedar", "Anna Aster"); strings.Index(d.screen(), "Clara C") > strings.Index(d.screen(), "Anna A") {
		t.Errorf("not swapped:\n%s", d.screen())
	}
}

// The actors of the filter are aside, since who is compared is asked here; the rest of it counts.
func TestComparedApartFromTheActorsOfTheFilter(t *testing.T) {
	d := open(t, 100, 30, yaml(two), at("one"), withQuery("actor:a -type:visit")).press("=", "=").typeText("boris")
	d.press("enter").see("together 1", "Boris alone")
	if strings.Contains(d.screen(), "Boris again") {
		t.Errorf("the filter does not count:\n%s", d.screen())
	}
	if d.query() != "actor:a -type:visit" {
		t.Errorf("the filter is %q", d.query())
	}
}

func TestKeysOfTwoSideBySide(t *testing.T) {
	d := open(t, 100, 30, yaml(two), at("one")).press("=", "j", "j", "=", "g")
	selected := func() string { return d.m.panes.compare.Event() }
	for _, step := range []struct{ key, want string }{
		{"right", "two"},
		{"right", "three"},
		{"left", "three"},
		{"g", "one"},
		{"left", "two"},
		{"}", "three"},
		{"{", "one"},
		{"d", "two"},
		{"D", "one"},
		{"G", "five"},
		{"up", "three"},
		{"pgup", "one"},
		{"s", "one"},
		{"g", "five"},
	} {
		if d.press(step.key).fits(); selected() != step.want {
			t.Errorf("%s leads to %s, want %s", step.key, selected(), step.want)
		}
	}
	if d.press("s", "y"); !strings.Contains(d.copied(), "| They meet |") || !strings.Contains(d.copied(), "| alone | 1 |") {
		t.Errorf("copied: %s", d.copied())
	}
	if d.press("G", "enter"); d.mode() != inDetail || d.selected() != "five" {
		t.Errorf("Enter leads to mode %d and %s", d.mode(), d.selected())
	}
	if d.press("q"); d.mode() == inDetail {
		t.Error("q does not go out")
	}
}

// The page follows a record that is read again, and goes when one of the two has gone.
func TestComparedFollowsAReload(t *testing.T) {
	r := write(t, 100, 30, two, at("one"))
	r.press("=", "j", "j", "=", "G")
	r.save(two+"  - {date: 2025-07-01, title: They meet again, id: six, actors: [a, b]}\n").see("together 2", "meet again")
	if r.m.panes.compare.Event() != "five" || r.mode() != inCompare {
		t.Errorf("the cursor is on %s", r.m.panes.compare.Event())
	}
	r.save("- {date: 2025-01-10, title: Anna alone, id: one, actors: [Anna Aster]}\n").fits()
	if r.mode() == inCompare {
		t.Errorf("one of the two is no more:\n%s", r.screen())
	}
}

func TestComparedFromLanesAndFromAPage(t *testing.T) {
	d := open(t, 100, 30, yaml(two), at("two")).press("v", "=", "down", "=")
	if d.mode() != inCompare {
		t.Fatalf("lanes lead to mode %d:\n%s", d.mode(), d.screen())
	}
	if d.press("q"); d.mode() != inLanes {
		t.Errorf("q leads to mode %d", d.mode())
	}
	d = open(t, 100, 30, yaml(two), at("one")).press("i", "=").see("Anna Aster is the first of two")
	if d.press("esc", "j", "j", "="); d.mode() != inCompare {
		t.Errorf("the page leads to mode %d", d.mode())
	}
}

// On a source, the first press takes who published it, and the next compares who reported what.
func TestSourcesSideBySide(t *testing.T) {
	d := open(t, 100, 30, yaml(`sources:
  - {id: s1, title: One, publisher: Daily News, url: "https://example.org/1"}
  - {id: s2, title: Two, publisher: Evening News, url: "https://example.org/2"}
events:
  - {date: 2025-01-10, title: First, id: one, sources: [s1]}
  - {date: 2025-01-11, title: Second, id: two, sources: [s2]}
  - {date: 2025-01-12, title: Third, id: three, sources: [s1, s2]}
`), at("one")).press("enter", "enter", "=")
	if d.see("Daily News is the first of two").press("q", "j", "enter", "enter", "="); d.mode() != inCompare {
		t.Fatalf("mode %d:\n%s", d.mode(), d.screen())
	}
	d.see("Daily News", "Evening News", "together 1", "First", "Second").press("=", "y").fits()
}

// A record of any text stays in its cells, and each row has those of the screen.
func TestComparedAtAnySize(t *testing.T) {
	hostile := strings.NewReplacer("Anna alone", "\"\\e[31mA\\u202e 日本語 e\\u0301\"", "Boris Birch", "日本 \\e[2J").Replace(two)
	for _, text := range []string{two, hostile} {
		d := open(t, 100, 30, yaml(text), at("two")).press("v", "=", "down", "=")
		for w := 20; w < 140; w += 7 {
			for _, h := range []int{3, 5, 8, 12, 18, 30} {
				d.resize(w, h).press("j").fits()
				for _, line := range d.lines() {
					if !utf8.ValidString(line) || strings.ContainsAny(line, "\x1b\u202e") {
						t.Fatalf("%d×%d: %q", w, h, line)
					}
				}
			}
			d.press("g")
		}
	}
}

// However it is scrolled, the cursor's event is in sight.
func TestTheCursorOfComparedIsInSight(t *testing.T) {
	d := open(t, 90, 20, at(call)).press(bothKeys...)
	seen := map[string]bool{}
	for _, key := range slices.Concat(slices.Repeat([]string{"pgdown"}, 12), slices.Repeat([]string{"up"}, 30),
		[]string{"G", "pgup", "g", "ctrl+d", "}", "}", ")", "right", "left", "s", "pgdown"}) {
		d.press(key).fits()
		id := d.m.panes.compare.Event()
		i, _ := d.m.session.Index().Timeline().Find(id)
		title := d.m.session.Index().Timeline().EventTitle(i)
		if first, _, _ := strings.Cut(title, " "); !strings.Contains(d.screen(), first) {
			t.Fatalf("%s: %q is out of sight:\n%s", key, title, d.screen())
		}
		seen[id] = true
	}
	if len(seen) < 12 {
		t.Errorf("the keys lead to %d events", len(seen))
	}
}

func BenchmarkCompare(b *testing.B) {
	for _, n := range []int{1_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			d := bench(b, 200, 60, manyEvents(n))
			a, _ := d.m.session.Index().Timeline().FindActor("Somebody Else")
			other, _ := d.m.session.Index().Timeline().FindActor("Actor 1")
			d.m.panes.compare.Take(d.m.session, compare.Actor(d.m.session.Index(), a))
			comparing{d.m}.show(compare.Actor(d.m.session.Index(), other))
			d.press("j")
			benchKeys(b, d, "j", "k", 40)
		})
	}
}

// Of many events what has to look into all of them comes after the page, and what was asked before is not taken for it.
func TestWhatComparedTellsComesLate(t *testing.T) {
	var text strings.Builder
	text.WriteString("events:\n")
	for n := range 2500 {
		who := "[Anna, Clara]"
		if n%2 == 1 {
			who = "[Boris, Dana]"
		}
		fmt.Fprintf(&text, "  - {date: %04d-01-02, title: Day %d, id: d%d, actors: %s}\n", 1+n/2, n, n, who)
	}
	d := open(t, 100, 30, yaml(text.String()), at("d0")).press("=", "j", "=").fits()
	d.see("1,250 events", "together 0", "meets also: Clara 1,250", "meets also: Dana 1,250")
	d.press("=").see("Boris", "meets also: Dana 1,250")
}

// A click chooses an event, and a second one reads it; one on a name in the head opens its page.
func TestTheMouseInCompared(t *testing.T) {
	for _, size := range []struct{ w, h int }{{50, 7}, {50, 24}, {80, 9}, {100, 30}} {
		for _, name := range []string{"Aster", "Birch"} {
			d := open(t, size.w, size.h, yaml(two), at("one")).press("=", "j", "j", "=")
			before := d.screen()
			d.click(name, 0)
			if page := d.screen(); d.mode() != inActor || !strings.Contains(strings.ToUpper(page), strings.ToUpper(name)) {
				t.Errorf("%v: a click on %s leads to mode %d:\n%s\n%s", size, name, d.mode(), before, page)
			}
			if d.press("esc"); d.mode() != inCompare {
				t.Errorf("%v: Esc leads back to mode %d", size, d.mode())
			}
		}
	}
	d := open(t, 100, 30, yaml(two), at("one")).press("=", "j", "j", "=")
	d.click("Boris again", 0)
	if d.mode() != inCompare || d.selected() != "five" {
		t.Fatalf("a click leads to %s in mode %d", d.selected(), d.mode())
	}
	if d.click("Boris again", 0); d.mode() == inCompare || d.selected() != "five" {
		t.Errorf("a second click leads to %s in mode %d", d.selected(), d.mode())
	}
}

// What the list does and the page of two does not is told with what does: by the keys, and by a click where the list has
// its filter, which invites nobody to type.
func TestWhatComparedLacksIsTold(t *testing.T) {
	for _, c := range []struct{ key, want string }{
		{"/", "Esc goes back, where / filters both"},
		{"f", "Esc goes back, where / filters both"},
		{"Y", "y copies the table of both"},
		{"m", "Enter reads the event, and m marks it there"},
	} {
		d := open(t, 100, 30, yaml(two), at("one")).press("=", "j", "j", "=").press(c.key).see(c.want)
		if d.mode() != inCompare {
			t.Errorf("%q leads to mode %d", c.key, d.mode())
		}
	}
	d := open(t, 100, 30, yaml(two), at("one")).press("=", "j", "j", "=")
	if strings.Contains(d.screen(), "type a name") {
		t.Errorf("it invites to type:\n%s", d.screen())
	}
	d.click("no filter", 0).see("Esc goes back, where / filters both")
}
