package list

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// One record with something of everything that a row says.
const talks = `title: Talks
actors:
  - {id: anna, name: Anna Alm, kind: person, aliases: [Анна Альм], memberships: [{of: north}]}
  - {id: bert, name: Bert Bok, kind: person, memberships: [{of: south}]}
  - {id: north, name: North, kind: state}
  - {id: south, name: South, kind: state}
events:
  - date: 2025-01-01
    title: A first call
    type: call
    actors: [anna, bert]
    summary: They speak of grain and of the ports through which it leaves.
    quotes: [{by: anna, text: a beginning}, {by: bert, text: no more than that}]
  - date: 2025-01-02
    title: A strike
    type: strike
    status: disputed
    actors: [south]
    claims: [{by: anna, text: nine were fired}, {by: bert, text: none was}]
    figures: [{label: drones, value: 9}]
    licence: from an archive of the harbour
  - {date: 2025-03-08/2025-03-09, title: They meet, type: meeting, status: planned, actors: [anna, bert, north, south]}
  - {date: 2025-04-20/2026-02, title: The inquiry, actors: [north]}
`

// Rows say who, how sure, and what there is to read; the thread goes on through the second lines and is dotted where
// nothing happened.
func TestRowsOfTwoLines(t *testing.T) {
	s := testsession.On(t, talks, "")
	want := ` JANUARY 2025 ────────────────────────── ▄···  2
▌  1 We  ◇  A first call
         │  Alm, Bok                           “2
   2 Th  ×  A strike
         │  South                ▚ disputed  ≠2  #1
         ┊  2 months ╌╌╌╌╌╌╌
 MARCH 2025 ──────────────────────────── ·▃··  1
    8–9  ◆  They meet
         │  Alm, Bok, North, South      » planned
         ┊  6 weeks ╌╌╌╌╌╌
 APRIL 2025 ──────────────────────────── ··▃·  1
    20→  •  The inquiry
         │  until Feb 2026  North
`
	got := text(s, draw.Looks{}, 49, 20)
	if diff := cmp.Diff(squeezed(want), squeezed(got)); diff != "" {
		t.Errorf("the list is not as it should be (-want +got):\n%s", diff)
	}
}

// squeezed is a text in which blanks and rules of any length are alike.
func squeezed(s string) string {
	s = strings.NewReplacer("─", "", "╌", "").Replace(s)
	for strings.Contains(s, "   ") {
		s = strings.ReplaceAll(s, "   ", "  ")
	}
	return s
}

// What is only planned or disputed is told in rows of one line too, and so are silences.
func TestRowsOfOneLine(t *testing.T) {
	s := testsession.On(t, talks, "")
	s.CycleRows()
	got := text(s, draw.Looks{}, 60, 20)
	for _, want := range []string{
		"◇  A first call", " Alm, Bok\n", "×  A strike", "South  ▚ disputed  ≠2\n", "» planned\n", " MARCH 2025 ┊ 2 months later ─",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q:\n%s", want, got)
		}
	}
	s.ToggleNewest()
	if got := text(s, draw.Looks{}, 60, 20); !strings.Contains(got, " JANUARY 2025 ┊ 2 months earlier ─") {
		t.Errorf("newest first the list is\n%s", got)
	}
	if strings.Contains(got, "│") {
		t.Errorf("a row has more than a line:\n%s", got)
	}
}

// Where a filter leaves few, rows have the summary, and with whom somebody who is asked for is met.
func TestRowsOfThreeLines(t *testing.T) {
	got := text(testsession.On(t, talks, "actor:anna grain"), draw.Looks{}, 60, 20)
	for _, want := range []string{"│  with Bok", "│  They speak of grain and of the ports through\n         │  which it leaves."} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q:\n%s", want, got)
		}
	}
}

// Who has two parts in an event stands in its row once.
func TestTwoPartsOfOneActor(t *testing.T) {
	const record = "events:\n- {date: 2025-01-01, title: One, actors: [{actor: Ann, role: host}, Bo, {actor: Ann, role: guest}]}\n"
	if got := text(testsession.On(t, record, ""), draw.Looks{}, 60, 20); !strings.Contains(got+"\n", "│ Ann, Bo\n") {
		t.Errorf("the row does not have each once:\n%s", got)
	}
}

// In ASCII nothing else is drawn.
func TestRowsInASCII(t *testing.T) {
	got := text(testsession.On(t, talks, ""), draw.Looks{ASCII: true}, 60, 20)
	for _, want := range []string{"8-9", "20>", "!=2", "\"2", "#1", "planned"} {
		if !strings.Contains(got, want) {
			t.Errorf("the list lacks %q:\n%s", want, got)
		}
	}
	if at := strings.IndexFunc(got, func(r rune) bool { return r > '~' }); at >= 0 {
		t.Errorf("not ASCII: %q", got[at:])
	}
}

