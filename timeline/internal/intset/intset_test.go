package intset_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"dateline/timeline/internal/intset"
)

func ExampleBits() {
	calls, meetings := intset.NewBits(100), intset.NewBits(100)
	calls.Set(7)
	meetings.SetAll(100)
	meetings.AndNot(calls)
	fmt.Println(calls.Count(), meetings.Count(), meetings.CountIn(calls))
	// Output: 1 99 0
}

func ExampleRows() {
	b := intset.NewRowsBuilder(2, 4) // the actors of two events
	b.Add(0)
	b.Add(2)
	b.End()
	b.Add(2)
	b.Add(2)
	b.End()
	actors := b.Done()
	events := actors.Invert(3)
	fmt.Println(actors.Row(1), events.Row(1), events.Row(2))
	// Output: [2] [] [0 1]
}

// limit is the number from which on there is none in the sets that are drawn.
const limit = 150

// TestBitsAreASet holds Bits against a map.
func TestBitsAreASet(t *testing.T) {
	numbers := rapid.MapOf(rapid.Int32Range(0, limit-1), rapid.Just(true))
	bits := func(of map[int32]bool) intset.Bits {
		b := intset.NewBits(limit)
		for i := range of {
			b.Set(i)
		}
		return b
	}
	rapid.Check(t, func(t *rapid.T) {
		one, other := numbers.Draw(t, "one"), numbers.Draw(t, "other")
		for name, c := range map[string]struct {
			do   func(b, c intset.Bits)
			want func(i int32) bool
		}{
			"none":    {func(_, _ intset.Bits) {}, func(i int32) bool { return one[i] }},
			"and":     {intset.Bits.And, func(i int32) bool { return one[i] && other[i] }},
			"or":      {intset.Bits.Or, func(i int32) bool { return one[i] || other[i] }},
			"and not": {intset.Bits.AndNot, func(i int32) bool { return one[i] && !other[i] }},
			"all":     {func(b, _ intset.Bits) { b.SetAll(limit) }, func(int32) bool { return true }},
		} {
			got, want := bits(one), []int32(nil)
			c.do(got, bits(other))
			for i := range int32(limit) {
				if c.want(i) {
					want = append(want, i)
				}
				if got.Has(i) != c.want(i) {
					t.Fatalf("%s: has %d is %t", name, i, got.Has(i))
				}
			}
			if all := slices.Collect(got.All()); !slices.Equal(all, want) || got.Count() != len(want) {
				t.Fatalf("%s: %d numbers %v, want %v", name, got.Count(), all, want)
			}
		}
		first := int32(-1)
		for first = range bits(one).All() {
			break
		}
		if min := slices.Min(append(slices.Collect(maps.Keys(one)), limit)); len(one) > 0 && first != min {
			t.Fatalf("the first number is %d, want %d", first, min)
		}
		both := bits(one)
		both.And(bits(other))
		if got := bits(one).CountIn(bits(other)); got != both.Count() {
			t.Fatalf("%d numbers are in both, want %d", got, both.Count())
		}
	})
}

// TestRows builds rows in two parts, of which the second calls its numbers otherwise, and turns them round.
func TestRows(t *testing.T) {
	row := rapid.SliceOf(rapid.Int32Range(0, 9))
	rapid.Check(t, func(t *rapid.T) {
		first, second := rapid.SliceOf(row).Draw(t, "first"), rapid.SliceOf(row).Draw(t, "second")
		reversed := []int32{9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
		var want, holders [][]int32
		holders = make([][]int32, 10)
		build := func(rows [][]int32, name func(int32) int32) *intset.RowsBuilder {
			b := intset.NewRowsBuilder(len(rows), 0)
			for _, row := range rows {
				var distinct []int32
				for _, n := range row {
					b.Add(n)
					if !slices.Contains(distinct, name(n)) {
						distinct = append(distinct, name(n))
						holders[name(n)] = append(holders[name(n)], int32(len(want)))
					}
				}
				b.End()
				want = append(want, distinct)
			}
			return b
		}
		b := build(first, func(n int32) int32 { return n })
		b.Join(build(second, func(n int32) int32 { return reversed[n] }), reversed)
		rows := b.Done()
		inverse := rows.Invert(10)
		if diff := cmp.Diff(want, content(&rows), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		if diff := cmp.Diff(holders, content(&inverse), cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// content returns the rows of r, each of the length that Lengths says.
func content(r *intset.Rows) [][]int32 {
	rows := make([][]int32, r.Len())
	for i, n := range r.Lengths() {
		rows[i] = r.Row(int32(i))[:n:n]
	}
	return rows
}
