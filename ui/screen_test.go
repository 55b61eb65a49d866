package ui

import (
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"os"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
	"dateline/ui/outline"
	"dateline/ui/session"
)

// sizes are those at which every screen is looked at.
var sizes = []struct{ w, h int }{{40, 10}, {60, 20}, {80, 24}, {120, 40}, {200, 60}}

// TestGoldenScreens compares whole screens of named states at every size.
func TestGoldenScreens(t *testing.T) {
	kept := func(o *Options, l *draw.Looks) {
		savedIn(&shelf{kept: session.Saved{
			Marks: []string{call, "2022-02-24-russia-invades-ukraine", "an-event-that-is-gone"},
			Views: []session.SavedView{
				{Name: "Attacks in 2025", Query: "type:strike date:2025"},
				{Name: "Who said what", Query: "has:quote", Dim: true},
			},
		}})(o, l)
	}
	for _, c := range []struct {
		name     string
		settings []setting
		keys     []string
	}{
		{"start", nil, nil},
		{"call", []setting{at(call)}, nil},
		{"reading", []setting{at(call)}, []string{"enter"}},
		{"detail", []setting{at(call)}, []string{"right"}},
		{"accounts", []setting{at("2025-09-07-government-building-strike")}, []string{"enter"}},
		{"accounts-ascii", []setting{at("2025-09-07-government-building-strike"), inASCII()}, []string{"enter", "tab"}},
		{"actor", []setting{at(call)}, []string{"a", "r", "u", "b", "enter"}},
		{"panel", []setting{at(call)}, []string{"a"}},
		{"panel-typed", []setting{withQuery("actor:rubio actor:russia")}, []string{"a", "z", "e", "l"}},
		{"who", []setting{at(call)}, []string{"i"}},
		{"who-state", []setting{withQuery("actor:ukraine type:strike,meeting")}, []string{"a", "enter", "tab"}},
		{"lanes", []setting{at(call)}, []string{"v"}},
		{"lanes-count", []setting{at(call)}, []string{"v", "r"}},
		{"lanes-scale", []setting{at(call)}, []string{"v", "v"}},
		{"lanes-two", []setting{withQuery("actor:yermak,rubio,zelensky")}, []string{"v", "down", "right"}},
		{"lanes-ascii", []setting{at(call), inASCII()}, []string{"v"}},
		{"prompt", []setting{at(call)}, []string{"/", "t", "y", "p", "e", ":"}},
		{
			"complete",
			[]setting{at(call), withQuery("type:statement")},
			[]string{"/", "a", "c", "t", "o", "r", ":", "down", "down"},
		},
		{"words", []setting{at(call)}, []string{"/", "s", "t", "a", "tab"}},
		{
			"chips",
			[]setting{at(call), withQuery("actor:yermak type:call,statement -tag:economy since:2025")},
			[]string{"F", "left"},
		},
		{"marks", []setting{at(call), kept}, []string{"'", "down"}},
		{"write", []setting{at(call), kept, withQuery("actor:yermak")}, []string{"Y", "tab", "down"}},
		{"write-ascii", []setting{at(call), withQuery("actor:yermak"), inASCII()}, []string{"Y"}},
		{"write-paused", []setting{at(call), withQuery("type:strike")}, []string{"p", "Y", "Y"}},
		{"naming", []setting{withQuery("type:call"), kept}, []string{"'", "s"}},
		{"marked", []setting{at(call), kept}, nil},
		{"dimmed", []setting{at(call), withQuery("type:strike")}, []string{"x"}},
		{"empty", []setting{withQuery("type:strike actor:rubio")}, nil},
		{"help", nil, []string{"?"}},
		{"box", []setting{at(call), kept}, []string{":"}},
		{"box-rub", []setting{at(call), kept}, []string{":", "r", "u", "b"}},
		{"box-strike", []setting{at(call), withQuery("actor:putin")}, []string{":", "s", "t", "r", "i", "k", "e", "down"}},
		{"box-filter", []setting{at(call)}, []string{":", "t", "y", "p", "e", ":", "s", "t"}},
		{"box-nothing", []setting{at(call)}, []string{":", "x", "y", "z", "z", "y"}},
		{"box-ascii", []setting{at(call), inASCII()}, []string{":", "r", "u", "b"}},
		{"help-typed", []setting{at(call)}, []string{"?", "s", "i", "l", "e", "n", "c", "e"}},
		{"ascii", []setting{at(call), inASCII()}, nil},
		{"problems", []setting{yaml(broken)}, []string{"!"}},
		{"nothing", []setting{yaml("")}, nil},
	} {
		for _, s := range sizes {
			name := fmt.Sprintf("%s-%dx%d", c.name, s.w, s.h)
			t.Run(name, func(t *testing.T) {
				d := open(t, s.w, s.h, c.settings...).press(c.keys...).fits()
				golden(t, "screens/"+name+".golden", trimmed(d.lines()))
			})
		}
	}
}

