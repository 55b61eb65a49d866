package alike

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"dateline/timeline/names"
)

func ExampleTitles() {
	var day Titles
	for n, title := range []string{"Talks in Geneva", "A call", "Talks in Genewa!", "Talks of 3", "Talks of 4"} {
		day.Add(n, title)
	}
	day.Pairs(func(first, second int) { fmt.Println(first, second) })
	// Output: 0 2
}

// words are what titles of tests are made of.
var words = strings.Fields("the a of and in on with after before talks meeting call statement strike attack drone " +
	"missile guarantees sanctions envoy minister president secretary delegation summit ceasefire prisoners exchange " +
	"grain corridor power plant transformer зустріч делегація переговори 12 345")

// planted returns n titles, of which some are others with a slip or two, or as many as still say the same.
func planted(n int, seed uint64) []string {
	rng := rand.New(rand.NewPCG(seed, 1))
	titles := make([]string, n)
	for i := range titles {
		var said []string
		for range 4 + rng.IntN(7) {
			said = append(said, words[rng.IntN(len(words))])
		}
		titles[i] = strings.Join(said, " ")
		if i > 0 && rng.IntN(4) == 0 {
			titles[i] = slipped(rng, titles[rng.IntN(i)])
		}
	}
	return titles
}

// slipped returns a text with one to as many letters written wrong as a tenth of all, or none.
func slipped(rng *rand.Rand, text string) string {
	letters := []rune(text)
	for range rng.IntN(1 + len(letters)/10) {
		switch at := rng.IntN(len(letters) - 1); rng.IntN(4) {
		case 0:
			letters = slices.Delete(letters, at, at+1)
		case 1:
			letters = slices.Insert(letters, at, 'e')
		case 2:
			letters[at], letters[at+1] = letters[at+1], letters[at]
		default:
			letters[at] = 'o'
		}
	}
	return string(letters)
}

// gathered returns titles by their places.
func gathered(titles []string) *Titles {
	t := new(Titles)
	for n, text := range titles {
		t.Add(n, text)
	}
	return t
}

// saysTheSame is what Titles looks for, without any short cut.
func saysTheSame(one, other *title) bool {
	limit := min(len(one.text), len(other.text)) / 10
	return bytes.Equal(one.digits, other.digits) && (bytes.Equal(one.text, other.text) || limit > 0 &&
		max(len(one.text), len(other.text))-min(len(one.text), len(other.text)) <= 4*limit &&
		names.Distance(bytes.Runes(one.text), bytes.Runes(other.text), limit) <= limit)
}

// found returns the titles that say the same as some before them.
func found(t *testing.T, titles []string) map[int]bool {
	seconds := make(map[int]bool)
	day := gathered(titles)
	day.Pairs(func(first, second int) {
		if seconds[second] || first >= second || !saysTheSame(&day.all[first], &day.all[second]) {
			t.Errorf("%q is said to be %q", titles[second], titles[first])
		}
		seconds[second] = true
	})
	return seconds
}

// Of few titles all are found that say the same as one before them, with the first of those.
func TestOfFewTitlesAllAreFound(t *testing.T) {
	for seed := range uint64(200) {
		titles := planted(2+int(seed)%(maxCompared-1), seed)
		day := gathered(titles)
		got := make(map[int]int)
		day.Pairs(func(first, second int) { got[second] = first })
		for i := range titles {
			first := slices.IndexFunc(day.all[:i], func(one title) bool { return saysTheSame(&one, &day.all[i]) })
			if with, ok := got[i]; ok != (first >= 0) || ok && with != first {
				t.Errorf("of %d titles, %q is said to be that at %d, want %d", len(titles), titles[i], with, first)
			}
		}
	}
}

// Of many titles no fewer are found than those beside each other in alphabetical order, and most of what a comparison
// of each with each would find.
func TestOfManyTitlesMostAreFound(t *testing.T) {
	for _, n := range []int{10, 100, 1000, 10_000} {
		titles := planted(n, uint64(n))
		got := found(t, titles)
		day := gathered(titles)
		sorted := make([]*title, n)
		for i := range day.all {
			sorted[i] = &day.all[i]
		}
		slices.SortStableFunc(sorted, func(a, b *title) int { return bytes.Compare(a.text, b.text) })
		beside := 0
		for i := 1; i < n; i++ {
			if saysTheSame(sorted[i-1], sorted[i]) {
				beside++
				if second := max(sorted[i-1].number, sorted[i].number); !got[second] {
					t.Errorf("of %d: %q is beside another and not found", n, titles[second])
				}
			}
		}
		if n > 1000 {
			t.Logf("of %d titles %d are found, %d are beside each other", n, len(got), beside)
			continue
		}
		all := 0
		for i := range day.all {
			if slices.ContainsFunc(day.all[:i], func(one title) bool { return saysTheSame(&one, &day.all[i]) }) {
				all++
			}
		}
		t.Logf("of %d titles %d of %d are found, %d are beside each other", n, len(got), all, beside)
		if 20*len(got) < 19*all {
			t.Errorf("of %d titles %d of %d are found", n, len(got), all)
		}
	}
}

// However many titles are the same, each is found with the first of them.
func TestEqualTitlesAreFoundWithTheFirst(t *testing.T) {
	for _, n := range []int{3, maxCompared, maxCompared + 1, 1000} {
		titles := planted(n, uint64(n))
		for i := range titles {
			if i%3 != 0 {
				titles[i] = []string{"Air raid alert in the region", "12"}[i%2]
			}
		}
		day := gathered(titles)
		got := make(map[int]int)
		day.Pairs(func(first, second int) { got[second] = first })
		for i := range titles {
			first := slices.Index(titles, titles[i])
			if with, ok := got[i]; first < i && (!ok || with > first) {
				t.Errorf("of %d titles, %q at %d is said to be that at %d, want %d", n, titles[i], i, with, first)
			}
		}
	}
}

// No more edits are asked for than it takes.
func TestLettersCountNoMoreEditsThanThereAre(t *testing.T) {
	titles := planted(100, 7)
	titles = append(titles, strings.Repeat("a", 500), strings.Repeat("a", 200)+strings.Repeat("b", 300), "")
	for _, a := range titles {
		for _, b := range titles {
			var one, other counts
			one.of([]byte(a))
			other.of([]byte(b))
			if least, edits := one.edits(&other), names.Distance([]rune(a), []rune(b), 1000); least > edits {
				t.Fatalf("%q and %q are %d edits apart, not %d", a, b, edits, least)
			}
		}
	}
}

// BenchmarkPairs compares 10,000 titles, those of a day with each other.
func BenchmarkPairs(b *testing.B) {
	titles := planted(10_000, 1)
	for _, perDay := range []int{3, 7, 60, 100, 1000, 10_000} {
		b.Run(fmt.Sprintf("%d a day", perDay), func(b *testing.B) {
			var day Titles
			b.ReportAllocs()
			for b.Loop() {
				for from := 0; from < len(titles); from += perDay {
					day.Reset()
					for n, title := range titles[from:min(from+perDay, len(titles))] {
						day.Add(n, title)
					}
					day.Pairs(func(int, int) {})
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(titles)), "ns/title")
		})
	}
}
