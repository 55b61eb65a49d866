package ui

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// copied is what was sent to the clipboard last.
func (d *driver) copied() string {
	d.t.Helper()
	_, text, _ := strings.Cut(d.out.String(), "\x1b]52;c;")
	for strings.Contains(text, "\x1b]52;c;") {
		_, text, _ = strings.Cut(text, "\x1b]52;c;")
	}
	data, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(text, "\a"))
	if err != nil {
		d.t.Fatal(err)
	}
	return string(data)
}

// A digit means the name that it stands beside, and nothing while that is out of sight.
func TestDigitsActOnNamesInSight(t *testing.T) {
	for _, keys := range [][]string{{"J"}, {"enter", "j"}} {
		d := open(t, 80, 20, at(call)).press(keys[:len(keys)-1]...)
		inSight := func(name string) bool { return strings.Contains(strings.Join(d.detailRows(), "\n"), name) }
		for n := 0; n < 40 && !inSight("1 Andriy Yermak"); n++ {
			d.press(keys[len(keys)-1])
		}
		if !inSight("1 Andriy Yermak") || inSight("4 Donald Trump") {
			t.Fatalf("this is about a page that shows the first of its names:\n%s", d.screen())
		}
		if d.press("4"); d.query() != "" || !strings.Contains(d.said(), "no name in sight has the number 4") {
			t.Errorf("%v: 4, which is not in sight, asks %q and says %q", keys, d.query(), d.said())
		}
		if d.press("1"); d.query() != "actor:yermak" {
			t.Errorf("%v: 1 asks %q", keys, d.query())
		}
		d.press("u")
		for n := 0; n < 40 && !inSight("4 Donald Trump"); n++ {
			d.press(keys[len(keys)-1])
		}
		if d.press("4"); d.query() != "actor:trump" {
			t.Errorf("%v: 4, scrolled into sight, asks %q", keys, d.query())
		}
	}
	d := open(t, 40, 10, at(call)).press("1")
	if d.query() != "" || !strings.Contains(d.screen(), "Enter reads it") {
		t.Errorf("with no detail on the screen 1 asks %q:\n%s", d.query(), d.screen())
	}
	d = open(t, 60, 12, at(call)).press("i", "9")
	if d.query() != "" || d.mode() != inActor {
		t.Errorf("9 on a page that does not show it asks %q", d.query())
	}
}

// Lanes say how many columns are beyond their edges, left and right, at every width.
func TestLanesSayWhatIsBeyondTheirEdges(t *testing.T) {
	for w := 45; w <= 140; w++ {
		d := open(t, w, 24).press("g", "v").fits()
		d.lanesToScale(false)
		head := strings.Join(d.lines()[d.layout().List.Min.Y:d.layout().List.Min.Y+2], "\n")
		shown, left := d.m.panes.lanes.Columns()
		if more := 45 - shown - left; more > 0 != strings.Contains(head, "more →") ||
			more > 0 && w > 40 && !strings.Contains(head, fmt.Sprintf("%d more →", more)) {
			t.Fatalf("in %d columns %d of 45 are shown, and above them is\n%s", w, shown, head)
		}
		d.press("G").fits()
		head = strings.Join(d.lines()[d.layout().List.Min.Y:d.layout().List.Min.Y+2], "\n")
		if _, left := d.m.panes.lanes.Columns(); left > 0 != strings.Contains(head, "← ") || strings.Contains(head, "more →") {
			t.Fatalf("in %d columns at the last event, %d to the left:\n%s", w, left, head)
		}
	}
}

// Rival claims stand side by side wherever there is room for two columns, on a wide screen no less than on a narrow one.
func TestClaimsStandSideBySideWhereThereIsRoom(t *testing.T) {
	record := `- date: 2025-05-01
  title: One
  claims:
    - {by: Ukraine, text: Homes were hit and nothing else.}
    - {by: Russia, text: Only barracks were hit that night.}
`
	for _, c := range []struct {
		w      int
		beside bool
	}{{46, false}, {80, true}, {99, true}, {120, true}, {140, true}} {
		d := open(t, c.w, 40, yaml(record))
		beside := false
		for _, row := range d.detailRows() {
			beside = beside || strings.Contains(row, "Ukraine") && strings.Contains(row, "Russia")
		}
		if beside != c.beside {
			t.Errorf("in %d columns, side by side: %v\n%s", c.w, beside, d.screen())
		}
	}
}

