package ui

import (
	"strconv"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// rowOf returns the lines of the list that the event at a place has on the screen, one after the other, without the
// date and the thread.
func rowOf(d *driver, place int) string {
	const beforeText = 12
	list, words := d.layout().List, []string(nil)
	for y := list.Min.Y; y < list.Max.Y; y++ {
		if n, ok := d.m.panes.list.EventAt(y - list.Min.Y); ok && n == place {
			words = append(words, strings.Fields(ansi.Cut(d.lines()[y], list.Min.X+beforeText, list.Max.X))...)
		}
	}
	return strings.Join(words, " ")
}

// In common windows every row has its title whole, names somebody, and says what is not sure and what is contested.
func TestEveryRowSaysWhoAndHowSure(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {99, 60}, {100, 30}, {100, 60}, {120, 40}, {120, 60}, {146, 42}, {200, 60}} {
		d := open(t, size[0], size[1]).press("g")
		for n := range d.listed() {
			e, row := d.event(), rowOf(d, n)
			if !strings.HasPrefix(row, e.Title) {
				t.Errorf("%v: %q is not whole in %q", size, e.Title, row)
			}
			named := len(e.Actors) == 0
			for _, part := range e.Actors {
				named = named || strings.Contains(strings.TrimPrefix(row, e.Title), d.record().ShortName(part.Actor))
			}
			if long := "Security Advi"; !named && !strings.Contains(row, long) { // who is cut, but named
				t.Errorf("%v: nobody is named in %q", size, row)
			}
			if e.Status != "confirmed" && !strings.Contains(row, e.Status) {
				t.Errorf("%v: it is %s, but not in %q", size, e.Status, row)
			}
			rivals := d.record().Rivals(e)
			if rivals > 0 != strings.Contains(row, "≠") || rivals > 0 && !strings.Contains(row, "≠"+strconv.Itoa(rivals)) {
				t.Errorf("%v: %d accounts stand against each other, and the row is %q", size, rivals, row)
			}
			d.press("j")
		}
	}
}

// linesOfCursor is how many lines the cursor's event has.
func linesOfCursor(d *driver) (n int) {
	for y := range d.layout().List.Dy() {
		if place, ok := d.m.panes.list.EventAt(y); ok && place == d.cursor() {
			n++
		}
	}
	return n
}

func TestRowsHaveAsManyLinesAsAreChosen(t *testing.T) {
	d := open(t, 120, 40, at("2025-09-20-zelensky-confirms-meeting"))
	lines := func() int { return linesOfCursor(d) }
	if n := lines(); n != 2 {
		t.Fatalf("a row has %d lines of two", n)
	}
	for _, want := range []struct {
		lines int
		told  string
	}{{1, "each event has one line"}, {2, "two lines"}, {3, "three lines"}, {2, "each event has as many lines as fit"}} {
		if d.press("r").see(want.told); lines() != want.lines {
			t.Errorf("%s: a row has %d:\n%s", want.told, lines(), d.screen())
		}
	}
	if d.press("f19", "f19", "f19"); lines() != 3 {
		t.Error("shift+F7 does not do what r does")
	}
	if d.press("j", "/").typeText("rubio").press("enter", "esc"); d.view().Rows != 3 {
		t.Error("another filter does not keep the lines")
	}
	if d.press("g", "r", "u"); d.view().Rows != 3 {
		t.Errorf("u leads to rows of %d lines", d.view().Rows)
	}
}

// Rows are of one line where the list is long or the window low, and of three where a filter leaves few.
func TestRowsHaveAsManyLinesAsFit(t *testing.T) {
	long := open(t, 120, 40, yaml(manyEvents(1000))).press("g")
	if linesOfCursor(long) != 1 {
		t.Errorf("a long list does not have rows of one line:\n%s", long.screen())
	}
	low := open(t, 80, 24).press("g", "j")
	if row := rowOf(low, 1); !strings.HasSuffix(row, "conference Yermak, Sullivan") {
		t.Errorf("a low list has the row %q", row)
	}
	few := open(t, 120, 40, withQuery("actor:rubio"))
	if row := rowOf(few, 0); !strings.Contains(row, "with Lavrov, Trump") || !strings.Contains(row, "Rubio passes on") {
		t.Errorf("a short list has the row %q", row)
	}
}