// TestGoldenEmbedded compares the first screen of the record that the program carries. Of the three profiles only 16
// colours differ on dark and on light ground. All other tests but that of README's
// pictures read a frozen copy of that record.
func TestGoldenEmbedded(t *testing.T) {
	for _, s := range []struct{ w, h int }{{60, 20}, {80, 24}, {100, 30}, {120, 40}, {200, 60}} {
		for name, ground := range map[string]setting{"dark": func(*Options, *draw.Looks) {}, "light": inLight} {
			name := fmt.Sprintf("embedded-%s-%dx%d", name, s.w, s.h)
			t.Run(name, func(t *testing.T) {
				d := open(t, s.w, s.h, embedded(t), in16, ground).fits()
				golden(t, "screens/"+name+".golden", styled(d.frame()))
			})
		}
	}
}

// embedded reads the record that the program carries.
func embedded(t *testing.T) setting {
	t.Helper()
	text, err := os.ReadFile("../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return func(o *Options, _ *draw.Looks) { o.Load = loading(file("events.yaml", string(text))) }
}

// TestGoldenReloads compares screens after a save.
func TestGoldenReloads(t *testing.T) {
	before := days("Envoys arrive", "Envoys meet", "Envoys leave", "A statement follows")
	for name, after := range map[string]string{
		"changed": days("Envoys arrive", "Envoys meet again", "Envoys leave", "A statement follows", "An answer",
			"A further answer"),
		"stale": days("Envoys arrive", "Envoys meet") + "- {date: 2025-05-03, title: \"Envoys\n",
	} {
		for _, s := range sizes {
			name := fmt.Sprintf("%s-%dx%d", name, s.w, s.h)
			t.Run(name, func(t *testing.T) {
				r := write(t, s.w, s.h, before)
				golden(t, "screens/"+name+".golden", trimmed(r.save(after).fits().lines()))
			})
		}
	}
}

const broken = `title: A record with mistakes
events:
  - date: 2025-02-30
    title: A day that does not exist
  - date: 2025-03-01
    ttile: 7
  - date: 2025-03-02
    title: Sound
    actors: [Somebody]
`

// TestEverySizeFits opens, reads, filters and types at every small size.
func TestEverySizeFits(t *testing.T) {
	d := open(t, 1, 1)
	for w := 1; w <= 44; w += 1 + w/12 {
		for h := 1; h <= 16; h++ {
			d.home().press("g")
			d.resize(w, h)
			for _, k := range []string{
				"G", "enter", "J", "tab", "esc", "esc", "a", "y", "esc", "/", "q", "x", "esc", "?", "esc",
				"1", "x", "u", "u", "i", "tab", "right", "esc", "esc", "esc", "v", "down", "right", "v", "tab", "enter", "esc",
				"esc",
			} {
				d.press(k).fits()
			}
		}
	}
}

// TestNothingJumps steps through the record, in the list and in the detail: all but them and the overview stays as it
// is.
func TestNothingJumps(t *testing.T) {
	for _, size := range []struct{ w, h int }{{120, 40}, {80, 24}} {
		d := open(t, size.w, size.h)
		for _, in := range []string{"", "right"} {
			if d.press("g", "j", "k"); in != "" {
				d.press(in)
			}
			first := d.around()
			for range d.listed() {
				d.press("j", "J")
				if d.m.session.Notice() != "" { // at an end, which is said in the rule
					continue
				}
				if got := d.around(); got != first {
					t.Fatalf("%v: around the panes stood\n%s\nand stands\n%s", size, first, got)
				}
			}
		}
	}
}

// around returns the screen without the overview, the list, the detail and the footer, which says where the
// reader is and what the event has.
func (d *driver) around() string {
	s, rows := d.layout(), d.lines()
	for _, pane := range []image.Rectangle{s.Overview, s.List, s.Detail, s.Footer} {
		for y := pane.Min.Y; y < pane.Max.Y; y++ {
			rest := strings.TrimPrefix(rows[y], ansi.Truncate(rows[y], pane.Max.X, ""))
			rows[y] = ansi.Truncate(rows[y], pane.Min.X, "") + draw.Spaces(pane.Dx()) + rest
		}
	}
	return strings.Join(rows, "\n")
}

func TestStartShowsTheRecord(t *testing.T) {
	open(t, 80, 24).see("Security guarantees for Ukraine", "January 2026", "WHO")
}

func TestFiveKeystrokesShowAnActorsEvents(t *testing.T) {
	d := open(t, 120, 40).press("a", "r", "u", "b", "enter")
	d.see("actor:rubio", " of 45 events")
	for n := range d.listed() {
		e := d.record().Event(d.shown().At(n))
		found := false
		for _, p := range e.Actors {
			found = found || d.record().Actor(p.Actor).Name == "Marco Rubio"
		}
		if !found {
			t.Errorf("%s is shown, but Rubio has no part in it", e.ID)
		}
	}
}

func TestNumberKeyTogglesTheActor(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call"))
	all := d.listed()
	d.press("2")
	if d.query() == "" || d.listed() == all {
		t.Fatalf("2 filters nothing: %q", d.query())
	}
	if d.selected() != "2025-09-08-yermak-rubio-call" {
		t.Errorf("the place is lost: %s", d.selected())
	}
	if d.press("2"); d.query() != "" {
		t.Errorf("2 again leaves %q", d.query())
	}
}

// A filter that is only tried out gives the place back.
func TestThePlaceComesBackWithTheFiltersEnd(t *testing.T) {
	d := open(t, 80, 24, at("2025-09-07-government-building-strike"))
	d.press("/").typeText("actor:rubio")
	if d.selected() == "2025-09-07-government-building-strike" {
		t.Fatal("the filter hides nothing")
	}
	if got := d.event().Date.EDTF(); got != "2025-09-08" {
		t.Errorf("the nearest in time is of %s, want the day after", got)
	}
	if d.press("esc"); d.selected() != "2025-09-07-government-building-strike" {
		t.Errorf("after the filter %s is selected", d.selected())
	}
}

func TestFastTypingIsNotLost(t *testing.T) {
	d := open(t, 80, 24).first()
	d.send(keyMsg("jjj")) // three letters of one read
	if d.cursor() != 3 {
		t.Errorf("jjj moved by %d", d.cursor())
	}
	d.send(keyMsg("arub"))
	d.press("enter").see("actor:rubio")
}

// Esc and another key of one read are that key with Alt, as bubbletea says it.
func TestEscWithAKeyRightAfterIsBoth(t *testing.T) {
	for _, key := range []string{"j", "enter", " ", "tab", "esc"} {
		for _, from := range []string{"a", "/", "?"} {
			got, want := open(t, 80, 24).press(from, "alt+"+key), open(t, 80, 24).press(from, "esc", key)
			if got.screen() != want.screen() {
				t.Errorf("Esc and %q from %s:\n%s\nwant\n%s", key, from, got.screen(), want.screen())
			}
		}
	}
}

func TestEscNeverQuits(t *testing.T) {
	d := open(t, 80, 24, withQuery("type:strike"))
	for range 10 {
		d.press("esc", "left", "h")
	}
	if d.bye {
		t.Error("Esc quit")
	}
	if d.home().press("q"); !d.bye {
		t.Error("q does not quit")
	}
}

func TestAQueryThatCannotBeReadKeepsTheLastResult(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:strike")
	n := d.listed()
	d.typeText(" (").see("missing")
	if d.listed() != n {
		t.Errorf("%d events are shown, %d before the mistake", d.listed(), n)
	}
	if d.press("enter"); d.mode() != inQueryLine {
		t.Error("the line closes over a mistake")
	}
	if d.press("esc"); d.query() != "" {
		t.Errorf("Esc leaves %q", d.query())
	}
}

func TestAnEmptyResultNamesTheCulprit(t *testing.T) {
	d := open(t, 120, 40, withQuery("actor:rubio type:strike"))
	d.see("Nothing matches", "Without actor:rubio there would be 6 events", "Esc drops actor:rubio")
	d.press("esc")
	if d.listed() == 0 {
		t.Errorf("Esc leaves %q, which matches nothing", d.query())
	}
	d.press("u").see("Nothing matches")
}

func TestUndoRedo(t *testing.T) {
	d := open(t, 120, 40)
	d.press("1").press("x").press("p")
	three := d.view()
	d.press("u", "u", "u")
	if d.query() != "" || d.dims() || d.paused() {
		t.Errorf("after three undos the view is %+v", d.view())
	}
	if d.press("ctrl+r", "ctrl+r", "ctrl+r"); d.view() != three {
		t.Errorf("after three redos the view is %+v, was %+v", d.view(), three)
	}
}

func TestDimmedShowsEverythingAndNStepsThroughMatches(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:strike")).press("x", "g")
	if d.listed() != d.record().Len() {
		t.Fatal("events are hidden")
	}
	seen := map[string]bool{}
	for range d.matches() {
		if d.press("n"); d.event().Type == "strike" {
			seen[d.selected()] = true
		}
	}
	if len(seen) < d.matches()-1 {
		t.Errorf("n met %d of %d matches", len(seen), d.matches())
	}
}

func TestOfficeIsThatOfTheDay(t *testing.T) {
	open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).see("Andriy Yermak", "Head of the")
	open(t, 120, 40, at("2026-01-07-budanov-concrete-results")).see("Kyrylo Budanov", "Head of the")
}

