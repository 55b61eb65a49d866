package load

import (
	"fmt"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
	"dateline/timeline/export"
	"dateline/timeline/internal/aliases"
	"dateline/timeline/internal/fastyaml"
	"dateline/timeline/query"
)

// keptValue returns what an event keeps of the value of an unknown key, and the problems of it.
func keptValue(t *testing.T, value string) (text, problems string) {
	t.Helper()
	p := loadText(t, "kept.yaml", kept+"  zork: "+value+"\n")
	for _, f := range p.Index.Timeline().Event(0).Other {
		if f.Key == "zork" {
			text = f.Value
		}
	}
	return text, p.Problems.String()
}

// A value that holds as much as is kept is kept whole. What it holds beyond that is left out, which is reported at the
// value.
func TestKeptValueIsCut(t *testing.T) {
	whole := strings.Repeat("word, ", aliases.MaxKept-2)
	text, problems := keptValue(t, "["+whole+"last]")
	if want := "[" + whole + "last]"; text != want {
		t.Errorf("%d bytes are kept of %d", len(text), len(want))
	}
	if strings.Contains(problems, "left out") {
		t.Errorf("%.300s", problems)
	}
	text, problems = keptValue(t, "["+whole+"last, more]")
	if want := "[" + whole + "last, …]"; text != want {
		t.Errorf("%d bytes are kept: …%s", len(text), text[max(0, len(text)-40):])
	}
	want := fmt.Sprintf("kept.yaml:3:9: error: this holds more than %d values; the others are left out", aliases.MaxKept)
	if !strings.Contains(problems, want) {
		t.Errorf("%.300s", problems)
	}
}

// A map is cut between its pairs, also within a list.
func TestKeptMapIsCut(t *testing.T) {
	var pairs strings.Builder
	for i := range aliases.MaxKept {
		fmt.Fprintf(&pairs, "\n    - key%d: v", i)
	}
	text, problems := keptValue(t, pairs.String())
	if !strings.HasPrefix(text, "- key0: v\n- key1: v\n") || !strings.HasSuffix(text, "\n- …") ||
		!strings.Contains(problems, "left out") {
		t.Errorf("%.60q … %q\n%.300s", text, text[max(0, len(text)-60):], problems)
	}
	text, problems = keptValue(t, "\n    a: ["+strings.Repeat("word, ", aliases.MaxKept)+"]\n    b: c")
	if !strings.HasSuffix(text, ", word, …]\n…: …") || !strings.Contains(problems, "left out") {
		t.Errorf("%q\n%.300s", text[max(0, len(text)-60):], problems)
	}
}

// A text whose lines would be indented very far is left out, and what is beside it is kept.
func TestKeptIndentationIsBounded(t *testing.T) {
	lines := "'b\n" + strings.Repeat("\n    b\n", 100_000) + "    '"
	text, problems := keptValue(t, strings.Repeat("[", 90)+lines+", beside"+strings.Repeat("]", 90))
	if want := strings.Repeat("[", 90) + "…, beside" + strings.Repeat("]", 90); text != want {
		t.Errorf("%.300q", text)
	}
	if !strings.Contains(problems, "kept.yaml:3:9: error: lines of texts stand too deep here") {
		t.Errorf("%.300s", problems)
	}
}

// A field that is nothing but small values is left out, whatever it is, and what is beside it is read.
func TestManySmallValuesAreLeftOut(t *testing.T) {
	for _, field := range []string{"tags", "zork"} {
		text := kept + "  " + field + ": [" + strings.Repeat("a,", fastyaml.MaxDense) + "]\n  location: here\n" +
			"- {date: 2025-01-02, title: Next}\n"
		p := loadText(t, "dense.yaml", text)
		record := p.Index.Timeline()
		if record.Len() != 2 || record.Event(0).Location != "here" || record.Event(1).Title != "Next" {
			t.Errorf("%s: %d events, %+v", field, record.Len(), record.Event(0))
		}
		want := fmt.Sprintf("dense.yaml:3:3: error: `%s` holds more than %d small values; it is left out", field,
			fastyaml.MaxDense)
		if said := p.Problems.String(); !strings.Contains(said, want) {
			t.Errorf("%.300s", said)
		}
	}
}

