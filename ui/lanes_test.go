package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

// sided is a record of two sides and of somebody who is on neither. The mayor's words are no meeting.
const sided = `actors:
  - {id: north, name: North, kind: state}
  - {id: south, name: South, kind: state}
  - {id: army, name: Army of North, kind: organization, parent: north}
  - {id: ann, name: Ann Alm, kind: person, memberships: [{of: north}]}
  - {id: bob, name: Bob Bok, kind: person, memberships: [{of: north}]}
  - {id: cid, name: Cid Cox, kind: person, memberships: [{of: south}]}
  - {id: mayor, name: Mayor, kind: person}
events:
  - {date: 2020-01-01, title: Before, type: statement, actors: [bob]}
  - {date: 2020-01-02, title: Talks, type: meeting, actors: [ann, cid]}
  - {date: 2020-01-03, title: March, type: strike, actors: [army, north]}
  - {date: 2020-06-01, title: Words, type: statement, actors: [ann, cid, mayor]}
  - {date: 2020-06-02, title: Call, type: call, actors: [bob, mayor]}
  - {date: 2020-06-03, title: After, type: statement, actors: [bob, north, south]}
`

// laneRow returns the row of the lanes that begins with a name, from its drawing on.
func laneRow(t *testing.T, d *driver, name string) []rune {
	t.Helper()
	r := d.layout().List
	for _, line := range d.lines()[r.Min.Y:r.Max.Y] {
		line = ansi.Strip(line)
		if rest := strings.TrimLeft(line, " ▌"); strings.HasPrefix(rest, name+" ") || rest == name {
			return []rune(line)
		}
	}
	t.Fatalf("no lane is called %q:\n%s", name, d.screen())
	return nil
}

// Lanes stand by side, people before organisations and the state last, and r puts them in the order of count.
func TestLanesStandBySide(t *testing.T) {
	d := open(t, 80, 40, yaml(sided)).first().press("v")
	if got, want := d.lanes(), strings.Fields("bob ann army north cid south mayor"); !slices.Equal(got, want) {
		t.Errorf("the lanes are %v, want %v", got, want)
	}
	d.see("NORTH", "SOUTH", "OTHERS", "the state", "Army  ").see("7 actors")
	d.press("r")
	if got := d.lanes(); got[0] != "north" || strings.Contains(d.screen(), "SOUTH ") {
		t.Errorf("by count the lanes are %v:\n%s", got, d.screen())
	}
	if d.press("u"); d.lanes()[0] != "bob" {
		t.Errorf("u does not take the order by count back: %v", d.lanes())
	}
}

// A meeting is a line from lane to lane, which passes who was not there; what is said is none.
func TestLanesTieMeetings(t *testing.T) {
	d := open(t, 80, 40, yaml(sided)).first().press("v", "v").press("v")
	d.lanesToScale(false)
	ann, army, state := laneRow(t, d, "Alm"), laneRow(t, d, "Army"), laneRow(t, d, "the state")
	talks := slices.Index(ann, '◆')
	if talks < 0 || laneRow(t, d, "Cox")[talks] != '◆' {
		t.Fatalf("the talks are not in one column:\n%s", d.screen())
	}
	for name, row := range map[string][]rune{"Army": army, "the state": state, "SOUTH": laneRow(t, d, "SOUTH")} {
		if row[talks] != '│' {
			t.Errorf("the line of the talks is %q in the row of %s:\n%s", row[talks], name, d.screen())
		}
	}
	if bob := laneRow(t, d, "Bok"); bob[talks] != '─' {
		t.Errorf("the line of the talks leads above who was there: %q", bob[talks])
	}
	call := slices.Index(laneRow(t, d, "Bok"), '◇')
	if got := laneRow(t, d, "Alm")[call]; got != '│' && got != '┼' {
		t.Errorf("the call is %q where it passes:\n%s", got, d.screen())
	}
	words := slices.Index(ann[talks+1:], '●') + talks + 1
	if got := laneRow(t, d, "Army")[words]; got == '│' || got == '┼' {
		t.Errorf("words are tied:\n%s", d.screen())
	}
}

// The selected event has a heavy line and its title beside it, in a row without marks, at every width and event.
func TestLanesNameTheSelectedEvent(t *testing.T) {
	for w := 60; w <= 200; w += 7 {
		d := open(t, w, 40, yaml(sided)).first().press("v")
		d.lanesToScale(false)
		for range 6 {
			title := d.event().Title
			n := slices.IndexFunc(d.lines()[:d.layout().List.Max.Y], func(line string) bool {
				return strings.Contains(line, "  "+title)
			})
			if n < 0 {
				t.Fatalf("in %d columns %s is not named:\n%s", w, title, d.screen())
			}
			line := d.lines()[n]
			if !strings.ContainsAny(line, "┗┛┃") || strings.ContainsAny(line, "◆◇●×") {
				t.Errorf("in %d columns %s is named in %q", w, title, line)
			}
			d.press("tab")
		}
	}
}

// With the newest event first, → leads to the event in the column to the right.
func TestLanesInTheOrderOfTheList(t *testing.T) {
	d := open(t, 100, 40, yaml(sided), withQuery("actor:bob,ann")).press("v", "s", "g")
	if got := d.event().Title; got != "After" {
		t.Fatalf("the first column is %s", got)
	}
	var titles []string
	for range 2 {
		titles = append(titles, d.press("right").event().Title)
	}
	if want := []string{"Call", "Before"}; !slices.Equal(titles, want) {
		t.Errorf("→ leads to %v, want %v", titles, want)
	}
	d.press("right").see("no further event")
	if row := laneRow(t, d, "Bok"); slices.Index(row, '◇') > slices.Index(row[20:], '●')+20+10 {
		t.Errorf("the columns are not in the order of the list:\n%s", d.screen())
	}
}

// What lies above and below is said in numbers, and time without events is folded.
func TestLanesSayWhatIsOutOfSight(t *testing.T) {
	d := open(t, 80, 18, yaml(sided)).first().press("v").fits()
	d.see("of 7", "╱")
	d = open(t, 45, 20).press("v").fits()
	d.press("end", "home", "down", "down", "down", "down").fits()
}