func TestProblemsAreCountedAndListed(t *testing.T) {
	d := open(t, 120, 40, yaml(broken)).see("errors", "(!)", "Sound", "A day that does not exist")
	d.press("!").see("test.yaml:3:", "test.yaml:6:", "ttile")
	d.press("esc").see("Sound")
}

func TestEscapeSequencesAreShownNeverObeyed(t *testing.T) {
	d := open(t, 80, 24, in256, yaml("events:\n  - date: 2025-01-01\n    title: \"a\\e]0;gone\\a\\u202eb\\x9b31m\"\n"))
	d.see("␛]0;gone␇")
	for _, bad := range []string{"\x1b]", "\a", "\u202e", "\u009b"} {
		if strings.Contains(d.frame(), bad) {
			t.Errorf("%q reaches the terminal", bad)
		}
	}
}

func TestJumpsComeBack(t *testing.T) {
	d := open(t, 80, 24, at("2025-09-08-yermak-rubio-call")).press("G")
	last := d.selected()
	if d.press("H"); d.selected() != "2025-09-08-yermak-rubio-call" {
		t.Errorf("H goes to %s", d.selected())
	}
	if d.press("L"); d.selected() != last {
		t.Errorf("L goes to %s", d.selected())
	}
}

func TestLinksOfTheDetailAct(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-08-yermak-rubio-call")).press("tab")
	if d.mode() != inDetail || !d.onLink() {
		t.Fatal("Tab does not reach the first link")
	}
	d.press("enter") // the first link is the type
	d.see("type:call")
	d.press("u")
	for d.onLink() && d.link().Kind != outline.ToEvent {
		d.press("tab")
	}
	want := d.link().Value
	if d.press("enter"); d.selected() != want {
		t.Errorf("Enter on the link to %s goes to %s", want, d.selected())
	}
}

