package publish_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/timeline/export"
	"dateline/timeline/index"
	"dateline/timeline/load"
	"dateline/timeline/publish"
	"dateline/timeline/query"
	"dateline/timeline/sanitize"
	"dateline/timeline/testrecord"
)

func recordOf(text string) *index.Index {
	return load.Files(context.Background(), []load.File{load.InMemory("a.yaml", []byte(text))}, nil).Index
}

// wholes are the formats that package export does not write.
func wholes() []export.Format { return publish.Formats()[len(export.Formats):] }

func written(t testing.TB, f export.Format, v publish.View) string {
	t.Helper()
	var out bytes.Buffer
	if err := publish.Write(&out, f, v); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// obeyed returns the first character that a terminal would obey or that a reader cannot see, 0 if there is none.
func obeyed(text string) rune {
	if !utf8.ValidString(text) {
		return utf8.RuneError
	}
	for _, r := range text {
		if !strings.ContainsRune("\r\n\t\u200c\u200d", r) && sanitize.Line("a"+string(r)) != "a"+string(r) {
			return r
		}
	}
	return 0
}

func TestNothingHostileIsWritten(t *testing.T) {
	for _, text := range testrecord.Hostile() {
		x := recordOf(testrecord.EveryField(text))
		notes := map[string]string{x.Timeline().ID(0): text}
		for _, f := range wholes() {
			out := written(t, f, publish.View{Index: x, Events: x.Select(query.Query{}), Notes: notes})
			if r := obeyed(out); r != 0 {
				t.Errorf("%q: %s holds %U", text, f, r)
			}
		}
	}
}

const record = `title: The head
events:
  - {id: first, date: 2025-01-01, title: One, type: call, actors: [Anna, Bert]}
  - {id: second, date: 2025-02-01, title: Two, type: call, actors: [Carl, Dora]}
  - {id: never, title: Three}
`

// TestWholes holds of each format that makes one whole of a view: it is the same when it is written again, begins where
// the view does, has the head only where that is wanted, says what it leaves out, and fails with the writer.
func TestWholes(t *testing.T) {
	x := recordOf(record)
	for _, f := range wholes() {
		v := publish.View{Index: x, Events: x.Select(query.Query{})}
		whole := written(t, f, v)
		if written(t, f, v) != whole {
			t.Errorf("%s is another when it is written again", f)
		}
		if publish.HasHead(f) != strings.Contains(whole, "The head") {
			t.Errorf("%s says it has a head: %t\n%s", f, publish.HasHead(f), whole)
		}
		v.From, v.Headless = 1, true
		rest := written(t, f, v)
		named := map[export.Format]string{publish.ICS: "One", publish.TimelineJS: "One"}[f]
		if named == "" {
			named = "Anna"
		}
		titled := strings.Contains(rest, "The head") && f != publish.HTML // a page has a title
		if !strings.Contains(whole, named) || strings.Contains(rest, named) || titled {
			t.Errorf("%s from the second event on:\n%s", f, rest)
		}
		v.From = 3
		written(t, f, v)
		if err := publish.Write(failing{}, f, v); !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: the error of the writer is %v", f, err)
		}
	}
}

// failing is a writer that fails.
type failing struct{}

func (failing) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	x := recordOf(record)
	for f, want := range map[export.Format]string{
		publish.ICS: "1 event without a date", publish.TimelineJS: "1 event without a date",
		publish.SVG: "", publish.DOT: "", publish.Mermaid: "",
	} {
		said := ""
		v := publish.View{Index: x, Events: x.Select(query.Query{}), LeftOut: func(what string) { said += what }}
		if written(t, f, v); said != want {
			t.Errorf("%s leaves out %q", f, said)
		}
	}
}

// BenchmarkWholes writes each format of two shapes of 10,000 events: twenty a day, and a hundred on each day.
func BenchmarkWholes(b *testing.B) {
	for name, text := range map[string]string{"spread": testrecord.Generate(10_000), "dense": testrecord.Dense(10_000)} {
		x := recordOf(text)
		v := publish.View{Index: x, Events: x.Select(query.Query{})}
		for _, f := range wholes() {
			b.Run(name+"/"+string(f), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if err := publish.Write(io.Discard, f, v); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
