package provenance_test

import (
	"encoding/csv"
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/provenance"
	"dateline/timeline/query"
	"dateline/timeline/review"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

// cited returns a record whose events cite sources in every way.
func cited() *timeline.Timeline {
	d := testbuild.NewDraft()
	paper := d.Source(timeline.Source{ID: "paper", Title: "Paper", Publisher: "Press", URL: "https://a.example/1"})
	inPlace := func() timeline.Citation {
		return d.CiteSource(&timeline.SourceDraft{Source: timeline.Source{Title: "In place", URL: "https://b.example/2"}})
	}
	cite := func(refs ...timeline.Citation) func(*timeline.EventDraft) {
		return func(e *timeline.EventDraft) { e.Sources = append(e.Sources, refs...) }
	}
	d.Event("2025-01-01", "One", "", cite(paper, inPlace()))
	d.Event("2025-01-02", "Two", "", cite(inPlace(), d.Cite("https://c.example/3", diag.Range{})))
	d.Event("2025-01-03", "Three", "", func(e *timeline.EventDraft) {
		e.Quotes = []timeline.QuoteDraft{{By: timeline.NoMention, Text: "So", Source: inPlace()}}
		e.Sources = []timeline.Citation{d.Cite("A talk", diag.Range{})}
	})
	d.Event("2025-01-04", "Four", "", cite(d.CiteSource(&timeline.SourceDraft{Source: timeline.Source{
		URL: "https://c.example/3", ArchiveURL: "https://archive.example/c",
	}})))
	d.Source(timeline.Source{ID: "unused", Title: "Unused", URL: "javascript:alert(1)"})
	return d.Done()
}

// said returns the sources by their keys, each with the ids of its events.
func said(t *timeline.Timeline, uses []provenance.Use) (lines []string) {
	for _, u := range uses {
		line := t.SourceKey(u.Source)
		for _, i := range u.Events {
			line += " " + t.ID(i)
		}
		lines = append(lines, line)
	}
	return lines
}

// Sources count alike however they are cited, and those that are one come once.
func TestUses(t *testing.T) {
	r := cited()
	x := index.New(r)
	uses := provenance.Of(r, x.Select(query.Query{}))
	want := []string{"https://b.example/2 e0 e1 e2", "https://c.example/3 e1 e3", "paper e0", "A talk e2", "unused"}
	if diff := cmp.Diff(want, said(r, uses)); diff != "" {
		t.Error(diff)
	}
	q, _ := query.Parse("since:2025-01-03")
	want = []string{"https://b.example/2 e2", "https://c.example/3 e3", "A talk e2"}
	if diff := cmp.Diff(want, said(r, provenance.Of(r, x.Select(q)))); diff != "" {
		t.Errorf("of some events: %s", diff)
	}
	if diff := cmp.Diff([]string{"A talk e2"}, said(r, provenance.Lacking(r, uses, review.SourceAddress))); diff != "" {
		t.Errorf("without address: %s", diff)
	}
	want = []string{"https://b.example/2 e0 e1 e2", "paper e0", "unused"}
	if diff := cmp.Diff(want, said(r, provenance.Lacking(r, uses, review.SourceArchive))); diff != "" {
		t.Errorf("without archive: %s", diff)
	}
	want = []string{"https://a.example/1", "https://b.example/2", "https://c.example/3"}
	if diff := cmp.Diff(want, provenance.Addresses(r, uses, true, false)); diff != "" {
		t.Errorf("addresses: %s", diff)
	}
	if diff := cmp.Diff([]string{"https://archive.example/c"}, provenance.Addresses(r, uses, false, true)); diff != "" {
		t.Errorf("addresses of copies: %s", diff)
	}
}

// Whatever a record says, each format is whole and nothing of it is obeyed.
func TestFormatsAreSafe(t *testing.T) {
	for _, hostile := range append(testrecord.Hostile(), "=cmd|x", "a | b", "[x](javascript:y)", "-1+1") {
		d := testbuild.NewDraft()
		s := d.Source(timeline.Source{ID: hostile, Title: hostile, Publisher: hostile, URL: hostile, ArchiveURL: hostile})
		d.Event("2025-01-01", hostile, "", func(e *timeline.EventDraft) { e.Sources = []timeline.Citation{s} })
		r := d.Done()
		uses := provenance.Of(r, index.New(r).Select(query.Query{}))
		for _, f := range export.TableFormats {
			var out strings.Builder
			if err := provenance.Write(&out, r, uses, f, export.Emphasis{}); err != nil {
				t.Fatal(err)
			}
			for _, r := range strings.ReplaceAll(out.String(), "\n", "") {
				if sanitize.Escapes(r) {
					t.Errorf("%s: %q has %q", f, out.String(), r)
				}
			}
			switch f {
			case export.CSV:
				rows, err := csv.NewReader(strings.NewReader(out.String())).ReadAll()
				if err != nil || len(rows) != 2 || strings.HasPrefix(rows[1][1], "=") {
					t.Errorf("%v: %q", err, out.String())
				}
			case export.JSON:
				var all []struct{ Title string }
				if err := json.Unmarshal([]byte(out.String()), &all); err != nil || len(all) != 1 {
					t.Errorf("%v: %q", err, out.String())
				}
			}
		}
	}
}

// What it costs grows with the events and the sources, whether these are few or stand in the events.
func BenchmarkOf(b *testing.B) {
	const n = 10_000
	few, inPlace := testbuild.NewDraft(), testbuild.NewDraft()
	var shared []timeline.Citation
	for i := range 50 {
		shared = append(shared, few.Source(timeline.Source{ID: "s" + strconv.Itoa(i), URL: "https://a.example/" + strconv.Itoa(i)}))
	}
	for i := range n {
		few.Event("2025-01-01", "Event", "", func(e *timeline.EventDraft) { e.Sources = shared[i%50 : i%50+1] })
		s := inPlace.CiteSource(&timeline.SourceDraft{Source: timeline.Source{URL: "https://b.example/" + strconv.Itoa(i)}})
		inPlace.Event("2025-01-01", "Event", "", func(e *timeline.EventDraft) { e.Sources = []timeline.Citation{s} })
	}
	for name, r := range map[string]*timeline.Timeline{"few": few.Done(), "in place": inPlace.Done()} {
		s := index.New(r).Select(query.Query{})
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				provenance.Of(r, s)
			}
		})
	}
}