func TestCopySendsToTheClipboard(t *testing.T) {
	d := open(t, 120, 40).press("y").see("the event was sent to the terminal's clipboard")
	if !strings.HasPrefix(d.out.String(), "\x1b]52;c;") {
		t.Errorf("wrote %q", d.out.String())
	}
}

// In tmux a text goes into its buffer, and nothing to the terminal. What tmux does not take goes through it, and that is
// not called copied.
func TestCopyInTmux(t *testing.T) {
	var taken string
	var fails error
	d := open(t, 120, 40, func(o *Options, _ *draw.Looks) {
		o.Environ = []string{"TMUX=/tmp/tmux-0/default,1,0"}
		o.Copy = func(text string) error { taken = text; return fails }
	})
	d.press("y").see("the event was copied to tmux's buffer")
	if d.out.Len() > 0 || !strings.Contains(taken, "strike") {
		t.Errorf("%q is copied, and the terminal gets %q", taken, d.out.String())
	}
	fails = errors.New("no server running")
	d.press("Y", "shift+tab", "enter").see("the command for this view was sent to the terminal's clipboard, since tmux did not take it: no server")
	if !strings.Contains(d.out.String(), "\x1bPtmux;\x1b\x1b]52;c;") {
		t.Errorf("wrote %q", d.out.String())
	}
}

