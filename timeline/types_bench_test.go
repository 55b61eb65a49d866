package timeline_test

import (
	"testing"

	"dateline/timeline"
	"dateline/timeline/family"
)

// BenchmarkFamily asks for the families of the types of a record's events, one after the other: of types that are in
// the table, of such as have to be taken apart, and of such as a record puts somewhere itself.
func BenchmarkFamily(b *testing.B) {
	b.Run("known", func(b *testing.B) { families(b, "strike", "meeting", "statement", "aid") })
	b.Run("several words", func(b *testing.B) { families(b, "drone strike", "Press conference", "wedding", "Reports") })
}

func families(b *testing.B, types ...string) {
	var t timeline.Timeline
	b.ReportAllocs()
	n := 0
	for i := range b.N {
		if t.Family(types[i%len(types)]) != family.Other {
			n++
		}
	}
}
