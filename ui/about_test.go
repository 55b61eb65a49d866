package ui

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"dateline/ui/draw"
)

// described is a record that says much of itself.
const described = `title: Envoys in Geneva
description: |
  What was said in Geneva in the winter of 2025, and by whom. It follows https://example.org/talks?day=1, and what
  the delegations published themselves.

  The second part is about the letters that were written after the talks, of which some are in Hebrew (שלום עולם) and
  some in Japanese (日本語の記録), and all were read by two people. The third part is about nothing. It makes the text longer.
licence: CC-BY-4.0
homepage: https://example.org/home
maintainers:
  - Anna Alm
  - Bert Bok
events:
  - {date: 2025-01-05, title: Envoys arrive, type: visit, actors: [Anna Alm]}
  - {date: 2025-01-06, title: Envoys meet, type: meeting, actors: [Anna Alm, Bert Bok], sources: [{title: A paper}]}
  - {date: 2025-02-01, title: Envoys leave, type: visit, actors: [Bert Bok]}
`

// TestGoldenAbout compares the page about a record, and the list above which it is folded.
func TestGoldenAbout(t *testing.T) {
	for _, s := range sizes {
		d := open(t, s.w, s.h, yaml(described)).fits()
		golden(t, fmt.Sprintf("screens/described-%dx%d.golden", s.w, s.h), trimmed(d.lines()))
		d.press("I").fits()
		golden(t, fmt.Sprintf("screens/about-%dx%d.golden", s.w, s.h), trimmed(d.lines()))
	}
}

func TestAboutOpensAndCloses(t *testing.T) {
	for _, from := range []struct {
		keys []string
		mode mode
	}{{nil, inList}, {[]string{"enter"}, inDetail}, {[]string{"v"}, inLanes}} {
		for _, key := range []string{"esc", "left", "h", "q", "backspace", "I"} {
			d := open(t, 120, 40, yaml(described)).press(from.keys...).press("I")
			d.see("Envoys in Geneva", "LICENCE", "CC-BY-4.0", "- Bert Bok", "2 actors", "1 source", "1 file: test.yaml",
				"3 events, from 5 January 2025 to 1 February 2025: 4 weeks", "Esc back")
			if d.press(key); d.mode() != from.mode || d.bye {
				t.Errorf("%s on the page leads from mode %d to %d", key, from.mode, d.mode())
			}
		}
	}
}

// TestAboutARecordThatSaysNothing holds that such a record's list is as it was, and that its page has what can be
// counted.
func TestAboutARecordThatSaysNothing(t *testing.T) {
	d := open(t, 80, 24, yaml("- {date: 2025-01~, title: One}\n"))
	if s := d.layout(); !strings.HasPrefix(d.lines()[s.List.Min.Y], " JANUARY 2025 ─") {
		t.Errorf("the list begins %q", d.lines()[s.List.Min.Y])
	}
	d.press("I").see("1 event, January 2025", "no actors", "no sources").press("esc")
	open(t, 80, 24, yaml("- {date: 2024-21, title: One}\n")).press("I").see("1 event, 2024")
	open(t, 80, 24, yaml("")).press("I").see("0 events").press("esc").see("There is no event to show")
}

func TestDescriptionScrollsAwayWithTheList(t *testing.T) {
	shows := func(d *driver) bool { return strings.Contains(d.screen(), "The diplomacy over") }
	for _, key := range [][]string{{"G"}, {"pgdown", "pgdown"}, {"s", "G"}} {
		d := open(t, 120, 30).first()
		if !shows(d) {
			t.Fatalf("the description is not above the first event:\n%s", d.screen())
		}
		if d.press(key...); shows(d) {
			t.Errorf("after %s it is still there:\n%s", key, d.screen())
		}
		if d.press("g"); !shows(d) || d.cursor() != 0 {
			t.Errorf("after %s and g it is not there:\n%s", key, d.screen())
		}
	}
	d := open(t, 120, 40).press("s", "g")
	if first := d.lines()[d.layout().List.Min.Y]; !strings.Contains(first, "The diplomacy over") {
		t.Errorf("with the newest first the list begins %q", first)
	}
}

