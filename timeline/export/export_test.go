package export_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"dateline/timeline"
	"dateline/timeline/edtf"
	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/internal/testbuild"
	"dateline/timeline/load"
	"dateline/timeline/query"
)

func exported(t testing.TB, x *index.Index, f export.Format) string {
	t.Helper()
	var out bytes.Buffer
	if err := exportEvents(&out, x.Timeline(), x.Select(query.Query{}), 0, f, export.Emphasis{}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func curated(t testing.TB) *index.Index {
	t.Helper()
	text, err := os.ReadFile("../../events.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return recordOf("events.yaml", string(text)).Index
}

// Scripts rely on the keys and their order.
func TestExportJSONLinesKeys(t *testing.T) {
	want := []string{
		"id", "date", "earliest", "latest", "title", "type", "status", "location", "summary",
		"actors", "quotes", "figures", "claims", "sources", "tags", "related", "notes", "file", "line",
	}
	x := curated(t)
	lines := strings.Split(strings.TrimSuffix(exported(t, x, export.JSONLines), "\n"), "\n")
	if len(lines) != x.Timeline().Len() {
		t.Errorf("%d lines for %d events", len(lines), x.Timeline().Len())
	}
	for _, line := range lines {
		got := topLevelKeys(t, line)
		if len(got) > len(want) && got[len(want)] == "other" {
			got = got[:len(want)]
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%s\n%s", diff, line)
		}
	}
}

// topLevelKeys returns the keys of a JSON object in their order.
func topLevelKeys(t *testing.T, object string) []string {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(object))
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	var keys []string
	for d.More() {
		key, err := d.Token()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, key.(string))
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Fatal(err)
		}
	}
	return keys
}

func TestExportBounds(t *testing.T) {
	for _, test := range []struct{ date, want string }{
		{"2025-09", `"date":"2025-09","earliest":"2025-09-01","latest":"2025-09-30",`},
		{"2022-02-24/..", `"date":"2022-02-24/..","earliest":"2022-02-24","latest":null,`},
		{"-0044-03-15", `"date":"-0044-03-15","earliest":"-0044-03-15","latest":"-0044-03-15",`},
		{"Y17E7", `"date":"Y17E7","earliest":"Y5000001-01-01","latest":null,`},
		{"Y-17E7", `"date":"Y-17E7","earliest":null,"latest":"Y-5000001-12-31",`},
		{"../..", `"date":"../..","earliest":null,"latest":null,`},
		{"193", `"date":"193","earliest":"1930-01-01","latest":"1939-12-31",`},
		{"", `"date":"","earliest":null,"latest":null,`},
	} {
		got := exported(t, recordOf("x.yaml", fmt.Sprintf("- {date: %q, title: x}", test.date)).Index, export.JSONLines)
		if !strings.Contains(got, test.want) {
			t.Errorf("%q: no %s in %s", test.date, test.want, got)
		}
	}
}

func TestExportNothing(t *testing.T) {
	x := recordOf("x.yaml", "- {date: 2025, title: x}").Index
	names := "id,date,earliest,latest,title,type,status,location,summary," +
		"actors,quotes,figures,claims,sources,tags,related,notes,other,file,line"
	for f, want := range map[export.Format]string{
		export.Text: "", export.Markdown: "", export.JSON: "[]\n", export.JSONLines: "", export.CSV: names + "\n",
	} {
		var out bytes.Buffer
		err := exportEvents(&out, x.Timeline(), x.Select(query.Query{}), 1, f, export.Emphasis{})
		if err != nil || out.String() != want {
			t.Errorf("%s: %q, %v, want %q", f, out.String(), err, want)
		}
	}
}

