package fulltext

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline/fold"
	"dateline/timeline/internal/intset"
	"dateline/timeline/internal/parallel"
	"dateline/timeline/internal/testbuild"
)

func ExampleIndex_Search() {
	t := testbuild.Talks()
	words := New(t, listedIn(t), nil, parallel.All())
	for _, needle := range []string{" secur", " secur ", " marco rubio "} {
		found := intset.NewBits(t.Len())
		words.Search(context.Background(), needle, nil, found)
		fmt.Printf("%q\n", needle)
		for i := range found.All() {
			fmt.Println("  " + t.EventTitle(int(i)))
		}
	}
	// Output:
	// " secur"
	//   Yermak speaks with Rubio
	// " secur "
	// " marco rubio "
	//   Yermak speaks with Rubio
	//   Somebody hopes
}

// TestSearch holds searches of a record of several shares, in any order, against a look at every field.
func TestSearch(t *testing.T) {
	tl := testbuild.Synthetic(3*512+70, 40)
	var texts []string // of every event
	for i := range tl.Len() {
		e := tl.Event(i)
		fields := append([]string{e.Title, e.Summary, e.Location}, e.Tags...)
		for _, part := range e.Actors {
			fields = append(fields, tl.Actor(part.Actor).Name)
		}
		for n, field := range fields {
			fields[n] = " " + fold.Fold(field) + " "
		}
		texts = append(texts, strings.Join(fields, "\n"))
	}
	words := New(tl, listedIn(tl), nil, parallel.All())
	needles := rapid.SampledFrom([]string{
		" t", " tr", " transformer", " kickb",
		" зустр", " zel", " zzqx", " security guarantees ", " in capital to ", " kyiv", " ministry of",
	})
	over, end := context.WithCancel(context.Background())
	end()
	rapid.Check(t, func(t *rapid.T) {
		needle := needles.Draw(t, "needle")
		if rapid.Bool().Draw(t, "given up before") {
			words.Search(over, needle, nil, intset.NewBits(tl.Len()))
		}
		var within intset.Bits
		if few := rapid.SampledFrom([]int{0, 1, 7, 100}).Draw(t, "one event of"); few > 0 {
			within = intset.NewBits(tl.Len())
			for i := 0; i < tl.Len(); i += few {
				within.Set(int32(i))
			}
		}
		found := intset.NewBits(tl.Len())
		words.Search(context.Background(), needle, within, found)
		var want []int32
		for i, text := range texts {
			if strings.Contains(text, needle) && (within == nil || within.Has(int32(i))) {
				want = append(want, int32(i))
			}
		}
		if within != nil {
			found.And(within)
		}
		if got := slices.Collect(found.All()); !slices.Equal(got, want) {
			t.Fatalf("%q is found in %d events, want %d", needle, len(got), len(want))
		}
	})
}

// A search that waits for another's turn is given up as one that is under way is, and finds all when it has its turn.
func TestASearchWaitsForItsTurn(t *testing.T) {
	tl := testbuild.Talks()
	words := New(tl, listedIn(tl), nil, parallel.All())
	words.turn <- struct{}{}
	over, end := context.WithCancel(context.Background())
	end()
	found := intset.NewBits(tl.Len())
	words.Search(over, " secur", nil, found)
	done := make(chan struct{})
	go func() {
		defer close(done)
		words.Search(context.Background(), " secur", nil, found)
	}()
	<-words.turn
	<-done
	if found.Count() != 1 || len(words.turn) != 0 {
		t.Errorf("%d events are found, and %d searches are under way", found.Count(), len(words.turn))
	}
}