// A long record of short events is read, though it holds more values than a single one may.
func TestManyShortEventsAreNotLeftOut(t *testing.T) {
	const n = 80_000
	var list strings.Builder
	for i := range n - 1 {
		fmt.Fprintf(&list, "- {date: 2025, title: a%d}\n", i)
	}
	for _, first := range []string{"- {date: 2025, title: b}\n", "- &a {date: 2025, title: b}\n"} {
		p := loadText(t, "short.yaml", first+list.String())
		if got := p.Index.Timeline().Len(); got != n || p.Problems.Errors() > 0 {
			t.Errorf("%d events of %d after %q\n%.300s", got, n, first, p.Problems)
		}
	}
}

// Aliases of aliases lead as deep as a file is long. The stack of calls is bounded.
func TestDepthOfAliases(t *testing.T) {
	defer debug.SetMaxStack(debug.SetMaxStack(2 << 20))
	var chain strings.Builder
	const n = 40_000
	for i := 1; i < n; i++ { // in a field that takes no list, so that nobody follows them one by one
		fmt.Fprintf(&chain, "  - &a%d [*a%d]\n", i, i-1)
	}
	fmt.Fprintf(&chain, "  zork: *a%d\n", n-1)
	p := loadText(t, "chain.yaml", kept+"- date: 2025-01-02\n  title:\n  - &a0 x\n"+chain.String())
	if said := p.Problems.String(); p.Index.Timeline().Len() != 2 || !strings.Contains(said, "stands for too much") {
		t.Errorf("%d events\n%.600s", p.Index.Timeline().Len(), said)
	}
}

// The maps of a merge key count in their order, each with what it merges itself, and after the keys beside the merge
// key.
func TestMergesInMerges(t *testing.T) {
	p := loadText(t, "merge.yaml", "- date: 2025-01-02\n"+
		"  <<: [{type: a, <<: {type: b, status: b, location: b}}, {status: c, location: c, title: c}]\n"+
		"  title: own\n")
	e := p.Index.Timeline().Event(0)
	if got := e.Title + e.Type + e.Status + e.Location; got != "ownabb" || len(p.Problems) > 0 {
		t.Errorf("%q\n%s", got, p.Problems)
	}
}

// Every format writes what is kept of a bomb in about as many bytes as it has.
func TestKeptValueIsBoundedInExports(t *testing.T) {
	text := kept + "  zork: [" + strings.Repeat("several words, ", 2*aliases.MaxKept) + "]\n"
	x := loadText(t, "kept.yaml", text).Index
	for _, format := range export.Formats {
		var written strings.Builder
		if err := writeAll(&written, x.Timeline(), x.Select(query.Query{}), format); err != nil {
			t.Fatal(err)
		}
		out := written.String()
		if len(out) > 3*len(text) || !strings.Contains(out, "…") && !strings.Contains(out, `\u2026`) {
			t.Errorf("%v: %d bytes of %d", format, len(out), len(text))
		}
	}
}

// What is taken from a value of another shape leaves the value under its key as it is written.
func TestShapesAreKept(t *testing.T) {
	for _, key := range []string{"title", "summary", "description", "type", "status", "location", "place"} {
		for _, value := range []string{"[a, b]", "- a\n- b", "{name: a, text: b}"} {
			if strings.HasPrefix(value, "{") && (key == "type" || key == "status") {
				continue // it is none
			}
			block := " " + value
			if strings.HasPrefix(value, "-") {
				block = "\n  " + strings.ReplaceAll(value, "\n", "\n  ")
			}
			_, p := readOne(t, "a.yaml", "events:\n- date: 2024\n  "+key+":"+block+"\n")
			e := p.Index.Timeline().Event(0)
			if !slices.Contains(e.Other, timeline.Field{Key: key, Value: value}) {
				t.Errorf("%s: %s keeps %v", key, value, e.Other)
			}
		}
	}
}
