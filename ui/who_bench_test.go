package ui

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// manyActors is a record of n events and 5,000 actors with the names that people have.
func manyActors(n int) string {
	var b strings.Builder
	first, last := strings.Fields("Andriy Kyrylo Marco Olena Volodymyr Serhiy Maria Donald Emmanuel Ursula"),
		strings.Fields("zel rub mak bud yerm kul lav put shm svyr")
	b.WriteString("events:\n")
	for i := range n {
		a := i % 5000
		fmt.Fprintf(&b, "  - {date: %d-01-02, title: Event %d, actors: [%s %s%s%d, %s %s%s%d]}\n", 1990+i*30/n, i,
			first[a%10], strings.ToUpper(last[a/10%10][:1])+last[a/10%10][1:], last[a/100%10], a/1000, first[a/7%10],
			strings.ToUpper(last[a%10][:1])+last[a%10][1:], last[a/3%10], a%5)
	}
	return b.String()
}

// BenchmarkWhoLetter types each letter of names in the picker or the rail, and takes it back: letter, counts, what would
// be left and the frame together. The search is on the loop here, so that it counts.
func BenchmarkWhoLetter(b *testing.B) {
	for _, c := range []struct {
		name string
		w, h int
		text func() string
	}{
		{"picker/45", 120, 40, func() string { return manyEvents(45) }},
		{"picker/100000", 120, 40, func() string { return manyEvents(100_000) }},
		{"picker/100000 of 5000", 120, 40, func() string { return manyActors(100_000) }},
		{"rail/100000 of 5000", 200, 60, func() string { return manyActors(100_000) }},
		{"picker/1000000", 120, 40, func() string { return manyEvents(1_000_000) }},
	} {
		b.Run(c.name, func(b *testing.B) {
			if testing.Short() && strings.Contains(c.name, "1000000") {
				b.Skip()
			}
			d := bench(b, c.w, c.h, c.text())
			d.m.session.SearchApartFrom(math.MaxInt)
			d.update(keyMsg("a"))
			keys := []string{"m", "a", "k", "r", "u", "b"}
			for range 6 {
				keys = append(keys, "backspace")
			}
			b.ResetTimer()
			for i := 0; b.Loop(); i++ {
				d.update(keyMsg(keys[i%len(keys)]))
				d.frame()
			}
		})
	}
}

// BenchmarkRail changes the filter by one actor, and back, on a screen with a rail, which counts everything anew.
func BenchmarkRail(b *testing.B) {
	for _, n := range []int{45, 100_000, 1_000_000} {
		if testing.Short() && n > 100_000 {
			continue
		}
		for _, w := range []int{140, 200} {
			b.Run(fmt.Sprintf("%d/%d", w, n), func(b *testing.B) {
				d := bench(b, w, 60, manyEvents(n))
				d.m.session.SearchApartFrom(math.MaxInt)
				benchKeys(b, d, "2", "2", 1)
			})
		}
	}
}
