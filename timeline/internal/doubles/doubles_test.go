package doubles_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"dateline/timeline/diag"
	"dateline/timeline/internal/doubles"
	"dateline/timeline/load"
)

// told returns what is said of the actors of a record, n at most with their places, and the groups.
func told(t *testing.T, text string, n int) (diag.Problems, diag.Groups) {
	t.Helper()
	p := load.Files(context.Background(), []load.File{load.InMemory("a.yaml", []byte(text))}, nil)
	in := diag.NewFile("a.yaml", text)
	return doubles.Problems(t.Context(), p.Index, n, func(pos diag.Pos) diag.Range {
		return diag.Range{File: in, Line: pos.Line, Column: pos.Column, Width: 1}
	})
}

const meetings = `- {date: 2025-01-01, title: One, actors: [Mira Montgomery, Jon Bok]}
- {date: 2025-01-02, title: Two, actors: [Mira Montgomery, Jon Bok]}
- date: 2025-01-03
  title: Mira Montgomerry speaks
  actors: ["Mira Montgomerry", Jon Bok]
`

// A name that is probably another's is told where it is listed, with how many events it would join to how many.
func TestADoubleIsToldWhereItIsListed(t *testing.T) {
	problems, groups := told(t, meetings, 10)
	if len(problems) != 1 || len(groups) != 1 {
		t.Fatalf("%d problems in %d groups\n%s", len(problems), len(groups), problems)
	}
	got, pos := problems[0], problems[0].Pos
	const message = "`Mira Montgomerry` is probably Mira Montgomery: 1 event would join 2"
	if got.Message != message || pos.Line != 5 || pos.Column != 13 {
		t.Errorf("%s at %d:%d", got.Message, pos.Line, pos.Column)
	}
	if !strings.Contains(got.Hint, "make one an alias") {
		t.Errorf("hint %q", got.Hint)
	}
}

// Two of one name are told apart by their ids.
func TestADoubleOfTheSameName(t *testing.T) {
	problems, _ := told(t, "actors:\n- {id: elder, name: Jon Bok}\n- {id: younger, name: Jon Bok}\nevents:\n"+
		"- {date: 2025-01-01, title: One, actors: [elder]}\n- {date: 2025-01-02, title: Two, actors: [younger]}\n"+
		"- {date: 2025-01-03, title: Three, actors: [elder]}\n", 10)
	const want = "`younger` is probably elder, since both are called Jon Bok: 1 event would join 2"
	if len(problems) != 1 || problems[0].Message != want || strings.Contains(problems[0].Hint, "Jon Bok") {
		t.Error(problems)
	}
}

// Where one of the two has a record, the cure names it; a name that is in no line is told where its event begins.
func TestADoubleOfARecord(t *testing.T) {
	problems, _ := told(t, "actors: [{id: mira, name: Mira Montgomery}]\nevents:\n"+
		"- {date: 2025-01-01, title: One, actors: [mira]}\n"+
		"- {date: 2025-01-02, title: Two, actors: [\"Mira\\x20Montgomerry\"]}\n", 10)
	if len(problems) != 1 {
		t.Fatal(problems)
	}
	const cure = "if so, add the name to the aliases of Mira Montgomery"
	if got := problems[0]; got.Hint != cure || got.Pos.Line != 4 || got.Pos.Column != 3 {
		t.Errorf("%q at %d:%d", got.Hint, got.Pos.Line, got.Pos.Column)
	}
}

// A few have a group each, since each has a cure of its own; many are one group, counted whole.
func TestManyDoubles(t *testing.T) {
	const first = "Alfred Bernard Charles Dominic Edmund Frederick"
	for _, tt := range []struct{ names, groups, count, places int }{{3, 3, 1, 1}, {6, 1, 6, 5}} {
		var record strings.Builder
		for _, name := range strings.Fields(first)[:tt.names] {
			for _, last := range []string{"Montgomery", "Montgomery", "Montgomerry"} {
				fmt.Fprintf(&record, "- {date: 2025-01-01, title: A, actors: [%s %s]}\n", name, last)
			}
		}
		problems, groups := told(t, record.String(), 5)
		if len(problems) != min(tt.names, 5) || len(groups) != tt.groups {
			t.Fatalf("%d problems in %d groups\n%s", len(problems), len(groups), problems)
		}
		for _, g := range groups {
			if g.Count != tt.count || len(g.Places) != tt.places {
				t.Errorf("a group has %d places of %d, want %d of %d", len(g.Places), g.Count, tt.places, tt.count)
			}
		}
	}
}

// Names that are alike by chance are not told.
func TestOthersAreNotTold(t *testing.T) {
	problems, groups := told(t, strings.ReplaceAll(meetings, "Montgomerry", "Bok"), 10)
	if len(problems) != 0 || len(groups) != 0 {
		t.Error(problems)
	}
}
