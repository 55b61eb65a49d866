package tomldoc_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"dateline/timeline/diag"
	"dateline/timeline/internal/tomldoc"
)

// No text makes the reader panic, and all nodes are in the file.
func FuzzDocument(f *testing.F) {
	for _, seed := range []string{
		"title = \"One\"\n[[events]]\na.b = [1, {c = 2}]\n", "a = \"\"\"\nx", "[a]\r\nb = 'c\r\n", "+++\na = 1\n+++\nx", "a = [\n[b]\n",
		"[[a]]\n[a.b]\n[a]\n[[a.b]]\n", "a = 1\na.b = 2\n", "é = 1", "a = b # c", ";;;\n{}\n;;;",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		problems := diag.NewList(100)
		in := diag.NewFile("a.toml", text)
		if page, ok := tomldoc.FrontMatter(in, text, &problems); ok {
			text = page.Front
		}
		lines := 1 + strings.Count(text, "\n")
		var check func(n *yaml.Node)
		check = func(n *yaml.Node) {
			if n.Line < 1 || n.Line > lines || n.Column < 1 {
				t.Errorf("%q is at %d:%d of %d lines", n.Value, n.Line, n.Column, lines)
			}
			for _, child := range n.Content {
				check(child)
			}
		}
		check(tomldoc.Document(in, text, &problems))
		_ = problems.Found().String()
		tomldoc.Is(text)
	})
}

// What is made to be slow or large is read in time and memory that its size explains.
func TestBombs(t *testing.T) {
	for _, c := range []struct {
		what, text string
		rule       string // that is reported
	}{
		{"arrays in arrays", "a = " + strings.Repeat("[", 1<<18) + "\n", "broken-toml"},
		{"arrays that are closed", "a = " + strings.Repeat("[", 5000) + strings.Repeat("]", 5000) + "\n", "too-large"},
		{"tables in tables", "a = " + strings.Repeat("{a = ", 1<<18) + "\n", "broken-toml"},
		{"parts of a key", strings.Repeat("a.", 1<<18) + "a = 1\n", ""},
		{"parts of a name", "[" + strings.Repeat("a.", 1<<18) + "a]\n", ""},
		{"small values", "a = [" + strings.Repeat("1,", 1<<22) + "]\n", "too-large"},
		{"small keys", strings.Repeat("a=1\n", 1<<16), ""},
		{"equal tables", strings.Repeat("[a]\n", 1<<16), ""},
		{"tables", strings.Repeat("[[a]]\nb.c=1\n", 1<<16), ""},
		{"broken lines", strings.Repeat("a = b c\n", 1<<18), "broken-toml"},
		{"broken arrays", strings.Repeat("a = [\n", 1<<18), "broken-toml"},
		{"broken texts", strings.Repeat("a = \"\"\"\n", 1<<18+1), "broken-toml"},
		{"text that does not end", "a = \"\"\"" + strings.Repeat("x\n", 1<<20), "broken-toml"},
		{"no TOML", strings.Repeat("x y\n", 1<<18), "broken-toml"},
		{"a long line", "a = [" + strings.Repeat("\"é\", ", 1<<16) + "]\n", ""},
	} {
		t.Run(c.what, func(t *testing.T) {
			problems := diag.NewList(10_000)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			tomldoc.Document(diag.NewFile("a.toml", c.text), c.text, &problems)
			runtime.ReadMemStats(&after)
			rule := ""
			if found := problems.Found(); len(found) > 0 {
				rule = found[0].Rule.String()
			}
			if rule != c.rule {
				t.Errorf("%q is reported, want %q", rule, c.rule)
			}
			// What was allocated in all is more than what was needed at a time.
			if most := uint64(len(c.text))*200 + 50<<20; !racing && after.TotalAlloc-before.TotalAlloc > most {
				t.Errorf("%d MB for %d MB of text", (after.TotalAlloc-before.TotalAlloc)>>20, len(c.text)>>20)
			}
		})
	}
}

func BenchmarkDocument(b *testing.B) {
	var text strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&text, "[[events]]\ndate = 20%02d-%02d-%02d\ntitle = \"Talk %d about drones\"\n"+
			"actors = [\"Mira Sol\", \"Jon Vale\"]\nsummary = \"They spoke for %d hours, and then left.\"\n\n",
			i%90+10, i%12+1, i%28+1, i, i%9)
	}
	b.SetBytes(int64(text.Len()))
	b.ReportAllocs()
	for b.Loop() {
		problems := diag.NewList(100)
		doc := tomldoc.Document(diag.NewFile("a.toml", text.String()), text.String(), &problems)
		if n := len(doc.Content[1].Content); n != 100_000 {
			b.Fatal(n)
		}
	}
}