// What matches is lit on the cursor's row too.
func TestMatchIsLitOnTheCursorRow(t *testing.T) {
	d := open(t, 120, 40, in256).press("/").typeText("drones").press("enter")
	for n := range d.listed() {
		d.press("g")
		for range n {
			d.press("j")
		}
		lit := false
		for y := range d.layout().List.Dy() {
			if place, ok := d.m.panes.list.EventAt(y); ok && place == n {
				line := strings.Split(d.frame(), "\n")[d.layout().List.Min.Y+y]
				lit = lit || strings.Contains(ansi.Cut(line, 0, d.layout().List.Max.X), string(d.theme().Match))
			}
		}
		if !lit {
			t.Errorf("nothing is lit in the row of %q:\n%s", d.event().Title, d.screen())
		}
	}
}

// A click on any line of an event is one on the event.
func TestClickOnTheSecondLine(t *testing.T) {
	d := open(t, 120, 40, at(call))
	x, y := d.find("Russian strikes damage", 0)
	d.mouse(x, y+1, tea.MouseButtonLeft, tea.MouseActionPress)
	if !strings.HasPrefix(d.event().Title, "Russian strikes damage") {
		t.Errorf("a click on the line of the names selects %q", d.event().Title)
	}
}

// A weekday of a time that had another calendar is told nowhere, and in lists of records without types nothing is in
// the place of the type.
func TestOldDatesHaveNoWeekday(t *testing.T) {
	d := open(t, 120, 40, yaml("events:\n  - {date: 1142-01-01, title: A siege}\n  - {date: 1600-01-01, title: A charter}\n"))
	for _, key := range []string{"g", "j"} {
		if d.press(key); strings.Contains(d.screen(), "day 1 January") {
			t.Errorf("a weekday is told:\n%s", d.screen())
		}
	}
	d.see("▌     1 │ A charter")
}

// Half a page down goes as far as half of the events that are in sight.
func TestPagesGoByWhatIsInSight(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		d := open(t, size[0], size[1]).press("g")
		for range 3 {
			before, seen := d.cursor(), d.m.session.InSight()
			if d.press("pgdown"); d.cursor() <= before || d.cursor()-before > seen {
				t.Errorf("%v: a page of %d events goes from %d to %d", size, seen, before, d.cursor())
			}
		}
	}
}

// Where a filter leaves so few events that rows are free, their summaries get these, and none is cut over an empty row.
func TestSummariesGetTheFreeRows(t *testing.T) {
	for _, query := range []string{"actor:lavrov", "actor:yermak actor:rubio", "actor:yermak", "actor:trump"} {
		for _, size := range [][2]int{{120, 30}, {120, 40}, {120, 60}, {200, 60}} {
			d := open(t, size[0], size[1], withQuery(query)).press("g")
			list, cut, free := d.layout().List, 0, 0
			for y := list.Min.Y; y < list.Max.Y; y++ {
				row := strings.TrimRight(ansi.Cut(d.lines()[y], list.Min.X, list.Max.X), " ")
				if strings.HasSuffix(row, "…") {
					cut++
				}
				if row == "" {
					free++
				}
			}
			if cut > 0 && free >= d.listed() {
				t.Errorf("%v, %s: %d texts are cut over %d empty rows:\n%s", size, query, cut, free, d.screen())
			}
		}
	}
}

// The line of the names has a name, also where everybody is asked for: then what is counted goes beside the title, or
// those who are asked for are named. Where the filter wants one of several the rows say which of them.
func TestLineOfNamesIsNotEmpty(t *testing.T) {
	d := open(t, 120, 40, withQuery("actor:yermak actor:rubio")).press("G")
	if row := rowOf(d, 1); !strings.HasPrefix(row, "Yermak and Rubio prepare guarantees by phone “2 The two talk") {
		t.Errorf("the row is %q", row)
	}
	d = open(t, 120, 40, withQuery("actor:yermak,rubio")).press("G")
	if row := rowOf(d, 5); !strings.Contains(row, "by phone Yermak, Rubio “2 ") {
		t.Errorf("the row is %q", row)
	}
	long := strings.TrimSpace(strings.Repeat("long title ", 6))[:52]
	d = open(t, 120, 40, yaml("events:\n  - {date: 2025-01-01, title: "+long+", type: call, status: planned, actors: [Anna], summary: Yes.}\n"+
		"  - {date: 2025-01-02, title: Other}\n"), withQuery("actor:Anna"))
	if row := rowOf(d, 0); row != long+" Anna » planned Yes." {
		t.Errorf("the row is %q", row)
	}
}
