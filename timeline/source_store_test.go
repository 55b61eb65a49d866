package timeline

import (
	std "cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"dateline/timeline/diag"
	"dateline/timeline/edtf"
)

// aSource draws a source of a file, of which any field may be empty. Few texts are drawn, so that sources meet.
func aSource(t *rapid.T, file string) Source {
	text := func(name string, texts ...string) string {
		return rapid.SampledFrom(append(texts, "", "", "")).Draw(t, name)
	}
	s := Source{
		ID:    text("id", "s1", "s2", "https://example.org/2"),
		URL:   text("url", "https://example.org/1", "https://example.org/2"),
		Title: text("title", "s2", "A report", strings.Repeat("long ", 300)), Publisher: text("publisher", "Gazette"),
		Author: text("author", "Ann"), Language: text("language", "uk"), ArchiveURL: text("archive", "https://example.org/a"),
		Published: packedDate().Draw(t, "published"), Accessed: packedDate().Draw(t, "accessed"),
	}
	for range rapid.IntRange(0, 2).Draw(t, "fields") {
		s.Other = append(s.Other, Field{text("key", "tier"), text("value", "A"), rapid.Bool().Draw(t, "text")})
	}
	if rapid.Bool().Draw(t, "a record") {
		line, column := rapid.IntRange(0, 1<<30).Draw(t, "line"), rapid.IntRange(0, 300).Draw(t, "column")
		s.Pos = diag.Pos{File: file, Line: line, Column: column}
	}
	return s
}

// The sources that are drawn fill every field, or else a field would not be tried.
func TestDrawnSourcesFillEveryField(t *testing.T) {
	filled := map[string]bool{}
	source := rapid.Custom(func(t *rapid.T) Source { return aSource(t, "a.yaml") })
	for seed := range 200 {
		markFilled(filled, reflect.ValueOf(source.Example(seed)))
	}
	for name, ok := range filled {
		if !ok {
			t.Errorf("%s is empty in every source", name)
		}
	}
}

// A naive is a record that keeps each source and each citation as it comes.
type naive struct {
	records []Source
	cited   []citing
}

// A citing is the number of a record, or a text.
type citing struct {
	record int
	text   string
}

// add adds a record, unless the first with its id says the same, and returns its number.
func (n *naive) add(s Source) int {
	first := slices.IndexFunc(n.records, func(r Source) bool { return r.ID == s.ID })
	if s.ID != "" && first >= 0 {
		record := n.records[first]
		record.Pos = s.Pos
		if cmp.Equal(record, s, dates, cmpopts.EquateEmpty()) {
			return first
		}
	}
	n.records = append(n.records, s)
	return len(n.records) - 1
}

// sources returns all sources, and of each citation the one that it is.
func (n *naive) sources() (all, of []Source) {
	all = slices.Clone(n.records)
	for _, c := range n.cited {
		if c.text == "" {
			of = append(of, all[c.record])
			continue
		}
		first := -1
		for _, is := range []func(Source) bool{
			func(s Source) bool { return s.ID == c.text }, func(s Source) bool { return s.URL == c.text },
		} {
			if first < 0 {
				first = slices.IndexFunc(n.records, is)
			}
		}
		bare := SourceOf(c.text)
		if first < 0 {
			first = slices.IndexFunc(all[len(n.records):], func(s Source) bool { return cmp.Equal(s, bare, dates) })
			if first >= 0 {
				first += len(n.records)
			}
		}
		if first < 0 {
			first = len(all)
			all = append(all, bare)
		}
		of = append(of, all[first])
	}
	return all, of
}

var dates = cmp.AllowUnexported(edtf.Date{})

// The sources of a record are those of its batches, each as it went in, also after it was set back. A citation is the
// record that it names, by its id or else by its URL, or a source of its own. A Timeline that was made stays as it is.
func TestSourcesComeOutAsTheyWentIn(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b, now := NewBuilder(), naive{}
		made := map[*Timeline]naive{}
		events := 0
		for step := range rapid.IntRange(1, 12).Draw(t, "steps") {
			before, was, had := b.Checkpoint(), naive{slices.Clip(now.records), slices.Clip(now.cited)}, events
			batch, file := NewBatch(0), fmt.Sprint(step%2, ".yaml")
			for range rapid.IntRange(0, 5).Draw(t, "sources") {
				source := SourceDraft{Source: aSource(t, file)}
				cite := func(c Citation, as citing) {
					batch.AddEvent(&EventDraft{Title: fmt.Sprintf("%05d", events), Sources: []Citation{c}})
					now.cited = append(now.cited, as)
					events++
				}
				switch rapid.IntRange(0, 2).Draw(t, "way") {
				case 0:
					batch.AddSource(&source)
					now.add(source.Source)
				case 1:
					cite(batch.CiteSource(&source), citing{record: now.add(source.Source)})
				case 2:
					text := rapid.SampledFrom([]string{"s", "https://example.org/"}).Draw(t, "text") +
						fmt.Sprint(rapid.IntRange(1, 9).Draw(t, "number"))
					cite(batch.Cite(text, diag.Range{}), citing{text: text})
				}
			}
			b.Absorb(batch, file)
			made[b.Timeline(false)] = now
			if rapid.IntRange(0, 2).Draw(t, "back") == 0 {
				b.RollBack(before)
				now, events = was, had
			}
		}
		made[b.Timeline(true)] = now
		for timeline, want := range made {
			hasSources(t, timeline, want)
		}
	})
}

// hasSources fails unless a Timeline has the sources of n and no others.
func hasSources(t *rapid.T, timeline *Timeline, n naive) {
	wantAll, wantOf := n.sources()
	var all, of []Source
	var one Source
	for s := range SourceRef(timeline.Sources()) {
		timeline.ReadSource(s, &one) // with the list of the one before
		kept := one
		kept.Other = slices.Clone(one.Other)
		all = append(all, kept)
		if key := timeline.SourceKey(s); key != std.Or(one.ID, one.URL, one.Title) {
			t.Fatalf("source %d is called %q", s, key)
		}
	}
	for i := range timeline.Len() {
		of = append(of, *timeline.Source(timeline.Event(i).Sources[0]))
	}
	if diff := cmp.Diff(wantAll, all, dates, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("sources (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(wantOf, of, dates, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("citations (-want +got):\n%s", diff)
	}
}

// The text of sources that are there already is not kept.
func TestSourcesThatSayTheSameTakeNoRoom(t *testing.T) {
	const title = "What an article says"
	b := NewBuilder()
	for range 3 {
		batch := NewBatch(0)
		for _, id := range []string{"same", "", "same", "same"} {
			batch.AddSource(&SourceDraft{Source: Source{ID: id, Title: strings.Repeat(title, 10)}})
		}
		b.Absorb(batch, "record.yaml")
	}
	size := 0
	for _, text := range b.sources.texts {
		size += len(text.text)
	}
	if most := 5 * 10 * len(title); b.sources.len() != 4 || size > most {
		t.Errorf("%d sources in %d bytes, want 4 in at most %d", b.sources.len(), size, most)
	}
}
