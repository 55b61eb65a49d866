package ui

import (
	"errors"
	"fmt"
	"image"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"dateline/timeline/load"
	"dateline/ui/draw"
	"dateline/ui/session"
)

// What happens seldom: a pane clicked in a mode that few know, something that is not there, a record of many files.

// A click on a problem chooses it.
func TestAClickOnAProblem(t *testing.T) {
	lines := []int{}
	edit := func(o *Options, _ *draw.Looks) {
		o.Edit = func(_ string, line int) (func() error, error) {
			lines = append(lines, line)
			return func() error { return nil }, nil
		}
	}
	record := "- {date: 2025-13-01, title: One}\n- {date: 2025-01-01, title: Two}\n- {date: 2025, title: Three, x: y}\n"
	d := open(t, 100, 30, yaml(record), edit).press("!").see("unknown key")
	d.click("unknown key", 0).press("enter")
	if len(lines) != 1 || lines[0] != 3 {
		t.Errorf("the editor is opened at %v", lines)
	}
}

// A click on a part of the filter drops it while actors are picked too.
func TestAClickOnAPartWhileActorsArePicked(t *testing.T) {
	d := open(t, 180, 50, withQuery("actor:rubio type:call")).press("a")
	if d.click("type:call", 0); d.query() != "actor:rubio" || d.mode() != inWho {
		t.Errorf("the filter is %q, the mode %d", d.query(), d.mode())
	}
}

// Beside a chart the list is where it was, and a click on it closes the chart.
func TestAClickBesideAChart(t *testing.T) {
	d := open(t, 120, 40, yaml(counted), at("second")).press("c")
	if d.click("Third night", 0); d.mode() == inChart || d.event().ID != "third" {
		t.Errorf("mode %d, event %s", d.mode(), d.event().ID)
	}
}

// What the program was not given it says that it lacks.
func TestWhatCannotBeDoneHere(t *testing.T) {
	sourced := "- {date: 2025, title: One, sources: [\"https://example.org/\"]}\n- {date: 2026, title: Two, sources: [paper]}\n"
	without := func(o *Options, _ *draw.Looks) { o.Command = nil }
	d := open(t, 100, 30, yaml(sourced), without)
	d.press("g", "o").see("links cannot be opened here")
	d.press("Y", "shift+tab", "enter").see("there is no command for this view")
	d.press("esc", "j", "o").see("no link")
}

// A broken terminal cannot be copied to, and the reader is told.
func TestTheClipboardCannotBeReached(t *testing.T) {
	broken := func(o *Options, _ *draw.Looks) { o.Output = &tornPaper{} }
	open(t, 100, 30, broken).press("y").see("the clipboard could not be reached: torn")
}

// A tornPaper cannot be written to.
type tornPaper struct{ paper }

func (*tornPaper) Write([]byte) (int, error) { return 0, errors.New("torn") }

func (*tornPaper) WriteString(string) (int, error) { return 0, errors.New("torn") }

// A figure may be a bound alone, and a source no more than an id.
func TestFiguresThatAreBounds(t *testing.T) {
	open(t, 120, 40, yaml(`events:
  - date: 2025
    title: One
    figures:
      - {label: fewest, low: 5, unit: km}
      - {label: most, high: 9}
      - {label: about, best: 7}
      - {label: between, low: 5, best: 7, high: 9}
      - {label: more, low: 5, best: 7}
    sources: [paper]
sources: [{id: paper}]
`)).see("at least 5 km", "at most 9", "7 (5–9)", "7 (at least 5)", "paper")
}

// Of many files the first ten are named.
func TestARecordOfManyFiles(t *testing.T) {
	var files []load.File
	for n := range 12 {
		files = append(files, file(fmt.Sprintf("part-%02d.yaml", n), fmt.Sprintf("- {date: 2025-01-%02d, title: x}\n", n+1)))
	}
	many := func(o *Options, _ *draw.Looks) { o.Load = loading(files...) }
	open(t, 120, 40, many).press("I").see("12 files: part-00.yaml", "part-09.yaml and 2 more")
}

// Keys that arrive together are keys one by one, and a blank is one of them.
func TestABlankInABurst(t *testing.T) {
	burst, slow := open(t, 80, 24).press("g"), open(t, 80, 24).press("g")
	burst.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("j j")})
	slow.press("j").send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
	if slow.press("j"); burst.cursor() != slow.cursor() || burst.cursor() < 3 {
		t.Errorf("the cursor is at %d, and at %d after the keys one by one", burst.cursor(), slow.cursor())
	}
}

// A saved view may say what no version of the filter language can read: a hand has changed the file. Nothing but Esc is
// needed to leave it.
func TestASavedViewThatCannotBeRead(t *testing.T) {
	s := &shelf{kept: session.Saved{Views: []session.SavedView{{Name: "odd", Query: "type:call ("}}}}
	d := open(t, 120, 40, savedIn(s)).press("'", "enter").see("type:call (", "45 events")
	d.press("F").see("the filter cannot be read; / leads to it")
	if d.press("esc"); d.query() != "" {
		t.Errorf("Esc leaves %q", d.query())
	}
}

// An actor that nobody is called so cannot be left out, however long the name that was typed.
func TestALongNameToLeaveOut(t *testing.T) {
	open(t, 120, 40).press("a").typeText("-" + strings.Repeat("nobody ", 8)).press("enter").see("no actor is called so; ^u")
}

// Where no event has a date, no date leads anywhere.
func TestADateWhereThereIsNone(t *testing.T) {
	open(t, 80, 24, yaml("- {title: One}\n- {title: Two}\n")).press(":").typeText("2025").see("no event has a date")
}

