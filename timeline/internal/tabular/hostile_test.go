package tabular_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tabular"
)

// Every cell of a table is in a node or in a line that a problem is about, and no text is too much.
func FuzzEach(f *testing.F) {
	for _, seed := range []string{
		"date,title\n2025,One\n", "sep=;\n\"a\";\"b\nc\"\n\"x", "a\tb\n\"Foo\" bar\tx\n", "| a | b |\n|---|---|\n| 1 | 2 |\n",
		"# x\n\ntitle\n,,\na,b,c\n1,2,3,4,5\n6", "a,b\n1,\"x\"\"y\nz\",\"\n2,3\n", "1,2\n3,4\n", "a,b\r\n1,'=2\r\n", "é,ü\n\"é\"x,\"ü\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<12 || strings.ContainsAny(text, "\x00\r\ufeff") {
			return
		}
		in := diag.NewFile("a.csv", text)
		problems := diag.NewList(diag.MaxProblems)
		var kept strings.Builder
		first := 0 // line of a row
		tabular.Each(in, text, &problems, func(event *yaml.Node) bool {
			if first == 0 {
				first = event.Line
			}
			for i, n := range event.Content {
				kept.WriteString(n.Value)
				if n.Line < 1 || n.Column < 1 || n.Value == "" && i%2 == 1 {
					t.Errorf("%q is at %d:%d", n.Value, n.Line, n.Column)
				}
			}
			return true
		})
		reported := map[int]bool{}
		for _, p := range problems.Found() {
			reported[p.Pos.Line] = true
		}
		said := map[string]bool{}
		for n, line := range strings.Split(text, "\n") {
			words := strings.FieldsFunc(line, func(r rune) bool {
				return strings.ContainsRune(",;|\"':-+=", r) || unicode.IsSpace(r)
			})
			again := said[strings.Join(words, " ")] // perhaps the head line once more
			said[strings.Join(words, " ")] = true
			if reported[n+1] || n+1 < first || strings.HasPrefix(strings.TrimSpace(line), "#") || again {
				continue
			}
			for _, word := range words {
				if first > 0 && !strings.Contains(kept.String(), word) {
					t.Errorf("%q of line %d is nowhere\n%q\n%q", word, n+1, text, kept.String())
				}
			}
		}
		tabular.Is(text)
	})
}

// What is made to be slow or large is read in time and memory that its size explains.
func TestBombs(t *testing.T) {
	for _, c := range []struct {
		what, text string
		events     int
	}{
		{"a head line of 1 MB", "date," + strings.Repeat("x", 1<<20) + "\n2025,One\n", 1},
		{"columns", strings.Repeat("date,", 30_000) + "title\n2025,One\n", 1},
		{"cells of a row", "date,title\n" + strings.Repeat("1,", 1<<17+1) + "\n2025,One\n", 2},
		{"a quotation without an end", "date,title\n2025,\"" + strings.Repeat("x, y\n", 1<<18) + "2025,One\n", 1<<18 + 1},
		{"a cell of 32 MB", "date,title\n2025,\"" + strings.Repeat("x", 32<<20) + "\"\n2025,One\n", 1},
		{"quotations without an end", "date,title\n" + strings.Repeat("2025,\"One\n", 30_000), 30_000},
		{"quotations that do not end in several lines", "date,title\n" + strings.Repeat("2025,\"One\na \"b c\n", 15_000), 30_000},
		{"pairs of marks", "date,title\n2025,\"" + strings.Repeat(`"`, 1<<20) + "x\n2025,One\n", 2},
		{"empty lines", "date,title\n" + strings.Repeat("\n", 1<<18) + "2025,One\n", 1},
		{"empty rows", "date,title\n" + strings.Repeat(",\n", 1<<18) + "2025,One\n", 1},
		{"comments", strings.Repeat("# x\n", 1<<18) + "date,title\n2025,One\n", -1},
		{"equal names", strings.Repeat("a,", 20_000) + "\n2025,One\n", 1},
		{"one line", "date,title," + strings.Repeat("é", 8<<20), 0},
	} {
		t.Run(c.what, func(t *testing.T) {
			problems := diag.NewList(100)
			in := diag.NewFile("a.csv", c.text)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			events := 0
			tabular.Each(in, c.text, &problems, func(*yaml.Node) bool { events++; return true })
			runtime.ReadMemStats(&after)
			if events != c.events && c.events >= 0 {
				t.Errorf("%d events, want %d; %s", events, c.events, problems.Found())
			}
			// What was allocated in all is more than what was needed at a time.
			if most := uint64(len(c.text))*300 + 200<<20; after.TotalAlloc-before.TotalAlloc > most {
				t.Errorf("%d MB for %d MB of text", (after.TotalAlloc-before.TotalAlloc)>>20, len(c.text)>>20)
			}
			tabular.Is(c.text)
		})
	}
}

// table returns a table of n events, about 200 bytes each.
func table(n int) string {
	var text strings.Builder
	text.WriteString("date,title,actors,location,tags,summary,source\n")
	for i := range n {
		fmt.Fprintf(&text, "20%02d-%02d-%02d,Talk %d about drones,Mira Sol; Jon Vale,Lisbon,talk;drones,"+
			"\"They spoke for %d hours, and then left. Nothing came of it, as \"\"before\"\".\",https://example.org/%d\n",
			i%90+10, i%12+1, i%28+1, i, i%9, i)
	}
	return text.String()
}

func BenchmarkEach(b *testing.B) {
	text := table(100_000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		problems := diag.NewList(100)
		n := 0
		tabular.Each(diag.NewFile("a.csv", text), text, &problems, func(*yaml.Node) bool { n++; return true })
		if n != 100_000 {
			b.Fatal(n)
		}
	}
}
