package ui

import (
	"context"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/timeline/load"
	"dateline/ui/draw"
)

func TestSearchesOffTheLoopFindTheSame(t *testing.T) {
	scripts := [][]string{
		{"/", "y", "e", "r", "m", "enter"},
		{"/", "y", "e", "backspace", "z", "q", "esc"},
		{"j", "j", "1", "j", "u", "ctrl+r", "x", "p", "p", "esc", "G"},
		{"/", "z", "z", "q", "x", "enter"},
		{"a", "down", "tab", "down", "tab", "enter", "/", " ", "-", "r", "u", "enter", "esc"},
		{"G", "1", "R", "a", "enter", "d", "D"},
	}
	for _, keys := range scripts {
		here, away := open(t, 100, 30), open(t, 100, 30).askAway()
		for _, k := range keys {
			here.press(k)
			away.press(k)
			if diff := cmp.Diff(here.lines(), away.lines()); diff != "" {
				t.Fatalf("after %q of %q (-at once +off the loop):\n%s", k, keys, diff)
			}
		}
	}
}

func TestLastResultStaysWhileSearching(t *testing.T) {
	d := open(t, 100, 30)
	before := d.selected()
	d.askAway()
	d.begin("/", "y", "e", "r")
	if d.see("yer", "searching").selected() != before {
		t.Errorf("%s is selected before anything was found", d.selected())
	}
	cmds := d.begin("m", "a", "k")
	for _, cmd := range slices.Backward(cmds) { // the last search is the first to answer
		d.run(cmd)
	}
	want := open(t, 100, 30).press("/").typeText("yermak")
	if diff := cmp.Diff(want.lines(), d.lines()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestSearchThatIsReplacedEnds(t *testing.T) {
	d := open(t, 100, 30).askAway()
	old := d.begin("/", "y")
	d.begin("z")
	d.run(old[1])
	if !d.searching() {
		t.Error("an answer that nobody waits for ended the search")
	}
	d.see("searching")
	d.press("backspace", "backspace", "esc")
	if d.searching() {
		t.Error("a search goes on for nothing")
	}
}

// However much is typed while others have their turn, a screen waits for one search of each of its parts at most.
func TestFewSearchesWaitForTheirTurn(t *testing.T) {
	var busy bool // with others
	var waiting atomic.Int32
	d := open(t, 120, 30, func(o *Options, _ *draw.Looks) {
		o.Turn = func(ctx context.Context, _ bool) (func(), bool) {
			if !busy {
				return func() {}, true
			}
			if ctx.Err() == nil {
				waiting.Add(1)
			}
			return nil, false
		}
	}).askAway()
	var keys []string
	for range 50 {
		keys = append(keys, "/", "k", "y", "backspace", "esc", ":", "u", "k", "esc", "=", "v", "ctrl+u", "esc")
	}
	started := d.begin(keys...)
	busy = true
	for _, cmd := range started {
		d.run(cmd)
	}
	if n, parts := int(waiting.Load()), len(d.m.workers()); n == 0 || n > parts {
		t.Errorf("%d searches of %d parts wait", n, parts)
	}
}

// Events are shown, moved through and filtered while the rest is read, and quitting does not wait for it.
func TestReadingIsShown(t *testing.T) {
	whole := load.Files(context.Background(), []load.File{curated(t)}, nil)
	part := load.Files(context.Background(), []load.File{file("part.yaml", manyEvents(3))}, nil)
	now := time.Date(2026, 1, 10, 12, 0, 0, 0, time.UTC)
	portions := make(chan load.Progress)
	d := &driver{t: t, out: &paper{}}
	d.m = newModel(context.Background(), Options{
		Output: d.out, Now: func() time.Time { return now },
		Load: func(ctx context.Context, publish func(load.Progress)) {
			for p := range portions {
				publish(p)
			}
		},
	}, draw.NewTheme(draw.Looks{}))
	answers := make(chan tea.Msg)
	var start func(tea.Cmd)
	start = func(cmd tea.Cmd) { // the answers are portions; what else comes with them is done
		switch msg := cmd().(type) {
		case tea.BatchMsg:
			for _, one := range msg {
				go start(one)
			}
		case loadedMsg:
			answers <- msg
		}
	}
	start(d.reading())
	d.resize(120, 20)
	publish := func(p load.Progress) {
		portions <- p
		cmd := d.update(<-answers)
		go start(cmd) // which waits for the next portion
	}
	d.see("Reading")
	publish(load.Progress{Index: part.Index, Events: 3, Read: 20, Total: 1000})
	d.see("reading 2%", "3 events", "Event 0")
	d.press("j")
	at := d.selected()
	now = now.Add(2 * time.Second)
	publish(load.Progress{Index: part.Index, Events: 1234, Read: 430, Total: 1000})
	if d.see("reading 43%, 1,234 events so far, 2 s", "3 events").selected() != at {
		t.Errorf("%s is selected, not %s", d.selected(), at)
	}
	if d.press("q"); !d.bye {
		t.Error("q does not quit while the record is read")
	}
	publish(whole)
	if want := open(t, 120, 20).record().Len(); d.record().Len() != want {
		t.Errorf("%d events, want %d", d.record().Len(), want)
	}
	close(portions)
}

// Keys and saves that come while searches are under way find a screen that holds together, and when all have answered
// it shows what the last query finds in the last record.
func TestAnyKeysWhileSearching(t *testing.T) {
	texts := []string{
		"- \"", days("One", "Two", "Three"),
		strings.Repeat(days(strings.Split(strings.Repeat("Day ", 28), " ")...), 3),
	}
	rapid.Check(t, func(rt *rapid.T) {
		r := write(t, rapid.IntRange(1, 130).Draw(rt, "width"), rapid.IntRange(1, 45).Draw(rt, "height"),
			rapid.SampledFrom(texts).Draw(rt, "text"))
		r.askAway()
		var started []tea.Cmd
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			switch rapid.IntRange(0, 5).Draw(rt, "what") {
			case 0:
				r.text = rapid.SampledFrom(texts).Draw(rt, "text")
				cmd := r.update(r.changed())
				started = append(started, cmd)
			case 1, 2:
				if len(started) > 0 {
					r.run(started[0])
					started = started[1:]
				}
			default:
				started = append(started, r.begin(rapid.SampledFrom(append(anyKey, "R")).Draw(rt, "key"))...)
			}
			r.fits()
		}
		for _, cmd := range started {
			r.run(cmd)
		}
		if r.searching() {
			rt.Fatal("a search has not ended")
		}
		if late := r.late(); late != "" {
			rt.Fatal(late)
		}
		r.fits()
	})
}

// Rival accounts are asked for by one word, which is offered while it is typed.
func TestContestedEventsAreAskedFor(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("is:con").see("contested")
	d.press("tab", "enter").see("8 of 45 events")
	for n := range d.listed() {
		if i := d.shown().At(n); d.record().Contested(i) < 2 {
			t.Errorf("%s is listed, and nobody contradicts anybody there", d.record().ID(i))
		}
	}
	d = open(t, 120, 40, at("2025-07-10-rubio-lavrov-kuala-lumpur")).press("/").typeText("-is:contested")
	if d.selected() == "2025-07-10-rubio-lavrov-kuala-lumpur" || d.listed() != 37 {
		t.Errorf("%d events are listed that nobody contests", d.listed())
	}
}

// A soft hyphen is neither seen nor needed to find the word that it is in, and a joiner at the end of a word stays.
func TestASoftHyphenIsNeitherSeenNorTyped(t *testing.T) {
	d := open(t, 80, 24, yaml("- {date: 2025-01-01, title: \"soft\u00adhyphen from a news page\"}\n"+
		"- {date: 2025-01-02, title: \"മലയാള്\u200d\", actors: [\"Zel\u00adensky\"]}\n"))
	d.see("softhyphen from a news page", "മലയാള്\u200d", "Zelensky")
	for text, want := range map[string]int{"softhyphen": 1, "soft\u00adhyphen": 1, "മലയാള്": 1, "മലയാൾ": 1, "hyphen": 0} {
		if d.press("/").typeText(text).press("enter"); d.listed() != want {
			t.Errorf("%q finds %d events, want %d", text, d.listed(), want)
		}
		d.press("esc")
	}
	if d.press("/").typeText("actor:zelensky").press("enter"); d.listed() != 1 {
		t.Errorf("actor:zelensky finds %d events", d.listed())
	}
}