// The page of an actor counts what the filter would hide while it is paused.
func TestThePageOfAnActorWhileTheFilterIsPaused(t *testing.T) {
	d := open(t, 120, 40, yaml("- {date: 2025, title: One, type: call, actors: [Ann]}\n- {date: 2026, title: Two, actors: [Ann]}\n"),
		withQuery("type:call"))
	d.press("i").see("1 event of 1 that match").press("esc", "p", "i").see("2 events of 2")
}

// The source of an event with very many actors is opened, although the page has not laid out all of them yet.
func TestTheSourceAfterManyActors(t *testing.T) {
	var opened []string
	browser := func(o *Options, _ *draw.Looks) {
		o.OpenURL = func(address string) error { opened = append(opened, address); return nil }
	}
	record := "- date: 2025\n  title: One\n  sources: [\"https://example.org/\"]\n  actors:\n"
	for n := range 5000 {
		record += fmt.Sprintf("    - Actor %d\n", n)
	}
	open(t, 100, 30, yaml(record), browser).press("o")
	if len(opened) != 1 {
		t.Errorf("opened: %q", opened)
	}
}

// The wheel moves the cursor of the rail while the keys are there.
func TestTheWheelInTheRail(t *testing.T) {
	d := open(t, 180, 50).press("a")
	before := d.whoName()
	rail := d.layout().Rail
	if d.mouse(rail.Min.X+2, rail.Min.Y+6, tea.MouseButtonWheelDown, tea.MouseActionPress); d.whoName() == before {
		t.Errorf("the cursor is still on %q", before)
	}
}

// The record can be read again while something is typed, and what is typed is kept where the box opens.
func TestKeysOfFunctionWhileAFilterIsTyped(t *testing.T) {
	d := open(t, 120, 40, yaml("- {date: 2025, title: One}\n")).press("/")
	d.nextFiles(file("test.yaml", "- {date: 2025, title: One}\n- {date: 2026, title: Another}\n"))
	d.press("f5").see("Another")
	d.typeText("type:nothing").press("f4")
	if d.mode() != inBox || d.query() != "type:nothing" {
		t.Errorf("F4 leads to mode %d under %q", d.mode(), d.query())
	}
}

// The lanes have no line of what goes on, so they begin at the first event.
func TestLanesFromTheLineOfWhatGoesOn(t *testing.T) {
	record := "- {date: 2022-02-24/.., title: War, actors: [Ann]}\n- {date: 2025-03-01, title: One, actors: [Ann]}\n" +
		"- {date: 2025-03-02, title: Two, actors: [Ann]}\n"
	d := open(t, 120, 40, yaml(record), withQuery("since:2025")).press("g", "up")
	if !d.onGoingOn() {
		t.Fatal("the cursor is not on the line of what goes on")
	}
	if d.press("v"); d.onGoingOn() || d.event().Title != "One" {
		t.Errorf("the lanes begin at %q", d.event().Title)
	}
}

// Alt with a letter goes from word to word in the line that is typed.
func TestWordsInTheLine(t *testing.T) {
	d := open(t, 120, 40).press("/").typeText("type:call rubio").press("alt+b").typeText("marco ")
	if got := d.typedQuery(); got != "type:call marco rubio" {
		t.Errorf("the line is %q", got)
	}
}

// The line of what goes on stays chosen when the record is read again, and a date in it leads to it.
func TestTheLineOfWhatGoesOnIsKept(t *testing.T) {
	record := "- {id: war, date: 2022-02-24/.., title: War}\n- {date: 2025-03-01, title: One, related: [war]}\n" +
		"- {date: 2025-03-02, title: Two}\n"
	f := file("test.yaml", record)
	d := open(t, 120, 40, recordOf(f), withQuery("since:2025")).press("g", "up")
	if !d.onGoingOn() {
		t.Fatal("the cursor is not on the line of what goes on")
	}
	d.nextFiles(file("test.yaml", record+"- {date: 2025-03-03, title: Three}\n"))
	if d.reload(); !d.onGoingOn() || d.record().Len() != 4 {
		t.Errorf("after a reload the cursor is on %q", d.event().Title)
	}
	d.press("down").press(":").typeText("2022-02-24").press("enter")
	if !d.onGoingOn() {
		t.Errorf("the day on which it began leads to %q", d.event().Title)
	}
}

// What the picker and the rail say of who is chosen answers clicks: a name is unticked, and how they meet is chosen.
func TestClicksOnWhoIsChosen(t *testing.T) {
	const both = "actor:rubio actor:lavrov"
	for _, width := range []int{100, 180} {
		d := open(t, width, 50, withQuery(both)).press("a")
		before, y := d.find(" meet:", 0)
		within := func(words string) *driver {
			row := d.lines()[y]
			at := strings.Index(row[strings.Index(row, "meet:"):], words)
			x, _ := d.find(" meet:", 0)
			return d.pointAt(image.Pt(x+1+at, y))
		}
		if within("any"); d.query() != "actor:rubio,lavrov" {
			t.Errorf("%d cells, %d: any asks for %q", width, before, d.query())
		}
		within("all")
		if within("all"); d.query() != both {
			t.Errorf("%d cells: all asks for %q", width, d.query())
		}
		if within("side by side").see("[side by side]").press("enter"); d.mode() != inCompare {
			t.Errorf("%d cells: side by side leads to mode %d", width, d.mode())
		}
		if width >= 160 { // whose lines are beside the list
			continue
		}
		d = open(t, width, 50, withQuery(both)).press("a")
		if d.click("Lavrov  ", 0); d.query() != "actor:rubio" || d.mode() != inWho {
			t.Errorf("%d cells: a click on a name that is ticked leaves %q in mode %d", width, d.query(), d.mode())
		}
	}
}
