package load

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline/review"
)

// TestDoublesAreReportedLast holds the report against a record in which everything else is in order but one date.
func TestDoublesAreReportedLast(t *testing.T) {
	p := loadText(t, "notes.yaml", `events:
  - date: 2025-01-01
    title: Zelenskiy speaks
    actors: [Macron, "Zelenskiy"]
  - {date: 2025-01-02, title: A, actors: [Zelensky]}
  - {date: 2025-01-03, title: B, actors: [Zelensky]}
  - {date: 2025-01-04, title: C, actors: [Macron]}
  - date: 2025-01-05
    title: D
    actors:
      - {actor: Macorn, role: host}
  - {date: 2025-01-06, title: E, actors: [Macorn]}
  - {date: 2025-02-30, title: F, actors: [Macron]}
`)
	want := `notes.yaml:13:12: error: there is no 30 February 2025
  13 |   - {date: 2025-02-30, title: F, actors: [Macron]}
     |            ^^^^^^^^^^
     = February has 28 days
notes.yaml:11:17: warning: ` + "`Macorn`" + ` is probably Macron: 2 events would join 3
  11 |       - {actor: Macorn, role: host}
     |                 ^^^^^^
     = if so, write both alike, or make one an alias
notes.yaml:4:23: warning: ` + "`Zelenskiy`" + ` is probably Zelensky: 1 event would join 2
   4 |     actors: [Macron, "Zelenskiy"]
     |                       ^^^^^^^^^
     = if so, write both alike, or make one an alias
`
	if diff := cmp.Diff(want, p.Problems.String()); diff != "" {
		t.Error(diff)
	}
}

// TestTheCuratedRecordHasNoDoubles asks for silence about a record whose names were gone through by hand.
func TestTheCuratedRecordHasNoDoubles(t *testing.T) {
	text, err := os.ReadFile("../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if p := loadText(t, "events.yaml", string(text)); len(p.Problems) > 0 {
		t.Error(p.Problems)
	}
}

// notes is a folder of n Markdown notes that name people and bodies as they come to the pen, each in one of its
// spellings, and the number of spellings beside the first that were used.
func notes(n int) (files []File, variants int) {
	rng := rand.New(rand.NewPCG(3, 4))
	spellings := [][]string{
		{
			"Securities and Exchange Commission", "Securities and Exchange Commission (SEC)", "SEC",
			"the Securities and Exchange Commission", "Securities & Exchange Comission",
		},
		{"Volodymyr Zelensky", "Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "President Volodymyr Zelensky"},
		{"Department of Justice", "Department of Justice (DOJ)", "DOJ", "Justice Department", "Departement of Justice"},
		{"Anthony Kowalczyk", "A. Kowalczyk", "Anthony J. Kowalczyk", "Antony Kowalczyk", "Mr. Anthony Kowalczyk"},
		{"Organisation for Cooperation", "Organization for Cooperation", "Organisation for Co-operation"},
	}
	used := map[string]bool{}
	for i := range n {
		group := spellings[rng.IntN(len(spellings))]
		name := group[0]
		if rng.IntN(4) == 0 {
			name = group[rng.IntN(len(group))]
		}
		used[name] = true
		note := fmt.Appendf(nil, "---\ndate: %d-%02d-%02d\ntitle: Note %d\nactors:\n  - %s\n  - Clerk %d\n---\nA note.\n",
			2000+i/336, 1+i/28%12, 1+i%28, i, name, i%300)
		files = append(files, InMemory(fmt.Sprintf("notes/%04d.md", i), note))
	}
	for _, group := range spellings {
		for _, name := range group[1:] {
			if used[name] {
				variants++
			}
		}
	}
	return files, variants
}

// TestDoublesOfAFolderOfNotes asks that every body of two thousand notes is found under each of its spellings: those
// that the roster does not take for one are reported, and nobody else is.
func TestDoublesOfAFolderOfNotes(t *testing.T) {
	files, variants := notes(2000)
	p := Files(context.Background(), files, nil)
	tl := p.Index.Timeline()
	doubles := review.Doubles(t.Context(), p.Index)
	joined := tl.Actors() - 300 - 5
	if len(doubles) != joined || variants < joined {
		t.Errorf("%d doubles for %d actors too many", len(doubles), joined)
	}
	for _, d := range doubles {
		if strings.HasPrefix(tl.Actor(d.Actor).Name, "Clerk") {
			t.Errorf("%s is taken for %s", tl.Actor(d.Actor).Name, tl.Actor(d.Same).Name)
		}
	}
	if got := strings.Count(p.Problems.String(), "is probably"); got != len(doubles) {
		t.Errorf("%d of %d doubles are reported", got, len(doubles))
	}
}