func TestExportEmphasis(t *testing.T) {
	var out bytes.Buffer
	x := recordOf("x.yaml", "- {date: 2025, title: One, actors: [Rubio]}").Index
	e := export.Emphasis{
		Title: func(s string) string { return "*" + s + "*" },
		Name:  func(s string) string { return "_" + s + "_" },
	}
	if err := exportEvents(&out, x.Timeline(), x.Select(query.Query{}), 0, export.Text, e); err != nil {
		t.Fatal(err)
	}
	if want := "*2025  One*\n  _Rubio_\n"; out.String() != want {
		t.Errorf("%q, want %q", out.String(), want)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestExportSaysWhenWritingFails(t *testing.T) {
	x := curated(t)
	all := x.Select(query.Query{})
	for _, f := range export.Formats {
		for what, err := range map[string]error{
			"events":               exportEvents(brokenWriter{}, x.Timeline(), all, 0, f, export.Emphasis{}),
			"events with the head": exportHeaded(brokenWriter{}, x.Timeline(), all, 0, f),
			"actors":               export.Actors(brokenWriter{}, x, all, f, export.Emphasis{}),
		} {
			if err != io.ErrClosedPipe {
				t.Errorf("%s as %s: %v", what, f, err)
			}
		}
	}
}

// Whatever a record says, no format lets a terminal obey it, and JSON says what the record says.
func TestExportIsSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringOf(rapid.OneOf(
			rapid.Rune(),
			rapid.RuneFrom([]rune("\x00\a\t\n\r\x1b\x7f\u0080\u009b\u200e\u2028\u202e\u2066\ufeff\"\\<&a")),
		)), 3, 3).Draw(t, "texts")
		date, err := edtf.Parse("2025")
		if err != nil {
			t.Fatal(err)
		}
		d := testbuild.NewDraft()
		d.AddEvent(&timeline.EventDraft{
			ID: "x", Date: date, Title: texts[0], Summary: texts[1],
			Other:  []timeline.Field{{Key: texts[2], Value: texts[0]}},
			Actors: []timeline.PartDraft{{Actor: d.Mention(texts[2]), Name: texts[2], Role: texts[1]}},
		})
		x := index.New(d.Done())
		s := x.Select(query.Query{})
		for _, f := range export.Formats {
			var out bytes.Buffer
			if err := exportEvents(&out, x.Timeline(), s, 0, f, export.Emphasis{}); err != nil {
				t.Fatal(err)
			}
			for _, r := range out.String() {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
					t.Fatalf("%s: %U in %q", f, r, out.String())
				}
			}
			if f != export.JSONLines {
				continue
			}
			var got struct{ Title, Summary string }
			if err := json.Unmarshal(out.Bytes(), &got); err != nil {
				t.Fatal(err)
			}
			if got.Title != texts[0] || got.Summary != texts[1] {
				t.Fatalf("%q and %q became %q and %q", texts[0], texts[1], got.Title, got.Summary)
			}
		}
	})
}

// checkFormat returns what is wrong with n events or actors in a format that has rules of its own.
func checkFormat(f export.Format, text string, n int) error {
	switch f {
	case export.CSV:
		return checkCSV(text, n)
	case export.Markdown:
		return checkMarkdown(text)
	case export.YAML:
		var n yaml.Node
		if err := yaml.Unmarshal([]byte(text), &n); err != nil {
			return fmt.Errorf("not YAML: %w: %s", err, text)
		}
	case export.JSON:
		if !json.Valid([]byte(text)) {
			return fmt.Errorf("not JSON: %s", text)
		}
	}
	return nil
}

func BenchmarkExport(b *testing.B) {
	x := curated(b)
	for _, f := range export.Formats {
		b.Run(string(f), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(exported(b, x, f))))
			s := x.Select(query.Query{})
			for b.Loop() {
				if err := exportEvents(io.Discard, x.Timeline(), s, 0, f, export.Emphasis{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*s.Len()), "ns/event")
		})
	}
}

// exportEvents writes the events at the places from, from+1, … of s.
func exportEvents(w io.Writer, t *timeline.Timeline, s index.Selection, from int, f export.Format, e export.Emphasis) error {
	x := export.New(w, f, e)
	if err := x.Write(t, s, from); err != nil {
		return err
	}
	return x.Close()
}

// exportDraft writes all events of a draft.
func exportDraft(w io.Writer, d *testbuild.Draft, f export.Format, e export.Emphasis) error {
	x := index.New(d.Done())
	return exportEvents(w, x.Timeline(), x.Select(query.Query{}), 0, f, e)
}

// recordOf reads a file.
func recordOf(name, text string) load.Progress {
	return load.Files(context.Background(), []load.File{load.InMemory(name, []byte(text))}, nil)
}

// countActors returns how many actors take part in the events of s.
func countActors(x *index.Index, s index.Selection) (n int) {
	for _, events := range x.ActorCounts(s) {
		if events > 0 {
			n++
		}
	}
	return n
}