// A page of an organisation says who held which office in it, and when.
func TestAnOrganisationsPageHasOfficesWithDates(t *testing.T) {
	d := open(t, 120, 60, withQuery("actor:presidential-office")).press("i")
	d.see("PEOPLE AND BODIES", "Andriy Yermak", "Head of the Presidential Office", "11 February 2020 – 28 November 2025",
		"Kyrylo Budanov", "since 2 January 2026")
	for w := 24; w <= 120; w += 5 {
		d.resize(w, 60).fits()
	}
}

// What is copied of an event cites its sources with author and date, and those of its quotes and claims too.
func TestACitationHasAuthorAndDate(t *testing.T) {
	d := open(t, 120, 40, withQuery("alaska")).press("y")
	for _, want := range []string{"Dmytro Basmat. ", "The Kyiv Independent. 20 September 2025. https://"} {
		if !strings.Contains(d.copied(), want) {
			t.Errorf("%q is not in\n%s", want, d.copied())
		}
	}
	d = open(t, 120, 40, yaml(`sources:
  - {id: s, title: A book., author: A. Writer, publisher: The House, published: 2024}
  - {id: web, title: A page, url: "https://a.example/", accessed: 2025-02-01}
events:
  - date: 2025-05-01
    title: One
    sources: [web]
    quotes: [{by: B, text: yes, source: s}]
`)).press("y")
	want := "1 May 2025: One\nA page. https://a.example/. Accessed 1 February 2025\nA. Writer. A book. The House. 2024"
	if d.copied() != want {
		t.Errorf("%q, want %q", d.copied(), want)
	}
}

// Problems are in columns: how bad, where, what; and the footer counts them.
func TestProblemsAreInColumns(t *testing.T) {
	for _, w := range []int{40, 80, 120} {
		d := open(t, w, 24, yaml(broken)).press("!").fits()
		var severity, messages []int
		for _, row := range d.lines()[d.layout().Panes.Min.Y:][:3] {
			kind := max(strings.Index(row, "error"), strings.Index(row, "warning"))
			severity = append(severity, ansi.StringWidth(row[:max(kind, 0)]))
			message := max(strings.Index(row, "there is"), strings.Index(row, "the event"), strings.Index(row, "unknown"))
			messages = append(messages, ansi.StringWidth(row[:max(message, 0)]))
		}
		if severity[0] != 1 || severity[1] != 1 || severity[2] != 1 || messages[0] != messages[1] || messages[1] != messages[2] {
			t.Errorf("%d columns: severities at %v, messages at %v:\n%s", w, severity, messages, d.screen())
		}
		d.see("1 of 3").press("down").see("2 of 3", "test.yaml:5:5")
	}
}

// A name in the lanes is cut only where there is no room for it.
func TestLanesCutNoNameThatHasRoom(t *testing.T) {
	d := open(t, 160, 40, withQuery("actor:yermak")).press("v")
	d.see("National security adviser of the United Kingdom")
}

// Lanes hide no event at the left while there are free cells at the right, and say how many lanes there are where not
// all are in sight.
func TestLanesUseTheirRoom(t *testing.T) {
	for w := 45; w <= 220; w++ {
		d := open(t, w, 30).press("v").fits()
		d.lanesToScale(false)
		lines := d.lines()[d.layout().List.Min.Y:d.layout().List.Max.Y]
		_, left := d.m.panes.lanes.Columns()
		if row := ansi.Strip(lines[1]); left > 0 && ansi.StringWidth(strings.TrimRight(row, " ")) < w-1 {
			t.Fatalf("in %d columns %d are hidden at the left of\n%s", w, left, row)
		}
		head := strings.Join(lines[:2], "\n")
		if w >= 60 && !strings.Contains(head, fmt.Sprintf(" of %d", len(d.lanes()))) && !strings.Contains(head, "↓ ") {
			t.Fatalf("in %d columns nothing says how many lanes there are:\n%s", w, head)
		}
	}
}

// Persons are all called by their full names in the lanes, or all by their short ones.
func TestLanesCallPersonsInOneWay(t *testing.T) {
	for w := 45; w <= 140; w++ {
		d := open(t, w, 40).press("v")
		full, short := 0, 0
		for _, row := range d.lines()[d.layout().List.Min.Y:d.layout().List.Max.Y] {
			for _, name := range [][2]string{{"Volodymyr", "Zelensky"}, {"Donald", "Trump"}, {"Marco", "Rubio"}} {
				switch {
				case strings.HasPrefix(row, " "+name[0]):
					full++
				case strings.HasPrefix(row, " "+name[1]):
					short++
				}
			}
		}
		if full+short == 0 || full > 0 && short > 0 {
			t.Errorf("in %d columns %d persons have their full names and %d their short ones:\n%s", w, full, short, d.screen())
		}
	}
}
