package box

import (
	"fmt"
	"image"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"dateline/timeline/fold"
	"dateline/ui/draw"
	"dateline/ui/session/testsession"
)

// What is typed is found where it begins words, before what has it within a word, before what has its letters in order.
func TestNearest(t *testing.T) {
	for _, c := range []struct {
		typed, text string
		want        closeness
	}{
		{"Mark", "mark", exact},
		{"mar", "a mark", begins},
		{"words my", "Mark my words", begins},
		{"ark", "a mark", within},
		{"mrk", "a mark", loose},
		{"mk", "a mark", none},
		{"mark x", "a mark", none},
		{"crk", "a mark", none},
		{"m", strings.Repeat("x", 40) + "m", within},
		{"mzz", "m" + strings.Repeat("x", 40) + "zz", none},
	} {
		if got := nearest(strings.Fields(fold.Fold(c.typed)), fold.Fold(c.text)); got != c.want {
			t.Errorf("%q in %q is %d, want %d", c.typed, c.text, got, c.want)
		}
	}
}

// A whole date with a digit in it, the name of a month, or what counts from a day is what a text means first; a name
// that is one too comes last.
func TestWhatIsADateFirst(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	for typed, want := range map[string]string{
		"1 mar 2025": "GO TO", "2025": "GO TO", "last month": "GO TO", "yesterday": "GO TO", "1 week earlier": "GO TO",
		"2025-03-01": "GO TO", "january": "GO TO", "jan": "", "call": "EVENTS", "anna": "WHO", "type:call": "FILTER",
	} {
		var b Box
		b.Open(s, nil, nil, false)
		b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed)})
		first := ""
		if len(b.sections) > 0 {
			first = b.sections[0].title
		}
		if want != "" && first != want || want == "" && first == "GO TO" && len(b.sections) > 1 {
			t.Errorf("%q means %s first, want %s", typed, first, want)
		}
		b.Leave(s)
	}
}

// A letter of another script names commands only where commands alone are looked for.
func TestALetterOfAnotherScript(t *testing.T) {
	s := testsession.On(t, testsession.Calls, "")
	commands := []Command{{Name: "actors", Keys: []string{"a"}, Show: "a", Does: "pick actors", Group: "Here", Here: true}}
	for typed, want := range map[string]bool{"ф": false, ">ф": true, "фсещкы": true} {
		var b Box
		b.Open(s, commands, nil, false)
		b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed)})
		if got := len(b.matching(strings.TrimPrefix(typed, ">"))) > 0; got != want {
			t.Errorf("%s finds a command: %v, want %v", typed, got, want)
		}
	}
}

// What is asked of one claim is a filter, and takes the place of what was asked of claims before.
func TestOneClaimIsAFilter(t *testing.T) {
	const record = `- {date: 2025-01-01, title: A strike, claims: [{by: Anna, text: drones, status: denied}]}
`
	for typed, want := range map[string]string{
		"claim:(by:anna status:denied)":  "type:x claim:(by:anna status:denied)",
		"-claim:(by:anna status:x)":      "type:x -claim:(by:anna status:x)",
		"claim:denied":                   "type:x claim:denied",
		"claim:(drones strikes) OR by:a": "type:x (claim:(drones strikes) OR by:a)",
	} {
		s := testsession.On(t, record, "type:x -claim:(by:bert) claim:site")
		asked, err := filterOf(s, typed)
		if err != nil || asked.IsZero() {
			t.Errorf("%s is no filter: %v", typed, err)
		}
		if got := instead(s.Query(), asked).String(); got != want {
			t.Errorf("%s leads to %s, want %s", typed, got, want)
		}
	}
	s := testsession.On(t, record, "")
	var b Box
	b.Open(s, nil, nil, false)
	b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("claim:(by:anna status:denied)")})
	if len(b.rows) == 0 || b.rows[0].kind != Filter || b.rows[0].n != 1 {
		t.Errorf("a claim in brackets has no row: %+v", b.rows)
	}
}

