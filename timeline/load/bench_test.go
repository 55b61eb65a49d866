package load

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"dateline/timeline/internal/filetext"
	"dateline/timeline/testrecord"
)

// plainRecord is what a program without this package might read a record into.
type plainRecord struct {
	Title  string
	Actors []struct {
		ID, Name, Kind string
		Aliases        []string
	}
	Sources []struct{ ID, Title, Publisher, URL string }
	Events  []struct {
		ID, Date, Title, Summary, Type, Location string
		Actors, Tags, Sources                    []string
		Quotes                                   []struct{ By, Text, Source string }
		Figures                                  []struct{ Label, Value, Unit string }
	}
}

// generatedFile writes a generated record to a file.
func generatedFile(b *testing.B, text string) File {
	b.Helper()
	out, err := os.CreateTemp(b.TempDir(), "*.yaml")
	if err != nil {
		b.Fatal(err)
	}
	size, err := io.WriteString(out, text)
	if err != nil || out.Close() != nil {
		b.Fatal("cannot write", out.Name(), err)
	}
	return File{Name: out.Name(), Size: int64(size), Open: func() (io.ReadCloser, error) { return os.Open(out.Name()) }}
}

// BenchmarkLoad reads a file, with every filter live at the end, and reports when the first events were there
// (first-ms) and the most memory that the process took (peak-MB). It does so with a record that cites its sources, one
// that has them in its events, and one with many events a day. Beside the first are its floor, reading and UTF-8
// checking, the same events one by one through yaml.v3, and yaml.v3 alone. The last takes 11 GB and a minute for a
// million events, and is left out there.
func BenchmarkLoad(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		var file File
		run := func(name string, load func(*testing.B) error) {
			b.Run(size.Name+"/"+name, func(b *testing.B) {
				resetPeak()
				b.ReportAllocs()
				b.SetBytes(file.Size)
				for b.Loop() {
					if err := load(b); err != nil {
						b.Fatal(err)
					}
				}
				if peak := peakMemory(); peak > 0 {
					b.ReportMetric(float64(peak)/1e6, "peak-MB")
				}
			})
		}
		load := func(b *testing.B) error {
			start, portions := time.Now(), 0
			p := Files(context.Background(), []File{file}, func(Progress) {
				if portions++; portions == 1 {
					b.ReportMetric(float64(time.Since(start).Microseconds())/1e3, "first-ms")
				}
			})
			if p.Index.Timeline().Len() != size.Events || p.Problems.Errors() > 0 {
				return fmt.Errorf("%d events, %s", p.Index.Timeline().Len(), p.Problems)
			}
			return nil
		}
		file = generatedFile(b, testrecord.InPlace(size.Events))
		run("load-in-place", load)
		file = generatedFile(b, testrecord.Dense(size.Events))
		run("load-dense", load)
		file = generatedFile(b, testrecord.Generate(size.Events))
		run("load", load)
		run("floor", func(*testing.B) error {
			text, err := file.text(filetext.MaxRecord).All(context.Background(), func(string) {}, nil)
			if !utf8.ValidString(text) {
				return fmt.Errorf("not UTF-8: %v", err)
			}
			return err
		})
		if size.Events > 100_000 {
			continue
		}
		text, err := file.text(filetext.MaxRecord).All(context.Background(), func(string) {}, nil)
		if err != nil {
			b.Fatal(err)
		}
		// which only yaml.v3 understands
		odd := textFile(file.Name, strings.ReplaceAll(text, "  - id:", "  - !!map\n    id:"))
		run("yaml.v3-pieces", func(*testing.B) error {
			if p := Files(context.Background(), []File{odd}, nil); p.Index.Timeline().Len() != size.Events {
				return fmt.Errorf("%d events", p.Index.Timeline().Len())
			}
			return nil
		})
		run("yaml.v3-structs", func(*testing.B) error { return yaml.Unmarshal([]byte(text), new(plainRecord)) })
		run("yaml.v3-nodes", func(*testing.B) error { return yaml.Unmarshal([]byte(text), new(yaml.Node)) })
	}
}

