package ui

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkBoxLetter types each letter of names in the box, and takes it back: what is on the loop and the frame
// together. What is found of the events comes off the loop there, and is not counted.
func BenchmarkBoxLetter(b *testing.B) {
	for name, text := range map[string]func() string{
		"45": func() string { return manyEvents(45) }, "2000": func() string { return manyEvents(2000) },
		"100000": func() string { return manyEvents(100_000) }, "100000 of 5000": func() string { return manyActors(100_000) },
		"1000000": func() string { return manyEvents(1_000_000) },
	} {
		b.Run(name, func(b *testing.B) {
			if testing.Short() && strings.Contains(name, "1000000") {
				b.Skip()
			}
			d := bench(b, 120, 40, text())
			d.update(keyMsg(":"))
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

// BenchmarkBoxOpens opens the box and the list of keys, and closes them.
func BenchmarkBoxOpens(b *testing.B) {
	for _, key := range []string{":", "?"} {
		for _, n := range []int{45, 100_000} {
			b.Run(fmt.Sprintf("%s/%d", key, n), func(b *testing.B) {
				benchKeys(b, bench(b, 120, 40, manyEvents(n)), key, "esc", 1)
			})
		}
	}
}
