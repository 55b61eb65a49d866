package load

import (
	"context"
	"encoding/json"
	"io"
	"regexp"
	"strings"
	"testing"
	"time"

	"dateline/timeline"
	"dateline/timeline/diag"
	"dateline/timeline/internal/filetext"
	"dateline/timeline/internal/yamldoc"
	"dateline/timeline/testrecord"
)

// cutShapes returns a generated record in shapes that have more in them than one list, by their names. They give the
// same number of events.
func cutShapes(tb testing.TB, events int) map[string]string {
	tb.Helper()
	plain := testrecord.Generate(events)
	head, items, _ := strings.Cut(plain, "\nevents:\n")
	head += "\n"
	list := regexp.MustCompile(`(?m)^  - `).Split(items, -1)[1:]
	half := len(list) / 2
	joined := func(items []string) string { return "events:\n  - " + strings.Join(items, "  - ") }
	tied, documents := "", "---\n"+head
	for i, item := range list {
		switch i % 10 {
		case 0:
			item += "    mood: &a" + strings.Repeat("b", i%7) + " [odd]\n"
		case 1:
			item += "    mood: *a" + strings.Repeat("b", (i-1)%7) + "\n"
		}
		tied += "  - " + item
		documents += "---\n" + regexp.MustCompile(`(?m)^    `).ReplaceAllString(list[i], "")
	}
	shapes := map[string]string{
		"plain":     plain,
		"documents": documents,
		"two lists": head + joined(list[:half]) + "---\n" + joined(list[half:]),
		"a head":    head + "---\n" + joined(list),
		"an end":    plain + "...\n",
		"directive": "%YAML 1.1\n---\n" + plain,
		"version":   "%YAML 1.2\n---\n" + plain,
		"versions":  "%YAML 1.2\n" + strings.ReplaceAll(documents, "\n---\n", "\n...\n%YAML 1.2\n---\n"),
		"anchor":    "defaults: &d {mood: odd}\n" + head + "events:\n  - " + strings.Join(list, "    <<: *d\n  - ") + "    <<: *d\n",
		"anchors":   head + "events:\n" + tied,
	}
	record := loadText(tb, "record.yaml", plain).Index.Timeline()
	all := struct {
		Title  string              `json:"title"`
		Events []map[string]string `json:"events"`
	}{Title: record.Title()}
	var e timeline.Event
	for i := range record.Len() {
		record.Read(i, &e)
		all.Events = append(all.Events, map[string]string{"date": e.Date.EDTF(), "title": e.Title, "summary": e.Summary})
	}
	for name, indent := range map[string]string{"JSON": "", "JSON in lines": "  "} {
		text, err := json.MarshalIndent(all, "", indent)
		if err != nil {
			tb.Fatal(err)
		}
		shapes[name] = string(text) + "\n"
	}
	shapes["JSON in one line"] = strings.ReplaceAll(shapes["JSON"], "\n", "")
	return shapes
}

// A waiting reads a text, and after its first part only when told.
type waiting struct {
	text  *strings.Reader
	shown chan struct{}
	late  bool
}

func (w *waiting) Read(p []byte) (int, error) {
	if read := int(w.text.Size()) - w.text.Len(); read > 2*filetext.FirstRead && !w.late {
		select {
		case <-w.shown:
		case <-time.After(10 * time.Second):
			w.late = true
		}
	}
	return w.text.Read(p[:min(len(p), filetext.FirstRead)])
}

// Wherever the beginning of a long file ends, its events can be shown.
func TestFirstEventsOfAnyBeginning(t *testing.T) {
	text := cutShapes(t, 300)["versions"]
	const events = 1 << 13
	begin := strings.Index(text, "\ndate:") + events
	for from := begin; from < begin+events; from++ {
		if text[from-1] != '\n' {
			continue
		}
		if yamldoc.NewReader(context.Background(), new(diag.File), new(diag.List), 1<<12).FirstPiece(text[:from]) == nil {
			t.Fatalf("nothing is read of %q", text[from-200:from])
		}
	}
}

// Events are shown while the rest of the file is still to come, whatever divides it, and all of it is read in pieces.
func TestFirstEventsOfAnyShape(t *testing.T) {
	shapes := cutShapes(t, 3000)
	for name, text := range shapes {
		t.Run(name, func(t *testing.T) {
			testFirstEvents(t, "record.yaml", text)
			if yamldoc.NewReader(context.Background(), new(diag.File), new(diag.List), 1<<15).InPieces(text) == nil {
				t.Error("it is not read in pieces")
			}
			if strings.HasPrefix(name, "JSON") {
				testFirstEvents(t, "record.json", text)
			}
		})
	}
	_, events, _ := strings.Cut(strings.TrimSuffix(shapes["JSON in one line"], "]}"), "[")
	testFirstEvents(t, "record.jsonl", strings.ReplaceAll(events, "},{", "}\n{"))
}

// testFirstEvents fails unless some of the 3,000 events of a text are shown before all of it has come.
func testFirstEvents(t *testing.T, name, text string) {
	t.Helper()
	w := &waiting{text: strings.NewReader(text), shown: make(chan struct{})}
	first := 0
	l := loader{record: timeline.NewBuilder(), piece: 1 << 15, publish: func(p Progress) {
		if n := p.Index.Timeline().Len(); n > 0 && first == 0 {
			first = n
			close(w.shown)
		}
	}}
	open := func() (io.ReadCloser, error) { return io.NopCloser(w), nil }
	last := l.load(context.Background(), []File{{Name: name, Size: int64(len(text)), Open: open}})
	if n := last.Index.Timeline().Len(); w.late || first >= n || n != 3000 {
		t.Errorf("%s: %d of %d events are shown first, late %t", name, first, n, w.late)
	}
}

// BenchmarkCut reads a record in each of these shapes, which all cost about what the plain one does for each byte.
func BenchmarkCut(b *testing.B) {
	const events = 30_000
	for name, text := range cutShapes(b, events) {
		b.Run(name, func(b *testing.B) {
			resetPeak()
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if n := loadText(b, "record.yaml", text).Index.Timeline().Len(); n != events {
					b.Fatalf("%d events", n)
				}
			}
			if peak := peakMemory(); peak > 0 {
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
			}
		})
	}
}

// BenchmarkBrokenEverywhere reads a record in which each event has the same fault.
func BenchmarkBrokenEverywhere(b *testing.B) {
	const events = 20_000
	title := regexp.MustCompile(`(?m)^    title: "?`)
	plain := testrecord.Generate(events)
	for name, fault := range map[string]string{"colons": "    title: a: b: c ", "quotes": "    title: \"", "brackets": "    title: ["} {
		text := title.ReplaceAllString(plain, fault)
		b.Run(name, func(b *testing.B) {
			resetPeak()
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if p := loadText(b, "record.yaml", text); p.Problems.Errors() == 0 {
					b.Fatal("nothing is wrong")
				}
			}
			if peak := peakMemory(); peak > 0 {
				b.ReportMetric(float64(peak)/1e6, "peak-MB")
			}
		})
	}
}
