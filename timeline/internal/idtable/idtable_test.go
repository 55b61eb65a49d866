package idtable

import (
	"fmt"
	"maps"
	"testing"

	"pgregory.net/rapid"
)

// A Table finds what a map finds, after any order of adding, forgetting and renumbering.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var ids []string // of each event
		table := Table{Of: func(event int) string { return ids[event] }}
		known := map[string]int32{}
		t.Repeat(map[string]func(*rapid.T){
			"": func(t *rapid.T) {
				for i := range 30 {
					id := fmt.Sprint("e", i)
					got, ok := table.Find(id)
					if want, is := known[id]; ok != is || ok && got != want {
						t.Fatalf("%s is found at %d, %t; want %d, %t", id, got, ok, want, is)
					}
				}
			},
			"add": func(t *rapid.T) {
				id := fmt.Sprint("e", rapid.IntRange(0, 29).Draw(t, "id"))
				ids = append(ids, id)
				if _, taken := known[id]; !taken {
					known[id] = int32(len(ids) - 1)
					table.Add(int32(len(ids) - 1))
				}
			},
			"make room": func(t *rapid.T) { table.Grow(rapid.IntRange(0, 200).Draw(t, "more")) },
			"forget": func(t *rapid.T) {
				n := rapid.IntRange(0, len(ids)).Draw(t, "events")
				maps.DeleteFunc(known, func(_ string, number int32) bool { return int(number) >= n })
				table.Forget(n)
				ids = ids[:n]
			},
			"renumber": func(t *rapid.T) {
				numbers := make([]int32, len(ids)) // in reverse
				turned := make([]string, len(ids))
				for i, id := range ids {
					numbers[i] = int32(len(ids) - 1 - i)
					turned[numbers[i]] = id
				}
				for id, n := range known {
					known[id] = numbers[n]
				}
				ids = turned
				table.Renumber(numbers)
			},
		})
	})
}