// BenchmarkLoadBroken reads a record in which the titles of some events are broken, beside the same without a fault.
func BenchmarkLoadBroken(b *testing.B) {
	for _, size := range testrecord.Sizes() {
		if size.Events < 10_000 || size.Events > 100_000 {
			continue
		}
		n := size.Events
		sound := testrecord.Generate(n)
		run := func(name, line string, broken ...int) {
			b.Run(size.Name+"/"+name, func(b *testing.B) {
				text := sound
				for _, i := range broken {
					text = breakTitle(text, i, line)
				}
				resetPeak()
				b.ReportAllocs()
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					p := Files(context.Background(), []File{textFile("record.yaml", text)}, nil)
					if p.Index.Timeline().Len() != n || p.Problems.Errors() != len(broken) {
						b.Fatal(p.Index.Timeline().Len(), p.Problems)
					}
				}
				if peak := peakMemory(); peak > 0 {
					b.ReportMetric(float64(peak)/1e6, "peak-MB")
				}
			})
		}
		run("sound", "")
		for _, kind := range []string{"colon", "open quotation", "crooked", "at the margin"} {
			run(kind+"/start", brokenTitles[kind], 3)
			run(kind+"/middle", brokenTitles[kind], n/2)
			run(kind+"/end", brokenTitles[kind], n-3)
			run(kind+"/ten", brokenTitles[kind], 3, n/9, n/8, n/7, n/6, n/5, n/4, n/3, n/2, n-3)
		}
	}
}

// BenchmarkFolder reads folders of short files, as pages and as YAML, beside the floor of opening and reading them.
func BenchmarkFolder(b *testing.B) {
	for _, kind := range []struct {
		name, file, text string
		files            int
	}{
		{"pages", "p%05d.md", "---\ndate: 2025-01-%02d\ntitle: Talks about page %d\nactors: [Anna, Boris]\ntags: [a, b]\n" +
			"sources: [https://example.org/%[2]d]\n---\n\n" + strings.Repeat("Words about it. ", 25) + "\n", 5000},
		{"yaml", "p%05d.yaml", "events:\n" + strings.Repeat("- date: 2025-01-%02[1]d\n  title: Talks %[2]d\n"+
			"  summary: >-\n    "+strings.Repeat("Words about it. ", 25)+"\n  actors: [Anna, Boris]\n", 50), 500},
	} {
		folder := b.TempDir()
		for n := range kind.files {
			text := fmt.Sprintf(kind.text, 1+n%28, n)
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf(kind.file, n)), []byte(text), 0o600); err != nil {
				b.Fatal(err)
			}
		}
		files, _ := Folder(os.DirFS(folder), folder)
		run := func(name string, load func() int) {
			b.Run(kind.name+"/"+name, func(b *testing.B) {
				resetPeak()
				b.ReportAllocs()
				for b.Loop() {
					if n := load(); n != kind.files {
						b.Fatal(n, "of", kind.files)
					}
				}
				if peak := peakMemory(); peak > 0 {
					b.ReportMetric(float64(peak)/1e6, "peak-MB")
				}
			})
		}
		run("load", func() int { return Files(context.Background(), files, nil).Files })
		run("floor", func() (n int) {
			for _, f := range files {
				if from, err := f.Open(); err == nil {
					if text, err := io.ReadAll(from); err == nil && utf8.Valid(text) {
						n++
					}
					_ = from.Close()
				}
			}
			return n
		})
	}
}

// resetPeak begins to measure peakMemory anew, where the system can.
func resetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // else the peak is that of the whole run
}

// peakMemory returns the most memory that the process has had, in bytes, and 0 where the system does not say.
func peakMemory() (peak int) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, line, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(line, &peak); err != nil {
		return 0
	}
	return peak << 10
}