// A tmux that hangs holds up no key.
func TestCopyHoldsUpNoKey(t *testing.T) {
	answer := make(chan error)
	d := open(t, 120, 40, func(o *Options, _ *draw.Looks) { o.Copy = func(string) error { return <-answer } })
	started := d.begin("y")
	d.press("g").see("1 of 45")
	go func() { answer <- nil }()
	d.run(tea.Batch(started...))
	d.see("copied to tmux's buffer")
}

// As long as a terminal takes nothing, of several texts to be copied only the last waits.
func TestTheLastCopyWaits(t *testing.T) {
	d := open(t, 120, 40)
	for range 2 {
		d.out.Reset()
		started := d.begin("y", "g", "y", "G", "y")
		last := d.m.session.Event().Title
		d.run(tea.Batch(started...))
		_, text, _ := strings.Cut(strings.TrimSuffix(d.out.String(), "\x07"), "\x1b]52;c;")
		if copied, err := base64.StdEncoding.DecodeString(text); err != nil || !strings.Contains(string(copied), last) {
			t.Errorf("%q is copied (%v), of which the last is %q", copied, err, last)
		}
	}
}

func TestReloadKeepsTheView(t *testing.T) {
	d := open(t, 120, 40, withQuery("type:strike")).press("G")
	id := d.selected()
	if d.press("R"); d.selected() != id || d.query() != "type:strike" {
		t.Errorf("after reload %s under %q, was %s", d.selected(), d.query(), id)
	}
}

func TestAWrongKeyNamesTheHelp(t *testing.T) {
	open(t, 80, 24).press("B").see("does nothing here; ? lists the keys")
}

// Where no single part emptied the result it says what each finds alone, how much is hidden, and the keys that bring it
// back.
func TestAnEmptyResultOfSeveralPartsSaysWhatTheyFindAlone(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("actor:macron type:strike putin").press("enter")
	d.see("Alone: macron 1, strike 6, putin 6; no two of them meet.", "Esc drops putin", "p pauses the filter and shows all 45 events")
	if d.press("p"); d.listed() != 45 {
		t.Errorf("p shows %d events", d.listed())
	}
	d.press("p", "esc").see("Without ", "there would be")
	if d.query() != "actor:macron type:strike" {
		t.Errorf("Esc leaves %q", d.query())
	}
	open(t, 120, 40, withQuery("nobody type:strike actor:macron")).press("/").see("Esc takes back what is typed")
}
