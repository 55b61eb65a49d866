package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/diag/rule"
	"dateline/timeline/edtf"
	"dateline/timeline/query"
)

// textFile is a file that holds a text.
func textFile(name, text string) File {
	return File{Name: name, Size: int64(len(text)), Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

// loadText loads one file.
func loadText(t testing.TB, name, text string) Progress {
	t.Helper()
	p := Files(context.Background(), []File{textFile(name, text)}, nil)
	heedFaults(t, p)
	return p
}

// heedFaults fails where the program failed over what was loaded.
func heedFaults(t testing.TB, p Progress) {
	t.Helper()
	for _, one := range p.Problems {
		if one.Rule == rule.ProgramFault {
			t.Errorf("the program fails:\n%s", diag.Problems{one})
		}
	}
}

// loadGood loads one file that has no problems.
func loadGood(t testing.TB, name, text string) *timeline.Timeline {
	t.Helper()
	p := loadText(t, name, text)
	if len(p.Problems) > 0 {
		t.Fatalf("%s has problems:\n%s", name, p.Problems)
	}
	return p.Index.Timeline()
}

// said returns the dates and titles of the events in order.
func said(t *timeline.Timeline) []string {
	var events []string
	for i := range t.Len() {
		events = append(events, t.Date(i).EDTF()+" "+t.Event(i).Title)
	}
	return events
}

func ExampleFiles() {
	record := `
events:
  - date: 2025-09-20
    title: Yermak calls Rubio again
  - date: 2025-09-08
    title: Yermak speaks with Rubio
    actor: [Yermak, Rubio]
`
	file := InMemory("record.yaml", []byte(record))
	p := Files(context.Background(), []File{file}, nil)
	for t, i := p.Index.Timeline(), 0; i < t.Len(); i++ {
		fmt.Println(t.Date(i), "·", t.Event(i).Title)
	}
	fmt.Print(p.Problems)
	// Output:
	// 8 September 2025 · Yermak speaks with Rubio
	// 20 September 2025 · Yermak calls Rubio again
	// record.yaml:7:5: warning: unknown key `actor`
	//    7 |     actor: [Yermak, Rubio]
	//      |     ^^^^^
	//      = did you mean `actors`?
}

func TestLoadReadsEveryShape(t *testing.T) {
	for name, text := range map[string]string{
		"record.yaml": "events:\n  - date: 2025-09-08\n    title: Yermak speaks with Rubio\n    actors: [Yermak, Rubio]\n",
		"one event":   "events:\n  date: 2025-09-08\n  title: Yermak speaks with Rubio\n  actors: [Yermak, Rubio]\n",
		"list.yaml":   "- date: 2025-09-08\n  title: Yermak speaks with Rubio\n  actors: [Yermak, Rubio]\n",
		"event.yaml":  "date: 2025-09-08\ntitle: Yermak speaks with Rubio\nactors: [Yermak, Rubio]\n",
		"front.md":    "---\ndate: 2025-09-08\ntitle: Yermak speaks with Rubio\nactors: [Yermak, Rubio]\n---\n",
		"documents.yaml": "actors: [Yermak]\n---\n---\ndate: 2025-09-08\ntitle: Yermak speaks with Rubio\n" +
			"actors: [Yermak, Rubio]\n...\n",
		"record.json": `{"events": [{"date": "2025-09-08", "title": "Yermak speaks with Rubio", ` +
			`"actors": ["Yermak", "Rubio"]}]}`,
		"mark.yaml": "\ufeffdate: 2025-09-08\ntitle: Yermak speaks with Rubio\nactors: [Yermak, Rubio]\n",
		"crlf.yaml": "date: 2025-09-08\r\ntitle: Yermak speaks with Rubio\r\nactors: [Yermak, Rubio]\r\n",
		"cr.yaml":   "date: 2025-09-08\rtitle: Yermak speaks with Rubio\ractors: [Yermak, Rubio]\r",
		"foreign.yaml": "- start: 2025-09-08\n  title: Yermak speaks with Rubio\n  participants:\n    - Yermak\n" +
			"    - actor: Rubio\n",
		"anchors.yaml": "- &a\n  date: 2025-09-08\n  title: &t Yermak speaks with Rubio\n  people: &p [Yermak, Rubio]\n  location: *t\n",
	} {
		t.Run(name, func(t *testing.T) {
			got := loadGood(t, name, text)
			if diff := cmp.Diff([]string{"2025-09-08 Yermak speaks with Rubio"}, said(got)); diff != "" {
				t.Fatal(diff)
			}
			var actors []string
			for _, p := range got.Event(0).Actors {
				actors = append(actors, got.Actor(p.Actor).Name)
			}
			if diff := cmp.Diff([]string{"Yermak", "Rubio"}, actors); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLoadReadsEveryField(t *testing.T) {
	text, err := os.ReadFile("testdata/good-full.yaml")
	if err != nil {
		t.Fatal(err)
	}
	got := loadGood(t, "good-full.yaml", string(text))
	if got.Title() != "Calls between Kyiv and Washington" || got.Description() != "Who spoke with whom." {
		t.Errorf("head: %q, %q", got.Title(), got.Description())
	}
	find := func(name string) timeline.ActorRef {
		a, ok := got.FindActor(name)
		if !ok {
			t.Fatalf("no actor %s", name)
		}
		return a
	}
	yermak, office, rubio := find("yermak"), find("office"), find("Marco Rubio")
	i, ok := got.Find("call")
	if !ok {
		t.Fatal("no event call")
	}
	e := *got.Event(i)
	want := timeline.Event{
		ID: "call", Date: e.Date, Title: "Yermak calls Rubio: guarantees",
		Summary: "They spoke by telephone.\n\nMore is to follow.", Type: "call", Status: "confirmed", Location: "Kyiv",
		Actors: []timeline.Part{{Actor: yermak, Name: "yermak"}, {Actor: rubio, Name: "Marco Rubio", Role: "called"}},
		Tags:   []string{"guarantees"},
		Quotes: []timeline.Quote{{By: yermak, Text: "preparations for security guarantees", Source: 0}},
		Figures: []timeline.Figure{
			{Label: "drones", Value: "810", By: find("Air Force"), Source: 0},
			{
				Label: "dead", Low: "10", Best: "about 12", High: "18", Unit: "people",
				By: timeline.NoActor, Source: timeline.NoSource,
			},
		},
		Claims:  []timeline.Claim{{By: yermak, Text: "It went well.", Status: "reported", Source: 2}},
		Sources: []timeline.SourceRef{0, 1},
		Related: []string{"assembly"},
		Notes:   []string{"The hour is Kyiv's."},
		Pos:     diag.Pos{File: "good-full.yaml", Line: 24, Column: 5},
	}
	if diff := cmp.Diff(want, e, cmp.AllowUnexported(edtf.Date{})); diff != "" {
		t.Error(diff)
	}
	if e.Date.EDTF() != "2025-09-20T20:39+03:00" {
		t.Errorf("date %s", e.Date.EDTF())
	}
	a := got.Actor(yermak)
	if a.Kind != timeline.Person || len(a.Memberships) != 1 || a.Memberships[0].Of != office ||
		a.Memberships[0].End.EDTF() != "2025-11-28" {
		t.Errorf("actor %+v", a)
	}
	if parent := got.Actor(office).Parent; parent != find("Ukraine") || got.Actor(office).Kind != timeline.Organization {
		t.Errorf("office %+v", got.Actor(office))
	}
	if s := got.Source(0); s.Publisher != "Kyiv Independent" || s.Accessed.EDTF() != "2025-09-21" || s.Language != "en" {
		t.Errorf("source %+v", s)
	}
	if s := got.Source(1); s.Title != "A note" || got.Source(2).URL != "https://example.org/claim" {
		t.Errorf("sources %+v, %+v", s, got.Source(2))
	}
	if i, _ = got.Find("assembly"); got.Date(i).EDTF() != "2025-09-23/2025-09-29" || got.Event(i).Location != "New York" {
		t.Errorf("span %+v", got.Event(i))
	}
}

func TestLoadReadsGoodFiles(t *testing.T) {
	for name, want := range map[string][]string{
		"good-shapes.yaml": {
			"2025/2026-01 2025",
			"[2025-08-15,2025-08-16] Two days to choose from",
			"{2025-08-15,2025-08-17} Both days",
		},
		"good-maps.yaml":      {"2025-09-08 One event alone"},
		"good-event.yaml":     {"2025-09-08 One event"},
		"good-documents.yaml": {"2025-09-08 First", "2025-09-09 Second"},
		"good-anchors.yaml":   {"2025-09-08 First call", "2025-09-09 Second call", "2025-09-10 Meeting"},
	} {
		text, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, said(loadGood(t, name, string(text)))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestLoadKeepsUnknownKeys(t *testing.T) {
	p := loadText(t, "record.yaml", `mood: calm
actors:
  - {name: Yermak, height: 180, memberships: [{of: Office, rank: 1}]}
sources: [{id: s, pages: 3}]
events:
  - date: 2025-09-0x
    title: One
    weather: {sky: grey, wind: [3, 4]}
    quotes: [{text: hello}, {text: so, lang: uk}]
    when: |
      in the
      morning
`)
	got := p.Index.Timeline()
	for name, tt := range map[string]struct{ got, want []timeline.Field }{
		"record": {got.Other(), []timeline.Field{{Key: "mood", Value: "calm"}}},
		"actor": {got.Actor(0).Other, []timeline.Field{
			{Key: "height", Value: "180"},
			{Key: "memberships[0].rank", Value: "1"},
		}},
		"source": {got.Source(0).Other, []timeline.Field{{Key: "pages", Value: "3"}}},
		"event": {got.Event(0).Other, []timeline.Field{
			{Key: "weather", Value: "{sky: grey, wind: [3, 4]}"},
			{Key: "when", Value: "in the\nmorning"},
			{Key: "quotes[1].lang", Value: "uk"},
			{Key: "date", Value: "2025-09-0x"},
		}},
	} {
		if diff := cmp.Diff(tt.want, tt.got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestLoadMakesIDs(t *testing.T) {
	p := loadText(t, "record.yaml", `
- {date: 2025-09-08, title: Yermak speaks with Rubio}
- {date: 2022-02-24/.., title: "War: day one"}
- {date: 2025-09-20T20:39+03:00, title: Зеленський — Київ}
- {id: 2025-10-same, date: 2025-10, title: Given}
- {date: 2025-10, title: Same}
- {date: 2025-10, title: SAME!, tags: [twin]}
- {date: 2025, title: "…"}
`[1:])
	got := p.Index.Timeline()
	var ids []string
	for i := range got.Len() {
		ids = append(ids, got.ID(i))
		if j, ok := got.Find(got.ID(i)); !ok || j != i {
			t.Errorf("Find(%q) = %d, %v, want %d", got.ID(i), j, ok, i)
		}
	}
	want := []string{
		"2022-02-24-war-day-one", "2025", "2025-09-08-yermak-speaks-with-rubio", "2025-09-20-зеленський-київ",
		"2025-10-same", "2025-10-same-2", "2025-10-same-3",
	}
	if diff := cmp.Diff(want, ids); diff != "" {
		t.Error(diff)
	}
}

func TestLoadTellsPages(t *testing.T) {
	got := loadGood(t, "page.md", "---\ndate: 2025-09-08\ntitle: A page\n---\n"+
		"\nFirst.\r\n\nSecond: *all*\n\n---\n\nThird.\n")
	if want := "First.\n\nSecond: *all*\n\n---\n\nThird."; got.Written(0).Summary != want {
		t.Errorf("summary %q, want %q", got.Written(0).Summary, want)
	}
	got = loadGood(t, "page.md", "---\ntitle: A record\nevents: [{date: 2025-09-08, title: One}]\n---\nText.\n")
	if got.Description() != "Text." || got.Event(0).Summary != "" {
		t.Errorf("description %q, summary %q", got.Description(), got.Event(0).Summary)
	}
}

func TestLoadJoinsFiles(t *testing.T) {
	files := []File{
		textFile("events.yaml", "- {date: 2025-09-08, title: One, actors: [Rubio], sources: [ki], related: [two]}\n"),
		textFile("missing.yaml", ""),
		textFile("who.yaml", "actors: [{id: rubio, name: Marco Rubio, aliases: [Rubio]}]\n"+
			"sources: [{id: ki, title: An article}]\n"),
		textFile("more.yaml", "- {id: two, date: 2025-09-01, title: Two}\n"),
	}
	files[1].Open = func() (io.ReadCloser, error) {
		return nil, &fs.PathError{Op: "open", Path: "missing.yaml", Err: fs.ErrNotExist}
	}
	var published []Progress
	last := Files(context.Background(), files, func(p Progress) { published = append(published, p) })
	want := "missing.yaml: error: the file cannot be read: file does not exist\n"
	if diff := cmp.Diff(want, last.Problems.String()); diff != "" {
		t.Error(diff)
	}
	got := last.Index.Timeline()
	if diff := cmp.Diff([]string{"2025-09-01 Two", "2025-09-08 One"}, said(got)); diff != "" {
		t.Error(diff)
	}
	if name := got.Actor(got.Event(1).Actors[0].Actor).Name; name != "Marco Rubio" || !last.Done {
		t.Errorf("actor %s, done %v", name, last.Done)
	}
	if got.Source(got.Event(1).Sources[0]).Title != "An article" {
		t.Error("the source of another file is not found")
	}
	first := published[0].Index.Timeline()
	if diff := cmp.Diff([]string{"2025-09-08 One"}, said(first)); diff != "" || published[0].Done {
		t.Errorf("first portion: %s", diff)
	}
	if name := first.Actor(first.Event(0).Actors[0].Actor).Name; name != "Rubio" {
		t.Errorf("the first portion changed: its actor is now %s", name)
	}
	if !published[len(published)-1].Done {
		t.Error("the last portion is not published")
	}
}

func TestLoadStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	var files []File
	for i := range 5 {
		files = append(files, textFile(fmt.Sprintf("%d.yaml", i), fmt.Sprintf("- {date: 2025-09-0%d, title: One}\n", i+1)))
	}
	p := Files(ctx, files, func(Progress) { cancel() })
	if p.Done || p.Index.Timeline().Len() != 1 {
		t.Errorf("cancelled after the first file: %d events, done %v", p.Index.Timeline().Len(), p.Done)
	}
}

type failingReader struct{}

func (failingReader) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }
func (failingReader) Close() error             { return nil }

func TestLoadReportsWhatCannotBeRead(t *testing.T) {
	file := File{Name: "a\x1b[31m.yaml", Open: func() (io.ReadCloser, error) { return failingReader{}, nil }}
	p := Files(context.Background(), []File{file}, nil)
	want := "a␛[31m.yaml: error: the file cannot be read: the disk is gone\n"
	if diff := cmp.Diff(want, p.Problems.String()); diff != "" {
		t.Error(diff)
	}
	if p := Files(context.Background(), nil, nil); p.Problems.Errors() != 1 || p.Index.Timeline().Len() != 0 {
		t.Errorf("nothing to read: %s", p.Problems)
	}
}

// TestLoadEndsSoon loads what is made to take long. It has no limit of time but that of all tests.
func TestLoadEndsSoon(t *testing.T) {
	for name, text := range map[string]string{
		"many keys":          "date: 2025\ntitle: x\n" + numbered("k%d: 1\n", 20_000),
		"one key many times": "date: 2025\ntitle: x\n" + strings.Repeat("tags: [a]\n", 20_000),
		"open quotations":    "events:\n" + strings.Repeat("  - title: \"x\n", 5_000),
		"deep nesting":       "date: 2025\ntitle: x\nnest: " + strings.Repeat("[", 20_000),
		"deep lists":         strings.Repeat("- ", 20_000),
		"one long line":      "[" + strings.Repeat("{date: x, titel: y}, ", 2_000) + "]",
		"unknown references": "events:\n" + numbered("  - {id: event-%d, date: 2025, title: x, "+
			"related: [nowhere-%[1]d], sources: [nothing]}\n", 2_000),
		"one title on one day": strings.Repeat("- {date: 2025-09-08, title: The same title again}\n", 3_000),
		"many aliases": "- &a {date: 2025, title: x, actors: &b [" + strings.Repeat("a, ", 2_000) + "]}\n" +
			strings.Repeat("- *a\n", 2_000),
		"a megabyte of text": "date: 2025\ntitle: " + strings.Repeat("long ", 200_000),
	} {
		t.Run(name, func(t *testing.T) {
			p := loadText(t, "record.yaml", text)
			t.Logf("%d events, %s", p.Index.Timeline().Len(), p.Problems.Summary())
			if len(p.Problems) > diag.MaxProblems+1 || len(p.Problems.String()) > 10_000_000 {
				t.Errorf("%d problems, reported in %d bytes", len(p.Problems), len(p.Problems.String()))
			}
		})
	}
}

// numbered returns n lines, each made from its number.
func numbered(format string, n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, format, i)
	}
	return out.String()
}

// asking returns the query of a text, which must be one.
func asking(t interface{ Fatalf(string, ...any) }, text string) query.Query {
	q, err := query.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return q
}
