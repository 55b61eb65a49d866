package stub_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/stub"
	"dateline/timeline/testrecord"
)

// at returns a record of events at some lines of a file.
func at(name string, lines ...int) *timeline.Timeline {
	d, b := testbuild.NewDraft(), timeline.NewBuilder()
	for _, line := range lines {
		d.Event("2025-01-01", "Event", "", func(e *timeline.EventDraft) { e.Pos = diag.Pos{Line: line, Column: 1} })
	}
	b.Absorb(d.Batch, name)
	return b.Timeline(true)
}

// Whatever a file has become since its record was read, its form is found, and what is written is a place in it.
func TestAnyFileHasAForm(t *testing.T) {
	texts := append(testrecord.Hostile(), "", "\n", "- ", "-", "---", "events:\n  -\n  - {", "a,b\n", "{", "{}\n[")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(append(texts, "  ", ": ", "date: 2025\n", "- title: A\n"))).Draw(t, "text"), "")
		name := "x" + rapid.SampledFrom([]string{".yaml", ".md", ".csv", ".jsonl", ".json", ".toml", ".ics", ""}).Draw(t, "ending")
		f := stub.FormOf(name, text, at(name, rapid.SliceOf(rapid.IntRange(0, 9)).Draw(t, "lines")...))
		v := stub.Values{Date: "2025-09-08", Title: "A title", Actors: []string{"A"}}
		v.ID = f.ID(v.Date, v.Title)
		written := f.Write(v)
		if joined, _ := f.Joined(written); v.ID == "" || written == "" || !strings.Contains(joined, strings.TrimSpace(written)) {
			t.Errorf("%q: %q gives %q", text, written, joined)
		}
		for plainer := f.Plainer(); plainer != nil; plainer = plainer.Plainer() {
			plainer.Where(name, v)
		}
	})
}

// The form of a file is found in time in proportion to it, whether its events are many or long.
func BenchmarkFormOf(b *testing.B) {
	var many, long strings.Builder
	var manyAt, longAt []int
	for i := range 20_000 {
		manyAt = append(manyAt, 3*i+1)
		fmt.Fprintf(&many, "- id: e%d\n  date: 2025-01-01\n  title: Event\n", i)
	}
	for i := range 20 {
		longAt = append(longAt, 1003*i+1)
		fmt.Fprintf(&long, "- id: e%d\n  date: 2025-01-01\n  summary: |\n%s", i, strings.Repeat("    A line.\n", 1000))
	}
	for name, of := range map[string]struct {
		text  string
		lines []int
	}{"many": {many.String(), manyAt}, "long": {long.String(), longAt}} {
		r := at("x.yaml", of.lines...)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				stub.FormOf("x.yaml", of.text, r)
			}
		})
	}
}