// What the record says of itself is above the events only while nothing is filtered.
func TestDescriptionIsNotAboveAnAnswer(t *testing.T) {
	shows := func(d *driver) bool { return strings.Contains(d.screen(), "The diplomacy over") }
	d := open(t, 120, 40, withQuery("type:call"))
	for _, step := range []struct {
		keys string
		want bool
	}{{"g", false}, {"p g", true}, {"p g", false}, {"x g", false}, {"esc g", true}} {
		if d.press(strings.Fields(step.keys)...); shows(d) != step.want {
			t.Errorf("after %q it is shown: %t\n%s", step.keys, shows(d), d.screen())
		}
	}
	picked := open(t, 80, 24).press("g", "a").typeText("zelen").press("tab")
	if shows(picked) {
		t.Errorf("it is above what would be left:\n%s", picked.screen())
	}
	if d.press("/").typeText(" nobody").press("enter"); shows(d) {
		t.Errorf("it is said of a list without events:\n%s", d.screen())
	}
}

// TestLowListsKeepTheirRowsForEvents holds what the description may take of a list.
func TestLowListsKeepTheirRowsForEvents(t *testing.T) {
	for h := 1; h <= 60; h++ {
		d := open(t, 100, h).first()
		list := d.layout().List
		rows := 0
		for _, row := range d.lines()[list.Min.Y:list.Max.Y] {
			if strings.HasPrefix(row, " FEBRUARY 2022") || strings.HasPrefix(row, "▌") {
				break
			}
			rows++
		}
		if most := max(0, min(3, (list.Dy()-6)/2)); rows != most {
			t.Errorf("%d of %d rows are said of the record, want %d:\n%s", rows, list.Dy(), most, d.screen())
		}
	}
}

func TestClickOnTheDescriptionOpensThePage(t *testing.T) {
	var opened []string
	d := open(t, 120, 40, yaml(described))
	d.browser(func(url string) error { opened = append(opened, url); return nil })
	if d.click("What was said", 0); d.mode() != inAbout {
		t.Fatalf("a click on the description leads to mode %d", d.mode())
	}
	if d.click("example.org/talks?day=1", 1); fmt.Sprint(opened) != "[https://example.org/talks?day=1]" {
		t.Errorf("a click opens %q", opened)
	}
	if d.click("LICENCE", 0); d.mode() != inAbout || len(opened) != 1 {
		t.Error("a click beside the links does something")
	}
	d.resize(60, 14)
	if d.click("more lines", 0); d.mode() != inAbout || len(opened) != 1 || strings.Contains(d.screen(), "What was said") {
		t.Errorf("a click on the row of what is below does not turn the page:\n%s", d.screen())
	}
	d.resize(120, 40)
	if d.press("esc").click("Envoys meet", 0); d.event().Title != "Envoys meet" {
		t.Errorf("below the description a click selects %q", d.event().Title)
	}
}

func TestLinksOfTheRecord(t *testing.T) {
	var opened []string
	d := open(t, 60, 20, yaml(described))
	d.browser(func(url string) error { opened = append(opened, url); return nil })
	d.press("I", "enter")
	if len(opened) > 0 {
		t.Errorf("without a link in focus Enter opens %q", opened)
	}
	d.press("tab", "enter", "tab", "o", "tab", "enter", "shift+tab", "l").see("opening example.org/home")
	want := "[https://example.org/talks?day=1 https://example.org/home https://example.org/home]"
	if fmt.Sprint(opened) != want {
		t.Errorf("opened %q, want %s", opened, want)
	}
}

func TestAboutScrolls(t *testing.T) {
	d := open(t, 60, 20, yaml(described)).press("I").see("more lines")
	top := d.screen()
	for _, key := range []string{"down", "j", "pgdown", " ", "ctrl+d", "end", "G"} {
		if d.press(key); d.screen() == top {
			t.Errorf("%s does not scroll", key)
		}
		if d.press("g"); d.screen() != top {
			t.Errorf("after %s, g does not lead to the top", key)
		}
	}
	d.press("G").see("example.org/home")
}

