package kept

import (
	"fmt"
	"path/filepath"
	"testing"
)

// BenchmarkChange changes one record among a thousand, in a file of 300 KB.
func BenchmarkChange(b *testing.B) {
	s := &Store[List]{Path: filepath.Join(b.TempDir(), "state.json"), Record: "a"}
	for i := range 1000 {
		other := &Store[List]{Path: s.Path, Record: fmt.Sprintf("/home/reader/records/%d.yaml", i)}
		if _, err := other.Change(func(l *List) {
			for range 10 {
				l.Items = append(l.Items, "2025-09-08-yermak-rubio")
			}
		}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.Change(func(l *List) { l.Items = []string{"one"} }); err != nil {
			b.Fatal(err)
		}
	}
}
