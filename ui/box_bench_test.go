package ui

import (
	"fmt"
	"strings"
	"testing"
)

// BenchmarkBoxLetter types each letter of names or of a date in the box, and takes it back: what is on the loop and the
// frame together. What is found of the events comes off the loop there, and is not counted.
func BenchmarkBoxLetter(b *testing.B) {
	for name, text := range map[string]func() string{
		"45": func() string { return manyEvents(45) }, "2000": func() string { return manyEvents(2000) },
		"100000": func() string { return manyEvents(100_000) }, "100000 of 5000": func() string { return manyActors(100_000) },
		"1000000": func() string { return manyEvents(1_000_000) },
	} {
		if testing.Short() && strings.Contains(name, "1000000") {
			continue
		}
		d := bench(b, 120, 40, text())
		d.update(keyMsg(":"))
		for _, typed := range []string{"makrub", "8 sep 2010", "2010-09"} {
			b.Run(name+"/"+typed, func(b *testing.B) {
				keys := strings.Split(typed, "")
				for range typed {
					keys = append(keys, "backspace")
				}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					d.update(keyMsg(keys[i%len(keys)]))
					d.frame()
				}
				for !d.m.panes.box.Empty() {
					d.update(keyMsg("backspace"))
				}
			})
		}
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