// TestAboutFollowsTheRecord reads the record again while its page is open, over the detail of an event that is gone
// then.
func TestAboutFollowsTheRecord(t *testing.T) {
	d := open(t, 80, 24, yaml(described), withQuery("type:meeting")).press("enter", "I")
	d.nextFiles(file("test.yaml", strings.Replace(described, "Envoys in Geneva", "Envoys in Vienna", 1)))
	d.reload()
	d.see("Envoys in Vienna", "3 events").fits()
	d.nextFiles(file("test.yaml", "title: Without meetings\nevents: [{date: 2025, title: One}]\n"))
	d.reload()
	if d.see("Without meetings", "1 event,").press("esc"); d.mode() != inList {
		t.Errorf("where no event matches, Esc leads to mode %d", d.mode())
	}
}

// TestHostileDescriptions shows texts that a terminal would obey on the list and on the page.
func TestHostileDescriptions(t *testing.T) {
	for _, text := range hostileTexts() {
		record := fmt.Sprintf("title: %s\ndescription: %[1]s\n%[1]s: %[1]s\nevents: [{date: 2025, title: One}]\n",
			strconv.QuoteToASCII(text))
		for _, s := range sizes {
			d := open(t, s.w, s.h, in256, yaml(record))
			if d.record().Description() == "" || len(d.record().Other()) == 0 {
				t.Fatalf("%q: the record says nothing of itself", text)
			}
			d.inOrder(looks(d.theme()))
			d.press("I", "pgdown", "tab").inOrder(looks(d.theme()))
		}
	}
}

// TestAMegabyteOfDescription holds that a frame costs what is seen of a description, not what there is of it.
func TestAMegabyteOfDescription(t *testing.T) {
	text := func(n int) setting {
		return yaml("description: \"" + strings.Repeat("Envoys meet. ", n) + "\"\nkey: " + strings.Repeat("word ", n) +
			"\nevents: [{date: 2025, title: One}]\n")
	}
	short, long := open(t, 120, 40, text(1000)), open(t, 120, 40, text(1<<20/13))
	for _, where := range []string{"the list", "the page"} {
		if where == "the page" {
			short.press("I")
			long.press("I").fits()
		}
		few, many := testing.AllocsPerRun(3, short.redraw), testing.AllocsPerRun(3, long.redraw)
		if many > few+5 {
			t.Errorf("%s of a long description makes %v allocations a frame, of a short one %v", where, many, few)
		}
		step := testing.AllocsPerRun(3, func() { long.update(keyMsg("j")) })
		if step > 1000 {
			t.Errorf("a line on %s makes %v allocations", where, step)
		}
	}
	long.press("G").see("1 file: test.yaml")
}

// TestDescriptionsWithoutColourAndInASCII holds that the mark of a fold is seen in any looks.
func TestDescriptionsWithoutColourAndInASCII(t *testing.T) {
	open(t, 120, 40).first().see("…  I more")
	d := open(t, 120, 40, inASCII()).first().see("..  I more")
	for _, r := range d.screen() {
		if r > '~' {
			t.Fatalf("%q on an ASCII screen:\n%s", r, d.screen())
		}
	}
	colours := open(t, 120, 40, func(_ *Options, l *draw.Looks) { l.Profile = termenv.ANSI }).first().see("…  I more")
	if colours.screen() != open(t, 120, 40).first().screen() {
		t.Error("colours change what is written")
	}
}

// Of more addresses than the page has links for it says so, and y copies the one in focus.
func TestManyLinksOfARecord(t *testing.T) {
	var text strings.Builder
	for n := range 150 {
		fmt.Fprintf(&text, "https://a%d.example/ ", n)
	}
	d := open(t, 80, 24, yaml("description: "+text.String()+"\nevents: [{date: 2025-01-01, title: One}]\n"))
	d.press("I", "end").see("a99.example/")
	d.press("home", "tab", "y").see("“https://a0.example/” was sent to the terminal's clipboard")
	for range 40 {
		d.press("pgup")
	}
	found := false
	for range 40 {
		found = found || strings.Contains(strings.ToLower(d.screen()), "the first 100 links")
		d.press("pgdown")
	}
	if !found {
		t.Error("the page does not say that there are more links")
	}
}