// Where an event matches by what its row does not show, a line of it says so. Whatever matches is lit.
func TestRowsSayWhereTheyMatch(t *testing.T) {
	th, size := draw.NewTheme(draw.Looks{}), image.Pt(60, 6)
	for _, c := range []struct{ query, row, lit string }{
		{"call", "A first call", "call"},
		{"ports", "of the ports through", "ports"},
		{"beginning", "“a beginning”", "beginning"},
		{"nine", "claim: nine were fired", "nine"},
		{"drones", "figure: drones", "drones"},
		{"bok", "Alm, Bok", "Bok"},
		{"anna", "Anna Alm", "Anna"},
	} {
		s := testsession.On(t, talks, c.query)
		s.Choose(0)
		for rows := range 4 {
			var l List
			l.Arrange(s, th, size, false)
			drawn := l.Draw(s, th, size, true)
			shown := ansi.Strip(strings.Join(drawn, "\n"))
			if !strings.Contains(shown, c.row) {
				t.Errorf("%s, rows %d: the list lacks %q:\n%s", c.query, rows, c.row, shown)
			}
			if lit := string(th.Match) + c.lit; !strings.Contains(strings.Join(drawn, "\n"), lit) {
				t.Errorf("%s, rows %d: it is not lit in %q", c.query, rows, drawn)
			}
			s.CycleRows()
		}
	}
}

// A record without types has no column for them; the thread goes through.
func TestRowsWithoutTypes(t *testing.T) {
	got := text(testsession.On(t, "events:\n  - {date: 2025-01-01, title: One, actors: [Anna]}\n", ""), draw.Looks{}, 40, 14)
	if !strings.Contains(got, "▌  1 We │ One\n        │ Anna\n") {
		t.Errorf("the list is\n%s", got)
	}
}

// What goes on since before the dates asked for has one line above the first month.
func TestWhatGoesOnHasALine(t *testing.T) {
	record := "events:\n  - {date: 2020-01-01/.., title: The siege}\n  - {date: 2025-01-01, title: A sortie}\n"
	s := testsession.On(t, record, "date:2025-01")
	if got := text(s, draw.Looks{}, 60, 9); !strings.HasPrefix(got, " going on: 1   The siege\n JANUARY 2025") {
		t.Errorf("the list is\n%s", got)
	}
	s.Step(-1)
	var l List
	th, size := draw.NewTheme(draw.Looks{}), image.Pt(60, 9)
	l.Arrange(s, th, size, false)
	rows := l.Draw(s, th, size, true)
	if !s.OnGoingOn() || !l.OnGoingOn(0) || !strings.HasPrefix(ansi.Strip(rows[0]), "▌") {
		t.Errorf("the cursor is not on the line: %q", rows)
	}
	if strings.Contains(ansi.Strip(strings.Join(rows[1:], "")), "▌") {
		t.Errorf("there are two cursors: %q", rows)
	}
}

// TestCursorIsWholeInSight holds at any size, after any moves and however many lines events have: the cursor's event is
// whole in sight where there is room for it, and a click on any of its lines finds it.
func TestCursorIsWholeInSight(t *testing.T) {
	th := draw.NewTheme(draw.Looks{})
	rapid.Check(t, func(t *rapid.T) {
		var record strings.Builder
		record.WriteString(talks)
		for n := range rapid.IntRange(0, 40).Draw(t, "events") {
			date := rapid.SampledFrom([]string{"2025-02-03", "2025-05-01", "2026-01-09", "2027", "202X"}).Draw(t, "date")
			long := rapid.IntRange(0, 30).Draw(t, "words")
			fmt.Fprintf(&record, "  - {date: %s, title: Event %d%s, actors: [anna, bert]}\n", date, n, strings.Repeat(" and more", long))
		}
		s := testsession.On(t, record.String(), rapid.SampledFrom([]string{"", "alm", "type:call", "date:2025.."}).Draw(t, "query"))
		var l List
		size := image.Pt(60, 20)
		for range rapid.IntRange(1, 20).Draw(t, "moves") {
			switch rapid.IntRange(0, 6).Draw(t, "what") {
			case 0:
				size = image.Pt(rapid.IntRange(12, 130).Draw(t, "w"), rapid.IntRange(1, 40).Draw(t, "h"))
			case 1:
				s.CycleRows()
			case 2:
				s.ToggleNewest()
			}
			s.Step(rapid.SampledFrom([]int{1, 1, 2, -1, -1, 9, -100, 100}).Draw(t, "by"))
			l.Arrange(s, th, size, false)
			if s.OnGoingOn() {
				continue
			}
			whole, lines := len(l.writer.form(s.Cursor()).lines), 0
			for row, one := range l.lines {
				if n, ok := l.EventAt(row); ok != (one.place >= 0) || ok && n != one.place {
					t.Fatalf("in row %d is event %d, %v", row, n, ok)
				}
				if one.place == s.Cursor() {
					lines++
				}
			}
			if lines < min(whole, max(1, size.Y-1)) {
				t.Fatalf("%v: %d of %d lines of the cursor's event are in sight", size, lines, whole)
			}
			if rows := l.Draw(s, th, size, true); len(rows) > size.Y {
				t.Fatalf("%d rows in a list of %d", len(rows), size.Y)
			}
			l.Window(s)
			if last := s.Top() + s.InSight() - 1; last < s.Cursor() || s.Top() > s.Cursor() {
				t.Fatalf("events %d to %d are in sight, and the cursor is on %d", s.Top(), last, s.Cursor())
			}
		}
	})
}

