package duplicates_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/index"
	"dateline/timeline/internal/duplicates"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

// people is a record with some actors of its own, and one event for each line of names joined by "; ".
func people(lines ...string) *timeline.Timeline {
	d := testbuild.NewDraft()
	d.Actor("p1", "Vladimir Putin", timeline.Person, "", "")
	d.Actor("p2", "Marco Rubio", timeline.Person, "", "")
	d.Actor("s1", "Iceland", timeline.State, "", "")
	d.Actor("s2", "Icelande", timeline.State, "", "")
	for _, line := range lines {
		d.Event("2025-01-01", line, line, nil)
	}
	return d.Done()
}

func TestFindDoubles(t *testing.T) {
	for _, tt := range []struct {
		name   string
		events []string
		want   []string // "double = same"
	}{
		{"transliteration", []string{"Volodymyr Zelensky", "Volodymyr Zelensky", "Volodymyr Zelenskyy", "Володимир Зеленський"}, []string{"Volodymyr Zelenskyy = Volodymyr Zelensky", "Володимир Зеленський = Volodymyr Zelensky"}},
		{"the first letter too", []string{"Andriy Yermak", "Andriy Yermak", "Andriy Ermak"}, []string{"Andriy Ermak = Andriy Yermak"}},
		{"where words end", []string{"Co-operation Council", "Cooperation Council", "Cooperation Council"}, []string{"Co-operation Council = Cooperation Council"}},
		{"a slip", []string{"Ministry of Defence", "Ministry of Defence", "Ministry of Defense", "Ministry of Defnece"}, []string{"Ministry of Defense = Ministry of Defence", "Ministry of Defnece = Ministry of Defence"}},
		{"the order of words", []string{"Ministry of Defence", "Ministry of Defence", "Defence Ministry"}, []string{"Defence Ministry = Ministry of Defence"}},
		{"initials", []string{"V. Putin", "John Smith", "John Smith", "John A. Smith", "J. Smith"}, []string{"John A. Smith = John Smith", "J. Smith = John Smith", "V. Putin = Vladimir Putin"}},
		{"the surname of the one person with a record", []string{"Putin", "Rubio"}, []string{"Putin = Vladimir Putin", "Rubio = Marco Rubio"}},
		{"titles", []string{"Sen. Marco Rubio", "President Putin"}, []string{"Sen. Marco Rubio = Marco Rubio", "President Putin = Vladimir Putin"}},
		{"roles in brackets", []string{"John Smith (driver)", "John Smith (driver)", "John Smith (witness)"}, []string{"John Smith (witness) = John Smith (driver)"}},
		{"an abbreviation", []string{"Securities and Exchange Commission", "Securities and Exchange Commission", "SEC"}, []string{"SEC = Securities and Exchange Commission"}},
		{"those that join most events first", []string{"V. Putin", "Sen. Marco Rubio", "Sen. Marco Rubio"}, []string{"Sen. Marco Rubio = Marco Rubio", "V. Putin = Vladimir Putin"}},

		{"one event lists both", []string{"Ivan Petrenko; Iwan Petrenko", "Ivan Petrenko"}, nil},
		{"two records", []string{"Iceland", "Icelande"}, nil},
		{"other letters are other names", []string{"Gambia", "Zambia", "Austria", "Australia", "Slovakia", "Slovenia", "North Korea", "South Korea", "Niger", "Nigeria", "Iran", "Iraq", "Ireland"}, nil},
		{"a woman is no man", []string{"Ivan Petrov", "Ivan Petrova", "Christian Smith", "Christina Smith"}, nil},
		{"a land is not its people", []string{"Russia", "Russian", "Democrat", "Democrats"}, nil},
		{"numbers", []string{"5th Brigade", "55th Brigade", "Unit 12 of the Guard", "Unit 21 of the Guard"}, nil},
		{"short words of one sound", []string{"Zhang Wei", "Zang Wei", "Lee", "Li"}, nil},
		{"initials of several", []string{"John Smith", "Jane Smith", "J. Smith", "George H. W. Bush", "George W. Bush"}, nil},
		{"an abbreviation of several", []string{"International Criminal Court", "International Chamber of Commerce", "ICC"}, nil},
		{"a place in brackets", []string{"Supreme Court (Poland)", "Supreme Court (Hungary)"}, nil},
		{"a body that ends like another", []string{"Ukraine", "Armed Forces of Ukraine", "Treasury", "US Treasury", "General Motors", "Motors"}, nil},
		{"nobody", nil, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			tl := people(tt.events...)
			var got []string
			for _, d := range duplicates.Find(tl, index.New(tl).ListedIn) {
				got = append(got, tl.Actor(d.Actor).Name+" = "+tl.Actor(d.Same).Name)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCheckListsDoublesLast holds the report against a record in which everything else is in order but one date.
func TestCheckListsDoublesLast(t *testing.T) {
	p := foundIn("notes.yaml", `events:
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
     = if so, write both alike, or give the actor a record with this name among its aliases
notes.yaml:4:23: warning: ` + "`Zelenskiy`" + ` is probably Zelensky: 1 event would join 2
   4 |     actors: [Macron, "Zelenskiy"]
     |                       ^^^^^^^^^
     = if so, write both alike, or give the actor a record with this name among its aliases
`
	if diff := cmp.Diff(want, p.Problems.String()); diff != "" {
		t.Error(diff)
	}
}

// TestTheCuratedRecordHasNoDoubles is the check of conservatism on a record whose names were gone through by hand.
func TestTheCuratedRecordHasNoDoubles(t *testing.T) {
	text, err := os.ReadFile("../../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if p := foundIn("events.yaml", string(text)); len(p.Problems) > 0 {
		t.Error(p.Problems)
	}
}

// notes is a folder of n Markdown notes that name people and bodies as they come to the pen, each in one of its spellings,
// and the number of spellings beside the first that were used.
func notes(n int) (files []load.File, variants int) {
	rng := rand.New(rand.NewPCG(3, 4))
	spellings := [][]string{
		{"Securities and Exchange Commission", "Securities and Exchange Commission (SEC)", "SEC", "the Securities and Exchange Commission", "Securities & Exchange Comission"},
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
		files = append(files, load.InMemory(fmt.Sprintf("notes/%04d.md", i), fmt.Appendf(nil, "---\ndate: %d-%02d-%02d\ntitle: Note %d\nactors:\n  - %s\n  - Clerk %d\n---\nA note.\n",
			2000+i/336, 1+i/28%12, 1+i%28, i, name, i%300)))
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

// TestDoublesOfAFolderOfNotes asks that every body of two thousand notes is found under each of its spellings: those that
// the roster does not take for one are reported, and nobody else is.
func TestDoublesOfAFolderOfNotes(t *testing.T) {
	files, variants := notes(2000)
	p := load.Files(context.Background(), files, nil)
	tl := p.Index.Timeline()
	doubles := duplicates.Find(tl, index.New(tl).ListedIn)
	joined := tl.Actors() - 300 - 5
	if len(doubles) != joined || variants < joined {
		t.Errorf("%d doubles for %d actors too many", len(doubles), joined)
	}
	events := func(d duplicates.Pair) int {
		return p.Index.Select(query.Query{}.Only(query.ByDirect, tl.Actor(d.Actor).ID)).Len()
	}
	if !slices.IsSortedFunc(doubles, func(a, b duplicates.Pair) int { return events(b) - events(a) }) {
		t.Error("those that join most events are not first")
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

// BenchmarkFindDoubles goes through 5,000 actors, of whom some are doubles.
func BenchmarkFindDoubles(b *testing.B) {
	tl := testbuild.Synthetic(20_000, 5000)
	b.ReportAllocs()
	for b.Loop() {
		duplicates.Find(tl, index.New(tl).ListedIn)
	}
}

// foundIn reads a file.
func foundIn(name, text string) load.Progress {
	return load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil)
}
