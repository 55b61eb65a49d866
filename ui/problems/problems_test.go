package problems_test

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/draw"
	"dateline/ui/problems"
	"dateline/ui/session"
	"dateline/ui/session/testsession"
)

var size = image.Pt(80, 16)

// drawn returns the list as text.
func drawn(list *problems.List, s *session.Session) string {
	th := draw.NewTheme(draw.Looks{})
	list.Arrange(s, th, size)
	var b strings.Builder
	for _, row := range list.Draw(s, th, size) {
		b.WriteString(strings.TrimRight(ansi.Strip(row), " ") + "\n")
	}
	return b.String()
}

// faulty returns a record with an error and n events of the same warning.
func faulty(n int) string {
	var b strings.Builder
	b.WriteString("- {date: 2025-02-30, title: No day}\n")
	for i := range n {
		fmt.Fprintf(&b, "- {date: 2025-01-01, title: Event %d, actor: x}\n", i)
	}
	return b.String()
}

// mustSee fails unless all of some texts are on the screen.
func mustSee(t *testing.T, screen string, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !strings.Contains(screen, text) {
			t.Errorf("%q is not in\n%s", text, screen)
		}
	}
}

// A kind that many have is one row with its count, which opens to its places and closes again.
func TestAKindOpensToItsPlaces(t *testing.T) {
	s := testsession.On(t, faulty(7), "")
	var list problems.List
	mustSee(t, drawn(&list, s), "error    test.yaml:1:10", "there is no 30 February 2025", "February has 28 days")
	if list.OnGroup(s) || list.Place(s).Line != 1 {
		t.Errorf("it begins at line %d", list.Place(s).Line)
	}
	list.Move(s, 1)
	closed := list.Len(s)
	mustSee(t, drawn(&list, s), "7  ")
	if !list.OnGroup(s) || list.Place(s).Line != 2 {
		t.Errorf("the group is at line %d", list.Place(s).Line)
	}
	list.Toggle(s)
	if n := list.Len(s); n != closed+7 {
		t.Errorf("%d rows when it is open, %d when closed", n, closed)
	}
	list.Move(s, 3)
	mustSee(t, drawn(&list, s), "test.yaml:4:")
	if list.OnGroup(s) || list.Place(s).Line != 4 {
		t.Errorf("the third place is in line %d", list.Place(s).Line)
	}
	if list.Move(s, -3); list.OnGroup(s) {
		list.Toggle(s)
	}
	if n := list.Len(s); n != closed {
		t.Errorf("%d rows when it is closed again, %d before", n, closed)
	}
}

// Of a kind that few have each place has its row.
func TestFewPlacesNeedNoGroup(t *testing.T) {
	s := testsession.On(t, faulty(3), "")
	var list problems.List
	for line := 1; line <= 4; line++ {
		if list.OnGroup(s) || list.Place(s).Line != line {
			t.Errorf("line %d, want %d", list.Place(s).Line, line)
		}
		list.Move(s, 1)
	}
}

// When a problem is solved the cursor stays on its own, and of a solved one it goes to the next.
func TestTheCursorFollows(t *testing.T) {
	const record = `- {date: 2025-02-30, title: One}
- {date: 2025-04-31, title: Two}
- {date: 2025-06-31, title: Three}
`
	before := testsession.On(t, record, "")
	for _, c := range []struct {
		solve string
		line  int
	}{{"02-30", 2}, {"04-31", 3}, {"06-31", 2}} {
		var list problems.List
		list.Move(before, 1)
		after := testsession.On(t, strings.Replace(record, c.solve, "01-01", 1), "")
		if list.Follow(before.Groups(), after.Groups()); list.Place(after).Line != c.line {
			t.Errorf("when %s is solved it goes to line %d, want %d", c.solve, list.Place(after).Line, c.line)
		}
	}
	var list problems.List
	list.Move(before, 1)
	after := testsession.On(t, "- {date: 2025-01-32, title: New}\n"+strings.Replace(record, "04-31", "01-01", 1), "")
	if list.Follow(before.Groups(), after.Groups()); list.Place(after).Line != 4 {
		t.Errorf("under a new problem it goes to line %d", list.Place(after).Line)
	}
	list = problems.List{}
	list.Move(before, 2)
	if list.Follow(before.Groups(), testsession.On(t, testsession.Calls, "").Groups()); list.At() != 0 {
		t.Errorf("nothing is wrong, and row %d is selected", list.At())
	}
}

// A click selects what is in the row, and a problem that is elsewhere on the screen can be selected.
func TestSelecting(t *testing.T) {
	s := testsession.On(t, faulty(3), "")
	var list problems.List
	drawn(&list, s)
	list.Click(s, 2)
	if at := list.Place(s).Line; at != 3 {
		t.Errorf("the click selects line %d", at)
	}
	list.Click(s, 10)
	if at := list.Place(s).Line; at != 3 {
		t.Errorf("a click below the list selects line %d", at)
	}
	list = problems.List{}
	last := s.Problems()[len(s.Problems())-1]
	list.Select(s, last)
	if at := list.Place(s).Line; at != 4 || last.Pos.Line != 4 {
		t.Errorf("line %d is selected", at)
	}
}

// A record without problems says so, and has no place to go to.
func TestNothingIsWrong(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	var list problems.List
	mustSee(t, drawn(&list, s), "Nothing is wrong with this record.")
	if at := list.Place(s); at.File != "" || list.OnGroup(s) {
		t.Errorf("%v", at)
	}
}

// The line of a place counts, and is seen however long the path is; nothing is wider than the screen.
func TestALongPlaceKeepsItsLine(t *testing.T) {
	s := testsession.On(t, faulty(0), "")
	var list problems.List
	th := draw.NewTheme(draw.Looks{})
	for _, w := range []int{20, 30, 40} {
		list.Arrange(s, th, image.Pt(w, 12))
		rows := list.Draw(s, th, image.Pt(w, 12))
		if first := ansi.Strip(rows[0]); !strings.Contains(first, ":1:10") {
			t.Errorf("%d cells: %s", w, first)
		}
		for _, row := range rows {
			if draw.Cells(ansi.Strip(row)) > w {
				t.Errorf("more than %d cells: %s", w, ansi.Strip(row))
			}
		}
	}
}

// A row that has no room for all of its words ends in the mark that says so, at any width.
func TestARowThatIsCutSaysSo(t *testing.T) {
	th := draw.NewTheme(draw.Looks{})
	for _, record := range []string{faulty(7), "- {date: 2025-01-01, title: Nothing is wrong}\n"} {
		s := testsession.On(t, record, "")
		var list problems.List
		wide := list.Draw(s, th, image.Pt(300, 16))
		for w := 30; w < 90; w++ {
			for n, row := range list.Draw(s, th, image.Pt(w, 16))[:max(1, list.Len(s))] {
				row, whole := strings.TrimRight(ansi.Strip(row), " "), strings.TrimRight(ansi.Strip(wide[n]), " ")
				if !strings.HasSuffix(row, th.Glyphs.More) && row[len(row)-1] != whole[len(whole)-1] {
					t.Errorf("%d cells: %q", w, row)
				}
			}
		}
	}
}
