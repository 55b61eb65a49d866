package timeline

import (
	"testing"

	"dateline/timeline/edtf"
)

// To find the circles among actors, from each of them the next is asked for a few times, however long the chains are.
func TestCirclesInFewSteps(t *testing.T) {
	const n = 100_000
	for _, tt := range []struct {
		name string
		next func(a ActorRef) ActorRef
		want [][2]int // how many circles there are of a length
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

func TestHowLongAMembershipLasted(t *testing.T) {
	for _, tt := range []struct{ start, end, want string }{
		{"", "2025-07", "until July 2025"},
		{"2021~", "", "since c. 2021"},
		{"[2021,2022]", "2025", "2021 or 2022 – 2025"},
		{"[1950,1951]", "", "since 1950 or 1951"},
		{"", "{1950,1951}", "until 1950 and 1951"},
		{"", "", ""},
	} {
		start, _ := edtf.Parse(tt.start)
		end, _ := edtf.Parse(tt.end)
		m := Membership{Start: start, End: end}
		if got := m.when(); got != tt.want {
			t.Errorf("from %q to %q reads %q, want %q", tt.start, tt.end, got, tt.want)
		}
	}
}
