package index

import (
	"testing"

	"dateline/timeline/internal/testbuild"
	"dateline/timeline/testrecord"
)

// BenchmarkOthers looks who else begins so, which is asked with every filter. Beside it is the filter itself.
func BenchmarkOthers(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		x := New(testbuild.Synthetic(size.Events, 400))
		for _, text := range []string{"actor:p40", "actor:org1", "type:call"} {
			q := ask(b, text)
			b.Run(size.Name+"/others/"+text, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Others(q)
				}
			})
			b.Run(size.Name+"/select/"+text, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					x.Select(q)
				}
			})
		}
	}
}