// A title that two lines have no room for is cut at the letter, in ASCII with two dots, and the cursor's row says it
// whole.
func TestLongTitles(t *testing.T) {
	title := strings.TrimSpace(strings.Repeat("one after the other ", 9))
	s := testsession.On(t, "events:\n  - {date: 2025-01-01, title: First}\n  - {date: 2025-01-02, title: "+title+"}\n", "")
	for ascii, more := range map[bool]string{false: "…", true: ".."} {
		got := text(s, draw.Looks{ASCII: ascii}, 50, 20)
		rows := strings.Split(got, "\n")
		at := 0
		for n, row := range rows {
			if strings.Contains(row, "2 Th") {
				at = n + 1
			}
		}
		if at == 0 || ansi.StringWidth(rows[at]) != 49 || !strings.HasSuffix(rows[at], more) {
			t.Errorf("the title is not cut at the letter:\n%s", got)
		}
	}
	s.Choose(1)
	var l List
	th, size := draw.NewTheme(draw.Looks{}), image.Pt(50, 20)
	l.Arrange(s, th, size, false)
	shown := strings.ReplaceAll(ansi.Strip(strings.Join(l.Draw(s, th, size, true), " ")), "│", " ")
	if !strings.Contains(strings.Join(strings.Fields(shown), " "), title) {
		t.Errorf("the cursor's row does not say the title whole:\n%s", shown)
	}
}

// A date that knows no month is under its year, its decade or its season, without weeks and before its months, in
// whatever order the list is and however far it is scrolled. It is in no week of a month.
func TestDatesWithoutAMonth(t *testing.T) {
	s := testsession.On(t, `events:
  - {date: 1142, title: A siege}
  - {date: -0043, title: A murder}
  - {date: 1942-01-05, title: A patrol}
  - {date: 1942-01-01, title: A new year}
  - {date: 1942, title: A war}
  - {date: 1942~, title: A famine}
  - {date: 202X, title: A drought}
  - {date: 2024-21, title: A flood}
  - {date: 2024-03-01, title: A march}
`, "")
	want := ` 44 BC ─ 1
 1142 ─ 1
 1942 ─ 2
 JANUARY 1942 ─ ▄··· 2
 2020s ─ 1
 SPRING 2024 ─ 1
 MARCH 2024 ─ ▃··· 1`
	headings := func(got string) []string {
		var heads []string
		for _, row := range strings.Split(got, "\n") {
			if strings.Contains(row, "──") {
				head, rest, _ := strings.Cut(row, "─")
				heads = append(heads, head+"─ "+strings.Join(strings.Fields(strings.Trim(rest, "─")), " "))
			}
		}
		return heads
	}
	if diff := cmp.Diff(strings.ToUpper(want), strings.ToUpper(strings.Join(headings(text(s, draw.Looks{}, 60, 60)), "\n"))); diff != "" {
		t.Errorf("the headings are not as they should be (-want +got):\n%s", diff)
	}
	th, size := draw.NewTheme(draw.Looks{}), image.Pt(60, 3)
	for range 2 {
		var l List
		for n := range s.Shown().Len() {
			s.Choose(n)
			l.Arrange(s, th, size, false)
			rows := l.Draw(s, th, size, true)
			d := s.Index().Timeline().Date(s.At(s.Top()))
			if got := ansi.Strip(rows[0]); !strings.HasPrefix(got, " "+strings.ToUpper(d.Heading())+" ─") {
				t.Errorf("scrolled to %s the first line is %q", d, got)
			}
		}
		s.ToggleNewest()
	}
}