// Values are offered in brackets that are still open too, and each says how many events its filter would leave.
func TestValuesInOpenBrackets(t *testing.T) {
	const record = `- {date: 2025-01-01, title: A, type: x, claims: [{by: Anna, text: drones, status: denied}], tags: [t]}
- {date: 2025-01-02, title: B, type: x, claims: [{by: Anna, text: site, status: disputed}, {by: Ben, text: b, status: denied}]}
- {date: 2025-01-03, title: C, type: y, claims: [{by: Annabel, text: drones, status: disputed}], tags: [tt, u]}
- {date: 2025-01-04, title: D, type: xy, actors: [Anna, Annabel]}
`
	for typed, want := range map[string]string{
		"claim:(by:ann":                    "claim:(by:ann) 3, claim:(by:anna) 2, claim:(by:annabel) 1",
		"claim:(by:anna status:d":          "claim:(by:anna status:denied) 1, claim:(by:anna status:disputed) 1",
		"-claim:(by:ann":                   "-claim:(by:anna) 2, -claim:(by:annabel) 3",
		"claim:(by:ben OR (status:denied ": "claim:(by:ben OR status:denied) 2",
		"claim:(by:":                       "claim:(by:anna) 2, claim:(by:ben) 1",
		"claim:(den":                       "claim:den 2, claim:(status:denied) 2",
		"(type:y OR tag:t":                 "type:y OR tag:t 2, (type:y OR tag:tt) 1",
		"type:y,x":                         "type:y,xy 2",
		`claim:(by:"An`:                    "claim:(by:anna) 2, claim:(by:annabel) 1",
	} {
		s := testsession.On(t, record, "")
		var b Box
		b.Open(s, nil, nil, false)
		b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(typed)})
		var got []string
		for _, r := range b.rows {
			if r.kind == Filter {
				got = append(got, fmt.Sprintf("%s %d", r.text, r.n))
			}
			if n := s.Index().Select(instead(s.Query(), r.filter)).Len(); r.kind == Filter && n != r.n {
				t.Errorf("%s offers %s with %d events, and it has %d", typed, r.text, r.n, n)
			}
		}
		for _, one := range strings.Split(want, ", ") {
			if !slices.Contains(got, one) {
				t.Errorf("%s offers %q, not %s", typed, got, one)
			}
		}
	}
}

// An actor that only speaks is offered with what it says, and one that finds nothing comes last.
func TestWhoOnlySpeaks(t *testing.T) {
	const record = `- {date: 2025-01-01, title: One, type: x, claims: [{by: Anna, text: drones}], actors: [Anna Alm]}
- {date: 2025-01-02, title: Two, type: x, claims: [{by: Anna, text: drones}]}
- {date: 2025-01-03, title: Three, type: y, actors: [Annabel]}
`
	s := testsession.On(t, record, "type:x")
	var b Box
	b.Open(s, nil, nil, false)
	b.Type(s, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("anna")})
	var got []string
	for _, r := range b.rows {
		if r.kind == Actor {
			got = append(got, fmt.Sprint(b.called(r.actor), " ", r.n))
		}
	}
	if listed := strings.Join(got, ", "); listed != "Anna 2, Anna Alm 1, Annabel 0" {
		t.Errorf("the box lists %s", listed)
	}
	if b.Take(s); s.Query().String() != "type:x says:anna" {
		t.Errorf("Enter asks for %s", s.Query())
	}
}

// The list has the rows that it is given at any size, and the row in focus is one of them.
func TestTheFocusIsInSightAtAnySize(t *testing.T) {
	s, th := testsession.On(t, testsession.Calls, ""), draw.NewTheme(draw.Looks{})
	var commands []Command
	for n := range 30 {
		commands = append(commands, Command{
			ID: n, Name: fmt.Sprint("name", n), Keys: []string{"x"}, Show: "x", Group: "Group " + fmt.Sprint(n/10), Here: true,
			Does: strings.Repeat("what it does ", 1+n%4),
		})
	}
	for w := 1; w < 130; w += 13 {
		for h := 1; h < 40; h += 5 {
			for _, keys := range []bool{false, true} {
				var b Box
				b.Open(s, commands, nil, keys)
				for range 35 {
					b.Arrange(th, image.Pt(w, h))
					rows := b.Draw(th, image.Pt(w, h))
					if len(rows) != h || !strings.Contains(ansi.Strip(strings.Join(rows, "\n")), th.Glyphs.Cursor) {
						t.Fatalf("%d×%d: %d rows, or no focus among them:\n%s", w, h, len(rows), strings.Join(rows, "\n"))
					}
					b.Move(s, 1)
				}
			}
		}
	}
}
