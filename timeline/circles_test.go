package timeline

import "testing"

// Circles among actors are found in a number of steps that grows as the number of actors, however long the chains are.
func TestCirclesInFewSteps(t *testing.T) {
	const n = 100_000
	for _, tt := range []struct {
		name string
		next func(a ActorRef) ActorRef
		want [][2]int // number of circles, and their length
	}{
		{"a ring", func(a ActorRef) ActorRef { return (a + 1) % n }, [][2]int{{1, n}}},
		{"a chain up", func(a ActorRef) ActorRef {
			if a == n-1 {
				return NoActor
			}
			return a + 1
		}, nil},
		{"a chain down", func(a ActorRef) ActorRef { return a - 1 }, nil}, // NoActor is -1
		{"a chain into a ring of two", func(a ActorRef) ActorRef {
			if a == n-1 {
				return n - 2
			}
			return a + 1
		}, [][2]int{{1, 2}}},
		{"rings of one", func(a ActorRef) ActorRef { return a }, [][2]int{{n, 1}}},
		{"all under one", func(ActorRef) ActorRef { return 0 }, [][2]int{{1, 1}}},
	} {
		steps := 0
		lengths := map[int]int{}
		for _, circle := range circles(n, func(a ActorRef) ActorRef { steps++; return tt.next(a) }) {
			lengths[len(circle)]++
		}
		if steps > 3*n {
			t.Errorf("%s: %d steps for %d actors", tt.name, steps, n)
		}
		for _, want := range tt.want {
			if lengths[want[1]] != want[0] {
				t.Errorf("%s: circles by length are %v, want %d of %d", tt.name, lengths, want[0], want[1])
			}
		}
		if len(lengths) != len(tt.want) {
			t.Errorf("%s: circles by length are %v", tt.name, lengths)
		}
	}
}
